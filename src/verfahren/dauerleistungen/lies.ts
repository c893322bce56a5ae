import type { Tx } from "#db";
import { findStand } from "#vorgaenge";
import { type Bezug, findBezug, terminFuer } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import { findAenderungsakte } from "./melde-aenderung.ts";
import type { Termin } from "./naechster-termin.ts";
import { rechneAenderung } from "./rechne-aenderung.ts";
import { type Aenderungszeile, findDauerleistung, listeAenderungen } from "./store.ts";

type Deps = Pick<DauerDeps, "clock" | "tenants" | "leistung">;

/** A running benefit as pages show it. */
export type LaufendeLeistung = Bezug & {
  termin: Termin | undefined;
  aenderungen: (Aenderungszeile & { aktenzeichen: string })[];
};

/** Undefined where nothing was granted, or the Leistung does not live on. */
export async function liesDauerleistung(deps: Deps, tx: Tx, vorgangId: string): Promise<LaufendeLeistung | undefined> {
  const zeile = await findDauerleistung(tx, vorgangId);
  const bezug = zeile && (await findBezug(tx, deps, await deps.tenants.getById(tx.mandantId), vorgangId));
  if (!zeile || !bezug?.leistung.dauer) return undefined;
  const aenderungen = [];
  for (const aenderung of await listeAenderungen(tx, vorgangId))
    aenderungen.push({ ...aenderung, aktenzeichen: (await findStand(tx, aenderung.vorgangId))?.aktenzeichen ?? "" });
  return { ...bezug, termin: terminFuer(bezug, zeile.erledigt, deps.clock.today()), aenderungen };
}

/** A change with what it would come to today. */
export async function liesAenderung(deps: Deps, tx: Tx, vorgangId: string) {
  const akte = await findAenderungsakte(tx, vorgangId);
  const bezug = akte && (await findBezug(tx, deps, await deps.tenants.getById(tx.mandantId), akte.anlass.bezug));
  return akte && bezug ? { akte, bezug, rechnung: rechneAenderung(bezug, akte, deps.clock.today()) } : undefined;
}
