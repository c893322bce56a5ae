import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { entscheide, type Knotenwerte, type Kontext, saetzeVon, wirktAb } from "#baukasten";
import { euro } from "#geld";
import { dauer } from "./dauer.ts";
import { wohngeld } from "./leistung.ts";
import { kontextFuer } from "./musterfall.ts";

const werte = (kontext: Kontext): Knotenwerte => {
  const { spur } = entscheide(wohngeld, kontext);
  return <T>({ schluessel }: { schluessel: string }) =>
    spur.find((each) => each.schluessel === schluessel)?.wert as T | undefined;
};
type Lage = Parameters<typeof kontextFuer>[0];
const lohn = (betrag: number): Lage => ({
  seiten: {
    einnahmen: {
      liste: [{ wer: "Maria Beispiel", art: "lohn", betrag: euro(betrag), steuern: true, kranken: true, renten: true }],
    },
  },
  nachweise: { einkommen: { art: "keinEintrag", stand: "2025-06-10" } },
});
const miete = (betrag: number): Lage => ({
  seiten: { miete: { wohnung: "miete", gesamt: euro(betrag), mitHeizung: false } },
  nachweise: { mietauskunft: { art: "keinEintrag", stand: "2025-06-10" } },
});
const kind = { vornamen: "Mia", nachname: "Beispiel", geburtsdatum: "2015-03-01", rolle: "kind", ausgeschlossen: false };
const partner = { vornamen: "Paul", nachname: "Beispiel", geburtsdatum: "1970-01-01", rolle: "partner", ausgeschlossen: false };
/** Since the middle of September, reported in October, unless said otherwise. */
const tage = { seit: "2025-09-15", gemeldetAm: "2025-10-07" };

type Fall = readonly [Lage, Lage, Partial<typeof tage>, { mehrAb?: string; wenigerAb?: string }, RegExp?];
// 1,400 euros gross less the tenths for taxes and insurance: what is reckoned with moves like the wage, apart from the costs of 1,230 a year.
const faelle: Record<string, Fall> = {
  "ein Kind kommt hinzu: mehr vom Monat der Meldung an": [{}, { weitere: [kind] }, {}, { mehrAb: "2025-10-01" }],
  "ein Kind kommt hinzu, gemeldet im selben Monat: von dessen Erstem an": [
    {},
    { weitere: [kind] },
    { gemeldetAm: "2025-09-30" },
    { mehrAb: "2025-09-01" },
  ],
  "im Voraus gemeldet: vom Ersten des Monats an, in dem es so ist": [
    {},
    { weitere: [kind] },
    { seit: "2025-11-15" },
    { mehrAb: "2025-11-01" },
  ],
  "jemand zieht aus, nicht am Ersten: weniger vom nächsten Ersten an": [{ weitere: [kind] }, {}, {}, { wenigerAb: "2025-10-01" }],
  "jemand zieht am Ersten aus: von diesem Tag an": [{ weitere: [kind] }, {}, { seit: "2025-09-01" }, { wenigerAb: "2025-09-01" }],
  "Einkommen sinkt um mehr als 10 Prozent": [lohn(1400), lohn(1250), {}, { mehrAb: "2025-10-01" }],
  "Einkommen sinkt um weniger als 10 Prozent": [lohn(1400), lohn(1280), {}, {}],
  "Einkommen steigt um mehr als 15 Prozent": [lohn(1400), lohn(1620), {}, { wenigerAb: "2025-10-01" }],
  "Einkommen steigt um weniger als 15 Prozent": [lohn(1400), lohn(1580), {}, {}],
  "Miete steigt um mehr als 10 Prozent, im Voraus gemeldet": [
    miete(400),
    miete(450),
    { seit: "2025-11-01" },
    { mehrAb: "2025-11-01" },
  ],
  "Miete steigt um weniger als 10 Prozent": [miete(400), miete(439), { seit: "2025-11-01" }, {}],
  "Miete sinkt um mehr als 15 Prozent": [miete(400), miete(330), {}, { wenigerAb: "2025-10-01" }],
  "Miete sinkt um weniger als 15 Prozent": [miete(400), miete(345), {}, {}],
  "Miete schon vor der Meldung gestiegen: ein Mensch prüft die Rückwirkung": [
    miete(400),
    miete(450),
    {},
    { mehrAb: "2025-10-01" },
    /§ 27 Abs\. 1 Satz 2, § 25 Abs\. 5 WoGG/,
  ],
  "jemand bekommt jetzt Bürgergeld: der Bescheid wird unwirksam, das prüft ein Mensch": [
    { weitere: [partner] },
    { weitere: [{ ...partner, ausgeschlossen: true }] },
    {},
    { wenigerAb: "2025-10-01" },
    /§ 28 Abs\. 3 WoGG/,
  ],
};
describe("ab wann und ab welcher Größe eine Änderung zählt (§ 27 WoGG)", () => {
  for (const [name, [vorher, nachher, andere, erwartet, mensch]] of Object.entries(faelle))
    test(name, () => {
      const gemessen = dauer.erheblich?.(
        werte(kontextFuer(vorher)),
        werte(kontextFuer(nachher)),
        { ...tage, ...andere },
        saetzeVon(wohngeld),
      );
      assert.ok(gemessen);
      const { mehrAb, wenigerAb } = gemessen;
      assert.deepEqual({ ...(mehrAb && { mehrAb }), ...(wenigerAb && { wenigerAb }) }, erwartet);
      if (mensch) assert.match(gemessen.mensch ?? "", mensch);
      else assert.equal(gemessen.mensch, undefined);
    });
});

test("genau 10 oder 15 Prozent sind nicht mehr als 10 oder 15 Prozent", () => {
  const von = (einkommen: number): Knotenwerte => {
    const sonst = werte(kontextFuer({}));
    return <T>(knoten: Parameters<Knotenwerte>[0]) =>
      (/Gesamteinkommen/.test(knoten.titel) ? einkommen : sonst(knoten)) as T | undefined;
  };
  const messe = (neu: number) => dauer.erheblich?.(von(1_000_000), von(neu), tage, saetzeVon(wohngeld));
  assert.deepEqual([messe(900_000)?.mehrAb, messe(899_999)?.mehrAb], [undefined, "2025-10-01"]);
  assert.deepEqual([messe(1_150_000)?.wenigerAb, messe(1_150_001)?.wenigerAb], [undefined, "2025-10-01"]);
});

test("was nicht bekannt ist, misst ein Mensch", () =>
  assert.match(dauer.erheblich?.(() => undefined, werte(kontextFuer({})), tage, saetzeVon(wohngeld))?.mensch ?? "", /§ 27 WoGG/));

test("Auszug: nicht am Ersten, also vom nächsten Ersten an unwirksam (§ 28 Abs. 1 WoGG)", () => {
  const wirkt = dauer.seiten.anschrift?.wirkt ?? "tag";
  assert.deepEqual([wirktAb(wirkt, "2025-09-15"), wirktAb(wirkt, "2025-09-01")], ["2025-10-01", "2025-09-01"]);
});

test("vor dem Ende des Bewilligungszeitraums lädt ein Brief ein, neu zu beantragen, mit Tag und Norm", () => {
  const text = dauer.ablauf?.nachricht?.({}, "2026-05-31")?.absaetze.join(" ") ?? "";
  assert.match(text, /31\.05\.2026.*§ 22 Abs\. 1, § 25 WoGG.*neuen Antrag.*§ 25 Abs\. 2 WoGG/);
});
