import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ciiMuster, pdfMuster, ublMuster } from "../../../test/helpers/rechnung-muster.ts";
import { liesXml } from "./lies-xml.ts";
import { liesRechnung } from "./modell.ts";
import { pruefe } from "./pruefe.ts";
import type { Regel } from "./regel.ts";
import { wendeAn } from "./wende-an.ts";

const xr = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
const mit = (kennung: string, muster = ublMuster) => Buffer.from(muster.replace(xr, kennung));
const minimum = mit("urn:factur-x.eu:1p0:minimum", ciiMuster);

describe("the scenario of a document", () => {
  const faelle: Record<string, [bytes: Uint8Array, szenario: string | null, erster: string | undefined]> = {
    "XRechnung in UBL": [Buffer.from(ublMuster), "XRechnung 3.0", undefined],
    "XRechnung in CII": [Buffer.from(ciiMuster), "XRechnung 3.0", undefined],
    "XRechnung in a PDF": [pdfMuster(ciiMuster), "XRechnung 3.0", undefined],
    "the norm alone": [mit("urn:cen.eu:en16931:2017"), "EN 16931", undefined],
    Peppol: [
      mit("urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"),
      "Peppol BIS Billing 3.0",
      undefined,
    ],
    "with a blank before the identifier": [mit(` ${xr}`), null, "FW-SZENARIO"],
    "an old XRechnung": [mit("urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.1"), null, "FW-SZENARIO"],
    MINIMUM: [minimum, "Factur-X/ZUGFeRD MINIMUM oder BASIC WL", "FW-SZENARIO"],
    "no invoice": [Buffer.from("<a/>"), null, "FW-FORMAT"],
    "no XML": [Buffer.from("Rechnung Nr. 1"), null, "FW-XML-01"],
    "a PDF without one": [Buffer.from("%PDF-1.7\n"), null, "FW-PDF-01"],
  };
  for (const [name, [bytes, szenario, erster]] of Object.entries(faelle))
    test(name, () => {
      const bericht = pruefe(name, bytes);
      assert.deepEqual([bericht.szenario, bericht.fehler[0]?.regel, bericht.gueltig], [szenario, erster, erster === undefined]);
    });
});

describe("an error is never a pass", () => {
  const regel = (pruefeSo: Regel["pruefe"]): Regel => ({
    id: "T-1",
    werk: "fachwerk",
    schwere: "hinweis",
    text: "Muss.",
    bt: [],
    pruefe: pruefeSo,
  });
  const rechnung = liesRechnung(liesXml(Buffer.from(ublMuster)));

  test("a rule that throws is a Fehler, also in the middle of its findings, however mild the rule", () => {
    const wirft = regel(function* (r) {
      yield r.dokument.wurzel;
      throw new Error("Panne");
    });
    const [fund, ausfall] = wendeAn(rechnung, [wirft]);
    assert.deepEqual([fund?.schwere, ausfall?.regel, ausfall?.schwere], ["hinweis", "FW-AUSFALL", "fehler"]);
    assert.match(ausfall?.text ?? "", /T-1.*Panne/);
  });

  test("a finding has the severity of the scenario, the place, and the figures that show it", () => {
    const [fund] = wendeAn(rechnung, [regel((r) => [{ knoten: r.rechnungsnummer[0] ?? r.knoten, zusatz: "Es sind 3." }])], {
      "T-1": "warnung",
    });
    assert.deepEqual(fund, { regel: "T-1", schwere: "warnung", ort: "/ubl:Invoice/cbc:ID", text: "Muss. Es sind 3." });
  });
});

test("the build is told in words, at its place", () => {
  const { fehler } = pruefe(
    "x",
    Buffer.from(ublMuster.replace("<cbc:IssueDate>2026-11-02</cbc:IssueDate>", "<cbc:IssueDate>02.11.2026</cbc:IssueDate>")),
  );
  const fund = fehler.find(({ regel }) => regel === "FW-XSD");
  assert.deepEqual(
    [fund?.ort, fund?.text],
    ["/ubl:Invoice/cbc:IssueDate", "„02.11.2026“ ist nicht lesbar; erwartet wird ein Datum wie 2026-01-31."],
  );
});
