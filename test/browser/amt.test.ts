import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { antragFuer, createBevoelkerung } from "../../demo/bevoelkerung/index.ts";
import { reicheEin } from "../../demo/einreichen.ts";
import { konsole, oeffneBrowser, pruefeAnsicht as pruefe, pruefeAxe, type TestBrowser } from "./browser.ts";
import { fuelle, type Haus, meldeAn, oeffneHaus } from "./haus.ts";

const bevoelkerung = createBevoelkerung();

describe("the clerk's workplace", () => {
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

  const reiche = (schluessel: string) => {
    const person = bevoelkerung.getPersona(schluessel);
    const lage = antragFuer(bevoelkerung, person, bevoelkerung.getPerson(person.kinder.at(-1) ?? ""));
    const { system, musterstadt } = haus.stadt;
    return system.db.inTransaction({ mandant: musterstadt.id }, (tx) =>
      reicheEin(system, tx, { ...lage, fuerVormonat: false }, `amt:${schluessel}`),
    );
  };
  const inhalt = (page: Page) => page.getByRole("main").innerText();

  for (const [ansicht, optionen, schluessel] of [
    ["with JavaScript, light", { breite: 1280 }, "dieter"],
    ["without JavaScript, 320 px, dark", { breite: 320, dunkel: true, ohneJs: true }, "eva"],
  ] as const)
    test(`a case with a contradiction: question, answer with a document, decision with reasons, objection, remedy by another person (${ansicht})`, async () => {
      const id = await reiche(schluessel);
      const persona = bevoelkerung.getPersona(schluessel);
      const amt = await browser.neueSeite(optionen);
      await amt.goto(`${haus.adresse}/amt`);
      await pruefeAxe(amt);
      await meldeAn(amt, /^Sabine Sandmann/);
      const fall = `${haus.adresse}/amt/vorgang/${id}`;
      await haus.stadt.warteBis("with the office", async () => {
        await amt.goto(fall);
        return /Warum ein Mensch entscheidet/.test(await inhalt(amt));
      });
      await pruefe(amt, `amt-fall-${optionen.breite}`);
      await amt.goto(`${haus.adresse}/amt`);
      await pruefe(amt, `amt-liste-${optionen.breite}`);
      await amt
        .getByRole("link", { name: /^UV-26-/ })
        .first()
        .click();
      await amt.goto(fall);
      await amt.getByRole("button", { name: "Übernehmen" }).click();
      assert.match(await inhalt(amt), /Gespeichert/);

      // A decision without reasons is sent back with what is missing.
      await amt.getByRole("button", { name: "Entscheiden und Bescheid erstellen" }).click();
      assert.match(await amt.getByRole("alert").first().innerText(), /Bitte prüfen Sie|Auskunftssperre/);
      await pruefe(amt, `amt-fehler-${optionen.breite}`);
      await amt.getByRole("textbox", { name: "Frage an die Person" }).fill("Wo wohnt der andere Elternteil?");
      await amt.getByRole("button", { name: "Frage stellen" }).click();

      const mensch = await browser.neueSeite(optionen);
      await mensch.goto(`${haus.adresse}/vorgang/${id}`);
      await meldeAn(mensch, new RegExp(`^${persona.vornamen} ${persona.nachname}`));
      assert.match(await inhalt(mensch), /Wo wohnt der andere Elternteil/);
      await pruefe(mensch, `rueckfrage-${optionen.breite}`);
      await mensch.getByRole("button", { name: "Antwort absenden" }).click();
      assert.match(await mensch.getByRole("alert").first().innerText(), /Antwort/);
      await mensch.getByRole("textbox", { name: "Ihre Antwort" }).fill("In Fernhausen.");
      await mensch
        .locator("#dokumente")
        .setInputFiles({ name: "../boese.exe", mimeType: "application/pdf", buffer: Buffer.from("MZ nothing good") });
      await mensch.getByRole("button", { name: "Antwort absenden" }).click();
      assert.match(await inhalt(mensch), /weder ein PDF noch ein Foto/);
      await mensch.getByRole("textbox", { name: "Ihre Antwort" }).fill("In Fernhausen.");
      await mensch
        .locator("#dokumente")
        .setInputFiles({ name: "Meldebescheinigung.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 proof") });
      await mensch.getByRole("button", { name: "Antwort absenden" }).click();

      await haus.stadt.warteBis("back with the office", async () => {
        await amt.goto(fall);
        return /Unterlagen nachgereicht/.test(await inhalt(amt)) && /Entscheidung/.test(await inhalt(amt));
      });
      assert.match(await inhalt(amt), /Meldebescheinigung\.pdf/);
      await fuelle(amt, {
        Entscheidung: "Ablehnen",
        "Begründung für den Bescheid": "Der andere Elternteil lebt nach Ihrer Antwort nicht getrennt.",
      });
      await amt.getByRole("button", { name: "Entscheiden und Bescheid erstellen" }).click();
      await haus.stadt.warteBis("the notice", async () => {
        await mensch.goto(`${haus.adresse}/vorgang/${id}`);
        return /Abgelehnt/.test(await inhalt(mensch));
      });
      await pruefe(mensch, `abgelehnt-${optionen.breite}`);
      await mensch.getByRole("link", { name: "Widerspruch einlegen" }).click();
      await pruefe(mensch, `widerspruch-${optionen.breite}`);
      await mensch.getByRole("textbox", { name: /Begründung/ }).fill("Wir leben getrennt.");
      await mensch.getByRole("button", { name: "Widerspruch absenden" }).click();
      assert.match(await inhalt(mensch), /Widerspruch wird geprüft/);

      // Who decided does not decide on the objection.
      await amt.goto(fall);
      await amt.getByRole("textbox", { name: "Warum wird abgeholfen?" }).fill("Neue Tatsachen.");
      await amt.getByRole("button", { name: "Abhelfen und neu entscheiden" }).click();
      assert.match(await inhalt(amt), /andere Person als die, die den Bescheid erlassen hat/);
      const zweite = await browser.neueSeite(optionen);
      await zweite.goto(fall);
      await meldeAn(zweite, /^Emre Aydın/);
      await zweite.getByRole("textbox", { name: "Warum wird abgeholfen?" }).fill("Neue Tatsachen.");
      await zweite.getByRole("button", { name: "Abhelfen und neu entscheiden" }).click();
      await fuelle(zweite, {
        Entscheidung: "Bewilligen, in der von den Regeln berechneten Höhe",
        "Begründung für den Bescheid": "Die Trennung ist glaubhaft.",
      });
      await zweite.getByRole("button", { name: "Entscheiden und Bescheid erstellen" }).click();
      await haus.stadt.warteBis("the second notice", async () => {
        await mensch.goto(`${haus.adresse}/vorgang/${id}`);
        return /Bewilligt/.test(await inhalt(mensch));
      });
      // 409 and 422 are answers of pages that say what is wrong.
      for (const seite of [amt, mensch, zweite]) {
        assert.deepEqual(
          konsole(seite).filter((zeile) => !/422|409/.test(zeile)),
          [],
        );
        await seite.context().close();
      }
    });

  test("data protection reads who looked; a clerk may not", async () => {
    const page = await browser.neueSeite({ ohneJs: true });
    await page.goto(`${haus.adresse}/amt/protokoll`);
    await meldeAn(page, /^Dr\. Ines Roth/);
    assert.match(await inhalt(page), /akte\.gelesen/);
    await pruefe(page, "amt-protokoll");
    const clerk = await browser.neueSeite({ ohneJs: true });
    await clerk.goto(`${haus.adresse}/amt/protokoll`);
    await meldeAn(clerk, /^Sabine Sandmann/);
    assert.match(await inhalt(clerk), /fehlt Ihnen das Recht/);
    await clerk.goto(`${haus.adresse}/amt/post`);
    await pruefe(clerk, "amt-post");
    for (const seite of [page, clerk]) await seite.context().close();
  });

  test("the pages around: choice of town hall, legal pages, error, logged out", async () => {
    const page = await browser.neueSeite({ breite: 320 });
    await page.goto(haus.adresse.replace("musterstadt.localhost", "localhost"));
    await pruefe(page, "rathaus-wahl");
    await page.getByRole("button", { name: "In diesem Browser öffnen" }).last().click();
    assert.match(await inhalt(page), /Willkommen im Rathaus von Musterstadt/);
    for (const pfad of [
      "/impressum",
      "/datenschutzerklaerung",
      "/barrierefreiheit",
      "/gibtesnicht",
      "/abgemeldet",
      "/?suche=quark",
    ]) {
      await page.goto(new URL(pfad, page.url()).href);
      await pruefe(page, `seite${pfad.replaceAll(/\W/g, "-")}`);
    }
    await page.context().close();
  });
});
