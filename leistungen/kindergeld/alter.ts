import { ersterTag, geburtstag, letzterTag, monateVonBis, monatVon } from "#kalender";
import {
  ersteAusbildungFertig,
  geburtsdatum,
  type Lage,
  lage,
  lageBis,
  lageVon,
  nurUnschaedlich,
  r,
  wochenstunden,
} from "./fakten.ts";
import {
  altersgrenze,
  altersgrenzeArbeitsuchend,
  altersgrenzeAusbildung,
  uebergangszeit,
  wochenstundengrenze,
} from "./parameter.ts";

// § 32 Abs. 3 to 5 EStG: which children count, by age and situation.
export const geboren = r.knoten(
  "Kind ist geboren",
  "§ 32 Abs. 3 EStG, § 1 BGB",
  { geburtsdatum },
  (f, tag) => f.geburtsdatum <= tag,
  { ja: "", nein: "Das Kind war in diesem Zeitraum noch nicht geboren." },
);

const grenze = r.parameter(altersgrenze, "§ 32 Abs. 3 EStG");
const minderjaehrig = r.knoten(
  "Kind unter achtzehn Jahren",
  "§ 32 Abs. 3 EStG",
  { geburtsdatum, grenze },
  (f, tag) => tag < geburtstag(f.geburtsdatum, f.grenze),
  { ja: "Das Kind ist noch keine achtzehn Jahre alt.", nein: "Das Kind ist achtzehn Jahre alt oder älter." },
);

const istLage = (titel: string, norm: string, gemeint: readonly Lage[], ja: string, nein = "") =>
  r.knoten(titel, norm, { lage }, (f) => gemeint.includes(f.lage), { ja, nein });
const schonSo = r.knoten("Lage hat begonnen", "§ 32 Abs. 4 Satz 1 EStG", { lageVon }, (f, tag) => f.lageVon <= tag, {
  ja: "",
  nein: "Der genannte Abschnitt hatte in diesem Zeitraum noch nicht begonnen.",
});
const nochSo = r.knoten("Lage dauert an", "§ 32 Abs. 4 Satz 1 EStG", { lageBis }, (f, tag) => f.lageBis >= tag, {
  ja: "",
  nein: "Der genannte Abschnitt war in diesem Zeitraum schon beendet.",
});

// Nr. 1: looking for work.
const grenzeArbeitsuchend = r.parameter(altersgrenzeArbeitsuchend, "§ 32 Abs. 4 Satz 1 Nr. 1 EStG");
const unter21 = r.knoten(
  "Kind unter einundzwanzig Jahren",
  "§ 32 Abs. 4 Satz 1 Nr. 1 EStG",
  { geburtsdatum, grenzeArbeitsuchend },
  (f, tag) => tag < geburtstag(f.geburtsdatum, f.grenzeArbeitsuchend),
  { ja: "", nein: "Für Arbeitsuchende gibt es Kindergeld nur bis zum 21. Geburtstag." },
);
const keineArbeit = r.knoten(
  "Nicht beschäftigt",
  "§ 32 Abs. 4 Satz 1 Nr. 1 EStG",
  { wochenstunden },
  (f) => f.wochenstunden === 0,
  { ja: "", nein: "Das Kind hat eine Beschäftigung." },
);
const nurMinijob = r.knoten(
  "Nur unschädliche Beschäftigung",
  "§ 32 Abs. 4 Satz 3 EStG",
  { nurUnschaedlich },
  (f) => f.nurUnschaedlich,
  { ja: "Das Kind hat nur einen Minijob oder ein Ausbildungsdienstverhältnis.", nein: "" },
);
const arbeitsuchend = r.alle("Arbeitsuchend", "§ 32 Abs. 4 Satz 1 Nr. 1 EStG", [
  istLage(
    "Arbeitsuchend gemeldet",
    "§ 32 Abs. 4 Satz 1 Nr. 1 EStG",
    ["arbeitsuchend"],
    "Das Kind ist bei der Agentur für Arbeit als arbeitsuchend gemeldet.",
  ),
  schonSo,
  nochSo,
  unter21,
  r.eine("Ohne Beschäftigung", "§ 32 Abs. 4 Satz 1 Nr. 1 EStG", [keineArbeit, nurMinijob]),
]);

// Nr. 2: training, the months between two parts of it, no place yet, voluntary service.
const grenzeAusbildung = r.parameter(altersgrenzeAusbildung, "§ 32 Abs. 4 Satz 1 Nr. 2 EStG");
const unter25 = r.knoten(
  "Kind unter fünfundzwanzig Jahren",
  "§ 32 Abs. 4 Satz 1 Nr. 2 EStG",
  { geburtsdatum, grenzeAusbildung },
  (f, tag) => tag < geburtstag(f.geburtsdatum, f.grenzeAusbildung),
  { ja: "", nein: "Das Kind ist fünfundzwanzig Jahre alt oder älter." },
);
const hoechstdauer = r.parameter(uebergangszeit, "§ 32 Abs. 4 Satz 1 Nr. 2 Buchst. b EStG");
const kurzerUebergang = r.knoten(
  "Übergang von höchstens vier Monaten",
  "§ 32 Abs. 4 Satz 1 Nr. 2 Buchst. b EStG",
  { lageVon, lageBis, hoechstdauer },
  (f) => volleMonate(f.lageVon, f.lageBis) <= f.hoechstdauer,
  { ja: "", nein: "Die Pause zwischen den Ausbildungsabschnitten ist länger als vier Monate." },
);
const uebergang = r.alle("Übergang zwischen zwei Abschnitten", "§ 32 Abs. 4 Satz 1 Nr. 2 Buchst. b EStG", [
  istLage(
    "Pause zwischen zwei Ausbildungsabschnitten",
    "§ 32 Abs. 4 Satz 1 Nr. 2 Buchst. b EStG",
    ["uebergang"],
    "Das Kind ist zwischen zwei Ausbildungsabschnitten.",
  ),
  kurzerUebergang,
]);
const inAusbildung = r.eine("Ausbildung oder gleichgestellte Zeit", "§ 32 Abs. 4 Satz 1 Nr. 2 EStG", [
  istLage(
    "In Ausbildung",
    "§ 32 Abs. 4 Satz 1 Nr. 2 Buchst. a EStG",
    ["ausbildung"],
    "Das Kind geht zur Schule, macht eine Ausbildung oder studiert.",
    "Das Kind ist weder in Ausbildung noch in einer gleichgestellten Lage.",
  ),
  uebergang,
  istLage(
    "Ohne Ausbildungsplatz",
    "§ 32 Abs. 4 Satz 1 Nr. 2 Buchst. c EStG",
    ["ohnePlatz"],
    "Das Kind sucht einen Ausbildungsplatz und hat noch keinen.",
  ),
  istLage(
    "Freiwilligendienst",
    "§ 32 Abs. 4 Satz 1 Nr. 2 Buchst. d EStG",
    ["freiwilligendienst"],
    "Das Kind leistet einen Freiwilligendienst.",
  ),
]);

// Satz 2 and 3: after a first training, work of more than twenty hours does harm.
const nochKeine = r.knoten(
  "Erste Ausbildung noch nicht abgeschlossen",
  "§ 32 Abs. 4 Satz 2 EStG",
  { ersteAusbildungFertig },
  (f) => !f.ersteAusbildungFertig,
  { ja: "Das Kind hat noch keine Berufsausbildung und kein Studium abgeschlossen.", nein: "" },
);
const stundengrenze = r.parameter(wochenstundengrenze, "§ 32 Abs. 4 Satz 3 EStG");
const wenigArbeit = r.knoten(
  "Arbeitet höchstens zwanzig Stunden in der Woche",
  "§ 32 Abs. 4 Satz 3 EStG",
  { wochenstunden, stundengrenze },
  (f) => f.wochenstunden <= f.stundengrenze,
  {
    ja: "Das Kind arbeitet höchstens zwanzig Stunden in der Woche.",
    nein: "Das Kind hat schon eine Ausbildung abgeschlossen und arbeitet mehr als zwanzig Stunden in der Woche.",
  },
);
const ausbildung = r.alle("Berücksichtigt bis fünfundzwanzig", "§ 32 Abs. 4 Satz 1 Nr. 2, Satz 2 und 3 EStG", [
  inAusbildung,
  schonSo,
  nochSo,
  unter25,
  r.eine("Arbeit schadet nicht", "§ 32 Abs. 4 Satz 2 und 3 EStG", [nochKeine, wenigArbeit, nurMinijob]),
]);

// Nr. 3: whether a disabled child cannot support itself is judged by a person.
const ausserstande = r.person(
  "ausserstandeSichZuUnterhalten",
  "Kann sich wegen Behinderung nicht selbst unterhalten",
  "§ 32 Abs. 4 Satz 1 Nr. 3 EStG",
  "beurteilung",
  {
    ja: "Das Kind kann sich wegen einer Behinderung, die vor dem 25. Geburtstag eingetreten ist, nicht selbst unterhalten.",
    nein: "Es ist nicht nachgewiesen, dass das Kind sich wegen einer Behinderung nicht selbst unterhalten kann.",
  },
);
const behinderung = r.alle("Kind mit Behinderung", "§ 32 Abs. 4 Satz 1 Nr. 3 EStG", [
  istLage("Behinderung geltend gemacht", "§ 32 Abs. 4 Satz 1 Nr. 3 EStG", ["behinderung"], ""),
  ausserstande,
]);

export const zaehlt = r.eine("Kind zählt", "§ 32 Abs. 3 und 4 EStG", [minderjaehrig, arbeitsuchend, ausbildung, behinderung]);

/** Calendar months that lie wholly between two days, both included. */
function volleMonate(von: string, bis: string): number {
  return monateVonBis(monatVon(von), monatVon(bis)).filter((monat) => ersterTag(monat) >= von && letzterTag(monat) <= bis).length;
}
