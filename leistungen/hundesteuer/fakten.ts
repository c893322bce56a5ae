import { beginneRegelwerk } from "#baukasten";
import type { IsoDatum } from "#kalender";
import type { Ermaessigung } from "./parameter.ts";

export type Verguenstigung = "keine" | "assistenzhund" | Ermaessigung;

/** The graph of this service's rules. */
export const r = beginneRegelwerk("hundesteuer", "2026-1");
const jaNein = [true, false] as const;

export const wohntHier = r.fakt<boolean>("wohntHier", {
  titel: "In der Gemeinde gemeldet",
  klaertDurch: "meldung",
  quelle: "register",
  proben: jaNein,
});
/** The first of the month from which on there is a tax, as the Satzung counts it. */
export const beginn = r.fakt<IsoDatum>("beginn", {
  titel: "Steuerpflicht ab",
  klaertDurch: "haltung",
  quelle: "person",
  proben: ["2026-01-01"],
});
export const ende = r.fakt<IsoDatum>("ende", {
  titel: "Steuerpflicht bis",
  klaertDurch: "haltungsende",
  quelle: "person",
  proben: ["9999-12-31"],
});
export const rang = r.fakt<number>("rang", {
  titel: "Der wievielte Hund im Haushalt",
  klaertDurch: "andereHunde",
  quelle: "person",
  proben: [1, 2, 3],
});
export const gefaehrlich = r.fakt<boolean>("gefaehrlich", {
  titel: "Gefährlicher Hund",
  klaertDurch: "gefaehrlich",
  quelle: "person",
  proben: jaNein,
});
export const verguenstigung = r.fakt<Verguenstigung>("verguenstigung", {
  titel: "Beantragte Vergünstigung",
  klaertDurch: "verguenstigung",
  quelle: "person",
  proben: ["keine", "assistenzhund", "sozialleistung"],
});
/** Of the register only: those that hold today. */
export const merkzeichen = r.fakt<readonly string[]>("merkzeichen", {
  titel: "Merkzeichen",
  klaertDurch: "feststellung",
  quelle: "register",
  proben: [[], ["Bl"]],
});
