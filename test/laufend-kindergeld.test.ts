import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import { type Antworten, type Leistung, mitParametern, mitSatz, parameterVon } from "#baukasten";
import { findAkte, letzter } from "#bearbeitung";
import { type Aenderungsmeldung, createDauerleistungen, type Dauerleistungen } from "#dauerleistungen";
import type { Tx } from "#db";
import { plusTage } from "#kalender";
import { listeAnordnungen } from "#kasse";
import { getLeistung } from "#leistungen";
import { listeNachrichtenZumVorgang } from "#postfach";
import { createBevoelkerung } from "../demo/bevoelkerung/index.ts";
import { starteKasse } from "../demo/kasse/kasse.ts";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { baueStadt, buerger, type Stadt } from "./helpers/stadt.ts";

/** Figures of a year that nobody knows yet: invented here, to play it through. */
function mitSatz2028(leistung: Leistung): Leistung {
  const ersatz = parameterVon(leistung).map((parameter) => {
    const wert = parameter.schluessel === "kindergeldsatz" ? 26_500 : parameter.saetze.at(-1)?.wert;
    const satz = { gueltigAb: "2028-01-01", wert, quelle: "Testwert, kein Gesetz" };
    return [parameter.schluessel, mitSatz(parameter, satz, "2028-12-31")];
  });
  return mitParametern(leistung, Object.fromEntries(ersatz));
}

/** In the Familienkasse, a Mandant of its own; by its clock. */
describe("Kindergeld lives on", () => {
  const bevoelkerung = createBevoelkerung();
  const anna = bevoelkerung.getPersona("anna");
  const mia = bevoelkerung.getPerson(anna.kinder[0] ?? "");
  let register: AlleRegister;
  let kasse: Awaited<ReturnType<typeof starteKasse>>;
  let stadt: Stadt;
  let heute: Dauerleistungen;
  let mit2028: Dauerleistungen;
  let nummer = 0;

  const haus = () => stadt.familienkasse.id;
  const tue = <T>(fn: (tx: Tx) => Promise<T>) => stadt.system.db.inTransaction({ mandant: haus() }, fn);
  const am = (tag: string) => stadt.uhr.set(`${tag}T08:00:00+01:00`);
  const akteVon = (id: string) => tue(async (tx) => (await findAkte(tx, id)) ?? assert.fail(`no Vorgang ${id}`));
  const runde = (dauer: Dauerleistungen) => dauer.pruefeLaufende(haus());
  const lies = (id: string, dauer = heute) => tue(async (tx) => (await dauer.lies(tx, id)) ?? assert.fail("does not run"));
  const betraege = async (id: string, von: string) =>
    [...(await lies(id)).stand.plan].filter(([monat]) => monat >= von).map(([monat, cent]) => `${monat}: ${cent / 100}`);
  const anordnungen = (id: string) => tue((tx) => listeAnordnungen(tx, id));
  const handlung = (id: string, nr: number) => ({
    mandantId: haus(),
    vorgangId: id,
    nummer: nr,
    transaktion: `hand:${nummer++}`,
    von: { art: "amt", kennung: "karla", name: "Karla Kasse" } as const,
  });
  const melde = (id: string, mehr: Partial<Aenderungsmeldung> & { ab: string }) =>
    tue((tx) =>
      heute.meldeAenderung(tx, id, {
        anlass: "meldung",
        grund: "Gemeldet.",
        seiten: {},
        kanal: "online",
        akteur: { art: "buerger", person: null },
        transaktion: `meldung:${nummer++}`,
        ...mehr,
      }),
    );

  async function bewilligt(tag: string, geboren: string, antworten?: Antworten): Promise<string> {
    am(tag);
    Object.assign(mia, { geburtsdatum: geboren, einzugsdatum: geboren });
    const { idnr, vornamen, nachname, iban } = anna;
    const person = { person: stadt.system.secrets.pseudonym(`idnr:${idnr}`), idnr, vornamen, nachname, email: null };
    const kind = { vornamen: mia.vornamen, nachname: mia.nachname, geburtsdatum: geboren, idnr: mia.idnr };
    const konto = { iban, inhaber: `${vornamen} ${nachname}` };
    const angaben = {
      kind,
      kindschaft: { art: "eigenes" },
      anschrift: anna.anschrift,
      zuhause: { wo: "beiMir", seit: geboren },
      staatsangehoerigkeit: { staat: "deutsch" },
      ausland: { bekommt: false, arbeitet: false },
      konto,
      nachricht: {},
    };
    const einreichung = antworten
      ? ({ kanal: "amtswegen", person, schriftform: { art: "nichtNoetig" }, einwilligungPostfach: false } as const)
      : ({ kanal: "online", person, schriftform: { art: "nichtNoetig" }, einwilligungPostfach: true } as const);
    const gegeben = (antworten ? { kind, konto, ...antworten } : angaben) as Antworten;
    const { vorgangId: id } = await tue((tx) =>
      eroeffneAntrag(stadt.system, tx, {
        leistung: getLeistung("kindergeld"),
        antworten: gegeben,
        einreichung,
        transaktion: `kg:${nummer++}`,
      }),
    );
    await stadt.system.bearbeitung.pruefe(haus(), id);
    await stadt.system.bearbeitung.fertige(haus(), id);
    const { stand } = await akteVon(id);
    assert.equal(stand.phase, antworten ? "beschieden" : "zugestellt", JSON.stringify(stand.gruende));
    return id;
  }
  async function neueste(id: string, dauer = heute) {
    const aenderung = (await lies(id)).aenderungen.at(-1)?.vorgangId ?? assert.fail("no change");
    for (let lauf = 0; lauf < 2; lauf++) await dauer.pruefe(haus(), aenderung);
    for (let lauf = 0; lauf < 2; lauf++) await dauer.fertige(haus(), aenderung);
    return akteVon(aenderung);
  }

  before(async () => {
    register = await startRegister({ bevoelkerung });
    kasse = await starteKasse({ port: 0 });
    stadt = await baueStadt({ ...register.umgebung, FACHWERK_KASSE: kasse.url }, "2026-03-02T09:00:00+01:00");
    heute = stadt.system.dauerleistungen;
    mit2028 = createDauerleistungen({
      ...stadt.system,
      leistung: (schluessel) => mitSatz2028(getLeistung(schluessel)),
      laufende: ["kindergeld"],
      versionen: { ...stadt.system.versionen, hindernis: async () => undefined },
    });
  });
  after(async () => {
    await stadt.close();
    await Promise.all([register.stop(), kasse.schliesse()]);
  });

  test("the year ends: the next one is decided by itself, no further than the eighteenth birthday", async () => {
    const id = await bewilligt("2026-03-02", "2009-05-14");
    am("2026-11-30");
    assert.equal(await runde(heute), 0);
    am("2026-12-01");
    assert.equal(await runde(heute), 1);
    const akte = await neueste(id);
    assert.deepEqual([akte.stand.phase, akte.stand.automatisch], ["zugestellt", true]);
    assert.deepEqual((await betraege(id, "2027-01")).at(-1), "2027-05: 259", "the month of the birthday counts whole");
    assert.equal(await runde(heute), 0);

    // Asked ninety days before, and nothing decided while the person can answer.
    am("2027-02-12");
    assert.equal(await runde(heute), 0);
    am("2027-02-13");
    assert.equal(await runde(heute), 1);
    const frage = await neueste(id);
    assert.equal(frage.stand.phase, "wartetAufBuerger");
    const [nachricht] = await tue((tx) => listeNachrichtenZumVorgang(tx, frage.id));
    assert.match(nachricht?.text ?? "", /18\. Geburtstag[\s\S]*§ 32 Abs\. 4 EStG[\s\S]*endet das Kindergeld/);

    // No answer: a person ends it.
    am(plusTage(frage.stand.termin ?? "", 1));
    await stadt.system.bearbeitung.pruefeTermine(haus());
    const zurueck = await akteVon(frage.id);
    assert.equal(zurueck.stand.phase, "beiSachbearbeitung");
    assert.equal((await lies(id)).stand.endetAb, undefined, "silence alone ends nothing");
    assert.deepEqual(await heute.entscheide(handlung(frage.id, zurueck.nummer), "ganz", "Keine Antwort auf die Frage.", {}), {
      art: "erledigt",
    });
    await heute.fertige(haus(), frage.id);
    assert.equal((await lies(id)).stand.endetAb, "2027-05-14");
    am("2027-12-31");
    assert.equal(await runde(mit2028), 0, "nothing comes after it");
  });

  test("asked what comes after eighteen and answered: the question is closed, a person reads the certificate, it goes on", async () => {
    const id = await bewilligt("2026-12-02", "2009-05-14");
    await runde(heute);
    await neueste(id);
    am("2027-02-13");
    await runde(heute);
    const frage = await neueste(id);
    assert.equal(frage.stand.phase, "wartetAufBuerger");
    const cookie = await stadt.melde(stadt.familienkasse, buerger(stadt.system.secrets.pseudonym(`idnr:${anna.idnr}`)));
    const headers = { host: "familienkasse.localhost", cookie };
    const wahl = await stadt.web.inject({ url: `/vorgang/${id}/aenderung`, headers });
    assert.match(wahl.payload, new RegExp(`/vorgang/${id}/aenderung/lage`), "what was never asked before can be answered now");
    assert.doesNotMatch(wahl.payload, /aenderung\/empfaenger/, "what this family is not asked is not offered");
    const seite = await stadt.web.inject({ url: `/vorgang/${id}/aenderung/lage`, headers });
    assert.match(seite.payload, /Was macht das Kind\?[\s\S]*multipart|multipart[\s\S]*Was macht das Kind\?/);
    const belege = [{ feld: "lage.belege", name: "schule.pdf", typ: "application/pdf", groesse: 1, sha256: "0".repeat(64) }];
    await melde(id, {
      ab: "2027-03-01",
      seiten: {
        lage: { art: "ausbildung", von: "2025-08-01", bis: "2029-07-31", belege },
        erwerb: { abgeschlossen: false, stunden: 0, unschaedlich: false },
      },
    });
    const meldung = await neueste(id);
    assert.equal((await akteVon(frage.id)).stand.phase, "abgeschlossen");
    assert.equal(meldung.stand.phase, "beiSachbearbeitung");
    assert.match(meldung.stand.gruende?.join(" ") ?? "", /Belege.*liest ein Mensch/);
    assert.deepEqual(await heute.entscheide(handlung(meldung.id, meldung.nummer), "ganz", "Schulbescheinigung liegt vor.", {}), {
      art: "erledigt",
    });
    assert.equal((await akteVon(meldung.id)).stand.phase, "abgeschlossen", "no amount moves: no notice");
    const { termin } = await lies(id);
    assert.deepEqual([termin?.anlass, termin?.tag], ["verlaengerung", "2027-06-01"]);
    am("2027-05-03");
    assert.equal(await runde(heute), 1);
    const weiter = await neueste(id);
    assert.equal(weiter.stand.phase, "beiSachbearbeitung", "the certificate is a document, and no machine reads it");
    assert.deepEqual(await heute.entscheide(handlung(weiter.id, weiter.nummer), "ganz", "Schule bis 2029.", {}), {
      art: "erledigt",
    });
    await heute.fertige(haus(), weiter.id);
    assert.deepEqual(
      (await betraege(id, "2027-05")).filter((_, i) => i < 2),
      ["2027-05: 259", "2027-06: 259"],
    );
    assert.equal((await betraege(id, "2027-05")).at(-1), "2027-12: 259");
  });

  test("eighteen in January: asked in December, answered in December, and what comes after January is still looked at", async () => {
    const id = await bewilligt("2026-03-02", "2009-01-20");
    am("2026-12-01");
    await runde(heute);
    await neueste(id);
    assert.equal((await betraege(id, "2027-01")).join(), "2027-01: 259");
    await runde(heute);
    const frage = await neueste(id);
    assert.equal(frage.stand.phase, "wartetAufBuerger");
    await melde(id, {
      ab: "2026-12-05",
      seiten: {
        lage: { art: "ausbildung", von: "2025-08-01", bis: "2029-07-31" },
        erwerb: { abgeschlossen: false, stunden: 0, unschaedlich: false },
      },
    });
    const meldung = await neueste(id);
    assert.deepEqual([(await akteVon(frage.id)).stand.phase, meldung.stand.phase], ["abgeschlossen", "abgeschlossen"]);
    const { termin } = await lies(id);
    assert.deepEqual([termin?.anlass, termin?.tag], ["verlaengerung", "2027-02-01"]);
    am("2027-01-04");
    await runde(heute);
    await neueste(id);
    assert.deepEqual((await betraege(id, "2027-01")).slice(0, 2), ["2027-01: 259", "2027-02: 259"]);
  });

  test("the child moves out, reported late: its month is paid whole, what came after is heard about and judged by a person", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    const alt = { anschrift: mia.anschrift, einzugsdatum: mia.einzugsdatum };
    Object.assign(mia, { anschrift: { ...mia.anschrift, strasse: "Ganz woanders", hausnummer: "99" } });
    am("2026-07-06");
    await melde(id, { ab: "2026-05-18", seiten: { zuhause: { wo: "beimAnderen", seit: "2026-05-18" } } });
    const meldung = (await lies(id)).aenderungen[0]?.vorgangId ?? "";
    await neueste(id);
    const akte = await akteVon(meldung);
    assert.equal(akte.stand.phase, "zugestellt", JSON.stringify(akte.stand.gruende));
    assert.match(
      letzter(akte.schritte, "entschieden")?.norm ?? "",
      /^§ 155 Abs\. 4 AO; ohne Anhörung nach § 91 Abs\. 2 Nr\. 3 AO$/,
    );
    assert.equal((await anordnungen(id)).at(-1)?.art, "einstellung");
    const folge = await neueste(id);
    assert.deepEqual([folge.eingang.aenderung?.anlass, folge.stand.phase], ["ueberzahlung", "wartetAufBuerger"]);
    const text = (await tue((tx) => listeNachrichtenZumVorgang(tx, folge.id)))[0]?.text.replaceAll("\u00a0", " ") ?? "";
    // June; May counts whole, July falls due at the end of its month.
    const gezahlt = (await lies(id)).zahlstand.bezahlt.get("2026-07") ? "518,00" : "259,00";
    assert.match(text, new RegExp(`${gezahlt} €[\\s\\S]*§ 70 Abs\\. 2 Satz 1 EStG, § 37 Abs\\. 2, § 227 AO`));
    assert.deepEqual((await betraege(id, "2026-05")).slice(0, 1), ["2026-05: 259"]);
    Object.assign(mia, alt);
  });

  test("begun without an Antrag: goes on with what the birth said, and asks nobody for what nobody answered", async () => {
    const id = await bewilligt("2027-11-20", "2027-11-15", { geburtsmeldung: { am: "2027-11-20" } } as Antworten);
    am("2027-12-01");
    await runde(heute);
    assert.equal((await lies(id)).aenderungen.length, 0, "the figures of 2028 are not known");
    await runde(mit2028);
    await runde(mit2028);
    assert.equal((await lies(id)).aenderungen.length, 1);
    const akte = await neueste(id, mit2028);
    assert.deepEqual([akte.stand.phase, akte.stand.automatisch], ["beschieden", true], JSON.stringify(akte.stand.gruende));
    assert.deepEqual(
      letzter(akte.schritte, "nachweisAngefragt")
        ?.abrufe.map(({ nachweis }) => nachweis)
        .sort(),
      ["haushalt", "meldung"],
    );
    assert.deepEqual((await betraege(id, "2027-12")).slice(0, 2), ["2027-12: 259", "2028-01: 265"]);
    assert.equal((await anordnungen(id)).at(-1)?.iban, anna.iban);
  });

  test("a higher rate for months already decided is paid on top, without evidence; another account takes what is still to come", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    am("2026-05-11");
    await runde(heute);
    const erhoeht = createDauerleistungen({
      ...stadt.system,
      leistung(schluessel) {
        const leistung = getLeistung(schluessel);
        const parameter = parameterVon(leistung).find((each) => each.schluessel === "kindergeldsatz") ?? assert.fail();
        const satz = { gueltigAb: "2026-04-01", wert: 26_400, quelle: "Testwert, kein Gesetz" };
        return mitParametern(leistung, { kindergeldsatz: mitSatz(parameter, satz) });
      },
      laufende: ["kindergeld"],
      versionen: { ...stadt.system.versionen, hindernis: async () => undefined },
    });
    await Promise.all([runde(erhoeht), runde(erhoeht)]);
    const akte = await neueste(id, erhoeht);
    assert.equal(akte.eingang.aenderung?.anlass, "saetze");
    assert.equal(akte.schritte.filter(({ art }) => art === "nachweisAngefragt").length, 0);
    assert.deepEqual((await betraege(id, "2026-03")).slice(0, 2), ["2026-03: 259", "2026-04: 264"]);
    const konto = {
      mandantId: haus(),
      bezugId: id,
      iban: "DE75512108001245126199",
      empfaenger: "Anna Beispiel",
      vertrauensniveau: "substantiell",
      von: { art: "buerger", person: null },
      transaktion: "konto-kg",
    } as const;
    assert.equal((await heute.aendereKonto(konto)).art, "geaendert");
    const neue = (await anordnungen(id)).find(({ iban }) => iban !== anna.iban);
    assert.deepEqual([neue?.iban, neue?.wirksamAb], ["DE75512108001245126199", "2026-05-15"]);
  });

  test("death of the child: its month is paid whole, nothing after it, and nobody is heard about that", async () => {
    const id = await bewilligt("2026-03-02", "2022-03-04");
    am("2026-05-11");
    await melde(id, { anlass: "ende", ab: "2026-05-08", grund: "Das Kind ist am 08.05.2026 gestorben.", kanal: "amtswegen" });
    const akte = await neueste(id);
    assert.equal(akte.stand.phase, "zugestellt", JSON.stringify(akte.stand.gruende));
    assert.match(letzter(akte.schritte, "entschieden")?.norm ?? "", /ohne Anhörung nach § 70 Abs\. 2 Satz 1, § 66 Abs\. 2 EStG/);
    assert.deepEqual((await betraege(id, "2026-05")).slice(0, 2), ["2026-05: 259", "2026-06: 0"]);
    assert.equal((await lies(id)).aenderungen.length, 1, "nothing was paid too much");
    assert.equal((await lies(id)).stand.endetAb, "2026-05-08");
    assert.equal((await melde(id, { ab: "2026-05-12" })).art, "laeuftNicht");

    // Both notices become final one day; reinstatement is possible for a year more.
    for (const tag of ["2026-05-20", "2026-07-20"]) {
      am(tag);
      await stadt.system.bearbeitung.pruefeTermine(haus());
      await stadt.system.bearbeitung.pruefeTermine(haus());
    }
    assert.deepEqual(
      [(await akteVon(id)).stand.phase, (await akteVon(akte.id)).stand.phase],
      ["bestandskraeftig", "bestandskraeftig"],
    );
    const phaseAm = async (tag: string) => {
      am(tag);
      await Promise.all([runde(heute), runde(heute)]);
      return (await akteVon(id)).stand.phase;
    };
    assert.equal(await phaseAm("2027-07-19"), "bestandskraeftig");
    assert.equal(await phaseAm("2027-07-20"), "bestandskraeftig", "the treasury has given no receipt yet");
    for (const { id: anordnungId } of await anordnungen(id))
      await stadt.system.kasse.uebermittle(haus(), "familienkasse", anordnungId);
    assert.equal(await phaseAm("2027-07-21"), "abgeschlossen", "looked at again on the next day");
    assert.equal((await akteVon(id)).schritte.filter(({ art }) => art === "abgeschlossen").length, 1);
    assert.match(letzter((await akteVon(id)).schritte, "abgeschlossen")?.grund ?? "", /am 08\.05\.2026 geendet/);
  });
});
