// Runs a second through POST /api/laufwacht/laeufe, two batches at a time, beside the same rows as plain inserts into the same table.
import { createHash } from "node:crypto";
import pg from "pg";
import { legeJobsAn, listeJobs, schreibeQuelle } from "#laufwacht";
import { baueStadt } from "../test/helpers/stadt.ts";

const ANZAHL = Number(process.env.ANZAHL ?? 60_000);
const STAPEL = 2_000;
const TOKEN = "bench-token-der-laufwacht";

const stadt = await baueStadt();
const { db, clock } = stadt.system;
await db.inTransaction("betrieb", async (tx) => {
  const jobs = Array.from({ length: 1000 }, (_, n) => ({
    system: `System ${n % 10}`,
    mandant: `Mandant ${n % 100}`,
    name: `Job ${n}`,
    land: "NW" as const,
    eigentuemer: "",
  }));
  await legeJobsAn(tx, jobs, clock.now());
  await schreibeQuelle(
    tx,
    { name: "bench", token: createHash("sha256").update(TOKEN).digest(), legtAn: false, land: "NW" },
    clock.now(),
  );
});
const ids = (await db.inTransaction("betrieb", (tx) => listeJobs(tx))).map(({ id }) => id);
const lauf = (n: number) => {
  const job = n % 1000;
  const beginn = new Date(clock.now().getTime() - 86_400_000 - n * 1000);
  return {
    kennung: `bench-${n}`,
    system: `System ${job % 10}`,
    mandant: `Mandant ${job % 100}`,
    job: `Job ${job}`,
    beginn: beginn.toISOString(),
    ende: new Date(beginn.getTime() + 600_000).toISOString(),
    ausgang: "erfolg",
    anzahl: 400 + (n % 50),
  };
};
const stapel = Array.from({ length: ANZAHL / STAPEL }, (_, s) =>
  JSON.stringify({ laeufe: Array.from({ length: STAPEL }, (_, n) => lauf(s * STAPEL + n)) }),
);

async function inZweiBahnen(tue: (n: number) => Promise<void>): Promise<number> {
  const beginn = performance.now();
  const rest = stapel.keys();
  await Promise.all(
    [0, 1].map(async () => {
      for (const n of rest) await tue(n);
    }),
  );
  return (performance.now() - beginn) / 1000;
}

const sekunden = await inZweiBahnen(async (n) => {
  const { statusCode, payload } = await stadt.web.inject({
    method: "POST",
    url: "/api/laufwacht/laeufe",
    headers: { host: "localhost", authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
    payload: stapel[n] as string,
  });
  if (statusCode !== 200 || JSON.parse(payload).angenommen !== STAPEL) throw new Error(payload.slice(0, 200));
});

const pool = new pg.Pool({ connectionString: stadt.urls.ownerUrl, max: 2 });
await pool.query("create table vergleich (like wacht_lauf including indexes)");
const nackt = await inZweiBahnen(async (s) => {
  const zeilen = Array.from({ length: STAPEL }, (_, n) => lauf(s * STAPEL + n));
  await pool.query(
    `insert into vergleich (quelle, kennung, job, tag, beginn, ende, ausgang, anzahl, empfangen_am)
     select 'bench', k, j, b::date, b, e, 'erfolg', a, now() from unnest($1::text[], $2::int[], $3::timestamptz[], $4::timestamptz[], $5::bigint[]) t(k, j, b, e, a)`,
    [
      zeilen.map((z) => z.kennung),
      zeilen.map((_, n) => ids[n % 1000]),
      zeilen.map((z) => z.beginn),
      zeilen.map((z) => z.ende),
      zeilen.map((z) => z.anzahl),
    ],
  );
});
await pool.end();
await stadt.close();
const jeSekunde = (s: number) => Math.round(ANZAHL / s).toLocaleString("de-DE");
console.log(
  `Annahme: ${jeSekunde(sekunden)} Läufe/s; nackte Inserts derselben Zeilen: ${jeSekunde(nackt)}/s; Verhältnis ${(nackt / sekunden).toFixed(2)}`,
);
