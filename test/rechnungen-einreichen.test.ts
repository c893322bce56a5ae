import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { findNachEingangsnummer, findRechnung } from "#rechnungen";
import { besondere } from "../demo/rechnungen/erzeuge.ts";
import { demoStammdaten } from "../demo/rechnungen/lieferanten.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

const GRENZE = "xGRENZEx";
const formular = (...dateien: { name: string; bytes: Buffer | string }[]) =>
  Buffer.concat([
    ...dateien.flatMap(({ name, bytes }) => [
      Buffer.from(
        `--${GRENZE}\r\ncontent-disposition: form-data; name="datei"; filename="${name}"\r\ncontent-type: application/xml\r\n\r\n`,
      ),
      Buffer.from(bytes),
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${GRENZE}--\r\n`),
  ]);

describe("a supplier without an account", () => {
  let stadt: Stadt;
  const dateien = besondere("2026-11-24");
  const datei = (name: string) => dateien[name] ?? assert.fail(name);
  before(async () => {
    stadt = await baueStadt();
    await stadt.system.rechnungen.nimmStammdatenAn(stadt.musterstadt.id, demoStammdaten("musterstadt"));
  });
  after(() => stadt.close());

  const frage = (
    method: "GET" | "POST",
    url: string,
    payload?: Buffer,
    kopf: Record<string, string> = {},
    host = "musterstadt",
  ) =>
    stadt.web.inject({
      method,
      url,
      headers: { host: `${host}.localhost`, accept: "text/html", "sec-fetch-site": "same-origin", ...kopf },
      ...(payload && { payload }),
    });
  const lade = (...was: { name: string; bytes: Buffer | string }[]) =>
    frage("POST", "/rechnungen/pruefung", formular(...was), { "content-type": `multipart/form-data; boundary=${GRENZE}` });
  const anzahl = async () =>
    (
      await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
        tx.query<{ n: number }>("select count(*)::int as n from rechnung"),
      )
    ).rows[0]?.n;

  test("checks, reads the report, hands in by a double click, and follows it by number and code", async () => {
    const geprueft = await lade({ name: "r.xml", bytes: datei("einwandfrei").bytes });
    assert.equal(geprueft.statusCode, 303);
    const hier = String(geprueft.headers.location);
    const seite = await frage("GET", hier);
    assert.match(seite.payload, /formal in Ordnung.*Rechnung jetzt einreichen|Rechnung jetzt einreichen.*formal in Ordnung/s);
    assert.equal((await frage("GET", `${hier}/bericht.pdf`)).rawPayload.subarray(0, 5).toString(), "%PDF-");
    assert.equal(await anzahl(), 0, "checked is not handed in");
    const [eins, zwei] = await Promise.all([frage("POST", `${hier}/einreichen`), frage("POST", `${hier}/einreichen`)]);
    assert.equal(eins.headers.location, zwei.headers.location);
    assert.equal(await anzahl(), 1);
    const beleg = await frage("GET", String(eins.headers.location));
    assert.match(beleg.payload, /Ihre Rechnung ist eingegangen.*RE-2026-\d{6}/s);
    const { searchParams } = new URL(String(eins.headers.location), "http://x");
    const [nummer = "", code = ""] = [searchParams.get("nummer") ?? "", searchParams.get("code") ?? ""];
    const wie = (n: string, c: string, host?: string) =>
      frage("GET", `/rechnungen/stand?${new URLSearchParams({ nummer: n, code: c })}`, undefined, {}, host);
    assert.equal((await wie(nummer.toLowerCase(), ` ${code.replaceAll("-", " ").toLowerCase()} `)).statusCode, 200);
    assert.equal((await wie(nummer, `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`)).statusCode, 404);
    assert.equal((await wie(nummer, "")).statusCode, 404);
    assert.equal((await wie(nummer, code, "beispielkreis")).statusCode, 404);
  });

  test("refused in substance, the supplier reads why, and nothing of what was thought on the way", async () => {
    const { rechnungen, db } = stadt.system;
    const mandantId = stadt.musterstadt.id;
    const hier = String((await lade({ name: "r.xml", bytes: datei("neueIban").bytes })).headers.location);
    const beleg = String((await frage("POST", `${hier}/einreichen`)).headers.location);
    const zeile = await db.inTransaction({ mandant: mandantId }, (tx) =>
      findNachEingangsnummer(tx, new URL(beleg, "http://x").searchParams.get("nummer") ?? ""),
    );
    assert.ok(zeile);
    await rechnungen.bearbeite({ mandantId, rechnungId: zeile.id });
    const unterwegs = await frage("GET", beleg);
    assert.match(unterwegs.payload, /Prüfung im Amt/);
    assert.doesNotMatch(unterwegs.payload, /IBAN|Bankverbindung|Dublette/);
    const von = { art: "amt", kennung: "eingang", name: "Frau Eingang" } as const;
    const nummer = (await db.inTransaction({ mandant: mandantId }, (tx) => findRechnung(tx, zeile.id)))?.nummer ?? 0;
    const handlung = { mandantId, rechnungId: zeile.id, nummer, transaktion: "abweisung", von };
    const text = "Die Leistung wurde <nicht> erbracht. Bitte stornieren Sie die Rechnung.";
    assert.equal((await rechnungen.klaerung.weiseAb(handlung, "sachlich", text)).art, "erledigt");
    const danach = (await frage("GET", beleg)).payload;
    assert.match(danach, /Diese Rechnung nehmen wir nicht an.*Die Leistung wurde &lt;nicht> erbracht/s);
    assert.doesNotMatch(danach, /Frau Eingang/);
  });

  test("a broken invoice gets its report and cannot be handed in", async () => {
    const vorher = await anzahl();
    const hier = String((await lade({ name: "r.xml", bytes: datei("fehlerhaft").bytes })).headers.location);
    const seite = await frage("GET", hier);
    assert.match(seite.payload, /Das müssen Sie beheben/);
    assert.doesNotMatch(seite.payload, /jetzt einreichen/);
    assert.equal((await frage("POST", `${hier}/einreichen`)).statusCode, 422);
    assert.equal(await anzahl(), vorher);
  });

  const feindlich: Record<string, string | Buffer> = {
    "billion laughs": `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Invoice>&b;</Invoice>`,
    "a script": "<script>alert(1)</script>",
    "deep nesting": "<a>".repeat(100_000),
    "a PDF of nothing": "%PDF-1.7\n",
    chance: Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7919) % 256)),
    "an executable": Buffer.concat([Buffer.from("MZ"), Buffer.alloc(1_000, 0)]),
  };
  for (const [name, bytes] of Object.entries(feindlich))
    test(`hostile: ${name}`, async () => {
      const antwort = await lade({ name: `../../<img src=x onerror=alert(1)>.xml`, bytes });
      const seite = await frage("GET", String(antwort.headers.location));
      assert.equal(seite.statusCode, 200);
      assert.match(seite.payload, /kann so nicht angenommen werden/);
      assert.doesNotMatch(seite.payload, /<script>alert|<img src=x/);
    });

  test("no file, two files, an empty one, one too large, a foreign page, a foreign token, too many", async () => {
    assert.match((await lade()).payload, /Bitte wählen Sie die Datei/);
    const zwei = await lade({ name: "a.xml", bytes: "<a/>" }, { name: "b.xml", bytes: "<a/>" });
    assert.match(zwei.payload, /nur eine Datei/);
    assert.equal((await lade({ name: "leer.xml", bytes: "" })).statusCode, 400);
    assert.equal((await lade({ name: "gross.xml", bytes: Buffer.alloc(11 * 1024 * 1024, 65) })).statusCode, 413);
    const kopf = { "content-type": `multipart/form-data; boundary=${GRENZE}`, "sec-fetch-site": "cross-site" };
    assert.equal((await frage("POST", "/rechnungen/pruefung", formular(), kopf)).statusCode, 403);
    for (const token of ["..%2f..%2fgeheimnis", "mi0000000-AAAAAAAAAAAAAAAAAAAAAA", "x"])
      assert.equal((await frage("GET", `/rechnungen/pruefung/${token}`)).statusCode, 404);
    const hier = String((await lade({ name: "r.xml", bytes: datei("skonto").bytes })).headers.location);
    assert.equal((await frage("GET", hier, undefined, {}, "beispielkreis")).statusCode, 404, "another house does not have it");
    const viele = await Promise.all(Array.from({ length: 25 }, () => lade({ name: "a.xml", bytes: "<a/>" })));
    assert.ok(viele.some(({ statusCode }) => statusCode === 429));
  });

  test("what nobody hands in is gone after half an hour", async () => {
    stadt.uhr.set("2026-11-24T09:05:00+01:00");
    const hier = String(
      (
        await stadt.web.inject({
          method: "POST",
          url: "/rechnungen/pruefung",
          remoteAddress: "10.0.0.9",
          headers: {
            host: "musterstadt.localhost",
            "sec-fetch-site": "same-origin",
            "content-type": `multipart/form-data; boundary=${GRENZE}`,
          },
          payload: formular({ name: "r.xml", bytes: datei("skonto").bytes }),
        })
      ).headers.location,
    );
    stadt.uhr.set("2026-11-24T09:36:00+01:00");
    const abgelaufen = await frage("GET", hier);
    assert.equal(abgelaufen.statusCode, 404);
    assert.match(abgelaufen.payload, /abgelaufen/);
    const ordner = join(stadt.system.config.daten, "zwischenablage", String(stadt.musterstadt.id));
    assert.deepEqual(await readdir(ordner), []);
    stadt.uhr.set("2026-11-24T09:00:00+01:00");
  });

  test("programs ask the check: raw, as a form, and find it in the OpenAPI", async () => {
    const api = (payload: Buffer, typ: string) =>
      stadt.web.inject({
        method: "POST",
        url: "/api/rechnungen/pruefung?datei=r.xml",
        headers: { host: "musterstadt.localhost", "content-type": typ },
        payload,
      });
    const gut = await api(datei("einwandfrei").bytes, "application/xml");
    assert.equal(gut.statusCode, 200, gut.payload);
    assert.deepEqual([gut.json().datei, gut.json().gueltig, gut.json().fehler], ["r.xml", true, []]);
    const schlecht = await api(
      formular({ name: "s.xml", bytes: datei("fehlerhaft").bytes }),
      `multipart/form-data; boundary=${GRENZE}`,
    );
    assert.deepEqual([schlecht.json().datei, schlecht.json().gueltig], ["s.xml", false]);
    assert.ok(schlecht.json().fehler.some(({ regel, text }: { regel: string; text: string }) => regel && text));
    assert.equal((await api(Buffer.from("x"), "image/png")).statusCode, 415);
    assert.equal((await api(formular(), `multipart/form-data; boundary=${GRENZE}`)).statusCode, 422);
    assert.equal((await api(Buffer.alloc(11 * 1024 * 1024, 65), "application/xml")).statusCode, 413);
    const beschreibung = (await stadt.web.inject({ url: "/api/openapi.json" })).json();
    assert.ok(beschreibung.paths["/api/rechnungen/pruefung"].post.requestBody.content["application/xml"]);
  });
});
