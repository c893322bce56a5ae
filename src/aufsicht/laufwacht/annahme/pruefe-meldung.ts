import type { Annahmegrund, Laufmeldung, UeberwachterJob } from "../contract.ts";

/** A run as it goes into the table. */
export type Laufzeile = {
  kennung: string;
  job: number;
  beginn: Date;
  ende: Date | null;
  ausgang: "erfolg" | "fehler" | null;
  anzahl: number | null;
  betragCent: number | null;
  auszug: string | null;
};
export type Pruefung = { zeile: Laufzeile | undefined; gruende: Annahmegrund[] };

/** Clocks of hundreds of systems differ by minutes; more than that is a wrong clock. */
const UHR_TOLERANZ_MS = 10 * 60_000;
const GROESSTE_ANZAHL = 1_000_000_000;
const GROESSTER_BETRAG = Number.MAX_SAFE_INTEGER;
const AUSZUG_ZEICHEN = 2000;

/** What of a report can be believed. What cannot is left out and named; a run whose time is right is never lost for a wrong count. */
export function pruefeMeldung(
  meldung: Laufmeldung,
  job: UeberwachterJob | undefined,
  jetzt: Date,
  /** A ping has none: its run begins now, or is there. */
  aelteste = new Date(0),
): Pruefung {
  if (!job) return { zeile: undefined, gruende: ["unbekannterJob"] };
  const beginn = new Date(meldung.beginn);
  if (beginn.getTime() > jetzt.getTime() + UHR_TOLERANZ_MS) return { zeile: undefined, gruende: ["zukunft"] };
  // A run of a day whose runs are deleted would become all there is of that day.
  if (beginn < aelteste) return { zeile: undefined, gruende: ["zuAlt"] };
  if (job.beendetAm !== null && meldung.beginn.slice(0, 10) > job.beendetAm)
    return { zeile: undefined, gruende: ["beendeterJob"] };
  const gruende: Annahmegrund[] = [];
  let ende = meldung.ende === undefined ? null : new Date(meldung.ende);
  if (ende && ende.getTime() > jetzt.getTime() + UHR_TOLERANZ_MS) {
    ende = null;
    gruende.push("endeInZukunft");
  }
  if (ende && ende < beginn) gruende.push("endeVorBeginn");
  let anzahl = meldung.anzahl ?? null;
  if (anzahl !== null && anzahl > GROESSTE_ANZAHL) gruende.push("absurdeZahl");
  else if (anzahl !== null && (anzahl < 0 || !Number.isInteger(anzahl))) gruende.push("negativeZahl");
  if (anzahl !== null && gruende.some((grund) => grund === "absurdeZahl" || grund === "negativeZahl")) anzahl = null;
  const betrag = meldung.betragCent ?? null;
  const zeile: Laufzeile = {
    kennung: meldung.kennung,
    job: job.id,
    beginn,
    ende,
    ausgang: meldung.ausgang ?? null,
    anzahl,
    betragCent: betrag !== null && Number.isInteger(betrag) && Math.abs(betrag) <= GROESSTER_BETRAG ? betrag : null,
    auszug: meldung.auszug === undefined ? null : kuerze(meldung.auszug),
  };
  return { zeile, gruende };
}

/** The end of a log says what happened; its beginning says hello. */
const kuerze = (text: string) => text.replaceAll("\u0000", "").slice(-AUSZUG_ZEICHEN).toWellFormed();

/** Two reports of one run as one: the earlier beginning, the end and outcome that are known. The order does not matter. */
export function vereine(a: Laufzeile, b: Laufzeile): Laufzeile {
  const mitEnde = b.ende ? b : a;
  const ohne = mitEnde === b ? a : b;
  return {
    kennung: a.kennung,
    job: a.job,
    beginn: a.beginn < b.beginn ? a.beginn : b.beginn,
    ende: mitEnde.ende,
    ausgang: mitEnde.ausgang ?? ohne.ausgang,
    anzahl: mitEnde.anzahl ?? ohne.anzahl,
    betragCent: mitEnde.betragCent ?? ohne.betragCent,
    auszug: mitEnde.auszug ?? ohne.auszug,
  };
}
