import type { Tx } from "#db";
import { formatiereEuro } from "#geld";
import { inTurn } from "#jobs";
import { formatiereDatum, type Land, plusTage, werktagAb } from "#kalender";
import type { Mandant } from "#tenants";
import { findStand, listeBeteiligte, type Phase } from "#vorgaenge";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { formatiereKassenzeichen } from "./kassenzeichen.ts";
import { regelnFuer } from "./regeln.ts";
import { schreibe } from "./schreibe.ts";
import { offenCent } from "./sollstand.ts";
import { listeZuMahnen, type Sollzeile } from "./store.ts";
import { setzeSchreiben, versendeSchreiben } from "./versende-schreiben.ts";
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
  const reihe = inTurn();
  let gemahnt = 0;
  let letzte: Sollzeile | undefined;
  // On to the next portion: claims that are not reminded of now must not stand in the way of the others.
  do {
    const nach = letzte;
    const zeilen = await deps.db.inTransaction({ mandant: mandantId }, (tx) => listeZuMahnen(tx, faelligVor, nach, PORTION));
    for (const zeile of zeilen) if (await reihe.take(() => mahneEine(deps, mandant, zeile))) gemahnt++;
    letzte = zeilen[PORTION - 1];
  } while (letzte && gemahnt < PORTION);
  reihe.finish();
  return gemahnt;
}

/** Being decided anew: what was asked for may be owed no more in a moment. */
const inNeuerPruefung: readonly Phase[] = ["inPruefung", "wartetAufBuerger", "beiSachbearbeitung", "entschieden", "freigegeben"];
/**
 * Whether the notice behind it can be enforced now. An objection does not stop a levy or a fee (§ 80 Abs. 2 Satz 1 Nr. 1 VwGO, § 361 Abs. 1 AO),
 * but it stops money asked back (§ 80 Abs. 1 VwGO, § 86a Abs. 1 SGG). One that came too late does so, too, until a person has said that it did:
 * the deadline can be reinstated (§ 60 VwGO, § 27 SGB X).
 */
async function darfMahnen(tx: Tx, { vorgangId, istErstattung }: Sollzeile): Promise<boolean> {
  const phase = (await findStand(tx, vorgangId))?.stand.phase;
  if (!phase || inNeuerPruefung.includes(phase)) return false;
  return !istErstattung || phase === "bestandskraeftig" || phase === "abgeschlossen";
}

async function mahneEine(deps: GebuehrenDeps, mandant: Mandant, zeile: Sollzeile): Promise<boolean> {
  const empfaenger = await deps.db.inTransaction({ mandant: mandant.id }, async (tx) =>
    (await darfMahnen(tx, zeile))
      ? (await listeBeteiligte(tx, zeile.vorgangId)).find(({ rolle }) => rolle === "antragsteller")
      : undefined,
  );
  if (!empfaenger) return false;
  const frist = werktagAb(plusTage(deps.clock.today(), FRIST_TAGE), mandant.land as Land);
  const brief = await setzeSchreiben(deps, mandant, zeile, empfaenger, {
    betreff: `Mahnung: ${zeile.bezeichnung}`,
    inhalt: inhalt(mandant, zeile, frist),
  });
  return deps.db.inTransaction({ mandant: mandant.id }, async (tx) => {
    // The objection may have come while the letter was set.
    if (!(await darfMahnen(tx, zeile))) return false;
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
      (stand) => offenCent(stand) === zeile.offenCent && stand.gemahntAm === undefined && !stand.ratenplan,
    );
    if (geschrieben.art !== "geschrieben") return false;
    const text = `${formatiereEuro(zeile.offenCent)} sind noch nicht bezahlt. Bitte bezahlen Sie bis zum ${formatiereDatum(frist)}; das Schreiben finden Sie als PDF in dieser Nachricht.`;
    await versendeSchreiben(deps, tx, zeile, empfaenger, brief, text);
    return true;
  });
}

const inhalt = (mandant: Mandant, zeile: Sollzeile, frist: string) =>
  [
    {
      art: "absatz",
      text: `am ${formatiereDatum(zeile.faelligAm)} war zu „${zeile.bezeichnung}“ ein Betrag fällig. Davon sind bis heute ${formatiereEuro(zeile.offenCent)} nicht bei uns eingegangen.`,
    },
    ...(zeile.stand.zuschlag && zeile.stand.zuschlag.cent > 0
      ? [
          {
            art: "absatz",
            text: `Darin enthalten ist ein Säumniszuschlag von ${formatiereEuro(zeile.stand.zuschlag.cent)} (${zeile.stand.zuschlag.norm}).`,
          } as const,
        ]
      : []),
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
