import type { Bestand, Jobmodell } from "../contract.ts";
import { merkmalstafel } from "../kalender/merkmale.ts";
import type { Tagarten } from "../kalender/tagarten.ts";
import { schluesselcodes, tagschluessel } from "../kalender/tagschluessel.ts";
import { summe } from "../rechnen/ridge.ts";
import { type Lernzeit, lerneJob, medianVon } from "./lerne-job.ts";

/** Kinds of rhythm: jobs of one kind are neighbours, and a young job borrows from them what it cannot know yet. */
export const arten = ["taeglich", "werktaeglich", "woechentlich", "monatlich"] as const;
export type Rhythmusart = (typeof arten)[number];

/** Below this many days of its own a job leans on its kin. */
export const JUNG = 40;
const STRENGE_JUNG = 6;
const GEWICHT_TAFEL = 6;

export type Sippe = { beiwerte: Float32Array; streuung: number; laeuft: Float32Array; groesse: number; ruhetags: number };
export type Sippen = ReadonlyMap<string, Sippe>;

export function rhythmusart({
  ruhetags,
  laeuft,
  schluessel,
}: Pick<Jobmodell, "ruhetags" | "laeuft" | "schluessel">): Rhythmusart {
  if (ruhetags > 0.5) return "taeglich";
  if (schluessel !== 0 && schluessel !== 4 && schluessel !== 5) return "monatlich";
  const werktage = schluessel === 0 ? [3, 5, 7, 9, 11] : schluessel === 4 ? [3, 9, 17, 25, 33] : [97, 2, 4, 8, 16];
  const anteil = werktage.reduce((s, c) => s + (laeuft[c] ?? 0), 0) / 5;
  return anteil > 0.7 ? "werktaeglich" : anteil > 0.12 ? "woechentlich" : "monatlich";
}

/** Means over the grown jobs of each kind, and of each kind within a Mandant. Tables by weekday: the only key that a week can tell. */
export function bildeSippen(
  bestand: Bestand,
  modelle: readonly Jobmodell[],
  kalender: readonly Tagarten[],
  zeit: (j: number) => Lernzeit,
): Sippen {
  const gruppen = new Map<string, number[]>();
  modelle.forEach((modell, j) => {
    if (modell.n < JUNG) return;
    const art = rhythmusart(modell);
    for (const name of [art, `${bestand.jobs[j]?.mandant}/${art}`]) gruppen.set(name, [...(gruppen.get(name) ?? []), j]);
  });
  const sippen = new Map<string, Sippe>();
  for (const [name, mitglieder] of gruppen) {
    // Fifty tell the mean of a kind as well as thousands do.
    const wer = mitglieder.filter((_, i) => i % Math.ceil(mitglieder.length / 50) === 0);
    const breite = modelle[0]?.beiwerte.length ?? 0;
    const beiwerte = new Float32Array(breite);
    for (const j of wer) modelle[j]?.beiwerte.forEach((wert, p) => (beiwerte[p] = (beiwerte[p] ?? 0) + wert / wer.length));
    const ja = new Float32Array(tagschluessel[0]?.breite ?? 0).fill(0.2);
    const alle = new Float32Array(ja.length).fill(0.4);
    for (const j of wer) {
      const k = kalender[j];
      const z = zeit(j);
      const code = k && schluesselcodes(k)[0];
      if (!code) continue;
      for (let t = z.von; t < z.bis; t++) {
        if (!z.gilt(t)) continue;
        const c = code[t] ?? 0;
        ja[c] = (ja[c] ?? 0) + ((bestand.zahlen[j * bestand.tage + t] ?? 0) > 0 ? 1 : 0);
        alle[c] = (alle[c] ?? 0) + 1;
      }
    }
    sippen.set(name, {
      beiwerte,
      streuung: medianVon(wer.map((j) => modelle[j]?.streuung ?? 1)),
      laeuft: ja.map((j, c) => j / (alle[c] ?? 1)),
      groesse: mitglieder.length,
      ruhetags: wer.reduce((s, j) => s + (modelle[j]?.ruhetags ?? 0), 0) / wer.length,
    });
  }
  return sippen;
}

/** A job with little of its own: kind by likelihood of its few days, coefficients and table leaning on that kind. */
export function lerneJung(werte: Float32Array, k: Tagarten, zeit: Lernzeit, mandant: string, sippen: Sippen): Jobmodell {
  const eigenes = lerneJob(werte, k, zeit);
  const art = wahrscheinlichsteArt(werte, k, zeit, mandant, sippen);
  const sippe = art && (sippen.get(`${mandant}/${art}`) ?? sippen.get(art));
  if (!sippe) return { ...eigenes, streuung: Math.max(eigenes.streuung, 0.5) };
  const modell = lerneJob(werte, k, zeit, { beiwerte: sippe.beiwerte, strenge: STRENGE_JUNG });
  const rest: number[] = [];
  const code = schluesselcodes(k)[0] as Uint8Array;
  const ja = sippe.laeuft.map((p) => p * GEWICHT_TAFEL);
  const alle = new Float32Array(ja.length).fill(GEWICHT_TAFEL);
  for (let t = zeit.von; t < zeit.bis; t++) {
    if (!zeit.gilt(t)) continue;
    const wert = werte[t] as number;
    const c = code[t] as number;
    ja[c] = (ja[c] as number) + (wert > 0 ? 1 : 0);
    alle[c] = (alle[c] as number) + 1;
    if (wert > 0) rest.push(Math.log(wert) - summe(merkmalstafel(k), t, sippe.beiwerte));
  }
  return {
    ...modell,
    beiwerte: modell.n < 10 ? sippe.beiwerte : modell.beiwerte,
    mitte: modell.n < 10 && rest.length > 0 ? medianVon(rest) : modell.mitte,
    streuung: Math.max(sippe.streuung, modell.n < 10 ? 0 : modell.streuung) * Math.sqrt(1 + 4 / (modell.n + 1)),
    schluessel: 0,
    laeuft: ja.map((j, c) => j / (alle[c] as number)),
    ruhetags: sippe.ruhetags,
  };
}

function wahrscheinlichsteArt(
  werte: Float32Array,
  k: Tagarten,
  zeit: Lernzeit,
  mandant: string,
  sippen: Sippen,
): Rhythmusart | undefined {
  const code = schluesselcodes(k)[0] as Uint8Array;
  let beste: { art: Rhythmusart; likelihood: number } | undefined;
  for (const art of arten) {
    const alle = sippen.get(art);
    if (!alle) continue;
    // How common the kind is, among the jobs of the Mandant twice.
    let likelihood = Math.log(alle.groesse) + Math.log(1 + (sippen.get(`${mandant}/${art}`)?.groesse ?? 0));
    for (let t = zeit.von; t < zeit.bis; t++) {
      if (!zeit.gilt(t)) continue;
      const q = Math.min(0.98, Math.max(0.02, alle.laeuft[code[t] as number] ?? 0.5));
      likelihood += Math.log((werte[t] as number) > 0 ? q : 1 - q);
    }
    if (!beste || likelihood > beste.likelihood) beste = { art, likelihood };
  }
  return beste?.art;
}
