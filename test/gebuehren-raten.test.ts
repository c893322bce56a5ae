import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import type { Antworten, Forderung } from "#baukasten";
import { findSollstellung, listeEreignisse, sollstandAus } from "#gebuehren";
import { getLeistung } from "#leistungen";
import { listeNachrichtenZumVorgang } from "#postfach";
import { amtsperson, baueStadt, buerger, type Stadt } from "./helpers/stadt.ts";

const anna = "a".repeat(64);
const sabine = { kennung: "sabine", name: "Sabine" };

/** What becomes of a levy that is not paid at once: due days, surcharge, instalments, and an instalment that stays away. */
describe("late, and in instalments", () => {
  let stadt: Stadt;
  let vorgangId: string;
  before(async () => {
    stadt = await baueStadt();
    const person = { person: anna, idnr: null, vornamen: "Anna", nachname: "Beispiel", email: null };
    const schriftform = { art: "anmeldung", vertrauensniveau: "substantiell" } as const;
    const einreichung = { kanal: "online", person, schriftform, einwilligungPostfach: true } as const;
    const antworten = { hund: { name: "Bello" } } as unknown as Antworten;
    const antrag = { leistung: getLeistung("hundesteuer"), antworten, einreichung, transaktion: "raten" };
    vorgangId = (await tue((tx) => eroeffneAntrag(stadt.system, tx, antrag))).vorgangId;
  });
  after(() => stadt.close());
  const am = (tag: string) => stadt.uhr.set(`${tag}T09:00:00+01:00`);
  const tue = <T>(fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  async function oeffne(betragCent = 12_000, mehr: Partial<Forderung> = {}) {
    am("2026-11-24");
    const mandant = await stadt.system.tenants.getById(stadt.musterstadt.id);
    const soll = stadt.system.gebuehren.bereiteVor({
      mandant,
      vorgang: { id: vorgangId, aktenzeichen: "HU-26-AAAA-AAAA", leistung: "hundesteuer" },
      bezeichnung: "Hundesteuer",
      schuldner: { person: anna, vornamen: "Anna", nachname: "Beispiel" },
      ueberPostfach: true,
      forderungen: [{ art: "jahresbetrag", titel: "Hundesteuer", norm: "§ 1", betragCent, ...mehr }],
    });
    await tue((tx) => stadt.system.gebuehren.eroeffne(tx, soll, randomUUID()));
    return soll;
  }
  const eine = async (betragCent = 12_000) => (await oeffne(betragCent))[0]?.id ?? assert.fail();
  const lies = (id: string) =>
    tue(async (tx) => {
      const zeile = (await findSollstellung(tx, id)) ?? assert.fail();
      assert.deepEqual(zeile.stand, sollstandAus(await listeEreignisse(tx, id)), "the state is the fold of the log");
      return zeile;
    });
  const tat = (sollstellungId: string, transaktion: string = randomUUID()) => ({
    mandantId: stadt.musterstadt.id,
    sollstellungId,
    transaktion,
    von: sabine,
  });
  const ueberweise = async (id: string, betragCent: number, tag: string) => {
    const { kassenzeichen } = await lies(id);
    const eingang = { kassenzeichen, betragCent, am: tag, beleg: randomUUID() };
    assert.equal((await stadt.system.gebuehren.verbucheUeberweisung(stadt.musterstadt.id, eingang)).art, "erledigt");
  };
  const { erhebe, pruefe } = {
    erhebe: () => stadt.system.gebuehren.erhebeSaeumnis(stadt.musterstadt.id),
    pruefe: () => stadt.system.gebuehren.pruefeRaten(stadt.musterstadt.id),
  };
  const gesagt = async (was: RegExp) => {
    const texte = (await tue((tx) => listeNachrichtenZumVorgang(tx, vorgangId))).map(({ text }) => text);
    assert.ok(
      texte.some((text) => was.test(text)),
      texte.join("\n---\n"),
    );
  };

  test("due days of the Mandant's Satzung: one claim each, together the whole", async () => {
    const { einstellungen } = stadt.musterstadt;
    const gebuehren = einstellungen.gebuehren ?? assert.fail();
    const faelligkeiten = { hundesteuer: { stichtage: ["02-15", "08-15"], quelle: "Demowert, keine Satzung" } };
    await stadt.system.tenants.change(stadt.musterstadt, { ...einstellungen, gebuehren: { ...gebuehren, faelligkeiten } });
    try {
      const soll = await oeffne(12_001, { von: "2027-01-01" });
      assert.deepEqual(
        soll.map(({ faelligAm, betragCent }) => [faelligAm, betragCent]),
        [
          ["2027-02-15", 6_001],
          ["2027-08-16", 6_000],
        ],
      );
      assert.equal(new Set(soll.map(({ kassenzeichen }) => kassenzeichen)).size, 2);
      const falsch = { hundesteuer: { stichtage: ["02-30"], quelle: "x" } };
      await assert.rejects(
        stadt.system.tenants.change(stadt.musterstadt, { ...einstellungen, gebuehren: { ...gebuehren, faelligkeiten: falsch } }),
      );
    } finally {
      await stadt.system.tenants.change(stadt.musterstadt, einstellungen);
    }
  });

  test("late: a surcharge each month begun, once however often it runs; money dated earlier takes it back", async () => {
    const id = await eine();
    am("2026-12-28");
    await erhebe();
    assert.equal((await lies(id)).offenCent, 12_000, "days of grace: 24 December is Thursday, the 27th a Sunday");
    am("2026-12-29");
    await Promise.all([erhebe(), erhebe()]);
    assert.deepEqual([(await lies(id)).offenCent, (await lies(id)).stand.zuschlag?.cent], [12_100, 100]);
    am("2027-01-25");
    await erhebe();
    assert.deepEqual((await lies(id)).stand.zuschlag, { cent: 200, monate: 2, norm: "§ 240 AO" });
    // The bank had the money within the days of grace; we read its statement now.
    await ueberweise(id, 12_000, "2026-12-27");
    assert.deepEqual([(await lies(id)).zustand, (await lies(id)).stand.zuschlag?.cent], ["bezahlt", 0]);
  });

  test("instalments: granted once, told to the person, paid online or by transfer one by one; nobody is reminded, nothing is added", async () => {
    const id = await eine();
    const { gebuehren } = stadt.system;
    const wunsch = { anzahl: 3, erste: "2027-01-15", grund: "Härte" };
    const einmal = tat(id);
    assert.deepEqual(await gebuehren.gewaehreRaten(einmal, wunsch), { art: "erledigt", neu: true });
    assert.deepEqual(await gebuehren.gewaehreRaten(einmal, wunsch), { art: "erledigt", neu: false });
    assert.equal((await gebuehren.gewaehreRaten(tat(id), wunsch)).art, "unzulaessig");
    await gesagt(/15\.01\.2027: 40,00.*15\.02\.2027: 40,00.*15\.03\.2027: 40,00/s);
    const cookie = await stadt.melde(stadt.musterstadt, buerger(anna));
    const seite = await stadt.web.inject({ url: `/gebuehren/${id}`, headers: { host: "musterstadt.localhost", cookie } });
    assert.match(seite.payload, /3\. Rate, 15\.03\.2027/);
    assert.match(seite.payload, /40,00.{1,8}online bezahlen/);
    am("2027-01-16");
    await ueberweise(id, 4_000, "2027-01-14");
    am("2027-02-20");
    await erhebe();
    await gebuehren.mahne(stadt.musterstadt.id);
    const { stand, offenCent } = await lies(id);
    assert.deepEqual([offenCent, stand.zuschlag, stand.gemahntAm], [8_000, undefined, undefined]);
    await ueberweise(id, 8_000, "2027-02-20");
    assert.equal((await lies(id)).zustand, "bezahlt");
  });

  test("an instalment stays away: reminded once after the Mandant's days, then the whole rest is due", async () => {
    const id = await eine();
    await stadt.system.gebuehren.gewaehreRaten(tat(id), { anzahl: 3, erste: "2027-01-15", grund: "Härte" });
    am("2027-01-29");
    assert.equal(await pruefe(), 0);
    am("2027-01-30");
    assert.equal(
      (await Promise.all([pruefe(), pruefe()])).reduce((a, b) => a + b),
      1,
    );
    await gesagt(/1\. Rate vom 15\.01\.2027.*40,00.*15\.02\.2027/s);
    am("2027-02-15");
    assert.equal(await pruefe(), 0, "the last day of the letter");
    am("2027-02-16");
    assert.equal(await pruefe(), 1);
    assert.equal(await pruefe(), 0);
    const { stand, offenCent } = await lies(id);
    assert.deepEqual([stand.ratenplan, offenCent, stand.gemahntAm], [undefined, 12_000, "2027-02-16"]);
    await gesagt(/ganzen Rest von 120,00/);
  });

  test("reminded, then paid: the plan goes on, and the next one is reminded of by itself", async () => {
    const id = await eine();
    await stadt.system.gebuehren.gewaehreRaten(tat(id), { anzahl: 2, erste: "2027-01-15", grund: "Härte" });
    am("2027-01-30");
    assert.equal(await pruefe(), 1);
    await ueberweise(id, 6_000, "2027-01-30");
    am("2027-02-20");
    assert.equal(await pruefe(), 0);
    am("2027-03-05");
    assert.equal(await pruefe(), 1);
    assert.equal((await lies(id)).stand.ratenplan?.gemahnt?.nummer, 2);
    await ueberweise(id, 6_000, "2027-03-05");
  });

  test("at the counter: the form grants, refuses nonsense beside the field, and ends", async () => {
    const id = await eine();
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("gudrun", ["sachbearbeitung:hundesteuer"]));
    const headers = { host: "musterstadt.localhost", cookie, "sec-fetch-site": "same-origin" };
    const sende = (was: string, felder: Record<string, string>) =>
      stadt.web.inject({
        method: "POST",
        url: `/amt/gebuehren/${id}/${was}`,
        headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ transaktion: randomUUID(), ...felder }).toString(),
      });
    const falsch = await sende("raten", { anzahl: "1", erste: "31.2.2027", ratengrund: "" });
    assert.equal(falsch.statusCode, 422);
    for (const text of [/2 bis 36 Raten/, /Tag der ersten Rate/, /warum Raten/]) assert.match(falsch.payload, text);
    assert.equal((await sende("raten", { anzahl: "4", erste: "15.1.2027", ratengrund: "Härte" })).statusCode, 303);
    assert.match((await stadt.web.inject({ url: `/amt/gebuehren/${id}`, headers })).payload, /4\. Rate, 15\.04\.2027/);
    assert.equal((await sende("raten-beenden", { endegrund: "Auf eigenen Wunsch" })).statusCode, 303);
    assert.equal((await lies(id)).stand.ratenplan, undefined);
  });
});
