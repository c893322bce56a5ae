import { formatiereEuro } from "#geld";
import { formatiereDatum, jahrVon, tageZwischen } from "#kalender";
import { type Kopf, lieferantenschluessel, normNummer } from "../kopf.ts";

/** An earlier invoice as the search sees it. */
export type Fruehere = {
  id: string;
  eingangsnummer: string;
  lieferant: string;
  rechnungsnummer: string;
  betragCent: number;
  rechnungsdatum: string;
  art: Kopf["art"];
};
export type Dublettenbefund = {
  zu: string;
  eingangsnummer: string;
  sicherheit: "gleicheDatei" | "gleicheNummer" | "aehnlich";
  gruende: string[];
};

/** How near two invoices of the same amount must be. Rents and fees come every month: a month apart is not near. */
const NAHE_TAGE = 10;

/** The key under which a number can exist once. @param wer the supplier as the invoice names them, or the creditor they turned out to be */
export const nummernmerkmal = (kopf: Kopf, wer = lieferantenschluessel(kopf.lieferant)): string =>
  `${wer}|${normNummer(kopf.rechnungsnummer)}|${jahrVon(kopf.rechnungsdatum)}|${kopf.art}`;

/** Numbers that differ by one slip: one character more, less or other, or two swapped. */
export function sindAehnlich(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false;
  let vorne = 0;
  while (vorne < Math.min(a.length, b.length) && a[vorne] === b[vorne]) vorne++;
  let hinten = 0;
  while (hinten < Math.min(a.length, b.length) - vorne && a.at(-1 - hinten) === b.at(-1 - hinten)) hinten++;
  const [restA, restB] = [a.slice(vorne, a.length - hinten), b.slice(vorne, b.length - hinten)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** Fewer than two swapped digits make (nine), so that a swap is still seen as one. */
const NACHBARN = 8;
/** Consecutive numbers of one supplier are the usual case, not a slip: `4711` and `4712` are two invoices. */
const istNachbar = (a: string, b: string): boolean => {
  const [, kopfA, zahlA] = /^(.*?)(\d+)$/.exec(a) ?? [];
  const [, kopfB, zahlB] = /^(.*?)(\d+)$/.exec(b) ?? [];
  return (
    zahlA !== undefined &&
    zahlB !== undefined &&
    kopfA === kopfB &&
    zahlA.length === zahlB.length &&
    zahlA !== zahlB &&
    Math.abs(Number(zahlA) - Number(zahlB)) <= NACHBARN
  );
};

/** Same supplier, same amount, near date, similar number. */
export function findeAehnliche(kopf: Kopf, fruehere: readonly Fruehere[]): Dublettenbefund | undefined {
  const lieferant = lieferantenschluessel(kopf.lieferant);
  const nummer = normNummer(kopf.rechnungsnummer);
  for (const andere of fruehere) {
    if (andere.lieferant !== lieferant || andere.betragCent !== kopf.zahlbarCent || andere.art !== kopf.art) continue;
    const tage = Math.abs(tageZwischen(andere.rechnungsdatum, kopf.rechnungsdatum));
    const andereNummer = normNummer(andere.rechnungsnummer);
    if (tage > NAHE_TAGE || !sindAehnlich(nummer, andereNummer) || istNachbar(nummer, andereNummer)) continue;
    return {
      zu: andere.id,
      eingangsnummer: andere.eingangsnummer,
      sicherheit: "aehnlich",
      gruende: [
        "derselbe Lieferant",
        `derselbe Betrag: ${formatiereEuro(andere.betragCent)}`,
        `nahes Rechnungsdatum: ${formatiereDatum(andere.rechnungsdatum)}`,
        `ähnliche Rechnungsnummer: ${andere.rechnungsnummer}`,
      ],
    };
  }
  return undefined;
}
