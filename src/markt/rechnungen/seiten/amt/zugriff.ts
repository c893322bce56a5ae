import type { FastifyRequest } from "fastify";
import { aemterMit, hatRecht, mandantOf, type Recht } from "#auth";
import type { Tx } from "#db";
import { Problem } from "#http";
import { schreibeProtokoll } from "#protokoll";
import { listeZuAnordnende } from "../../sichten/store.ts";
import { findRechnung, listeRechnungsschritte } from "../../store.ts";
import type { SeitenDeps } from "../deps.ts";

export const nichtDa = () =>
  new Problem(
    404,
    "Diese Rechnung gibt es nicht",
    "Vielleicht ist sie bei einem anderen Amt. Suchen Sie im Eingang nach der Nummer.",
  );

const ALLE_FREIGABEN = 1_000;

/** Of an office, whoever sees its invoices; what no office has yet, whoever clears the inbox. */
export const darfSehen = (rechte: readonly Recht[], amt: string | undefined): boolean =>
  amt === undefined
    ? hatRecht(rechte, "rechnung.klaeren") || aemterMit(rechte, "rechnung.sehen") === null
    : hatRecht(rechte, "rechnung.sehen", amt);

/** One invoice with its log. Every opening is written down; what somebody must not see is as if it did not exist. */
export async function oeffne(deps: SeitenDeps, request: FastifyRequest, tx: Tx, id: string, anlass: string) {
  const ich = deps.auth.amtsperson(request);
  const zeile = await findRechnung(tx, id);
  if (!zeile) throw nichtDa();
  // Whoever represents somebody of another office sees what waits for that person's order.
  const durchVertretung = async () =>
    hatRecht(ich.rechte, "rechnung.anordnen") &&
    (await listeZuAnordnende(tx, ich.kennung, deps.clock.today(), ALLE_FREIGABEN)).some((each) => each.id === id);
  if (!darfSehen(ich.rechte, zeile.stand.amt) && !(await durchVertretung())) throw nichtDa();
  await schreibeProtokoll(tx, {
    art: "rechnung.geoeffnet",
    zeitpunkt: deps.clock.now(),
    daten: { wer: ich.kennung, anlass, rechnungen: [id] },
  });
  return { ich, mandant: mandantOf(request), zeile, schritte: await listeRechnungsschritte(tx, id) };
}
