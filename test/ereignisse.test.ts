import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { listeEntwuerfe } from "#antraege";
import { findAkte } from "#bearbeitung";
import { fixedClock } from "#clock";
import { listeAbrufeFuerPerson, listeWeitergabenFuerPerson } from "#datenschutzcockpit";
import { listeAngeboteFuerPerson } from "#ereignisse";
import { geburtstag, plusTage } from "#kalender";
import { getLeistung } from "#leistungen";
import { listeNachrichten } from "#postfach";
import type { Mandant } from "#tenants";
import { listeFuerPerson } from "#vorgaenge";
import { starteKasse } from "../demo/kasse/kasse.ts";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { baueStadt, buerger, type Stadt } from "./helpers/stadt.ts";

const TOKEN = "token-des-standesamts";
const NACH = "2027-11-20T09:00:00+01:00";
const VOR = "2026-11-24T09:00:00+01:00";

/** The register tells of a birth, and nobody applies. Everything here is a process of its own or answers over HTTP as one. */
describe("a birth", () => {
  let stadt: Stadt;
  let register: AlleRegister;
  let kasse: Awaited<ReturnType<typeof starteKasse>>;
  const registeruhr = fixedClock(VOR);
  before(async () => {
    kasse = await starteKasse({ port: 0 });
    const ziel = { url: "", token: TOKEN };
    register = await startRegister({ clock: registeruhr, meldeziel: () => (ziel.url ? ziel : undefined) });
    stadt = await baueStadt({ ...register.umgebung, FACHWERK_KASSE: kasse.url, FACHWERK_EREIGNIS_TOKEN: TOKEN }, VOR);
    ziel.url = `http://localhost:${new URL(await stadt.web.listen({ port: 0, host: "::" })).port}/api/ereignisse`;
    await stadt.arbeite();
  });
  after(async () => {
    await stadt.close();
    await Promise.all([register.stop(), kasse.schliesse()]);
  });

  const stelle = (uhrzeit: string) => {
    stadt.uhr.set(uhrzeit);
    registeruhr.set(uhrzeit);
  };
  const persona = (schluessel: string) => register.bevoelkerung.getPersona(schluessel);
  const pseudonym = (idnr: string) => stadt.system.secrets.pseudonym(`idnr:${idnr}`);
  /** By the command that a presenter uses. */
  const gebaere = async (mutter: string, mehr: Record<string, unknown> = {}) => {
    const url = `${register.urls.personenstandsregister}/geburten`;
    const antwort = await fetch(url, { method: "POST", body: JSON.stringify({ mutter, ...mehr }) });
    assert.equal(antwort.status, 201, await antwort.clone().text());
    const { kind, ereignis, behoerde } = (await antwort.json()) as {
      kind: { idnr: string; vornamen: string };
      ereignis: string;
      behoerde: "musterstadt" | "beispielkreis";
    };
    await stadt.warteBis("the event arrived", () =>
      inHaus(stadt[behoerde], async (tx) => (await tx.query("select from ereignis where id = $1", [ereignis])).rowCount > 0),
    );
    return kind;
  };
  const inHaus = <T>(mandant: Mandant, fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: mandant.id }, fn);
  const angeboteVon = (person: string) => stadt.system.db.inTransaction({ person }, (tx) => listeAngeboteFuerPerson(tx, person));
  const ruhe = () =>
    stadt.warteBis("no job left", async () =>
      (await stadt.system.jobs.count()).every((each) => each.waiting + each.active === 0),
    );
  const melde = (inhalt: object, kopf: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) =>
    stadt.web.inject({ method: "POST", url: "/api/ereignisse", headers: { host: "localhost", ...kopf }, payload: inhalt });

  test("before the law: an Antrag filled in to the end, which one click sends and which is then granted", async () => {
    stelle(VOR);
    const { idnr } = persona("anna");
    const person = pseudonym(idnr);
    const { familienkasse } = stadt;
    const kind = await gebaere("anna", { vornamen: "Nele", geburtsdatum: "2026-11-20" });
    const [angebot] = await stadt.warteBis("the offer", async () => {
      const alle = (await angeboteVon(person)).filter(({ leistung }) => leistung === "kindergeld");
      return alle.length > 0 && alle;
    });
    assert.deepEqual([angebot?.weg, angebot?.mandantId, angebot?.norm], ["entwurf", familienkasse.id, "§ 89 Abs. 1 AO"]);
    const [nachricht] = await inHaus(familienkasse, (tx) => listeNachrichten(tx, person, { ab: 0, anzahl: 5 }));
    assert.equal(nachricht?.ziel, `/angebot/${angebot?.id}`);
    assert.match(nachricht?.text ?? "", /Standesamt[\s\S]*§ 89 Abs. 1 AO[\s\S]*widersprechen/);

    const cookie = await stadt.melde(familienkasse, buerger(person, { idnr }));
    const kopf = { host: "familienkasse.localhost", cookie, "sec-fetch-site": "same-origin" };
    const seite = await stadt.web.inject({ url: `/angebot/${angebot?.id}`, headers: kopf });
    assert.equal(seite.statusCode, 200);
    for (const text of ["Nele", "Warum Sie von uns hören", "Alles richtig: Antrag absenden"])
      assert.ok(seite.payload.includes(text), text);
    const klick = () =>
      stadt.web.inject({
        method: "POST",
        url: `/angebot/${angebot?.id}/annehmen`,
        headers: { ...kopf, "content-type": "application/x-www-form-urlencoded" },
        payload: "",
      });
    const [einmal, nochmal] = [await klick(), await klick()];
    const vorgangId = /\/vorgang\/([0-9a-f-]{36})/.exec(String(einmal.headers.location))?.[1];
    assert.ok(vorgangId && String(nochmal.headers.location).includes(vorgangId), "a second click ends at the same Vorgang");
    const akte = await stadt.warteBis("decided", () =>
      inHaus(familienkasse, async (tx) => {
        const gelesen = await findAkte(tx, vorgangId);
        return gelesen?.stand.ergebnis ? gelesen : undefined;
      }),
    );
    assert.equal(akte.stand.ergebnis, "bewilligt");
    assert.equal(akte.eingang.kanal, "online");
    assert.equal((akte.eingang.antworten.kind as { idnr: string }).idnr, kind.idnr);
  });

  test("the same birth offers Elterngeld and, to a mother who lives without the father, Unterhaltsvorschuss, in her town", async () => {
    await ruhe();
    const person = pseudonym(persona("anna").idnr);
    const hier = (await angeboteVon(person)).filter(({ mandantId }) => mandantId === stadt.musterstadt.id);
    assert.deepEqual(hier.map(({ leistung }) => leistung).sort(), ["elterngeld", "unterhaltsvorschuss"]);
    const entwuerfe = await inHaus(stadt.musterstadt, (tx) => listeEntwuerfe(tx, person));
    const antworten = (leistung: string) => entwuerfe.find((each) => each.leistung === leistung)?.antworten;
    const anna = persona("anna");
    const kind = { vornamen: "Nele", nachname: anna.nachname, geburtsdatum: "2026-11-20" };
    assert.deepEqual({ ...antworten("elterngeld")?.kind, idnr: undefined }, { ...kind, idnr: undefined });
    assert.deepEqual(Object.keys(antworten("elterngeld") ?? {}), ["kind"], "no register was asked: what the birth itself says");
    assert.deepEqual(
      { ...antworten("unterhaltsvorschuss"), kind: { ...antworten("unterhaltsvorschuss")?.kind, idnr: undefined } },
      {
        kind: { ...kind, idnr: undefined },
        anschrift: anna.anschrift,
        zuhause: { lebtBeiMir: true, seit: "2026-11-20" },
        familienstand: { stand: anna.familienstand },
      },
      "and what had to be asked to offer it",
    );
    const nachrichten = await inHaus(stadt.musterstadt, (tx) => listeNachrichten(tx, person, { ab: 0, anzahl: 9 }));
    const cookie = await stadt.melde(stadt.musterstadt, buerger(person, { idnr: anna.idnr }));
    for (const { id, leistung, norm } of hier) {
      assert.equal(norm, "§§ 13, 14, 16 Abs. 3 SGB I");
      const { text = "" } = nachrichten.find(({ ziel }) => ziel === `/angebot/${id}`) ?? {};
      assert.match(text, /Das Standesamt hat die Geburt[\s\S]*§§ 13, 14, 16 Abs\. 3 SGB I[\s\S]*widersprechen/, leistung);
      const headers = { host: "musterstadt.localhost", cookie };
      const { payload } = await stadt.web.inject({ url: `/angebot/${id}`, headers });
      for (const gesagt of [
        "Nele",
        "Das Standesamt hat die Geburt",
        norm,
        "Solche Nachrichten nicht mehr",
        "Antrag weiter ausfüllen",
      ])
        assert.ok(payload.includes(gesagt), `${leistung}: ${gesagt}`);
    }
    const { zeilen } = await stadt.system.db.inTransaction({ person }, (tx) =>
      listeAbrufeFuerPerson(tx, person, { ab: 0, anzahl: 50 }),
    );
    const fuerUv = zeilen.filter(({ zweck }) => zweck.startsWith("Auf Unterhaltsvorschuss hinweisen"));
    assert.deepEqual(fuerUv.map(({ auskunft }) => auskunft).sort(), ["haushalt", "person"], "each look stands in her cockpit");
  });

  test("after the law: within 5 s decided, ordered to be paid and told, and nobody applied", async () => {
    stelle(NACH);
    const { familienkasse } = stadt;
    const { idnr, iban } = persona("berta");
    const person = pseudonym(idnr);
    const beginn = performance.now();
    const kind = await gebaere("berta", { geburtsdatum: "2027-11-15", vater: null, vornamen: "Luca" });
    const fertig = await stadt.warteBis("decided, paid and told", () =>
      inHaus(familienkasse, async (tx) => {
        const [zeile] = await listeFuerPerson(tx, person, ["antragsteller"]);
        const akte = zeile && (await findAkte(tx, zeile.id));
        const nachrichten = await listeNachrichten(tx, person, { ab: 0, anzahl: 9 });
        const { rows } = await tx.query<{ iban: string }>("select iban from anordnung where vorgang_id = $1", [
          zeile?.id ?? null,
        ]);
        return akte?.stand.phase === "beschieden" && rows.length > 0 && nachrichten.length === 2 && { akte, nachrichten, rows };
      }),
    );
    const sekunden = (performance.now() - beginn) / 1000;
    assert.ok(sekunden < 5, `${sekunden.toFixed(1)} s`);
    const { akte } = fertig;
    assert.deepEqual(
      [akte.stand.ergebnis, akte.stand.automatisch, akte.eingang.kanal, akte.eingang.einwilligungPostfach],
      ["bewilligt", true, "amtswegen", false],
    );
    assert.equal(akte.schritte[0]?.akteur.art, "system");
    assert.equal((akte.eingang.antworten.kind as { idnr: string }).idnr, kind.idnr);
    assert.equal(fertig.rows[0]?.iban, iban);
    assert.match(fertig.nachrichten.map(({ text }) => text).join("\n"), /ohne dass Sie einen Antrag[\s\S]*259/);
    const brief = akte.beteiligte.find(({ rolle }) => rolle === "antragsteller");
    assert.equal(brief?.anschrift?.strasse, persona("berta").anschrift.strasse, "the letter knows where to go");
  });

  test("the mother sees in the Datenschutzcockpit what was handed to whom, for what, on which norm", async () => {
    const person = pseudonym(persona("berta").idnr);
    const weitergaben = await stadt.system.db.inTransaction({ person }, (tx) => listeWeitergabenFuerPerson(tx, person));
    assert.deepEqual(
      [...new Set(weitergaben.map(({ von, an, norm }) => `${von} > ${an}: ${norm.slice(0, 8)}`))],
      ["Stadt Musterstadt > Familienkasse Musterland: § 68 PSt"],
    );
    assert.equal(weitergaben.length, 2, "of herself, and of her child");
    const cookie = await stadt.melde(stadt.musterstadt, buerger(person));
    const seite = await stadt.web.inject({ url: "/datenschutz", headers: { host: "musterstadt.localhost", cookie } });
    assert.match(seite.payload, /Von selbst weitergegeben[\s\S]*Familienkasse Musterland[\s\S]*Kindergeld ohne Antrag/);
  });

  test("nothing else of the town is seen in the Familienkasse, nothing at all in the other Mandant", async () => {
    await ruhe();
    const person = pseudonym(persona("berta").idnr);
    const { familienkasse, beispielkreis, musterstadt } = stadt;
    assert.deepEqual(await inHaus(familienkasse, (tx) => listeEntwuerfe(tx, person)), []);
    for (const [mandant, erwartet] of [
      [beispielkreis, 0],
      [familienkasse, 2],
      [musterstadt, 2],
    ] as const) {
      const zahl = await inHaus(mandant, async (tx) => (await tx.query("select from ereignis")).rowCount);
      assert.equal(zahl, erwartet, mandant.schluessel);
    }
    const { rows } = await inHaus(familienkasse, (tx) => tx.query<{ daten: object }>("select daten from ereignis_inhalt"));
    for (const { daten } of rows)
      assert.deepEqual(Object.keys(daten).sort(), ["art", "gemeldetAm", "id", "kind", "mutter"], "no father, no address");
  });

  test("told twice it is one event, one offer; with another content under its id it is refused", async () => {
    stelle(NACH);
    const { idnr } = persona("paula");
    const kind = await gebaere("paula", { geburtsdatum: "2027-11-16", vornamen: "Ida" });
    await stadt.warteBis("the offer", async () => (await angeboteVon(pseudonym(idnr))).length > 0);
    await ruhe();
    const vorher = (await angeboteVon(pseudonym(idnr))).length;
    // Another id for the same child: the register sent again what it had lost sight of.
    const inhalt = {
      id: randomUUID(),
      art: "geburt",
      behoerde: "beispielkreis",
      kind: { idnr: kind.idnr, vornamen: "Ida", nachname: persona("paula").nachname, geburtsdatum: "2027-11-16" },
      mutter: idnr,
    };
    const stand = async () => {
      const antwort = await melde(inhalt);
      return [antwort.statusCode, antwort.json().stand];
    };
    assert.deepEqual(await stand(), [202, "angenommen"]);
    assert.deepEqual(await stand(), [202, "bekannt"]);
    await ruhe();
    assert.equal((await angeboteVon(pseudonym(idnr))).length, vorher);
    const vorgaenge = await inHaus(stadt.familienkasse, (tx) => listeFuerPerson(tx, pseudonym(idnr), ["antragsteller"]));
    assert.equal(vorgaenge.length, 1);
    const anders = await melde({ ...inhalt, kind: { ...inhalt.kind, vornamen: "Ada" } });
    assert.equal(anders.statusCode, 409);
  });

  test("a stranger, a broken event, an unknown authority are refused; nothing is stored", async () => {
    const inhalt = {
      id: randomUUID(),
      art: "geburt",
      behoerde: "musterstadt",
      kind: { idnr: "01234567890", vornamen: "X", nachname: "Y", geburtsdatum: "2027-11-16" },
      mutter: persona("anna").idnr,
    };
    const faelle: Record<string, [object, Record<string, string> | undefined, number]> = {
      "no token": [inhalt, {}, 401],
      "wrong token": [inhalt, { authorization: "Bearer geraten" }, 401],
      "token of the registers that we ask": [inhalt, { authorization: "Bearer demo-token" }, 401],
      "no token, broken event": [{}, {}, 401],
      "broken event": [{ ...inhalt, kind: {} }, undefined, 400],
      "more than was asked for": [{ ...inhalt, vater: "01234567890" }, undefined, 400],
      "no such day": [{ ...inhalt, kind: { ...inhalt.kind, geburtsdatum: "2027-02-30" } }, undefined, 400],
      "unknown authority": [{ ...inhalt, behoerde: "nirgendwo" }, undefined, 404],
    };
    for (const [name, [was, kopf, status]] of Object.entries(faelle)) {
      const antwort = kopf ? await melde(was, kopf) : await melde(was);
      assert.equal(antwort.statusCode, status, name);
      assert.match(String(antwort.headers["content-type"]), /problem\+json/, name);
    }
    const da = await inHaus(
      stadt.musterstadt,
      async (tx) => (await tx.query("select from ereignis where id = $1", [inhalt.id])).rowCount,
    );
    assert.equal(da, 0);
  });

  test("a person unknown to the registers: no Vorgang, no draft, and the job does not come again", async () => {
    const unbekannt = "09876543210";
    const inhalt = {
      id: randomUUID(),
      art: "geburt",
      behoerde: "musterstadt",
      kind: { idnr: "01234567899", vornamen: "X", nachname: "Y", geburtsdatum: "2027-11-16" },
      mutter: unbekannt,
    };
    assert.equal((await melde(inhalt)).statusCode, 202);
    await ruhe();
    const angebote = await angeboteVon(pseudonym(unbekannt));
    assert.deepEqual(
      angebote.map(({ leistung }) => leistung),
      ["elterngeld"],
      "what asks no register is offered to the mailbox",
    );
  });

  test("a hidden address: the father learns nothing, neither offer nor message nor an entry that names the town", async () => {
    stelle(NACH);
    const carla = persona("carla");
    const kai = pseudonym(persona("kai").idnr);
    const vorher = (
      await stadt.system.db.inTransaction({ person: kai }, (tx) => listeAbrufeFuerPerson(tx, kai, { ab: 0, anzahl: 9 }))
    ).gesamt;
    await gebaere("carla", { vater: "kai", geburtsdatum: "2027-11-17", vornamen: "Ben" });
    await stadt.warteBis("offers to her", async () => (await angeboteVon(pseudonym(carla.idnr))).length > 1);
    await ruhe();
    assert.deepEqual(await angeboteVon(kai), []);
    const gesehen = await stadt.system.db.inTransaction({ person: kai }, async (tx) => ({
      abrufe: (await listeAbrufeFuerPerson(tx, kai, { ab: 0, anzahl: 9 })).gesamt,
      weitergaben: await listeWeitergabenFuerPerson(tx, kai),
    }));
    assert.deepEqual(gesehen, { abrufe: vorher, weitergaben: [] });
    for (const mandant of [stadt.musterstadt, stadt.familienkasse, stadt.beispielkreis])
      assert.deepEqual(await inHaus(mandant, (tx) => listeNachrichten(tx, kai, { ab: 0, anzahl: 9 })), []);
    const [zeile] = await inHaus(stadt.familienkasse, (tx) => listeFuerPerson(tx, pseudonym(carla.idnr), ["antragsteller"]));
    const akte = zeile && (await inHaus(stadt.familienkasse, (tx) => findAkte(tx, zeile.id)));
    assert.ok(
      akte?.beteiligte.every(({ auskunftssperre }) => auskunftssperre),
      "the lock goes with the file",
    );
  });

  test("a register that is silent is asked again later, and the offer comes then", async () => {
    stelle(NACH);
    const { idnr } = persona("fatma");
    register.steuere("familienkasse", "fehler", { idnr });
    await gebaere("fatma", { vater: null, geburtsdatum: "2027-11-18" });
    await stadt.warteBis("the offers that need no Familienkasse", async () => (await angeboteVon(pseudonym(idnr))).length > 0);
    assert.ok((await angeboteVon(pseudonym(idnr))).every(({ leistung }) => leistung !== "kindergeld"));
    register.steuere("familienkasse", "normal", { idnr });
    await stadt.warteBis("the offer of Kindergeld", async () =>
      (await angeboteVon(pseudonym(idnr))).some(({ leistung }) => leistung === "kindergeld"),
    );
  });

  test("who objects to a kind is not addressed with it, nor are data sent about for it; to all: with nothing; taken back: again", async () => {
    stelle(NACH);
    const lena = pseudonym(persona("lena").idnr);
    const { ansprache } = stadt.system.ereignisse;
    const geboren = async (vornamen: string) => {
      await gebaere("lena", { vater: null, geburtsdatum: "2027-11-19", vornamen });
      await ruhe();
      return (await angeboteVon(lena)).map(({ leistung }) => leistung).sort();
    };
    assert.equal(await ansprache.wuensche(lena, "kindergeld/geburt", false), true);
    assert.equal(await ansprache.wuensche(lena, "kindergeld/gibtesnicht", false), false);
    assert.deepEqual(await geboren("Eins"), ["elterngeld", "unterhaltsvorschuss"]);
    const weitergaben = () => stadt.system.db.inTransaction({ person: lena }, (tx) => listeWeitergabenFuerPerson(tx, lena));
    assert.deepEqual(await weitergaben(), []);
    await ansprache.wuensche(lena, "*", false);
    assert.equal((await geboren("Zwei")).length, 2);
    await ansprache.wuensche(lena, "*", true);
    assert.equal((await geboren("Drei")).length, 4, "all but Kindergeld again");
    await ansprache.wuensche(lena, "kindergeld/geburt", true);
    assert.equal((await geboren("Vier")).length, 7);
    assert.deepEqual(await ansprache.unerwuenschte(lena), []);
  });

  test("a sixth birthday offers the Anmeldung zur Schule, once, to whoever the child lives with; a missed day is made up for", async () => {
    const { ereignisse } = stadt.system;
    const kind = register.bevoelkerung.getPerson(persona("lena").kinder[0] ?? "");
    // Looked for 61 days before; the day of that was missed three weeks ago.
    const tag = plusTage(geburtstag(kind.geburtsdatum, 6), 21 - 61);
    stelle(`${tag}T09:00:00Z`);
    assert.ok((await ereignisse.beginneTag(stadt.musterstadt.id)) > 0);
    assert.equal(await ereignisse.beginneTag(stadt.musterstadt.id), 0, "once a day, whoever asks");
    const zaehle = async (idnr: string) =>
      (await angeboteVon(pseudonym(idnr))).filter(({ leistung }) => leistung === "schulanmeldung").length;
    await stadt.warteBis("the offer", async () => (await zaehle(persona("lena").idnr)) === 1);
    await ruhe();
    stelle(`${plusTage(tag, 1)}T09:00:00Z`);
    await ereignisse.beginneTag(stadt.musterstadt.id);
    await ruhe();
    assert.equal(await zaehle(persona("lena").idnr), 1, "the next day looks on, not back");
    const gefragt = await stadt.system.db.inTransaction({ person: pseudonym(persona("lena").idnr) }, (tx) =>
      listeAbrufeFuerPerson(tx, pseudonym(persona("lena").idnr), { ab: 0, anzahl: 50 }),
    );
    assert.ok(
      gefragt.zeilen.some(({ auskunft }) => auskunft === "geburtstage"),
      "the list stands in her Datenschutzcockpit",
    );
  });

  test("an offer is nobody else's: told as not there", async () => {
    const [angebot] = await angeboteVon(pseudonym(persona("anna").idnr));
    const fremd = await stadt.melde(stadt.familienkasse, buerger(pseudonym(persona("kai").idnr)));
    for (const [host, cookie] of [["familienkasse.localhost", fremd]] as const)
      assert.equal((await stadt.web.inject({ url: `/angebot/${angebot?.id}`, headers: { host, cookie } })).statusCode, 404);
  });
});

test("every offer names a norm, a purpose and a reason", () => {
  for (const name of ["kindergeld", "elterngeld", "unterhaltsvorschuss"])
    for (const { norm, zweck, warum } of getLeistung(name).angebote ?? []) assert.ok(norm.includes("§") && zweck && warum);
});
