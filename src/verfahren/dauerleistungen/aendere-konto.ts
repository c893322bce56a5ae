import { pruefeIban } from "#geld";
import type { Akteur } from "#vorgaenge";
import { findBezug } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import { ordneNeuAn } from "./ordne-neu-an.ts";
import { schreibeAmBezug } from "./schreibe.ts";
import { findDauerleistungZumSchreiben } from "./store.ts";

/** Days that payments ordered already still go to the old account: time for whoever did not ask for the change to say so. */
export const KONTOWECHSEL_WARTETAGE = 3;

export type Kontowechsel = {
  mandantId: number;
  bezugId: string;
  iban: string;
  empfaenger: string;
  /** How sure we are who is asking; below `substantiell` nothing is changed. */
  vertrauensniveau: "niedrig" | "substantiell" | "hoch";
  von: Akteur;
  transaktion: string;
};
export type Kontoergebnis =
  | { art: "geaendert" }
  | { art: "laeuftNicht" }
  | { art: "zuNiedrig" }
  | { art: "falsch"; text: string };

/**
 * Another account for what is still to come. It decides nothing, so there is no notice; who changes the account of somebody else steals
 * the money, so it takes a log-in of substantial trust, waits some days, and is told where the person was reached before.
 */
export async function aendereKonto(deps: DauerDeps, wechsel: Kontowechsel): Promise<Kontoergebnis> {
  if (wechsel.vertrauensniveau === "niedrig") return { art: "zuNiedrig" };
  const gelesen = pruefeIban(wechsel.iban);
  if (gelesen.art !== "gueltig") return { art: "falsch", text: gelesen.text };
  const mandant = await deps.tenants.getById(wechsel.mandantId);
  return deps.db.inTransaction({ mandant: wechsel.mandantId }, async (tx) => {
    const zeile = await findDauerleistungZumSchreiben(tx, wechsel.bezugId);
    const bezug = zeile && (await findBezug(tx, deps, mandant, wechsel.bezugId));
    if (!bezug?.stand.konto || zeile?.endetAb) return { art: "laeuftNicht" };
    const konto = { iban: gelesen.iban, empfaenger: wechsel.empfaenger };
    if (bezug.stand.konto.iban === konto.iban && bezug.stand.konto.empfaenger === konto.empfaenger) return { art: "geaendert" };
    await schreibeAmBezug(
      deps,
      tx,
      wechsel.bezugId,
      { art: "geaendert", daten: { grund: "Neue Bankverbindung", konto } },
      wechsel.von,
    );
    const neu = { ...bezug, stand: { ...bezug.stand, konto } };
    await ordneNeuAn(deps, tx, mandant, neu, `konto:${wechsel.transaktion}`, {
      wartetage: KONTOWECHSEL_WARTETAGE,
      auchOhneAenderung: true,
    });
    const person = bezug.akte.beteiligte.find((each) => each.rolle === "antragsteller");
    if (person?.person)
      await deps.postfach.stelleBereit(tx, {
        vorgangId: wechsel.bezugId,
        person: person.person,
        betreff: "Neue Bankverbindung",
        text: `Für ${bezug.leistung.name} (Aktenzeichen ${bezug.akte.aktenzeichen}) gilt eine neue Bankverbindung. Sie endet auf ${konto.iban.slice(-4)}.\n\nZahlungen, die in den nächsten ${KONTOWECHSEL_WARTETAGE} Tagen fällig sind, gehen noch auf das bisherige Konto.\n\nWaren Sie das nicht? Dann rufen Sie uns bitte sofort an: Telefon ${mandant.einstellungen.aemter[bezug.leistung.amt]?.telefon ?? mandant.einstellungen.kontakt.telefon}.`,
        bescheidId: null,
        ankuendigenAn: person.email ?? null,
      });
    return { art: "geaendert" };
  });
}
