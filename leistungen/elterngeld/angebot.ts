import type { Geburtsangebot } from "#baukasten";

/**
 * Elterngeld after a birth. No register is asked: we know no norm that opens wages or homes to the office before somebody applies. So the
 * draft holds what the birth itself says; the rest the person fills in, or lets a register fill in by the button in the form.
 */
export const nachGeburt: Geburtsangebot = {
  schluessel: "geburt",
  titel: "Elterngeld nach der Geburt eines Kindes",
  anlass: "geburt",
  warum: "Das Standesamt hat die Geburt Ihres Kindes eingetragen und uns mitgeteilt.",
  zweck: "Auf Elterngeld hinweisen und den Antrag vorbereiten",
  norm: "§§ 13, 14, 16 Abs. 3 SGB I",
  plane: ({ anlass }) => ({
    art: "entwurf",
    antworten: { kind: { ...anlass.kind } },
    grund:
      "Wer ein Kind betreut und dafür weniger oder gar nicht arbeitet, kann Elterngeld bekommen, beide Eltern nacheinander oder zugleich. Name und Geburtstag des Kindes stehen schon im Antrag. Elterngeld gibt es rückwirkend nur für drei Lebensmonate.",
  }),
};
