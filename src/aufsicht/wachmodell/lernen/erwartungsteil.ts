import type { Bestand, Erwartungsnetz, Erwartungsteil, WachJob } from "../contract.ts";
import { durchschnittspraezision } from "../guete/masse.ts";
import { berechneLage, type Lage } from "../urteil/lage.ts";
import { unwahrscheinlichkeit } from "../urteil/likelihood.ts";
import { lerneErsteStufe } from "./erste-stufe.ts";
import { lerneErwartung, zweitmeinung } from "./erwartungsnetz.ts";
import type { Lehrstoff } from "./lerne-richter.ts";

export type Lernumfang = {
  /** Days as they came, and planted faults, that one judge learns from. */
  ganze: number;
  gestoerte: number;
  durchgaenge: number;
  /** How many judges, whose mean counts; 0: the regression judges alone. */
  richter: number;
  /** Samples of the expecting network; 0: there is none. */
  netzproben: number;
};

export type Warmstart = { netz: Erwartungsnetz | undefined; jobs: readonly WachJob[] } | undefined;
const ANTEILE = [0, 0.25, 0.5, 0.75];
const VORLAEUFIG = 0.5;

/** Both expectations from the days before `bis`, and where asked for the Lage of the days behind it. */
export function lerneErwartungsteil(
  bestand: Bestand,
  { bis, lageBis }: { bis: number; lageBis?: number },
  umfang: Lernumfang,
  saat: number,
  warm: Warmstart,
): { teil: Erwartungsteil; lage: Lage } {
  const jobmodelle = lerneErsteStufe(bestand, 0, bis);
  const start = warm?.netz && { netz: warm.netz, jobs: warm.jobs };
  const netz =
    umfang.netzproben > 0
      ? lerneErwartung(
          bestand,
          jobmodelle,
          berechneLage(bestand, jobmodelle, 0, bis),
          { von: 0, bis, proben: umfang.netzproben },
          saat,
          start,
        )
      : undefined;
  const meinung = netz && zweitmeinung(netz, bestand, jobmodelle, netz.steckbriefe, (j) => j);
  const lage = berechneLage(bestand, jobmodelle, bis, lageBis ?? bis, meinung && { meinung, anteil: VORLAEUFIG });
  return { teil: { jobmodelle, netz, anteilNetz: netz ? VORLAEUFIG : 0 }, lage };
}

/** The share with which the blend alone finds most of the planted faults. */
export function pruefeAnteil(lage: Lage, { ort, wert, gestoert, anzahl }: Lehrstoff, gewicht: (q: number) => number): number {
  if (!lage.hatNetz) return 0;
  const guete = ANTEILE.map((anteil) => {
    const scores = Float64Array.from({ length: anzahl }, (_, q) =>
      unwahrscheinlichkeit(lage, ort[2 * q] as number, ort[2 * q + 1] as number, wert[q] as number, anteil),
    );
    return durchschnittspraezision(scores, (q) => gestoert[q] === 1, gewicht);
  });
  return ANTEILE[guete.indexOf(Math.max(...guete))] ?? 0;
}
