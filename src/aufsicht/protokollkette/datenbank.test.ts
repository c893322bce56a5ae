import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { schreibeProtokoll } from "#protokoll";
import { baueKette, type Kettenhaus, legeVorgangAn, schreibeAllerlei, zeitpunkt } from "../../../test/helpers/kette.ts";

const wurzel = join(import.meta.dirname, "../../..");
const leser = { wer: "pruefung", anlass: "Test" };

describe("the chain in the database", () => {
  let haus: Kettenhaus;
  let vorgangId: string;
  before(async () => {
    haus = await baueKette();
    vorgangId = await haus.in_((tx) => legeVorgangAn(tx, 5));
    await haus.in_((tx) => schreibeAllerlei(tx, vorgangId));
    for (let runde = 0; runde < 4; runde++) {
      await haus.in_((tx) => schreibeProtokoll(tx, { art: "probe", zeitpunkt, daten: { runde } }));
      await haus.kette.schliesse(haus.mandant.id, { groesse: 4 });
    }
  });
  after(() => haus.close());
  const befunde = async () =>
    (await haus.kette.pruefe(haus.mandant.id, {}, leser)).befunde.map(({ satz, text }) => `${satz}: ${text}`).join("\n");

  // Whoever owns the database can do all of this; each is undone, and the chain must be whole again.
  const eingriffe: Record<string, { tue: string; zurueck: string; erwartet: RegExp }> = {
    "content changed": {
      tue: `update vorgang_schritt_inhalt set daten = daten || '{"text":"x"}' where nummer = 2`,
      zurueck: `update vorgang_schritt_inhalt set daten = '{"text":"Notiz 1"}' where nummer = 2`,
      erwartet: /^vorgang\.schritt .*#2 .*: wurde verändert: der Inhalt/,
    },
    "time of a step moved": {
      tue: "update vorgang_schritt set zeitpunkt = zeitpunkt - interval '1 day' where nummer = 3",
      zurueck: "update vorgang_schritt set zeitpunkt = zeitpunkt + interval '1 day' where nummer = 3",
      erwartet: /^vorgang\.schritt .*#3 .*: wurde verändert: Angaben/,
    },
    "whose Leistung it was changed": {
      tue: "update vorgang set leistung = 'wohngeld'",
      zurueck: "update vorgang set leistung = 'unterhaltsvorschuss'",
      erwartet: /^vorgang\.schritt .*#1 .*: wurde verändert: Angaben/,
    },
    "the log of an access gone": {
      tue: "create table weg as select * from protokoll_inhalt where id = 1; delete from protokoll_inhalt where id = 1; create table weg2 as select * from protokoll where id = 1; delete from protokoll where id = 1",
      zurueck:
        "insert into protokoll overriding system value select * from weg2; insert into protokoll_inhalt select * from weg; drop table weg; drop table weg2",
      erwartet: /^protokoll 1 .*: fehlt: sie ist verkettet, aber in ihrer Tabelle nicht mehr vorhanden/,
    },
    "an entry of the cockpit changed": {
      tue: "update abruf set behoerde = 'Niemand'",
      zurueck: "update abruf set behoerde = 'Jugendamt'",
      erwartet: /^cockpit\.abruf .*: wurde verändert: der Inhalt/,
    },
    "a batch forged": {
      tue: "update kette_stapel set wurzel = sha512(wurzel) where nummer = 2; create table alt as select wurzel from kette_stapel where nummer = 1",
      zurueck: "drop table alt",
      erwartet: /^Stapel 2: mindestens eine seiner Zeilen/,
    },
  };
  for (const [name, { tue, zurueck, erwartet }] of Object.entries(eingriffe))
    test(`names what was done behind its back: ${name}`, async () => {
      assert.equal(await befunde(), "");
      if (name === "a batch forged") await haus.faelsche("create table stapel_davor as select * from kette_stapel");
      await haus.faelsche(tue);
      assert.match(await befunde(), erwartet);
      if (name === "a batch forged")
        await haus.faelsche(
          "update kette_stapel s set wurzel = d.wurzel from stapel_davor d where d.nummer = s.nummer and d.mandant_id = s.mandant_id; drop table stapel_davor",
        );
      await haus.faelsche(zurueck);
      assert.equal(await befunde(), "");
    });

  test("a row put in behind the back of the chain is told, although no batch misses it", async () => {
    await haus.faelsche(
      "insert into protokoll (mandant_id, id, art, zeitpunkt, digest) overriding system value values ($1, -5, 'gefaelscht', now(), 'x')",
      [haus.mandant.id],
    );
    await haus.faelsche("update kette_stand set fertig_bis = greatest(fertig_bis, 1) where art = 'protokoll'");
    // Numbers below the first are looked at as well.
    assert.match(await befunde(), /^protokoll -5: gehört zu keinem Stapel/m);
    await haus.faelsche("delete from protokoll where id = -5");
    assert.equal(await befunde(), "");
  });

  test("the newest batches alone can be checked", async () => {
    const ergebnis = await haus.kette.pruefeNeueste(haus.mandant.id, 2, leser);
    assert.deepEqual([ergebnis.gueltig, ergebnis.stapel, ergebnis.befunde], [true, 2, []]);
  });

  test("killed again and again while it closes batches, it loses and doubles nothing", async () => {
    await haus.in_(async (tx) => {
      for (let nr = 0; nr < 1500; nr++) await schreibeProtokoll(tx, { art: "viel", zeitpunkt, daten: { nr } });
    });
    const skript = `
      import { baueSystem } from "./test/helpers/kette-prozess.ts";
      await baueSystem(${JSON.stringify(haus.urls.appUrl)}, ${JSON.stringify(haus.daten)}, ${haus.mandant.id});`;
    const starte = (): ChildProcess =>
      spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", skript], {
        cwd: wurzel,
        stdio: ["ignore", "pipe", "inherit"],
      });
    for (let absturz = 0; absturz < 2; absturz++) {
      const prozess = starte();
      await once(prozess.stdout as NodeJS.ReadableStream, "data");
      await new Promise((fertig) => setTimeout(fertig, 20 * absturz));
      prozess.kill("SIGKILL");
      await once(prozess, "exit");
    }
    await haus.kette.schliesse(haus.mandant.id, { groesse: 50, warte: true });
    assert.equal(await befunde(), "");
    const { rows } = await haus.in_((tx) =>
      tx.query<{ zeilen: number; glieder: number }>(
        `select (select count(*) from protokoll where mandant_id = $1 and art = 'viel') as zeilen,
                (select count(*) from kette_glied g join protokoll p on p.mandant_id = g.mandant_id and p.id::text = g.schluessel where g.mandant_id = $1 and g.art = 'protokoll' and p.art = 'viel') as glieder`,
        [tx.mandantId],
      ),
    );
    assert.deepEqual(rows[0], { zeilen: 1500, glieder: 1500 });
  });

  describe("the operator's command", () => {
    let ordner: string;
    before(async () => {
      ordner = await mkdtemp(join(tmpdir(), "fachwerk-ausfuhr-"));
    });
    after(() => rm(ordner, { recursive: true, force: true }));
    async function rufe(...worte: string[]): Promise<{ ende: number; aus: string; fehler: string }> {
      const prozess = spawn(process.execPath, ["--import", "tsx", "src/cli.ts", ...worte], {
        cwd: wurzel,
        env: { ...process.env, DATABASE_URL: haus.urls.ownerUrl, DATABASE_URL_APP: haus.urls.appUrl, FACHWERK_DATEN: haus.daten },
      });
      let [aus, fehler] = ["", ""];
      prozess.stdout.on("data", (teil) => (aus += teil));
      prozess.stderr.on("data", (teil) => (fehler += teil));
      const [ende] = (await once(prozess, "close")) as [number];
      return { ende, aus, fehler };
    }

    test("exports, verifies, names the broken record, and ends as promised", async () => {
      const datei = join(ordner, "a.jsonl");
      const ausfuhr = await rufe("protokoll", "exportiere", "--mandant", "musterstadt", "--nach", datei, "--json");
      assert.equal(ausfuhr.ende, 0, ausfuhr.fehler);
      const schluessel = haus.signer().key;
      const gut = await rufe("protokoll", "pruefe", datei, "--schluessel", schluessel, "--json");
      assert.equal(gut.ende, 0, gut.fehler);
      const { gueltig, kopf, hinweise } = JSON.parse(gut.aus);
      assert.deepEqual([gueltig, hinweise], [true, []]);
      const mitKopf = await rufe("protokoll", "pruefe", datei, "--kopf", `${kopf.nummer}:${kopf.kopf}`);
      assert.equal(mitKopf.ende, 0, mitKopf.fehler);
      const bytes = await readFile(datei);
      const ort = bytes.indexOf("Notiz 3");
      bytes[ort] = 0x6e;
      await writeFile(datei, bytes);
      const schlecht = await rufe("protokoll", "pruefe", datei, "--json");
      assert.equal(schlecht.ende, 1);
      assert.match(JSON.parse(schlecht.aus).befunde[0].satz, new RegExp(`^vorgang.schritt ${vorgangId}#4 `));
      assert.match(schlecht.fehler, /#4/);
    });

    test("checks the database, and refuses wrong usage", async () => {
      const gut = await rufe("protokoll", "pruefe", "--gegen-datenbank", "--mandant", "musterstadt");
      assert.equal(gut.ende, 0, gut.fehler);
      assert.match(gut.aus, /Unversehrt\./);
      assert.equal((await rufe("protokoll", "pruefe")).ende, 2);
      assert.equal((await rufe("protokoll", "pruefe", "x", "--schluessel", "nein")).ende, 2);
      assert.equal((await rufe("protokoll", "pruefe", join(ordner, "gibtesnicht"))).ende, 1);
      assert.equal((await rufe("protokoll", "exportiere", "--mandant", "nirgends", "--nach", "x")).ende, 1);
    });
  });
});
