import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { findAkte } from "#bearbeitung";
import { antragFuer, createBevoelkerung } from "../../demo/bevoelkerung/index.ts";
import { reicheEin } from "../../demo/einreichen.ts";
import { konsole, oeffneBrowser, pruefeAnsicht as pruefe, type SeitenOptionen, type TestBrowser } from "./browser.ts";
import { fuelle, type Haus, meldeAn, oeffneHaus } from "./haus.ts";

const ansichten: Record<string, SeitenOptionen> = {
  "with JavaScript, 1280 px": { breite: 1280 },
  "without JavaScript, 320 px, dark": { breite: 320, dunkel: true, ohneJs: true },
};

describe("a mother reports a change", () => {
  let browser: TestBrowser;
  let haus: Haus;
  let nummer = 0;
  before(async () => {
    browser = await oeffneBrowser();
    haus = await oeffneHaus();
  });
  after(async () => {
    await browser.close();
    await haus.close();
  });

  async function bewilligt(): Promise<string> {
    const { system, musterstadt, warteBis } = haus.stadt;
    const bevoelkerung = createBevoelkerung();
    const anna = bevoelkerung.getPersona("anna");
    const lage = antragFuer(bevoelkerung, anna, bevoelkerung.getPerson(anna.kinder[0] ?? ""));
    const einfach = { ...lage, fuerVormonat: false, umUnterhaltBemueht: false };
    const inHaus = <T>(fn: Parameters<typeof system.db.inTransaction<T>>[1]) =>
      system.db.inTransaction({ mandant: musterstadt.id }, fn);
    const id = await inHaus((tx) => reicheEin(system, tx, einfach, `aenderung:${nummer++}`));
    await warteBis("granted", async () => (await inHaus((tx) => findAkte(tx, id)))?.stand.phase === "zugestellt");
    return id;
  }

  for (const [ansicht, optionen] of Object.entries(ansichten))
    test(`from her benefit to the notice and to the clerk: ${ansicht}`, async () => {
      const id = await bewilligt();
      const page = await browser.neueSeite(optionen);
      const bild = (name: string) => `aenderung-${optionen.breite}-${name}`;
      await page.goto(`${haus.adresse}/vorgang/${id}`);
      await meldeAn(page, /^Anna Beispiel/);
      const main = page.getByRole("main");
      assert.match(await main.innerText(), /Ihre laufende Leistung/);
      await pruefe(page, bild("laufend"));
      await page.getByRole("link", { name: "Änderung melden" }).click();
      await pruefe(page, bild("wahl"));
      await page.getByRole("link", { name: /zahlt Unterhalt, oder zahlt anders/ }).click();
      await page.getByRole("button", { name: "Änderung verbindlich melden" }).click();
      assert.match(await page.getByRole("alert").innerText(), /seit wann/);
      await fuelle(page, { "Unterhalt im Monat": "100", "Seit wann gilt das?": "1.12.2026" });
      await pruefe(page, bild("formular"));
      await page.getByRole("button", { name: "Änderung verbindlich melden" }).click();
      assert.match(await main.innerText(), /Ihre Meldung ist eingegangen/);
      const aenderung = page.url().replace("?neu=1", "");
      await haus.stadt.warteBis("the notice of the change", async () => {
        await page.goto(aenderung);
        return /Bescheid liegt für Sie bereit/.test(await main.innerText());
      });
      assert.match((await main.innerText()).replaceAll("\u00a0", " "), /227,00 €[\s\S]*127,00 €/);
      await pruefe(page, bild("geaendert"));
      await page.goto(`${haus.adresse}/vorgang/${id}`);
      assert.match(await main.innerText(), /Leistung geändert/);

      // Another account: the old one is not shown, and the person is told.
      await page.goto(`${haus.adresse}/vorgang/${id}/aenderung/konto`);
      assert.equal(await page.getByRole("textbox", { name: "IBAN" }).inputValue(), "");
      await pruefe(page, bild("konto"));
      await fuelle(page, { IBAN: "DE75 5121 0800 1245 1261 99" });
      await page.getByRole("button", { name: "Bankverbindung ändern" }).click();
      assert.match(await main.innerText(), /neue Bankverbindung ist gespeichert[\s\S]*endet auf 6199/);

      const amt = await browser.neueSeite(optionen);
      await amt.goto(`${haus.adresse}/amt/vorgang/${id}`);
      await meldeAn(amt, /Sabine Sandmann/);
      await amt.goto(`${haus.adresse}/amt/vorgang/${id}`);
      assert.match(await amt.getByRole("main").innerText(), /Laufende Leistung[\s\S]*Entschieden bis[\s\S]*Änderung einleiten/);
      await pruefe(amt, bild("amt"));
      await amt.goto(`${haus.adresse}/amt/vorgang/${aenderung.split("/").at(-1)}`);
      assert.match(await amt.getByRole("main").innerText(), /Meldung der Person/);
      await pruefe(amt, bild("amt-aenderung"));
      assert.deepEqual(
        [...konsole(page), ...konsole(amt)].filter((zeile) => !zeile.includes("422")),
        [],
      );
    });

  test("reported late: she is heard, answers, a clerk decides, and she reads what is to be given back", async () => {
    const id = await bewilligt();
    haus.stadt.uhr.set("2026-12-01T09:00:00+01:00");
    const page = await browser.neueSeite({ breite: 1280 });
    await page.goto(`${haus.adresse}/vorgang/${id}/aenderung/unterhalt`);
    await meldeAn(page, /^Anna Beispiel/);
    const main = page.getByRole("main");
    await fuelle(page, { "Unterhalt im Monat": "100", "Seit wann gilt das?": "15.11.2026" });
    await page.getByRole("button", { name: "Änderung verbindlich melden" }).click();
    const anhoerung = page.url().replace("?neu=1", "");
    await haus.stadt.warteBis("the hearing", async () => {
      await page.goto(anhoerung);
      return /Bitte äußern Sie sich/.test(await main.innerText());
    });
    assert.match((await main.innerText()).replaceAll("\u00a0", " "), /200,00 € zu viel gezahlt/);
    await pruefe(page, "aenderung-anhoerung");
    await fuelle(page, { "Ihre Antwort": "Das Geld kam erst im Dezember." });
    await page.getByRole("button", { name: "Antwort absenden" }).click();

    const amt = await browser.neueSeite({ breite: 1280 });
    const akte = anhoerung.replace("/vorgang/", "/amt/vorgang/");
    await amt.goto(akte);
    await meldeAn(amt, /Sabine Sandmann/);
    await haus.stadt.warteBis("the case with a clerk", async () => {
      await amt.goto(akte);
      return (await amt.getByRole("button", { name: "Entscheiden" }).count()) > 0;
    });
    await pruefe(amt, "aenderung-amt-entscheiden");
    await amt.getByRole("radio", { name: /auch für gezahlte Monate/ }).check();
    await fuelle(amt, { Begründung: "Der Kontoauszug zeigt den Eingang am 15. November." });
    await amt.getByRole("button", { name: "Entscheiden" }).click();
    await haus.stadt.warteBis("the notice", async () => {
      await page.goto(anhoerung);
      return /Bescheid liegt für Sie bereit/.test(await main.innerText());
    });
    assert.match((await main.innerText()).replaceAll("\u00a0", " "), /Zu erstatten sind 200,00 €/);
    await pruefe(page, "aenderung-erstattung");
  });
});
