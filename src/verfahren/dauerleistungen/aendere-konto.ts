import { pruefeIban } from "#geld";
import { type Akteur, findSchrittNachTransaktion } from "#vorgaenge";
import { type Bezug, findBezug } from "./bezug.ts";
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
    const { endetAb } = bezug?.stand ?? {};
    if (!bezug?.stand.konto || (endetAb !== undefined && endetAb <= deps.clock.today())) return { art: "laeuftNicht" };
    const konto = { iban: gelesen.iban, empfaenger: wechsel.empfaenger };
    const schluessel = `konto:${wechsel.transaktion}`;
    const frueher = await findSchrittNachTransaktion(tx, schluessel);
    if (frueher) return istDasselbe(bezug, frueher, konto) ? { art: "geaendert" } : { art: "falsch", text: SCHON_ANDERS };
    if (bezug.stand.konto.iban === konto.iban && bezug.stand.konto.empfaenger === konto.empfaenger) return { art: "geaendert" };
    await schreibeAmBezug(
      deps,
      tx,
      wechsel.bezugId,
      { art: "geaendert", daten: { grund: "Neue Bankverbindung", konto } },
      wechsel.von,
      schluessel,
    );
    const neu = { ...bezug, stand: { ...bezug.stand, konto } };
    await ordneNeuAn(deps, tx, mandant, neu, schluessel, {
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

const SCHON_ANDERS =
  "Dieses Formular wurde schon mit einer anderen Bankverbindung gesendet. Bitte öffnen Sie die Seite neu und geben Sie die Bankverbindung noch einmal an.";

const istDasselbe = (
  { akte }: Bezug,
  frueher: { vorgangId: string; nummer: number },
  konto: { iban: string; empfaenger: string },
): boolean => {
  const schritt = frueher.vorgangId === akte.id ? akte.schritte.find(({ nummer }) => nummer === frueher.nummer) : undefined;
  const damals = schritt?.art === "geaendert" ? schritt.daten?.konto : undefined;
  return damals?.iban === konto.iban && damals.empfaenger === konto.empfaenger;
};
