import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { createDb, type Db, type Tx } from "#db";
import { digestOf } from "#protokoll";
import { type TestDb, testDb } from "../../../test/helpers/db.ts";
import {
  type Beteiligter,
  eroeffne,
  findStand,
  haengeAn,
  listeBeteiligte,
  listeFuerPerson,
  listeSchritte,
  listeStaende,
  type NeuerSchritt,
  schneideFuer,
  standAus,
  uebergaenge,
} from "./index.ts";
import { arten } from "./schritte.ts";

const system = { art: "system", teil: "test", version: "1" } as const;
const zeitpunkt = new Date("2026-11-24T09:00:00Z");

const eingegangen = (transaktion: string) =>
  ({
    art: "eingegangen",
    akteur: { art: "buerger", person: null },
    zeitpunkt,
    transaktion,
    daten: {
      kanal: "online",
      antragsteller: { idnr: null, vornamen: "Anna", nachname: "Beispiel" },
      antworten: { kind: { vorname: "Mia" } },
      anlagen: [],
      schriftform: { art: "anmeldung", vertrauensniveau: "substantiell" },
      einwilligungPostfach: true,
      eingegangenAm: "2026-11-24",
    },
  }) satisfies NeuerSchritt;

const mutter: Beteiligter = {
  rolle: "antragsteller",
  person: "a".repeat(64),
  vornamen: "Anna",
  nachname: "Beispiel",
  anschrift: { strasse: "Geheimweg", hausnummer: "7", plz: "00001", ort: "Musterstadt" },
  email: "anna@example.org",
  auskunftssperre: true,
};
const kind: Beteiligter = { ...mutter, rolle: "kind", person: "b".repeat(64), vornamen: "Mia", geburtsdatum: "2022-03-01" };
const vater: Beteiligter = {
  rolle: "andererElternteil",
  person: "c".repeat(64),
  vornamen: "Kai",
  nachname: "Muster",
  auskunftssperre: false,
};

const notiz = (text: string): NeuerSchritt => ({
  art: "notiz",
  akteur: system,
  zeitpunkt,
  transaktion: randomUUID(),
  daten: { text },
});

describe("Vorgang", () => {
  let umgebung: TestDb;
  let db: Db;
  const inMandant = <T>(fn: (tx: Tx) => Promise<T>, mandant = 1) => db.inTransaction({ mandant }, fn);
  const neuer = async (transaktion = randomUUID(), mandant = 1) => {
    const eroeffnung = { leistung: "unterhaltsvorschuss", version: "1", kuerzel: "UV", beteiligte: [mutter, kind, vater] };
    return inMandant((tx) => eroeffne(tx, { ...eroeffnung, schritt: eingegangen(transaktion) }), mandant);
  };

  before(async () => {
    umgebung = await testDb();
    db = createDb(umgebung.appUrl, { size: 8 });
    await db.inTransaction("installation", (tx) =>
      tx.query(
        "insert into mandant (schluessel, name, land, einstellungen) values ('eins', 'Eins', 'NW', '{}'), ('zwei', 'Zwei', 'NI', '{}')",
      ),
    );
  });
  after(async () => {
    await db.close();
    await umgebung.close();
  });

  test("a submission sent five times at once opens one Vorgang", async () => {
    const transaktion = randomUUID();
    const ergebnisse = await Promise.all(Array.from({ length: 5 }, () => neuer(transaktion)));
    assert.equal(new Set(ergebnisse.map((each) => each.vorgangId)).size, 1);
    assert.equal(ergebnisse.filter((each) => each.art === "eroeffnet").length, 1);
  });

  test("steps are appended in order and fold into the state that the work list reads", async () => {
    const { vorgangId } = await neuer();
    const ergebnis = await inMandant((tx) =>
      haengeAn(
        tx,
        vorgangId,
        [
          {
            art: "nachgefordert",
            akteur: system,
            zeitpunkt,
            transaktion: randomUUID(),
            daten: { frage: "Wo?", frist: "2026-12-08", norm: "§ 60 SGB I" },
          },
          { art: "nachgereicht", akteur: system, zeitpunkt, transaktion: randomUUID(), daten: { antwort: "Hier.", anlagen: [] } },
        ],
        1,
      ),
    );
    assert.equal(ergebnis.art, "angehaengt");
    await inMandant(async (tx) => {
      const schritte = await listeSchritte(tx, vorgangId);
      assert.deepEqual(
        schritte.map((schritt) => schritt.art),
        ["eingegangen", "nachgefordert", "nachgereicht"],
      );
      assert.deepEqual((await findStand(tx, vorgangId))?.stand, standAus(schritte));
    });
  });

  test("of two writers with the same expected number one appends, the other learns of it as a value and its transaction lives on", async () => {
    const { vorgangId } = await neuer();
    const [a, b] = await Promise.all(
      ["a", "b"].map((text) =>
        inMandant(async (tx) => {
          const ergebnis = await haengeAn(tx, vorgangId, [notiz(text)], 1);
          await tx.query("select 1");
          return ergebnis.art;
        }),
      ),
    );
    assert.deepEqual([a, b].sort(), ["angehaengt", "konflikt"]);
  });

  test("the same transaction again changes nothing", async () => {
    const { vorgangId } = await neuer();
    const schritt = notiz("einmal");
    assert.equal((await inMandant((tx) => haengeAn(tx, vorgangId, [schritt], 1))).art, "angehaengt");
    assert.equal((await inMandant((tx) => haengeAn(tx, vorgangId, [schritt], 1))).art, "bereitsGeschehen");
    assert.equal((await inMandant((tx) => listeSchritte(tx, vorgangId))).length, 2);
  });

  test("a step that may not follow is refused as a whole, with those before it", async () => {
    const { vorgangId } = await neuer();
    const zugestellt: NeuerSchritt = {
      art: "zugestellt",
      akteur: system,
      zeitpunkt,
      transaktion: randomUUID(),
      daten: { weg: "brief", am: "2026-11-24", bekanntAm: "2026-11-28", norm: "§ 37 Abs. 2 SGB X" },
    };
    const ergebnis = await inMandant((tx) => haengeAn(tx, vorgangId, [notiz("x"), zugestellt], 1));
    assert.deepEqual(ergebnis, { art: "unzulaessig", phase: "inPruefung", schritt: "zugestellt" });
    assert.equal((await inMandant((tx) => listeSchritte(tx, vorgangId))).length, 1);
  });

  test("another Mandant neither reads nor appends", async () => {
    const { vorgangId } = await neuer();
    assert.equal(await inMandant((tx) => findStand(tx, vorgangId), 2), undefined);
    await assert.rejects(
      inMandant((tx) => haengeAn(tx, vorgangId, [notiz("fremd")], 1), 2),
      /gibt es nicht/,
    );
    const wunsch = {
      phasen: ["inPruefung"],
      leistungen: ["unterhaltsvorschuss"],
      sortierung: "aelteste",
      seite: 1,
      jeSeite: 50,
    } as const;
    assert.equal((await inMandant((tx) => listeStaende(tx, wunsch), 2)).gesamt, 0);
    assert.ok((await inMandant((tx) => listeStaende(tx, wunsch))).gesamt > 0);
  });

  test("a person finds the cases in which they apply, not those in which they are merely involved", async () => {
    await neuer();
    const alsAntragsteller = await inMandant((tx) => listeFuerPerson(tx, vater.person ?? "", ["antragsteller"]));
    assert.equal(alsAntragsteller.length, 0);
    assert.ok((await inMandant((tx) => listeFuerPerson(tx, vater.person ?? "", ["andererElternteil"]))).length > 0);
  });

  test("the digest in the log matches the stored content, and the application can change neither", async () => {
    const { vorgangId } = await neuer();
    await inMandant(async (tx) => {
      const { rows } = await tx.query<{ digest: Buffer; salz: Buffer; daten: unknown }>(
        "select s.digest, i.salz, i.daten from vorgang_schritt s join vorgang_schritt_inhalt i using (mandant_id, vorgang_id, nummer) where s.vorgang_id = $1",
        [vorgangId],
      );
      for (const { digest, salz, daten } of rows) assert.deepEqual(digestOf(daten, salz).digest, digest);
    });
    for (const sql of ["update vorgang_schritt set art = 'notiz'", "delete from vorgang_schritt_inhalt", "delete from vorgang"])
      await assert.rejects(
        inMandant((tx) => tx.query(sql)),
        /permission denied/,
      );
  });

  test("without a Mandant there is an error, not an empty answer", async () => {
    await assert.rejects(
      db.inTransaction("installation", (tx) => tx.query("select from vorgang")),
      /no Mandant set/,
    );
  });

  test("the other parent's cut holds no address, mail or birth date of the applicant, and no hint of the Auskunftssperre", async () => {
    const { vorgangId } = await neuer();
    const alle = await inMandant((tx) => listeBeteiligte(tx, vorgangId));
    assert.equal(schneideFuer("amt", alle).length, 3);
    const text = JSON.stringify(schneideFuer("andererElternteil", alle));
    for (const geheim of ["Geheimweg", "00001", "anna@", '"auskunftssperre":true']) assert.ok(!text.includes(geheim), geheim);
    assert.ok(text.includes("2022-03-01"));
  });
});

test("every kind of step can happen in some phase, and every phase can be left or is an end", () => {
  const moeglich = new Set(Object.values(uebergaenge).flatMap((erlaubt) => Object.keys(erlaubt)));
  assert.deepEqual(
    arten.filter((art) => !moeglich.has(art)),
    [],
  );
});
