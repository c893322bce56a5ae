import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sitzung } from "#auth";
import { fixedClock } from "#clock";
import { startWorker, type Worker } from "#jobs";
import type { Mandant } from "#tenants";
import { gibAuslieferungFrei } from "../../demo/freigaben.ts";
import { demoMandanten } from "../../demo/mandanten.ts";
import { alleJobs, createSystem, type System } from "../../src/app.ts";
import { liesConfig } from "../../src/config.ts";
import { adressVariable, registernamen } from "../../src/register.ts";
import { createWeb } from "../../src/web.ts";
import { testDb } from "./db.ts";

/** A closed port: whatever asks there learns at once that nobody answers. */
const NIEMAND = "http://127.0.0.1:9";

export type Stadt = {
  system: System;
  web: Awaited<ReturnType<typeof createWeb>>;
  uhr: ReturnType<typeof fixedClock>;
  musterstadt: Mandant;
  beispielkreis: Mandant;
  familienkasse: Mandant;
  urls: { ownerUrl: string; appUrl: string };
  /** Begins to do jobs; until then they wait. */
  arbeite(): Promise<Worker>;
  /** A session as the log-in would have made it. @returns the Cookie header */
  melde(mandant: Mandant, sitzung: Sitzung): Promise<string>;
  /** Resolves when the condition holds, rejects after some seconds. */
  warteBis<T>(was: string, lies: () => Promise<T | undefined | false>, sekunden?: number): Promise<T>;
  close(): Promise<void>;
};

/**
 * The whole house on a database of its own: two town halls, server without port, counterparts as given (else nobody answers).
 * The versions of this program are released, unless `freigegeben` is false.
 */
export async function baueStadt(
  umgebung: Record<string, string> = {},
  uhrzeit = "2026-11-24T09:00:00+01:00",
  { freigegeben = true } = {},
): Promise<Stadt> {
  const db = await testDb({ jobs: alleJobs });
  const daten = await mkdtemp(join(tmpdir(), "fachwerk-stadt-"));
  const gegenstellen = registernamen.map((name) => [adressVariable(name), NIEMAND]);
  const config = liesConfig({
    ...Object.fromEntries(gegenstellen),
    FACHWERK_KASSE: NIEMAND,
    FACHWERK_ZAHLUNG: NIEMAND,
    FACHWERK_ZAHLUNG_TOKEN: "demo-zahlung",
    FACHWERK_ZAHLUNG_GEHEIMNIS: "demo-zahlung-meldung",
    FACHWERK_ZAHLUNG_ABFRAGE_SEKUNDEN: "1",
    FACHWERK_SMTP: "smtp://127.0.0.1:9",
    FACHWERK_LOG: "silent",
    FACHWERK_ANFRAGEN_JE_MINUTE: "100000",
    ...umgebung,
    FACHWERK_DATEN: daten,
  });
  const uhr = fixedClock(uhrzeit);
  const system = await createSystem(config, db, { name: "test", clock: uhr });
  for (const mandant of demoMandanten) await system.tenants.create(mandant);
  const haus = async (schluessel: string) => {
    const mandant = await system.tenants.findBySchluessel(schluessel);
    if (!mandant) throw new Error(`no Mandant ${schluessel}`);
    return mandant;
  };
  const [musterstadt, beispielkreis, familienkasse] = [
    await haus("musterstadt"),
    await haus("beispielkreis"),
    await haus("familienkasse"),
  ];
  if (freigegeben) for (const mandant of [musterstadt, beispielkreis, familienkasse]) await gibAuslieferungFrei(system, mandant);
  const web = await createWeb(system);
  await web.ready();
  const worker: Worker[] = [];

  return {
    system,
    web,
    uhr,
    musterstadt,
    beispielkreis,
    familienkasse,
    urls: db,
    async arbeite() {
      const neuer = await startWorker(db.appUrl, alleJobs, system, { parallel: 6, log: () => {} });
      worker.push(neuer);
      return neuer;
    },
    melde: (mandant, sitzung) =>
      system.db.inTransaction({ mandant: mandant.id }, async (tx) => {
        const token = randomBytes(32).toString("base64url");
        const bis = new Date(uhr.now().getTime() + 3_600_000);
        const werte = [mandant.id, createHash("sha256").update(token).digest(), sitzung.art, JSON.stringify(sitzung), bis];
        await tx.query(
          "insert into sitzung (mandant_id, token_sha256, art, daten, gueltig_bis) values ($1, $2, $3, $4, $5)",
          werte,
        );
        return `sitzung=${token}`;
      }),
    async warteBis(was, lies, sekunden = 20) {
      const ende = performance.now() + sekunden * 1000;
      while (performance.now() < ende) {
        const wert = await lies();
        if (wert !== undefined && wert !== false) return wert;
        await new Promise((fertig) => setTimeout(fertig, 50));
      }
      throw new Error(`not reached within ${sekunden} s: ${was}`);
    },
    async close() {
      await Promise.all(worker.map((each) => each.stop()));
      await web.close();
      await system.close();
      await db.close();
      await rm(daten, { recursive: true, force: true });
    },
  };
}

export const buerger = (person: string, mehr: Partial<Extract<Sitzung, { art: "buerger" }>> = {}): Sitzung => ({
  art: "buerger",
  person,
  idnr: null,
  vornamen: "Anna",
  nachname: "Beispiel",
  geburtsdatum: "1990-05-05",
  email: null,
  anschrift: null,
  vertrauensniveau: "substantiell",
  merkt: {},
  ...mehr,
});

export const amtsperson = (kennung: string, rollen: string[]): Sitzung => ({
  art: "amt",
  kennung,
  name: `Frau ${kennung}`,
  email: null,
  rollen,
  merkt: {},
});

/** Answers of a mother whose child of four years lives with her: complete, and granted where the registers agree. */
export const antworten = (mehr: Record<string, Record<string, unknown>> = {}): Record<string, Record<string, unknown>> => ({
  kind: { vornamen: "Mia", nachname: "Beispiel", geburtsdatum: "2022-03-04" },
  anschrift: { strasse: "Geheimweg", hausnummer: "7", plz: "00401", ort: "Musterstadt" },
  zuhause: { lebtBeiMir: true, seit: "2022-03-04" },
  familienstand: { stand: "ledig" },
  andererElternteil: { lage: "bekannt" },
  angabenElternteil: { vornamen: "Kai", nachname: "Muster", zusammen: false },
  unterhalt: { betrag: 0 },
  kindergeld: { wer: "ich" },
  staatsangehoerigkeit: { deutschOderEu: true },
  rueckwirkend: { vormonat: false, bemueht: false },
  konto: { iban: "DE02120300000000202051", inhaber: "Anna Beispiel" },
  nachricht: {},
  ...mehr,
});
