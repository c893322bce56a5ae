import type { Bestand, Jobmodell } from "../contract.ts";
import { type Tagarten, tagarten } from "../kalender/tagarten.ts";
import { type Lernzeit, lerneJob } from "./lerne-job.ts";
import { bildeSippen, JUNG, lerneJung } from "./sippe.ts";

export const kalenderDer = (bestand: Bestand): Tagarten[] =>
  bestand.jobs.map(({ land, ort }) => tagarten(land, ort, bestand.beginn, bestand.tage));

export const reihe = (bestand: Bestand, j: number): Float32Array =>
  bestand.zahlen.subarray(j * bestand.tage, (j + 1) * bestand.tage);

/** The same Bestand seen by its durations: whatever expects counts can expect these. */
export const alsDauern = (bestand: Bestand): Bestand | undefined => bestand.dauern && { ...bestand, zahlen: bestand.dauern };

/** Absurd counts (negative, infinite) teach nothing, like unknown ones. */
export const istZahl = (wert: number): boolean => wert >= 0 && wert < 1e12;

export function lernzeitVon(bestand: Bestand, j: number, von: number, bis: number): Lernzeit {
  const werte = reihe(bestand, j);
  const aus = bestand.ausgenommen;
  const erster = j * bestand.tage;
  return { von, bis, gilt: (t) => istZahl(werte[t] as number) && !(aus && aus[erster + t] === 1) };
}

/** One model a job from the days [von, bis), the young ones by their kin. */
export function lerneErsteStufe(bestand: Bestand, von: number, bis: number): Jobmodell[] {
  const kalender = kalenderDer(bestand);
  const zeit = (j: number) => lernzeitVon(bestand, j, von, bis);
  const modelle = bestand.jobs.map((_, j) => lerneJob(reihe(bestand, j), kalender[j] as Tagarten, zeit(j)));
  if (modelle.every(({ n }) => n >= JUNG)) return modelle;
  const sippen = bildeSippen(bestand, modelle, kalender, zeit);
  return modelle.map((modell, j) => {
    if (modell.n >= JUNG || !istJung(zeit(j))) return modell;
    return lerneJung(reihe(bestand, j), kalender[j] as Tagarten, zeit(j), bestand.jobs[j]?.mandant ?? "", sippen);
  });
}

/** Few runs make no young job: a yearly one is old. Few known days do. */
function istJung(zeit: Lernzeit): boolean {
  let bekannt = 0;
  for (let t = zeit.von; t < zeit.bis; t++) if (zeit.gilt(t) && ++bekannt > 90) return false;
  return true;
}
