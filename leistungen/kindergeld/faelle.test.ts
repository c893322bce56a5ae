import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  allein,
  type Fall,
  geburt,
  haushalt,
  keinEintrag,
  meldung,
  nichts,
  schweigt,
  ueblich,
  unterschiede,
  voll,
  volljaehrig,
} from "./musterfall.ts";

function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, fall] of Object.entries(faelle)) test(name, () => assert.deepEqual(unterschiede(fall), []));
}

describe("Betrag und Monate", () =>
  pruefe({
    "Kind 4 Jahre, bei beiden Eltern": [{}, "bewilligt", voll, "§ 32 Abs. 3 EStG"],
    "bei einem Elternteil": [allein, "bewilligt", voll, "§ 64 Abs. 2 Satz 1 EStG"],
    "2023: 250 Euro ab dem Monat der Geburt": [
      { eingegangenAm: "2023-04-10", geboren: "2023-01-31" },
      "bewilligt",
      "2023-01 bis 2023-12: 250 €",
    ],
    "2024: sechs Monate rückwirkend": [{ eingegangenAm: "2024-01-02" }, "bewilligt", "2023-07 bis 2024-12: 250 €"],
    "2025: 255 Euro ab Januar": [
      { eingegangenAm: "2025-03-31" },
      "bewilligt",
      "2024-09 bis 2024-12: 250 €, 2025-01 bis 2025-12: 255 €",
    ],
    "2026: 259 Euro ab Januar": [
      { eingegangenAm: "2026-01-01" },
      "bewilligt",
      "2025-07 bis 2025-12: 255 €, 2026-01 bis 2026-12: 259 €",
    ],
    "2027: fortgeschriebener Satz": [{ eingegangenAm: "2027-02-01" }, "bewilligt", "2026-08 bis 2027-12: 259 €"],
    "2028: kein Satz hinterlegt": [
      { eingegangenAm: "2028-01-10" },
      "vonHand",
      "2027-07 bis 2027-12: 259 €",
      /01.01.2028 ist kein Satz/,
    ],
    "vor 2023: kein Satz hinterlegt": [{ eingegangenAm: "2023-02-10" }, "vonHand", "", /01.08.2022 ist kein Satz/],
    "am letzten Tag des Monats geboren: der ganze Monat": [{ geboren: "2026-09-30" }, "bewilligt", "2026-09 bis 2026-12: 259 €"],
    "noch nicht geboren": [{ geboren: "2027-02-01" }, "abgelehnt", "2026-11 bis 2026-12: 0 €", /noch nicht geboren/],
  }));

const fremdeEltern = geburt("2022-03-24", {
  mutter: { idnr: "44444444444", name: "Petra Fremd" },
  vater: null,
});
const getrennt = { haushalt: haushalt({ lebtBeiElternteil: false, andererElternteilGleicheAnschrift: true }) };
describe("Wer es bekommt", () =>
  pruefe({
    "beide Eltern, anderer bestimmt": [
      { antworten: { empfaenger: { ich: false } } },
      "abgelehnt",
      nichts,
      "§ 64 Abs. 2 Satz 2 EStG",
    ],
    "Kind lebt beim anderen Elternteil": [
      { antworten: { zuhause: { wo: "beimAnderen", seit: "2022-03-24" }, empfaenger: undefined }, nachweise: getrennt },
      "abgelehnt",
      nichts,
      "§ 64 Abs. 2 Satz 1, Abs. 3 EStG",
    ],
    "Kind in eigener Wohnung, höchster Unterhalt": [
      { ...allein, ...eigeneWohnung(true) },
      "bewilligt",
      voll,
      "§ 64 Abs. 3 EStG: Das Kind lebt nicht mehr bei den Eltern",
    ],
    "Kind in eigener Wohnung, anderer zahlt mehr": [{ ...eigeneWohnung(false) }, "abgelehnt", nichts, /zahlt ihm mehr Unterhalt/],
    "zugezogen am letzten Tag im September": [
      { antworten: { zuhause: { wo: "gemeinsam", seit: "2026-09-30" } } },
      "bewilligt",
      "2026-05 bis 2026-08: 0 €, 2026-09 bis 2026-12: 259 €",
      /noch nicht bei Ihnen/,
    ],
    "Enkelkind im Haushalt": [
      {
        antworten: { kindschaft: { art: "haushalt" } },
        nachweise: { geburt: fremdeEltern, haushalt: haushalt({ andererElternteilGleicheAnschrift: null }) },
      },
      "bewilligt",
      voll,
      "§ 63 Abs. 1 Satz 1 Nr. 2 und 3 EStG",
    ],
    Pflegekind: [
      { antworten: { kindschaft: { art: "pflege" } }, nachweise: { geburt: fremdeEltern } },
      "vonHand",
      nichts,
      /Nicht geklärt: Familienähnliches/,
    ],
    "Pflegekind, beurteilt": [
      { antworten: { kindschaft: { art: "pflege" } }, nachweise: { geburt: fremdeEltern }, urteile: { pflegekind: true } },
      "bewilligt",
      voll,
      "§ 32 Abs. 1 Nr. 2 EStG",
    ],
  }));
function eigeneWohnung(ichAmMeisten: boolean) {
  return {
    geboren: "2007-03-24",
    antworten: {
      ...volljaehrig("ausbildung"),
      zuhause: { wo: "allein", seit: "2025-10-01" },
      empfaenger: undefined,
      unterhalt: { ichAmMeisten },
    },
    nachweise: { haushalt: haushalt({ lebtBeiElternteil: false, andererElternteilGleicheAnschrift: false }) },
  };
}

const italienisch = { meldung: meldung({ staatsangehoerigkeit: "italienisch" }) };
const zuzug = (seit: string, einkuenfte: boolean) => ({ staatsangehoerigkeit: { staat: "union" }, zuzug: { seit, einkuenfte } });
describe("Wohnsitz und Staatsangehörigkeit", () =>
  pruefe({
    "aus der EU, drei Monate nach dem Zuzug": [
      { antworten: zuzug("2026-06-15", false), nachweise: italienisch },
      "bewilligt",
      "2026-05 bis 2026-08: 0 €, 2026-09 bis 2026-12: 259 €",
      /noch keine drei Monate/,
    ],
    "aus der EU, mit Einkünften sofort": [{ antworten: zuzug("2026-10-15", true), nachweise: italienisch }, "bewilligt", voll],
    "anderes Land: der Aufenthaltstitel wird beurteilt": [
      {
        antworten: { staatsangehoerigkeit: { staat: "andere" } },
        nachweise: { meldung: meldung({ staatsangehoerigkeit: "ukrainisch" }) },
      },
      "vonHand",
      nichts,
      /Nicht geklärt: Aufenthaltstitel/,
    ],
    "anderes Land, Aufenthaltstitel berechtigt": [
      {
        antworten: { staatsangehoerigkeit: { staat: "andere" } },
        nachweise: { meldung: meldung({ staatsangehoerigkeit: "ukrainisch" }) },
        urteile: { aufenthaltBerechtigt: true },
      },
      "bewilligt",
      voll,
      "§ 62 Abs. 2 EStG",
    ],
    "ohne Wohnsitz in Deutschland": [{ nachweise: { meldung: meldung({ anschrift: null }) } }, "vonHand", nichts, /unbeschränkt/],
    "ohne Wohnsitz, nicht steuerpflichtig": [
      { nachweise: { meldung: meldung({ anschrift: null }) }, urteile: { unbeschraenktSteuerpflichtig: false } },
      "abgelehnt",
      nichts,
      "§ 62 Abs. 1 Satz 1 Nr. 2 EStG",
    ],
    "Leistung aus dem Ausland": [
      { antworten: { ausland: { bekommt: true, arbeitet: false } } },
      "abgelehnt",
      nichts,
      "§ 65 EStG",
    ],
    "Arbeit im Ausland": [{ antworten: { ausland: { bekommt: false, arbeitet: true } } }, "vonHand", voll, /883\/2004/],
  }));

describe("Register und Widersprüche", () =>
  pruefe({
    "Personenstandsregister schweigt": [{ nachweise: { geburt: schweigt } }, "vonHand", voll, /„geburt“ nicht erhalten/],
    "Melderegister schweigt": [{ nachweise: { meldung: schweigt } }, "vonHand", nichts, /„meldung“ nicht erhalten/],
    "Melderegister kennt das Kind nicht": [{ nachweise: { haushalt: keinEintrag } }, "vonHand", voll, /kennt das Kind nicht/],
    "Melderegister nennt eine andere Person": [
      { nachweise: { meldung: meldung({ idnr: "99999999999" }) } },
      "vonHand",
      nichts,
      /anderen Person/,
    ],
    "anderes Geburtsdatum im Eintrag": [
      { nachweise: { geburt: geburt("2022-03-25") } },
      "vonHand",
      voll,
      /weicht vom Geburtseintrag ab/,
    ],
    "steht nicht im Geburtseintrag": [{ nachweise: { geburt: fremdeEltern } }, "vonHand", voll, /steht nicht als Elternteil/],
    "laut Melderegister nicht im Haushalt": [{ nachweise: getrennt }, "vonHand", nichts, /lebt das Kind nicht bei/],
    "anderer Elternteil laut Melderegister im Haushalt": [
      { ...allein, nachweise: { haushalt: haushalt() } },
      "vonHand",
      nichts,
      /wohnt auch der andere Elternteil/,
    ],
    "Staatsangehörigkeit weicht ab": [{ nachweise: italienisch }, "vonHand", nichts, /Staatsangehörigkeit im Antrag weicht/],
    "unlesbare Auskunft": [
      { nachweise: { haushalt: { art: "gefunden", stand: "2026-11-24", daten: { lebt: true } } } },
      "vonHand",
      voll,
      /nicht lesen können/,
    ],
    Nachricht: [{ antworten: { nachricht: { text: "Bitte bald" } } }, "vonHand", voll, /Nachricht/],
  }));

describe("Fristen", () =>
  pruefe({
    "Antrag im letzten Monat des Jahres": [{ eingegangenAm: "2026-12-31" }, "bewilligt", "2026-06 bis 2026-12: 259 €"],
    [`Antrag im November: ${ueblich}`]: [{ eingegangenAm: "2026-11-01" }, "bewilligt", voll],
  }));
