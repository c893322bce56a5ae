import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { abMaerz, befund, type Fall, gilt, haltung, hund, mandant } from "./musterfall.ts";

function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, [abweichung, art, erwartet, grund = /./]] of Object.entries(faelle))
    test(name, () => {
      const { gesagt, ...ergebnis } = befund(abweichung);
      assert.deepEqual(ergebnis, { art, betraege: erwartet }, gesagt);
      assert.match(gesagt, grund);
    });
}

describe("Anmeldung: Beginn und Monate", () =>
  pruefe({
    "aufgenommen im März: zehn Monate": [
      { antworten: haltung("2026-03-10") },
      "bewilligt",
      `${abMaerz}: 90,00 €`,
      /halten hier einen Hund/,
    ],
    "am letzten Tag des März": [{ antworten: haltung("2026-03-31") }, "bewilligt", `${abMaerz}: 90,00 €`],
    "am ersten April": [{ antworten: haltung("2026-04-01") }, "bewilligt", "2026-04-01 bis 2026-12-31: 81,00 €"],
    "am ersten Januar: das ganze Jahr": [
      { antworten: haltung("2026-01-01") },
      "bewilligt",
      "2026-01-01 bis 2026-12-31: 108,00 €",
    ],
    "im Dezember: ein Monat": [
      { am: "2026-12-20", antworten: haltung("2026-12-15") },
      "bewilligt",
      "2026-12-01 bis 2026-12-31: 9,00 €",
    ],
    "hergezogen: ab dem Folgemonat": [
      { antworten: haltung("2026-03-10", true) },
      "bewilligt",
      "2026-04-01 bis 2026-12-31: 81,00 €",
    ],
    "hergezogen im Dezember: erst ab Januar, Satz des neuen Jahres": [
      { am: "2026-12-20", antworten: haltung("2026-12-15", true) },
      "bewilligt",
      "2027-01-01 bis 2027-12-31: 108,00 €",
    ],
    "Welpe, am 10. März drei Monate alt: ab März": [
      { antworten: { ...haltung("2026-02-05"), ...hund({ geboren: "2025-12-10" }) } },
      "bewilligt",
      `${abMaerz}: 90,00 €`,
    ],
    "Satzung rechnet ab dem Folgemonat": [
      { mandant: mandant({}, { beginn: "folgemonat" }) },
      "bewilligt",
      "2026-04-01 bis 2026-12-31: 81,00 €",
    ],
    "seit dem Vorjahr: jedes Jahr mit seinem Satz": [
      { antworten: haltung("2025-11-20") },
      "bewilligt",
      "2025-11-01 bis 2025-12-31: 16,00 €, 2026-01-01 bis 2026-12-31: 108,00 €",
    ],
    "seit einem Jahr, für das kein Satz hinterlegt ist": [
      { antworten: { ...haltung("2024-11-20"), ...hund({ geboren: "2020-01-01" }) } },
      "vonHand",
      "",
      /01.11.2024 ist bei Stadt Musterstadt kein Satz/,
    ],
    "genau vier Jahre": [
      { antworten: { ...haltung("2022-11-24"), ...hund({ geboren: "2020-01-01" }) } },
      "vonHand",
      "",
      /vor mehr als 4 Jahren/,
    ],
    "Beginn morgen": [{ antworten: haltung("2026-11-25") }, "vonHand", "2026-11-01 bis 2026-12-31: 18,00 €", /in der Zukunft/],
    "gehalten vor der Geburt": [
      { antworten: { ...haltung("2026-03-10"), ...hund({ geboren: "2026-03-11" }) } },
      "vonHand",
      "2026-06-01 bis 2026-12-31: 63,00 €",
      /bevor er geboren ist/,
    ],
  }));

describe("Satz", () =>
  pruefe({
    "zweiter Hund": [{ antworten: { andereHunde: { anzahl: 1 } } }, "bewilligt", `${abMaerz}: 110,00 €`],
    "dritter Hund": [{ antworten: { andereHunde: { anzahl: 2 } } }, "bewilligt", `${abMaerz}: 130,00 €`],
    "fünfter Hund wie der dritte": [{ antworten: { andereHunde: { anzahl: 4 } } }, "bewilligt", `${abMaerz}: 130,00 €`],
    "gefährlicher Hund": [{ antworten: gilt("ja") }, "bewilligt", `${abMaerz}: 550,00 €`],
    "gefährlicher Hund als zweiter: sein eigener Satz": [
      { antworten: { ...gilt("ja"), andereHunde: { anzahl: 1 } } },
      "bewilligt",
      `${abMaerz}: 550,00 €`,
    ],
    "weiß nicht, ob gefährlich": [{ antworten: gilt("weissNicht") }, "vonHand", "", /Gefährlicher Hund/],
    "Rasse der Liste, laut Antrag harmlos": [
      { antworten: hund({ rasse: "American Staffordshire-Terrier" }) },
      "vonHand",
      `${abMaerz}: 90,00 €`,
      /zählt nach der Satzung zu den gefährlichen/,
    ],
    "Mischling mit einer Rasse der Liste": [
      { antworten: hund({ rasse: "Mischling (Labrador, Pitbull)" }) },
      "vonHand",
      `${abMaerz}: 90,00 €`,
      /Pitbull/,
    ],
    "Rasse der Liste und als gefährlich angemeldet": [
      { antworten: { ...hund({ rasse: "Pitbull" }), ...gilt("ja") } },
      "bewilligt",
      `${abMaerz}: 550,00 €`,
    ],
    "ein Satz, der nicht durch zwölf geht, wird abgerundet": [
      { mandant: mandant({}, { ersterHundCent: 10_001 }) },
      "bewilligt",
      `${abMaerz}: 83,34 €`,
    ],
  }));
