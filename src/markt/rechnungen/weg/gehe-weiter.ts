import { dayOf } from "#clock";
import type { Tx } from "#db";
import type { Bericht } from "#rechnungspruefung";
import type { Rechnungseinstellungen } from "../einstellungen.ts";
import type { Stelle } from "../haenge-an.ts";
import { type Kopf, sauber } from "../kopf.ts";
import type { Akteur, Inhalt, NeuerSchritt } from "../schritte.ts";
import { folge, type Stand } from "../stand.ts";
import type { RechnungZeile } from "../store.ts";
import { plusText } from "../zahlen.ts";
import { type Abruf, type Bestellung, gleicheAb } from "./abgleich.ts";
import { type Fruehere, findeAehnliche, nummernmerkmal } from "./dubletten.ts";
import { findeKreditor } from "./kreditor.ts";
import { findMehrfache } from "./mehrfache.ts";
import { skontozeilen } from "./skonto.ts";
import {
  belegeMerkmale,
  findBestellaemter,
  findBestellungen,
  findBezugsrechnungen,
  findDauerrechnungen,
  findFruehere,
  findKreditoren,
  findLeitwege,
} from "./store.ts";
import { zahlungsziel } from "./zahlungsziel.ts";

/** An invoice on its way, with what the formal check found, where it was still to be done. */
export type Sendung = { rechnung: RechnungZeile; pruefung?: { bericht: Bericht; kopf: Kopf | undefined } };
export type Gang = {
  rechnung: RechnungZeile;
  stand: Stand;
  nummer: number;
  schritte: NeuerSchritt[];
  abrufe: Abruf[];
  /** The Leitweg-ID belongs to another Mandant of this installation: handed on after this transaction, because no transaction may see two. */
  weiterAn?: number;
};
export type Umstaende = { jetzt: Date; heute: string; mandantId: number; einstellungen: Rechnungseinstellungen };

export const system: Akteur = { art: "system", teil: "rechnungen", version: "1" };
const VORSCHLAEGE = 100;
const meldeorte = (befunde: Bericht["fehler"]) =>
  befunde.slice(0, VORSCHLAEGE).map(({ regel, ort, text }) => ({ regel, ort: sauber(ort, 1_000), text: sauber(text, 2_000) }));

/** As far as each can go by itself; what needs a person stops there. Data is read for all of them together. */
export async function geheWeiter(
  tx: Tx,
  sendungen: readonly Sendung[],
  stellen: ReadonlyMap<string, Stelle>,
  umstaende: Umstaende,
): Promise<Gang[]> {
  const gaenge = sendungen.flatMap(({ rechnung, pruefung }): Gang[] => {
    const stelle = stellen.get(rechnung.id);
    if (!stelle) return [];
    const gang: Gang = { rechnung, stand: stelle.stand, nummer: stelle.nummer, schritte: [], abrufe: [] };
    if (pruefung && stelle.stand.phase === "eingegangen") nimmPruefung(gang, pruefung, umstaende);
    return [gang];
  });
  await ordneZu(tx, gaenge, umstaende);
  await suche(tx, gaenge, umstaende);
  await vergleiche(tx, gaenge, umstaende);
  return gaenge;
}

function gehe<A extends NeuerSchritt["art"]>(gang: Gang, art: A, daten: Inhalt<A>, { jetzt }: Umstaende): void {
  const nummer = gang.nummer + gang.schritte.length + 1;
  const schritt = {
    art,
    daten,
    akteur: system,
    zeitpunkt: jetzt,
    transaktion: `weg:${gang.rechnung.id}:${nummer}`,
  } as NeuerSchritt;
  const stand = folge(gang.stand, schritt);
  if (!stand) throw new Error(`${art} may not follow „${gang.stand.phase}“`);
  gang.stand = stand;
  gang.schritte.push(schritt);
}

const inPhase = (gaenge: readonly Gang[], phase: Stand["phase"]) =>
  gaenge.flatMap((gang) => (gang.stand.phase === phase && gang.stand.kopf ? [{ gang, kopf: gang.stand.kopf }] : []));

function nimmPruefung(gang: Gang, { bericht, kopf }: NonNullable<Sendung["pruefung"]>, umstaende: Umstaende): void {
  const { format, szenario, fehler, warnungen } = bericht;
  // Valid by the rules and yet not readable as an invoice: nothing to work with, so it is refused like a faulty one.
  const unlesbar = kopf
    ? []
    : [{ regel: "FW-KOPF", ort: "/", text: "Rechnungsnummer, Datum, Lieferant oder Beträge sind nicht zu lesen." }];
  const gueltig = bericht.gueltig && kopf !== undefined;
  const daten = {
    format,
    szenario: szenario ?? null,
    gueltig,
    fehler: [...meldeorte(fehler), ...(bericht.gueltig ? unlesbar : [])],
    warnungen: meldeorte(warnungen),
    kopf: kopf ?? null,
  };
  gehe(gang, "geprueft", daten, umstaende);
  if (gueltig) return;
  const an = kopf?.lieferant.email ?? (gang.stand.kanal === "email" ? (gang.stand.absender ?? null) : null);
  gehe(gang, "abgewiesen", { grund: "formal", text: abweisungstext(daten.fehler), an }, umstaende);
}

const abweisungstext = (fehler: readonly { text: string }[]): string =>
  fehler.length === 1 ? (fehler[0]?.text ?? "") : `Die Rechnung hat ${fehler.length} Fehler.`;

function terminiere(gang: Gang, kopf: Kopf, umstaende: Umstaende): void {
  const eingangAm = dayOf(gang.rechnung.eingegangenAm);
  const { faelligAm, quelle, hinweise } = zahlungsziel(kopf, eingangAm);
  const skonto =
    kopf.art === "rechnung"
      ? skontozeilen(kopf, eingangAm, umstaende.heute, umstaende.einstellungen.skontoAb)
      : { zeilen: [], hinweise: [] };
  gehe(gang, "terminiert", { faelligAm, quelle, skonto: skonto.zeilen, hinweise: [...hinweise, ...skonto.hinweise] }, umstaende);
}

async function ordneZu(tx: Tx, gaenge: readonly Gang[], umstaende: Umstaende): Promise<void> {
  const offene = inPhase(gaenge, "geprueft");
  if (offene.length === 0) return;
  const leitwege = await findLeitwege(tx, [...new Set(offene.flatMap(({ kopf }) => kopf.leitwegId ?? []))]);
  const aemter = await findBestellaemter(tx, bestellnummern(offene));
  for (const { gang, kopf } of offene) {
    terminiere(gang, kopf, umstaende);
    const leitweg = kopf.leitwegId === null ? undefined : leitwege.get(kopf.leitwegId);
    if (leitweg && leitweg.mandantId !== umstaende.mandantId) {
      gang.weiterAn = leitweg.mandantId;
      continue;
    }
    const bestellt = kopf.bestellnummer === null ? undefined : aemter.get(kopf.bestellnummer);
    const vereinbart = kopf.vertrag === null ? undefined : aemter.get(kopf.vertrag);
    if (leitweg) gehe(gang, "zugeordnet", { amt: leitweg.amt, ueber: "leitwegId" }, umstaende);
    else if (bestellt) gehe(gang, "zugeordnet", { amt: bestellt, ueber: "bestellung" }, umstaende);
    else if (vereinbart) gehe(gang, "zugeordnet", { amt: vereinbart, ueber: "vertrag" }, umstaende);
    else
      gehe(
        gang,
        "unzustellbar",
        {
          grund: kopf.leitwegId
            ? `Die Leitweg-ID ${kopf.leitwegId} ist hier nicht bekannt, und keine Bestellung führt zu einem Amt.`
            : "Die Rechnung nennt weder eine Leitweg-ID noch eine bekannte Bestellung.",
        },
        umstaende,
      );
  }
}

async function suche(tx: Tx, gaenge: readonly Gang[], umstaende: Umstaende): Promise<void> {
  const offene = inPhase(gaenge, "zugeordnet");
  if (offene.length > 0) {
    const belegt = await belegeMerkmale(
      tx,
      offene.flatMap(({ gang, kopf }) => [
        { art: "datei" as const, wert: gang.rechnung.sha256, rechnungId: gang.rechnung.id },
        { art: "nummer" as const, wert: nummernmerkmal(kopf), rechnungId: gang.rechnung.id },
      ]),
    );
    const fruehere: Fruehere[] = await findFruehere(
      tx,
      offene.map(({ kopf }) => kopf),
      offene.map(({ gang }) => gang.rechnung.id),
    );
    for (const { gang, kopf } of offene) {
      const { id, eingangsnummer, sha256 } = gang.rechnung;
      const datei = belegt.get(`datei:${sha256}`);
      const gleich = belegt.get(`nummer:${nummernmerkmal(kopf)}`);
      const erkannt =
        datei && datei.id !== id
          ? {
              zu: datei.id,
              eingangsnummer: datei.eingangsnummer,
              sicherheit: "gleicheDatei" as const,
              gruende: ["dieselbe Datei, Byte für Byte"],
            }
          : gleich && gleich.id !== id
            ? {
                zu: gleich.id,
                eingangsnummer: gleich.eingangsnummer,
                sicherheit: "gleicheNummer" as const,
                gruende: ["derselbe Lieferant, dieselbe Rechnungsnummer, dasselbe Jahr"],
              }
            : findeAehnliche(kopf, fruehere);
      if (erkannt) gehe(gang, "dubletteErkannt", erkannt, umstaende);
      else gehe(gang, "dublettenGeprueft", { verglichen: fruehere.length }, umstaende);
      // Those that are on their way together see each other, too.
      fruehere.push({
        id,
        eingangsnummer,
        lieferant: gang.stand.lieferant ?? "",
        rechnungsnummer: kopf.rechnungsnummer,
        betragCent: kopf.zahlbarCent,
        rechnungsdatum: kopf.rechnungsdatum,
        art: kopf.art,
      });
    }
  }
  const einmalige = inPhase(gaenge, "einmalig");
  if (einmalige.length === 0) return;
  const festgelegte = einmalige.flatMap(({ gang }) => (gang.stand.kreditor?.vonHand ? [gang.stand.kreditor.id] : []));
  const kreditoren = await findKreditoren(
    tx,
    einmalige.map(({ kopf }) => kopf),
    festgelegte,
  );
  const befunde = einmalige.map(({ gang, kopf }) => ({
    gang,
    kopf,
    befund: findeKreditor(kopf, kreditoren, gang.stand.kreditor?.vonHand ? gang.stand.kreditor.id : undefined),
  }));
  const mehrfache = await findMehrfache(tx, befunde);
  for (const { gang, befund } of befunde) {
    const mehrfach = mehrfache.get(gang);
    if (mehrfach) gehe(gang, "dubletteErkannt", mehrfach, umstaende);
    else if (befund.art === "unklar")
      gehe(gang, "kreditorUnklar", { grund: befund.grund, kandidaten: befund.kandidaten }, umstaende);
    else {
      const { id: kreditorId, nummer, name, ibans } = befund.kreditor;
      if (befund.art === "gefunden")
        gehe(gang, "kreditorGefunden", { kreditorId, nummer, name, ueber: befund.ueber, iban: befund.iban }, umstaende);
      else gehe(gang, "ibanGeaendert", { kreditorId, nummer, name, bekannte: ibans, neu: befund.neu }, umstaende);
    }
  }
}

async function vergleiche(tx: Tx, gaenge: readonly Gang[], umstaende: Umstaende): Promise<void> {
  const { einstellungen } = umstaende;
  const offene = inPhase(gaenge, "kreditorBekannt").map((each) => ({ ...each, kreditorId: each.gang.stand.kreditor?.id ?? "" }));
  if (offene.length === 0) return;
  const bestellungen = nachNummer(await findBestellungen(tx, bestellnummern(offene)));
  const dauerrechnungen = await findDauerrechnungen(tx, [...new Set(offene.map(({ kreditorId }) => kreditorId))]);
  const bezuege = await findBezugsrechnungen(
    tx,
    offene.flatMap(({ kopf, kreditorId }) =>
      kopf.art === "gutschrift" && kopf.bezug ? [{ kreditorId, rechnungsnummer: kopf.bezug }] : [],
    ),
  );
  for (const { gang, kopf, kreditorId } of offene) {
    const genannte = [kopf.bestellnummer, kopf.vertrag].flatMap((nummer) => (nummer ? (bestellungen.get(nummer) ?? []) : []));
    const { abrufe, ...daten } = gleicheAb(kopf, {
      kreditorId,
      // The order says more than the contract behind it.
      bestellungen: genannte.slice(0, 1),
      dauerrechnungen: dauerrechnungen.filter((each) => each.kreditorId === kreditorId),
      bezug: bezuege.find((each) => each.kreditorId === kreditorId && each.rechnungsnummer === kopf.bezug),
      toleranz: einstellungen.toleranz,
    });
    if (gang.stand.erfasstVon)
      daten.abweichungen.unshift({
        art: "erfasst",
        text: "Die Angaben wurden von Papier erfasst. Bitte mit dem Bild vergleichen.",
        inToleranz: true,
      });
    if (kopf.art === "rechnung" && kopf.ibans.length === 0)
      daten.abweichungen.push({
        art: "zahlweg",
        text: "Die Rechnung nennt kein Konto; gezahlt würde auf das zuletzt freigegebene des Kreditors.",
        inToleranz: true,
      });
    gang.abrufe = abrufe;
    verbuche(abrufe, genannte.slice(0, 1));
    for (const { art, id } of daten.gegen)
      if (art === "dauerrechnung") dauerrechnungen.find((each) => each.id === id)?.belegt.push(kopf.rechnungsdatum);
    gehe(gang, "abgeglichen", daten, umstaende);
  }
}

/** What one invoice of the batch calls up counts for the next one. */
function verbuche(abrufe: readonly Abruf[], bestellungen: readonly Bestellung[]): void {
  for (const { position, menge, betragCent } of abrufe)
    for (const bestellung of bestellungen) {
      bestellung.abgerufenCent += betragCent;
      const ziel = bestellung.positionen.find((each) => each.position === position);
      if (ziel) ziel.abgerufen = plusText(ziel.abgerufen, menge);
    }
}

const bestellnummern = (offene: readonly { kopf: Kopf }[]) => [
  ...new Set(offene.flatMap(({ kopf }) => [kopf.bestellnummer, kopf.vertrag]).filter((nummer) => nummer !== null)),
];
const nachNummer = (bestellungen: readonly Bestellung[]) => new Map(bestellungen.map((each) => [each.nummer, each]));
