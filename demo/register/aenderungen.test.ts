import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createBevoelkerung, gleicheAnschrift } from "../bevoelkerung/index.ts";
import { trageTodEin, trageUmzugEin, uebernimm } from "./aenderungen.ts";
import { auskuenfteVon } from "./auskuenfte.ts";

const heute = "2026-11-24";

describe("deaths and moves of the demo", () => {
  const bevoelkerung = createBevoelkerung();
  const anna = bevoelkerung.getPersona("anna");
  const mia = bevoelkerung.getPerson(anna.kinder[0] ?? "");
  const frage = (auskunft: "person" | "haushalt", anfrage: Record<string, unknown>) => {
    const befund = auskuenfteVon.melderegister(bevoelkerung)[auskunft]?.(anfrage, heute);
    return befund?.art === "gefunden" ? befund.daten : undefined;
  };

  test("a mother moves, her child comes along: the register says so of both, an event each, and none tells the address", () => {
    const bericht = trageUmzugEin(bevoelkerung, { person: "anna", strasse: "Lindenweg", hausnummer: "4" }, heute);
    assert.ok(typeof bericht === "object");
    assert.deepEqual(
      bericht.ereignisse.map(({ person }) => person),
      [anna.idnr, mia.idnr],
    );
    assert.ok(!JSON.stringify(bericht.ereignisse).includes("Lindenweg"));
    for (let mal = 0; mal < 2; mal++) uebernimm(bevoelkerung, bericht.uebernahme);
    assert.ok(gleicheAnschrift(anna.anschrift, mia.anschrift));
    assert.equal((frage("person", { idnr: anna.idnr })?.anschrift as { strasse: string }).strasse, "Lindenweg");
    assert.equal(frage("haushalt", { idnr: mia.idnr, elternteilIdnr: anna.idnr })?.lebtBeiElternteil, true);
    assert.deepEqual(new Set(bevoelkerung.haushaltVon(anna)), new Set([anna, mia]));
  });

  test("the child stays where the father is: no longer in one household", () => {
    const bericht = trageUmzugEin(bevoelkerung, { person: "anna/mia", strasse: "Anderswo", hausnummer: "1" }, heute);
    assert.ok(typeof bericht === "object");
    uebernimm(bevoelkerung, bericht.uebernahme);
    assert.equal(frage("haushalt", { idnr: mia.idnr, elternteilIdnr: anna.idnr })?.lebtBeiElternteil, false);
    assert.deepEqual(bevoelkerung.haushaltVon(anna), [anna]);
  });

  test("a death: the household and the spouse know it; entered twice: refused", () => {
    const jakob = bevoelkerung.getPersona("jakob");
    const nele = bevoelkerung.getPersona("nele");
    const bericht = trageTodEin(bevoelkerung, { person: "jakob", am: "2026-11-20" }, heute);
    assert.ok(typeof bericht === "object");
    uebernimm(bevoelkerung, bericht.uebernahme);
    assert.equal(jakob.gestorbenAm, "2026-11-20");
    assert.ok(!bevoelkerung.haushaltVon(nele).includes(jakob));
    if (nele.ehegatte === jakob.idnr) assert.equal(nele.familienstand, "verwitwet");
    assert.match(String(trageTodEin(bevoelkerung, { person: "jakob" }, heute)), /schon/);
    assert.equal(typeof trageUmzugEin(bevoelkerung, { person: "jakob", strasse: "A", hausnummer: "1" }, heute), "string");
  });

  const unsinn: Record<string, [typeof trageTodEin, unknown]> = {
    nothing: [trageTodEin, undefined],
    "nobody knows them": [trageTodEin, { person: "niemand" }],
    "a child that she does not have": [trageTodEin, { person: "anna/ben" }],
    "dead before birth": [trageTodEin, { person: "anna", am: "1900-01-01" }],
    "dead tomorrow": [trageTodEin, { person: "anna", am: "2026-11-25" }],
    "no address": [trageUmzugEin, { person: "berta" }],
    "moved to where she lives": [trageUmzugEin, { person: "berta", ...createBevoelkerung().getPersona("berta").anschrift }],
    "moved out before she moved in": [trageUmzugEin, { person: "berta", strasse: "A", hausnummer: "1", am: "1990-01-01" }],
  };
  for (const [name, [trage, befehl]] of Object.entries(unsinn))
    test(`${name}: refused with a sentence`, () => assert.equal(typeof trage(bevoelkerung, befehl, heute), "string"));
});
