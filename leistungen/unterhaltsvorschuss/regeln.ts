import { beginneRegelwerk } from "#baukasten";
import { anteilig, euro, rundeAufVolleEuroAuf } from "#geld";
import { alterAm, geburtstag, type IsoDatum, letzterTag, monatVon } from "#kalender";
import { kindergeldErstesKind, mindesteinkommen, mindestunterhalt } from "./parameter.ts";

const r = beginneRegelwerk("unterhaltsvorschuss", "2026-1");
const jaNein = [true, false] as const;

// The facts, each with what settles it.
const geburtsdatum = r.fakt<IsoDatum>("geburtsdatum", {
  titel: "Geburtsdatum des Kindes",
  klaertDurch: "geburt",
  quelle: "register",
  proben: ["2021-01-01", "2011-01-01"],
});
const lebtBeiElternteil = r.fakt<boolean>("lebtBeiElternteil", {
  titel: "Das Kind lebt beim Elternteil",
  klaertDurch: "haushalt",
  quelle: "register",
  proben: jaNein,
});
const lebtDortSeit = r.fakt<IsoDatum>("lebtDortSeit", {
  titel: "Das Kind lebt dort seit",
  klaertDurch: "zuhause",
  quelle: "person",
  proben: ["2000-01-01"],
});
const familienstand = r.fakt<string>("familienstand", {
  titel: "Familienstand des Elternteils",
  klaertDurch: "familienstand",
  quelle: "register",
  proben: ["ledig", "zusammen"],
});
const getrenntSeit = r.fakt<IsoDatum>("getrenntSeit", {
  titel: "Dauernd getrennt lebend seit",
  klaertDurch: "trennung",
  quelle: "person",
  proben: ["2000-01-01"],
});
const zusammenMitAnderem = r.fakt<boolean>("zusammenMitAnderem", {
  titel: "Elternteile leben zusammen",
  klaertDurch: "haushalt",
  quelle: "register",
  proben: jaNein,
});
const unterhalt = r.fakt<number>("unterhaltCent", {
  titel: "Unterhalt des anderen Elternteils im Monat",
  klaertDurch: "unterhalt",
  quelle: "person",
  proben: [0, euro(1000)],
});
const waisenbezuege = r.fakt<number>("waisenbezuegeCent", {
  titel: "Waisenbezüge im Monat",
  klaertDurch: "waisenbezuege",
  quelle: "person",
  proben: [0, euro(1000)],
});
const kindergeldBeimAnderen = r.fakt<boolean>("kindergeldBeimAnderen", {
  titel: "Der andere Elternteil bekommt das Kindergeld",
  klaertDurch: "kindergeld",
  quelle: "person",
  proben: jaNein,
});
const deutschOderEu = r.fakt<boolean>("deutschOderEu", {
  titel: "Freizügigkeitsberechtigt",
  klaertDurch: "staatsangehoerigkeit",
  quelle: "person",
  proben: jaNein,
});
const beziehtSgb2 = r.fakt<boolean>("beziehtSgb2", {
  titel: "Das Kind bezieht Leistungen nach dem SGB II",
  klaertDurch: "jobcenter",
  quelle: "register",
  proben: jaNein,
});
const uvVermeidetSgb2 = r.fakt<boolean>("uvVermeidetSgb2", {
  titel: "Die Leistung vermeidet die Hilfebedürftigkeit",
  klaertDurch: "jobcenter",
  quelle: "register",
  proben: jaNein,
});
const einkommen = r.fakt<number>("einkommenCent", {
  titel: "Einkommen des Elternteils im Monat",
  klaertDurch: "sgb2",
  quelle: "person",
  proben: [0, euro(600)],
});
const einkommenBelegt = r.fakt<boolean>("einkommenBelegt", {
  titel: "Das Einkommen steht im Bescheid des Jobcenters",
  klaertDurch: "jobcenter",
  quelle: "register",
  proben: jaNein,
});
const tage = r.tage();

// § 1 Abs. 1 Nr. 1 and Abs. 1a: age.
const geboren = r.knoten("Kind ist geboren", "§ 1 BGB", { geburtsdatum }, (f, tag) => f.geburtsdatum <= tag, {
  ja: "Das Kind ist geboren.",
  nein: "Das Kind war in diesem Zeitraum noch nicht geboren.",
});
const unter12 = r.knoten(
  "Kind unter zwölf Jahren",
  "§ 1 Abs. 1 Nr. 1 UhVorschG",
  { geburtsdatum },
  (f, tag) => tag < geburtstag(f.geburtsdatum, 12),
  {
    ja: "Das Kind ist noch keine zwölf Jahre alt.",
    nein: "Das Kind ist zwölf Jahre alt oder älter.",
  },
);
const unter18 = r.knoten(
  "Kind unter achtzehn Jahren",
  "§ 1 Abs. 1a UhVorschG",
  { geburtsdatum },
  (f, tag) => tag < geburtstag(f.geburtsdatum, 18),
  {
    ja: "Das Kind ist noch keine achtzehn Jahre alt.",
    nein: "Das Kind ist achtzehn Jahre alt. Unterhaltsvorschuss gibt es bis zum achtzehnten Geburtstag.",
  },
);

// § 1 Abs. 1a: from twelve on, one of two alternatives.
const ohneSgb2 = r.knoten("Kein Bezug von SGB II", "§ 1 Abs. 1a Satz 1 Nr. 1 UhVorschG", { beziehtSgb2 }, (f) => !f.beziehtSgb2, {
  ja: "Das Kind bekommt kein Bürgergeld.",
  nein: "Das Kind bekommt Bürgergeld.",
});
const vermeidet = r.knoten(
  "Hilfebedürftigkeit wird vermieden",
  "§ 1 Abs. 1a Satz 1 Nr. 1 UhVorschG",
  { uvVermeidetSgb2 },
  (f) => f.uvVermeidetSgb2,
  {
    ja: "Mit Unterhaltsvorschuss braucht das Kind kein Bürgergeld mehr.",
    nein: "Auch mit Unterhaltsvorschuss bräuchte das Kind Bürgergeld.",
  },
);
const grenze = r.parameter(mindesteinkommen, "§ 1 Abs. 1a Satz 1 Nr. 2 UhVorschG");
const genugEinkommen = r.knoten(
  "Elternteil verdient genug",
  "§ 1 Abs. 1a Satz 1 Nr. 2 UhVorschG",
  { einkommen, grenze },
  (f) => f.einkommen >= f.grenze,
  {
    ja: "Der Elternteil hat mindestens 600 Euro eigenes Einkommen im Monat.",
    nein: "Der Elternteil hat weniger als 600 Euro eigenes Einkommen im Monat.",
  },
);
const ausRegister = r.knoten(
  "Einkommen vom Jobcenter bestätigt",
  "§ 1 Abs. 1a Satz 2 UhVorschG",
  { einkommenBelegt },
  (f) => f.einkommenBelegt,
);
const glaubhaft = r.person("einkommenGlaubhaft", "Einkommen nach Belegen glaubhaft", "§ 20 SGB X", "beurteilung", {
  ja: "Das Einkommen ist durch die eingereichten Belege nachgewiesen.",
  nein: "Das Einkommen ist durch die eingereichten Belege nicht nachgewiesen.",
});
const einkommenReicht = r.alle("Einkommen von mindestens 600 Euro, nachgewiesen", "§ 1 Abs. 1a Satz 1 Nr. 2 UhVorschG", [
  genugEinkommen,
  r.eine("Einkommen nachgewiesen", "§ 1 Abs. 1a Satz 2 UhVorschG", [ausRegister, glaubhaft]),
]);
const ab12 = r.eine("Voraussetzung ab zwölf Jahren", "§ 1 Abs. 1a UhVorschG", [ohneSgb2, vermeidet, einkommenReicht]);
const alter = r.eine("Alter", "§ 1 Abs. 1 Nr. 1, Abs. 1a UhVorschG", [
  unter12,
  r.alle("Jugendlich", "§ 1 Abs. 1a UhVorschG", [unter18, ab12]),
]);

// § 1 Abs. 1 Nr. 2, Abs. 2 and 3: living with a parent who is on their own.
const beiElternteil = r.knoten(
  "Lebt beim Elternteil",
  "§ 1 Abs. 1 Nr. 2 UhVorschG",
  { lebtBeiElternteil },
  (f) => f.lebtBeiElternteil,
  {
    ja: "Das Kind lebt bei Ihnen.",
    nein: "Das Kind lebt nicht hauptsächlich bei Ihnen.",
  },
);
const schonDort = r.knoten("Lebt dort schon", "§ 1 Abs. 1 Nr. 2 UhVorschG", { lebtDortSeit }, (f, tag) => f.lebtDortSeit <= tag, {
  ja: "Das Kind lebte im ganzen Zeitraum bei Ihnen.",
  nein: "Das Kind lebte in diesem Zeitraum noch nicht bei Ihnen.",
});
const ohnePartner = r.knoten(
  "Ledig, verwitwet oder geschieden",
  "§ 1 Abs. 1 Nr. 2 UhVorschG",
  { familienstand },
  (f) => ["ledig", "verwitwet", "geschieden"].includes(f.familienstand),
  {
    ja: "Sie sind ledig, verwitwet oder geschieden.",
    nein: "Sie sind verheiratet oder verpartnert.",
  },
);
const istGetrennt = r.knoten(
  "Dauernd getrennt lebend",
  "§ 1 Abs. 1 Nr. 2, Abs. 2 UhVorschG",
  { familienstand },
  (f) => f.familienstand === "getrennt",
  {
    ja: "Sie leben dauernd getrennt.",
    nein: "Sie leben mit Ihrem Ehe- oder Lebenspartner zusammen.",
  },
);
const schonGetrennt = r.knoten(
  "Schon getrennt",
  "§ 1 Abs. 1 Nr. 2, Abs. 2 UhVorschG",
  { getrenntSeit },
  (f, tag) => f.getrenntSeit <= tag,
  {
    ja: "Sie lebten im ganzen Zeitraum getrennt.",
    nein: "Sie lebten in diesem Zeitraum noch nicht getrennt.",
  },
);
const alleinstehend = r.eine("Alleinstehend", "§ 1 Abs. 1 Nr. 2 UhVorschG", [
  ohnePartner,
  r.alle("Getrennt lebend", "§ 1 Abs. 1 Nr. 2, Abs. 2 UhVorschG", [istGetrennt, schonGetrennt]),
]);
const nichtZusammen = r.knoten(
  "Kein Zusammenleben der Eltern",
  "§ 1 Abs. 3 UhVorschG",
  { zusammenMitAnderem },
  (f) => !f.zusammenMitAnderem,
  {
    ja: "Sie leben nicht mit dem anderen Elternteil zusammen.",
    nein: "Sie leben mit dem anderen Elternteil zusammen.",
  },
);

// § 1 Abs. 2a: residence of foreigners is judged by a person.
const freizuegig = r.knoten(
  "Deutsch oder freizügigkeitsberechtigt",
  "§ 1 Abs. 2a UhVorschG",
  { deutschOderEu },
  (f) => f.deutschOderEu,
);
const aufenthalt = r.person("aufenthaltBerechtigt", "Aufenthaltstitel berechtigt", "§ 1 Abs. 2a UhVorschG", "beurteilung", {
  ja: "Der Aufenthaltstitel berechtigt zum Unterhaltsvorschuss.",
  nein: "Der Aufenthaltstitel berechtigt nicht zum Unterhaltsvorschuss.",
});
const berechtigterAufenthalt = r.eine("Staatsangehörigkeit oder Aufenthalt", "§ 1 Abs. 2a UhVorschG", [freizuegig, aufenthalt]);

// § 2: the amount. The higher age group counts from the first day of the month of the birthday (§ 1612a Abs. 3 BGB).
const saetze = r.parameter(mindestunterhalt, "§ 2 Abs. 1 UhVorschG, § 1612a Abs. 1 Satz 3 BGB");
const kindergeldsatz = r.parameter(kindergeldErstesKind, "§ 2 Abs. 2 UhVorschG");
const altersstufe = r.rechne("Altersstufe", "§ 1612a Abs. 1 Satz 3, Abs. 3 BGB", { geburtsdatum }, (f, tag): 0 | 1 | 2 => {
  const jahre = alterAm(f.geburtsdatum, letzterTag(monatVon(tag)));
  return jahre < 6 ? 0 : jahre < 12 ? 1 : 2;
});
const mindest = r.rechne(
  "Mindestunterhalt der Altersstufe",
  "§ 2 Abs. 1 Satz 1 UhVorschG, § 1 MinUhV",
  { saetze, altersstufe },
  (f): number => f.saetze[f.altersstufe],
);
const abzugKindergeld = r.rechne(
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
const abzugUnterhalt = r.rechne(
  "abzüglich gezahlten Unterhalts",
  "§ 2 Abs. 3 Nr. 1 UhVorschG",
  { unterhalt },
  (f) => 0 - f.unterhalt,
);
const abzugWaisen = r.rechne(
  "abzüglich Waisenbezügen",
  "§ 2 Abs. 3 Nr. 2 UhVorschG",
  { waisenbezuege },
  (f) => 0 - f.waisenbezuege,
);
const netto = r.rechne("Monatsbetrag", "§ 2 UhVorschG", { hoehe, abzugUnterhalt, abzugWaisen }, (f) =>
  Math.max(0, f.hoehe + f.abzugUnterhalt + f.abzugWaisen),
);
const imMonat = r.rechne("Anteil für die Tage mit Anspruch", "§ 2 Abs. 1 Satz 3 UhVorschG", { netto, tage }, (f) =>
  f.tage >= 30 ? f.netto : anteilig(f.netto, f.tage, 30),
);
const auszuzahlen = r.runde(
  "Auszahlung, auf volle Euro aufgerundet",
  "§ 9 Abs. 3 Satz 2 UhVorschG",
  imMonat,
  rundeAufVolleEuroAuf,
);

// § 1 Abs. 1 Nr. 3 and § 9 Abs. 3 Satz 3.
const zuWenigUnterhalt = r.knoten(
  "Unterhalt unter der Leistung",
  "§ 1 Abs. 1 Nr. 3 UhVorschG",
  { hoehe, abzugUnterhalt, abzugWaisen },
  (f) => f.hoehe + f.abzugUnterhalt + f.abzugWaisen > 0,
  {
    ja: "Das Kind bekommt keinen Unterhalt und keine Waisenbezüge, oder weniger als den Unterhaltsvorschuss.",
    nein: "Das Kind bekommt Unterhalt oder Waisenbezüge mindestens in Höhe des Unterhaltsvorschusses.",
  },
);
const lohntSich = r.knoten(
  "Mindestens fünf Euro",
  "§ 9 Abs. 3 Satz 3 UhVorschG",
  { auszuzahlen },
  (f) => f.auszuzahlen >= euro(5),
  {
    ja: "Der Betrag erreicht fünf Euro im Monat.",
    nein: "Der Betrag liegt unter fünf Euro im Monat; so kleine Beträge werden nicht gezahlt.",
  },
);

const anspruch = r.alle("Anspruch auf Unterhaltsvorschuss", "§ 1 UhVorschG", [
  geboren,
  alter,
  beiElternteil,
  schonDort,
  alleinstehend,
  nichtZusammen,
  berechtigterAufenthalt,
  zuWenigUnterhalt,
  lohntSich,
]);

export const regelwerk = r.schliesse({
  anspruch,
  betrag: auszuzahlen,
  rechenweg: [mindest, abzugKindergeld, abzugUnterhalt, abzugWaisen, imMonat, auszuzahlen],
});
