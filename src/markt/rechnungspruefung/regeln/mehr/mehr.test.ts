import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { schreibe } from "../../dezimal.ts";
import { ibanPruefzifferStimmt } from "../iban-rest.ts";
import { gs1PruefzifferStimmt } from "./gtin.ts";
import { ibanStimmt } from "./iban.ts";
import { istLeitwegId, leitwegPruefzifferStimmt } from "./leitweg.ts";
import { liesSkonto } from "./skonto.ts";
import { ustIdGestaltStimmt, ustIdPruefzifferStimmt } from "./ust-id.ts";

const tafel = (pruefe: (wert: string) => boolean | undefined, faelle: Readonly<Record<string, boolean | undefined>>) => {
  for (const [wert, erwartet] of Object.entries(faelle)) test(wert, () => assert.equal(pruefe(wert), erwartet));
};
/** The number with one digit changed. */
const mitFalscherZiffer = (nummer: string) =>
  fc
    .tuple(
      fc.constantFrom(...[...nummer].flatMap((zeichen, stelle) => (/\d/.test(zeichen) ? [stelle] : []))),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(([stelle, dazu]) => nummer.slice(0, stelle) + ((Number(nummer[stelle]) + dazu) % 10) + nummer.slice(stelle + 1));
const faengtJedeFalscheZiffer = (name: string, nummer: string, stimmt: (nummer: string) => boolean) =>
  test(`one wrong digit is always found: ${name}`, () => {
    assert.ok(stimmt(nummer));
    fc.assert(fc.property(mitFalscherZiffer(nummer), (falsch) => !stimmt(falsch)));
  });

describe("Leitweg-ID", () => {
  tafel((wert) => istLeitwegId(wert) && leitwegPruefzifferStimmt(wert), {
    "04011000-12345-03": true,
    "04011000-1234512345-06": true,
    "991-33333TEST-33": true,
    "05711-06001-79": true,
    "04011000-12345-34": false,
    "991-33333TEST-34": false,
    "0-12345-03": false,
    "Abteilung 3": false,
    "": false,
  });
  faengtJedeFalscheZiffer("Leitweg-ID", "04011000-12345-03", leitwegPruefzifferStimmt);
});

describe("IBAN", () => {
  tafel(ibanStimmt, {
    DE89370400440532013000: true,
    "DE89 3704 0044 0532 0130 00": true,
    AT611904300234573201: true,
    NO9386011117947: true,
    DE8937040044053201300: false,
    XX89370400440532013000: false,
    "": false,
  });
  faengtJedeFalscheZiffer("IBAN", "DE89370400440532013000", ibanStimmt);
  test("a small letter inside counts for more than its capital, as KoSIT reckons", () => {
    assert.ok(ibanPruefzifferStimmt("GB82WEST12345698765432"));
    assert.ok(!ibanPruefzifferStimmt("GB82west12345698765432"));
  });
});

describe("VAT number: its form", () => {
  tafel(ustIdGestaltStimmt, {
    DE123456788: true,
    "DE 123 456 788": true,
    ATU12345678: true,
    AT12345678: false,
    NL123456789B01: true,
    EL123456789: true,
    GR123456789: undefined,
    CHE123456789: undefined,
    DE12345678: false,
  });
});
describe("German VAT number", () => faengtJedeFalscheZiffer("Umsatzsteuer-ID", "DE136695976", ustIdPruefzifferStimmt));

describe("GLN and GTIN", () => {
  tafel((wert) => gs1PruefzifferStimmt(wert, "gtin"), {
    "4006381333931": true,
    "96385074": true,
    "036000291452": true,
    "4006381333932": false,
    "400638133393": false,
    Buch: false,
  });
  test("a GLN has 13 digits", () => assert.ok(!gs1PruefzifferStimmt("96385074", "gln")));
  faengtJedeFalscheZiffer("GTIN", "4006381333931", (nummer) => gs1PruefzifferStimmt(nummer, "gtin"));
});

describe("Skonto", () => {
  const lies = (text: string) =>
    liesSkonto(text).map(({ tage, prozent, basisbetrag }) => [tage, schreibe(prozent), basisbetrag && schreibe(basisbetrag)]);
  const faelle: Readonly<Record<string, unknown>> = {
    "#SKONTO#TAGE=14#PROZENT=2.25#\n": [[14, "2,25", undefined]],
    "#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=357.93#\n": [[14, "2,25", "357,93"]],
    "Zahlbar in 30 Tagen.\n#SKONTO#TAGE=7#PROZENT=3.00#\r\n#SKONTO#TAGE=14#PROZENT=2.00#\n": [
      [7, "3,00", undefined],
      [14, "2,00", undefined],
    ],
    "#SKONTO#TAGE=14#PROZENT=2,25#\n": [],
    "#skonto#TAGE=14#PROZENT=2.25#\n": [],
    "2 % Skonto in 14 Tagen": [],
  };
  for (const [text, erwartet] of Object.entries(faelle)) test(JSON.stringify(text), () => assert.deepEqual(lies(text), erwartet));
});
