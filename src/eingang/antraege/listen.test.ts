import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { defineFormular, ENDE, feld } from "#baukasten";
import { assets, renderPage } from "#ui";
import {
  bildschirmfoto,
  konsole,
  oeffneBrowser,
  pruefeAxe,
  pruefeBreite,
  type TestBrowser,
} from "../../../test/browser/browser.ts";
import { aendereListe } from "./listen.ts";
import { musterentwurf, musterleistung } from "./muster.ts";
import { Formularseite } from "./seiten/formularseite.tsx";

const formular = defineFormular({
  start: "seite",
  seiten: {
    seite: {
      titel: "Wer wohnt bei Ihnen?",
      felder: {
        personen: feld.liste({
          label: "Personen im Haushalt",
          hinweis: "Sie selbst zählen mit.",
          einzahl: "Person",
          eintrag: {
            name: feld.text({ label: "Name" }),
            geboren: feld.datum({ label: "Geboren am" }),
            arbeitet: feld.jaNein({ label: "Arbeitet" }),
            einkommen: feld.geld({ label: "Einkommen im Monat", optional: true }),
            stunden: feld.zahl({ label: "Wochenstunden", optional: true }),
          },
          max: 3,
        }),
      },
    },
  },
  uebergaenge: { seite: ENDE },
});
const leistung = musterleistung({ formular });
const entwurf = musterentwurf;

/** The page by itself, sent back as the route does, and what would have been stored. */
async function starteSeite(): Promise<{ server: Server; adresse: string; gespeichert: unknown[] }> {
  const gespeichert: unknown[] = [];
  const zeige = (mehr: object) =>
    `<!doctype html>${renderPage(
      Formularseite({
        frame: { mandant: { name: "Stadt", schluessel: "stadt" }, pfad: "/" },
        leistung,
        entwurf,
        seite: "seite",
        heute: "2026-11-24",
        kannVorbefuellen: false,
        ...mehr,
      }),
    )}`;
  const server = createServer(async (request, response) => {
    const asset = assets.find(({ path }) => path === request.url);
    if (asset) return response.writeHead(200, { "content-type": asset.contentType }).end(asset.content);
    const teile: Buffer[] = [];
    for await (const teil of request) teile.push(teil as Buffer);
    const roh = Object.fromEntries(new URLSearchParams(Buffer.concat(teile).toString()));
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (request.method !== "POST") return response.end(zeige({}));
    const felder = formular.seiten.seite?.felder ?? {};
    const geaendert = aendereListe(felder, roh);
    if (geaendert) return response.end(zeige({ roh: geaendert }));
    const pruefung = formular.pruefeSeite("seite", roh, {});
    if (!pruefung.ok) return response.end(zeige({ roh, fehler: pruefung.fehler }));
    gespeichert.push(pruefung.werte);
    response.end(zeige({ entwurf: { ...entwurf, antworten: { seite: pruefung.werte } } }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return { server, adresse: `http://127.0.0.1:${(server.address() as AddressInfo).port}/antrag/e/seite/seite`, gespeichert };
}

const person = (page: Page, nummer: number) => page.getByRole("group", { name: `Person ${nummer}`, exact: true });
async function fuelle(page: Page, nummer: number, name: string, geboren: string): Promise<void> {
  const gruppe = person(page, nummer);
  await gruppe.getByRole("textbox", { name: "Name" }).fill(name);
  await gruppe.getByRole("textbox", { name: "Geboren am" }).fill(geboren);
  await gruppe.getByRole("radio", { name: "Ja" }).check();
}
const name = (page: Page, nummer: number) => person(page, nummer).getByRole("textbox", { name: "Name" });

describe("a list in a form", () => {
  let browser: TestBrowser;
  let seite: Awaited<ReturnType<typeof starteSeite>>;
  before(async () => {
    browser = await oeffneBrowser();
    seite = await starteSeite();
  });
  after(async () => {
    await browser.close();
    seite.server.closeAllConnections();
    await new Promise((resolve) => seite.server.close(resolve));
  });

  for (const optionen of [{ breite: 1280 }, { breite: 320, dunkel: true, ohneJs: true }])
    test(`entries are added, removed, corrected and saved: ${JSON.stringify(optionen)}`, async () => {
      const page = await browser.neueSeite(optionen);
      const pruefe = async (bild: string) => {
        await pruefeAxe(page);
        await pruefeBreite(page);
        await bildschirmfoto(page, `liste-${optionen.breite}-${bild}`);
      };
      await page.goto(seite.adresse);
      await fuelle(page, 1, "Anna", "4.3.1990");
      await page.getByRole("button", { name: "Person hinzufügen" }).click();
      assert.match(page.url(), /#personen\.1$/);
      assert.equal(await name(page, 1).inputValue(), "Anna");
      await fuelle(page, 2, "Ben", "1.1.2001");
      await page.getByRole("button", { name: "Person hinzufügen" }).click();
      assert.equal(await page.getByRole("button", { name: "Person hinzufügen" }).count(), 0);
      await fuelle(page, 3, "Mia", "31.2.2022");
      await pruefe("drei");

      await page.getByRole("button", { name: "Person 2 entfernen" }).click();
      assert.deepEqual([await name(page, 1).inputValue(), await name(page, 2).inputValue()], ["Anna", "Mia"]);
      await page.getByRole("button", { name: "Speichern und weiter" }).click();
      const meldung = page.getByRole("alert").getByRole("link", { name: /^Person 2: „31\.2\.2022“ ist kein Datum/ });
      await pruefe("fehler");
      await meldung.click();
      assert.match(page.url(), /#personen\.1\.geboren$/);

      // The Enter key saves; it does not press the first button that removes something.
      seite.gespeichert.length = 0;
      const feldGeboren = person(page, 2).getByRole("textbox", { name: "Geboren am" });
      await feldGeboren.fill("24.3.2022");
      await feldGeboren.press("Enter");
      await page.waitForLoadState();
      assert.deepEqual(seite.gespeichert, [
        {
          personen: [
            { name: "Anna", geboren: "1990-03-04", arbeitet: true },
            { name: "Mia", geboren: "2022-03-24", arbeitet: true },
          ],
        },
      ]);
      assert.equal(await feldGeboren.inputValue(), "24.03.2022");
      assert.deepEqual(konsole(page), []);
      await page.context().close();
    });
});
