import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import { findSollstellung } from "#gebuehren";
import { getLeistung } from "#leistungen";
import { amtsperson, antworten, baueStadt, type Stadt } from "./helpers/stadt.ts";

type Zeile = {
  ref?: string;
  betrag?: string;
  zweck?: string;
  mehr?: string;
  sts?: string;
  richtung?: string;
  waehrung?: string;
  storno?: string;
};
const buchung = ({
  ref = "R1",
  betrag = "10.00",
  zweck = "",
  mehr = "",
  sts = "BOOK",
  richtung = "CRDT",
  waehrung = "EUR",
  storno = "",
}: Zeile) =>
  `<Ntry><Amt Ccy="${waehrung}">${betrag}</Amt><CdtDbtInd>${richtung}</CdtDbtInd>${storno && `<RvslInd>${storno}</RvslInd>`}<Sts><Cd>${sts}</Cd></Sts><BookgDt><Dt>2026-11-24</Dt></BookgDt>
   <ValDt><Dt>2026-11-23</Dt></ValDt><AcctSvcrRef>${ref}</AcctSvcrRef>${
     mehr ||
     `<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Anna &amp; Co</Nm></Pty></Dbtr></RltdPties>
   <RmtInf>${zweck
     .split("|")
     .map((each) => `<Ustrd>${each}</Ustrd>`)
     .join("")}</RmtInf></TxDtls></NtryDtls>`
   }</Ntry>`;

/** A bank statement as a file: by page and by command, once, and nothing that came in is lost. */
describe("bank statement, CAMT.053", () => {
  let stadt: Stadt;
  let vorgangId: string;
  let ordner: string;
  before(async () => {
    ordner = await mkdtemp(join(tmpdir(), "auszug "));
    stadt = await baueStadt();
    const person = { person: "a".repeat(64), idnr: null, vornamen: "Anna", nachname: "Beispiel", email: null };
    const schriftform = { art: "anmeldung", vertrauensniveau: "substantiell" } as const;
    const einreichung = { kanal: "online", person, schriftform, einwilligungPostfach: true } as const;
    const antrag = {
      leistung: getLeistung("unterhaltsvorschuss"),
      antworten: antworten() as never,
      einreichung,
      transaktion: "auszug",
    };
    vorgangId = (await tue((tx) => eroeffneAntrag(stadt.system, tx, antrag))).vorgangId;
  });
  after(async () => {
    await stadt.close();
    await rm(ordner, { recursive: true });
  });
  const tue = <T>(fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  async function oeffne(betragCent = 1_000) {
    const [soll] = stadt.system.gebuehren.bereiteVor({
      mandant: stadt.musterstadt,
      vorgang: { id: vorgangId, aktenzeichen: "UV-26-AAAA-AAAA", leistung: "unterhaltsvorschuss" },
      bezeichnung: "Gebühr",
      schuldner: { person: "a".repeat(64), vornamen: "Anna", nachname: "Beispiel" },
      ueberPostfach: true,
      forderungen: [{ art: "gebuehr", titel: "Gebühr", norm: "§ 1", betragCent }],
    });
    assert.ok(soll);
    await tue((tx) => stadt.system.gebuehren.eroeffne(tx, [soll], randomUUID()));
    return soll;
  }
  const stand = async (id: string) => (await tue((tx) => findSollstellung(tx, id)))?.stand.bezahltCent;
  const datei = (zeilen: readonly Zeile[], { auszug = randomUUID() as string, iban = "" } = {}) =>
    `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>${auszug}</Id>
     <Acct><Id><IBAN>${iban || stadt.musterstadt.einstellungen.bank.iban}</IBAN></Id></Acct>${zeilen.map(buchung).join("")}</Stmt></BkToCstmrStmt></Document>`;
  const lies = (xml: string) => stadt.system.gebuehren.nimmAuszugAn(stadt.musterstadt.id, xml);
  const gruppen = (kassenzeichen: string) => kassenzeichen.replace(/(.{4})(?=.)/g, "$1 ");

  test("booked by the Kassenzeichen, however it is written; read again, and by two at once: once", async () => {
    const alle = await Promise.all(Array.from({ length: 5 }, () => oeffne()));
    const k = alle.map(({ kassenzeichen }) => kassenzeichen);
    const schreibweisen = [
      k[0],
      gruppen(k[1] ?? ""),
      `Kassenz. ${k[2]?.slice(0, 7)}|${k[2]?.slice(7)} danke`,
      `KZ:${k[3]}/2026`,
      `12${k[4]}`,
    ];
    const xml = datei(schreibweisen.map((zweck = "", stelle) => ({ ref: `R${stelle}`, zweck })));
    const beide = await Promise.all([lies(xml), lies(xml)]);
    assert.equal(
      beide.reduce((summe, { verbucht }) => summe + verbucht, 0),
      5,
    );
    assert.deepEqual(await lies(xml), { verbucht: 0, offen: 0, bekannt: 5, uebergangen: 0 });
    for (const { id } of alle) assert.equal(await stand(id), 1_000);
  });

  test("one entry with several payments: each by itself; two that look alike are two", async () => {
    const soll = await oeffne(2_000);
    const tx = `<TxDtls><Amt Ccy="EUR">10.00</Amt><RmtInf><Ustrd>${soll.kassenzeichen}</Ustrd></RmtInf></TxDtls>`;
    const xml = datei([{ betrag: "20.00", mehr: `<NtryDtls>${tx}${tx}</NtryDtls>` }]);
    assert.equal((await lies(xml)).verbucht, 2);
    assert.equal((await lies(xml)).bekannt, 2);
    assert.equal(await stand(soll.id), 2_000);
  });

  test("money out, announced, reversed, another currency: counted, never booked", async () => {
    const { id, kassenzeichen: zweck } = await oeffne();
    const xml = datei([
      { richtung: "DBIT", zweck },
      { storno: "true", zweck },
      { storno: "1", zweck },
      { sts: "PDNG", zweck },
      { waehrung: "USD", zweck },
    ]);
    assert.deepEqual(await lies(xml), { verbucht: 0, offen: 0, bekannt: 0, uebergangen: 5 });
    assert.equal(await stand(id), 0);
  });

  test("the same statement under another number: nothing is booked twice, a person looks", async () => {
    const soll = await oeffne(2_000);
    const zeilen = [{ ref: "B-77", zweck: soll.kassenzeichen }];
    assert.equal((await lies(datei(zeilen))).verbucht, 1);
    assert.deepEqual(await lies(datei(zeilen, { auszug: "neu-77" })), { verbucht: 0, offen: 1, bekannt: 0, uebergangen: 0 });
    assert.equal(await stand(soll.id), 1_000);
    assert.equal((await lies(datei([{ ...zeilen[0], ref: "B-78" }]))).verbucht, 1, "another reference is another payment");
    const { rows } = await tue((tx) =>
      tx.query<{ id: string; grund: string }>("select id, grund from kontoumsatz where mandant_id = $1 and auszug = 'neu-77'", [
        tx.mandantId,
      ]),
    );
    assert.match(rows[0]?.grund ?? "", /stand schon im Auszug/);
    const von = { kennung: "ruth", name: "Ruth" };
    const { gebuehren } = stadt.system;
    await gebuehren.erledigeUmsatz(stadt.musterstadt.id, rows[0]?.id ?? "", von, { beiseite: "Derselbe Auszug." });
  });

  const unlesbar: Record<string, [() => string, RegExp]> = {
    "another account": [() => datei([{}], { iban: "DE02120300000000202051" }), /anderen Konto/],
    "no XML": [() => "kassenzeichen;betrag", /XML|CAMT/],
    "another kind of document": [() => "<Document><Foo/></Document>", /CAMT\.053/],
    "an entity bomb": [() => `<!DOCTYPE x [<!ENTITY a "aaaa">]>${datei([])}`, /DOCTYPE|XML/],
    "an amount that cannot be read": [() => datei([{ betrag: "zehn" }]), /Betrag „zehn“/],
    "half a cent": [() => datei([{ betrag: "10.005" }]), /Betrag/],
    "cut off in the middle": [() => datei([{}]).slice(0, -40), /XML/],
  };
  for (const [name, [xml, grund]] of Object.entries(unlesbar))
    test(`${name}: refused with a sentence, nothing is booked`, () => assert.rejects(lies(xml()), grund));

  test("by page: what names no claim is listed and settled by the treasury; nobody else gets in", async () => {
    const { id, kassenzeichen } = await oeffne();
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("ruth", ["kasse"]));
    const headers = { host: "musterstadt.localhost", cookie, "sec-fetch-site": "same-origin" };
    const pfad = "/amt/gebuehren/kontoauszug";
    const grenze = "xGRENZEx";
    const lade = (inhalt: string) =>
      stadt.web.inject({
        method: "POST",
        url: pfad,
        headers: { ...headers, "content-type": `multipart/form-data; boundary=${grenze}` },
        payload: `--${grenze}\r\ncontent-disposition: form-data; name="auszug"; filename="a.xml"\r\ncontent-type: text/xml\r\n\r\n${inhalt}\r\n--${grenze}--\r\n`,
      });
    assert.equal((await lade("kaputt")).statusCode, 422);
    const eingelesen = await lade(
      datei([
        { ref: "A", zweck: "Gebühr von Anna" },
        { ref: "B", zweck: "Irrläufer" },
      ]),
    );
    assert.match(eingelesen.payload, /0 verbucht, 2 offen/);
    assert.match(eingelesen.payload, /Gebühr von Anna/);
    const ids = [...eingelesen.payload.matchAll(/kontoauszug\/([0-9a-f-]{36})"/g)].map(([, each]) => each ?? "");
    const erledige = (umsatz: string, felder: Record<string, string>) =>
      stadt.web.inject({
        method: "POST",
        url: `${pfad}/${umsatz}`,
        headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams(felder).toString(),
      });
    const [erster = "", zweiter = ""] = ids;
    assert.equal((await erledige(erster, {})).statusCode, 422);
    assert.equal((await erledige(erster, { [`kassenzeichen.${erster}`]: "1234" })).statusCode, 409);
    const zugeordnet = { [`kassenzeichen.${erster}`]: gruppen(kassenzeichen) };
    const doppelt = await Promise.all([erledige(erster, zugeordnet), erledige(erster, zugeordnet)]);
    assert.deepEqual(doppelt.map(({ statusCode }) => statusCode).sort(), [303, 409]);
    assert.equal((await erledige(zweiter, { [`beiseite.${zweiter}`]: "Gehört dem Sportverein." })).statusCode, 303);
    assert.equal(await stand(id), 1_000);
    assert.match((await stadt.web.inject({ url: pfad, headers })).payload, /Alles ist zugeordnet/);
    const sabine = await stadt.melde(stadt.musterstadt, amtsperson("sabine", ["sachbearbeitung:unterhaltsvorschuss"]));
    assert.equal((await stadt.web.inject({ url: pfad, headers: { ...headers, cookie: sabine } })).statusCode, 403);
  });

  test("by command: books, repeats harmlessly, refuses with exit 1", async () => {
    const { id, kassenzeichen: zweck } = await oeffne();
    const gut = join(ordner, "a.xml");
    await writeFile(gut, datei([{ zweck }]));
    const befehl = (pfad: string) =>
      new Promise<{ code: number; aus: string; fehler: string }>((fertig) => {
        const env = {
          ...process.env,
          DATABASE_URL: stadt.urls.ownerUrl,
          DATABASE_URL_APP: stadt.urls.appUrl,
          FACHWERK_DATEN: stadt.system.config.daten,
        };
        const argumente = ["--import", "tsx", join(import.meta.dirname, "../src/cli.ts"), "gebuehren", "kontoauszug"];
        execFile(process.execPath, [...argumente, "--mandant", "musterstadt", "--datei", pfad], { env }, (error, aus, fehler) =>
          fertig({ code: typeof error?.code === "number" ? error.code : 0, aus, fehler }),
        );
      });
    assert.match((await befehl(gut)).aus, /1 verbucht, 0 offen/);
    assert.match((await befehl(gut)).aus, /0 verbucht, 0 offen, 1 schon bekannt/);
    assert.equal(await stand(id), 1_000);
    const fehlt = await befehl(join(ordner, "fehlt.xml"));
    assert.deepEqual([fehlt.code, /lässt sich nicht lesen/.test(fehlt.fehler)], [1, true]);
  });
});
