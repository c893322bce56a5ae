import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { untersuche } from "#rechnungspruefung";
import { beispielUbl } from "../../../../test/helpers/rechnungen/beispiel-ubl.ts";
import { fasseBericht } from "./fasse-bericht.ts";
import { nenneOrt } from "./nenne-ort.ts";
import { createBerichtsatz } from "./setze-bericht.ts";

const berichtUeber = (text: string) => {
  const { bericht, rechnung } = untersuche("rechnung.xml", Buffer.from(text));
  return fasseBericht(bericht, rechnung);
};

describe("the report for the supplier", () => {
  test("an invoice that is right", () => {
    const bericht = berichtUeber(beispielUbl);
    assert.equal(bericht.titel, "Die Rechnung ist formal in Ordnung");
    assert.deepEqual([bericht.fehler, bericht.warnungen, bericht.hinweise], [[], [], []]);
  });

  test("a fault says what is wrong, where, what it touches, and for software the rule", () => {
    const { titel, urteil, fehler } = berichtUeber(beispielUbl.replace('unitCode="C62"', ""));
    assert.equal(titel, "Die Rechnung kann so nicht angenommen werden");
    assert.match(urteil, /hat einen Fehler gefunden\. Bitte beheben Sie ihn/);
    assert.deepEqual(
      fehler.map(({ wo, begriffe, regel }) => [wo, begriffe, regel]),
      [["Position 2", ["Einheit der Menge (BT\u2011130)"], "BR-23"]],
    );
  });

  test("at a party only what is its own is named", () => {
    const { warnungen } = berichtUeber(beispielUbl.replace("DE123456788", "DE123456789"));
    assert.deepEqual(
      warnungen.map(({ wo, begriffe }) => [wo, begriffe]),
      [["Verkäufer", ["Umsatzsteuer-ID des Verkäufers (BT\u201131)"]]],
    );
  });

  test("a file that is no XML still gets its report, and that is no pass", () => {
    const bericht = berichtUeber("Sehr geehrte Damen und Herren");
    assert.equal(bericht.angenommen, false);
    assert.equal(bericht.fehler[0]?.wo, "Ganze Datei");
  });

  test("warnings alone do not refuse", () => {
    const bericht = berichtUeber(beispielUbl.replace("030 123456", "auf Anfrage"));
    assert.equal(bericht.angenommen, true);
    assert.match(bericht.urteil, /einen Punkt gefunden/);
  });
});

describe("where a fault is", () => {
  const faelle: Readonly<Record<string, string>> = {
    "/": "Ganze Datei",
    "/ubl:Invoice": "Kopf der Rechnung",
    "/ubl:Invoice/cac:InvoiceLine[12]/cac:Price": "Position 12",
    "/cn:CreditNote/cac:CreditNoteLine": "Position 1",
    "/ubl:Invoice/cac:InvoiceLine[2]/cac:AllowanceCharge": "Position 2, Nachlass oder Zuschlag",
    "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem[3]/ram:SpecifiedTradeProduct":
      "Position 3",
    "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty":
      "Verkäufer",
    "/ubl:Invoice/cac:TaxRepresentativeParty/cac:PartyName": "Steuervertreter",
    "/ubl:Invoice/cac:TaxTotal/cac:TaxSubtotal": "Umsatzsteuer",
    "/ubl:Invoice/cac:PaymentMeans[2]": "Zahlung",
  };
  for (const [ort, wo] of Object.entries(faelle)) test(ort, () => assert.equal(nenneOrt(ort), wo));
});

describe("the report as PDF", () => {
  const absender = { name: "Stadt Musterstadt", farbe: "#1b5c8c", datum: "28.11.2026" };
  const zeit = new Date("2026-11-28T10:00:00Z");

  test("is an accessible PDF with the same bytes for the same report", async () => {
    const bericht = berichtUeber(
      beispielUbl.replace("DE89370400440532013000", "DE00").replace(/<cbc:BuyerReference>.*?<\/cbc:BuyerReference>/, ""),
    );
    const satz = createBerichtsatz();
    const [erstes, zweites] = [await satz.setze(bericht, absender, zeit), await satz.setze(bericht, absender, zeit)];
    assert.deepEqual(erstes, zweites);
    const metadaten = erstes.toString("latin1");
    assert.match(metadaten, /^%PDF-1\.\d/);
    assert.match(metadaten, /pdfuaid/);
    assert.match(metadaten, /pdfaid/);
  });

  test("takes what a supplier wrote as text, never as code", async () => {
    const boese = beispielUbl.replaceAll("Muster Bau GmbH", '#read("/etc/passwd") #panic() $x$ &lt;b&gt;');
    const bericht = berichtUeber(boese.replace(">380<", ">999<"));
    assert.ok(bericht.angaben.some(({ wert }) => wert.includes("#read")));
    assert.ok((await createBerichtsatz().setze(bericht, absender, zeit)).length > 10_000);
  });
});
