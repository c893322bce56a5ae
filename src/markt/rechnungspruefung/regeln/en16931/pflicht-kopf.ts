import type { Regel } from "../../regel.ts";
import { abrechnung, vertrag } from "../cii.ts";
import { regelnVon } from "../rahmen.ts";
import { eins, hat, nach, oder, voll } from "../weg.ts";

const regel = regelnVon("en16931");
const verkaeufer = `${vertrag}/ram:SellerTradeParty`;
const kaeufer = `${vertrag}/ram:BuyerTradeParty`;

/** What the head of every invoice must hold: document, seller, buyer, representative, delivery, payee. */
export const pflichtKopf: readonly Regel[] = [
  regel(
    "BR-01",
    "BT-24",
    "Die Kennung der Spezifikation fehlt. Geben Sie an, nach welchem Standard die Rechnung erstellt ist (zum Beispiel XRechnung 3.0).",
    {
      ubl: ["rechnung", voll("cbc:CustomizationID")],
      cii: ["rechnung", voll("rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID")],
    },
  ),
  regel("BR-02", "BT-1", "Die Rechnungsnummer fehlt. Geben Sie die Nummer an, unter der Sie die Rechnung führen.", {
    ubl: ["rechnung", voll("cbc:ID")],
    cii: ["rechnung", voll("rsm:ExchangedDocument/ram:ID")],
  }),
  regel("BR-03", "BT-2", "Das Rechnungsdatum fehlt. Geben Sie den Tag an, an dem Sie die Rechnung ausgestellt haben.", {
    ubl: ["rechnung", voll("cbc:IssueDate")],
    cii: [
      "rechnung",
      (k) =>
        (eins(nach("rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString")(k).filter((t) => t.attribut("format") === "102"))
          ?.norm ?? "") !== "",
    ],
  }),
  regel(
    "BR-04",
    "BT-3",
    "Die Art der Rechnung fehlt. Geben Sie den Code an, zum Beispiel 380 für eine Rechnung oder 381 für eine Gutschrift.",
    {
      ubl: ["rechnung", oder(voll("cbc:InvoiceTypeCode"), voll("cbc:CreditNoteTypeCode"))],
      cii: ["rechnung", voll("rsm:ExchangedDocument/ram:TypeCode")],
    },
  ),
  regel("BR-05", "BT-5", "Die Währung der Rechnung fehlt. Geben Sie sie als Code mit drei Buchstaben an, zum Beispiel EUR.", {
    ubl: ["rechnung", voll("cbc:DocumentCurrencyCode")],
    cii: ["rechnung", voll(`${abrechnung}/ram:InvoiceCurrencyCode`)],
  }),
  regel("BR-06", "BT-27", "Der Name des Verkäufers fehlt. Geben Sie an, wer die Rechnung stellt.", {
    ubl: ["rechnung", voll("cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName")],
    cii: ["rechnung", voll(`${verkaeufer}/ram:Name`)],
  }),
  regel("BR-07", "BT-44", "Der Name des Käufers fehlt. Geben Sie an, an wen die Rechnung geht.", {
    ubl: ["rechnung", voll("cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName")],
    cii: ["rechnung", voll(`${kaeufer}/ram:Name`)],
  }),
  regel("BR-08", "BG-5", "Die Anschrift des Verkäufers fehlt. Geben Sie sie an.", {
    ubl: ["rechnung", hat("cac:AccountingSupplierParty/cac:Party/cac:PostalAddress")],
    cii: ["rechnung", hat(`${verkaeufer}/ram:PostalTradeAddress`)],
  }),
  regel("BR-09", "BG-5 BT-40", "In der Anschrift des Verkäufers fehlt das Land. Geben Sie es als Code an, zum Beispiel DE.", {
    ubl: ["anschriftVerkaeufer", voll("cac:Country/cbc:IdentificationCode")],
    cii: ["rechnung", voll(`${verkaeufer}/ram:PostalTradeAddress/ram:CountryID`)],
  }),
  regel("BR-10", "BG-8", "Die Anschrift des Käufers fehlt. Geben Sie sie an.", {
    ubl: ["rechnung", hat("cac:AccountingCustomerParty/cac:Party/cac:PostalAddress")],
    cii: ["rechnung", hat(`${kaeufer}/ram:PostalTradeAddress`)],
  }),
  regel("BR-11", "BG-8 BT-55", "In der Anschrift des Käufers fehlt das Land. Geben Sie es als Code an, zum Beispiel DE.", {
    ubl: ["anschriftKaeufer", voll("cac:Country/cbc:IdentificationCode")],
    cii: ["rechnung", voll(`${kaeufer}/ram:PostalTradeAddress/ram:CountryID`)],
  }),
  regel("BR-16", "BG-25", "Die Rechnung hat keine Position. Führen Sie mindestens eine Lieferung oder Leistung auf.", {
    ubl: ["rechnung", hat("(cac:InvoiceLine|cac:CreditNoteLine)")],
    cii: ["rechnung", (_, d) => d.alle("ram:IncludedSupplyChainTradeLineItem").length > 0],
  }),
  regel(
    "BR-17",
    "BT-27 BT-29 BT-59 BT-60",
    "Der Zahlungsempfänger ist nicht richtig angegeben. Nennen Sie seinen Namen, und nur dann, wenn er ein anderer ist als der Verkäufer.",
    {
      ubl: [
        "zahlungsempfaenger",
        (k) =>
          hatGleichesNicht(k, "cac:PartyName/cbc:Name", "../cac:AccountingSupplierParty/cac:Party/cac:PartyName/cbc:Name") &&
          hatGleichesNicht(
            k,
            "cac:PartyIdentification/cbc:ID",
            "../cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID",
          ) &&
          nach("cac:PartyName/cbc:Name")(k).length > 0,
      ],
      cii: [
        "zahlungsempfaenger",
        (k) => {
          const dort = "../../ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty";
          return (
            nach("ram:Name")(k).length > 0 &&
            ["ram:Name", "ram:ID", "ram:SpecifiedLegalOrganization/ram:ID"].every((pfad) =>
              hatGleichesNicht(k, pfad, `${dort}/${pfad}`),
            )
          );
        },
      ],
    },
  ),
  regel("BR-18", "BT-62", "Der Name des Steuervertreters fehlt. Geben Sie ihn an oder lassen Sie den Steuervertreter weg.", {
    ubl: ["steuervertreter", voll("cac:PartyName/cbc:Name")],
    cii: ["steuervertreter", voll("ram:Name")],
  }),
  regel("BR-19", "BG-12", "Die Anschrift des Steuervertreters fehlt. Geben Sie sie an.", {
    ubl: ["steuervertreter", hat("cac:PostalAddress")],
    cii: ["steuervertreter", hat("ram:PostalTradeAddress")],
  }),
  regel("BR-20", "BT-69", "In der Anschrift des Steuervertreters fehlt das Land. Geben Sie es als Code an.", {
    ubl: ["anschriftSteuervertreter", voll("cac:Country/cbc:IdentificationCode")],
    cii: ["steuervertreter", voll("ram:PostalTradeAddress/ram:CountryID")],
  }),
  regel(
    "BR-52",
    "BT-122",
    "Einem beigefügten Dokument fehlt die Bezeichnung. Geben Sie jedem Dokument eine Nummer oder einen Namen.",
    {
      ubl: ["anlage", voll("cbc:ID")],
      cii: ["anlage", voll("ram:IssuerAssignedID")],
    },
  ),
  regel(
    "BR-55",
    "BT-25",
    "Bei der vorherigen Rechnung fehlt die Nummer. Geben Sie die Nummer der Rechnung an, auf die Sie sich beziehen.",
    {
      ubl: ["vorherige", hat("cac:InvoiceDocumentReference/cbc:ID")],
      cii: ["vorherige", voll("ram:IssuerAssignedID")],
    },
  ),
  regel("BR-56", "BT-63", "Die Umsatzsteuer-Identifikationsnummer des Steuervertreters fehlt. Geben Sie sie an.", {
    ubl: [
      "steuervertreter",
      (k) =>
        nach("cac:PartyTaxScheme")(k).some(
          (s) =>
            nach("cac:TaxScheme/cbc:ID")(s).some(({ norm }) => norm.toUpperCase() === "VAT") &&
            nach("cbc:CompanyID")(s).length > 0,
        ),
    ],
    cii: [
      "steuervertreter",
      (k) =>
        (eins(nach("ram:SpecifiedTaxRegistration/ram:ID")(k).filter((n) => n.attribut("schemeID") === "VA"))?.norm ?? "") !== "",
    ],
  }),
  regel("BR-57", "BG-15 BT-80", "In der Lieferanschrift fehlt das Land. Geben Sie es als Code an, zum Beispiel DE.", {
    ubl: ["lieferanschrift", hat("cac:Country/cbc:IdentificationCode")],
    cii: [
      "lieferung",
      (k, d) =>
        nach("ram:ShipToTradeParty/ram:PostalTradeAddress")(k).length === 0 ||
        voll("ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID")(k, d),
    ],
  }),
  regel(
    "BR-62",
    "BT-34",
    "Zur elektronischen Adresse des Verkäufers fehlt, welcher Art sie ist. Geben Sie das Schema an, zum Beispiel EM für E-Mail.",
    {
      ubl: ["elektronischeAdresseVerkaeufer", (k) => k.attribut("schemeID") !== undefined],
      cii: ["rechnung", (k) => schemaDerAdresse(k, verkaeufer)],
    },
  ),
  regel(
    "BR-63",
    "BT-49",
    "Zur elektronischen Adresse des Käufers fehlt, welcher Art sie ist. Geben Sie das Schema an, zum Beispiel EM für E-Mail.",
    {
      ubl: ["elektronischeAdresseKaeufer", (k) => k.attribut("schemeID") !== undefined],
      cii: ["rechnung", (k) => schemaDerAdresse(k, kaeufer)],
    },
  ),
  regel(
    "BR-CO-26",
    "BT-29 BT-30 BT-31",
    "Der Verkäufer ist nicht eindeutig erkennbar. Geben Sie seine Umsatzsteuer-Identifikationsnummer, seine Registernummer oder eine Kennung an.",
    {
      ubl: [
        "verkaeufer",
        (k) =>
          nach("cac:Party/cac:PartyTaxScheme")(k).some(
            (s) =>
              nach("cac:TaxScheme/cbc:ID")(s).some(({ norm }) => norm.toUpperCase() === "VAT") &&
              nach("cbc:CompanyID")(s).length > 0,
          ) ||
          nach("cac:Party/cac:PartyIdentification/cbc:ID")(k).some((n) => n.attribut("schemeID") !== "SEPA") ||
          nach("cac:Party/cac:PartyLegalEntity/cbc:CompanyID")(k).length > 0,
      ],
      cii: [
        "verkaeufer",
        (k) =>
          nach("ram:ID")(k).length > 0 ||
          nach("ram:GlobalID")(k).length > 0 ||
          nach("ram:SpecifiedLegalOrganization/ram:ID")(k).length > 0 ||
          nach("ram:SpecifiedTaxRegistration/ram:ID")(k).some((n) => n.attribut("schemeID") === "VA"),
      ],
    },
  ),
];

/** Nothing at the one path has the text of something at the other, as written. */
function hatGleichesNicht(k: Parameters<ReturnType<typeof nach>>[0], hier: string, dort: string): boolean {
  const dortige = nach(dort)(k).map(({ text }) => text);
  return !nach(hier)(k).some(({ text }) => dortige.includes(text));
}

function schemaDerAdresse(k: Parameters<ReturnType<typeof nach>>[0], partei: string): boolean {
  const adressen = nach(`${partei}/ram:URIUniversalCommunication`)(k);
  if (adressen.length === 0) return true;
  // Of every party the first address; more than one party, or more than one identifier in it, is an error as in the official engine.
  const schemata = nach(partei)(k).flatMap((p) => {
    const [erste] = nach("ram:URIUniversalCommunication")(p);
    return erste ? nach("ram:URIID")(erste).map((id) => id.attribut("schemeID")) : [];
  });
  return schemata.filter((s) => s !== undefined).length <= 1 && (schemata.find((s) => s !== undefined) ?? "").trim() !== "";
}
