import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { findRechnung, listeRechnungsschritte, type Rechnungszeile } from "#rechnungen";
import { type Finanzverfahren, starteFinanzverfahren } from "../demo/finanzverfahren/finanzverfahren.ts";
import { alsDatei, entwirf } from "../demo/rechnungen/erzeuge.ts";
import { demoStammdaten } from "../demo/rechnungen/lieferanten.ts";
import type { Rechnungsentwurf } from "../demo/rechnungen/schreibe-xrechnung.ts";
import { baueStadt } from "./helpers/stadt.ts";

const heute = "2026-11-24";
const person = (kennung: string) => ({ art: "amt", kennung, name: `Frau ${kennung}` }) as const;

/** One house, its finance system by HTTP in one format, and how an invoice gets as far as ordered. */
async function baue(format: "csv" | "xml") {
  const ordner = await mkdtemp(join(tmpdir(), "fachwerk-finanzen-"));
  const finanzen = await starteFinanzverfahren({ port: 0 });
  const datei = join(ordner, "rechnungen.json");
  await writeFile(datei, JSON.stringify({ musterstadt: { finanzen: { format, url: finanzen.url, token: "demo-finanzen" } } }));
  const stadt = await baueStadt({ FACHWERK_RECHNUNGEN: datei });
  const { rechnungen, db } = stadt.system;
  const mandantId = stadt.musterstadt.id;
  await rechnungen.nimmStammdatenAn(mandantId, demoStammdaten("musterstadt"));
  const lies = async (id: string): Promise<Rechnungszeile> => {
    const zeile = await db.inTransaction({ mandant: mandantId }, (tx) => findRechnung(tx, id));
    if (!zeile) throw new Error(`no invoice ${id}`);
    return zeile;
  };
  const tat = async (rechnungId: string, kennung: string) => ({
    mandantId,
    rechnungId,
    nummer: (await lies(rechnungId)).nummer,
    transaktion: randomUUID(),
    von: person(kennung),
  });
  const ordneAn = async (nummer: number, aenderung: Partial<Rechnungsentwurf> = {}, kuerzung = 0) => {
    const { bytes, dateiname } = alsDatei(entwirf(nummer, heute, aenderung));
    const { rechnungId } = await rechnungen.nimmAn({
      mandantId,
      bytes,
      dateiname,
      kanal: "api",
      absender: null,
      akteur: { art: "lieferant", weg: "api" },
      transaktion: `probe:${nummer}`,
    });
    await rechnungen.bearbeite({ mandantId, rechnungId });
    const { stand } = await lies(rechnungId);
    const betragCent = (stand.kopf?.zahlbarCent ?? 0) - kuerzung;
    const feststellung = {
      betragCent,
      kontierung: [{ kostenstelle: "10100", betragCent }],
      grund: kuerzung > 0 ? "Ein Teil fehlt." : "Passt.",
    };
    assert.equal((await rechnungen.stelleFest(await tat(rechnungId, "prueferin"), feststellung)).art, "erledigt");
    assert.equal((await rechnungen.ordneAn(await tat(rechnungId, "musterstadt-anordnung2"), { betragCent })).art, "erledigt");
    return rechnungId;
  };
  return {
    stadt,
    finanzen,
    mandantId,
    ordner,
    lies,
    tat,
    ordneAn,
    async schliesse() {
      await stadt.close();
      await finanzen.schliesse();
      await rm(ordner, { recursive: true });
    },
  };
}

for (const format of ["csv", "xml"] as const)
  describe(`hand-over as ${format}`, () => {
    let haus: Awaited<ReturnType<typeof baue>>;
    let finanzen: Finanzverfahren;
    before(async () => {
      haus = await baue(format);
      finanzen = haus.finanzen;
    });
    after(() => haus.schliesse());
    const rechnungen = () => haus.stadt.system.rechnungen;
    const uebergib = (rechnungId: string) => rechnungen().uebergib({ mandantId: haus.mandantId, rechnungId });
    const gebucht = () => finanzen.buch.auftraege("musterstadt");

    test("acknowledged, paid, Skonto won; every name survives the way there", async () => {
      const { lieferant } = entwirf(3, heute);
      const id = await haus
        .ordneAn(3, {
          nummer: '=1+"R;1"',
          lieferant: { ...lieferant, name: "Wärme & <Licht> GmbH" },
          bedingungen: ["#SKONTO#TAGE=14#PROZENT=2.00#"],
        })
        .catch((e) => e);
      assert.equal(typeof id, "string", String(id));
      await uebergib(id);
      const { stand } = await haus.lies(id);
      assert.equal(stand.phase, "quittiert");
      assert.ok((stand.uebergabe?.skontoCent ?? 0) > 0);
      const [auftrag] = gebucht();
      assert.equal(auftrag?.id, stand.anordnung?.auftragId);
      assert.equal(auftrag?.zahlbetragCent, (stand.anordnung?.betragCent ?? 0) - (stand.uebergabe?.skontoCent ?? 0));
      assert.match(auftrag?.verwendung ?? "", /=1\+"R;1"/);
      finanzen.buch.zahle("musterstadt");
      assert.equal((await rechnungen().gleicheAb(haus.mandantId)).bezahlt, 1);
      const danach = await haus.lies(id);
      assert.equal(danach.stand.phase, "bezahlt");
      assert.equal(danach.stand.skontoGewonnenCent, stand.uebergabe?.skontoCent);
      assert.equal((await rechnungen().gleicheAb(haus.mandantId)).bezahlt, 0, "read twice, nothing happens twice");
    });

    test("the answer is lost: the repetition is recognised, and booked once", async () => {
      const id = await haus.ordneAn(11);
      const vorher = gebucht().length;
      finanzen.steuere("antwortVerloren");
      await assert.rejects(uebergib(id));
      assert.equal((await haus.lies(id)).stand.phase, "uebergeben");
      finanzen.steuere("normal");
      await Promise.all([uebergib(id), uebergib(id), uebergib(id)]);
      assert.equal((await haus.lies(id)).stand.phase, "quittiert");
      assert.equal(gebucht().length, vorher + 1);
    });

    test("a broken finance system: the order waits, its amount does not change, and it is handed over later", async () => {
      const id = await haus.ordneAn(12);
      finanzen.steuere("fehler");
      await assert.rejects(uebergib(id));
      finanzen.steuere("normal");
      await rechnungen().uebergibOffene(haus.mandantId);
      assert.equal((await haus.lies(id)).stand.phase, "quittiert");
    });

    test("a late answer comes with the reconciliation; what is never answered is told after a day", async () => {
      const id = await haus.ordneAn(13);
      finanzen.steuere("spaet");
      await uebergib(id);
      finanzen.steuere("normal");
      assert.equal((await haus.lies(id)).stand.phase, "uebergeben");
      haus.stadt.uhr.set("2026-11-26T09:00:00+01:00");
      const stumme = await haus.ordneAn(14);
      finanzen.steuere("fehler");
      await assert.rejects(uebergib(stumme));
      finanzen.steuere("normal");
      haus.stadt.uhr.set("2026-11-28T09:00:00+01:00");
      const bericht = await rechnungen().gleicheAb(haus.mandantId);
      haus.stadt.uhr.set("2026-11-24T09:00:00+01:00");
      assert.equal((await haus.lies(id)).stand.phase, "quittiert");
      assert.deepEqual(
        bericht.unbeantwortet.map(({ rechnungId }) => rechnungId),
        [stumme],
      );
    });

    test("refused: a person sends it back, it is found right and ordered anew, under another id", async () => {
      const id = await haus.ordneAn(15, {}, 100);
      finanzen.steuere("lehntAb");
      await uebergib(id);
      finanzen.steuere("normal");
      const abgelehnt = await haus.lies(id);
      assert.equal(abgelehnt.stand.phase, "uebergabeAbgelehnt");
      assert.match(abgelehnt.stand.grund ?? "", /Haushaltsjahr/);
      assert.equal((await rechnungen().gibZurueck(await haus.tat(id, "prueferin"), "Anderes Jahr")).art, "erledigt");
      const betragCent = abgelehnt.stand.kopf?.zahlbarCent ?? 0;
      await rechnungen().stelleFest(await haus.tat(id, "prueferin"), {
        betragCent,
        kontierung: [{ kostenstelle: "10100", betragCent }],
        grund: null,
      });
      await rechnungen().ordneAn(await haus.tat(id, "musterstadt-anordnung2"), { betragCent });
      await uebergib(id);
      const { stand } = await haus.lies(id);
      assert.equal(stand.phase, "quittiert");
      assert.notEqual(stand.anordnung?.auftragId, abgelehnt.stand.anordnung?.auftragId);
    });

    test("what was paid and never ordered is found, with the invoice it looks like", async () => {
      const { bytes, dateiname, entwurf } = alsDatei(entwirf(16, heute));
      const { mandantId } = haus;
      const { rechnungId } = await rechnungen().nimmAn({
        mandantId,
        bytes,
        dateiname,
        kanal: "api",
        absender: null,
        akteur: { art: "lieferant", weg: "api" },
        transaktion: "fremd",
      });
      await rechnungen().bearbeite({ mandantId, rechnungId });
      const { stand } = await haus.lies(rechnungId);
      finanzen.buch.zahleFremd("musterstadt", {
        iban: entwurf.lieferant.iban ?? "",
        betragCent: stand.kopf?.zahlbarCent ?? 0,
        am: heute,
        verwendung: `Rechnung ${entwurf.nummer}`,
      });
      const { fremde } = await rechnungen().gleicheAb(mandantId);
      assert.deepEqual(
        fremde.map((each) => each.rechnungId),
        [rechnungId],
      );
      const tat = await rechnungen().klaerung.vermerkeZahlung(await haus.tat(rechnungId, "eingang"), {
        beleg: fremde[0]?.beleg ?? "",
        betragCent: fremde[0]?.betragCent ?? 0,
        am: heute,
      });
      assert.equal(tat.art, "erledigt");
      assert.deepEqual((await haus.lies(rechnungId)).stand.bezahlt?.ueber, "andererWeg");
    });

    test("one order paid twice: the second payment is told, again and again, with its invoice", async () => {
      const id = await haus.ordneAn(41);
      await uebergib(id);
      finanzen.buch.zahle("musterstadt");
      await rechnungen().gleicheAb(haus.mandantId);
      const { stand } = await haus.lies(id);
      assert.equal(stand.phase, "bezahlt");
      const vorher = (await rechnungen().gleicheAb(haus.mandantId)).fremde.length;
      await haus.stadt.system.db.inTransaction({ mandant: haus.mandantId }, (tx) =>
        tx.query(
          `insert into zahlungsmeldung (mandant_id, beleg, auftrag_id, iban, betrag_cent, am, verwendung, gemeldet_am)
           values ($1, 'doppelt', $2, '', $3, $4, '', now())`,
          [tx.mandantId, stand.anordnung?.auftragId, stand.uebergabe?.zahlbetragCent, heute],
        ),
      );
      for (const _mal of [1, 2]) {
        const { fremde } = await rechnungen().gleicheAb(haus.mandantId);
        assert.equal(fremde.length, vorher + 1);
        assert.equal(fremde.find(({ beleg }) => beleg === "doppelt")?.rechnungId, id);
      }
    });

    test("paid with another amount: not paid until a person has settled it, and told until then", async () => {
      const id = await haus.ordneAn(42);
      await uebergib(id);
      const { stand } = await haus.lies(id);
      const [auftrag] = gebucht().filter((each) => each.id === stand.anordnung?.auftragId);
      assert.ok(auftrag);
      const angeordnet = auftrag.zahlbetragCent;
      auftrag.zahlbetragCent = angeordnet - 100;
      finanzen.buch.zahle("musterstadt");
      const bericht = await rechnungen().gleicheAb(haus.mandantId);
      assert.equal(bericht.abweichend.length, 1);
      assert.equal((await haus.lies(id)).stand.phase, "quittiert");
      const fremd = (await rechnungen().gleicheAb(haus.mandantId)).fremde.find(({ rechnungId }) => rechnungId === id);
      assert.equal(fremd?.betragCent, angeordnet - 100);
      const vermerke = async (beleg: string) =>
        rechnungen().klaerung.vermerkeZahlung(await haus.tat(id, "kasse"), { beleg, betragCent: angeordnet, am: heute });
      assert.equal((await vermerke("erfunden")).art, "verweigert");
      assert.equal((await vermerke(fremd?.beleg ?? "")).art, "erledigt");
      const danach = await haus.lies(id);
      assert.equal(danach.stand.phase, "bezahlt");
      assert.equal(danach.stand.bezahlt?.betragCent, angeordnet - 100, "what left, not what was typed");
      assert.ok(!(await rechnungen().gleicheAb(haus.mandantId)).fremde.some(({ rechnungId }) => rechnungId === id));
    });

    test("the log of a paid invoice tells the whole way", async () => {
      const id = await haus.ordneAn(17);
      await uebergib(id);
      finanzen.buch.zahle("musterstadt");
      await rechnungen().gleicheAb(haus.mandantId);
      const schritte = await haus.stadt.system.db.inTransaction({ mandant: haus.mandantId }, (tx) =>
        listeRechnungsschritte(tx, id),
      );
      assert.deepEqual(
        schritte.slice(-5).map(({ art }) => art),
        ["festgestellt", "angeordnet", "uebergeben", "quittiert", "bezahlt"],
      );
    });
  });

test("through a folder: one file an order, a repetition leaves it, reports are read in their order", async () => {
  const { finanzenUeberOrdner, finanzformate } = await import("#rechnungen");
  const ordner = await mkdtemp(join(tmpdir(), "fachwerk-finanzordner-"));
  const format = finanzformate.csv;
  assert.ok(format);
  const anschluss = finanzenUeberOrdner(format, ordner);
  const auftrag = {
    id: randomUUID(),
    art: "zahlung",
    eingangsnummer: "RE-2026-000001",
    rechnungsnummer: "R1",
    rechnungsdatum: heute,
    kreditor: { nummer: "70001", name: "A" },
    iban: null,
    betragCent: 100,
    skontoCent: 0,
    zahlbetragCent: 100,
    zahlbarAm: heute,
    faelligAm: heute,
    verwendung: "R1",
    amt: "schulamt",
    kontierung: [{ kostenstelle: "1", betragCent: 100 }],
  } as const;
  const gesendet = { ...auftrag, kontierung: [...auftrag.kontierung] };
  assert.deepEqual(await anschluss.uebermittle("m", [gesendet]), []);
  await anschluss.uebermittle("m", [{ ...gesendet, verwendung: "anders" }]);
  const dateien = await readdir(join(ordner, "m", "auftraege"));
  assert.deepEqual(dateien, [`${auftrag.id}.csv`]);
  assert.match(await readFile(join(ordner, "m", "auftraege", dateien[0] ?? ""), "utf8"), /;R1;/);
  const { mkdir } = await import("node:fs/promises");
  await mkdir(join(ordner, "m", "meldungen"));
  const kopf = "satz;auftrag;beleg;grund;iban;betrag;am;verwendung";
  await writeFile(join(ordner, "m", "meldungen", "002.csv"), `${kopf}\nzahlung;;Z2;;DE1;1,50;${heute};"a;""b"""\n`);
  await writeFile(join(ordner, "m", "meldungen", "001.csv"), `${kopf}\nquittung;${auftrag.id};B1;;;;;\n`);
  const erste = await anschluss.hole("m", null);
  assert.deepEqual(erste, { antworten: [{ id: auftrag.id, art: "quittiert", beleg: "B1" }], zahlungen: [], weiter: "001.csv" });
  const zweite = await anschluss.hole("m", erste.weiter);
  assert.deepEqual(zweite.zahlungen, [
    { beleg: "Z2", auftragId: null, iban: "DE1", betragCent: 150, am: heute, verwendung: 'a;"b"' },
  ]);
  assert.equal((await anschluss.hole("m", zweite.weiter)).weiter, null);
  await rm(ordner, { recursive: true });
});
