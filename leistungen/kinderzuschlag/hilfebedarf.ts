import { alterAm } from "#kalender";
import { kindergeldsatz } from "../kindergeld/parameter.ts";
import { familienkinder, mehrbedarfEltern, mieteDerFamilie, regelbedarfEltern, saetze } from "./bedarf.ts";
import { absetzbetraege, einkommenEltern } from "./einkommen.ts";
import { beziehtSgb, r, wohngeld } from "./fakten.ts";
import { nachEinkommen } from "./hoehe.ts";
import { erweiterterZugang, type Regelbedarf } from "./parameter.ts";

// § 6a Abs. 1 Nr. 3 and Abs. 1a BKGG: with Kinderzuschlag and Wohngeld the family needs no SGB II, or nearly none.
const regelbedarfKinder = r.rechne(
  "Regelbedarf der Kinder",
  "§ 23 Nr. 1, § 20 Abs. 2 SGB II",
  { familienkinder, saetze },
  (f, tag) => f.familienkinder.reduce((summe, kind) => summe + stufeVon(f.saetze, alterAm(kind.geburtsdatum, tag)), 0),
);
const bedarfFamilie = r.rechne(
  "Bedarf der Familie nach dem SGB II",
  "§ 6a Abs. 1 Nr. 3 BKGG, §§ 19 bis 23 SGB II",
  { regelbedarfEltern, mehrbedarfEltern, regelbedarfKinder, mieteDerFamilie },
  (f) => f.regelbedarfEltern + f.mehrbedarfEltern + f.regelbedarfKinder + f.mieteDerFamilie,
);
const kindergeld = r.parameter(kindergeldsatz, "§ 11 Abs. 1 Satz 5 SGB II, § 66 Abs. 1 EStG");
const einkommenKinder = r.rechne(
  "Einkommen der Kinder mit Kindergeld",
  "§ 11 Abs. 1 SGB II",
  { familienkinder, kindergeld },
  (f) => f.familienkinder.reduce((summe, kind) => summe + kind.einkommenCent + (kind.mitKindergeld ? f.kindergeld : 0), 0),
);
export const fehlbetrag = r.rechne(
  "Was ohne Wohngeld noch fehlt",
  "§ 6a Abs. 1 Nr. 3 BKGG, § 9 Abs. 1 SGB II",
  { bedarfFamilie, einkommenEltern, einkommenKinder, nachEinkommen },
  (f) => f.bedarfFamilie - f.einkommenEltern - f.einkommenKinder - f.nachEinkommen,
);
const gedeckt = r.knoten("Bedarf ohne Wohngeld gedeckt", "§ 6a Abs. 1 Nr. 3 BKGG", { fehlbetrag }, (f) => f.fehlbetrag <= 0, {
  ja: "Mit dem Kinderzuschlag reicht Ihr Einkommen für die Familie; Geld vom Jobcenter brauchen Sie dann nicht.",
  nein: "",
});
const mitWohngeld = r.knoten(
  "Bedarf mit Wohngeld gedeckt",
  "§ 6a Abs. 1 Nr. 3 Satz 2 BKGG",
  { fehlbetrag, wohngeld },
  (f) => f.fehlbetrag <= f.wohngeld,
  {
    ja: "Mit Kinderzuschlag und Wohngeld reicht Ihr Einkommen für die Familie; Geld vom Jobcenter brauchen Sie dann nicht.",
    nein: "Auch mit Kinderzuschlag und Wohngeld reicht das Einkommen nicht für die Familie. Fragen Sie beim Jobcenter nach Grundsicherung.",
  },
);

const zugang = r.parameter(erweiterterZugang, "§ 6a Abs. 1a BKGG");
const fastGedeckt = r.eine("Höchstens hundert Euro fehlen", "§ 6a Abs. 1a Nr. 1 BKGG", [
  r.knoten(
    "Ohne Wohngeld fehlt wenig",
    "§ 6a Abs. 1a Nr. 1 BKGG",
    { fehlbetrag, zugang },
    (f) => f.fehlbetrag <= f.zugang.fehlbetrag,
    {
      ja: "Der Familie fehlen mit Kinderzuschlag höchstens 100 Euro im Monat.",
      nein: "",
    },
  ),
  r.knoten(
    "Mit Wohngeld fehlt wenig",
    "§ 6a Abs. 1a Nr. 1 BKGG",
    { fehlbetrag, wohngeld, zugang },
    (f) => f.fehlbetrag - f.wohngeld <= f.zugang.fehlbetrag,
    { ja: "Der Familie fehlen mit Kinderzuschlag und Wohngeld höchstens 100 Euro im Monat.", nein: "" },
  ),
]);
const genugAbgesetzt = r.knoten(
  "Absetzbeträge von mindestens hundert Euro",
  "§ 6a Abs. 1a Nr. 2 BKGG",
  { absetzbetraege, zugang },
  (f) => f.absetzbetraege >= f.zugang.absetzbetraege,
);
const ohneSgb = r.knoten("Kein Bezug von SGB II oder SGB XII", "§ 6a Abs. 1a Nr. 3 BKGG", { beziehtSgb }, (f) => !f.beziehtSgb, {
  ja: "Sie bekommen kein Geld vom Jobcenter oder Sozialamt.",
  nein: "",
});
export const ohneHilfebedarf = r.eine("Kinderzuschlag vermeidet Hilfebedürftigkeit", "§ 6a Abs. 1 Nr. 3, Abs. 1a BKGG", [
  gedeckt,
  mitWohngeld,
  r.alle("Erweiterter Zugang", "§ 6a Abs. 1a BKGG", [fastGedeckt, genugAbgesetzt, ohneSgb]),
]);

function stufeVon(saetze: Regelbedarf, alter: number): number {
  return saetze.kinder.find((stufe) => alter < stufe.unter)?.cent ?? saetze.volljaehrigesKind;
}
