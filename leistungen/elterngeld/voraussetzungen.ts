import {
  alleinerziehend,
  betreutSelbst,
  deutschOderEu,
  lebtImHaushalt,
  r,
  satzBeiGeburt,
  wohntInDeutschland,
  zuVersteuerndesEinkommen,
} from "./fakten.ts";
import { einkommensgrenze } from "./parameter.ts";

// § 1 Abs. 1: home, household, care. Working hours stand with the months (monate.ts).
export const inDeutschland = r.knoten(
  "Wohnsitz in Deutschland",
  "§ 1 Abs. 1 Satz 1 Nr. 1 BEEG",
  { wohntInDeutschland },
  (f) => f.wohntInDeutschland,
  { ja: "Sie wohnen in Deutschland.", nein: "Sie wohnen nicht in Deutschland." },
);
export const imHaushalt = r.knoten(
  "Lebt mit dem Kind in einem Haushalt",
  "§ 1 Abs. 1 Satz 1 Nr. 2 BEEG",
  { lebtImHaushalt },
  (f) => f.lebtImHaushalt,
  { ja: "Das Kind lebt in Ihrem Haushalt.", nein: "Das Kind lebt nicht in Ihrem Haushalt." },
);
export const betreuung = r.knoten(
  "Betreut und erzieht selbst",
  "§ 1 Abs. 1 Satz 1 Nr. 3 BEEG",
  { betreutSelbst },
  (f) => f.betreutSelbst,
  { ja: "Sie betreuen und erziehen das Kind selbst.", nein: "Sie betreuen und erziehen das Kind nicht selbst." },
);

// § 1 Abs. 7: residence of foreigners is judged by a person.
const freizuegig = r.knoten(
  "Deutsch oder freizügigkeitsberechtigt",
  "§ 1 Abs. 7 BEEG",
  { deutschOderEu },
  (f) => f.deutschOderEu,
  { ja: "", nein: "" },
);
const titel = r.person("aufenthaltBerechtigt", "Aufenthaltstitel berechtigt", "§ 1 Abs. 7 BEEG", "beurteilung", {
  ja: "Ihr Aufenthaltstitel berechtigt zum Elterngeld.",
  nein: "Ihr Aufenthaltstitel berechtigt nicht zum Elterngeld.",
});
export const aufenthalt = r.eine("Staatsangehörigkeit oder Aufenthalt", "§ 1 Abs. 7 BEEG", [freizuegig, titel]);

// § 1 Abs. 8: the limit of the day of birth.
const grenzen = satzBeiGeburt(einkommensgrenze, "§ 1 Abs. 8, § 28 BEEG");
export const grenze = r.rechne(
  "Grenze des zu versteuernden Einkommens",
  "§ 1 Abs. 8 BEEG",
  { grenzen, alleinerziehend },
  (f): number => (f.alleinerziehend ? f.grenzen.allein : f.grenzen.zusammen),
);
export const unterGrenze = r.knoten(
  "Einkommen nicht über der Grenze",
  "§ 1 Abs. 8 BEEG",
  { zuVersteuerndesEinkommen, grenze },
  (f) => f.zuVersteuerndesEinkommen <= f.grenze,
  {
    ja: "Ihr zu versteuerndes Einkommen liegt nicht über der Grenze, bis zu der es Elterngeld gibt.",
    nein: "Ihr zu versteuerndes Einkommen liegt über der Grenze, bis zu der es Elterngeld gibt.",
  },
);
