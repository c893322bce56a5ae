import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { fingerabdruck } from "#baukasten";
import { getLeistung } from "#leistungen";
import { laufendeVersion } from "#versionen";
import { findStand } from "#vorgaenge";
import { antragFuer, createBevoelkerung } from "../../demo/bevoelkerung/index.ts";
import { reicheEin } from "../../demo/einreichen.ts";
import { konsole, oeffneBrowser, pruefeAnsicht as pruefe, type TestBrowser } from "./browser.ts";
import { type Haus, meldeAn, oeffneHaus } from "./haus.ts";

const laufende = laufendeVersion(getLeistung("unterhaltsvorschuss"));

/** As it would have been recorded last year: one figure less, and another norm. */
async function schreibeVorgaenger({ stadt }: Haus): Promise<void> {
  const dokument = structuredClone(laufende.dokument);
  const mindest = dokument.parameter.find(({ schluessel }) => schluessel === "mindestunterhalt");
  mindest?.saetze.pop();
  const knoten = dokument.knoten.find(({ schluessel }) => schluessel === "Mindestens fünf Euro");
  if (knoten) knoten.norm = "§ 9 Abs. 3 UhVorschG";
  await stadt.system.db.inTransaction("installation", (tx) =>
    tx.query(
      "insert into leistung_version (leistung, fingerabdruck, version, dokument, erfasst_am) values ($1, $2, '2025-1', $3, '2025-12-01')",
      [laufende.leistung, fingerabdruck(dokument), JSON.stringify(dokument)],
    ),
  );
}

describe("the rules as a lawyer reads them, and their release", () => {
  let browser: TestBrowser;
  let haus: Haus;
  before(async () => {
    browser = await oeffneBrowser();
    haus = await oeffneHaus();
    await schreibeVorgaenger(haus);
  });
  after(async () => {
    await browser.close();
    await haus.close();
  });
  const inhalt = (page: Page) => page.getByRole("main").innerText();

  for (const optionen of [{ breite: 1280 }, { breite: 320, dunkel: true, ohneJs: true }])
    test(`a clerk reads every condition with its norm, figures and source (${optionen.breite} px)`, async () => {
      const page = await browser.neueSeite(optionen);
      await page.goto(`${haus.adresse}/amt/leistungen`);
      await meldeAn(page, /^Sabine Sandmann/);
      assert.match(await inhalt(page), /Unterhaltsvorschuss[\s\S]*§ 31a SGB X[\s\S]*freigegeben/);
      await pruefe(page, `recht-liste-${optionen.breite}`);
      await page.getByRole("link", { name: "Unterhaltsvorschuss" }).click();
      const text = await inhalt(page);
      assert.match(text, /§ 1 UhVorschG[\s\S]*Kind unter zwölf Jahren[\s\S]*§ 2 UhVorschG[\s\S]*BGBl\. 2024 I Nr\. 359/);
      assert.match(text, /Aufenthaltstitel berechtigt[\s\S]*Entscheidet immer ein Mensch/);
      await pruefe(page, `recht-ansicht-${optionen.breite}`);
      // By keyboard from the picture to the node, and on to what goes in.
      await page.locator(".baum").getByRole("link", { name: "Elternteil verdient genug" }).press("Enter");
      await page.locator(".knoten:target").getByRole("link", { name: "Mindesteinkommen des Elternteils" }).press("Enter");
      assert.match(await page.locator(".knoten:target").innerText(), /600,00 €/);
      assert.deepEqual(konsole(page), []);
      await page.context().close();
    });

  test("one stops a version, two release it again: difference first, one click each, and the same person not twice", async () => {
    const pfad = `${haus.adresse}/amt/leistungen/unterhaltsvorschuss/freigabe`;
    const miriam = await browser.neueSeite({ ohneJs: true });
    await miriam.goto(pfad);
    await meldeAn(miriam, /^Miriam Okafor/);
    assert.match(
      await inhalt(miriam),
      /Norm „§ 9 Abs\. 3 UhVorschG“ wird „§ 9 Abs\. 3 Satz 3 UhVorschG“[\s\S]*Mindestunterhalt: neu ab 01\.01\.2026 486,00 €/,
    );
    await miriam.getByRole("button", { name: "Freigabe zurücknehmen" }).click();
    assert.match(await inhalt(miriam), /Bitte schreiben Sie, warum/);
    await miriam.getByRole("textbox", { name: /warum/ }).fill("Altersstufe am Ersten falsch");
    await miriam.getByRole("button", { name: "Freigabe zurücknehmen" }).click();
    assert.match(await inhalt(miriam), /Die Freigabe ist zurückgenommen[\s\S]*Altersstufe am Ersten falsch/);
    await miriam.getByRole("button", { name: "Diese Fassung freigeben" }).click();
    assert.match(await inhalt(miriam), /Ihre Freigabe ist vermerkt[\s\S]*Jetzt fehlt eine zweite Person/);
    assert.equal(await miriam.getByRole("button", { name: "Diese Fassung freigeben" }).count(), 0);
    await pruefe(miriam, "recht-freigabe-halb");

    // The same click once more, as from a second tab.
    const cookie = (await miriam.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const nochmal = await haus.stadt.web.inject({
      method: "POST",
      url: "/amt/leistungen/unterhaltsvorschuss/freigabe",
      headers: {
        host: new URL(haus.adresse).host,
        cookie,
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      },
      payload: `fingerabdruck=${laufende.fingerabdruck}`,
    });
    assert.equal(nochmal.statusCode, 409);
    assert.match(nochmal.payload, /Sie haben diese Fassung schon freigegeben/);

    const clerk = await browser.neueSeite({ ohneJs: true });
    await clerk.goto(pfad);
    await meldeAn(clerk, /^Sabine Sandmann/);
    assert.match(await inhalt(clerk), /Freigeben darf die Leitung oder die Fachaufsicht/);

    const leitung = await browser.neueSeite({ breite: 320, ohneJs: true });
    await leitung.goto(pfad);
    await meldeAn(leitung, /^Renate Köhler/);
    await leitung.getByRole("button", { name: "Diese Fassung freigeben" }).click();
    assert.match(await inhalt(leitung), /Freigegeben von Miriam Okafor und Renate Köhler/);
    await pruefe(leitung, "recht-freigabe-320");
    for (const page of [miriam, clerk, leitung]) await page.context().close();
  });

  test("a planned change over the invented people: figures, picture and table; a slip is told in words", async () => {
    const page = await browser.neueSeite({ ohneJs: true });
    await page.goto(`${haus.adresse}/amt/leistungen/unterhaltsvorschuss`);
    await meldeAn(page, /^Miriam Okafor/);
    await page.getByRole("link", { name: "Änderung durchrechnen" }).click();
    await page.getByRole("combobox", { name: "Welcher Satz?" }).selectOption("mindestunterhalt");
    await page.getByRole("textbox", { name: "Neuer Wert" }).fill("zehn");
    await page.getByRole("button", { name: "Durchrechnen" }).click();
    assert.match(await inhalt(page), /„zehn“ ist kein Wert für „Mindestunterhalt“/);
    await page.getByRole("textbox", { name: "Neuer Wert" }).fill("+3 %");
    await page.getByRole("textbox", { name: "Gilt ab" }).fill("1.7.2026");
    await page.getByRole("button", { name: "Durchrechnen" }).click();
    const text = await inhalt(page);
    assert.match(text, /Bekommen mehr\s+\d{3}/);
    assert.match(text, /Kosten im Jahr\s+\+[\d.]+/);
    assert.match(await page.getByRole("img", { name: "Wer bekommt mehr, wer weniger?" }).innerHTML(), /1\. Zehntel[^<]*mehr/);
    await pruefe(page, "recht-simulation-1280");
    const geburten = `${haus.adresse}/amt/leistungen/elterngeld/simulation`;
    await page.goto(`${geburten}?parameter=hoechstbetrag&wert=2000&ab=01.07.2026`);
    assert.match(
      await inhalt(page),
      /mit den Geburten vom Tag der Änderung[\s\S]*\(es zählt: Geburtsdatum des Kindes\)[\s\S]*Bekommen mehr\s+\d/,
    );
    assert.match(await page.getByRole("img", { name: "Wer bekommt mehr, wer weniger?" }).innerHTML(), /10\. Zehntel[^<]*mehr/);
    await pruefe(page, "recht-simulation-elterngeld");
    await page.goBack();
    const schmal = await browser.neueSeite({ breite: 320, ohneJs: true, dunkel: true });
    await schmal.context().addCookies(await page.context().cookies());
    await schmal.goto(page.url());
    await pruefe(schmal, "recht-simulation-320");
    for (const seite of [page, schmal]) await seite.context().close();
  });

  test("decisions that a retroactive change strikes: only for who may work on the cases", async () => {
    const bevoelkerung = createBevoelkerung();
    const anna = bevoelkerung.getPersona("anna");
    const lage = antragFuer(bevoelkerung, anna, bevoelkerung.getPerson(anna.kinder.at(-1) ?? ""));
    const { system, musterstadt } = haus.stadt;
    const id = await system.db.inTransaction({ mandant: musterstadt.id }, (tx) =>
      reicheEin(system, tx, { ...lage, fuerVormonat: false }, "recht:anna"),
    );
    await haus.stadt.warteBis("decided", () =>
      system.db.inTransaction(
        { mandant: musterstadt.id },
        async (tx) => (await findStand(tx, id))?.stand.ergebnis === "bewilligt",
      ),
    );
    const clerk = await browser.neueSeite({ ohneJs: true });
    await clerk.goto(`${haus.adresse}/amt/leistungen/unterhaltsvorschuss/betroffene`);
    await meldeAn(clerk, /^Sabine Sandmann/);
    await clerk.getByRole("combobox", { name: "Welcher Satz?" }).selectOption("mindestunterhalt");
    await clerk.getByRole("button", { name: "Bescheide suchen" }).click();
    assert.match(await inhalt(clerk), /kein Satz trägt „bekanntSeit“/);
    await clerk.getByRole("textbox", { name: "Gedachter Wert" }).fill("[49600,56800,66300]");
    await clerk.getByRole("textbox", { name: "Gilt rückwirkend ab" }).fill("1.12.2026");
    await clerk.getByRole("button", { name: "Bescheide suchen" }).click();
    assert.match(await inhalt(clerk), /1 Bescheid: zu zahlen \+10,00.€[\s\S]*Dezember 2026: 227,00.€, neu 237,00.€/);
    await pruefe(clerk, "recht-betroffene");
    assert.equal(await clerk.getByRole("link", { name: "Nächste Seite" }).count(), 0);
    const datei = clerk.waitForEvent("download");
    await clerk.getByRole("link", { name: "Ganze Liste als Datei" }).click();
    assert.match((await datei).suggestedFilename(), /^Betroffene-unterhaltsvorschuss-.*\.csv$/);
    const miriam = await browser.neueSeite({ ohneJs: true });
    await miriam.goto(`${haus.adresse}/amt/leistungen/unterhaltsvorschuss/betroffene`);
    await meldeAn(miriam, /^Miriam Okafor/);
    assert.match(await inhalt(miriam), /Recht, diese Vorgänge zu bearbeiten/);
    for (const seite of [clerk, miriam]) await seite.context().close();
  });
});
