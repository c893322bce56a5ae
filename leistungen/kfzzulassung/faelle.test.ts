import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Antworten, type Entscheidung, entscheide, KeinSatz, type Nachweisstand, type Parameter } from "#baukasten";
import { plusTage } from "#kalender";
import { kfzzulassung } from "./leistung.ts";
import { gebuehrWunsch, gebuehrZulassung, zulaessigerStand } from "./parameter.ts";

const stand = "2026-11-24T08:00:00Z";
const idnr = "11111111111";
const fin = "WFW12345678901234";
const schweigt: Nachweisstand = { art: "nichtErreichbar", grund: "keine Antwort" };
const keinEintrag: Nachweisstand = { art: "keinEintrag", stand };
const gefunden = (daten: Record<string, unknown>): Nachweisstand => ({ art: "gefunden", stand, daten });
const wohnung = { strasse: "Lindenweg", hausnummer: "4", plz: "00401", ort: "Musterstadt" };
const meldung = (mehr: Record<string, unknown> = {}) =>
  gefunden({ idnr, anschrift: wohnung, meldebehoerde: "musterstadt", auskunftssperre: false, ...mehr });
const fahrzeug = (mehr: Record<string, unknown> = {}) =>
  gefunden({
    fin,
    kennzeichen: "ZZM-AB 123",
    status: "zugelassen",
    codeTeil1Stimmt: true,
    codeTeil2Stimmt: true,
    hauptuntersuchungBis: "2027-08-31",
    gesucht: false,
    halterIstAntragsteller: false,
    ...mehr,
  });
const versicherung = (mehr: Record<string, unknown> = {}) =>
  gefunden({ idnr, evb: "ABC1234", versicherer: "Musterversicherung", gueltigAb: "2026-01-01", gueltigBis: null, ...mehr });
const rueckstaende = (mehr: Record<string, unknown> = {}) => gefunden({ idnr, kfzSteuer: false, gebuehren: false, ...mehr });
const kennzeichen = (mehr: Record<string, unknown> = {}) => gefunden({ idnr, kennzeichen: "ZZM-XY 4711", ...mehr });

const mandant = { schluessel: "musterstadt", name: "Stadt Musterstadt", land: "NW", satzungen: {}, automatik: {} } as const;
const umschreibung: Record<string, Record<string, unknown>> = {
  vorhaben: { art: "halterwechsel" },
  fahrzeug: { kennzeichen: "ZZM AB 123", fin, codeTeil1: "AAAAAAA", codeTeil2: "BBBBBBBBBBBB" },
  halter: { selbst: true },
  versicherung: { evb: "abc1234" },
  kennzeichen: { wahl: "naechstes" },
  steuer: { iban: "DE02120300000000202051", inhaber: "Maria Beispiel", mandat: true },
  nachricht: {},
};
const neu: Record<string, Record<string, unknown>> = {
  ...umschreibung,
  vorhaben: { art: "neu" },
  neufahrzeug: { fin, codeTeil2: "BBBBBBBBBBBB" },
  kennzeichenNeu: { wahl: "naechstes" },
};
const wieder = { ...umschreibung, vorhaben: { art: "wieder" }, kennzeichen: { wahl: "behalten" } };
const neuImRegister = fahrzeug({ status: "neu", kennzeichen: null, codeTeil1Stimmt: null, hauptuntersuchungBis: null });

type Abweichung = {
  am?: string;
  antworten?: Record<string, Record<string, unknown>>;
  nachweise?: Record<string, Nachweisstand | undefined>;
};
const entscheideFall = ({ am = "2026-11-24", antworten = umschreibung, nachweise }: Abweichung = {}): Entscheidung =>
  entscheide(kfzzulassung, {
    eingegangenAm: am,
    antragsteller: { idnr, vornamen: "Maria Luise", nachname: "Beispiel" },
    antworten: antworten as Antworten,
    nachweise: {
      meldung: meldung(),
      fahrzeug: fahrzeug(),
      versicherung: versicherung(),
      rueckstaende: rueckstaende(),
      kennzeichen: kennzeichen(),
      ...nachweise,
    },
    mandant,
  });
const mit = (seite: string, werte: Record<string, unknown>, von = umschreibung) => ({
  ...von,
  [seite]: { ...von[seite], ...werte },
});

describe("Zugelassen ohne einen Menschen", () => {
  const faelle: Record<string, [Abweichung, string, number]> = {
    "Halterwechsel, nächstes Kennzeichen": [{}, "ZZM-XY 4711", 1280],
    "Halterwechsel, Kennzeichen bleibt": [
      { antworten: mit("kennzeichen", { wahl: "behalten" }), nachweise: { kennzeichen: undefined } },
      "ZZM-AB 123",
      1280,
    ],
    "Halterwechsel eines abgemeldeten Fahrzeugs": [
      { nachweise: { fahrzeug: fahrzeug({ status: "ausserBetrieb" }) } },
      "ZZM-XY 4711",
      1280,
    ],
    Wiederzulassung: [
      {
        antworten: wieder,
        nachweise: { fahrzeug: fahrzeug({ status: "ausserBetrieb", halterIstAntragsteller: true }), kennzeichen: undefined },
      },
      "ZZM-AB 123",
      990,
    ],
    "Erstzulassung: ohne Teil I und ohne Hauptuntersuchung": [
      { antworten: neu, nachweise: { fahrzeug: neuImRegister } },
      "ZZM-XY 4711",
      1280,
    ],
    "Wunschkennzeichen kostet mehr": [
      {
        antworten: { ...mit("kennzeichen", { wahl: "wunsch" }), wunsch: { kennzeichen: "ZZM-MB 1" } },
        nachweise: { kennzeichen: kennzeichen({ kennzeichen: "ZZM-MB 1" }) },
      },
      "ZZM-MB 1",
      2300,
    ],
    "Hauptuntersuchung läuft heute ab": [
      { nachweise: { fahrzeug: fahrzeug({ hauptuntersuchungBis: "2026-11-24" }) } },
      "ZZM-XY 4711",
      1280,
    ],
    "versichert ab heute": [{ nachweise: { versicherung: versicherung({ gueltigAb: "2026-11-24" }) } }, "ZZM-XY 4711", 1280],
    "Konto nur mit einem Vornamen geschrieben": [
      { antworten: mit("steuer", { inhaber: "Beispiel Maria" }) },
      "ZZM-XY 4711",
      1280,
    ],
  };
  for (const [name, [abweichung, erwartet, cent]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(abweichung);
      assert.equal(entscheidung.art, "bewilligt", entscheidung.vonHand.join(" | "));
      assert.equal(entscheidung.tatsachen.find(({ text }) => text === "Kennzeichen")?.wert, erwartet);
      assert.deepEqual(
        entscheidung.forderungen?.map(({ betragCent }) => betragCent),
        [cent],
      );
    });
});

describe("Was die Maschine nicht zulassen kann, entscheidet die Behörde (§ 19 Abs. 1 Satz 4 FZV)", () => {
  const faelle: Record<string, [Abweichung, RegExp]> = {
    "jemand anderes wird Halter": [{ antworten: mit("halter", { selbst: false }) }, /nur zulassen, wer selbst/],
    "Code Teil I falsch": [{ nachweise: { fahrzeug: fahrzeug({ codeTeil1Stimmt: false }) } }, /Teil I stimmt nicht/],
    "Code Teil II falsch": [{ nachweise: { fahrzeug: fahrzeug({ codeTeil2Stimmt: false }) } }, /Teil II stimmt nicht/],
    "Hauptuntersuchung gestern abgelaufen": [
      { nachweise: { fahrzeug: fahrzeug({ hauptuntersuchungBis: "2026-11-23" }) } },
      /abgelaufen/,
    ],
    "versichert erst morgen": [{ nachweise: { versicherung: versicherung({ gueltigAb: "2026-11-25" }) } }, /erst später/],
    Steuerrückstand: [{ nachweise: { rueckstaende: rueckstaende({ kfzSteuer: true }) } }, /Kraftfahrzeugsteuer offen/],
    Gebührenrückstand: [{ nachweise: { rueckstaende: rueckstaende({ gebuehren: true }) } }, /Gebühren aus früheren/],
    "ohne Mandat": [{ antworten: mit("steuer", { mandat: false }) }, /Lastschriftmandat/],
    "neu, steht aber schon im Verkehr": [{ antworten: neu }, /schon einmal zugelassen/],
    "umschreiben, war aber nie zugelassen": [{ nachweise: { fahrzeug: neuImRegister } }, /noch nie zugelassen/],
    "wieder zulassen, ist aber zugelassen": [{ antworten: wieder }, /nicht außer Betrieb/],
  };
  for (const [name, [abweichung, erwartet]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(abweichung);
      assert.deepEqual([entscheidung.art, entscheidung.vorschlag], ["vonHand", "abgelehnt"], entscheidung.vonHand.join(" | "));
      assert.match(entscheidung.vonHand.join(" "), /§ 19 Abs\. 1 Satz 4 FZV/);
      assert.match(entscheidung.gruende.map(({ text }) => text).join(" | "), erwartet);
    });
});

describe("Register schweigt oder widerspricht", () => {
  const faelle: Record<string, [Abweichung, RegExp]> = {
    "Fahrzeugregister schweigt": [{ nachweise: { fahrzeug: schweigt } }, /keine Antwort/],
    "Versicherung schweigt": [{ nachweise: { versicherung: schweigt } }, /keine Antwort/],
    "Rückstände unbekannt": [{ nachweise: { rueckstaende: schweigt } }, /keine Antwort/],
    "Melderegister schweigt": [{ nachweise: { meldung: schweigt } }, /keine Antwort/],
    "kein Kennzeichen zu bekommen": [{ nachweise: { kennzeichen: schweigt } }, /Kennzeichen steht noch nicht fest/],
    "Fahrzeug unbekannt": [{ nachweise: { fahrzeug: keinEintrag } }, /kennt das Fahrzeug nicht/],
    "eVB unbekannt": [{ nachweise: { versicherung: keinEintrag } }, /keine Versicherungsbestätigung/],
    "eVB abgelaufen": [{ nachweise: { versicherung: versicherung({ gueltigBis: "2026-11-23" }) } }, /abgelaufen/],
    "Auskunft zu einer anderen eVB": [{ nachweise: { versicherung: versicherung({ evb: "ZZZ9999" }) } }, /anderen eVB/],
    "Wunschkennzeichen vergeben": [
      {
        antworten: { ...mit("kennzeichen", { wahl: "wunsch" }), wunsch: { kennzeichen: "ZZM-AB 123" } },
        nachweise: { kennzeichen: keinEintrag },
      },
      /nicht frei/,
    ],
    "anderes Fahrzeug": [{ nachweise: { fahrzeug: fahrzeug({ fin: "WFW00000000000000" }) } }, /anderen Fahrzeug/],
    "andere Person": [{ nachweise: { rueckstaende: rueckstaende({ idnr: "22222222222" }) } }, /anderen Person/],
    "unlesbare Antwort": [{ nachweise: { fahrzeug: fahrzeug({ status: "verschrottet" }) } }, /nicht lesen/],
    "Kennzeichen weicht ab": [{ nachweise: { fahrzeug: fahrzeug({ kennzeichen: "ZZM-CD 999" }) } }, /laut Register/],
    "zur Fahndung ausgeschrieben": [{ nachweise: { fahrzeug: fahrzeug({ gesucht: true }) } }, /Fahndung/],
    "gehört mir schon": [
      { nachweise: { fahrzeug: fahrzeug({ halterIstAntragsteller: true }) } },
      /schon auf die antragstellende/,
    ],
    "anderswo gemeldet": [{ nachweise: { meldung: meldung({ meldebehoerde: "beispielkreis" }) } }, /anderen Behörde/],
    "fremdes Konto": [{ antworten: mit("steuer", { inhaber: "Peter Fremd" }) }, /dessen Unterschrift/],
    Nachricht: [{ antworten: mit("nachricht", { text: "Bitte mit Saisonkennzeichen." }) }, /Nachricht/],
    "2027: keine Gebühr hinterlegt": [{ am: "2027-01-04" }, /kein Satz/],
  };
  for (const [name, [abweichung, erwartet]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(abweichung);
      assert.equal(entscheidung.art, "vonHand");
      assert.match(entscheidung.vonHand.join(" | "), erwartet);
    });

  test("nie automatisch abgelehnt, und zugelassen nur, wenn alles stimmt", () => {
    const irgendein = (stimmt: Nachweisstand, ...andere: Nachweisstand[]) =>
      fc.constantFrom(stimmt, schweigt, keinEintrag, ...andere);
    const lage = fc.record({
      meldung: irgendein(meldung(), meldung({ anschrift: null })),
      fahrzeug: irgendein(fahrzeug(), fahrzeug({ codeTeil2Stimmt: false }), fahrzeug({ hauptuntersuchungBis: "2020-01-01" })),
      versicherung: irgendein(versicherung(), versicherung({ gueltigAb: "2027-01-01" })),
      rueckstaende: irgendein(rueckstaende(), rueckstaende({ kfzSteuer: true })),
      kennzeichen: irgendein(kennzeichen()),
    });
    const stimmt = {
      meldung: meldung(),
      fahrzeug: fahrzeug(),
      versicherung: versicherung(),
      rueckstaende: rueckstaende(),
      kennzeichen: kennzeichen(),
    };
    fc.assert(
      fc.property(lage, (nachweise) => {
        const { art } = entscheideFall({ nachweise });
        const alles = JSON.stringify(nachweise) === JSON.stringify(stimmt);
        assert.equal(art, alles ? "bewilligt" : "vonHand");
      }),
      { numRuns: 1500 },
    );
  });
});

describe("Beträge und Tafeln gelten vom ersten bis zum letzten geprüften Tag, davor und danach gibt es keine", () => {
  const geltung: readonly (readonly [Parameter<unknown>, string, string])[] = [
    [zulaessigerStand, "2023-09-01", "2026-12-31"],
    [gebuehrZulassung, "2023-09-01", "2026-12-31"],
    [gebuehrWunsch, "2023-09-01", "2026-12-31"],
  ];
  for (const [parameter, erster, letzter] of geltung)
    test(parameter.titel, () => {
      for (const tag of [erster, letzter]) assert.doesNotThrow(() => parameter.am(tag), tag);
      for (const tag of [plusTage(erster, -1), plusTage(letzter, 1)]) assert.throws(() => parameter.am(tag), KeinSatz, tag);
    });
});
