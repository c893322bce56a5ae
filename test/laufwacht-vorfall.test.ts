import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { legeJobsAn, listeJobs, schreibeEmpfaenger } from "#laufwacht";
import { amtsperson, baueStadt, type Stadt } from "./helpers/stadt.ts";

const plan = (um: string) => ({
  rhythmus: { art: "cron" as const, cron: um, verschiebung: "bleibt" as const },
  karenzMin: 30,
  fehltNachMin: 60,
  beiSchliessung: "entfaellt" as const,
});

/** Two jobs that never come, by rules alone; a webhook that listens. The clock goes from morning to morning. */
describe("an incident from the first morning to the last", () => {
  let stadt: Stadt;
  const gehoert: { url: string; body: Record<string, unknown> }[] = [];
  const hoerer = createServer(async (request, response) => {
    const teile: Buffer[] = [];
    for await (const teil of request) teile.push(teil as Buffer);
    gehoert.push({ url: request.url ?? "", body: JSON.parse(Buffer.concat(teile).toString()) });
    response.end("ok");
  });
  before(async () => {
    stadt = await baueStadt({}, "2026-11-17T07:00:00+01:00");
    hoerer.listen(0, "127.0.0.1");
    await once(hoerer, "listening");
    const { port } = hoerer.address() as AddressInfo;
    const { db, clock } = stadt.system;
    await db.inTransaction("betrieb", async (tx) => {
      const gemeinsam = { land: "NW" as const, eigentuemer: "" };
      await legeJobsAn(
        tx,
        [
          { system: "Finanz", mandant: "Stadt A", name: "Import", plan: plan("0 2 * * *"), ...gemeinsam },
          { system: "Steuer", mandant: "Stadt B", name: "Druck", plan: plan("0 3 * * *"), ...gemeinsam },
        ],
        clock.now(),
      );
      const ziel = (pfad: string) => `http://127.0.0.1:${port}/${pfad}`;
      await schreibeEmpfaenger(tx, {
        name: "Mattermost",
        weg: "mattermost",
        ziel: ziel("mm"),
        mandant: null,
        system: null,
        stufe: 1,
      });
      await schreibeEmpfaenger(tx, {
        name: "nur Steuer",
        weg: "webhook",
        ziel: ziel("steuer"),
        mandant: null,
        system: "Steuer",
        stufe: 1,
      });
      await schreibeEmpfaenger(tx, {
        name: "Leitung",
        weg: "matrix",
        ziel: ziel("leitung"),
        mandant: null,
        system: null,
        stufe: 2,
      });
    });
    await stadt.arbeite();
  });
  after(async () => {
    await stadt.close();
    hoerer.close();
  });

  const frage = <R extends object>(sql: string, werte: unknown[] = []) =>
    stadt.system.db.inTransaction("betrieb", async (tx) => (await tx.query<R>(sql, werte)).rows);
  const morgen = async (tag: string) => {
    gehoert.length = 0;
    stadt.uhr.set(`${tag}T07:00:00+01:00`);
    await stadt.system.laufwacht.bewerteNacht(tag);
    const anzahl = await stadt.system.laufwacht.benachrichtige(tag);
    await stadt.warteBis("messages", async () => gehoert.length >= anzahl);
    return gehoert.map(({ url, body }) => `${url} ${body.anlass ?? ""}`.trim()).sort();
  };
  const tue = async (url: string, felder: Record<string, string> = {}, rollen = ["betrieb"]) => {
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("dienst", rollen));
    return stadt.web.inject({
      method: "POST",
      url: `/betrieb/laufwacht${url}`,
      headers: {
        host: "musterstadt.localhost",
        cookie,
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      },
      payload: new URLSearchParams(felder).toString(),
    });
  };
  const vorfaelle = () =>
    frage<{ id: number; system: string; eigentuemer: string | null; geschlossen: boolean }>(
      "select id, system, eigentuemer, geschlossen_am is not null as geschlossen from wacht_vorfall order by id",
    );

  test("first morning: one message an incident and recipient, each only of what is theirs", async () => {
    assert.deepEqual(await morgen("2026-11-17"), ["/mm", "/mm", "/steuer neu"]);
    assert.match(
      String(gehoert.find(({ url }) => url === "/mm")?.body.text),
      /nicht gekommen[\s\S]*\/betrieb\/laufwacht\/vorfaelle\/\d+/,
    );
    assert.equal(await stadt.system.laufwacht.benachrichtige("2026-11-17"), 0);
  });

  test("second morning: nobody took it over, so the second level hears of it, once", async () => {
    assert.deepEqual(await morgen("2026-11-18"), ["/leitung", "/leitung"]);
    assert.equal((await vorfaelle()).length, 2, "the same incident goes on");
  });

  test("taken over by one, put to rest by the other: third and fourth morning are quiet, and the reminder goes to nobody", async () => {
    const [a, b] = await vorfaelle();
    assert.equal((await tue(`/vorfaelle/${a?.id}/uebernehmen`)).statusCode, 303);
    assert.equal((await tue(`/vorfaelle/${b?.id}/ruhen`, { bis: "22.11.2026" })).statusCode, 303);
    assert.deepEqual(await morgen("2026-11-19"), []);
    assert.deepEqual(await morgen("2026-11-20"), []);
  });

  test("rest over and still nobody: one quiet reminder", async () => {
    assert.deepEqual(await morgen("2026-11-23"), ["/mm", "/steuer erinnerung"]);
    assert.deepEqual(await morgen("2026-11-24"), []);
  });

  test("closed on this morning it does not come back on this morning, but on the next", async () => {
    const [a] = await vorfaelle();
    await tue(`/vorfaelle/${a?.id}/abschliessen`);
    await stadt.system.laufwacht.bewerteNacht("2026-11-24");
    assert.equal((await vorfaelle()).length, 2);
    await morgen("2026-11-25");
    assert.equal((await vorfaelle()).length, 3);
  });

  test("'erwartet' proposes a closed day that only a person's yes makes count; then nothing is missing", async () => {
    const [job] = await stadt.system.db.inTransaction("betrieb", (tx) => listeJobs(tx));
    await tue(`/jobs/${job?.id}/rueckmeldung`, { tag: "2026-11-25", morgen: "2026-11-25", art: "erwartet", grund: "Umstellung" });
    const fehlt = async () => {
      await stadt.system.laufwacht.bewerteNacht("2026-11-25");
      return (await frage("select from wacht_befund where morgen = '2026-11-25' and job = $1 and stumm is null", [job?.id]))
        .length;
    };
    assert.equal(await fehlt(), 1, "proposed is not done");
    const [eintrag] = await frage<{ id: number; stand: string }>("select id, stand from wacht_kalender");
    assert.equal(eintrag?.stand, "vorgeschlagen");
    assert.equal((await tue(`/kalender/${eintrag?.id}/annehmen`)).statusCode, 303);
    assert.equal(await fehlt(), 0);
    await tue(`/kalender/${eintrag?.id}/ablehnen`);
    assert.equal(await fehlt(), 1, "taken back it counts no more");
  });

  test("maintenance: still recorded as missing, but nobody is called; a wrong plan is refused in words", async () => {
    const falsch = await tue("/kalender", { art: "wartungWiederkehrend", cron: "jeden Tag", dauerMin: "9", grund: "x" });
    assert.equal(falsch.statusCode, 422);
    assert.match(falsch.payload, /fünf Felder/);
    const gut = { art: "wartungWiederkehrend", system: "Steuer", cron: "0 1 * * *", dauerMin: "240", grund: "Umbau" };
    assert.equal((await tue("/kalender", gut)).statusCode, 303);
    await stadt.system.laufwacht.bewerteNacht("2026-11-25");
    const stumme = await frage<{ stumm: string }>(
      "select stumm from wacht_befund where morgen = '2026-11-25' and stumm is not null",
    );
    assert.deepEqual(stumme, [{ stumm: "Wartung: Umbau" }]);
  });

  test("report as PDF, calendar as iCalendar with its secret, our own work as runs of our own", async () => {
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("dienst", ["betrieb"]));
    const hole = (url: string) => stadt.web.inject({ url, headers: { host: "musterstadt.localhost", cookie } });
    const pdf = await hole("/betrieb/laufwacht/bericht/datei?morgen=2026-11-25");
    assert.equal(pdf.rawPayload.subarray(0, 5).toString(), "%PDF-");
    const [, ical = ""] = /(\/laufwacht\/kalender\/[\w-]+\.ics)/.exec((await hole("/betrieb/laufwacht/kalender")).payload) ?? [];
    const kalender = await stadt.web.inject({ url: ical, headers: { host: "localhost" } });
    assert.match(kalender.payload, /BEGIN:VEVENT\r\nUID:vorfall-\d+@/);
    assert.ok(kalender.payload.split("\r\n").every((zeile) => Buffer.byteLength(zeile) <= 75));
    await stadt.system.laufwacht.begleite("Probe", async () => 7, "Stadt Musterstadt");
    await assert.rejects(
      stadt.system.laufwacht.begleite("Probe", () => Promise.reject(new Error("kaputt")), "Stadt Musterstadt"),
      /kaputt/,
    );
    const eigene = await frage("select ausgang, anzahl, auszug from wacht_lauf where quelle = 'fachwerk' order by ausgang");
    assert.deepEqual(eigene, [
      { ausgang: "erfolg", anzahl: 7, auszug: null },
      { ausgang: "fehler", anzahl: null, auszug: "kaputt" },
    ]);
  });

  test("every page and every act refuses whoever is not of the operator", async () => {
    for (const url of [
      "",
      "/jobs",
      "/jobs/1",
      "/vorfaelle",
      "/vorfaelle/1",
      "/bericht",
      "/bericht/datei",
      "/kalender",
      "/schwellen",
      "/empfaenger",
      "/annahme",
    ]) {
      const cookie = await stadt.melde(stadt.musterstadt, amtsperson("x", ["leitung", "datenschutz", "kasse", "fachaufsicht"]));
      const antwort = await stadt.web.inject({
        url: `/betrieb/laufwacht${url}`,
        headers: { host: "musterstadt.localhost", cookie },
      });
      assert.equal(antwort.statusCode, 403, url);
    }
    for (const url of [
      "/vorfaelle/alle-uebernehmen",
      "/vorfaelle/1/abschliessen",
      "/jobs/1/rueckmeldung",
      "/schwellen",
      "/kalender",
      "/empfaenger",
      "/annahme/tabelle",
    ])
      assert.equal((await tue(url, {}, ["leitung"])).statusCode, 403, url);
  });

  test("500 Mandanten with 20 jobs each: the map answers, in one table, with every Mandant", async () => {
    const viele = Array.from({ length: 10_000 }, (_, n) => ({
      system: `System ${n % 10}`,
      mandant: `Gemeinde ${Math.floor(n / 20)}`,
      name: `Job ${n % 20}`,
      land: "BY" as const,
      eigentuemer: "",
    }));
    await stadt.system.db.inTransaction("betrieb", (tx) => legeJobsAn(tx, viele, stadt.uhr.now()));
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("dienst", ["betrieb"]));
    const beginn = performance.now();
    const antwort = await stadt.web.inject({ url: "/betrieb/laufwacht", headers: { host: "musterstadt.localhost", cookie } });
    const ms = performance.now() - beginn;
    assert.equal(antwort.payload.match(/<th scope="row">/g)?.length, 503);
    assert.ok(antwort.payload.length < 2_000_000, `${antwort.payload.length} bytes`);
    assert.ok(ms < 5000, `${ms} ms`);
    console.log(`map of 10,000 jobs: ${Math.round(ms)} ms, ${Math.round(antwort.payload.length / 1024)} KB`);
  });
});
