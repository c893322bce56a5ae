import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { leistungen } from "#leistungen";
import { type Fundstelle, liesNorm, vergleicheStellen } from "./norm.ts";

const kurz = ({ gesetz, bis, ...stelle }: Fundstelle) =>
  `${gesetz}: ${Object.entries(stelle)
    .map(([ebene, wert]) => `${ebene} ${wert}`)
    .join(" ")}${bis ? ` bis ${bis}` : ""}`;

describe("a norm as offices write it", () => {
  const normen: Record<string, string[]> = {
    "§ 1 UhVorschG": ["UhVorschG: paragraph 1"],
    "§ 1 Abs. 1a Satz 1 Nr. 2 UhVorschG": ["UhVorschG: paragraph 1 absatz 1a satz 1 nummer 2"],
    "§ 1 Abs. 1 Nr. 1, Abs. 1a UhVorschG": ["UhVorschG: paragraph 1 absatz 1 nummer 1", "UhVorschG: paragraph 1 absatz 1a"],
    "§ 2 Abs. 1 und 2 UhVorschG": ["UhVorschG: paragraph 2 absatz 1", "UhVorschG: paragraph 2 absatz 2"],
    "§ 2 Abs. 1 UhVorschG, § 1612a Abs. 1 Satz 3 BGB": [
      "UhVorschG: paragraph 2 absatz 1",
      "BGB: paragraph 1612a absatz 1 satz 3",
    ],
    "§ 1612a Abs. 1 Satz 3, Abs. 3, § 187 Abs. 2, § 188 Abs. 2 BGB": [
      "BGB: paragraph 1612a absatz 1 satz 3",
      "BGB: paragraph 1612a absatz 3",
      "BGB: paragraph 187 absatz 2",
      "BGB: paragraph 188 absatz 2",
    ],
    "§ 32 Abs. 4 Satz 1 Nr. 2 Buchst. d EStG": ["EStG: paragraph 32 absatz 4 satz 1 nummer 2 buchstabe d"],
    "§ 32 Abs. 4 Satz 1 Nr. 2, Satz 2 und 3 EStG": [
      "EStG: paragraph 32 absatz 4 satz 1 nummer 2",
      "EStG: paragraph 32 absatz 4 satz 2",
      "EStG: paragraph 32 absatz 4 satz 3",
    ],
    "§ 17 Nr. 1, 2, 4 WoGG": ["WoGG: paragraph 17 nummer 1", "WoGG: paragraph 17 nummer 2", "WoGG: paragraph 17 nummer 4"],
    "§ 3 Abs. 1 Satz 1 Nr. 1 bis 3, Abs. 2 BEEG": [
      "BEEG: paragraph 3 absatz 1 satz 1 nummer 1 bis 3",
      "BEEG: paragraph 3 absatz 2",
    ],
    "§§ 19 bis 23 SGB II": ["SGB II: paragraph 19 bis 23"],
    "§§ 17, 17a WoGG": ["WoGG: paragraph 17", "WoGG: paragraph 17a"],
    "§ 15 WoGG, §§ 20, 21 SGB X": ["WoGG: paragraph 15", "SGB X: paragraph 20", "SGB X: paragraph 21"],
    "Anlage 3 Nr. 2 WoGG": ["WoGG: anlage 3 nummer 2"],
    "§ 12 Abs. 1, Anlage 1 WoGG": ["WoGG: paragraph 12 absatz 1", "WoGG: anlage 1"],
    "§ 20 SGB II, Anlage zu § 28 SGB XII": ["SGB II: paragraph 20", "SGB XII: anlage  paragraph 28"],
    "§ 15 WoGG, Nr. 15.01 WoGVwV": ["WoGG: paragraph 15", "WoGVwV: nummer 15.01"],
    "§ 45 Abs. 1b Satz 1 Nr. 2a StVO": ["StVO: paragraph 45 absatz 1b satz 1 nummer 2a"],
    "Gebührensatzung § 2": ["Gebührensatzung: paragraph 2"],
    "Satzung über Hunde und Katzen § 3 Abs. 1": ["Satzung über Hunde und Katzen: paragraph 3 absatz 1"],
    "Art. 6 GG": ["GG: artikel 6"],
    "§ 2 BEEG (auf Cent; das Gesetz nennt keine andere Rundung)": ["BEEG: paragraph 2"],
    "Blindengeldgesetz des Landes (NW: GHBG, NI: LBlindGG)": ["Blindengeldgesetz des Landes: "],
    "": [],
  };
  for (const [text, erwartet] of Object.entries(normen))
    test(text || "none", () => assert.deepEqual(liesNorm(text).stellen.map(kurz), erwartet));
  test("what stands in brackets is a remark", () =>
    assert.equal(
      liesNorm("§ 2 BEEG (auf Cent; das Gesetz nennt keine andere Rundung)").hinweis,
      "auf Cent; das Gesetz nennt keine andere Rundung",
    ));
  test("what is no norm at all is a law without a place", () =>
    assert.deepEqual(liesNorm("wie besprochen").stellen.map(kurz), ["wie besprochen: "]));
});

describe("order of the statute", () => {
  test("§, Absatz, Satz, Nummer, Buchstabe; 1a between 1 and 2; the general before the special; annexes last", () => {
    const soll = [
      "§ 1 X",
      "§ 1 Abs. 1 X",
      "§ 1 Abs. 1 Satz 1 Nr. 2 X",
      "§ 1 Abs. 1 Satz 1 Nr. 2 Buchst. a X",
      "§ 1 Abs. 1 Satz 1 Nr. 10 X",
      "§ 1 Abs. 1 Satz 2 X",
      "§ 1 Abs. 1a X",
      "§ 1 Abs. 2 X",
      "§ 2 X",
      "§ 2a X",
      "§ 10 X",
      "Anlage 1 X",
      "Anlage 2 Nr. 1 X",
    ];
    const erste = (text: string) => liesNorm(text).stellen[0] as Fundstelle;
    const gemischt = soll.toReversed().sort((a, b) => vergleicheStellen(erste(a), erste(b)));
    assert.deepEqual(gemischt, soll);
  });
});

test("every norm of every service is read: each place has a law, and no sign of a place is left in its name", () => {
  const ungelesen = leistungen.flatMap(({ schluessel, regelwerk }) =>
    regelwerk.eintraege.flatMap(({ knoten }) =>
      liesNorm(knoten.norm)
        .stellen.filter(({ gesetz }) => gesetz === "" || /§|Abs\.|Satz \d|Nr\. \d/.test(gesetz))
        .map(() => `${schluessel}: ${knoten.norm}`),
    ),
  );
  assert.deepEqual(ungelesen, []);
});
