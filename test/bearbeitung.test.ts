import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fehlendeNachweise, findAkte } from "#bearbeitung";
import { getLeistung } from "#leistungen";
import { createBevoelkerung, listeAntragslagen } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

describe("from arrival to notice", () => {
  let register: AlleRegister;
  let stadt: Stadt;
  before(async () => {
    register = await startRegister({});
    const urls = Object.entries(register.urls).map(([name, url]) => [`FACHWERK_REGISTER_${name.toUpperCase()}`, url]);
    stadt = await baueStadt(Object.fromEntries(urls));
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });
  const inMandant = <T>(fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);

  test("many at once: each file carried on in memory is the one that the database has, and each gets one notice", async () => {
    const { bearbeitung, clock } = stadt.system;
    const lagen = listeAntragslagen(createBevoelkerung(), clock.today(), ["musterstadt"]).slice(0, 30);
    const ids = await Promise.all(
      lagen.map((lage, nummer) => inMandant((tx) => reicheEin(stadt.system, tx, lage, `viele:${nummer}`))),
    );
    const carried = await Promise.all(ids.map((id) => bearbeitung.pruefe(stadt.musterstadt.id, id)));
    const byRole = (akte: (typeof carried)[number]) =>
      akte && {
        ...akte,
        beteiligte: akte.beteiligte
          .map(({ rolle, person, auskunftssperre }) => ({ rolle, person, auskunftssperre }))
          .sort((a, b) => (a.rolle < b.rolle ? -1 : 1)),
      };
    const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));
    for (const [index, id] of ids.entries())
      assert.deepEqual(asJson(byRole(carried[index])), asJson(byRole(await inMandant((tx) => findAkte(tx, id)))));
    await Promise.all(ids.map((id, index) => bearbeitung.fertige(stadt.musterstadt.id, id, carried[index])));
    // Once more, as a job that is repeated after a crash: nothing happens twice.
    await Promise.all(ids.map((id) => bearbeitung.fertige(stadt.musterstadt.id, id)));
    let zugestellte = 0;
    for (const id of ids) {
      const akte = await inMandant((tx) => findAkte(tx, id));
      const beschieden = akte?.schritte.filter(({ art }) => art === "beschieden").length ?? 0;
      assert.equal(beschieden, akte?.stand.phase === "zugestellt" ? 1 : 0);
      zugestellte += beschieden;
    }
    assert.ok(zugestellte > 15, `${zugestellte} notices`);
  });

  test("the worker that decides dies; the one that came too late with the same decision makes the notice", async () => {
    const { bearbeitung, clock, nachweise, secrets } = stadt.system;
    const [, lage] = listeAntragslagen(createBevoelkerung(), clock.today(), ["musterstadt"]);
    assert.ok(lage);
    const id = await inMandant((tx) => reicheEin(stadt.system, tx, lage, "gestorben"));
    const akte = (await inMandant((tx) => findAkte(tx, id))) ?? assert.fail();
    const wuensche = fehlendeNachweise(getLeistung(akte.leistung), akte, stadt.musterstadt, secrets);
    await nachweise.rufeAb({ mandantId: stadt.musterstadt.id, behoerde: "Amt", vorgangId: id, nummer: akte.nummer, wuensche });
    const [, spaeter] = await Promise.all([0, 1].map(() => bearbeitung.pruefe(stadt.musterstadt.id, id)));
    assert.equal((await inMandant((tx) => findAkte(tx, id)))?.stand.phase, "entschieden");
    await bearbeitung.fertige(stadt.musterstadt.id, id, spaeter);
    assert.equal((await inMandant((tx) => findAkte(tx, id)))?.stand.phase, "zugestellt");
  });

  test("somebody writes between decision and notice: the notice follows what stands in the file then", async () => {
    const { bearbeitung, clock } = stadt.system;
    const [lage] = listeAntragslagen(createBevoelkerung(), clock.today(), ["musterstadt"]);
    assert.ok(lage);
    const id = await inMandant((tx) => reicheEin(stadt.system, tx, lage, "dazwischen"));
    const akte = await bearbeitung.pruefe(stadt.musterstadt.id, id);
    assert.equal(akte?.stand.phase, "entschieden");
    const von = { art: "amt", kennung: "sandmann", name: "Sabine Sandmann" } as const;
    const handlung = { mandantId: stadt.musterstadt.id, vorgangId: id, nummer: akte.nummer, transaktion: "notiz:1", von };
    assert.deepEqual(await bearbeitung.notiere(handlung, "Anruf"), { art: "erledigt" });
    await assert.rejects(bearbeitung.fertige(stadt.musterstadt.id, id, akte), /konflikt/);
    await bearbeitung.fertige(stadt.musterstadt.id, id);
    const danach = await inMandant((tx) => findAkte(tx, id));
    assert.deepEqual(
      danach?.schritte.slice(-3).map(({ art }) => art),
      ["beschieden", "zugestellt", "angewiesen"],
    );
  });
});
