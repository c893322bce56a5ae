import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import { type IsoDatum, plusTage, tageZwischen } from "#kalender";
import {
  type Auffaelligkeit,
  ausBytes,
  type Bewertung,
  bewertePunkt,
  type Erklaerung,
  erklaere,
  falteZuVorfaellen,
  findSchliessung,
  findWartung,
  genugMenge,
  oeffneBlick,
  type Regelbefund,
  teileEin,
  ueblicheFaltung,
  type Vorfall,
  type Wachmodell,
} from "#wachmodell";
import { beendeTagwerk, type Einstellung, findEinstellung } from "../store-betrieb.ts";
import { listeLaeufe, summiereTage } from "../store-laeufe.ts";
import { findModell, schreibeBefunde, schreibeBewertungen } from "../store-urteil.ts";
import { fuehreVorfall, schliesseGraue, schreibeSchritt } from "../store-vorfaelle.ts";
import { alsWachJob, BLICKTAGE, type Geladen, ladeBestand } from "./lade-bestand.ts";
import { gewicht, nachtVon, pruefeRegeln } from "./pruefe-regeln.ts";

/** Below this the model's word does not even help to see others: on a bad night half of the jobs look a little strange. */
const MITZAEHLEN = 0.3;
export type Nachtbefund = {
  morgen: IsoDatum;
  jobs: number;
  regeln: number;
  auffaellig: number;
  alarme: number;
  grau: number;
  ohneModell: boolean;
};
type Urteil = Bewertung & { erklaerung?: Erklaerung | undefined };

/** From so many jobs on, a night without any report is not as many faults but one: that of the intake. */
const STILLE_AB_JOBS = 20;
const stille = (auffaelligkeiten: readonly Auffaelligkeit[]): Vorfall => ({
  schluessel: "system:Annahme",
  art: "system",
  mandant: undefined,
  system: "Annahme",
  satz: "In dieser Nacht kam von keiner Quelle eine Meldung. Vermutlich ist die Annahme gestört, nicht jeder einzelne Job.",
  rang: 10,
  auffaelligkeiten,
});

/** The last model that was read, by its number: it is megabytes and changes once a night. */
const gelesen: { nummer?: number; modell?: Wachmodell } = {};

/** Judges the night before a morning: rules, model, incidents. Done again it changes nothing but what has become known since. */
export async function bewerteNacht({ db, clock }: { db: Db; clock: Clock }, morgen: IsoDatum): Promise<Nachtbefund> {
  const jetzt = clock.now();
  return db.inTransaction("betrieb", async (tx) => {
    await summiereTage(tx);
    const geladen = await ladeBestand(tx, morgen, BLICKTAGE, morgen);
    const { von, bis } = nachtVon(morgen);
    const laeufe = await listeLaeufe(tx, new Date(von.getTime() - 3_600_000), new Date(Math.max(bis.getTime(), jetzt.getTime())));
    const befunde = pruefeRegeln(geladen.jobs, geladen.kalender, laeufe, morgen, jetzt);
    await schreibeBefunde(tx, morgen, befunde);
    const einstellung = await findEinstellung(tx);
    const urteile = await bildeUrteile(tx, geladen, morgen);
    const regeln = ausRegeln(befunde);
    // What a rule is sure of need not be said a second time by the model.
    const gesagt = new Set(regeln.filter(({ score }) => score >= gewicht.zuLang).map(({ job }) => job));
    const modell = ausModell(geladen, urteile ?? [], einstellung, bis).filter(({ job }) => !gesagt.has(job));
    const auffaellig = [...regeln, ...modell];
    const faltung = { ...ueblicheFaltung, schwelle: einstellung.schwelle, mitzaehlen: MITZAEHLEN };
    const still = laeufe.length === 0 && geladen.jobs.length >= STILLE_AB_JOBS;
    const vorfaelle = still ? [stille(auffaellig)] : falteZuVorfaellen(geladen.jobs.map(alsWachJob), auffaellig, faltung);
    const { alarme, grau } = still ? { alarme: vorfaelle, grau: [] } : teileEin(vorfaelle, einstellung.budget);
    for (const [stufe, liste] of [
      ["alarm", alarme],
      ["grau", grau],
    ] as const)
      for (const vorfall of liste) {
        const gefuehrt = await fuehreVorfall(tx, vorfall, stufe, morgen);
        if (gefuehrt?.neu)
          await schreibeSchritt(tx, gefuehrt.id, { am: jetzt, art: "eröffnet", wer: "Laufwacht", text: vorfall.satz });
      }
    await schliesseGraue(tx, morgen, jetzt);
    await beendeTagwerk(tx, morgen, "morgen", jetzt);
    return {
      morgen,
      jobs: geladen.jobs.length,
      regeln: befunde.length,
      auffaellig: auffaellig.length,
      alarme: alarme.length,
      grau: grau.length,
      ohneModell: urteile === undefined,
    };
  });
}

/** Judged day of each job: this morning's, or for evening jobs the one before. Undefined where no model can be read: the rules watch alone. */
async function bildeUrteile(tx: Tx, { jobs, bestand }: Geladen, morgen: IsoDatum): Promise<Urteil[] | undefined> {
  const gespeichert = await findModell(tx);
  if (!gespeichert || jobs.length === 0) return undefined;
  if (gelesen.nummer !== gespeichert.nummer) {
    try {
      gelesen.modell = ausBytes(gespeichert.bytes);
      gelesen.nummer = gespeichert.nummer;
    } catch {
      return undefined;
    }
  }
  const heute = tageZwischen(bestand.beginn, morgen);
  const blick = oeffneBlick(gelesen.modell as Wachmodell, bestand, heute - 1, heute + 1);
  const urteile = jobs.flatMap((job, j): Urteil[] => {
    const t = job.frueh ? heute : heute - 1;
    const roh = bewertePunkt(blick, j, t);
    if (!roh) return [];
    const bewertung = { ...roh, score: nichtNurDerNachbarnWegen(roh) };
    const genauer = bewertung.score >= MITZAEHLEN || (bewertung.dauer?.score ?? 0) >= MITZAEHLEN;
    return [{ ...bewertung, erklaerung: genauer ? erklaere(blick, j, t) : undefined }];
  });
  await schreibeBewertungen(tx, urteile, gespeichert.nummer);
  return urteile;
}

/** A job that did just what was expected of it is not called a fault because its neighbours failed. */
const nichtNurDerNachbarnWegen = ({ wert, erwartet, streuung, score }: Bewertung): number =>
  wert > 0 && Math.abs(wert - erwartet) <= streuung ? Math.min(score, 0.1) : score;

const ausRegeln = (befunde: readonly Regelbefund[]): Auffaelligkeit[] =>
  befunde
    .filter(({ stumm }) => stumm === undefined)
    .map(({ job, art, satz }) => ({ job, score: gewicht[art], quelle: "regel", satz }));

/** What the model says, but for closed days, maintenance and jobs too small to be short of something. */
function ausModell(
  { jobs, kalender }: Geladen,
  urteile: readonly Urteil[],
  { mindestmenge }: Einstellung,
  bis: Date,
): Auffaelligkeit[] {
  const nach = new Map(jobs.map((job) => [String(job.id), job]));
  const mittenInDerNacht = new Date(bis.getTime() - 4 * 3_600_000);
  return urteile.flatMap((u): Auffaelligkeit[] => {
    const zuLang = (u.dauer?.score ?? 0) > u.score;
    const score = Math.max(u.score, u.dauer?.score ?? 0);
    const job = nach.get(u.job);
    if (score < MITZAEHLEN || !job || !genugMenge(u, job.mindestmenge ?? mindestmenge)) return [];
    const eigener = kalender(job);
    if (findSchliessung(eigener, u.tag) || findWartung(eigener.wartungen, mittenInDerNacht)) return [];
    const { dauer } = u;
    const satz =
      zuLang && dauer
        ? `Dauer ${minuten(dauer.wert)}, erwartet ${minuten(dauer.erwartet)} ± ${minuten(dauer.streuung)}`
        : (u.erklaerung?.satz ?? `erwartet ${Math.round(u.erwartet)}, gekommen ${u.wert}`);
    return [{ job: u.job, score, quelle: "modell", satz, wert: u.wert, erwartet: u.erwartet }];
  });
}
const minuten = (sekunden: number) => `${Math.max(1, Math.round(sekunden / 60))} min`;

/** The morning that is the newest: before six o'clock it is that of yesterday. */
export const letzterMorgen = (heute: IsoDatum, minutenDesTages: number): IsoDatum =>
  minutenDesTages >= 360 ? heute : plusTage(heute, -1);
