import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import {
  createRechnungen,
  findRechnung,
  listeAbweisungen,
  listeAltersstruktur,
  listeDurchlauf,
  listeRechnungen,
  listeRechnungsschritte,
  listeSkonto,
  listeSkontobilanz,
  type Rechnungszeile,
  rechnungsstandAus,
  sucheKreditoren,
  zaehleStufen,
} from "#rechnungen";
import { alsDatei, besondere, entwirf, type Rechnungsdatei } from "../demo/rechnungen/erzeuge.ts";
import { demoStammdaten } from "../demo/rechnungen/lieferanten.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

const heute = "2026-11-24";
const person = (kennung: string) => ({ art: "amt", kennung, name: `Frau ${kennung}` }) as const;
const eingang = person("eingang");
const prueferin = person("prueferin");
const anordnung = person("musterstadt-anordnung");
const anordnung2 = person("musterstadt-anordnung2");

describe("an invoice on its way", () => {
  let stadt: Stadt;
  let mandantId: number;
  const dateien = besondere(heute);
  before(async () => {
    stadt = await baueStadt();
    mandantId = stadt.musterstadt.id;
    const { rechnungen } = stadt.system;
    assert.deepEqual((await rechnungen.nimmStammdatenAn(mandantId, demoStammdaten("musterstadt"))).abgelehnt, []);
    assert.deepEqual((await rechnungen.nimmStammdatenAn(stadt.beispielkreis.id, demoStammdaten("beispielkreis"))).abgelehnt, []);
  });
  after(() => stadt.close());

  const in_ = <T>(fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: mandantId }, fn);
  const lies = async (rechnungId: string, mandant = mandantId): Promise<Rechnungszeile> => {
    const zeile = await stadt.system.db.inTransaction({ mandant }, (tx) => findRechnung(tx, rechnungId));
    assert.ok(zeile, rechnungId);
    return zeile;
  };
  /** Takes in and does what the job would do. */
  const nimm = async (name: string, datei: Rechnungsdatei | undefined = dateien[name]): Promise<Rechnungszeile> => {
    assert.ok(datei, name);
    const { rechnungen } = stadt.system;
    const { rechnungId } = await rechnungen.nimmAn({
      mandantId,
      bytes: datei.bytes,
      dateiname: datei.dateiname,
      kanal: "api",
      absender: "probe",
      akteur: { art: "lieferant", weg: "probe" },
      transaktion: `probe:${name}`,
    });
    await rechnungen.bearbeite({ mandantId, rechnungId });
    return lies(rechnungId);
  };
  const handlung = ({ id, nummer }: Rechnungszeile, von: ReturnType<typeof person>, transaktion: string = randomUUID()) => ({
    mandantId,
    rechnungId: id,
    nummer,
    transaktion,
    von,
  });

  test("as ordered, from a known creditor: it lies on the desk, with order, cost centre, due date", async () => {
    const zeile = await nimm("einwandfrei");
    assert.equal(zeile.stand.phase, "zuPruefen");
    assert.deepEqual(zeile.stand.abgleich?.abweichungen, []);
    assert.equal(zeile.stand.abgleich?.gegen[0]?.art, "bestellung");
    const schritte = await stadt.system.db.inTransaction({ mandant: mandantId }, (tx) => listeRechnungsschritte(tx, zeile.id));
    assert.deepEqual(
      schritte.map(({ art }) => art),
      ["eingegangen", "geprueft", "terminiert", "zugeordnet", "dublettenGeprueft", "kreditorGefunden", "abgeglichen"],
    );
    assert.deepEqual(zeile.stand, rechnungsstandAus(schritte));
  });

  for (const [name, phase] of Object.entries({
    dublette: "moeglicheDublette",
    aehnlich: "moeglicheDublette",
    neueIban: "ibanZuPruefen",
    skonto: "zuPruefen",
    teurer: "zuPruefen",
    gutschrift: "zuPruefen",
    unbekannterLieferant: "kreditorUnklar",
    ohneLeitweg: "zuKlaeren",
    fuerDenKreis: "weitergeleitet",
    fehlerhaft: "abgewiesen",
    dauerrechnung: "zuPruefen",
  }))
    test(`${name}: ${phase}`, async () => {
      const { stand } = await nimm(name);
      assert.equal(stand.phase, phase, JSON.stringify(stand.grund ?? stand));
    });

  test("found right, ordered by another person, never by the same", async () => {
    const { rechnungen } = stadt.system;
    const zeile = await nimm("skonto");
    const betragCent = zeile.stand.kopf?.zahlbarCent ?? 0;
    const festgestellt = await rechnungen.stelleFest(handlung(zeile, anordnung), {
      betragCent,
      kontierung: zeile.stand.abgleich?.kontierung ?? [],
      grund: null,
    });
    assert.deepEqual(festgestellt, { art: "erledigt", nummer: zeile.nummer + 1 });
    const danach = await lies(zeile.id);
    assert.match(JSON.stringify(await rechnungen.ordneAn(handlung(danach, anordnung), { betragCent })), /schon mitgewirkt/);
    assert.match(JSON.stringify(await rechnungen.ordneAn(handlung(danach, prueferin), { betragCent })), /Anordnungsbefugnis/);
    const gleichzeitig = await Promise.all([
      rechnungen.ordneAn(handlung(danach, anordnung2), { betragCent }),
      rechnungen.ordneAn(handlung(danach, anordnung2), { betragCent }),
    ]);
    assert.deepEqual(gleichzeitig.map(({ art }) => art).sort(), ["erledigt", "konflikt"]);
    assert.equal((await lies(zeile.id)).stand.phase, "angeordnet");
  });

  test("a changed IBAN needs two different people", async () => {
    const { klaerung } = stadt.system.rechnungen;
    const zeile = await nimm("neueIban");
    assert.equal((await klaerung.pruefeIban(handlung(zeile, eingang), "Rückruf unter der bekannten Nummer")).art, "erledigt");
    const geprueft = await lies(zeile.id);
    assert.match(JSON.stringify(await klaerung.gibIbanFrei(handlung(geprueft, eingang))), /andere Person/);
    assert.equal((await klaerung.gibIbanFrei(handlung(geprueft, prueferin))).art, "erledigt");
    await stadt.system.rechnungen.bearbeite({ mandantId, rechnungId: zeile.id });
    assert.equal((await lies(zeile.id)).stand.phase, "zuPruefen");
  });

  test("two processes at once: of the same number exactly one goes on, of two that resemble each other, too", async () => {
    const { system } = stadt;
    const deps = {
      ...system,
      mail: { send: async () => {}, close: () => {} },
      adresse: () => "",
      eingaenge: () => ({}),
      finanzen: () => undefined,
    };
    const prozesse = [system.rechnungen, createRechnungen(deps), createRechnungen(deps)];
    for (let nummer = 0; nummer < 8; nummer++) {
      const basis = entwirf(700_000 + nummer * 120, heute);
      const andere = nummer % 2 === 0 ? { ...basis, bedingungen: ["Zweitschrift"] } : { ...basis, nummer: `${basis.nummer}A` };
      const ids = await Promise.all(
        [basis, andere].map(async (entwurf, stelle) => {
          const { bytes, dateiname } = alsDatei(entwurf);
          const { rechnungId } = await system.rechnungen.nimmAn({
            mandantId,
            bytes,
            dateiname,
            kanal: "api",
            absender: null,
            akteur: { art: "lieferant", weg: "x" },
            transaktion: `paar:${nummer}:${stelle}`,
          });
          return rechnungId;
        }),
      );
      // Each process does both, as two workers do whose jobs came back after a crash.
      await Promise.all(prozesse.flatMap(({ bearbeite }) => ids.map((rechnungId) => bearbeite({ mandantId, rechnungId }))));
      const phasen = (await Promise.all(ids.map((id) => lies(id)))).map(({ stand }) => stand.phase).sort();
      assert.deepEqual(phasen, ["moeglicheDublette", "zuPruefen"], basis.nummer);
    }
  });

  test("a duplicate that is none goes on, one that is ends", async () => {
    const { klaerung, bearbeite } = stadt.system.rechnungen;
    const zeile = await nimm("dublette");
    assert.match(JSON.stringify(await klaerung.verneineDublette(handlung(zeile, eingang), " ")), /warum/);
    assert.equal((await klaerung.verneineDublette(handlung(zeile, eingang), "Zweite Lieferung am selben Tag")).art, "erledigt");
    await bearbeite({ mandantId, rechnungId: zeile.id });
    assert.equal((await lies(zeile.id)).stand.phase, "zuPruefen");
    const andere = await nimm("aehnlich");
    await klaerung.bestaetigeDublette(handlung(andere, eingang));
    assert.equal((await lies(andere.id)).stand.phase, "dublette");
  });

  test("the copy that names its supplier otherwise is found under the creditor; the same file is paid once", async () => {
    const { klaerung, bearbeite } = stadt.system.rechnungen;
    const entwurf = entwirf(810_000, heute);
    assert.ok(entwurf.lieferant.ustId, "the case needs a supplier with a VAT id");
    const mitUst = await nimm("mit USt-IdNr.", alsDatei(entwurf));
    assert.equal(mitUst.stand.phase, "zuPruefen");
    const { lieferant } = entwurf;
    const kopie = await nimm(
      "Kopie",
      alsDatei({ ...entwurf, lieferant: { ...lieferant, ustId: null, steuernummer: "5133081508151" }, bedingungen: ["Kopie"] }),
    );
    assert.notEqual(kopie.stand.lieferant, mitUst.stand.lieferant);
    assert.deepEqual([kopie.stand.phase, kopie.stand.dublette?.zu], ["moeglicheDublette", mitUst.id]);
    assert.equal((await klaerung.verneineDublette(handlung(kopie, anordnung), "Teillieferung, siehe Vermerk")).art, "erledigt");
    await bearbeite({ mandantId, rechnungId: kopie.id });
    const weiter = await lies(kopie.id);
    assert.equal(weiter.stand.phase, "zuPruefen", "asked once, not again");
    const { kopf } = weiter.stand;
    const betragCent = kopf?.zahlbarCent ?? 0;
    const kontierung = [{ kostenstelle: "10100", betragCent }];
    assert.equal(
      (await stadt.system.rechnungen.stelleFest(handlung(weiter, prueferin), { betragCent, kontierung, grund: "geprüft" })).art,
      "erledigt",
    );
    const auftrag = await stadt.system.rechnungen.ordneAn(handlung(await lies(kopie.id), anordnung), { betragCent });
    assert.match(JSON.stringify(auftrag), /schon mitgewirkt/, "whoever let the duplicate through does not order it");
    const nochmal = await nimm("dieselbe Datei", alsDatei(entwurf));
    assert.equal(nochmal.stand.dublette?.sicherheit, "gleicheDatei");
    assert.match(
      JSON.stringify(await klaerung.verneineDublette(handlung(nochmal, eingang), "wirklich nicht")),
      /nur einmal bezahlt/,
    );
  });

  test("clearing: an office is named, and it goes on; another Mandant has what was its own", async () => {
    const { klaerung, bearbeite } = stadt.system.rechnungen;
    const zeile = await nimm("ohneLeitweg");
    assert.match(
      JSON.stringify(await klaerung.ordneZu(handlung(zeile, eingang), "gibtsnicht", ["schulamt"])),
      /gibt es hier nicht/,
    );
    await klaerung.ordneZu(handlung(zeile, eingang), "schulamt", ["schulamt"]);
    await bearbeite({ mandantId, rechnungId: zeile.id });
    assert.equal((await lies(zeile.id)).stand.phase, "zuPruefen");
    const { weiter } = (await nimm("fuerDenKreis")).stand;
    assert.equal(weiter?.mandant, "beispielkreis");
    await bearbeite({ mandantId: stadt.beispielkreis.id, rechnungId: weiter?.rechnungId ?? "" });
    const dort = await lies(weiter?.rechnungId ?? "", stadt.beispielkreis.id);
    assert.deepEqual([dort.kanal, dort.stand.amt, dort.stand.phase], ["weitergabe", "sozialamt", "zuPruefen"]);
  });

  test("a creditor chosen by hand is still held against the account", async () => {
    const { klaerung, bearbeite } = stadt.system.rechnungen;
    const zeile = await nimm("unbekannterLieferant");
    const kreditor = await in_((tx) => sucheKreditoren(tx, "70006", 5));
    assert.equal((await klaerung.waehleKreditor(handlung(zeile, eingang), kreditor[0]?.id ?? "")).art, "erledigt");
    await bearbeite({ mandantId, rechnungId: zeile.id });
    assert.equal((await lies(zeile.id)).stand.phase, "ibanZuPruefen");
    assert.equal((await klaerung.lehneIbanAb(handlung(await lies(zeile.id), eingang), "Am Telefon verneint")).art, "erledigt");
    assert.equal((await lies(zeile.id)).stand.phase, "kreditorUnklar");
    assert.equal(
      (await klaerung.weiseAb(handlung(await lies(zeile.id), eingang), "sachlich", "Die IBAN gehört nicht Ihnen.")).art,
      "erledigt",
    );
    assert.match((await stadt.system.rechnungen.findAbweisung(mandantId, zeile.id))?.text ?? "", /Die IBAN gehört nicht Ihnen/);
  });

  test("a difference beyond the tolerance needs a reason", async () => {
    const { rechnungen } = stadt.system;
    const zeile = await nimm("teurer");
    assert.deepEqual(
      zeile.stand.abgleich?.abweichungen.map(({ art, inToleranz }) => [art, inToleranz]),
      [["preis", false]],
    );
    const feststellung = {
      betragCent: zeile.stand.kopf?.zahlbarCent ?? 0,
      kontierung: zeile.stand.abgleich?.kontierung ?? [],
      grund: null,
    };
    assert.match(JSON.stringify(await rechnungen.stelleFest(handlung(zeile, prueferin), feststellung)), /außerhalb der Toleranz/);
    assert.equal(
      (await rechnungen.stelleFest(handlung(zeile, prueferin), { ...feststellung, grund: "Preis am Telefon vereinbart" })).art,
      "erledigt",
    );
  });

  test("what lists and charts ask agrees with the invoices", async () => {
    const stufen = await in_((tx) => zaehleStufen(tx, null));
    const alle = await in_((tx) =>
      listeRechnungen(tx, {
        phasen: stufen.map(({ phase }) => phase),
        aemter: null,
        sortierung: "betrag",
        seite: 1,
        jeSeite: 1_000,
      }),
    );
    assert.equal(
      stufen.reduce((summe, { anzahl }) => summe + anzahl, 0),
      alle.gesamt,
    );
    assert.deepEqual(
      alle.zeilen.map(({ stand }) => stand.kopf?.zahlbarCent ?? -1),
      alle.zeilen.map(({ stand }) => stand.kopf?.zahlbarCent ?? -1).sort((a, b) => b - a),
    );
    const skonto = await in_((tx) => listeSkonto(tx, heute, null, 50));
    const ersparnisse = skonto.map(({ stand }) => stand.zahlung?.skonto[0]?.ersparnisCent ?? 0);
    assert.ok(skonto.length > 0 && ersparnisse.every((cent, n) => n === 0 || cent <= (ersparnisse[n - 1] ?? 0)));
    const alter = await in_((tx) => listeAltersstruktur(tx, "2027-01-15", null));
    assert.ok(alter.length > 0 && alter.every(({ klasse }) => klasse !== "ueber60"));
    const [abweisung] = await in_((tx) => listeAbweisungen(tx, "2026-01-01", null, 10));
    assert.ok(abweisung && abweisung.abgewiesen > 0 && abweisung.eingegangen >= abweisung.abgewiesen);
    assert.ok(
      (await in_((tx) => listeDurchlauf(tx, "2026-01-01", null))).some(
        ({ von, anzahl }) => von === "festgestellt" && anzahl >= 2,
      ),
    );
    assert.deepEqual(await in_((tx) => listeSkontobilanz(tx, "2026-01-01", null)), []);
    const nurAmt = await in_((tx) =>
      listeRechnungen(tx, {
        phasen: ["zuPruefen"],
        aemter: ["steueramt"],
        suche: "re-2026",
        sortierung: "neueste",
        seite: 1,
        jeSeite: 100,
      }),
    );
    assert.ok(nurAmt.zeilen.length > 0 && nurAmt.zeilen.every(({ stand }) => stand.amt === "steueramt"));
  });
});
