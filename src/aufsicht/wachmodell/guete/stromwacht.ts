import { Netz } from "../rechnen/netz.ts";
import { zufall } from "../rechnen/zufall.ts";

const GEDAECHTNIS = 8;
const EIN = GEDAECHTNIS + 7;
const SCHICHTEN = [EIN, 16, 2];
const RATE = 0.003;
const WIEDERHOLT = 3;
const FREIHEIT = 4;
const ERINNERUNG = 4000;

/**
 * The watch on a stream instead of mornings: an expecting network that learns on, value by value, mean and scale of what comes next from the
 * last values, the hour and the weekday; then how rare such a surprise was so far. Nothing is known beforehand, nothing ahead is read.
 */
export class Stromwacht {
  private readonly netz: Netz;
  private readonly rnd: () => number;
  private readonly ein: Float32Array[] = [];
  private readonly ziel: number[] = [];
  private readonly letzte: number[] = [];
  private readonly scores: number[] = [];
  private mittel = 0;
  private quadrat = 0;
  private n = 0;
  private kurz = 0;
  private lang = 0;
  private glatt = 0;
  private readonly gipfel: { n: number; score: number }[] = [];
  private verteilung = { n: 0, mittel: 0, quadrat: 0 };

  constructor(saat = 1) {
    this.rnd = zufall(saat);
    this.netz = new Netz(SCHICHTEN, this.rnd);
  }

  /** Score of this value, 0 to 1, by what came before it. */
  nimm(wert: number, zeitpunkt: Date): number {
    if (!Number.isFinite(wert)) return 0;
    const streuung = Math.sqrt(Math.max(1e-12, this.quadrat)) || 1;
    const x = this.n < 5 ? 0 : Math.max(-12, Math.min(12, (wert - this.mittel) / streuung));
    const eingang = this.baue(zeitpunkt);
    const score = this.n < 20 ? 0 : this.beurteile(eingang, x);
    this.lerne(eingang, x);
    this.merke(wert, x);
    return this.entprelle(score);
  }

  private baue(zeitpunkt: Date): Float32Array {
    const eingang = new Float32Array(EIN);
    for (let k = 0; k < GEDAECHTNIS; k++) eingang[k] = this.letzte[this.letzte.length - 1 - k] ?? 0;
    const stunde = (2 * Math.PI * (zeitpunkt.getUTCHours() + zeitpunkt.getUTCMinutes() / 60)) / 24;
    eingang.set([Math.sin(stunde), Math.cos(stunde), Math.sin(2 * stunde), Math.cos(2 * stunde)], GEDAECHTNIS);
    eingang[GEDAECHTNIS + 4] = zeitpunkt.getUTCDay() % 6 === 0 ? 1 : 0;
    eingang[GEDAECHTNIS + 5] = Math.max(-3, Math.min(3, this.kurz));
    eingang[GEDAECHTNIS + 6] = Math.max(-3, Math.min(3, this.lang));
    return eingang;
  }

  private beurteile(eingang: Float32Array, x: number): number {
    this.netz.eingang.set(eingang);
    const aus = this.netz.rechne();
    const s = Math.exp(Math.max(-4, Math.min(2, aus[1] as number)));
    const e = Math.abs(x - (aus[0] as number));
    const ueberraschung = Math.log1p((e * e) / (FREIHEIT * (s * s + 0.0025)));
    // How far from the usual counts most: a network that learns on soon expects the trouble itself.
    const weit = Math.log1p(Math.abs(x));
    this.glatt += 0.3 * (ueberraschung + weit - this.glatt);
    const beide = 0.5 * ueberraschung + 2 * weit + 0.5 * this.glatt;
    const v = this.verteilung;
    const abweichung = Math.sqrt(Math.max(0.0025, v.quadrat));
    const z = v.n < 20 ? 0 : (beide - v.mittel) / abweichung;
    const a = 1 / Math.min(4000, v.n + 1);
    v.n++;
    const d = beide - v.mittel;
    v.mittel += a * d;
    v.quadrat += a * (d * d - v.quadrat);
    // The usual count is no alarm, however wrong the network was on it.
    if (Math.abs(x) < 0.25) return 0;
    return 1 / (1 + Math.exp(-(z - 5) / 1.5));
  }

  private lerne(eingang: Float32Array, x: number): void {
    this.ein.push(eingang);
    this.ziel.push(x);
    for (let k = 0; k <= WIEDERHOLT; k++) {
      const i = k === 0 ? this.ziel.length - 1 : Math.floor(this.rnd() * this.ziel.length);
      this.netz.eingang.set(this.ein[i] as Float32Array);
      const aus = this.netz.rechne();
      const e = (this.ziel[i] as number) - (aus[0] as number);
      const s2 = Math.exp(2 * Math.max(-4, Math.min(2, aus[1] as number)));
      const gesamt = s2 + 0.0025;
      const nenner = FREIHEIT * gesamt + e * e;
      const g0 = Math.max(-4, Math.min(4, (-(FREIHEIT + 1) * e) / nenner));
      this.netz.lerne([g0, (1 - ((FREIHEIT + 1) * e * e) / nenner) * (s2 / gesamt)]);
    }
    this.netz.gehe(RATE, 0);
  }

  private merke(wert: number, x: number): void {
    this.n++;
    const a = 1 / Math.min(this.n, 3000);
    const d = wert - this.mittel;
    this.mittel += a * d;
    this.quadrat += a * (d * d * (1 - a) - this.quadrat);
    this.letzte.push(Math.max(-6, Math.min(6, x)));
    if (this.letzte.length > GEDAECHTNIS) this.letzte.shift();
    this.kurz += 0.1 * (x - this.kurz);
    this.lang += 0.01 * (x - this.lang);
  }

  /** One alarm for one trouble: what is no worse than lately is part of it, and what was often worse before is hardly one. */
  private entprelle(score: number): number {
    this.scores.push(score);
    const zurueck = Math.min(600, Math.max(40, Math.round(this.n * 0.08)));
    const ende = this.scores.length - 1;
    for (let i = Math.max(0, ende - zurueck); i < ende; i++) if ((this.scores[i] as number) >= score) return score * 0.05;
    if (score < 0.02) return score;
    const hoehere = this.gipfel.filter((gipfel) => this.n - gipfel.n < ERINNERUNG && gipfel.score > score).length;
    this.gipfel.push({ n: this.n, score });
    return score / (1 + hoehere / 4);
  }
}
