import type { Bestand, Wachmodell } from "../contract.ts";
import type { Tagarten } from "../kalender/tagarten.ts";
import { kalenderDer, reihe } from "../lernen/erste-stufe.ts";
import { bewertePunkt, oeffneBlick } from "../urteil/bewerte.ts";
import { unwahrscheinlichkeit } from "../urteil/likelihood.ts";
import { type Messung, messe } from "./messe.ts";
import { istKalendertag, wochentagsZ } from "./vergleich.ts";

export type Etikett = { j: number; t: number; art: string };
export type Gutachten = {
  wacht: Messung;
  regression: Messung;
  wochentagsZ: Messung;
  /** What the watch would call at a score of a half, without a budget. */
  beiEinHalb: { alarmeJeTag: number; genauigkeit: number; treffer: number };
};

/** The watch, the regression alone and plain weekday z-scores on the same points, against the truth. */
export function beurteile(
  modell: Wachmodell,
  bestand: Bestand,
  etiketten: readonly Etikett[],
  { von, bis }: { von: number; bis: number },
): Gutachten {
  const breite = bis - von;
  const auge = oeffneBlick(modell, bestand, von, bis);
  const wacht = new Float64Array(bestand.jobs.length * breite);
  const regression = new Float64Array(wacht.length);
  const tag = new Int32Array(wacht.length);
  for (let j = 0; j < bestand.jobs.length; j++) {
    const werte = reihe(bestand, j);
    for (let t = von; t < bis; t++) {
      const i = j * breite + t - von;
      tag[i] = t;
      wacht[i] = bewertePunkt(auge, j, t)?.score ?? 0;
      regression[i] = werte[t] === werte[t] ? unwahrscheinlichkeit(auge.blick.lage, j, t, werte[t] as number, 0) : 0;
    }
  }
  const kalender = kalenderDer(bestand);
  const wahr = new Map(etiketten.map(({ j, t, art }) => [j * breite + t - von, art]));
  const art = (i: number) => wahr.get(i);
  const besonders = (i: number) => istKalendertag(kalender[Math.floor(i / breite)] as Tagarten, tag[i] as number);
  const messeAn = (score: Float64Array) => messe({ score, tag, art, besonders });
  return {
    wacht: messeAn(wacht),
    regression: messeAn(regression),
    wochentagsZ: messeAn(wochentagsZ(bestand, von, { von, bis })),
    beiEinHalb: beiEinHalb(wacht, wahr, breite),
  };
}

function beiEinHalb(score: Float64Array, wahr: ReadonlyMap<number, string>, tage: number): Gutachten["beiEinHalb"] {
  let alarme = 0;
  let richtige = 0;
  score.forEach((wert, i) => {
    if (wert < 0.5) return;
    alarme++;
    if (wahr.has(i)) richtige++;
  });
  return {
    alarmeJeTag: alarme / tage,
    genauigkeit: alarme ? richtige / alarme : 0,
    treffer: wahr.size ? richtige / wahr.size : 0,
  };
}

const zahl = (wert: number) => wert.toFixed(3);

/** As a table for people. */
export function gutachtenInZeilen({ wacht, regression, wochentagsZ: z, beiEinHalb: halb }: Gutachten): string[] {
  const spalten = [wacht, regression, z];
  const zeile = (name: string, wert: (m: Messung) => number) =>
    `${name.padEnd(44)}${spalten.map((m) => zahl(wert(m)).padStart(14)).join("")}`;
  return [
    `${"".padEnd(44)}${["Laufwacht", "Regression", "Wochentags-z"].map((kopf) => kopf.padStart(14)).join("")}`,
    zeile("mittlere Genauigkeit (average precision)", (m) => m.durchschnittspraezision),
    zeile("bestes F1", (m) => m.bestesF1),
    zeile("gefunden bei 20 Alarmen am Tag", (m) => m.treffer),
    ...Object.keys(wacht.jeArt).map((art) => zeile(`  ${art} (${wacht.jeArt[art]?.anzahl})`, (m) => m.jeArt[art]?.treffer ?? 0)),
    zeile("an besonderen Tagen: mittlere Genauigkeit", (m) => m.besondereTage.durchschnittspraezision),
    zeile(`an besonderen Tagen: gefunden (von ${wacht.besondereTage.anzahl})`, (m) => m.besondereTage.treffer),
    `bei Score 0,5 ohne Budget: ${halb.alarmeJeTag.toFixed(1)} Alarme am Tag, davon ${zahl(halb.genauigkeit)} richtig, gefunden ${zahl(halb.treffer)}`,
  ];
}
