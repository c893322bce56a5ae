import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Entscheidung, entscheide, type Leistung, type Nachweisstand } from "#baukasten";
import { alterAm, plusMonate } from "#kalender";
import { getLeistung } from "#leistungen";
import type { Registername } from "../src/register.ts";
import { blindengeldAntworten, elterngeldAntworten, wohngeldAntworten } from "./antworten-soziales.ts";
import {
  createBevoelkerung,
  feststellungFuer,
  haushaltslage,
  istDeutschOderEu,
  mandantschluessel,
  type Person,
  STICHTAG,
  wirtschaftslage,
} from "./bevoelkerung/index.ts";
import { createAuskuenfte } from "./register/auskuenfte.ts";

const bevoelkerung = createBevoelkerung();
const auskuenfte = createAuskuenfte(bevoelkerung);
const von = (schluessel: string) => bevoelkerung.getPersona(schluessel);
const alle = mandantschluessel.flatMap((mandant) => [...bevoelkerung.von(mandant)]);
const jeder = (wievielte: number) => alle.filter((_, stelle) => stelle % wievielte === 0);
type Antworten = Record<string, Record<string, unknown>>;

/** As the platform will decide when every register answers as it should. */
function entscheideUeber(leistung: Leistung, person: Person, antworten: Antworten): Entscheidung {
  assert.equal(leistung.formular.ersteOffene(antworten, STICHTAG), undefined, person.idnr);
  const gestutzt = leistung.formular.stutze(antworten, STICHTAG);
  assert.deepEqual(Object.keys(gestutzt).sort(), Object.keys(antworten).sort(), person.idnr);
  const { idnr, vornamen, nachname } = person;
  const kontext = { antworten, antragsteller: { idnr, vornamen, nachname }, eingegangenAm: STICHTAG };
  const nachweise: Record<string, Nachweisstand> = {};
  for (const [name, nachweis] of Object.entries(leistung.nachweise)) {
    if (nachweis.anlass !== "antrag" || nachweis.noetig?.(kontext) === false) continue;
    const frage = nachweis.anfrage(kontext);
    const befund = auskuenfte[nachweis.register as Registername][nachweis.auskunft]?.(frage?.anfrage ?? {}, STICHTAG);
    assert.ok(befund && befund.art !== "unverstaendlich", name);
    const stand = `${STICHTAG}T08:00:00Z`;
    nachweise[name] =
      befund.art === "gefunden"
        ? { art: "gefunden", stand, daten: nachweis.antwort.parse(befund.daten) }
        : befund.art === "keinEintrag"
          ? { art: "keinEintrag", stand }
          : befund;
  }
  return entscheide(leistung, { ...kontext, nachweise });
}
const kurz = ({ art, vonHand }: Entscheidung) => [art, ...vonHand].join(": ");

describe("Wohngeld", () => {
  const leistung = getLeistung("wohngeld");
  const entscheideFuer = (person: Person) => entscheideUeber(leistung, person, wohngeldAntworten(bevoelkerung, person, STICHTAG));
  const faelle = { wanda: /^bewilligt$/, hilde: /^bewilligt$/, zeynep: /^bewilligt$/, viktor: /^vonHand/ };
  for (const [schluessel, erwartet] of Object.entries(faelle))
    test(schluessel, () => assert.match(kurz(entscheideFuer(von(schluessel))), erwartet));

  test("of grown-ups some are granted, some refused, some go to a person; who draws Buergergeld never gets it by itself", () => {
    const zahl = { bewilligt: 0, abgelehnt: 0, vonHand: 0 };
    for (const person of jeder(20).filter(({ geburtsdatum }) => alterAm(geburtsdatum, STICHTAG) >= 18)) {
      const entscheidung = entscheideFuer(person);
      zahl[entscheidung.art]++;
      if (haushaltslage(bevoelkerung, person).buergergeld) assert.notEqual(entscheidung.art, "bewilligt");
    }
    assert.ok(Math.min(...Object.values(zahl)) >= 5, JSON.stringify(zahl));
  });
});

describe("Elterngeld", () => {
  const leistung = getLeistung("elterngeld");
  const entscheideFuer = (person: Person, kind: Person) =>
    entscheideUeber(leistung, person, elterngeldAntworten(bevoelkerung, person, kind));
  const faelle = { nele: /^bewilligt$/, jakob: /^bewilligt$/, svenja: /^bewilligt$/, ricarda: /^vonHand/ };
  for (const [schluessel, erwartet] of Object.entries(faelle))
    test(schluessel, () => {
      const kind = bevoelkerung.getPerson(von(schluessel).kinder.at(-1) ?? "");
      assert.match(kurz(entscheideFuer(von(schluessel), kind)), erwartet);
    });
  test("parents of the children born within a year: employees by themselves, the self-employed never, and nobody is refused", () => {
    const vorEinemJahr = plusMonate(STICHTAG, -12);
    for (const kind of alle.filter(({ geburtsdatum }) => geburtsdatum > vorEinemJahr))
      for (const elternteil of [kind.mutter, kind.vater].flatMap((idnr) => (idnr ? [bevoelkerung.getPerson(idnr)] : []))) {
        if (!bevoelkerung.haushaltVon(kind).includes(elternteil)) continue;
        const entscheidung = entscheideFuer(elternteil, kind);
        const { taetigkeit } = wirtschaftslage(elternteil);
        assert.notEqual(entscheidung.art, "abgelehnt");
        if (taetigkeit === "selbstaendig") assert.equal(entscheidung.art, "vonHand");
        else if (!kind.sgb2 && istDeutschOderEu(elternteil.staatsangehoerigkeit)) assert.equal(kurz(entscheidung), "bewilligt");
      }
  });
});

describe("Blindengeld", () => {
  const leistung = getLeistung("blindengeld");
  const entscheideFuer = (person: Person) =>
    entscheideUeber(
      leistung,
      person,
      blindengeldAntworten(person, feststellungFuer(person)?.merkzeichen.includes("Bl") === true),
    );
  const faelle = { gerda: /^bewilligt$/, bruno: /^bewilligt$/, ute: /^vonHand/ };
  for (const [schluessel, erwartet] of Object.entries(faelle))
    test(schluessel, () => assert.match(kurz(entscheideFuer(von(schluessel))), erwartet));
  test("exactly those with the mark Bl get it by themselves; nobody is refused by a machine", () => {
    for (const person of jeder(5)) {
      const hat = feststellungFuer(person)?.merkzeichen.includes("Bl") === true;
      assert.equal(entscheideFuer(person).art, hat ? "bewilligt" : "vonHand", person.idnr);
    }
  });
});
