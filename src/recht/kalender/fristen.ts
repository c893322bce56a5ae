import { formatiereDatum, type IsoDatum, plusMonate, plusTage } from "./datum.ts";
import { type Land, werktagAb } from "./feiertage.ts";

/**
 * Last day of a period of months that begins with an event: the day with the same number (§ 188 Abs. 2 BGB), or the last of a shorter month
 * (Abs. 3); on Saturday, Sunday or holiday the next working day (§ 193 BGB, § 26 Abs. 3 SGB X, § 31 Abs. 3 VwVfG, § 222 Abs. 2 ZPO).
 */
export const monatsfrist = (ereignis: IsoDatum, monate: number, land: Land): IsoDatum =>
  werktagAb(plusMonate(ereignis, monate), land);

/** Last day of a period of days; the day of the event does not count (§ 187 Abs. 1 BGB). */
export const tagesfrist = (ereignis: IsoDatum, tage: number, land: Land): IsoDatum => werktagAb(plusTage(ereignis, tage), land);

export type Recht = "SGB X" | "VwVfG" | "AO";
/** `brief`: posted within the country. `postfach`: provided for retrieval, and the person notified of it. */
export type Zustellweg =
  | { art: "brief"; aufgegebenAm: IsoDatum }
  | { art: "postfach"; benachrichtigtAm: IsoDatum; abgerufenAm?: IsoDatum };
export type Bekanntgabe =
  | { art: "bekanntgegeben"; am: IsoDatum; norm: string; text: string }
  | { art: "nochNicht"; norm: string; text: string };

/** Since the Postrechtsmodernisierungsgesetz (BGBl. 2024 I Nr. 236) four days instead of three. */
const viererTageAb = "2025-01-01";
const fiktionstage = (tag: IsoDatum) => (tag >= viererTageAb ? 4 : 3);

const normen = {
  "SGB X": { brief: "§ 37 Abs. 2 SGB X", postfach: "§ 37 Abs. 2a SGB X" },
  VwVfG: { brief: "§ 41 Abs. 2 VwVfG", postfach: "§ 41 Abs. 2a VwVfG" },
  AO: { brief: "§ 122 Abs. 2 AO", postfach: "§ 122a Abs. 4 AO" },
} as const satisfies Record<Recht, Record<Zustellweg["art"], string>>;

/**
 * When an act counts as announced, as a function of law, channel and day. Only the AO moves the fiction from a weekend or holiday to the next
 * working day (§ 108 Abs. 3 AO); in the SGB X and the VwVfG it stays where it falls. Under the VwVfG retrieval decides: the day after it,
 * and without retrieval within ten days nothing is announced.
 */
export function bekanntgabe(recht: Recht, weg: Zustellweg, land: Land): Bekanntgabe {
  const norm = normen[recht][weg.art];
  if (weg.art === "postfach" && recht === "VwVfG") {
    const { abgerufenAm } = weg;
    if (!abgerufenAm || abgerufenAm > plusTage(weg.benachrichtigtAm, 10))
      return {
        art: "nochNicht",
        norm,
        text: "Der Bescheid gilt erst als bekannt gegeben, wenn er abgerufen wurde; sonst wird er per Post gesandt.",
      };
    const am = plusTage(abgerufenAm, 1);
    return {
      art: "bekanntgegeben",
      am,
      norm,
      text: `Der Bescheid gilt am Tag nach dem Abruf als bekannt gegeben, also am ${formatiereDatum(am)} (${norm}).`,
    };
  }
  const beginn = weg.art === "brief" ? weg.aufgegebenAm : weg.benachrichtigtAm;
  const tage = fiktionstage(beginn);
  const fiktion = plusTage(beginn, tage);
  const am = recht === "AO" ? werktagAb(fiktion, land) : fiktion;
  const wonach = weg.art === "brief" ? "nach der Aufgabe zur Post" : "nach der Benachrichtigung";
  return {
    art: "bekanntgegeben",
    am,
    norm,
    text: `Der Bescheid gilt am ${tage === 4 ? "vierten" : "dritten"} Tag ${wonach} als bekannt gegeben, also am ${formatiereDatum(am)} (${norm}).`,
  };
}
