import { leseEuro } from "#geld";
import { leseDatum } from "#kalender";
import { Kopf } from "../../kopf.ts";

type Felder = Readonly<Record<string, string>>;
const wert = (felder: Felder, feld: string): string => (felder[feld] ?? "").trim().slice(0, 400);
const oderNull = (text: string): string | null => text || null;

/** What a person has read from paper, as the workflow needs it. Nothing is guessed: what they left empty is not known. */
export function kopfAus(felder: Felder): { kopf: Kopf } | { fehler: string } {
  if (felder.verglichen !== "ja") return { fehler: "Bitte bestätigen Sie, dass Sie die Angaben mit dem Scan verglichen haben." };
  const tag = leseDatum(wert(felder, "rechnungsdatum"));
  if (!tag) return { fehler: "Bitte geben Sie das Rechnungsdatum an, zum Beispiel 15.10.2026." };
  const faellig = wert(felder, "faelligAm");
  const faelligAm = faellig === "" ? null : (leseDatum(faellig) ?? undefined);
  if (faelligAm === undefined)
    return { fehler: "Der Tag der Fälligkeit ist nicht zu lesen. Bitte schreiben Sie ihn wie 15.10.2026." };
  const brutto = leseEuro(wert(felder, "brutto"));
  const netto = wert(felder, "netto") === "" ? brutto : leseEuro(wert(felder, "netto"));
  if (brutto === undefined || brutto <= 0 || netto === undefined)
    return { fehler: "Bitte geben Sie den Rechnungsbetrag an, zum Beispiel 1.234,56." };
  if (netto > brutto)
    return { fehler: "Der Nettobetrag ist höher als der Rechnungsbetrag. Bitte vergleichen Sie beide mit dem Scan." };
  const skontotage = wert(felder, "skontotage");
  const prozent = /^(\d{1,2})(?:,(\d{1,2}))?$/.exec(wert(felder, "skontoprozent").replace(/\s*%$/, ""));
  if ((skontotage !== "" || wert(felder, "skontoprozent") !== "") && (!/^\d{1,3}$/.test(skontotage) || !prozent))
    return { fehler: "Zum Skonto gehören Tage und Prozent, zum Beispiel 14 und 2,5." };
  const kopf = Kopf.safeParse({
    art: felder.art === "gutschrift" ? "gutschrift" : "rechnung",
    rechnungsnummer: wert(felder, "rechnungsnummer"),
    rechnungsdatum: tag,
    faelligAm,
    waehrung: "EUR",
    leitwegId: oderNull(wert(felder, "leitwegId")),
    bestellnummer: oderNull(wert(felder, "bestellnummer")),
    vertrag: oderNull(wert(felder, "vertrag")),
    bezug: oderNull(wert(felder, "bezug")),
    lieferant: {
      name: wert(felder, "lieferant"),
      ustId: oderNull(wert(felder, "ustId")),
      steuernummer: oderNull(wert(felder, "steuernummer")),
      email: oderNull(wert(felder, "email")),
    },
    ibans: [wert(felder, "iban").replace(/\s/g, "").toUpperCase()].filter((iban) => iban !== ""),
    nettoCent: netto,
    bruttoCent: brutto,
    zahlbarCent: brutto,
    zahlungsbedingungen: prozent
      ? `#SKONTO#TAGE=${skontotage}#PROZENT=${prozent[1]}.${(prozent[2] ?? "").padEnd(2, "0")}#\n`
      : "",
    verwendungszweck: oderNull(wert(felder, "verwendungszweck")),
    positionen: [],
  });
  return kopf.success
    ? { kopf: kopf.data }
    : { fehler: "Bitte geben Sie mindestens Lieferant, Rechnungsnummer, Datum und Betrag an." };
}
