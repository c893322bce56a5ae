import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { kasseUeberHttp } from "#kasse";
import { ibanFuer } from "../bevoelkerung/index.ts";
import { type Kasse, type Kassenmodus, starteKasse } from "./kasse.ts";

const daten = await mkdtemp(join(tmpdir(), "kasse "));
const kasse = await starteKasse({ port: 0 });
after(async () => {
  await kasse.schliesse();
  await rm(daten, { recursive: true });
});

const anordnung = (mehr: object = {}) => ({
  anordnungId: randomUUID(),
  mandant: "musterstadt",
  aktenzeichen: "UV-2026-000001",
  empfaenger: "Anna Beispiel",
  iban: ibanFuer(4711),
  art: "neu",
  plan: [{ monat: "2026-12", betragCent: 22_700, faelligAm: "2026-11-30" }],
  ...mehr,
});
const sende = (inhalt: unknown, schluessel: string | undefined = randomUUID(), an: Kasse = kasse) =>
  fetch(`${an.url}/anordnungen`, {
    method: "POST",
    headers: schluessel === undefined ? {} : { "idempotency-key": schluessel },
    body: JSON.stringify(inhalt),
    signal: AbortSignal.timeout(300),
  });
async function liste(mandant: string, an: Kasse = kasse) {
  const antwort = await fetch(`${an.url}/anordnungen?mandant=${mandant}`);
  return (await antwort.json()) as { anzahl: number; anordnungen: { belegnummer: string; aktenzeichen: string }[] };
}

describe("orders", () => {
  test("the same key gives the same Beleg, ten times at once, and is booked once", async () => {
    const inhalt = anordnung({ mandant: "einmal" });
    const antworten = await Promise.all(Array.from({ length: 10 }, () => sende(inhalt, inhalt.anordnungId)));
    const belege = await Promise.all(antworten.map((antwort) => antwort.json() as Promise<{ belegnummer: string }>));
    assert.deepEqual(new Set(antworten.map(({ status }) => status)), new Set([202]));
    assert.equal(new Set(belege.map(({ belegnummer }) => belegnummer)).size, 1);
    assert.equal((await liste("einmal")).anzahl, 1);
    assert.equal((await sende(anordnung({ mandant: "einmal" }))).status, 202);
    assert.equal((await liste("einmal")).anzahl, 2);
  });

  test("an impossible IBAN, another order under the same key, half an order: refused with a reason", async () => {
    const falsch = await sende(anordnung({ iban: "DE02999999990000004711" }));
    assert.equal(falsch.status, 422);
    assert.match(((await falsch.json()) as { grund: string }).grund, /Prüfziffer/);
    const inhalt = anordnung();
    await sende(inhalt, "k1");
    const andere = await sende({ ...inhalt, empfaenger: "Kai Brandt" }, "k1");
    assert.match(((await andere.json()) as { grund: string }).grund, /andere Anordnung/);
    assert.equal(
      (await sende({ ...inhalt, plan: [{ monat: "2026-12", betragCent: 0.5, faelligAm: "2026-11-30" }] })).status,
      422,
    );
    assert.equal((await sende(inhalt, "")).status, 400);
    assert.equal((await fetch(`${kasse.url}/anordnungen`, { method: "POST", body: "{" })).status, 400);
  });

  test("the platform's own connection understands it", async () => {
    const { uebermittle } = kasseUeberHttp(kasse.url);
    const { anordnungId: id, mandant: _, ...rest } = anordnung();
    const auftrag = { ...rest, id, art: "neu" as const, vorgangId: randomUUID(), summeCent: 22_700, erstelltAm: new Date(0) };
    const erste = await uebermittle("musterstadt", auftrag);
    assert.equal(erste.art, "quittiert");
    assert.deepEqual(await uebermittle("musterstadt", auftrag), erste);
    assert.equal((await uebermittle("musterstadt", { ...auftrag, id: randomUUID(), iban: "DE00" })).art, "abgelehnt");
  });
});

describe("modes", () => {
  const steuere = (modus: Kassenmodus, verzoegerungMs?: number) =>
    fetch(`${kasse.url}/steuerung`, { method: "POST", body: JSON.stringify({ modus, verzoegerungMs }) });

  test("a lost answer is booked; the repetition gets its Beleg", async () => {
    const inhalt = anordnung({ mandant: "verloren" });
    await steuere("antwortVerloren");
    await assert.rejects(sende(inhalt, inhalt.anordnungId));
    await steuere("normal");
    assert.equal((await sende(inhalt, inhalt.anordnungId)).status, 202);
    assert.equal((await liste("verloren")).anzahl, 1);
  });

  test("silent, broken and refusing: nothing is booked", async () => {
    const inhalt = anordnung({ mandant: "gestoert" });
    await steuere("stumm");
    await assert.rejects(sende(inhalt), /timeout/i);
    await steuere("fehler");
    assert.equal((await sende(inhalt)).status, 500);
    await steuere("kaputt");
    await assert.rejects((await sende(inhalt)).json());
    await steuere("lehntAb");
    assert.equal((await sende(inhalt)).status, 422);
    await steuere("langsam", 50);
    assert.equal((await liste("gestoert")).anzahl, 0);
    assert.equal((await sende(inhalt)).status, 202);
    kasse.steuere("normal");
    const unsinn = await fetch(`${kasse.url}/steuerung`, { method: "POST", body: '{"modus":"?"}' });
    assert.equal(unsinn.status, 400);
  });
});

test("the book survives a restart, half a line of a killed run included", async () => {
  const inhalt = anordnung();
  const vorher = await starteKasse({ port: 0, daten });
  const beleg = await (await sende(inhalt, "alt", vorher)).json();
  await vorher.schliesse();
  await appendFile(join(daten, "kasse", "anordnungen.jsonl"), '\n{"belegnummer":"B-0000');
  const nachher = await starteKasse({ port: 0, daten });
  assert.deepEqual(await (await sende(inhalt, "alt", nachher)).json(), beleg);
  await sende(anordnung(), "neu", nachher);
  await nachher.schliesse();
  const zuletzt = await starteKasse({ port: 0, daten });
  assert.deepEqual(
    (await liste("musterstadt", zuletzt)).anordnungen.map(({ belegnummer }) => belegnummer),
    ["B-00000001", "B-00000002"],
  );
  await zuletzt.schliesse();
});
