// Complete Vorgaenge a second, submission to delivered notice, beside plain inserts of the same rows in the same run. PDF is counted apart.
import pg from "pg";
import { createBearbeitung } from "#bearbeitung";
import type { Bescheide } from "#bescheide";
import { createBevoelkerung, listeAntragslagen } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { startRegister } from "../demo/register/alle.ts";
import { baueStadt } from "../test/helpers/stadt.ts";

const ANZAHL = Number(process.env.ANZAHL ?? 400);
/** As many as a worker does at a time (`FACHWERK_WORKER_PARALLEL`); the plain inserts have as many connections. */
const PARALLEL = 50;
/** Every table that a Vorgang fills on its way, parents first. */
const tabellen = [
  "vorgang",
  "vorgang_schritt",
  "vorgang_schritt_inhalt",
  "vorgang_stand",
  "vorgang_beteiligter",
  "abruf",
  "abruf_ausgang",
  "bescheid",
  "nachricht",
  "anordnung",
];

async function inBahnen<T>(liste: readonly T[], tue: (teil: T) => Promise<void>): Promise<number> {
  const beginn = performance.now();
  const rest = liste.values();
  await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      for (const teil of rest) await tue(teil);
    }),
  );
  return (performance.now() - beginn) / 1000;
}

const register = await startRegister({});
const stadt = await baueStadt(register.umgebung);
const { system, musterstadt } = stadt;
const mandant = { mandant: musterstadt.id };

let pdfMs = 0;
let pdfs = 0;
const mitUhr: Bescheide = {
  ...system.bescheide,
  async setze(auftrag) {
    const beginn = performance.now();
    const bescheid = await system.bescheide.setze(auftrag);
    pdfMs += performance.now() - beginn;
    pdfs++;
    return bescheid;
  },
};
// The same notice for all: what it costs to set a letter is measured apart.
let vorlage: Awaited<ReturnType<Bescheide["setze"]>> | undefined;
const ohnePdf: Bescheide = {
  ...system.bescheide,
  async setze(auftrag) {
    vorlage ??= await system.bescheide.setze(auftrag);
    return {
      ...vorlage,
      id: crypto.randomUUID(),
      vorgangId: auftrag.vorgangId,
      massgeblich: auftrag.weg === "postfach" ? "postfach" : "akte",
    };
  },
};

const bevoelkerung = createBevoelkerung();
const stumm = bevoelkerung.getPersona("ilona").idnr;
const lagen = listeAntragslagen(bevoelkerung, system.clock.today(), ["musterstadt"]).filter(
  (lage) => lage.antragsteller.idnr !== stumm,
);

async function laufe(bescheide: Bescheide, anzahl: number, name: string): Promise<{ sekunden: number; ids: string[] }> {
  const bearbeitung = createBearbeitung({ ...system, bescheide, aenderungen: system.dauerleistungen });
  const ids: string[] = [];
  const sekunden = await inBahnen(
    Array.from({ length: anzahl }, (_, nummer) => nummer),
    async (nummer) => {
      const lage = lagen[nummer % lagen.length];
      if (!lage) return;
      const id = await system.db.inTransaction(mandant, (tx) => reicheEin(system, tx, lage, `bench:${name}:${nummer}`));
      const akte = await bearbeitung.pruefe(musterstadt.id, id);
      await bearbeitung.fertige(musterstadt.id, id, akte);
      ids.push(id);
    },
  );
  return { sekunden, ids };
}

await laufe(mitUhr, 40, "warm");
pdfMs = 0;
pdfs = 0;
const mitPdf = await laufe(mitUhr, ANZAHL, "pdf");
const { sekunden, ids } = await laufe(ohnePdf, ANZAHL, "ohne");

// The same rows again, as plain inserts into tables of the same form without row security: one commit a Vorgang, then in bulk.
const pool = new pg.Pool({ connectionString: stadt.urls.ownerUrl, max: PARALLEL });
const zeilen = new Map<string, { tabelle: string; json: string }[]>(ids.map((id) => [id, []]));
for (const tabelle of tabellen) {
  const spalte =
    tabelle === "vorgang"
      ? "id"
      : tabelle === "abruf_ausgang"
        ? "(select vorgang_id from abruf a where a.id = t.id)"
        : "vorgang_id";
  await pool.query(`create table kopie_${tabelle} (like ${tabelle} including defaults including indexes)`);
  const { rows } = await pool.query(
    `select ${spalte} as vorgang, json_agg(t) as json from ${tabelle} t where ${spalte} = any($1) group by 1`,
    [ids],
  );
  for (const { vorgang, json } of rows) zeilen.get(vorgang)?.push({ tabelle, json: JSON.stringify(json) });
}
const einfach = await inBahnen([...zeilen.values()], async (teile) => {
  const client = await pool.connect();
  await client.query("begin");
  for (const { tabelle, json } of teile)
    await client.query({
      name: tabelle,
      text: `insert into kopie_${tabelle} select * from json_populate_recordset(null::${tabelle}, $1)`,
      values: [json],
    });
  await client.query("commit");
  client.release();
});
for (const tabelle of tabellen) await pool.query(`truncate kopie_${tabelle}`);
const beginn = performance.now();
for (const tabelle of tabellen) {
  const spalte =
    tabelle === "vorgang"
      ? "id = any($1)"
      : tabelle === "abruf_ausgang"
        ? "id in (select id from abruf where vorgang_id = any($1))"
        : "vorgang_id = any($1)";
  await pool.query(`insert into kopie_${tabelle} select * from ${tabelle} where ${spalte}`, [ids]);
}
const inMasse = (performance.now() - beginn) / 1000;
await pool.end();

const je = (zeit: number) => (ANZAHL / zeit).toFixed(0).padStart(6);
console.log(`${ANZAHL} Vorgaenge, ${PARALLEL} at a time, registers and database on the same machine`);
console.log(
  `complete, with PDF             ${je(mitPdf.sekunden)} /s   (${(pdfMs / pdfs).toFixed(1)} ms from order to stored notice)`,
);
console.log(`complete, PDF apart            ${je(sekunden)} /s`);
console.log(`plain inserts, one commit each ${je(einfach)} /s   ratio ${(einfach / sekunden).toFixed(2)}`);
console.log(`plain inserts, in bulk         ${je(inMasse)} /s   ratio ${(inMasse / sekunden).toFixed(3)}`);
await stadt.close();
await register.stop();
