import { formatiereDatum, type IsoDatum, istDatum } from "#kalender";

/** A figure of the law with the day from which it holds and where it stands. */
export type Satz<T> = {
  gueltigAb: IsoDatum;
  wert: T;
  quelle: string;
  /**
   * The day from which we knew it, where that is later than it was written down here for the first time: a figure that the law changed
   * for days gone by. It stands behind the figure that it corrects, and both stay: what was decided before can be replayed.
   */
  bekanntSeit?: IsoDatum;
};
export type Parameter<T> = {
  schluessel: string;
  titel: string;
  /** e.g. "Euro im Monat" */
  einheit: string;
  saetze: readonly Satz<T>[];
  /** Up to this day somebody checked that no newer figure exists. */
  geprueftBis: IsoDatum;
  /** @throws {KeinSatz} before the first and after the last checked day: last year's figure would be an unlawful guess */
  am(tag: IsoDatum): Satz<T>;
};

export class KeinSatz extends Error {
  override name = "KeinSatz";
}

/** The same day, known later: the one thing that may stand twice. */
const berichtigt = (satz: Satz<unknown>, vorher: Satz<unknown>): boolean =>
  satz.gueltigAb === vorher.gueltigAb && satz.bekanntSeit !== undefined && satz.bekanntSeit > (vorher.bekanntSeit ?? "");

/** The parameter as we knew it on a day: without the figures that came to be known later. The second time axis. */
export function wieBekanntAm<T>(parameter: Parameter<T>, wissensstand: IsoDatum): Parameter<T> {
  const { am: _am, ...angaben } = parameter;
  const saetze = parameter.saetze.filter(({ bekanntSeit }) => bekanntSeit === undefined || bekanntSeit <= wissensstand);
  if (saetze.length === parameter.saetze.length) return parameter;
  if (saetze.length > 0) return defineParameter({ ...angaben, saetze });
  return { ...angaben, saetze, am: (tag) => keinSatz(parameter.titel, tag) };
}

function keinSatz(titel: string, tag: IsoDatum): never {
  throw new KeinSatz(`Für den ${formatiereDatum(tag)} ist kein Satz „${titel}“ hinterlegt.`);
}

/** A billion euros, in cents: beyond it a slip of the pen is likelier than a law. */
export const HOECHSTER_BETRAG = 100_000_000_000;

/** What no figure of the law can be: not a number, negative, or, of money, more than a billion or a part of a cent. */
function mangelImWert(wert: unknown, einheit: string): string | undefined {
  const istGeld = /^(Euro|Cent)/.test(einheit);
  if (typeof wert === "number") {
    if (!Number.isFinite(wert)) return `${wert}, und das ist keine Zahl`;
    // Coefficients of a formula may be negative; money and shares may not.
    if (wert < 0 && (istGeld || einheit.startsWith("Prozent")))
      return `${wert}; negative Sätze gibt es nicht, ein Abzug ist eine Rechnung`;
    if (istGeld && !Number.isInteger(wert)) return `${wert}; Geld steht in ganzen Cent`;
    return istGeld && wert > HOECHSTER_BETRAG ? `${wert} Cent, mehr als eine Milliarde Euro` : undefined;
  }
  if (wert === null || typeof wert !== "object") return undefined;
  for (const teil of Object.values(wert)) {
    const mangel = mangelImWert(teil, einheit);
    if (mangel) return mangel;
  }
  return undefined;
}

/** @throws at definition where days are no days, overlap, stand out of order, or reach beyond the checked day */
export function defineParameter<T>(angaben: Omit<Parameter<T>, "am">): Parameter<T> {
  const { saetze, titel, geprueftBis } = angaben;
  if (!istDatum(geprueftBis)) throw new Error(`${titel}: „${geprueftBis}“ ist kein Datum.`);
  if (saetze.length === 0) throw new Error(`${titel}: kein Satz angegeben.`);
  for (const [index, satz] of saetze.entries()) {
    const vorher = saetze[index - 1];
    if (!istDatum(satz.gueltigAb)) throw new Error(`${titel}: „${satz.gueltigAb}“ ist kein Datum.`);
    if (satz.bekanntSeit !== undefined && !istDatum(satz.bekanntSeit))
      throw new Error(`${titel}: „${satz.bekanntSeit}“ ist kein Datum.`);
    if (vorher && satz.gueltigAb <= vorher.gueltigAb && !berichtigt(satz, vorher))
      throw new Error(
        `${titel}: der Satz ab ${satz.gueltigAb} überlappt den ab ${vorher.gueltigAb}; Sätze stehen in der Reihenfolge ihrer Geltung.`,
      );
    if (satz.quelle.trim() === "") throw new Error(`${titel}: der Satz ab ${satz.gueltigAb} nennt keine Quelle.`);
    if (satz.gueltigAb > geprueftBis)
      throw new Error(`${titel}: der Satz ab ${satz.gueltigAb} liegt nach dem geprüften Tag ${geprueftBis}.`);
    const mangel = mangelImWert(satz.wert, angaben.einheit);
    if (mangel) throw new Error(`${titel}: der Satz ab ${satz.gueltigAb} nennt ${mangel}.`);
  }
  return {
    ...angaben,
    am(tag) {
      if (tag <= geprueftBis)
        for (let index = saetze.length - 1; index >= 0; index--) {
          const satz = saetze[index];
          if (satz && satz.gueltigAb <= tag) return satz;
        }
      return keinSatz(titel, tag);
    },
  };
}

/**
 * The figure that began last, checked or not. Only for where to look (which months, which page), never for a result: there a day without
 * a checked figure stops.
 */
export function zuletzt<T>({ saetze }: Parameter<T>, tag: IsoDatum): T {
  const satz = saetze.findLast(({ gueltigAb }) => gueltigAb <= tag) ?? saetze[0];
  if (!satz) throw new Error("Ein Parameter hat mindestens einen Satz.");
  return satz.wert;
}
