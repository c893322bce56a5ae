import { gleich, runde } from "../../dezimal.ts";
import type { Regel } from "../../regel.ts";
import { abrechnung } from "../cii.ts";
import { regelnVon } from "../rahmen.ts";
import { nach, nachPunkt, type Pruefung, zahl, zweiStellen } from "../weg.ts";

const regel = regelnVon("en16931");
const zeile = "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount";

/** In CII the first amount of an allowance is looked at, where UBL allows only one. */
const ersterBetrag: Pruefung = (k) => nachPunkt(nach("../ram:ActualAmount")(k)[0]?.text ?? "") <= 2;
const grundbetrag = zweiStellen("../ram:BasisAmount");

const felder: readonly (readonly [nr: string, bt: string, was: string, anlass: string, ubl: string, cii: string | Pruefung])[] = [
  ["01", "BT-92", "Ein Nachlass auf die Rechnung", "nachlass", "cbc:Amount", ersterBetrag],
  ["02", "BT-93", "Der Grundbetrag eines Nachlasses auf die Rechnung", "nachlass", "cbc:BaseAmount", grundbetrag],
  ["05", "BT-99", "Ein Zuschlag auf die Rechnung", "zuschlag", "cbc:Amount", ersterBetrag],
  ["06", "BT-100", "Der Grundbetrag eines Zuschlags auf die Rechnung", "zuschlag", "cbc:BaseAmount", grundbetrag],
  ["09", "BT-106", "Die Summe der Positionen", "summen", "cbc:LineExtensionAmount", "ram:LineTotalAmount"],
  ["10", "BT-107", "Die Summe der Nachlässe", "summen", "cbc:AllowanceTotalAmount", "ram:AllowanceTotalAmount"],
  ["11", "BT-108", "Die Summe der Zuschläge", "summen", "cbc:ChargeTotalAmount", "ram:ChargeTotalAmount"],
  ["12", "BT-109", "Der Gesamtbetrag ohne Umsatzsteuer", "summen", "cbc:TaxExclusiveAmount", "ram:TaxBasisTotalAmount"],
  ["14", "BT-112", "Der Gesamtbetrag mit Umsatzsteuer", "summen", "cbc:TaxInclusiveAmount", "ram:GrandTotalAmount"],
  ["16", "BT-113", "Der schon gezahlte Betrag", "summen", "cbc:PrepaidAmount", "ram:TotalPrepaidAmount"],
  ["17", "BT-114", "Der Rundungsbetrag", "summen", "cbc:PayableRoundingAmount", "ram:RoundingAmount"],
  ["18", "BT-115", "Der Betrag, der zu zahlen ist,", "summen", "cbc:PayableAmount", "ram:DuePayableAmount"],
  [
    "19",
    "BT-116",
    "Ein Nettobetrag in der Aufschlüsselung der Umsatzsteuer",
    "steuerzeile",
    "cbc:TaxableAmount",
    "ram:BasisAmount",
  ],
  [
    "20",
    "BT-117",
    "Ein Steuerbetrag in der Aufschlüsselung der Umsatzsteuer",
    "steuerzeile",
    "cbc:TaxAmount",
    "ram:CalculatedAmount",
  ],
  ["23", "BT-131", "Der Nettobetrag einer Position", "position", "cbc:LineExtensionAmount", zeile],
  ["24", "BT-136", "Ein Nachlass auf eine Position", "positionsnachlass", "cbc:Amount", ersterBetrag],
  ["25", "BT-137", "Der Grundbetrag eines Nachlasses auf eine Position", "positionsnachlass", "cbc:BaseAmount", grundbetrag],
  ["27", "BT-141", "Ein Zuschlag auf eine Position", "positionszuschlag", "cbc:Amount", ersterBetrag],
  ["28", "BT-142", "Der Grundbetrag eines Zuschlags auf eine Position", "positionszuschlag", "cbc:BaseAmount", grundbetrag],
];

const satz = (was: string) => `${was} hat mehr als zwei Stellen nach dem Komma. Runden Sie auf Cent.`;

/**
 * The VAT amounts are asked for in UBL, too, but the official rule looks for the currency inside the amount, finds none, and is always kept.
 * In CII one amount that is right, or that is in another currency, is enough.
 */
const steuersumme =
  (eigene: "ram:InvoiceCurrencyCode" | "ram:TaxCurrencyCode"): Pruefung =>
  (k, d) => {
    const betraege = nach("ram:TaxTotalAmount")(k);
    const waehrungen = nach(`${abrechnung}/${eigene}`)(d.wurzel).map(({ text }) => text);
    const inWaehrung = (wert: string | undefined) => wert !== undefined && waehrungen.includes(wert);
    return (
      betraege.length === 0 ||
      betraege.some((betrag) => {
        if (inWaehrung(betrag.attribut("currencyID")))
          return gleich(zahl(betrag), runde(zahl(betrag), 2)) || (eigene === "ram:TaxCurrencyCode" && waehrungen.length === 0);
        return eigene === "ram:InvoiceCurrencyCode" || waehrungen.length === 0;
      })
    );
  };

/** BR-DEC-*: amounts in whole cents. */
export const dezimalstellen: readonly Regel[] = [
  ...felder.map(([nr, bt, was, anlass, ubl, cii]) =>
    regel(`BR-DEC-${nr}`, bt, satz(was), {
      ubl: [anlass, zweiStellen(ubl)],
      cii: [anlass, typeof cii === "string" ? zweiStellen(cii) : cii],
    }),
  ),
  regel("BR-DEC-13", "BT-110", satz("Die Umsatzsteuer"), {
    ubl: ["rechnung", () => true],
    cii: ["summen", steuersumme("ram:InvoiceCurrencyCode")],
  }),
  regel("BR-DEC-15", "BT-111", satz("Die Umsatzsteuer in der Währung für die Steuer"), {
    ubl: ["rechnung", () => true],
    cii: ["summen", steuersumme("ram:TaxCurrencyCode")],
  }),
];
