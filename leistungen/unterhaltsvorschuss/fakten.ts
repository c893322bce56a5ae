import { beginneRegelwerk } from "#baukasten";
import { euro } from "#geld";
import type { IsoDatum } from "#kalender";

/** The graph of this service's rules; its parts are facts, amount, conditions. */
export const r = beginneRegelwerk("unterhaltsvorschuss", "2026-1");
const jaNein = [true, false] as const;

// The facts, each with what settles it.
export const geburtsdatum = r.fakt<IsoDatum>("geburtsdatum", {
  titel: "Geburtsdatum des Kindes",
  klaertDurch: "geburt",
  quelle: "register",
  proben: ["2021-01-01", "2011-01-01"],
});
export const lebtBeiElternteil = r.fakt<boolean>("lebtBeiElternteil", {
  titel: "Das Kind lebt beim Elternteil",
  klaertDurch: "haushalt",
  quelle: "register",
  proben: jaNein,
  aenderbar: true,
});
export const lebtDortSeit = r.fakt<IsoDatum>("lebtDortSeit", {
  titel: "Das Kind lebt dort seit",
  klaertDurch: "zuhause",
  quelle: "person",
  proben: ["2000-01-01"],
});
export const familienstand = r.fakt<string>("familienstand", {
  titel: "Familienstand des Elternteils",
  klaertDurch: "familienstand",
  quelle: "register",
  proben: ["ledig", "zusammen"],
  aenderbar: ["geschieden", "zusammen"],
});
export const getrenntSeit = r.fakt<IsoDatum>("getrenntSeit", {
  titel: "Dauernd getrennt lebend seit",
  klaertDurch: "trennung",
  quelle: "person",
  proben: ["2000-01-01"],
  aenderbar: true,
});
export const zusammenMitAnderem = r.fakt<boolean>("zusammenMitAnderem", {
  titel: "Elternteile leben zusammen",
  klaertDurch: "haushalt",
  quelle: "register",
  proben: jaNein,
  aenderbar: true,
});
export const unterhalt = r.fakt<number>("unterhaltCent", {
  titel: "Unterhalt des anderen Elternteils im Monat",
  klaertDurch: "unterhalt",
  quelle: "person",
  proben: [0, euro(1000)],
});
export const waisenbezuege = r.fakt<number>("waisenbezuegeCent", {
  titel: "Waisenbezüge im Monat",
  klaertDurch: "waisenbezuege",
  quelle: "person",
  proben: [0, euro(1000)],
  aenderbar: false,
});
export const kindergeldBeimAnderen = r.fakt<boolean>("kindergeldBeimAnderen", {
  titel: "Der andere Elternteil bekommt das Kindergeld",
  klaertDurch: "kindergeld",
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
export const beziehtSgb2 = r.fakt<boolean>("beziehtSgb2", {
  titel: "Das Kind bezieht Leistungen nach dem SGB II",
  klaertDurch: "jobcenter",
  quelle: "register",
  proben: jaNein,
  aenderbar: true,
});
export const uvVermeidetSgb2 = r.fakt<boolean>("uvVermeidetSgb2", {
  titel: "Die Leistung vermeidet die Hilfebedürftigkeit",
  klaertDurch: "jobcenter",
  quelle: "register",
  proben: jaNein,
});
export const einkommen = r.fakt<number>("einkommenCent", {
  titel: "Einkommen des Elternteils im Monat",
  klaertDurch: "sgb2",
  quelle: "person",
  proben: [0, euro(600)],
});
export const einkommenBelegt = r.fakt<boolean>("einkommenBelegt", {
  titel: "Das Einkommen steht im Bescheid des Jobcenters",
  klaertDurch: "jobcenter",
  quelle: "register",
  proben: jaNein,
});
export const tage = r.tage();
