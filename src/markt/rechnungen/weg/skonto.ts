import { rundeKaufmaennisch } from "#geld";
import { formatiereDatum, plusTage } from "#kalender";
import { type Dezimal, liesSkonto } from "#rechnungspruefung";
import type { Kopf } from "../kopf.ts";
import type { Skontozeile } from "../schritte.ts";

/** `prozent` in hundredths: 225 is 2,25 %. */
export type Skontobedingung = { tage: number; prozent: number; basisCent: number | null };
export type Skontobefund = { bedingungen: Skontobedingung[]; unlesbar: string[]; freitext: string };

/** XRechnung writes percentages and bases with two places. */
const hundertstel = ({ ganz, stellen }: Dezimal): number =>
  Number(stellen <= 2 ? ganz * 10n ** BigInt(2 - stellen) : ganz / 10n ** BigInt(stellen - 2));

/** Reads the terms of payment (BT-20) line by line: Skonto, what looks like it and cannot be read, and what is said in words. */
export function liesBedingungen(text: string): Skontobefund {
  const befund: Skontobefund = { bedingungen: [], unlesbar: [], freitext: "" };
  const frei: string[] = [];
  for (const roh of text.split(/\r?\n/)) {
    const zeile = roh.trim();
    const [skonto] = liesSkonto(zeile);
    if (skonto) {
      const { tage, prozent, basisbetrag } = skonto;
      if (prozent.ganz > 0n)
        befund.bedingungen.push({
          tage,
          prozent: hundertstel(prozent),
          basisCent: basisbetrag ? hundertstel(basisbetrag) : null,
        });
    } else if (/^#?\s*skonto\s*#/i.test(zeile)) befund.unlesbar.push(zeile);
    else if (zeile !== "" && !zeile.startsWith("#")) frei.push(zeile);
  }
  return { ...befund, freitext: frei.join(" ") };
}

export type Fristbeginn = "rechnungsdatum" | "eingang";
const abEingang = /\b(nach|ab|seit)\s+(dem\s+|der\s+)?(rechnungs)?(eingang|erhalt|zugang)|\bnach\s+erhalt\b/i;
const abDatum = /\b(ab|nach)\s+(dem\s+)?rechnungs(datum|stellung)/i;

/**
 * From when the days count. The grammar does not say; the free text beside it may; else what the Mandant has settled. That this is right for
 * a supplier who means something else is an open point: the contract decides, and it is not in the invoice.
 */
export function fristbeginn(freitext: string, sonst: Fristbeginn): { beginn: Fristbeginn; quelle: string } {
  if (abEingang.test(freitext)) return { beginn: "eingang", quelle: "Zahlungsbedingungen der Rechnung: ab Eingang" };
  if (abDatum.test(freitext)) return { beginn: "rechnungsdatum", quelle: "Zahlungsbedingungen der Rechnung: ab Rechnungsdatum" };
  return { beginn: sonst, quelle: `Einstellung der Verwaltung: ab ${sonst === "eingang" ? "Eingang" : "Rechnungsdatum"}` };
}

/** `basis` times `prozent` (hundredths), to the cent. Never more than there is to pay. */
export const skontoCent = (basisCent: number, prozent: number): number => rundeKaufmaennisch(basisCent * prozent, 10_000);

/** The terms with their last days and what they save, earliest first; those that are already over are left out. */
export function skontozeilen(
  kopf: Kopf,
  eingangAm: string,
  heute: string,
  sonst: Fristbeginn,
): { zeilen: Skontozeile[]; hinweise: string[] } {
  const { bedingungen, unlesbar, freitext } = liesBedingungen(kopf.zahlungsbedingungen);
  const { beginn, quelle } = fristbeginn(freitext, sonst);
  const ab = beginn === "eingang" ? eingangAm : kopf.rechnungsdatum;
  const alle = bedingungen
    .map(({ tage, prozent, basisCent }): Skontozeile => {
      const basis = Math.min(basisCent ?? kopf.zahlbarCent, kopf.zahlbarCent);
      return { tage, prozent, basisCent, bis: plusTage(ab, tage), ersparnisCent: skontoCent(Math.max(0, basis), prozent) };
    })
    .filter(({ ersparnisCent }) => ersparnisCent > 0)
    .sort((a, b) => (a.bis < b.bis ? -1 : a.bis > b.bis ? 1 : b.ersparnisCent - a.ersparnisCent));
  const vorbei = alle.filter(({ bis }) => bis < heute);
  return {
    // Terms that end no later and save no more than others are no terms.
    zeilen: alle.filter(
      ({ bis, ersparnisCent }, stelle) =>
        bis >= heute &&
        !alle.some((andere, n) => n > stelle && andere.ersparnisCent >= ersparnisCent) &&
        alle.findIndex((andere) => andere.bis === bis) === stelle,
    ),
    hinweise: [
      ...(alle.length > 0 ? [`Skontofrist: ${quelle}.`] : []),
      ...vorbei.map(({ bis }) => `Eine Skontofrist war beim Eingang schon vorbei: ${formatiereDatum(bis)}.`),
      ...unlesbar.map((zeile) => `Diese Skontobedingung ist nicht zu lesen: „${zeile.slice(0, 200)}“.`),
    ],
  };
}
