import type { Knoten } from "../../baum.ts";
import type { Regel, Schwere } from "../../regel.ts";
import { istNachlass } from "../cii.ts";
import { regelnVon } from "../rahmen.ts";
import { fehlt, genauEins, hat, hatAttribut, hoechstens, nach, oder, type Pruefung } from "../weg.ts";
import { ciiTafelnKopf } from "./cii-tafel-kopf.ts";
import { ciiTafelnPosition } from "./cii-tafel-position.ts";
import { regelnAus } from "./tafel.ts";

const regel = regelnVon("en16931");
const einmal = (was: string) => `${was} darf nur einmal angegeben sein. Entfernen Sie, was zu viel ist.`;
const genau = (was: string) => `${was} muss genau einmal angegeben sein.`;

type Zahl = readonly [nr: string, bt: string, was: string, anlass: string, pfad: string, schwere: Schwere];
const hoechstensEinmal: readonly Zahl[] = [
  ["003", "BT-23", "Der Geschäftsprozess", "s-kontext", "ram:BusinessProcessSpecifiedDocumentContextParameter", "warnung"],
  ["030", "BT-22", "Der Text einer Bemerkung", "s-bemerkung", "ram:Content", "warnung"],
  ["039", "BT-127", "Die Bemerkung zu einer Position", "s-positionskopf", "ram:IncludedNote", "warnung"],
  ["040", "BT-127", "Der Text der Bemerkung zu einer Position", "s-positionskopf", "ram:IncludedNote/ram:Content", "warnung"],
  ["440", "BT-147", "Der Preisnachlass", "s-preisnachlass", "ram:ActualAmount", "fehler"],
  ["441", "BT-146", "Der Nettopreis einer Position", "s-preis", "ram:NetPriceProductTradePrice/ram:ChargeAmount", "fehler"],
  ["452", "BT-9 BT-20", "Die Zahlungsbedingungen", "s-abrechnung", "ram:SpecifiedTradePaymentTerms", "warnung"],
  [
    "453",
    "BT-20",
    "Der Text der Zahlungsbedingungen",
    "s-abrechnung",
    "ram:SpecifiedTradePaymentTerms/ram:Description",
    "warnung",
  ],
  ["455", "BG-6", "Der Ansprechpartner des Verkäufers", "s-vertrag", "ram:SellerTradeParty/ram:DefinedTradeContact", "fehler"],
  ["456", "BG-9", "Der Ansprechpartner des Käufers", "s-vertrag", "ram:BuyerTradeParty/ram:DefinedTradeContact", "fehler"],
  [
    "459",
    "BT-34",
    "Die elektronische Adresse des Verkäufers",
    "s-vertrag",
    "ram:SellerTradeParty/ram:URIUniversalCommunication",
    "fehler",
  ],
  [
    "460",
    "BT-49",
    "Die elektronische Adresse des Käufers",
    "s-vertrag",
    "ram:BuyerTradeParty/ram:URIUniversalCommunication",
    "fehler",
  ],
  ["461", "BT-7", "Der Zeitpunkt der Steuer", "s-abrechnung", "ram:ApplicableTradeTax/ram:TaxPointDate", "fehler"],
  ["471", "BT-96 BT-103", "Der Steuersatz eines Nachlasses oder Zuschlags", "s-nachlass", "ram:RateApplicablePercent", "fehler"],
  ["472", "BT-95 BT-102", "Die Umsatzsteuer eines Nachlasses oder Zuschlags", "s-nachlass", "ram:CategoryTradeTax", "fehler"],
  ["473", "BT-92 BT-99", "Der Betrag eines Nachlasses oder Zuschlags", "s-nachlass", "ram:ActualAmount", "fehler"],
  ["477", "BT-106", "Die Summe der Positionen", "s-summen", "ram:LineTotalAmount", "fehler"],
  ["478", "BT-108", "Die Summe der Zuschläge", "s-summen", "ram:ChargeTotalAmount", "fehler"],
  ["479", "BT-107", "Die Summe der Nachlässe", "s-summen", "ram:AllowanceTotalAmount", "fehler"],
  ["480", "BT-109", "Der Gesamtbetrag ohne Umsatzsteuer", "s-summen", "ram:TaxBasisTotalAmount", "fehler"],
  ["481", "BT-114", "Die Rundung", "s-summen", "ram:RoundingAmount", "fehler"],
  ["482", "BT-112", "Der Gesamtbetrag mit Umsatzsteuer", "s-summen", "ram:GrandTotalAmount", "fehler"],
  ["483", "", "Der Betrag zur Information", "s-summen", "ram:InformationAmount", "fehler"],
  ["484", "BT-113", "Der schon gezahlte Betrag", "s-summen", "ram:TotalPrepaidAmount", "fehler"],
  ["485", "", "Die Summe der Rabatte", "s-summen", "ram:TotalDiscountAmount", "fehler"],
  ["486", "", "Die Summe aus Nachlässen und Zuschlägen", "s-summen", "ram:TotalAllowanceChargeAmount", "fehler"],
  ["487", "BT-115", "Der Betrag, der zu zahlen ist,", "s-summen", "ram:DuePayableAmount", "fehler"],
  ["488", "", "Der Verkaufswert ohne Steuern", "s-summen", "ram:RetailValueExcludingTaxInformationAmount", "fehler"],
  ["489", "", "Die Summe der Pfandbeträge", "s-summen", "ram:TotalDepositFeeInformationAmount", "fehler"],
  ["490", "", "Der Warenwert ohne Tabaksteuer", "s-summen", "ram:ProductValueExcludingTobaccoTaxInformationAmount", "fehler"],
  ["491", "", "Der Verkaufswert", "s-summen", "ram:TotalRetailValueInformationAmount", "fehler"],
  ["492", "", "Die Bruttosumme der Positionen", "s-summen", "ram:GrossLineTotalAmount", "fehler"],
  ["493", "", "Die Nettosumme der Positionen", "s-summen", "ram:NetLineTotalAmount", "fehler"],
  ["494", "", "Die Nettosumme der Positionen mit Steuern", "s-summen", "ram:NetIncludingTaxesLineTotalAmount", "fehler"],
];
const genauEinmal: readonly Zahl[] = [
  ["009", "BT-24", "Die Kennung der Spezifikation", "s-kontext", "ram:GuidelineSpecifiedDocumentContextParameter", "fehler"],
  [
    "010",
    "BT-24",
    "Die Kennung der Spezifikation",
    "s-kontext",
    "ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
    "fehler",
  ],
  ["014", "BT-3", "Die Art der Rechnung", "s-kopf", "ram:TypeCode", "fehler"],
  ["069", "BT-160", "Der Name einer Eigenschaft", "s-eigenschaft", "ram:Description", "fehler"],
  ["072", "BT-161", "Der Wert einer Eigenschaft", "s-eigenschaft", "ram:Value", "fehler"],
  ["439", "BT-146", "Der Nettopreis einer Position", "s-preis", "ram:NetPriceProductTradePrice/ram:ChargeAmount", "fehler"],
  ["454", "BG-30", "Die Umsatzsteuer einer Position", "s-positionsabrechnung", "ram:ApplicableTradeTax", "warnung"],
];

const verweise = (arten: readonly string[], normiert: boolean) => (k: Knoten) =>
  nach("ram:AdditionalReferencedDocument")(k).filter((v) =>
    nach("ram:TypeCode")(v).some((art) => arten.includes(normiert ? art.norm : art.text)),
  );
const nichtBeide = (partei: string, eines: string, anderes: string): Pruefung => {
  const [a, b] = [nach(`${partei}/${eines}`), nach(`${partei}/${anderes}`)];
  return (k) => a(k).length === 0 || b(k).length === 0;
};
const alleGleich = (knoten: readonly Knoten[]): boolean => knoten.every((k) => k.norm === knoten[0]?.norm);
const zahlungen =
  (pfad: string): Pruefung =>
  (_, d) =>
    alleGleich(d.alle("ram:SpecifiedTradeSettlementPaymentMeans").flatMap((k) => [...nach(pfad)(k)]));
const doppelt = (wer: string) => `${wer} hat zwei Kennungen, eine eigene und eine mit Schema. Geben Sie nur eine an.`;
const kontaktDoppelt = (wer: string) => `Beim Ansprechpartner des ${wer} stehen Person und Abteilung. Geben Sie nur eines an.`;
const preisnachlass = "ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge";

/** CII-SR-*: what may stand how often in CII. */
export const ciiSr: readonly Regel[] = [
  ...regelnAus("cii", "CII", [...ciiTafelnKopf, ...ciiTafelnPosition]),
  ...hoechstensEinmal.map(([nr, bt, was, anlass, pfad, schwere]) =>
    regel(`CII-SR-${nr}`, bt, einmal(was), { schwere, cii: [anlass, hoechstens(pfad)] }),
  ),
  ...genauEinmal.map(([nr, bt, was, anlass, pfad, schwere]) =>
    regel(`CII-SR-${nr}`, bt, genau(was), { schwere, cii: [anlass, genauEins(pfad)] }),
  ),
  regel("CII-SR-046", "BT-157", "Zur Kennung eines Artikels fehlt, welcher Art sie ist. Geben Sie das Schema an.", {
    cii: ["s-artikel", oder(fehlt("ram:GlobalID"), hatAttribut("ram:GlobalID", "schemeID"))],
  }),
  regel("CII-SR-090", "BT-159", genau("Das Herkunftsland eines Artikels"), {
    cii: ["s-artikel", oder(fehlt("ram:OriginTradeCountry"), genauEins("ram:OriginTradeCountry/ram:ID"))],
  }),
  regel("CII-SR-119", "BT-147", "Ein Preisnachlass braucht den Betrag und die Angabe, dass es ein Nachlass ist (false).", {
    schwere: "warnung",
    cii: [
      "s-preis",
      (k, d) => {
        const [angabe, betrag] = [
          hat(`${preisnachlass}/ram:ChargeIndicator`)(k, d),
          hat(`${preisnachlass}/ram:ActualAmount`)(k, d),
        ];
        return (nach(preisnachlass)(k).some(istNachlass) && betrag) || (!angabe && !betrag);
      },
    ],
  }),
  regel("CII-SR-449", "BT-71", doppelt("Der Ort der Lieferung"), {
    schwere: "warnung",
    cii: ["s-lieferung", nichtBeide("ram:ShipToTradeParty", "ram:ID", "ram:GlobalID")],
  }),
  regel("CII-SR-450", "BT-46", doppelt("Der Käufer"), {
    schwere: "warnung",
    cii: ["s-vertrag", nichtBeide("ram:BuyerTradeParty", "ram:ID", "ram:GlobalID")],
  }),
  regel("CII-SR-451", "BT-60", doppelt("Der Zahlungsempfänger"), {
    schwere: "warnung",
    cii: ["s-abrechnung", nichtBeide("ram:PayeeTradeParty", "ram:ID", "ram:GlobalID")],
  }),
  regel("CII-SR-457", "BT-17", einmal("Die Vergabenummer"), {
    schwere: "warnung",
    cii: ["s-vertrag", (k) => verweise(["50"], false)(k).length <= 1],
  }),
  regel("CII-SR-458", "BT-18", einmal("Das Bezugsobjekt der Rechnung"), {
    schwere: "warnung",
    cii: ["s-vertrag", (k) => verweise(["130"], false)(k).length <= 1],
  }),
  regel(
    "CII-SR-462",
    "BT-8",
    "Der Zeitpunkt der Steuer ist verschieden angegeben. Verwenden Sie in allen Zeilen denselben Code.",
    {
      cii: [
        "s-abrechnung",
        (_, d) =>
          new Set(
            d
              .alle("ram:DueDateTypeCode")
              .filter((k) => k.eltern?.name === "ram:ApplicableTradeTax")
              .map(({ text }) => text),
          ).size <= 1,
      ],
    },
  ),
  regel("CII-SR-463", "BG-20 BG-21 BG-27 BG-28", "Bei einem Betrag fehlt, ob er Nachlass oder Zuschlag ist. Geben Sie es an.", {
    cii: ["s-nachlass", hat("ram:ChargeIndicator")],
  }),
  regel("CII-SR-465", "BT-41", kontaktDoppelt("Verkäufers"), {
    schwere: "warnung",
    cii: ["s-vertrag", nichtBeide("ram:SellerTradeParty/ram:DefinedTradeContact", "ram:PersonName", "ram:DepartmentName")],
  }),
  regel("CII-SR-466", "BT-56", kontaktDoppelt("Käufers"), {
    schwere: "warnung",
    cii: ["s-vertrag", nichtBeide("ram:BuyerTradeParty/ram:DefinedTradeContact", "ram:PersonName", "ram:DepartmentName")],
  }),
  regel("CII-SR-467", "BT-81", "Die Rechnung nennt verschiedene Arten der Zahlung. Verwenden Sie nur eine.", {
    cii: ["s-rechnung", zahlungen("ram:TypeCode")],
  }),
  regel("CII-SR-468", "BT-82", "Die Rechnung nennt die Zahlungsart in verschiedenen Worten. Verwenden Sie dieselben.", {
    cii: ["s-rechnung", zahlungen("ram:Information")],
  }),
  regel("CII-SR-469", "BT-83", einmal("Der Verwendungszweck"), {
    cii: [
      "s-rechnung",
      (_, d) =>
        d.alle("ram:PaymentReference").filter((k) => k.eltern?.name === "ram:ApplicableHeaderTradeSettlement").length <= 1,
    ],
  }),
  regel("CII-SR-470", "BT-84", "Bei einer Überweisung fehlt das Konto. Geben Sie die IBAN des Zahlungsempfängers an.", {
    cii: [
      "s-abrechnung",
      (k, d) =>
        nach("ram:SpecifiedTradeSettlementPaymentMeans")(k).every(
          (zahlung) =>
            !["30", "58"].includes(nach("ram:TypeCode")(zahlung)[0]?.norm ?? "") ||
            hat("ram:PayeePartyCreditorFinancialAccount/(ram:IBANID|ram:ProprietaryID)")(zahlung, d),
        ),
    ],
  }),
  regel("CII-SR-474", "BT-128", einmal("Das Bezugsobjekt einer Position"), {
    schwere: "warnung",
    cii: ["s-positionsabrechnung", (k) => verweise(["130"], true)(k).length <= 1],
  }),
  regel("CII-SR-475", "BT-123", einmal("Die Beschreibung beigefügter Dokumente"), {
    schwere: "warnung",
    cii: ["s-vertrag", (k) => verweise(["916"], true)(k).flatMap((v) => [...nach("ram:Name")(v)]).length <= 1],
  }),
  regel("CII-SR-476", "BT-125", einmal("Die beigefügte Datei"), {
    schwere: "warnung",
    cii: ["s-vertrag", (k) => verweise(["916"], true)(k).flatMap((v) => [...nach("ram:AttachmentBinaryObject")(v)]).length <= 1],
  }),
];
