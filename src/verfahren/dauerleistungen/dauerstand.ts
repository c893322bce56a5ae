import { type Abschnitt, type Antworten, kalendermonate, type Leistung, monateAus, type Raster } from "#baukasten";
import { dayOf } from "#clock";
import { type IsoDatum, type Monat, monateVonBis, plusMonateMonat } from "#kalender";
import type { Inhalt, Schritt } from "#vorgaenge";

/** A change that took effect: from which day, what is new, and the Vorgang that decided it. */
export type Wechsel = {
  durch: string;
  ab: IsoDatum;
  seiten: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  /** A notice was made of it; else it was only kept for the next decision. */
  beschieden: boolean;
};

/** A running benefit as its log tells it. */
export type Dauerstand = {
  /** What was decided for each month, cents; the months without a decision are missing. */
  plan: ReadonlyMap<Monat, number>;
  von: Monat;
  /** The last decided month. */
  bis: Monat;
  wechsel: readonly Wechsel[];
  konto: { empfaenger: string; iban: string } | undefined;
  /** The day from which nothing is paid any more. */
  endetAb: IsoDatum | undefined;
  /** The change that ended it. */
  endetDurch: string | undefined;
  /** When it was granted. */
  gewaehrtAm: IsoDatum;
};

/**
 * The fold of the log: a grant opens the plan, each change replaces its months. Undefined where nothing was granted, or it is gone.
 * @param raster which days its months stand for
 * @param ohne a change that is left out: how it would run if that had not taken effect
 */
export function dauerstandAus(
  leistung: Leistung,
  schritte: readonly Schritt[],
  raster: Raster = kalendermonate,
  ohne?: string,
): Dauerstand | undefined {
  const plan = new Map<Monat, number>();
  const wechsel = new Map<string, Wechsel>();
  /** What the notices of changes decided, the newest last: they hold beside the grant. */
  const aenderungen = new Map<string, Abschnitte>();
  let konto: Dauerstand["konto"];
  let ende: { seit: IsoDatum; durch: string | undefined } | undefined;
  let gewaehrtAm: IsoDatum | undefined;
  const setze = (abschnitte: Abschnitte) => {
    for (const { von, bis, betragCent } of abschnitte) for (const monat of monateVonBis(von, bis)) plan.set(monat, betragCent);
  };
  for (const { art, daten, zeitpunkt } of schritte) {
    if (daten === null) continue;
    if (art === "eingegangen") konto = leistung.zahlung?.(daten.antworten as Antworten) ?? konto;
    if (art === "entschieden") {
      gewaehrtAm = daten.ergebnis === "bewilligt" ? dayOf(zeitpunkt) : undefined;
      plan.clear();
      setze(abschnitteVon(daten));
      // Decided anew after an objection: what notices of their own have changed since stays changed, until they fall themselves.
      for (const abschnitte of aenderungen.values()) setze(abschnitte);
    }
    const bisherigesEnde = ende && endeNach(plan, ende.seit, raster);
    if ((art === "geaendert" || art === "aufgehoben") && (ohne === undefined || daten.durch !== ohne)) {
      setze(daten.abschnitte ?? []);
      // A change decided again, e.g. after an objection, takes the place of what it said before.
      if (daten.durch && daten.ab) {
        const { durch, ab, seiten = {} } = daten;
        wechsel.set(durch, { durch, ab, seiten, beschieden: daten.abschnitte !== undefined });
      }
      if (daten.abschnitte) {
        aenderungen.delete(daten.durch ?? "");
        aenderungen.set(daten.durch ?? "", daten.abschnitte);
        if (art === "aufgehoben" && daten.ab) ende = { seit: daten.ab, durch: daten.durch };
        // A change before an end that was noticed leaves that end where it is; one that pays beyond it takes it back.
        else if (ende?.durch === daten.durch || zahltAb(plan, bisherigesEnde, raster)) ende = undefined;
      }
      if (art === "geaendert" && daten.weiter) ende = undefined;
    }
    if (art === "geaendert" && daten.konto) konto = daten.konto;
  }
  const monate = [...plan.keys()].sort();
  const [von, bis] = [monate[0], monate.at(-1)];
  if (gewaehrtAm === undefined || von === undefined || bis === undefined) return undefined;
  const endetAb = ende && endeNach(plan, ende.seit, raster);
  return { plan, von, bis, wechsel: [...wechsel.values()], konto, endetAb, endetDurch: ende?.durch, gewaehrtAm };
}

type Abschnitte = readonly Abschnitt[];

/** Whether something is paid for a month that begins on that day or later. */
const zahltAb = (plan: ReadonlyMap<Monat, number>, tag: IsoDatum | undefined, raster: Raster): boolean =>
  tag !== undefined && [...plan].some(([monat, cent]) => cent > 0 && raster.von(monat) >= tag);

/** The change may reach back further than its effect: months that were paid stay paid until a person has judged them. */
function endeNach(plan: ReadonlyMap<Monat, number>, ab: IsoDatum, raster: Raster): IsoDatum {
  const letzter = [...plan]
    .filter(([, cent]) => cent > 0)
    .map(([monat]) => monat)
    .sort()
    .at(-1);
  return letzter === undefined || letzter <= raster.monatAm(ab) ? ab : raster.von(plusMonateMonat(letzter, 1));
}

const abschnitteVon = ({ entscheidung }: Inhalt<"entschieden">) => monateAus(entscheidung as Parameters<typeof monateAus>[0]);

/** The amount that was last decided as more than nothing, before a month. */
export function betragVor(stand: Pick<Dauerstand, "plan">, vor: Monat): number {
  const davor = [...stand.plan].filter(([monat, cent]) => monat < vor && cent > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return davor.at(-1)?.[1] ?? 0;
}
