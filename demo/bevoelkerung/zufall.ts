/** Pseudo-random choices that depend on the seed alone: every process draws the same people. */
export type Zufall = {
  /** [0, 1) */
  bruch(): number;
  /** Whole number from `von` to `bis`, both included. */
  zwischen(von: number, bis: number): number;
  mit(wahrscheinlichkeit: number): boolean;
  aus<T>(liste: readonly T[]): T;
  /** One of the names, as often as its weight says. */
  gewichtet<T extends string>(gewichte: Readonly<Record<T, number>>): T;
};

/** Mulberry32: one 32-bit state, a Weyl step and two mixing rounds. Good enough for people, useless for secrets. */
export function createZufall(saat: number): Zufall {
  let zustand = saat >>> 0;
  const bruch = () => {
    zustand = (zustand + 0x6d2b79f5) >>> 0;
    let wert = Math.imul(zustand ^ (zustand >>> 15), zustand | 1);
    wert ^= wert + Math.imul(wert ^ (wert >>> 7), wert | 61);
    return ((wert ^ (wert >>> 14)) >>> 0) / 2 ** 32;
  };
  const zwischen = (von: number, bis: number) => von + Math.floor(bruch() * (bis - von + 1));
  return {
    bruch,
    zwischen,
    mit: (wahrscheinlichkeit) => bruch() < wahrscheinlichkeit,
    aus<T>(liste: readonly T[]): T {
      if (liste.length === 0) throw new Error("Aus einer leeren Liste lässt sich nichts ziehen.");
      return liste[zwischen(0, liste.length - 1)] as T;
    },
    gewichtet<T extends string>(gewichte: Readonly<Record<T, number>>): T {
      const eintraege = Object.entries(gewichte) as [T, number][];
      let rest = bruch() * eintraege.reduce((summe, [, gewicht]) => summe + gewicht, 0);
      for (const [name, gewicht] of eintraege) {
        rest -= gewicht;
        if (rest < 0) return name;
      }
      return eintraege.at(-1)?.[0] as T;
    },
  };
}
