import type { Entscheidung } from "#baukasten";
import type { Briefblock } from "#bescheide";
import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import { type Gebuehren, listeFuerVorgang } from "#gebuehren";
import type { Jobs } from "#jobs";
import { formatiereDatum } from "#kalender";
import { getLeistung } from "#leistungen";
import type { Postfach } from "#postfach";
import type { Mandant } from "#tenants";
import { findStand, haengeAn, type NeuerSchritt } from "#vorgaenge";
import { type Akte, letzter } from "./akte.ts";
import { fertigeBescheid } from "./jobs.ts";

const akteur = { art: "system", teil: "vorkasse", version: "1" } as const;

export const istVorausbezahlt = (akte: Akte): boolean => akte.schritte.some(({ art }) => art === "zahlungEingegangen");
export const vorausbezahltHinweis: readonly Briefblock[] = [
  { art: "absatz", text: "Der Betrag ist erledigt; Sie müssen nichts mehr bezahlen." },
];
const antragstellerVon = (akte: Akte) => akte.beteiligte.find(({ rolle }) => rolle === "antragsteller");
const forderungenVon = (akte: Akte) => {
  const entschieden = letzter(akte.schritte, "entschieden");
  return entschieden?.ergebnis === "bewilligt" ? ((entschieden.entscheidung as Entscheidung).forderungen ?? []) : [];
};

/** Whether the fee must come before the notice. Whoever is not known could not be told; they get notice and invoice in one. */
export const brauchtVorkasse = (akte: Akte): boolean =>
  getLeistung(akte.leistung).gebuehr === "vorher" &&
  !istVorausbezahlt(akte) &&
  antragstellerVon(akte)?.person != null &&
  forderungenVon(akte).some(({ betragCent }) => betragCent > 0);

/** Asks for the fee: claim, step and message in one transaction. May run twice: what was asked for is not asked for again. */
export async function fordereVorkasse(
  deps: { db: Db; clock: Clock; gebuehren: Gebuehren; postfach: Postfach },
  mandant: Mandant,
  akte: Akte,
): Promise<void> {
  const leistung = getLeistung(akte.leistung);
  const schuldner = antragstellerVon(akte);
  if (!schuldner?.person) return;
  const soll = deps.gebuehren.bereiteVor({
    mandant,
    vorgang: akte,
    bezeichnung: leistung.name,
    schuldner,
    ueberPostfach: akte.eingang.einwilligungPostfach,
    forderungen: forderungenVon(akte),
  });
  const frist = soll.at(-1)?.faelligAm;
  if (frist === undefined) return;
  const betragCent = soll.reduce((summe, each) => summe + each.betragCent, 0);
  const schritt: NeuerSchritt = {
    art: "zahlungAngefordert",
    daten: { betragCent, frist },
    akteur,
    zeitpunkt: deps.clock.now(),
    transaktion: `vorkasse:${akte.id}:${akte.nummer}`,
  };
  const { person, email } = schuldner;
  await deps.db.inTransaction({ mandant: mandant.id }, async (tx) => {
    const ergebnis = await haengeAn(tx, akte.id, [schritt], akte.nummer);
    if (ergebnis.art === "bereitsGeschehen") return;
    if (ergebnis.art !== "angehaengt") throw new Error(`Vorgang ${akte.id}: ${ergebnis.art} when asking for the fee`);
    await deps.gebuehren.eroeffne(tx, soll, `vorkasse:${akte.nummer}`);
    await deps.postfach.stelleBereit(tx, {
      vorgangId: akte.id,
      person,
      betreff: `${leistung.name}: bitte bezahlen Sie die Gebühr`,
      text: `Ihr Antrag (${akte.aktenzeichen}) ist geprüft. Es fehlt nur noch die Gebühr.\n\nBitte bezahlen Sie bis zum ${formatiereDatum(frist)}: in „Mein Bereich“ unter „Gebühren und Abgaben“, mit einer Überweisung oder am Schalter. Sobald das Geld da ist, geht es von selbst weiter.\n\nOhne Zahlung endet das Verfahren nach diesem Tag. Sie können dann jederzeit einen neuen Antrag stellen.`,
      bescheidId: null,
      ankuendigenAn: email ?? null,
    });
  });
}

/** The day is over and nobody paid: nothing is owed any more, the Vorgang ends, the person learns it. @returns false where somebody pays right now */
export async function beendeOhneZahlung(
  deps: { gebuehren: Gebuehren; postfach: Postfach },
  tx: Tx,
  akte: Akte,
  grund: string,
): Promise<boolean> {
  if (!(await deps.gebuehren.hebeAuf(tx, akte.id, { grund, anlass: "verfallen" }))) return false;
  const { person, email } = antragstellerVon(akte) ?? {};
  if (person)
    await deps.postfach.stelleBereit(tx, {
      vorgangId: akte.id,
      person,
      betreff: `${getLeistung(akte.leistung).name}: ohne Zahlung beendet`,
      text: `${grund} Ihr Antrag (${akte.aktenzeichen}) ist damit beendet, und Sie müssen nichts mehr bezahlen.\n\nWenn Sie die Leistung noch brauchen, stellen Sie bitte einen neuen Antrag. Haben Sie das Geld schon überwiesen, melden Sie sich bitte bei uns: Wir zahlen es zurück.`,
      bescheidId: null,
      ankuendigenAn: email ?? null,
    });
  return true;
}

/** The money is here, or nothing is owed any more: the notice can be made. In the transaction that books the payment. */
export async function setzeNachZahlungFort(deps: { clock: Clock; jobs: Jobs }, tx: Tx, vorgangId: string): Promise<void> {
  if ((await listeFuerVorgang(tx, vorgangId)).some(({ offenCent }) => offenCent > 0)) return;
  // An office's note in between is no conflict: the payment counts for the Vorgang as it is.
  for (let versuch = 0; versuch < 5; versuch++) {
    const vorgang = await findStand(tx, vorgangId);
    if (vorgang?.stand.phase !== "wartetAufZahlung") return;
    const rahmen = { akteur, zeitpunkt: deps.clock.now(), transaktion: `bezahlt:${vorgangId}:${vorgang.nummer}` };
    const schritt: NeuerSchritt = { art: "zahlungEingegangen", daten: { am: deps.clock.today() }, ...rahmen };
    const ergebnis = await haengeAn(tx, vorgangId, [schritt], vorgang.nummer);
    if (ergebnis.art === "konflikt") continue;
    if (ergebnis.art === "angehaengt") await deps.jobs.add(tx, fertigeBescheid, { mandantId: tx.mandantId, vorgangId });
    return;
  }
  throw new Error(`Vorgang ${vorgangId} moves too fast to note its payment`);
}
