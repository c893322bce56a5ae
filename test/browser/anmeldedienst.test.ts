import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { after, before, describe, test } from "node:test";
import { starteAnmeldedienst } from "../../demo/identitaet/anmeldedienst.ts";
import { bildschirmfoto, konsole, oeffneBrowser, pruefeAxe, pruefeBreite, type TestBrowser } from "./browser.ts";

describe("the demo's log-in pages in a browser", () => {
  let browser: TestBrowser;
  let dienst: Awaited<ReturnType<typeof starteAnmeldedienst>>;
  let haus: Server;
  let rueckkehr: string;
  before(async () => {
    browser = await oeffneBrowser();
    dienst = await starteAnmeldedienst({ port: 0 });
    // Stands for the town hall: what counts is that the browser arrives there with a code.
    haus = createServer((_, antwort) => antwort.setHeader("content-type", "text/html").end("<title>zurück</title>"));
    await new Promise<void>((fertig) => haus.listen(0, fertig));
    const ort = haus.address();
    rueckkehr = `http://musterstadt.localhost:${typeof ort === "object" && ort ? ort.port : 0}/anmeldung/rueckkehr`;
  });
  after(async () => {
    haus?.close();
    await dienst?.schliesse();
    await browser?.close();
  });

  const anfrage = (kreis: "buerger" | "amt", mehr: Record<string, string> = {}) =>
    `${dienst.url}/auth?${new URLSearchParams({
      client_id: kreis,
      response_type: "code",
      scope: "openid profile",
      redirect_uri: rueckkehr,
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
      ...mehr,
    })}`;

  const ansichten = [
    { breite: 320, dunkel: true, ohneJs: true },
    { breite: 1280, dunkel: false, ohneJs: false },
  ];
  for (const ansicht of ansichten) {
    const wie = `${ansicht.breite} px, ${ansicht.dunkel ? "dark" : "light"}`;
    test(`choosing a person at ${wie}`, async () => {
      const page = await browser.neueSeite(ansicht);
      await page.goto(anfrage("buerger", { login_hint: "carla" }));
      await pruefeAxe(page);
      await pruefeBreite(page);
      await bildschirmfoto(page, `anmeldedienst-${ansicht.breite}`);
      await page.getByLabel("Jemand anderes").fill("anna");
      await page.getByRole("button", { name: "Suchen" }).click();
      await page.getByRole("heading", { name: /^Gefunden/ }).waitFor();
      await pruefeAxe(page);
      await pruefeBreite(page);
      await page.getByRole("radio", { name: "hoch" }).check();
      await page
        .getByRole("button", { name: /^Carla Sommer/ })
        .first()
        .click();
      await page.waitForURL((url) => url.href.startsWith(rueckkehr));
      assert.match(page.url(), /[?&]code=/);
      assert.deepEqual(
        konsole(page).filter((zeile) => !/favicon/.test(zeile)),
        [],
      );
    });

    test(`staff, refusals and the first page at ${wie}`, async () => {
      const page = await browser.neueSeite(ansicht);
      for (const adresse of [
        anfrage("amt"),
        anfrage("amt", { redirect_uri: "http://evil.example/" }),
        dienst.url,
        `${dienst.url}/anmelden/x`,
      ]) {
        await page.goto(adresse);
        await pruefeAxe(page);
        await pruefeBreite(page);
      }
    });
  }

  test("with the keyboard alone", async () => {
    const page = await browser.neueSeite();
    await page.goto(anfrage("amt"));
    await page.keyboard.press("Tab");
    assert.match((await page.locator(":focus").textContent()) ?? "", /Sabine Sandmann/);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href.startsWith(rueckkehr));
    assert.match(page.url(), /[?&]code=/);
  });
});
