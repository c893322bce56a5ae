import assert from "node:assert/strict";
import { test } from "node:test";
import type { Angebotsweg, Geburtsanlass, Nachweisstaende, Nachweisstand } from "#baukasten";
import { nachGeburt } from "./angebot.ts";
import { formular } from "./formular.ts";

const heute = "2026-11-24";
const mutter = "11111111111";
const kind = { idnr: "33333333333", vornamen: "Mia", nachname: "Beispiel", geburtsdatum: "2026-11-20" };
const anlass: Geburtsanlass = { art: "geburt", gemeldetAm: heute, kind, mutter };
const anschrift = { strasse: "Lindenweg", hausnummer: "4", plz: "00401", ort: "Musterstadt" };
const gefunden = (daten: Record<string, unknown>): Nachweisstand => ({ art: "gefunden", stand: `${heute}T08:00:00Z`, daten });
const meldung = (mehr: Record<string, unknown> = {}) =>
  gefunden({
    idnr: mutter,
    vornamen: "Maria",
    nachname: "Beispiel",
    geburtsdatum: "1994-05-06",
    familienstand: "ledig",
    anschrift,
    auskunftssperre: false,
    kinder: [],
    ...mehr,
  });
const haushalt = (mehr: Record<string, unknown> = {}) =>
  gefunden({
    lebtBeiElternteil: true,
    andererElternteilGleicheAnschrift: false,
    auskunftssperre: false,
    seit: kind.geburtsdatum,
    ...mehr,
  });
const plane = (nachweise: Nachweisstaende) => nachGeburt.plane({ anlass, heute, idnr: mutter, nachweise });

const lies = (weg: Angebotsweg): string => {
  if (weg.art === "braucht") return `braucht ${weg.nachweise.join(", ")}`;
  return weg.art === "entwurf" ? `entwurf bis ${formular.ersteOffene(weg.antworten, heute)}` : weg.art;
};
const faelle: Record<string, [Nachweisstaende, string]> = {
  "nothing asked yet": [{}, "braucht familienstand"],
  "married: nobody asks who lives there": [{ familienstand: meldung({ familienstand: "verheiratet" }) }, "keines"],
  "unknown to the Melderegister": [{ familienstand: { art: "keinEintrag", stand: "" } }, "keines"],
  "unmarried: the home decides": [{ familienstand: meldung() }, "braucht haushalt"],
  "unmarried, without the other parent": [{ familienstand: meldung(), haushalt: haushalt() }, "entwurf bis andererElternteil"],
  "widowed, no other parent known": [
    { familienstand: meldung({ familienstand: "verwitwet" }), haushalt: haushalt({ andererElternteilGleicheAnschrift: null }) },
    "entwurf bis andererElternteil",
  ],
  "no address known: the person says it": [
    { familienstand: meldung({ anschrift: null }), haushalt: haushalt() },
    "entwurf bis anschrift",
  ],
  "together with the other parent": [
    { familienstand: meldung(), haushalt: haushalt({ andererElternteilGleicheAnschrift: true }) },
    "keines",
  ],
  "the child lives elsewhere": [{ familienstand: meldung(), haushalt: haushalt({ lebtBeiElternteil: false }) }, "keines"],
};
for (const [name, [nachweise, erwartet]] of Object.entries(faelle))
  test(name, () => assert.equal(lies(plane(nachweise)), erwartet));

test("what was asked is filled in, and nothing is said of who pays", () => {
  const weg = plane({ familienstand: meldung(), haushalt: haushalt({ seit: "2020-01-01" }) });
  assert.ok(weg.art === "entwurf");
  assert.deepEqual(weg.antworten, {
    kind,
    anschrift,
    zuhause: { lebtBeiMir: true, seit: "2026-11-20" },
    familienstand: { stand: "ledig" },
  });
});
