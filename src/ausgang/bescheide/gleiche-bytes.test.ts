import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { entscheide, wasWaereWenn } from "#baukasten";
import { leistungen } from "#leistungen";
import { faktenVon, kontextMit, musterstadt, nurRegeln } from "../../../test/helpers/zufall.ts";
import { type Bescheidfall, bescheidInhalt } from "./bescheidtext.ts";
import { createBriefsatz } from "./brief.ts";

/** Texts that speak of answers (a name, a date) are the Leistung's own; here only what the kit makes of the decision. */
const texte = { betreff: () => "Betreff", einleitung: () => "Einleitung.", tenor: () => "Tenor." };

function fallAus(registriert: (typeof leistungen)[number], fakten: Record<string, unknown>): Bescheidfall {
  const leistung = { ...nurRegeln(registriert), bescheid: { ...registriert.bescheid, ...texte } };
  const kontext = kontextMit(fakten);
  const entscheidung = entscheide(leistung, kontext);
  const umstaende = wasWaereWenn(leistung, kontext, entscheidung);
  const { antworten, eingegangenAm } = kontext;
  return { mandant: musterstadt, leistung, antworten, eingegangenAm, entscheidung, umstaende, automatisch: true };
}
const umgekehrt = (fakten: Record<string, unknown>) => Object.fromEntries(Object.entries(structuredClone(fakten)).reverse());

describe("the same facts give the same notice, whatever they are", () => {
  for (const leistung of leistungen)
    test(leistung.name, () =>
      fc.assert(
        fc.property(faktenVon(leistung), (fakten) => {
          const inhalt = JSON.stringify(bescheidInhalt(fallAus(leistung, fakten)));
          assert.equal(JSON.stringify(bescheidInhalt(fallAus(leistung, umgekehrt(fakten)))), inhalt);
        }),
        { numRuns: 25 },
      ),
    );

  test("and the same bytes of the letter", async () => {
    const briefsatz = createBriefsatz();
    const [leistung] = leistungen;
    assert.ok(leistung);
    const brief = (fakten: Record<string, unknown>) => {
      const kopf = { mandant: musterstadt, amt: leistung.amt, aktenzeichen: "A-1", datum: "2026-03-10", betreff: "Betreff" };
      const empfaenger = ["Anna Beispiel", "Lindenweg 3", "12345 Musterstadt"];
      const inhalt = bescheidInhalt(fallAus(leistung, fakten));
      const auftrag = {
        ...kopf,
        empfaenger,
        anrede: "Guten Tag Anna Beispiel,",
        inhalt,
        unterschrift: "Ohne Unterschrift gültig.",
      };
      return briefsatz.setze(auftrag, new Date("2026-03-10T00:00:00Z"));
    };
    for (const fakten of fc.sample(faktenVon(leistung), { numRuns: 2, seed: 7 }))
      assert.deepEqual(Buffer.from(await brief(umgekehrt(fakten))), Buffer.from(await brief(fakten)));
  });
});
