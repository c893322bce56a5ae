import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { entscheide, type Nachweisstand } from "#baukasten";
import { getLeistung } from "#leistungen";
import type { Registername } from "../src/register.ts";
import { antwortenFuer } from "./antworten.ts";
import { type Antragslage, antragFuer, createBevoelkerung, listeAntragslagen, STICHTAG } from "./bevoelkerung/index.ts";
import { createAuskuenfte } from "./register/auskuenfte.ts";

const bevoelkerung = createBevoelkerung();
const auskuenfte = createAuskuenfte(bevoelkerung);
const leistung = getLeistung("unterhaltsvorschuss");
const lagen = listeAntragslagen(bevoelkerung, STICHTAG);

/** As the platform will decide when every register answers as it should. */
function entscheideLage(lage: Antragslage) {
  const { idnr, vornamen, nachname } = lage.antragsteller;
  const kontext = {
    antworten: antwortenFuer(lage, STICHTAG),
    antragsteller: { idnr, vornamen, nachname },
    eingegangenAm: STICHTAG,
  };
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

describe("the form, filled in for everybody who could apply", () => {
  test("is complete, and nothing on it is out of the way", () => {
    for (const lage of lagen) {
      const antworten = antwortenFuer(lage, STICHTAG);
      assert.equal(leistung.formular.ersteOffene(antworten, STICHTAG), undefined, lage.kind.idnr);
      const gestutzt = leistung.formular.stutze(antworten, STICHTAG);
      assert.deepEqual(Object.keys(gestutzt).sort(), Object.keys(antworten).sort(), lage.kind.idnr);
    }
  });

  test("holds only values that the fields themselves would accept", () => {
    const alsEingabe = (wert: unknown): string | undefined =>
      typeof wert === "boolean"
        ? wert
          ? "ja"
          : "nein"
        : typeof wert === "number"
          ? (wert / 100).toFixed(2).replace(".", ",")
          : `${wert}`;
    for (const lage of lagen)
      for (const [seite, werte] of Object.entries(antwortenFuer(lage, STICHTAG))) {
        const roh = Object.fromEntries(Object.entries(werte).map(([feld, wert]) => [feld, alsEingabe(wert)]));
        assert.deepEqual(
          leistung.formular.pruefeSeite(seite, roh, { [seite]: werte }),
          { ok: true, werte },
          `${lage.kind.idnr} ${seite}`,
        );
      }
  });
});

describe("decisions", () => {
  test("most cases need no person, some are refused, some need one", (kontext) => {
    const arten = Object.groupBy(lagen, (lage) => entscheideLage(lage).art);
    const anteil = (art: keyof typeof arten) => (arten[art]?.length ?? 0) / lagen.length;
    kontext.diagnostic(
      `bewilligt ${anteil("bewilligt").toFixed(2)}, abgelehnt ${anteil("abgelehnt").toFixed(2)}, von Hand ${anteil("vonHand").toFixed(2)} of ${lagen.length}`,
    );
    assert.ok(anteil("bewilligt") > 0.5 && anteil("abgelehnt") > 0.03 && anteil("vonHand") > 0.05);
  });

  const personas = {
    anna: "bewilligt",
    berta: "bewilligt",
    carla: "bewilligt",
    dieter: "vonHand",
    eva: "vonHand",
    fatma: "bewilligt",
    ilona: "bewilligt",
    jana: "vonHand",
    lea: "vonHand",
    lena: "bewilligt",
    maria: "bewilligt",
    olena: "vonHand",
    paula: "bewilligt",
  } as const;
  for (const [schluessel, erwartet] of Object.entries(personas))
    test(`${schluessel}: ${erwartet}`, () => {
      const person = bevoelkerung.getPersona(schluessel);
      const [kind] = person.kinder.map(bevoelkerung.getPerson);
      assert.ok(kind);
      const { art, vonHand } = entscheideLage(antragFuer(bevoelkerung, person, kind));
      assert.equal(art, erwartet, vonHand.join(" "));
    });
});
