import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { findAkte } from "#bearbeitung";
import { type Betroffener, findeBetroffene, findeSeite, liesRueckwirkung } from "#betroffene";
import { listeEinsichtenFuerPerson } from "#datenschutzcockpit";
import { getLeistung } from "#leistungen";
import { leseProtokoll } from "#protokoll";
import type { Mandant } from "#tenants";
import { findStand } from "#vorgaenge";
import { antragFuer, createBevoelkerung } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { startRegister } from "../demo/register/alle.ts";
import { amtsperson, baueStadt, type Stadt } from "./helpers/stadt.ts";

const bevoelkerung = createBevoelkerung();
const uv = getLeistung("unterhaltsvorschuss");

describe("a figure changes for days gone by", () => {
  let stadt: Stadt;
  let register: Awaited<ReturnType<typeof startRegister>>;
  const ids: Record<string, string> = {};

  before(async () => {
    register = await startRegister({});
    stadt = await baueStadt(
      Object.fromEntries(Object.entries(register.urls).map(([name, url]) => [`FACHWERK_REGISTER_${name.toUpperCase()}`, url])),
    );
    await stadt.arbeite();
    for (const schluessel of ["anna", "maria", "dieter"]) ids[schluessel] = await reiche(schluessel);
    for (const schluessel of ["anna", "maria"]) await phase(ids[schluessel] ?? "", "zugestellt");
    await phase(ids.dieter ?? "", "beiSachbearbeitung");
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });

  const reiche = (schluessel: string) => {
    const person = bevoelkerung.getPersona(schluessel);
    const lage = antragFuer(bevoelkerung, person, bevoelkerung.getPerson(person.kinder.at(-1) ?? ""));
    return stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      reicheEin(stadt.system, tx, { ...lage, fuerVormonat: false }, `betroffen:${schluessel}`),
    );
  };
  const phase = (id: string, soll: string) =>
    stadt.warteBis(soll, () =>
      stadt.system.db.inTransaction(
        { mandant: stadt.musterstadt.id },
        async (tx) => (await findStand(tx, id))?.stand.phase === soll,
      ),
    );
  const betroffene = async (mandant: Mandant, text: string, ab: string) => {
    const gelesen = liesRueckwirkung(uv, text, ab, stadt.system.clock.today());
    assert.equal(gelesen.art, "gelesen", "text" in gelesen ? gelesen.text : "");
    if (gelesen.art !== "gelesen") return [];
    const liste: Betroffener[] = [];
    const wunsch = { mandant, leistung: uv, jetzt: gelesen.jetzt, anlass: gelesen.anlass, wer: "pruefung" };
    for await (const each of findeBetroffene(stadt.system, wunsch)) liste.push(each);
    return liste;
  };
  test("whoever waits for the page can end the search: no file is opened after that", async () => {
    const gelesen = liesRueckwirkung(uv, "mindestunterhalt=[50000,57000,67000]", "2026-01-01", stadt.uhr.today());
    assert.ok(gelesen.art === "gelesen");
    const wunsch = { leistung: uv, jetzt: gelesen.jetzt, anlass: gelesen.anlass, wer: "ungeduldig", weiter: () => false };
    for await (const _ of findeBetroffene(stadt.system, { ...wunsch, mandant: stadt.musterstadt })) assert.fail("found one");
    const gelesenVon = await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      tx.query("select from protokoll_inhalt where daten->>'wer' = 'ungeduldig'"),
    );
    assert.equal(gelesenVon.rowCount, 0);
  });

  const aktePersonVon = (id: string) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, async (tx) => {
      const akte = (await findAkte(tx, id)) ?? assert.fail();
      const person = akte.beteiligte.find(({ rolle }) => rolle === "antragsteller")?.person ?? assert.fail();
      return { id, aktenzeichen: akte.aktenzeichen, person };
    });
  const zaehleSchritte = () =>
    stadt.system.db.inTransaction(
      { mandant: stadt.musterstadt.id },
      async (tx) => (await tx.query<{ n: number }>("select count(*)::int as n from vorgang_schritt")).rows[0]?.n,
    );

  test("lists whom it strikes, with each month before and after, and nobody who is not decided", async () => {
    const vorher = await zaehleSchritte();
    const liste = await betroffene(stadt.musterstadt, "mindestunterhalt=[49600,56800,66300]", "2026-12-01");
    assert.deepEqual(liste.map(({ vorgangId }) => vorgangId).sort(), [ids.anna, ids.maria].sort());
    const anna = liste.find(({ vorgangId }) => vorgangId === ids.anna);
    assert.deepEqual(anna?.unterschiede, [
      { art: "monat", name: "", von: "2026-12", bis: "2026-12", bisherCent: 22_700, neuCent: 23_700 },
    ]);
    assert.deepEqual(
      [anna?.nachvollzogen, anna?.differenzCent, anna?.ergebnisNeu, anna?.entschiedenAm],
      [true, 1_000, "bewilligt", "2026-11-24"],
    );
    // Giulia's pension of 180 Euro is taken off what is more as well.
    const maria = liste.find(({ vorgangId }) => vorgangId === ids.maria);
    assert.equal(maria?.differenzCent, 1_000);
    assert.equal(await zaehleSchritte(), vorher);
  });

  test("writes down which files were opened, by whom and why", async () => {
    const [zeile] = await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      leseProtokoll(tx, { arten: ["akten.ausgewertet"], limit: 1 }),
    );
    assert.equal(zeile?.daten.wer, "pruefung");
    assert.match(String(zeile?.daten.anlass), /Mindestunterhalt: ab 01\.12\.2026 496,00 €/);
    assert.deepEqual([...(zeile?.daten.vorgaenge as string[])].sort(), [ids.anna, ids.maria].sort());
  });

  test("whose file was opened reads it in the Datenschutzcockpit: which office, why, which file", async () => {
    const { id, aktenzeichen, person } = await aktePersonVon(ids.anna ?? "");
    const einsichten = await stadt.system.db.inTransaction({ person }, (tx) => listeEinsichtenFuerPerson(tx, person));
    const eine = einsichten.find(({ anlass }) => anlass.startsWith("Gedachte rückwirkende Änderung: Mindestunterhalt"));
    assert.equal(eine?.vorgangId, id);
    assert.match(eine?.anlass ?? "", new RegExp(`Akte ${aktenzeichen}$`));
    assert.equal(eine?.stelle, "Jugendamt, Unterhaltsvorschusskasse");
  });

  const seite = async (mehr: Record<string, string> = {}, art = "betroffene", rollen = ["leitung"]) => {
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("lena", rollen));
    const felder = { parameter: "mindestunterhalt", wert: "[49600,56800,66300]", ab: "01.12.2026", ...mehr };
    return stadt.web.inject({
      url: `/amt/leistungen/unterhaltsvorschuss/${art}?${new URLSearchParams(felder)}`,
      headers: { host: "musterstadt.localhost", cookie },
    });
  };

  test("page by page: each goes on where the one before stopped, nobody is shown twice or left out", async () => {
    const gelesen = liesRueckwirkung(uv, "mindestunterhalt=[49600,56800,66300]", "2026-12-01", stadt.uhr.today());
    assert.ok(gelesen.art === "gelesen");
    const wunsch = { mandant: stadt.musterstadt, leistung: uv, jetzt: gelesen.jetzt, anlass: gelesen.anlass, wer: "blaettern" };
    const gesehen: string[] = [];
    let nach: string | null = null;
    do {
      const eine: Awaited<ReturnType<typeof findeSeite>> = await findeSeite(stadt.system, { ...wunsch, nach }, 1);
      assert.ok(eine.betroffene.length <= 1);
      gesehen.push(...eine.betroffene.map(({ vorgangId }) => vorgangId));
      nach = eine.nach;
    } while (nach !== null);
    assert.deepEqual(gesehen.sort(), [ids.anna, ids.maria].sort());
    const ungeduldig = await findeSeite(stadt.system, { ...wunsch, weiter: () => false }, 1);
    assert.deepEqual(ungeduldig, { betroffene: [], nach: null });
  });

  test("the page shows both with their amounts; what comes after one of them only the other", async () => {
    const ganz = (await seite()).payload;
    assert.match(ganz, /<strong>2<\/strong> Bescheide/);
    assert.match(ganz, /Dezember 2026: 227,00\s€, neu 237,00\s€/);
    const [erste] = [ids.anna, ids.maria].sort();
    const rest = (await seite({ nach: erste ?? "", seite: "2" })).payload;
    assert.match(rest, /Ergebnis, Seite 2/);
    assert.match(rest, /<strong>1<\/strong> Bescheid/);
    assert.match(rest, /Zur ersten Seite/);
  });

  test("the whole list as a file: a line for each amount, read and logged like the page", async () => {
    const antwort = await seite({}, "betroffene.csv");
    assert.match(String(antwort.headers["content-type"]), /text\/csv/);
    const [kopf, ...zeilen] = antwort.payload.replace("\ufeff", "").trim().split("\r\n");
    assert.match(kopf ?? "", /^Aktenzeichen;Entschieden am;/);
    assert.equal(zeilen.length, 2);
    for (const zeile of zeilen)
      assert.match(zeile, /;24\.11\.2026;bewilligt;bewilligt;Zahlung im Monat;Dezember 2026;\d+,\d\d;\d+,\d\d;ja;nein$/);
  });

  test("who may see the rules and not the cases reads nobody's file; a figure that is none is told", async () => {
    assert.equal((await seite({}, "betroffene", ["datenschutz"])).statusCode, 403);
    assert.equal((await seite({ wert: "viel" })).statusCode, 422);
    assert.equal((await seite({ wert: "viel" }, "betroffene.csv")).statusCode, 422);
  });

  test("a figure that these cases never used strikes nobody", async () =>
    assert.deepEqual(await betroffene(stadt.musterstadt, "mindestunterhalt=[49600,56800,66300]", "2027-01-01"), []));

  test("Beispielkreis sees nothing of it", async () =>
    assert.deepEqual(await betroffene(stadt.beispielkreis, "mindestunterhalt=[49600,56800,66300]", "2026-12-01"), []));

  for (const [name, [text, ab, meldung]] of Object.entries({
    "a parameter that is none": ["hebesatz", "", /kein Parameter/],
    "one that did not change for days gone by": ["mindestunterhalt", "", /kein Satz trägt „bekanntSeit“/],
    "a value without a day": ["mindesteinkommen=650", "bald", /gehört der Tag/],
    "a value that is none": ["mindesteinkommen=viel", "2026-01-01", /kein Wert/],
  } satisfies Record<string, [string, string, RegExp]>))
    test(`refused: ${name}`, () => {
      const gelesen = liesRueckwirkung(uv, text, ab, "2026-11-24");
      assert.match(gelesen.art === "fehler" ? gelesen.text : "", meldung);
    });
});
