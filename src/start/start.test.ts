import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { setTimeout as warte } from "node:timers/promises";
import { z } from "zod";
import { findEmbedded, startEmbedded } from "#db";
import { marke } from "./hinterlassen.ts";

const ERGEBNIS = "Bereit nach";
const checkout = join(import.meta.dirname, "../..");

/** A checkout in small: the same places, each with a few lines, so that the supervisor is tested and nothing else. */
function legeWurzelAn(): string {
  const wurzel = mkdtempSync(join(tmpdir(), "fachwerk start "));
  const lege = (datei: string, text: string) => {
    mkdirSync(join(wurzel, datei, ".."), { recursive: true });
    writeFileSync(join(wurzel, datei), text);
  };
  symlinkSync(join(checkout, "node_modules"), join(wurzel, "node_modules"));
  lege("package.json", '{"type":"module"}');
  lege("src/cli.ts", 'console.log("erledigt", process.argv.slice(2).join(" "));');
  lege("src/worker.ts", 'setInterval(() => {}, 1000); console.log("bereit worker");');
  const dienst = (name: string, variable: string) => `import { createServer } from "node:http";
    const port = Number(process.env.${variable});
    createServer((_, antwort) => antwort.end(String(process.pid))).listen(port, () => console.log("bereit ${name} " + port));`;
  lege("src/server.ts", dienst("server", "FACHWERK_PORT_WEB"));
  lege("demo/register/jobcenter.ts", dienst("jobcenter", "FACHWERK_PORT_JOBCENTER"));
  lege(
    "host.ts",
    `import { starteAlles } from ${JSON.stringify(join(checkout, "src/start/index.ts"))};
     process.exit(await starteAlles({ wurzel: import.meta.dirname, frisch: process.argv.includes("--frisch") }));`,
  );
  return wurzel;
}

const freierPort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, () => {
      const adresse = probe.address();
      probe.close(() => resolve(typeof adresse === "object" && adresse ? adresse.port : 0));
    });
  });

const fragePid = (port: number) =>
  fetch(`http://127.0.0.1:${port}`).then(
    async (antwort) => Number(await antwort.text()),
    () => undefined,
  );

async function bis(was: string, bedingung: () => Promise<boolean> | boolean, geduldMs = 15_000): Promise<void> {
  for (const ende = performance.now() + geduldMs; performance.now() < ende; await warte(40)) if (await bedingung()) return;
  assert.fail(`nicht eingetreten: ${was}`);
}

describe("starteAlles", () => {
  let wurzel: string;
  let web: number;
  let register: number;
  const laeufe: ChildProcess[] = [];
  before(async () => {
    wurzel = legeWurzelAn();
    web = await freierPort();
    register = await freierPort();
  });
  afterEach(() => {
    for (const lauf of laeufe.splice(0)) lauf.kill("SIGKILL");
  });
  after(async () => {
    const dir = join(wurzel, ".fachwerk");
    if (await findEmbedded(dir)) await (await startEmbedded({ dir })).stop();
    rmSync(wurzel, { recursive: true, force: true });
  });

  const starte = (...argumente: string[]) => {
    const { DATABASE_URL: _, ...umgebung } = process.env;
    const kind = spawn(process.execPath, ["--import", "tsx", join(wurzel, "host.ts"), ...argumente], {
      cwd: wurzel,
      env: {
        ...umgebung,
        FACHWERK_DATEN: join(wurzel, ".fachwerk"),
        FACHWERK_PORT_WEB: String(web),
        FACHWERK_PORT_JOBCENTER: String(register),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    laeufe.push(kind);
    const lauf = { kind, text: "", ende: new Promise<number | null>((resolve) => kind.on("close", resolve)) };
    const sammle = (teil: Buffer) => (lauf.text += teil);
    kind.stdout.on("data", sammle);
    kind.stderr.on("data", sammle);
    return lauf;
  };
  const bereit = async (lauf: ReturnType<typeof starte>) => {
    await bis(`bereit, bisher: ${lauf.text}`, () => lauf.text.includes(ERGEBNIS) || lauf.kind.exitCode !== null);
    assert.ok(lauf.text.includes(ERGEBNIS), lauf.text);
  };

  test("migrates, fills, starts everything, tells the address, and stops everything on SIGINT", async () => {
    const lauf = starte();
    await bereit(lauf);
    assert.match(lauf.text, /erledigt migriere/);
    assert.match(lauf.text, /erledigt demo fuelle --falls-leer/);
    assert.match(lauf.text, new RegExp(`http://musterstadt\\.localhost:${web}`));
    const pid = await fragePid(web);
    lauf.kind.kill("SIGINT");
    assert.equal(await lauf.ende, 0);
    assert.equal(pid && marke(pid), undefined);
    assert.equal(await findEmbedded(join(wurzel, ".fachwerk")), undefined);
  });

  test("starts a server again that was killed", async () => {
    const lauf = starte();
    await bereit(lauf);
    const pid = await fragePid(web);
    assert.ok(pid);
    process.kill(pid, "SIGKILL");
    await bis("neuer Server", async () => {
      const neue = await fragePid(web);
      return neue !== undefined && neue !== pid;
    });
    lauf.kind.kill("SIGTERM");
    assert.equal(await lauf.ende, 0);
  });

  test("killed outright, it leaves no process in the way of the next start, and the database is adopted", async () => {
    const erster = starte();
    await bereit(erster);
    erster.kind.kill("SIGKILL");
    await erster.ende;
    assert.ok(await findEmbedded(join(wurzel, ".fachwerk")));
    const zweiter = starte();
    await bereit(zweiter);
    zweiter.kind.kill("SIGINT");
    assert.equal(await zweiter.ende, 0);
  });

  test("ends a process that a killed run left behind, and never one that merely has its number now", async () => {
    const haenger = spawn(process.execPath, ["-e", "process.on('SIGTERM',()=>{}); setInterval(()=>{},1e3)"], { stdio: "ignore" });
    const fremder = spawn(process.execPath, ["-e", "setInterval(()=>{},1e3)"], { stdio: "ignore" });
    laeufe.push(haenger, fremder);
    await warte(150);
    const kinder = [
      { name: "server", pid: haenger.pid, marke: marke(haenger.pid ?? 0) },
      { name: "worker", pid: fremder.pid, marke: "andere:1" },
    ];
    const toter = { name: "start", pid: 999_999, marke: "weg:1" };
    writeFileSync(join(wurzel, ".fachwerk/prozesse.json"), JSON.stringify({ aufsicht: toter, kinder }));
    const lauf = starte();
    await bereit(lauf);
    assert.equal(marke(haenger.pid ?? 0), undefined);
    assert.ok(marke(fremder.pid ?? 0));
    lauf.kind.kill("SIGINT");
    assert.equal(await lauf.ende, 0);
  });

  test("refuses a second run on the same data, and names the first", async () => {
    const erster = starte();
    await bereit(erster);
    const zweiter = starte();
    assert.equal(await zweiter.ende, 1);
    assert.match(zweiter.text, new RegExp(`läuft hier schon \\(Prozess ${erster.kind.pid}`));
    assert.ok(await fragePid(web));
    erster.kind.kill("SIGINT");
    assert.equal(await erster.ende, 0);
  });

  test("names a taken port and how to choose another", async () => {
    const besetzer = createServer().listen(web, "127.0.0.1");
    try {
      const lauf = starte();
      assert.equal(await lauf.ende, 1);
      assert.match(lauf.text, new RegExp(`Port ${web} \\(server\\) ist schon belegt.*npm start -- --port`));
    } finally {
      besetzer.close();
    }
  });

  test("stopped while it is still starting, it stops cleanly", async () => {
    const lauf = starte();
    await bis("erster Befehl", () => z.looseObject({ kinder: z.array(z.unknown()).min(1) }).safeParse(leseBuch()).success);
    lauf.kind.kill("SIGINT");
    assert.equal(await lauf.ende, 0);
    assert.equal(await findEmbedded(join(wurzel, ".fachwerk")), undefined);
    assert.equal(await fragePid(web), undefined);
  });

  test("--frisch empties the data folder but keeps what was moved aside as damaged", async () => {
    const dir = join(wurzel, ".fachwerk");
    mkdirSync(join(dir, "postgres.beschaedigt-damals"));
    writeFileSync(join(dir, "alt"), "");
    const lauf = starte("--frisch");
    await bereit(lauf);
    assert.throws(() => readFileSync(join(dir, "alt")), /ENOENT/);
    assert.ok(statSync(join(dir, "postgres.beschaedigt-damals")).isDirectory());
    lauf.kind.kill("SIGINT");
    assert.equal(await lauf.ende, 0);
  });

  function leseBuch(): unknown {
    try {
      return JSON.parse(readFileSync(join(wurzel, ".fachwerk/prozesse.json"), "utf8"));
    } catch {
      return undefined;
    }
  }
});
