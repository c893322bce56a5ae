import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { after, describe, test } from "node:test";
import { fixedClock } from "#clock";
import { getLeistung } from "#leistungen";
import { portVariable, type Registername, registerprozesse } from "../../src/register.ts";
import { createBevoelkerung } from "../bevoelkerung/index.ts";
import { starteHttp } from "../dienst.ts";
import { startRegister } from "./alle.ts";

const kleine = registerprozesse.get("fachregister") ?? [];
const bevoelkerung = createBevoelkerung();
const clock = fixedClock("2026-11-24T09:00:00Z");
const register = await startRegister({ bevoelkerung, clock });
after(() => register.stop());

const von = (schluessel: string) => bevoelkerung.getPersona(schluessel);
const kindVon = (schluessel: string) => von(schluessel).kinder[0] ?? "";

function post(name: Registername, auskunft: string, anfrage: object, mehr: { id?: string; token?: string; frist?: number } = {}) {
  return fetch(`${register.urls[name]}/auskunft`, {
    method: "POST",
    headers: { authorization: `Bearer ${mehr.token ?? "demo-token"}`, "x-abruf-id": mehr.id ?? randomUUID() },
    body: JSON.stringify({ auskunft, anfrage, zweck: "Test", rechtsgrundlage: "§ 67a SGB X", behoerde: "Jugendamt Musterstadt" }),
    signal: AbortSignal.timeout(mehr.frist ?? 2000),
  });
}
async function frage(name: Registername, auskunft: string, anfrage: object) {
  const antwort = await post(name, auskunft, anfrage);
  assert.equal(antwort.status, 200);
  return (await antwort.json()) as { art: string; stand: string; daten: Record<string, unknown> };
}

describe("what the registers say", () => {
  test("Melderegister: Anna with her child", async () => {
    const { art, stand, daten } = await frage("melderegister", "person", { idnr: von("anna").idnr });
    assert.equal(art, "gefunden");
    assert.equal(stand, "2026-11-24T09:00:00.000Z");
    assert.equal(daten.familienstand, "ledig");
    assert.deepEqual(daten.anschrift, { strasse: "Lindenallee", hausnummer: "12", plz: "00401", ort: "Musterstadt" });
    assert.deepEqual(
      (daten.kinder as { vornamen: string; idnr: string }[]).map(({ vornamen, idnr }) => [vornamen, idnr]),
      [["Mia", kindVon("anna")]],
    );
  });

  test("Melderegister: under an Auskunftssperre the other parent reads no address of the child", async () => {
    const { daten } = await frage("melderegister", "person", { idnr: von("kai").idnr });
    const [lina] = daten.kinder as { anschrift: unknown; auskunftssperre: boolean }[];
    assert.deepEqual([lina?.anschrift, lina?.auskunftssperre], [null, true]);
    assert.ok(!JSON.stringify(daten).includes("Rosenweg"));
  });

  const haushalte = { anna: [true, false], dieter: [true, true], maria: [true, null], carla: [true, false] } as const;
  for (const [schluessel, [bei, gleich]] of Object.entries(haushalte))
    test(`Melderegister: household of ${schluessel}`, async () => {
      const { daten } = await frage("melderegister", "haushalt", {
        idnr: kindVon(schluessel),
        elternteilIdnr: von(schluessel).idnr,
      });
      assert.deepEqual([daten.lebtBeiElternteil, daten.andererElternteilGleicheAnschrift], [bei, gleich]);
    });

  test("Personenstandsregister: parents, death, refusal", async () => {
    const mia = await frage("personenstandsregister", "geburt", { idnr: kindVon("anna") });
    assert.deepEqual(mia.daten.vater, { idnr: von("tobias").idnr, name: "Tobias Vogt" });
    const giulia = await frage("personenstandsregister", "geburt", { idnr: kindVon("maria") });
    assert.deepEqual(giulia.daten.gestorben, { mutter: false, vater: true });
    const noah = await post("personenstandsregister", "geburt", { idnr: kindVon("lea") });
    assert.equal(noah.status, 403);
    assert.equal(((await noah.json()) as { art: string }).art, "verweigert");
  });

  test("Jobcenter: calculated, not calculated, not known", async () => {
    const emre = await frage("jobcenter", "leistungsbezug", { idnr: kindVon("fatma"), monat: "2026-11" });
    assert.deepEqual(emre.daten, {
      bezieht: true,
      bedarfsgemeinschaft: { einkommenElternteilCent: 100_000, hilfebeduerftigkeitDurchUvVermeidbar: false },
    });
    assert.deepEqual((await frage("jobcenter", "leistungsbezug", { idnr: kindVon("jana") })).daten, { bezieht: true });
    assert.equal((await frage("jobcenter", "leistungsbezug", { idnr: kindVon("anna") })).art, "keinEintrag");
  });

  test("other Jugendaemter: paying", async () => {
    const jonas = await frage("uvregister", "laufendeLeistung", { idnr: kindVon("eva") });
    assert.deepEqual(jonas.daten, { bezieht: true, jugendamt: "Jugendamt Fernhausen", seit: "2024-04-01", bis: null });
    assert.equal((await frage("uvregister", "laufendeLeistung", { idnr: kindVon("anna") })).art, "keinEintrag");
  });

  test("every answer has the shape that the Leistung demands", async () => {
    const { nachweise } = getLeistung("unterhaltsvorschuss");
    for (const { register: name, auskunft, antwort } of Object.values(nachweise)) {
      const idnr =
        auskunft === "person" ? von("fatma").idnr : auskunft === "laufendeLeistung" ? kindVon("eva") : kindVon("fatma");
      const { daten } = await frage(name as Registername, auskunft, { idnr, elternteilIdnr: von("fatma").idnr });
      assert.doesNotThrow(() => antwort.parse(daten), `${name} ${auskunft}`);
    }
  });
});

describe("manners", () => {
  const abruf = async (id: string) => {
    const antwort = await fetch(`${register.urls.jobcenter}/abruf/${id}`, { headers: { authorization: "Bearer demo-token" } });
    return antwort.json();
  };

  test("an Abruf is remembered, even one that was never answered", async () => {
    const [gesehen, stumm, nie] = [randomUUID(), randomUUID(), randomUUID()];
    await post("jobcenter", "leistungsbezug", { idnr: kindVon("anna") }, { id: gesehen });
    register.steuere("jobcenter", "stumm", { idnr: kindVon("berta") });
    await assert.rejects(post("jobcenter", "leistungsbezug", { idnr: kindVon("berta") }, { id: stumm, frist: 100 }), /timeout/i);
    assert.deepEqual(await Promise.all([gesehen, stumm, nie, "%"].map(abruf)), [
      { bekannt: true },
      { bekannt: true },
      { bekannt: false },
      { bekannt: false },
    ]);
  });

  test("no or another token, malformed questions, unknown addresses", async () => {
    assert.equal((await post("jobcenter", "leistungsbezug", { idnr: kindVon("anna") }, { token: "x" })).status, 401);
    assert.equal((await post("jobcenter", "leistungsbezug", { idnr: "12" })).status, 400);
    assert.equal((await post("jobcenter", "toString", { idnr: kindVon("anna") })).status, 400);
    assert.equal((await post("melderegister", "haushalt", { idnr: kindVon("anna") })).status, 400);
    const url = register.urls.jobcenter;
    const headers = { authorization: "Bearer demo-token", "x-abruf-id": "1" };
    assert.equal((await fetch(`${url}/auskunft`, { method: "POST", headers, body: "{" })).status, 400);
    assert.equal((await fetch(`${url}/auskunft`, { method: "POST", headers, body: "x".repeat(2_000_000) })).status, 400);
    assert.equal((await fetch(`${url}/nichts`)).status, 404);
    assert.deepEqual(Object.keys((await (await fetch(`${url}/bereit`)).json()) as object), ["name", "bereit", "abrufe"]);
  });
});

describe("modes", () => {
  const kind = kindVon("anna");
  const steuere = (befehl: object) =>
    fetch(`${register.urls.melderegister}/steuerung`, { method: "POST", body: JSON.stringify(befehl) });
  const person = (frist?: number) => post("melderegister", "person", { idnr: von("anna").idnr }, frist ? { frist } : {});

  test("one after the other, over HTTP, and back to normal", async () => {
    await steuere({ modus: "fehler" });
    assert.equal((await person()).status, 500);
    await steuere({ modus: "kaputt" });
    await assert.rejects((await person()).json());
    await steuere({ modus: "stumm" });
    await assert.rejects(person(80), /timeout/i);
    await steuere({ modus: "langsam", verzoegerungMs: 150 });
    const beginn = performance.now();
    assert.equal((await person()).status, 200);
    assert.ok(performance.now() - beginn >= 140);
    await steuere({ modus: "normal" });
    assert.equal((await person()).status, 200);
  });

  test("falsch: well-formed and about somebody else, or the contrary", async () => {
    register.steuere("melderegister", "falsch");
    const { daten } = await frage("melderegister", "person", { idnr: von("anna").idnr });
    assert.notEqual(daten.idnr, von("anna").idnr);
    const haushalt = await frage("melderegister", "haushalt", { idnr: kind, elternteilIdnr: von("anna").idnr });
    assert.equal(haushalt.daten.lebtBeiElternteil, false);
    register.steuere("melderegister", "normal");
    register.steuere("jobcenter", "falsch", { idnr: kind });
    assert.equal((await frage("jobcenter", "leistungsbezug", { idnr: kind })).daten.bezieht, true);
    register.steuere("jobcenter", "normal", { idnr: kind });
  });

  test("for one person only; Ilona's child is silent from the start", async () => {
    register.steuere("uvregister", "fehler", { idnr: kind });
    assert.equal((await post("uvregister", "laufendeLeistung", { idnr: kind })).status, 500);
    assert.equal((await post("uvregister", "laufendeLeistung", { idnr: kindVon("eva") })).status, 200);
    await assert.rejects(post("personenstandsregister", "geburt", { idnr: kindVon("ilona") }, { frist: 80 }), /timeout/i);
  });

  test("a command that is not understood changes nothing", async () => {
    assert.equal((await steuere({ modus: "muede" })).status, 400);
    assert.equal((await steuere({ modus: "langsam", verzoegerungMs: -1 })).status, 400);
    assert.throws(() => register.steuere("jobcenter", "langsam", undefined, Number.NaN), /versteht/);
    assert.equal((await person()).status, 200);
  });
});

describe("as a process", () => {
  const ersteZeile = async (strom: Readable | null): Promise<string> => (strom ? String((await once(strom, "data"))[0]) : "");
  const datei = join(import.meta.dirname, "jobcenter.ts");
  const starte = () =>
    spawn(process.execPath, ["--import", "tsx", datei], {
      env: { ...process.env, FACHWERK_PORT_JOBCENTER: "0", FACHWERK_REGISTER_TOKEN: "anderes" },
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });

  test("says one line, answers to its own token, and ends with SIGTERM", async () => {
    const kind = starte();
    const zeile = await ersteZeile(kind.stdout);
    const port = /^bereit jobcenter (\d+)\n$/.exec(zeile)?.[1];
    assert.ok(port, zeile);
    const antwort = await fetch(`http://localhost:${port}/abruf/1`, { headers: { authorization: "Bearer anderes" } });
    assert.deepEqual(await antwort.json(), { bekannt: false });
    kind.kill("SIGTERM");
    assert.deepEqual(await once(kind, "exit"), [0, null]);
  });

  test("ends when the parent is gone", async () => {
    const kind = starte();
    await ersteZeile(kind.stdout);
    kind.disconnect();
    assert.deepEqual(await once(kind, "exit"), [0, null]);
  });

  test("the small ones share a process, and each is slow, silent or wrong by itself", async () => {
    const frei = await Promise.all(kleine.map(() => starteHttp(() => {}, 0)));
    const ports = Object.fromEntries(kleine.map((name, stelle) => [name, frei[stelle]?.port ?? 0]));
    await Promise.all(frei.map((each) => each.schliesse()));
    const kind = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "fachregister.ts")], {
      env: { ...process.env, ...Object.fromEntries(kleine.map((name) => [portVariable(name), String(ports[name])])) },
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    assert.match(await ersteZeile(kind.stdout), /^bereit fachregister \d+\n$/);
    const sende = (name: Registername, pfad: string, inhalt: object, kopf = {}) =>
      fetch(`http://localhost:${ports[name]}${pfad}`, { method: "POST", headers: kopf, body: JSON.stringify(inhalt) });
    for (const name of kleine) {
      const bereit = await fetch(`http://localhost:${ports[name]}/bereit`);
      assert.equal(((await bereit.json()) as { name: string }).name, name);
    }
    const frageNach = (name: Registername, auskunft: string) =>
      sende(
        name,
        "/auskunft",
        { auskunft, anfrage: { idnr: von("gerda").idnr, jahr: 2025 }, zweck: "Test", rechtsgrundlage: "Test", behoerde: "Amt" },
        { authorization: "Bearer demo-token", "x-abruf-id": randomUUID() },
      );
    assert.equal((await sende("versorgungsverwaltung", "/steuerung", { modus: "fehler" })).status, 200);
    assert.equal((await frageNach("versorgungsverwaltung", "feststellung")).status, 500);
    assert.equal((await frageNach("finanzamt", "gibtEsNicht")).status, 400);
    kind.kill("SIGTERM");
    assert.deepEqual(await once(kind, "exit"), [0, null]);
  });

  test("says what is wrong with a taken port", async () => {
    const kind = spawn(process.execPath, ["--import", "tsx", datei], {
      env: { ...process.env, FACHWERK_PORT_JOBCENTER: new URL(register.urls.jobcenter).port },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const fehler = await ersteZeile(kind.stderr);
    assert.match(fehler, /EADDRINUSE/);
    assert.deepEqual(await once(kind, "exit"), [1, null]);
  });
});

test("many at once over a few connections: each is answered", async () => {
  const { port } = new URL(register.urls.melderegister);
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const rumpf = JSON.stringify({
    auskunft: "person",
    anfrage: { idnr: von("anna").idnr },
    zweck: "Test",
    rechtsgrundlage: "§ 67a SGB X",
    behoerde: "Jugendamt",
  });
  const eine = (nummer: number) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = {
        authorization: "Bearer demo-token",
        "x-abruf-id": `last-${nummer}`,
        "content-length": Buffer.byteLength(rumpf),
      };
      const anfrage = request({ port, host: "127.0.0.1", path: "/auskunft", method: "POST", agent, headers }, (antwort) => {
        antwort.resume().once("end", () => resolve(antwort.statusCode));
      });
      anfrage.once("error", reject).end(rumpf);
    });
  const antworten = await Promise.all(Array.from({ length: 500 }, (_, nummer) => eine(nummer)));
  agent.destroy();
  assert.deepEqual(new Set(antworten), new Set([200]));
});
