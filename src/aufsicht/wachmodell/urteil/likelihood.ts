import type { Jobmodell } from "../contract.ts";
import type { Lage } from "./lage.ts";

const FREIHEIT = 4;

/** Square of the scale of the logarithm: the job's own, and no less than counting itself with five hundredths. */
export const regressionsvarianz = ({ streuung }: Jobmodell, mu: number): number =>
  streuung * streuung + Math.min(1, Math.exp(-mu)) + 0.0025;

export const varianz = (lage: Lage, j: number, i: number, mu: number, anteil: number): number => {
  const eigene = regressionsvarianz(lage.jobmodelle[j] as Jobmodell, mu);
  return anteil === 0 ? eigene : eigene + anteil * ((lage.streuungNetz[i] as number) ** 2 - eigene);
};

/** How unlikely a count is under the blend alone, without a judge: minus the logarithm, up to a constant (Student's t behind a hurdle). */
export function unwahrscheinlichkeit(lage: Lage, j: number, t: number, wert: number, anteil: number): number {
  const i = j * lage.breite + t - lage.von;
  const p0 = lage.laeuftRegression[i] as number;
  const p = p0 + anteil * ((lage.laeuftNetz[i] as number) - p0);
  if (wert <= 0) return -Math.log(1 - p + 0.001);
  const m0 = lage.muRegression[i] as number;
  const mu = m0 + anteil * ((lage.muNetz[i] as number) - m0);
  const e = Math.log(wert) - mu;
  return ((FREIHEIT + 1) / 2) * Math.log(1 + (e * e) / (FREIHEIT * varianz(lage, j, i, mu, anteil))) - Math.log(p + 0.002);
}

/** As a number between 0 and 1, a half where four scales and a sure run meet; in order, but no probability. */
export const alsScore = (unwahrscheinlich: number): number => 1 / (1 + Math.exp(-(unwahrscheinlich - 4.5)));
