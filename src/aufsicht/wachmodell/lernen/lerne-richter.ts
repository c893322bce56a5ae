import type { Netzgewichte } from "../contract.ts";
import { Netz } from "../rechnen/netz.ts";
import { type Blick, BREITE, beschreibe, STELLE_LIKELIHOOD } from "../urteil/merkmale.ts";
import { istZahl, reihe } from "./erste-stufe.ts";
import { pflanzeEin, stoerungsarten, zieheArt } from "./pflanze-ein.ts";

/** Points with the truth about them: planted faults, and days as they came (of which a few are faults nobody labelled). */
export type Lehrstoff = {
  anzahl: number;
  merkmale: Float32Array;
  gestoert: Uint8Array;
  art: Uint8Array;
  ort: Int32Array;
  wert: Float32Array;
};
/** A window on the data and the days in it that teach. */
export type Fenster = { blick: Blick; von: number; bis: number };

const GEDULD = 100;
/** Draws points from the windows in turn; `ort` is job and day, for those who judge the same points otherwise. */
export function sammle(fenster: readonly Fenster[], ganz: number, gestoert: number, rnd: () => number): Lehrstoff {
  const stoff: Lehrstoff = {
    anzahl: 0,
    merkmale: new Float32Array((ganz + gestoert) * BREITE),
    gestoert: new Uint8Array(ganz + gestoert),
    art: new Uint8Array(ganz + gestoert),
    ort: new Int32Array((ganz + gestoert) * 2),
    wert: new Float32Array(ganz + gestoert),
  };
  // A Bestand may hold hardly anything: then there are fewer points, not an endless search.
  const versuche = 12 * (ganz + gestoert);
  let gestoerte = 0;
  // Kept until a day can bear it: else kinds that few days can bear would be rare lessons.
  let art = zieheArt(rnd);
  let vergeblich = 0;
  for (let versuch = 0; versuch < versuche && stoff.anzahl < ganz + gestoert; versuch++) {
    const { blick, von, bis } = fenster[versuch % fenster.length] as Fenster;
    const { bestand } = blick;
    const j = Math.floor(rnd() * bestand.jobs.length);
    const t = von + Math.floor(rnd() * (bis - von));
    let wert = reihe(bestand, j)[t] as number;
    if (!istZahl(wert) || bestand.ausgenommen?.[j * bestand.tage + t] === 1) continue;
    const q = stoff.anzahl;
    if (q - gestoerte < ganz) beschreibe(blick, j, t, wert, 0, stoff.merkmale, q * BREITE);
    else {
      const stoerung = pflanzeEin(bestand, j, t, stoerungsarten[art] ?? "ausgefallen", bis, rnd);
      if (!stoerung) {
        if (++vergeblich % GEDULD === 0) art = zieheArt(rnd);
        continue;
      }
      wert = stoerung.wert;
      beschreibe(blick, j, t, stoerung.wert, stoerung.verschiebung, stoff.merkmale, q * BREITE);
      stoff.gestoert[q] = 1;
      stoff.art[q] = art;
      gestoerte++;
      art = zieheArt(rnd);
    }
    stoff.ort[2 * q] = j;
    stoff.ort[2 * q + 1] = t;
    stoff.wert[q] = wert;
    stoff.anzahl++;
  }
  return stoff;
}

const STAPEL = 128;
const RATE = 0.003;
const ZERFALL = 0.0005;
export const RICHTERSCHICHTEN = [BREITE, 48, 24, 1];

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Logistic loss, cosine rate; warm: the old weights go on with a third of the rate. */
export function lerneRichter(stoff: Lehrstoff, durchgaenge: number, rnd: () => number, warm?: Netzgewichte): Netzgewichte {
  const passt = warm && warm.schichten.join() === RICHTERSCHICHTEN.join();
  const netz = passt ? Netz.aus(warm) : new Netz(RICHTERSCHICHTEN, rnd);
  const rate = passt ? RATE / 3 : RATE;
  const schritte = Math.max(1, Math.floor((stoff.anzahl * durchgaenge) / STAPEL));
  const fehler = [0];
  for (let schritt = 1; schritt <= schritte; schritt++) {
    for (let x = 0; x < STAPEL; x++) {
      const i = Math.floor(rnd() * stoff.anzahl);
      netz.eingang.set(stoff.merkmale.subarray(i * BREITE, (i + 1) * BREITE));
      const p = sigmoid(netz.rechne()[0] as number);
      fehler[0] = (p - (stoff.gestoert[i] as number)) / STAPEL;
      netz.lerne(fehler);
    }
    netz.gehe(rate * 0.5 * (1 + Math.cos((Math.PI * schritt) / schritte)), ZERFALL);
  }
  return netz.gewichte();
}

// The judge knows the kinds of faults that were planted; what is merely unlikely must count, too, or a kind nobody thought of is overlooked.
const MITSPRACHE = 0.25;

/** Mean of the judges' log-odds, and the likelihood's say. */
export function urteile(netze: readonly Netz[], merkmale: Float32Array, ab: number): number {
  let summe = 0;
  for (const netz of netze) {
    netz.eingang.set(merkmale.subarray(ab, ab + BREITE));
    summe += netz.rechne()[0] as number;
  }
  return summe / netze.length + MITSPRACHE * 5 * (merkmale[ab + STELLE_LIKELIHOOD] as number);
}
