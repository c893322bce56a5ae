import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Antworten, defineFormular, ENDE, feld } from "./index.ts";

const heute = "2026-11-24";
const seite = (titel: string, label = titel) => ({ titel, felder: { wert: feld.text({ label }) } });
const gesehen: Antworten[] = [];

/** arbeit → (lohn | suche) → alter → (schule, where young) → ende */
const formular = defineFormular({
  start: "arbeit",
  seiten: {
    arbeit: { titel: "Arbeit", felder: { hat: feld.jaNein({ label: "Arbeiten Sie?" }) } },
    lohn: {
      titel: "Lohn",
      felder: { betrag: feld.geld({ label: "Lohn" }), wofuer: feld.text({ label: "Wofür", optional: true }) },
    },
    suche: seite("Suche"),
    alter: { titel: "Alter", felder: { geboren: feld.datum({ label: "Geboren" }) } },
    schule: { titel: "Schule", felder: { belege: feld.anlage({ label: "Belege" }) } },
  },
  uebergaenge: {
    arbeit: [{ wenn: (a) => a.arbeit?.hat === true, nach: "lohn" }, { nach: "suche" }],
    lohn: "alter",
    suche: "alter",
    alter: [
      {
        wenn: (a, tag) => {
          gesehen.push(a as Antworten);
          return (a.alter?.geboren ?? "") > `${Number(tag.slice(0, 4)) - 18}`;
        },
        nach: "schule",
      },
      { nach: ENDE },
    ],
    schule: ENDE,
  },
});
const voll: Antworten = {
  arbeit: { hat: true },
  lohn: { betrag: 0 },
  suche: { wert: "seit Mai" },
  alter: { geboren: "1990-01-01" },
  schule: { belege: [{ name: "a.pdf" }] },
};

describe("the path", () => {
  test("ends at the first page that is open", () => {
    assert.deepEqual(formular.pfad({}, heute), ["arbeit"]);
    assert.deepEqual(formular.pfad({ arbeit: { hat: false } }, heute), ["arbeit", "suche"]);
    assert.equal(formular.ersteOffene({ arbeit: { hat: false } }, heute), "suche");
  });
  test("follows the answers; no and nothing-at-all (0) are answers", () => {
    assert.deepEqual(formular.pfad(voll, heute), ["arbeit", "lohn", "alter"]);
    assert.equal(formular.ersteOffene(voll, heute), undefined);
  });
  test("depends on the day it is asked", () => {
    const jung = { ...voll, alter: { geboren: "2010-01-01" } };
    assert.deepEqual(formular.pfad(jung, heute).at(-1), "schule");
    assert.deepEqual(formular.pfad(jung, "2040-01-01").at(-1), "alter");
  });
  test("a page that was skipped is the first open one, whatever stands behind it", () => {
    const { lohn: _, ...ohneLohn } = voll;
    assert.deepEqual(formular.pfad(ohneLohn, heute), ["arbeit", "lohn"]);
    assert.equal(formular.ersteOffene(ohneLohn, heute), "lohn");
  });
  test("a page whose documents were all taken away is open again", () =>
    assert.equal(formular.ersteOffene({ ...voll, alter: { geboren: "2010-01-01" }, schule: { belege: [] } }, heute), "schule"));
  test("back and next stay on it", () => {
    assert.equal(formular.naechste("arbeit", voll, heute), "lohn");
    assert.equal(formular.naechste("alter", voll, heute), undefined);
    assert.equal(formular.vorherige("alter", voll, heute), "lohn");
    assert.equal(formular.vorherige("arbeit", voll, heute), undefined);
    assert.equal(formular.vorherige("suche", voll, heute), undefined);
  });
  test("progress looks beyond the open page, and never counts one twice", () => {
    assert.deepEqual(formular.ausblick({}, heute), ["arbeit", "suche", "alter"]);
    assert.deepEqual(formular.ausblick(voll, heute), formular.pfad(voll, heute));
  });
});

describe("answers left behind", () => {
  test("are pruned", () => assert.deepEqual(Object.keys(formular.stutze(voll, heute)), ["arbeit", "lohn", "alter"]));
  test("are invisible to guards and to the summary", () => {
    gesehen.length = 0;
    formular.pfad(voll, heute);
    assert.ok(gesehen.length > 0 && gesehen.every((antworten) => !("suche" in antworten) && !("schule" in antworten)));
    assert.deepEqual(
      formular.zusammenfassung(voll, heute).map((each) => each.seite),
      ["arbeit", "lohn", "alter"],
    );
  });
  test("for any answers: pruning twice is pruning once, the path stays, and is no longer than what is kept plus one", () => {
    const werte = fc.record(
      {
        arbeit: fc.record({ hat: fc.boolean() }),
        lohn: fc.record({ betrag: fc.nat() }, { requiredKeys: [] }),
        suche: fc.record({ wert: fc.string() }),
        alter: fc.record({ geboren: fc.constantFrom("1990-01-01", "2010-01-01") }),
        schule: fc.record({ belege: fc.array(fc.constant({ name: "a" })) }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(werte, (antworten) => {
        const gestutzt = formular.stutze(antworten, heute);
        assert.deepEqual(formular.stutze(gestutzt, heute), gestutzt);
        assert.deepEqual(formular.pfad(gestutzt, heute), formular.pfad(antworten, heute));
        assert.equal(formular.ersteOffene(gestutzt, heute), formular.ersteOffene(antworten, heute));
        assert.ok(Object.keys(gestutzt).every((name) => formular.pfad(antworten, heute).includes(name)));
      }),
    );
  });
});

describe("one page", () => {
  test("only its own fields are taken", () =>
    assert.deepEqual(formular.pruefeSeite("lohn", { betrag: "10", geheim: "x", __proto__: "y" }, {}), {
      ok: true,
      werte: { betrag: 1000 },
    }));
  test("every fault is told at its field", () =>
    assert.deepEqual(Object.keys((formular.pruefeSeite("lohn", { betrag: "viel" }, {}) as { fehler: object }).fehler), [
      "betrag",
    ]));
  test("documents come from what was uploaded, never from what was sent", () => {
    assert.deepEqual(formular.pruefeSeite("schule", { belege: "a.pdf" }, {}), {
      ok: false,
      fehler: { belege: "Bitte laden Sie mindestens ein Dokument hoch." },
    });
    assert.deepEqual(formular.pruefeSeite("schule", {}, voll), { ok: true, werte: { belege: [{ name: "a.pdf" }] } });
  });
  test("the summary says so where nothing was said", () =>
    assert.deepEqual(formular.zusammenfassung(voll, heute)[1]?.zeilen, [
      { feld: "betrag", label: "Lohn", wert: "0,00\u00a0€" },
      { feld: "wofuer", label: "Wofür", wert: "Keine Angabe" },
    ]));
});

describe("refused when it is written down", () => {
  const a = seite("A");
  const b = seite("B");
  const immer = () => true;
  const falsch: Record<string, [() => unknown, RegExp]> = {
    "a circle": [
      () =>
        defineFormular({
          start: "a",
          seiten: { a, b },
          uebergaenge: { a: "b", b: [{ wenn: immer, nach: "a" }, { nach: ENDE }] },
        }),
      /im Kreis: a → b → a/,
    ],
    "a page after itself": [() => defineFormular({ start: "a", seiten: { a }, uebergaenge: { a: "a" } }), /im Kreis: a → a/],
    "a page nobody reaches": [
      () => defineFormular({ start: "a", seiten: { a, b }, uebergaenge: { a: ENDE, b: ENDE } }),
      /zu diesen Seiten führt kein Weg: b/,
    ],
    "a dead end": [
      () => defineFormular({ start: "a", seiten: { a }, uebergaenge: { a: [{ wenn: immer, nach: ENDE }] } }),
      /der letzte Weg von „a“ muss ohne Bedingung sein/,
    ],
    "a page without a way on": [
      () => defineFormular({ start: "a", seiten: { a }, uebergaenge: {} as { a: typeof ENDE } }),
      /von „a“ führt kein Weg weiter/,
    ],
    "no way at all": [
      () => defineFormular({ start: "a", seiten: { a }, uebergaenge: { a: [] } }),
      /der letzte Weg von „a“ muss ohne Bedingung sein/,
    ],
    "a way to nowhere": [
      () => defineFormular({ start: "a", seiten: { a }, uebergaenge: { a: "z" as "a" } }),
      /die Seite „z“ gibt es nicht/,
    ],
    "a way behind one without condition": [
      () => defineFormular({ start: "a", seiten: { a, b }, uebergaenge: { a: [{ nach: ENDE }, { nach: "b" }], b: ENDE } }),
      /hinter einem Weg ohne Bedingung/,
    ],
    "a page called like the end": [
      () => defineFormular({ start: "a", seiten: { a, ende: b }, uebergaenge: { a: ENDE, ende: ENDE } }),
      /„ende“ ist keine Seite/,
    ],
  };
  for (const [name, [mach, meldung]] of Object.entries(falsch)) test(name, () => assert.throws(mach, meldung));
});
