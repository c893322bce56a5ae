import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { listeEntwuerfe } from "#antraege";
import { fixedClock } from "#clock";
import { listeAbrufeFuerPerson } from "#datenschutzcockpit";
import { listeAngeboteFuerPerson } from "#ereignisse";
import { jahrVon } from "#kalender";
import { listeNachrichten } from "#postfach";
import { FREMDE_BEHOERDE, fuehrerscheinVon, type Person } from "../demo/bevoelkerung/index.ts";
import { hatVorbereitbaren, reicheUmtauschEin } from "../demo/fuehrerscheinantrag.ts";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { baueStadt, buerger, type Stadt } from "./helpers/stadt.ts";

const HEUTE = "2026-11-24T09:00:00+01:00";
const art = "fuehrerscheinumtausch/umtauschtag";

/** Cards of 2002 to 2004 are to be exchanged by 19 January 2027, eight weeks from now. */
describe("a driving licence nearing its exchange date", () => {
  let stadt: Stadt;
  let register: AlleRegister;
  const registeruhr = fixedClock(HEUTE);
  let faellige: Person[];
  /** Who objects, who has applied already, and one of those who are invited. */
  let will: Person, hat: Person, eine: Person;
  before(async () => {
    register = await startRegister({ clock: registeruhr });
    stadt = await baueStadt({ ...register.umgebung }, HEUTE);
    await stadt.arbeite();
    faellige = register.bevoelkerung.von("musterstadt").filter((person) => {
      const schein = fuehrerscheinVon(person);
      if (!schein || schein.entzogen || schein.behoerde === FREMDE_BEHOERDE || person.gestorbenAm) return false;
      const jahr = Number(jahrVon(schein.ausgestelltAm));
      return jahr >= 2002 && jahr <= 2004 && person.geburtsdatum >= "1953-01-01";
    });
    [hat, will, eine] = faellige.filter((person) => person.kinder.length === 0 && hatVorbereitbaren(person)) as [
      Person,
      Person,
      Person,
    ];
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });

  const pseudonym = ({ idnr }: Person) => stadt.system.secrets.pseudonym(`idnr:${idnr}`);
  const angeboteVon = async (wer: Person) =>
    (await stadt.system.db.inTransaction({ person: pseudonym(wer) }, (tx) => listeAngeboteFuerPerson(tx, pseudonym(wer)))).filter(
      ({ leistung }) => leistung === "fuehrerscheinumtausch",
    );
  const abrufeVon = async (wer: Person) =>
    (
      await stadt.system.db.inTransaction({ person: pseudonym(wer) }, (tx) =>
        listeAbrufeFuerPerson(tx, pseudonym(wer), { ab: 0, anzahl: 50 }),
      )
    ).zeilen.filter(({ auskunft }) => auskunft === "umtausch");
  const inHaus = <T>(fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  const zaehle = (was: string) =>
    inHaus(async (tx) => Number((await tx.query<{ zahl: string }>(`select count(*) as zahl from ${was}`)).rows[0]?.zahl));
  const eingeladene = () => zaehle("angebot where leistung = 'fuehrerscheinumtausch'");
  const fertig = () =>
    stadt.warteBis(
      "the look is done",
      async () => (await zaehle("angebotslauf where leistung = 'fuehrerscheinumtausch' and art = 'fertig'")) > 0,
      60,
    );

  test("everybody whose day comes within half a year is invited, once; but for who objects, and who has applied", async () => {
    const seiten = Math.ceil(faellige.length / 100);
    assert.ok(seiten > 1, "more than a page of people");
    await stadt.system.ereignisse.ansprache.wuensche(pseudonym(will), art, false);
    await inHaus((tx) => reicheUmtauschEin(stadt.system, tx, hat, "von-selbst-gekommen"));

    // The register is out of order at first: nobody is invited, and nobody forgotten.
    register.steuere("oertlichesfahrerlaubnisregister", "fehler");
    await stadt.system.ereignisse.beginneTag(stadt.musterstadt.id);
    assert.equal(await stadt.system.ereignisse.beginneTag(stadt.musterstadt.id), 0, "once a day, whoever asks");
    await stadt.warteBis(
      "asked in vain",
      async () => (await zaehle("abruf a join abruf_ausgang g using (mandant_id, id) where a.auskunft = 'umtausch'")) > 0,
    );
    assert.equal(await eingeladene(), 0);
    register.steuere("oertlichesfahrerlaubnisregister", "normal");
    await fertig();

    assert.equal(await eingeladene(), faellige.length - 2);
    for (const wer of [will, hat]) assert.deepEqual(await angeboteVon(wer), []);
    for (const wer of faellige.filter((each) => each !== will && each !== hat))
      assert.equal((await angeboteVon(wer)).length, 1, wer.idnr);
  });

  test("the person reads which document, by when, why, on which norm, what follows, and how to object; the draft is filled in", async () => {
    const wer = eine;
    const schein = fuehrerscheinVon(wer);
    assert.ok(schein);
    const [angebot] = await angeboteVon(wer);
    const [nachricht] = await inHaus((tx) => listeNachrichten(tx, pseudonym(wer), { ab: 0, anzahl: 5 }));
    assert.match(
      nachricht?.text ?? "",
      /Fahrerlaubnisregister[\s\S]*19\.01\.2027[\s\S]*Pflicht[\s\S]*§ 24a Abs\. 2 FeV mit Anlage 8e[\s\S]*§ 48 Abs\. 1, § 49 StVG[\s\S]*widersprechen/,
    );
    assert.doesNotMatch(nachricht?.text ?? "", /liegen lassen/, "a duty is not left lying");
    const [entwurf] = await inHaus((tx) => listeEntwuerfe(tx, pseudonym(wer)));
    const { nummer, ausgestelltAm, behoerde } = schein;
    assert.deepEqual(entwurf?.antworten, { fuehrerschein: { nummer, ausgestelltAm, behoerde } });
    const cookie = await stadt.melde(stadt.musterstadt, buerger(pseudonym(wer), { idnr: wer.idnr }));
    const headers = { host: "musterstadt.localhost", cookie };
    const { payload } = await stadt.web.inject({ url: `/angebot/${angebot?.id}`, headers });
    for (const text of [nummer, "19.01.2027", "Der Umtausch ist Pflicht", "§ 24a Abs. 2 FeV", "Solche Nachrichten nicht mehr"])
      assert.ok(payload.includes(text), text);
    for (const text of ["passiert nichts", "Keine Angabe"]) assert.ok(!payload.includes(text), text);
    const cockpit = (await stadt.web.inject({ url: "/datenschutz", headers })).payload;
    for (const text of [
      "Örtliches Fahrerlaubnisregister",
      "An den Umtausch des Führerscheins erinnern",
      "Nummer des Führerscheins",
    ])
      assert.ok(cockpit.includes(text), text);
  });

  test("the look stands in the Datenschutzcockpit of everybody whom it named, of who objects too, and of nobody else", async () => {
    for (const wer of faellige) {
      const [abruf, ...weitere] = await abrufeVon(wer);
      assert.deepEqual([abruf?.ausgang, abruf?.norm.slice(0, 12), weitere], ["gefunden", "§ 24a Abs. 2", []]);
    }
    const genannt = new Set(faellige.map(({ idnr }) => idnr));
    const anderer = register.bevoelkerung
      .von("musterstadt")
      .find((each) => !genannt.has(each.idnr) && fuehrerscheinVon(each)) as Person;
    assert.deepEqual(await abrufeVon(anderer), []);
  });

  test("the look of a day begun anew, e.g. after a failure half-way: nobody is invited again, and no cockpit says it twice", async () => {
    const vorher = await eingeladene();
    const owner = new pg.Client({ connectionString: stadt.urls.ownerUrl });
    await owner.connect();
    await owner.query("delete from angebotslauf where leistung = 'fuehrerscheinumtausch'").finally(() => owner.end());
    await stadt.system.ereignisse.beginneTag(stadt.musterstadt.id);
    await fertig();
    for (const wer of faellige) assert.equal((await abrufeVon(wer)).length, 1);
    assert.equal(await eingeladene(), vorher);
  });

  test("the next day looks on, not back", async () => {
    stadt.uhr.set("2026-11-25T09:00:00+01:00");
    const vorher = await zaehle("abruf where auskunft = 'umtausch'");
    await stadt.system.ereignisse.beginneTag(stadt.musterstadt.id);
    await stadt.warteBis("asked", async () => (await zaehle("abruf where auskunft = 'umtausch'")) > vorher);
    assert.equal((await abrufeVon(eine)).length, 1);
  });
});
