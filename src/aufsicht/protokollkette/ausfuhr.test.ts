import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { schreibeProtokoll } from "#protokoll";
import { readPublicKey, type Signer } from "#secrets";
import { alsStrom, anna, baueKette, type Kettenhaus, legeVorgangAn, schreibeAllerlei } from "../../../test/helpers/kette.ts";
import { zeileAus } from "./datei.ts";
import { pruefeDatei } from "./index.ts";
import { endeText, kopfText, type Satz, type Zeile } from "./saetze.ts";

const saetzeAus = (datei: Buffer): Satz[] =>
  datei
    .toString()
    .trimEnd()
    .split("\n")
    .map((zeile) => JSON.parse(zeile.slice(33)) as Satz);
/** As somebody would write it who knows the form: every line's sum is right again. */
const alsDatei = (saetze: readonly Satz[]): Buffer => Buffer.from(saetze.map(zeileAus).join(""));
const pruefe = (datei: Buffer, vorgaben = {}) => pruefeDatei(alsStrom(datei), vorgaben);

/** What a verifier must call the record that a line holds. */
function nameVon(satz: Satz): string {
  if (satz.typ === "zeile") return `Stapel ${satz.stapel}, Stelle ${satz.stelle}`;
  if (satz.typ === "stapel") return `Stapel ${satz.nummer}`;
  if (satz.typ === "dokument") return "Dokument";
  return satz.typ === "kopf" ? "Kopf der Datei" : "Ende der Datei";
}
function fremderSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
  return { ...readPublicKey(pem), sign: (text) => sign(null, Buffer.from(text), privateKey).toString("base64") };
}

describe("an export", () => {
  let haus: Kettenhaus;
  let vorgangId: string;
  let datei: Buffer;
  let saetze: Satz[];
  const stelle = (typ: Satz["typ"], nr = 0) => [...saetze.keys()].filter((i) => saetze[i]?.typ === typ)[nr] as number;
  before(async () => {
    haus = await baueKette();
    const sha256 = await haus.blobs.put(haus.mandant.id, Buffer.from("Original"));
    vorgangId = await haus.in_((tx) => legeVorgangAn(tx, 2, sha256));
    await haus.kette.schliesse(haus.mandant.id);
    await haus.in_((tx) => schreibeAllerlei(tx, vorgangId));
    datei = await haus.ausfuhr({ art: "alles", dokumente: true });
    saetze = saetzeAus(datei);
  });
  after(() => haus.close());

  test("is whole: head, rows, documents, batches, end", async () => {
    assert.deepEqual((await pruefe(datei, { schluessel: [haus.signer().key] })).befunde, []);
    assert.deepEqual([...new Set(saetze.map(({ typ }) => typ))], ["kopf", "zeile", "dokument", "stapel", "ende"]);
  });

  test("names the record in which a byte was flipped, for every byte", async () => {
    // One bit a byte, another one each run of the suite would not be repeatable: the place chooses it.
    const zeilenenden = [...datei.keys()].filter((ort) => datei[ort] === 10);
    let zeile = 0;
    for (let ort = 0; ort < datei.length; ort++) {
      if (ort > (zeilenenden[zeile] as number)) zeile++;
      const kopie = Buffer.from(datei);
      kopie[ort] = (kopie[ort] as number) ^ (1 << (ort % 8));
      const { gueltig, befunde } = await pruefe(kopie);
      const [erster] = befunde;
      assert.equal(gueltig, false, `byte ${ort}`);
      assert.equal(erster?.zeile, zeile + 1, `byte ${ort}: ${JSON.stringify(befunde)}`);
      assert.ok(erster?.satz.includes(nameVon(saetze[zeile] as Satz)), `byte ${ort}: ${erster?.satz}`);
    }
  });

  test("is found out wherever it is cut off", async () => {
    for (let ende = 0; ende < datei.length; ende += 97)
      assert.equal((await pruefe(datei.subarray(0, ende))).gueltig, false, String(ende));
  });

  // From here on whoever forges writes every sum anew.
  const faelschungen: Record<string, [(alle: Satz[]) => Satz[], RegExp]> = {
    "content changed": [
      (alle) => alle.with(stelle("zeile", 1), { ...(alle[stelle("zeile", 1)] as Zeile), inhalt: { text: "gefälscht" } }),
      /^vorgang\.schritt .*#2 \(Stapel 1, Stelle 2\): wurde verändert: der Inhalt/,
    ],
    "who and when changed": [
      (alle) => {
        const zeile = alle[stelle("zeile")] as Zeile;
        return alle.with(stelle("zeile"), { ...zeile, kopf: { ...zeile.kopf, zeitpunkt: "2020-01-01T00:00:00.000000Z" } });
      },
      /^vorgang\.schritt .*#1 .*: wurde verändert: Angaben/,
    ],
    "a row left out": [(alle) => alle.toSpliced(stelle("zeile", 1), 1), /#3 .*: davor fehlt etwas: Stelle 2 von Stapel 1/],
    "the last row of a batch left out": [
      (alle) => alle.toSpliced(stelle("zeile", 2), 1),
      /^Stapel 1: 3 Zeilen gehören dazu, 2 sind da/,
    ],
    "a row doubled": [(alle) => alle.toSpliced(stelle("zeile", 1), 0, alle[stelle("zeile", 1)] as Satz), /#2 .*: steht doppelt/],
    "two rows exchanged": [
      (alle) =>
        alle
          .with(stelle("zeile", 1), alle[stelle("zeile", 2)] as Satz)
          .with(stelle("zeile", 2), alle[stelle("zeile", 1)] as Satz),
      /#3 .*: davor fehlt etwas/,
    ],
    "two rows exchanged and numbered anew": [
      (alle) => {
        const [a, b] = [alle[stelle("zeile", 1)] as Zeile, alle[stelle("zeile", 2)] as Zeile];
        return alle.with(stelle("zeile", 1), { ...b, stelle: 2 }).with(stelle("zeile", 2), { ...a, stelle: 3 });
      },
      /^Stapel 1: mindestens eine seiner Zeilen/,
    ],
    "a whole batch left out": [
      (alle) => alle.toSpliced(stelle("zeile"), stelle("stapel") + 1 - stelle("zeile")),
      /^Stapel 1: (sein Abschluss )?fehlt/,
    ],
    "a whole batch doubled": [
      (alle) => alle.toSpliced(stelle("stapel") + 1, 0, ...alle.slice(stelle("zeile"), stelle("stapel") + 1)),
      /#1 .*: steht an falscher Stelle oder doppelt/,
    ],
    "a time of closing moved": [
      (alle) =>
        alle.with(stelle("stapel"), {
          ...(alle[stelle("stapel")] as Extract<Satz, { typ: "stapel" }>),
          geschlossen: "2020-01-01T00:00:00.000000Z",
        }),
      /^Stapel 1: die Kette reißt hier/,
    ],
    "a signature taken away": [
      (alle) =>
        alle.with(stelle("stapel"), { ...(alle[stelle("stapel")] as Extract<Satz, { typ: "stapel" }>), unterschriften: [] }),
      /^Stapel 1: ist nicht unterschrieben/,
    ],
    "content taken away": [
      (alle) => {
        const { salz: _, inhalt: _inhalt, ...ohne } = alle[stelle("zeile", 1)] as Zeile;
        return alle.with(stelle("zeile", 1), ohne);
      },
      /#2 .*: hat keinen Inhalt mehr, und kein Eintrag sagt/,
    ],
    "the document changed": [
      (alle) =>
        alle.with(stelle("dokument"), { ...(alle[stelle("dokument")] as Extract<Satz, { typ: "dokument" }>), inhalt: "AAAA" }),
      /^Dokument [0-9a-f]{64}: wurde verändert/,
    ],
    "the head of the file changed": [
      (alle) => alle.with(0, { ...(alle[0] as Extract<Satz, { typ: "kopf" }>), name: "Anderswo" }),
      /^Ende der Datei: die Datei davor ist nicht die/,
    ],
    "the end taken away": [(alle) => alle.slice(0, -1), /^Ende der Datei: fehlt/],
  };
  for (const [name, [faelsche, erwartet]] of Object.entries(faelschungen))
    test(`forged with right sums is found out: ${name}`, async () => {
      const { befunde } = await pruefe(alsDatei(faelsche(saetze)));
      assert.match(befunde.map(({ satz, text }) => `${satz}: ${text}`).join("\n"), new RegExp(erwartet, "m"));
    });

  test("cut at the end by its own keeper, signature and all, is found out by a head that was handed out", async () => {
    const kopf = (await haus.kette.lage(haus.mandant.id)).kopf;
    assert.ok(kopf);
    // The keeper holds the key, so the end of the shorter file can be signed as well.
    const kurz = saetze.slice(0, stelle("stapel") + 1);
    const { createHash } = await import("node:crypto");
    const ende = {
      zeilen: kurz.filter(({ typ }) => typ === "zeile").length,
      stapel: 1,
      davor: createHash("sha512").update(alsDatei(kurz)).digest("hex"),
    };
    const signer = haus.signer();
    const gekuerzt = alsDatei([
      ...kurz,
      { typ: "ende", ...ende, schluessel: signer.id, unterschrift: signer.sign(endeText(haus.mandant.schluessel, ende)) },
    ]);
    assert.deepEqual((await pruefe(gekuerzt, { schluessel: [signer.key] })).befunde, []);
    const { befunde } = await pruefe(gekuerzt, { schluessel: [signer.key], koepfe: [kopf] });
    assert.match(befunde[0]?.text ?? "", /sein Kopf wurde ausgehändigt, die Kette endet aber davor/);
    assert.deepEqual((await pruefe(datei, { schluessel: [signer.key], koepfe: [kopf] })).befunde, []);
    const anderer = { nummer: kopf.nummer, kopf: "0".repeat(128) };
    assert.match(
      (await pruefe(datei, { koepfe: [anderer] })).befunde[0]?.text ?? "",
      /anderer Kopf als der, der ausgehändigt wurde/,
    );
  });

  test("is refused with another key than the one the reader has", async () => {
    const { befunde } = await pruefe(datei, { schluessel: [fremderSigner().key] });
    assert.match(befunde[0]?.text ?? "", /unbekannten Schlüssel/);
  });

  test("with a head that somebody else signed is refused, whatever key they call it", async () => {
    const fremder = fremderSigner();
    const nr = stelle("stapel");
    const stapel = saetze[nr] as Extract<Satz, { typ: "stapel" }>;
    const text = kopfText(haus.mandant.schluessel, stapel.nummer, stapel.kopf);
    const mit = (kennung: string) =>
      alsDatei(saetze.with(nr, { ...stapel, unterschriften: [{ schluessel: kennung, unterschrift: fremder.sign(text) }] }));
    const trau = { schluessel: [haus.signer().key] };
    assert.match((await pruefe(mit(fremder.id), trau)).befunde[0]?.text ?? "", /unbekannten Schlüssel/);
    assert.match(
      (await pruefe(mit(haus.signer().id), trau)).befunde[0]?.text ?? "",
      /Unterschrift mit dem Schlüssel .* ist falsch/,
    );
  });

  test("after a change of keys verifies for whoever has the old key, because the old key confirmed the new one", async () => {
    const alter = haus.signer();
    const neuer = fremderSigner();
    await haus.kette.bestaetigeSchluessel(alter, neuer);
    await haus.in_((tx) => schreibeAllerlei(tx, vorgangId));
    const zeilen: string[] = [];
    const umgestellt = haus.mitSchluessel(() => neuer);
    for await (const zeile of umgestellt.exportiere(haus.mandant.id, { art: "alles" }, { wer: "p", anlass: "t" }))
      zeilen.push(zeile);
    const neu = Buffer.from(zeilen.join(""));
    const ergebnis = await pruefe(neu, { schluessel: [alter.key] });
    assert.deepEqual(ergebnis.befunde, []);
    assert.deepEqual(ergebnis.schluessel, [alter.id, neuer.id].sort());
    assert.match((await pruefe(neu, { schluessel: [neuer.key] })).befunde[0]?.text ?? "", /unbekannten Schlüssel/);
  });

  test("of one Vorgang, of one person, of some days holds what was asked for, proven without the rest", async () => {
    const fremd = await haus.in_((tx) => legeVorgangAn(tx, 3));
    const ofVorgang = await haus.ausfuhr({ art: "auszug", vorgang: vorgangId });
    assert.deepEqual((await pruefe(ofVorgang)).befunde, []);
    assert.ok(!ofVorgang.includes(fremd));
    assert.ok((await pruefe(ofVorgang)).zeilen >= 6);
    const ofPerson = await haus.ausfuhr({ art: "auszug", person: anna });
    assert.deepEqual((await pruefe(ofPerson)).befunde, []);
    assert.ok(!ofPerson.includes("sandmann"), "who opened which file is the office's own");
    for (const [umfang, soll] of [
      [{ von: "2026-11-25" }, 0],
      [{ bis: "2026-11-24" }, 12],
    ] as const) {
      const ergebnis = await pruefe(await haus.ausfuhr({ art: "auszug", ...umfang }));
      assert.deepEqual(ergebnis.befunde, []);
      assert.ok(soll === 0 ? ergebnis.zeilen === 0 : ergebnis.zeilen >= soll, String(ergebnis.zeilen));
    }
    // Half past eleven at night in UTC is the next day in Germany.
    await haus.in_((tx) => schreibeProtokoll(tx, { art: "nachts", zeitpunkt: new Date("2026-11-24T23:30:00Z"), daten: {} }));
    assert.match((await haus.ausfuhr({ art: "auszug", von: "2026-11-25" })).toString(), /"art":"nachts"/);
    const geaendert = saetzeAus(ofVorgang).map((satz) =>
      satz.typ === "zeile" && satz.stelle === 2 && satz.stapel === 1
        ? { ...satz, pfad: (satz.pfad ?? []).toReversed().slice(1) }
        : satz,
    );
    assert.match((await pruefe(alsDatei(geaendert))).befunde[0]?.text ?? "", /der Weg zur Wurzel stimmt nicht/);
  });
});
