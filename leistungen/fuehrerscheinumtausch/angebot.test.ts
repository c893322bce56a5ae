import assert from "node:assert/strict";
import { test } from "node:test";
import { KeinSatz, planeAngebot, type Tagesanlass } from "#baukasten";
import { plusTage, tageZwischen } from "#kalender";
import { vorDemUmtauschtag as angebot } from "./angebot.ts";
import { formular } from "./formular.ts";

const schein = { nummer: "J430A0RRI71", ausgestelltAm: "2003-05-02", behoerde: "Stadt Musterstadt", geburtsjahr: 1975 };
const anlass = (angaben: Record<string, unknown>, tag: string): Tagesanlass => {
  return { art: "ablauf", tag, person: "11111111111", vertreter: [], sache: schein.nummer, angaben };
};
const plane = (angaben: Record<string, unknown>, tag = "2027-01-19", heute = "2026-11-24") =>
  planeAngebot(angebot, { anlass: anlass(angaben, tag), heute, idnr: "11111111111", nachweise: {} });

const faelle: Record<string, [Record<string, unknown>, string, string]> = {
  "Karte von 2003": [schein, "2027-01-19", "entwurf"],
  "Papier, geboren 1971": [{ ...schein, ausgestelltAm: "1998-12-31", geburtsjahr: 1971 }, "2025-01-19", "entwurf"],
  "geboren 1952": [{ ...schein, geburtsjahr: 1952 }, "2033-01-19", "entwurf"],
  "das Register nennt einen anderen Tag als Anlage 8e": [schein, "2028-01-19", "keines"],
  "neue Karte": [{ ...schein, ausgestelltAm: "2013-01-19" }, "2027-01-19", "keines"],
  "das Register nennt das Dokument nicht": [{ ...schein, nummer: undefined }, "2027-01-19", "keines"],
  "das Register nennt das Geburtsjahr nicht": [{ ...schein, geburtsjahr: null }, "2027-01-19", "keines"],
};
for (const [name, [angaben, tag, erwartet]] of Object.entries(faelle))
  test(name, () => assert.equal(plane(angaben, tag).art, erwartet));

test("number, day and authority are filled in, nothing else; the photo is what is left to the person", () => {
  const weg = plane(schein);
  assert.ok(weg.art === "entwurf");
  assert.deepEqual(weg.antworten, {
    fuehrerschein: { nummer: "J430A0RRI71", ausgestelltAm: "2003-05-02", behoerde: "Stadt Musterstadt" },
  });
  assert.equal(formular.ersteOffene(weg.antworten, "2026-11-24"), "lichtbild");
  assert.match(weg.grund, /vom 02\.05\.2003 ist bis zum 19\.01\.2027 umzutauschen/);
});

test("half a year ahead, day by day without a gap; the first look begins with today", () => {
  const frage = (von: string, bis: string) => angebot.liste.anfrage({ von, bis });
  assert.deepEqual(frage("2026-07-20", "2026-07-20"), { von: "2027-01-19", bis: "2027-01-19" });
  assert.equal(tageZwischen("2026-07-20", "2027-01-19"), 183);
  const erster = plusTage("2026-11-24", -(angebot.liste.rueckschauTage ?? 0));
  assert.deepEqual(frage(erster, "2026-11-24"), { von: "2026-11-24", bis: "2027-05-26" });
});

test("the person is addressed, and told that doing nothing is not enough", () => {
  assert.deepEqual(angebot.wer(anlass(schein, "2027-01-19")), ["11111111111"]);
  assert.match(angebot.ohneAntwort ?? "", /Pflicht/);
});

test("after the day up to which the table was checked nobody is searched for or invited, and it is loud", () => {
  assert.throws(() => angebot.liste.anfrage({ von: "2026-12-31", bis: "2027-01-01" }), KeinSatz);
  assert.throws(() => plane(schein, "2027-01-19", "2027-01-01"), KeinSatz);
});
