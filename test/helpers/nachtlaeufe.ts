// Our own nightly runs, invented by a seed, with faults of kinds the watch was not taught: the judge must not only know its own planted ones.
import { feiertage, istWerktag, type Land, letzterTag, monatVon, plusTage, wochentag } from "#kalender";
import type { Bestand, WachJob } from "#wachmodell";

export type Fehlerart =
  | "ausgefallen"
  | "verdreifacht"
  | "abgebrochen"
  | "abgeschnitten"
  | "vortag"
  | "mandantGestoert"
  | "mandantAusgefallen";
export type Etikett = { j: number; t: number; art: Fehlerart };
export type Erfindung = {
  saat: number;
  mandanten: number;
  jobs: number;
  tage: number;
  /** Faults are planted from this day on densely, before it thinly and without label. */
  lernenBis: number;
  fehlerrate?: number;
};

const laender: readonly Land[] = ["BY", "NW", "BE", "SN", "HH", "BW"];
const BEGINN = "2024-01-01";

export function zufallszahlen(saat: number): () => number {
  let a = saat >>> 0;
  return () => {
    a = (a + 0x9e3779b9) >>> 0;
    let t = Math.imul(a ^ (a >>> 16), 0x21f0aaad);
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
    return ((t ^ (t >>> 15)) >>> 0) / 4_294_967_296;
  };
}

type Art = { rhythmus: "rund" | "werktags" | "woechentlich" | "monatsende" | "monatsanfang"; wochentag: number };

/** Invents jobs, their counts and the true faults. Other means, spreads and calendar effects than any data the watch was built on. */
export function erfindeLaeufe({ saat, mandanten, jobs, tage, lernenBis, fehlerrate = 0.005 }: Erfindung): {
  bestand: Bestand;
  etiketten: Etikett[];
} {
  const rnd = zufallszahlen(saat);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - rnd())) * Math.cos(2 * Math.PI * rnd());
  const liste: WachJob[] = [];
  const zahlen = new Float32Array(mandanten * jobs * tage);
  const etiketten: Etikett[] = [];
  for (let m = 0; m < mandanten; m++) {
    const land = laender[m % laender.length] as Land;
    const schliesst = new Set(Array.from({ length: 4 }, () => Math.floor(rnd() * tage)));
    const stoerung = new Map<number, number>();
    for (let t = 200; t < tage; t++)
      if (rnd() < (t < lernenBis ? 0.002 : 0.008)) stoerung.set(t, rnd() < 0.3 ? 0 : 0.2 + 0.4 * rnd());
    for (let i = 0; i < jobs; i++) {
      const j = m * jobs + i;
      liste.push({ id: String(j), mandant: String(m), system: `system-${i % 3}`, land });
      const art = waehleArt(rnd);
      const hoehe = Math.exp(2.5 + 4 * rnd());
      const streuung = 0.08 + 0.2 * rnd();
      const montag = 1 + 0.6 * rnd();
      const nachFest = 1 + 1.2 * rnd();
      const ultimo = 1 + 0.8 * rnd();
      const sommer = 0.15 * rnd();
      let niveau = 1;
      const echt: number[] = [];
      for (let t = 0; t < tage; t++) {
        const tag = plusTage(BEGINN, t);
        if (rnd() < 0.0008) niveau *= 0.6 + 0.9 * rnd();
        if (!laeuft(art, tag, land) || (schliesst.has(t) && art.rhythmus !== "rund")) {
          echt.push(0);
          continue;
        }
        let mu = hoehe * niveau;
        if (wochentag(tag) === 1) mu *= montag;
        if (!istWerktag(plusTage(tag, -1), land) && wochentag(tag) !== 1) mu *= nachFest;
        if (tag === letzterTag(monatVon(tag)) || Number(tag.slice(8)) <= 2) mu *= ultimo;
        if (art.rhythmus === "rund" && !istWerktag(tag, land)) mu *= 0.35;
        mu *= 1 - sommer * (Number(tag.slice(5, 7)) === 8 ? 1 : 0);
        echt.push(Math.max(0, Math.round(mu * Math.exp(streuung * gauss()) + Math.sqrt(mu) * gauss() * 0.5)));
      }
      for (let t = 0; t < tage; t++) {
        let wert = echt[t] ?? 0;
        const faktor = stoerung.get(t);
        let fehler: Fehlerart | undefined;
        if (faktor !== undefined && wert > 0) {
          wert = Math.round(wert * faktor);
          fehler = faktor === 0 ? "mandantAusgefallen" : "mandantGestoert";
        } else if (wert > 0 && rnd() < fehlerrate * (t < lernenBis ? 0.4 : 1)) [fehler, wert] = verdirb(wert, echt, t, rnd);
        zahlen[j * tage + t] = wert;
        if (fehler && t >= lernenBis && wert !== echt[t]) etiketten.push({ j, t, art: fehler });
      }
    }
  }
  return { bestand: { beginn: BEGINN, tage, jobs: liste, zahlen }, etiketten };
}

function waehleArt(rnd: () => number): Art {
  const wurf = rnd();
  const wochentag = 1 + Math.floor(rnd() * 5);
  if (wurf < 0.25) return { rhythmus: "rund", wochentag };
  if (wurf < 0.7) return { rhythmus: "werktags", wochentag };
  if (wurf < 0.85) return { rhythmus: "woechentlich", wochentag };
  return { rhythmus: wurf < 0.93 ? "monatsende" : "monatsanfang", wochentag };
}

function laeuft({ rhythmus, wochentag: am }: Art, tag: string, land: Land): boolean {
  const offen = istWerktag(tag, land);
  if (rhythmus === "rund") return true;
  if (!offen) return false;
  if (rhythmus === "werktags") return true;
  if (rhythmus === "woechentlich") {
    // A weekly job that a holiday hits comes on the next working day.
    for (let t = tag; ; t = plusTage(t, -1)) {
      if (wochentag(t) === am) return true;
      if (istWerktag(plusTage(t, -1), land)) return false;
    }
  }
  const monat = monatVon(tag);
  const schritt = rhythmus === "monatsende" ? 1 : -1;
  for (let t = plusTage(tag, schritt); monatVon(t) === monat; t = plusTage(t, schritt)) if (istWerktag(t, land)) return false;
  return true;
}

function verdirb(wert: number, echt: readonly number[], t: number, rnd: () => number): [Fehlerart, number] {
  const wurf = Math.floor(rnd() * 5);
  if (wurf === 0) return ["ausgefallen", 0];
  if (wurf === 1) return ["verdreifacht", wert * 3];
  if (wurf === 2) return ["abgebrochen", Math.round(wert * (0.05 + 0.6 * rnd()))];
  // Cut at a round number, as a page or a batch would cut it.
  if (wurf === 3) return ["abgeschnitten", Math.min(wert, 10 ** Math.floor(Math.log10(Math.max(wert, 10))))];
  return ["vortag", echt[t - 1] ?? wert];
}

export const istBesondererTag = (tag: string, land: Land): boolean =>
  feiertage(Number(tag.slice(0, 4)), land).has(tag) || feiertage(Number(tag.slice(0, 4)), land).has(plusTage(tag, -1));
