import { defineParameter, defineSatzung } from "#baukasten";
import { Gebiete } from "../strassen.ts";

/** The Laender whose day is entered. */
export const eingetrageneLaender = ["NW", "NI"] as const;
export type Schulland = (typeof eingetrageneLaender)[number];

/**
 * The last birthday, as month and day, with which a child who turns six has to go to school in the same year. "Bis zum Beginn des 30.
 * September" (NW) is completed by who has the birthday on that day; "bis zum 30. September vollenden" (NI) also by who has it on the next
 * one, because a year of life ends on the day before the birthday (§ 187 Abs. 2 Satz 2, § 188 Abs. 2 BGB).
 */
export const letzterGeburtstag = defineParameter<Readonly<Record<Schulland, string>>>({
  schluessel: "schulpflichtStichtag",
  titel: "Letzter Geburtstag, mit dem die Schulpflicht im selben Jahr beginnt",
  einheit: "Monat und Tag",
  saetze: [
    {
      gueltigAb: "2023-08-01",
      wert: { NW: "09-30", NI: "10-01" },
      quelle: "§ 35 Abs. 1 SchulG NRW; § 64 Abs. 1 Satz 1 NSchG",
    },
  ],
  geprueftBis: "2026-12-31",
});

export const schulpflichtalter = defineParameter<number>({
  schluessel: "schulpflichtalter",
  titel: "Lebensjahre, mit denen die Schulpflicht beginnt",
  einheit: "Jahre",
  saetze: [{ gueltigAb: "2023-08-01", wert: 6, quelle: "§ 35 Abs. 1 SchulG NRW; § 64 Abs. 1 Satz 1 NSchG" }],
  geprueftBis: "2026-12-31",
});

/** Which school is responsible for which house. `schluessel` and `name` are those of the school. */
export const schulbezirke = defineSatzung({
  schluessel: "schulbezirke",
  titel: "Schulbezirke der Grundschulen",
  einheit: "Straßen und Hausnummern",
  form: Gebiete,
});
