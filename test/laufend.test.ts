import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Leistung, mitParametern, mitSatz, parameterVon } from "#baukasten";
import { findAkte, letzter } from "#bearbeitung";
import { listeBescheide } from "#bescheide";
import { type Aenderungsmeldung, createDauerleistungen, type Dauerleistungen, dauerstandAus } from "#dauerleistungen";
import type { Tx } from "#db";
import { listeFuerVorgang } from "#gebuehren";
import { listeAnordnungen } from "#kasse";
import { getLeistung } from "#leistungen";
import { listeNachrichtenZumVorgang } from "#postfach";
import { antragFuer, createBevoelkerung } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { baueStadt, buerger, type Stadt } from "./helpers/stadt.ts";

/** Figures of 2027 that nobody knows yet: invented here, to play a new year through. */
function mitSaetzenFuer2027(leistung: Leistung): Leistung {
  const neu: Record<string, unknown> = {
    mindestunterhalt: [50_000, 57_000, 67_000],
    kindergeldErstesKind: 26_000,
    mindesteinkommen: 60_000,
  };
  const ersatz = parameterVon(leistung).map((parameter) => {
    const wert = neu[parameter.schluessel] ?? parameter.saetze.at(-1)?.wert;
    const satz = { gueltigAb: "2027-01-01", wert, quelle: "Testwert, kein Gesetz" };
    return [parameter.schluessel, mitSatz(parameter, satz, "2027-12-31")];
  });
  return mitParametern(leistung, Object.fromEntries(ersatz));
}

describe("a benefit lives on", () => {
  const bevoelkerung = createBevoelkerung();
  const anna = bevoelkerung.getPersona("anna");
  const mia = bevoelkerung.getPerson(anna.kinder[0] ?? "");
  const tobias = bevoelkerung.getPersona("tobias");
  let register: AlleRegister;
  let stadt: Stadt;
  let heute: Dauerleistungen;
  /** The same house after the figures of 2027 are known and released. */
  let mit2027: Dauerleistungen;
  let nummer = 0;

  const tue = <T>(fn: (tx: Tx) => Promise<T>) => stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  const am = (tag: string) => stadt.uhr.set(`${tag}T08:00:00+01:00`);
  const akteVon = (id: string) => tue(async (tx) => (await findAkte(tx, id)) ?? assert.fail(`no Vorgang ${id}`));
  const runde = (dauer: Dauerleistungen) => dauer.pruefeLaufende(stadt.musterstadt.id);
  const lies = (dauer: Dauerleistungen, id: string) =>
    tue(async (tx) => (await dauer.lies(tx, id)) ?? assert.fail("does not run"));
  const plan = async (dauer: Dauerleistungen, id: string) =>
    Object.fromEntries([...(await lies(dauer, id)).stand.plan].map(([monat, cent]) => [monat, cent / 100]));

  /** Anna applies for a child born on that day, and it is granted. */
  async function bewilligt(tag: string, geboren: string): Promise<string> {
    am(tag);
    Object.assign(mia, { geburtsdatum: geboren, einzugsdatum: geboren, sgb2: null });
    const lage = { ...antragFuer(bevoelkerung, anna, mia), fuerVormonat: false, umUnterhaltBemueht: false };
    const id = await tue((tx) => reicheEin(stadt.system, tx, lage, `laufend:${nummer++}`));
    await stadt.system.bearbeitung.pruefe(stadt.musterstadt.id, id);
    await stadt.system.bearbeitung.fertige(stadt.musterstadt.id, id);
    assert.equal((await akteVon(id)).stand.phase, "zugestellt", JSON.stringify((await akteVon(id)).stand.gruende));
    return id;
  }
  /** The newest change of a grant, examined and, where it decides itself, noticed. Both twice: a job may run again. */
  async function neuesteAenderung(dauer: Dauerleistungen, id: string) {
    const aenderung = (await lies(dauer, id)).aenderungen.at(-1)?.vorgangId ?? assert.fail("no change");
    for (let lauf = 0; lauf < 2; lauf++) await dauer.pruefe(stadt.musterstadt.id, aenderung);
    await Promise.all(
      [dauer.fertige(stadt.musterstadt.id, aenderung), dauer.fertige(stadt.musterstadt.id, aenderung)].map((p) =>
        p.catch(() => {}),
      ),
    );
    await dauer.fertige(stadt.musterstadt.id, aenderung);
    return akteVon(aenderung);
  }
  const anzahl = (akte: { schritte: readonly { art: string }[] }, art: string) =>
    akte.schritte.filter((each) => each.art === art).length;
  const anordnungen = (id: string) => tue((tx) => listeAnordnungen(tx, id));
  const handlung = (id: string, nr: number) => ({
    mandantId: stadt.musterstadt.id,
    vorgangId: id,
    nummer: nr,
    transaktion: `hand:${nummer++}`,
    von: { art: "amt", kennung: "sabine", name: "Sabine Sandmann" } as const,
  });
  const meldung = (mehr: Partial<Aenderungsmeldung> & { ab: string }): Aenderungsmeldung => ({
    anlass: "meldung",
    grund: "Der andere Elternteil ist eingezogen.",
    seiten: {},
    kanal: "online",
    akteur: { art: "buerger", person: null },
    transaktion: `meldung:${nummer++}`,
    ...mehr,
  });

  before(async () => {
    register = await startRegister({ bevoelkerung });
    stadt = await baueStadt(register.umgebung, "2026-03-02T09:00:00+01:00");
    heute = stadt.system.dauerleistungen;
    mit2027 = createDauerleistungen({
      ...stadt.system,
      leistung: (schluessel) => mitSaetzenFuer2027(getLeistung(schluessel)),
      laufende: ["unterhaltsvorschuss"],
      // Invented figures cannot be released.
      versionen: { ...stadt.system.versionen, hindernis: async () => undefined },
    });
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });

  test("sixth birthday in a year that is not decided yet: decided with the year, two amounts, one notice, one order", async () => {
    const id = await bewilligt("2026-11-24", "2021-03-10");
    am("2026-11-30");
    assert.equal(await runde(heute), 0, "not yet December");
    am("2026-12-01");
    assert.equal(await runde(heute), 0, "the figures of 2027 are not known: nothing is guessed");
    assert.match((await lies(heute, id)).termin?.titel ?? "", /stehen noch nicht fest/);
    assert.equal(await runde(mit2027), 1);
    assert.equal(await runde(mit2027), 0, "a second round opens nothing");
    const akte = await neuesteAenderung(mit2027, id);
    assert.equal(akte.stand.phase, "zugestellt");
    assert.equal(akte.stand.automatisch, true);
    assert.equal(anzahl(akte, "beschieden"), 1);
    assert.deepEqual(await plan(mit2027, id), {
      "2026-11": 227,
      "2026-12": 227,
      "2027-01": 240,
      "2027-02": 240,
      "2027-03": 310,
      "2027-04": 310,
      "2027-05": 310,
      "2027-06": 310,
      "2027-07": 310,
      "2027-08": 310,
      "2027-09": 310,
      "2027-10": 310,
      "2027-11": 310,
      "2027-12": 310,
    });
    const [, neu, ...mehr] = await anordnungen(id);
    assert.deepEqual([neu?.art, neu?.plan.length, neu?.summeCent, mehr.length], ["aenderung", 12, 2 * 24_000 + 10 * 31_000, 0]);
    assert.equal(neu?.plan[0]?.faelligAm, "2026-12-31");
    assert.equal((await tue((tx) => listeNachrichtenZumVorgang(tx, akte.id))).length, 1);
    am("2027-03-10");
    assert.equal(await runde(mit2027), 0, "on the birthday itself everything is said and ordered");
    assert.equal((await lies(mit2027, id)).termin?.anlass, "verlaengerung");
  });

  test("twelfth birthday: only the Jobcenter is asked again; what it says against the child is heard first, then a person decides", async () => {
    const id = await bewilligt("2026-03-02", "2014-09-20");
    assert.equal((await plan(heute, id))["2026-09"], 394, "nobody asked for SGB II draws nothing");
    Object.assign(mia, { sgb2: { berechnung: { einkommenElternteilCent: 0, hilfebeduerftigkeitDurchUvVermeidbar: false } } });
    am("2026-07-21");
    await runde(heute);
    assert.equal((await lies(heute, id)).aenderungen.length, 0);
    am("2026-07-22");
    assert.equal(await runde(heute), 1);
    const akte = await neuesteAenderung(heute, id);
    const gefragt = letzter(akte.schritte, "nachweisAngefragt")?.abrufe.map(({ nachweis }) => nachweis);
    assert.deepEqual(gefragt, ["jobcenter"]);
    assert.equal(
      akte.stand.phase,
      "beiSachbearbeitung",
      "the answers say that the child draws nothing: a contradiction is for a person",
    );
    const { mandantId, ...tat } = handlung(akte.id, akte.nummer);
    assert.match(
      JSON.stringify(await heute.entscheide({ mandantId, ...tat }, "ganz", "Bürgergeld.", {})),
      /Vorher ist die Person anzuhören \(§ 24 Abs. 1 SGB X\)/,
    );
    assert.deepEqual(
      await heute.hoereAn(handlung(akte.id, akte.nummer), "Das Jobcenter hat uns den Bezug mitgeteilt.", "2026-08-12"),
      { art: "erledigt" },
    );
    assert.equal((await akteVon(akte.id)).stand.phase, "wartetAufBuerger");
    am("2026-08-13");
    await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
    const zurueck = await akteVon(akte.id);
    assert.equal(zurueck.stand.phase, "beiSachbearbeitung");
    assert.match(zurueck.stand.gruende?.join(" ") ?? "", /Anhörung.*keine Antwort/);
    assert.deepEqual(await heute.entscheide(handlung(akte.id, zurueck.nummer), "ganz", "Das Kind bezieht Bürgergeld.", {}), {
      art: "erledigt",
    });
    await heute.fertige(stadt.musterstadt.id, akte.id);
    const danach = await plan(heute, id);
    // 19 of 30 days of September at 394 euros, rounded up.
    assert.deepEqual([danach["2026-08"], danach["2026-09"], danach["2026-10"]], [299, 250, 0]);
    assert.equal((await anordnungen(id)).at(-1)?.art, "aenderung");
    assert.equal((await lies(heute, id)).stand.endetAb, "2026-09-20");
    Object.assign(mia, { sgb2: null });
  });

  test("eighteenth birthday: the person is told in time that it ends, and nothing comes after it", async () => {
    const id = await bewilligt("2026-03-02", "2008-08-20");
    assert.equal((await plan(heute, id))["2026-08"], 250, "19 of 30 days");
    am("2026-07-08");
    await runde(heute);
    assert.equal((await lies(heute, id)).aenderungen.length, 0);
    am("2026-07-09");
    assert.equal(await runde(heute), 1);
    const akte = await neuesteAenderung(heute, id);
    assert.equal(akte.stand.phase, "zugestellt");
    assert.equal((await lies(heute, id)).stand.endetAb, "2026-08-20");
    assert.equal((await anordnungen(id)).length, 1, "the plan ended there anyway");
    assert.equal(letzter((await akteVon(id)).schritte, "aufgehoben")?.ab, "2026-08-20");
    am("2026-12-15");
    assert.equal(await runde(mit2027), 0);
  });

  test("the other parent moved in, reported late: stopped at once, heard about the rest, a person decides, and gives back when it is final", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    const alteAnschrift = tobias.anschrift;
    tobias.anschrift = anna.anschrift;
    am("2026-09-15");
    const gemeldet = await tue((tx) =>
      heute.meldeAenderung(
        tx,
        id,
        meldung({ ab: "2026-07-10", seiten: { angabenElternteil: { vornamen: "Tobias", nachname: "Vogt", zusammen: true } } }),
      ),
    );
    assert.equal(gemeldet.art, "eroeffnet");
    const zukunft = await neuesteAenderung(heute, id).then(() => akteVon("vorgangId" in gemeldet ? gemeldet.vorgangId : ""));
    assert.equal(zukunft.stand.phase, "zugestellt", JSON.stringify(zukunft.stand));
    assert.match(letzter(zukunft.schritte, "entschieden")?.norm ?? "", /§ 24 Abs. 2 Nr. 3 SGB X/);
    assert.deepEqual((await anordnungen(id)).map(({ art, summeCent, wirksamAb }) => [art, summeCent, wirksamAb]).at(-1), [
      "einstellung",
      0,
      "2026-09-16",
    ]);
    assert.equal((await plan(heute, id))["2026-08"], 227, "what was paid stays until a person has judged");

    const folge = await neuesteAenderung(heute, id);
    assert.equal(folge.eingang.aenderung?.anlass, "ueberzahlung");
    assert.equal(folge.stand.phase, "wartetAufBuerger");
    const brief = (await tue((tx) => listeNachrichtenZumVorgang(tx, folge.id)))[0];
    // July 227 - 69, August 227, September 227.
    assert.match(brief?.text.replaceAll("\u00a0", " ") ?? "", /612,00 €.*§ 5 Abs. 1, § 6 Abs. 4 UhVorschG/s);
    assert.equal((await tue((tx) => listeBescheide(tx, folge.id)))[0]?.art, "mitteilung");

    const cookie = await stadt.melde(stadt.musterstadt, buerger(stadt.system.secrets.pseudonym(`idnr:${anna.idnr}`)));
    const zurueckgezogen = await stadt.web.inject({
      method: "POST",
      url: `/vorgang/${folge.id}/zurueckziehen`,
      headers: {
        host: "musterstadt.localhost",
        cookie,
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      },
      payload: "transaktion=00000000-0000-4000-8000-0000000000bb&text=Nein",
    });
    assert.equal(zurueckgezogen.statusCode, 409, "who is heard cannot end it by leaving");

    am("2026-10-07");
    await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
    const { nummer: seither } = await akteVon(folge.id);
    assert.deepEqual(
      await heute.entscheide(handlung(folge.id, seither), "ganz", "Der Einzug hätte sofort gemeldet werden müssen.", {}),
      { art: "erledigt" },
    );
    await heute.fertige(stadt.musterstadt.id, folge.id);
    assert.deepEqual([(await plan(heute, id))["2026-07"], (await plan(heute, id))["2026-08"]], [69, 0]);
    assert.equal(await runde(heute), 0);
    assert.equal((await tue((tx) => listeFuerVorgang(tx, folge.id))).length, 0, "not before it is final");
    for (const tag of ["2026-10-12", "2026-11-13"]) {
      am(tag);
      await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
    }
    assert.equal((await akteVon(folge.id)).stand.phase, "bestandskraeftig");
    const runden = await Promise.all([runde(heute), runde(heute)]);
    assert.equal(runden[0] + runden[1], 1, "two workers at once ask once");
    const soll = await tue((tx) => listeFuerVorgang(tx, folge.id));
    assert.equal(soll.length, 1);
    tobias.anschrift = alteAnschrift;
  });

  test("a report in time lowers the months to come by itself, and says why nobody was heard; more is paid without more ado", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    am("2026-05-11");
    const mitUnterhalt = (betrag: number, ab: string) =>
      tue((tx) => heute.meldeAenderung(tx, id, meldung({ ab, grund: "Unterhalt.", seiten: { unterhalt: { betrag } } })));
    await mitUnterhalt(10_000, "2026-06-01");
    const weniger = await neuesteAenderung(heute, id);
    assert.deepEqual([(await plan(heute, id))["2026-05"], (await plan(heute, id))["2026-06"]], [227, 127]);
    assert.match(
      letzter(weniger.schritte, "entschieden")?.norm ?? "",
      /^§ 31a SGB X; ohne Anhörung nach § 24 Abs. 2 Nr. 3 SGB X$/,
    );
    am("2026-08-03");
    await mitUnterhalt(0, "2026-07-01");
    await neuesteAenderung(heute, id);
    const letzte = (await anordnungen(id)).at(-1);
    assert.equal((await plan(heute, id))["2026-06"], 127, "before the second report the first one holds");
    // July and August were paid with 127 euros each: 100 euros more for both, at once.
    assert.deepEqual(letzte?.plan.slice(0, 3), [
      { monat: "2026-07", betragCent: 10_000, faelligAm: "2026-08-04" },
      { monat: "2026-08", betragCent: 10_000, faelligAm: "2026-08-04" },
      { monat: "2026-09", betragCent: 22_700, faelligAm: "2026-08-31" },
    ]);
  });

  test("a report that changes nothing ends without notice, tells the person, and is kept with the facts", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    am("2026-05-11");
    const seiten = { anschrift: { strasse: "Neuer Weg", hausnummer: "1", plz: "00402", ort: "Musterstadt" } };
    await tue((tx) => heute.meldeAenderung(tx, id, meldung({ ab: "2026-05-10", grund: "Umzug.", seiten })));
    const akte = await neuesteAenderung(heute, id);
    assert.equal(akte.stand.phase, "abgeschlossen");
    assert.match((await tue((tx) => listeNachrichtenZumVorgang(tx, akte.id)))[0]?.text ?? "", /ändert sich dadurch nicht/);
    assert.equal((await anordnungen(id)).length, 1);
    assert.equal((await lies(heute, id)).stand.wechsel.length, 1);
  });

  test("death of the child: ended by the day, nobody is heard, the order stops what is still to come", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    am("2026-05-11");
    await tue((tx) =>
      heute.meldeAenderung(
        tx,
        id,
        meldung({ anlass: "ende", ab: "2026-05-08", grund: "Das Kind ist am 08.05.2026 gestorben.", kanal: "amtswegen" }),
      ),
    );
    const ende = await akteVon((await lies(heute, id)).aenderungen[0]?.vorgangId ?? "");
    await neuesteAenderung(heute, id);
    assert.match(letzter((await akteVon(ende.id)).schritte, "entschieden")?.norm ?? "", /§ 39 Abs. 2 SGB X/);
    assert.deepEqual(
      (await anordnungen(id)).map(({ art }) => art),
      ["neu", "einstellung"],
    );
    const folge = (await lies(heute, id)).aenderungen.at(-1);
    assert.equal(folge?.anlass, "ueberzahlung", "what was paid for May is heard about, and judged by a person");
    assert.equal((await tue((tx) => heute.meldeAenderung(tx, id, meldung({ ab: "2026-05-12" })))).art, "laeuftNicht");
  });

  test("figures that the law changes for months already decided: paid on top, once, whoever asks again", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    am("2026-05-11");
    await runde(heute);
    const erhoeht = createDauerleistungen({
      ...stadt.system,
      leistung(schluessel) {
        const leistung = getLeistung(schluessel);
        const parameter = parameterVon(leistung).find((each) => each.schluessel === "mindestunterhalt") ?? assert.fail();
        const satz = { gueltigAb: "2026-04-01", wert: [49_600, 56_800, 66_300], quelle: "Testwert, kein Gesetz" };
        return mitParametern(leistung, { mindestunterhalt: mitSatz(parameter, satz) });
      },
      laufende: ["unterhaltsvorschuss"],
      versionen: { ...stadt.system.versionen, hindernis: async () => undefined },
    });
    await Promise.all([runde(erhoeht), runde(erhoeht)]);
    const akte = await neuesteAenderung(erhoeht, id);
    assert.equal(akte.eingang.aenderung?.anlass, "saetze");
    assert.equal(anzahl(akte, "nachweisAngefragt"), 0, "new figures are no reason to ask anybody about anything");
    assert.deepEqual([(await plan(erhoeht, id))["2026-03"], (await plan(erhoeht, id))["2026-04"]], [227, 237]);
    assert.deepEqual(
      (await anordnungen(id))
        .at(-1)
        ?.plan.slice(0, 2)
        .map(({ monat, betragCent }) => [monat, betragCent]),
      [
        ["2026-04", 1_000],
        ["2026-05", 1_000],
      ],
    );
    assert.equal((await lies(erhoeht, id)).aenderungen.length, 1);
  });

  test("an objection against the demand stops it; whoever remedies takes the change back, and what was paid is the person's", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    am("2026-05-11");
    await tue((tx) => heute.meldeAenderung(tx, id, meldung({ ab: "2026-04-01", seiten: { unterhalt: { betrag: 10_000 } } })));
    await neuesteAenderung(heute, id);
    const folge = await neuesteAenderung(heute, id);
    am("2026-06-08");
    await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
    const { nummer: n1 } = await akteVon(folge.id);
    assert.equal((await heute.entscheide(handlung(folge.id, n1), "ganz", "Der Unterhalt war bekannt.", {})).art, "erledigt");
    await heute.fertige(stadt.musterstadt.id, folge.id);
    const cookie = await stadt.melde(stadt.musterstadt, buerger(stadt.system.secrets.pseudonym(`idnr:${anna.idnr}`)));
    const antwort = await stadt.web.inject({
      method: "POST",
      url: `/vorgang/${folge.id}/widerspruch`,
      headers: {
        host: "musterstadt.localhost",
        cookie,
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      },
      payload: "transaktion=00000000-0000-4000-8000-0000000000aa&text=Nein",
    });
    assert.equal(antwort.statusCode, 303);
    am("2026-09-01");
    await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
    await runde(heute);
    assert.equal((await tue((tx) => listeFuerVorgang(tx, folge.id))).length, 0);
    const andere = { art: "amt", kennung: "otto", name: "Otto" } as const;
    const { nummer: n2 } = await akteVon(folge.id);
    assert.deepEqual(await stadt.system.bearbeitung.hilfAb({ ...handlung(folge.id, n2), von: andere }, "Sie hat es gemeldet."), {
      art: "erledigt",
    });
    const { nummer: n3 } = await akteVon(folge.id);
    assert.deepEqual(
      await heute.entscheide({ ...handlung(folge.id, n3), von: andere }, "zukunft", "Es bleibt beim Gezahlten.", {}),
      { art: "erledigt" },
    );
    await heute.fertige(stadt.musterstadt.id, folge.id);
    am("2026-12-01");
    await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
    await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
    await runde(heute);
    assert.equal((await tue((tx) => listeFuerVorgang(tx, folge.id))).length, 0, "nothing is demanded any more");
  });

  for (const spaet of [true, false])
    test(`money asked back, overdue: ${spaet ? "an objection that came too late is open, nobody is reminded" : "reminded"}`, async () => {
      const id = await bewilligt("2026-03-02", "2022-03-04");
      am("2026-05-11");
      await tue((tx) => heute.meldeAenderung(tx, id, meldung({ ab: "2026-04-01", seiten: { unterhalt: { betrag: 10_000 } } })));
      await neuesteAenderung(heute, id);
      const folge = await neuesteAenderung(heute, id);
      am("2026-06-08");
      await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
      const { nummer } = await akteVon(folge.id);
      assert.equal(
        (await heute.entscheide(handlung(folge.id, nummer), "ganz", "Der Unterhalt war bekannt.", {})).art,
        "erledigt",
      );
      await heute.fertige(stadt.musterstadt.id, folge.id);
      am("2026-09-01");
      for (let mal = 0; mal < 2; mal++) await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
      await runde(heute);
      const forderung = async () => (await tue((tx) => listeFuerVorgang(tx, folge.id)))[0] ?? assert.fail();
      assert.deepEqual([(await forderung()).zustand, (await akteVon(folge.id)).stand.phase], ["offen", "bestandskraeftig"]);
      am("2026-12-01");
      if (spaet) {
        const cookie = await stadt.melde(stadt.musterstadt, buerger(stadt.system.secrets.pseudonym(`idnr:${anna.idnr}`)));
        const antwort = await stadt.web.inject({
          method: "POST",
          url: `/vorgang/${folge.id}/widerspruch`,
          headers: {
            host: "musterstadt.localhost",
            cookie,
            "sec-fetch-site": "same-origin",
            "content-type": "application/x-www-form-urlencoded",
          },
          payload: "transaktion=00000000-0000-4000-8000-0000000000ab&text=Ich+war+im+Krankenhaus",
        });
        assert.equal(antwort.statusCode, 303);
      }
      await stadt.system.gebuehren.mahne(stadt.musterstadt.id);
      assert.equal((await forderung()).stand.gemahntAm, spaet ? undefined : "2026-12-01");
      if (!spaet) return;
      // Laid before the authority above: still open.
      const { nummer: jetzt } = await akteVon(folge.id);
      assert.equal((await stadt.system.bearbeitung.legeVor(handlung(folge.id, jetzt), "Bezirksregierung")).art, "erledigt");
      await stadt.system.gebuehren.mahne(stadt.musterstadt.id);
      assert.equal((await forderung()).stand.gemahntAm, undefined);
    });

  test("a report sent twice is one; the same form with something else in it is refused, not swallowed", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    am("2026-05-11");
    const cookie = await stadt.melde(stadt.musterstadt, buerger(stadt.system.secrets.pseudonym(`idnr:${anna.idnr}`)));
    const melde = (betrag: string) =>
      stadt.web.inject({
        method: "POST",
        url: `/vorgang/${id}/aenderung/unterhalt`,
        headers: {
          host: "musterstadt.localhost",
          cookie,
          accept: "text/html",
          "sec-fetch-site": "same-origin",
          "content-type": "application/x-www-form-urlencoded",
        },
        payload: new URLSearchParams({
          transaktion: "00000000-0000-4000-8000-0000000000cc",
          "unterhalt.betrag": betrag,
          seit: "1.6.2026",
        }).toString(),
      });
    const erste = await melde("100");
    assert.equal(erste.statusCode, 303, erste.payload.slice(0, 500));
    assert.equal((await melde("100")).headers.location, erste.headers.location);
    const anders = await melde("150");
    assert.equal(anders.statusCode, 409);
    assert.match(anders.payload, /schon gesendet/);
    assert.equal((await lies(heute, id)).aenderungen.length, 1);
  });

  test("an address that is hidden since the grant is known to whoever opens the change or the grant, and stays so after a move", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    am("2026-05-11");
    Object.assign(mia, { auskunftssperre: true });
    try {
      const anschrift = { strasse: "Neue Straße", hausnummer: "1", plz: "12345", ort: "Musterstadt" };
      await tue((tx) => heute.meldeAenderung(tx, id, meldung({ ab: "2026-05-04", seiten: { anschrift } })));
      const umzug = await neuesteAenderung(heute, id);
      for (const akte of [umzug, await akteVon(id)])
        assert.deepEqual(akte.beteiligte.flatMap(({ rolle, auskunftssperre }) => (auskunftssperre ? [rolle] : [])).sort(), [
          "antragsteller",
          "kind",
        ]);
    } finally {
      Object.assign(mia, { auskunftssperre: false });
    }
  });

  test("another account: only with a log-in of substantial trust, after some days, and told to where the person was reached before", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    am("2026-04-29");
    const wechsel = {
      mandantId: stadt.musterstadt.id,
      bezugId: id,
      iban: "DE75512108001245126199",
      empfaenger: "Anna Beispiel",
      von: { art: "buerger", person: null } as const,
      transaktion: "konto-1",
    };
    assert.equal((await heute.aendereKonto({ ...wechsel, vertrauensniveau: "niedrig" })).art, "zuNiedrig");
    assert.equal((await heute.aendereKonto({ ...wechsel, iban: "DE00", vertrauensniveau: "hoch" })).art, "falsch");
    assert.equal((await heute.aendereKonto({ ...wechsel, vertrauensniveau: "substantiell" })).art, "geaendert");
    assert.equal((await heute.aendereKonto({ ...wechsel, vertrauensniveau: "substantiell" })).art, "geaendert");
    // The back button, and another account in the same form: said, and not written in the file while the money goes to the first one.
    const andere = { ...wechsel, iban: "DE02120300000000202051", vertrauensniveau: "substantiell" } as const;
    assert.equal((await heute.aendereKonto(andere)).art, "falsch");
    assert.equal((await lies(heute, id)).stand.konto?.iban, wechsel.iban);
    const [alt, neu, ...mehr] = await anordnungen(id);
    assert.equal(mehr.length, 0);
    assert.notEqual(alt?.iban, neu?.iban);
    // May falls due on 30 April, within the days of waiting: it still goes to the old account.
    assert.deepEqual(
      [neu?.art, neu?.iban, neu?.wirksamAb, neu?.plan[0]?.monat],
      ["aenderung", "DE75512108001245126199", "2026-05-03", "2026-06"],
    );
    assert.match(
      (await tue((tx) => listeNachrichtenZumVorgang(tx, id))).at(-1)?.text ?? "",
      /endet auf 6199[\s\S]*Waren Sie das nicht\?/,
    );
    am("2026-05-04");
    assert.equal((await heute.aendereKonto({ ...andere, transaktion: "konto-2" })).art, "geaendert");
    assert.equal((await heute.aendereKonto({ ...wechsel, vertrauensniveau: "substantiell" })).art, "geaendert");
    assert.equal((await anordnungen(id)).at(-1)?.iban, andere.iban, "the first form, come late once more, changes nothing back");
  });

  test("another town hall sees nothing of it and moves nothing; the log alone tells the same as the row", async () => {
    am("2027-12-31");
    assert.equal(await mit2027.pruefeLaufende(stadt.beispielkreis.id), 0);
    const { rows } = await tue((tx) =>
      tx.query<{ id: string; endet: string | null }>("select vorgang_id as id, endet_ab as endet from dauerleistung"),
    );
    assert.ok(rows.length > 5);
    for (const { id, endet } of rows) {
      assert.equal(dauerstandAus(getLeistung("unterhaltsvorschuss"), (await akteVon(id)).schritte)?.endetAb ?? null, endet);
      assert.equal(
        await stadt.system.db.inTransaction({ mandant: stadt.beispielkreis.id }, (tx) => heute.lies(tx, id)),
        undefined,
      );
    }
  });
});
