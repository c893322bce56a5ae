import type { Knoten } from "../../baum.ts";
import type { Rechnung } from "../../modell.ts";
import type { Regel } from "../../regel.ts";

/** What follows the country in a VAT number (structure as VIES of the European Commission states it). */
const gestalt: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{12}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

const ohneTrenner = (nummer: string) => nummer.replace(/[\s.-]/g, "");

/** Undefined for countries whose form we do not know. */
export function ustIdGestaltStimmt(nummer: string): boolean | undefined {
  const wert = ohneTrenner(nummer);
  return gestalt[wert.slice(0, 2)]?.test(wert.slice(2));
}

/** Check digit of a German Umsatzsteuer-Identifikationsnummer: ISO 7064 MOD 11,10 over its first eight digits. */
export function ustIdPruefzifferStimmt(nummer: string): boolean {
  const ziffern = ohneTrenner(nummer).slice(2);
  let produkt = 10;
  for (const ziffer of ziffern.slice(0, 8)) {
    const summe = (Number(ziffer) + produkt) % 10 || 10;
    produkt = (2 * summe) % 11;
  }
  return (11 - produkt) % 10 === Number(ziffern[8]);
}

const nummern = ({ verkaeufer, kaeufer, steuervertreter }: Rechnung): readonly Knoten[] =>
  [...verkaeufer, ...kaeufer, ...steuervertreter].flatMap(({ umsatzsteuerId }) => umsatzsteuerId);

export const ustId: readonly Regel[] = [
  {
    id: "FW-UST-01",
    werk: "fachwerk",
    schwere: "warnung",
    bt: ["BT-31", "BT-48", "BT-63"],
    text: "Eine Umsatzsteuer-Identifikationsnummer hat nicht die Form, die in ihrem Land gilt. Prüfen Sie sie; eine deutsche besteht aus DE und neun Ziffern.",
    pruefe: (rechnung) => nummern(rechnung).filter(({ norm }) => ustIdGestaltStimmt(norm) === false),
  },
  {
    id: "FW-UST-02",
    werk: "fachwerk",
    schwere: "warnung",
    bt: ["BT-31", "BT-48", "BT-63"],
    text: "Die Prüfziffer einer deutschen Umsatzsteuer-Identifikationsnummer stimmt nicht. Wahrscheinlich ist eine Stelle falsch; prüfen Sie sie.",
    pruefe: (rechnung) =>
      nummern(rechnung).filter(
        ({ norm }) => norm.startsWith("DE") && ustIdGestaltStimmt(norm) === true && !ustIdPruefzifferStimmt(norm),
      ),
  },
];
