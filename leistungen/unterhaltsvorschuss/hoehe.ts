import { anteilig, rundeAufVolleEuroAuf } from "#geld";
import { ersterTag, geburtstag, monatVon, plusMonateMonat } from "#kalender";
import { geburtsdatum, kindergeldBeimAnderen, r, tage, unterhalt, waisenbezuege } from "./fakten.ts";
import { altersstufen, kindergeldErstesKind, kleinsterBetrag, mindestunterhalt } from "./parameter.ts";

// § 2: the amount. The higher age group counts from the first day of the month in which the year of life is completed, and that happens
// at the end of the day before the birthday (§ 188 Abs. 2 BGB): who is born on the first moves up a month before the birthday.
const saetze = r.parameter(mindestunterhalt, "§ 2 Abs. 1 UhVorschG, § 1612a Abs. 1 Satz 3 BGB");
const kindergeldsatz = r.parameter(kindergeldErstesKind, "§ 2 Abs. 2 UhVorschG");
const stufen = r.parameter(altersstufen, "§ 1612a Abs. 1 Satz 3 BGB");
const altersstufe = r.rechne(
  "Altersstufe",
  "§ 1612a Abs. 1 Satz 3, Abs. 3, § 187 Abs. 2, § 188 Abs. 2 BGB",
  { geburtsdatum, stufen },
  (f, tag): 0 | 1 | 2 => {
    const monatsende = ersterTag(plusMonateMonat(monatVon(tag), 1));
    const [zweite, dritte] = f.stufen;
    return monatsende < geburtstag(f.geburtsdatum, zweite) ? 0 : monatsende < geburtstag(f.geburtsdatum, dritte) ? 1 : 2;
  },
);
export const mindest = r.rechne(
  "Mindestunterhalt der Altersstufe",
  "§ 2 Abs. 1 Satz 1 UhVorschG, § 1 MinUhV",
  { saetze, altersstufe },
  (f): number => f.saetze[f.altersstufe],
);
export const abzugKindergeld = r.rechne(
  "abzüglich Kindergeld für ein erstes Kind",
  "§ 2 Abs. 2 UhVorschG",
  { kindergeldsatz, kindergeldBeimAnderen },
  (f) => (f.kindergeldBeimAnderen ? 0 : -f.kindergeldsatz),
);
const hoehe = r.rechne(
  "Höhe vor Anrechnung",
  "§ 2 Abs. 1 und 2 UhVorschG",
  { mindest, abzugKindergeld },
  (f) => f.mindest + f.abzugKindergeld,
);
export const abzugUnterhalt = r.rechne(
  "abzüglich gezahlten Unterhalts",
  "§ 2 Abs. 3 Nr. 1 UhVorschG",
  { unterhalt },
  (f) => 0 - f.unterhalt,
);
export const abzugWaisen = r.rechne(
  "abzüglich Waisenbezügen",
  "§ 2 Abs. 3 Nr. 2 UhVorschG",
  { waisenbezuege },
  (f) => 0 - f.waisenbezuege,
);
const netto = r.rechne("Monatsbetrag", "§ 2 UhVorschG", { hoehe, abzugUnterhalt, abzugWaisen }, (f) =>
  Math.max(0, f.hoehe + f.abzugUnterhalt + f.abzugWaisen),
);
export const imMonat = r.rechne("Anteil für die Tage mit Anspruch", "§ 2 Abs. 1 Satz 3 UhVorschG", { netto, tage }, (f) =>
  anteilig(f.netto, f.tage, 30),
);
export const auszuzahlen = r.runde(
  "Auszahlung, auf volle Euro aufgerundet",
  "§ 9 Abs. 3 Satz 2 UhVorschG",
  imMonat,
  rundeAufVolleEuroAuf,
);

// § 1 Abs. 1 Nr. 3 and § 9 Abs. 3 Satz 3.
export const zuWenigUnterhalt = r.knoten(
  "Unterhalt unter der Leistung",
  "§ 1 Abs. 1 Nr. 3 UhVorschG",
  { hoehe, abzugUnterhalt, abzugWaisen },
  (f) => f.hoehe + f.abzugUnterhalt + f.abzugWaisen > 0,
  {
    ja: "Das Kind bekommt keinen Unterhalt und keine Waisenbezüge, oder weniger als den Unterhaltsvorschuss.",
    nein: "Das Kind bekommt Unterhalt oder Waisenbezüge mindestens in Höhe des Unterhaltsvorschusses.",
  },
);
const mindestens = r.parameter(kleinsterBetrag, "§ 9 Abs. 3 Satz 3 UhVorschG");
export const lohntSich = r.knoten(
  "Mindestens fünf Euro",
  "§ 9 Abs. 3 Satz 3 UhVorschG",
  { auszuzahlen, mindestens },
  (f) => f.auszuzahlen >= f.mindestens,
  {
    ja: "",
    nein: "Der Betrag liegt unter fünf Euro im Monat; so kleine Beträge werden nicht gezahlt.",
  },
);
