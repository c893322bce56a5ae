import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Betroffener, findeBetroffene, liesRueckwirkung } from "#betroffene";
import { getLeistung } from "#leistungen";
import { leseProtokoll } from "#protokoll";
import type { Mandant } from "#tenants";
import { findStand } from "#vorgaenge";
import { antragFuer, createBevoelkerung } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { startRegister } from "../demo/register/alle.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

const bevoelkerung = createBevoelkerung();
const uv = getLeistung("unterhaltsvorschuss");

describe("a figure changes for days gone by", () => {
  let stadt: Stadt;
  let register: Awaited<ReturnType<typeof startRegister>>;
  const ids: Record<string, string> = {};

  before(async () => {
    register = await startRegister({});
    stadt = await baueStadt(
      Object.fromEntries(Object.entries(register.urls).map(([name, url]) => [`FACHWERK_REGISTER_${name.toUpperCase()}`, url])),
    );
    await stadt.arbeite();
    for (const schluessel of ["anna", "maria", "dieter"]) ids[schluessel] = await reiche(schluessel);
    for (const schluessel of ["anna", "maria"]) await phase(ids[schluessel] ?? "", "zugestellt");
    await phase(ids.dieter ?? "", "beiSachbearbeitung");
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });

  const reiche = (schluessel: string) => {
    const person = bevoelkerung.getPersona(schluessel);
    const lage = antragFuer(bevoelkerung, person, bevoelkerung.getPerson(person.kinder.at(-1) ?? ""));
    return stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      reicheEin(stadt.system, tx, { ...lage, fuerVormonat: false }, `betroffen:${schluessel}`),
    );
  };
  const phase = (id: string, soll: string) =>
    stadt.warteBis(soll, () =>
      stadt.system.db.inTransaction(
        { mandant: stadt.musterstadt.id },
        async (tx) => (await findStand(tx, id))?.stand.phase === soll,
      ),
    );
  const betroffene = async (mandant: Mandant, text: string, ab: string) => {
    const gelesen = liesRueckwirkung(uv, text, ab, stadt.system.clock.today());
    assert.equal(gelesen.art, "gelesen", "text" in gelesen ? gelesen.text : "");
    if (gelesen.art !== "gelesen") return [];
    const liste: Betroffener[] = [];
    const wunsch = { mandant, leistung: uv, jetzt: gelesen.jetzt, anlass: gelesen.anlass, wer: "pruefung" };
    for await (const each of findeBetroffene(stadt.system, wunsch)) liste.push(each);
    return liste;
  };
  test("whoever waits for the page can end the search: no file is opened after that", async () => {
    const gelesen = liesRueckwirkung(uv, "mindestunterhalt=[50000,57000,67000]", "2026-01-01", stadt.uhr.today());
    assert.ok(gelesen.art === "gelesen");
    const wunsch = { leistung: uv, jetzt: gelesen.jetzt, anlass: gelesen.anlass, wer: "ungeduldig", weiter: () => false };
    for await (const _ of findeBetroffene(stadt.system, { ...wunsch, mandant: stadt.musterstadt })) assert.fail("found one");
    const gelesenVon = await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      tx.query("select from protokoll_inhalt where daten->>'wer' = 'ungeduldig'"),
    );
    assert.equal(gelesenVon.rowCount, 0);
  });

  const zaehleSchritte = () =>
    stadt.system.db.inTransaction(
      { mandant: stadt.musterstadt.id },
      async (tx) => (await tx.query<{ n: number }>("select count(*)::int as n from vorgang_schritt")).rows[0]?.n,
    );

  test("lists whom it strikes, with each month before and after, and nobody who is not decided", async () => {
    const vorher = await zaehleSchritte();
    const liste = await betroffene(stadt.musterstadt, "mindestunterhalt=[49600,56800,66300]", "2026-12-01");
    assert.deepEqual(liste.map(({ vorgangId }) => vorgangId).sort(), [ids.anna, ids.maria].sort());
    const anna = liste.find(({ vorgangId }) => vorgangId === ids.anna);
    assert.deepEqual(anna?.monate, [{ von: "2026-12", bis: "2026-12", bisherCent: 22_700, neuCent: 23_700 }]);
    assert.deepEqual(
      [anna?.nachvollzogen, anna?.differenzCent, anna?.ergebnisNeu, anna?.entschiedenAm],
      [true, 1_000, "bewilligt", "2026-11-24"],
    );
    // Giulia's pension of 180 Euro is taken off what is more as well.
    const maria = liste.find(({ vorgangId }) => vorgangId === ids.maria);
    assert.equal(maria?.differenzCent, 1_000);
    assert.equal(await zaehleSchritte(), vorher);
  });

  test("writes down which files were opened, by whom and why", async () => {
    const [zeile] = await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      leseProtokoll(tx, { arten: ["akten.ausgewertet"], limit: 1 }),
    );
    assert.equal(zeile?.daten.wer, "pruefung");
    assert.match(String(zeile?.daten.anlass), /Mindestunterhalt: ab 01\.12\.2026 496,00 €/);
    assert.deepEqual([...(zeile?.daten.vorgaenge as string[])].sort(), [ids.anna, ids.maria].sort());
  });

  test("a figure that these cases never used strikes nobody", async () =>
    assert.deepEqual(await betroffene(stadt.musterstadt, "mindestunterhalt=[49600,56800,66300]", "2027-01-01"), []));

  test("Beispielkreis sees nothing of it", async () =>
    assert.deepEqual(await betroffene(stadt.beispielkreis, "mindestunterhalt=[49600,56800,66300]", "2026-12-01"), []));

  for (const [name, [text, ab, meldung]] of Object.entries({
    "a parameter that is none": ["hebesatz", "", /kein Parameter/],
    "one that did not change for days gone by": ["mindestunterhalt", "", /kein Satz trägt „bekanntSeit“/],
    "a value without a day": ["mindesteinkommen=650", "bald", /gehört der Tag/],
    "a value that is none": ["mindesteinkommen=viel", "2026-01-01", /kein Wert/],
  } satisfies Record<string, [string, string, RegExp]>))
    test(`refused: ${name}`, () => {
      const gelesen = liesRueckwirkung(uv, text, ab, "2026-11-24");
      assert.match(gelesen.art === "fehler" ? gelesen.text : "", meldung);
    });
});
