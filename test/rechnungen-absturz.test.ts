import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { findRechnung, listeRechnungsschritte, rechnungsstandAus } from "#rechnungen";
import { type Finanzverfahren, starteFinanzverfahren } from "../demo/finanzverfahren/finanzverfahren.ts";
import { liefereEin, zeichneAlle } from "../demo/rechnungen/laste.ts";
import { demoStammdaten } from "../demo/rechnungen/lieferanten.ts";
import { starteWorker } from "./helpers/absturz.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

const ANZAHL = 240;

describe(`workers killed while ${ANZAHL} invoices are under way, and while they are handed over`, () => {
  let stadt: Stadt;
  let finanzen: Finanzverfahren;
  let ordner: string;
  let ids: string[];
  let mandantId: number;

  const zaehle = (sql: string) =>
    stadt.system.db.inTransaction({ mandant: mandantId }, async (tx) => (await tx.query<{ n: number }>(sql)).rows[0]?.n ?? 0);
  const schritte = () => zaehle("select count(*)::int as n from rechnung_schritt");
  const inPhase = (phasen: string) => zaehle(`select count(*)::int as n from rechnung_stand where phase in (${phasen})`);

  before(async () => {
    ordner = await mkdtemp(join(tmpdir(), "fachwerk-absturz-"));
    finanzen = await starteFinanzverfahren({ port: 0, daten: ordner });
    const datei = join(ordner, "rechnungen.json");
    await writeFile(
      datei,
      JSON.stringify({ musterstadt: { finanzen: { format: "xml", url: finanzen.url, token: "demo-finanzen" } } }),
    );
    stadt = await baueStadt({ FACHWERK_RECHNUNGEN: datei });
    mandantId = stadt.musterstadt.id;
    const umgebung = {
      DATABASE_URL: stadt.urls.ownerUrl,
      DATABASE_URL_APP: stadt.urls.appUrl,
      FACHWERK_DATEN: stadt.system.config.daten,
      FACHWERK_RECHNUNGEN: datei,
      FACHWERK_SMTP: "smtp://127.0.0.1:9",
      FACHWERK_UHR: "2026-11-24T09:00:00+01:00",
    };
    await stadt.system.rechnungen.nimmStammdatenAn(mandantId, demoStammdaten("musterstadt"));
    ids = await liefereEin(stadt.system, mandantId, { von: 0, anzahl: ANZAHL, heute: "2026-11-24" });
    const toete = async (worker: ReturnType<typeof starteWorker>) => {
      worker.kill("SIGKILL");
      await once(worker, "exit");
    };
    // Two at once; one is killed as soon as something was written, the other goes on and must not do it twice.
    const [erster, zweiter] = [starteWorker(umgebung), starteWorker(umgebung)];
    const vorher = await schritte();
    await stadt.warteBis("first steps", async () => (await schritte()) > vorher, 40);
    await toete(erster);
    await stadt.warteBis("all on the desk", async () => (await inPhase("'zuPruefen'")) === ANZAHL, 60);
    await zeichneAlle(stadt.system, mandantId, ids);
    await stadt.warteBis("some handed over", async () => finanzen.buch.auftraege("musterstadt").length > 0, 40);
    await toete(zweiter);
    // What the operator's command and the next round of any worker do; the dead worker's jobs would come back after their heartbeat as well.
    await stadt.system.rechnungen.uebergibOffene(mandantId);
  });
  after(async () => {
    await stadt.close();
    await finanzen.schliesse();
    await rm(ordner, { recursive: true });
  });

  test("nothing is lost, nothing is there twice: one invoice an arrival, each state the fold of its log", async () => {
    assert.equal(new Set(ids).size, ANZAHL);
    assert.equal(await zaehle("select count(*)::int as n from rechnung"), ANZAHL);
    for (const id of ids)
      await stadt.system.db.inTransaction({ mandant: mandantId }, async (tx) => {
        const log = await listeRechnungsschritte(tx, id);
        assert.deepEqual((await findRechnung(tx, id))?.stand, rechnungsstandAus(log));
        const arten = log.map(({ art }) => art);
        assert.deepEqual(arten, [...new Set(arten)], "a step of the way happens once");
      });
  });

  test("every original is there, whole", async () => {
    for (const id of ids) {
      const zeile = await stadt.system.db.inTransaction({ mandant: mandantId }, (tx) => findRechnung(tx, id));
      assert.ok(zeile && (await stadt.system.blobs.get(mandantId, zeile.sha256)).length === zeile.groesse);
    }
  });

  test("all are acknowledged", async () => assert.equal(await inPhase("'quittiert'"), ANZAHL));

  test("the finance system has each order once, with the amount of the log", async () => {
    const auftraege = finanzen.buch.auftraege("musterstadt");
    assert.equal(auftraege.length, ANZAHL);
    const soll = await Promise.all(
      ids.map(async (id) => {
        const { uebergabe } =
          (await stadt.system.db.inTransaction({ mandant: mandantId }, (tx) => findRechnung(tx, id)))?.stand ?? {};
        return `${uebergabe?.auftragId} ${uebergabe?.zahlbetragCent}`;
      }),
    );
    assert.deepEqual(auftraege.map(({ id, zahlbetragCent }) => `${id} ${zahlbetragCent}`).sort(), soll.sort());
  });

  test("each is paid once", async () => {
    finanzen.buch.zahle("musterstadt");
    const [a, b] = await Promise.all([
      stadt.system.rechnungen.gleicheAb(mandantId),
      stadt.system.rechnungen.gleicheAb(mandantId),
    ]);
    assert.equal(a.bezahlt + b.bezahlt, ANZAHL);
    assert.equal(await inPhase("'bezahlt'"), ANZAHL);
    assert.equal(await zaehle("select count(*)::int as n from rechnung_schritt where art = 'bezahlt'"), ANZAHL);
  });
});
