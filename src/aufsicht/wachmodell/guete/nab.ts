/**
 * The score of the Numenta Anomaly Benchmark, written from its published description (Lavin and Ahmad, "Evaluating Real-time Anomaly Detection
 * Algorithms", 2015): a detection inside a window of truth earns the more the earlier it comes, only the best one in each window counts;
 * outside it costs, less where a window has just ended; a window without detection costs. Zero is who never detects, 100 who is perfect.
 */
export type NabProfil = { tp: number; fp: number; fn: number };
/** A window of truth by its first and last row. */
export type Wahrfenster = { von: number; bis: number };
export type NabReihe = { scores: ArrayLike<number>; fenster: readonly Wahrfenster[] };

const PROBE_ANTEIL = 0.15;
const PROBE_HOECHSTENS = 5000;

/** The first rows of a file are for getting to know it; nothing is scored there. */
export const probezeit = (zeilen: number): number => Math.floor(PROBE_ANTEIL * Math.min(zeilen, PROBE_HOECHSTENS));

const sigmoid = (x: number) => (x > 3 ? -1 : 2 / (1 + Math.exp(5 * x)) - 1);

/** One row that counts if it is detected: what it earns or costs, and in which window it lies (-1: in none). */
type Posten = { score: number; beitrag: number; fenster: number };

function postenAus({ scores, fenster }: NabReihe, { tp, fp }: NabProfil, abFenster: number): Posten[] {
  const posten: Posten[] = [];
  const ab = probezeit(scores.length);
  for (let i = ab; i < scores.length; i++) {
    const score = scores[i] as number;
    const drin = fenster.findIndex(({ von, bis }) => von <= i && i <= bis);
    const jetzt = fenster[drin];
    if (jetzt) {
      const lage = -(jetzt.bis - i + 1) / (jetzt.bis - jetzt.von + 1);
      posten.push({ score, beitrag: (sigmoid(lage) / sigmoid(-1)) * tp, fenster: abFenster + drin });
      continue;
    }
    const zuletzt = fenster.findLast(({ bis }) => bis < i);
    const dahinter = zuletzt ? sigmoid((i - zuletzt.bis) / (zuletzt.bis - zuletzt.von)) : -1;
    posten.push({ score, beitrag: dahinter * fp, fenster: -1 });
  }
  return posten;
}

/** Raw score of all files together as a function of the threshold; rows at or above it are detections. */
export function nabRohwert(reihen: readonly NabReihe[], profil: NabProfil, schwelle: number): number {
  return verlauf(reihen, profil).bei(schwelle);
}

/** The best threshold and its raw score. */
export function besteSchwelle(reihen: readonly NabReihe[], profil: NabProfil): { schwelle: number; rohwert: number } {
  return verlauf(reihen, profil).bestes;
}

function verlauf(reihen: readonly NabReihe[], profil: NabProfil) {
  const alle: Posten[] = [];
  let fenster = 0;
  for (const reihe of reihen) {
    alle.push(...postenAus(reihe, profil, fenster));
    fenster += reihe.fenster.length;
  }
  alle.sort((a, b) => b.score - a.score);
  const gewonnen = new Float64Array(fenster).fill(-profil.fn);
  let summe = -profil.fn * fenster;
  let bestes = { schwelle: Number.POSITIVE_INFINITY, rohwert: summe };
  const stufen: { schwelle: number; rohwert: number }[] = [];
  alle.forEach(({ score, beitrag, fenster: w }, n) => {
    if (w < 0) summe += beitrag;
    else if (beitrag > (gewonnen[w] as number)) {
      summe += beitrag - (gewonnen[w] as number);
      gewonnen[w] = beitrag;
    }
    if (alle[n + 1]?.score === score) return;
    stufen.push({ schwelle: score, rohwert: summe });
    if (summe > bestes.rohwert) bestes = { schwelle: score, rohwert: summe };
  });
  const leer = -profil.fn * fenster;
  return { bestes, bei: (schwelle: number) => stufen.findLast((stufe) => stufe.schwelle >= schwelle)?.rohwert ?? leer };
}

/** From raw to 0 … 100: who never detects has 0, and may be undercut. */
export const nabNormiert = (rohwert: number, fenster: number, { tp, fn }: NabProfil): number =>
  (100 * (rohwert + fn * fenster)) / ((tp + fn) * fenster);

const FENSTER = 6400;
const SCHRITT = 100;

/** Windowed Gaussian, the simplest published detector, written from its description: tail probability under the last 6,400 values. */
export function gleitendeGlocke(werte: readonly number[]): Float64Array {
  const aus = new Float64Array(werte.length);
  const fenster: number[] = [];
  let puffer: number[] = [];
  let mittel = 0;
  let abweichung = 1;
  const miss = () => {
    mittel = fenster.reduce((s, x) => s + x, 0) / fenster.length;
    abweichung = Math.sqrt(fenster.reduce((s, x) => s + (x - mittel) ** 2, 0) / fenster.length) || 1e-6;
  };
  let summe = 0;
  let quadrate = 0;
  werte.forEach((wert, i) => {
    if (fenster.length > 0) aus[i] = 1 - 0.5 * erfc(Math.abs(wert - mittel) / abweichung / Math.SQRT2);
    if (fenster.length < FENSTER) {
      fenster.push(wert);
      summe += wert;
      quadrate += wert * wert;
      mittel = summe / fenster.length;
      abweichung = Math.sqrt(Math.max(0, quadrate / fenster.length - mittel * mittel)) || 1e-6;
      return;
    }
    puffer.push(wert);
    if (puffer.length < SCHRITT) return;
    fenster.splice(0, SCHRITT, ...[]);
    fenster.push(...puffer);
    puffer = [];
    miss();
  });
  return aus;
}

/** Complementary error function (Numerical Recipes' rational Chebyshev form, relative error below 1.2e-7). */
export function erfc(x: number): number {
  const t = 1 / (1 + 0.5 * Math.abs(x));
  const reihe = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277,
  ];
  const wert = t * Math.exp(-x * x + reihe.reduceRight((s, c) => s * t + c, 0));
  return x >= 0 ? wert : 2 - wert;
}
