import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Sitzung } from "#auth";
import { findNachEingangsnummer, findRechnung, listeRechnungen, type Rechnungsphase, rechnungsuebergaenge } from "#rechnungen";
import { findAmtsperson } from "../../demo/bevoelkerung/amtspersonen.ts";
import { besondere } from "../../demo/rechnungen/erzeuge.ts";
import { demoStammdaten } from "../../demo/rechnungen/lieferanten.ts";
import {
  bildschirmfoto,
  konsole,
  oeffneBrowser,
  pruefeAxe,
  pruefeBreite,
  type SeitenOptionen,
  type TestBrowser,
} from "./browser.ts";
import { type Haus, oeffneHaus } from "./haus.ts";

const breit = { breite: 1280 } as const;
const sichten = ["tafel", "alter", "skonto", "skontobilanz", "abweisungen", "durchlauf", "ausgeblieben", "fremde"];
const schmal = { breite: 320, dunkel: true, ohneJs: true } as const;

describe("an invoice in the browser, from upload to payment", () => {
  let browser: TestBrowser;
  let haus: Haus;
  let ordner: string;
  let dateien: ReturnType<typeof besondere>;
  before(async () => {
    [browser, haus] = [await oeffneBrowser(), await oeffneHaus()];
    const { system, musterstadt, uhr } = haus.stadt;
    dateien = besondere(uhr.today());
    await system.rechnungen.nimmStammdatenAn(musterstadt.id, demoStammdaten("musterstadt"));
    ordner = await mkdtemp(join(tmpdir(), "rechnungen-"));
    for (const [name, { bytes }] of Object.entries(dateien)) await writeFile(join(ordner, `${name}.xml`), bytes);
  });
  after(async () => {
    await browser.close();
    await haus.close();
  });

  const inhalt = (page: Page) => page.getByRole("main").innerText();
  const pruefe = async (page: Page, name: string) => {
    await pruefeBreite(page);
    // The page of an invoice comes by many times; axe reads what is new on it.
    if (
      !/^(iban-wartet|feststellen-1280|festgestellt|liste-klaeren|freigaben-danach|link-danach|bezahlt-amt|aufteilung)/.test(name)
    )
      await pruefeAxe(page);
    if (process.env.FACHWERK_BILDER) await bildschirmfoto(page, `rechnung-${name}`);
  };
  const knopf = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
  /** Logged in as one of the demo's people, as the log-in would have left it. */
  const als = async (stelle: string, pfad: string, optionen: SeitenOptionen = breit) => {
    const { kennung, name, rollen } = findAmtsperson(`musterstadt-${stelle}`) ?? assert.fail(stelle);
    const sitzung: Sitzung = { art: "amt", kennung, name, email: null, rollen: [...rollen], merkt: {} };
    const [, token = ""] = (await haus.stadt.melde(haus.stadt.musterstadt, sitzung)).split("=");
    const page = await browser.neueSeite(optionen);
    await page.context().addCookies([{ name: "sitzung", value: token, url: haus.adresse }]);
    await page.goto(`${haus.adresse}${pfad}`);
    return page;
  };
  const nimm = async (name: string, datei = dateien[name]) => {
    assert.ok(datei, name);
    const { system, musterstadt } = haus.stadt;
    const { rechnungId } = await system.rechnungen.nimmAn({
      mandantId: musterstadt.id,
      bytes: datei.bytes,
      dateiname: datei.dateiname,
      kanal: "api",
      absender: "probe",
      akteur: { art: "lieferant", weg: "probe" },
      transaktion: `browser:${name}`,
    });
    return rechnungId;
  };
  const lies = (id: string) =>
    haus.stadt.system.db.inTransaction({ mandant: haus.stadt.musterstadt.id }, (tx) => findRechnung(tx, id));
  const bis = (id: string, phase: string) => haus.stadt.warteBis(phase, async () => (await lies(id))?.stand.phase === phase);

  test("upload, changed IBAN, split, order by telephone, payment: a supplier and four people", async () => {
    const lieferant = await browser.neueSeite(breit);
    await lieferant.goto(`${haus.adresse}/rechnungen`);
    await pruefe(lieferant, "einreichen-1280");
    await lieferant.getByLabel("Ihre Rechnung").setInputFiles(join(ordner, "fehlerhaft.xml"));
    await knopf(lieferant, "Rechnung prüfen");
    assert.match(await inhalt(lieferant), /kann so nicht angenommen werden.*Das müssen Sie beheben/s);
    await pruefe(lieferant, "bericht-fehler-1280");
    await lieferant.getByRole("link", { name: "Berichtigte Rechnung prüfen" }).click();
    await lieferant.getByLabel("Ihre Rechnung").setInputFiles(join(ordner, "neueIban.xml"));
    await knopf(lieferant, "Rechnung prüfen");
    await pruefe(lieferant, "bericht-gut-1280");
    await knopf(lieferant, "Rechnung jetzt einreichen");
    await pruefe(lieferant, "beleg-1280");
    const nummer = new URL(lieferant.url()).searchParams.get("nummer") ?? "";
    const id = await haus.stadt.warteBis("stopped at the account", () =>
      haus.stadt.system.db.inTransaction({ mandant: haus.stadt.musterstadt.id }, async (tx) => {
        const zeile = await findNachEingangsnummer(tx, nummer);
        return zeile?.stand.phase === "ibanZuPruefen" && zeile.id;
      }),
    );
    await lieferant.reload();
    assert.doesNotMatch(await inhalt(lieferant), /IBAN|Konto/, "what is doubted is not told");

    const erste = await als("rechnungseingang", "/amt/rechnungen?filter=klaeren");
    await pruefe(erste, "liste-klaeren-1280");
    await erste
      .getByRole("link", {
        name: /Heizungsbau|Reinigung|Gartenbau|Bürobedarf|Elektro|Druckerei|IT-|Schreiner|Spedition|Maler|Fahrzeug|Catering/,
      })
      .first()
      .click();
    assert.equal(erste.url(), `${haus.adresse}/amt/rechnungen/${id}`);
    await pruefe(erste, "iban-erste-1280");
    await erste.getByRole("textbox", { name: "Wie haben Sie" }).fill("Rückruf unter der Nummer aus dem Vertrag");
    await knopf(erste, "Geprüft, weiter an die zweite Person");
    assert.match(await inhalt(erste), /Jetzt muss eine andere Person freigeben/);
    assert.equal(await erste.getByRole("button", { name: "Neue IBAN freigeben" }).count(), 0);
    await pruefe(erste, "iban-wartet-1280");

    const zweite = await als("kreditoren", `/amt/rechnungen/${id}`, schmal);
    await pruefe(zweite, "iban-zweite-320");
    await knopf(zweite, "Neue IBAN freigeben");
    await bis(id, "zuPruefen");

    const prueferin = await als("feststellung", `/amt/rechnungen/${id}`);
    await pruefe(prueferin, "feststellen-1280");
    await prueferin.getByRole("textbox", { name: "Betrag", exact: true }).first().fill("");
    await prueferin.getByRole("combobox", { name: "Kostenstelle 2" }).selectOption("40100");
    await knopf(prueferin, "Aufteilung prüfen");
    assert.match(await inhalt(prueferin), /passt auf den Cent/, "the line without an amount took the rest");
    await pruefe(prueferin, "aufteilung-1280");
    await prueferin.getByRole("textbox", { name: "Betrag", exact: true }).first().fill("100,00");
    await knopf(prueferin, "Sachlich und rechnerisch richtig");
    assert.match(await inhalt(prueferin), /30,74.€ zu viel.*Anteile ergeben/s);
    await pruefe(prueferin, "feststellen-fehler-1280");
    await prueferin.getByRole("textbox", { name: "Betrag", exact: true }).first().fill("");
    await prueferin.getByRole("textbox", { name: "Begründung" }).fill("Geprüft mit dem Lieferschein");
    await knopf(prueferin, "Sachlich und rechnerisch richtig");
    assert.match(await inhalt(prueferin), /Jetzt fehlt die Anordnung/);
    await pruefe(prueferin, "festgestellt-1280");

    // Two tabs, the back button and a double click end at one order.
    const telefon = await als("anordnung", "/amt/freigaben", schmal);
    await pruefe(telefon, "freigaben-320");
    const alterTab = await als("anordnung2", `/amt/rechnungen/${id}`);
    await pruefe(alterTab, "anordnen-1280");
    await telefon.getByText("Anordnen …").first().click();
    await pruefe(telefon, "freigabe-bestaetigen-320");
    await telefon
      .getByRole("button", { name: /^Ja, .* anordnen/ })
      .first()
      .dblclick();
    await telefon.waitForURL(/angeordnet=/);
    assert.match(await inhalt(telefon), /angeordnet/);
    await pruefe(telefon, "freigaben-danach-320");
    await knopf(alterTab, /zur Zahlung anordnen/);
    assert.match(await inhalt(alterTab), /Inzwischen ist mit dieser Rechnung etwas geschehen/);
    await alterTab.goBack();
    assert.equal(
      await alterTab.getByRole("button", { name: /zur Zahlung anordnen/ }).count(),
      0,
      "no old page comes out of a cache",
    );
    await bis(id, "quittiert");
    haus.finanzen.buch.zahle("musterstadt");
    await haus.stadt.system.rechnungen.gleicheAb(haus.stadt.musterstadt.id);
    await lieferant.reload();
    assert.match(await inhalt(lieferant), /Bezahlt\s/);
    await pruefe(lieferant, "bezahlt-1280");
    await alterTab.goto(`${haus.adresse}/amt/rechnungen/${id}`);
    await pruefe(alterTab, "bezahlt-amt-1280");
    for (const page of [lieferant, erste, prueferin])
      assert.deepEqual(
        konsole(page).filter((zeile) => !/422/.test(zeile)),
        [],
      );
    for (const page of [lieferant, erste, zweite, prueferin, telefon, alterTab]) await page.context().close();
  });

  test("twice the same: beside each other, one is done, one goes on with a reason", async () => {
    await bis(await nimm("einwandfrei"), "zuPruefen");
    const [dublette, aehnlich] = [await nimm("dublette"), await nimm("aehnlich")];
    await bis(dublette, "moeglicheDublette");
    await bis(aehnlich, "moeglicheDublette");
    const page = await als("rechnungseingang", `/amt/rechnungen/${dublette}`);
    assert.match(await inhalt(page), /schon einmal eingegangen.*Rechnungsnummer.*gleich/s);
    await pruefe(page, "dublette-1280");
    await knopf(page, "Als Dublette erledigen");
    assert.match(await inhalt(page), /Sie wird nicht bezahlt/);
    await page.goto(`${haus.adresse}/amt/rechnungen/${aehnlich}`);
    await knopf(page, "Keine Dublette, weiter");
    assert.match(await inhalt(page), /Bitte schreiben Sie, warum es keine Dublette ist/);
    await page.getByRole("textbox", { name: "Warum ist es keine Dublette?" }).fill("Zweite Lieferung, Lieferschein 4712");
    await knopf(page, "Keine Dublette, weiter");
    await bis(aehnlich, "zuPruefen");
    await page.context().close();
  });

  test("nobody's invoice, an unknown creditor, dearer than ordered, on paper", async () => {
    const [ohne, fremd, teurer] = [await nimm("ohneLeitweg"), await nimm("unbekannterLieferant"), await nimm("teurer")];
    await bis(ohne, "zuKlaeren");
    const page = await als("rechnungseingang", `/amt/rechnungen/${ohne}`);
    await pruefe(page, "zuordnen-1280");
    await page.getByRole("combobox", { name: "Amt" }).selectOption("schulamt");
    await knopf(page, "Zuordnen");
    assert.match(await inhalt(page), /ist dem Amt zugeordnet/);

    await bis(fremd, "kreditorUnklar");
    await page.goto(`${haus.adresse}/amt/rechnungen/${fremd}`);
    await page.getByRole("textbox", { name: "Kreditor suchen" }).fill("IT-Service");
    await page.getByRole("button", { name: "Suchen" }).click();
    await pruefe(page, "kreditor-1280");
    await page.getByRole("radio").first().check();
    await knopf(page, "Diesen Kreditor wählen");
    // Chosen by hand, the account is none of theirs: it stops again.
    await bis(fremd, "ibanZuPruefen");

    await bis(teurer, "zuPruefen");
    const prueferin = await als("feststellung", `/amt/rechnungen/${teurer}`);
    assert.match(await inhalt(prueferin), /weicht ab.*Preis 99,99.€ statt 26,30.€/s);
    await pruefe(prueferin, "teurer-1280");
    await knopf(prueferin, "Sachlich und rechnerisch richtig");
    assert.match(await inhalt(prueferin), /weicht außerhalb der Toleranz ab/);
    await prueferin.getByText("Rechnung abweisen", { exact: true }).first().click();
    await prueferin
      .getByRole("textbox", { name: "Text an den Lieferanten" })
      .fill("Vereinbart sind andere Preise. Bitte berichtigen Sie die Rechnung.");
    await knopf(prueferin, "Rechnung abweisen");
    assert.match(await inhalt(prueferin), /Der Lieferant erfährt den Grund/);

    const scan = await page.screenshot();
    await page.goto(`${haus.adresse}/amt/rechnungen/papier`);
    await page.getByLabel("Scan der Rechnung").setInputFiles({ name: "brief.pdf", mimeType: "application/pdf", buffer: scan });
    await knopf(page, "Scan anlegen");
    const papier = page.url().split("/").at(-1) ?? "";
    await bis(papier, "zuErfassen");
    await page.reload();
    await pruefe(page, "papier-1280");
    await page.getByRole("textbox", { name: "Lieferant" }).fill("Reinigung Adler GmbH & Co. KG");
    await page.getByRole("textbox", { name: "Rechnungsnummer" }).fill("P-4711");
    await page.getByRole("textbox", { name: "Rechnungsdatum" }).fill("20.11.2026");
    await page.getByRole("textbox", { name: "Rechnungsbetrag" }).fill("238,00");
    await page.getByRole("textbox", { name: "Leitweg-ID" }).fill("99001-SCHULE-00");
    await knopf(page, "Angaben übernehmen");
    assert.match(await inhalt(page), /bestätigen Sie, dass Sie die Angaben mit dem Scan verglichen haben/);
    assert.equal(await page.getByRole("textbox", { name: "Rechnungsnummer" }).inputValue(), "P-4711", "what was typed is kept");
    await page.getByRole("checkbox", { name: "Ich habe alle Angaben" }).check();
    await knopf(page, "Angaben übernehmen");
    await bis(papier, "zuKlaeren");
    for (const each of [page, prueferin]) await each.context().close();
  });

  test("a link in a mail shows the invoice, orders once by its button, and not for somebody else", async () => {
    const id = await nimm("skonto");
    await bis(id, "zuPruefen");
    const prueferin = await als("feststellung", `/amt/rechnungen/${id}`);
    await knopf(prueferin, "Sachlich und rechnerisch richtig");
    await prueferin.getByText("Jemanden per E-Mail um die Anordnung bitten").click();
    await prueferin.getByRole("combobox", { name: "Wer soll anordnen?" }).selectOption("musterstadt-anordnung");
    await knopf(prueferin, "Link schicken");
    const link = await haus.stadt.warteBis("mail", async () => {
      const mails = await (await fetch(`${haus.stadt.system.config.demoPost}/nachrichten`)).text();
      return /\/rechnungen\/freigabe\/[A-Za-z0-9_-]{20,}/.exec(mails)?.[0];
    });
    const fremde = await als("anordnung2", link);
    assert.match(await inhalt(fremde), /gilt für eine andere Person/);
    const telefon = await browser.neueSeite(schmal);
    await telefon.goto(`${haus.adresse}${link}`);
    await telefon.reload();
    assert.equal((await lies(id))?.stand.phase, "zuAnordnen", "looking orders nothing");
    await pruefe(telefon, "link-320");
    await knopf(telefon, /zur Zahlung anordnen/);
    assert.match(await inhalt(telefon), /angeordnet von Henriette Falkenberg/);
    await pruefe(telefon, "link-danach-320");
    await telefon.goto(`${haus.adresse}${link}`);
    assert.match(await inhalt(telefon), /schon benutzt/);
    for (const each of [prueferin, fremde, telefon]) await each.context().close();
  });

  for (const [ansicht, optionen] of [
    ["light, 1280 px", breit],
    ["dark, 320 px", { breite: 320, dunkel: true }],
  ] as const)
    test(`every page that is left stands the look (${ansicht})`, async () => {
      const { system, musterstadt } = haus.stadt;
      const phasen = await system.db.inTransaction({ mandant: musterstadt.id }, (tx) =>
        listeRechnungen(tx, {
          phasen: Object.keys(rechnungsuebergaenge) as Rechnungsphase[],
          aemter: null,
          sortierung: "aelteste",
          seite: 1,
          jeSeite: 100,
        }),
      );
      // Large ones were looked at on the way.
      const jePhase =
        optionen.breite === 1280 ? [] : [...new Map(phasen.zeilen.map(({ id, stand }) => [stand.phase, id])).entries()];
      const wege: Record<string, [string, string][]> = {
        rechnungseingang: [
          ["liste", "/amt/rechnungen?filter=alle&sortierung=betrag"],
          ["papier-neu", "/amt/rechnungen/papier"],
          ...(optionen.breite === 1280 ? sichten : ["tafel", "skonto", "durchlauf"]).map((sicht): [string, string] => [
            `sicht-${sicht}`,
            `/amt/rechnungen/auswertung?sicht=${sicht}`,
          ]),
          ...jePhase
            .filter(([phase]) => ["zuKlaeren", "ibanZuPruefen", "abgewiesen"].includes(phase))
            .map(([phase, id]): [string, string] => [phase, `/amt/rechnungen/${id}`]),
        ],
        feststellung: [
          ["liste-leer", "/amt/rechnungen?filter=alle&suche=gibtesnicht"],
          ...jePhase
            .filter(([phase]) => phase === "zuPruefen")
            .map(([phase, id]): [string, string] => [phase, `/amt/rechnungen/${id}`]),
        ],
        anordnung: [
          ["vertretung", "/amt/freigaben/vertretung"],
          ["freigaben-leer", "/amt/freigaben"],
        ],
      };
      for (const [stelle, pfade] of Object.entries(wege)) {
        const page = await als(stelle, "/amt/freigaben", optionen);
        for (const [name, pfad] of pfade) {
          await page.goto(`${haus.adresse}${pfad}`);
          await pruefe(page, `${name}-${optionen.breite}`);
        }
        await page.context().close();
      }
      const gast = await browser.neueSeite(optionen);
      await gast.goto(`${haus.adresse}/rechnungen/stand?nummer=RE-2026-000001&code=FALSCH`);
      await pruefe(gast, `stand-suche-${optionen.breite}`);
      await gast.goto(`${haus.adresse}/rechnungen`);
      await pruefe(gast, `einreichen-${optionen.breite}`);
      await gast.context().close();
    });
});
