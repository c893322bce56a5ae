import { beginneRegelwerk } from "#baukasten";
import { euro } from "#geld";
import type { IsoDatum, Monat } from "#kalender";

/** The graph of this service's rules; its parts are facts, the parents' need and income, the amount, whether the family needs SGB II. */
export const r = beginneRegelwerk("kinderzuschlag", "2026-1");
const jaNein = [true, false] as const;

/** A child in the household. Income in cents a month, without Kindergeld, Wohngeld and Kinderzuschlag. */
export type Kind = { geburtsdatum: IsoDatum; verheiratet: boolean; mitKindergeld: boolean; einkommenCent: number };
/** Work of one parent. `absetzungenCent`: as a Jobcenter found them (§ 11b SGB II); null: they follow from the gross wage. */
export type Erwerb = { bruttoCent: number; nettoCent: number; absetzungenCent: number | null };

export const kinder = r.fakt<readonly Kind[]>("kinder", {
  titel: "Kinder im Haushalt",
  klaertDurch: "kinder",
  quelle: "person",
  proben: [[], [{ geburtsdatum: "2020-01-01", verheiratet: false, mitKindergeld: true, einkommenCent: 0 }]],
});
export const mitPartner = r.fakt<boolean>("mitPartner", {
  titel: "Mit Ehegatten oder Partner im Haushalt",
  klaertDurch: "familie",
  quelle: "person",
  proben: jaNein,
});
export const alleinerziehend = r.fakt<boolean>("alleinerziehend", {
  titel: "Alleinerziehend",
  klaertDurch: "familie",
  quelle: "person",
  proben: jaNein,
});
export const erwerb = r.fakt<readonly Erwerb[]>("erwerb", {
  titel: "Einkommen aus Arbeit",
  klaertDurch: "einkommen",
  quelle: "person",
  proben: [[], [{ bruttoCent: euro(1500), nettoCent: euro(1200), absetzungenCent: null }]],
});
export const anderesEinkommen = r.fakt<number>("anderesEinkommenCent", {
  titel: "Anderes Einkommen der Eltern im Monat",
  klaertDurch: "anderesEinkommen",
  quelle: "person",
  proben: [0, euro(1000)],
});
export const warmmiete = r.fakt<number>("warmmieteCent", {
  titel: "Warmmiete der Wohnung",
  klaertDurch: "wohnung",
  quelle: "person",
  proben: [0, euro(900)],
});
export const personenInWohnung = r.fakt<number>("personenInWohnung", {
  titel: "Personen in der Wohnung",
  klaertDurch: "wohnung",
  quelle: "person",
  proben: [3],
});
/** Null: nothing was found by a Jobcenter, the rules derive it. */
export const bescheinigterMehrbedarf = r.fakt<number | null>("bescheinigterMehrbedarfCent", {
  titel: "Mehrbedarf laut Bescheid des Jobcenters",
  klaertDurch: "familie",
  quelle: "person",
  proben: [null],
});
export const vermoegen = r.fakt<number>("vermoegenCent", {
  titel: "Vermögen der Familie",
  klaertDurch: "vermoegen",
  quelle: "person",
  proben: [0, euro(500_000)],
});
export const wohngeld = r.fakt<number>("wohngeldCent", {
  titel: "Wohngeld im Monat",
  klaertDurch: "wohngeld",
  quelle: "person",
  proben: [0, euro(1000)],
});
export const beziehtSgb = r.fakt<boolean>("beziehtSgb", {
  titel: "Leistungen vom Jobcenter oder Sozialamt",
  klaertDurch: "sozialleistung",
  quelle: "person",
  proben: jaNein,
});
export const ersterMonat = r.fakt<Monat>("ersterMonat", {
  titel: "Erster Monat",
  klaertDurch: "familie",
  quelle: "person",
  proben: ["2026-01"],
});
