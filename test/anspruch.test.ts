import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

describe("the entitlement check", () => {
  let stadt: Stadt;
  before(async () => {
    stadt = await baueStadt();
  });
  after(() => stadt.close());
  const kopf = {
    host: "musterstadt.localhost",
    "sec-fetch-site": "same-origin",
    "content-type": "application/x-www-form-urlencoded",
  };
  const sende = (url: string, antworten: Record<string, string>) =>
    stadt.web.inject({ method: "POST", url, headers: kopf, payload: new URLSearchParams(antworten).toString() });
  const mutter = { kinder: "3", allein: "ja", unterhalt: "nichts", einkommen: "b1", miete: "750", sgb: "nein", staat: "ja" };

  /** Rows of every table, the queues included. */
  const zaehle = () =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, async (tx) => {
      const { rows } = await tx.query<{ name: string }>(
        "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public' or (schemaname = 'pgboss' and tablename = 'job') order by 1",
      );
      const zahlen: Record<string, number> = {};
      for (const { name } of rows)
        zahlen[name] =
          (await tx.query<{ n: number }>(`select count(*)::int as n from ${name}`).catch(() => ({ rows: [{ n: -1 }] }))).rows[0]
            ?.n ?? 0;
      return zahlen;
    });

  test("answers, and keeps nothing: no cookie, no cache, no row in any table, no answer in an address", async () => {
    const vorher = await zaehle();
    const seite = await stadt.web.inject({ url: "/anspruch", headers: kopf });
    const antwort = await sende("/anspruch", mutter);
    assert.deepEqual([seite.statusCode, antwort.statusCode], [200, 200]);
    for (const each of [seite, antwort]) {
      assert.equal(each.headers["set-cookie"], undefined);
      assert.equal(each.headers["cache-control"], "no-store");
    }
    assert.deepEqual(await zaehle(), vorher);
    for (const text of ["Unterhaltsvorschuss", "Kindergeld", "Wohngeld", "Spricht dafür", "keine Entscheidung"])
      assert.ok(antwort.payload.includes(text), text);
    assert.doesNotMatch(antwort.payload, /[Aa]bgelehnt|kein Anspruch/);
    assert.match(antwort.payload, /Weiter zu: Familienkasse Musterland/, "what another house decides leads there");
    assert.doesNotMatch(antwort.payload, /href="[^"]*(?:kinder|einkommen|miete)=/);
  });

  test("only beginning an Antrag leaves a draft, with what was said", async () => {
    const antwort = await sende("/anspruch/antrag", { ...mutter, leistung: "unterhaltsvorschuss" });
    assert.equal(antwort.statusCode, 303);
    const id = /\/antrag\/([0-9a-f-]{36})\/seite\/kind/.exec(String(antwort.headers.location))?.[1];
    const entwurf = await stadt.system.antraege.findeEntwurf(stadt.musterstadt.id, id ?? "");
    assert.deepEqual(entwurf?.antworten, { staatsangehoerigkeit: { deutschOderEu: true } });
  });

  test("a Leistung of another house, or none, begins nothing here", async () => {
    for (const leistung of ["kindergeld", "gibtesnicht", ""])
      assert.equal((await sende("/anspruch/antrag", { ...mutter, leistung })).statusCode, 404, leistung);
  });

  test("nonsense is told at its field, with what was typed still there", async () => {
    const antwort = await sende("/anspruch", { ...mutter, miete: "viel" });
    assert.equal(antwort.statusCode, 422);
    assert.match(antwort.payload, /value="viel"/);
  });

  test("situations of life: a page each, with what this house and others offer; an unknown one is told", async () => {
    const geburt = await stadt.web.inject({ url: "/lebenslagen/geburt", headers: kopf });
    for (const text of ["Elterngeld", "Kindergeld", "Zuständig ist: Familienkasse Musterland"])
      assert.ok(geburt.payload.includes(text), text);
    assert.equal((await stadt.web.inject({ url: "/lebenslagen/gibtesnicht", headers: kopf })).statusCode, 404);
  });

  test("a house offers what it has an office for; what another has leads there", async () => {
    const kasse = await stadt.web.inject({ url: "/", headers: { ...kopf, host: "familienkasse.localhost" } });
    assert.match(kasse.payload, /Willkommen bei der Familienkasse[\s\S]*Kindergeld/);
    assert.doesNotMatch(kasse.payload, /Hundesteuer|Wohngeld \(Miet|Elterngeld</);
    const umgeleitet = await stadt.web.inject({ url: "/leistungen/kindergeld", headers: kopf });
    assert.match(String(umgeleitet.headers.location), /familienkasse.*\/leistungen\/kindergeld$/);
    const fremd = await stadt.web.inject({
      url: "/leistungen/elterngeld",
      headers: { ...kopf, host: "familienkasse.localhost" },
    });
    assert.equal(fremd.statusCode, 404);
  });
});
