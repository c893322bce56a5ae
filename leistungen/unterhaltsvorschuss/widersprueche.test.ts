import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { entscheide } from "#baukasten";
import { unterhaltsvorschuss } from "./leistung.ts";
import {
  type Fall,
  geburt,
  gefunden,
  haushalt,
  keinEintrag,
  klein,
  meldung,
  mutter,
  nichts,
  schweigt,
  unterschiede,
  vater,
  verstorben,
} from "./musterfall.ts";

function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, fall] of Object.entries(faelle)) test(name, () => assert.deepEqual(unterschiede(fall), []));
}

const stand = (wert: string) => ({ familienstand: { stand: wert } });
const zusammen = { vornamen: "Viktor", nachname: "Anders", zusammen: true };

describe("Haushalt und Familie", () =>
  pruefe({
    "verheiratet und zusammen lebend": [
      { antworten: stand("zusammen"), nachweise: { familienstand: meldung("verheiratet") } },
      "abgelehnt",
      nichts,
      "§ 1 Abs. 1 Nr. 2, Abs. 2 UhVorschG: Sie leben mit Ihrem Ehe- oder Lebenspartner zusammen.",
    ],
    "in Lebenspartnerschaft, getrennt": [
      {
        antworten: { ...stand("getrennt"), trennung: { seit: "2024-02-01" } },
        nachweise: { familienstand: meldung("lebenspartnerschaft") },
      },
      "bewilligt",
      klein,
    ],
    verwitwet: [{ antworten: stand("verwitwet"), nachweise: { familienstand: meldung("verwitwet") } }, "bewilligt", klein],
    "Eltern leben unverheiratet zusammen": [
      {
        antworten: { angabenElternteil: zusammen },
        nachweise: { haushalt: haushalt({ andererElternteilGleicheAnschrift: true }) },
      },
      "abgelehnt",
      nichts,
      "§ 1 Abs. 3 UhVorschG",
    ],
    "Kind lebt nicht beim Elternteil, Register sagt dasselbe": [
      {
        antworten: { zuhause: { lebtBeiMir: false, seit: "2022-03-24" } },
        nachweise: { haushalt: haushalt({ lebtBeiElternteil: false }) },
      },
      "abgelehnt",
      nichts,
      "§ 1 Abs. 1 Nr. 2 UhVorschG: Das Kind lebt nicht hauptsächlich bei Ihnen.",
    ],
    "Register: Kind lebt woanders": [
      { nachweise: { haushalt: haushalt({ lebtBeiElternteil: false }) } },
      "vonHand",
      klein,
      /lebt das Kind nicht beim antragstellenden/,
    ],
    "Register: Kind lebt doch hier": [
      { antworten: { zuhause: { lebtBeiMir: false, seit: "2022-03-24" } } },
      "vonHand",
      nichts,
      /laut Antrag nicht/,
    ],
    "Register: anderer Elternteil unter derselben Anschrift": [
      { nachweise: { haushalt: haushalt({ andererElternteilGleicheAnschrift: true }) } },
      "vonHand",
      klein,
      /unter derselben Anschrift/,
    ],
    "Register: anderer Elternteil wohnt doch woanders": [
      { antworten: { angabenElternteil: zusammen } },
      "vonHand",
      nichts,
      /an einer anderen Anschrift/,
    ],
    "Register nennt den Haushalt des anderen nicht": [
      { nachweise: { haushalt: haushalt({ andererElternteilGleicheAnschrift: null }) } },
      "bewilligt",
      klein,
    ],
    "ob die Eltern zusammenleben, ist nicht beantwortet": [
      { antworten: { angabenElternteil: undefined } },
      "vonHand",
      nichts,
      /Nicht geklärt: Elternteile leben zusammen/,
    ],
    "Antrag ledig, Register verheiratet": [
      { nachweise: { familienstand: meldung("verheiratet") } },
      "vonHand",
      klein,
      /weicht vom Melderegister ab/,
    ],
    "Antrag zusammen lebend, Register ledig: keine Ablehnung": [
      { antworten: stand("zusammen") },
      "vonHand",
      nichts,
      /weicht vom Melderegister ab/,
    ],
    "Register kennt den Familienstand nicht": [
      { nachweise: { familienstand: meldung("nicht bekannt") } },
      "vonHand",
      klein,
      /weicht vom Melderegister ab/,
    ],
    "Register antwortet zu einer anderen Person": [
      { nachweise: { familienstand: meldung("ledig", { idnr: vater.idnr }) } },
      "vonHand",
      klein,
      /anderen Person/,
    ],
    "anderer Elternteil nicht genannt": [
      { antworten: { andererElternteil: { lage: "unbekannt" }, angabenElternteil: undefined } },
      "vonHand",
      klein,
      /mitgewirkt/,
    ],
    "kein zweiter Elternteil im Geburtseintrag": [
      { nachweise: { geburt: geburt("2022-03-24", { vater: null }) } },
      "vonHand",
      klein,
      /kein zweiter Elternteil/,
    ],
    "Großmutter beantragt": [
      { nachweise: { geburt: geburt("2022-03-24", { mutter: { ...mutter, idnr: "44444444444" } }) } },
      "vonHand",
      klein,
      /nicht als Elternteil/,
    ],
    "Antrag: Vater verstorben, Register: lebt": [
      { ...verstorben(0), nachweise: {} },
      "vonHand",
      klein,
      /ob der andere Elternteil lebt/,
    ],
    "Register: Vater verstorben, Antrag: lebt": [
      { nachweise: { geburt: geburt("2022-03-24", { gestorben: { mutter: false, vater: true } }) } },
      "vonHand",
      klein,
      /ob der andere Elternteil lebt/,
    ],
  }));

describe("Staatsangehörigkeit, andere Stellen, Register, Nachricht", () =>
  pruefe({
    "weder deutsch noch EU: der Aufenthaltstitel ist zu beurteilen": [
      { antworten: { staatsangehoerigkeit: { deutschOderEu: false } } },
      "vonHand",
      nichts,
      /Aufenthaltstitel berechtigt/,
    ],
    "Aufenthaltstitel berechtigt": [
      { antworten: { staatsangehoerigkeit: { deutschOderEu: false } }, urteile: { aufenthaltBerechtigt: true } },
      "bewilligt",
      klein,
      "§ 1 Abs. 2a UhVorschG: Der Aufenthaltstitel berechtigt zum",
    ],
    "Aufenthaltstitel berechtigt nicht": [
      { antworten: { staatsangehoerigkeit: { deutschOderEu: false } }, urteile: { aufenthaltBerechtigt: false } },
      "abgelehnt",
      nichts,
      "§ 1 Abs. 2a UhVorschG: Der Aufenthaltstitel berechtigt nicht",
    ],
    "ein anderes Jugendamt zahlt schon": [
      { nachweise: { andereJugendaemter: gefunden({ bezieht: true, jugendamt: "Beispielkreis" }) } },
      "vonHand",
      klein,
      /bereits eine andere Stelle .*Beispielkreis/,
    ],
    "ein anderes Jugendamt zahlt nicht": [
      { nachweise: { andereJugendaemter: gefunden({ bezieht: false }) } },
      "bewilligt",
      klein,
    ],
    "Unterhaltsvorschusskassen schweigen": [{ nachweise: { andereJugendaemter: schweigt } }, "vonHand", klein, /nicht erhalten/],
    "Geburtsdatum weicht ab: keine Ablehnung, auch wenn das Kind danach achtzehn ist": [
      { nachweise: { geburt: geburt("2007-01-01") } },
      "vonHand",
      nichts,
      /weicht vom Geburtseintrag ab \(01\.01\.2007\)/,
    ],
    "Personenstandsregister schweigt": [{ nachweise: { geburt: schweigt } }, "vonHand", klein, /nicht erhalten/],
    "Personenstandsregister kennt das Kind nicht": [
      { nachweise: { geburt: keinEintrag } },
      "vonHand",
      klein,
      /kennt das Kind nicht/,
    ],
    "Melderegister schweigt zum Haushalt": [{ nachweise: { haushalt: schweigt } }, "vonHand", klein, /nicht erhalten/],
    "Melderegister kennt das Kind nicht": [{ nachweise: { haushalt: keinEintrag } }, "vonHand", klein, /kennt das Kind nicht/],
    "Melderegister kennt den Elternteil nicht": [
      { nachweise: { familienstand: keinEintrag } },
      "vonHand",
      klein,
      /kennt die antragstellende Person nicht/,
    ],
    "Antwort in einer Form, die niemand mehr liest": [
      { nachweise: { haushalt: gefunden({ wohntBei: "Maria" }) } },
      "vonHand",
      klein,
      /nicht lesen/,
    ],
    "Nachricht im Antrag": [{ antworten: { nachricht: { text: "Bitte rufen Sie an." } } }, "vonHand", klein, /ein Mensch lesen/],
    "Unterhalt nicht angegeben": [{ antworten: { unterhalt: undefined } }, "vonHand", nichts, /Nicht geklärt: Unterhalt/],
  }));

test("an empty Antrag with silent registers is nobody's refusal", () => {
  const entscheidung = entscheide(unterhaltsvorschuss, {
    eingegangenAm: "2026-11-24",
    antragsteller: { idnr: null, vornamen: "", nachname: "" },
    antworten: {},
    nachweise: {},
  });
  assert.equal(entscheidung.art, "vonHand");
  assert.equal(entscheidung.vorschlag, undefined);
  assert.ok(entscheidung.offen.length > 5);
});
