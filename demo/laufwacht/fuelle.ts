import { plusTage } from "#kalender";
import {
  beginneTagwerk,
  legeJobsAn,
  lerneJob,
  listeEmpfaenger,
  listeJobs,
  schreibeEmpfaenger,
  schreibeKalender,
  schreibeTageswerte,
} from "#laufwacht";
import type { System } from "../../src/app.ts";
import { erzeugeAnzahl, erzeugeDauer, erzeugeJobs, erzeugeLauf, stoerungAm } from "./erzeuge.ts";

/** So many days came as runs, what was before as counts of whole days. */
const LAUFTAGE = 8;
const QUELLE = { name: "demo", legtAn: false, land: "NW" } as const;

/** Jobs of invented town halls with two years of history, the last nights with faults. Repeating it adds nothing. */
export async function fuelleLaufwacht(
  system: System,
  wahl: { mandanten: number; tage?: number; lerneSpaeter?: boolean },
): Promise<{ jobs: number; tage: number; laeufe: number }> {
  const { db, clock, laufwacht, jobs } = system;
  const tage = wahl.tage ?? 730;
  const morgen = laufwacht.letzterMorgen();
  const liste = erzeugeJobs(wahl.mandanten);
  const neu = await db.inTransaction("betrieb", (tx) => legeJobsAn(tx, liste, clock.now()));
  if (neu === 0) return { jobs: 0, tage: 0, laeufe: 0 };
  const bekannte = await db.inTransaction("betrieb", (tx) => listeJobs(tx));
  const id = new Map(bekannte.map((each) => [`${each.system}/${each.mandant}/${each.name}`, each.id]));
  for (const job of liste) {
    const nummer = id.get(`${job.system}/${job.mandant}/${job.name}`) ?? 0;
    const werte = Array.from({ length: tage - LAUFTAGE }, (_, n) => {
      const tag = plusTage(morgen, n + 1 - tage);
      const anzahl = erzeugeAnzahl(job, tag);
      return { job: nummer, tag, anzahl, dauerS: erzeugeDauer(job, tag, anzahl) };
    });
    await db.inTransaction("betrieb", (tx) => schreibeTageswerte(tx, werte));
  }
  laufwacht.annahme.vergiss();
  const laeufe = liste.flatMap((job) =>
    Array.from({ length: LAUFTAGE }, (_, n) => erzeugeLauf(job, plusTage(morgen, -n), stoerungAm(liste, job, n)) ?? []).flat(),
  );
  await laufwacht.annahme.nimmAn(QUELLE, laeufe);
  // Some reports as they come in real life: of a job nobody knows, from a clock that is wrong.
  const [erster] = laeufe;
  if (erster)
    await laufwacht.annahme.nimmAn(QUELLE, [
      { ...erster, kennung: "demo-unbekannt", job: "Altlast Export" },
      { ...erster, kennung: "demo-zukunft", beginn: new Date(clock.now().getTime() + 86_400_000).toISOString() },
      { ...erster, anzahl: -4 },
      erster,
    ]);
  await db.inTransaction("betrieb", async (tx) => {
    if ((await listeEmpfaenger(tx)).length === 0) {
      const gemeinsam = { mandant: null, system: null };
      await schreibeEmpfaenger(tx, {
        name: "Bereitschaft",
        weg: "mail",
        ziel: "bereitschaft@rechenzentrum.example",
        stufe: 1,
        ...gemeinsam,
      });
      await schreibeEmpfaenger(tx, {
        name: "Leitung Betrieb",
        weg: "mail",
        ziel: "leitung@rechenzentrum.example",
        stufe: 2,
        ...gemeinsam,
      });
    }
    await schreibeKalender(tx, {
      art: "wartungWiederkehrend",
      job: null,
      mandant: null,
      system: "Personalkonto",
      von: null,
      bis: null,
      cron: "0 0 * * SUN",
      dauerMin: 240,
      grund: "Wartungsfenster des Herstellers",
      stand: "gilt",
      eingetragenVon: "demo",
      am: clock.now(),
    });
    if (!wahl.lerneSpaeter) return;
    // Today's training is this one: the worker's round must not begin a big one beside it.
    await beginneTagwerk(tx, clock.today(), "lernen", clock.now());
    await jobs.add(tx, lerneJob, { klein: true, dannMorgen: morgen });
  });
  return { jobs: neu, tage, laeufe: laeufe.length };
}
