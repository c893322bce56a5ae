import { plusTage } from "#kalender";
import type { Bestand, Wachmodell } from "../contract.ts";
import { durchschnittspraezision } from "../guete/masse.ts";
import type { Lernumfang } from "../lernen/erwartungsteil.ts";
import { lerne } from "../lernen/lerne.ts";
import { zufall } from "../rechnen/zufall.ts";
import { bewertePunkt, oeffneBlick } from "../urteil/bewerte.ts";
import { type Rueckmeldung, wendeRueckmeldungenAn } from "./wende-an.ts";

export type Simulationsplan = {
  /** First simulated morning, and how many. */
  von: number;
  morgen: number;
  /** Learns anew after that many mornings. */
  lerneAlle: number;
  budget: number;
  schwelle: number;
  saat: number;
  umfang: Partial<Lernumfang>;
  /** Whether the operator's words are heeded; without it is the control. */
  mitRueckmeldung: boolean;
  /** Share of alarms on which the operator errs. */
  irrtum: number;
};
export type Morgen = { tag: number; alarme: number; richtig: number; verpasst: number };
export type Simulation = {
  morgen: Morgen[];
  /** Average precision of all points of a third of the time. */
  drittel: number[];
  durchschnittspraezision: number;
  rueckmeldungen: number;
  abgelehnteModelle: number;
};

/** Mornings with an operator who says of every alarm what it was, errs at times, and calls a level new that alarms three mornings in a row. */
export function simuliere(bestand: Bestand, wahr: (j: number, t: number) => boolean, plan: Simulationsplan): Simulation {
  const rnd = zufall(plan.saat);
  const gesagt: Rueckmeldung[] = [];
  const inFolge = new Map<number, number>();
  const morgen: Morgen[] = [];
  const punkte: { score: number; wahr: boolean }[][] = [[], [], []];
  let modell: Wachmodell | undefined;
  let abgelehnt = 0;
  let sicht = bestand;
  for (let t = plan.von; t < plan.von + plan.morgen; t += plan.lerneAlle) {
    sicht = plan.mitRueckmeldung ? wendeRueckmeldungenAn(bestand, gesagt) : bestand;
    const ergebnis = lerne(sicht, { bis: t, saat: plan.saat, umfang: plan.umfang, bisheriges: modell });
    if (ergebnis.art === "uebernommen") modell = ergebnis.modell;
    else abgelehnt++;
    if (!modell) continue;
    const bis = Math.min(t + plan.lerneAlle, plan.von + plan.morgen);
    const auge = oeffneBlick(modell, sicht, t, bis);
    for (let tag = t; tag < bis; tag++) {
      const heute = bestand.jobs.flatMap((_, j) => {
        const bewertung = bewertePunkt(auge, j, tag);
        return bewertung ? [{ j, score: bewertung.score, wahr: wahr(j, tag) }] : [];
      });
      punkte[Math.min(2, Math.floor(((tag - plan.von) * 3) / plan.morgen))]?.push(...heute);
      const alarme = heute
        .filter(({ score }) => score >= plan.schwelle)
        .sort((a, b) => b.score - a.score || a.j - b.j)
        .slice(0, plan.budget);
      for (const alarm of alarme) {
        const echt = rnd() < plan.irrtum ? !alarm.wahr : alarm.wahr;
        const job = bestand.jobs[alarm.j]?.id ?? "";
        const folge = echt ? 0 : (inFolge.get(alarm.j) ?? 0) + 1;
        inFolge.set(alarm.j, folge);
        gesagt.push({
          job,
          tag: plusTage(bestand.beginn, folge >= 3 ? tag - 2 : tag),
          art: echt ? "echt" : folge >= 3 ? "neuesNiveau" : "erwartet",
        });
      }
      const auffaellig = new Set(alarme.map(({ j }) => j));
      for (const j of inFolge.keys()) if (!auffaellig.has(j)) inFolge.delete(j);
      morgen.push({
        tag,
        alarme: alarme.length,
        richtig: alarme.filter((alarm) => alarm.wahr).length,
        verpasst: heute.filter((punkt) => punkt.wahr && !auffaellig.has(punkt.j)).length,
      });
    }
  }
  const praezision = (liste: readonly { score: number; wahr: boolean }[]) =>
    durchschnittspraezision(
      Float64Array.from(liste, ({ score }) => score),
      (i) => liste[i]?.wahr === true,
    );
  return {
    morgen,
    drittel: punkte.map(praezision),
    durchschnittspraezision: praezision(punkte.flat()),
    rueckmeldungen: gesagt.length,
    abgelehnteModelle: abgelehnt,
  };
}
