import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { bildschirmfoto, konsole, oeffneBrowser, pruefeAxe, pruefeBreite, type TestBrowser } from "./browser.ts";

const seite = (inhalt: string) =>
  `<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Probe</title>
   <main><h1>Probe</h1>${inhalt}</main><script>document.title = "mit Skript"</script></html>`;

describe("the browser that tests the pages", () => {
  let browser: TestBrowser;
  let server: Server;
  let adresse: string;
  const bilder = mkdtempSync(join(tmpdir(), "fachwerk-bilder-"));
  const genannt = process.env.FACHWERK_BILDER;
  before(async () => {
    process.env.FACHWERK_BILDER = bilder;
    browser = await oeffneBrowser();
    server = createServer((anfrage, antwort) => {
      antwort.setHeader("content-type", "text/html");
      antwort.end(seite(anfrage.url === "/schlecht" ? '<img src="data:," >' : `<p>${anfrage.headers.host}</p>`));
    });
    await new Promise<void>((fertig) => server.listen(0, fertig));
    const ort = server.address();
    adresse = `http://musterstadt.localhost:${typeof ort === "object" && ort ? ort.port : 0}`;
  });
  after(async () => {
    server?.close();
    await browser?.close();
    if (genannt === undefined) delete process.env.FACHWERK_BILDER;
    else process.env.FACHWERK_BILDER = genannt;
    rmSync(bilder, { recursive: true });
  });

  for (const ohneJs of [false, true]) {
    const wie = ohneJs ? "without JavaScript" : "with JavaScript";
    test(`${wie} it reaches a Mandant by its name, and axe finds what is wrong`, async () => {
      const page = await browser.neueSeite({ breite: 320, dunkel: true, ohneJs });
      await page.goto(adresse);
      assert.match(await page.innerText("p"), /^musterstadt\.localhost/);
      assert.equal(await page.title(), ohneJs ? "Probe" : "mit Skript");
      await pruefeAxe(page);
      await pruefeBreite(page);
      await bildschirmfoto(page, "probe");
      assert.ok(existsSync(join(bilder, "probe.png")), "no picture in the folder that was named");
      rmSync(join(bilder, "probe.png"));
      await page.goto(`${adresse}/schlecht`);
      await assert.rejects(pruefeAxe(page), /image-alt/);
      assert.ok(Array.isArray(konsole(page)));
    });
  }
});
