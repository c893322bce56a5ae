import assert from "node:assert/strict";
import { test } from "node:test";
import { planeAngebot } from "#baukasten";
import { getLeistung } from "#leistungen";
import { createBevoelkerung, FREMDE_BEHOERDE, fuehrerscheinVon } from "../bevoelkerung/index.ts";
import { createAuskuenfte } from "./auskuenfte.ts";

type Seite = {
  personen: { idnr: string; tag: string; sache: string; vertreter: string[]; angaben: { behoerde: string } }[];
  weiter: string | null;
};
const bevoelkerung = createBevoelkerung();
const { oertlichesfahrerlaubnisregister } = createAuskuenfte(bevoelkerung);
const frage = (anfrage: Record<string, unknown>) => {
  const befund = oertlichesfahrerlaubnisregister.umtausch?.(anfrage, "2026-11-24");
  assert.ok(befund);
  return befund;
};
const seite = (anfrage: Record<string, unknown>): Seite => {
  const befund = frage(anfrage);
  assert.ok(befund.art === "gefunden");
  return befund.daten as Seite;
};
const alle = (anfrage: Record<string, unknown>) => {
  const seiten = [seite(anfrage)];
  for (let letzte = seiten[0]; letzte?.weiter; letzte = seiten.at(-1)) seiten.push(seite({ ...anfrage, ab: letzte.weiter }));
  return seiten;
};
const jahrzehnt = { von: "2022-01-01", bis: "2033-12-31" };

test("page by page: never more than a hundred, each licence once, only those made out here to people who live here", () => {
  for (const gemeinde of ["musterstadt", "beispielkreis"]) {
    const seiten = alle({ ...jahrzehnt, gemeinde });
    const personen = seiten.flatMap((each) => each.personen);
    assert.ok(seiten.length > 2 && seiten.slice(0, -1).every((each) => each.personen.length === 100));
    assert.equal(new Set(personen.map(({ sache }) => sache)).size, personen.length);
    for (const { idnr, angaben } of personen) {
      assert.equal(bevoelkerung.getPerson(idnr).mandant, gemeinde);
      assert.notEqual(angaben.behoerde, FREMDE_BEHOERDE);
    }
    const erwartet = bevoelkerung.von(gemeinde as "musterstadt").filter((person) => {
      const schein = fuehrerscheinVon(person);
      return schein && !schein.entzogen && schein.behoerde !== FREMDE_BEHOERDE && schein.ausgestelltAm < "2013-01-19";
    });
    assert.equal(personen.length, erwartet.filter(({ gestorbenAm }) => !gestorbenAm).length);
  }
});

test("the register and the Leistung read Anlage 8e alike, for everybody there is", () => {
  const angebot = getLeistung("fuehrerscheinumtausch").angebote?.find(({ anlass }) => anlass === "ablauf");
  assert.ok(angebot);
  for (const { idnr, ...rest } of alle({ ...jahrzehnt, gemeinde: "musterstadt" }).flatMap((each) => each.personen)) {
    const anlass = { art: "ablauf", person: idnr, ...rest } as const;
    assert.equal(planeAngebot(angebot, { anlass, heute: "2026-11-24", idnr, nachweise: {} }).art, "entwurf", rest.sache);
  }
});

test("fewer on request, never more; the last page says so", () => {
  const tag = { von: "2027-01-19", bis: "2027-01-19", gemeinde: "musterstadt" };
  const gesamt = alle(tag).flatMap((each) => each.personen);
  assert.ok(gesamt.length > 3 && gesamt.every((each) => each.tag === "2027-01-19"));
  const klein = seite({ ...tag, hoechstens: 3 });
  assert.deepEqual([klein.personen.length, klein.weiter], [3, klein.personen.at(-1)?.sache]);
  assert.ok(seite({ ...jahrzehnt, gemeinde: "musterstadt", hoechstens: 5000 }).personen.length === 100);
  assert.deepEqual(seite({ ...tag, von: "2027-01-20", bis: "2027-07-18" }), { personen: [], weiter: null });
});

test("a question that lacks its days, an unknown authority", () => {
  assert.equal(frage({ gemeinde: "musterstadt" }).art, "unverstaendlich");
  assert.equal(frage({ ...jahrzehnt, gemeinde: "musterstadt", hoechstens: 0 }).art, "unverstaendlich");
  assert.equal(frage({ ...jahrzehnt, gemeinde: "nirgendwo" }).art, "keinEintrag");
});
