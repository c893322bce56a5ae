// Incoming invoices a second through all that happens by itself: taken in, checked, routed, compared, and after the people handed over,
// acknowledged, paid. Beside plain inserts of the same rows in the same run. What people do (two acts each) is counted apart.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { zaehleStufen } from "#rechnungen";
import { untersuche } from "#rechnungspruefung";
import { starteFinanzverfahren } from "../demo/finanzverfahren/finanzverfahren.ts";
import { erzeuge } from "../demo/rechnungen/erzeuge.ts";
import { liefereEin, zeichneAlle } from "../demo/rechnungen/laste.ts";
import { demoStammdaten } from "../demo/rechnungen/lieferanten.ts";
import { baueStadt } from "../test/helpers/stadt.ts";

const ANZAHL = Number(process.env.ANZAHL ?? 1_000);
const PARALLEL = 100;
const tabellen = [
  "rechnung",
  "rechnung_schritt",
  "rechnung_schritt_inhalt",
  "rechnung_stand",
  "rechnung_merkmal",
  "bestellung_abruf",
  "zahlungsauftrag",
  "zahlungsauftrag_antwort",
  "zahlungsmeldung",
];

async function inBahnen<T>(liste: Iterable<T>, tue: (teil: T) => Promise<void>): Promise<void> {
  const rest = liste[Symbol.iterator]();
  const weiter = { [Symbol.iterator]: () => rest };
  await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      for (const teil of weiter) await tue(teil);
    }),
  );
}
async function miss(tue: () => Promise<void>): Promise<number> {
  const beginn = performance.now();
  await tue();
  return (performance.now() - beginn) / 1000;
}

const ordner = await mkdtemp(join(tmpdir(), "fachwerk-bench-"));
const finanzen = await starteFinanzverfahren({ port: 0 });
await writeFile(
  join(ordner, "r.json"),
  JSON.stringify({ musterstadt: { finanzen: { format: "csv", url: finanzen.url, token: "demo-finanzen" } } }),
);
const stadt = await baueStadt({ FACHWERK_RECHNUNGEN: join(ordner, "r.json") });
const { system, musterstadt } = stadt;
const { rechnungen, db } = system;
const mandantId = musterstadt.id;
const mandant = { mandant: mandantId };
await rechnungen.nimmStammdatenAn(mandantId, demoStammdaten("musterstadt"));
const heute = system.clock.today();

// Warm: the same ways once before, with other invoices.
const aufwaermen = await liefereEin(system, mandantId, { von: 500_000, anzahl: 100, heute });
await inBahnen(aufwaermen, (rechnungId) => rechnungen.bearbeite({ mandantId, rechnungId }));

const dateien = Array.from({ length: ANZAHL }, (_, nummer) => erzeuge(nummer, heute));
const pruefzeit = await miss(async () => {
  for (const { dateiname, bytes } of dateien.slice(0, 300)) untersuche(dateiname, bytes);
});
let ids: string[] = [];
const eingang = await miss(async () => {
  ids = await liefereEin(system, mandantId, { von: 0, anzahl: ANZAHL, heute });
});
const weg = await miss(() => inBahnen(ids, (rechnungId) => rechnungen.bearbeite({ mandantId, rechnungId })));
const menschen = await miss(async () => {
  await zeichneAlle(system, mandantId, ids);
});
const uebergabe = await miss(() => inBahnen(ids, (rechnungId) => rechnungen.uebergib({ mandantId, rechnungId })));
finanzen.buch.zahle("musterstadt");
const abgleich = await miss(async () => {
  await rechnungen.gleicheAb(mandantId);
});
const bezahlt =
  (await db.inTransaction(mandant, (tx) => zaehleStufen(tx, null))).find(({ phase }) => phase === "bezahlt")?.anzahl ?? 0;
if (bezahlt !== ANZAHL) throw new Error(`${bezahlt} of ${ANZAHL} invoices are paid`);

// The same rows again, as plain inserts into tables of the same form without row security: one commit an invoice.
const pool = new pg.Pool({ connectionString: stadt.urls.ownerUrl, max: 50 });
const zeilen = new Map<string, { tabelle: string; json: string }[]>(ids.map((id) => [id, []]));
for (const tabelle of tabellen) {
  const schluessel =
    tabelle === "rechnung"
      ? "id"
      : tabelle === "zahlungsauftrag_antwort" || tabelle === "zahlungsmeldung"
        ? "(select rechnung_id from zahlungsauftrag a where a.id = t.auftrag_id)"
        : "rechnung_id";
  await pool.query(`create table kopie_${tabelle} (like ${tabelle} including defaults including indexes)`);
  const { rows } = await pool.query(
    `select ${schluessel} as rechnung, json_agg(t) as json from ${tabelle} t where ${schluessel} = any($1) group by 1`,
    [ids],
  );
  for (const { rechnung, json } of rows) zeilen.get(rechnung)?.push({ tabelle, json: JSON.stringify(json) });
}
const einfach = await miss(() =>
  inBahnen(zeilen.values(), async (teile) => {
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
  }),
);
await pool.end();

const vonSelbst = eingang + weg + uebergabe + abgleich;
const je = (zeit: number) => `${(ANZAHL / zeit).toFixed(0).padStart(6)} /s`;
console.log(
  `${ANZAHL} invoices, one process, database and finance system on the same machine; ${((pruefzeit / 300) * 1000).toFixed(2)} ms a formal check`,
);
console.log(`taken in (bytes on disk first)    ${je(eingang)}`);
console.log(`to the desk (check included)      ${je(weg)}`);
console.log(`by people, two acts each          ${je(menschen)}`);
console.log(`handed over and acknowledged      ${je(uebergabe)}`);
console.log(`reconciled to paid                ${je(abgleich)}`);
console.log(`all that happens by itself        ${je(vonSelbst)}   10,000 in ${(10_000 / (ANZAHL / vonSelbst)).toFixed(0)} s`);
console.log(`plain inserts, one commit each    ${je(einfach)}   ratio ${(einfach / vonSelbst).toFixed(2)}`);
await stadt.close();
await finanzen.schliesse();
await rm(ordner, { recursive: true });
