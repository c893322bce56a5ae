import {
  alleinerziehend,
  eingang,
  geburtsdatum,
  kindMitBehinderung,
  mehrlinge,
  plan,
  planDesAnderen,
  r,
  satzBeiGeburt,
  wochenZuFrueh,
} from "./fakten.ts";
import { lebensmonat, monat } from "./hoehe.ts";
import { bezugsdauer, bonusarbeitszeit, fruehgeburt, gleichzeitig, hoechstarbeitszeit, rueckwirkung } from "./parameter.ts";
import { folgenAufeinander, halbeMonatsbetraege, lebensmonatAm, nummern, planmonat } from "./plan.ts";

// § 4 to § 4c: which months, how many, and how two parents share them.
const dauer = satzBeiGeburt(bezugsdauer, "§ 4 Abs. 1, 3 und 4, § 4b Abs. 2 BEEG");
const stufen = satzBeiGeburt(fruehgeburt, "§ 4 Abs. 5 BEEG");
const mehrMonate = r.rechne(
  "Weitere Monate wegen früher Geburt",
  "§ 4 Abs. 5 BEEG",
  { wochenZuFrueh, stufen },
  (f) => f.stufen.filter((wochen) => f.wochenZuFrueh >= wochen).length,
);

export const geboren = r.knoten("Kind ist geboren", "§ 4 Abs. 1 Satz 2 BEEG", { lebensmonat }, (f) => f.lebensmonat >= 1, {
  ja: "",
  nein: "Elterngeld gibt es erst ab der Geburt.",
});
export const beantragt = r.knoten("Lebensmonat ist beantragt", "§ 7 Abs. 1 BEEG", { monat }, (f) => f.monat.art !== "keiner", {
  ja: "",
  nein: "Für diesen Lebensmonat haben Sie kein Elterngeld beantragt.",
});
const zurueck = satzBeiGeburt(rueckwirkung, "§ 7 Abs. 1 Satz 2 BEEG");
export const rechtzeitig = r.knoten(
  "Rechtzeitig beantragt",
  "§ 7 Abs. 1 Satz 2 BEEG",
  { lebensmonat, geburtsdatum, eingang, zurueck },
  (f) => f.lebensmonat >= lebensmonatAm(f.geburtsdatum, f.eingang) - f.zurueck,
  {
    ja: "",
    nein: "Elterngeld wird rückwirkend nur für drei Lebensmonate vor dem Lebensmonat gezahlt, in dem der Antrag eingegangen ist.",
  },
);
const keinBasis = r.knoten("Kein Basiselterngeld", "§ 4 Abs. 1 Satz 3 BEEG", { monat }, (f) => f.monat.art !== "basis", {
  ja: "",
  nein: "",
});
const basisFrist = r.knoten(
  "Basiselterngeld im Rahmen",
  "§ 4 Abs. 1 Satz 3, Abs. 5 BEEG",
  { lebensmonat, dauer, mehrMonate },
  (f) => f.lebensmonat <= f.dauer.basisBis + f.mehrMonate,
  {
    ja: "",
    nein: "Basiselterngeld gibt es nur bis zum vierzehnten Lebensmonat, bei sehr früher Geburt einige Monate länger.",
  },
);
const plusFrist = r.knoten(
  "Elterngeld Plus im Rahmen",
  "§ 4 Abs. 1 Satz 4 BEEG",
  { lebensmonat, dauer },
  (f) => f.lebensmonat <= f.dauer.plusBis,
  { ja: "", nein: "Elterngeld gibt es nur bis zum zweiunddreißigsten Lebensmonat." },
);
const lueckenlos = r.knoten(
  "Elterngeld Plus ohne Lücke",
  "§ 4 Abs. 1 Satz 4, Abs. 5 BEEG",
  { plan, planDesAnderen, dauer, mehrMonate, lebensmonat },
  (f) => {
    const ab = f.dauer.basisBis + f.mehrMonate + 1;
    const bezogen = (nummer: number) =>
      planmonat(f.plan, nummer).art !== "keiner" || planmonat(f.planDesAnderen, nummer).art !== "keiner";
    for (let nummer = ab; nummer <= f.lebensmonat; nummer++) if (!bezogen(nummer)) return false;
    return true;
  },
  {
    ja: "",
    nein: "Ab dem fünfzehnten Lebensmonat muss immer einer von Ihnen Elterngeld Plus bekommen; hier ist eine Lücke.",
  },
);
export const imRahmen = r.alle("Lebensmonat im Rahmen", "§ 4 Abs. 1 BEEG", [
  r.eine("Art des Lebensmonats", "§ 4 Abs. 1 Satz 3 BEEG", [keinBasis, basisFrist]),
  plusFrist,
  lueckenlos,
]);

export const zweiMonate = r.knoten(
  "Mindestens zwei Lebensmonate",
  "§ 4 Abs. 4 Satz 2 BEEG",
  { plan, dauer },
  (f) => nummern(f.plan, "basis", "plus", "bonus").length >= f.dauer.mindestens,
  { ja: "", nein: "Jeder Elternteil muss Elterngeld für mindestens zwei Lebensmonate beziehen." },
);
// Two more months where income falls away in two of them (§ 4 Abs. 3 Satz 2); who raises a child alone may take them (§ 4c Abs. 1).
const vieleMonate = r.knoten(
  "Höchstzahl je Elternteil",
  "§ 4 Abs. 4 Satz 1, Abs. 5, § 4c Abs. 1 BEEG",
  { plan, dauer, mehrMonate, alleinerziehend },
  (f) => {
    const allein = f.dauer.allein + f.mehrMonate + (f.alleinerziehend ? f.dauer.partnermonate : 0);
    return halbeMonatsbetraege(f.plan) <= 2 * allein;
  },
  {
    ja: "",
    nein: "Ein Elternteil kann höchstens zwölf Monatsbeträge Basiselterngeld bekommen; zwei Monate Elterngeld Plus zählen wie einer.",
  },
);
const gemeinsameMonate = r.knoten(
  "Höchstzahl der Eltern zusammen",
  "§ 4 Abs. 3 Satz 1 und 2, Abs. 5 BEEG",
  { plan, planDesAnderen, dauer, mehrMonate },
  (f) =>
    halbeMonatsbetraege(f.plan) + halbeMonatsbetraege(f.planDesAnderen) <=
    2 * (f.dauer.gemeinsam + f.dauer.partnermonate + f.mehrMonate),
  { ja: "", nein: "Beide Eltern zusammen können höchstens vierzehn Monatsbeträge Basiselterngeld bekommen." },
);
export const hoechstdauer = r.alle("Höchstdauer", "§ 4 Abs. 3 und 4 BEEG", [vieleMonate, gemeinsameMonate]);

// § 4 Abs. 6: both at once only for one month within the first twelve, for births since April 2024.
const grenzeGleichzeitig = satzBeiGeburt(gleichzeitig, "§ 4 Abs. 6, § 28 BEEG");
const nurEinMonat = r.knoten(
  "Gleichzeitiges Basiselterngeld im Rahmen",
  "§ 4 Abs. 6 BEEG",
  { plan, planDesAnderen, grenze: grenzeGleichzeitig },
  ({ grenze, ...f }) => {
    if (grenze === null) return true;
    const andere = new Set(nummern(f.planDesAnderen, "basis"));
    const beide = nummern(f.plan, "basis").filter((nummer) => andere.has(nummer));
    return beide.length <= grenze.monate && beide.every((nummer) => nummer <= grenze.bisLebensmonat);
  },
  {
    ja: "",
    nein: "Gleichzeitig können beide Eltern nur einen Monat Basiselterngeld bekommen, und nur in den ersten zwölf Lebensmonaten.",
  },
);
const stillschweigend = { ja: "", nein: "" };
export const gleichzeitigErlaubt = r.eine("Gleichzeitiger Bezug", "§ 4 Abs. 6 BEEG", [
  r.knoten("Mehrlinge", "§ 4 Abs. 6 BEEG", { mehrlinge }, (f) => f.mehrlinge > 1, stillschweigend),
  r.knoten("Frühgeburt", "§ 4 Abs. 6 BEEG", { mehrMonate }, (f) => f.mehrMonate > 0, stillschweigend),
  r.knoten("Kind mit Behinderung", "§ 4 Abs. 6 BEEG", { kindMitBehinderung }, (f) => f.kindMitBehinderung, stillschweigend),
  nurEinMonat,
]);

// § 4b, § 4c Abs. 2: Partnerschaftsbonus.
const hoechstensStunden = satzBeiGeburt(hoechstarbeitszeit, "§ 1 Abs. 6, § 4b Abs. 1 Nr. 1 BEEG");
const mindestensStunden = satzBeiGeburt(bonusarbeitszeit, "§ 4b Abs. 1 Nr. 1 BEEG");
export const arbeitszeit = r.knoten(
  "Arbeitszeit höchstens 32 Wochenstunden",
  "§ 1 Abs. 1 Satz 1 Nr. 4, Abs. 6 BEEG",
  { monat, hoechstensStunden },
  (f) => f.monat.wochenstunden <= f.hoechstensStunden,
  {
    ja: "Sie arbeiten nicht mehr als 32 Stunden in der Woche.",
    nein: "Sie arbeiten in diesem Lebensmonat mehr als 32 Stunden in der Woche.",
  },
);
const keinBonus = r.knoten("Kein Partnerschaftsbonus", "§ 4b BEEG", { monat }, (f) => f.monat.art !== "bonus", stillschweigend);
const genugStunden = r.knoten(
  "Mindestens 24 Wochenstunden",
  "§ 4b Abs. 1 Nr. 1 BEEG",
  { monat, mindestensStunden },
  (f) => f.monat.wochenstunden >= f.mindestensStunden,
  { ja: "", nein: "Für den Partnerschaftsbonus müssen Sie mindestens 24 Stunden in der Woche arbeiten." },
);
const bonusFolge = r.knoten(
  "Zwei bis vier Bonusmonate in Folge",
  "§ 4b Abs. 2 und 3 BEEG",
  { plan, dauer },
  (f) => {
    const monate = nummern(f.plan, "bonus");
    return monate.length >= f.dauer.bonusMindestens && monate.length <= f.dauer.bonusHoechstens && folgenAufeinander(monate);
  },
  { ja: "", nein: "Den Partnerschaftsbonus gibt es für zwei bis vier Lebensmonate, die aufeinander folgen." },
);
const bonusAllein = r.knoten(
  "Erzieht allein",
  "§ 4c Abs. 2 BEEG",
  { alleinerziehend },
  (f) => f.alleinerziehend,
  stillschweigend,
);
const bonusGemeinsam = r.knoten(
  "Der andere Elternteil im selben Monat",
  "§ 4b Abs. 1 und 3 BEEG",
  { lebensmonat, planDesAnderen, mindestensStunden, hoechstensStunden },
  (f) => {
    const { art, wochenstunden } = planmonat(f.planDesAnderen, f.lebensmonat);
    return art === "bonus" && wochenstunden >= f.mindestensStunden && wochenstunden <= f.hoechstensStunden;
  },
  {
    ja: "",
    nein: "Den Partnerschaftsbonus gibt es nur, wenn der andere Elternteil ihn im selben Monat bekommt und 24 bis 32 Stunden arbeitet.",
  },
);
export const bonusErlaubt = r.eine("Partnerschaftsbonus", "§ 4b BEEG", [
  keinBonus,
  r.alle("Voraussetzungen des Partnerschaftsbonus", "§ 4b BEEG", [
    genugStunden,
    bonusFolge,
    r.eine("Gemeinsam oder allein", "§ 4b Abs. 1, § 4c Abs. 2 BEEG", [bonusAllein, bonusGemeinsam]),
  ]),
]);
