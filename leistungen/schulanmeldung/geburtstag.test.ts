import assert from "node:assert/strict";
import { test } from "node:test";
import { planeAngebot, type Tagesanlass } from "#baukasten";
import { formular } from "./formular.ts";
import { vorDemSechstenGeburtstag as angebot } from "./geburtstag.ts";

const anlass = (angaben: Record<string, unknown>): Tagesanlass => ({
  art: "geburtstag",
  tag: "2027-01-24",
  person: "33333333333",
  vertreter: ["11111111111", "22222222222"],
  angaben,
});
const plane = (angaben: Record<string, unknown>) =>
  planeAngebot(angebot, { anlass: anlass(angaben), heute: "2026-11-24", idnr: "11111111111", nachweise: {} });

test("two months ahead, day by day without a gap", () => {
  const frage = (von: string, bis: string) => angebot.liste.anfrage({ von, bis });
  assert.deepEqual(frage("2026-11-24", "2026-11-24"), { alter: 6, von: "2027-01-24", bis: "2027-01-24" });
  assert.deepEqual(frage("2026-12-31", "2027-01-01"), { alter: 6, von: "2027-03-02", bis: "2027-03-03" });
});
test("the Antrag needs one click: nothing is left to fill in", () => {
  const weg = plane({ vornamen: "Lina", nachname: "Beispiel", geburtsdatum: "2021-01-24" });
  assert.ok(weg.art === "entwurf");
  assert.equal(formular.ersteOffene(weg.antworten, "2026-11-24"), undefined);
});
test("a register that does not name the child leads to no offer", () => assert.equal(plane({ vornamen: "Lina" }).art, "keines"));
test("both parents are addressed", () => assert.deepEqual(angebot.wer(anlass({})), ["11111111111", "22222222222"]));
