import type { Entscheidung, Forderung } from "#baukasten";
import type { Briefblock } from "#bescheide";
import type { Db } from "#db";
import { formatiereKassenzeichen, type Gebuehren, listeFuerVorgang, type Sollstellung, zahlungshinweis } from "#gebuehren";
import type { Mandant } from "#tenants";
import type { Beteiligter } from "#vorgaenge";
import type { Akte } from "./akte.ts";
import { istVorausbezahlt, vorausbezahltHinweis } from "./vorkasse.ts";

/** What a notice makes of what the person owes. */
export type Forderungsplan = {
  /** Claims that it opens. */
  soll: readonly Sollstellung[];
  /** What an earlier notice asked for is owed no more. */
  nimmtZurueck: boolean;
  hinweis: readonly Briefblock[];
};

/**
 * The claims of a notice. Decided anew after an objection, what stays the same stays under its Kassenzeichen, and what changes takes the place
 * of the earlier claim: two notices of one matter must not be owed side by side.
 */
export async function planeForderungen(
  deps: { db: Db; gebuehren: Gebuehren },
  mandant: Mandant,
  fall: { akte: Akte; amt: string; bezeichnung: string; schuldner: Beteiligter; ueberPostfach: boolean; bewilligt: boolean },
  entscheidung: Entscheidung,
): Promise<Forderungsplan> {
  const { akte, amt, bewilligt, ...rest } = fall;
  if (bewilligt && istVorausbezahlt(akte)) return { soll: [], nimmtZurueck: false, hinweis: vorausbezahltHinweis };
  const forderungen = bewilligt ? (entscheidung.forderungen ?? []) : [];
  const bisherige = akte.schritte.some(({ art }) => art === "beschieden")
    ? (await deps.db.inTransaction({ mandant: mandant.id }, (tx) => listeFuerVorgang(tx, akte.id))).filter(
        ({ stand }) => !stand.storniert,
      )
    : [];
  if (bisherige.length > 0 && istGleich(bisherige, forderungen)) {
    const offene = bisherige.filter(({ offenCent }) => offenCent > 0).map((each) => ({ ...each, betragCent: each.offenCent }));
    const hinweis = offene.length > 0 ? zahlungshinweis(mandant, amt, offene) : vorausbezahltHinweis;
    return { soll: [], nimmtZurueck: false, hinweis };
  }
  const soll = deps.gebuehren.bereiteVor({ mandant, vorgang: akte, ...rest, forderungen });
  const hinweis = [...zuruecknahme(bisherige), ...zahlungshinweis(mandant, amt, soll)];
  return { soll, nimmtZurueck: bisherige.length > 0, hinweis };
}

/** Parts with due days of their own count as the position that they are parts of. */
function istGleich(bisherige: readonly Sollstellung[], forderungen: readonly Forderung[]): boolean {
  const summen = (posten: readonly { titel: string; teilVon?: string | undefined; norm: string; betragCent: number }[]) => {
    const je = new Map<string, number>();
    for (const { titel, teilVon, norm, betragCent } of posten) {
      const schluessel = JSON.stringify([teilVon ?? titel, norm]);
      je.set(schluessel, (je.get(schluessel) ?? 0) + betragCent);
    }
    return JSON.stringify([...je].sort());
  };
  return summen(bisherige.flatMap(({ posten }) => posten)) === summen(forderungen.filter(({ betragCent }) => betragCent > 0));
}

function zuruecknahme(bisherige: readonly Sollstellung[]): Briefblock[] {
  if (bisherige.length === 0) return [];
  const nummern = bisherige.map(({ kassenzeichen }) => formatiereKassenzeichen(kassenzeichen)).join(", ");
  const text = `Unsere frühere Zahlungsaufforderung (Kassenzeichen ${nummern}) gilt nicht mehr. Was Sie dazu schon bezahlt haben, zahlen wir zurück.`;
  return [{ art: "absatz", text }];
}
