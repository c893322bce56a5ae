import type { Bestand, Erwartungsnetz, Jobmodell, Netzgewichte } from "../contract.ts";
import type { Tagarten } from "../kalender/tagarten.ts";
import { Netz } from "../rechnen/netz.ts";
import { zufall } from "../rechnen/zufall.ts";
import type { Lage, Zweitmeinung } from "../urteil/lage.ts";
import { kalenderDer } from "./erste-stufe.ts";
import { AB_JOB, AB_MANDANT, EIN, EINBETTUNG_JOB, EINBETTUNG_MANDANT, fuelle, steckbriefe } from "./netzeingang.ts";

const SCHICHTEN = [EIN, 40, 24, 3];
const STAPEL = 64;
const RATE = 0.004;
const RATE_EINBETTUNG = 0.05;
// Heavy tails: faults among the days that teach must not widen the scale of all others.
const FREIHEIT = 4;

/** No narrower than counting itself, and never under five hundredths: on closed days the scale would collapse. */
const bodenQuadrat = (mu: number) => Math.min(1, Math.exp(-mu)) + 0.0025;

export type Netzzeit = { von: number; bis: number; proben: number };

/** The expecting network: means and scales of all jobs at once. `lage` gives the level of each day, so that shifts need not be learnt. */
export function lerneErwartung(
  bestand: Bestand,
  modelle: readonly Jobmodell[],
  lage: Lage,
  { von, bis, proben }: Netzzeit,
  saat: number,
  warm?: { netz: Erwartungsnetz; jobs: readonly { id: string }[] },
): Erwartungsnetz {
  const rnd = zufall(saat);
  const mandanten = [...new Set(bestand.jobs.map(({ mandant }) => mandant))];
  const nummer = new Map(mandanten.map((mandant, m) => [mandant, m]));
  const vonMandant = Int32Array.from(bestand.jobs, ({ mandant }) => nummer.get(mandant) ?? 0);
  const passt = warm?.netz.netz.schichten.join() === SCHICHTEN.join();
  const netz = passt && warm ? Netz.aus(warm.netz.netz) : new Netz(SCHICHTEN, rnd);
  const einJobs = Float32Array.from({ length: bestand.jobs.length * EINBETTUNG_JOB }, () => (rnd() - 0.5) * 0.2);
  const einMandanten = Float32Array.from({ length: mandanten.length * EINBETTUNG_MANDANT }, () => (rnd() - 0.5) * 0.2);
  if (passt && warm) uebernimm(warm, bestand, mandanten, einJobs, einMandanten);
  const brief = steckbriefe(bestand, modelle, von, bis);
  const kalender = kalenderDer(bestand);
  const quadratJobs = new Float32Array(einJobs.length).fill(0.1);
  const quadratMandanten = new Float32Array(einMandanten.length).fill(0.1);
  const einbettungen = { jobs: einJobs, mandanten: einMandanten };
  const gradient = new Float32Array(3);
  const schritte = Math.floor(proben / STAPEL);
  const rate = passt ? RATE / 3 : RATE;
  for (let schritt = 1; schritt <= schritte; schritt++) {
    const faktor = 0.5 * (1 + Math.cos((Math.PI * schritt) / schritte));
    for (let x = 0; x < STAPEL; x++) {
      const j = Math.floor(rnd() * bestand.jobs.length);
      const t = von + Math.floor(rnd() * (bis - von));
      const wert = bestand.zahlen[j * bestand.tage + t] as number;
      if (!(wert >= 0 && wert < 1e12) || bestand.ausgenommen?.[j * bestand.tage + t] === 1) continue;
      const m = vonMandant[j] as number;
      const modell = modelle[j] as Jobmodell;
      fuelle(netz.eingang, kalender[j] as Tagarten, t, brief, j, einbettungen, j, m, modell);
      const aus = netz.rechne();
      verlust(aus, wert, modell.mitte, lage.niveau[j * lage.breite + t - lage.von] as number, gradient);
      for (let g = 0; g < 3; g++) gradient[g] = (gradient[g] as number) / STAPEL;
      netz.lerne(gradient, true);
      bewege(einJobs, quadratJobs, j * EINBETTUNG_JOB, EINBETTUNG_JOB, netz.eingangsfehler, AB_JOB, faktor);
      bewege(einMandanten, quadratMandanten, m * EINBETTUNG_MANDANT, EINBETTUNG_MANDANT, netz.eingangsfehler, AB_MANDANT, faktor);
    }
    netz.gehe(rate * faktor, 0.0001);
  }
  return { netz: netz.gewichte(), einbettungJobs: einJobs, einbettungMandanten: einMandanten, steckbriefe: brief, mandanten };
}

/** Hurdle (logistic) and, where something came, the logarithm by Student's t with a floor under the scale; gradients into `g`. */
function verlust(aus: Float32Array, wert: number, mitte: number, niveau: number, g: Float32Array): void {
  const p = 1 / (1 + Math.exp(-(aus[2] as number)));
  g[2] = p - (wert > 0 ? 1 : 0);
  g[0] = 0;
  g[1] = 0;
  if (wert <= 0) return;
  const e = Math.log(wert) - mitte - niveau - (aus[0] as number);
  const roh = Math.max(-5, Math.min(1.5, aus[1] as number));
  const s2 = Math.exp(2 * roh);
  const gesamt = s2 + bodenQuadrat(mitte + niveau + (aus[0] as number));
  const nenner = FREIHEIT * gesamt + e * e;
  g[0] = (-(FREIHEIT + 1) * e) / nenner;
  // Means learn in units of the scale; a job that is exact must not drown the others.
  g[0] = Math.max(-8, Math.min(8, g[0] as number));
  g[1] = (1 - ((FREIHEIT + 1) * e * e) / nenner) * (s2 / gesamt);
}

/** AdaGrad for one row: a rare job takes larger steps than one drawn often. */
function bewege(
  feld: Float32Array,
  quadrat: Float32Array,
  ab: number,
  n: number,
  fehler: Float32Array,
  fehlerAb: number,
  faktor: number,
) {
  for (let p = 0; p < n; p++) {
    const g = (fehler[fehlerAb + p] as number) * STAPEL;
    const q = (quadrat[ab + p] as number) + g * g;
    quadrat[ab + p] = q;
    feld[ab + p] = (feld[ab + p] as number) - (RATE_EINBETTUNG * faktor * g) / Math.sqrt(q);
  }
}

type Warm = { netz: Erwartungsnetz; jobs: readonly { id: string }[] };
function uebernimm(
  { netz, jobs }: Warm,
  bestand: Bestand,
  mandanten: readonly string[],
  einJobs: Float32Array,
  einMandanten: Float32Array,
) {
  const alte = new Map(jobs.map(({ id }, j) => [id, j]));
  bestand.jobs.forEach(({ id }, j) => {
    const alt = alte.get(id);
    if (alt !== undefined)
      einJobs.set(netz.einbettungJobs.subarray(alt * EINBETTUNG_JOB, (alt + 1) * EINBETTUNG_JOB), j * EINBETTUNG_JOB);
  });
  mandanten.forEach((mandant, m) => {
    const alt = netz.mandanten.indexOf(mandant);
    if (alt >= 0)
      einMandanten.set(
        netz.einbettungMandanten.subarray(alt * EINBETTUNG_MANDANT, (alt + 1) * EINBETTUNG_MANDANT),
        m * EINBETTUNG_MANDANT,
      );
  });
}

/** The network as a second opinion; for jobs that it never saw with the embedding zero, and what their profile says. */
export function zweitmeinung(
  erwartung: Erwartungsnetz,
  bestand: Bestand,
  modelle: readonly Jobmodell[],
  brief: Float32Array,
  stelleVon: (j: number) => number | undefined,
): Zweitmeinung {
  const netz = Netz.aus(erwartung.netz as Netzgewichte);
  const kalender = kalenderDer(bestand);
  const einbettungen = { jobs: erwartung.einbettungJobs, mandanten: erwartung.einbettungMandanten };
  const mandant = new Map(erwartung.mandanten.map((name, m) => [name, m]));
  return (j, t, aus) => {
    const m = mandant.get(bestand.jobs[j]?.mandant ?? "") ?? -1;
    fuelle(netz.eingang, kalender[j] as Tagarten, t, brief, j, einbettungen, stelleVon(j) ?? -1, m, modelle[j] as Jobmodell);
    const y = netz.rechne();
    const mu = (modelle[j] as Jobmodell).mitte + (y[0] as number);
    aus[0] = mu;
    aus[1] = Math.sqrt(Math.exp(2 * Math.max(-5, Math.min(1.5, y[1] as number))) + bodenQuadrat(mu));
    aus[2] = 1 / (1 + Math.exp(-(y[2] as number)));
  };
}
