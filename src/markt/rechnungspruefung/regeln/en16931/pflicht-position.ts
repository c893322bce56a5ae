import type { Regel } from "../../regel.ts";
import { abrechnung, istUst as istUstCii } from "../cii.ts";
import { regelnVon } from "../rahmen.ts";
import { istUst } from "../ubl.ts";
import { eigenesAttribut, eins, hat, hatAttribut, immer, nach, nicht, oder, type Pruefung, und, voll, zahl } from "../weg.ts";

const regel = regelnVon("en16931");
const zuordnung = "ram:SpecifiedLineTradeSettlement";
const preise = "ram:SpecifiedLineTradeAgreement";
const nettopreis = `${preise}/ram:NetPriceProductTradePrice/ram:ChargeAmount`;
const bruttopreis = `${preise}/ram:GrossPriceProductTradePrice/ram:ChargeAmount`;

/** One of them at least is not negative. */
const nichtNegativ = (pfad: string): Pruefung => {
  const hin = nach(pfad);
  return (k) => hin(k).some((wert) => zahl(wert).ganz >= 0n);
};
const kategorieUbl = (pfad: string): Pruefung => {
  const hin = nach(pfad);
  return (k) => hin(k).some((kategorie) => istUst(kategorie) && nach("cbc:ID")(kategorie).length > 0);
};
const kategorieCii = (pfad: string): Pruefung => {
  const hin = nach(pfad);
  return (k) => hin(k).some((steuer) => istUstCii(steuer) && nach("ram:CategoryCode")(steuer).length > 0);
};
const grundUbl = oder(hat("cbc:AllowanceChargeReason"), hat("cbc:AllowanceChargeReasonCode"));
const grundCii = oder(hat("../ram:Reason"), hat("../ram:ReasonCode"));

const grundNachlass = "Ein Nachlass auf die Rechnung hat keinen Grund. Schreiben Sie den Grund dazu, als Text oder als Code.";
const grundZuschlag = "Ein Zuschlag auf die Rechnung hat keinen Grund. Schreiben Sie den Grund dazu, als Text oder als Code.";
const grundPositionsnachlass =
  "Ein Nachlass auf eine Position hat keinen Grund. Schreiben Sie den Grund dazu, als Text oder als Code.";
const grundPositionszuschlag =
  "Ein Zuschlag auf eine Position hat keinen Grund. Schreiben Sie den Grund dazu, als Text oder als Code.";
const grundUndCode = (was: string) =>
  `Grund und Code eines ${was} müssen dasselbe sagen. Kein Programm kann das prüfen; die Regel gilt deshalb immer als erfüllt.`;

/** What lines, allowances and charges, the totals and the rows of the breakdown must hold. */
export const pflichtPosition: readonly Regel[] = [
  regel("BR-12", "BT-106", "Die Summe der Positionen fehlt. Geben Sie sie bei den Gesamtbeträgen an.", {
    ubl: ["summen", hat("cbc:LineExtensionAmount")],
    cii: ["summen", hat("ram:LineTotalAmount")],
  }),
  regel("BR-13", "BT-109", "Der Gesamtbetrag ohne Umsatzsteuer fehlt. Geben Sie ihn an.", {
    ubl: ["summen", hat("cbc:TaxExclusiveAmount")],
    cii: ["summen", hat("ram:TaxBasisTotalAmount")],
  }),
  regel("BR-14", "BT-112", "Der Gesamtbetrag mit Umsatzsteuer fehlt. Geben Sie ihn an.", {
    ubl: ["summen", hat("cbc:TaxInclusiveAmount")],
    cii: ["summen", hat("ram:GrandTotalAmount")],
  }),
  regel("BR-15", "BT-115", "Der Betrag, der zu zahlen ist, fehlt. Geben Sie ihn an.", {
    ubl: ["summen", hat("cbc:PayableAmount")],
    cii: ["summen", hat("ram:DuePayableAmount")],
  }),
  regel("BR-21", "BT-126", "Einer Position fehlt die Nummer. Nummerieren Sie die Positionen.", {
    ubl: ["position", voll("cbc:ID")],
    cii: ["position", voll("ram:AssociatedDocumentLineDocument/ram:LineID")],
  }),
  regel("BR-22", "BT-129", "Einer Position fehlt die Menge. Geben Sie an, wie viel Sie geliefert oder geleistet haben.", {
    ubl: ["position", hat("(cbc:InvoicedQuantity|cbc:CreditedQuantity)")],
    cii: ["position", hat("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity")],
  }),
  regel(
    "BR-23",
    "BT-130",
    "Der Menge einer Position fehlt die Einheit. Geben Sie sie als Code an, zum Beispiel C62 für Stück oder HUR für Stunde.",
    {
      ubl: ["position", hatAttribut("(cbc:InvoicedQuantity|cbc:CreditedQuantity)", "unitCode")],
      cii: ["position", hatAttribut("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity", "unitCode")],
    },
  ),
  regel("BR-24", "BT-131", "Einer Position fehlt der Nettobetrag. Geben Sie ihn an.", {
    ubl: ["position", hat("cbc:LineExtensionAmount")],
    cii: ["position", hat(`${zuordnung}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`)],
  }),
  regel("BR-25", "BT-153", "Einer Position fehlt die Bezeichnung. Schreiben Sie dazu, was Sie geliefert oder geleistet haben.", {
    ubl: ["position", voll("cac:Item/cbc:Name")],
    cii: ["position", voll("ram:SpecifiedTradeProduct/ram:Name")],
  }),
  regel("BR-26", "BT-146", "Einer Position fehlt der Nettopreis. Geben Sie den Preis ohne Umsatzsteuer an.", {
    ubl: ["position", hat("cac:Price/cbc:PriceAmount")],
    cii: ["position", hat(nettopreis)],
  }),
  regel(
    "BR-27",
    "BT-146",
    "Der Nettopreis einer Position fehlt oder ist negativ. Geben Sie einen Preis von mindestens 0 an; bei Rückgaben ist die Menge negativ, nicht der Preis.",
    {
      ubl: ["position", nichtNegativ("cac:Price/cbc:PriceAmount")],
      cii: ["position", nichtNegativ(nettopreis)],
    },
  ),
  regel("BR-28", "BT-148", "Der Bruttopreis einer Position ist negativ. Geben Sie einen Preis von mindestens 0 an.", {
    ubl: [
      "position",
      oder(
        nichtNegativ("cac:Price/cac:AllowanceCharge/cbc:BaseAmount"),
        nicht(hat("cac:Price/cac:AllowanceCharge/cbc:BaseAmount")),
      ),
    ],
    cii: ["position", oder(nichtNegativ(bruttopreis), nicht(hat(bruttopreis)))],
  }),
  regel("BR-31", "BT-92", "Einem Nachlass auf die Rechnung fehlt der Betrag. Geben Sie ihn an.", {
    ubl: ["nachlass", hat("cbc:Amount")],
    cii: ["nachlass", hat("../ram:ActualAmount")],
  }),
  regel("BR-32", "BT-95", "Einem Nachlass auf die Rechnung fehlt die Umsatzsteuerkategorie. Geben Sie sie an, zum Beispiel S.", {
    ubl: ["nachlass", kategorieUbl("cac:TaxCategory")],
    cii: ["nachlass", kategorieCii("../ram:CategoryTradeTax")],
  }),
  regel("BR-33", "BT-97 BT-98", grundNachlass, { ubl: ["nachlass", grundUbl], cii: ["nachlass", grundCii] }),
  regel("BR-36", "BT-99", "Einem Zuschlag auf die Rechnung fehlt der Betrag. Geben Sie ihn an.", {
    ubl: ["zuschlag", hat("cbc:Amount")],
    cii: ["zuschlag", hat("../ram:ActualAmount")],
  }),
  regel("BR-37", "BT-102", "Einem Zuschlag auf die Rechnung fehlt die Umsatzsteuerkategorie. Geben Sie sie an, zum Beispiel S.", {
    ubl: ["zuschlag", kategorieUbl("cac:TaxCategory")],
    cii: ["zuschlag", kategorieCii("../ram:CategoryTradeTax")],
  }),
  regel("BR-38", "BT-104 BT-105", grundZuschlag, { ubl: ["zuschlag", grundUbl], cii: ["zuschlag", grundCii] }),
  regel("BR-41", "BT-136", "Einem Nachlass auf eine Position fehlt der Betrag. Geben Sie ihn an.", {
    ubl: ["positionsnachlass", hat("cbc:Amount")],
    cii: ["positionsnachlass", hat("../ram:ActualAmount")],
  }),
  regel("BR-42", "BT-139 BT-140", grundPositionsnachlass, {
    ubl: ["positionsnachlass", grundUbl],
    cii: ["positionsnachlass", grundCii],
  }),
  regel("BR-43", "BT-141", "Einem Zuschlag auf eine Position fehlt der Betrag. Geben Sie ihn an.", {
    ubl: ["positionszuschlag", hat("cbc:Amount")],
    cii: ["positionszuschlag", hat("../ram:ActualAmount")],
  }),
  regel("BR-44", "BT-144 BT-145", grundPositionszuschlag, {
    ubl: ["positionszuschlag", grundUbl],
    cii: ["positionszuschlag", grundCii],
  }),
  regel(
    "BR-45",
    "BT-116",
    "In der Aufschlüsselung der Umsatzsteuer fehlt ein Nettobetrag. Geben Sie zu jeder Zeile an, auf welchen Betrag die Steuer entfällt.",
    {
      ubl: ["steuerzeile", hat("cbc:TaxableAmount")],
      cii: ["steuerzeile", hat("ram:BasisAmount")],
    },
  ),
  regel("BR-46", "BT-117", "In der Aufschlüsselung der Umsatzsteuer fehlt ein Steuerbetrag. Geben Sie ihn zu jeder Zeile an.", {
    ubl: ["steuerzeile", hat("cbc:TaxAmount")],
    cii: ["steuerzeile", hat("ram:CalculatedAmount")],
  }),
  regel(
    "BR-47",
    "BT-118",
    "In der Aufschlüsselung der Umsatzsteuer fehlt eine Kategorie. Geben Sie zu jeder Zeile die Kategorie an, zum Beispiel S.",
    {
      ubl: ["steuerzeile", kategorieUbl("cac:TaxCategory")],
      cii: ["steuerzeile", (k) => istUstCii(k) && nach("ram:CategoryCode")(k).length > 0],
    },
  ),
  regel(
    "BR-48",
    "BT-119",
    "In der Aufschlüsselung der Umsatzsteuer fehlt ein Steuersatz. Geben Sie ihn zu jeder Zeile an; nur was nicht steuerbar ist (Kategorie O), hat keinen.",
    {
      ubl: [
        "steuerzeile",
        (k) =>
          nach("cac:TaxCategory")(k).some(
            (kategorie) =>
              istUst(kategorie) && (nach("cbc:Percent")(kategorie).length > 0 || eins(nach("cbc:ID")(kategorie))?.norm === "O"),
          ),
      ],
      cii: [
        "steuerzeile",
        (k) =>
          istUstCii(k) &&
          (nach("ram:RateApplicablePercent")(k).length > 0 || nach("ram:CategoryCode")(k).some(({ text }) => text === "O")),
      ],
    },
  ),
  regel("BR-54", "BG-32 BT-160 BT-161", "Einer Eigenschaft eines Artikels fehlt der Name oder der Wert. Geben Sie beides an.", {
    ubl: ["eigenschaft", und(hat("cbc:Name"), hat("cbc:Value"))],
    cii: ["eigenschaft", und(hat("ram:Description"), hat("ram:Value"))],
  }),
  regel(
    "BR-64",
    "BT-157",
    "Zur Kennung eines Artikels fehlt, welcher Art sie ist. Geben Sie das Schema an, zum Beispiel 0160 für eine GTIN.",
    {
      ubl: ["artikelkennung", eigenesAttribut("schemeID")],
      cii: [
        "position",
        (k) => {
          const kennungen = nach("ram:SpecifiedTradeProduct/ram:GlobalID")(k);
          return kennungen.length === 0 || attributVoll(kennungen, "schemeID");
        },
      ],
    },
  ),
  regel(
    "BR-65",
    "BT-158",
    "Zur Einordnung eines Artikels fehlt, aus welcher Liste sie stammt. Geben Sie die Liste an, zum Beispiel STI für CPV.",
    {
      ubl: ["artikelklasse", eigenesAttribut("listID")],
      cii: [
        "artikelklasse",
        (k) => {
          const klassen = nach("ram:ClassCode")(k);
          return klassen.length === 0 || attributVoll(klassen, "listID");
        },
      ],
    },
  ),
  regel(
    "BR-CO-04",
    "BT-151",
    "Einer Position fehlt die Umsatzsteuerkategorie. Geben Sie sie an, zum Beispiel S für den normalen Satz.",
    {
      ubl: ["position", kategorieUbl("cac:Item/cac:ClassifiedTaxCategory")],
      cii: ["position", kategorieCii(`${zuordnung}/ram:ApplicableTradeTax`)],
    },
  ),
  regel("BR-CO-05", "BT-97 BT-98", grundUndCode("Nachlasses"), { ubl: ["nachlass", immer], cii: ["nachlass", immer] }),
  regel("BR-CO-06", "BT-104 BT-105", grundUndCode("Zuschlags"), { ubl: ["zuschlag", immer], cii: ["zuschlag", immer] }),
  regel("BR-CO-07", "BT-139 BT-140", grundUndCode("Positionsnachlasses"), {
    ubl: ["positionsnachlass", immer],
    cii: ["positionsnachlass", immer],
  }),
  regel("BR-CO-08", "BT-144 BT-145", grundUndCode("Positionszuschlags"), {
    ubl: ["positionszuschlag", immer],
    cii: ["positionszuschlag", immer],
  }),
  regel(
    "BR-CO-18",
    "BG-23",
    "Die Aufschlüsselung der Umsatzsteuer fehlt. Geben Sie zu jeder Kategorie und jedem Satz eine Zeile an.",
    {
      ubl: ["rechnung", hat("cac:TaxTotal/cac:TaxSubtotal")],
      cii: ["position", (_, d) => nach(`${abrechnung}/ram:ApplicableTradeTax`)(d.wurzel).length > 0],
    },
  ),
  regel("BR-CO-21", "BT-97 BT-98", grundNachlass, { ubl: ["nachlass", grundUbl], cii: ["nachlass", grundCii] }),
  regel("BR-CO-22", "BT-104 BT-105", grundZuschlag, { ubl: ["zuschlag", grundUbl], cii: ["zuschlag", grundCii] }),
  regel("BR-CO-23", "BT-139 BT-140", grundPositionsnachlass, {
    ubl: ["positionsnachlass", grundUbl],
    cii: ["positionsnachlass", grundCii],
  }),
  regel("BR-CO-24", "BT-144 BT-145", grundPositionszuschlag, {
    ubl: ["positionszuschlag", grundUbl],
    cii: ["positionszuschlag", grundCii],
  }),
];

/** One of them has the attribute, with something in it; two that have it are too many. */
function attributVoll(knoten: readonly { attribut(name: string): string | undefined }[], name: string): boolean {
  const werte = knoten.map((k) => k.attribut(name)).filter((wert) => wert !== undefined);
  return werte.length === 1 && werte[0]?.trim() !== "";
}
