import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { findRechnung, listeRechnungsschritte, type Rechnungszeile, rechnungsstandAus } from "#rechnungen";
import { besondere, type Rechnungsdatei } from "../demo/rechnungen/erzeuge.ts";
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
});
