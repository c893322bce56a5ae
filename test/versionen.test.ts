import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { pruefeNachFreigabe } from "#bearbeitung";
import type { Tx } from "#db";
import { getLeistung, leistungen } from "#leistungen";
import { type Freigabeeintrag, findDokument, findFreigabestand, laufendeVersion, listeFreigaben, standAus } from "#versionen";
import { findStand, type Inhalt, listeSchritte } from "#vorgaenge";
import { antragFuer, createBevoelkerung } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { startRegister } from "../demo/register/alle.ts";
import { amtsperson, baueStadt, type Stadt } from "./helpers/stadt.ts";

const eintrag = (kennung: string, art: Freigabeeintrag["art"] = "freigegeben", nummer = 1): Freigabeeintrag => ({
  nummer,
  art,
  kennung,
  name: kennung,
  grund: "",
  am: new Date(0),
});

describe("two people", () => {
  const faelle: Record<string, [Freigabeeintrag[], string]> = {
    nobody: [[], "offen"],
    one: [[eintrag("a")], "halb"],
    "the same one twice": [[eintrag("a"), eintrag("a")], "halb"],
    two: [[eintrag("a"), eintrag("b")], "freigegeben"],
    "two, the first one twice": [[eintrag("a"), eintrag("a"), eintrag("b")], "freigegeben"],
    "taken back": [[eintrag("a"), eintrag("b"), eintrag("c", "zurueckgenommen")], "offen"],
    "taken back, and one again": [[eintrag("a"), eintrag("b"), eintrag("c", "zurueckgenommen"), eintrag("b")], "halb"],
    "taken back, and two again": [
      [eintrag("a"), eintrag("b"), eintrag("a", "zurueckgenommen"), eintrag("b"), eintrag("a")],
      "freigegeben",
    ],
  };
  for (const [name, [eintraege, art]] of Object.entries(faelle)) test(name, () => assert.equal(standAus(eintraege).art, art));
});

describe("what a version is", () => {
  const { quellen } = laufendeVersion(getLeistung("unterhaltsvorschuss")).dokument;
  test("its own files and the pure law below, no tests and no other Leistung", () => {
    for (const pfad of [
      "leistungen/unterhaltsvorschuss/leistung.ts",
      "leistungen/unterhaltsvorschuss/hoehe.ts",
      "src/recht/baukasten/werte-aus.ts",
      "src/recht/kalender/datum.ts",
      "src/recht/geld/geld.ts",
    ])
      assert.match(quellen[pfad] ?? "", /^[0-9a-f]{64}$/, pfad);
    for (const pfad of Object.keys(quellen)) {
      assert.match(pfad, /^(leistungen\/unterhaltsvorschuss|src\/recht)\//);
      assert.doesNotMatch(pfad, /\.test\.|musterfall/);
    }
  });
  test("every registered Leistung has one, and no two the same", () =>
    assert.equal(new Set(leistungen.map((leistung) => laufendeVersion(leistung).fingerabdruck)).size, leistungen.length));
  test("a Leistung without a folder is refused", () =>
    assert.throws(() => laufendeVersion({ ...getLeistung("unterhaltsvorschuss"), schluessel: "gibtesnicht" }), /keinen Ordner/));
});

describe("release", () => {
  let stadt: Stadt;
  let register: Awaited<ReturnType<typeof startRegister>>;
  const leistung = "unterhaltsvorschuss";
  const version = laufendeVersion(getLeistung(leistung));
  const { fingerabdruck } = version;
  const anna = { kennung: "anna", name: "Anna Amt" };
  const bert = { kennung: "bert", name: "Bert Amt" };
  const wunsch = (von: typeof anna, mandantId = stadt.musterstadt.id) => ({ mandantId, leistung, fingerabdruck, von });
  const stand = (mandant: number) =>
    stadt.system.db.inTransaction({ mandant }, (tx) => findFreigabestand(tx, leistung, fingerabdruck));

  before(async () => {
    register = await startRegister({});
    const urls = Object.entries(register.urls).map(([name, url]) => [`FACHWERK_REGISTER_${name.toUpperCase()}`, url]);
    stadt = await baueStadt(Object.fromEntries(urls), undefined, { freigegeben: false });
    await stadt.system.versionen.erfasse();
    await stadt.arbeite();
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });

  let vorFreigabe = "";
  let uebernommen = "";
  const inMusterstadt = <T>(tue: (tx: Tx) => Promise<T>) => stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, tue);
  const bevoelkerung = createBevoelkerung();
  const reicheAnna = (schluessel: string) => {
    const person = bevoelkerung.getPersona("anna");
    const lage = antragFuer(bevoelkerung, person, bevoelkerung.getPerson(person.kinder.at(-1) ?? ""));
    return stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      reicheEin(stadt.system, tx, { ...lage, fuerVormonat: false }, schluessel),
    );
  };
  const warteAuf = (id: string, phasen: readonly string[]) =>
    stadt.warteBis(phasen.join(), () =>
      stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, async (tx) => {
        const zeile = await findStand(tx, id);
        return zeile && phasen.includes(zeile.stand.phase) && zeile;
      }),
    );

  test("writing versions down twice adds nothing, and the document is what it was", async () => {
    assert.equal(await stadt.system.versionen.erfasse(), 0);
    const gelesen = await stadt.system.db.inTransaction("installation", (tx) =>
      findDokument(tx, leistung, fingerabdruck.slice(0, 12)),
    );
    assert.deepEqual(gelesen?.dokument, version.dokument);
    assert.equal(await stadt.system.db.inTransaction("installation", (tx) => findDokument(tx, leistung, "zz")), undefined);
  });

  test("before it, a case comes in and goes to a person, with that reason and the proposal", async () => {
    const id = await reicheAnna("vor-freigabe");
    vorFreigabe = id;
    const zeile = await warteAuf(id, ["beiSachbearbeitung"]);
    assert.equal(zeile.stand.wartetAufFreigabe, true);
    uebernommen = await reicheAnna("uebernommen");
    const { nummer } = await warteAuf(uebernommen, ["beiSachbearbeitung"]);
    await stadt.system.bearbeitung.uebernimm({
      mandantId: stadt.musterstadt.id,
      vorgangId: uebernommen,
      nummer,
      transaktion: randomUUID(),
      von: { art: "amt", kennung: "gustav", name: "Gustav" },
    });
    assert.match(zeile.stand.gruende?.join(" ") ?? "", /noch nicht freigegeben\. Zwei Personen müssen sie freigeben/);
    const schritte = await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) => listeSchritte(tx, id));
    const vorschlag = schritte.find((schritt) => schritt.art === "vorgeschlagen")?.daten;
    assert.equal((vorschlag as Inhalt<"vorgeschlagen">).entscheidung.vorschlag, "bewilligt");
  });

  test("the same person twice is told so, and half a release is none", async () => {
    const erste = await stadt.system.versionen.gibFrei(wunsch(anna));
    assert.equal(erste.art === "erledigt" && erste.stand.art, "halb");
    const nochmal = await stadt.system.versionen.gibFrei(wunsch(anna));
    assert.match(nochmal.art === "verweigert" ? nochmal.text : "", /Sie haben diese Fassung schon freigegeben/);
    // Examined now, nothing is added: half a release is none.
    const { nummer } = await warteAuf(vorFreigabe, ["beiSachbearbeitung"]);
    await stadt.system.bearbeitung.pruefe(stadt.musterstadt.id, vorFreigabe);
    assert.equal((await warteAuf(vorFreigabe, ["beiSachbearbeitung"])).nummer, nummer);
    const grund = await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      stadt.system.versionen.hindernis(tx, getLeistung(leistung)),
    );
    assert.match(grund ?? "", /Es fehlt die Freigabe durch eine zweite Person/);
  });

  test("two clicks at one time: one counts, the other is told", async () => {
    const beide = await Promise.all([stadt.system.versionen.gibFrei(wunsch(bert)), stadt.system.versionen.gibFrei(wunsch(bert))]);
    assert.deepEqual(beide.map(({ art }) => art).sort(), ["erledigt", "verweigert"]);
    assert.equal((await stand(stadt.musterstadt.id)).art, "freigegeben");
    const dritte = await stadt.system.versionen.gibFrei(wunsch({ kennung: "carl", name: "Carl" }));
    assert.match(dritte.art === "verweigert" ? dritte.text : "", /schon freigegeben, von Anna Amt und Bert Amt/);
  });

  test("what waited is examined again: decided without a person, once, however often the job comes", async () => {
    const offen = await warteAuf(vorFreigabe, ["zugestellt", "beschieden"]);
    assert.deepEqual(
      [offen.stand.ergebnis, offen.stand.automatisch, offen.stand.wartetAufFreigabe],
      ["bewilligt", true, undefined],
    );
    await inMusterstadt((tx) => pruefeNachFreigabe(stadt.system.jobs, tx, leistung));
    await stadt.system.bearbeitung.pruefe(stadt.musterstadt.id, vorFreigabe);
    const schritte = await inMusterstadt((tx) => listeSchritte(tx, vorFreigabe));
    assert.deepEqual(
      ["vorgeschlagen", "entschieden", "beschieden"].map((art) => schritte.filter((schritt) => schritt.art === art).length),
      [1, 1, 1],
    );
  });

  test("what a person has taken up stays with that person", async () => {
    const { stand: offen, nummer } = await inMusterstadt(async (tx) => (await findStand(tx, uebernommen)) ?? assert.fail());
    assert.equal(offen.phase, "beiSachbearbeitung");
    await stadt.system.bearbeitung.pruefe(stadt.musterstadt.id, uebernommen);
    assert.equal((await inMusterstadt((tx) => findStand(tx, uebernommen)))?.nummer, nummer);
  });

  test("the page of the release says how many waited, and that all are done", async () => {
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("lena", ["leitung"]));
    const seite = await stadt.web.inject({
      url: `/amt/leistungen/${leistung}/freigabe`,
      headers: { host: "musterstadt.localhost", cookie },
    });
    assert.match(seite.payload.replaceAll(/<[^>]+>/g, ""), /Neu geprüft nach der Freigabe: 1 von 1 wartenden Fällen/);
  });

  test("after it, the same kind of case is decided without a person", async () => {
    const id = await reicheAnna("nach-freigabe");
    assert.equal((await warteAuf(id, ["zugestellt", "beschieden"])).stand.ergebnis, "bewilligt");
  });

  test("what Musterstadt has released says nothing for Beispielkreis", async () => {
    assert.equal((await stand(stadt.beispielkreis.id)).art, "offen");
    const fremd = await stadt.system.db.inTransaction({ mandant: stadt.beispielkreis.id }, (tx) =>
      listeFreigaben(tx, leistung, fingerabdruck),
    );
    assert.deepEqual(fremd, []);
  });

  test("a version that nobody knows, and the wrong beginning of one, cannot be released", async () => {
    for (const falsch of ["0".repeat(128), fingerabdruck.slice(0, 12)]) {
      const ergebnis = await stadt.system.versionen.gibFrei({ ...wunsch(anna), fingerabdruck: falsch });
      assert.match(ergebnis.art === "verweigert" ? ergebnis.text : "", /kennt die Installation nicht/);
    }
  });

  test("one person stops it, with a reason; then a person decides again, and two must release anew", async () => {
    const ohneGrund = await stadt.system.versionen.nimmZurueck(wunsch(bert), "  ");
    assert.match(ohneGrund.art === "verweigert" ? ohneGrund.text : "", /Bitte schreiben Sie, warum/);
    assert.equal((await stadt.system.versionen.nimmZurueck(wunsch(bert), "Fehler in der Altersstufe")).art, "erledigt");
    const id = await reicheAnna("nach-ruecknahme");
    assert.match((await warteAuf(id, ["beiSachbearbeitung"])).stand.gruende?.join(" ") ?? "", /noch nicht freigegeben/);
    await stadt.system.versionen.gibFrei(wunsch(anna));
    assert.equal((await stand(stadt.musterstadt.id)).art, "halb");
    await stadt.system.versionen.gibFrei(wunsch(bert));
    assert.equal((await stand(stadt.musterstadt.id)).art, "freigegeben");
    assert.equal((await warteAuf(id, ["zugestellt", "beschieden"])).stand.automatisch, true);
  });

  test("cases that are examined while the release is given do not wait for ever", async () => {
    await stadt.system.versionen.nimmZurueck(wunsch(bert), "Probe");
    await stadt.system.versionen.gibFrei(wunsch(anna));
    const eingereicht = Promise.all([1, 2, 3, 4, 5, 6].map((nummer) => reicheAnna(`zugleich-${nummer}`)));
    await new Promise((weiter) => setTimeout(weiter, 60));
    await stadt.system.versionen.gibFrei(wunsch(bert));
    for (const id of await eingereicht) assert.equal((await warteAuf(id, ["zugestellt", "beschieden"])).stand.automatisch, true);
  });

  test("the log of accesses names who released and who stopped", async () => {
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("ines", ["datenschutz"]));
    const seite = await stadt.web.inject({ url: "/amt/protokoll", headers: { host: "musterstadt.localhost", cookie } });
    assert.match(seite.payload, /leistung\.freigegeben/);
    assert.match(seite.payload, /leistung\.zurueckgenommen/);
  });
});
