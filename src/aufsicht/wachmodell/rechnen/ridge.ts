import type { Merkmalstafel } from "../kalender/merkmale.ts";

/** What the coefficients lean towards: zero for a job with years of its own, its kin for a young one. */
export type Anlehnung = { beiwerte: Float32Array; strenge: number };
export type Ergebnis = { mitte: number; streuung: number; n: number; beiwerte: Float32Array };

const ABSCHNEIDEN = 2.5;
const STRENGE = 0.5;
const DURCHGAENGE = 3;
const MINDESTSTREUUNG = 0.03;

export const median = (sortiert: ArrayLike<number>): number => sortiert[sortiert.length >> 1] ?? 0;

/** Robust ridge regression (Huber weights by repeated weighting) of `y` on the days `tage` of the table. */
export function ridge(tafel: Merkmalstafel, tage: Int32Array, y: Float64Array, anlehnung?: Anlehnung): Ergebnis {
  const breite = tafel.breite;
  const mitte = median(Float64Array.from(y).sort());
  const ziel = anlehnung?.beiwerte;
  const strenge = anlehnung?.strenge ?? STRENGE;
  const gewicht = new Float64Array(y.length).fill(1);
  const rest = new Float64Array(y.length);
  let beiwerte = new Float64Array(breite);
  let streuung = 1;
  for (let durchgang = 0; durchgang < DURCHGAENGE; durchgang++) {
    const a = new Float64Array(breite * breite);
    const b = new Float64Array(breite);
    for (let i = 0; i < y.length; i++) {
      const t = tage[i] as number;
      const stellen = tafel.stellen[t] as Int16Array;
      const werte = tafel.werte[t] as Float32Array;
      const g = gewicht[i] as number;
      const yi = (y[i] as number) - mitte;
      for (let p = 0; p < stellen.length; p++) {
        const sp = stellen[p] as number;
        const wx = g * (werte[p] as number);
        b[sp] = (b[sp] as number) + wx * yi;
        for (let q = 0; q <= p; q++) {
          const stelle = sp * breite + (stellen[q] as number);
          a[stelle] = (a[stelle] as number) + wx * (werte[q] as number);
        }
      }
    }
    for (let p = 0; p < breite; p++) {
      const l = p === 0 ? 0.01 : strenge;
      a[p * breite + p] = (a[p * breite + p] as number) + l;
      if (ziel) b[p] = (b[p] as number) + l * (ziel[p] as number);
    }
    beiwerte = loese(a, b, breite);
    for (let i = 0; i < y.length; i++) rest[i] = (y[i] as number) - mitte - summe(tafel, tage[i] as number, beiwerte);
    streuung = Math.max(1.4826 * median(rest.map(Math.abs).sort()), MINDESTSTREUUNG);
    for (let i = 0; i < y.length; i++) {
      const r = Math.abs(rest[i] as number) / (ABSCHNEIDEN * streuung);
      gewicht[i] = r < 1 ? 1 : 1 / r;
    }
  }
  return { mitte, streuung, n: y.length, beiwerte: Float32Array.from(beiwerte) };
}

export function summe(tafel: Merkmalstafel, t: number, beiwerte: ArrayLike<number>): number {
  const stellen = tafel.stellen[t] as Int16Array;
  const werte = tafel.werte[t] as Float32Array;
  let s = 0;
  for (let p = 0; p < stellen.length; p++) s += (beiwerte[stellen[p] as number] as number) * (werte[p] as number);
  return s;
}

/** Cholesky on the lower triangle, in place. */
function loese(a: Float64Array, b: Float64Array, n: number): Float64Array<ArrayBuffer> {
  for (let p = 0; p < n; p++)
    for (let q = 0; q <= p; q++) {
      let v = a[p * n + q] as number;
      for (let r = 0; r < q; r++) v -= (a[p * n + r] as number) * (a[q * n + r] as number);
      a[p * n + q] = p === q ? Math.sqrt(Math.max(v, 1e-9)) : v / (a[q * n + q] as number);
    }
  const u = new Float64Array(n);
  for (let p = 0; p < n; p++) {
    let v = b[p] as number;
    for (let r = 0; r < p; r++) v -= (a[p * n + r] as number) * (u[r] as number);
    u[p] = v / (a[p * n + p] as number);
  }
  const x = new Float64Array(n);
  for (let p = n - 1; p >= 0; p--) {
    let v = u[p] as number;
    for (let r = p + 1; r < n; r++) v -= (a[r * n + p] as number) * (x[r] as number);
    x[p] = v / (a[p * n + p] as number);
  }
  return x;
}
