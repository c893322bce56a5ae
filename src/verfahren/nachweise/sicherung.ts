/**
 * A circuit breaker: after several failures in a row a register is left alone for a while, so that a thousand waiting cases do not each
 * wait for its time-out and the register can recover. Then one request tries; its success closes the circuit.
 */
export type Sicherung = { erlaubt(): boolean; gelungen(): void; gescheitert(): void };

export function createSicherung(jetzt: () => number, grenze = { fehler: 5, ruheMs: 20_000 }): Sicherung {
  let fehler = 0;
  let wiederAb = 0;
  return {
    erlaubt() {
      if (fehler < grenze.fehler) return true;
      if (jetzt() < wiederAb) return false;
      // The probe: until it is settled, the others stay outside.
      wiederAb = jetzt() + grenze.ruheMs;
      return true;
    },
    gelungen() {
      fehler = 0;
    },
    gescheitert() {
      fehler++;
      if (fehler >= grenze.fehler) wiederAb = jetzt() + grenze.ruheMs;
    },
  };
}
