import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Antworten } from "#baukasten";
import { getLeistung } from "#leistungen";
import { gewerbeAntworten, kfzAntworten, umtauschAntworten } from "../../demo/antworten-verkehr.ts";
import { createBevoelkerung, fahrzeugVon, name, neufahrzeuge } from "../../demo/bevoelkerung/index.ts";
import { fuelleAus } from "./ausfuellen.ts";
import {
  bildschirmfoto,
  konsole,
  oeffneBrowser,
  pruefeAxe,
  pruefeBreite,
  type SeitenOptionen,
  type TestBrowser,
} from "./browser.ts";
import { type Haus, meldeAn, oeffneHaus } from "./haus.ts";

const bevoelkerung = createBevoelkerung();
const persona = (schluessel: string) => bevoelkerung.getPersona(schluessel);
const mitJs: SeitenOptionen = { breite: 1280 };
const ohneJs: SeitenOptionen = { breite: 320, ohneJs: true };

/** Pages with an input that the others do not have: axe looks at these, and at what comes after the form. */
const besondere = ["zusaetze", "fahrzeug", "steuer", "lichtbild", "vertreter", "erlaubnis"];

const autoVon = (schluessel: string) => fahrzeugVon(persona(schluessel)) ?? assert.fail(`${schluessel} has no car`);
const erstesNeue = neufahrzeuge[0] ?? assert.fail("no new cars");

/** Who wants what, and what the status page says in the end. */
const faelle: {
  leistung: string;
  wer: string;
  optionen: SeitenOptionen;
  antworten: () => Antworten;
  erwartet: RegExp;
  postfach?: boolean;
}[] = [
  {
    leistung: "meldebescheinigung",
    wer: "anna",
    optionen: mitJs,
    antworten: () => ({
      umfang: { umfang: "erweitert" },
      zusaetze: { staatsangehoerigkeit: true, kinder: true, familienstand: false },
      form: { form: "elektronisch" },
    }),
    erwartet: /Ausgestellt[\s\S]*Mia Beispiel/,
  },
  {
    leistung: "meldebescheinigung",
    wer: "dieter",
    optionen: ohneJs,
    antworten: () => ({ umfang: { umfang: "einfach" }, form: { form: "papier" } }),
    erwartet: /Bitte bezahlen Sie/,
  },
  {
    leistung: "kfzzulassung",
    wer: "maria",
    optionen: mitJs,
    antworten: () => kfzAntworten(persona("maria"), autoVon("eva"), "halterwechsel"),
    erwartet: /Zugelassen[\s\S]*12,80/,
  },
  {
    leistung: "kfzzulassung",
    wer: "jana",
    optionen: ohneJs,
    antworten: () => kfzAntworten(persona("jana"), erstesNeue, "neu"),
    erwartet: /Zugelassen/,
  },
  {
    leistung: "gewerbeanmeldung",
    wer: "lea",
    optionen: ohneJs,
    antworten: () =>
      gewerbeAntworten(persona("lea"), {
        taetigkeit: { beschreibung: "Bewachung von Baustellen", art: "sonstiges", beginn: "2026-12-01", nebenerwerb: false },
        erlaubnis: { gewerbe: "bewachung" },
        erlaubnisstand: { liegtVor: false },
      }),
    erwartet: /Ausgestellt[\s\S]*§ 34a GewO/,
  },
  {
    leistung: "gewerbeanmeldung",
    wer: "kai",
    optionen: mitJs,
    antworten: () =>
      gewerbeAntworten(persona("kai"), {
        rechtsform: { form: "gmbh" },
        gesellschaft: { firma: "Brandt Räder GmbH", stand: "eingetragen" },
        registereintrag: { gericht: "Amtsgericht Musterstadt", nummer: "HRB 4711" },
        vertreter: { personen: [{ vornamen: "Kai", nachname: "Brandt", geburtsdatum: persona("kai").geburtsdatum }] },
        anzeigende: { vertritt: true },
      }),
    erwartet: /Ausgestellt[\s\S]*Brandt Räder GmbH/,
  },
  {
    leistung: "fuehrerscheinumtausch",
    wer: "fatma",
    optionen: mitJs,
    antworten: () => umtauschAntworten(persona("fatma")),
    erwartet: /prüft ein Mensch|Ein Mensch/,
  },
  {
    leistung: "fuehrerscheinumtausch",
    wer: "wanda",
    optionen: ohneJs,
    antworten: () => umtauschAntworten(persona("wanda"), "versand"),
    erwartet: /prüft ein Mensch|Ein Mensch/,
  },
];

describe("car, licence, trade and residents' record, from the form to the notice", () => {
  let browser: TestBrowser;
  let haus: Haus;
  const vorgaenge = new Map<string, string>();
  before(async () => {
    browser = await oeffneBrowser();
    haus = await oeffneHaus();
  });
  after(async () => {
    await browser.close();
    await haus.close();
  });

  const pruefe = async (page: Page, bild: string, axe = true) => {
    if (axe) await pruefeAxe(page);
    await pruefeBreite(page);
    // Pictures are for people who ask for them; each takes as long as a page.
    if (process.env.FACHWERK_BILDER) await bildschirmfoto(page, bild);
  };
  const inhalt = (page: Page) => page.getByRole("main").innerText();

  for (const { leistung: schluessel, wer, optionen, antworten, erwartet } of faelle)
    test(`${schluessel}, ${wer}, ${optionen.ohneJs ? "without" : "with"} JavaScript`, async () => {
      const bild = (was: string) => `${schluessel}-${wer}-${optionen.breite}-${was}`;
      const page = await browser.neueSeite(optionen);
      await page.goto(`${haus.adresse}/anmeldung?ziel=/leistungen/${schluessel}`);
      await meldeAn(page, new RegExp(`^${name(persona(wer))}`));
      await page.getByRole("button", { name: "Antrag beginnen" }).click();
      await fuelleAus(page, getLeistung(schluessel), antworten(), (seite) =>
        pruefe(page, bild(seite), !optionen.ohneJs && besondere.includes(seite)),
      );
      await pruefe(page, bild("pruefen"), !optionen.ohneJs);
      await page.getByRole("checkbox", { name: /elektronisch in mein Postfach/ }).check();
      await page.getByRole("checkbox", { name: /Angaben sind richtig/ }).check();
      await page.getByRole("button", { name: "Verbindlich absenden" }).click();
      const vorgang = page.url();
      vorgaenge.set(`${schluessel}:${wer}`, vorgang);
      await haus.stadt.warteBis(`${schluessel}: ${erwartet}`, async () => {
        await page.goto(vorgang);
        return erwartet.test(await inhalt(page));
      });
      await pruefe(page, bild("status"));
      // Against a record there is nothing to object to.
      const bescheinigt = getLeistung(schluessel).rechtsnatur === "bescheinigung";
      if (bescheinigt) assert.equal(await page.getByRole("link", { name: "Widerspruch einlegen" }).count(), 0);
      assert.deepEqual(konsole(page), []);
      await page.context().close();
    });

  test("the office looks at the licence after the receipt, and says what it found", async () => {
    const amt = await browser.neueSeite(ohneJs);
    await amt.goto(`${haus.adresse}/amt?filter=nachsehen`);
    await meldeAn(amt, /^Petra Lindemann/);
    assert.match(await inhalt(amt), /Bewachung: Erlaubnis \(§ 34a GewO\) fehlt/);
    await pruefe(amt, "nachsehen-liste-320");
    await amt
      .getByRole("link", { name: /^GW-26-/ })
      .first()
      .click();
    await pruefe(amt, "nachsehen-fall-320");
    await amt
      .getByRole("textbox", { name: "Was haben Sie festgestellt?" })
      .fill("Antrag auf Erlaubnis liegt der Ordnungsbehörde vor.");
    await amt.getByRole("button", { name: "Als nachgesehen ablegen" }).click();
    assert.match(await inhalt(amt), /Gespeichert/);
    await amt.goto(`${haus.adresse}/amt?filter=nachsehen`);
    assert.doesNotMatch(await inhalt(amt), /§ 34a/);
    await amt.context().close();
  });

  for (const [ansicht, optionen] of [
    ["with JavaScript", mitJs],
    ["without JavaScript, 320 px", ohneJs],
  ] as const)
    test(`one person releases many prepared licences: ${ansicht}`, async () => {
      // Each view releases one of the two; the first leaves the other one in the list.
      const amt = await browser.neueSeite(optionen);
      await amt.goto(`${haus.adresse}/amt`);
      await meldeAn(amt, /^Frieda Kessler/);
      await amt.getByRole("link", { name: /freigeben$/ }).click();
      await amt.getByRole("button", { name: "Weiter mit den gewählten Anträgen" }).click();
      assert.match(await inhalt(amt), /mindestens einen Antrag/);
      await amt.getByRole("link", { name: /auf dieser Seite wählen/ }).click();
      await pruefe(amt, `sammel-liste-${optionen.breite}`);
      if (!optionen.ohneJs) await amt.getByRole("checkbox").last().uncheck();
      await amt.getByRole("button", { name: "Weiter mit den gewählten Anträgen" }).click();
      assert.match(await inhalt(amt), /1 Antrag freigeben\?/);
      await pruefe(amt, `sammel-bestaetigung-${optionen.breite}`);
      await amt.getByRole("button", { name: "1 Antrag freigeben" }).click();
      assert.match(await inhalt(amt), /1 von 1 Antrag freigegeben/);
      await pruefe(amt, `sammel-ergebnis-${optionen.breite}`);
      await amt.goBack();
      await amt.getByRole("button", { name: "1 Antrag freigeben" }).click();
      assert.match(await inhalt(amt), /1 von 1 Antrag freigegeben/);
      assert.deepEqual(konsole(amt), []);
      await amt.context().close();
    });

  test("both get their notice", async () => {
    const page = await browser.neueSeite(mitJs);
    await page.goto(`${haus.adresse}/anmeldung?ziel=/mein`);
    await meldeAn(page, new RegExp(`^${name(persona("fatma"))}`));
    const vorgang = vorgaenge.get("fuehrerscheinumtausch:fatma") ?? "";
    await haus.stadt.warteBis("the notice", async () => {
      await page.goto(vorgang);
      return /Freigegeben/.test(await inhalt(page));
    });
    await pruefe(page, "fuehrerscheinumtausch-fatma-bescheid");
    await page.context().close();
  });
});
