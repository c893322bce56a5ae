import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { pruefeDatei } from "#protokollkette";
import { antragFuer, createBevoelkerung } from "../../demo/bevoelkerung/index.ts";
import { reicheEin } from "../../demo/einreichen.ts";
import { alsStrom } from "../helpers/kette.ts";
import { konsole, oeffneBrowser, pruefeAnsicht as pruefe, type TestBrowser } from "./browser.ts";
import { type Haus, meldeAn, oeffneHaus } from "./haus.ts";

const bevoelkerung = createBevoelkerung();

describe("the log's chain in the browser", () => {
  let browser: TestBrowser;
  let haus: Haus;
  before(async () => {
    [browser, haus] = [await oeffneBrowser(), await oeffneHaus()];
    const { system, musterstadt } = haus.stadt;
    const person = bevoelkerung.getPersona("anna");
    const lage = antragFuer(bevoelkerung, person, bevoelkerung.getPerson(person.kinder.at(-1) ?? ""));
    const id = await system.db.inTransaction({ mandant: musterstadt.id }, (tx) =>
      reicheEin(system, tx, { ...lage, fuerVormonat: false }, "kette:anna"),
    );
    await haus.stadt.warteBis("registers asked", async () =>
      system.db.inTransaction({ mandant: musterstadt.id }, async (tx) => {
        const { rows } = await tx.query<{ n: number }>(
          "select count(*) as n from abruf_ausgang a join abruf b using (mandant_id, id) where b.vorgang_id = $1",
          [id],
        );
        return (rows[0]?.n ?? 0) > 0;
      }),
    );
    await system.kette.schliesse(musterstadt.id);
  });
  after(async () => {
    await browser.close();
    await haus.close();
  });

  for (const [ansicht, optionen] of [
    ["with JavaScript, light, 1280 px", { breite: 1280 }],
    ["without JavaScript, dark, 320 px", { breite: 320, dunkel: true, ohneJs: true }],
  ] as const) {
    test(`the audit office sees the state, checks, is told of a forged entry, and takes a file (${ansicht})`, async () => {
      const page = await browser.neueSeite(optionen);
      await page.goto(`${haus.adresse}/amt/protokoll/kette`);
      await meldeAn(page, /Datenschutzbeauftragte/);
      await page.goto(`${haus.adresse}/amt/protokoll/kette`);
      await pruefe(page, `kette-${optionen.breite}`);
      await page.getByRole("button", { name: "Neueste Stapel jetzt prüfen" }).click();
      assert.match(await page.getByRole("main").innerText(), /Das Protokoll ist unversehrt/);
      await pruefe(page, `kette-geprueft-${optionen.breite}`);

      await page.getByRole("textbox", { name: "Einträge ab" }).fill("morgen");
      await page.getByRole("button", { name: "Datei holen" }).click();
      assert.match(await page.getByRole("alert").first().innerText(), /Bitte tragen Sie einen Tag ein/);
      await pruefe(page, `kette-fehler-${optionen.breite}`);
      await page.getByRole("textbox", { name: "Einträge ab" }).fill("");
      await page.getByRole("textbox", { name: "Anlass" }).fill("Prüfung der Jahresrechnung");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Datei holen" }).click(),
      ]);
      const datei = await readFile(await download.path());
      const ergebnis = await pruefeDatei(alsStrom(datei));
      assert.deepEqual(ergebnis.befunde, []);
      assert.match(datei.toString(), /Prüfung der Jahresrechnung/, "who took it stands in what was taken");
      if (optionen.breite === 1280)
        assert.deepEqual(
          konsole(page).filter((zeile) => !/422/.test(zeile)),
          [],
        );
    });

    test(`a person sees the head over their entries and keeps a proof that verifies (${ansicht})`, async () => {
      const page = await browser.neueSeite(optionen);
      await page.goto(`${haus.adresse}/datenschutz`);
      await meldeAn(page, /^Anna Beispiel/);
      await pruefe(page, `cockpit-kette-${optionen.breite}`);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Meinen Nachweis herunterladen" }).click(),
      ]);
      const datei = await readFile(await download.path());
      const koepfe = await page.goto(`${haus.adresse}/.well-known/fachwerk-protokoll`);
      const oeffentlich = (await koepfe?.json()) as { schluessel: { oeffentlich: string }[] };
      const ergebnis = await pruefeDatei(alsStrom(datei), { schluessel: oeffentlich.schluessel.map((each) => each.oeffentlich) });
      assert.deepEqual(ergebnis.befunde, []);
      assert.ok(ergebnis.zeilen > 0);
      assert.ok(!/"art":"(vorgang|protokoll)/.test(datei.toString()), "nothing but the person's own cockpit");
    });
  }

  test("what was forged is told on the page, with the name of the entry", async () => {
    const { system, musterstadt, urls } = haus.stadt;
    await system.kette.schliesse(musterstadt.id);
    const pg = await import("pg");
    const client = new pg.default.Client({ connectionString: urls.ownerUrl });
    await client.connect();
    await client.query(
      'update protokoll_inhalt set daten = daten || \'{"anlass":"nichts"}\' where mandant_id = $1 and id = (select min(id) from protokoll_inhalt where mandant_id = $1)',
      [musterstadt.id],
    );
    await client.end();
    const page = await browser.neueSeite({ breite: 1280 });
    await page.goto(`${haus.adresse}/amt/protokoll/kette`);
    await meldeAn(page, /Datenschutzbeauftragte/);
    await page.goto(`${haus.adresse}/amt/protokoll/kette`);
    await page.getByRole("button", { name: "Neueste Stapel jetzt prüfen" }).click();
    const text = await page.getByRole("main").innerText();
    assert.match(text, /Das Protokoll ist nicht unversehrt/);
    assert.match(text, /protokoll \d+ \(Stapel \d+, Stelle \d+\): wurde verändert/);
    await pruefe(page, "kette-gefaelscht");
  });
});
