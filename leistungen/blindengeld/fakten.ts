import { beginneRegelwerk } from "#baukasten";
import type { IsoDatum } from "#kalender";
import type { Blindengeldland } from "./parameter.ts";

/** The graph of this service's rules. */
export const r = beginneRegelwerk("blindengeld", "2026-1");
const jaNein = [true, false] as const;

export const geburtsdatum = r.fakt<IsoDatum>("geburtsdatum", {
  titel: "Geburtsdatum",
  klaertDurch: "meldung",
  quelle: "register",
  proben: ["2000-01-01", "1950-01-01"],
});
export const wohntHier = r.fakt<boolean>("wohntHier", {
  titel: "Gemeldet in diesem Land",
  klaertDurch: "meldung",
  quelle: "register",
  proben: jaNein,
  aenderbar: true,
});
export const land = r.fakt<Blindengeldland>("land", {
  titel: "Land, das zahlt",
  klaertDurch: "wohnung",
  quelle: "person",
  proben: ["NW", "NI"],
});
export const merkzeichenBl = r.fakt<boolean>("merkzeichenBl", {
  titel: "Merkzeichen Bl festgestellt",
  klaertDurch: "feststellung",
  quelle: "register",
  proben: jaNein,
});
export const blindSeit = r.fakt<IsoDatum>("blindSeit", {
  titel: "Merkzeichen gilt seit",
  klaertDurch: "feststellung",
  quelle: "register",
  proben: ["2000-01-01"],
});
export const blindBis = r.fakt<IsoDatum>("blindBis", {
  titel: "Merkzeichen gilt bis",
  klaertDurch: "feststellung",
  quelle: "register",
  proben: ["9999-12-31"],
});
export const imHeim = r.fakt<boolean>("imHeim", {
  titel: "In einer Einrichtung, deren Kosten andere tragen",
  klaertDurch: "wohnung",
  quelle: "person",
  proben: jaNein,
});
export const andereLeistung = r.fakt<boolean>("andereLeistung", {
  titel: "Gleichartige Leistung wegen Blindheit",
  klaertDurch: "andere",
  quelle: "person",
  proben: jaNein,
});
