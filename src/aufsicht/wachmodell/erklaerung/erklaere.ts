import { formatiereDatum, type IsoDatum, plusTage } from "#kalender";
import type { Bewertung, Jobmodell } from "../contract.ts";
import { merkmale, merkmalstafel } from "../kalender/merkmale.ts";
import type { Tagarten } from "../kalender/tagarten.ts";
import { schluesselcodes } from "../kalender/tagschluessel.ts";
import { tagInWorten } from "../kalender/worte.ts";
import { reihe } from "../lernen/erste-stufe.ts";
import { bewertePunkt, type Wachblick } from "../urteil/bewerte.ts";

/** How much a group of calendar facts multiplies what is expected: 1.2 is a fifth more than this job's usual day. */
export type Beitrag = { name: string; faktor: number; worte: string };

export type Erklaerung = {
  /** `erwartet 412 ± 35: Montag, erster Werktag nach Ostern; gekommen 97` */
  satz: string;
  bewertung: Bewertung;
  tagInWorten: string;
  /** What an ordinary day of this job brings, before the calendar speaks. */
  grundwert: number;
  beitraege: Beitrag[];
  /** The last days of the same kind, newest first. */
  gleicheTage: { tag: IsoDatum; wert: number }[];
  /** Who spoke, in words. */
  sprecher: string;
};

const ganz = (zahl: number) => Math.round(zahl).toLocaleString("de-DE");
const ANZAHL_GLEICHE = 6;

/** Why a point stands out or not. Undefined where nothing is known of the day. */
export function erklaere(auge: Wachblick, j: number, t: number): Erklaerung | undefined {
  const bewertung = bewertePunkt(auge, j, t);
  const job = auge.bestand.jobs[j];
  if (!bewertung || !job) return undefined;
  const { lage } = auge.blick;
  const k = lage.kalender[j] as Tagarten;
  const worte = tagInWorten(bewertung.tag, job.land, job.ort);
  const modell = lage.jobmodelle[j] as Jobmodell;
  return {
    satz: satzZu(bewertung, worte),
    bewertung,
    tagInWorten: worte,
    grundwert: Math.exp(modell.mitte + (modell.beiwerte[0] ?? 0) + (lage.niveau[j * lage.breite + t - lage.von] ?? 0)),
    beitraege: beitraegeVon(auge, j, t),
    gleicheTage: gleicheTage(auge, j, t, k, modell.schluessel),
    sprecher:
      bewertung.quelle === "netz"
        ? "das neuronale Netz, aus Erwartung, Nachbarn und Vorgeschichte"
        : "die Regression auf den Kalender",
  };
}

function satzZu({ wert, erwartet, streuung, laeuft }: Bewertung, worte: string): string {
  const gekommen = wert === 0 ? "nichts gekommen" : `gekommen ${ganz(wert)}`;
  if (laeuft < 0.15) return `kein Lauf erwartet: ${worte}; ${gekommen}`;
  const vielleicht = laeuft < 0.85 ? ` (läuft an solchen Tagen zu ${Math.round(laeuft * 100)} %)` : "";
  return `erwartet ${ganz(erwartet)} ± ${ganz(Math.max(1, streuung))}${vielleicht}: ${worte}; ${gekommen}`;
}

function beitraegeVon({ blick: { lage } }: Wachblick, j: number, t: number): Beitrag[] {
  const modell = lage.jobmodelle[j] as Jobmodell;
  const tafel = merkmalstafel(lage.kalender[j] as Tagarten);
  const i = j * lage.breite + t - lage.von;
  const gruppen = new Map<string, { summe: number; worte: string[] }>();
  tafel.stellen[t]?.forEach((stelle, p) => {
    const merkmal = merkmale[stelle];
    if (!merkmal || merkmal.gruppe === "Grundwert") return;
    const gruppe = gruppen.get(merkmal.gruppe) ?? { summe: 0, worte: [] };
    gruppe.summe += (modell.beiwerte[stelle] ?? 0) * (tafel.werte[t]?.[p] ?? 0);
    if (merkmal.gruppe !== "Jahreszeit") gruppe.worte.push(merkmal.name);
    gruppen.set(merkmal.gruppe, gruppe);
  });
  const beitraege = [...gruppen].map(([name, { summe, worte }]) => ({ name, faktor: Math.exp(summe), worte: worte.join(", ") }));
  if (lage.hatNetz && lage.anteil > 0)
    beitraege.push({
      name: "Netz",
      faktor: Math.exp((lage.mu[i] as number) - (lage.muRegression[i] as number)),
      worte: "was das Netz aus allen Jobs gelernt hat",
    });
  return beitraege.sort((a, b) => Math.abs(Math.log(b.faktor)) - Math.abs(Math.log(a.faktor)));
}

function gleicheTage({ bestand }: Wachblick, j: number, t: number, k: Tagarten, schluessel: number): Erklaerung["gleicheTage"] {
  const code = schluesselcodes(k)[schluessel] as Uint8Array;
  const werte = reihe(bestand, j);
  const gleiche: Erklaerung["gleicheTage"] = [];
  for (let u = t - 1; u >= 0 && gleiche.length < ANZAHL_GLEICHE; u--)
    if (code[u] === code[t] && (werte[u] as number) >= 0)
      gleiche.push({ tag: plusTage(bestand.beginn, u), wert: werte[u] as number });
  return gleiche;
}

/** `Montag, 13.04.2026: 405` for a list of like days. */
export const tagMitWert = ({ tag, wert }: { tag: IsoDatum; wert: number }): string => `${formatiereDatum(tag)}: ${ganz(wert)}`;
