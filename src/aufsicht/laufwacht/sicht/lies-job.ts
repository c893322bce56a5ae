import type { Tx } from "#db";
import { ersterTag, type IsoDatum, letzterTag, type Monat, plusTage, tageZwischen } from "#kalender";
import { ortszeit } from "#wachmodell";
import type { UeberwachterJob } from "../contract.ts";
import type { Punkt } from "../seiten/bilder.tsx";
import { mitFragen, WURZEL } from "../seiten/teile.tsx";
import { findEinstellung, listeRueckmeldungen } from "../store-betrieb.ts";
import { listeLaeufe, listeTageswerte } from "../store-laeufe.ts";
import { findErstenTag } from "../store-reihen.ts";
import { findBewertung, listeBefunde, listeBewertungen } from "../store-urteil.ts";
import { lagen, lageVon } from "./lage.ts";
import { tagAm } from "./lies-morgen.ts";

/** Two months of figures a page of the table. */
const JE_SEITE = 62;
export type Jobwahl = { morgen: IsoDatum; tage: number; monat: Monat; seite: number };

/** Days of a job with what was expected and what stood out. A day without a run is a zero from the first known day on. */
export async function liesReihe(tx: Tx, job: number, von: IsoDatum, bis: IsoDatum): Promise<Punkt[]> {
  const { schwelle } = await findEinstellung(tx);
  const gesagt = new Map((await listeRueckmeldungen(tx, job)).map((each) => [each.tag, each.art]));
  const werte = new Map((await listeTageswerte(tx, von, bis, job)).map((each) => [each.tag, each.anzahl]));
  const urteile = new Map((await listeBewertungen(tx, von, bis, job)).map((each) => [each.tag, each]));
  const bekannt = await findErstenTag(tx, job);
  const punkte: Punkt[] = [];
  if (!bekannt) return punkte;
  for (let t = bekannt > von ? bekannt : von; t <= bis; t = plusTage(t, 1)) {
    const u = urteile.get(t);
    const marke = gesagt.get(t) ?? (u && Math.max(u.score, u.dauer?.score ?? 0) >= schwelle ? "auffaellig" : undefined);
    punkte.push({
      tag: t,
      wert: werte.get(t) ?? 0,
      ...(u && { erwartet: u.laeuft < 0.15 ? 0 : u.erwartet, streuung: u.laeuft < 0.15 ? 0 : u.streuung }),
      ...(marke && { marke }),
    });
  }
  return punkte;
}

/** In columns: two years as objects would be four times the bytes. */
export const alsSpalten = (punkte: readonly Punkt[]) => ({
  von: punkte[0]?.tag ?? null,
  werte: punkte.map(({ wert }) => wert),
  erwartet: punkte.map(({ erwartet }) => (erwartet === undefined ? null : Math.round(erwartet * 10) / 10)),
  streuung: punkte.map(({ streuung }) => (streuung === undefined ? null : Math.round(streuung * 10) / 10)),
  marken: punkte.flatMap(({ marke }, stelle) => (marke ? [[stelle, marke] as const] : [])),
});

/** All that the page of a job shows. */
export async function liesJobsicht(tx: Tx, job: UeberwachterJob, wahl: Jobwahl) {
  const { morgen, monat } = wahl;
  const tag = tagAm(job.frueh, morgen);
  const { schwelle } = await findEinstellung(tx);
  const lage = lageVon(job, await listeBefunde(tx, morgen, job.id), await findBewertung(tx, job.id, tag), schwelle);
  const rueckmeldungen = await listeRueckmeldungen(tx, job.id);
  const erster = await findErstenTag(tx, job.id);
  const liesPunkte = (von: IsoDatum, bis: IsoDatum) => liesReihe(tx, job.id, von, bis);
  const gesamt = erster && erster <= tag ? tageZwischen(erster, tag) + 1 : 0;
  const seite = Math.min(wahl.seite, Math.max(1, Math.ceil(gesamt / JE_SEITE)));
  const neuester = plusTage(tag, -JE_SEITE * (seite - 1));
  const bis = letzterTag(monat) < tag ? letzterTag(monat) : tag;
  const zeichen = {
    auffaellig: lagen.auffaellig,
    echt: { zeichen: "✕", wort: "echte Störung" },
    erwartet: { zeichen: "○", wort: "als erwartet gemeldet" },
    neuesNiveau: { zeichen: "○", wort: "neues Niveau" },
  };
  const monatstage = new Map(
    (await liesPunkte(ersterTag(monat), bis)).map((p) => {
      const { zeichen: z, wort } = p.marke ? zeichen[p.marke] : { zeichen: "", wort: "unauffällig" };
      const anzahl = Math.round(p.wert).toLocaleString("de-DE");
      const href = mitFragen(`${WURZEL}/jobs/${job.id}`, { morgen: job.frueh ? p.tag : plusTage(p.tag, 1), monat });
      return [p.tag, { zeichen: z, wort, wert: anzahl, href }] as const;
    }),
  );
  const laeufe = await listeLaeufe(tx, ortszeit(plusTage(tag, -13), 0), ortszeit(plusTage(tag, 1), 0), job.id);
  const punkte = await liesPunkte(plusTage(tag, 1 - wahl.tage), tag);
  const zahlen = {
    zeilen: (await liesPunkte(plusTage(neuester, 1 - JE_SEITE), neuester)).reverse(),
    blaettern: { seite, jeSeite: JE_SEITE, gesamt },
  };
  return { job, tag, lage, rueckmeldungen, punkte, zahlen, monatstage, laeufe };
}
