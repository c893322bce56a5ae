import { type Anspruchscheck, angenommenerGeburtstag } from "#baukasten";
import { keinMonat } from "./plan.ts";

/** Only for a child in its first year: later the months are over, or nearly. */
export const check: Anspruchscheck = ({ heute, kinderalter, kindErwartet, allein, deutschOderEu }, bruttoCent) => {
  if (!kindErwartet && !kinderalter.includes(0)) return [];
  const geburtsdatum = kindErwartet ? heute : angenommenerGeburtstag(heute, 0);
  return [
    {
      tag: geburtsdatum,
      fakten: {
        geburtsdatum,
        lebtImHaushalt: true,
        wohntInDeutschland: true,
        betreutSelbst: true,
        deutschOderEu: deutschOderEu || undefined,
        alleinerziehend: allein,
        // Taxable income is never more than the wage; below the limit with it is below the limit without.
        zuVersteuerndesEinkommenCent: bruttoCent === undefined ? undefined : 12 * bruttoCent,
        mehrlinge: 1,
        wochenZuFrueh: 0,
        kindMitBehinderung: false,
        eingang: heute,
        plan: Array.from({ length: 12 }, () => ({ ...keinMonat, art: "basis" })),
        planDesAnderen: [],
      },
      annahmen: [
        "Sie betreuen das Kind selbst und arbeiten in dieser Zeit nicht oder höchstens 32 Stunden in der Woche.",
        "Sie nehmen zwölf Monate Basiselterngeld; andere Aufteilungen sind möglich.",
      ],
      antworten: { ...(deutschOderEu !== undefined && { staatsangehoerigkeit: { deutschOderEu } }) },
    },
  ];
};
