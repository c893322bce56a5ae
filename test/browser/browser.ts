import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { findeBrowser, SCHALTER } from "./finde-browser.ts";

export type SeitenOptionen = {
  /** Width of the window in CSS pixels. */
  breite?: number;
  hoehe?: number;
  /** The dark look, as the system asks for it. */
  dunkel?: boolean;
  /** As a browser that runs no script. */
  ohneJs?: boolean;
};

export type TestBrowser = {
  /** A page in a context of its own: no cookie is shared with another. */
  neueSeite(optionen?: SeitenOptionen): Promise<Page>;
  close(): Promise<void>;
};

const konsolen = new WeakMap<Page, string[]>();
const optionenVon = new WeakMap<Page, SeitenOptionen>();

/** What the page complained about so far: script errors, failed requests, violations of the content security policy. */
export const konsole = (page: Page): readonly string[] => konsolen.get(page) ?? [];

async function neueSeite(browser: Browser, optionen: SeitenOptionen): Promise<Page> {
  const kontext = await browser.newContext({
    viewport: { width: optionen.breite ?? 1280, height: optionen.hoehe ?? 900 },
    colorScheme: optionen.dunkel ? "dark" : "light",
    javaScriptEnabled: !optionen.ohneJs,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
  kontext.setDefaultTimeout(15_000);
  const page = await kontext.newPage();
  optionenVon.set(page, optionen);
  const klagen: string[] = [];
  konsolen.set(page, klagen);
  page.on("pageerror", (error) => klagen.push(error.message));
  page.on("console", (zeile) => {
    if (zeile.type() === "error") klagen.push(zeile.text());
  });
  return page;
}

/** @throws with a German sentence when the machine has no browser */
export async function oeffneBrowser(): Promise<TestBrowser> {
  const fund = await findeBrowser();
  if ("grund" in fund) throw new Error(fund.grund);
  // Names under localhost are resolved by the browser itself, on every machine.
  const browser = await chromium.launch({ executablePath: fund.pfad, headless: true, args: SCHALTER });
  return {
    neueSeite: (optionen = {}) => neueSeite(browser, optionen),
    close: () => browser.close(),
  };
}

const REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * axe is a script and waits for promises, which never settle in a page that runs none. So the finished document is shown once more,
 * in a context with scripts but without those of the page, at the same address and size and with the same cookies.
 */
async function abbild(page: Page): Promise<Page> {
  const browser = page.context().browser();
  assert.ok(browser, "die Seite hat keinen Browser mehr");
  const kopie = await neueSeite(browser, { ...optionenVon.get(page), ohneJs: false });
  await kopie.context().addCookies(await page.context().cookies());
  const html = (await page.content())
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/gi, "")
    .replaceAll(/<\/?noscript\b[^>]*>/gi, "");
  const adresse = page.url();
  await kopie.route(
    (url) => url.href === adresse,
    (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }),
  );
  await kopie.goto(adresse);
  return kopie;
}

/** Fails with each violation, its rule and its elements; for pages without JavaScript too. */
export async function pruefeAxe(page: Page): Promise<void> {
  await page.waitForLoadState();
  const geprueft = optionenVon.get(page)?.ohneJs ? await abbild(page) : page;
  // In the page itself, and only what is wrong told in full: a fifth of the time. The other mode is for frames of other origins.
  const { violations } = await new AxeBuilder({ page: geprueft })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(REGELN)
    .analyze();
  if (geprueft !== page) await geprueft.context().close();
  const maengel = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `    ${node.html.slice(0, 200)}\n      ${node.failureSummary ?? ""}`).join("\n")}`,
  );
  assert.equal(maengel.length, 0, `axe auf ${page.url()}:\n${maengel.join("\n")}`);
}

/** The page must fit its window: nobody scrolls sideways at 320 px. */
export async function pruefeBreite(page: Page): Promise<void> {
  // After a click the page may still lack its style.
  await page.waitForLoadState();
  const [inhalt, fenster] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok((inhalt ?? 0) <= (fenster ?? 0), `${page.url()} ist ${inhalt} px breit, das Fenster ${fenster} px`);
}

/** Full page into the folder `FACHWERK_BILDER`. Where nobody named one, nobody will look: a picture takes as long as a page. */
export async function bildschirmfoto(page: Page, name: string): Promise<void> {
  const ordner = process.env.FACHWERK_BILDER;
  if (!ordner) return;
  mkdirSync(ordner, { recursive: true, mode: 0o700 });
  await page.screenshot({ path: join(ordner, `${name}.png`), fullPage: true });
}

/** What every page must stand: axe, the width of its window, and a look at the picture. */
export async function pruefeAnsicht(page: Page, bild: string): Promise<void> {
  await pruefeAxe(page);
  await pruefeBreite(page);
  await bildschirmfoto(page, bild);
}
