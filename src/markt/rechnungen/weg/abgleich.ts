import { formatiereEuro } from "#geld";
import { formatiereDatum, monatVon, plusMonateMonat } from "#kalender";
import type { Kopf, Rechnungsposition } from "../kopf.ts";
import type { Abweichung, Inhalt, Kontierung } from "../schritte.ts";
import { fein, zeigePreis, zeigeZahl } from "../zahlen.ts";
import { verteile } from "./verteile.ts";

export type Bestellposition = {
  position: string;
  artikel: string;
  menge: string;
  preis: string;
  kostenstelle: string | null;
  /** What other invoices have called up. */
  abgerufen: string;
};
export type Bestellung = {
  id: string;
  nummer: string;
  art: "bestellung" | "vertrag" | "festlegung" | "marktplatz";
  amt: string;
  kreditorId: string | null;
  kostenstelle: string | null;
  summeCent: number;
  abgerufenCent: number;
  abgeschlossen: boolean;
  positionen: Bestellposition[];
};
export type Dauerrechnung = {
  id: string;
  bezeichnung: string;
  vertrag: string | null;
  erwartetCent: number;
  toleranzCent: number;
  rhythmusMonate: number;
  beginn: string;
  ende: string | null;
  /** Months (`yyyy-mm`) for which an invoice was taken in. */
  belegt: string[];
};
export type Bezugsrechnung = { id: string; nummer: string; betragCent: number; gutgeschriebenCent: number };
/** `prozent` in hundredths: 200 is 2 %. A difference is within, if either it or its share is small enough. */
export type Toleranz = { preisProzent: number; mengeProzent: number; cent: number };
export type Abruf = { bestellungId: string; position: string; menge: string; betragCent: number };
export type Abgleich = Inhalt<"abgeglichen"> & { abrufe: Abruf[] };

export type Vergleichslage = {
  kreditorId: string;
  bestellungen: readonly Bestellung[];
  dauerrechnungen: readonly Dauerrechnung[];
  bezug: Bezugsrechnung | undefined;
  toleranz: Toleranz;
};

const RUNDUNG_CENT = 5;
const EINS = 10n ** 10n;
const betragVon = (wert: bigint) => (wert < 0n ? -wert : wert);
const anteilInToleranz = (differenz: bigint, soll: bigint, prozent: number) =>
  betragVon(differenz) * 10_000n <= betragVon(soll) * BigInt(prozent);

/** Against order, contract, commitment, expected recurring invoice, or (a credit note) the invoice it corrects. Differences are told, not judged. */
export function gleicheAb(kopf: Kopf, lage: Vergleichslage): Abgleich {
  const ergebnis: Abgleich = { gegen: [], abweichungen: [], kontierung: [], abrufe: [] };
  if (kopf.waehrung !== "EUR")
    ergebnis.abweichungen.push({
      art: "waehrung",
      text: `Die Rechnung lautet auf ${kopf.waehrung}, nicht auf Euro.`,
      inToleranz: false,
    });
  // BT-114 rounds; nobody rounds by more than a few cents, and no rule of the norm forbids it.
  if (kopf.zahlbarCent - kopf.bruttoCent > Math.max(RUNDUNG_CENT, lage.toleranz.cent))
    ergebnis.abweichungen.push({
      art: "summe",
      text: `Zu zahlen sind ${formatiereEuro(kopf.zahlbarCent)}, mehr als der Bruttobetrag von ${formatiereEuro(kopf.bruttoCent)}.`,
      inToleranz: false,
    });
  if (kopf.art === "gutschrift") gleicheGutschriftAb(kopf, lage, ergebnis);
  else if (lage.bestellungen.length > 0)
    for (const bestellung of lage.bestellungen) gleicheBestellungAb(kopf, bestellung, lage, ergebnis);
  else gleicheOhneBestellungAb(kopf, lage, ergebnis);
  return ergebnis;
}

function gleicheGutschriftAb(kopf: Kopf, { bezug }: Vergleichslage, ergebnis: Abgleich): void {
  if (!bezug) {
    const text = kopf.bezug
      ? `Die Rechnung ${kopf.bezug}, auf die sich die Gutschrift bezieht, ist bei diesem Kreditor nicht bekannt.`
      : "Die Gutschrift nennt keine Rechnung, auf die sie sich bezieht (BT-25).";
    ergebnis.abweichungen.push({ art: "bezug", text, inToleranz: false });
    return;
  }
  ergebnis.gegen.push({ art: "rechnung", id: bezug.id, nummer: bezug.nummer });
  const rest = bezug.betragCent - bezug.gutgeschriebenCent;
  if (kopf.zahlbarCent > rest)
    ergebnis.abweichungen.push({
      art: "betrag",
      text: `Die Gutschrift (${formatiereEuro(kopf.zahlbarCent)}) ist höher als das, was von der Rechnung ${bezug.nummer} noch offen ist (${formatiereEuro(rest)}).`,
      inToleranz: false,
    });
}

function gleicheBestellungAb(kopf: Kopf, bestellung: Bestellung, lage: Vergleichslage, ergebnis: Abgleich): void {
  const { abweichungen } = ergebnis;
  ergebnis.gegen.push({ art: bestellung.art, id: bestellung.id, nummer: bestellung.nummer });
  if (bestellung.kreditorId && bestellung.kreditorId !== lage.kreditorId)
    abweichungen.push({
      art: "kreditor",
      text: `Die Bestellung ${bestellung.nummer} ging an einen anderen Kreditor.`,
      inToleranz: false,
    });
  if (bestellung.abgeschlossen)
    abweichungen.push({
      art: "bestellung",
      text: `Die Bestellung ${bestellung.nummer} ist schon abgeschlossen.`,
      inToleranz: false,
    });
  // Paper has no lines: then the sum alone is held against the order.
  if (bestellung.positionen.length > 0 && kopf.positionen.length > 0) {
    nenneZuschlaege(kopf, lage.toleranz, abweichungen);
    const nettoJeStelle = new Map<string, number>();
    for (const zeile of kopf.positionen) {
      const ziel = findePosition(zeile, bestellung.positionen);
      if (!ziel) {
        abweichungen.push({
          art: "position",
          text: `Position ${zeile.nummer} („${zeile.artikel}“) steht nicht in der Bestellung ${bestellung.nummer}.`,
          inToleranz: false,
        });
        continue;
      }
      vergleichePosition(zeile, ziel, lage.toleranz, abweichungen);
      ergebnis.abrufe.push({
        bestellungId: bestellung.id,
        position: ziel.position,
        menge: zeile.menge ?? "0",
        betragCent: zeile.nettoCent ?? 0,
      });
      const stelle = ziel.kostenstelle ?? bestellung.kostenstelle;
      if (stelle) nettoJeStelle.set(stelle, (nettoJeStelle.get(stelle) ?? 0) + (zeile.nettoCent ?? 0));
    }
    ergebnis.kontierung = kontiere(kopf.zahlbarCent, nettoJeStelle);
    return;
  }
  const gesamt = bestellung.abgerufenCent + kopf.zahlbarCent;
  if (gesamt > bestellung.summeCent) {
    const ueber = gesamt - bestellung.summeCent;
    abweichungen.push({
      art: "summe",
      text: `Mit dieser Rechnung werden von ${bestellung.nummer} ${formatiereEuro(gesamt)} abgerufen, ${formatiereEuro(ueber)} mehr als vereinbart (${formatiereEuro(bestellung.summeCent)}).`,
      inToleranz: ueber <= lage.toleranz.cent,
    });
  }
  ergebnis.abrufe.push({ bestellungId: bestellung.id, position: "", menge: "0", betragCent: kopf.zahlbarCent });
  if (bestellung.kostenstelle) ergebnis.kontierung = [{ kostenstelle: bestellung.kostenstelle, betragCent: kopf.zahlbarCent }];
}

/** Lines can be as ordered to the cent, and the money still be another: by charges on the whole (BG-21), or within a line (BG-28). */
function nenneZuschlaege({ positionen, nettoCent }: Kopf, toleranz: Toleranz, abweichungen: Abweichung[]): void {
  const summe = positionen.reduce((bisher, zeile) => bisher + (zeile.nettoCent ?? 0), 0);
  const gerechnet = positionen.reduce((bisher, zeile) => {
    const [menge, preis] = [fein(zeile.menge ?? "0"), fein(zeile.preis ?? "0")];
    return bisher + menge * preis;
  }, 0n);
  // Each line is rounded for itself.
  const inPositionen = summe - Number((gerechnet * 100n) / (EINS * EINS)) - positionen.length;
  const mehr = Math.max(0, nettoCent - summe) + Math.max(0, inPositionen);
  if (mehr > 0)
    abweichungen.push({
      art: "summe",
      text: `Über Menge und Preis der Positionen hinaus sind ${formatiereEuro(mehr)} berechnet (Zuschläge).`,
      inToleranz: mehr <= toleranz.cent,
    });
}

/** By the line the invoice names (BT-132), else by the article's name where only one has it. */
function findePosition(zeile: Rechnungsposition, positionen: readonly Bestellposition[]): Bestellposition | undefined {
  if (zeile.bestellposition) return positionen.find(({ position }) => position === zeile.bestellposition);
  const gleiche = positionen.filter(({ artikel }) => artikel.trim().toLowerCase() === zeile.artikel.trim().toLowerCase());
  return gleiche.length === 1 ? gleiche[0] : undefined;
}

function vergleichePosition(
  zeile: Rechnungsposition,
  ziel: Bestellposition,
  toleranz: Toleranz,
  abweichungen: Abweichung[],
): void {
  const menge = fein(zeile.menge ?? "0");
  if (zeile.preis !== null) {
    const [ist, soll] = [fein(zeile.preis), fein(ziel.preis)];
    const mehrCent = ((ist - soll) * menge * 100n) / (EINS * EINS);
    if (ist !== soll)
      abweichungen.push({
        art: "preis",
        text: `Position ${zeile.nummer}: Preis ${zeigePreis(zeile.preis)} statt ${zeigePreis(ziel.preis)} je Einheit.`,
        inToleranz:
          ist < soll || betragVon(mehrCent) <= BigInt(toleranz.cent) || anteilInToleranz(ist - soll, soll, toleranz.preisProzent),
      });
  }
  const zuViel = menge + fein(ziel.abgerufen) - fein(ziel.menge);
  if (zuViel > 0n)
    abweichungen.push({
      art: "menge",
      text: `Position ${zeile.nummer}: berechnet ${zeigeZahl(zeile.menge ?? "0")}, bestellt ${zeigeZahl(ziel.menge)}, davon schon berechnet ${zeigeZahl(ziel.abgerufen)}.`,
      inToleranz: anteilInToleranz(zuViel, fein(ziel.menge), toleranz.mengeProzent),
    });
}

function gleicheOhneBestellungAb(kopf: Kopf, { dauerrechnungen, toleranz }: Vergleichslage, ergebnis: Abgleich): void {
  const nummer = kopf.bestellnummer ?? kopf.vertrag;
  const passende = dauerrechnungen.filter(
    ({ vertrag, beginn, ende }) =>
      (!vertrag || !kopf.vertrag || vertrag === kopf.vertrag) &&
      beginn <= kopf.rechnungsdatum &&
      (ende === null || kopf.rechnungsdatum <= ende),
  );
  const naechste = passende.toSorted(
    (a, b) => Math.abs(a.erwartetCent - kopf.zahlbarCent) - Math.abs(b.erwartetCent - kopf.zahlbarCent),
  )[0];
  if (naechste) return gleicheDauerrechnungAb(kopf, naechste, toleranz, ergebnis);
  ergebnis.abweichungen.push({
    art: "bestellung",
    text: nummer
      ? `Zu „${nummer}“ gibt es keine Bestellung und keinen Vertrag.`
      : "Die Rechnung nennt keine Bestellung und keinen Vertrag.",
    inToleranz: false,
  });
}

/** The month of its period in which an invoice falls, counted from the beginning. */
export function periode(dauer: Pick<Dauerrechnung, "beginn" | "rhythmusMonate">, tag: string): string {
  let monat = monatVon(dauer.beginn);
  for (
    let naechster = plusMonateMonat(monat, dauer.rhythmusMonate);
    naechster <= monatVon(tag);
    naechster = plusMonateMonat(monat, dauer.rhythmusMonate)
  )
    monat = naechster;
  return monat;
}

function gleicheDauerrechnungAb(kopf: Kopf, dauer: Dauerrechnung, toleranz: Toleranz, ergebnis: Abgleich): void {
  ergebnis.gegen.push({ art: "dauerrechnung", id: dauer.id, nummer: dauer.bezeichnung });
  const unterschied = kopf.zahlbarCent - dauer.erwartetCent;
  if (unterschied !== 0)
    ergebnis.abweichungen.push({
      art: "betrag",
      text: `Erwartet waren ${formatiereEuro(dauer.erwartetCent)} (${dauer.bezeichnung}), berechnet sind ${formatiereEuro(kopf.zahlbarCent)}.`,
      inToleranz: Math.abs(unterschied) <= Math.max(dauer.toleranzCent, toleranz.cent),
    });
  const monat = periode(dauer, kopf.rechnungsdatum);
  if (dauer.belegt.some((tag) => periode(dauer, tag) === monat))
    ergebnis.abweichungen.push({
      art: "rhythmus",
      text: `Für den Zeitraum ab ${formatiereDatum(`${monat}-01`)} liegt schon eine Rechnung vor (${dauer.bezeichnung}).`,
      inToleranz: false,
    });
}

const kontiere = (zahlbarCent: number, nettoJeStelle: ReadonlyMap<string, number>): Kontierung[] => {
  const stellen = [...nettoJeStelle].filter(([, netto]) => netto > 0);
  const betraege = verteile(
    zahlbarCent,
    stellen.map(([, netto]) => netto),
  );
  return stellen.flatMap(([kostenstelle], index) => {
    const betragCent = betraege[index] ?? 0;
    return betragCent > 0 ? [{ kostenstelle, betragCent }] : [];
  });
};
