import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Antworten, type Entscheidung, entscheide, type Nachweisstand, type Urteile } from "#baukasten";
import { formatiereEuro } from "#geld";
import { blindengeld } from "./leistung.ts";

const stand = "2026-11-24T08:00:00Z";
const gefunden = (daten: Record<string, unknown>): Nachweisstand => ({ art: "gefunden", stand, daten });
const keinEintrag: Nachweisstand = { art: "keinEintrag", stand };
const schweigt: Nachweisstand = { art: "nichtErreichbar", grund: "keine Antwort" };
const idnr = "11111111111";
const wohnung = { strasse: "Lindenweg", hausnummer: "4", plz: "00001", ort: "Musterstadt" };
const meldung = (geburtsdatum: string, mehr: Record<string, unknown> = {}) =>
  gefunden({ idnr, geburtsdatum, anschrift: wohnung, auskunftssperre: false, ...mehr });
const bl = (seit = "2020-01-01", bis: string | null = null, merkzeichen = ["G", "Bl"]) => gefunden({ merkzeichen, seit, bis });

/** What differs from the plain case: 40 years old, mark Bl, at home in North Rhine-Westphalia. */
type Abweichung = {
  am?: string;
  geboren?: string;
  land?: "NW" | "NI" | "anderes";
  antworten?: Record<string, Record<string, unknown>>;
  nachweise?: Record<string, Nachweisstand>;
  urteile?: Urteile;
  /** The Land in which the deciding Mandant lies; as in the Antrag unless said otherwise. */
  mandant?: "NW" | "NI";
};
type Fall = [Abweichung, Entscheidung["art"], string, RegExp?];

function entscheideFall({
  am = "2026-11-24",
  geboren = "1986-03-24",
  land = "NW",
  antworten,
  nachweise,
  urteile,
  mandant,
}: Abweichung) {
  const seiten = {
    wohnung: { ...wohnung, land, heim: false },
    nachweis: { merkzeichen: true },
    andere: { bekommt: false, pflege: false },
    nachricht: {},
    ...antworten,
  };
  return entscheide(
    blindengeld,
    {
      eingegangenAm: am,
      antragsteller: { idnr, vornamen: "Maria", nachname: "Beispiel" },
      antworten: seiten as Antworten,
      nachweise: { meldung: meldung(geboren), feststellung: bl(), ...nachweise },
      ...(mandant && { mandant: { schluessel: "probe", name: "Probekreis", land: mandant, satzungen: {}, automatik: {} } }),
    },
    urteile,
  );
}
const monate = ({ abschnitte }: Entscheidung) =>
  abschnitte
    .map(({ von, bis, betragCent }) => `${von} bis ${bis}: ${formatiereEuro(betragCent)}`)
    .join(", ")
    .replaceAll("\u00a0", " ");

function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, [abweichung, art, erwartet, grund]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(abweichung);
      const genannte = [...entscheidung.gruende.map((each) => each.text), ...entscheidung.vonHand];
      assert.deepEqual([entscheidung.art, monate(entscheidung)], [art, erwartet], genannte.join(" | "));
      if (grund)
        assert.ok(
          genannte.some((each) => grund.test(each)),
          genannte.join(" | "),
        );
    });
}
const ueblich = "2026-11 bis 2026-12";
const voll = `${ueblich}: 913,19 €`;
const nichts = `${ueblich}: 0,00 €`;
const heim = { wohnung: { ...wohnung, land: "NW", heim: true } };

describe("Beträge", () =>
  pruefe({
    "40 Jahre": [{}, "bewilligt", voll, /Merkzeichen Bl/],
    "17 Jahre": [{ geboren: "2009-03-24" }, "bewilligt", `${ueblich}: 457,38 €`],
    "18. Geburtstag am Zweiten: ab dem nächsten Monat": [
      { geboren: "2008-11-02" },
      "bewilligt",
      "2026-11 bis 2026-11: 457,38 €, 2026-12 bis 2026-12: 913,19 €",
    ],
    "18. Geburtstag am Ersten: sofort": [{ geboren: "2008-11-01" }, "bewilligt", voll],
    "60. Geburtstag im November": [
      { geboren: "1966-11-20" },
      "bewilligt",
      "2026-11 bis 2026-11: 913,19 €, 2026-12 bis 2026-12: 473,00 €",
    ],
    "im Antragsmonat geboren": [
      { geboren: "2026-11-05", nachweise: { feststellung: bl("2026-11-05") } },
      "bewilligt",
      `${ueblich}: 457,38 €`,
    ],
    "im Antragsmonat geboren, Niedersachsen": [
      { geboren: "2026-11-05", land: "NI", nachweise: { feststellung: bl("2026-11-05") } },
      "bewilligt",
      `${ueblich}: 450,00 €`,
    ],
    "im Heim: die Hälfte, auf Cent gerundet": [{ antworten: heim }, "bewilligt", `${ueblich}: 456,60 €`],
    "Land des Mandanten": [{ land: "NW", mandant: "NW" }, "bewilligt", voll],
    Niedersachsen: [{ land: "NI" }, "bewilligt", `${ueblich}: 450,00 €`],
    "2023: Satz ab Juli": [{ am: "2023-07-10" }, "bewilligt", "2023-07 bis 2023-12: 841,77 €"],
    "2023: 17 Jahre": [{ am: "2023-07-10", geboren: "2006-03-24" }, "bewilligt", "2023-07 bis 2023-12: 421,61 €"],
    "2023: 60 Jahre": [{ am: "2023-07-10", geboren: "1960-03-24" }, "bewilligt", "2023-07 bis 2023-12: 473,00 €"],
    "2024: Satz ab Juli": [{ am: "2024-06-10" }, "bewilligt", "2024-06 bis 2024-06: 841,77 €, 2024-07 bis 2024-12: 880,28 €"],
    "2024: 17 Jahre": [{ am: "2024-07-10", geboren: "2007-03-24" }, "bewilligt", "2024-07 bis 2024-12: 440,90 €"],
    "2025: Satz ab Juli": [{ am: "2025-06-10" }, "bewilligt", "2025-06 bis 2025-06: 880,28 €, 2025-07 bis 2025-12: 913,19 €"],
    "2027: kein Satz hinterlegt": [{ am: "2027-01-10" }, "vonHand", "", /01.01.2027 ist kein Satz/],
    "vor Juli 2023: kein Satz hinterlegt": [{ am: "2023-06-10" }, "vonHand", "", /01.06.2023 ist kein Satz/],
  }));

describe("Blindheit", () =>
  pruefe({
    "Merkzeichen erst ab Dezember": [
      { nachweise: { feststellung: bl("2026-12-31") }, urteile: { blindNachAttest: false } },
      "bewilligt",
      "2026-11 bis 2026-11: 0,00 €, 2026-12 bis 2026-12: 913,19 €",
      /noch nicht/,
    ],
    "Merkzeichen endet am 30. November": [
      { nachweise: { feststellung: bl("2020-01-01", "2026-11-30") }, urteile: { blindNachAttest: false } },
      "bewilligt",
      "2026-11 bis 2026-11: 913,19 €, 2026-12 bis 2026-12: 0,00 €",
      /abgelaufen/,
    ],
    "kein Merkzeichen: ein Mensch liest die Bescheinigung": [
      { antworten: { nachweis: { merkzeichen: false } }, nachweise: { feststellung: keinEintrag } },
      "vonHand",
      nichts,
      /Nicht geklärt: Blind nach augenärztlicher/,
    ],
    "kein Merkzeichen, Bescheinigung genügt": [
      {
        antworten: { nachweis: { merkzeichen: false } },
        nachweise: { feststellung: keinEintrag },
        urteile: { blindNachAttest: true },
      },
      "bewilligt",
      voll,
      /augenärztliche Bescheinigung weist/,
    ],
    "kein Merkzeichen, Bescheinigung genügt nicht": [
      {
        antworten: { nachweis: { merkzeichen: false } },
        nachweise: { feststellung: keinEintrag },
        urteile: { blindNachAttest: false },
      },
      "abgelehnt",
      nichts,
      /nicht nachgewiesen/,
    ],
    "anderes Merkzeichen, im Antrag Bl": [
      { nachweise: { feststellung: bl("2020-01-01", null, ["G"]) } },
      "vonHand",
      nichts,
      /laut Versorgungsverwaltung nicht/,
    ],
    "Versorgungsverwaltung schweigt": [
      { nachweise: { feststellung: schweigt } },
      "vonHand",
      nichts,
      /„feststellung“ nicht erhalten/,
    ],
    "unlesbare Auskunft": [{ nachweise: { feststellung: gefunden({ mz: "Bl" }) } }, "vonHand", nichts, /nicht lesen können/],
  }));

describe("Wohnung und andere Leistungen", () =>
  pruefe({
    "nicht gemeldet: ein Mensch beurteilt": [
      { nachweise: { meldung: meldung("1986-03-24", { anschrift: null }) } },
      "vonHand",
      nichts,
      /Gewöhnlicher Aufenthalt ohne Meldung/,
    ],
    "nicht gemeldet, kein Aufenthalt": [
      { nachweise: { meldung: meldung("1986-03-24", { anschrift: null }) }, urteile: { gewoehnlicherAufenthalt: false } },
      "abgelehnt",
      nichts,
      /nicht gewöhnlich in diesem Land/,
    ],
    "anderes Land": [{ land: "anderes" }, "vonHand", nichts, /keine Beträge hinterlegt/],
    "Land des Antrags ist nicht das des Mandanten": [
      { land: "NW", mandant: "NI" },
      "vonHand",
      voll,
      /anderes Land als das, in dem/,
    ],
    "andere Anschrift im Melderegister": [
      { nachweise: { meldung: meldung("1986-03-24", { anschrift: { ...wohnung, plz: "00002" } }) } },
      "vonHand",
      voll,
      /weicht vom Melderegister ab/,
    ],
    "Melderegister kennt die Person nicht": [
      { nachweise: { meldung: keinEintrag } },
      "vonHand",
      nichts,
      /kennt die antragstellende/,
    ],
    "Melderegister nennt eine andere Person": [
      { nachweise: { meldung: meldung("1986-03-24", { idnr: "99999999999" }) } },
      "vonHand",
      nichts,
      /anderen Person/,
    ],
    "gleichartige Leistung": [
      { antworten: { andere: { bekommt: true, pflege: false } } },
      "abgelehnt",
      nichts,
      /gleichartige Leistung/,
    ],
    Pflegegrad: [{ antworten: { andere: { bekommt: false, pflege: true } } }, "vonHand", voll, /Pflegegrad/],
    Nachricht: [{ antworten: { nachricht: { text: "Danke" } } }, "vonHand", voll, /Nachricht/],
  }));
