import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createBlobs } from "#blobs";
import { fixedClock } from "#clock";
import { cockpitKinds, vermerkeAbsichten, vermerkeAusgaenge, vermerkeEinsicht } from "#datenschutzcockpit";
import { createDb, type Db, type Tx } from "#db";
import { createJobs, type Jobs } from "#jobs";
import { protokollKind, schreibeProtokoll } from "#protokoll";
import { createProtokollkette, schliesseKette } from "#protokollkette";
import { loadSigner, type Signer } from "#secrets";
import { createTenants, type Mandant } from "#tenants";
import { eroeffne, haengeAn, type NeuerSchritt, schrittKind } from "#vorgaenge";
import { demoMandanten } from "../../demo/mandanten.ts";
import { testDb } from "./db.ts";

export const anna = "a".repeat(64);

/** A database with the chain and nothing else of the house; rows are written by the modules that own them. */
export async function baueKette() {
  const umgebung = await testDb({ jobs: [schliesseKette] });
  const daten = await mkdtemp(join(tmpdir(), "fachwerk-kette-"));
  const db: Db = createDb(umgebung.appUrl, { size: 8 });
  const jobs: Jobs = await createJobs(umgebung.appUrl);
  const uhr = fixedClock("2026-11-24T09:00:00+01:00");
  const tenants = createTenants(db);
  for (const each of demoMandanten) await tenants.create(each);
  const mandant = (await tenants.findBySchluessel("musterstadt")) as Mandant;
  const blobs = createBlobs(join(daten, "dokumente"));
  const arten = [schrittKind, protokollKind, ...cockpitKinds];
  const mitSchluessel = (signer: () => Signer) => createProtokollkette({ db, clock: uhr, jobs, blobs, tenants, arten, signer });
  const kette = mitSchluessel(() => loadSigner(daten));
  const in_ = <T>(fn: (tx: Tx) => Promise<T>) => db.inTransaction({ mandant: mandant.id }, fn);
  return {
    db,
    uhr,
    mandant,
    blobs,
    daten,
    arten,
    jobs,
    kette,
    mitSchluessel,
    in_,
    urls: umgebung,
    signer: () => loadSigner(daten),
    /** As a file. */
    async ausfuhr(umfang: Parameters<typeof kette.exportiere>[1] = { art: "alles" }): Promise<Buffer> {
      const zeilen: string[] = [];
      for await (const zeile of kette.exportiere(mandant.id, umfang, { wer: "pruefung", anlass: "Test" })) zeilen.push(zeile);
      return Buffer.from(zeilen.join(""));
    },
    /** Behind the back of the house, as whoever owns the database could. */
    async faelsche(sql: string, werte: unknown[] = []): Promise<number> {
      const pg = await import("pg");
      const client = new pg.default.Client({ connectionString: umgebung.ownerUrl });
      await client.connect();
      try {
        return (await client.query(sql, werte)).rowCount ?? 0;
      } finally {
        await client.end();
      }
    },
    async close() {
      await jobs.stop();
      await db.close();
      await umgebung.close();
      await rm(daten, { recursive: true, force: true });
    },
  };
}
export type Kettenhaus = Awaited<ReturnType<typeof baueKette>>;

export const zeitpunkt = new Date("2026-11-24T09:00:00Z");
const akteur = { art: "system", teil: "test", version: "1" } as const;
export const notiz = (text: string): NeuerSchritt => ({
  art: "notiz",
  akteur,
  zeitpunkt,
  transaktion: randomUUID(),
  daten: { text },
});

/** A Vorgang of Anna with some notes. @returns its id */
export async function legeVorgangAn(tx: Tx, notizen: number, sha256?: string): Promise<string> {
  const { vorgangId } = await eroeffne(tx, {
    leistung: "unterhaltsvorschuss",
    version: "1",
    kuerzel: "UV",
    beteiligte: [{ rolle: "antragsteller", person: anna, vornamen: "Anna", nachname: "Beispiel", auskunftssperre: false }],
    schritt: {
      art: "eingegangen",
      akteur: { art: "buerger", person: anna },
      zeitpunkt,
      transaktion: randomUUID(),
      daten: {
        kanal: "online",
        antragsteller: { idnr: null, vornamen: "Anna", nachname: "Beispiel" },
        antworten: { kind: { vorname: "Mia „Müller“ 😀", betrag: 1.5 } },
        anlagen: sha256 ? [{ feld: "nachweis", name: "a.pdf", typ: "application/pdf", groesse: 3, sha256 }] : [],
        schriftform: { art: "nichtNoetig" },
        einwilligungPostfach: true,
        eingegangenAm: "2026-11-24",
      },
    },
  });
  for (let nummer = 1; nummer <= notizen; nummer++) await haengeAn(tx, vorgangId, [notiz(`Notiz ${nummer}`)], nummer);
  return vorgangId;
}

/** Rows of every kind. */
export async function schreibeAllerlei(tx: Tx, vorgangId: string): Promise<void> {
  await schreibeProtokoll(tx, {
    art: "akte.gelesen",
    zeitpunkt,
    daten: { wer: "sandmann", anlass: "Test", vorgaenge: [vorgangId] },
  });
  const abruf = { id: randomUUID(), person: anna, vertreter: null };
  await vermerkeAbsichten(
    tx,
    [
      {
        ...abruf,
        vorgangId,
        register: "melderegister",
        auskunft: "kind",
        zweck: "Antrag",
        norm: "§ 1",
        behoerde: "Jugendamt",
        attribute: ["kind"],
      },
    ],
    zeitpunkt,
  );
  await vermerkeAusgaenge(tx, [{ ...abruf, ausgang: "gefunden", grund: null }], zeitpunkt);
  await vermerkeEinsicht(tx, { vorgangId, person: anna, vertreter: null, stelle: "Jugendamt", anlass: "Prüfung", am: zeitpunkt });
}

export async function* alsStrom(bytes: Uint8Array, stueck = 65_536): AsyncGenerator<Uint8Array> {
  for (let ab = 0; ab < bytes.length; ab += stueck) yield bytes.subarray(ab, ab + stueck);
}
