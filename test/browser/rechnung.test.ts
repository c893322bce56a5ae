import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import type { VNode } from "preact";
import { Berichtsansicht, fasseBericht, liesBild, Rechnungsansicht } from "#rechnungen";
import { untersuche } from "#rechnungspruefung";
import { assets, mandantCss, renderPage, Seite } from "#ui";
import { beispielUbl } from "../helpers/rechnungen/beispiel-ubl.ts";
import { oeffneBrowser, pruefeAxe, pruefeBreite, type TestBrowser } from "./browser.ts";

// The two views alone, before any page of the house shows them: an invoice that is right, and one that is broken in many places.
const kaputt = beispielUbl
  .replace(/<cbc:BuyerReference>.*?<\/cbc:BuyerReference>/, "")
  .replace(">380<", ">999<")
  .replace("030 123456", "keine")
  .replace("64.29</cbc:LineExtensionAmount><cac:Item>", "70.29</cbc:LineExtensionAmount><cac:Item>");

const mandant = { name: "Musterstadt", schluessel: "musterstadt" };
const seiten = new Map<string, string>(
  (
    [
      ["gut", beispielUbl],
      ["kaputt", kaputt],
    ] as const
  ).flatMap(([name, text]) => {
    const { bericht, rechnung } = untersuche("rechnung.xml", Buffer.from(text));
    assert.ok(rechnung);
    const bild = liesBild(rechnung);
    const zeige = (titel: string, inhalt: VNode, breite: "text" | "weit") =>
      renderPage(Seite({ titel, mandant, pfad: "/", breite, children: inhalt }));
    return [
      [`/bericht-${name}`, zeige("Prüfbericht", Berichtsansicht({ bericht: fasseBericht(bericht, rechnung) }), "text")],
      [`/ansicht-${name}`, zeige(bild.titel, Rechnungsansicht({ bild }), "weit")],
    ] as const;
  }),
);

describe("report and picture of an invoice in the browser", () => {
  let browser: TestBrowser;
  const server = createServer((anfrage, antwort) => {
    const asset = assets.find(({ path }) => path === anfrage.url);
    const seite = seiten.get(anfrage.url ?? "");
    const [art, inhalt] = asset
      ? [asset.contentType, asset.content]
      : anfrage.url === "/mandant.css"
        ? ["text/css", mandantCss("#1b5c8c")]
        : ["text/html; charset=utf-8", seite ?? ""];
    antwort.setHeader("content-type", art);
    antwort.end(inhalt);
  });
  before(async () => {
    await new Promise<void>((fertig) => server.listen(0, fertig));
    browser = await oeffneBrowser();
  });
  after(async () => {
    await browser?.close();
    server.close();
  });

  for (const pfad of seiten.keys())
    for (const breite of [1280, 320])
      test(`${pfad} at ${breite} px: nothing barred, nothing beside the page`, async () => {
        const page = await browser.neueSeite({ breite });
        await page.goto(`http://localhost:${(server.address() as AddressInfo).port}${pfad}`);
        await pruefeAxe(page);
        await pruefeBreite(page);
        await page.context().close();
      });

  test("in the dark, too", async () => {
    const page = await browser.neueSeite({ dunkel: true });
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/bericht-kaputt`);
    await pruefeAxe(page);
    await page.context().close();
  });

  test("the report names what is to be mended before what is only to be looked at", async () => {
    const page = await browser.neueSeite({ ohneJs: true });
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/bericht-kaputt`);
    assert.deepEqual(await page.locator("h2").allTextContents(), [
      "Wichtig: Die Rechnung kann so nicht angenommen werden",
      "Das müssen Sie beheben",
      "Das sollten Sie prüfen",
    ]);
    await page.context().close();
  });
});
