import { formatiereDatum, plusTage } from "#kalender";
import { leseCron, minutenDesTages, trifftTag } from "./cron.ts";
import { type Betriebskalender, faelligAm, type Laufplan, type Wartung } from "./laufplan.ts";
import { alsUhrzeit, ortszeit, wanduhr } from "./ortszeit.ts";

/** What a run reported of itself. Without an end it is running. */
export type Lauf = { job: string; beginn: Date; ende?: Date; ausgang?: "erfolg" | "fehler"; fehlertext?: string };

export type Regelbefund = {
  job: string;
  art: "fehlt" | "verspaetet" | "fehlgeschlagen" | "zuLang" | "mehrfach" | "unstimmig";
  /** When it should have begun; undefined where a run came that nobody expected. */
  faellig: Date | undefined;
  satz: string;
  /** The reason for which nobody is called: maintenance. */
  stumm?: string;
};

const MINUTE = 60_000;
/** Begins a little early count for the run they precede. */
const VORLAUF = 30 * MINUTE;

/** What the exact rules say of one job between two instants. Needs no model, and no run is judged before its time. */
export function pruefeLaeufe(
  plan: Laufplan,
  kalender: Betriebskalender,
  laeufe: readonly Lauf[],
  zeit: { von: Date; bis: Date; jetzt: Date },
): Regelbefund[] {
  const faellige = faelligeZwischen(plan, kalender, zeit.von, zeit.bis);
  const eigene = laeufe.filter(({ job }) => job === plan.job).sort((a, b) => a.beginn.getTime() - b.beginn.getTime());
  const befunde: Regelbefund[] = [];
  faellige.forEach((faellig, i) => {
    const ab = faellig.getTime() - VORLAUF;
    const bis = Math.min(
      (faellige[i + 1]?.getTime() ?? Number.POSITIVE_INFINITY) - VORLAUF,
      faellig.getTime() + plan.fehltNachMin * MINUTE * 4,
    );
    const dessen = eigene.filter(({ beginn }) => beginn.getTime() >= ab && beginn.getTime() < bis);
    befunde.push(...pruefeEinen(plan, faellig, dessen, zeit.jetzt));
  });
  for (const lauf of eigene.filter(({ beginn, ende }) => ende && ende < beginn))
    befunde.push({
      job: plan.job,
      art: "unstimmig",
      faellig: undefined,
      satz: `Das gemeldete Ende (${text(lauf.ende as Date)}) liegt vor dem Beginn (${text(lauf.beginn)}). Bitte die Uhr des Systems prüfen.`,
    });
  return befunde.map((befund) => {
    const wartung = findWartung(kalender.wartungen, befund.faellig ?? zeit.bis);
    return wartung ? { ...befund, stumm: `Wartung: ${wartung.grund}` } : befund;
  });
}

export function faelligeZwischen(plan: Laufplan, kalender: Betriebskalender, von: Date, bis: Date): Date[] {
  const faellige: Date[] = [];
  const letzter = wanduhr(bis).tag;
  for (let tag = wanduhr(von).tag; tag <= letzter; tag = plusTage(tag, 1)) faellige.push(...faelligAm(plan, kalender, tag));
  // The night in March folds 2:30 and 3:30 into one instant: one run, not two.
  const einmal = [...new Map(faellige.map((zeitpunkt) => [zeitpunkt.getTime(), zeitpunkt])).values()];
  return einmal.filter((zeitpunkt) => zeitpunkt >= von && zeitpunkt < bis).sort((a, b) => a.getTime() - b.getTime());
}

function pruefeEinen(plan: Laufplan, faellig: Date, laeufe: readonly Lauf[], jetzt: Date): Regelbefund[] {
  const { job } = plan;
  const [erster] = laeufe;
  const wartetMin = (jetzt.getTime() - faellig.getTime()) / MINUTE;
  if (!erster) {
    if (wartetMin > plan.fehltNachMin)
      return [{ job, art: "fehlt", faellig, satz: `Erwartet um ${text(faellig)}, nicht gekommen.` }];
    if (wartetMin > plan.karenzMin)
      return [{ job, art: "verspaetet", faellig, satz: `Erwartet um ${text(faellig)}, seit ${dauer(wartetMin)} überfällig.` }];
    return [];
  }
  const befunde: Regelbefund[] = [];
  const spaetMin = (erster.beginn.getTime() - faellig.getTime()) / MINUTE;
  if (spaetMin > plan.karenzMin)
    befunde.push({
      job,
      art: "verspaetet",
      faellig,
      satz: `Begann um ${text(erster.beginn)}, ${dauer(spaetMin)} später als erwartet.`,
    });
  const letzter = laeufe.at(-1) as Lauf;
  // A repetition that succeeded heals the failure before it.
  if (letzter.ausgang === "fehler")
    befunde.push({
      job,
      art: "fehlgeschlagen",
      faellig,
      satz: `Endete mit Fehler${letzter.fehlertext ? `: ${letzter.fehlertext}` : "."}`,
    });
  const laengster = Math.max(...laeufe.map((lauf) => ((lauf.ende ?? jetzt).getTime() - lauf.beginn.getTime()) / MINUTE));
  if (plan.hoechstdauerMin !== undefined && laengster > plan.hoechstdauerMin)
    befunde.push({
      job,
      art: "zuLang",
      faellig,
      satz: `${letzter.ende ? "Dauerte" : "Läuft seit"} ${dauer(laengster)}, erlaubt sind ${dauer(plan.hoechstdauerMin)}.`,
    });
  const gelungen = laeufe.filter(({ ausgang }) => ausgang === "erfolg").length;
  if (gelungen > 1)
    befunde.push({ job, art: "mehrfach", faellig, satz: `Lief ${gelungen} Mal erfolgreich, erwartet war einmal.` });
  return befunde;
}

/** The maintenance an instant falls into. */
export function findWartung(wartungen: readonly Wartung[], zeitpunkt: Date): Wartung | undefined {
  return wartungen.find((wartung) => {
    if (wartung.art === "einmal") return wartung.von <= zeitpunkt && zeitpunkt < wartung.bis;
    const cron = leseCron(wartung.cron);
    const { tag } = wanduhr(zeitpunkt);
    const zurueck = Math.ceil(wartung.dauerMin / 1440);
    for (let n = 0; n <= zurueck; n++) {
      const beginntAm = plusTage(tag, -n);
      if (!trifftTag(cron, beginntAm)) continue;
      for (const um of minutenDesTages(cron)) {
        const seit = zeitpunkt.getTime() - ortszeit(beginntAm, um).getTime();
        if (seit >= 0 && seit < wartung.dauerMin * MINUTE) return true;
      }
    }
    return false;
  });
}

function text(zeitpunkt: Date): string {
  const { tag, minuten } = wanduhr(zeitpunkt);
  return `${alsUhrzeit(minuten)} Uhr am ${formatiereDatum(tag)}`;
}

function dauer(minuten: number): string {
  const ganze = Math.round(minuten);
  if (ganze < 120) return `${ganze} Minuten`;
  return ganze % 60 === 0 ? `${ganze / 60} Stunden` : `${Math.floor(ganze / 60)} Stunden ${ganze % 60} Minuten`;
}
