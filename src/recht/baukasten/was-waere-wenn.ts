import { formatiereEuro } from "#geld";
import { formatiereDatum, istDatum, plusTage } from "#kalender";
import { ausgangAus } from "./ausgang.ts";
import { ergebniswort } from "./betragstafel.ts";
import { entscheide } from "./entscheide.ts";
import type { Entscheidung } from "./entscheidung.ts";
import { saetzeVon } from "./ersatz.ts";
import { type Grund, gruendeFuer } from "./gruende.ts";
import type { FaktAngaben } from "./knoten.ts";
import type { Fakt, Kontext, Leistung } from "./leistung.ts";
import { fuerMandant } from "./mandant.ts";
import { werteTeileAus } from "./teile.ts";
import type { Fakten, Urteile } from "./werte-aus.ts";

/** One thing that would have changed the result, as a sentence. */
export type Umstand = { fakt: string /** The other value. */; wert: unknown; text: string; norm?: string };

const HOECHSTENS = 6;
/** Ten million euros in cents, ten years in days: whatever changes beyond is of no use to anybody. */
const WEITESTENS = { cent: 1_000_000_000, zahl: 10_000, tage: 3_653 };

/** What came of a case with one fact varied. `betragCent`: a month's, or all that is paid or owed where it is not by month. */
type Ergebnis = { art: "bewilligt" | "abgelehnt"; betragCent: number; gruende: readonly Grund[] };
type Versuch = (wert: unknown) => Ergebnis | undefined;

/**
 * What would have changed the result: the rules are run again with one fact varied. Choices take their other values; of amounts and days
 * the threshold is found by bisection, to the cent and to the day. Facts that nobody chooses are left alone (`aenderbar`), and so is
 * whatever the person neither said themselves nor reads in the notice: that the rules know it may be a secret of somebody else.
 *
 * @returns at most six, changes of the result first; none where the rules decide otherwise today, or a person decided against them
 */
export function wasWaereWenn(ungebunden: Leistung, kontext: Kontext, entscheidung: Entscheidung): Umstand[] {
  const leistung = fuerMandant(ungebunden, kontext.mandant);
  const urteile = urteileAus(entscheidung);
  const heute = entscheide(ungebunden, kontext, urteile);
  if (entscheidung.art === "vonHand" || heute.hash !== entscheidung.hash || heute.vorschlag !== entscheidung.art) return [];
  const { fakten: bekannt } = leistung.sachverhalt(kontext, saetzeVon(leistung));
  const fakten = Object.fromEntries(Object.entries(bekannt).map(([name, { wert }]) => [name, wert]));
  const mit = (name: string): Versuch => {
    return (wert) => ergebnisVon(leistung, { ...fakten, [name]: wert }, kontext, urteile);
  };
  const wirklich = ergebnisVon(leistung, fakten, kontext, urteile);
  if (!wirklich) return [];
  const gefunden = leistung.regelwerk.eintraege.flatMap(({ bauplan }) => {
    if (bauplan.art !== "fakt") return [];
    const { name, angaben } = bauplan;
    const fakt = bekannt[name];
    if (!fakt || !istErzaehlbar(leistung, name, fakt)) return [];
    return aenderungen(angaben, name, fakt.wert, mit(name), wirklich).map((aenderung) => ({ ...aenderung, name, angaben, fakt }));
  });
  return [...gefunden.filter(({ neu }) => neu.art !== wirklich.art), ...gefunden.filter(({ neu }) => neu.art === wirklich.art)]
    .slice(0, HOECHSTENS)
    .map(({ name, angaben, fakt, neu, ab }) => erzaehle(leistung, name, angaben, fakt.wert, wirklich, neu, ab));
}

/** The judgements that a person gave stand in the trace. */
const urteileAus = ({ spur }: Entscheidung): Urteile =>
  Object.fromEntries(
    spur
      .filter(({ art, wert }) => (art === "ermessen" || art === "beurteilung") && typeof wert === "boolean")
      .map(({ schluessel, wert }) => [schluessel, wert as boolean]),
  );

const istErzaehlbar = (leistung: Leistung, name: string, { herkunft }: Fakt): boolean =>
  Object.hasOwn(leistung.tatsachen, name) || herkunft.quelle === "Ihre Angabe";

function ergebnisVon(
  leistung: Leistung,
  fakten: Fakten,
  { eingegangenAm, zeitraum }: Kontext,
  urteile: Urteile,
): Ergebnis | undefined {
  try {
    const { teile, ohneSatz } = werteTeileAus(leistung, fakten, eingegangenAm, urteile, zeitraum);
    const { vorschlag, gewaehrter, massgeblich } = ausgangAus(leistung, teile);
    if (ohneSatz || !vorschlag || !massgeblich) return undefined;
    const { ergebnis = "monatlich" } = leistung;
    const betragCent =
      ergebnis === "monatlich"
        ? (gewaehrter?.betragCent ?? 0)
        : ergebnis === "einmalig"
          ? (gewaehrter?.auswertung.gebuehrCent ?? 0)
          : teile.reduce((summe, teil) => summe + teil.betragCent, 0);
    return { art: vorschlag, betragCent, gruende: gruendeFuer(leistung.regelwerk, massgeblich.auswertung) };
  } catch {
    // Beyond what the rules can reckon with there is nothing to tell: an amount too large for the formula, a day before the calendar.
    return undefined;
  }
}

type Aenderung = { neu: Ergebnis; ab: { wert: unknown; richtung: "ab" | "bis" | "genau" } };

function aenderungen(
  { aenderbar, quelle }: FaktAngaben<unknown>,
  name: string,
  wert: unknown,
  versuche: Versuch,
  wirklich: Ergebnis,
): Aenderung[] {
  // By default what the person said and could say otherwise; a day of birth or a finding of an authority is no choice.
  const erlaubt = aenderbar ?? (quelle === "person" && (typeof wert === "boolean" || typeof wert === "number"));
  if (!erlaubt) return [];
  if (Array.isArray(erlaubt) || typeof wert === "boolean")
    return (Array.isArray(erlaubt) ? erlaubt : [!wert]).flatMap((anderer: unknown) => {
      const neu = anderer === wert ? undefined : versuche(anderer);
      const anders = neu && (neu.art !== wirklich.art || neu.betragCent !== wirklich.betragCent);
      return anders ? [{ neu, ab: { wert: anderer, richtung: "genau" as const } }] : [];
    });
  if (typeof wert === "number" && Number.isSafeInteger(wert)) {
    const weitestens = name.endsWith("Cent") ? WEITESTENS.cent : WEITESTENS.zahl;
    return schwellen((schritte) => wert + schritte, weitestens, wert, versuche, wirklich);
  }
  if (typeof wert === "string" && istDatum(wert))
    return schwellen((schritte) => plusTage(wert, schritte), WEITESTENS.tage, WEITESTENS.tage, versuche, wirklich);
  return [];
}

/** The nearest value in each direction that turns the result; amounts that merely move with the value are no news. */
function schwellen(
  nach: (schritte: number) => unknown,
  hinauf: number,
  hinab: number,
  versuche: Versuch,
  wirklich: Ergebnis,
): Aenderung[] {
  return ([1, -1] as const).flatMap((vorzeichen) => {
    const bei = (schritte: number) => versuche(nach(vorzeichen * schritte));
    const gefunden = suche(bei, vorzeichen === 1 ? hinauf : hinab, wirklich.art);
    if (!gefunden) return [];
    return [
      {
        neu: gefunden.neu,
        ab: { wert: nach(vorzeichen * gefunden.schritte), richtung: vorzeichen === 1 ? ("ab" as const) : ("bis" as const) },
      },
    ];
  });
}

/**
 * Looks at the far end, then halves. That the result turns only once is tried out on both sides, not believed: a threshold that is one of
 * several would be a half-truth.
 */
function suche(bei: (schritte: number) => Ergebnis | undefined, weitestens: number, bisher: Ergebnis["art"]) {
  let gleich = 0;
  let anders = weitestens;
  // What is too large to reckon with is halved until it can be.
  while (anders > 0 && !bei(anders)) anders = Math.floor(anders / 2);
  if (anders === 0 || bei(anders)?.art === bisher) return undefined;
  while (anders - gleich > 1) {
    const mitte = Math.floor((gleich + anders) / 2);
    if (bei(mitte)?.art === bisher) gleich = mitte;
    else anders = mitte;
  }
  const davor = [1, 2, 3].every((teil) => bei(Math.floor((gleich * teil) / 4))?.art === bisher);
  let dahinter = true;
  for (let weiter = 1; anders + weiter <= weitestens; weiter *= 7) dahinter &&= bei(anders + weiter)?.art !== bisher;
  const neu = bei(anders);
  return davor && dahinter && neu && neu.art !== bisher ? { schritte: anders, neu } : undefined;
}

function erzaehle(
  leistung: Leistung,
  name: string,
  { titel }: FaktAngaben<unknown>,
  wert: unknown,
  wirklich: Ergebnis,
  neu: Ergebnis,
  { wert: anderer, richtung }: Aenderung["ab"],
): Umstand {
  const zeige = (each: unknown) => zeigeWert(leistung, name, each);
  // A register may say "at most so much"; a threshold is exact.
  const schwelle = typeof anderer === "number" && name.endsWith("Cent") ? formatiereEuro(anderer) : zeige(anderer);
  const wenn =
    richtung === "genau"
      ? `Mit „${zeige(anderer)}“ statt „${zeige(wert)}“ bei „${titel}“`
      : `${richtung === "ab" ? "Ab" : "Bis"} ${typeof anderer === "string" ? (richtung === "ab" ? "dem " : "zum ") : ""}${schwelle} statt ${zeige(wert)} bei „${titel}“`;
  // For a refusal what would then fail; for a grant the condition that fails today.
  const heute = new Map(wirklich.gruende.map(({ schluessel, text }) => [schluessel, text]));
  const grund = neu.gruende.find(
    ({ schluessel, text }) => heute.get(schluessel) !== text && (neu.art === "abgelehnt" || heute.has(schluessel)),
  );
  const imMonat = (leistung.ergebnis ?? "monatlich") === "monatlich" ? " im Monat" : "";
  if (neu.art === wirklich.art)
    return {
      fakt: name,
      wert: anderer,
      text: `${wenn} wären es ${formatiereEuro(neu.betragCent)} statt ${formatiereEuro(wirklich.betragCent)}${imMonat}.`,
    };
  const wort = ergebniswort(
    { art: neu.art, ...(leistung.rechtsnatur && { rechtsnatur: leistung.rechtsnatur }) },
    leistung.bescheid.worte,
  );
  const betrag = neu.art === "bewilligt" && neu.betragCent > 0 ? `, ${formatiereEuro(neu.betragCent)}${imMonat}` : "";
  return {
    fakt: name,
    wert: anderer,
    text: `${wenn} wäre das Ergebnis „${wort}“${betrag}${grund ? `: ${grund.text}` : "."}`,
    ...(grund && { norm: grund.norm }),
  };
}

function zeigeWert({ tatsachen }: Leistung, name: string, wert: unknown): string {
  const zeige = tatsachen[name];
  if (zeige) return zeige(wert as never);
  if (typeof wert === "boolean") return wert ? "Ja" : "Nein";
  if (typeof wert === "number") return name.endsWith("Cent") ? formatiereEuro(wert) : String(wert);
  return typeof wert === "string" && istDatum(wert) ? formatiereDatum(wert) : String(wert);
}
