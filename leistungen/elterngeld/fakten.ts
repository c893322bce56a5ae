import { beginneRegelwerk, type Knoten, type Parameter } from "#baukasten";
import { euro } from "#geld";
import type { IsoDatum } from "#kalender";
import type { Steuerklasse } from "#lohnsteuer";
import type { Erwerbe } from "./erwerb.ts";
import type { Planmonat } from "./plan.ts";

/** The graph of this service's rules; its parts are facts, income, amount, months, conditions. */
export const r = beginneRegelwerk("elterngeld", "2026-1");
const jaNein = [true, false] as const;

// The child and the household.
export const geburtsdatum = r.fakt<IsoDatum>("geburtsdatum", {
  titel: "Geburtsdatum des Kindes",
  klaertDurch: "geburt",
  quelle: "register",
  proben: ["2026-01-01"],
});
export const mehrlinge = r.fakt<number>("mehrlinge", {
  titel: "Kinder dieser Geburt",
  klaertDurch: "geburt",
  quelle: "register",
  proben: [1, 2],
});
/** A figure as of the day of birth: which law holds follows the birth (§ 28 BEEG), so months of later years need no later figure. */
export const satzBeiGeburt = <T>(parameter: Parameter<T>, norm: string): Knoten<T> => r.parameter(parameter, norm, geburtsdatum);
export type Geschwister = readonly { geburtsdatum: IsoDatum; behinderung: boolean }[];
export const geschwister = r.fakt<Geschwister>("geschwister", {
  titel: "Ältere Kinder im Haushalt",
  klaertDurch: "geschwister",
  quelle: "register",
  proben: [[]],
});
export const wochenZuFrueh = r.fakt<number>("wochenZuFrueh", {
  titel: "Wochen vor dem errechneten Geburtstermin",
  klaertDurch: "fruehgeburt",
  quelle: "person",
  proben: [0, 16],
  aenderbar: false,
});
export const kindMitBehinderung = r.fakt<boolean>("kindMitBehinderung", {
  titel: "Ein Kind im Haushalt hat eine Behinderung",
  klaertDurch: "geschwister",
  quelle: "person",
  proben: jaNein,
  aenderbar: false,
});
export const lebtImHaushalt = r.fakt<boolean>("lebtImHaushalt", {
  titel: "Das Kind lebt im Haushalt",
  klaertDurch: "haushalt",
  quelle: "register",
  proben: jaNein,
  aenderbar: true,
});
export const wohntInDeutschland = r.fakt<boolean>("wohntInDeutschland", {
  titel: "Wohnsitz in Deutschland",
  klaertDurch: "wohnsitz",
  quelle: "register",
  proben: jaNein,
  aenderbar: true,
});
export const betreutSelbst = r.fakt<boolean>("betreutSelbst", {
  titel: "Betreut und erzieht das Kind selbst",
  klaertDurch: "betreuung",
  quelle: "person",
  proben: jaNein,
});
export const deutschOderEu = r.fakt<boolean>("deutschOderEu", {
  titel: "Freizügigkeitsberechtigt",
  klaertDurch: "staatsangehoerigkeit",
  quelle: "person",
  proben: jaNein,
  aenderbar: false,
});
export const alleinerziehend = r.fakt<boolean>("alleinerziehend", {
  titel: "Erzieht allein (§ 24b EStG)",
  klaertDurch: "familie",
  quelle: "person",
  proben: jaNein,
});
export const zuVersteuerndesEinkommen = r.fakt<number>("zuVersteuerndesEinkommenCent", {
  titel: "Zu versteuerndes Einkommen im Jahr vor der Geburt, beide Eltern zusammen",
  klaertDurch: "steuerbescheid",
  quelle: "register",
  proben: [0, euro(1_000_000)],
  aenderbar: true,
});

// Income before the birth.
export const erwerbVor = r.fakt<Erwerbe>("erwerbVor", {
  titel: "Einnahmen im Bemessungszeitraum",
  klaertDurch: "lohndaten",
  quelle: "register",
  proben: [[]],
});
export const steuerklasse = r.fakt<Steuerklasse>("steuerklasse", {
  titel: "Steuerklasse",
  klaertDurch: "lohndaten",
  quelle: "register",
  proben: [1, 3],
});
export const faktor = r.fakt<number>("faktorTausendstel", {
  titel: "Faktor in Steuerklasse IV",
  klaertDurch: "lohndaten",
  quelle: "register",
  proben: [1000],
});
export const kinderfreibetraege = r.fakt<number>("halbeKinderfreibetraege", {
  titel: "Kinderfreibeträge, in Hälften",
  klaertDurch: "lohndaten",
  quelle: "register",
  proben: [0, 2],
});
export const kirchensteuerpflichtig = r.fakt<boolean>("kirchensteuerpflichtig", {
  titel: "Zahlt Kirchensteuer",
  klaertDurch: "lohndaten",
  quelle: "register",
  proben: jaNein,
});

// The months after the birth.
export const eingang = r.fakt<IsoDatum>("eingang", {
  titel: "Eingang des Antrags",
  klaertDurch: "monate",
  quelle: "person",
  proben: ["2026-01-01"],
});
export const plan = r.fakt<readonly Planmonat[]>("plan", {
  titel: "Beantragte Lebensmonate",
  klaertDurch: "monate",
  quelle: "person",
  proben: [[]],
});
export const planDesAnderen = r.fakt<readonly Planmonat[]>("planDesAnderen", {
  titel: "Lebensmonate des anderen Elternteils",
  klaertDurch: "andererElternteil",
  quelle: "person",
  proben: [[]],
});
export const erwerbNach = r.fakt<Erwerbe>("erwerbNach", {
  titel: "Einnahmen im Bezugszeitraum",
  klaertDurch: "arbeitNachher",
  quelle: "person",
  proben: [[]],
});
