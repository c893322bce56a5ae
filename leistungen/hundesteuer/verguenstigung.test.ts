import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { abMaerz, befund, type Fall, gilt, keinEintrag, mandant, meldung, mit, schweigt } from "./musterfall.ts";

function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, [abweichung, art, erwartet, grund = /./]] of Object.entries(faelle))
    test(name, () => {
      const { gesagt, ...ergebnis } = befund(abweichung);
      assert.deepEqual(ergebnis, { art, betraege: erwartet }, gesagt);
      assert.match(gesagt, grund);
    });
}

const assistenz = (weg = "register") => ({ verguenstigung: { grund: "assistenzhund" }, merkzeichen: { weg } });
const sozial = { verguenstigung: { grund: "sozialleistung" }, beleg: { datei: [] } };
describe("Befreiung und Ermäßigung", () =>
  pruefe({
    "blind, Merkzeichen Bl im Register: befreit": [
      { antworten: assistenz(), nachweise: { feststellung: mit(["G", "Bl"]) } },
      "bewilligt",
      "",
      /von der Steuer befreit/,
    ],
    "Merkzeichen, das nicht befreit": [{ antworten: assistenz(), nachweise: { feststellung: mit(["G"]) } }, "vonHand", ""],
    "Merkzeichen gestern abgelaufen": [
      { antworten: assistenz(), nachweise: { feststellung: mit(["Bl"], "2020-01-01", "2026-11-23") } },
      "vonHand",
      "",
    ],
    "Merkzeichen gilt heute zum letzten Mal": [
      { antworten: assistenz(), nachweise: { feststellung: mit(["Bl"], "2020-01-01", "2026-11-24") } },
      "bewilligt",
      "",
    ],
    "kein Eintrag: ein Mensch, keine Ablehnung": [
      { antworten: assistenz(), nachweise: { feststellung: keinEintrag } },
      "vonHand",
      "",
      /kein Merkzeichen gespeichert/,
    ],
    "Versorgungsverwaltung schweigt": [
      { antworten: assistenz(), nachweise: { feststellung: schweigt } },
      "vonHand",
      "",
      /keine Antwort/,
    ],
    "Ausweis hochgeladen: ein Mensch liest ihn": [{ antworten: assistenz("ausweis") }, "vonHand", "", /Ausweis belegt/],
    "Ausweis hochgeladen, ein Mensch hat ihn gelesen": [
      { antworten: assistenz("ausweis"), urteile: { ausweisGenuegt: true } },
      "bewilligt",
      "",
      /von der Steuer befreit/,
    ],
    "Sozialleistung: ein Mensch liest den Beleg": [{ antworten: sozial }, "vonHand", "", /belegt die Ermäßigung/],
    "Sozialleistung, Beleg genügt: die Hälfte": [
      { antworten: sozial, urteile: { belegGenuegt: true } },
      "bewilligt",
      `${abMaerz}: 45,00 €`,
      /Ihr Nachweis belegt/,
    ],
    "Sozialleistung, Beleg genügt nicht: voller Satz": [
      { antworten: sozial, urteile: { belegGenuegt: false } },
      "bewilligt",
      `${abMaerz}: 90,00 €`,
      /voller? Satz/,
    ],
    "Sozialleistung und gefährlicher Hund": [
      { antworten: { ...sozial, ...gilt("ja") } },
      "vonHand",
      `${abMaerz}: 550,00 €`,
      /für gefährliche Hunde gibt es keine/,
    ],
    "Ermäßigung, die die Satzung nicht kennt": [
      { antworten: { verguenstigung: { grund: "rettungshund" } } },
      "vonHand",
      `${abMaerz}: 90,00 €`,
      /die die Satzung nicht kennt/,
    ],
  }));

describe("Wohnung", () =>
  pruefe({
    "wohnt anderswo: keine Steuer hier": [{ nachweise: { meldung: meldung("00901") } }, "abgelehnt", "", /nicht in der Gemeinde/],
    "Melderegister schweigt": [{ nachweise: { meldung: schweigt } }, "vonHand", "", /keine Antwort/],
    "nicht gemeldet: ein Mensch, keine Ablehnung": [
      { nachweise: { meldung: keinEintrag } },
      "vonHand",
      "",
      /kennt die Person nicht/,
    ],
    "Register liefert jemand anderen": [
      { nachweise: { meldung: meldung("00401", { idnr: "22222222222" }) } },
      "vonHand",
      "",
      /zu einer anderen Person/,
    ],
    "ohne derzeitige Anschrift": [
      { nachweise: { meldung: meldung("00401", { anschrift: null }) } },
      "vonHand",
      "",
      /keine derzeitige Anschrift/,
    ],
  }));

describe("Änderung und Abmeldung: ein Mensch, mit gerechnetem Vorschlag", () =>
  pruefe({
    "ab Juli der zweite Hund": [
      { antworten: { anliegen: { art: "aendern" }, aenderung: { seit: "2026-07-15" }, andereHunde: { anzahl: 1 } } },
      "vonHand",
      "2026-07-01 bis 2026-12-31: 66,00 €",
      /früherer Bescheid/,
    ],
    "gestorben am 10. Oktober: bis Ende Oktober": [
      { antworten: { anliegen: { art: "abmelden" }, haltungsende: { am: "2026-10-10", warum: "gestorben" } } },
      "vonHand",
      "2026-01-01 bis 2026-10-31: 90,00 €",
      /früherer Bescheid/,
    ],
    "abgegeben erst in der Zukunft": [
      { antworten: { anliegen: { art: "abmelden" }, haltungsende: { am: "2026-12-10", warum: "abgegeben" } } },
      "vonHand",
      "2026-01-01 bis 2026-12-31: 108,00 €",
      /in der Zukunft/,
    ],
  }));

describe("Automatik", () =>
  pruefe({
    "der Mandant nennt keine Norm: ein Mensch": [
      { mandant: mandant({ automatik: {} }) },
      "vonHand",
      `${abMaerz}: 90,00 €`,
      /keine Norm hinterlegt/,
    ],
    "Niedersachsen ohne Norm: ein Mensch": [
      { mandant: mandant({ land: "NI", automatik: {} }) },
      "vonHand",
      `${abMaerz}: 90,00 €`,
    ],
    "eine Nachricht: ein Mensch": [
      { antworten: { nachricht: { text: "Bello ist brav." } } },
      "vonHand",
      `${abMaerz}: 90,00 €`,
      /Nachricht/,
    ],
    "ohne Satzung: ein Mensch": [{ mandant: mandant({ satzungen: {} }) }, "vonHand", "", /kein Satz „Hundesteuersatzung“/],
  }));
