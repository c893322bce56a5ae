import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import pg from "pg";
import { getLeistung } from "#leistungen";
import { amtsperson, antworten, baueStadt, buerger, type Stadt } from "./helpers/stadt.ts";

const anna = "a".repeat(64);
const leistung = getLeistung("unterhaltsvorschuss");

describe("bad input: a clear answer, nothing lost, nothing twice", () => {
  let stadt: Stadt;
  let cookie: string;
  let entwurfId: string;
  let amt: string;
  before(async () => {
    stadt = await baueStadt({ FACHWERK_EREIGNIS_TOKEN: "probe-ereignisse" });
    cookie = await stadt.melde(stadt.musterstadt, buerger(anna, { idnr: "02168744932" }));
    amt = await stadt.melde(stadt.musterstadt, amtsperson("sabine", ["leitung"]));
  });
  beforeEach(async () => {
    entwurfId = (await stadt.system.antraege.beginne(stadt.musterstadt.id, leistung, anna)).entwurf.id;
  });
  after(() => stadt.close());

  type Anfrage = {
    method?: "GET" | "POST";
    url: string;
    felder?: Record<string, string>;
    kopf?: Record<string, string>;
    payload?: string | Buffer;
  };
  const frage = ({ method = "GET", url, felder, kopf = {}, payload }: Anfrage) =>
    stadt.web.inject({
      method,
      url,
      headers: {
        host: "musterstadt.localhost",
        cookie,
        accept: "text/html",
        "sec-fetch-site": "same-origin",
        ...(felder && { "content-type": "application/x-www-form-urlencoded" }),
        ...kopf,
      },
      ...(felder && { payload: new URLSearchParams(felder).toString() }),
      ...(payload !== undefined && { payload }),
    });
  const vorgang = async () => {
    await setze(antworten());
    const eingereicht = await frage({ method: "POST", url: `/antrag/${entwurfId}/einreichen`, felder: { erklaerung: "ja" } });
    return /vorgang\/([0-9a-f-]{36})/.exec(String(eingereicht.headers.location))?.[1] ?? assert.fail();
  };
  const setze = (werte: Record<string, Record<string, unknown>>) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      tx.query("update entwurf set antworten = $1 where id = $2", [JSON.stringify(werte), entwurfId]),
    );

  const faelle: Record<string, [() => Anfrage, number, RegExp]> = {
    "an unknown Leistung": [
      () => ({ method: "POST", url: "/antrag", felder: { leistung: "gibtesnicht" } }),
      404,
      /Diese Leistung gibt es nicht/,
    ],
    "a draft that does not exist": [
      () => ({ url: "/antrag/00000000-0000-4000-8000-000000000000/pruefen" }),
      404,
      /Diesen Antrag gibt es nicht/,
    ],
    "an id that is none": [() => ({ url: "/antrag/1%20or%201=1/pruefen" }), 400, /Ungültige Anfrage/],
    "a page of the form that does not exist": [() => ({ url: `/antrag/${entwurfId}/seite/__proto__` }), 303, /^$/],
    "a page skipped": [() => ({ url: `/antrag/${entwurfId}/seite/konto` }), 303, /^$/],
    "a body of 300 KB": [
      () => ({ method: "POST", url: `/antrag/${entwurfId}/seite/kind`, felder: { vornamen: "x".repeat(300_000) } }),
      413,
      /zu groß/i,
    ],
    "a body that is no form": [
      () => ({ method: "POST", url: "/antrag", payload: "{kaputt", kopf: { "content-type": "application/json" } }),
      400,
      /Ungültige Anfrage/,
    ],
    "a form of another site": [
      () => ({
        method: "POST",
        url: "/antrag",
        felder: { leistung: "unterhaltsvorschuss" },
        kopf: { "sec-fetch-site": "cross-site" },
      }),
      403,
      /nicht von unseren Seiten/,
    ],
    "a form of another origin, from an old browser": [
      () => ({
        method: "POST",
        url: "/antrag",
        felder: { leistung: "unterhaltsvorschuss" },
        kopf: { "sec-fetch-site": "", origin: "https://boese.example" },
      }),
      403,
      /nicht von unseren Seiten/,
    ],
    "a host that is nobody's": [() => ({ url: "/mein", kopf: { host: "boese.example" } }), 303, /^$/],
    "fields that are wrong": [
      () => ({
        method: "POST",
        url: `/antrag/${entwurfId}/seite/kind`,
        felder: { vornamen: "<script>alert(1)</script>", nachname: "", geburtsdatum: "31.2.2020", idnr: "12345678901" },
      }),
      422,
      /31\.2\.2020.*ist kein Datum/s,
    ],
  };
  for (const [name, [anfrage, status, text]] of Object.entries(faelle))
    test(name, async () => {
      const antwort = await frage(anfrage());
      assert.equal(antwort.statusCode, status, antwort.payload.slice(0, 300));
      assert.match(antwort.payload, text);
      assert.ok(!/<script>alert|at .*\.ts:|node_modules/.test(antwort.payload), "nothing of the inside, nothing that runs");
    });

  const nul = "\u0000";
  const amtsbriefe: Record<string, [() => Promise<Anfrage>, number]> = {
    "NUL in a field of a form": [
      async () => ({ method: "POST", url: `/antrag/${entwurfId}/seite/kind`, felder: { vornamen: `A${nul}`, nachname: "B" } }),
      400,
    ],
    "NUL in a search": [
      async () => ({ url: `/amt/suche?aktenzeichen=UV${encodeURIComponent(nul)}`, kopf: { cookie: amt } }),
      400,
    ],
    "NUL in a form with a file": [
      async () => ({
        method: "POST",
        url: `/antrag/${entwurfId}/seite/kind`,
        kopf: { "content-type": "multipart/form-data; boundary=xGRENZEx" },
        payload: `--xGRENZEx\r\ncontent-disposition: form-data; name="vornamen"\r\n\r\nA${nul}\r\n--xGRENZEx--\r\n`,
      }),
      400,
    ],
    "half a character in a register's event": [
      async () => ({
        method: "POST",
        url: "/api/ereignisse",
        kopf: { "content-type": "application/json", authorization: "Bearer probe-ereignisse" },
        payload: `{"id":"00000000-0000-4000-8000-000000000000","art":"geburt","behoerde":"musterstadt","mutter":"02582793418","kind":{"idnr":"01234567899","vornamen":"\\ud800","nachname":"B","geburtsdatum":"2026-11-20"}}`,
      }),
      400,
    ],
    "an act of a clerk without number and key": [
      async () => ({
        method: "POST",
        url: `/amt/vorgang/${await vorgang()}/notiz`,
        felder: { text: "x" },
        kopf: { cookie: amt },
      }),
      400,
    ],
    "a number of steps that is none": [
      async () => ({
        method: "POST",
        url: `/amt/vorgang/${await vorgang()}/notiz`,
        felder: { text: "x", nummer: "1e99", transaktion: "00000000-0000-4000-8000-000000000000" },
        kopf: { cookie: amt },
      }),
      400,
    ],
    "a release of nothing": [
      async () => ({ method: "POST", url: "/amt/sammel/freigeben", felder: { leistung: "wohngeld" }, kopf: { cookie: amt } }),
      400,
    ],
    "a release with a number that the database cannot hold": [
      async () => ({
        url: "/amt/sammel/bestaetigen?leistung=wohngeld&art=entscheiden&wahl.00000000-0000-4000-8000-000000000000=99999999999",
        kopf: { cookie: amt },
      }),
      400,
    ],
    "a selection that is none": [
      async () => ({ url: "/amt/sammel/bestaetigen?leistung=wohngeld&art=entscheiden&wahl.x=1", kopf: { cookie: amt } }),
      400,
    ],
  };
  for (const [name, [anfrage, status]] of Object.entries(amtsbriefe))
    test(`${name}: told, not tripped over`, async () => {
      const antwort = await frage(await anfrage());
      assert.equal(antwort.statusCode, status, antwort.payload.slice(0, 300));
      assert.match(antwort.payload, /Ungültige Anfrage/);
    });

  test("a program gets a problem document of RFC 9457, a person a page", async () => {
    const programm = await frage({
      url: "/antrag/00000000-0000-4000-8000-000000000000/pruefen",
      kopf: { accept: "application/json" },
    });
    assert.match(String(programm.headers["content-type"]), /application\/problem\+json/);
    assert.deepEqual(Object.keys(programm.json()).sort(), ["detail", "status", "title", "type"]);
  });

  test("an answer that makes an earlier page unreachable: what stood there is not part of the application", async () => {
    await setze(antworten({ familienstand: { stand: "getrennt" }, trennung: { seit: "2025-01-01" } }));
    await frage({ method: "POST", url: `/antrag/${entwurfId}/seite/familienstand`, felder: { stand: "ledig" } });
    const pruefen = await frage({ url: `/antrag/${entwurfId}/pruefen` });
    assert.equal(pruefen.statusCode, 200);
    assert.ok(!pruefen.payload.includes("Getrennt lebend seit"));
    assert.equal((await frage({ url: `/antrag/${entwurfId}/seite/trennung` })).statusCode, 303);
  });

  test("a session that ended: off to the log-in, and the draft is still there afterwards", async () => {
    await setze(antworten());
    stadt.uhr.set("2026-11-25T09:00:00+01:00");
    try {
      const spaet = await frage({
        method: "POST",
        url: `/antrag/${entwurfId}/einreichen`,
        felder: { erklaerung: "ja" },
        kopf: { referer: `http://musterstadt.localhost/antrag/${entwurfId}/pruefen` },
      });
      assert.equal(spaet.statusCode, 303);
      assert.equal(spaet.headers.location, `/anmeldung?als=buerger&ziel=${encodeURIComponent(`/antrag/${entwurfId}/pruefen`)}`);
    } finally {
      stadt.uhr.set("2026-11-24T09:00:00+01:00");
    }
    assert.equal((await frage({ url: `/antrag/${entwurfId}/pruefen` })).statusCode, 200);
  });

  test("submitted ten times at once, and once more with the back button: one Vorgang", async () => {
    await setze(antworten());
    const sende = () => frage({ method: "POST", url: `/antrag/${entwurfId}/einreichen`, felder: { erklaerung: "ja" } });
    const ziele = (await Promise.all(Array.from({ length: 10 }, sende))).map(
      (antwort) => String(antwort.headers.location).split("?")[0],
    );
    ziele.push(String((await sende()).headers.location));
    assert.deepEqual(new Set(ziele).size, 1, ziele.join(" "));
    assert.match(ziele[0] ?? "", /^\/vorgang\/[0-9a-f-]{36}$/);
  });

  test("an upload of the wrong kind is refused by its content, whatever its name says", async () => {
    await setze(
      antworten({
        kind: { vornamen: "Leon", nachname: "B", geburtsdatum: "2012-01-01" },
        sgb2: { bezieht: true, einkommen: 50_000 },
      }),
    );
    const grenze = "xxGRENZExx";
    const teil = (name: string, inhalt: string) =>
      `--${grenze}\r\ncontent-disposition: form-data; name="belege"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n${inhalt}\r\n`;
    const lade = (...teile: string[]) =>
      frage({
        method: "POST",
        url: `/antrag/${entwurfId}/seite/einkommensnachweis`,
        kopf: { "content-type": `multipart/form-data; boundary=${grenze}` },
        payload: `${teile.join("")}--${grenze}--\r\n`,
      });
    const boese = await lade(teil("../../etc/gehalt.pdf", "<html><script>alert(1)</script>"));
    assert.equal(boese.statusCode, 422);
    assert.match(boese.payload, /weder ein PDF noch ein Foto/);
    assert.equal((await lade(teil("../../etc/gehalt.pdf", "%PDF-1.4 ja"))).statusCode, 303);
    const seite = await frage({ url: `/antrag/${entwurfId}/seite/einkommensnachweis` });
    assert.match(seite.payload, />gehalt\.pdf /);
    assert.equal(
      (await lade(...Array.from({ length: 12 }, (_, nummer) => teil(`${nummer}.pdf`, `%PDF-1.4 ${nummer}`)))).statusCode,
      413,
    );
  });

  test("the database goes away in the middle: 503 with a sentence, and all is there when it is back", async () => {
    await setze(antworten());
    const owner = new pg.Client({ connectionString: stadt.urls.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ name: string }>("select current_database() as name");
    const verwaltung = new pg.Client({ connectionString: stadt.urls.ownerUrl.replace(`/${rows[0]?.name}`, "/postgres") });
    await owner.end();
    await verwaltung.connect();
    await verwaltung.query(`alter database ${rows[0]?.name} allow_connections false`);
    await verwaltung.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [rows[0]?.name]);
    try {
      const weg = await frage({ url: `/antrag/${entwurfId}/pruefen` });
      assert.equal(weg.statusCode, 503);
      assert.match(weg.payload, /Ihre gespeicherten Angaben sind sicher/);
      assert.equal((await frage({ url: "/bereit" })).statusCode, 503);
      assert.equal((await frage({ url: "/gesund" })).statusCode, 200);
    } finally {
      await verwaltung.query(`alter database ${rows[0]?.name} allow_connections true`);
      await verwaltung.end();
    }
    assert.equal((await frage({ url: `/antrag/${entwurfId}/pruefen` })).statusCode, 200);
  });
});
