import type { Knoten } from "../../baum.ts";
import { laenderMitGriechenland } from "../../codelisten/laender.ts";
import type { Regel } from "../../regel.ts";
import { abrechnung } from "../cii.ts";
import { regelnVon } from "../rahmen.ts";
import { eins, fehlt, hat, nach, oder, type Pruefung, voll } from "../weg.ts";

const regel = regelnVon("en16931");

const zeitraum = "Das Ende des Abrechnungszeitraums liegt vor seinem Beginn. Prüfen Sie beide Tage.";
const endeUbl: Pruefung = (k) => {
  const [beginn, ende] = [nach("cbc:StartDate")(k), nach("cbc:EndDate")(k)];
  return beginn.length === 0 || ende.length === 0 || tagUbl(ende) >= tagUbl(beginn);
};
/** In CII both days are compared as text, and only days in format 102 count. */
const endeCii: Pruefung = (k) => {
  const tage = (pfad: string) => nach(`${pfad}/udt:DateTimeString`)(k).filter((t) => t.attribut("format") === "102");
  const beginn = tage("ram:StartDateTime");
  return (
    fehlt("ram:EndDateTime")(k, undefined as never) ||
    fehlt("ram:StartDateTime")(k, undefined as never) ||
    tage("ram:EndDateTime").some((e) => beginn.some((b) => e.text >= b.text))
  );
};
const einTagUbl = oder(hat("cbc:StartDate"), hat("cbc:EndDate"));
const einTagCii = oder(hat("ram:StartDateTime"), hat("ram:EndDateTime"));

/** A day of UBL may have a time zone; without one it is compared as if in UTC. */
function tagUbl(knoten: readonly Knoten[]): number {
  const text = eins(knoten)?.norm ?? "";
  const [, tag, zone = "Z"] = text.match(/^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?$/) ?? [];
  const zeit = tag ? Date.parse(`${tag}T00:00:00${zone}`) : Number.NaN;
  if (Number.isNaN(zeit) || new Date(`${tag}T00:00:00Z`).toISOString().slice(0, 10) !== tag)
    throw new RangeError(`${text} ist kein Tag`);
  return zeit;
}

export { tagUbl };

const zahlungsart = (k: Knoten) => eins(nach("cbc:PaymentMeansCode")(k))?.norm ?? "";
const ueberweisung = (art: string) => art === "30" || art === "58";

/** Periods, payment, accounts, the tax number. */
export const zahlung: readonly Regel[] = [
  regel("BR-29", "BT-73 BT-74", zeitraum, { ubl: ["zeitraum", endeUbl], cii: ["zeitraum", endeCii] }),
  regel("BR-30", "BT-134 BT-135", `Bei einer Position: ${zeitraum}`, {
    ubl: ["positionszeitraum", endeUbl],
    cii: ["positionszeitraum", endeCii],
  }),
  regel(
    "BR-CO-19",
    "BG-14",
    "Der Abrechnungszeitraum hat weder Beginn noch Ende. Geben Sie mindestens einen Tag an oder lassen Sie den Zeitraum weg.",
    {
      ubl: ["zeitraum", oder(einTagUbl, hat("cbc:DescriptionCode"))],
      cii: ["zeitraum", einTagCii],
    },
  ),
  regel(
    "BR-CO-20",
    "BG-26",
    "Der Zeitraum einer Position hat weder Beginn noch Ende. Geben Sie mindestens einen Tag an oder lassen Sie den Zeitraum weg.",
    {
      ubl: ["positionszeitraum", einTagUbl],
      cii: ["positionszeitraum", einTagCii],
    },
  ),
  regel(
    "BR-CO-03",
    "BT-7 BT-8",
    "Der Zeitpunkt der Steuer ist doppelt angegeben. Geben Sie entweder den Tag an oder den Code, nicht beides.",
    {
      ubl: ["rechnung", oder(fehlt("cbc:TaxPointDate"), fehlt("cac:InvoicePeriod/cbc:DescriptionCode"))],
      cii: ["steuerzeile", (_, d) => d.alle("ram:TaxPointDate").length === 0 || d.alle("ram:DueDateTypeCode").length === 0],
    },
  ),
  regel("BR-49", "BT-81", "Die Art der Zahlung fehlt. Geben Sie sie als Code an, zum Beispiel 58 für eine SEPA-Überweisung.", {
    ubl: ["zahlung", hat("cbc:PaymentMeansCode")],
    cii: ["zahlung", hat("ram:TypeCode")],
  }),
  regel("BR-50", "BT-84", "Das Konto für die Überweisung fehlt. Geben Sie die IBAN an.", {
    ubl: ["konto", voll("cbc:ID")],
    cii: ["konto", oder(voll("ram:IBANID"), voll("ram:ProprietaryID"))],
  }),
  ...(["ubl", "cii"] as const).map((syntax) =>
    regel(
      "BR-51",
      "BT-87",
      "Von der Kartennummer stehen zu viele Ziffern in der Rechnung. Geben Sie höchstens die ersten sechs und die letzten vier an.",
      {
        schwere: syntax === "ubl" ? "warnung" : "fehler",
        ...(syntax === "ubl"
          ? { ubl: ["kartennummer", (k: Knoten) => [...k.norm].length <= 10] as const }
          : { cii: ["karte", (k: Knoten) => [...(eins(nach("ram:ID")(k))?.norm ?? "")].length <= 10] as const }),
      },
    ),
  ),
  regel(
    "BR-53",
    "BT-6 BT-111",
    "Die Rechnung nennt eine Währung für die Umsatzsteuer, aber nicht den Steuerbetrag in dieser Währung. Geben Sie ihn an.",
    {
      ubl: [
        "rechnung",
        (k, d) =>
          nach("cbc:TaxCurrencyCode")(k).every(({ text }) =>
            d
              .alle("cac:TaxTotal")
              .some((summe) => nach("cbc:TaxAmount")(summe).some((betrag) => betrag.attribut("currencyID") === text)),
          ),
      ],
      cii: [
        "summen",
        (k, d) => {
          const steuerwaehrung = nach(`${abrechnung}/ram:TaxCurrencyCode`)(d.wurzel).map(({ text }) => text);
          const rechnungswaehrung = nach(`${abrechnung}/ram:InvoiceCurrencyCode`)(d.wurzel).map(({ text }) => text);
          return (
            steuerwaehrung.length === 0 ||
            (nach("ram:TaxTotalAmount")(k).some((b) => steuerwaehrung.includes(b.attribut("currencyID") ?? "\u0000")) &&
              !steuerwaehrung.some((w) => rechnungswaehrung.includes(w)))
          );
        },
      ],
    },
  ),
  regel("BR-61", "BT-84", "Bei einer Überweisung fehlt das Konto. Geben Sie die IBAN des Zahlungsempfängers an.", {
    ubl: [
      "zahlung",
      (k) => {
        if (nach("cbc:PaymentMeansCode")(k).length === 0) return true;
        return !ueberweisung(zahlungsart(k)) || nach("cac:PayeeFinancialAccount/cbc:ID")(k).length > 0;
      },
    ],
    cii: ["konto", oder(hat("ram:IBANID"), hat("ram:ProprietaryID"))],
  }),
  regel(
    "BR-CO-09",
    "BT-31 BT-48 BT-63",
    "Eine Umsatzsteuer-Identifikationsnummer beginnt nicht mit einem Länderkürzel. Schreiben Sie sie mit dem Kürzel davor, zum Beispiel DE123456789.",
    {
      ubl: [
        "steuernummer",
        (k) => laenderMitGriechenland.ubl.text.includes(zweiZeichen(eins(nach("cbc:CompanyID")(k))?.text ?? "")),
      ],
      cii: ["steuernummer", (k) => laenderMitGriechenland.cii.text.includes(` ${zweiZeichen(k.text)} `)],
    },
  ),
];

const zweiZeichen = (text: string): string => [...text].slice(0, 2).join("");
