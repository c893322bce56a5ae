import { type IsoDatum, istWerktag, jahrVon, kenntFeiertage, type Land, plusTage, wochentag } from "#kalender";
import type { Rechnungseinstellungen } from "../einstellungen.ts";
import type { Stand } from "../stand.ts";
import { skontoCent } from "../weg/skonto.ts";
import type { Zahlungsauftrag } from "./contract.ts";

export type Auftragsplan = { auftrag: Zahlungsauftrag; skontoBis: string | null };

/**
 * A day on which a payment leaves: neither weekend nor holiday of the Land. That holds every closing day of TARGET (1 January, Good Friday,
 * Easter Monday, 1 May, 25 and 26 December) and, to be safe, those on which only the Land rests; 24 and 31 December are working days.
 * Open: cut-off times of the bank, and holidays of the municipality alone. Beyond the years of the table only weekends count.
 */
const istBankarbeitstag = (tag: IsoDatum, land: Land): boolean =>
  kenntFeiertage(jahrVon(tag)) ? istWerktag(tag, land) : wochentag(tag) <= 5;
const bankarbeitstag = (tag: IsoDatum, land: Land, schritt: 1 | -1): IsoDatum => {
  let kandidat = tag;
  while (!istBankarbeitstag(kandidat, land)) kandidat = plusTage(kandidat, schritt);
  return kandidat;
};

/**
 * The order for an invoice as it stands, with the best terms that can still be met: the money must leave on the last bank working day up to
 * the last day. Without Skonto it leaves as late as it may, but not before today.
 */
export function planeAuftrag(
  stand: Stand,
  eingangsnummer: string,
  heute: string,
  { vorlaufTage, land }: Pick<Rechnungseinstellungen, "vorlaufTage"> & { land: Land },
): Auftragsplan | undefined {
  const { anordnung, feststellung, kopf, kreditor, zahlung, amt } = stand;
  if (!anordnung || !feststellung || !kopf || !kreditor || !zahlung) return undefined;
  // The order has no currency; what is not in euro never becomes one, whoever ordered it.
  if (kopf.waehrung !== "EUR") return undefined;
  const { betragCent } = anordnung;
  const fruehestens = bankarbeitstag(plusTage(heute, vorlaufTage), land, 1);
  const [beste] = zahlung.skonto
    .filter(({ bis }) => bankarbeitstag(bis, land, -1) >= fruehestens)
    .map((zeile) => ({ bis: zeile.bis, cent: skontoCent(Math.min(zeile.basisCent ?? betragCent, betragCent), zeile.prozent) }))
    .toSorted((a, b) => b.cent - a.cent);
  const abzug = beste && beste.cent > 0 && beste.cent < betragCent ? beste : undefined;
  const ziel = bankarbeitstag(abzug?.bis ?? zahlung.faelligAm, land, -1);
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
