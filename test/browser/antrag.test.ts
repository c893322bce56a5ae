import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { buerger } from "../helpers/stadt.ts";
import {
  konsole,
  oeffneBrowser,
  pruefeAnsicht as pruefe,
  pruefeAxe,
  pruefeBreite,
  type SeitenOptionen,
  type TestBrowser,
} from "./browser.ts";
import { fuelle, type Haus, meldeAn, oeffneHaus } from "./haus.ts";

/** What Anna enters, page by page, in the words of the page. Pages that the register filled in are only looked at. */
const angaben: Record<string, Record<string, string>> = {
  kind: {},
  anschrift: {},
  zuhause: { "Das Kind wohnt hauptsächlich": "Ja", "Seit wann wohnt das Kind": "4.3.2022" },
  familienstand: { Familienstand: "Ledig" },
  andererElternteil: { "Der andere Elternteil ist": "mir bekannt" },
  angabenElternteil: { "Vornamen des anderen": "Tobias", "Nachname des anderen": "Vogt", "Wohnen Sie mit": "Nein" },
  unterhalt: { "Unterhalt im Monat": "0" },
  kindergeld: { "Das Kindergeld für das Kind": "Ich, oder ich habe es beantragt" },
  staatsangehoerigkeit: { "Das Kind oder ich haben": "Ja" },
  rueckwirkend: { "Ich beantrage die Leistung auch": "Nein", "Ich hatte den anderen Elternteil": "Nein" },
  konto: { IBAN: "DE02 1203 0000 0000 2020 51", "Kontoinhaberin oder": "Anna Beispiel" },
  nachricht: {},
};

/** Each width, look and way of working once: a journey is the dearest of the tests. */
const ansichten: Record<string, SeitenOptionen> = {
  "with JavaScript, 1280 px, light": { breite: 1280 },
  "without JavaScript, 320 px, dark": { breite: 320, dunkel: true, ohneJs: true },
};

const formular = {
  host: "musterstadt.localhost",
  "sec-fetch-site": "same-origin",
  accept: "text/html",
  "content-type": "application/x-www-form-urlencoded",
};
const schluesselDer = (page: Page) => /\/seite\/(\w+)/.exec(page.url())?.[1] ?? "";

describe("a mother applies for Unterhaltsvorschuss", () => {
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

  /** A request in the name of this browser's session, past its pages. */
  const frage = async (page: Page, method: "GET" | "POST", url: string, payload = "") => {
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const headers = { ...formular, cookie };
    return haus.stadt.web.inject({ method, url, headers, ...(method === "POST" && { payload }) });
  };

  /** The person's own words after the decision: an objection, once however often the form is sent, and only in their own case. */
  const gibAnMenschen = async (page: Page, vorgang: string) => {
    const { pathname } = new URL(vorgang);
    await page.goto(`${haus.adresse}${pathname}`);
    const transaktion = await page.locator('form[action$="/rueckmeldung"] input[name="transaktion"]').getAttribute("value");
    const felder = new URLSearchParams({
      transaktion: transaktion ?? "",
      rueckmeldung: "Der Vater zahlt seit Oktober.",
    }).toString();
    const fremde = await haus.stadt.melde(haus.stadt.musterstadt, buerger("f".repeat(64)));
    const fremd = await haus.stadt.web.inject({
      method: "POST",
      url: `${pathname}/rueckmeldung`,
      headers: { ...formular, cookie: fremde },
      payload: felder,
    });
    assert.equal(fremd.statusCode, 404);
    await page.getByRole("textbox", { name: "Was stimmt nicht?" }).fill("Der Vater zahlt seit Oktober.");
    await page.getByRole("button", { name: "An einen Menschen geben" }).click();
    assert.match(await page.getByRole("main").innerText(), /Widerspruch wird geprüft/);
    assert.equal((await frage(page, "POST", `${pathname}/rueckmeldung`, felder)).statusCode, 303);
    await page.reload();
    const verlauf = await page.getByRole("main").innerText();
    assert.equal(verlauf.match(/Widerspruch eingegangen/g)?.length, 1);
    assert.doesNotMatch(verlauf, /Ihre Antwort eingegangen/);
    assert.match(verlauf, /Möchten Sie Ihren Widerspruch ergänzen/);
  };

  for (const [ansicht, optionen] of Object.entries(ansichten))
    test(`from the first page to the notice, the money and the cockpit: ${ansicht}`, async () => {
      const page = await browser.neueSeite(optionen);
      const bild = (name: string) => `antrag-${optionen.breite}${optionen.dunkel ? "-dunkel" : ""}-${name}`;
      await page.goto(`${haus.adresse}/`);
      await pruefe(page, bild("start"));
      await page.getByRole("textbox", { name: "Was brauchen Sie?" }).fill("Vater zahlt nicht");
      await page.getByRole("button", { name: "Suchen" }).click();
      await page.getByRole("link", { name: "Unterhaltsvorschuss" }).click();
      await pruefe(page, bild("leistung"));
      await page.getByRole("link", { name: "Anmelden" }).click();
      await meldeAn(page, /^Anna Beispiel/);
      await page.getByRole("button", { name: "Antrag beginnen" }).click();

      // Prefilled only when she presses the button, then chosen by her.
      await page.getByRole("button", { name: "Aus dem Melderegister ausfüllen" }).click();
      await page.getByRole("button", { name: /^Mia Beispiel/ }).click();
      assert.equal(await page.getByRole("textbox", { name: "Vornamen des Kindes" }).inputValue(), "Mia");
      assert.match(await page.getByRole("main").innerText(), /Melderegister übernommen/);
      await pruefe(page, bild("kind"));
      await page.getByRole("button", { name: "Speichern und weiter" }).click();
      await page.getByRole("button", { name: "Aus dem Melderegister ausfüllen" }).click();
      await page.getByRole("button", { name: /Musterstadt/ }).click();

      for (let seite = schluesselDer(page); seite !== ""; seite = schluesselDer(page)) {
        await fuelle(page, angaben[seite] ?? assert.fail(`unexpected page ${seite}`));
        if (optionen.breite === 320) await pruefeAxe(page);
        await pruefeBreite(page);
        await page.getByRole("button", { name: "Speichern und weiter" }).click();
        assert.notEqual(schluesselDer(page), seite, await page.getByRole("main").innerText());
      }
      assert.match(page.url(), /\/pruefen$/);
      await pruefe(page, bild("pruefen"));
      await page.getByRole("button", { name: "Verbindlich absenden" }).click();
      assert.match(await page.getByRole("alert").innerText(), /richtig und vollständig/);
      await pruefe(page, bild("pruefen-fehler"));
      // Consent is never given beforehand.
      assert.equal(await page.getByRole("checkbox", { name: /elektronisch in mein Postfach/ }).isChecked(), false);
      await page.getByRole("checkbox", { name: /elektronisch in mein Postfach/ }).check();
      await page.getByRole("checkbox", { name: /Angaben sind richtig/ }).check();
      await page.getByRole("button", { name: "Verbindlich absenden" }).click();
      assert.match(await page.getByRole("main").innerText(), /Ihr Antrag ist eingegangen/);
      await pruefe(page, bild("eingegangen"));
      const vorgang = page.url();

      await haus.stadt.warteBis("the notice", async () => {
        await page.goto(vorgang);
        return /Bescheid liegt für Sie bereit/.test(await page.getByRole("main").innerText());
      });
      const status = await page.getByRole("main").innerText();
      assert.match(status, /227,00/);
      assert.match(status, /Was das Ergebnis ändern würde[\s\S]*Ab 223,00\s€ statt 0,00\s€ bei „Unterhalt/);
      await pruefe(page, bild("status"));
      await page.getByRole("button", { name: "An einen Menschen geben" }).click();
      assert.match(await page.getByRole("alert").first().innerText(), /Bitte schreiben Sie, worum es geht/);
      await pruefe(page, bild("status-fehler"));

      await page.getByRole("link", { name: "Postfach", exact: true }).click();
      await pruefe(page, bild("postfach"));
      await page
        .getByRole("link", { name: /Unterhaltsvorschuss für Mia/ })
        .first()
        .click();
      await pruefe(page, bild("nachricht"));
      const pdf = await frage(page, "GET", `${new URL(page.url()).pathname}/bescheid.pdf`);
      assert.equal(pdf.headers["content-type"], "application/pdf");
      assert.equal(pdf.rawPayload.subarray(0, 5).toString(), "%PDF-");

      await page.getByRole("link", { name: "Datenschutzcockpit" }).click();
      const cockpit = await page.getByRole("main").innerText();
      for (const wort of ["Personenstandsregister", "Auskunft erteilt", "Musterstadt", "§ 67a"])
        assert.ok(cockpit.includes(wort), wort);
      await pruefe(page, bild("cockpit"));
      await page.goto(`${haus.adresse}/mein`);
      await pruefe(page, bild("mein"));
      await haus.stadt.warteBis("the mail", async () => {
        await page.goto(`${haus.adresse}/demo/post`);
        return /neue Nachricht in Ihrem Postfach/.test(await page.getByRole("main").innerText());
      });
      await pruefe(page, bild("mail"));
      await gibAnMenschen(page, vorgang);
      // 422 is how a page says that a field is wrong; the browser writes that down.
      assert.deepEqual(
        konsole(page).filter((zeile) => !zeile.includes("422")),
        [],
      );
      await page.context().close();
    });

  test("with the keyboard alone", async () => {
    const page = await browser.neueSeite();
    await page.goto(`${haus.adresse}/leistungen/unterhaltsvorschuss`);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), "Zum Inhalt springen");
    await page.keyboard.press("Enter");
    const zu = async (name: string) => {
      for (let schritt = 0; schritt < 40; schritt++) {
        await page.keyboard.press("Tab");
        if (
          await page.evaluate(
            (wort) =>
              document.activeElement?.textContent?.trim().startsWith(wort) ||
              (document.activeElement as HTMLInputElement)?.name === wort,
            name,
          )
        )
          return;
      }
      assert.fail(`„${name}“ is not reached by Tab`);
    };
    await zu("Antrag beginnen");
    await page.keyboard.press("Enter");
    await page.waitForURL(/seite\/kind/);
    await zu("vornamen");
    await page.keyboard.type("Mia");
    await zu("Speichern und weiter");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    assert.equal(
      await page.evaluate(() => document.activeElement?.hasAttribute("data-fehlerliste")),
      true,
      "the error summary has the focus",
    );
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement)?.name), "nachname");
    await page.context().close();
  });

  test("a guest goes on with the code, on another device, and prints for signature; the office takes the paper in", async () => {
    const page = await browser.neueSeite({ ohneJs: true });
    await page.goto(`${haus.adresse}/leistungen/unterhaltsvorschuss`);
    await page.getByRole("button", { name: "Antrag beginnen" }).click();
    const code = await page.locator(".code").innerText();
    assert.match(code, /^(?:[A-Z0-9]{4}-){3}[A-Z0-9]{4}$/);
    await pruefe(page, "gast-code");
    await fuelle(page, {
      "Vornamen des Kindes": "Emil",
      "Nachname des Kindes": "Schulte",
      "Geburtsdatum des Kindes": "9.9.2019",
    });
    await page.getByRole("button", { name: "Speichern und weiter" }).click();

    const anderes = await browser.neueSeite({ breite: 320, ohneJs: true });
    await anderes.goto(`${haus.adresse}/antrag/weiter`);
    await pruefe(anderes, "weiter");
    await anderes.getByRole("textbox", { name: "Code" }).fill("AAAA-AAAA-AAAA-AAAA");
    await anderes.getByRole("button", { name: "Weiter" }).click();
    assert.match(await anderes.getByRole("alert").innerText(), /keinen Antrag/);
    await anderes.getByRole("textbox", { name: "Code" }).fill(code.toLowerCase().replaceAll("-", " "));
    await anderes.getByRole("button", { name: "Weiter" }).click();
    const rest = { ...angaben, anschrift: { Straße: "Lindenweg", Hausnummer: "2", Postleitzahl: "00401", Ort: "Musterstadt" } };
    for (let seite = schluesselDer(anderes); seite !== ""; seite = schluesselDer(anderes)) {
      await fuelle(anderes, rest[seite as keyof typeof rest] ?? assert.fail(seite));
      await anderes.getByRole("button", { name: "Speichern und weiter" }).click();
    }
    await pruefe(anderes, "gast-pruefen");
    await anderes.getByRole("button", { name: "Antrag zum Ausdrucken" }).click();
    const papiercode = await anderes.locator(".code").innerText();
    await pruefe(anderes, "gast-druck");

    const amt = await browser.neueSeite({ ohneJs: true });
    await amt.goto(`${haus.adresse}/amt/papier`);
    await meldeAn(amt, /^Sabine Sandmann/);
    await amt.getByRole("button", { name: "Antrag annehmen" }).click();
    await pruefe(amt, "amt-papier-fehler");
    await fuelle(amt, {
      "Code des Ausdrucks": papiercode,
      "Vornamen der antragstellenden": "Berta",
      "Nachname der antragstellenden": "Schulte",
    });
    await amt.getByRole("button", { name: "Antrag annehmen" }).click();
    assert.match(amt.url(), /\/amt\/vorgang\//);
    for (const seite of [page, anderes, amt]) await seite.context().close();
  });

  test("a log-in of low trust is told what is missing, and cannot submit", async () => {
    const page = await browser.neueSeite({ ohneJs: true });
    await page.goto(`${haus.adresse}/anmeldung?ziel=/leistungen/unterhaltsvorschuss`);
    await meldeAn(page, /^Berta Schulte/);
    await page.getByRole("button", { name: "Antrag beginnen" }).click();
    const rest = {
      ...angaben,
      kind: { "Vornamen des Kindes": "Emil", "Nachname des Kindes": "Schulte", "Geburtsdatum des Kindes": "9.9.2019" },
      anschrift: { Straße: "Lindenweg", Hausnummer: "2", Postleitzahl: "00401", Ort: "Musterstadt" },
    };
    for (let seite = schluesselDer(page); seite !== ""; seite = schluesselDer(page)) {
      await fuelle(page, rest[seite as keyof typeof rest] ?? assert.fail(seite));
      await page.getByRole("button", { name: "Speichern und weiter" }).click();
    }
    assert.match(await page.getByRole("main").innerText(), /reicht für diesen Antrag nicht aus/);
    const trotzdem = await frage(page, "POST", new URL(page.url()).pathname.replace("pruefen", "einreichen"), "erklaerung=ja");
    assert.equal(trotzdem.statusCode, 403);
    await pruefe(page, "niveau-zu-niedrig");
    await page.context().close();
  });
});
