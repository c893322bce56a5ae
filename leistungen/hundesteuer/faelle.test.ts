import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Antworten, type Entscheidung, entscheide, type Mandantenrecht, type Nachweisstand, type Urteile } from "#baukasten";
import { formatiereEuro } from "#geld";
import { hundesteuer } from "./leistung.ts";
import type { Hundesteuersatzung } from "./parameter.ts";

const stand = "2026-11-24T08:00:00Z";
const gefunden = (daten: Record<string, unknown>): Nachweisstand => ({ art: "gefunden", stand, daten });
const keinEintrag: Nachweisstand = { art: "keinEintrag", stand };
const schweigt: Nachweisstand = { art: "nichtErreichbar", grund: "keine Antwort" };
const idnr = "11111111111";
const meldung = (plz = "00401", mehr: Record<string, unknown> = {}) =>
  gefunden({
    idnr,
    anschrift: { strasse: "Lindenallee", hausnummer: "4", plz, ort: "Musterstadt" },
    auskunftssperre: false,
    ...mehr,
  });
const mit = (merkzeichen: string[], seit = "2020-01-01", bis: string | null = null) => gefunden({ merkzeichen, seit, bis });

const werte: Hundesteuersatzung = {
  ersterHundCent: 10_800,
  zweiterHundCent: 13_200,
  weitererHundCent: 15_600,
  gefaehrlicherHundCent: 66_000,
  gefaehrlicheRassen: ["Pitbull", "Staffordshire"],
  steuerfreieLebensmonate: 3,
  beginn: "monat",
  beginnNachZuzug: "folgemonat",
  befreitBeiMerkzeichen: ["Bl", "H"],
  ermaessigtAufProzent: { sozialleistung: 50 },
};
const eintrag = (gueltigAb: string, wert: unknown) => ({ gueltigAb, wert, quelle: `Satzung ab ${gueltigAb}` });
const mandant = (mehr: Partial<Mandantenrecht> = {}, satzung: Partial<Hundesteuersatzung> = {}): Mandantenrecht => ({
  schluessel: "musterstadt",
  name: "Stadt Musterstadt",
  land: "NW",
  satzungen: {
    gemeindegebiet: [eintrag("2000-01-01", ["00401"])],
    hundesteuer: [eintrag("2025-01-01", { ...werte, ersterHundCent: 9_600 }), eintrag("2026-01-01", { ...werte, ...satzung })],
  },
  automatik: { hundesteuer: { norm: "§ 12 KAG NRW", gueltigAb: "2020-01-01" } },
  ...mehr,
});

/** What differs from the plain case: one harmless grown-up dog, taken in on 10 March 2026. */
type Abweichung = {
  am?: string;
  mandant?: Mandantenrecht;
  antworten?: Record<string, Record<string, unknown>>;
  nachweise?: Record<string, Nachweisstand>;
  urteile?: Urteile;
};
type Fall = [Abweichung, Entscheidung["art"], string, RegExp?];

function entscheideFall({ am = "2026-11-24", antworten, nachweise, urteile, ...mehr }: Abweichung) {
  const seiten = {
    anliegen: { art: "anmelden" },
    hund: { name: "Bello", rasse: "Dackel", geboren: "2024-05-05" },
    haltung: { seit: "2026-03-10", zugezogen: false },
    andereHunde: { anzahl: 0 },
    gefaehrlich: { antwort: "nein" },
    verguenstigung: { grund: "keine" },
    nachricht: {},
    ...antworten,
  };
  return entscheide(
    hundesteuer,
    {
      eingegangenAm: am,
      antragsteller: { idnr, vornamen: "Maria", nachname: "Beispiel" },
      antworten: seiten as Antworten,
      nachweise: { meldung: meldung(), ...nachweise },
      mandant: mehr.mandant ?? mandant(),
    },
    urteile,
  );
}
const betraege = ({ forderungen = [] }: Entscheidung) =>
  forderungen
    .map(({ von, bis, betragCent }) => `${von} bis ${bis}: ${formatiereEuro(betragCent)}`)
    .join(", ")
    .replaceAll("\u00a0", " ");

function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, [abweichung, art, erwartet, grund]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(abweichung);
      const genannte = [...entscheidung.gruende.map((each) => each.text), ...entscheidung.vonHand];
      assert.deepEqual([entscheidung.art, betraege(entscheidung)], [art, erwartet], genannte.join(" | "));
      if (grund)
        assert.ok(
          genannte.some((each) => grund.test(each)),
          genannte.join(" | "),
        );
    });
}
const abMaerz = "2026-03-01 bis 2026-12-31";
const haltung = (seit: string, zugezogen = false) => ({ haltung: { seit, zugezogen } });
const hund = (mehr: Record<string, unknown>) => ({ hund: { name: "Bello", rasse: "Dackel", geboren: "2024-05-05", ...mehr } });
const gilt = (antwort: string) => ({ gefaehrlich: { antwort } });

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
      /vor mehr als vier Jahren/,
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
