import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { findRechnung, type Kopf, listeRechnungen, type Rechnungsphase, rechnungsuebergaenge } from "#rechnungen";
import { type Imapserver, starteImap } from "../demo/imap/imap.ts";
import { starteZugangspunkt } from "../demo/peppol/zugangspunkt.ts";
import { type Post, startePost } from "../demo/post/post.ts";
import { alsDatei, besondere, entwirf, erzeuge } from "../demo/rechnungen/erzeuge.ts";
import { demoStammdaten } from "../demo/rechnungen/lieferanten.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

const heute = "2026-11-24";
const alle = Object.keys(rechnungsuebergaenge) as Rechnungsphase[];
const host = "musterstadt.localhost";

describe("ways in", () => {
  let stadt: Stadt;
  let mandantId: number;
  let ordner: string;
  let imap: Imapserver;
  let post: Post;
  before(async () => {
    ordner = await mkdtemp(join(tmpdir(), "fachwerk-eingang-"));
    imap = await starteImap({ port: 0, benutzer: "rechnung", kennwort: "geheim 1" });
    post = await startePost({ smtpPort: 0, httpPort: 0 });
    await mkdir(join(ordner, "ein"));
    const zugaenge = {
      eingangsordner: join(ordner, "ein"),
      imap: { host: "127.0.0.1", port: imap.port, tls: false, benutzer: "rechnung", kennwort: "geheim 1" },
    };
    await writeFile(join(ordner, "rechnungen.json"), JSON.stringify({ musterstadt: zugaenge }));
    stadt = await baueStadt({
      FACHWERK_RECHNUNGEN: join(ordner, "rechnungen.json"),
      FACHWERK_SMTP: `smtp://127.0.0.1:${post.smtpPort}`,
    });
    mandantId = stadt.musterstadt.id;
    await stadt.system.rechnungen.nimmStammdatenAn(mandantId, demoStammdaten("musterstadt"));
  });
  after(async () => {
    await stadt.close();
    await imap.schliesse();
    await post.schliesse();
    await rm(ordner, { recursive: true });
  });

  const liste = (kanal: string) =>
    stadt.system.db.inTransaction({ mandant: mandantId }, async (tx) => {
      const { zeilen } = await listeRechnungen(tx, {
        phasen: alle,
        aemter: null,
        sortierung: "aelteste",
        seite: 1,
        jeSeite: 500,
      });
      return zeilen.filter((zeile) => zeile.kanal === kanal);
    });
  const sende = (payload: Buffer | string, kopf: Record<string, string> = {}, url = "/api/rechnungen") =>
    stadt.web.inject({ method: "POST", url, headers: { host, "content-type": "application/xml", ...kopf }, payload });

  test("interface: only with a token of this Mandant that may; the same key, or the same file, is one arrival", async () => {
    const { rechnungen } = stadt.system;
    const token = await rechnungen.legeZugangAn(mandantId, {
      bezeichnung: "Bürobedarf",
      rechte: ["einliefern", "lesen"],
      tage: 1,
    });
    const fremd = await rechnungen.legeZugangAn(stadt.beispielkreis.id, {
      bezeichnung: "Fremd",
      rechte: ["einliefern"],
      tage: 1,
    });
    const nurLesen = await rechnungen.legeZugangAn(mandantId, { bezeichnung: "Leser", rechte: ["lesen"], tage: 1 });
    const alt = await rechnungen.legeZugangAn(mandantId, { bezeichnung: "Alt", rechte: ["einliefern"], tage: 0 });
    const { bytes } = erzeuge(200, heute);
    const mit = (wert: string, mehr = {}) => sende(bytes, { authorization: `Bearer ${wert}`, ...mehr });
    assert.deepEqual(
      await Promise.all([mit("fwr_falsch"), sende(bytes), mit(fremd), mit(alt)]).then((a) =>
        a.map(({ statusCode }) => statusCode),
      ),
      [401, 401, 401, 401],
    );
    assert.equal((await mit(nurLesen)).statusCode, 403);
    const erste = await mit(token, {
      "idempotency-key": "lieferung-1",
      "content-disposition": 'attachment; filename="../../r.xml"',
    });
    assert.equal(erste.statusCode, 202, erste.payload);
    const { id, stand } = erste.json() as { id: string; stand: string };
    assert.equal(stand, "angenommen");
    assert.deepEqual(
      [
        (await mit(token, { "idempotency-key": "lieferung-1" })).json().id,
        (await mit(token, { "idempotency-key": "lieferung-1" })).json().stand,
      ],
      [id, "bekannt"],
    );
    const andere = await sende(erzeuge(299, heute).bytes, { authorization: `Bearer ${token}`, "idempotency-key": "lieferung-1" });
    assert.deepEqual([andere.statusCode, andere.json().title], [409, "Schon verwendet"]);
    const namensvetter = await rechnungen.legeZugangAn(mandantId, {
      bezeichnung: "Bürobedarf",
      rechte: ["einliefern", "lesen"],
      tage: 1,
    });
    const frage = (wert: string) =>
      stadt.web.inject({ url: `/api/rechnungen/${id}`, headers: { host, authorization: `Bearer ${wert}` } });
    assert.deepEqual([(await frage(token)).statusCode, (await frage(namensvetter)).statusCode], [200, 404]);
    assert.notEqual((await mit(namensvetter, { "idempotency-key": "lieferung-1" })).json().id, id);
    const ohneSchluessel = await Promise.all([mit(token), mit(token), mit(token)]);
    assert.equal(new Set(ohneSchluessel.map((antwort) => antwort.json().id)).size, 1);
    assert.equal((await sende("{}", { authorization: `Bearer ${token}`, "content-type": "application/json" })).statusCode, 422);
    assert.equal((await sende("", { authorization: `Bearer ${token}` })).statusCode, 422);
    assert.equal((await mit(token, { "idempotency-key": "kurz" })).statusCode, 422);
    await rechnungen.bearbeite({ mandantId, rechnungId: id });
    const gelesen = await stadt.web.inject({ url: `/api/rechnungen/${id}`, headers: { host, authorization: `Bearer ${token}` } });
    assert.equal(gelesen.json().stand, "zuPruefen");
    for (const [wer, kopf] of [
      ["Leser", nurLesen],
      ["Beispielkreis", fremd],
    ] as const) {
      const antwort = await stadt.web.inject({
        url: `/api/rechnungen/${id}`,
        headers: { host: wer === "Leser" ? host : "beispielkreis.localhost", authorization: `Bearer ${kopf}` },
      });
      assert.ok([403, 404].includes(antwort.statusCode), wer);
    }
    assert.equal((await liste("api"))[0]?.dateiname.includes("/"), false);
    // Taken back: at once, by name, in this house only.
    assert.equal(await rechnungen.entzieheZugang(mandantId, "Bürobedarf"), 2);
    assert.equal(await rechnungen.entzieheZugang(mandantId, "Bürobedarf"), 0);
    assert.equal(await rechnungen.entzieheZugang(mandantId, "Fremd"), 0);
    assert.equal((await mit(token)).statusCode, 401);
    assert.equal((await mit(nurLesen)).statusCode, 403);
  });

  test("interface: a document is checked without a token and without being kept", async () => {
    const vorher = (await liste("api")).length;
    const { fehlerhaft } = besondere(heute);
    const antwort = await sende(fehlerhaft?.bytes ?? "", {}, "/api/rechnungen/pruefung");
    assert.equal(antwort.json().gueltig, false);
    assert.equal((await liste("api")).length, vorher);
  });

  test("Peppol: an access point hands over; its message id is the arrival", async () => {
    const token = await stadt.system.rechnungen.legeZugangAn(mandantId, {
      bezeichnung: "Zugangspunkt",
      rechte: ["peppol"],
      tage: 1,
    });
    const nachricht = {
      nachrichtId: "a1@ap.example",
      absender: "9930:de123456789",
      empfaenger: "0204:99001-SCHULE-00",
      dokumentart:
        "busdox-docid-qns::urn:oasis:names:specification:ubl:schema:xsd:Invoice-2::Invoice##urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0::2.1",
      dokument: erzeuge(201, heute).bytes.toString("base64"),
    };
    const mit = (payload: object) =>
      stadt.web.inject({
        method: "POST",
        url: "/api/rechnungen/peppol",
        headers: { host, authorization: `Bearer ${token}` },
        payload,
      });
    const [erste, zweite] = [await mit(nachricht), await mit(nachricht)];
    assert.deepEqual([erste.statusCode, zweite.json().stand], [202, "bekannt"]);
    assert.equal(
      (
        await mit({
          ...nachricht,
          nachrichtId: "a2@ap.example",
          dokumentart: "urn:oasis:names:specification:ubl:schema:xsd:Order-2::Order",
        })
      ).statusCode,
      422,
    );
    assert.equal((await liste("peppol")).length, 1);
  });

  test("Peppol: an access point repeats what was not taken, whose answer was lost, and stops where it is refused", async () => {
    const token = await stadt.system.rechnungen.legeZugangAn(mandantId, { bezeichnung: "AP", rechte: ["peppol"], tage: 1 });
    const vorher = (await liste("peppol")).length;
    let versuche = 0;
    const punkt = await starteZugangspunkt({
      port: 0,
      wartenMs: 20,
      haus: async (payload) => {
        versuche++;
        if (versuche === 1) throw new Error("the house is away");
        const { statusCode } = await stadt.web.inject({
          method: "POST",
          url: "/api/rechnungen/peppol",
          headers: { host, authorization: `Bearer ${token}` },
          payload,
        });
        // Taken, but the access point does not hear of it.
        return versuche === 2 ? 500 : statusCode;
      },
    });
    const schicke = (xml: Buffer | string) => fetch(`${punkt.url}/empfange`, { method: "POST", body: xml.toString() });
    await schicke(erzeuge(202, heute).bytes);
    await stadt.warteBis("delivered", async () => punkt.zugestellt.length === 1);
    assert.equal(versuche, 3);
    assert.equal((await liste("peppol")).length, vorher + 1);
    await schicke("<Order/>");
    await stadt.warteBis("refused", async () => punkt.offen() === 0);
    assert.equal((await liste("peppol")).length, vorher + 1);
    await punkt.schliesse();
  });

  test("watched folder: moved after commit; what is being written waits; rubbish is laid aside", async () => {
    const ein = join(ordner, "ein");
    const ruhig = new Date(Date.now() - 60_000);
    const lege = async (name: string, bytes: Buffer | string, alt = true) => {
      await writeFile(join(ein, name), bytes);
      if (alt) await utimes(join(ein, name), ruhig, ruhig);
    };
    await lege("a.xml", erzeuge(210, heute).bytes);
    await lege("b.xml", erzeuge(211, heute).bytes, false);
    await lege("c.xml.part", erzeuge(212, heute).bytes);
    await lege("d.exe", "MZ und so weiter");
    const hole = async () => (await stadt.system.rechnungen.holeEingaenge(mandantId)).ordner;
    // Two workers look at the same time.
    const berichte = await Promise.allSettled([hole(), hole()]);
    assert.ok(berichte.some(({ status }) => status === "fulfilled"));
    assert.deepEqual((await readdir(ein)).sort(), ["abgelehnt", "angenommen", "b.xml", "c.xml.part"]);
    assert.equal((await readdir(join(ein, "abgelehnt"))).length, 1);
    assert.equal((await liste("ordner")).length, 1);
    // Killed between commit and move: the file lies there again, and is the same arrival.
    await lege("a.xml", erzeuge(210, heute).bytes);
    assert.deepEqual(await hole(), { angenommen: 0, bekannt: 1, abgelehnt: [], wartend: 2 });
    assert.equal((await liste("ordner")).length, 1);
  });

  test("watched folder: what is too large, too long of name or unreadable keeps nobody waiting", async () => {
    const ein = join(ordner, "ein");
    const ruhig = new Date(Date.now() - 60_000);
    const lang = `0${"x".repeat(245)}.xml`;
    await writeFile(join(ein, lang), erzeuge(213, heute).bytes);
    await writeFile(join(ein, "1-riesig.xml"), "");
    await truncate(join(ein, "1-riesig.xml"), 5 * 1024 ** 3);
    await writeFile(join(ein, "z.xml"), erzeuge(214, heute).bytes);
    for (const name of [lang, "1-riesig.xml", "z.xml"]) await utimes(join(ein, name), ruhig, ruhig);
    const bericht = (await stadt.system.rechnungen.holeEingaenge(mandantId)).ordner;
    assert.equal(bericht?.angenommen, 2);
    assert.match(bericht?.abgelehnt.join() ?? "", /größer als 20 Megabyte/);
    assert.deepEqual((await readdir(ein)).sort(), ["abgelehnt", "angenommen", "b.xml", "c.xml.part"]);
  });

  const mail = (kopf: string, anhaenge: { name: string; bytes: Buffer; typ?: string }[]) =>
    [
      `From: "Lieferant" <lieferant@firma.example>`,
      "To: rechnung@musterstadt.example",
      kopf,
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="grenze"',
      "",
      "--grenze",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Guten Tag, anbei die Rechnung.",
      ...anhaenge.flatMap(({ name, bytes, typ = "application/xml" }) => [
        "--grenze",
        `Content-Type: ${typ}; name="${name}"`,
        `Content-Disposition: attachment; filename="${name}"`,
        "Content-Transfer-Encoding: base64",
        "",
        ...(bytes.toString("base64").match(/.{1,76}/g) ?? []),
      ]),
      "--grenze--",
      "",
    ].join("\r\n");
  const postAn = async (an: string) =>
    ((await (await fetch(`${post.url}/nachrichten?an=${an}`)).json()) as { betreff?: string }[]).length;

  test("mailbox: attachments are arrivals, a mail without one is answered, programs are not answered, nothing is read twice", async () => {
    imap.lege(
      mail("Subject: Zwei\r\nMessage-ID: <m1@firma.example>", [
        { name: "r1.xml", bytes: erzeuge(220, heute).bytes },
        { name: "r2.XML", bytes: erzeuge(221, heute).bytes, typ: "application/octet-stream" },
      ]),
    );
    imap.lege(mail("Subject: Ohne\r\nMessage-ID: <m2@firma.example>", []));
    imap.lege(mail("Subject: Abwesend\r\nMessage-ID: <m3@firma.example>\r\nAuto-Submitted: auto-replied", []));
    const { postfach } = await stadt.system.rechnungen.holeEingaenge(mandantId);
    assert.deepEqual(postfach, { angenommen: 2, bekannt: 0, abgelehnt: 0, ohneRechnung: 2, beantwortet: 1 });
    assert.equal(await postAn("lieferant@firma.example"), 1);
    assert.deepEqual((await stadt.system.rechnungen.holeEingaenge(mandantId)).postfach, {
      angenommen: 0,
      bekannt: 0,
      abgelehnt: 0,
      ohneRechnung: 0,
      beantwortet: 0,
    });
    // Killed after the commit and before the mark: read again, and the same arrivals.
    imap.mails[0]?.flags.delete("\\Seen");
    assert.equal((await stadt.system.rechnungen.holeEingaenge(mandantId)).postfach?.bekannt, 2);
    assert.equal((await liste("email")).length, 2);
  });

  test("mailbox: what a machine sends back is no invoice, what cannot be read keeps nobody waiting, a name used twice is two mails", async () => {
    const vorher = (await liste("email")).length;
    const unsere = { name: "pruefbericht.pdf", bytes: Buffer.from("%PDF-1.7\nBericht"), typ: "application/pdf" };
    for (const kopf of [
      "Message-ID: <z1@firma.example>\r\nAuto-Submitted: auto-replied (vacation)",
      "Message-ID: <z2@firma.example>\r\nReturn-Path: <>",
      "Message-ID: <rechnung-abgewiesen-1@fachwerk>\r\nAuto-Submitted: auto-generated",
    ])
      imap.lege(mail(`Subject: Zurück\r\n${kopf}`, [unsere]));
    const tief = Array.from({ length: 400 }, (_, n) => `Content-Type: multipart/mixed; boundary=g${n}\r\n\r\n--g${n}`).join(
      "\r\n",
    );
    const kaputt = imap.lege(`From: x@firma.example\r\nMIME-Version: 1.0\r\n${tief}\r\n`);
    imap.lege(mail("Subject: A\r\nMessage-ID: <gleich@firma.example>", [{ name: "a.xml", bytes: erzeuge(222, heute).bytes }]));
    imap.lege(mail("Subject: B\r\nMessage-ID: <gleich@firma.example>", [{ name: "b.xml", bytes: erzeuge(223, heute).bytes }]));
    const postfach = (await stadt.system.rechnungen.holeEingaenge(mandantId)).postfach;
    assert.deepEqual(postfach, { angenommen: 2, bekannt: 0, abgelehnt: 1, ohneRechnung: 3, beantwortet: 0 });
    assert.deepEqual([...kaputt.flags], ["\\Flagged"]);
    assert.equal((await liste("email")).length, vorher + 2);
    assert.equal((await stadt.system.rechnungen.holeEingaenge(mandantId)).postfach?.abgelehnt, 0, "told once");
  });

  test("an invoice by mail that is no good: whoever sent it reads what to mend, once", async () => {
    const { fehlerhaft } = besondere(heute);
    imap.lege(
      mail("Subject: Falsch\r\nMessage-ID: <m4@firma.example>", [
        {
          name: "falsch.xml",
          bytes: Buffer.from(fehlerhaft?.bytes.toString("utf8").replace(/<cbc:Telephone>.*?<\/cbc:Telephone>/, "") ?? ""),
        },
      ]),
    );
    await stadt.system.rechnungen.holeEingaenge(mandantId);
    const [zeile] = (await liste("email")).filter(({ dateiname }) => dateiname === "falsch.xml");
    assert.ok(zeile);
    await stadt.system.rechnungen.bearbeite({ mandantId, rechnungId: zeile.id });
    await stadt.system.rechnungen.teileAbweisungMit({ mandantId, rechnungId: zeile.id });
    const mitteilung = await stadt.system.rechnungen.findAbweisung(mandantId, zeile.id);
    assert.match(mitteilung?.text ?? "", /Ansprechpartner.*BR-DE/s);
    assert.equal(await postAn(mitteilung?.an ?? ""), 1);
  });

  test("paper: scanned, captured by a person, then the same way; whoever captured it does not order it", async () => {
    const { rechnungen, db } = stadt.system;
    const bild = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from("kein echtes Bild")]);
    const scan = {
      mandantId,
      bytes: bild,
      dateiname: "scan.png",
      absender: null,
      akteur: { art: "amt", kennung: "eingang", name: "E" } as const,
      transaktion: "scan-1",
    };
    assert.equal((await rechnungen.nimmDateiAn({ ...scan, kanal: "upload", transaktion: "scan-0" })).art, "abgelehnt");
    const angenommen = await rechnungen.nimmDateiAn({ ...scan, kanal: "papier" });
    assert.ok(angenommen.art === "angenommen");
    const { rechnungId } = angenommen;
    await rechnungen.bearbeite({ mandantId, rechnungId });
    const lies = async () => db.inTransaction({ mandant: mandantId }, (tx) => findRechnung(tx, rechnungId));
    const zeile = await lies();
    assert.equal(zeile?.stand.phase, "zuErfassen");
    const { lieferant, nummer, bestellnummer } = entwirf(230, heute);
    const kopf: Kopf = {
      art: "rechnung",
      rechnungsnummer: nummer,
      rechnungsdatum: heute,
      faelligAm: null,
      waehrung: "EUR",
      leitwegId: null,
      bestellnummer,
      vertrag: null,
      bezug: null,
      lieferant: { name: lieferant.name, ustId: lieferant.ustId, steuernummer: lieferant.steuernummer, email: null },
      ibans: [lieferant.iban ?? ""],
      nettoCent: 1000,
      bruttoCent: 1190,
      zahlbarCent: 1190,
      zahlungsbedingungen: "",
      verwendungszweck: null,
      positionen: [],
    };
    const von = { art: "amt", kennung: "musterstadt-anordnung2", name: "A" } as const;
    const tat = async (transaktion: string, kennung = von) => ({
      mandantId,
      rechnungId,
      nummer: (await lies())?.nummer ?? 0,
      transaktion,
      von: kennung,
    });
    assert.match(
      JSON.stringify(await rechnungen.klaerung.erfasse(await tat("e0"), { ...kopf, ibans: ["DE00123"] })),
      /verweigert/,
    );
    assert.equal((await rechnungen.klaerung.erfasse(await tat("e1"), kopf)).art, "erledigt");
    await rechnungen.bearbeite({ mandantId, rechnungId });
    const erfasst = await lies();
    assert.equal(erfasst?.stand.phase, "zuPruefen");
    assert.equal(erfasst?.stand.zahlung?.faelligAm, "2026-12-24");
    const prueferin = { art: "amt", kennung: "prueferin", name: "P" } as const;
    await rechnungen.stelleFest(
      { ...(await tat("f1")), von: prueferin },
      { betragCent: 1190, kontierung: [{ kostenstelle: "10100", betragCent: 1190 }], grund: "wie Papier" },
    );
    assert.match(JSON.stringify(await rechnungen.ordneAn(await tat("o1"), { betragCent: 1190 })), /schon mitgewirkt/);
  });

  test("a PDF without an invoice is rejected, or captured like paper where the Mandant has settled so", async () => {
    const { rechnungen, db, tenants } = stadt.system;
    const pdf = Buffer.from(
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    );
    const phase = async (transaktion: string) => {
      const da = await rechnungen.nimmDateiAn({
        mandantId,
        bytes: Buffer.concat([pdf, Buffer.from(transaktion)]),
        dateiname: "r.pdf",
        kanal: "upload",
        absender: null,
        akteur: { art: "lieferant", weg: "upload" },
        transaktion,
      });
      assert.ok(da.art === "angenommen");
      await rechnungen.bearbeite({ mandantId, rechnungId: da.rechnungId });
      return db.inTransaction({ mandant: mandantId }, async (tx) => (await findRechnung(tx, da.rechnungId))?.stand.phase);
    };
    assert.equal(await phase("pdf-1"), "abgewiesen");
    const mandant = await tenants.getById(mandantId);
    await tenants.change(mandant, { ...mandant.einstellungen, rechnungen: { pdfErfassen: true } });
    assert.equal(await phase("pdf-2"), "zuErfassen");
  });

  test("alsDatei names files harmlessly", () =>
    assert.equal(alsDatei(entwirf(1, heute, { nummer: "../x/1" })).dateiname, "___x_1.xml"));
});
