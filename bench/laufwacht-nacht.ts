// One morning of ten thousand jobs as the worker has it: read from the database, judged, findings and judgements written, incidents led.

import { plusTage } from "#kalender";
import { legeJobsAn, listeJobs } from "#laufwacht";
import { baueStadt } from "../test/helpers/stadt.ts";

const JOBS = Number(process.env.JOBS ?? 10_000);
const TAGE = Number(process.env.TAGE ?? 400);
const MORGEN = "2026-11-24";
const stadt = await baueStadt();
const { db, clock, laufwacht } = stadt.system;
const zeit = async (was: string, tue: () => Promise<unknown>) => {
  const beginn = performance.now();
  const vorher = process.cpuUsage();
  const ergebnis = await tue();
  const { user, system } = process.cpuUsage(vorher);
  const sekunden = ((performance.now() - beginn) / 1000).toFixed(1);
  console.log(`${was}: ${sekunden} s, davon ${((user + system) / 1e6).toFixed(1)} s Rechenzeit dieses Prozesses`, ergebnis ?? "");
};
const gemeinsam = { land: "NW" as const, eigentuemer: "" };
const neue = (von: number, anzahl: number) =>
  Array.from({ length: anzahl }, (_, n) => ({
    system: `System ${(von + n) % 20}`,
    mandant: `Mandant ${Math.floor((von + n) / 20)}`,
    name: `Job ${von + n}`,
    ...gemeinsam,
  }));
/** Invented counts: a weekday's rhythm, a size of each job, some noise; one job in fifty has half of it on the last day. */
const fuelle = () =>
  db.inTransaction("betrieb", async (tx) => {
    await tx.query(
      `insert into wacht_tageswert (job, tag, anzahl, dauer_s, laeufe)
       select j.id, t::date, round((50 + j.id % 900) * (1 + 0.5 * (extract(isodow from t) = 1)::int) * (1 - 0.85 * (extract(isodow from t) > 5)::int)
              * (0.9 + 0.2 * random()) * (case when t::date = $1::date and j.id % 50 = 0 then 0.5 else 1 end)), 300 + j.id % 600, 1
         from wacht_job j, generate_series($2::date, $1::date, interval '1 day') t on conflict do nothing`,
      [MORGEN, plusTage(MORGEN, 1 - TAGE)],
    );
  });
// The model learns from few: what is measured is the morning, whose work does not depend on how good the model is.
await db.inTransaction("betrieb", (tx) => legeJobsAn(tx, neue(0, 200), clock.now()));
await fuelle();
const { ausgang, satz } = await laufwacht.lerne({ klein: true });
if (ausgang !== "uebernommen") throw new Error(satz);
await db.inTransaction("betrieb", (tx) => legeJobsAn(tx, neue(200, JOBS - 200), clock.now()));
await zeit("anlegen", fuelle);
console.log(`${(await db.inTransaction("betrieb", (tx) => listeJobs(tx))).length} Jobs, je ${TAGE} Tage`);
await zeit("erster Morgen", () => laufwacht.bewerteNacht(MORGEN));
await zeit("derselbe noch einmal", () => laufwacht.bewerteNacht(MORGEN));
const [{ n } = { n: 0 }] = await db.inTransaction(
  "betrieb",
  async (tx) => (await tx.query<{ n: number }>("select count(*)::int as n from wacht_bewertung where tag = $1", [MORGEN])).rows,
);
console.log(`${n} Urteile in der Tabelle`);
await stadt.close();
