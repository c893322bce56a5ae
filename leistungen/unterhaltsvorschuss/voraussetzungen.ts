import { geburtstag } from "#kalender";
import {
  beziehtSgb2,
  deutschOderEu,
  einkommen,
  einkommenBelegt,
  familienstand,
  geburtsdatum,
  getrenntSeit,
  lebtBeiElternteil,
  lebtDortSeit,
  r,
  uvVermeidetSgb2,
  zusammenMitAnderem,
} from "./fakten.ts";
import { altersgrenzen, mindesteinkommen } from "./parameter.ts";

// § 1 Abs. 1 Nr. 1 and Abs. 1a: age.
export const geboren = r.knoten("Kind ist geboren", "§ 1 BGB", { geburtsdatum }, (f, tag) => f.geburtsdatum <= tag, {
  ja: "",
  nein: "Das Kind war in diesem Zeitraum noch nicht geboren.",
});
const altersgrenze = r.parameter(altersgrenzen, "§ 1 Abs. 1 Nr. 1, Abs. 1a UhVorschG");
const unter12 = r.knoten(
  "Kind unter zwölf Jahren",
  "§ 1 Abs. 1 Nr. 1 UhVorschG",
  { geburtsdatum, altersgrenze },
  (f, tag) => tag < geburtstag(f.geburtsdatum, f.altersgrenze.ohneWeiteres),
  {
    ja: "Das Kind ist noch keine zwölf Jahre alt.",
    nein: "Das Kind ist zwölf Jahre alt oder älter.",
  },
);
const unter18 = r.knoten(
  "Kind unter achtzehn Jahren",
  "§ 1 Abs. 1a UhVorschG",
  { geburtsdatum, altersgrenze },
  (f, tag) => tag < geburtstag(f.geburtsdatum, f.altersgrenze.hoechstens),
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
export const alter = r.eine("Alter", "§ 1 Abs. 1 Nr. 1, Abs. 1a UhVorschG", [
  unter12,
  r.alle("Jugendlich", "§ 1 Abs. 1a UhVorschG", [unter18, ab12]),
]);

// § 1 Abs. 1 Nr. 2, Abs. 2 and 3: living with a parent who is on their own.
export const beiElternteil = r.knoten(
  "Lebt beim Elternteil",
  "§ 1 Abs. 1 Nr. 2 UhVorschG",
  { lebtBeiElternteil },
  (f) => f.lebtBeiElternteil,
  {
    ja: "Das Kind lebt bei Ihnen.",
    nein: "Das Kind lebt nicht hauptsächlich bei Ihnen.",
  },
);
export const schonDort = r.knoten(
  "Lebt dort schon",
  "§ 1 Abs. 1 Nr. 2 UhVorschG",
  { lebtDortSeit },
  (f, tag) => f.lebtDortSeit <= tag,
  {
    ja: "",
    nein: "Das Kind lebte in diesem Zeitraum noch nicht bei Ihnen.",
  },
);
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
    ja: "",
    nein: "Sie lebten in diesem Zeitraum noch nicht getrennt.",
  },
);
export const alleinstehend = r.eine("Alleinstehend", "§ 1 Abs. 1 Nr. 2 UhVorschG", [
  ohnePartner,
  r.alle("Getrennt lebend", "§ 1 Abs. 1 Nr. 2, Abs. 2 UhVorschG", [istGetrennt, schonGetrennt]),
]);
export const nichtZusammen = r.knoten(
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
export const berechtigterAufenthalt = r.eine("Staatsangehörigkeit oder Aufenthalt", "§ 1 Abs. 2a UhVorschG", [
  freizuegig,
  aufenthalt,
]);
