import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Entscheidung, normenFuer } from "#baukasten";
import { getLeistung } from "#leistungen";
import { type Aenderungsfall, aenderungsInhalt } from "./aenderungstext.ts";

const leistung = getLeistung("unterhaltsvorschuss");
const mandant = {
  id: 1,
  schluessel: "stadt",
  name: "Stadt",
  land: "NW",
  einstellungen: {
    anschrift: { strasse: "Weg", hausnummer: "1", plz: "00001", ort: "Stadt" },
    aemter: { jugendamt: { name: "Jugendamt", telefon: "1", email: "amt@stadt.example", anschrift: "Weg 1" } },
    rechtsbehelf: { klageStattWiderspruch: [], gericht: "Gericht", widerspruchsbehoerde: "Behörde" },
  },
} as unknown as Aenderungsfall["mandant"];
const entscheidung = {
  art: "bewilligt",
  gruende: [{ text: "Sie leben mit dem anderen Elternteil zusammen.", norm: "§ 1 Abs. 3 UhVorschG", schluessel: "x" }],
  tatsachen: [],
  rechnung: [],
} as unknown as Entscheidung;
const zeile = (von: string, bis: string, vorherCent: number | null, nachherCent: number) => ({
  von,
  bis,
  vorherCent,
  nachherCent,
});
const fall = (mehr: Partial<Aenderungsfall>): Aenderungsfall => ({
  mandant,
  leistung,
  antworten: { kind: { vornamen: "Mia", nachname: "Beispiel" } },
  eingegangenAm: "2026-09-15",
  entscheidung,
  automatisch: true,
  automatiknorm: "§ 31a SGB X",
  bezugszeichen: "UV-26-AAAA-BBBB",
  ab: "2026-10-01",
  anlass: "Sie haben uns eine Änderung gemeldet.",
  endet: false,
  aufgehoben: mehr.vergleich?.at(-1)?.nachherCent === 0,
  vergleich: [zeile("2026-10", "2026-12", 22_700, 12_700)],
  nachzahlungCent: 0,
  rueckforderung: undefined,
  normen: normenFuer(leistung),
  anhoerung: undefined,
  ...mehr,
});
const text = (mehr: Partial<Aenderungsfall>) => JSON.stringify(aenderungsInhalt(fall(mehr))).replaceAll("\u00a0", " ");

test("Lebensmonate that fall away while others come are no repeal, and one never asked for was not open", () => {
  const vergleich = [zeile("2026-12-05", "2027-01-04", null, 142_798), zeile("2027-01-05", "2027-02-04", 142_798, 0)];
  const gesagt = text({ ab: "2026-12-05", vergleich, aufgehoben: false });
  assert.match(gesagt, /Ab dem 05.12.2026 werden 1.427,98 € für jeden Lebensmonat gezahlt/);
  assert.match(gesagt, /Bisher und neu, je Lebensmonat.*nicht beantragt/);
  assert.doesNotMatch(gesagt, /aufgehoben/);
});

test("what is provisional is said in the notice of the change, too", () => {
  const elterngeld = getLeistung("elterngeld");
  const antworten = { kind: { vornamen: "Ida", nachname: "Hartmann" }, arbeitNachher: { arbeite: true } };
  const vergleich = [zeile("2026-12-05", "2027-01-04", 142_798, 90_000)];
  assert.match(
    text({ leistung: elterngeld, antworten, vergleich, normen: normenFuer(elterngeld) }),
    /vorläufig.*§ 8 Abs. 3 BEEG/,
  );
});

/** What changed, in the office's words; what the notice says of it, and what it must not say. */
const faelle: Record<string, [Partial<Aenderungsfall>, RegExp[], RegExp[]]> = {
  "less for the future, on the person's own word": [
    { anhoerung: { noetig: false, norm: "§ 24 Abs. 2 Nr. 3 SGB X" } },
    [
      /Ab Oktober 2026 werden monatlich 127 € gezahlt/,
      /§ 48 Abs. 1 Satz 1 SGB X/,
      /Anhörung war nicht nötig \(§ 24 Abs. 2 Nr. 3 SGB X\)/,
      /automatisch erlassen \(§ 31a SGB X\)/,
    ],
    [/zu erstatten/],
  ],
  "more, also for months gone by": [
    { vergleich: [zeile("2026-07", "2026-12", 12_700, 22_700)], nachzahlungCent: 30_000 },
    [/300,00 € nach/, /§ 48 Abs. 1 Satz 2 Nr. 1 SGB X/],
    [/Anhörung/, /zu erstatten/],
  ],
  "new months": [
    { vergleich: [zeile("2027-01", "2027-02", null, 24_000), zeile("2027-03", "2027-12", null, 31_000)] },
    [/noch offen/, /Rechtsgrundlage der Änderung: Unterhaltsvorschussgesetz/],
    [/§ 48/],
  ],
  "eighteenth birthday": [
    { endet: true, vergleich: [], ab: "2026-08-20" },
    [/Die Leistung endet am 20.08.2026/, /§ 39 Abs. 2 SGB X/],
    [/Bisher und neu/, /§ 48/],
  ],
  "repealed, and money taken back by a person": [
    {
      automatisch: false,
      begruendung: "Der Einzug war bekannt.",
      vergleich: [zeile("2026-07", "2026-07", 22_700, 6_900), zeile("2026-08", "2026-12", 22_700, 0)],
      rueckforderung: {
        betragCent: 61_200,
        monate: ["2026-07", "2026-08", "2026-09"],
        norm: "§ 5 Abs. 1 UhVorschG, § 50 Abs. 1 SGB X",
        wer: "Sie müssen ersetzen.",
      },
      anhoerung: { noetig: true },
    },
    [
      /aufgehoben und nicht weiter gezahlt/,
      /612,00 € sind zu erstatten/,
      /Juli 2026 bis September 2026/,
      /Der Einzug war bekannt/,
      /Gelegenheit, sich zu äußern/,
      /warten Sie mit der Zahlung/,
      /Rechtsbehelfsbelehrung/,
    ],
    [/automatisch erlassen/],
  ],
};

describe("the notice of a change", () => {
  for (const [name, [mehr, sagt, sagtNicht]] of Object.entries(faelle))
    test(name, () => {
      const gesagt = text(mehr);
      for (const was of sagt) assert.match(gesagt, was);
      for (const was of sagtNicht) assert.doesNotMatch(gesagt, was);
    });
});
