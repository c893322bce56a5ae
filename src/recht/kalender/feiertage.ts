import { ersterTag, type IsoDatum, jahrVon, plusTage, wochentag } from "./datum.ts";

export const laender = ["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"] as const;
export type Land = (typeof laender)[number];

/** Municipalities with a holiday of their own within a Land. */
export type Ortsrecht = { mariaeHimmelfahrtBayern?: boolean; augsburg?: boolean; fronleichnamSachsenThueringen?: boolean };

type Regel = {
  name: string;
  laender: readonly Land[] | "alle";
  tag: (jahr: number, ostern: IsoDatum) => IsoDatum;
  ab?: number;
  nur?: readonly number[];
  ort?: keyof Ortsrecht;
};
const fest = (monatTag: string) => (jahr: number) => `${jahr}-${monatTag}`;
const nachOstern = (tage: number) => (_jahr: number, ostern: IsoDatum) => plusTage(ostern, tage);

/** The holidays by the holiday acts of the Laender; 3 October by Art. 2 Abs. 2 of the Unification Treaty. */
const regeln: readonly Regel[] = [
  { name: "Neujahr", laender: "alle", tag: fest("01-01") },
  { name: "Heilige Drei Könige", laender: ["BW", "BY", "ST"], tag: fest("01-06") },
  { name: "Internationaler Frauentag", laender: ["BE"], tag: fest("03-08"), ab: 2019 },
  { name: "Internationaler Frauentag", laender: ["MV"], tag: fest("03-08"), ab: 2023 },
  { name: "Karfreitag", laender: "alle", tag: nachOstern(-2) },
  { name: "Ostersonntag", laender: ["BB"], tag: nachOstern(0) },
  { name: "Ostermontag", laender: "alle", tag: nachOstern(1) },
  { name: "Tag der Arbeit", laender: "alle", tag: fest("05-01") },
  { name: "Tag der Befreiung", laender: ["BE"], tag: fest("05-08"), nur: [2020, 2025] },
  { name: "Christi Himmelfahrt", laender: "alle", tag: nachOstern(39) },
  { name: "Pfingstsonntag", laender: ["BB"], tag: nachOstern(49) },
  { name: "Pfingstmontag", laender: "alle", tag: nachOstern(50) },
  { name: "Fronleichnam", laender: ["BW", "BY", "HE", "NW", "RP", "SL"], tag: nachOstern(60) },
  { name: "Fronleichnam", laender: ["SN", "TH"], tag: nachOstern(60), ort: "fronleichnamSachsenThueringen" },
  { name: "Augsburger Friedensfest", laender: ["BY"], tag: fest("08-08"), ort: "augsburg" },
  { name: "Mariä Himmelfahrt", laender: ["SL"], tag: fest("08-15") },
  { name: "Mariä Himmelfahrt", laender: ["BY"], tag: fest("08-15"), ort: "mariaeHimmelfahrtBayern" },
  { name: "Weltkindertag", laender: ["TH"], tag: fest("09-20"), ab: 2019 },
  { name: "Tag der Deutschen Einheit", laender: "alle", tag: fest("10-03") },
  { name: "Reformationstag", laender: ["BB", "MV", "SN", "ST", "TH"], tag: fest("10-31") },
  { name: "Reformationstag", laender: ["HB", "HH", "NI", "SH"], tag: fest("10-31"), ab: 2018 },
  {
    name: "Reformationstag",
    laender: ["BW", "BY", "BE", "HB", "HH", "HE", "NI", "NW", "RP", "SL", "SH"],
    tag: fest("10-31"),
    nur: [2017],
  },
  { name: "Allerheiligen", laender: ["BW", "BY", "NW", "RP", "SL"], tag: fest("11-01") },
  // The Wednesday before 23 November.
  {
    name: "Buß- und Bettag",
    laender: ["SN"],
    tag: (jahr) => plusTage(`${jahr}-11-22`, -((wochentag(`${jahr}-11-22`) - 3 + 7) % 7)),
  },
  { name: "1. Weihnachtstag", laender: "alle", tag: fest("12-25") },
  { name: "2. Weihnachtstag", laender: "alle", tag: fest("12-26") },
];

/** Years for which the table was checked; outside it nobody should count a deadline. */
const geprueft = { von: 2017, bis: 2030 };

/** Whether the table holds the year: days that others wrote into a document may lie anywhere. */
export const kenntFeiertage = (jahr: number): boolean => jahr >= geprueft.von && jahr <= geprueft.bis;

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876). */
export function ostersonntag(jahr: number): IsoDatum {
  const a = jahr % 19;
  const b = Math.floor(jahr / 100);
  const c = jahr % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return plusTage(ersterTag(`${jahr}-03`), h + l - 7 * m + 21);
}

const jahrestafeln = new Map<string, ReadonlyMap<IsoDatum, string>>();

/** Holidays of a year in a Land, by day. @throws outside 2017 to 2030 */
export function feiertage(jahr: number, land: Land, ort: Ortsrecht = {}): ReadonlyMap<IsoDatum, string> {
  if (!kenntFeiertage(jahr)) throw new Error(`Für das Jahr ${jahr} sind keine Feiertage hinterlegt.`);
  const schluessel = `${jahr}${land}${ort.augsburg ? "a" : ""}${ort.mariaeHimmelfahrtBayern ? "m" : ""}${ort.fronleichnamSachsenThueringen ? "f" : ""}`;
  const bekannt = jahrestafeln.get(schluessel);
  if (bekannt) return bekannt;
  const ostern = ostersonntag(jahr);
  const gilt = (regel: Regel) =>
    (regel.laender === "alle" || regel.laender.includes(land)) &&
    jahr >= (regel.ab ?? 0) &&
    (!regel.nur || regel.nur.includes(jahr)) &&
    (!regel.ort || ort[regel.ort] === true);
  const tafel = new Map(regeln.filter(gilt).map((regel) => [regel.tag(jahr, ostern), regel.name]));
  jahrestafeln.set(schluessel, tafel);
  return tafel;
}

/** Neither Saturday nor Sunday nor a holiday of the Land. 24 and 31 December are working days. */
export const istWerktag = (tag: IsoDatum, land: Land, ort?: Ortsrecht): boolean =>
  wochentag(tag) <= 5 && !feiertage(jahrVon(tag), land, ort).has(tag);

/** The day itself where it is a working day, else the next one. */
export function werktagAb(tag: IsoDatum, land: Land, ort?: Ortsrecht): IsoDatum {
  let kandidat = tag;
  while (!istWerktag(kandidat, land, ort)) kandidat = plusTage(kandidat, 1);
  return kandidat;
}

/** The day itself where it is a working day, else the one before. */
export function werktagBis(tag: IsoDatum, land: Land, ort?: Ortsrecht): IsoDatum {
  let kandidat = tag;
  while (!istWerktag(kandidat, land, ort)) kandidat = plusTage(kandidat, -1);
  return kandidat;
}
