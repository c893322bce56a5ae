import { type Dezimal, ganzzahl, liesDezimal, vergleiche } from "../../dezimal.ts";
import type { Regel } from "../../regel.ts";
import { XRECHNUNG } from "../../szenarien.ts";
import { zahl } from "../../werte.ts";

/** A cash discount: who pays within `tage` days of the invoice may take off `prozent` of `basisbetrag`, or of the whole amount. */
export type Skonto = { readonly tage: number; readonly prozent: Dezimal; readonly basisbetrag: Dezimal | undefined };

const gestalt = /^#SKONTO#TAGE=([0-9]+)#PROZENT=([0-9]+\.[0-9]{2})(?:#BASISBETRAG=(-?[0-9]+\.[0-9]{2}))?#$/;
const zeilenVon = (text: string) => text.split(/\r?\n/).map((zeile) => zeile.trim());

/** The cash discounts in the payment terms (BT-20), as XRechnung writes them; lines that are none or are wrong are left out. */
export function liesSkonto(bedingungen: string): Skonto[] {
  return zeilenVon(bedingungen).flatMap((zeile) => {
    const [, tage, prozent = "", basis] = zeile.match(gestalt) ?? [];
    const satz = liesDezimal(prozent);
    return tage && satz
      ? [{ tage: Number(tage), prozent: satz, basisbetrag: basis === undefined ? undefined : liesDezimal(basis) }]
      : [];
  });
}

const istVersuch = (zeile: string) => /^#?\s*skonto\s*#/i.test(zeile);

export const skonto: readonly Regel[] = [
  {
    id: "FW-SKONTO-01",
    werk: "fachwerk",
    schwere: "hinweis",
    bt: ["BT-20"],
    text: "Eine Angabe zum Skonto ist nicht so geschrieben, dass ein Programm sie lesen kann. Schreiben Sie in eine eigene Zeile: #SKONTO#TAGE=14#PROZENT=2.25#",
    // In an XRechnung BR-DE-18 says so already, as an error.
    pruefe: ({ zahlungsbedingungen, spezifikation }) =>
      spezifikation.some(({ text }) => text.startsWith(XRECHNUNG))
        ? []
        : zahlungsbedingungen.filter(({ text }) => zeilenVon(text).some((zeile) => istVersuch(zeile) && !gestalt.test(zeile))),
  },
  {
    id: "FW-SKONTO-02",
    werk: "fachwerk",
    schwere: "hinweis",
    bt: ["BT-20"],
    text: "Das Skonto ist ungewöhnlich: 0 oder mehr als 90 Tage, oder mehr als 10 Prozent. Prüfen Sie die Angabe.",
    pruefe: ({ zahlungsbedingungen }) =>
      zahlungsbedingungen.filter(({ text }) =>
        liesSkonto(text).some(({ tage, prozent }) => tage === 0 || tage > 90 || vergleiche(prozent, ganzzahl(10)) > 0),
      ),
  },
  {
    id: "FW-SKONTO-03",
    werk: "fachwerk",
    schwere: "hinweis",
    bt: ["BT-20", "BT-112"],
    text: "Der Grundbetrag des Skontos ist größer als der Rechnungsbetrag. Prüfen Sie ihn.",
    pruefe: ({ zahlungsbedingungen, summen }) => {
      const brutto = zahl(summen.flatMap((summe) => summe.brutto));
      return zahlungsbedingungen.filter(({ text }) =>
        liesSkonto(text).some(
          ({ basisbetrag }) => basisbetrag && brutto && brutto.ganz > 0n && vergleiche(basisbetrag, brutto) > 0,
        ),
      );
    },
  },
];
