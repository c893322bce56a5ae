import type { Angebotslage, Angebotsweg, Geburtsangebot, Geburtsanlass, Nachweisstand } from "#baukasten";
import type { UvAntworten } from "./formular.ts";
import { Haushalt, Meldedaten } from "./nachweise.ts";

const alleinstehend = ["ledig", "geschieden", "verwitwet"] as const;

/**
 * Unterhaltsvorschuss after a birth, only for a parent whom the register knows as unmarried and living without the other parent. What was asked
 * for that is filled in; nothing is asked for more. Whether anybody pays, and who the other parent is, only the person says.
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
  const meldung = Meldedaten.safeParse(gefunden(nachweise.familienstand)).data;
  const stand = alleinstehend.find((each) => each === meldung?.familienstand);
  if (!meldung || !stand) return { art: "keines", grund: "Der Familienstand spricht nicht dafür." };
  if (!nachweise.haushalt) return { art: "braucht", nachweise: ["haushalt"], antworten };
  const haushalt = Haushalt.safeParse(gefunden(nachweise.haushalt)).data;
  if (!haushalt?.lebtBeiElternteil || haushalt.andererElternteilGleicheAnschrift === true)
    return { art: "keines", grund: "Das Kind lebt nicht bei einem Elternteil allein." };
  const { geburtsdatum } = anlass.kind;
  const ausgefuellt: UvAntworten = {
    ...antworten,
    ...(meldung.anschrift && { anschrift: meldung.anschrift }),
    zuhause: { lebtBeiMir: true, seit: haushalt.seit > geburtsdatum ? haushalt.seit : geburtsdatum },
    familienstand: { stand },
  };
  return {
    art: "entwurf",
    antworten: ausgefuellt as typeof antworten,
    grund:
      "Leben Eltern nicht zusammen, gibt es Unterhaltsvorschuss, wenn der andere Elternteil nichts oder zu wenig zahlt. Ob das bei Ihnen so ist, wissen nur Sie. Name und Geburtstag des Kindes, Ihre Anschrift und Ihr Familienstand stehen schon im Antrag. Was der andere Elternteil zahlt und Ihr Konto fehlen noch. Brauchen Sie den Antrag nicht, lassen Sie ihn einfach liegen.",
  };
}
