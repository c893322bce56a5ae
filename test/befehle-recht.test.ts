import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parseArgs } from "node:util";
import { getLeistung } from "#leistungen";
import type { Rechtsdokument } from "#rechtsansicht";
import { kurzform, laufendeVersion } from "#versionen";
import { findStand } from "#vorgaenge";
import type { Wirkung } from "#wirkung";
import { antragFuer, createBevoelkerung } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { startRegister } from "../demo/register/alle.ts";
import { Falschaufruf, Verweigert } from "../src/befehle/befehl.ts";
import { rechtsbefehle } from "../src/befehle/recht.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

type Lauf = { ende: number; text: string; meldung: string };
const wurzel = join(import.meta.dirname, "..");
const leistung = "unterhaltsvorschuss";
const laufende = laufendeVersion(getLeistung(leistung));
/** A version of before, as the database of an older installation would hold it. */
const FRUEHER = "f".repeat(128);

describe("fachwerk leistung …, beside a house at work", () => {
  let stadt: Stadt;
  let register: Awaited<ReturnType<typeof startRegister>>;

  before(async () => {
    register = await startRegister({});
    const urls = Object.entries(register.urls).map(([name, url]) => [`FACHWERK_REGISTER_${name.toUpperCase()}`, url]);
    stadt = await baueStadt(Object.fromEntries(urls));
    await stadt.arbeite();
    const bevoelkerung = createBevoelkerung();
    const anna = bevoelkerung.getPersona("anna");
    const lage = antragFuer(bevoelkerung, anna, bevoelkerung.getPerson(anna.kinder.at(-1) ?? ""));
    const id = await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      reicheEin(stadt.system, tx, { ...lage, fuerVormonat: false }, "befehle"),
    );
    await stadt.warteBis("decided", () =>
      stadt.system.db.inTransaction(
        { mandant: stadt.musterstadt.id },
        async (tx) => (await findStand(tx, id))?.stand.phase === "zugestellt",
      ),
    );
    await stadt.system.versionen.erfasse();
    const [erster] = laufende.dokument.parameter[0]?.saetze ?? [];
    assert.ok(erster);
    const dokument = structuredClone(laufende.dokument) as Rechtsdokument & { version: string };
    dokument.version = "2025-9";
    Object.assign(dokument.parameter.find(({ schluessel }) => schluessel === "mindesteinkommen")?.saetze[0] ?? {}, {
      text: "500,00 €",
      wert: 50_000,
    });
    await stadt.system.db.inTransaction("installation", (tx) =>
      tx.query(
        "insert into leistung_version (leistung, fingerabdruck, version, dokument, erfasst_am) values ($1, $2, $3, $4, $5)",
        [leistung, FRUEHER, dokument.version, JSON.stringify(dokument), new Date("2025-01-01")],
      ),
    );
    // As an operator sets it, for the verbs here and for the processes below.
    Object.assign(process.env, {
      DATABASE_URL: stadt.urls.ownerUrl,
      DATABASE_URL_APP: stadt.urls.appUrl,
      FACHWERK_DATEN: stadt.system.config.daten,
    });
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });

  const prozess = (...worte: string[]): Promise<Lauf> =>
    new Promise((fertig) => {
      const befehl = ["--import", "tsx", "src/cli.ts", "leistung", ...worte];
      execFile(
        process.execPath,
        befehl,
        { cwd: wurzel, env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
        (fehler, text, meldung) => fertig({ ende: fehler ? Number(fehler.code) : 0, text, meldung }),
      );
    });
  /** The verb itself, with the database of the house: a process for each would take minutes. */
  async function rufe(verb: string, ...worte: string[]): Promise<Lauf> {
    const befehl = rechtsbefehle.find(({ name }) => name === `leistung ${verb}`) ?? assert.fail(verb);
    const optionen = Object.fromEntries(Object.entries(befehl.optionen ?? {}).map(([name, { type }]) => [name, { type }]));
    const lauf: Lauf = { ende: 0, text: "", meldung: "" };
    try {
      const { values, positionals } = parseArgs({
        args: worte,
        options: { ...optionen, json: { type: "boolean" } },
        allowPositionals: true,
      });
      const json = values.json === true;
      const schreibe = (zeile: string) => void (lauf.text += `${zeile}\n`);
      const ausgabe = {
        json,
        text: (zeile: string) => void (json || schreibe(zeile)),
        daten: (wert: unknown) => void (json && schreibe(JSON.stringify(wert))),
      };
      lauf.ende = (await befehl.fuehreAus(positionals, values as Record<string, string>, ausgabe)) ?? -1;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      lauf.meldung = error.message;
      lauf.ende = error instanceof Verweigert ? 1 : error instanceof Falschaufruf || "code" in error ? 2 : -1;
    }
    return lauf;
  }
  const zeilen = <T>({ text }: Lauf): T[] =>
    text
      .trim()
      .split("\n")
      .map((zeile) => JSON.parse(zeile) as T);

  test("zeige: the rules in the order of the statute, with figures, sources and what is read beside them", async () => {
    const [gelesen, json] = await Promise.all([rufe("zeige", leistung), rufe("zeige", leistung, "--json")]);
    assert.deepEqual([gelesen.ende, gelesen.meldung, json.ende], [0, "", 0]);
    assert.match(gelesen.text, /^Unterhaltsvorschuss, Fassung 2026-1 \([0-9a-f]{12}\), SGB X, automatisch: § 31a SGB X/);
    assert.match(gelesen.text, /ab 01\.01\.2026: .*486,00\s€.* {2}\(§ 1 MinUhV/);
    assert.match(gelesen.text, /Weitere Sätze, die in keinem Knoten stehen\n.*Monate vor dem Antrag/);
    const [dokument, ...mehr] = zeilen<Rechtsdokument & { fingerabdruck: string }>(json);
    assert.deepEqual([mehr.length, dokument?.schluessel, dokument?.fingerabdruck], [0, leistung, laufende.fingerabdruck]);
    assert.ok(dokument?.parameter.some(({ schluessel }) => schluessel === "altersgrenzen"));
  });

  test("fassungen: the one that runs and the one before; a line each under --json", async () => {
    const [gelesen, json] = await Promise.all([rufe("fassungen", leistung), rufe("fassungen", leistung, "--json")]);
    assert.deepEqual([gelesen.ende, json.ende], [0, 0]);
    assert.match(gelesen.text, new RegExp(`${kurzform(laufende.fingerabdruck)} {2}2026-1 .* {2}läuft`));
    assert.match(gelesen.text, /f{12} {2}2025-9 {5}2025-01-01T00:00:00\.000Z\n/);
    assert.deepEqual(
      zeilen<{ fingerabdruck: string; laeuft: boolean }>(json).map(({ fingerabdruck, laeuft }) => [fingerabdruck, laeuft]),
      [
        [laufende.fingerabdruck, true],
        [FRUEHER, false],
      ],
    );
  });

  test("unterschied: in words, from the beginnings of two fingerprints", async () => {
    const worte: [string, ...string[]] = ["unterschied", leistung, "ffffffffffff", kurzform(laufende.fingerabdruck)];
    const [gelesen, json] = await Promise.all([rufe(...worte), rufe(...worte, "--json")]);
    assert.equal(gelesen.ende, 0);
    assert.match(gelesen.text, /Bezeichnung der Fassung: „2025-9“ wird „2026-1“/);
    assert.match(gelesen.text, /Parameter {2}Mindesteinkommen des Elternteils: ab 01\.07\.2017 500,00 € wird 600,00\s€/);
    const [eines] = zeilen<{ alt: string; neu: string; unterschiede: { bereich: string }[] }>(json);
    assert.deepEqual([eines?.alt, eines?.neu], [FRUEHER, laufende.fingerabdruck]);
    assert.deepEqual(eines?.unterschiede.map(({ bereich }) => bereich).sort(), ["Angaben", "Parameter"]);
  });

  test("betroffen: the decided case with its amounts, and that the look is logged", async () => {
    const worte: [string, ...string[]] = [
      "betroffen",
      leistung,
      "--parameter",
      "mindestunterhalt=[49600,56800,66300]",
      "--ab",
      "2026-12-01",
    ];
    const [gelesen, json] = await Promise.all([rufe(...worte), rufe(...worte, "--json", "--mandant", "musterstadt")]);
    assert.deepEqual([gelesen.ende, gelesen.meldung, json.ende], [0, "", 0]);
    assert.match(gelesen.text, /musterstadt .* entschieden 24\.11\.2026: bewilligt; Dezember 2026 227,00 € → 237,00 €/);
    assert.match(gelesen.text, /1 Bescheide betroffen: zu zahlen 10,00 €, zu fordern 0,00 €\. Nichts wurde geändert/);
    const [einer, ...mehr] = zeilen<{ mandant: string; differenzCent: number; nachvollzogen: boolean }>(json);
    assert.deepEqual([mehr.length, einer?.mandant, einer?.differenzCent, einer?.nachvollzogen], [0, "musterstadt", 1_000, true]);
  });

  test("simuliere: table and document tell the same, for Elterngeld as for any other", async () => {
    const worte: [string, ...string[]] = [
      "simuliere",
      "elterngeld",
      "--bevoelkerung",
      "demo",
      "--ab",
      "2026-07-01",
      "--parameter",
      "hoechstbetrag=2000",
    ];
    const [gelesen, json] = await Promise.all([rufe(...worte), rufe(...worte, "--json")]);
    assert.deepEqual([gelesen.ende, gelesen.meldung, json.ende], [0, "", 0]);
    assert.match(
      gelesen.text,
      /^Höchstbetrag: ab 01\.07\.2026 \(es zählt: Geburtsdatum des Kindes\) 2\.000,00\s€ statt 1\.800,00\s€/,
    );
    assert.match(gelesen.text, /10\. Zehntel/);
    const [wirkung, ...mehr] = zeilen<Wirkung & { leistung: string }>(json);
    assert.deepEqual([mehr.length, wirkung?.leistung], [0, "elterngeld"]);
    const { faelle = 0, mehr: gewinner = 0 } = wirkung?.gesamt ?? {};
    assert.ok(gewinner > 0);
    assert.match(gelesen.text, new RegExp(`^${faelle} Fälle: ${gewinner} bekommen mehr`, "m"));
  });

  const falsch: Record<string, [string[], RegExp]> = {
    "zeige without a Leistung": [["zeige"], /fehlt der Schlüssel/],
    "zeige with an option that is none": [["zeige", leistung, "--laut"], /laut/],
    "unterschied with one version": [["unterschied", leistung, "ffff"], /Es fehlen die beiden Fassungen/],
    "betroffen without a parameter": [["betroffen", leistung], /Es fehlt --parameter/],
    "simuliere without a population": [["simuliere", leistung, "--ab", "2026-07-01"], /Es fehlt --bevoelkerung/],
    "simuliere with a day that is none": [
      ["simuliere", leistung, "--bevoelkerung", "demo", "--ab", "bald", "--parameter", "x=1"],
      /Es fehlt --ab/,
    ],
  };
  const verweigert: Record<string, [string[], RegExp]> = {
    "a Leistung that is none": [["zeige", "gibtesnicht"], /gibt es nicht\. Vorhanden: unterhaltsvorschuss/],
    "a version nobody knows": [["unterschied", leistung, "0000", "ffff"], /Eine Fassung „0000“ ist hier nicht bekannt/],
    "a parameter that is none": [["betroffen", leistung, "--parameter", "hebesatz"], /kein Parameter von/],
    "a Mandant that is none": [
      ["betroffen", leistung, "--parameter", "mindesteinkommen=650", "--ab", "2026-01-01", "--mandant", "anderswo"],
      /Den Mandanten „anderswo“ gibt es nicht/,
    ],
    "a value of another shape": [
      ["simuliere", leistung, "--bevoelkerung", "demo", "--ab", "2026-07-01", "--parameter", "mindestunterhalt=500"],
      /kein Wert für „Mindestunterhalt“/,
    ],
    "a Leistung the population says nothing of": [
      ["simuliere", "gewerbeanmeldung", "--bevoelkerung", "demo", "--ab", "2026-07-01", "--parameter", "x=1"],
      /trägt die Bevölkerung der Demo keine Angaben/,
    ],
  };
  for (const [ende, faelle] of [
    [2, falsch],
    [1, verweigert],
  ] as const)
    for (const [name, [[verb = "", ...worte], meldung]] of Object.entries(faelle))
      test(`${ende === 2 ? "called the wrong way" : "refused"}: ${name}`, async () => {
        const lauf = await rufe(verb, ...worte, "--json");
        assert.deepEqual([lauf.ende, lauf.text], [ende, ""], lauf.meldung);
        assert.match(lauf.meldung, meldung);
      });

  test("as a process of its own: one document on stdout to its end, nothing else; exit 2 with the usage, exit 1 with the reason", async () => {
    const [dokument, falscher, verweigerter] = await Promise.all([
      prozess("zeige", leistung, "--json"),
      prozess("betroffen", leistung, "--json"),
      prozess("betroffen", leistung, "--parameter", "hebesatz", "--json"),
    ]);
    assert.deepEqual([dokument.ende, dokument.meldung], [0, ""]);
    assert.equal(zeilen<{ fingerabdruck: string }>(dokument)[0]?.fingerabdruck, laufende.fingerabdruck);
    assert.deepEqual([falscher.ende, falscher.text, verweigerter.ende, verweigerter.text], [2, "", 1, ""]);
    assert.match(falscher.meldung, /Es fehlt --parameter\.\nfachwerk leistung betroffen </);
    assert.match(verweigerter.meldung, /^„hebesatz“ ist kein Parameter von Unterhaltsvorschuss/);
  });
});
