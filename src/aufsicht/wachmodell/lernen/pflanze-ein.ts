import type { Bestand } from "../contract.ts";
import { istZahl, reihe } from "./erste-stufe.ts";

export const stoerungsarten = [
  "ausgefallen",
  "doppelt",
  "teilweise",
  "falscherTag",
  "mandantGestoert",
  "mandantAusgefallen",
] as const;
export type Stoerungsart = (typeof stoerungsarten)[number];
/** One in thirty lessons is a Mandant of which nothing came, not even what runs round the clock; the other kinds share the rest. */
export const zieheArt = (rnd: () => number): number =>
  rnd() < 1 / 30 ? stoerungsarten.length - 1 : Math.floor(rnd() * (stoerungsarten.length - 1));

/** A point made wrong by us: what would have come, and by how much the rest of the Mandant is moved (minus infinity: nothing came). */
export type Stoerung = { art: Stoerungsart; wert: number; verschiebung: number };

/** The judge learns from faults that we plant, because real ones have no labels. Undefined where this day cannot bear this fault. */
export function pflanzeEin(
  bestand: Bestand,
  j: number,
  t: number,
  art: Stoerungsart,
  bis: number,
  rnd: () => number,
): Stoerung | undefined {
  const werte = reihe(bestand, j);
  const echt = werte[t] as number;
  if (!istZahl(echt)) return undefined;
  if (art === "falscherTag") {
    const wert = andererTag(werte, t, bis, rnd);
    if (!(wert > 0) || !istZahl(wert)) return undefined;
    if (echt > 0 && Math.abs(Math.log(wert + 0.5) - Math.log(echt + 0.5)) < 1) return undefined;
    return { art, wert, verschiebung: 0 };
  }
  if (echt === 0) return undefined;
  if (art === "ausgefallen") return { art, wert: 0, verschiebung: 0 };
  if (art === "mandantAusgefallen") return { art, wert: 0, verschiebung: Number.NEGATIVE_INFINITY };
  // Not to the record: what came in between the two runs is in the second only. Some come thrice, or one and a half times.
  if (art === "doppelt")
    return { art, wert: Math.round(echt * (rnd() < 0.8 ? 1.9 + 0.2 * rnd() : 1.5 + 2.5 * rnd())), verschiebung: 0 };
  const anteil = 0.1 + 0.5 * rnd();
  return { art, wert: Math.round(echt * anteil), verschiebung: art === "mandantGestoert" ? Math.log(anteil) : 0 };
}

const VERSUCHE = 40;
/** The count of a near day, or of any run within half a year: else jobs that run once a month would hardly ever run on a wrong day here. */
function andererTag(werte: Float32Array, t: number, bis: number, rnd: () => number): number {
  if (rnd() < 0.5) return nah(werte, t + Math.floor(rnd() * 21) - 10, bis);
  for (let versuch = 0; versuch < VERSUCHE; versuch++) {
    const u = t + Math.floor(rnd() * 361) - 180;
    if (u >= 0 && u < bis && (werte[u] as number) > 0) return werte[u] as number;
  }
  return Number.NaN;
}

const nah = (werte: Float32Array, u: number, bis: number): number => (u >= 0 && u < bis ? (werte[u] as number) : Number.NaN);
