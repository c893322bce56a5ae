import { plusTage } from "#kalender";
import type { Rechnungseinstellungen } from "../einstellungen.ts";
import type { Stand } from "../stand.ts";
import { skontoCent } from "../weg/skonto.ts";
import type { Zahlungsauftrag } from "./contract.ts";

export type Auftragsplan = { auftrag: Zahlungsauftrag; skontoBis: string | null };

/**
 * The order for an invoice as it stands, with the best terms that can still be met: the money must leave before the last day. Without Skonto
 * it leaves as late as it may, but not before today.
 */
export function planeAuftrag(
  stand: Stand,
  eingangsnummer: string,
  heute: string,
  { vorlaufTage }: Pick<Rechnungseinstellungen, "vorlaufTage">,
): Auftragsplan | undefined {
  const { anordnung, feststellung, kopf, kreditor, zahlung, amt } = stand;
  if (!anordnung || !feststellung || !kopf || !kreditor || !zahlung) return undefined;
  const { betragCent } = anordnung;
  const fruehestens = plusTage(heute, vorlaufTage);
  const [beste] = zahlung.skonto
    .filter(({ bis }) => bis >= fruehestens)
    .map((zeile) => ({ bis: zeile.bis, cent: skontoCent(Math.min(zeile.basisCent ?? betragCent, betragCent), zeile.prozent) }))
    .toSorted((a, b) => b.cent - a.cent);
  const abzug = beste && beste.cent > 0 && beste.cent < betragCent ? beste : undefined;
  const ziel = abzug?.bis ?? zahlung.faelligAm;
  const auftrag: Zahlungsauftrag = {
    id: anordnung.auftragId,
    art: kopf.art === "gutschrift" ? "gutschrift" : "zahlung",
    eingangsnummer,
    rechnungsnummer: kopf.rechnungsnummer,
    rechnungsdatum: kopf.rechnungsdatum,
    kreditor: { nummer: kreditor.nummer, name: kreditor.name },
    iban: kopf.art === "gutschrift" ? null : kreditor.iban,
    betragCent,
    skontoCent: abzug?.cent ?? 0,
    zahlbetragCent: betragCent - (abzug?.cent ?? 0),
    zahlbarAm: ziel < fruehestens ? fruehestens : ziel,
    faelligAm: zahlung.faelligAm,
    verwendung: kopf.verwendungszweck ?? `${kopf.rechnungsnummer} vom ${kopf.rechnungsdatum}`,
    amt: amt ?? "",
    kontierung: feststellung.kontierung,
  };
  return { auftrag, skontoBis: abzug?.bis ?? null };
}
