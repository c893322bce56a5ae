import type { Clock } from "#clock";
import type { Db } from "#db";
import type { Land } from "#kalender";
import { type Annahmebefund, type Annahmegrund, annahmegruende, Laufmeldung, type UeberwachterJob } from "../contract.ts";
import { legeJobsAn, listeJobs } from "../store-jobs.ts";
import { schreibeLaeufe, zaehleAnnahme } from "../store-laeufe.ts";
import { aeltesteAnnahme } from "./loesche-alte.ts";
import { type Laufzeile, pruefeMeldung, vereine } from "./pruefe-meldung.ts";

export type Quelle = { name: string; legtAn: boolean; land: Land };
export type Annahme = {
  nimmAn(quelle: Quelle, meldungen: readonly unknown[]): Promise<Annahmebefund>;
  /** After a job was changed: the next batch reads them anew. */
  vergiss(): void;
};

const schluessel = (each: { system: string; mandant: string; job: string }) => `${each.system}\n${each.mandant}\n${each.job}`;
const JOBS_MS = 5_000;
const HOECHSTENS_MAENGEL = 100;

/** Takes in runs in batches: one look at the jobs, one insert, one mark for each day that must be summed up anew. */
export function createAnnahme({ db, clock, laufwachtTage }: { db: Db; clock: Clock; laufwachtTage: number }): Annahme {
  let bekannt: { jobs: Map<string, UeberwachterJob>; bis: number } | undefined;
  const ladeJobs = async () => {
    if (bekannt && performance.now() < bekannt.bis) return bekannt.jobs;
    const jobs = await db.inTransaction("betrieb", (tx) => listeJobs(tx, { auchBeendete: true }));
    const nach = new Map(jobs.map((job) => [schluessel({ ...job, job: job.name }), job]));
    bekannt = { jobs: nach, bis: performance.now() + JOBS_MS };
    return nach;
  };

  async function nimmAn(quelle: Quelle, meldungen: readonly unknown[]): Promise<Annahmebefund> {
    const jetzt = clock.now();
    const aelteste = aeltesteAnnahme(clock.today(), laufwachtTage);
    const befund: Annahmebefund = { angenommen: 0, wiederholt: 0, abgewiesen: 0, maengel: [] };
    const gezaehlt = new Map<string, { grund: Annahmegrund; beispiel: string; anzahl: number }>();
    const zaehle = (grund: Annahmegrund, beispiel: string, anzahl = 1) => {
      const stelle = `${grund}\n${beispiel}`;
      const bisher = gezaehlt.get(stelle);
      // Whoever sends nonsense must not fill the table with it.
      if (!bisher && gezaehlt.size >= 200) return;
      gezaehlt.set(stelle, { grund, beispiel, anzahl: (bisher?.anzahl ?? 0) + anzahl });
    };
    const gelesen = meldungen.map((meldung) => Laufmeldung.safeParse(meldung));
    let jobs = await ladeJobs();
    if (quelle.legtAn) {
      const neue = gelesen.flatMap(({ data }) => (data && !jobs.has(schluessel(data)) ? [data] : []));
      if (neue.length > 0) {
        await db.inTransaction("betrieb", (tx) =>
          legeJobsAn(
            tx,
            neue.map((each) => ({ ...each, name: each.job, land: quelle.land, eigentuemer: "" })),
            jetzt,
          ),
        );
        bekannt = undefined;
        jobs = await ladeJobs();
      }
    }
    const zeilen = new Map<string, Laufzeile>();
    let doppelt = 0;
    gelesen.forEach(({ data, error }, stelle) => {
      const melde = (grund: Annahmegrund, mehr = "") => {
        if (befund.maengel.length < HOECHSTENS_MAENGEL)
          befund.maengel.push({ stelle, grund, satz: `${annahmegruende[grund]}${mehr}` });
      };
      if (!data) {
        const wo = error?.issues[0]?.path.join(".") || "Meldung";
        zaehle("unlesbar", wo.slice(0, 100));
        melde("unlesbar", ` Falsch ist: ${wo.slice(0, 100)}.`);
        befund.abgewiesen++;
        return;
      }
      const { zeile, gruende } = pruefeMeldung(data, jobs.get(schluessel(data)), jetzt, aelteste);
      for (const grund of gruende) {
        zaehle(grund, `${data.system} / ${data.mandant} / ${data.job}`);
        melde(grund);
      }
      if (!zeile) {
        befund.abgewiesen++;
        return;
      }
      const vorige = zeilen.get(zeile.kennung);
      if (vorige) doppelt++;
      zeilen.set(zeile.kennung, vorige ? vereine(vorige, zeile) : zeile);
    });
    await db.inTransaction("betrieb", async (tx) => {
      befund.angenommen = await schreibeLaeufe(tx, quelle.name, [...zeilen.values()], jetzt);
      befund.wiederholt = zeilen.size - befund.angenommen + doppelt;
      if (befund.wiederholt > 0) zaehle("wiederholt", quelle.name, befund.wiederholt);
      await zaehleAnnahme(tx, clock.today(), quelle.name, [...gezaehlt.values()], jetzt);
    });
    return befund;
  }
  return {
    nimmAn,
    vergiss() {
      bekannt = undefined;
    },
  };
}
