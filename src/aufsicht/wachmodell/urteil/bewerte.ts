import { plusTage } from "#kalender";
import type { Bestand, Bewertung, Erwartungsteil, Jobmodell, Wachmodell } from "../contract.ts";
import type { Tagarten } from "../kalender/tagarten.ts";
import { alsDauern, istZahl, kalenderDer, lernzeitVon, reihe } from "../lernen/erste-stufe.ts";
import { zweitmeinung } from "../lernen/erwartungsnetz.ts";
import { scoreAus } from "../lernen/lerne.ts";
import { urteile } from "../lernen/lerne-richter.ts";
import { steckbriefe } from "../lernen/netzeingang.ts";
import { bildeSippen, JUNG, lerneJung } from "../lernen/sippe.ts";
import { Netz } from "../rechnen/netz.ts";
import { berechneLage, type Lage } from "./lage.ts";
import { alsScore, unwahrscheinlichkeit, varianz } from "./likelihood.ts";
import { type Blick, BREITE, beschreibe, richteBlick } from "./merkmale.ts";

/** All that judging the days [von, bis) needs; made once, asked for many points. */
export type Wachblick = {
  modell: Wachmodell;
  bestand: Bestand;
  blick: Blick;
  netze: Netz[];
  dauern?: { bestand: Bestand; lage: Lage };
};

/** The model's eyes on a Bestand. Jobs it does not know are judged by their neighbours and by what they did before `von`. */
export function oeffneBlick(modell: Wachmodell, bestand: Bestand, von: number, bis: number): Wachblick {
  const netze = modell.richter.map((gewichte) => Netz.aus(gewichte));
  const blick = richteBlick(bestand, lageVon(modell.zahlen, modell, bestand, von, bis));
  const zeiten = alsDauern(bestand);
  const dauern = zeiten && modell.dauern && { bestand: zeiten, lage: lageVon(modell.dauern, modell, zeiten, von, bis) };
  return { modell, bestand, blick, netze, ...(dauern && { dauern }) };
}

function lageVon(teil: Erwartungsteil, modell: Wachmodell, bestand: Bestand, von: number, bis: number): Lage {
  const stelle = new Map(modell.jobs.map(({ id }, j) => [id, j]));
  const stelleVon = (j: number) => stelle.get(bestand.jobs[j]?.id ?? "");
  const jobmodelle = passeAn(teil, bestand, von, stelleVon);
  if (!teil.netz || teil.anteilNetz === 0) return berechneLage(bestand, jobmodelle, von, bis);
  const n = teil.netz.steckbriefe.length / Math.max(1, modell.jobs.length);
  const fremd = bestand.jobs.some((_, j) => stelleVon(j) === undefined);
  const brief = fremd ? steckbriefe(bestand, jobmodelle, Math.max(0, von - 200), von) : new Float32Array(bestand.jobs.length * n);
  bestand.jobs.forEach((_, j) => {
    const s = stelleVon(j);
    if (s !== undefined && teil.netz) brief.set(teil.netz.steckbriefe.subarray(s * n, (s + 1) * n), j * n);
  });
  const meinung = zweitmeinung(teil.netz, bestand, jobmodelle, brief, stelleVon);
  return berechneLage(bestand, jobmodelle, von, bis, { meinung, anteil: teil.anteilNetz });
}

/** Models in the order of the Bestand; unknown and young jobs anew, from what is known until the evening before `von`. */
function passeAn(teil: Erwartungsteil, bestand: Bestand, von: number, stelleVon: (j: number) => number | undefined): Jobmodell[] {
  const alte = bestand.jobs.map((_, j) => {
    const stelle = stelleVon(j);
    return stelle === undefined ? undefined : teil.jobmodelle[stelle];
  });
  const anfang = Math.max(0, von - 200);
  const zeit = (j: number) => lernzeitVon(bestand, j, anfang, von);
  const jung = alte.flatMap((modell, j) => (modell && (modell.n >= JUNG || zaehleTage(zeit(j)) > 90) ? [] : [j]));
  if (jung.length === 0) return alte as Jobmodell[];
  const kalender = kalenderDer(bestand);
  const leer = leeresModell(teil);
  const sippen = bildeSippen(
    bestand,
    alte.map((modell) => modell ?? leer),
    kalender,
    zeit,
  );
  const neu = new Map(
    jung.map((j) => [j, lerneJung(reihe(bestand, j), kalender[j] as Tagarten, zeit(j), bestand.jobs[j]?.mandant ?? "", sippen)]),
  );
  return alte.map((modell, j) => neu.get(j) ?? modell ?? leer);
}

function zaehleTage({ von, bis, gilt }: { von: number; bis: number; gilt: (t: number) => boolean }): number {
  let n = 0;
  for (let t = von; t < bis; t++) if (gilt(t)) n++;
  return n;
}

const leeresModell = ({ jobmodelle }: Erwartungsteil): Jobmodell => ({
  mitte: 0,
  streuung: 1,
  n: 0,
  schluessel: 0,
  ruhetags: 0,
  beiwerte: new Float32Array(jobmodelle[0]?.beiwerte.length ?? 0),
  laeuft: new Float32Array(14).fill(0.5),
});

/** One point. Undefined where nothing is known of the day, or the count is none (negative, infinite): that is a matter for the rules. */
export function bewertePunkt({ bestand, blick, netze, dauern }: Wachblick, j: number, t: number): Bewertung | undefined {
  const { lage } = blick;
  const wert = reihe(bestand, j)[t] as number;
  if (!istZahl(wert)) return undefined;
  const i = j * lage.breite + t - lage.von;
  const kurz = lage.jobmodelle[j]?.n ?? 0;
  const richter = netze.length > 0;
  const score = richter
    ? scoreAus(logit(blick, netze, j, t, wert))
    : alsScore(unwahrscheinlichkeit(lage, j, t, wert, lage.anteil));
  const d = dauern && bewerteDauer(dauern, j, t);
  return {
    job: bestand.jobs[j]?.id ?? "",
    tag: plusTage(bestand.beginn, t),
    wert,
    ...erwartungVon(lage, j, i),
    laeuft: lage.laeuft[i] as number,
    // Nobody is woken for a job of which hardly anything is known.
    score: kurz < 3 ? Math.min(score, 0.05) : score,
    quelle: richter ? "netz" : "regression",
    ...(d && { dauer: d }),
  };
}

function bewerteDauer({ bestand, lage }: { bestand: Bestand; lage: Lage }, j: number, t: number): Bewertung["dauer"] {
  const wert = reihe(bestand, j)[t] as number;
  if (!(wert > 0) || !istZahl(wert)) return undefined;
  const score = alsScore(
    unwahrscheinlichkeit(lage, j, t, wert, lage.anteil) + Math.log(lage.laeuft[j * lage.breite + t - lage.von] as number),
  );
  return { wert, ...erwartungVon(lage, j, j * lage.breite + t - lage.von), score };
}

const puffer = new Float32Array(BREITE);
function logit(blick: Blick, netze: readonly Netz[], j: number, t: number, wert: number): number {
  beschreibe(blick, j, t, wert, 0, puffer, 0);
  return urteile(netze, puffer, 0);
}

/** Count and one standard deviation, from the blend. */
function erwartungVon(lage: Lage, j: number, i: number): { erwartet: number; streuung: number } {
  const mu = Math.max(-20, Math.min(27, lage.mu[i] as number));
  const erwartet = Math.exp(mu);
  return { erwartet, streuung: erwartet * Math.sqrt(Math.min(4, varianz(lage, j, i, mu, lage.anteil))) };
}

/** Every point of the days [von, bis), job by job. */
export function bewerte(modell: Wachmodell, bestand: Bestand, { von, bis }: { von: number; bis: number }): Bewertung[] {
  const auge = oeffneBlick(modell, bestand, von, bis);
  const alle: Bewertung[] = [];
  for (let j = 0; j < bestand.jobs.length; j++)
    for (let t = von; t < bis; t++) {
      const bewertung = bewertePunkt(auge, j, t);
      if (bewertung) alle.push(bewertung);
    }
  return alle;
}

/** One morning: the last day of the Bestand unless another is named. */
export const bewerteMorgen = (modell: Wachmodell, bestand: Bestand, tag = bestand.tage - 1): Bewertung[] =>
  bewerte(modell, bestand, { von: tag, bis: tag + 1 });
