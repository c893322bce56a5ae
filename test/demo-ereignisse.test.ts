import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { findStand } from "#vorgaenge";
import { antragFuer, createBevoelkerung } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

const tokens = { personenstandsregister: "t-standesamt", melderegister: "t-meldebehoerde" } as const;

/** The presenter's commands as processes, against registers that report over HTTP to a house that listens. */
describe("demo todesfall, demo umzug", () => {
  const bevoelkerung = createBevoelkerung();
  const anna = bevoelkerung.getPersona("anna");
  const mia = bevoelkerung.getPerson(anna.kinder[0] ?? "");
  let register: AlleRegister;
  let stadt: Stadt;
  let id: string;
  let ziel = "";
  before(async () => {
    const uhr: { jetzt?: Stadt["uhr"] } = {};
    register = await startRegister({
      bevoelkerung,
      clock: { now: () => uhr.jetzt?.now() ?? new Date(), today: () => uhr.jetzt?.today() ?? "2026-11-24" },
      meldeziel: (name) =>
        name === "melderegister" || name === "personenstandsregister" ? { url: ziel, token: tokens[name] } : undefined,
    });
    stadt = await baueStadt({
      ...register.umgebung,
      FACHWERK_EREIGNIS_TOKEN: tokens.personenstandsregister,
      FACHWERK_EREIGNIS_TOKEN_MELDEREGISTER: tokens.melderegister,
    });
    uhr.jetzt = stadt.uhr;
    ziel = `http://localhost:${new URL(await stadt.web.listen({ port: 0, host: "127.0.0.1" })).port}/api/ereignisse`;
    const lage = { ...antragFuer(bevoelkerung, anna, mia), fuerVormonat: false, umUnterhaltBemueht: false };
    id = await tue((tx) => reicheEin(stadt.system, tx, lage, "demo-ereignis"));
    await stadt.arbeite();
    await stadt.warteBis("granted", async () => (await tue((tx) => findStand(tx, id)))?.stand.phase === "zugestellt");
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });
  const tue = <T>(fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  const lies = () => tue((tx) => stadt.system.dauerleistungen.lies(tx, id));
  const befehl = (...argumente: string[]) =>
    new Promise<{ code: number; aus: string; fehler: string }>((fertig) => {
      const env = { ...process.env, ...register.umgebung };
      const cli = join(import.meta.dirname, "../src/cli.ts");
      execFile(process.execPath, ["--import", "tsx", cli, "demo", ...argumente], { env }, (error, aus, fehler) =>
        fertig({ code: typeof error?.code === "number" ? error.code : 0, aus, fehler }),
      );
    });

  test("mother and child move together: the house hears of it and examines what runs anew; where to is not told", async () => {
    const umzug = await befehl("umzug", "--person", "anna", "--strasse", "Lindenweg", "--hausnummer", "4");
    assert.deepEqual([umzug.code, umzug.fehler], [0, ""]);
    assert.match(umzug.aus, /Anna Beispiel, umgezogen am 2026-11-24 nach Lindenweg 4/);
    assert.match(umzug.aus, /Mia Beispiel/);
    const erste = await stadt.warteBis("a change", async () => (await lies())?.aenderungen[0]);
    assert.equal(erste.anlass, "register");
    await stadt.warteBis(
      "examined",
      async () => (await tue((tx) => findStand(tx, erste.vorgangId)))?.stand.phase === "abgeschlossen",
    );
    assert.equal((await lies())?.stand.endetAb, undefined, "they still live together");
  });

  test("the child dies: what runs ends by itself", async () => {
    const tod = await befehl("todesfall", "--person", "anna/mia", "--json");
    assert.equal(tod.code, 0, tod.fehler);
    assert.equal(JSON.parse(tod.aus).art, "tod");
    await stadt.warteBis("the benefit ends", async () => (await lies())?.stand.endetAb);
  });

  test("refused by the register: its sentence, exit 1; without a person: exit 2; no register: says what to start", async () => {
    const nochmal = await befehl("todesfall", "--person", "anna/mia");
    assert.deepEqual([nochmal.code, /schon als verstorben/.test(nochmal.fehler)], [1, true]);
    assert.equal((await befehl("umzug", "--person", "anna")).code, 2);
    await register.stop();
    const stumm = await befehl("todesfall", "--person", "berta");
    assert.deepEqual([stumm.code, /npm start/.test(stumm.fehler)], [1, true]);
  });
});
