import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createDb, type Db } from "#db";
import { leistungenVon, maengelDerSatzungenVon } from "#leistungen";
import { createTenants, type NeuerMandant } from "#tenants";
import { demoMandanten } from "../demo/mandanten.ts";
import { type TestDb, testDb } from "./helpers/db.ts";

const [muster] = demoMandanten as readonly [NeuerMandant];
const { satzungen: _satzungen, automatik: _automatik, ...alteEinstellungen } = muster.einstellungen;
const neu = (schluessel: string, satzungen?: NeuerMandant["einstellungen"]["satzungen"]): NeuerMandant => ({
  ...muster,
  schluessel,
  einstellungen: { ...alteEinstellungen, ...(satzungen && { satzungen }) },
});
const eintrag = (gueltigAb: string, gueltigBis?: string) => ({
  gueltigAb,
  quelle: "Demosatzung § 1",
  wert: 1,
  ...(gueltigBis && { gueltigBis }),
});

describe("what the Satzungen of a Mandant say", () => {
  let datenbank: TestDb;
  let db: Db;
  before(async () => {
    datenbank = await testDb();
    db = createDb(datenbank.appUrl, { size: 2, name: "test" });
  });
  after(() => db.close());

  test("a row from before there were Satzungen has none, and works", async () => {
    await db.inTransaction("installation", (tx) =>
      tx.query("insert into mandant (schluessel, name, land, einstellungen) values ('alt', 'Alt', 'NW', $1)", [
        JSON.stringify(alteEinstellungen),
      ]),
    );
    const alt = await createTenants(db).findBySchluessel("alt");
    assert.deepEqual([alt?.einstellungen.satzungen, alt?.einstellungen.automatik], [{}, {}]);
  });

  const falsch = {
    "two entries of one day": [[eintrag("2026-01-01"), eintrag("2026-01-01")], /überschneiden sich/],
    "an entry that reaches into the next": [[eintrag("2026-01-01", "2026-07-01"), eintrag("2026-07-01")], /überschneiden sich/],
    "the wrong order": [[eintrag("2027-01-01"), eintrag("2026-01-01")], /überschneiden sich/],
    "an end before the beginning": [[eintrag("2026-01-01", "2025-12-31")], /überschneiden sich/],
    "a day that is none": [[eintrag("2026-02-30")], /gueltigAb/],
    "no source": [[{ ...eintrag("2026-01-01"), quelle: " " }], /quelle/],
    "no entry at all": [[], /satzungen/],
  } as const;
  for (const [name, [eintraege, grund]] of Object.entries(falsch))
    test(`${name}: the Mandant is not created`, async () => {
      const tenants = createTenants(db);
      await assert.rejects(tenants.create(neu("falsch", { satz: [...eintraege] })), {
        name: "MandantFehlerhaft",
        message: grund,
      });
      assert.equal(await tenants.findBySchluessel("falsch"), undefined);
    });

  test("what the house finds wrong beyond the shape is said, when created and when changed", async () => {
    const tenants = createTenants(db, ({ einstellungen }) => (einstellungen.satzungen.hundesaz ? ["Kennt niemand."] : []));
    const fehler = { name: "MandantFehlerhaft", message: "Kennt niemand." };
    await assert.rejects(tenants.create(neu("neu", { hundesaz: [eintrag("2026-01-01")] })), fehler);
    const mandant = await tenants.create(neu("neu"));
    assert.ok(mandant !== "vergeben");
    await assert.rejects(
      tenants.change(mandant, { ...alteEinstellungen, satzungen: { hundesaz: [eintrag("2026-01-01")] } }),
      fehler,
    );
    await tenants.change(mandant, { ...alteEinstellungen, satzungen: { satz: [eintrag("2026-01-01")] } });
    const gelesen = await createTenants(db).getById(mandant.id);
    assert.deepEqual(gelesen.einstellungen.satzungen, { satz: [eintrag("2026-01-01")] });
  });
});

describe("the Satzungen of the demo, judged by the Leistungen of the house", () => {
  const { satzungen = {}, automatik = {} } = muster.einstellungen;
  test("are all right", () => assert.deepEqual(maengelDerSatzungenVon({ satzungen, automatik }), []));
  test("a slip of the key, and a house in two districts, are told", () => {
    const [bezirke] = structuredClone(satzungen.schulbezirke ?? []) as unknown as { wert: { abschnitte: object[] }[] }[];
    bezirke?.wert[0]?.abschnitte.push({ strasse: "Parkstrasse", von: 7 });
    const neu = { ...satzungen, hundestoier: satzungen.hundesteuer ?? [], schulbezirke: [bezirke] as never };
    const maengel = maengelDerSatzungenVon({ satzungen: neu, automatik }).join("\n");
    assert.match(maengel, /„hundestoier“: keine Leistung braucht sie/);
    assert.match(maengel, /liegt in „mitte“ und in „park“/);
  });
  test("what a Landkreis without them offers, and a town with them", () => {
    const schluessel = (stelle: number) => {
      const { satzungen: eigene = {}, aemter } = demoMandanten[stelle]?.einstellungen ?? assert.fail();
      return leistungenVon({ satzungen: eigene }, Object.keys(aemter)).map((each) => each.schluessel);
    };
    const oertliche = ["hundesteuer", "bewohnerparkausweis", "schulanmeldung"];
    assert.deepEqual(
      oertliche.filter((each) => schluessel(0).includes(each)),
      oertliche,
    );
    assert.deepEqual(
      oertliche.filter((each) => schluessel(1).includes(each)),
      [],
    );
    assert.ok(schluessel(1).includes("unterhaltsvorschuss"));
  });
});
