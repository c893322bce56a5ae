import type { Knoten } from "../../baum.ts";
import type { Regel } from "../../regel.ts";
import { CVD, EXTENSION, XRECHNUNG } from "../../szenarien.ts";
import { abrechnung, lieferung, positionenVon as positionenCii, vertrag } from "../cii.ts";
import { regelnVon } from "../rahmen.ts";
import { positionenVon } from "../ubl.ts";
import { einesVoll, eins, fehlt, hat, nach, oder, type Pruefung } from "../weg.ts";

const regel = regelnVon("xrechnung");
const arten = new Set(["326", "380", "384", "389", "381", "875", "876", "877"]);
const mitSteuer = new Set(["S", "Z", "E", "AE", "K", "G", "L", "M"]);
const kennungen = new Set([XRECHNUNG, EXTENSION, CVD]);
const istMitSteuer = ({ text }: Knoten) => mitSteuer.has(text);
const artIst = (pfad: string, passt: (art: string) => boolean): Pruefung => {
  const hin = nach(pfad);
  return (k) => passt(eins(hin(k))?.norm ?? "");
};
const adresse = /^[a-zA-Z][a-zA-Z0-9+.-]+:.*/;

/** No two documents beside each other carry a file of the same name. */
function dateinamenVerschieden(anlagen: readonly Knoten[], datei: string): boolean {
  const gesehen = new Map<Knoten | undefined, Set<string>>();
  return anlagen.every((anlage) => {
    const namen = nach(datei)(anlage).flatMap((d) => d.attribut("filename") ?? []);
    const bisher = gesehen.get(anlage.eltern) ?? new Set<string>();
    gesehen.set(anlage.eltern, bisher);
    const neu = !namen.some((name) => bisher.has(name));
    for (const name of namen) bisher.add(name);
    return neu;
  });
}

const steuerUbl: Pruefung = (k) => {
  const nachlaesse = nach("cac:AllowanceCharge")(k).filter((n) =>
    nach("cbc:ChargeIndicator")(n).some(({ text }) => text === "false" || text === "true"),
  );
  const berechnet =
    nachlaesse.some((n) => nach("cac:TaxCategory/cbc:ID")(n).some(istMitSteuer)) ||
    positionenVon(k).some((p) => nach("cac:Item/cac:ClassifiedTaxCategory/cbc:ID")(p).some(istMitSteuer));
  return (
    !berechnet ||
    nach("cac:TaxRepresentativeParty")(k).length > 0 ||
    nach("cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID")(k).some(({ norm }) => norm !== "")
  );
};
/** In CII the rule looks for the tax of allowances where its text never is; only the lines count. */
const steuerCii: Pruefung = (k) => {
  const steuern = positionenCii(k).flatMap((p) => [...nach("ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax")(p)]);
  const berechnet =
    steuern.some((s) => nach("ram:TypeCode")(s).some(({ text }) => text === "VAT")) &&
    steuern.some((s) => nach("ram:CategoryCode")(s).some(istMitSteuer));
  return (
    !berechnet ||
    nach(`${vertrag}/ram:SellerTaxRepresentativeTradeParty`)(k).length > 0 ||
    nach(`${vertrag}/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID`)(k).some(
      (id) => ["VA", "FC"].includes((id.attribut("schemeID") ?? "").trim()) && id.norm !== "",
    )
  );
};

const basismengen = ["GrossPriceProductTradePrice", "NetPriceProductTradePrice"].map((preis) =>
  nach(`ram:SpecifiedLineTradeAgreement/ram:${preis}/ram:BasisQuantity`),
);
const gleicheBasis: Pruefung = (k) => {
  const [brutto = [], netto = []] = basismengen.map((hin) => hin(k));
  if (brutto.length === 0 || netto.length === 0) return true;
  const gleich = (wert: (m: Knoten) => string | undefined) =>
    brutto.some((b) => netto.some((n) => wert(b) !== undefined && wert(b) === wert(n)));
  const hatEinheit = (mengen: readonly Knoten[]) => mengen.some((m) => m.attribut("unitCode") !== undefined);
  return gleich(({ text }) => text) && (!hatEinheit(brutto) || !hatEinheit(netto) || gleich((m) => m.attribut("unitCode")));
};

/** BR-DE-14, 16, 17, 21, 22, 26 and those that come and go (BR-TMP-*): the document itself. */
export const deBeleg: readonly Regel[] = [
  regel(
    "BR-DE-14",
    "BT-119",
    "In der Aufschlüsselung der Umsatzsteuer fehlt ein Steuersatz. XRechnung verlangt ihn in jeder Zeile, auch wenn er 0 ist.",
    {
      ubl: ["x-steuerzeile", einesVoll("cac:TaxCategory/cbc:Percent")],
      cii: ["x-steuerzeile", einesVoll("ram:RateApplicablePercent")],
    },
  ),
  regel(
    "BR-DE-16",
    "BT-31 BT-32 BG-11",
    "Die Rechnung berechnet Umsatzsteuer, aber nennt keine Steuernummer. Geben Sie die Umsatzsteuer-Identifikationsnummer oder die Steuernummer des Verkäufers an, oder seinen Steuervertreter.",
    {
      ubl: ["x-rechnung", steuerUbl],
      cii: ["x-rechnung", steuerCii],
    },
  ),
  regel(
    "BR-DE-17",
    "BT-3",
    "Die Art der Rechnung ist in XRechnung nicht üblich. Verwenden Sie 326, 380, 381, 384, 389, 875, 876 oder 877.",
    {
      schwere: "warnung",
      ubl: [
        "x-rechnung",
        oder(
          artIst("cbc:InvoiceTypeCode", (art) => arten.has(art)),
          artIst("cbc:CreditNoteTypeCode", (art) => arten.has(art)),
        ),
      ],
      cii: ["x-rechnung", artIst("rsm:ExchangedDocument/ram:TypeCode", (art) => arten.has(art))],
    },
  ),
  regel(
    "BR-DE-21",
    "BT-24",
    "Die Kennung der Spezifikation ist nicht die von XRechnung. Geben Sie die Kennung genau so an, wie der Standard sie nennt.",
    {
      schwere: "warnung",
      ubl: ["x-rechnung", (k) => nach("cbc:CustomizationID")(k).some(({ text }) => kennungen.has(text))],
      cii: [
        "x-kontext",
        (k) => nach("ram:GuidelineSpecifiedDocumentContextParameter/ram:ID")(k).some(({ text }) => kennungen.has(text)),
      ],
    },
  ),
  regel("BR-DE-22", "BT-125", "Zwei beigefügte Dateien haben denselben Namen. Geben Sie jeder Datei einen eigenen.", {
    ubl: [
      "x-rechnung",
      (k) => dateinamenVerschieden(nach("cac:AdditionalDocumentReference")(k), "cac:Attachment/cbc:EmbeddedDocumentBinaryObject"),
    ],
    cii: [
      "x-rechnung",
      (_, d) => dateinamenVerschieden(d.alle("ram:AdditionalReferencedDocument"), "ram:AttachmentBinaryObject"),
    ],
  }),
  regel(
    "BR-DE-26",
    "BT-3 BG-3",
    "Eine korrigierte Rechnung (384) soll die Rechnung nennen, die sie korrigiert. Geben Sie deren Nummer an.",
    {
      schwere: "warnung",
      ubl: [
        "x-rechnung",
        (k, d) =>
          !["cbc:InvoiceTypeCode", "cbc:CreditNoteTypeCode"].some((pfad) => artIst(pfad, (art) => art === "384")(k, d)) ||
          hat("cac:BillingReference/cac:InvoiceDocumentReference")(k, d),
      ],
      cii: [
        "x-rechnung",
        oder(
          artIst("rsm:ExchangedDocument/ram:TypeCode", (art) => art !== "384"),
          hat(`${abrechnung}/ram:InvoiceReferencedDocument`),
        ),
      ],
    },
  ),
  regel(
    "BR-DE-TMP-32",
    "BT-72 BG-14 BG-26",
    "Der Tag der Lieferung oder der Zeitraum der Leistung fehlt. Geben Sie ihn an; das Umsatzsteuergesetz verlangt ihn in der Regel.",
    {
      schwere: "hinweis",
      ubl: [
        "x-rechnung",
        (k, d) =>
          hat("cac:Delivery/cbc:ActualDeliveryDate")(k, d) ||
          hat("cac:InvoicePeriod")(k, d) ||
          positionenVon(k).every((p) => nach("cac:InvoicePeriod")(p).length > 0),
      ],
      cii: [
        "x-handel",
        (_, d) =>
          nach(`${lieferung}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime`)(d.wurzel).length > 0 ||
          nach(`${abrechnung}/ram:BillingSpecifiedPeriod`)(d.wurzel).length > 0 ||
          positionenCii(d.wurzel).every((p) => nach("ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod")(p).length > 0),
      ],
    },
  ),
  regel(
    "BR-TMP-2",
    "BT-124",
    "Die Internetadresse eines beigefügten Dokuments ist nicht richtig. Sie muss mit dem Protokoll beginnen, zum Beispiel https:.",
    {
      schwere: "warnung",
      ubl: ["x-verweis", (k) => adresse.test(eins(nach("cbc:URI")(k))?.text ?? "")],
      cii: ["x-verweis", (k, d) => fehlt("ram:URIID")(k, d) || adresse.test(eins(nach("ram:URIID")(k))?.text ?? "")],
    },
  ),
  regel(
    "BR-TMP-3",
    "BT-149 BT-150",
    "Die Mengen, auf die sich Netto- und Bruttopreis beziehen, sind verschieden. Geben Sie bei beiden dieselbe Menge und Einheit an.",
    {
      cii: ["x-position", gleicheBasis],
    },
  ),
];
