import type { Netzgewichte } from "../contract.ts";
import { normal } from "./zufall.ts";

const LECK = 0.01;

/**
 * A feed-forward network on Float32Array: leaky rectifiers, linear end, Adam with decoupled weight decay. One sample at a time, because
 * these layers are so small that a matrix library would spend its time on calls. `as number` in the loops: a check there costs a third.
 */
export class Netz {
  readonly schichten: number[];
  private readonly w: Float32Array[] = [];
  private readonly b: Float32Array[] = [];
  private readonly gw: Float32Array[] = [];
  private readonly gb: Float32Array[] = [];
  private readonly moment: Float32Array[] = [];
  private readonly quadrat: Float32Array[] = [];
  private readonly werte: Float32Array[];
  private readonly fehler: Float32Array[];
  private schritt = 0;

  constructor(schichten: number[], rnd: () => number) {
    this.schichten = schichten;
    for (let l = 0; l + 1 < schichten.length; l++) {
      const ein = schichten[l] ?? 0;
      const aus = schichten[l + 1] ?? 0;
      // The last layer begins small: the first steps should not have to unlearn chance.
      const breite = Math.sqrt(2 / ein) * (l + 2 === schichten.length ? 0.3 : 1);
      this.w.push(Float32Array.from({ length: ein * aus }, () => normal(rnd) * breite));
      this.b.push(new Float32Array(aus));
    }
    for (const feld of [...this.w, ...this.b]) {
      this.moment.push(new Float32Array(feld.length));
      this.quadrat.push(new Float32Array(feld.length));
    }
    this.gw = this.w.map((feld) => new Float32Array(feld.length));
    this.gb = this.b.map((feld) => new Float32Array(feld.length));
    this.werte = schichten.map((n) => new Float32Array(n));
    this.fehler = schichten.map((n) => new Float32Array(n));
  }

  /** The first layer, to be filled before `rechne`. */
  get eingang(): Float32Array {
    return this.werte[0] as Float32Array;
  }

  /** What the loss says of the first layer after `lerne`: embeddings learn from it. */
  get eingangsfehler(): Float32Array {
    return this.fehler[0] as Float32Array;
  }

  rechne(): Float32Array {
    const ende = this.schichten.length - 1;
    for (let l = 0; l < ende; l++) {
      const w = this.w[l] as Float32Array;
      const b = this.b[l] as Float32Array;
      const x = this.werte[l] as Float32Array;
      const y = this.werte[l + 1] as Float32Array;
      const n = x.length;
      for (let k = 0, r = 0; k < y.length; k++, r += n) {
        let s = b[k] as number;
        for (let i = 0; i < n; i++) s += (w[r + i] as number) * (x[i] as number);
        y[k] = l + 1 === ende || s > 0 ? s : LECK * s;
      }
    }
    return this.werte[ende] as Float32Array;
  }

  /** Adds up gradients; `anEingang` also those of the first layer. */
  lerne(amAusgang: ArrayLike<number>, anEingang = false): void {
    const ende = this.schichten.length - 1;
    const letzter = this.fehler[ende] as Float32Array;
    for (let k = 0; k < letzter.length; k++) letzter[k] = amAusgang[k] as number;
    for (let l = ende - 1; l >= 0; l--) {
      const w = this.w[l] as Float32Array;
      const x = this.werte[l] as Float32Array;
      const d = this.fehler[l + 1] as Float32Array;
      const dx = this.fehler[l] as Float32Array;
      const g = this.gw[l] as Float32Array;
      const gb = this.gb[l] as Float32Array;
      const n = x.length;
      const weiter = l > 0 || anEingang;
      if (weiter) dx.fill(0);
      for (let k = 0, r = 0; k < d.length; k++, r += n) {
        const dk = d[k] as number;
        if (dk === 0) continue;
        gb[k] = (gb[k] as number) + dk;
        for (let i = 0; i < n; i++) g[r + i] = (g[r + i] as number) + dk * (x[i] as number);
        if (weiter) for (let i = 0; i < n; i++) dx[i] = (dx[i] as number) + dk * (w[r + i] as number);
      }
      if (l > 0) for (let i = 0; i < n; i++) if ((x[i] as number) < 0) dx[i] = (dx[i] as number) * LECK;
    }
  }

  /** One step of Adam with what was added up; only weights decay, not the zeros of the neurons. */
  gehe(rate: number, zerfall: number): void {
    this.schritt++;
    const c1 = 1 - 0.9 ** this.schritt;
    const c2 = 1 - 0.999 ** this.schritt;
    const felder = [...this.w, ...this.b];
    const gradienten = [...this.gw, ...this.gb];
    for (let f = 0; f < felder.length; f++) {
      const feld = felder[f] as Float32Array;
      const g = gradienten[f] as Float32Array;
      const m = this.moment[f] as Float32Array;
      const v = this.quadrat[f] as Float32Array;
      const schwund = f < this.w.length ? zerfall : 0;
      for (let i = 0; i < feld.length; i++) {
        const gi = g[i] as number;
        const mi = 0.9 * (m[i] as number) + 0.1 * gi;
        const vi = 0.999 * (v[i] as number) + 0.001 * gi * gi;
        m[i] = mi;
        v[i] = vi;
        const wi = feld[i] as number;
        feld[i] = wi - rate * (mi / c1 / (Math.sqrt(vi / c2) + 1e-8) + schwund * wi);
        g[i] = 0;
      }
    }
  }

  gewichte(): Netzgewichte {
    const alle = [...this.w, ...this.b];
    const gewichte = new Float32Array(alle.reduce((summe, feld) => summe + feld.length, 0));
    let stelle = 0;
    for (const feld of alle) {
      gewichte.set(feld, stelle);
      stelle += feld.length;
    }
    return { schichten: [...this.schichten], gewichte };
  }

  /** A network that goes on where these weights stopped. @throws where they are of another shape */
  static aus({ schichten, gewichte }: Netzgewichte): Netz {
    const netz = new Netz([...schichten], () => 0.5);
    const felder = [...netz.w, ...netz.b];
    if (felder.reduce((summe, feld) => summe + feld.length, 0) !== gewichte.length)
      throw new Error("Die Gewichte passen nicht zu den Schichten des Netzes.");
    let stelle = 0;
    for (const feld of felder) {
      feld.set(gewichte.subarray(stelle, stelle + feld.length));
      stelle += feld.length;
    }
    return netz;
  }
}
