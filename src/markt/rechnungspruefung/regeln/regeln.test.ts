import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { beispielCii } from "../../../../test/helpers/rechnungen/beispiel-cii.ts";
import { beispielUbl } from "../../../../test/helpers/rechnungen/beispiel-ubl.ts";
import { begriffsname } from "../begriffe.ts";
import { pruefe, pruefeRegeln } from "../pruefe.ts";
import { regeln } from "../regeln.ts";

/** Changes the one place that is meant; a text that is not there would test nothing. */
function aendere(text: string, ...aenderungen: readonly (readonly [alt: string | RegExp, neu: string])[]): Buffer {
  let neuer = text;
  for (const [alt, neu] of aenderungen) {
    const danach = neuer.replace(alt, neu);
    assert.notEqual(danach, neuer, `${alt} steht nicht im Beispiel`);
    neuer = danach;
  }
  return Buffer.from(neuer);
}
const verletzt = (bytes: Buffer) => [...new Set(pruefeRegeln(bytes).map(({ regel }) => regel))].sort();

type Faelle = Readonly<
  Record<string, readonly [aenderungen: readonly (readonly [string | RegExp, string])[], regeln: readonly string[]]>
>;
const laufe = (beispiel: string, faelle: Faelle) => {
  for (const [name, [aenderungen, erwartet]] of Object.entries(faelle))
    test(name, () => assert.deepEqual(verletzt(aendere(beispiel, ...aenderungen)), [...erwartet].sort()));
};

describe("the directory of rules", () => {
  test("has no id twice in a syntax", () => {
    for (const syntax of ["ubl", "cii"]) {
      const ids = regeln.filter((regel) => (regel.syntax ?? syntax) === syntax).map(({ id }) => id);
      assert.deepEqual(
        ids.filter((id, stelle) => ids.indexOf(id) !== stelle),
        [],
      );
    }
  });
  test("every rule has a German sentence, and every term it names has a name", () => {
    for (const { id, text, bt } of regeln) {
      assert.match(text, /^[A-ZÄÖÜ„].*[.:#]$|fällig am$/s, id);
      assert.doesNotMatch(text, /undefined|\[BR|\bmust\b|\bshall\b/i, id);
      for (const begriff of bt) assert.ok(begriffsname(begriff), `${id}: ${begriff}`);
    }
  });
  test("what this house adds never refuses an invoice", () => {
    for (const { id, werk, schwere } of regeln) {
      assert.equal(werk === "fachwerk", id.startsWith("FW-"), id);
      if (werk === "fachwerk") assert.notEqual(schwere, "fehler", id);
    }
  });
});

describe("an invoice that is right", () => {
  for (const [syntax, beispiel] of [
    ["UBL", beispielUbl],
    ["CII", beispielCii],
  ] as const)
    test(`is accepted without a word: ${syntax}`, () => {
      const { fehler, warnungen, hinweise, gueltig } = pruefe("rechnung.xml", Buffer.from(beispiel));
      assert.deepEqual({ fehler, warnungen, hinweise, gueltig }, { fehler: [], warnungen: [], hinweise: [], gueltig: true });
    });
});

describe("UBL", () => {
  laufe(beispielUbl, {
    "without a number": [[["<cbc:ID>R-2026-17</cbc:ID>", ""]], ["BR-02"]],
    "with an empty number": [[["R-2026-17", " "]], ["BR-02", "PEPPOL-EN16931-R008"]],
    "without the Leitweg-ID": [[[/<cbc:BuyerReference>.*<\/cbc:BuyerReference>/, ""]], ["BR-DE-15"]],
    "the Leitweg-ID has a digit too many": [
      [["<cbc:BuyerReference>04011000-12345-03", "<cbc:BuyerReference>04011000-12345-04"]],
      ["FW-LEITWEG-01"],
    ],
    "kind of invoice from no list": [[[">380<", ">999<"]], ["BR-CL-01", "BR-DE-17"]],
    "currency from no list": [[["<cbc:DocumentCurrencyCode>EUR", "<cbc:DocumentCurrencyCode>EUX"]], ["BR-CL-04", "BR-CO-15"]],
    "country in small letters": [[["IdentificationCode>DE", "IdentificationCode>de"]], ["BR-CL-14"]],
    "a line more than the sum says": [
      [
        [
          '<cbc:LineExtensionAmount currencyID="EUR">64.29</cbc:LineExtensionAmount><cac:Item>',
          '<cbc:LineExtensionAmount currencyID="EUR">70.29</cbc:LineExtensionAmount><cac:Item>',
        ],
      ],
      ["BR-CO-10", "BR-S-08", "PEPPOL-EN16931-R120"],
    ],
    "sum and tax a cent off": [
      [['<cbc:TaxAmount currencyID="EUR">38.70', '<cbc:TaxAmount currencyID="EUR">38.71']],
      ["BR-CO-14", "BR-CO-15"],
    ],
    "tax of a row nearly a euro off is still right": [
      [
        ["34.20", "35.10"],
        ["38.70", "39.60"],
        [/282\.99/, "283.89"],
        [/PayableAmount currencyID="EUR">282\.99/, 'PayableAmount currencyID="EUR">283.89'],
      ],
      [],
    ],
    "three places": [[[/282\.99/, "282.990"]], ["BR-DEC-14", "UBL-DT-01"]],
    "allowance without a reason": [
      [["<cbc:AllowanceChargeReason>Treuerabatt</cbc:AllowanceChargeReason>", ""]],
      ["BR-33", "BR-CO-21"],
    ],
    "allowance whose percent does not fit": [
      [["<cbc:MultiplierFactorNumeric>10", "<cbc:MultiplierFactorNumeric>11"]],
      ["PEPPOL-EN16931-R040"],
    ],
    "allowance with a percent of nothing": [[[/<cbc:BaseAmount.*?<\/cbc:BaseAmount>/, ""]], ["PEPPOL-EN16931-R041"]],
    "no contact": [[[/<cac:Contact>.*<\/cac:Contact>/, ""]], ["BR-DE-2"]],
    "telephone without digits": [[["030 123456", "auf Anfrage"]], ["BR-DE-27"]],
    "an IBAN with a wrong digit": [[["DE89370400440532013000", "DE89370400440532013001"]], ["BR-DE-19"]],
    "an IBAN that is too short": [[["DE89370400440532013000", "DE8937040044053201300"]], ["BR-DE-19", "FW-IBAN-01"]],
    "a card beside the account": [
      [
        [
          "</cac:PayeeFinancialAccount>",
          "</cac:PayeeFinancialAccount><cac:CardAccount><cbc:PrimaryAccountNumberID>1234</cbc:PrimaryAccountNumberID></cac:CardAccount>",
        ],
      ],
      ["BR-DE-23-b"],
    ],
    "Skonto with a comma": [[["2.25", "2,25"]], ["BR-DE-18"]],
    "Skonto without a line break": [[["2.25#\n", "2.25#"]], ["BR-DE-18"]],
    "Skonto for half a year": [[["TAGE=14", "TAGE=180"]], ["FW-SKONTO-02"]],
    "due before it is written": [[["<cbc:DueDate>2026-12-02", "<cbc:DueDate>2026-10-02"]], ["FW-DATUM-03"]],
    "a unit from no list": [[['unitCode="HUR"', 'unitCode="STD"']], ["BR-CL-23"]],
    "negative price": [[[">50.00<", ">-50.00<"]], ["BR-27", "PEPPOL-EN16931-R120"]],
    "line without tax": [
      [[/<cac:ClassifiedTaxCategory>.*?<\/cac:ClassifiedTaxCategory>/, ""]],
      ["BR-CO-04", "BR-S-08", "UBL-SR-48"],
    ],
    "a VAT number whose check digit is wrong": [[["DE123456788", "DE123456789"]], ["FW-UST-02"]],
    "a VAT number of another form": [[["DE123456788", "DE12345678"]], ["FW-UST-01"]],
    "no tax number at all": [
      [[/<cac:PartyTaxScheme>.*<\/cac:PartyTaxScheme>/, ""]],
      ["BR-CO-26", "BR-DE-16", "BR-S-02", "BR-S-03"],
    ],
    "everything reverse charge, but the rates stay": [
      [[/<cbc:ID>S</g, "<cbc:ID>AE<"]],
      ["BR-AE-01", "BR-AE-02", "BR-AE-03", "BR-AE-05", "BR-AE-06", "BR-AE-08", "BR-AE-09", "BR-AE-10"],
    ],
    "outside the scope of VAT beside S": [
      [[/<cbc:ID>S<(?=\/cbc:ID><cbc:Percent>7)/g, "<cbc:ID>O<"]],
      ["BR-O-02", "BR-O-05", "BR-O-09", "BR-O-10", "BR-O-11", "BR-O-12", "BR-O-13"],
    ],
    "a delivery before last year": [[["2026-10-30", "2024-10-30"]], ["FW-DATUM-04"]],
    "what UBL knows and the norm does not": [[["<cbc:IssueDate>", "<cbc:UUID>x</cbc:UUID><cbc:IssueDate>"]], ["UBL-CR-005"]],
    "a line that does not reckon up, in an invoice by the norm alone": [
      [
        ["#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0", ""],
        [">50.00<", ">49.00<"],
      ],
      ["BR-DE-21", "FW-POSITION-01", "PEPPOL-EN16931-R120"],
    ],
    "the same in a line": [[["<cbc:InvoicedQuantity", "<cbc:UUID>x</cbc:UUID><cbc:InvoicedQuantity"]], ["UBL-CR-515"]],
  });
});

describe("CII", () => {
  laufe(beispielCii, {
    "without a number": [[["<ram:ID>R-2026-17</ram:ID>", ""]], ["BR-02"]],
    "a day of no calendar": [[[">20261030<", ">20260230<"]], ["FW-DATUM-01"]],
    "a day with dots": [[[">20261030<", ">30.10.2026<"]], ["CII-DT-097", "FW-DATUM-01"]],
    "a line more than the sum says": [
      [["<ram:LineTotalAmount>64.29", "<ram:LineTotalAmount>70.29"]],
      ["BR-CO-10", "BR-S-08", "PEPPOL-EN16931-R120"],
    ],
    "an amount with its currency": [[["<ram:GrandTotalAmount>", '<ram:GrandTotalAmount currencyID="EUR">']], ["CII-DT-031"]],
    "two terms of payment": [
      [["</ram:SpecifiedTradePaymentTerms>", "</ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradePaymentTerms/>"]],
      ["CII-SR-452", "PEPPOL-EN16931-R008"],
    ],
    "a name of the document": [
      [["<ram:ID>R-2026-17</ram:ID>", "<ram:ID>R-2026-17</ram:ID><ram:Name>Rechnung</ram:Name>"]],
      ["CII-SR-013"],
    ],
    "rate missing in the breakdown": [
      [
        [
          "<ram:RateApplicablePercent>7</ram:RateApplicablePercent></ram:ApplicableTradeTax><ram:SpecifiedTradeAllowanceCharge>",
          "</ram:ApplicableTradeTax><ram:SpecifiedTradeAllowanceCharge>",
        ],
      ],
      ["BR-48", "BR-CO-17", "BR-DE-14", "BR-S-09"],
    ],
    // The whole-row categories of CII are never asked for BR-48; XRechnung asks on its own.
    "the Canaries without a rate": [
      [
        [
          /<ram:CategoryCode>S<\/ram:CategoryCode><ram:RateApplicablePercent>7<\/ram:RateApplicablePercent><\/ram:ApplicableTradeTax><ram:SpecifiedTradeAllowanceCharge>/,
          "<ram:CategoryCode>L</ram:CategoryCode></ram:ApplicableTradeTax><ram:SpecifiedTradeAllowanceCharge>",
        ],
      ],
      ["BR-DE-14"],
    ],
    "no tax number at all": [
      [[/<ram:SpecifiedTaxRegistration>.*<\/ram:SpecifiedTaxRegistration>/, ""]],
      ["BR-CO-26", "BR-DE-16", "BR-S-02", "BR-S-03"],
    ],
  });
});
