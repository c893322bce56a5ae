import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  beginneRegelwerk,
  defineLeistung,
  entscheide,
  type FaktAngaben,
  type Kontext,
  type Leistung,
  wasWaereWenn,
} from "./index.ts";
import { grundangaben, kontextMit } from "./musterleistung.ts";

const leise = (text: string) => text.replaceAll("\u00a0", " ");
type Angaben = Partial<FaktAngaben<never>>;

/** Paid are 300 euros less the income, where it is under 250 euros, the marriage is over and the person lives here. */
function probe(mehr: Partial<Leistung> = {}, angaben: Record<string, Angaben> = {}): Leistung {
  const r = beginneRegelwerk("probe", "1");
  const fakt = <T>(name: string, titel: string, proben: readonly T[]) =>
    r.fakt<T>(name, { titel, klaertDurch: "seite", quelle: "person", proben, ...(angaben[name] as Angaben) });
  const hier = fakt<boolean>("hier", "Sie wohnen hier", [true, false]);
  const einkommen = fakt<number>("einkommenCent", "Einkommen", [0]);
  const getrennt = fakt<string>("getrenntSeit", "Getrennt seit", ["2020-01-01"]);
  const stand = fakt<string>("stand", "Familienstand", ["ledig", "verheiratet"]);
  const wohnt = r.knoten("Wohnt hier", "§ 1", { hier }, (f) => f.hier, {
    ja: "Sie wohnen hier.",
    nein: "Sie wohnen nicht hier.",
  });
  const arm = r.knoten("Wenig Einkommen", "§ 2", { einkommen }, (f) => f.einkommen < 25_000, {
    ja: "Ihr Einkommen ist niedrig.",
    nein: "Ihr Einkommen ist zu hoch.",
  });
  const schon = r.knoten("Getrennt", "§ 3", { getrennt }, (f, tag) => f.getrennt <= tag, {
    ja: "",
    nein: "Noch nicht getrennt.",
  });
  const ledig = r.knoten("Ledig", "§ 4", { stand }, (f) => f.stand === "ledig", { ja: "", nein: "Sie sind verheiratet." });
  const betrag = r.rechne("Betrag", "§ 5", { einkommen }, (f) => Math.max(0, 30_000 - f.einkommen));
  const anspruch = r.alle("Anspruch", "§ 1", [wohnt, arm, schon, ledig]);
  const regelwerk = r.schliesse({ anspruch, betrag, rechenweg: [betrag] });
  return defineLeistung({
    ...grundangaben,
    regelwerk,
    zeitraum: () => ({ von: "2026-03", bis: "2026-03", wechsel: [] }),
    ...mehr,
  } as Leistung);
}
const alles = { hier: true, einkommenCent: 10_000, getrenntSeit: "2026-01-15", stand: "ledig" };
function texte(leistung: Leistung, fakten: Record<string, unknown>, kontext: Kontext = kontextMit(fakten)): string[] {
  return wasWaereWenn(leistung, kontext, entscheide(leistung, kontext)).map(({ text }) => leise(text));
}

describe("what would have changed the result", () => {
  test("a grant: what would end it; the amount to the cent, with the sentence of the rule", () =>
    assert.deepEqual(texte(probe(), alles), [
      "Mit „Nein“ statt „Ja“ bei „Sie wohnen hier“ wäre das Ergebnis „Abgelehnt“: Sie wohnen nicht hier.",
      "Ab 250,00 € statt 100,00 € bei „Einkommen“ wäre das Ergebnis „Abgelehnt“: Ihr Einkommen ist zu hoch.",
    ]));
  test("a refusal: what would lead to a grant, and to how much", () => {
    assert.deepEqual(texte(probe(), { ...alles, hier: false }), [
      "Mit „Ja“ statt „Nein“ bei „Sie wohnen hier“ wäre das Ergebnis „Bewilligt“, 200,00 € im Monat: Sie wohnen hier.",
    ]);
    assert.deepEqual(texte(probe(), { ...alles, einkommenCent: 40_000 }), [
      "Bis 249,99 € statt 400,00 € bei „Einkommen“ wäre das Ergebnis „Bewilligt“, 50,01 € im Monat: Ihr Einkommen ist niedrig.",
    ]);
  });
  test("two things that fail: no single one would help, and nothing is said", () =>
    assert.deepEqual(texte(probe(), { ...alles, hier: false, einkommenCent: 40_000 }), []));
  test("days only where somebody said that they could differ, to the day", () =>
    assert.deepEqual(
      texte(probe({}, { getrenntSeit: { aenderbar: true } }), alles)[2],
      "Ab dem 02.03.2026 statt 15.01.2026 bei „Getrennt seit“ wäre das Ergebnis „Abgelehnt“: Noch nicht getrennt.",
    ));
  test("of a choice the values worth telling, as the notice reads them", () => {
    const leistung = probe(
      { tatsachen: { stand: (wert: string) => wert.toUpperCase() } },
      { stand: { aenderbar: ["verheiratet"] as readonly string[] as readonly never[] } },
    );
    assert.equal(
      texte(leistung, alles)[2],
      "Mit „VERHEIRATET“ statt „LEDIG“ bei „Familienstand“ wäre das Ergebnis „Abgelehnt“: Sie sind verheiratet.",
    );
  });
  test("not what nobody chooses, nor what a register says unless it is declared", () => {
    assert.deepEqual(texte(probe({}, { hier: { aenderbar: false }, einkommenCent: { quelle: "register" } }), alles), []);
    assert.equal(texte(probe({}, { einkommenCent: { quelle: "register", aenderbar: true } }), alles).length, 2);
  });
  test("nothing of a fact that the person neither said nor reads in the notice: it may be somebody else's secret", () => {
    const heimlich: Partial<Leistung> = {
      sachverhalt: ({ antworten }) => ({
        fakten: Object.fromEntries(
          Object.entries(antworten.fakten ?? {}).map(([name, wert]) => [
            name,
            { wert, herkunft: { quelle: "Melderegister", stand: null } },
          ]),
        ),
        vonHand: [],
      }),
    };
    assert.deepEqual(texte(probe(heimlich), alles), []);
    assert.equal(texte(probe({ ...heimlich, tatsachen: { hier: (wert: boolean) => (wert ? "Ja" : "Nein") } }), alles).length, 1);
  });
  test("a threshold that turns twice is not told", () => {
    const r = beginneRegelwerk("probe", "1");
    const zahl = r.fakt<number>("zahl", { titel: "Zahl", klaertDurch: "seite", quelle: "person", proben: [0] });
    const anspruch = r.knoten("Gerade Hunderter", "§ 1", { zahl }, (f) => Math.floor(f.zahl / 100) % 2 === 0);
    const leistung = defineLeistung({
      ...grundangaben,
      ergebnis: "einmalig",
      regelwerk: r.schliesse({ anspruch, rechenweg: [] }),
    });
    assert.deepEqual(texte(leistung, { zahl: 50 }), []);
  });
  test("at most six, and those first that turn the result", () => {
    const r = beginneRegelwerk("probe", "1");
    const ja = Array.from({ length: 9 }, (_, stelle) =>
      r.fakt<boolean>(`f${stelle}`, { titel: `F${stelle}`, klaertDurch: "seite", quelle: "person", proben: [true, false] }),
    );
    const mehr = r.rechne("Betrag", "§ 1", { erster: ja[0] as (typeof ja)[0] }, (f) => (f.erster ? 100 : 50));
    const regelwerk = r.schliesse({ anspruch: r.alle("Alle", "§ 1", ja.slice(1)), betrag: mehr, rechenweg: [] });
    const leistung = defineLeistung({
      ...grundangaben,
      regelwerk,
      zeitraum: () => ({ von: "2026-03", bis: "2026-03", wechsel: [] }),
    } as Leistung);
    const erzaehlt = texte(leistung, Object.fromEntries(ja.map((_, stelle) => [`f${stelle}`, true])));
    assert.equal(erzaehlt.length, 6);
    assert.ok(erzaehlt.every((text) => text.includes("„Abgelehnt“")));
  });
  test("judgements of a person are taken as they were given", () => {
    const r = beginneRegelwerk("probe", "1");
    const hier = r.fakt<boolean>("hier", { titel: "Wohnt hier", klaertDurch: "seite", quelle: "person", proben: [true, false] });
    const anspruch = r.alle("Anspruch", "§ 1", [hier, r.person("glaubhaft", "Glaubhaft", "§ 20 SGB X", "beurteilung")]);
    const regelwerk = r.schliesse({ anspruch, rechenweg: [] });
    const leistung = defineLeistung({ ...grundangaben, automatik: { erlaubt: false }, ergebnis: "einmalig", regelwerk });
    const kontext = kontextMit({ hier: true });
    const entscheidung = { ...entscheide(leistung, kontext, { glaubhaft: true }), art: "bewilligt" as const };
    assert.equal(wasWaereWenn(leistung, kontext, entscheidung).length, 1);
    assert.deepEqual(
      wasWaereWenn(leistung, kontext, { ...entscheidung, art: "abgelehnt" }),
      [],
      "a person decided against the rules",
    );
    assert.deepEqual(wasWaereWenn(leistung, kontext, { ...entscheidung, hash: "0" }), [], "the rules decide otherwise today");
  });
});
