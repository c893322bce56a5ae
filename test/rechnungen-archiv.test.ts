import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, before, describe, test } from "node:test";
import { pruefeDatei } from "#protokollkette";
import { findRechnung, listeRechnungsschritte, rechnungsstandAus } from "#rechnungen";
import { besondere } from "../demo/rechnungen/erzeuge.ts";
import { demoStammdaten } from "../demo/rechnungen/lieferanten.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("an archive that proves itself", () => {
  let stadt: Stadt;
  let mandantId: number;
  let rechnungId: string;
  let eingangsnummer: string;
  let ordner: string;
  const { fehlerhaft, einwandfrei } = besondere("2026-11-24");
  before(async () => {
    ordner = await mkdtemp(join(tmpdir(), "fachwerk-archiv-"));
    stadt = await baueStadt();
    mandantId = stadt.musterstadt.id;
    const { rechnungen } = stadt.system;
    await rechnungen.nimmStammdatenAn(mandantId, demoStammdaten("musterstadt"));
    for (const [name, datei] of Object.entries({ einwandfrei, fehlerhaft })) {
      assert.ok(datei);
      const da = await rechnungen.nimmAn({
        mandantId,
        bytes: datei.bytes,
        dateiname: "Geheime Firma.xml",
        kanal: "upload",
        absender: null,
        akteur: { art: "lieferant", weg: "upload" },
        transaktion: name,
      });
      await rechnungen.bearbeite({ mandantId, rechnungId: da.rechnungId });
      ({ rechnungId, eingangsnummer } = da);
    }
    await stadt.system.kette.schliesse(mandantId, { warte: true });
  });
  after(async () => {
    await stadt.close();
    await rm(ordner, { recursive: true });
  });
  const in_ = <T>(fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: mandantId }, fn);
  const befehl = (...worte: string[]) =>
    new Promise<{ ende: number; aus: string; fehler: string }>((fertig) => {
      const env = {
        ...process.env,
        DATABASE_URL: stadt.urls.ownerUrl,
        DATABASE_URL_APP: stadt.urls.appUrl,
        FACHWERK_DATEN: stadt.system.config.daten,
        FACHWERK_UHR: "2026-11-24T09:00:00+01:00",
      };
      const kind = execFile(process.execPath, ["--import", "tsx", "src/cli.ts", ...worte], { env }, (_fehler, aus, fehler) =>
        fertig({ ende: kind.exitCode ?? -1, aus, fehler }),
      );
    });

  test("the file of an invoice: original, report, picture, log, each with its hash, and the proof from the chain", async () => {
    const ziel = join(ordner, "akte");
    const { ende, fehler } = await befehl(
      "rechnung",
      "akte",
      eingangsnummer,
      "--mandant",
      "musterstadt",
      "--nach",
      ziel,
      "--json",
    );
    assert.equal(ende, 0, fehler);
    const namen = (await readdir(ziel)).sort();
    assert.deepEqual(namen, [
      "bericht.json",
      "bericht.pdf",
      "bild.html",
      "inhalt.json",
      "log.json",
      "original-Geheime_Firma.xml",
      "protokoll.jsonl",
    ]);
    const inhalt = JSON.parse(await readFile(join(ziel, "inhalt.json"), "utf8")) as {
      dateien: { name: string; sha256: string }[];
      aufbewahrung: { bis: string };
    };
    for (const { name, sha256 } of inhalt.dateien) assert.equal(sha(await readFile(join(ziel, name))), sha256, name);
    assert.equal(inhalt.aufbewahrung.bis, "2034-12-31");
    assert.deepEqual(await readFile(join(ziel, "original-Geheime_Firma.xml")), fehlerhaft?.bytes);
    const nachweis = await readFile(join(ziel, "protokoll.jsonl"));
    const ergebnis = await pruefeDatei(Readable.from([nachweis]));
    assert.deepEqual(ergebnis.befunde, []);
    assert.ok(ergebnis.zeilen >= 3);
    const mitte = Math.floor(nachweis.length / 2);
    nachweis[mitte] = (nachweis[mitte] ?? 0) ^ 1;
    assert.equal((await pruefeDatei(Readable.from([nachweis]))).gueltig, false);
  });

  test("commands for whoever runs the house", async () => {
    const datei = join(ordner, "neu.xml");
    await writeFile(datei, besondere("2026-11-24").skonto?.bytes ?? "");
    const rein = await befehl("rechnung", "eingang", datei, "--mandant", "musterstadt", "--json");
    assert.equal(rein.ende, 0, rein.fehler);
    assert.equal(JSON.parse(rein.aus).art, "angenommen");
    const liste = await befehl("rechnung", "liste", "--mandant", "musterstadt", "--json");
    assert.deepEqual(
      liste.aus
        .trim()
        .split("\n")
        .map((zeile) => JSON.parse(zeile).phase),
      ["zuPruefen", "abgewiesen", "eingegangen"],
    );
    assert.equal((await befehl("rechnung", "liste", "--mandant", "musterstadt", "--phase", "quatsch")).ende, 2);
    assert.equal(
      (await befehl("rechnung", "akte", "RE-0", "--mandant", "musterstadt", "--nach", join(ordner, "nichts"))).ende,
      1,
    );
  });

  test("after its years the content goes, the deletion is a step, state and chain stay whole", async () => {
    const { rechnungen, kette } = stadt.system;
    stadt.uhr.set("2034-12-31T12:00:00+01:00");
    assert.equal(await rechnungen.loescheAbgelaufene(mandantId), 0, "not on the last day");
    stadt.uhr.set("2035-01-01T12:00:00+01:00");
    assert.equal(await rechnungen.loescheAbgelaufene(mandantId), 1);
    assert.equal(await rechnungen.loescheAbgelaufene(mandantId), 0);
    const schritte = await in_((tx) => listeRechnungsschritte(tx, rechnungId));
    assert.ok(schritte.slice(0, -1).every(({ daten }) => daten === null));
    const stand = (await in_((tx) => findRechnung(tx, rechnungId)))?.stand;
    assert.deepEqual(stand, { phase: "abgewiesen", geloescht: true });
    assert.deepEqual(rechnungsstandAus(schritte), stand);
    assert.deepEqual((await kette.pruefe(mandantId, {}, { wer: "test", anlass: "test" })).befunde, []);
    const { rows } = await in_((tx) =>
      tx.query<{ n: number }>("select count(*)::int as n from rechnung_stand where phase = 'zuPruefen' and stand ? 'kopf'"),
    );
    assert.equal(rows[0]?.n, 1, "what is still open stays");
  });
});
