import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startWorker } from "#jobs";
import { schreibeProtokoll } from "#protokoll";
import { alsStrom, baueKette, type Kettenhaus, legeVorgangAn, schreibeAllerlei, zeitpunkt } from "../../../test/helpers/kette.ts";
import { pruefeDatei, schliesseKette } from "./index.ts";

const anzahl = async ({ in_ }: Kettenhaus, tabelle: string): Promise<number> =>
  in_(
    async (tx) =>
      (await tx.query<{ n: number }>(`select count(*) as n from ${tabelle} where mandant_id = $1`, [tx.mandantId])).rows[0]?.n ??
      0,
  );
const eintrag = (nr: number) => ({ art: "probe", zeitpunkt, daten: { nr } });
const leser = { wer: "pruefung", anlass: "Test" };

describe("closing batches", () => {
  let haus: Kettenhaus;
  let vorgangId: string;
  before(async () => {
    haus = await baueKette();
    vorgangId = await haus.in_((tx) => legeVorgangAn(tx, 5));
    await haus.in_((tx) => schreibeAllerlei(tx, vorgangId));
  });
  after(() => haus.close());

  test("takes in rows of every kind once, and nothing where nothing is new", async () => {
    const { kette, mandant } = haus;
    assert.equal(await kette.schliesse(mandant.id, { groesse: 4 }), 10);
    assert.equal(await anzahl(haus, "kette_stapel"), 3);
    assert.equal(await kette.schliesse(mandant.id), 0);
    const lage = await kette.lage(mandant.id);
    assert.deepEqual(
      lage.zeilen.map(({ art, anzahl: n }) => [art, n]),
      [
        ["cockpit.abruf", 1],
        ["cockpit.ausgang", 1],
        ["cockpit.einsicht", 1],
        ["protokoll", 1],
        ["vorgang.schritt", 6],
      ],
    );
    assert.equal((await kette.pruefe(mandant.id, {}, leser)).gueltig, true);
  });

  test("a slow transaction that commits a smaller number later is taken in then, however often batches were closed meanwhile", async () => {
    const { kette, mandant, in_ } = haus;
    let weiter = () => {};
    const warte = new Promise<void>((fertig) => (weiter = fertig));
    let geschrieben = () => {};
    const hatGeschrieben = new Promise<void>((fertig) => (geschrieben = fertig));
    const langsam = in_(async (tx) => {
      await schreibeProtokoll(tx, eintrag(1));
      geschrieben();
      await warte;
    });
    await hatGeschrieben;
    for (let nr = 2; nr < 8; nr++) {
      await in_((tx) => schreibeProtokoll(tx, eintrag(nr)));
      await kette.schliesse(mandant.id, { warte: true });
    }
    weiter();
    await langsam;
    assert.equal(await kette.schliesse(mandant.id, { warte: true }), 1);
    // After some rounds without it the search begins behind all of these, and leaves nothing out. Transactions of other tests on the
    // same server hold it back as that one did, so the rounds go on until they have ended.
    let bis = 0;
    for (let runde = 0; runde < 4 || (bis <= 5 && runde < 100); runde++) {
      await in_((tx) => schreibeProtokoll(tx, eintrag(runde)));
      assert.equal(await kette.schliesse(mandant.id, { warte: true }), 1);
      const { rows } = await in_((tx) =>
        tx.query<{ bis: number }>("select fertig_bis as bis from kette_stand where mandant_id = $1 and art = 'protokoll'", [
          tx.mandantId,
        ]),
      );
      bis = rows[0]?.bis ?? 0;
      if (runde >= 3 && bis <= 5) await new Promise((fertig) => setTimeout(fertig, 200));
    }
    assert.ok(bis > 5, String(bis));
    assert.equal((await kette.pruefe(mandant.id, {}, leser)).gueltig, true);
  });

  test("many at once close each row once and leave one chain", async () => {
    const { kette, mandant, in_ } = haus;
    await kette.schliesse(mandant.id, { warte: true });
    const davor = await anzahl(haus, "kette_glied");
    const schreiber = Array.from({ length: 40 }, (_, nr) => in_((tx) => schreibeProtokoll(tx, eintrag(nr))));
    const schliesser = Array.from({ length: 8 }, (_, nr) => kette.schliesse(mandant.id, { groesse: 7, warte: nr % 2 === 0 }));
    await Promise.all([...schreiber, ...schliesser]);
    await kette.schliesse(mandant.id, { warte: true });
    assert.equal((await anzahl(haus, "kette_glied")) - davor, 40);
    const ergebnis = await kette.pruefe(mandant.id, {}, leser);
    assert.deepEqual(ergebnis.befunde, []);
  });

  test("rows from before there was a chain are taken in by their keys", async () => {
    const { kette, mandant, in_, faelsche } = haus;
    const alt = await in_((tx) => legeVorgangAn(tx, 9));
    await faelsche("update vorgang_schritt set lfd = null where vorgang_id = $1", [alt]);
    await faelsche("delete from kette_stand where art = 'vorgang.schritt'");
    assert.equal(await kette.schliesse(mandant.id, { groesse: 4, warte: true }), 11);
    assert.deepEqual((await kette.pruefe(mandant.id, {}, leser)).befunde, []);
  });

  test("a worker closes batches by itself; where nothing waits, nothing is planned", async () => {
    const { kette, mandant, in_, urls } = haus;
    const wartende = async () => (await haus.jobs.count()).find(({ name }) => name === schliesseKette.name)?.waiting ?? 0;
    // The search comes to rest once nobody writes.
    for (let runde = 0; runde < 8; runde++) await kette.schliesse(mandant.id, { warte: true });
    await kette.plane(mandant.id);
    assert.equal(await wartende(), 0);
    await in_((tx) => schreibeProtokoll(tx, eintrag(99)));
    const vorher = (await kette.letzterKopf(mandant.id))?.nummer ?? 0;
    await kette.plane(mandant.id);
    assert.equal(await wartende(), 1);
    const worker = await startWorker(
      urls.appUrl,
      [schliesseKette],
      { kette },
      { parallel: 2, log: (error) => assert.fail(error) },
    );
    const ende = performance.now() + 15_000;
    while ((await kette.letzterKopf(mandant.id))?.nummer === vorher && performance.now() < ende)
      await new Promise((fertig) => setTimeout(fertig, 50));
    await worker.stop();
    assert.equal((await kette.letzterKopf(mandant.id))?.nummer, vorher + 1);
  });

  test("an export verifies without the database, and a copy of the database's own chain agrees with it", async () => {
    const ergebnis = await pruefeDatei(alsStrom(await haus.ausfuhr()), { schluessel: [haus.signer().key] });
    assert.deepEqual(ergebnis.befunde, []);
    assert.ok(ergebnis.zeilen > 60);
    assert.deepEqual(ergebnis.schluessel, [haus.signer().id]);
    assert.equal((await haus.kette.lage(haus.mandant.id)).kopf?.kopf, ergebnis.kopf?.kopf);
  });

  test("every export and every check is written down", async () => {
    const { rows } = await haus.in_((tx) =>
      tx.query<{ art: string }>("select distinct art from protokoll where mandant_id = $1 order by 1", [tx.mandantId]),
    );
    assert.deepEqual(
      rows.map(({ art }) => art),
      ["akte.gelesen", "probe", "protokoll.exportiert", "protokoll.geprueft"],
    );
  });
});
