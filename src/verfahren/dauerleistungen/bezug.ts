import {
  type Aenderungsgrund,
  type Kontext,
  kalendermonate,
  type Leistung,
  parameterstand,
  type Raster,
  rasterAb,
  saetzeVon,
} from "#baukasten";
import { type Akte, findAkte, kontextAus, letzter, nachweiseAus } from "#bearbeitung";
import type { Clock } from "#clock";
import type { Tx } from "#db";
import { type IsoDatum, type Monat, plusTage } from "#kalender";
import { type AnordnungMitAntwort, listeAnordnungen } from "#kasse";
import type { Mandant } from "#tenants";
import { listeSchritte, type Schritt } from "#vorgaenge";
import { type Dauerstand, dauerstandAus, type Wechsel } from "./dauerstand.ts";
import { kontextAm, type Neuerung } from "./entscheide-neu.ts";
import { Gegenueberstellung, zurueckVerlangt } from "./gegenueberstellung.ts";
import { naechsterTermin, type Termin } from "./naechster-termin.ts";
import type { Dauerzeile } from "./store.ts";
import { type Zahlstand, zahlstandAus } from "./zahlstand.ts";

/** A running benefit with all that a new decision looks at. */
export type Bezug = {
  akte: Akte;
  leistung: Leistung;
  raster: Raster;
  stand: Dauerstand;
  zahlstand: Zahlstand;
  kontext: Kontext;
  /** Changes that took effect, each with the evidence that was fetched for it. */
  neuerungen: Wirksam[];
};
export type Wirksam = Neuerung & {
  durch: string;
  anlass: Aenderungsgrund | undefined;
  beschieden: boolean;
  /** What its notice asks back, month by month. */
  zurueck: ReadonlyMap<Monat, number>;
};
export type LadeDeps = { clock: Clock; leistung(schluessel: string): Leistung };

export async function findBezug(tx: Tx, deps: LadeDeps, mandant: Mandant, bezugId: string): Promise<Bezug | undefined> {
  const akte = await findAkte(tx, bezugId);
  const leistung = akte && deps.leistung(akte.leistung);
  if (!akte || !leistung) return undefined;
  const kontext = kontextAus(akte, mandant);
  const raster = rasterFuer(leistung, kontext);
  const stand = dauerstandAus(leistung, akte.schritte, raster);
  if (!stand) return undefined;
  const neuerungen = [];
  for (const wechsel of stand.wechsel) neuerungen.push(neuerungAus(wechsel, await listeSchritte(tx, wechsel.durch)));
  return {
    akte,
    leistung,
    raster,
    stand,
    zahlstand: zahlstandAus(inFolge(akte, await listeAnordnungen(tx, bezugId)), deps.clock.today()),
    kontext,
    neuerungen,
  };
}

/** Months of the calendar, or those that count from the birth that the grant found. */
function rasterFuer(leistung: Leistung, kontext: Kontext): Raster {
  const { dauer } = leistung;
  if (!dauer?.zaehltAb) return kalendermonate;
  const { fakten } = leistung.sachverhalt(kontext, saetzeVon(leistung));
  return rasterAb(dauer.zaehltAb(Object.fromEntries(Object.entries(fakten).map(([name, { wert }]) => [name, wert]))));
}

function neuerungAus(wechsel: Wechsel, schritte: readonly Schritt[]): Wirksam {
  // As it was noticed: what is decided anew holds with its own notice.
  const beschieden = schritte.slice(0, schritte.findLastIndex(({ art }) => art === "beschieden") + 1);
  const gegenueberstellung = Gegenueberstellung.safeParse(letzter(beschieden, "entschieden")?.gegenueberstellung).data;
  return {
    ...wechsel,
    anlass: letzter(schritte, "eingegangen")?.aenderung?.anlass,
    nachweise: nachweiseAus(schritte),
    zurueck: gegenueberstellung ? zurueckVerlangt(gegenueberstellung) : new Map(),
  };
}

/**
 * What was paid for each month and is not asked back: money that one notice demands is no overpayment for the next one.
 * @param ohne a change whose demand is left out: it is decided anew
 */
export function verbleibend(
  { zahlstand, neuerungen }: Pick<Bezug, "zahlstand" | "neuerungen">,
  ohne?: string,
): Map<Monat, number> {
  const netto = new Map(zahlstand.bezahlt);
  for (const { durch, zurueck } of neuerungen)
    if (durch !== ohne) for (const [monat, cent] of zurueck) netto.set(monat, (netto.get(monat) ?? 0) - cent);
  return netto;
}

/** As the log has them: two orders can share a moment, and the later one replaces the earlier. */
export function inFolge({ schritte }: Akte, anordnungen: readonly AnordnungMitAntwort[]): AnordnungMitAntwort[] {
  const stelle = new Map(
    schritte.flatMap(({ art, daten, nummer }) => (art === "angewiesen" && daten ? [[daten.anordnungId, nummer] as const] : [])),
  );
  return [...anordnungen].sort((a, b) => (stelle.get(a.id) ?? 0) - (stelle.get(b.id) ?? 0));
}

/** The known facts as they are on a day. */
export function faktenAm({ leistung, kontext, neuerungen }: Pick<Bezug, "leistung" | "kontext" | "neuerungen">, tag: string) {
  const { fakten } = leistung.sachverhalt(kontextAm(leistung, kontext, neuerungen, tag), saetzeVon(leistung));
  return Object.fromEntries(Object.entries(fakten).map(([name, fakt]) => [name, fakt.wert]));
}

/** By all that is known, also what was reported ahead: a day that an answer has taken away must not hide the days after it. */
export function terminFuer(bezug: Bezug, erledigt: readonly string[], heute: string): Termin | undefined {
  if (abgelaufenSeit(bezug, heute) !== undefined) return undefined;
  return naechsterTermin(bezug, bekannteFakten(bezug, heute), new Set(erledigt));
}

export function bekannteFakten(bezug: Bezug, heute: string): Readonly<Record<string, unknown>> {
  const tage = [heute, bezug.raster.bis(bezug.stand.bis), ...bezug.neuerungen.map(({ ab }) => ab)];
  return faktenAm(bezug, tage.sort().at(-1) ?? heute);
}

/** The first day after decided months that nothing follows by itself; undefined as long as they last. */
export function abgelaufenSeit({ leistung, stand, raster }: Bezug, heute: string): IsoDatum | undefined {
  const danach = plusTage(raster.bis(stand.bis), 1);
  return leistung.dauer?.ablauf && danach <= heute ? danach : undefined;
}

/** The row as the log now tells it. */
export const zeileFuer = (bezug: Bezug, bisher: Pick<Dauerzeile, "erledigt" | "offeneAenderung">, heute: string): Dauerzeile => ({
  vorgangId: bezug.akte.id,
  leistung: bezug.leistung.schluessel,
  termin: terminFuer(bezug, bisher.erledigt, heute) ?? null,
  parameterstand: parameterstand(bezug.leistung),
  erledigt: bisher.erledigt,
  offeneAenderung: bisher.offeneAenderung,
  endetAb: bezug.stand.endetAb ?? abgelaufenSeit(bezug, heute) ?? null,
});
