/**
 * Loaded before the tests of a Leistung (`--import`): notes what comes out of each node, in which test. The functions of the graph are
 * wrapped before anything evaluates it; `alle`, `eine`, `nicht` have none and follow from their parts.
 */
import { writeFileSync } from "node:fs";
import { beforeEach } from "node:test";
import { getLeistung } from "#leistungen";
import type { Bauplan } from "../../src/recht/baukasten/knoten.ts";

const leistung = getLeistung(process.env.FACHWERK_BERUEHRUNG ?? "");
const ziel = process.env.FACHWERK_BERUEHRUNG_DATEI ?? "";
/** By node, by what came out: the tests. */
const gesehen = new Map<string, Map<string, Set<string>>>();
let fall: string | undefined;

beforeEach((test) => {
  fall = "name" in test ? test.name : undefined;
});

function vermerke(schluessel: string, wert: string): void {
  if (fall === undefined) return;
  const werte = gesehen.get(schluessel) ?? new Map<string, Set<string>>();
  gesehen.set(schluessel, werte);
  const faelle = werte.get(wert) ?? new Set<string>();
  werte.set(wert, faelle);
  faelle.add(fall);
}

for (const { knoten, bauplan } of leistung.regelwerk.eintraege) {
  if (bauplan.art === "funktion") {
    const offen = bauplan as { -readonly [N in keyof typeof bauplan]: (typeof bauplan)[N] };
    const { funktion } = bauplan;
    offen.funktion = (werte, tag) => {
      const ergebnis = funktion(werte, tag);
      vermerke(knoten.schluessel, typeof ergebnis === "boolean" ? (ergebnis ? "ja" : "nein") : "gerechnet");
      return ergebnis;
    };
  }
  if (bauplan.art === "parameter") ueberwache(bauplan, knoten.schluessel);
}

function ueberwache({ parameter }: Extract<Bauplan, { art: "parameter" }>, schluessel: string): void {
  const { am } = parameter;
  parameter.am = (tag) => {
    const satz = am(tag);
    vermerke(schluessel, `Satz ab ${satz.gueltigAb}`);
    return satz;
  };
}

process.on("exit", () => {
  const alsListe = [...gesehen].map(([schluessel, werte]) => [
    schluessel,
    Object.fromEntries([...werte].map(([wert, faelle]) => [wert, [...faelle]])),
  ]);
  writeFileSync(ziel, JSON.stringify(Object.fromEntries(alsListe)));
});
