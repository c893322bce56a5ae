import { type Leistung, mitParametern, mitSatz, type Parameter, parameterVon, type Satz } from "#baukasten";
import { leseEuro } from "#geld";
import { formatiereDatum, type IsoDatum, jahrVon } from "#kalender";
import { type Datenwert, parameterblaetter, zeigeWert } from "#rechtsansicht";

/** A figure as it would be from a day on. `bekanntSeit`: the law changed it for days gone by. */
export type Aenderung = { parameter: string; ab: IsoDatum; wert: unknown; quelle: string; bekanntSeit?: IsoDatum };
export type GeleseneAenderung = { art: "gelesen"; aenderung: Aenderung; inWorten: string } | { art: "fehler"; text: string };

const fehler = (text: string): GeleseneAenderung => ({ art: "fehler", text });
const PROZENT = /^([+-]\d{1,3}(?:[.,]\d{1,2})?)\s*%$/;

/**
 * Reads `schluessel=wert`. The value is an amount in euros for a parameter that holds one ("650", "650,00 €"), a change by percent of all
 * that it holds ("+3 %"), or JSON of the shape it has now, amounts in cents. What has another shape is refused: a figure too few would
 * turn into a wrong amount, not into an error.
 */
export function liesAenderung(leistung: Leistung, text: string, ab: IsoDatum): GeleseneAenderung {
  const [, schluessel = "", roh = ""] = /^\s*([^=\s]+)\s*=\s*(.+)$/s.exec(text) ?? [];
  if (schluessel === "")
    return fehler(`„${text}“ ist keine Änderung. So geht es: mindesteinkommen=650 oder mindestunterhalt=+3%.`);
  const parameter = findParameter(leistung, schluessel);
  if (!parameter) return fehler(keinParameter(leistung, schluessel));
  const bisher = wertAm(parameter, ab);
  if (bisher === undefined)
    return fehler(`Am ${formatiereDatum(ab)} gibt es noch keinen Satz „${parameter.titel}“, der sich ändern könnte.`);
  const wert = liesWert(parameter, bisher, roh.trim());
  if (wert === undefined)
    return fehler(
      `„${roh.trim()}“ ist kein Wert für „${parameter.titel}“ (${parameter.einheit}). Zurzeit: ${zeige(parameter, bisher)}. Als JSON: ${JSON.stringify(bisher)}.`,
    );
  const nach = parameterblaetter(leistung).find((each) => each.schluessel === schluessel)?.nach;
  const inWorten = `${parameter.titel}: ab ${formatiereDatum(ab)}${nach ? ` (es zählt: ${nach})` : ""} ${zeige(parameter, wert)} statt ${zeige(parameter, bisher)}`;
  return { art: "gelesen", aenderung: { parameter: schluessel, ab, wert, quelle: "Geplante Änderung" }, inWorten };
}

export const keinParameter = (leistung: Leistung, schluessel: string): string =>
  `„${schluessel}“ ist kein Parameter von ${leistung.name}. Vorhanden: ${parameterVon(leistung)
    .map((each) => each.schluessel)
    .join(", ")}.`;

export const findParameter = (leistung: Leistung, schluessel: string): Parameter<unknown> | undefined =>
  parameterVon(leistung).find((each) => each.schluessel === schluessel);

/** The last figure before or on the day, whether or not somebody has checked that far: a change is planned for days nobody has. */
const wertAm = (parameter: Parameter<unknown>, tag: IsoDatum): unknown =>
  parameter.saetze.findLast(({ gueltigAb }) => gueltigAb <= tag)?.wert;

/** A table of a hundred amounts is named by its beginning; the whole stands in the parameter. */
function zeige({ einheit }: Parameter<unknown>, wert: unknown): string {
  const text = zeigeWert(wert as Datenwert, einheit);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

function liesWert(parameter: Parameter<unknown>, bisher: unknown, roh: string): unknown {
  const prozent = PROZENT.exec(roh);
  if (prozent) return mitProzent(bisher, Number((prozent[1] ?? "0").replace(",", ".")));
  if (typeof bisher === "number" && /^(Euro|€)/.test(parameter.einheit)) {
    const cent = leseEuro(roh);
    return cent === undefined || cent < 0 || cent > GROESSTE_ZAHL ? undefined : cent;
  }
  try {
    const wert: unknown = JSON.parse(typeof bisher === "number" ? roh.replace(",", ".") : roh);
    return gleicheForm(bisher, wert, hatNegative(bisher) ? -GROESSTE_ZAHL : 0) ? wert : undefined;
  } catch {
    return undefined;
  }
}

/** What stands among amounts and is none: an age, a number of months, a share. */
const KEIN_BETRAG = /(unter|ueber|alter|ab|bis|kinder|monate|jahre|prozent)$/i;
/** Every number by so many percent, to whole ones; what is no amount stays what it is. */
function mitProzent(wert: unknown, prozent: number, name = ""): unknown {
  if (KEIN_BETRAG.test(name) && !Array.isArray(wert)) return wert;
  if (typeof wert === "number") return Math.round(wert * (1 + prozent / 100));
  if (Array.isArray(wert)) return wert.map((each) => mitProzent(each, prozent));
  if (typeof wert === "object" && wert !== null)
    return Object.fromEntries(Object.entries(wert).map(([key, each]) => [key, mitProzent(each, prozent, key)]));
  return wert;
}

/** Ten thousand million euros: beyond it sums stop being exact, and no figure of a law is near. */
const GROESSTE_ZAHL = 1e12;

/** Coefficients of a formula may be below nothing; amounts and ages never are. */
const hatNegative = (wert: unknown): boolean =>
  typeof wert === "number" ? wert < 0 : typeof wert === "object" && wert !== null && Object.values(wert).some(hatNegative);

function gleicheForm(bisher: unknown, wert: unknown, mindestens: number): boolean {
  if (typeof bisher === "number") return typeof wert === "number" && wert >= mindestens && wert <= GROESSTE_ZAHL;
  if (Array.isArray(bisher))
    return (
      Array.isArray(wert) &&
      wert.length === bisher.length &&
      bisher.every((each, stelle) => gleicheForm(each, wert[stelle], mindestens))
    );
  if (typeof bisher === "object" && bisher !== null)
    return (
      typeof wert === "object" &&
      wert !== null &&
      !Array.isArray(wert) &&
      Object.keys(bisher).sort().join() === Object.keys(wert).sort().join() &&
      Object.entries(bisher).every(([name, each]) => gleicheForm(each, (wert as Record<string, unknown>)[name], mindestens))
    );
  return typeof bisher === typeof wert;
}

/** The Leistung as it would be with these changes; the Leistung itself stays. */
export function wendeAn(leistung: Leistung, aenderungen: readonly Aenderung[]): Leistung {
  const ersatz: Record<string, Parameter<unknown>> = {};
  for (const { parameter: schluessel, ab, wert, quelle, bekanntSeit } of aenderungen) {
    const parameter = ersatz[schluessel] ?? findParameter(leistung, schluessel);
    if (!parameter) throw new Error(keinParameter(leistung, schluessel));
    ersatz[schluessel] = mitSatz(parameter, { gueltigAb: ab, wert, quelle, ...(bekanntSeit && { bekanntSeit }) });
  }
  return mitParametern(leistung, ersatz);
}

/**
 * The Leistung with every figure carried on to the end of a year in which nobody has checked it. For planning only, on both sides of a
 * comparison, and said beside its result: a notice never rests on it.
 *
 * @returns `fortgeschrieben`: asked after the reckoning, which figures were needed beyond the day up to which they were checked. Which will
 * be cannot be told before: those of a birth are asked for other days than those of a month.
 */
export function schreibeFort(leistung: Leistung, ab: IsoDatum): { leistung: Leistung; fortgeschrieben: () => string[] } {
  const bis = `${jahrVon(ab)}-12-31`;
  const gebraucht = new Set<string>();
  const alte = parameterVon(leistung).filter(({ geprueftBis, saetze }) => geprueftBis < bis && saetze.length > 0);
  const ersatz = alte.map((parameter): [string, Parameter<unknown>] => {
    const weiter = mitSatz(parameter, parameter.saetze.at(-1) as Satz<unknown>, bis);
    const am = (tag: IsoDatum) => {
      if (tag > parameter.geprueftBis) gebraucht.add(parameter.titel);
      return weiter.am(tag);
    };
    return [parameter.schluessel, { ...weiter, am }];
  });
  return {
    leistung: ersatz.length > 0 ? mitParametern(leistung, Object.fromEntries(ersatz)) : leistung,
    fortgeschrieben: () => alte.map(({ titel }) => titel).filter((titel) => gebraucht.has(titel)),
  };
}
