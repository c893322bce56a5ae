import type { Knoten } from "../../baum.ts";
import type { Rechnung } from "../../modell.ts";
import type { Regel } from "../../regel.ts";

const laengen = { gln: [13], gtin: [8, 12, 13, 14] } as const;

/** Check digit of GS1 (GLN, GTIN): from the right, every second digit counts three times, and all together give a multiple of ten. */
export function gs1PruefzifferStimmt(nummer: string, art: keyof typeof laengen): boolean {
  const ziffern = nummer.replace(/\s/g, "");
  if (!/^\d+$/.test(ziffern) || !laengen[art].some((laenge) => laenge === ziffern.length)) return false;
  let summe = 0;
  for (let stelle = 0; stelle < ziffern.length; stelle++)
    summe += Number(ziffern[ziffern.length - 1 - stelle]) * (stelle % 2 === 0 ? 1 : 3);
  return summe % 10 === 0;
}

const mitSchema = (knoten: readonly Knoten[], schema: string) => knoten.filter((k) => k.attribut("schemeID")?.trim() === schema);
const beteiligte = ({ verkaeufer, kaeufer, zahlungsempfaenger, lieferung }: Rechnung): readonly Knoten[] => [
  ...verkaeufer.flatMap(({ kennungen, registernummer, elektronischeAdresse }) => [
    ...kennungen,
    ...registernummer,
    ...elektronischeAdresse,
  ]),
  ...kaeufer.flatMap(({ kennung, registernummer, elektronischeAdresse }) => [
    ...kennung,
    ...registernummer,
    ...elektronischeAdresse,
  ]),
  ...zahlungsempfaenger.flatMap(({ kennung, registernummer }) => [...kennung, ...registernummer]),
  ...lieferung.flatMap(({ ort }) => ort),
];

export const gtin: readonly Regel[] = [
  {
    id: "FW-GLN-01",
    werk: "fachwerk",
    schwere: "warnung",
    bt: ["BT-29", "BT-30", "BT-34", "BT-46", "BT-47", "BT-49", "BT-60", "BT-61", "BT-71"],
    text: "Eine GLN (Schema 0088) ist nicht richtig: Sie hat 13 Ziffern, und die letzte ist die Prüfziffer. Prüfen Sie sie.",
    pruefe: (rechnung) => mitSchema(beteiligte(rechnung), "0088").filter(({ norm }) => !gs1PruefzifferStimmt(norm, "gln")),
  },
  {
    id: "FW-GTIN-01",
    werk: "fachwerk",
    schwere: "hinweis",
    bt: ["BT-157"],
    text: "Eine GTIN (Schema 0160) ist nicht richtig: Sie hat 8, 12, 13 oder 14 Ziffern, und die letzte ist die Prüfziffer. Prüfen Sie sie.",
    pruefe: ({ positionen }) =>
      mitSchema(
        positionen.flatMap(({ artikel }) => artikel.flatMap(({ kennung }) => kennung)),
        "0160",
      ).filter(({ norm }) => !gs1PruefzifferStimmt(norm, "gtin")),
  },
];
