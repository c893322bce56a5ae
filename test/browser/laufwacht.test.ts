import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fuelleLaufwacht } from "../../demo/laufwacht/fuelle.ts";
import { bildschirmfoto, konsole, oeffneBrowser, pruefeAnsicht as pruefe, type TestBrowser } from "./browser.ts";
import { type Haus, meldeAn, oeffneHaus } from "./haus.ts";

const MORGEN = "2026-11-24";

/** The demo's night to 24 November: a system down for some, one town hall silent, a count too low, a run too long. */
describe("the watch over nightly runs in the browser", () => {
  let browser: TestBrowser;
  let haus: Haus;
  before(async () => {
    [browser, haus] = [await oeffneBrowser(), await oeffneHaus()];
    const { laufwacht } = haus.stadt.system;
    await fuelleLaufwacht(haus.stadt.system, { mandanten: 8 });
    await laufwacht.lerne({ klein: true });
    await laufwacht.blickeZurueck(120);
    await laufwacht.bewerteNacht(MORGEN);
  });
  after(async () => {
    await browser.close();
    await haus.close();
  });

  const oeffne = async (optionen: Parameters<TestBrowser["neueSeite"]>[0]) => {
    const page = await browser.neueSeite(optionen);
    const url = `${haus.adresse}/betrieb/laufwacht`;
    await page.goto(url);
    await meldeAn(page, /, Betrieb|Betrieb$|Betrieb /);
    await page.goto(url);
    return { page, url };
  };

  for (const [ansicht, optionen] of [
    ["with JavaScript, light, 1280 px", { breite: 1280 }],
    ["without JavaScript, dark, 320 px", { breite: 320, dunkel: true, ohneJs: true }],
  ] as const)
    test(`from the map to a job, its reasons and a word on it; an incident is taken over; the report is signed (${ansicht})`, async () => {
      const { page, url } = await oeffne(optionen);
      const name = (was: string) => `laufwacht-${was}-${optionen.breite}`;
      const text = () => page.getByRole("main").innerText();
      assert.match(await text(), /System Steuerwerk/);
      assert.match(await text(), /noch niemand|kümmert sich/);
      const zelle = page.getByRole("row", { name: /Stadt Fichtental|Kreis Erlenbruch/ }).first();
      assert.ok(await zelle.isVisible());
      await pruefe(page, name("uebersicht"));

      // Down to the job whose count is too low.
      await page.goto(`${url}/jobs?mandant=Stadt%20Fichtental`);
      await pruefe(page, name("jobs"));
      await page.getByRole("link", { name: "Zahlungseingänge" }).click();
      assert.match(await text(), /erwartet \d+ ± \d+.*: Dienstag.*gekommen \d+/s);
      assert.match(await text(), /Die letzten Tage dieser Art/);
      await bildschirmfoto(page, name("job-90"));
      await page.getByRole("link", { name: "zwei Jahre" }).click();
      await pruefe(page, name("job"));
      await page.getByRole("radio", { name: /war so zu erwarten/ }).check();
      await page.getByRole("textbox", { name: "Grund" }).fill(`Umstellung ${optionen.breite}`);
      await page.getByRole("button", { name: "Rückmeldung geben" }).click();
      assert.match(await text(), /Danke, das ist vermerkt/);

      // The proposal waits for a person.
      await page.goto(`${url}/kalender`);
      assert.match(await text(), new RegExp(`Umstellung ${optionen.breite}`));
      await pruefe(page, name("kalender"));
      await page.getByRole("button", { name: "Eintragen" }).first().click();
      assert.equal(await page.getByRole("heading", { name: "Vorschläge aus Rückmeldungen" }).count(), 0);

      // An incident: taken over, commented, put to rest.
      await page.goto(url);
      await page
        .locator(".vorfaelle a")
        .nth(optionen.breite === 320 ? 0 : 1)
        .click();
      if ((await page.getByRole("button", { name: "Ich kümmere mich" }).count()) > 0)
        await page.getByRole("button", { name: "Ich kümmere mich" }).click();
      await page.getByRole("textbox", { name: "Was ist bekannt?" }).fill("Hersteller ist informiert");
      await page.getByRole("button", { name: "Bemerkung eintragen" }).click();
      assert.match(await text(), /Hersteller ist informiert/);
      await page.getByRole("textbox", { name: "Bis wann?" }).fill("gestern");
      await page.getByRole("button", { name: "Ruhen lassen" }).click();
      assert.match(await text(), /einen Tag ab morgen/);
      await pruefe(page, name("vorfall"));

      // The report, signed once.
      await page.goto(`${url}/bericht`);
      if ((await page.getByRole("button", { name: "Ich habe alles geprüft" }).count()) > 0) {
        await page.getByRole("textbox", { name: "Bemerkung" }).fill("Steuerwerk läuft nach");
        await page.getByRole("button", { name: "Ich habe alles geprüft" }).click();
      }
      assert.match(await text(), /Steuerwerk läuft nach/);
      await pruefe(page, name("bericht"));
      if (optionen.breite === 1280) assert.deepEqual(konsole(page), []);
    });

  test("thresholds are played on ninety days before they count; intake and recipients explain themselves", async () => {
    const { page, url } = await oeffne({ breite: 1280 });
    const text = () => page.getByRole("main").innerText();
    await page.goto(`${url}/schwellen`);
    await page.getByRole("textbox", { name: "Schwelle in Prozent" }).fill("7");
    await page.getByRole("button", { name: /durchspielen/ }).click();
    assert.match(await text(), /eine ganze Zahl von 20 bis 99/);
    await page.getByRole("textbox", { name: "Schwelle in Prozent" }).fill("80");
    await page.getByRole("button", { name: /durchspielen/ }).click();
    assert.match(await text(), /So wäre es gewesen/);
    await pruefe(page, "laufwacht-schwellen");
    await page.getByRole("button", { name: "Diese Schwellen ab jetzt verwenden" }).click();
    assert.match(await text(), /80 %/);

    await page.goto(`${url}/annahme`);
    assert.match(await text(), /Altlast Export/);
    assert.match(await text(), /Vermutlich geht die Uhr des Systems falsch/);
    await page.getByLabel("CSV-Datei").setInputFiles({
      name: "laeufe.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        "system;mandant;job;beginn;anzahl\nFinanzkern;Stadt Ahornfelde;Zahlungseingänge;2026-11-24 05:00;3\nX;Y;Z;gestern;1\n",
      ),
    });
    await page.getByRole("button", { name: "Tabelle einlesen" }).click();
    assert.match(await text(), /Läufe: 1 angenommen, 0 schon bekannt, 1 abgewiesen/);
    await pruefe(page, "laufwacht-annahme");

    await page.goto(`${url}/empfaenger`);
    await page.getByRole("button", { name: "Empfänger eintragen" }).click();
    assert.match(await text(), /Bitte tragen Sie einen Namen ein/);
    await pruefe(page, "laufwacht-empfaenger");
  });

  test("two years under one's hand: panned at the pace of the screen, by keyboard as well; the table goes back to the first day", async () => {
    const { page, url } = await oeffne({ breite: 1280 });
    // How long the script itself works for a frame, and how far the frames lie apart.
    await page.addInitScript(`
      window.rufe = requestAnimationFrame.bind(window);
      window.bilder = [];
      window.requestAnimationFrame = (male) => rufe((zeit) => { const ab = performance.now(); male(zeit); bilder.push([zeit, performance.now() - ab]); });
    `);
    await page.goto(`${url}/jobs?mandant=Stadt%20Fichtental`);
    await page.getByRole("link", { name: "Zahlungseingänge" }).click();
    const id = new URL(page.url()).pathname.split("/").at(-1);
    await page.goto(`${url}/jobs/${id}?zeitraum=365`);
    const leinwand = page.getByRole("application", { name: /verschiebbar/ });
    await leinwand.scrollIntoViewIfNeeded();
    const ausschnitt = page.locator("[data-teil=ansage]");
    await ausschnitt.getByText(/Zu sehen: /).waitFor();
    const anfangs = await ausschnitt.innerText();
    await bildschirmfoto(page, "laufwacht-leinwand");

    const bilder = (await page.evaluate(`new Promise((fertig) => {
      const leinwand = document.querySelector("[data-teil=leinwand]");
      const sende = (art, x) => leinwand.dispatchEvent(new PointerEvent(art, { pointerId: 1, clientX: leinwand.getBoundingClientRect().left + x, clientY: leinwand.getBoundingClientRect().top + 100, bubbles: true }));
      leinwand.setPointerCapture = () => {};
      sende("pointerdown", 200);
      bilder.length = 0;
      let n = 0;
      const schritt = () => { sende("pointermove", 200 + 4 * ++n); n < 120 ? rufe(schritt) : (sende("pointerup", 200), fertig(bilder.slice())); };
      rufe(schritt);
    })`)) as [number, number][];
    const mitte = (werte: number[]) => werte.sort((a, b) => a - b)[Math.floor(werte.length / 2)] ?? 0;
    const abstand = mitte(bilder.slice(1).map(([zeit], n) => zeit - (bilder[n]?.[0] ?? 0)));
    const arbeit = mitte(bilder.map(([, dauer]) => dauer));
    console.log(
      `panning: ${abstand.toFixed(1)} ms from frame to frame, of it drawing ${arbeit.toFixed(2)} ms (medians of ${bilder.length})`,
    );
    assert.ok(bilder.length >= 100, `${bilder.length} frames`);
    assert.ok(arbeit < 8, `${arbeit} ms`);
    await page.waitForFunction((vorher) => document.querySelector("[data-teil=ansage]")?.textContent !== vorher, anfangs);

    await leinwand.focus();
    await leinwand.press("0");
    await ausschnitt.getByText(/bis 24\.11\.2026/).waitFor();
    await leinwand.press("+");
    await leinwand.press("End");
    await leinwand.press("Shift+ArrowLeft");
    assert.match(await page.locator("[data-teil=tag]").innerText(), /gekommen [\d.]+/);
    await page.getByRole("button", { name: "Früher" }).click();
    await pruefe(page, "laufwacht-beweglich");

    await page.getByText("Die Zahlen als Tabelle").click();
    await page
      .getByRole("link", { name: /Nächste|Weiter|Ältere/ })
      .first()
      .click();
    assert.match(page.url(), /seite=2/);
    await page.goto(`${url}/jobs/${id}?seite=12`);
    assert.ok(await page.getByRole("row", { name: /2024/ }).first().isVisible());

    await page.getByRole("link", { name: "Angaben ändern" }).click();
    await page.getByRole("textbox", { name: "Uhrzeit" }).fill("25 Uhr");
    await page.getByRole("radio", { name: "Jede Woche an einem Wochentag" }).check();
    await page.getByRole("button", { name: "Angaben speichern" }).click();
    assert.match(await page.getByRole("main").innerText(), /Bitte tragen Sie eine Uhrzeit ein/);
    await pruefe(page, "laufwacht-angaben");
    assert.deepEqual(
      konsole(page).filter((zeile) => !zeile.includes("422")),
      [],
    );
  });

  test("a job that nobody knows, and the calendar without its secret: a page that says what to do", async () => {
    const { page, url } = await oeffne({ breite: 320 });
    const antwort = await page.goto(`${url}/jobs/999999`);
    assert.equal(antwort?.status(), 404);
    await pruefe(page, "laufwacht-404");
    assert.equal((await page.goto(`${haus.adresse}/laufwacht/kalender/falsch.ics`))?.status(), 404);
  });
});
