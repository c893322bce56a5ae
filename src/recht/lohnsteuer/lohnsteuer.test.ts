import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Arbeitslohn, berechneLohnsteuer, einkommensteuer, geprueftBis, type Lohnsteuerstand, staende } from "./index.ts";

const standAb = (tag: string): Lohnsteuerstand => {
  const stand = staende.find(({ gueltigAb }) => gueltigAb === tag);
  assert.ok(stand, tag);
  return stand;
};
const mai2022 = standAb("2022-06-01");
const lohn = (monatCent: number, mehr: Partial<Arbeitslohn> = {}): Arbeitslohn => ({
  monatCent,
  steuerklasse: 1,
  halbeKinderfreibetraege: 0,
  mitPauschbetrag: true,
  mitRentenversicherung: true,
  ...mehr,
});

describe("tariff", () => {
  for (const { gueltigAb, tarif, grenzen56 } of staende) {
    test(`${gueltigAb}: nothing up to the Grundfreibetrag, then fourteen percent of the next euros`, () => {
      assert.equal(einkommensteuer(tarif, tarif.grundfreibetrag * 100), 0);
      assert.equal(einkommensteuer(tarif, (tarif.grundfreibetrag + 100) * 100), 14);
    });
    test(`${gueltigAb}: the zones join without a step, and the rate never falls`, () => {
      const bei = (euro: number) => einkommensteuer(tarif, euro * 100);
      for (const grenze of [tarif.zone2.bis, tarif.zone3.bis, tarif.zone4.bis]) {
        const davor = bei(grenze) - bei(grenze - 1000);
        const danach = bei(grenze + 1000) - bei(grenze);
        assert.ok(danach >= davor - 1 && danach - davor <= 31, `${grenze}: ${davor}, ${danach}`);
        assert.ok(bei(grenze + 1) - bei(grenze) <= 1, `${grenze}`);
      }
      // The rate is 42 percent just where the third zone ends.
      assert.ok(Math.abs(bei(tarif.zone3.bis) - bei(tarif.zone3.bis - 1000) - 418) <= 2);
      assert.ok(grenzen56[0] < grenzen56[1] && grenzen56[1] < grenzen56[2]);
    });
  }
  test("figures come in the order of their days and end on a checked day", () => {
    const tage = staende.map(({ gueltigAb }) => gueltigAb);
    assert.deepEqual(tage, [...tage].sort());
    assert.ok((tage.at(-1) ?? "") <= geprueftBis);
  });
});

describe("wage tax of June 2022", () => {
  const faelle: Record<string, [Arbeitslohn, lohnsteuer: number, soli: number, massstab: number]> = {
    "nothing earned": [lohn(0), 0, 0, 0],
    "below the allowances": [lohn(120_000), 0, 0, 0],
    "class I": [lohn(309_292, { mitRentenversicherung: false }), 47_583, 0, 47_583],
    "class II": [lohn(296_008, { steuerklasse: 2 }), 27_033, 0, 27_033],
    "class III": [lohn(272_392, { steuerklasse: 3 }), 7_083, 0, 7_083],
    "class IV with a child and a half": [lohn(184_458, { steuerklasse: 4, halbeKinderfreibetraege: 3 }), 11_566, 0, 500],
    "class V, least tax": [lohn(57_617, { steuerklasse: 5 }), 4_991, 0, 4_991],
    "class V, second step": [lohn(185_500, { steuerklasse: 5 }), 32_533, 0, 32_533],
  };
  for (const [name, [arbeitslohn, lohnsteuerCent, soliCent, massstabCent]] of Object.entries(faelle))
    test(name, () => assert.deepEqual(berechneLohnsteuer(mai2022, arbeitslohn), { lohnsteuerCent, soliCent, massstabCent }));
  test("class V taxes the same wage more than IV, IV more than III, VI most", () => {
    const steuern = ([6, 5, 4, 3] as const).map(
      (steuerklasse) => berechneLohnsteuer(mai2022, lohn(350_000, { steuerklasse })).lohnsteuerCent,
    );
    assert.deepEqual(
      steuern,
      [...steuern].sort((a, b) => b - a),
    );
    assert.equal(new Set(steuern).size, 4);
  });
  test("a factor lowers class IV and nothing else", () => {
    const mit = (steuerklasse: 1 | 4) => berechneLohnsteuer(mai2022, lohn(300_000, { steuerklasse, faktorTausendstel: 900 }));
    const ohne = (steuerklasse: 1 | 4) => berechneLohnsteuer(mai2022, lohn(300_000, { steuerklasse }));
    assert.ok(mit(4).lohnsteuerCent < ohne(4).lohnsteuerCent);
    assert.deepEqual(mit(1), ohne(1));
  });
  test("the surcharge begins above its limit, and the limit is twice as high in class III", () => {
    const soli = (monatCent: number, steuerklasse: 1 | 3) =>
      berechneLohnsteuer(mai2022, lohn(monatCent, { steuerklasse })).soliCent;
    assert.equal(soli(550_000, 1), 0);
    assert.ok(soli(700_000, 1) > 0);
    assert.equal(soli(700_000, 3), 0);
  });
});
