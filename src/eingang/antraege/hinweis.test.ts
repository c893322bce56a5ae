import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Block, entscheide } from "#baukasten";
import { renderPage } from "#ui";
import { musterentwurf, musterleistung } from "./muster.ts";
import { eroeffneAntrag } from "./reiche-ein.ts";
import { Formularseite } from "./seiten/formularseite.tsx";
import { Hinweisseite } from "./seiten/hinweisseite.tsx";

const basis = musterleistung();
const hinweise: Block[] = [
  { art: "ueberschrift", text: "Was Sie tun können", ebene: 1 },
  { art: "liste", punkte: ["Beantragen Sie es bei der Familienkasse."] },
  { art: "tabelle", titel: "Stellen", kopf: ["Stelle", "Telefon"], zeilen: [["Familienkasse", "0800 1"]] },
];
const hinweis = musterleistung({
  rechtsnatur: "hinweis",
  bescheid: { ...basis.bescheid, hinweise, worte: { bewilligt: "Wahrscheinlich ja", abgelehnt: "Wahrscheinlich nein" } },
});
const frame = { mandant: { name: "Stadt", schluessel: "stadt" }, pfad: "/" };
const heute = "2026-11-24";
const antragsteller = { idnr: null, vornamen: "", nachname: "" };

const seite = (antworten: Record<string, Record<string, unknown>>) =>
  renderPage(
    Hinweisseite({
      frame,
      leistung: hinweis,
      entwurf: { ...musterentwurf, antworten },
      heute,
      entscheidung: entscheide(hinweis, { antworten, nachweise: {}, antragsteller, eingegangenAm: heute }),
    }),
  );

describe("a hint", () => {
  test("answers at once, in its own words, with reasons and what to do next", () => {
    const html = seite({ seite: { braucht: true } });
    for (const teil of ["Wahrscheinlich ja", "Sie brauchen es.", "§ 1 Probegesetz", "bei der Familienkasse", "0800 1"])
      assert.ok(html.includes(teil), teil);
    assert.match(seite({ seite: { braucht: false } }), /Wahrscheinlich nein.*Sie brauchen es nicht\./s);
  });
  test("says what it cannot tell, instead of guessing", () => {
    const html = seite({});
    assert.match(html, /Noch offen.*Das können wir hier nicht klären.*Nicht geklärt: Braucht es\./s);
    assert.doesNotMatch(html, /Wahrscheinlich/);
  });
  test("offers nothing to hand in, and its form leads to a result, not to a submission", () => {
    assert.doesNotMatch(seite({ seite: { braucht: true } }), /absenden|einreichen/);
    const formular = (leistung: typeof hinweis) =>
      renderPage(Formularseite({ frame, leistung, entwurf: musterentwurf, seite: "seite", heute, kannVorbefuellen: false }));
    assert.match(formular(hinweis), /Ergebnis/);
    assert.match(formular(basis), /Prüfen und absenden/);
  });
  test("never becomes a Vorgang, whatever way it is handed in", async () => {
    const einreichung = {
      kanal: "online",
      person: { person: null, idnr: null, vornamen: "", nachname: "", email: null },
      schriftform: { art: "nichtNoetig" },
      einwilligungPostfach: false,
    } as const;
    await assert.rejects(
      async () => eroeffneAntrag({} as never, {} as never, { leistung: hinweis, antworten: {}, einreichung, transaktion: "t" }),
      /Probe ist ein Hinweis: daraus wird kein Vorgang/,
    );
  });
});
