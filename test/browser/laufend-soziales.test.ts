import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import type { Antworten } from "#baukasten";
import { findAkte } from "#bearbeitung";
import { getLeistung } from "#leistungen";
import { elterngeldAntworten, wohngeldAntworten } from "../../demo/antworten-soziales.ts";
import { createBevoelkerung, type Person } from "../../demo/bevoelkerung/index.ts";
import { konsole, oeffneBrowser, pruefeAnsicht as pruefe, type SeitenOptionen, type TestBrowser } from "./browser.ts";
import { fuelle, type Haus, meldeAn, oeffneHaus } from "./haus.ts";

const ansichten: Record<string, SeitenOptionen> = {
  "with JavaScript, 1280 px": { breite: 1280 },
  "without JavaScript, 320 px, dark": { breite: 320, dunkel: true, ohneJs: true },
};

describe("a change is reported", () => {
  const bevoelkerung = createBevoelkerung();
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

  async function bewilligt(leistung: string, person: Person, antworten: Antworten): Promise<string> {
    const { system, musterstadt, warteBis } = haus.stadt;
    const inHaus = <T>(fn: Parameters<typeof system.db.inTransaction<T>>[1]) =>
      system.db.inTransaction({ mandant: musterstadt.id }, fn);
    const { idnr, vornamen, nachname } = person;
    const { vorgangId } = await inHaus((tx) =>
      eroeffneAntrag(system, tx, {
        leistung: getLeistung(leistung),
        antworten,
        einreichung: {
          kanal: "online",
          person: { person: system.secrets.pseudonym(`idnr:${idnr}`), idnr, vornamen, nachname, email: null },
          schriftform: { art: "anmeldung", vertrauensniveau: "substantiell" },
          einwilligungPostfach: true,
        },
        transaktion: `soziales:${nummer++}`,
      }),
    );
    await warteBis("granted", async () => (await inHaus((tx) => findAkte(tx, vorgangId)))?.stand.phase === "zugestellt");
    return vorgangId;
  }

  for (const [ansicht, optionen] of Object.entries(ansichten))
    test(`Wohngeld, a list in the report, and moving out: ${ansicht}`, async () => {
      const wanda = bevoelkerung.getPersona("wanda");
      const id = await bewilligt("wohngeld", wanda, wohngeldAntworten(bevoelkerung, wanda, haus.stadt.uhr.today()));
      const page = await browser.neueSeite(optionen);
      const bild = (name: string) => `laufend-wohngeld-${optionen.breite}-${name}`;
      const main = page.getByRole("main");
      await page.goto(`${haus.adresse}/vorgang/${id}`);
      await meldeAn(page, /^Wanda Berger/);
      assert.match(await main.innerText(), /Danach gibt es Wohngeld nur auf einen neuen Antrag/);
      await page.getByRole("link", { name: "Änderung melden" }).click();
      await pruefe(page, bild("wahl"));
      await page.getByRole("link", { name: /mehr oder weniger Einkommen/ }).click();
      await page.getByRole("button", { name: "Einnahme hinzufügen" }).click();
      assert.match(await main.innerText(), /Einnahme 2/);
      await page.getByRole("button", { name: "Einnahme 2 entfernen" }).click();
      await pruefe(page, bild("einnahmen"));
      await page.getByRole("button", { name: "Änderung verbindlich melden" }).click();
      assert.match(await page.getByRole("alert").innerText(), /seit wann/);
      await page.goto(`${haus.adresse}/vorgang/${id}/aenderung/anschrift`);
      await fuelle(page, { Straße: "Neue Straße", Hausnummer: "1", "Seit wann gilt das?": "1.12.2026" });
      await pruefe(page, bild("auszug"));
      await page.getByRole("button", { name: "Änderung verbindlich melden" }).click();
      const aenderung = page.url().replace("?neu=1", "");
      await haus.stadt.warteBis("the notice of the end", async () => {
        await page.goto(aenderung);
        return /Bescheid liegt für Sie bereit/.test(await main.innerText());
      });
      assert.match(await main.innerText(), /Wohnt niemand aus dem Haushalt mehr dort/);
      await pruefe(page, bild("beendet"));
      await page.goto(`${haus.adresse}/vorgang/${id}`);
      assert.match(await main.innerText(), /Endet\s+am 01\.12\.2026/);
      assert.deepEqual(
        konsole(page).filter((zeile) => !zeile.includes("422")),
        [],
      );
    });

  for (const [ansicht, optionen] of Object.entries(ansichten))
    test(`Elterngeld, months swapped, to the clerk and back: ${ansicht}`, async () => {
      const jakob = bevoelkerung.getPersona("jakob");
      const ida = bevoelkerung.getPerson(jakob.kinder.at(-1) ?? "");
      const id = await bewilligt("elterngeld", jakob, elterngeldAntworten(bevoelkerung, jakob, ida));
      const page = await browser.neueSeite(optionen);
      const bild = (name: string) => `laufend-elterngeld-${optionen.breite}-${name}`;
      const main = page.getByRole("main");
      await page.goto(`${haus.adresse}/vorgang/${id}`);
      await meldeAn(page, /^Jakob/);
      await pruefe(page, bild("laufend"));
      await page.getByRole("link", { name: "Änderung melden" }).click();
      assert.equal(await page.getByRole("link", { name: /verdiene mehr, weniger oder gar nicht mehr/ }).count(), 0);
      await page.getByRole("link", { name: /Monate tauschen/ }).click();
      await fuelle(page, { "Vom Lebensmonat": "12", "Bis zum Lebensmonat": "13", "Ab welchem Tag soll das gelten?": "5.9.2027" });
      await page.getByRole("button", { name: "Änderung verbindlich melden" }).click();
      assert.match(await page.getByRole("alert").innerText(), /weit in der Zukunft/);
      await fuelle(page, { "Ab welchem Tag soll das gelten?": "5.12.2026" });
      await pruefe(page, bild("monate"));
      await page.getByRole("button", { name: "Änderung verbindlich melden" }).click();
      assert.match(await main.innerText(), /Ihre Meldung ist eingegangen/);
      const aenderung = page.url().replace("?neu=1", "");
      await haus.stadt.warteBis("the notice of the change", async () => {
        await page.goto(aenderung);
        return /Bescheid liegt für Sie bereit/.test(await main.innerText());
      });
      assert.match(await main.innerText(), /Neu im Lebensmonat/);
      await pruefe(page, bild("aenderung"));

      const amt = await browser.neueSeite(optionen);
      await amt.goto(`${haus.adresse}/amt/vorgang/${id}`);
      await meldeAn(amt, /Elterngeld/);
      await amt.goto(`${haus.adresse}/amt/vorgang/${id}`);
      await amt.getByText("Monat für Monat").click();
      assert.match(await amt.getByRole("main").innerText(), /13\. Lebensmonat/);
      await pruefe(amt, bild("amt"));
      assert.deepEqual(
        [...konsole(page), ...konsole(amt)].filter((zeile) => !zeile.includes("422")),
        [],
      );
    });
});
