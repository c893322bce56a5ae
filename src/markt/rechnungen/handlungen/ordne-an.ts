import { createHash } from "node:crypto";
import type { Tx } from "#db";
import { formatiereEuro } from "#geld";
import { einstellungenVon, type Rechnungseinstellungen } from "../einstellungen.ts";
import { uebergibAuftraege } from "../jobs.ts";
import type { Stand } from "../stand.ts";
import type { Deps, Handlungsergebnis } from "../teile.ts";
import { type Entschluss, fremdeWaehrung, type Handlung, handle, tue, verweigert } from "./handle.ts";
import { findBefugnis, findKreditorKurz, gilt } from "./store.ts";

export type Anordnungswille = {
  /** What the person saw and means. */
  betragCent: number;
  /** For whom, where somebody is represented. */
  fuer?: string | null;
};

/** The id of a payment order follows from the step that orders it: whoever repeats the hand-over repeats the id. As a UUID (version 8). */
export function auftragIdAus(mandantId: number, rechnungId: string, nummer: number): string {
  const hex = createHash("sha256").update(`zahlungsauftrag:${mandantId}:${rechnungId}:${nummer}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Whose hands the invoice has been in so far: nobody of them orders its payment, for themselves or for anybody. */
const beteiligte = ({ feststellung, erfasstVon, dubletteVerneintVon, mitgezeichnet }: Stand): Set<string> =>
  new Set(
    [feststellung?.von, erfasstVon, dubletteVerneintVon, mitgezeichnet?.kennung, mitgezeichnet?.fuer].filter(
      (each): each is string => Boolean(each),
    ),
  );

/**
 * Anordnung: another person than the one who found it right orders the payment, within their limit or that of whom they represent. Four eyes
 * are people: whoever is represented counts as having acted, so that representation never makes two of one.
 */
export async function entschliesseAnordnung(
  deps: Pick<Deps, "clock" | "jobs">,
  tx: Tx,
  einstellungen: Rechnungseinstellungen,
  handlung: Handlung,
  stand: Stand,
  wille: Anordnungswille & { weg: "seite" | "link" },
): Promise<Entschluss> {
  const { feststellung, kopf, phase, amt = "" } = stand;
  const { kennung } = handlung.von;
  const fuer = wille.fuer || null;
  if (phase !== "zuAnordnen" || !feststellung) return verweigert("Diese Rechnung ist gerade nicht anzuordnen.");
  // Found right before the Feststellung refused it: the order has no currency, so its amount would be read as euro.
  if (kopf && kopf.waehrung !== "EUR") return verweigert(fremdeWaehrung(kopf.waehrung));
  const { betragCent } = feststellung;
  if (wille.betragCent !== betragCent)
    return verweigert(`Festgestellt sind ${formatiereEuro(betragCent)}. Bitte sehen Sie die Rechnung noch einmal an.`);
  const schon = beteiligte(stand);
  if (schon.has(kennung)) return verweigert("Sie haben an dieser Rechnung schon mitgewirkt. Anordnen muss eine andere Person.");
  if (fuer !== null && schon.has(fuer))
    return verweigert("Wen Sie vertreten, hat an dieser Rechnung schon mitgewirkt. Anordnen muss eine andere Person.");
  if (fuer !== null && !(await gilt(tx, { fuer, durch: kennung, am: deps.clock.today() })))
    return verweigert("Für diese Person haben Sie heute keine Vertretung.");
  const befugnis = await findBefugnis(tx, fuer ?? kennung, amt);
  if (befugnis === undefined) return verweigert("Für Rechnungen dieses Amts fehlt die Anordnungsbefugnis.");
  if (betragCent > befugnis)
    return verweigert(
      `Die Anordnungsbefugnis reicht bis ${formatiereEuro(befugnis)}, die Rechnung über ${formatiereEuro(betragCent)}.`,
    );
  if (stand.kreditor && (await findKreditorKurz(tx, stand.kreditor.id))?.gesperrt)
    return verweigert(`Der Kreditor ${stand.kreditor.nummer} ist inzwischen gesperrt. Bitte geben Sie die Rechnung zurück.`);
  const { weg } = wille;
  const { zweiteAnordnungAbCent } = einstellungen;
  if (zweiteAnordnungAbCent !== undefined && betragCent >= zweiteAnordnungAbCent && !stand.mitgezeichnet)
    return tue({ art: "mitgezeichnet", daten: { betragCent, fuer, weg } });
  await deps.jobs.add(tx, uebergibAuftraege, { mandantId: handlung.mandantId, rechnungIds: [handlung.rechnungId] });
  const auftragId = auftragIdAus(handlung.mandantId, handlung.rechnungId, handlung.nummer + 1);
  return tue({ art: "angeordnet", daten: { betragCent, auftragId, fuer, weg } });
}

export async function ordneAn(deps: Deps, handlung: Handlung, wille: Anordnungswille): Promise<Handlungsergebnis> {
  const einstellungen = einstellungenVon(await deps.tenants.getById(handlung.mandantId));
  return handle(deps, handlung, (stand, tx) =>
    entschliesseAnordnung(deps, tx, einstellungen, handlung, stand, { ...wille, weg: "seite" }),
  );
}

/** Back to whoever found it right, with the reason; also after the finance system has refused. */
export const gibZurueck = (
  deps: Pick<Deps, "db" | "clock" | "jobs">,
  handlung: Handlung,
  grund: string,
): Promise<Handlungsergebnis> =>
  handle(deps, handlung, () =>
    grund.trim() === ""
      ? verweigert("Bitte schreiben Sie, was noch zu klären ist.")
      : tue({ art: "zurueckgegeben", daten: { grund: grund.trim() } }),
  );
