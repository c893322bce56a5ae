import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fixedClock } from "#clock";
import { anbieterUeberHttp, unterschreibeMeldung } from "#gebuehren";
import { starteZahlung, type Zahlungsdienst } from "./zahlung.ts";

const daten = await mkdtemp(join(tmpdir(), "zahlung "));
const clock = fixedClock("2026-11-24T09:00:00+01:00");
const dienst = await starteZahlung({ port: 0, clock });
after(async () => {
  await dienst.schliesse();
  await rm(daten, { recursive: true });
});

const auftrag = (mehr: object = {}) => ({
  zahlungId: randomUUID(),
  mandant: "musterstadt",
  betragCent: 1_350,
  kassenzeichen: "481209371146",
  zweck: "Meldebescheinigung",
  rueckkehr: "http://musterstadt.localhost:2030/gebuehren",
  ...mehr,
});
const anschluss = (an: Zahlungsdienst = dienst, token = "demo-zahlung", fristMs = 10_000) =>
  anbieterUeberHttp({ name: "Probe", url: an.url, token, fristMs });
const bezahle = async (weiterUrl: string, tat = "bezahlen") =>
  (
    await fetch(weiterUrl, { method: "POST", redirect: "manual", body: new URLSearchParams({ tat, mittel: "wero" }) })
  ).headers.get("location");

describe("the provider, through the platform's own connection", () => {
  test("created ten times at once under one key: one payment; paid; asked; another Mandant and another password learn nothing", async () => {
    const wunsch = auftrag();
    const staende = await Promise.all(Array.from({ length: 10 }, () => anschluss().beginne(wunsch)));
    assert.equal(new Set(staende.map((stand) => JSON.stringify(stand))).size, 1);
    const [stand] = staende;
    assert.ok(stand?.art === "offen");
    assert.equal(await bezahle(stand.weiterUrl), wunsch.rueckkehr);
    const bezahlt = await anschluss().frage("musterstadt", wunsch.zahlungId);
    assert.deepEqual(bezahlt, {
      art: "bezahlt",
      anbieterId: stand.anbieterId,
      betragCent: 1_350,
      waehrung: "EUR",
      am: "2026-11-24",
      mittel: "Wero, direkt vom Girokonto",
    });
    assert.equal((await anschluss().frage("beispielkreis", wunsch.zahlungId)).art, "unbekannt");
    await assert.rejects(anschluss(dienst, "geraten").frage("musterstadt", wunsch.zahlungId), /401/);
    await assert.rejects(anschluss().beginne({ ...wunsch, betragCent: 1 }), /409/);
  });

  test("ended once: cancelled stays cancelled; nobody pays after half an hour", async () => {
    const erste = auftrag();
    const stand = await anschluss().beginne(erste);
    assert.ok(stand.art === "offen");
    await bezahle(stand.weiterUrl, "abbrechen");
    await bezahle(stand.weiterUrl, "bezahlen");
    assert.deepEqual(await anschluss().frage("musterstadt", erste.zahlungId), {
      art: "gescheitert",
      anbieterId: stand.anbieterId,
      grund: "abgebrochen",
    });
    const zweite = auftrag();
    const offen = await anschluss().beginne(zweite);
    assert.ok(offen.art === "offen");
    clock.set("2026-11-24T09:30:01+01:00");
    await bezahle(offen.weiterUrl);
    const abgelaufen = await anschluss().frage("musterstadt", zweite.zahlungId);
    assert.equal(abgelaufen.art === "gescheitert" && abgelaufen.grund, "abgelaufen");
    clock.set("2026-11-24T09:00:00+01:00");
  });

  test("pays back once a key, and never more than came in", async () => {
    const wunsch = auftrag();
    const stand = await anschluss().beginne(wunsch);
    const rueck = (erstattungId: string, betragCent: number) =>
      anschluss().erstatte({ erstattungId, mandant: "musterstadt", zahlungId: wunsch.zahlungId, betragCent });
    assert.equal((await rueck("r0", 1)).art, "abgelehnt");
    assert.ok(stand.art === "offen");
    await bezahle(stand.weiterUrl);
    assert.deepEqual(await rueck("r1", 1_000), await rueck("r1", 1_000));
    assert.deepEqual(await rueck("r2", 351), { art: "abgelehnt", grund: "So viel ist nicht bezahlt worden." });
    assert.equal((await rueck("r3", 350)).art, "erstattet");
  });

  test("silent, broken: the connection throws in time, and nothing is created", async () => {
    const wunsch = auftrag();
    for (const modus of ["stumm", "fehler"] as const) {
      dienst.steuere(modus);
      await assert.rejects(anschluss(dienst, "demo-zahlung", 300).beginne(wunsch));
    }
    dienst.steuere("normal");
    assert.equal((await anschluss().frage("musterstadt", wunsch.zahlungId)).art, "unbekannt");
  });
});

test("its messages carry time and signature over the body as it was sent", async () => {
  const gehoert = Promise.withResolvers<{ kopf: Record<string, unknown>; inhalt: string }>();
  const ohr = createServer((anfrage, antwort) => {
    let inhalt = "";
    anfrage.on("data", (teil) => {
      inhalt += teil;
    });
    anfrage.on("end", () => {
      antwort.end();
      gehoert.resolve({ kopf: anfrage.headers, inhalt });
    });
  });
  await new Promise<void>((fertig) => ohr.listen(0, "127.0.0.1", fertig));
  const adresse = ohr.address();
  dienst.melde("normal", `http://127.0.0.1:${typeof adresse === "object" && adresse ? adresse.port : 0}/`);
  const wunsch = auftrag();
  const stand = await anschluss().beginne(wunsch);
  assert.ok(stand.art === "offen");
  await bezahle(stand.weiterUrl);
  const { kopf, inhalt } = await gehoert.promise;
  assert.deepEqual(JSON.parse(inhalt), { mandant: "musterstadt", referenz: wunsch.zahlungId });
  assert.equal(
    kopf["x-zahlung-unterschrift"],
    unterschreibeMeldung("demo-zahlung-meldung", String(kopf["x-zahlung-zeit"]), inhalt),
  );
  ohr.close();
});

test("the book survives a killed run, half a line included", async () => {
  const wunsch = auftrag();
  const vorher = await starteZahlung({ port: 0, daten, clock });
  const stand = await anschluss(vorher).beginne(wunsch);
  assert.ok(stand.art === "offen");
  await bezahle(stand.weiterUrl);
  await vorher.schliesse();
  await appendFile(join(daten, "zahlung", "zahlungen.jsonl"), '\n{"id":"Z-');
  const nachher = await starteZahlung({ port: 0, daten, clock });
  assert.equal((await anschluss(nachher).frage("musterstadt", wunsch.zahlungId)).art, "bezahlt");
  await nachher.schliesse();
});
