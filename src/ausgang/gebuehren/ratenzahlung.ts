import { formatiereEuro } from "#geld";
import { inTurn } from "#jobs";
import { formatiereDatum, type IsoDatum, type Land, plusTage, werktagAb } from "#kalender";
import type { Mandant } from "#tenants";
import { listeBeteiligte } from "#vorgaenge";
import type { NeuesEreignis } from "./contract.ts";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { naechsteRate, type OffeneRate, planeRaten } from "./raten.ts";
import { regelnFuer } from "./regeln.ts";
import { schreibe } from "./schreibe.ts";
import { offenCent } from "./sollstand.ts";
import { findSollstellung, listeMitRaten, type Sollzeile, sperreStand } from "./store.ts";
import { type Tat, type Tatergebnis, tatergebnis } from "./verbuche-zahlung.ts";
import { setzeSchreiben, versendeSchreiben } from "./versende-schreiben.ts";
import { girocodeFuer, ueberweisungsangaben } from "./zahlungshinweis.ts";

/** Days to pay after a reminder of an instalment, and after the plan has ended. */
const FRIST_TAGE = 14;
const PORTION = 50;
export type Ratenwunsch = { anzahl: number; erste: IsoDatum; grund: string };

/** A clerk grants instalments over all that is open; the plan is reckoned here, under the lock, from what is open then. */
export async function gewaehreRaten(deps: GebuehrenDeps, tat: Tat, wunsch: Ratenwunsch): Promise<Tatergebnis> {
  const mandant = await deps.tenants.getById(tat.mandantId);
  return deps.db.inTransaction({ mandant: tat.mandantId }, async (tx) => {
    const vorher = await sperreStand(tx, tat.sollstellungId);
    const zeile = vorher && (await findSollstellung(tx, tat.sollstellungId));
    if (!zeile) return { art: "unzulaessig", text: "Diese Forderung gibt es nicht." };
    const offen = offenCent(zeile.stand);
    if (zeile.zustand !== "zahlungLaeuft" && !zeile.stand.ratenplan && offen < wunsch.anzahl)
      return { art: "unzulaessig", text: `Offen sind ${formatiereEuro(offen)}; das reicht nicht für ${wunsch.anzahl} Raten.` };
    // Sent again it is the same plan as then, whatever is open now.
    const raten = zeile.stand.ratenplan?.raten ?? planeRaten(offen, wunsch.anzahl, wunsch.erste, mandant.land as Land);
    const rahmen = { akteur: { art: "amt", ...tat.von }, zeitpunkt: deps.clock.now(), transaktion: tat.transaktion } as const;
    const geschrieben = await schreibe(tx, zeile.id, { art: "ratenGewaehrt", daten: { raten, grund: wunsch.grund }, ...rahmen });
    if (geschrieben.art === "geschrieben" && zeile.ueberPostfach && zeile.person) {
      const liste = raten.map(({ faelligAm, betragCent }) => `${formatiereDatum(faelligAm)}: ${formatiereEuro(betragCent)}`);
      const email = (await listeBeteiligte(tx, zeile.vorgangId)).find(({ rolle }) => rolle === "antragsteller")?.email;
      await deps.postfach.stelleBereit(tx, {
        vorgangId: zeile.vorgangId,
        person: zeile.person,
        betreff: `Ratenzahlung bewilligt: ${zeile.bezeichnung}`,
        text: `Sie können in Raten zahlen:\n\n${liste.join("\n")}\n\nKommt eine Rate nicht, erinnern wir Sie. Bleibt sie danach aus, ist der ganze Rest sofort zu zahlen. Können Sie eine Rate nicht zahlen, melden Sie sich bitte vorher bei uns.`,
        bescheidId: null,
        ankuendigenAn: email ?? null,
      });
    }
    return tatergebnis(
      geschrieben,
      "Gerade bezahlt die Person online, oder es sind schon Raten vereinbart. Bitte laden Sie die Seite neu.",
    );
  });
}

export const beendeRaten = (deps: GebuehrenDeps, tat: Tat, grund: string): Promise<Tatergebnis> =>
  deps.db.inTransaction({ mandant: tat.mandantId }, async (tx) => {
    const rahmen = { akteur: { art: "amt", ...tat.von }, zeitpunkt: deps.clock.now(), transaktion: tat.transaktion } as const;
    const daten = { ausgefallen: false, grund };
    return tatergebnis(
      await schreibe(tx, tat.sollstellungId, { art: "ratenBeendet", daten, ...rahmen }),
      "Hier ist keine Ratenzahlung vereinbart.",
    );
  });

/**
 * Reminds of instalments that stayed away by the Mandant's days, once each; one that stays away after that ends the plan, and the whole rest is
 * due. Each with its letter in one transaction; running twice does nothing twice. Nothing by itself where the Mandant has set no days.
 * @returns how many letters went out
 */
export async function pruefeRaten(deps: GebuehrenDeps, mandantId: number): Promise<number> {
  const mandant = await deps.tenants.getById(mandantId);
  const { mahnungNachTagen } = regelnFuer(mandant);
  if (mahnungNachTagen === undefined) return 0;
  const heute = deps.clock.today();
  const reihe = inTurn();
  let gesendet = 0;
  for (let nach: string | undefined; ; ) {
    const ab = nach;
    const zeilen = await deps.db.inTransaction({ mandant: mandantId }, (tx) => listeMitRaten(tx, ab, PORTION));
    for (const zeile of zeilen) {
      const rate = naechsteRate(zeile.stand);
      const { gemahnt } = zeile.stand.ratenplan ?? {};
      if (!rate || zeile.zustand === "zahlungLaeuft" || rate.faelligAm >= plusTage(heute, -mahnungNachTagen)) continue;
      if (gemahnt?.nummer === rate.nummer && gemahnt.frist >= heute) continue;
      const sende = () => schreibeWegenRate(deps, mandant, zeile, rate, gemahnt?.nummer === rate.nummer);
      if (await reihe.take(sende)) gesendet++;
    }
    nach = zeilen.at(-1)?.id;
    if (zeilen.length < PORTION) break;
  }
  reihe.finish();
  return gesendet;
}

async function schreibeWegenRate(
  deps: GebuehrenDeps,
  mandant: Mandant,
  zeile: Sollzeile,
  rate: OffeneRate,
  ausgefallen: boolean,
): Promise<boolean> {
  const frist = werktagAb(plusTage(deps.clock.today(), FRIST_TAGE), mandant.land as Land);
  const empfaenger = (await deps.db.inTransaction({ mandant: mandant.id }, (tx) => listeBeteiligte(tx, zeile.vorgangId))).find(
    ({ rolle }) => rolle === "antragsteller",
  );
  if (!empfaenger) return false;
  const cent = ausgefallen ? zeile.offenCent : rate.betragCent;
  const was = ausgefallen
    ? `Die Rate vom ${formatiereDatum(rate.faelligAm)} ist trotz unserer Erinnerung nicht eingegangen. Die Ratenzahlung endet damit. Bitte zahlen Sie den ganzen Rest von ${formatiereEuro(cent)} bis zum ${formatiereDatum(frist)}.`
    : `Ihre ${rate.nummer}. Rate vom ${formatiereDatum(rate.faelligAm)} ist nicht vollständig eingegangen. Bitte zahlen Sie ${formatiereEuro(cent)} bis zum ${formatiereDatum(frist)}; sonst ist der ganze Rest sofort zu zahlen.`;
  const betreff = `${ausgefallen ? "Ende der Ratenzahlung" : "Erinnerung an eine Rate"}: ${zeile.bezeichnung}`;
  const brief = await setzeSchreiben(deps, mandant, zeile, empfaenger, {
    betreff,
    inhalt: [
      { art: "hervorgehoben", titel: betreff, text: was },
      {
        art: "girocode",
        code: girocodeFuer(mandant, zeile, cent),
        angaben: ueberweisungsangaben(mandant, { ...zeile, faelligAm: frist }, cent),
      },
      {
        art: "absatz",
        text: "Haben Sie in den letzten Tagen bezahlt, ist dieses Schreiben erledigt. Können Sie nicht zahlen, melden Sie sich bitte bei uns.",
      },
    ],
  });
  return deps.db.inTransaction({ mandant: mandant.id }, async (tx) => {
    const rahmen = { akteur: { art: "system", teil: "raten" } as const, zeitpunkt: deps.clock.now() };
    const ereignis: NeuesEreignis = ausgefallen
      ? {
          art: "ratenBeendet",
          daten: { ausgefallen: true, grund: `Die ${rate.nummer}. Rate blieb aus.` },
          ...rahmen,
          transaktion: `ratenende:${zeile.id}:${zeile.nummer}`,
        }
      : { art: "rateGemahnt", daten: { nummer: rate.nummer, frist }, ...rahmen, transaktion: `rate:${zeile.id}:${zeile.nummer}` };
    // The letter says how much is missing: money that came while it was set makes it wrong, and it is not sent.
    const geschrieben = await schreibe(tx, zeile.id, ereignis, (stand) => offenCent(stand) === zeile.offenCent);
    if (geschrieben.art !== "geschrieben") return false;
    await versendeSchreiben(deps, tx, zeile, empfaenger, brief, `${was} Das Schreiben finden Sie als PDF in dieser Nachricht.`);
    return true;
  });
}
