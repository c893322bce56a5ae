import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import type { Antworten } from "#baukasten";
import { findAkte } from "#bearbeitung";
import type { Tx } from "#db";
import { getLeistung } from "#leistungen";
import { bildschirmfoto, oeffneBrowser, pruefeAxe, pruefeBreite, type SeitenOptionen, type TestBrowser } from "./browser.ts";
import { fuelle, type Haus, meldeAn, oeffneHaus } from "./haus.ts";

const ansichten: Record<string, SeitenOptionen> = {
  "with JavaScript, 1280 px": { breite: 1280 },
  "without JavaScript, 320 px": { breite: 320, ohneJs: true },
};
const SEITE = { name: "schule.png", mimeType: "image/png" };
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

describe("a child that gets Kindergeld turns eighteen", () => {
  let browser: TestBrowser;
  let haus: Haus;
  let nummer = 0;
  before(async () => {
    browser = await oeffneBrowser();
    haus = await oeffneHaus();
  });
  after(async () => {
    await browser.close();
    await haus.close();
  });

  const tue = <T>(fn: (tx: Tx) => Promise<T>) => haus.stadt.system.db.inTransaction({ mandant: haus.stadt.familienkasse.id }, fn);
  async function bewilligt(): Promise<string> {
    const { system, uhr, warteBis } = haus.stadt;
    uhr.set("2026-03-02T09:00:00+01:00");
    const anna = haus.register.bevoelkerung.getPersona("anna");
    const mia = haus.register.bevoelkerung.getPerson(anna.kinder[0] ?? "");
    const geburtsdatum = "2009-01-20";
    Object.assign(mia, { geburtsdatum, einzugsdatum: geburtsdatum });
    const { idnr, vornamen, nachname, iban } = anna;
    const antworten = {
      kind: { vornamen: mia.vornamen, nachname: mia.nachname, geburtsdatum, idnr: mia.idnr },
      kindschaft: { art: "eigenes" },
      anschrift: anna.anschrift,
      zuhause: { wo: "beiMir", seit: geburtsdatum },
      staatsangehoerigkeit: { staat: "deutsch" },
      ausland: { bekommt: false, arbeitet: false },
      konto: { iban, inhaber: `${vornamen} ${nachname}` },
      nachricht: {},
    } as Antworten;
    const person = { person: system.secrets.pseudonym(`idnr:${idnr}`), idnr, vornamen, nachname, email: null };
    const wie = { kanal: "online", person, schriftform: { art: "nichtNoetig" }, einwilligungPostfach: true } as const;
    const { vorgangId } = await tue((tx) =>
      eroeffneAntrag(system, tx, {
        leistung: getLeistung("kindergeld"),
        antworten,
        einreichung: wie,
        transaktion: `kg:${nummer++}`,
      }),
    );
    await warteBis("granted", async () => (await tue((tx) => findAkte(tx, vorgangId)))?.stand.phase === "zugestellt");
    return vorgangId;
  }
  /** A round of the day, until the newest change has come as far as it goes by itself. */
  async function runde(id: string, phase: string): Promise<void> {
    const { system, familienkasse, warteBis } = haus.stadt;
    await system.dauerleistungen.pruefeLaufende(familienkasse.id);
    await warteBis(phase, () =>
      tue(async (tx) => {
        const neueste = (await system.dauerleistungen.lies(tx, id))?.aenderungen.at(-1);
        return neueste && (await findAkte(tx, neueste.vorgangId))?.stand.phase === phase;
      }),
    );
  }

  for (const [ansicht, optionen] of Object.entries(ansichten))
    test(`asked in time, answered with a certificate: ${ansicht}`, async () => {
      const id = await bewilligt();
      haus.stadt.uhr.set("2026-12-01T09:00:00+01:00");
      await runde(id, "zugestellt");
      await runde(id, "wartetAufBuerger");
      const page = await browser.neueSeite(optionen);
      const pruefe = async (name: string) => {
        await pruefeAxe(page);
        await pruefeBreite(page);
        await bildschirmfoto(page, `achtzehn-${optionen.breite}-${name}`);
      };
      await page.goto(`${haus.familienkasse}/vorgang/${id}`);
      await meldeAn(page, /^Anna Beispiel/);
      assert.match(await page.getByRole("main").innerText(), /wartet auf Ihre Antwort/);
      await pruefe("laufend");
      await page.getByRole("link", { name: "Änderung melden" }).click();
      await pruefe("wahl");
      await page.getByRole("link", { name: /Das Kind ist 18 oder älter/ }).click();
      await page.getByRole("radio", { name: /geht zur Schule/ }).check();
      await fuelle(page, {
        "Seit wann?": "1.8.2025",
        "Voraussichtlich bis wann?": "31.7.2029",
        "Seit wann gilt das?": "20.1.2027",
      });
      const beleg = () => page.locator("input[type=file]").setInputFiles({ ...SEITE, buffer: Buffer.from(PNG, "base64") });
      await beleg();
      await page.getByRole("button", { name: "Änderung verbindlich melden" }).click();
      // What follows from the answer stands on the same page.
      await page.getByRole("heading", { name: "Arbeitet das Kind?" }).waitFor();
      await pruefe("formular");
      await fuelle(page, { "Arbeitszeit in der Woche": "0" });
      for (const gruppe of [/schon eine Berufsausbildung/, /nur ein Minijob/])
        await page.getByRole("group", { name: gruppe }).getByRole("radio", { name: "Nein" }).check();
      await beleg();
      await page.getByRole("button", { name: "Änderung verbindlich melden" }).click();
      assert.match(await page.getByRole("main").innerText(), /Ihre Meldung ist eingegangen/);
      await runde(id, "beiSachbearbeitung");
      await pruefe("gemeldet");
      await tue(async (tx) => {
        const aenderungen = (await haus.stadt.system.dauerleistungen.lies(tx, id))?.aenderungen ?? [];
        const frage = await findAkte(tx, aenderungen.at(-2)?.vorgangId ?? "");
        assert.equal(frage?.stand.phase, "abgeschlossen", "the question is answered");
      });
    });
});
