import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { letzter } from "#bearbeitung";
import { createKasse, type Kassenanschluss } from "#kasse";
import { schreibeSendungen } from "#kuvertierung";
import { listeNachrichtenZumVorgang } from "#postfach";
import { haengeAn } from "#vorgaenge";
import { baueLaufendenhaus, type Laufendenhaus } from "./helpers/laufend.ts";
import { amtsperson } from "./helpers/stadt.ts";

/** What must not happen to money and deadlines when something else fails, comes late, or comes twice. */
describe("running benefits under bad conditions", () => {
  let haus: Laufendenhaus;
  let owner: pg.Client;
  before(async () => {
    haus = await baueLaufendenhaus("2026-03-02T09:00:00+01:00");
    owner = new pg.Client({ connectionString: haus.stadt.urls.ownerUrl });
    await owner.connect();
  });
  after(async () => {
    await owner.end();
    await haus.close();
  });
  const mandantId = () => haus.stadt.musterstadt.id;
  const zusammen = { angabenElternteil: { vornamen: "Tobias", nachname: "Vogt", zusammen: true } };
  /** A report that a person must look at. @returns the change, at a clerk's desk */
  async function beimAmt(id: string): Promise<string> {
    const gemeldet = await haus.melde(id, { ab: "2026-06-01", seiten: zusammen, mensch: "Bitte ansehen." });
    const aenderung = "vorgangId" in gemeldet ? gemeldet.vorgangId : assert.fail(gemeldet.art);
    await haus.dauer.pruefe(mandantId(), aenderung);
    assert.equal((await haus.akteVon(aenderung)).stand.phase, "beiSachbearbeitung");
    return aenderung;
  }
  const verweigert = /schon gesendet, mit anderem Inhalt/;

  test("one benefit that cannot be looked at holds up no other, and its error is told", async () => {
    haus.am("2026-03-02");
    const [kaputt = "", heil = ""] = [
      await haus.unterhaltsvorschuss("2022-03-04"),
      await haus.unterhaltsvorschuss("2022-03-05"),
    ].sort();
    await haus.runde();
    // A decision that nobody can read any more; the first in the order of looking.
    await owner.query(
      "update vorgang_schritt_inhalt i set daten = daten - 'entscheidung' from vorgang_schritt s where i.vorgang_id = $1 and s.vorgang_id = $1 and s.nummer = i.nummer and s.art = 'entschieden'",
      [kaputt],
    );
    await owner.query("update dauerleistung set naechster_termin = '1970-01-01', parameterstand = 'x'");
    await assert.rejects(haus.runde());
    const { rows } = await owner.query("select vorgang_id from dauerleistung where parameterstand <> 'x'");
    assert.deepEqual(rows, [{ vorgang_id: heil }]);
    await owner.query("delete from dauerleistung where vorgang_id = $1", [kaputt]);
  });

  test("orders of one benefit reach the treasury in their order, whichever job comes first", async () => {
    haus.am("2026-03-02");
    const id = await haus.unterhaltsvorschuss("2022-03-04");
    const cookie = {
      mandantId: mandantId(),
      bezugId: id,
      empfaenger: "Anna Beispiel",
      von: { art: "buerger", person: null },
    } as const;
    const gewechselt = await haus.dauer.aendereKonto({
      ...cookie,
      iban: "DE02500105170137075030",
      vertrauensniveau: "substantiell",
      transaktion: "konto-1",
    });
    assert.equal(gewechselt.art, "geaendert");
    const mitArt = async (gesucht: string) => (await haus.anordnungen(id)).find(({ art }) => art === gesucht);
    const [neu, aenderung] = [await mitArt("neu"), await mitArt("aenderung")];
    const angekommen: string[] = [];
    const anschluss: Kassenanschluss = {
      async uebermittle(_mandant, { id: anordnungId }) {
        angekommen.push(anordnungId);
        return { art: "quittiert", belegnummer: anordnungId };
      },
    };
    const kasse = createKasse({ ...haus.stadt.system, anschluss });
    await kasse.uebermittle(mandantId(), "musterstadt", aenderung?.id ?? "");
    await kasse.uebermittle(mandantId(), "musterstadt", neu?.id ?? "");
    assert.deepEqual(angekommen, [neu?.id, aenderung?.id]);
  });

  test("a hearing that is posted late does not make the notice count as delivered", async () => {
    haus.am("2026-03-02");
    const id = await haus.unterhaltsvorschuss("2022-03-04");
    // The notice is made and waits for the post; an older letter of the same Vorgang lies there as well.
    await haus.entscheideNeu(id);
    const bescheidId = randomUUID();
    const alter = randomUUID();
    await haus.tue(async (tx) => {
      const { nummer } = await haus.akteVon(id);
      const daten = { bescheidId, postfachSha256: "0".repeat(64), akteSha256: "0".repeat(64), massgeblich: "akte" } as const;
      const akteur = { art: "system", teil: "test", version: "1" } as const;
      const schritt = { art: "beschieden", daten, akteur, zeitpunkt: haus.stadt.uhr.now(), transaktion: `b:${id}` } as const;
      assert.equal((await haengeAn(tx, id, [schritt], nummer)).art, "angehaengt");
      const brief = { vorgangId: id, empfaenger: "antragsteller", aktenzeichen: "UV", betreff: "B", akteSha256: "0".repeat(64) };
      const angelegtAm = haus.stadt.uhr.now();
      await schreibeSendungen(tx, { ...brief, id: alter, bescheidId: randomUUID(), angelegtAm });
      await schreibeSendungen(tx, { ...brief, id: bescheidId, bescheidId, angelegtAm });
    });
    const cookie = await haus.stadt.melde(haus.stadt.musterstadt, amtsperson("paul", ["poststelle"]));
    const headers = { host: "musterstadt.localhost", cookie, "sec-fetch-site": "same-origin" };
    const versende = async (sendung: string) => {
      const { statusCode } = await haus.stadt.web.inject({ method: "POST", url: `/amt/post/${sendung}/versandt`, headers });
      assert.equal(statusCode, 303);
      return (await haus.akteVon(id)).stand.phase;
    };
    assert.equal(await versende(alter), "beschieden");
    assert.equal(await versende(bescheidId), "zugestellt");
  });

  test("the grant is refused in a new decision: what waits falls with it, whoever was asked is told, nothing is stuck", async () => {
    haus.am("2026-03-02");
    const id = await haus.unterhaltsvorschuss("2022-03-04");
    const wartet = await beimAmt(id);
    const zweite = await beimAmt(id);
    const handlung = await haus.handlung(wartet);
    assert.deepEqual(await haus.dauer.hoereAn(handlung, "", "2026-06-30"), { art: "erledigt" });
    await haus.entscheideNeu(id, "abgelehnt");
    for (let mal = 0; mal < 2; mal++) await haus.stadt.system.bearbeitung.fertige(mandantId(), id);
    for (const vorgangId of [wartet, zweite]) {
      const { stand, schritte } = await haus.akteVon(vorgangId);
      assert.equal(stand.phase, "abgeschlossen");
      assert.match(letzter(schritte, "abgeschlossen")?.grund ?? "", /neu entschieden/);
    }
    const nachrichten = async (vorgangId: string) =>
      (await haus.tue((tx) => listeNachrichtenZumVorgang(tx, vorgangId))).filter(({ betreff }) => /erledigt/.test(betreff));
    assert.deepEqual([(await nachrichten(wartet)).length, (await nachrichten(zweite)).length], [1, 0]);
    const { rows } = await owner.query("select offene_aenderung from dauerleistung where vorgang_id = $1", [id]);
    assert.deepEqual(rows, [{ offene_aenderung: null }]);
    // Granted in the end: it can be changed again.
    await haus.entscheideNeu(id, "bewilligt", "frieda");
    await haus.stadt.system.bearbeitung.fertige(mandantId(), id);
    await beimAmt(id);
  });

  test("who waits for figures of the law that nobody knows yet is looked at once a day, not every round", async () => {
    haus.am("2026-03-02");
    const id = await haus.unterhaltsvorschuss("2022-03-04");
    haus.am("2026-12-15");
    await haus.runde();
    assert.equal((await haus.lies(id)).termin?.wartetAufSaetze, true, "without figures for 2027 this test is about nothing");
    const { rows } = await owner.query("select naechster_termin from dauerleistung where vorgang_id = $1", [id]);
    assert.deepEqual(rows, [{ naechster_termin: "2026-12-16" }]);
  });

  test("a clerk's forms sent twice are done once; with something else in them they are refused", async () => {
    haus.am("2026-03-02");
    const id = await haus.unterhaltsvorschuss("2022-03-04");
    const eingeleitet = await haus.handlung(id);
    const leiteEin = (grund: string) => haus.dauer.leiteEin(eingeleitet, "amt", "2026-05-01", grund);
    assert.deepEqual([await leiteEin("Anruf"), await leiteEin("Anruf")], [{ art: "erledigt" }, { art: "erledigt" }]);
    const anders = await leiteEin("Brief");
    assert.match(anders.art === "unzulaessig" ? anders.text : anders.art, verweigert);
    const vomAmt = (await haus.lies(id)).aenderungen.at(-1)?.vorgangId ?? "";
    await haus.dauer.pruefe(mandantId(), vomAmt);

    const aenderung = await beimAmt(id);
    const anhoerung = await haus.handlung(aenderung);
    const hoere = (worte: string) => haus.dauer.hoereAn(anhoerung, worte, "2026-06-30");
    assert.deepEqual(await Promise.all([hoere("Bitte"), hoere("Bitte")]), [{ art: "erledigt" }, { art: "erledigt" }]);
    assert.equal((await haus.tue((tx) => listeNachrichtenZumVorgang(tx, aenderung))).length, 1);
    const mitAnderen = await hoere("Danke");
    assert.match(mitAnderen.art === "unzulaessig" ? mitAnderen.text : mitAnderen.art, verweigert);

    haus.am("2026-07-02");
    await haus.termine();
    const entscheidung = await haus.handlung(aenderung);
    const entscheide = (umfang: "zukunft" | "keine", begruendung = "Zusammen seit Juni.") =>
      haus.dauer.entscheide(entscheidung, umfang, begruendung, {});
    assert.deepEqual([await entscheide("zukunft"), await entscheide("zukunft")], [{ art: "erledigt" }, { art: "erledigt" }]);
    for (const noch of [await entscheide("keine"), await entscheide("zukunft", "Anders.")])
      assert.match(noch.art === "unzulaessig" ? noch.text : noch.art, verweigert);
    assert.equal((await haus.akteVon(aenderung)).schritte.filter(({ art }) => art === "entschieden").length, 1);

    await haus.dauer.fertige(mandantId(), aenderung);
    const dritte = await beimAmt(id);
    for (const { vorgangId, offen } of (await haus.lies(id)).aenderungen)
      if (offen && vorgangId !== dritte)
        await haus.dauer.entscheide(await haus.handlung(vorgangId), "keine", "Nichts weiter.", {});
    const beiseite = await haus.handlung(dritte);
    const lege = (umfang: "keine" | "zukunft") => haus.dauer.entscheide(beiseite, umfang, "Schon erledigt.", {});
    assert.deepEqual([await lege("keine"), await lege("keine")], [{ art: "erledigt" }, { art: "erledigt" }]);
    const sonst = await lege("zukunft");
    assert.match(sonst.art === "unzulaessig" ? sonst.text : sonst.art, verweigert);
  });
});
