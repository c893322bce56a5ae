import type { Antworten } from "#baukasten";
import { letzter } from "#bearbeitung";
import type { Tx } from "#db";
import type { IsoDatum, Land, Monat } from "#kalender";
import { findStand } from "#vorgaenge";
import { type Bezug, bekannteFakten, findBezug, terminFuer } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import { kontextAm } from "./entscheide-neu.ts";
import { Gegenueberstellung } from "./gegenueberstellung.ts";
import { fristFuer } from "./hoere-an.ts";
import { type Aenderungsakte, findAenderungsakte } from "./melde-aenderung.ts";
import type { Termin } from "./naechster-termin.ts";
import { type Rechnung, rechneAenderung } from "./rechne-aenderung.ts";
import { type Aenderungszeile, findDauerleistung, listeAenderungen } from "./store.ts";

type Deps = Pick<DauerDeps, "clock" | "tenants" | "leistung">;

/** A running benefit as pages show it. */
export type LaufendeLeistung = Bezug & {
  termin: Termin | undefined;
  /** What is known by all that was told. */
  fakten: Readonly<Record<string, unknown>>;
  heute: IsoDatum;
  /** The month of today. */
  monat: Monat;
  /** `wartet`: the person was asked or heard, and can answer. */
  aenderungen: (Aenderungszeile & { aktenzeichen: string; wartet: boolean })[];
};

/** The end has come; one that a notice has only announced has not. */
export const istBeendet = ({ stand: { endetAb }, heute }: Pick<LaufendeLeistung, "stand" | "heute">): boolean =>
  endetAb !== undefined && endetAb <= heute;

/** The answers as they hold on a day, with all that was reported since. */
export const antwortenAm = ({ leistung, kontext, neuerungen }: Bezug, tag: IsoDatum): Antworten =>
  kontextAm(leistung, kontext, neuerungen, tag).antworten;

/** Undefined where nothing was granted, or the Leistung does not live on. */
export async function liesDauerleistung(deps: Deps, tx: Tx, vorgangId: string): Promise<LaufendeLeistung | undefined> {
  const zeile = await findDauerleistung(tx, vorgangId);
  const bezug = zeile && (await findBezug(tx, deps, await deps.tenants.getById(tx.mandantId), vorgangId));
  if (!zeile || !bezug?.leistung.dauer) return undefined;
  const heute = deps.clock.today();
  const aenderungen = [];
  for (const aenderung of await listeAenderungen(tx, vorgangId)) {
    const zeile = await findStand(tx, aenderung.vorgangId);
    const wartet = zeile?.stand.phase === "wartetAufBuerger";
    aenderungen.push({ ...aenderung, aktenzeichen: zeile?.aktenzeichen ?? "", wartet });
  }
  const fakten = bekannteFakten(bezug, heute);
  return {
    ...bezug,
    fakten,
    termin: terminFuer(bezug, zeile.erledigt, heute),
    heute,
    monat: bezug.raster.monatAm(heute),
    aenderungen,
  };
}

/** A change with what it would come to today, and until when a hearing would run. */
export type Aenderungsansicht = { akte: Aenderungsakte; bezug: Bezug; rechnung: Rechnung; frist: IsoDatum };

export async function liesAenderung(deps: Deps, tx: Tx, vorgangId: string): Promise<Aenderungsansicht | undefined> {
  const mandant = await deps.tenants.getById(tx.mandantId);
  const akte = await findAenderungsakte(tx, vorgangId);
  const bezug = akte && (await findBezug(tx, deps, mandant, akte.anlass.bezug));
  if (!akte || !bezug) return undefined;
  const heute = deps.clock.today();
  const rechnung = rechneAenderung(bezug, akte, heute);
  const entschieden = letzter(akte.schritte, "entschieden")?.gegenueberstellung;
  const offen: readonly string[] = ["inPruefung", "wartetAufBuerger", "beiSachbearbeitung"];
  // Decided: what was decided, not what a change would come to that has taken effect already.
  if (entschieden && !offen.includes(akte.stand.phase)) rechnung.gegenueberstellung = Gegenueberstellung.parse(entschieden);
  return { akte, bezug, rechnung, frist: fristFuer(bezug, heute, mandant.land as Land) };
}
