import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { feld } from "./feld.ts";
import { defineFormular, ENDE } from "./formular.ts";

const wer = feld.auswahlAus({ label: "Wer?", seite: "haushalt", liste: "personen", benenne: ({ name }) => `${name}` });
const formular = defineFormular({
  start: "haushalt",
  seiten: {
    haushalt: {
      titel: "Wer wohnt hier?",
      felder: { personen: feld.liste({ label: "Menschen", einzahl: "Person", eintrag: { name: feld.text({ label: "Name" }) } }) },
    },
    lohn: {
      titel: "Wer verdient was?",
      felder: {
        liste: feld.liste({ label: "Löhne", einzahl: "Lohn", min: 0, eintrag: { wer, betrag: feld.geld({ label: "Betrag" }) } }),
      },
    },
    konto: { titel: "Wer hat das Konto?", felder: { wer } },
  },
  uebergaenge: { haushalt: "lohn", lohn: "konto", konto: ENDE },
});
const heute = "2026-11-24";
const haushalt = { personen: [{ name: "Anna" }, { name: "Bernd" }] };
const lohn = (name: string) => ({ liste: [{ wer: name, betrag: 100 }] });

describe("a choice among the entries of an earlier list", () => {
  test("offers their names, on a page and within a list", () => {
    const { konto, lohn: loehne } = {
      konto: formular.felder("konto", { haushalt }),
      lohn: formular.felder("lohn", { haushalt }),
    };
    assert.deepEqual(konto.wer?.optionen, { Anna: "Anna", Bernd: "Bernd" });
    assert.deepEqual(loehne.liste?.liste?.eintrag.wer?.optionen, { Anna: "Anna", Bernd: "Bernd" });
    assert.deepEqual(formular.felder("konto", {}).wer?.optionen, {});
  });

  test("takes a name that stands there, and no other", () => {
    const lies = (name: string) => formular.pruefeSeite("konto", { wer: name }, { haushalt });
    assert.deepEqual(lies("Bernd"), { ok: true, werte: { wer: "Bernd" } });
    for (const fremd of ["Clara", "", "__proto__", "toString"]) assert.equal(lies(fremd).ok, false, fremd);
    const zeile = (name: string) =>
      formular.pruefeSeite("lohn", { "liste.anzahl": "1", "liste.0.wer": name, "liste.0.betrag": "1" }, { haushalt });
    assert.equal(zeile("Anna").ok, true);
    assert.equal(zeile("Clara").ok, false);
  });

  test("is open again when the entry was renamed or removed", () => {
    const antworten = { haushalt, lohn: lohn("Bernd"), konto: { wer: "Anna" } };
    assert.equal(formular.ersteOffene(antworten, heute), undefined);
    const ohneBernd = { ...antworten, haushalt: { personen: [{ name: "Anna" }] } };
    assert.equal(formular.ersteOffene(ohneBernd, heute), "lohn");
    const umbenannt = { ...antworten, haushalt: { personen: [{ name: "Anja" }, { name: "Bernd" }] } };
    assert.equal(formular.ersteOffene(umbenannt, heute), "konto");
  });

  test("is refused where there is no such list", () => {
    const falsch = feld.auswahlAus({ label: "Wer?", seite: "a", liste: "b", benenne: String });
    assert.throws(
      () => defineFormular({ start: "a", seiten: { a: { titel: "A", felder: { falsch } } }, uebergaenge: { a: ENDE } }),
      /wählt aus „a\.b“/,
    );
  });
});
