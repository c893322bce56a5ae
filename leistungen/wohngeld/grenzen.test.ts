import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { saetzeVon } from "#baukasten";
import { euro } from "#geld";
import { pruefeFiguren } from "../../test/helpers/figuren.ts";
import { regelbedarf } from "../kinderzuschlag/parameter.ts";
import { haushalt, kontextFuer, person, rechne, wert } from "./musterfall.ts";
import { sachverhalt } from "./sachverhalt.ts";

describe("on the edge", () => {
  test("twelve members: the cap at the rent of § 19 Abs. 3 holds only above twelve", () => {
    const zwoelf = rechne({ personen: haushalt(12), miete: 300 });
    assert.equal(wert(zwoelf, "Ungerundetes Wohngeld"), wert(zwoelf, "Wohngeld nach der Formel (z4)"));
    const dreizehn = rechne({ personen: haushalt(13), miete: 300 });
    assert.equal(wert(dreizehn, "Ungerundetes Wohngeld"), wert(dreizehn, "M der Formel"));
  });
  test("as much as the household needs to live on is enough, a cent less is not", () => {
    const deckt = (cent: number) =>
      wert(rechne({ personen: [person(15_570, { verfuegbarCent: cent })] }), "Einkommen deckt den Lebensunterhalt");
    assert.deepEqual([deckt(euro(563 + 650)), deckt(euro(563 + 650) - 1)], [true, false]);
  });
});

test("a child of fourteen needs no confirmation that it has no income, one of fifteen does", () => {
  const bestaetigt = (geburtsdatum: string) => {
    const kind = { vornamen: "Kim", nachname: "Beispiel", geburtsdatum, rolle: "kind", ausgeschlossen: false };
    return sachverhalt(kontextFuer({ weitere: [kind] }), saetzeVon({})).fakten.einkommenBestaetigt?.wert;
  };
  assert.deepEqual([bestaetigt("2010-06-11"), bestaetigt("2010-06-10")], [true, false]);
});

describe("the figures of another Leistung that these rules take", () => {
  test("regelbedarf", () => pruefeFiguren(regelbedarf, "2026-12-31", ["2023-01-01", "2024-01-01"]));
});
