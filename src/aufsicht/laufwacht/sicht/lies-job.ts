import type { Tx } from "#db";
import { ersterTag, type IsoDatum, letzterTag, type Monat, plusTage } from "#kalender";
import { ortszeit } from "#wachmodell";
import type { UeberwachterJob } from "../contract.ts";
import type { Punkt } from "../seiten/bilder.tsx";
import { mitFragen, WURZEL } from "../seiten/teile.tsx";
import { findEinstellung, listeRueckmeldungen } from "../store-betrieb.ts";
import { listeLaeufe, listeTageswerte } from "../store-laeufe.ts";
import { findBewertung, listeBefunde, listeBewertungen } from "../store-urteil.ts";
import { lagen, lageVon } from "./lage.ts";
import { tagAm } from "./lies-morgen.ts";

/** All that the page of a job shows. A day without a run is a zero from the first known day on. */
export async function liesJobsicht(tx: Tx, job: UeberwachterJob, wahl: { morgen: IsoDatum; tage: number; monat: Monat }) {
  const { morgen, monat } = wahl;
  const tag = tagAm(job.frueh, morgen);
  const { schwelle } = await findEinstellung(tx);
  const lage = lageVon(job, await listeBefunde(tx, morgen, job.id), await findBewertung(tx, job.id, tag), schwelle);
  const rueckmeldungen = await listeRueckmeldungen(tx, job.id);
  const gesagt = new Map(rueckmeldungen.map((each) => [each.tag, each.art]));
  const liesPunkte = async (von: IsoDatum, bis: IsoDatum): Promise<Punkt[]> => {
    const werte = new Map((await listeTageswerte(tx, von, bis, job.id)).map((each) => [each.tag, each.anzahl]));
    const urteile = new Map((await listeBewertungen(tx, von, bis, job.id)).map((each) => [each.tag, each]));
    const erster = [...werte.keys(), ...urteile.keys()].sort()[0];
    const punkte: Punkt[] = [];
    for (let t = erster ?? plusTage(bis, 1); t <= bis; t = plusTage(t, 1)) {
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
  };
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
  return { job, tag, lage, rueckmeldungen, punkte: await liesPunkte(plusTage(tag, 1 - wahl.tage), tag), monatstage, laeufe };
}
