import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Antworten } from "#baukasten";
import { getLeistung } from "#leistungen";
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
const mitJs: SeitenOptionen = { breite: 1280 };
const ohneJs: SeitenOptionen = { breite: 320, ohneJs: true };

const hund: Antworten = {
  anliegen: { art: "anmelden" },
  hund: { name: "Bello", rasse: "Dackel", geboren: "2024-05-05" },
  haltung: { seit: "2026-03-10", zugezogen: false },
  haltungsende: { am: "2026-10-10", warum: "abgegeben" },
  andereHunde: { anzahl: 0 },
  gefaehrlich: { antwort: "nein" },
  verguenstigung: { grund: "keine" },
  merkzeichen: { weg: "register" },
  nachricht: {},
};
const parken = (strasse: string, hausnummer: string): Antworten => ({
  wohnung: { strasse, hausnummer },
  fahrzeug: { kennzeichen: "MU-AB 123", istHalter: true },
  schein: { datei: [{}] },
  weitere: { hat: false },
  beginn: { ab: "2026-12-01" },
  nachricht: {},
});
const juengstesVon = (schluessel: string) => {
  const kind = bevoelkerung.getPersona(schluessel).kinder.at(-1) ?? assert.fail(`${schluessel} has no child`);
  const { vornamen, nachname, geburtsdatum } = bevoelkerung.getPerson(kind);
  return { vornamen, nachname, geburtsdatum };
};
const schule = (wer: string): Antworten => ({
  kind: juengstesVon(wer),
  zeitpunkt: { wunsch: "pflicht" },
  schule: { wahl: "zustaendig" },
  wunschschule: { name: "Grundschule am Park" },
  nachricht: {},
});

type Ausgang =
  | { status: RegExp }
  /** Prepared: the clerk releases it, with one click and one that confirms. */
  | { gibtFrei: RegExp; danach: RegExp }
  | { amtsperson: RegExp; grund: RegExp; urteil?: string; danach: RegExp };
/** Who applies for what, and what comes of it: the notice, or a clerk with the reason, and what they make of it. */
const faelle: [leistung: string, wer: string, Antworten, SeitenOptionen, Ausgang][] = [
  ["hundesteuer", "anna", hund, mitJs, { status: /90,00/ }],
  [
    "hundesteuer",
    "gerda",
    { ...hund, verguenstigung: { grund: "assistenzhund" } },
    ohneJs,
    { status: /von der Hundesteuer befreit|von der Steuer befreit/ },
  ],
  [
    "hundesteuer",
    "maria",
    { ...hund, anliegen: { art: "abmelden" } },
    ohneJs,
    { amtsperson: /^Gudrun Zander/, grund: /früherer Bescheid/, danach: /90,00/ },
  ],
  ["bewohnerparkausweis", "anna", parken("Lindenallee", "12"), ohneJs, { gibtFrei: /^Mehmet Korkmaz/, danach: /A \(Altstadt\)/ }],
  [
    "bewohnerparkausweis",
    "ilona",
    parken("Waldweg", "16"),
    mitJs,
    { amtsperson: /^Mehmet Korkmaz/, grund: /Ausnahme im Einzelfall/, urteil: "ausnahme", danach: /30,00/ },
  ],
  ["schulanmeldung", "olena", schule("olena"), mitJs, { status: /Grundschule am Markt/ }],
  [
    "schulanmeldung",
    "lena",
    { ...schule("lena"), schule: { wahl: "andere" } },
    ohneJs,
    { amtsperson: /^Beate Lüders/, grund: /Besuch einer anderen Grundschule/, urteil: "wunschschule", danach: /bereit/ },
  ],
];

describe("services by the Satzungen of the Mandant, from the form to the notice or to a person", () => {
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

  const text = (page: Page) => page.getByRole("main").innerText();
  const bisDer = (page: Page, adresse: string, was: string, muster: RegExp) =>
    haus.stadt.warteBis(was, async () => {
      await page.goto(adresse);
      return muster.test(await text(page));
    });

  /** As the clerk: finds the case, looks at it, judges what is asked, grants. */
  const entscheide = async (
    { amtsperson, grund, urteil }: Extract<Ausgang, { amtsperson: RegExp }>,
    aktenzeichen: string,
    optionen: SeitenOptionen,
    bild: (was: string) => string,
  ) => {
    const amt = await browser.neueSeite(optionen);
    await amt.goto(`${haus.adresse}/amt`);
    await meldeAn(amt, amtsperson);
    await bisDer(amt, `${haus.adresse}/amt`, "the case in the clerk's list", new RegExp(aktenzeichen));
    await amt.getByRole("link", { name: aktenzeichen }).click();
    assert.match(await text(amt), grund);
    await pruefe(amt, bild("amt-fall"));
    if (urteil) await amt.locator(`[name="urteil.${urteil}"][value="ja"]`).check();
    await amt.locator('[name="ergebnis"][value="bewilligt"]').check();
    await amt.getByRole("textbox", { name: "Begründung für den Bescheid" }).fill("Geprüft anhand der Unterlagen.");
    await amt.getByRole("button", { name: "Entscheiden und Bescheid erstellen" }).click();
    assert.deepEqual(konsole(amt), []);
    await amt.context().close();
  };

  const gibFrei = async (amtsperson: RegExp, optionen: SeitenOptionen, bild: (was: string) => string) => {
    const amt = await browser.neueSeite(optionen);
    await amt.goto(`${haus.adresse}/amt`);
    await meldeAn(amt, amtsperson);
    await bisDer(amt, `${haus.adresse}/amt`, "the prepared case", /1 vorbereiteten Antrag freigeben/);
    await amt.getByRole("link", { name: /freigeben$/ }).click();
    await pruefe(amt, bild("amt-vorbereitet"));
    await amt.getByRole("checkbox").last().check();
    await amt.getByRole("button", { name: "Weiter mit den gewählten Anträgen" }).click();
    await amt.getByRole("button", { name: "1 Antrag freigeben" }).click();
    assert.match(await text(amt), /1 von 1 Antrag freigegeben/);
    assert.deepEqual(konsole(amt), []);
    await amt.context().close();
  };

  for (const [schluessel, wer, antworten, optionen, ausgang] of faelle)
    test(`${schluessel}, ${wer}, ${optionen.ohneJs ? "without" : "with"} JavaScript`, async () => {
      const leistung = getLeistung(schluessel);
      const bild = (was: string) => `${schluessel}-${wer}-${optionen.breite}-${was}`;
      const page = await browser.neueSeite(optionen);
      await page.goto(`${haus.adresse}/anmeldung?ziel=/leistungen/${schluessel}`);
      await meldeAn(page, new RegExp(`^${name(bevoelkerung.getPersona(wer))}`));
      await page.getByRole("button", { name: "Antrag beginnen" }).click();
      await fuelleAus(page, leistung, antworten, async (seite) => {
        // Without scripts the document is the same; axe looks at each page of the form once.
        if (!optionen.ohneJs) await pruefeAxe(page);
        await pruefeBreite(page);
        await bildschirmfoto(page, bild(seite));
      });
      await pruefe(page, bild("pruefen"));
      await page.getByRole("checkbox", { name: /elektronisch in mein Postfach/ }).check();
      await page.getByRole("checkbox", { name: /Angaben sind richtig/ }).check();
      await page.getByRole("button", { name: "Verbindlich absenden" }).click();
      const vorgang = page.url();
      const aktenzeichen =
        new RegExp(`${leistung.kuerzel}-\\d\\d-\\w+-\\w+`).exec(await text(page))?.[0] ?? assert.fail("no Aktenzeichen");
      if ("gibtFrei" in ausgang) await gibFrei(ausgang.gibtFrei, optionen, bild);
      if ("amtsperson" in ausgang) await entscheide(ausgang, aktenzeichen, optionen, bild);
      await bisDer(page, vorgang, "the notice", /liegt für Sie bereit|bereit/);
      assert.match(await text(page), "danach" in ausgang ? ausgang.danach : ausgang.status);
      await pruefe(page, bild("status"));
      assert.deepEqual(konsole(page), []);
      await page.context().close();
    });

  test("a Landkreis without these Satzungen and offices neither shows nor takes them", async () => {
    const page = await browser.neueSeite(mitJs);
    await page.goto(`${haus.beispielkreis}/?suche=hund`);
    assert.doesNotMatch(await text(page), /Hundesteuer/);
    await page.goto(`${haus.adresse}/?suche=hund`);
    assert.match(await text(page), /Hundesteuer/);
    const antwort = await page.goto(`${haus.beispielkreis}/leistungen/hundesteuer`);
    assert.equal(antwort?.status(), 404);
    assert.match(await text(page), /hier nicht zuständig/);
    await pruefe(page, "hundesteuer-beispielkreis");
    await page.context().close();
  });
});
