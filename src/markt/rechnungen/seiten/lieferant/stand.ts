import { formatiereDatum } from "#kalender";
import type { Verlaufspunkt } from "#ui";
import type { Schritt } from "../../schritte.ts";
import type { StandZeile } from "../../store.ts";
import type { Phase } from "../../uebergaenge.ts";
import { zeit } from "../worte.ts";

const imAmt: readonly Phase[] = [
  "zuErfassen",
  "zuKlaeren",
  "zugeordnet",
  "moeglicheDublette",
  "einmalig",
  "kreditorUnklar",
  "ibanZuPruefen",
  "ibanZweitePerson",
  "kreditorBekannt",
  "zuPruefen",
];

/**
 * What a supplier may know of the way of their invoice: how far it is, not who has it or what is doubted. That an account or a duplicate is being
 * looked at would tell a forger to try again.
 */
export function punkteFuer({ stand }: StandZeile, schritte: readonly Schritt[], andere: string | undefined): Verlaufspunkt[] {
  const { phase } = stand;
  const am = (art: Schritt["art"]) => {
    const schritt = schritte.findLast((each) => each.art === art);
    return schritt && zeit.format(schritt.zeitpunkt);
  };
  const punkt = (titel: string, datum: string | undefined, jetzt: boolean, text?: string): Verlaufspunkt => ({
    titel,
    ...(datum !== undefined && { datum }),
    ...(text !== undefined && { text }),
    status: jetzt ? "aktuell" : datum === undefined ? "offen" : "erledigt",
  });
  const anfang = [
    punkt("Eingegangen", am("eingegangen"), phase === "eingegangen"),
    punkt("Formal geprüft", am("geprueft") ?? am("erfasst"), phase === "geprueft"),
  ];
  if (phase === "abgewiesen") return [...anfang, punkt("Nicht angenommen", am("abgewiesen"), true)];
  if (phase === "dublette")
    return [...anfang, punkt("Liegt uns schon vor", am("dubletteBestaetigt"), true, "Sie wird nicht noch einmal bezahlt.")];
  if (phase === "weitergeleitet")
    return [
      ...anfang,
      punkt(
        "Weitergeleitet",
        am("weitergeleitet"),
        true,
        `Zuständig ist: ${andere ?? "eine andere Verwaltung"}. Fragen beantwortet sie.`,
      ),
    ];
  const festgestellt = stand.feststellung ? am("festgestellt") : undefined;
  const angeordnet = stand.anordnung ? am("angeordnet") : undefined;
  return [
    ...anfang,
    punkt(
      "Prüfung im Amt",
      festgestellt,
      imAmt.includes(phase),
      imAmt.includes(phase) ? "Wir vergleichen die Rechnung mit Auftrag und Leistung." : undefined,
    ),
    punkt(
      "Zahlung angeordnet",
      angeordnet,
      phase === "zuAnordnen",
      phase === "zuAnordnen" ? "Die Rechnung ist geprüft. Es fehlt die Unterschrift." : undefined,
    ),
    stand.bezahlt
      ? punkt("Bezahlt", formatiereDatum(stand.bezahlt.am), false)
      : punkt(
          "Bezahlt",
          undefined,
          ["angeordnet", "uebergeben", "quittiert", "uebergabeAbgelehnt"].includes(phase),
          "Das Geld ist noch nicht unterwegs oder noch nicht bestätigt.",
        ),
  ];
}
