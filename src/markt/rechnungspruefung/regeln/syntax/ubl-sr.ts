import type { Knoten } from "../../baum.ts";
import type { Regel } from "../../regel.ts";
import { regelnVon } from "../rahmen.ts";
import { eigenesAttribut, eins, hat, hoechstens, nach, nachPunkt, type Pruefung } from "../weg.ts";
import { attributnamen } from "./attribute.ts";

const regel = regelnVon("en16931");
const nurEinmal = (was: string) => `${was} darf nur einmal angegeben sein. Entfernen Sie, was zu viel ist.`;

const einmal: readonly (readonly [nr: string, bt: string, was: string, anlass: string, pfad: string])[] = [
  ["01", "BT-12", "Die Vertragsnummer", "s-rechnung", "cac:ContractDocumentReference/cbc:ID"],
  ["02", "BT-15", "Die Nummer der Empfangsbestätigung", "s-rechnung", "cac:ReceiptDocumentReference/cbc:ID"],
  ["03", "BT-16", "Die Nummer des Lieferscheins", "s-rechnung", "cac:DespatchDocumentReference/cbc:ID"],
  ["05", "BT-20", "Die Zahlungsbedingung", "s-rechnung", "cac:PaymentTerms/cbc:Note"],
  ["08", "BG-14", "Der Abrechnungszeitraum", "s-rechnung", "cac:InvoicePeriod"],
  [
    "09",
    "BT-27",
    "Der Name des Verkäufers",
    "s-rechnung",
    "cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName",
  ],
  ["10", "BT-28", "Der Handelsname des Verkäufers", "s-rechnung", "cac:AccountingSupplierParty/cac:Party/cac:PartyName/cbc:Name"],
  [
    "11",
    "BT-30",
    "Die Registernummer des Verkäufers",
    "s-rechnung",
    "cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID",
  ],
  [
    "14",
    "BT-33",
    "Die Rechtsform des Verkäufers",
    "s-rechnung",
    "cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyLegalForm",
  ],
  [
    "15",
    "BT-44",
    "Der Name des Käufers",
    "s-rechnung",
    "cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName",
  ],
  [
    "16",
    "BT-46",
    "Die Kennung des Käufers",
    "s-rechnung",
    "cac:AccountingCustomerParty/cac:Party/cac:PartyIdentification/cbc:ID",
  ],
  [
    "17",
    "BT-47",
    "Die Registernummer des Käufers",
    "s-rechnung",
    "cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID",
  ],
  ["24", "BG-13", "Die Lieferung", "s-rechnung", "cac:Delivery"],
  ["39", "BT-11", "Die Projektnummer", "s-rechnung", "cac:ProjectReference/cbc:ID"],
  ["40", "BT-45", "Der Handelsname des Käufers", "s-rechnung", "cac:AccountingCustomerParty/cac:Party/cac:PartyName/cbc:Name"],
  ["45", "BT-9", "Die Fälligkeit", "s-rechnung", "cac:PaymentMeans/cbc:PaymentDueDate"],
  ["49", "BT-8", "Der Code für den Zeitpunkt der Steuer", "s-rechnung", "cac:InvoicePeriod/cbc:DescriptionCode"],
  ["54", "BG-18", "Die Karte", "s-rechnung", "cac:PaymentMeans/cac:CardAccount"],
  ["55", "BG-19", "Das Lastschriftmandat", "s-rechnung", "cac:PaymentMeans/cac:PaymentMandate"],
  ["56", "BT-17", "Die Vergabenummer", "s-rechnung", "cac:OriginatorDocumentReference/cbc:ID"],
  ["06", "BG-3", "Die vorherige Rechnung je Bezug", "s-vorherige", "cac:InvoiceDocumentReference"],
  ["22", "BT-62", "Der Name des Steuervertreters", "s-steuervertreter", "cac:PartyName/cbc:Name"],
  ["23", "BT-63", "Die Steuernummer des Steuervertreters", "s-steuervertreter", "cac:PartyTaxScheme/cbc:CompanyID"],
  ["25", "BT-70", "Der Name des Empfängers der Lieferung", "s-lieferung", "cac:DeliveryParty/cac:PartyName/cbc:Name"],
  ["26", "BT-83", "Der Verwendungszweck", "s-zahlung", "cbc:PaymentID"],
  ["27", "BT-81", "Die Art der Zahlung", "s-zahlung", "cbc:PaymentMeansCode"],
  ["28", "BT-89", "Die Mandatsreferenz", "s-zahlung", "cac:PaymentMandate/cbc:ID"],
  ["30", "BT-97 BT-139", "Der Grund eines Nachlasses", "s-nachlass", "cbc:AllowanceChargeReason"],
  ["31", "BT-104 BT-144", "Der Grund eines Zuschlags", "s-zuschlag", "cbc:AllowanceChargeReason"],
  ["32", "BT-120", "Der Grund einer Steuerbefreiung je Zeile", "s-steuerzeile", "cac:TaxCategory/cbc:TaxExemptionReason"],
  ["33", "BT-123", "Die Beschreibung eines beigefügten Dokuments", "s-anlage", "cbc:DocumentDescription"],
  ["34", "BT-127", "Die Bemerkung zu einer Position", "s-position", "cbc:Note"],
  ["35", "BT-132", "Die Bestellposition je Position", "s-position", "cac:OrderLineReference/cbc:LineID"],
  ["36", "BG-26", "Der Zeitraum einer Position", "s-position", "cac:InvoicePeriod"],
  ["37", "BT-147", "Der Preisnachlass einer Position", "s-position", "cac:Price/cac:AllowanceCharge/cbc:Amount"],
  ["50", "BT-154", "Die Beschreibung eines Artikels", "s-position", "cac:Item/cbc:Description"],
  ["52", "BT-128", "Das Bezugsobjekt einer Position", "s-position", "cac:DocumentReference"],
];

const empfaenger = "BT-59 BT-60 BT-61";
const verkaeufername = nach("../cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName");
/** Some name of the payee differs from some name of the seller. */
const andererName: Pruefung = (k) =>
  nach("cac:PartyName/cbc:Name")(k).some(({ text }) => verkaeufername(k).some((anderer) => anderer.text !== text));
const empfaengerRegel = (nr: string, was: string, gilt: Pruefung) =>
  regel(
    `UBL-SR-${nr}`,
    empfaenger,
    `${was} des Zahlungsempfängers darf nur einmal angegeben sein, und der Zahlungsempfänger muss anders heißen als der Verkäufer. Sonst lassen Sie ihn weg.`,
    {
      ubl: ["s-zahlungsempfaenger", (k, d) => gilt(k, d) && andererName(k, d)],
    },
  );

const nummernFuer = (partei: string, ust: boolean): Pruefung => {
  const schemata = nach(`cac:${partei}/cac:Party/cac:PartyTaxScheme`);
  // Other than elsewhere, white space around the tax counts here.
  const passt = (k: Knoten) =>
    nach("cac:TaxScheme")(k).some((steuer) => (eins(nach("cbc:ID")(steuer))?.text.toUpperCase() === "VAT") === ust);
  return (k) =>
    schemata(k)
      .filter(passt)
      .flatMap((s) => [...nach("cbc:CompanyID")(s)]).length <= 1;
};
const verschiedene = (knoten: readonly Knoten[]): number => new Set(knoten.map(({ text }) => text)).size;

/** UBL-SR-*: how often something may stand, where UBL leaves it open and EN 16931 does not. */
export const ublSr: readonly Regel[] = [
  ...einmal.map(([nr, bt, was, anlass, pfad]) => regel(`UBL-SR-${nr}`, bt, nurEinmal(was), { ubl: [anlass, hoechstens(pfad)] })),
  regel("UBL-SR-04", "BT-18", nurEinmal("Das Bezugsobjekt der Rechnung"), {
    ubl: [
      "s-rechnung",
      (k) =>
        nach("cac:AdditionalDocumentReference")(k)
          .filter((a) => nach("cbc:DocumentTypeCode")(a).some(({ text }) => text === "130"))
          .flatMap((a) => [...nach("cbc:ID")(a)]).length <= 1,
    ],
  }),
  regel("UBL-SR-07", "BT-25", "Bei der vorherigen Rechnung fehlt die Nummer. Geben Sie sie an.", {
    ubl: ["s-vorherige", hat("cac:InvoiceDocumentReference/cbc:ID")],
  }),
  regel("UBL-SR-12", "BT-31", nurEinmal("Die Umsatzsteuer-Identifikationsnummer des Verkäufers"), {
    ubl: ["s-rechnung", nummernFuer("AccountingSupplierParty", true)],
  }),
  regel("UBL-SR-13", "BT-32", nurEinmal("Die Steuernummer des Verkäufers"), {
    ubl: ["s-rechnung", nummernFuer("AccountingSupplierParty", false)],
  }),
  regel("UBL-SR-18", "BT-48", nurEinmal("Die Umsatzsteuer-Identifikationsnummer des Käufers"), {
    ubl: ["s-rechnung", nummernFuer("AccountingCustomerParty", true)],
  }),
  empfaengerRegel("19", "Der Name", hoechstens("cac:PartyName/cbc:Name")),
  empfaengerRegel(
    "20",
    "Die Kennung",
    (k) =>
      nach("cac:PartyIdentification/cbc:ID")(k).filter((id) => id.attribut("schemeID")?.toUpperCase() !== "SEPA").length <= 1,
  ),
  empfaengerRegel("21", "Die Registernummer", hoechstens("cac:PartyLegalEntity/cbc:CompanyID")),
  regel("UBL-SR-29", "BT-90", nurEinmal("Die Gläubiger-Identifikationsnummer"), {
    ubl: [
      "s-rechnung",
      (_, d) =>
        d
          .alle("cbc:ID")
          .filter((id) => id.eltern?.name === "cac:PartyIdentification" && id.attribut("schemeID")?.toUpperCase() === "SEPA")
          .length <= 1,
    ],
  }),
  regel(
    "UBL-SR-42",
    "BT-31 BT-32",
    "Beim Verkäufer stehen mehr als zwei Steuernummern. Geben Sie höchstens die Umsatzsteuer-Identifikationsnummer und die Steuernummer an.",
    {
      ubl: ["s-verkaeufer", hoechstens("cac:PartyTaxScheme", 2)],
    },
  ),
  regel(
    "UBL-SR-43",
    "BT-18 BT-122",
    "Ein beigefügtes Dokument hat eine Art, die hier nicht vorgesehen ist. Erlaubt sind die Dokumentart 130 (Bezugsobjekt), in Gutschriften 50 (Projekt), oder gar keine und dann auch kein schemeID.",
    {
      ubl: [
        "s-anlage",
        (k, d) => {
          const art = nach("cbc:DocumentTypeCode")(k);
          if (art.some(({ text }) => text === "130" || (text === "50" && d.wurzel.name === "cn:CreditNote"))) return true;
          return art.length === 0 && !nach("cbc:ID")(k).some((id) => id.attribut("schemeID") !== undefined);
        },
      ],
    },
  ),
  regel("UBL-SR-44", "BT-83", "Die Rechnung nennt verschiedene Verwendungszwecke. Verwenden Sie überall denselben.", {
    ubl: ["s-rechnung", (_, d) => verschiedene(d.alle("cbc:PaymentID")) <= 1],
  }),
  regel("UBL-SR-46", "BT-82", nurEinmal("Die Zahlungsart in Worten"), {
    ubl: [
      "s-rechnung",
      (k) => nach("cac:PaymentMeans/cbc:PaymentMeansCode")(k).filter((code) => code.attribut("name") !== undefined).length <= 1,
    ],
  }),
  regel("UBL-SR-47", "BT-81", "Die Rechnung nennt verschiedene Arten der Zahlung. Verwenden Sie nur eine.", {
    ubl: ["s-rechnung", (_, d) => verschiedene(d.alle("cbc:PaymentMeansCode")) <= 1],
  }),
  regel(
    "UBL-SR-48",
    "BG-30",
    "Eine Position muss genau eine Umsatzsteuerkategorie haben. Teilen Sie die Position, wenn mehrere gelten.",
    {
      ubl: ["s-position", (k) => nach("cac:Item/cac:ClassifiedTaxCategory")(k).length === 1],
    },
  ),
  regel("UBL-SR-51", "BT-162 BT-163 BT-164 BT-165", nurEinmal("Die dritte Zeile einer Anschrift"), {
    ubl: ["s-anschrift", hoechstens("cac:AddressLine")],
  }),
  regel(
    "UBL-SR-53",
    "BT-31 BT-32 BT-48 BT-63",
    "Zu einer Steuernummer fehlt die Nummer selbst oder die Art der Steuer. Geben Sie beides an.",
    {
      ubl: ["s-steuernummer", (k) => nach("cac:TaxScheme/cbc:ID")(k).length > 0 && nach("cbc:CompanyID")(k).length > 0],
    },
  ),
];

const unerwuenscht =
  "08 schemeName, 09 schemeAgencyName, 10 schemeDataURI, 11 schemeURI, 12 format, 13 unitCodeListIdentifier, 14 unitCodeListAgencyIdentifier, " +
  "15 unitCodeListAgencyName, 16 listAgencyName, 17 listName, 19 languageID, 20 listURI, 21 listSchemeURI, 22 languageLocaleID, 23 uri, " +
  "24 currencyCodeListVersionID, 25 characterSetCode, 26 encodingCode, 27 schemeAgencyID, 28 listAgencyID";

/** UBL-DT-*: how values are written in UBL. */
export const ublDt: readonly Regel[] = [
  regel(
    "UBL-DT-01",
    "",
    "Ein Betrag hat mehr als zwei Stellen nach dem Komma. Runden Sie ihn auf Cent; nur Preise dürfen genauer sein.",
    { ubl: ["s-betrag", (k) => nachPunkt(k.text) <= 2] },
  ),
  regel(
    "UBL-DT-06",
    "BT-125",
    "Einer beigefügten Datei fehlt der Dateityp. Geben Sie ihn an (mimeCode), zum Beispiel application/pdf.",
    { ubl: ["s-datei", eigenesAttribut("mimeCode")] },
  ),
  regel("UBL-DT-07", "BT-125", "Einer beigefügten Datei fehlt der Dateiname. Geben Sie ihn an (filename).", {
    ubl: ["s-datei", eigenesAttribut("filename")],
  }),
  ...unerwuenscht.split(", ").map((eintrag) => {
    const [nr = "", attribut = ""] = eintrag.split(" ");
    return regel(
      `UBL-DT-${nr}`,
      "",
      `Das Attribut ${attribut} gehört nicht zu einer Rechnung nach EN 16931 und wird nicht ausgewertet. Lassen Sie es besser weg.`,
      {
        schwere: "warnung",
        ubl: ["s-rechnung", (_, d) => !attributnamen(d).has(attribut)],
      },
    );
  }),
  regel("UBL-DT-18", "BT-82", "Das Attribut name ist nur an der Zahlungsart vorgesehen. Lassen Sie es sonst weg.", {
    schwere: "warnung",
    ubl: [
      "s-rechnung",
      (_, d) =>
        !attributnamen(d).has("name") ||
        !d.elemente.some((k) => k.name !== "cbc:PaymentMeansCode" && k.attribut("name") !== undefined),
    ],
  }),
];
