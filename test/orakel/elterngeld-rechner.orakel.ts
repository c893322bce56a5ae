import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Auswertung, type Fakten, werteAus } from "#baukasten";
import { euro, formatiereEuro } from "#geld";
import { monatVon, plusMonate } from "#kalender";
import { getLeistung } from "#leistungen";
import { liesErstesBlatt } from "../helpers/xlsx.ts";
import { type Abweichung, abweichungen, rechneLesart } from "./elterngeld-rechner.lesart.ts";
import { liesFaelle, type Mappenfall } from "./elterngeld-rechner.mappe.ts";
import type { Fall, Suite, Urteil } from "./suite.ts";

/** What the workbook leaves unsaid, and what we take it to mean. The rules themselves are never bent. */
export const annahmen = {
  Bemessungszeitraum: "the twelve months without a date are those of 2021, the year before the births",
  Kinderfreibetrag: "1 on the tax card is a whole child",
  "Abzüge der Minijobs": "where gross is net, the cells for taxes and contributions repeat the column before and are not read",
  "Netto vorher und danach":
    "the steps after the first begin with the net income that the workbook itself found, entered as income that bears no deductions, plus the twelfth of the Arbeitnehmer-Pauschbetrag",
  "Alle übrigen Voraussetzungen": "hold; the plan of months is taken as it is, only the amounts are judged",
} as const;

const { regelwerk } = getLeistung("elterngeld");
const alle = new Set(Object.keys(abweichungen) as Abweichung[]);
/** § 2c Abs. 1: of the 1,000 euros of 2021. */
const zwoelftel = euro(83.33);
const nah = (a: number, b: number) => Math.abs(a - b) <= 1;
const wert = (auswertung: Auswertung, titel: string) => {
  const zeile = auswertung.spur.find((each) => each.titel === titel);
  if (!zeile) throw new Error(`Der Knoten „${titel}“ fehlt.`);
  return Number(zeile.wert);
};

const grundfakten = (fall: Mappenfall): Fakten => ({
  geburtsdatum: fall.geburtsdatum,
  mehrlinge: 1,
  geschwister: [],
  wochenZuFrueh: 0,
  kindMitBehinderung: false,
  lebtImHaushalt: true,
  wohntInDeutschland: true,
  betreutSelbst: true,
  deutschOderEu: true,
  alleinerziehend: false,
  zuVersteuerndesEinkommenCent: 0,
  erwerbVor: fall.taetigkeiten,
  steuerklasse: fall.steuerklasse,
  faktorTausendstel: 1000,
  halbeKinderfreibetraege: fall.halbeKinderfreibetraege,
  kirchensteuerpflichtig: fall.kirchensteuer,
  eingang: fall.geburtsdatum,
  plan: fall.lebensmonate.map(({ art }) => ({ art, wochenstunden: 0, mutterschaftCent: 0, mutterschaftTage: 0 })),
  planDesAnderen: [],
  erwerbNach: [],
});
const ohneAbzuege = (monate: readonly string[], netto: number) => ({
  art: "minijob" as const,
  monate: monate.map((monat) => ({ monat, cent: netto + zwoelftel })),
  kranken: false,
  renten: false,
  arbeit: false,
});

/** Gross, deductions and net income before the birth (§§ 2c to 2f). */
function urteileEinkommen(fall: Mappenfall): Urteil {
  const auswertung = werteAus(regelwerk, grundfakten(fall), fall.geburtsdatum);
  const brutto = wert(auswertung, "Einnahmen vor der Geburt ohne ein Zwölftel des Arbeitnehmer-Pauschbetrags");
  const steuern = -wert(auswertung, "abzüglich Steuern vor der Geburt");
  const abgaben = -wert(auswertung, "abzüglich Sozialabgaben vor der Geburt");
  const { erwartet } = fall;
  if (!nah(brutto, erwartet.brutto)) return falsch("gross", erwartet.brutto, brutto);
  const abzuege = erwartet.netto === erwartet.brutto ? { steuern: 0, abgaben: 0 } : erwartet;
  const trifft = (ist: { steuern: number; abgaben: number }) =>
    nah(ist.steuern, abzuege.steuern) && Math.abs(ist.abgaben - abzuege.abgaben) <= 2;
  const nachGesetz = rechneLesart(fall, new Set());
  if (nachGesetz.steuern !== steuern || nachGesetz.abgaben !== abgaben)
    return falsch("reading without departures", steuern + abgaben, nachGesetz.steuern + nachGesetz.abgaben);
  if (trifft({ steuern, abgaben })) {
    // Deductions beyond the gross leave nothing (§ 2 Abs. 1 Satz 3): the workbook's sum is checked with the rules' net.
    const netto = wert(auswertung, "Einkommen vor der Geburt");
    return Math.abs(netto - erwartet.netto) <= 3 ? { art: "richtig" } : falsch("net", erwartet.netto, netto);
  }
  if (!trifft(rechneLesart(fall, alle)))
    return falsch("taxes and contributions", abzuege.steuern + abzuege.abgaben, steuern + abgaben);
  // Only what the figures need is named: without it they would be others.
  const noetig = [...alle].filter((each) => !trifft(rechneLesart(fall, new Set([...alle].filter((andere) => andere !== each)))));
  const genannt = noetig.length > 0 ? noetig : [...alle];
  return { art: "uebersprungen", grund: genannt.map((each) => abweichungen[each]).join("; ") };
}

/** Basiselterngeld from the net income (§ 2 Abs. 1, 2 and 4). */
function urteileBasis(fall: Mappenfall): Urteil {
  const ist = wert(mitNetto(fall, fall.erwartet.netto, 1), "Basiselterngeld ohne Einkommen nach der Geburt");
  return nah(ist, fall.erwartet.basis) ? { art: "richtig" } : falsch("Basiselterngeld", fall.erwartet.basis, ist);
}

/** The rules on the first day of a Lebensmonat, with net incomes as given. */
function mitNetto(fall: Mappenfall, netto: number, lebensmonat: number): Auswertung {
  const vorher = Array.from({ length: 12 }, (_, index) => `2021-${String(index + 1).padStart(2, "0")}`);
  const monatVonNummer = (nummer: number) => monatVon(plusMonate(fall.geburtsdatum, nummer - 1));
  const monate = (...arten: string[]) =>
    fall.lebensmonate.flatMap(({ art, brutto }, index) => (arten.includes(art) && brutto > 0 ? [monatVonNummer(index + 1)] : []));
  const fakten: Fakten = {
    ...grundfakten(fall),
    erwerbVor: [ohneAbzuege(vorher, netto)],
    erwerbNach: [
      ohneAbzuege(monate("basis"), fall.danach.nettoBasis),
      ohneAbzuege(monate("plus", "bonus"), fall.danach.nettoPlus),
    ],
  };
  return werteAus(regelwerk, fakten, plusMonate(fall.geburtsdatum, lebensmonat - 1));
}

/** Elterngeld in months with income, and Elterngeld Plus without (§ 2 Abs. 3, § 4a Abs. 2). */
function urteileDanach(fall: Mappenfall): Urteil {
  const ersterMit = (...arten: string[]) =>
    fall.lebensmonate.findIndex(({ art, brutto }) => arten.includes(art) && brutto > 0) + 1;
  const [basis, plus] = [ersterMit("basis"), ersterMit("plus", "bonus")];
  const { danach } = fall;
  const rechne = (netto: number): [string, number, number][] => [
    ...(basis > 0
      ? [
          ["Basiselterngeld with income", danach.basis, wert(mitNetto(fall, netto, basis), "Elterngeld im Lebensmonat")] as [
            string,
            number,
            number,
          ],
        ]
      : []),
    ...(plus > 0
      ? [
          ["Elterngeld Plus with income", danach.plusMit, wert(mitNetto(fall, netto, plus), "Elterngeld im Lebensmonat")] as [
            string,
            number,
            number,
          ],
          [
            "Elterngeld Plus without income",
            danach.plusOhne,
            wert(mitNetto(fall, netto, plus), "Hälfte des Basiselterngeldes ohne Einkommen"),
          ] as [string, number, number],
        ]
      : []),
  ];
  const vergleiche = rechne(fall.erwartet.netto);
  if (vergleiche.length === 0) return { art: "uebersprungen", grund: "the case states no income after the birth" };
  const daneben = vergleiche.find(([, soll, ist]) => !nah(soll, ist));
  if (!daneben) return { art: "richtig" };
  if (rechne(Math.max(0, fall.erwartet.netto - zwoelftel)).every(([, soll, ist]) => nah(soll, ist)))
    return {
      art: "uebersprungen",
      grund:
        "§ 2 Abs. 3 Satz 1, § 2c Abs. 1 BEEG: the workbook takes the twelfth of the Arbeitnehmer-Pauschbetrag off the income before the birth a second time",
    };
  return falsch(...daneben);
}

const falsch = (was: string, soll: number, ist: number): Urteil => ({
  art: "falsch",
  text: `${was}: expected ${formatiereEuro(soll)}, got ${formatiereEuro(ist)}`,
});

export const suite: Suite = {
  name: "recht/elterngeld/Testfaelle_2022_3",
  async finde(ordner) {
    const datei = join(ordner, "recht", "elterngeld", "Testfaelle_2022_3.xlsx");
    if (!existsSync(datei)) return undefined;
    return liesFaelle(liesErstesBlatt(await readFile(datei))).flatMap((fall): Fall[] => [
      { name: `${fall.nummer} income before the birth`, urteile: () => urteileEinkommen(fall) },
      { name: `${fall.nummer} Basiselterngeld`, urteile: () => urteileBasis(fall) },
      { name: `${fall.nummer} with income after the birth`, urteile: () => urteileDanach(fall) },
    ]);
  },
};
