import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { eroeffneAntrag } from "#antraege";
import { findSollstellung } from "#gebuehren";
import { getLeistung } from "#leistungen";
import { antragFuer, createBevoelkerung } from "../../demo/bevoelkerung/index.ts";
import { reicheEin } from "../../demo/einreichen.ts";
import { bildschirmfoto, konsole, oeffneBrowser, pruefeAxe, pruefeBreite, type TestBrowser } from "./browser.ts";
import { fuelle, type Haus, meldeAn, oeffneHaus } from "./haus.ts";

const bevoelkerung = createBevoelkerung();

describe("a fee, from the page of the person to the receipt and back over the counter", () => {
  let browser: TestBrowser;
  let haus: Haus;
  let vorgangId: string;
  const anna = bevoelkerung.getPersona("anna");
  before(async () => {
    browser = await oeffneBrowser();
    haus = await oeffneHaus();
    const { system, musterstadt } = haus.stadt;
    const lage = antragFuer(bevoelkerung, anna, bevoelkerung.getPerson(anna.kinder.at(-1) ?? ""));
    vorgangId = await system.db.inTransaction({ mandant: musterstadt.id }, (tx) => reicheEin(system, tx, lage, "gebuehr:anna"));
  });
  after(async () => {
    await browser.close();
    await haus.close();
  });

  const oeffne = async (bezeichnung: string, betragCent: number) => {
    const { system, musterstadt } = haus.stadt;
    const [soll] = system.gebuehren.bereiteVor({
      mandant: musterstadt,
      vorgang: { id: vorgangId, aktenzeichen: "MB-26-AAAA-BBBB", leistung: "unterhaltsvorschuss" },
      bezeichnung,
      schuldner: { person: system.secrets.pseudonym(`idnr:${anna.idnr}`), vornamen: "Anna", nachname: "Beispiel" },
      ueberPostfach: true,
      forderungen: [{ art: "gebuehr", titel: `Gebühr für ${bezeichnung}`, norm: "Gebührensatzung § 2 (Demo)", betragCent }],
    });
    assert.ok(soll);
    await system.db.inTransaction({ mandant: musterstadt.id }, (tx) => system.gebuehren.eroeffne(tx, [soll], randomUUID()));
    return soll;
  };
  /** Each page at both sizes; what both look like the same, axe reads once. */
  const pruefe = async (page: Page, name: string) => {
    await pruefeBreite(page);
    await bildschirmfoto(page, name);
    if (!/-(anbieter|laeuft|abgebrochen|weiter|bezahlt)-320$/.test(name)) await pruefeAxe(page);
  };
  /** What the browser would download, with its cookies. */
  const hole = async (page: Page, url: string) => {
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    return haus.stadt.web.inject({ url, headers: { host: "musterstadt.localhost", cookie } });
  };
  const inhalt = (page: Page) => page.getByRole("main").innerText();

  for (const [ansicht, optionen, ding] of [
    ["with JavaScript", { breite: 1280 }, "die Meldebescheinigung"],
    ["without JavaScript, 320 px, dark", { breite: 320, dunkel: true, ohneJs: true }, "den Bewohnerparkausweis"],
  ] as const)
    test(`the payment page is closed half-way, found again, cancelled, paid; the truth is told each time (${ansicht})`, async () => {
      const soll = await oeffne(ding, 1_350);
      const breite = String(optionen.breite);
      const page = await browser.neueSeite(optionen);
      await page.goto(`${haus.adresse}/anmeldung?ziel=/mein`);
      await meldeAn(page, /^Anna Beispiel/);
      await pruefe(page, `gebuehr-mein-${breite}`);
      await page.getByRole("link", { name: ding }).click();
      await pruefe(page, `gebuehr-${breite}`);

      await page.getByRole("button", { name: /13,50.*online bezahlen/ }).click();
      await pruefe(page, `gebuehr-weiter-${breite}`);
      await page.getByRole("link", { name: "Zur Bezahlseite" }).click();
      assert.match(await inhalt(page), /13,50.*Stadt Musterstadt/s);
      await pruefe(page, `gebuehr-anbieter-${breite}`);

      // The page of the provider is closed; days later the person comes back.
      await page.goto(`${haus.adresse}/gebuehren/${soll.id}`);
      assert.match(await inhalt(page), /Zahlung noch nicht bestätigt.*nichts doppelt/s);
      await pruefe(page, `gebuehr-laeuft-${breite}`);
      await page.getByRole("button", { name: "Mit der Zahlung weitermachen" }).click();
      await page.getByRole("link", { name: "Zur Bezahlseite" }).click();
      await page.getByRole("button", { name: "Abbrechen" }).click();
      assert.match(await inhalt(page), /Nicht bezahlt.*nichts abgebucht/s);
      await pruefe(page, `gebuehr-abgebrochen-${breite}`);

      await page.getByRole("link", { name: "Noch einmal versuchen" }).click();
      await page.getByRole("button", { name: /online bezahlen/ }).click();
      await page.getByRole("link", { name: "Zur Bezahlseite" }).click();
      // The provider takes the money and then says nothing: whoever comes back must not read that it is paid.
      haus.zahlung.melde("verloren");
      await page.getByRole("radio", { name: /Wero/ }).check();
      const bezahlseite = page.url();
      haus.zahlung.steuere("fehler");
      await page.getByRole("button", { name: "Bezahlen" }).click();
      assert.match(await inhalt(page), /Wir warten auf die Bestätigung.*nicht verloren/s);
      await pruefe(page, `gebuehr-wartet-${breite}`);
      haus.zahlung.steuere("normal");
      haus.zahlung.melde("normal");
      await haus.stadt.warteBis("confirmed", async () => {
        await page.reload();
        return /Vielen Dank/.test(await inhalt(page));
      });
      await pruefe(page, `gebuehr-bezahlt-${breite}`);
      const quittung = await hole(page, `/gebuehren/${soll.id}/quittung.pdf`);
      assert.equal(quittung.headers["content-type"], "application/pdf");
      assert.equal(quittung.rawPayload.subarray(0, 5).toString(), "%PDF-");
      await page.goto(bezahlseite);
      assert.match(await inhalt(page), /schon beendet/);
      // The provider's refusals above are answers of status 500 to the server, not to the browser: nothing to complain about here.
      assert.deepEqual(konsole(page), []);
      await page.context().close();
    });

  test("a record on paper is made when it is paid: asked for, paid at the counter, on its way (without JavaScript, 320 px)", async () => {
    const page = await browser.neueSeite({ breite: 320, ohneJs: true });
    const { system, musterstadt } = haus.stadt;
    const { idnr, vornamen, nachname } = bevoelkerung.getPersona("maria");
    const id = await system.db.inTransaction({ mandant: musterstadt.id }, async (tx) => {
      const person = { person: system.secrets.pseudonym(`idnr:${idnr}`), idnr, vornamen, nachname, email: null };
      const schriftform = { art: "anmeldung", vertrauensniveau: "substantiell" } as const;
      const einreichung = { kanal: "online", person, schriftform, einwilligungPostfach: true } as const;
      const antworten = { umfang: { umfang: "einfach" }, form: { form: "papier" } };
      return (
        await eroeffneAntrag(system, tx, {
          leistung: getLeistung("meldebescheinigung"),
          antworten: antworten as never,
          einreichung,
          transaktion: "mb:maria",
        })
      ).vorgangId;
    });
    await page.goto(`${haus.adresse}/anmeldung?ziel=/vorgang/${id}`);
    await meldeAn(page, /^Maria Rossi/);
    await haus.stadt.warteBis("asked for the fee", async () => {
      await page.reload();
      return /Bitte bezahlen Sie 10,00.*Jetzt bezahlen/s.test(await inhalt(page));
    });
    await pruefe(page, "vorkasse-status");
    await page.getByRole("link", { name: "Jetzt bezahlen" }).click();
    const kassenzeichen = /Kassenzeichen\s+(\d{4} \d{4} \d{4})/.exec(await inhalt(page))?.[1] ?? "";

    const kasse = await browser.neueSeite({ breite: 1280 });
    await kasse.goto(`${haus.adresse}/amt/gebuehren`);
    await meldeAn(kasse, /^Ruth Abraham/);
    await fuelle(kasse, { Kassenzeichen: kassenzeichen });
    await kasse.getByRole("button", { name: "Öffnen" }).click();
    await kasse.getByRole("radio", { name: "Karte", exact: true }).check();
    await kasse.getByRole("button", { name: "Zahlung verbuchen" }).click();
    assert.match(await inhalt(kasse), /bezahlt/);

    await haus.stadt.warteBis("made", async () => {
      await page.goto(`${haus.adresse}/vorgang/${id}`);
      return /Gebühr bezahlt/.test(await inhalt(page)) && !/Bitte bezahlen/.test(await inhalt(page));
    });
    for (const seite of [page, kasse]) await seite.context().close();
  });

  test("the counter: list, search, cash, receipt, refund with a second person", async () => {
    const soll = await oeffne("die Ausnahmegenehmigung", 8_000);
    const page = await browser.neueSeite({ breite: 1280 });
    await page.goto(`${haus.adresse}/amt/gebuehren?sortierung=betrag`);
    await meldeAn(page, /^Sabine Sandmann/);
    await pruefe(page, "gebuehr-amt-liste");
    await page.getByRole("textbox", { name: "Kassenzeichen" }).fill("1234");
    await page.getByRole("button", { name: "Öffnen" }).click();
    assert.match(await inhalt(page), /kein Kassenzeichen/);
    await page.goto(`${haus.adresse}/amt/gebuehren/suche?kassenzeichen=${soll.kassenzeichen}`);
    await page.getByRole("button", { name: "Zahlung verbuchen" }).click();
    await pruefe(page, "gebuehr-amt-fehler");
    await page.getByRole("radio", { name: "Bar", exact: true }).check();
    await page.getByRole("button", { name: "Zahlung verbuchen" }).click();
    assert.match(await inhalt(page), /bezahlt.*80,00/s);
    await fuelle(page, { "Betrag der Erstattung": "60,00", Grund: "Gebühr zu hoch festgesetzt" });
    await page.getByRole("group", { name: "Auf welchem Weg?" }).getByRole("radio", { name: "Bar am Schalter" }).check();
    await page.getByRole("button", { name: "Erstattung anordnen" }).click();
    assert.match(await inhalt(page), /andere Person mit dem Recht zur Freigabe/);
    await pruefe(page, "gebuehr-amt-wartet");
    await page.context().close();

    const leitung = await browser.neueSeite({ breite: 320, ohneJs: true, dunkel: true });
    await leitung.goto(`${haus.adresse}/anmeldung?als=amt&ziel=/amt/gebuehren/${soll.id}`);
    await meldeAn(leitung, /^Renate Köhler/);
    await pruefe(leitung, "gebuehr-amt-freigabe");
    await leitung.getByRole("button", { name: "Freigeben" }).click();
    await haus.stadt.warteBis("refunded", async () => {
      const zeile = await haus.stadt.system.db.inTransaction({ mandant: haus.stadt.musterstadt.id }, (tx) =>
        findSollstellung(tx, soll.id),
      );
      return zeile?.stand.erstattetCent === 6_000;
    });
    await leitung.goto(`${haus.adresse}/amt/gebuehren?filter=alle`);
    await pruefe(leitung, "gebuehr-amt-liste-320");
    const csv = await hole(leitung, "/amt/gebuehren.csv?filter=alle");
    assert.match(csv.payload, new RegExp(`${soll.kassenzeichen.slice(8)};.*80,00;80,00;60,00;0,00`));
    await leitung.context().close();
  });
});
