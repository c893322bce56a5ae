import { plusTage } from "#kalender";
import type { Bestand, Erwartungsteil, Lernergebnis, Modellguete, Netzgewichte, Wachmodell } from "../contract.ts";
import { durchschnittspraezision } from "../guete/masse.ts";
import { Netz } from "../rechnen/netz.ts";
import { zufall } from "../rechnen/zufall.ts";
import { mische } from "../urteil/lage.ts";
import { unwahrscheinlichkeit } from "../urteil/likelihood.ts";
import { BREITE, richteBlick } from "../urteil/merkmale.ts";
import { drift, eichfehler, niveauVerschoben } from "./drift.ts";
import { alsDauern } from "./erste-stufe.ts";
import { type Lernumfang, lerneErwartungsteil, pruefeAnteil } from "./erwartungsteil.ts";
import { type Lehrstoff, lerneRichter, RICHTERSCHICHTEN, sammle, sigmoid, urteile } from "./lerne-richter.ts";

export const FASSUNG = 1;
/** One point in two hundred is taken to be wrong. */
export const GRUNDRATE = 0.005;
/** So much worse in the same window, and the old judge stays. */
const TOLERANZ = 0.02;
const MINDESTTAGE = 120;
/** What is left of the days teaches the judge; the first part should know a whole year where there is one. */
const ERSTER_TEIL = 0.657;
const PRUEFTAGE = 60;

export type Lernwunsch = {
  /** First day that is not learnt from. */
  bis: number;
  saat?: number;
  bisheriges?: Wachmodell | undefined;
  umfang?: Partial<Lernumfang>;
  /** Seconds, only for the report. */
  uhr?: () => number;
};
const GANZ: Lernumfang = { ganze: 250_000, gestoerte: 60_000, durchgaenge: 4, richter: 2, netzproben: 600_000 };
/** Where an old model goes on, a third is enough. */
const WARM: Lernumfang = { ...GANZ, ganze: 100_000, gestoerte: 24_000, durchgaenge: 3, netzproben: 250_000 };

/**
 * Two stages. The first expects: a regression a job and one network over all, both of days before `halb`. The judge learns on the days
 * behind, where the expectations are out of sample as they will be tomorrow, from faults that we plant. A last window chooses and measures.
 * Then the first stage is made anew of all days, and the judge reads its residuals.
 */
export function lerne(bestand: Bestand, wunsch: Lernwunsch): Lernergebnis {
  try {
    return versuche(bestand, wunsch);
  } catch (fehler) {
    const satz = `Das Lernen ist gescheitert (${fehler instanceof Error ? fehler.message : String(fehler)}). ${bleibt(wunsch.bisheriges)}`;
    return { art: "behalten", grund: "gescheitert", satz };
  }
}

const bleibt = (bisheriges: Wachmodell | undefined) =>
  bisheriges ? "Das bisherige Modell wacht weiter." : "Es gibt noch kein Modell; die festen Regeln wachen allein.";

function versuche(bestand: Bestand, { bis, saat = 1, bisheriges, umfang: gewuenscht, uhr = () => 0 }: Lernwunsch): Lernergebnis {
  const beginn = uhr();
  const umfang = passend({ ...(bisheriges ? WARM : GANZ), ...gewuenscht }, bestand, bis);
  const zuWenig = (warum: string): Lernergebnis => ({
    art: "behalten",
    grund: "zuWenig",
    satz: `${warum} ${bleibt(bisheriges)}`,
  });
  if (bestand.jobs.length === 0) return zuWenig("Es gibt noch keine Jobs.");
  if (bis < MINDESTTAGE) return zuWenig(`Zum Lernen braucht es ${MINDESTTAGE} Tage, bekannt sind ${bis}.`);
  const rnd = zufall(saat);
  const halb = Math.round(bis * ERSTER_TEIL);
  const probe = bis - Math.min(PRUEFTAGE, Math.round((bis - halb) / 4));
  // Only from what has seen no later days than it may now: the judge's lessons must stay out of sample.
  const warm = bisheriges && istAelter(bisheriges, bestand, bis) ? bisheriges : undefined;
  const frueh = lerneErwartungsteil(
    bestand,
    { bis: halb, lageBis: bis },
    umfang,
    saat,
    warm && { netz: warm.fruehesNetz, jobs: warm.jobs },
  );
  const fenster = (von: number, ende: number) => [{ blick: richteBlick(bestand, frueh.lage), von, bis: ende }];
  const probestoff = sammle(fenster(probe, bis), 40_000, 4_000, zufall(saat + 77));
  if (probestoff.anzahl < 500) return zuWenig("Es gibt zu wenige bekannte Tage.");
  const anteilNetz = pruefeAnteil(frueh.lage, probestoff, gewichtVon(probestoff));
  mische(frueh.lage, bestand, anteilNetz);
  const richter: Netzgewichte[] = [];
  for (let r = 0; r < umfang.richter; r++) {
    const stoff = sammle(fenster(halb, probe), umfang.ganze, umfang.gestoerte, rnd);
    richter.push(lerneRichter(stoff, umfang.durchgaenge, rnd, warm?.richter[r]));
  }
  const pruefstoff = sammle(fenster(probe, bis), 40_000, 4_000, zufall(saat + 78));
  const guete: Modellguete = {
    ...urteilsguete(pruefstoff, richter),
    nurRegression: praezision(pruefstoff, (q) => alleinBeurteilt(pruefstoff, q)),
    bisheriges: vergleichbar(bisheriges) ? urteilsguete(pruefstoff, bisheriges.richter).durchschnittspraezision : undefined,
    drift: drift(bestand, frueh.lage),
    niveauVerschoben: niveauVerschoben(bestand, frueh.lage),
    jobs: bestand.jobs.length,
    tage: bis,
    sekunden: 0,
  };
  function alleinBeurteilt({ ort, wert }: Lehrstoff, q: number): number {
    return unwahrscheinlichkeit(frueh.lage, ort[2 * q] as number, ort[2 * q + 1] as number, wert[q] as number, 0);
  }
  const prozent = (wert: number) => `${Math.round(wert * 100)} %`;
  if (!Number.isFinite(guete.durchschnittspraezision)) throw new Error("die Gewichte sind keine Zahlen");
  if (guete.bisheriges !== undefined && guete.durchschnittspraezision < guete.bisheriges - TOLERANZ) {
    const satz = `Das neue Modell findet im selben Prüffenster weniger (${prozent(guete.durchschnittspraezision)} statt ${prozent(guete.bisheriges)}). ${bleibt(bisheriges)}`;
    return { art: "behalten", grund: "schlechter", guete: { ...guete, sekunden: uhr() - beginn }, satz };
  }
  const weiter = { netz: frueh.teil.netz, jobs: bestand.jobs };
  const zahlen: Erwartungsteil = { ...lerneErwartungsteil(bestand, { bis }, umfang, saat + 1, weiter).teil, anteilNetz };
  const zeiten = alsDauern(bestand);
  const dauern = zeiten && lerneErwartungsteil(zeiten, { bis }, umfang, saat + 2, undefined).teil;
  guete.sekunden = uhr() - beginn;
  return {
    art: "uebernommen",
    modell: {
      fassung: FASSUNG,
      saat,
      beginn: bestand.beginn,
      bis,
      jobs: [...bestand.jobs],
      zahlen,
      fruehesNetz: frueh.teil.netz,
      ...(dauern && { dauern }),
      richter,
      guete,
    },
    guete,
    satz: `Das Modell hat aus ${bis} Tagen von ${bestand.jobs.length} Jobs gelernt und findet im Prüffenster ${prozent(guete.durchschnittspraezision)} (mittlere Genauigkeit), die Regression allein ${prozent(guete.nurRegression)}.`,
  };
}

/** A small Bestand has not that many points: drawing each of them ten times would only cost time. */
function passend(umfang: Lernumfang, bestand: Bestand, bis: number): Lernumfang {
  const punkte = bestand.jobs.length * bis;
  const anteil = Math.min(1, Math.max(20_000, punkte) / umfang.ganze);
  return {
    ...umfang,
    ganze: Math.round(umfang.ganze * anteil),
    gestoerte: Math.round(umfang.gestoerte * anteil),
    netzproben: Math.min(umfang.netzproben, Math.max(10_000, 2 * punkte)),
  };
}

/** By the calendar: its first part and its last days are no later than those of this training. */
function istAelter(modell: Wachmodell, bestand: Bestand, bis: number): boolean {
  const tage = (b: number) => [Math.round(b * ERSTER_TEIL), b];
  const alte = tage(modell.bis).map((t) => plusTage(modell.beginn, t));
  return tage(bis).every((t, i) => (alte[i] ?? "") <= plusTage(bestand.beginn, t));
}

const vergleichbar = (modell: Wachmodell | undefined): modell is Wachmodell =>
  modell !== undefined &&
  modell.richter.length > 0 &&
  modell.richter.every(({ schichten }) => schichten.join() === RICHTERSCHICHTEN.join());

/** Planted faults are many among the points; weighted back they are one in two hundred. */
function gewichtVon(stoff: Lehrstoff): (q: number) => number {
  const gestoerte = stoff.gestoert.reduce((s, g) => s + g, 0);
  const ganze = stoff.anzahl - gestoerte;
  const jeGestoert = gestoerte === 0 ? 0 : (ganze * GRUNDRATE) / gestoerte;
  return (q) => (stoff.gestoert[q] === 1 ? jeGestoert : 1);
}

function praezision(stoff: Lehrstoff, score: (q: number) => number): number {
  const scores = Float64Array.from({ length: stoff.anzahl }, (_, q) => score(q));
  return durchschnittspraezision(scores, (q) => stoff.gestoert[q] === 1, gewichtVon(stoff));
}

function urteilsguete(
  stoff: Lehrstoff,
  richter: readonly Netzgewichte[],
): Pick<Modellguete, "durchschnittspraezision" | "eichfehler"> {
  const netze = richter.map((gewichte) => Netz.aus(gewichte));
  const logit = Float64Array.from({ length: stoff.anzahl }, (_, q) => urteile(netze, stoff.merkmale, q * BREITE));
  return {
    durchschnittspraezision: praezision(stoff, (q) => logit[q] as number),
    eichfehler: eichfehler(logit.map(verschiebeGrundrate).map(sigmoid), (q) => stoff.gestoert[q] === 1),
  };
}

// The lessons hold faults at 60 in 310, the check at 4 in 44; only the log-odds of the prior differ.
const LEHRRATE = 60 / 310;
const PRUEFRATE = 4 / 44;
const odds = (p: number) => Math.log(p / (1 - p));
const verschiebeGrundrate = (logit: number): number => logit - odds(LEHRRATE) + odds(PRUEFRATE);

/** The score that people see: as if one in two hundred were wrong. */
export const scoreAus = (logit: number): number => sigmoid(logit - odds(LEHRRATE) + odds(GRUNDRATE));
