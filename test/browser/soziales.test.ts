import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Antworten, Leistung } from "#baukasten";
import { getLeistung } from "#leistungen";
import { blindengeldAntworten, elterngeldAntworten, wohngeldAntworten } from "../../demo/antworten-soziales.ts";
import { createBevoelkerung, name } from "../../demo/bevoelkerung/index.ts";
import { fuelleAus } from "./ausfuellen.ts";
import {
  bildschirmfoto,
  konsole,
  oeffneBrowser,
  pruefeAnsicht as pruefe,
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

const lagen: Record<string, (schluessel: string) => Antworten> = {
  wohngeld: (wer) => wohngeldAntworten(bevoelkerung, persona(wer), heute),
  elterngeld: (wer) => elterngeldAntworten(bevoelkerung, persona(wer), juengstesVon(wer)),
  blindengeld: (wer) => blindengeldAntworten(persona(wer), wer !== "ute"),
};

/** Who applies for what; the clerk where a person decides, else what the notice grants first. */
const faelle: [leistung: string, wer: string, SeitenOptionen, { betrag: RegExp } | { amtsperson: RegExp }][] = [
  ["wohngeld", "wanda", mitJs, { betrag: /244,00/ }],
  ["wohngeld", "viktor", ohneJs, { amtsperson: /^Martina Engel/ }],
  ["elterngeld", "nele", mitJs, { betrag: /1\.311,43/ }],
  ["elterngeld", "svenja", ohneJs, { betrag: /375,00/ }],
  ["elterngeld", "ricarda", mitJs, { amtsperson: /^Can Demir/ }],
  ["blindengeld", "gerda", ohneJs, { betrag: /473,00/ }],
  ["blindengeld", "ute", mitJs, { amtsperson: /^Helga Busch/ }],
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

  /** Without scripts the document is the same; axe looks at each page of a form once. */
  const gesehen = new Set<string>();
  const pruefeSeite = async (page: Page, seite: string, bild: string, { ohneJs: ohne = false }: SeitenOptionen) => {
    if (!ohne && !gesehen.has(seite)) await pruefeAxe(page);
    if (!ohne) gesehen.add(seite);
    await pruefeBreite(page);
    if (process.env.FACHWERK_BILDER) await bildschirmfoto(page, bild);
  };
  const beginne = async (optionen: SeitenOptionen, leistung: Leistung, wer: string): Promise<Page> => {
    const page = await browser.neueSeite(optionen);
    await page.goto(`${haus.adresse}/anmeldung?ziel=/leistungen/${leistung.schluessel}`);
    await meldeAn(page, new RegExp(`^${name(persona(wer))}`));
    await pruefe(page, `${leistung.schluessel}-${wer}-${optionen.breite}-leistung`);
    await page.getByRole("button", { name: "Antrag beginnen" }).click();
    return page;
  };

  for (const [schluessel, wer, optionen, ausgang] of faelle)
    test(`${schluessel}, ${wer}, ${optionen.ohneJs ? "without" : "with"} JavaScript`, async () => {
      const leistung = getLeistung(schluessel);
      const bild = (was: string) => `${schluessel}-${wer}-${optionen.breite}-${was}`;
      const page = await beginne(optionen, leistung, wer);
      await fuelleAus(page, leistung, lagen[schluessel]?.(wer) ?? {}, (seite) =>
        pruefeSeite(page, `${leistung.schluessel}/${seite}`, bild(seite), optionen),
      );
      await pruefe(page, bild("pruefen"));
      await page.getByRole("checkbox", { name: /elektronisch in mein Postfach/ }).check();
      await page.getByRole("checkbox", { name: /Angaben sind richtig/ }).check();
      await page.getByRole("button", { name: "Verbindlich absenden" }).click();
      const vorgang = page.url();
      if ("betrag" in ausgang) {
        await haus.stadt.warteBis("the notice", async () => {
          await page.goto(vorgang);
          return /Bescheid liegt für Sie bereit/.test(await page.getByRole("main").innerText());
        });
        assert.match(await page.getByRole("main").innerText(), ausgang.betrag);
        await pruefe(page, bild("status"));
      } else {
        const amt = await browser.neueSeite(optionen);
        await amt.goto(`${haus.adresse}/amt`);
        await meldeAn(amt, ausgang.amtsperson);
        await haus.stadt.warteBis("the case in the clerk's list", async () => {
          await amt.goto(`${haus.adresse}/amt`);
          return /Zu bearbeiten \(1\)/.test(await amt.getByRole("main").innerText());
        });
        await pruefe(amt, bild("amt-liste"));
        await amt.getByRole("link", { name: new RegExp(`^${leistung.kuerzel}-`) }).click();
        await pruefe(amt, bild("amt-fall"));
        await amt.context().close();
      }
      assert.deepEqual(konsole(page), []);
      await page.context().close();
    });

  for (const optionen of [mitJs, ohneJs])
    test(`kinderzuschlag, a hint, ${optionen.ohneJs ? "without" : "with"} JavaScript`, async () => {
      const leistung = getLeistung("kinderzuschlag");
      const bild = (was: string) => `kinderzuschlag-${optionen.breite}-${was}`;
      const page = await beginne(optionen, leistung, "wanda");
      await fuelleAus(page, leistung, kinderzuschlag, (seite) =>
        pruefeSeite(page, `${leistung.schluessel}/${seite}`, bild(seite), optionen),
      );
      assert.match(await page.getByRole("main").innerText(), /keine Entscheidung[\s\S]*So viel könnte es sein[\s\S]*492,00/);
      await pruefe(page, bild("ergebnis"));
      await page.context().close();
    });
});

/** A couple with two children, one wage of 2,900 Euro. */
const kind = (geburtsdatum: string) => ({ geburtsdatum, kindergeld: true, verheiratet: false, einkommen: 0 });
const kinderzuschlag: Antworten = {
  familie: { partner: "mit" },
  kinder: { liste: [kind("2018-02-02"), kind("2021-11-15")] },
  einkommen: { brutto: 290_000, netto: 218_000 },
  einkommenPartner: { brutto: 0, netto: 0 },
  anderesEinkommen: { betrag: 0 },
  wohnung: { warmmiete: 79_000, personen: 4 },
  vermoegen: { betrag: 300_000 },
  wohngeld: { lage: "ja" },
  wohngeldbetrag: { betrag: 40_000 },
  sozialleistung: { bezieht: false },
};
