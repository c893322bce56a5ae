import type { Angebotslage, Angebotsweg, Geburtsangebot, Geburtsanlass, Nachweisstand } from "#baukasten";
import { Haushalt, Meldedaten } from "./nachweise.ts";

/**
 * Unterhaltsvorschuss after a birth, only for a parent whom the register knows as unmarried and living without the other parent. Whether
 * anybody pays is not assumed: most who live apart do.
 */
export const nachGeburt: Geburtsangebot = {
  schluessel: "geburt",
  titel: "Unterhaltsvorschuss nach der Geburt eines Kindes",
  anlass: "geburt",
  warum: "Das Standesamt hat die Geburt Ihres Kindes eingetragen und uns mitgeteilt.",
  zweck: "Auf Unterhaltsvorschuss hinweisen und den Antrag vorbereiten",
  norm: "§§ 13, 14, 16 Abs. 3 SGB I",
  plane,
};

const gefunden = (stand: Nachweisstand | undefined) => (stand?.art === "gefunden" ? stand.daten : undefined);

function plane({ anlass, nachweise }: Angebotslage<Geburtsanlass>): Angebotsweg {
  const antworten = { kind: { ...anlass.kind } };
  if (!nachweise.familienstand) return { art: "braucht", nachweise: ["familienstand"], antworten };
  const familienstand = Meldedaten.safeParse(gefunden(nachweise.familienstand)).data?.familienstand;
  if (!familienstand || !["ledig", "geschieden", "verwitwet"].includes(familienstand))
    return { art: "keines", grund: "Der Familienstand spricht nicht dafür." };
  if (!nachweise.haushalt) return { art: "braucht", nachweise: ["haushalt"], antworten };
  const haushalt = Haushalt.safeParse(gefunden(nachweise.haushalt)).data;
  if (!haushalt?.lebtBeiElternteil || haushalt.andererElternteilGleicheAnschrift === true)
    return { art: "keines", grund: "Das Kind lebt nicht bei einem Elternteil allein." };
  return {
    art: "entwurf",
    antworten,
    grund:
      "Leben Eltern nicht zusammen, gibt es Unterhaltsvorschuss, wenn der andere Elternteil nichts oder zu wenig zahlt. Ob das bei Ihnen so ist, wissen nur Sie. Name und Geburtstag des Kindes stehen schon im Antrag; brauchen Sie ihn nicht, lassen Sie ihn einfach liegen.",
  };
}
