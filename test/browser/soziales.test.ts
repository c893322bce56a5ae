import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Antworten } from "#baukasten";
import { getLeistung } from "#leistungen";
import { blindengeldAntworten, elterngeldAntworten, wohngeldAntworten } from "../../demo/antworten-soziales.ts";
import { createBevoelkerung, name } from "../../demo/bevoelkerung/index.ts";
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
const heute = "2026-11-24";
const persona = (schluessel: string) => bevoelkerung.getPersona(schluessel);
const juengstesVon = (schluessel: string) => bevoelkerung.getPerson(persona(schluessel).kinder.at(-1) ?? "");

const mitJs: SeitenOptionen = { breite: 1280 };
const ohneJs: SeitenOptionen = { breite: 320, ohneJs: true };

/** Who applies for what, what becomes of it, and who decides where a person does. */
const faelle: {
  leistung: string;
  wer: string;
  optionen: SeitenOptionen;
  antworten: () => Antworten;
  erwartet: RegExp;
  amtsperson?: RegExp;
}[] = [
  {
    leistung: "wohngeld",
    wer: "wanda",
    optionen: mitJs,
    antworten: () => wohngeldAntworten(bevoelkerung, persona("wanda"), heute),
    erwartet: /Bewilligt/,
  },
  {
    leistung: "wohngeld",
    wer: "viktor",
    optionen: ohneJs,
    antworten: () => wohngeldAntworten(bevoelkerung, persona("viktor"), heute),
    erwartet: /prüft ein Mensch/,
    amtsperson: /^Martina Engel/,
  },
  {
    leistung: "elterngeld",
    wer: "nele",
    optionen: mitJs,
    antworten: () => elterngeldAntworten(bevoelkerung, persona("nele"), juengstesVon("nele")),
    erwartet: /Bewilligt/,
  },
  {
    leistung: "elterngeld",
    wer: "svenja",
    optionen: ohneJs,
    antworten: () => elterngeldAntworten(bevoelkerung, persona("svenja"), juengstesVon("svenja")),
    erwartet: /Bewilligt/,
  },
  {
    leistung: "blindengeld",
    wer: "gerda",
    optionen: ohneJs,
    antworten: () => blindengeldAntworten(persona("gerda"), true),
    erwartet: /Bewilligt/,
  },
  {
    leistung: "blindengeld",
    wer: "ute",
    optionen: mitJs,
    antworten: () => blindengeldAntworten(persona("ute"), false),
    erwartet: /prüft ein Mensch/,
    amtsperson: /^Helga Busch/,
  },
];

describe("services with income, rent or disability, from the form to the notice or to a person", () => {
  let browser: TestBrowser;
  let haus: Haus;
  before(async () => {
    browser = await oeffneBrowser();
    haus = await oeffneHaus();
  });
  after(async () => {
    await browser.close();
    await haus.close();
  });

  const pruefe = async (page: Page, bild: string) => {
    await pruefeAxe(page);
    await pruefeBreite(page);
    await bildschirmfoto(page, bild);
  };

  for (const { leistung: schluessel, wer, optionen, antworten, erwartet, amtsperson } of faelle)
    test(`${schluessel}, ${wer}, ${optionen.ohneJs ? "without" : "with"} JavaScript`, async () => {
      const leistung = getLeistung(schluessel);
      const bild = (was: string) => `${schluessel}-${wer}-${optionen.breite}-${was}`;
      const page = await browser.neueSeite(optionen);
      await page.goto(`${haus.adresse}/anmeldung?ziel=/leistungen/${schluessel}`);
      await meldeAn(page, new RegExp(`^${name(persona(wer))}`));
      await pruefe(page, bild("leistung"));
      await page.getByRole("button", { name: "Antrag beginnen" }).click();
      await fuelleAus(page, leistung, antworten(), (seite) => pruefe(page, bild(seite)));
      await pruefe(page, bild("pruefen"));
      await page.getByRole("checkbox", { name: /elektronisch in mein Postfach/ }).check();
      await page.getByRole("checkbox", { name: /Angaben sind richtig/ }).check();
      await page.getByRole("button", { name: "Verbindlich absenden" }).click();
      const vorgang = page.url();
      await haus.stadt.warteBis("the end of the automatic way", async () => {
        await page.goto(vorgang);
        return erwartet.test(await page.getByRole("main").innerText());
      });
      await pruefe(page, bild("status"));
      if (amtsperson) {
        const amt = await browser.neueSeite(optionen);
        await amt.goto(`${haus.adresse}/amt`);
        await meldeAn(amt, amtsperson);
        await pruefe(amt, bild("amt-liste"));
        await amt
          .getByRole("link", { name: new RegExp(`^${leistung.kuerzel}-`) })
          .first()
          .click();
        await pruefe(amt, bild("amt-fall"));
        await amt.context().close();
      }
      assert.deepEqual(konsole(page), []);
      await page.context().close();
    });
});
