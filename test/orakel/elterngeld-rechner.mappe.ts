import { plusMonateMonat, plusTage } from "#kalender";
import type { Steuerklasse } from "#lohnsteuer";
import { spaltenname, type Zellen } from "../helpers/xlsx.ts";

export type Taetigkeit = {
  art: "angestellt" | "minijob" | "selbstaendig";
  monate: { monat: string; cent: number }[];
  kranken: boolean;
  renten: boolean;
  arbeit: boolean;
};
/** One column of the workbook. Amounts are cents; what it leaves empty is 0. */
export type Mappenfall = {
  nummer: number;
  geburtsdatum: string;
  taetigkeiten: Taetigkeit[];
  steuerklasse: Steuerklasse;
  halbeKinderfreibetraege: number;
  kirchensteuer: boolean;
  erwartet: { brutto: number; steuern: number; abgaben: number; netto: number; basis: number };
  lebensmonate: { art: "basis" | "plus" | "bonus" | "keiner"; brutto: number }[];
  danach: { nettoBasis: number; basis: number; nettoPlus: number; plusMit: number; plusOhne: number };
};

/** The first month of the year that the workbook calls Bemessungszeitraum without a date; see the list of assumptions. */
const ersterMonat = "2021-01";
const arten = {
  Nichtselbständig: "angestellt",
  "Nichtselbständig - Minijob": "minijob",
  Selbständig: "selbstaendig",
} as const;
const monatsarten = {
  Basiselterngeld: "basis",
  "Elterngeld Plus": "plus",
  Partnerschaftsbonus: "bonus",
  "kein Bezug": "keiner",
} as const;

/** Reads all columns. @throws where a word stands that the workbook did not use so far */
export function liesFaelle(zellen: Zellen): Mappenfall[] {
  const faelle: Mappenfall[] = [];
  for (let spalte = 2; zellen.has(`${spaltenname(spalte)}171`); spalte++) faelle.push(liesFall(zellen, spaltenname(spalte)));
  return faelle;
}

function liesFall(zellen: Zellen, spalte: string): Mappenfall {
  const text = (zeile: number) => zellen.get(`${spalte}${zeile}`) ?? "";
  const cent = (zeile: number) => Math.round(Number(text(zeile)) * 100);
  const ja = (zeile: number) => text(zeile) === "Ja";
  const wort = <T>(zeile: number, worte: Readonly<Record<string, T>>): T => {
    const wert = worte[text(zeile)];
    if (wert === undefined) throw new Error(`${spalte}${zeile}: „${text(zeile)}“ kennt der Leser nicht.`);
    return wert;
  };
  const taetigkeiten = [0, 1, 2]
    .filter((stelle) => text(2 + 2 * stelle) !== "")
    .map((stelle): Taetigkeit => {
      const angekreuzt = Array.from({ length: 12 }, (_, monat) => monat).filter((monat) => text(7 + 12 * stelle + monat) === "x");
      return {
        art: wort(2 + 2 * stelle, arten),
        monate: angekreuzt.map((monat) => ({ monat: plusMonateMonat(ersterMonat, monat), cent: cent(1 + 2 * stelle) })),
        renten: ja(43 + 3 * stelle),
        kranken: ja(44 + 3 * stelle),
        arbeit: ja(45 + 3 * stelle),
      };
    });
  return {
    nummer: Number(text(171)),
    geburtsdatum: plusTage("1899-12-30", Number(text(64))),
    taetigkeiten,
    steuerklasse: Number(text(52)) as Steuerklasse,
    halbeKinderfreibetraege: 2 * Number(text(54)),
    kirchensteuer: wort(55, { "zahlt Kirchensteuer": true, "keine Kirchensteuer": false }),
    erwartet: { brutto: cent(56), steuern: cent(57), abgaben: cent(58), netto: cent(59), basis: cent(60) },
    lebensmonate: Array.from({ length: 46 }, (_, monat) => ({ art: wort(65 + monat, monatsarten), brutto: cent(111 + monat) })),
    danach: { nettoBasis: cent(160), basis: cent(161), nettoPlus: cent(165), plusMit: cent(166), plusOhne: cent(167) },
  };
}
