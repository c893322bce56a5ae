import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { findRechnung, type Rechnungszeile } from "#rechnungen";
import { besondere, erzeuge, type Rechnungsdatei } from "../demo/rechnungen/erzeuge.ts";
import { demoLeitwege, demoStammdaten } from "../demo/rechnungen/lieferanten.ts";
import { amtsperson, baueStadt, type Stadt } from "./helpers/stadt.ts";

const rollen = {
  eingang: ["rechnungseingang"],
  kreditoren: ["kreditoren"],
  schulpruefung: ["feststellung:schulamt"],
  pruefung: ["feststellung:*"],
  "musterstadt-anordnung": ["anordnung:*"],
  "musterstadt-anordnung2": ["anordnung:*"],
  finanzen: ["finanzen"],
  fremd: ["sachbearbeitung:wohngeld"],
} as const;
type Wer = keyof typeof rollen;

describe("pages of the incoming invoice: who may do what", () => {
  let stadt: Stadt;
  const dateien = besondere("2026-11-24");
  before(async () => {
    stadt = await baueStadt();
    await stadt.system.rechnungen.nimmStammdatenAn(stadt.musterstadt.id, demoStammdaten("musterstadt"));
  });
  after(() => stadt.close());

  const nimm = async (name: string, datei: Rechnungsdatei | undefined = dateien[name]) => {
    assert.ok(datei, name);
    const { rechnungen } = stadt.system;
    const mandantId = stadt.musterstadt.id;
    const { rechnungId } = await rechnungen.nimmAn({
      mandantId,
      bytes: datei.bytes,
      dateiname: datei.dateiname,
      kanal: "api",
      absender: null,
      akteur: { art: "lieferant", weg: "probe" },
      transaktion: `seiten:${name}`,
    });
    await rechnungen.bearbeite({ mandantId, rechnungId });
    return rechnungId;
  };
  const lies = (id: string): Promise<Rechnungszeile> =>
    stadt.system.db.inTransaction(
      { mandant: stadt.musterstadt.id },
      async (tx) => (await findRechnung(tx, id)) ?? assert.fail(id),
    );
  const als = (wer: Wer) => stadt.melde(stadt.musterstadt, amtsperson(wer, [...rollen[wer]]));
  const hole = async (wer: Wer, url: string) =>
    stadt.web.inject({ url, headers: { host: "musterstadt.localhost", accept: "text/html", cookie: await als(wer) } });
  const sende = async (wer: Wer, url: string, felder: Record<string, string>) =>
    stadt.web.inject({
      method: "POST",
      url,
      headers: {
        host: "musterstadt.localhost",
        accept: "text/html",
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
        cookie: await als(wer),
      },
      payload: new URLSearchParams(felder).toString(),
    });
  const tue = async (
    wer: Wer,
    id: string,
    tat: string,
    felder: Record<string, string> = {},
    transaktion: string = randomUUID(),
  ) => sende(wer, `/amt/rechnungen/${id}/${tat}`, { transaktion, nummer: String((await lies(id)).nummer), ...felder });

  test("each act is refused to whoever lacks its right, and moves nothing", async () => {
    const id = await nimm("einwandfrei");
    const { nummer, stand } = await lies(id);
    assert.equal(stand.amt, "buergeramt");
    const verboten: Record<string, readonly Wer[]> = {
      feststellen: ["eingang", "kreditoren", "finanzen", "musterstadt-anordnung"],
      anordnen: ["eingang", "kreditoren", "finanzen", "pruefung"],
      "dublette-ja": ["pruefung", "kreditoren", "musterstadt-anordnung"],
      "iban-freigeben": ["pruefung", "finanzen", "musterstadt-anordnung"],
      kreditor: ["pruefung", "finanzen"],
      erfassen: ["pruefung", "kreditoren"],
      zahlung: ["eingang", "pruefung", "musterstadt-anordnung"],
      abweisen: ["kreditoren", "finanzen", "musterstadt-anordnung"],
    };
    for (const [tat, leute] of Object.entries(verboten))
      for (const wer of leute) assert.equal((await tue(wer, id, tat)).statusCode, 403, `${tat} by ${wer}`);
    for (const wer of ["schulpruefung", "fremd"] as const)
      for (const tat of ["kommentieren", "feststellen", "__proto__", "gibtesnicht"])
        assert.ok([403, 404].includes((await tue(wer, id, tat, { kommentar: "x" })).statusCode), `${tat} by ${wer}`);
    assert.equal((await hole("schulpruefung", `/amt/rechnungen/${id}`)).statusCode, 404, "another office's does not exist");
    for (const teil of ["original", "bericht.pdf", "scan", "anlage/1"])
      assert.equal((await hole("schulpruefung", `/amt/rechnungen/${id}/${teil}`)).statusCode, 404, teil);
    assert.doesNotMatch((await hole("schulpruefung", "/amt/rechnungen?filter=alle")).payload, /Reinigung Adler/);
    assert.equal((await lies(id)).nummer, nummer);
    assert.equal((await sende("pruefung", `/amt/rechnungen/${id}/feststellen`, {})).statusCode, 400, "no form of ours");
  });

  test("a duplicate of another office's invoice: that it exists is told, what stands in it is not", async () => {
    const { bytes } = dateien.einwandfrei ?? assert.fail();
    const frueher = await lies(await nimm("einwandfrei"));
    const text = bytes.toString().replaceAll(demoLeitwege.musterstadt.buergeramt, demoLeitwege.musterstadt.schulamt);
    const id = await nimm("kopie", { bytes: Buffer.from(text), dateiname: "kopie.xml" } as Rechnungsdatei);
    const { stand } = await lies(id);
    assert.deepEqual([stand.phase, stand.amt, stand.dublette?.zu], ["moeglicheDublette", "schulamt", frueher.id]);
    const [eigene, ganzes] = [
      await hole("schulpruefung", `/amt/rechnungen/${id}`),
      await hole("eingang", `/amt/rechnungen/${id}`),
    ];
    assert.equal(eigene.statusCode, 200);
    for (const geheim of [frueher.sha256.slice(0, 16), `/amt/rechnungen/${frueher.id}`]) {
      assert.ok(!eigene.payload.includes(geheim), geheim);
      assert.ok(ganzes.payload.includes(geheim), geheim);
    }
    assert.match(eigene.payload, /liegt bei einem anderen Amt/);
  });

  test("found right, then ordered once by two clicks at the same time; a third, older page is told", async () => {
    const id = await nimm("skonto");
    const { stand } = await lies(id);
    const [kontierung] = stand.abgleich?.kontierung ?? [];
    assert.ok(kontierung && stand.kopf);
    const aufteilung = { betrag: "100000", zeilen: "1", "kostenstelle.0": kontierung.kostenstelle, "anteil.0": "" };
    const zuViel = await tue("pruefung", id, "feststellen", aufteilung);
    assert.equal(zuViel.statusCode, 422);
    assert.match(zuViel.payload, /Mehr als der Rechnungsbetrag/);
    const geprueft = await tue("pruefung", id, "feststellen", { ...aufteilung, aktion: "pruefen" });
    assert.equal(geprueft.statusCode, 200);
    assert.equal((await lies(id)).stand.phase, "zuPruefen", "reckoning signs nothing");
    const betrag = String(stand.kopf.zahlbarCent / 100).replace(".", ",");
    assert.equal((await tue("pruefung", id, "feststellen", { ...aufteilung, betrag })).statusCode, 303);
    const { nummer } = await lies(id);
    const felder = { betragCent: String(stand.kopf.zahlbarCent), nummer: String(nummer) };
    const key = randomUUID();
    const klicks = await Promise.all([1, 2].map(() => tue("musterstadt-anordnung", id, "anordnen", felder, key)));
    assert.deepEqual(
      klicks.map(({ statusCode }) => statusCode),
      [303, 303],
    );
    assert.equal((await lies(id)).nummer, nummer + 1);
    const alteSeite = await tue("musterstadt-anordnung2", id, "anordnen", felder);
    assert.equal(alteSeite.statusCode, 409);
    assert.match(alteSeite.payload, /Inzwischen ist mit dieser Rechnung etwas geschehen/);
  });

  test("represented: set up on the page, ordered in the other's name, ended, and over", async () => {
    const id = await nimm("gewoehnlich", erzeuge(31, "2026-11-24"));
    const { stand } = await lies(id);
    const [kontierung] = stand.abgleich?.kontierung ?? [];
    assert.ok(kontierung && stand.kopf);
    const betrag = String(stand.kopf.zahlbarCent / 100).replace(".", ",");
    await tue("pruefung", id, "feststellen", { betrag, zeilen: "1", "kostenstelle.0": kontierung.kostenstelle, "anteil.0": "" });
    const wunsch = { durch: "musterstadt-anordnung", von: "24.11.2026", bis: "30.11.2026" };
    assert.match(
      (await sende("musterstadt-anordnung2", "/amt/freigaben/vertretung", { ...wunsch, bis: "" })).payload,
      /von wann bis wann/,
    );
    assert.equal((await sende("musterstadt-anordnung2", "/amt/freigaben/vertretung", wunsch)).statusCode, 303);
    const seite = await hole("musterstadt-anordnung", "/amt/freigaben/vertretung");
    const vertretung = /vertretung\/([0-9a-f-]{36})\/ende/.exec(seite.payload)?.[1];
    assert.equal((await sende("musterstadt-anordnung", `/amt/freigaben/vertretung/${vertretung}/ende`, {})).statusCode, 303);
    const felder = { betragCent: String(stand.kopf.zahlbarCent), fuer: "musterstadt-anordnung2" };
    assert.match((await tue("musterstadt-anordnung", id, "anordnen", felder)).payload, /haben Sie heute keine Vertretung/);
    await sende("musterstadt-anordnung2", "/amt/freigaben/vertretung", wunsch);
    const angeordnet = await tue("musterstadt-anordnung", id, "anordnen", { ...felder, zurueck: "freigaben" });
    assert.match(String(angeordnet.headers.location), /^\/amt\/freigaben\?angeordnet=/);
    assert.deepEqual((await lies(id)).stand.anordnung?.fuer, "musterstadt-anordnung2");
    assert.match((await hole("musterstadt-anordnung", String(angeordnet.headers.location))).payload, /€ angeordnet/);
    assert.doesNotMatch((await hole("musterstadt-anordnung2", String(angeordnet.headers.location))).payload, /€ angeordnet/);
  });

  test("attachments and originals are downloads, whatever they call themselves", async () => {
    const datei = erzeuge(62, "2026-11-24");
    const anlage = `<cac:AdditionalDocumentReference><cbc:ID>L-1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="../../böse&quot;.html">${Buffer.from("<script>alert(1)</script>").toString("base64")}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;
    const bytes = Buffer.from(
      datei.bytes.toString().replace("<cac:AccountingSupplierParty>", `${anlage}<cac:AccountingSupplierParty>`),
    );
    const id = await nimm("anlage", { ...datei, bytes });
    const antwort = await hole("pruefung", `/amt/rechnungen/${id}/anlage/1`);
    assert.equal(antwort.payload, "<script>alert(1)</script>");
    assert.equal(antwort.headers["content-type"], "application/octet-stream");
    assert.match(String(antwort.headers["content-disposition"]), /^attachment; filename\*=UTF-8''b%C3%B6se%22\.html$/);
    assert.equal((await hole("pruefung", `/amt/rechnungen/${id}/anlage/2`)).statusCode, 404);
    const original = await hole("pruefung", `/amt/rechnungen/${id}/original`);
    assert.deepEqual(original.rawPayload, bytes);
    assert.match(String(original.headers["content-disposition"]), /^attachment/);
    assert.equal((await hole("pruefung", `/amt/rechnungen/${id}/scan`)).statusCode, 404, "only paper has a scan");
    assert.equal((await hole("pruefung", `/amt/rechnungen/${id}/bericht.pdf`)).rawPayload.subarray(0, 5).toString(), "%PDF-");
  });

  test("a scan is shown in a frame of its page and nowhere else; what is no scan is refused; sent twice it is one", async () => {
    const cookie = await als("eingang");
    const key = randomUUID();
    const lade = (bytes: string, transaktion = key) =>
      stadt.web.inject({
        method: "POST",
        url: "/amt/rechnungen/papier",
        headers: {
          host: "musterstadt.localhost",
          accept: "text/html",
          "sec-fetch-site": "same-origin",
          "content-type": "multipart/form-data; boundary=xGRENZEx",
          cookie,
        },
        payload: `--xGRENZEx\r\ncontent-disposition: form-data; name="transaktion"\r\n\r\n${transaktion}\r\n--xGRENZEx\r\ncontent-disposition: form-data; name="scan"; filename="brief.html"\r\n\r\n${bytes}\r\n--xGRENZEx--\r\n`,
      });
    assert.match((await lade("<script>alert(1)</script>", randomUUID())).payload, /kein Scan, den wir zeigen können/);
    const [eins, zwei] = await Promise.all([lade("%PDF-1.7 Rechnung"), lade("%PDF-1.7 Rechnung")]);
    assert.equal(eins.statusCode, 303);
    assert.equal(eins.headers.location, zwei.headers.location);
    const rechnungId = String(eins.headers.location).split("/").at(-1) ?? "";
    await stadt.system.rechnungen.bearbeite({ mandantId: stadt.musterstadt.id, rechnungId });
    const seite = await hole("eingang", `/amt/rechnungen/${rechnungId}`);
    assert.match(seite.payload, /<iframe src="\/amt\/rechnungen\/[0-9a-f-]{36}\/scan" title="Scan brief.pdf"/);
    assert.match(String(seite.headers["content-security-policy"]), /frame-src 'self'/);
    const scan = await hole("eingang", `/amt/rechnungen/${rechnungId}/scan`);
    assert.equal(scan.headers["content-type"], "application/pdf");
    assert.match(String(scan.headers["content-security-policy"]), /default-src 'none'.*frame-ancestors 'self'/);
    assert.equal((await hole("pruefung", "/amt/rechnungen/papier")).statusCode, 403);
  });

  test("lists and views as CSV: by office, in the order asked for, nothing that a spreadsheet would run", async () => {
    const datei = erzeuge(93, "2026-11-24");
    await nimm("formel", {
      ...datei,
      bytes: Buffer.from(datei.bytes.toString().replaceAll(/Malerbetrieb Hansen/g, "=1+1")),
    });
    await nimm("fehlerhaft");
    const alle = (await hole("eingang", "/amt/rechnungen.csv?filter=alle&sortierung=betrag")).payload;
    assert.match(alle, /^\ufeffEingangsnummer;Eingegangen;Lieferant;/);
    assert.match(alle, /;'=1\+1/);
    assert.doesNotMatch(alle, /;=1/);
    const schule = (await hole("schulpruefung", "/amt/rechnungen.csv?filter=alle")).payload;
    assert.ok(
      schule
        .trim()
        .split("\n")
        .slice(1)
        .every((zeile) => zeile.includes(";schulamt;")),
      schule,
    );
    for (const sicht of ["tafel", "alter", "skonto", "skontobilanz", "abweisungen", "durchlauf", "ausgeblieben", "fremde"]) {
      const csv = await hole("eingang", `/amt/rechnungen/auswertung.csv?sicht=${sicht}`);
      assert.equal(csv.statusCode, 200, sicht);
      assert.match(csv.payload, /^\ufeff[A-ZÄÖÜ]/, sicht);
    }
    const abweisungen = await hole("eingang", "/amt/rechnungen/auswertung?sicht=abweisungen&sortierung=quote&monate=3");
    assert.match(abweisungen.payload, /<svg[^>]*role="img".*<title[^>]*>Abgewiesene Rechnungen je Lieferant.*<table/s);
    const eigene = await hole("schulpruefung", "/amt/rechnungen/auswertung?sicht=abweisungen");
    assert.doesNotMatch(eigene.payload, /<svg[^>]*role="img"/, "what no office had is not told to an office");
    assert.equal((await hole("fremd", "/amt/rechnungen/auswertung")).statusCode, 403);
    await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      tx.query(
        "insert into zahlungsmeldung values ($1, 'X-1', null, 'DE02120300000000202051', 4711, '2026-11-23', 'ohne Anordnung', now())",
        [stadt.musterstadt.id],
      ),
    );
    const fremde = (wer: Wer, amt = "") => hole(wer, `/amt/rechnungen/auswertung?sicht=fremde&amt=${amt}`);
    assert.match((await fremde("eingang")).payload, /X-1.*47,11.€.*DE02 1203 0000.*ohne Anordnung/s);
    for (const seite of [await fremde("eingang", "schulamt"), await fremde("schulpruefung")])
      assert.match(seite.payload, /gehört noch keinem Amt/);
    const leer = await hole(
      "eingang",
      "/amt/rechnungen/auswertung?sicht=skontobilanz&sortierung=__proto__&seite=9999999&monate=abc",
    );
    assert.match(leer.payload, /wurde über kein Skonto entschieden/);
  });
});
