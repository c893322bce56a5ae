import { randomUUID } from "node:crypto";
import { formatiereEuro } from "#geld";
import { formatiereDatum, type Land, plusTage, werktagAb } from "#kalender";
import { schreibeSendungen } from "#kuvertierung";
import { getLeistung } from "#leistungen";
import type { Mandant } from "#tenants";
import { listeBeteiligte } from "#vorgaenge";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { formatiereKassenzeichen } from "./kassenzeichen.ts";
import { regelnFuer } from "./regeln.ts";
import { schreibe } from "./schreibe.ts";
import { offenCent } from "./sollstand.ts";
import { listeZuMahnen, type Sollzeile } from "./store.ts";
import { girocodeFuer, ueberweisungsangaben } from "./zahlungshinweis.ts";

/** Days to pay after a reminder; § 259 AO asks for a week before enforcement, and a letter takes some of it. */
const FRIST_TAGE = 14;
const PORTION = 50;

/**
 * Reminds of what is overdue by more than the Mandant's days, once a claim: letter, note and delivery in one transaction. Nothing where the Mandant has
 * set no days. @returns how many were reminded
 */
export async function mahne(deps: GebuehrenDeps, mandantId: number): Promise<number> {
  const mandant = await deps.tenants.getById(mandantId);
  const { mahnungNachTagen } = regelnFuer(mandant);
  if (mahnungNachTagen === undefined) return 0;
  const faelligVor = plusTage(deps.clock.today(), -mahnungNachTagen);
  const zeilen = await deps.db.inTransaction({ mandant: mandantId }, (tx) => listeZuMahnen(tx, faelligVor, PORTION));
  let gemahnt = 0;
  for (const zeile of zeilen) if (await mahneEine(deps, mandant, zeile)) gemahnt++;
  return gemahnt;
}

async function mahneEine(deps: GebuehrenDeps, mandant: Mandant, zeile: Sollzeile): Promise<boolean> {
  const empfaenger = (await deps.db.inTransaction({ mandant: mandant.id }, (tx) => listeBeteiligte(tx, zeile.vorgangId))).find(
    ({ rolle }) => rolle === "antragsteller",
  );
  if (!empfaenger) return false;
  const frist = werktagAb(plusTage(deps.clock.today(), FRIST_TAGE), mandant.land as Land);
  const person = zeile.ueberPostfach ? zeile.person : null;
  const brief = await deps.bescheide.setzeMitteilung({
    mandant,
    leistung: getLeistung(zeile.leistung),
    vorgangId: zeile.vorgangId,
    aktenzeichen: zeile.aktenzeichen,
    empfaenger,
    weg: person ? "postfach" : "brief",
    betreff: `Mahnung: ${zeile.bezeichnung}`,
    inhalt: inhalt(mandant, zeile, frist),
  });
  return deps.db.inTransaction({ mandant: mandant.id }, async (tx) => {
    const rahmen = {
      akteur: { art: "system", teil: "mahnung" } as const,
      zeitpunkt: deps.clock.now(),
      transaktion: `mahnung:${zeile.id}`,
    };
    // The letter says how much is open: money that came while it was set makes it wrong, and it is not sent.
    const geschrieben = await schreibe(
      tx,
      zeile.id,
      { art: "gemahnt", daten: { frist }, ...rahmen },
      (stand) => offenCent(stand) === zeile.offenCent && stand.gemahntAm === undefined,
    );
    if (geschrieben.art !== "geschrieben") return false;
    await deps.bescheide.schreibe(tx, brief);
    if (person)
      await deps.postfach.stelleBereit(tx, {
        vorgangId: zeile.vorgangId,
        person,
        betreff: brief.betreff,
        text: `${formatiereEuro(zeile.offenCent)} sind noch nicht bezahlt. Bitte bezahlen Sie bis zum ${formatiereDatum(frist)}; das Schreiben finden Sie als PDF in dieser Nachricht.`,
        bescheidId: brief.id,
        ankuendigenAn: empfaenger.email ?? null,
      });
    else
      await schreibeSendungen(tx, {
        id: randomUUID(),
        vorgangId: zeile.vorgangId,
        bescheidId: brief.id,
        empfaenger: "antragsteller",
        aktenzeichen: zeile.aktenzeichen,
        betreff: brief.betreff,
        akteSha256: brief.akteSha256,
        angelegtAm: deps.clock.now(),
      });
    return true;
  });
}

const inhalt = (mandant: Mandant, zeile: Sollzeile, frist: string) =>
  [
    {
      art: "absatz",
      text: `am ${formatiereDatum(zeile.faelligAm)} war zu „${zeile.bezeichnung}“ ein Betrag fällig. Davon sind bis heute ${formatiereEuro(zeile.offenCent)} nicht bei uns eingegangen.`,
    },
    {
      art: "hervorgehoben",
      titel: "Mahnung",
      text: `Bitte bezahlen Sie ${formatiereEuro(zeile.offenCent)} bis zum ${formatiereDatum(frist)}, Kassenzeichen ${formatiereKassenzeichen(zeile.kassenzeichen)}.`,
    },
    {
      art: "girocode",
      code: girocodeFuer(mandant, zeile, zeile.offenCent),
      angaben: ueberweisungsangaben(mandant, { ...zeile, faelligAm: frist }, zeile.offenCent),
    },
    {
      art: "absatz",
      text: "Haben Sie in den letzten Tagen bezahlt, ist dieses Schreiben erledigt. Können Sie nicht auf einmal bezahlen, melden Sie sich bitte bei uns.",
    },
  ] as const;
