import assert from "node:assert/strict";
import { test } from "node:test";
import type { Angebotsweg, Geburtsanlass, Nachweisstaende } from "#baukasten";
import { nachGeburt } from "./angebot.ts";
import { istVollstaendig } from "./geburt.ts";
import { geburt, gefunden, haushalt, keinEintrag, meldung, mutter, schweigt, stammdaten } from "./musterfall.ts";

const plane = (geboren: string, gemeldetAm: string, nachweise: Nachweisstaende): Angebotsweg => {
  const kind = { idnr: "33333333333", vornamen: "Mia", nachname: "Beispiel", geburtsdatum: geboren };
  const anlass: Geburtsanlass = { art: "geburt", gemeldetAm, kind, mutter: mutter.idnr };
  return nachGeburt.plane({ anlass, heute: gemeldetAm, idnr: mutter.idnr, nachweise });
};
const vater = "22222222222";
const bruder = (mehr: object = {}) => ({
  idnr: "44444444444",
  vornamen: "Ben",
  nachname: "Beispiel",
  geburtsdatum: "2021-02-03",
  auskunftssperre: false,
  ...mehr,
});
const bekannt = { geburt: geburt("2026-11-20"), meldung: meldung(), familienkasse: stammdaten() };
const alle = { ...bekannt, haushalt: haushalt() };
const vomVater = stammdaten({ zahltFuerAelteresKind: true, empfaengerIdnr: vater });

const faelle: Record<string, [string, string, Nachweisstaende, string]> = {
  "nothing asked yet": ["2027-11-05", "2027-11-20", {}, "braucht geburt, meldung, familienkasse"],
  "the law allows it: nobody asks who else lives there": ["2027-11-05", "2027-11-20", bekannt, "vorgang"],
  "before the law: the home is asked for": ["2026-11-20", "2026-11-24", bekannt, "braucht haushalt"],
  "before the law: filled in to the end": ["2026-11-20", "2026-11-24", alle, "entwurf vollständig"],
  "no account known: one page is left": [
    "2027-11-05",
    "2027-11-20",
    { ...alle, familienkasse: stammdaten({ iban: null }) },
    "entwurf unvollständig",
  ],
  "Familienkasse does not know the family": [
    "2026-11-20",
    "2026-11-24",
    { ...alle, familienkasse: keinEintrag },
    "entwurf unvollständig",
  ],
  "Familienkasse is silent": ["2026-11-20", "2026-11-24", { ...alle, familienkasse: schweigt }, "entwurf unvollständig"],
  "the father gets it for an older child": [
    "2026-11-20",
    "2026-11-24",
    { ...alle, geburt: geburt("2026-11-20", { vater: { idnr: vater, name: "Viktor Anders" } }), familienkasse: vomVater },
    `anderePerson ${vater}`,
  ],
  "hidden address: the father learns nothing": [
    "2026-11-20",
    "2026-11-24",
    {
      ...alle,
      geburt: geburt("2026-11-20", { vater: { idnr: vater, name: "Viktor Anders" } }),
      meldung: meldung({ auskunftssperre: true }),
      familienkasse: vomVater,
    },
    "entwurf vollständig",
  ],
  "hidden address of an older child only: the father learns nothing": [
    "2026-11-20",
    "2026-11-24",
    {
      ...alle,
      geburt: geburt("2026-11-20", { vater: { idnr: vater, name: "Viktor Anders" } }),
      meldung: meldung({ kinder: [bruder({ auskunftssperre: true })] }),
      familienkasse: vomVater,
    },
    "entwurf vollständig",
  ],
  "an older child without one: the father is addressed": [
    "2026-11-20",
    "2026-11-24",
    {
      ...alle,
      geburt: geburt("2026-11-20", { vater: { idnr: vater, name: "Viktor Anders" } }),
      meldung: meldung({ kinder: [bruder()] }),
      familienkasse: vomVater,
    },
    `anderePerson ${vater}`,
  ],
  "already granted": ["2027-11-05", "2027-11-20", { ...alle, familienkasse: stammdaten({ schonFestgesetzt: true }) }, "keines"],
  "mother died": [
    "2027-11-05",
    "2027-11-20",
    { ...alle, geburt: geburt("2026-11-20", { gestorben: { mutter: true, vater: false } }) },
    "keines",
  ],
  "unknown to the Melderegister": ["2027-11-05", "2027-11-20", { ...alle, meldung: keinEintrag }, "keines"],
  "the entry is closed": ["2027-11-05", "2027-11-20", { ...alle, geburt: { art: "verweigert", grund: "Sperre" } }, "keines"],
};
const lies = (weg: Angebotsweg, heute: string): string => {
  if (weg.art === "braucht") return `braucht ${weg.nachweise.join(", ")}`;
  if (weg.art === "anderePerson") return `anderePerson ${weg.idnr}`;
  if (weg.art === "entwurf") return `entwurf ${istVollstaendig(weg.antworten, heute) ? "vollständig" : "unvollständig"}`;
  return weg.art;
};
for (const [name, [geboren, gemeldet, nachweise, erwartet]] of Object.entries(faelle))
  test(name, () => assert.equal(lies(plane(geboren, gemeldet, nachweise), gemeldet), erwartet));

test("an answer of another shape counts as none", () => {
  assert.equal(plane("2027-11-05", "2027-11-20", { ...alle, meldung: gefunden({ idnr: 7 }) }).art, "keines");
});
