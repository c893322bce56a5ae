import { randomUUID } from "node:crypto";
import type { Clock } from "#clock";
import type { Db } from "#db";
import type { Jobs } from "#jobs";
import type { IsoDatum } from "#kalender";
import type { Mail } from "#mail";
import { wanduhr } from "#wachmodell";
import { loescheAlteLaeufe } from "./annahme/loesche-alte.ts";
import { createAnnahme } from "./annahme/nimm-an.ts";
import { alsText, fasseBericht } from "./bericht/fasse-bericht.ts";
import { bewerteMorgenJob, lerneJob, versendeBericht } from "./jobs.ts";
import { benachrichtige, sende } from "./morgen/benachrichtige.ts";
import { bewerteNacht, letzterMorgen } from "./morgen/bewerte-nacht.ts";
import { blickeZurueck } from "./morgen/blicke-zurueck.ts";
import { type Lernwahl, lerneNeu } from "./morgen/lerne-neu.ts";
import { type Anlass, beginneTagwerk, findTagwerk, listeEmpfaenger } from "./store-betrieb.ts";

export type Laufwachtdeps = {
  db: Db;
  clock: Clock;
  jobs: Jobs;
  mail: Mail;
  adresse: string;
  absender: string;
  laufwachtTage: number;
};
/** Four o'clock in the morning: the night's runs are mostly in, and the model is there when the morning is judged. */
const LERNEN_MIN = 4 * 60;
const EIGENE = { name: "fachwerk", legtAn: true, land: "NW" } as const;

/** The watch over nightly runs, for the operator across Mandanten. */
export function createLaufwacht(deps: Laufwachtdeps) {
  const { db, clock, jobs } = deps;
  const annahme = createAnnahme(deps);

  /** Runs something of our own and reports it like any other system would; what it returns is the count. A report that fails costs nothing. */
  async function begleite(job: string, fuehreAus: () => Promise<number | undefined>, mandant = "Installation"): Promise<void> {
    const lauf = { kennung: randomUUID(), system: "Fachwerk", mandant, job, beginn: clock.now().toISOString() };
    const melde = (mehr: object) =>
      annahme.nimmAn(EIGENE, [{ ...lauf, ende: clock.now().toISOString(), ...mehr }]).catch(() => undefined);
    try {
      const anzahl = await fuehreAus();
      await melde({ ausgang: "erfolg", ...(anzahl !== undefined && { anzahl }) });
    } catch (fehler) {
      await melde({ ausgang: "fehler", auszug: fehler instanceof Error ? fehler.message : String(fehler) });
      throw fehler;
    }
  }

  /** What the time of day brings, once for all workers: training at four, the morning at six and again every hour until noon. */
  async function plane(): Promise<void> {
    const jetzt = clock.now();
    const { minuten } = wanduhr(jetzt);
    const heute = clock.today();
    await loescheAlteLaeufe(deps);
    await db.inTransaction("betrieb", async (tx) => {
      if (minuten >= LERNEN_MIN && (await beginneTagwerk(tx, heute, "lernen", jetzt, 24 * 60))) await jobs.add(tx, lerneJob, {});
      if (minuten >= 360 && (await beginneTagwerk(tx, heute, "morgen", jetzt)))
        await jobs.add(tx, bewerteMorgenJob, { morgen: heute });
      const stunde = Math.floor(minuten / 60);
      if (stunde > 6 && stunde <= 12 && (await beginneTagwerk(tx, heute, `nachlauf-${stunde}`, jetzt, 24 * 60)))
        await jobs.add(tx, bewerteMorgenJob, { morgen: heute });
      // The report goes when the morning is judged.
      if ((await findTagwerk(tx, heute, "morgen"))?.fertigAm && (await beginneTagwerk(tx, heute, "bericht", jetzt, 24 * 60)))
        for (const each of await listeEmpfaenger(tx))
          if (each.aktiv && each.weg === "mail" && each.mandant === null && each.system === null && each.stufe === 1)
            await jobs.add(tx, versendeBericht, { morgen: heute, empfaenger: each.id });
    });
  }

  return {
    annahme,
    begleite,
    plane,
    bewerteNacht: (morgen: IsoDatum) => bewerteNacht(deps, morgen),
    lerne: (wahl: Lernwahl = {}) => lerneNeu(deps, wahl),
    blickeZurueck: (tage: number) => blickeZurueck(deps, tage),
    benachrichtige: (morgen: IsoDatum) => benachrichtige(deps, morgen),
    sende: (auftrag: { vorfall: number; empfaenger: number; anlass: Anlass }) => sende(deps, auftrag),
    letzterMorgen: () => letzterMorgen(clock.today(), wanduhr(clock.now()).minuten),
    bericht: (morgen: IsoDatum) => db.inTransaction("betrieb", (tx) => fasseBericht(tx, morgen)),
    async versendeBericht(morgen: IsoDatum, empfaenger: number) {
      const { bericht, an } = await db.inTransaction("betrieb", async (tx) => ({
        bericht: await fasseBericht(tx, morgen),
        an: (await listeEmpfaenger(tx)).find(({ id }) => id === empfaenger),
      }));
      if (!an?.aktiv) return;
      await deps.mail.send({
        id: `laufwacht-bericht-${morgen}-${empfaenger}`,
        to: an.ziel,
        from: { name: "Laufwacht", address: deps.absender },
        subject: `${bericht.titel}: ${bericht.urteil}`.slice(0, 180),
        text: alsText(bericht, deps.adresse),
      });
    },
  };
}
export type Laufwacht = ReturnType<typeof createLaufwacht>;
