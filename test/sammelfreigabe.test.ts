import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { type Akte, findAkte, listeEinzelergebnisse, type Sammelfreigabe } from "#bearbeitung";
import { getLeistung } from "#leistungen";
import { createBevoelkerung } from "../demo/bevoelkerung/index.ts";
import { hatVorbereitbaren, reicheUmtauschEin } from "../demo/fuehrerscheinantrag.ts";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { adressVariable, type Registername } from "../src/register.ts";
import { amtsperson, baueStadt, type Stadt } from "./helpers/stadt.ts";

const ROLLE = ["sachbearbeitung:fuehrerscheinumtausch"];
const LEITUNG = ["leitung:fahrerlaubnisbehoerde"];

describe("many prepared cases released by one person", () => {
  let stadt: Stadt;
  let register: AlleRegister;
  const bevoelkerung = createBevoelkerung();
  const personen = bevoelkerung.von("musterstadt").filter(hatVorbereitbaren);
  let naechste = 0;

  before(async () => {
    register = await startRegister({ bevoelkerung });
    const adressen = Object.entries(register.urls).map(([name, url]) => [adressVariable(name as Registername), url]);
    stadt = await baueStadt(Object.fromEntries(adressen));
    await stadt.arbeite();
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });

  const akte = (id: string) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, async (tx) => (await findAkte(tx, id)) as Akte);
  const inPhase = (id: string, phase: string) =>
    stadt.warteBis(`${phase}: ${id}`, async () => {
      const gelesen = await akte(id);
      return gelesen.stand.phase === phase && gelesen;
    });
  /** So many cases, examined and waiting for release only. */
  async function bereite(anzahl: number): Promise<Akte[]> {
    const neue = personen.slice(naechste, naechste + anzahl);
    naechste += anzahl;
    const ids: string[] = [];
    for (const person of neue)
      ids.push(
        await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
          reicheUmtauschEin(stadt.system, tx, person, `umtausch:${person.idnr}`),
        ),
      );
    const akten = await Promise.all(ids.map((id) => inPhase(id, "beiSachbearbeitung")));
    for (const { stand } of akten) assert.equal(stand.vorbereitet, true, stand.gruende?.join(" | "));
    return akten;
  }
  const kopf = async (kennung: string, rollen = ROLLE, mandant = stadt.musterstadt) => ({
    host: `${mandant.schluessel}.localhost`,
    cookie: await stadt.melde(mandant, amtsperson(kennung, rollen)),
    "sec-fetch-site": "same-origin",
    "content-type": "application/x-www-form-urlencoded",
  });
  const felder = (akten: readonly Pick<Akte, "id" | "nummer">[], mehr: Record<string, string> = {}) =>
    new URLSearchParams({
      leistung: "fuehrerscheinumtausch",
      art: "entscheiden",
      ...Object.fromEntries(akten.map(({ id, nummer }) => [`wahl.${id}`, String(nummer)])),
      ...mehr,
    }).toString();
  const sende = async (url: string, payload: string, headers: Record<string, string>) =>
    stadt.web.inject({ method: "POST", url, headers, payload });
  const auftrag = (akten: readonly Pick<Akte, "id" | "nummer">[], mehr: Partial<Sammelfreigabe> = {}): Sammelfreigabe => ({
    id: randomUUID(),
    leistung: "fuehrerscheinumtausch",
    art: "entscheiden",
    akteur: { art: "amt", kennung: "frieda", name: "Frieda" },
    auswahl: akten.map(({ id, nummer }) => ({ vorgangId: id, nummer })),
    begonnenAm: stadt.uhr.now(),
    ...mehr,
  });
  const gibFrei = (lauf: Sammelfreigabe) => stadt.system.bearbeitung.gibVieleFrei(stadt.musterstadt.id, lauf);
  const ausgaenge = async (id: string) => {
    const zeilen = await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) => listeEinzelergebnisse(tx, id));
    return Object.fromEntries(
      zeilen.map(({ vorgangId, ergebnis, grund }) => [vorgangId, grund ? `${ergebnis}: ${grund}` : ergebnis]),
    );
  };
  const zaehle = ({ schritte }: Akte, art: string) => schritte.filter((schritt) => schritt.art === art).length;

  test("list, choice, one page that names the number, release, outcome; every person gets a notice", async () => {
    const akten = await bereite(6);
    const headers = await kopf("frieda");
    const arbeitsliste = await stadt.web.inject({ url: "/amt", headers });
    assert.match(arbeitsliste.payload, /6 vorbereitete Anträge gemeinsam freigeben/);
    const liste = await stadt.web.inject({ url: "/amt/sammel", headers });
    for (const { id } of akten) assert.ok(liste.payload.includes(`wahl.${id}`));
    assert.ok(!/checked/.test(liste.payload));
    const alle = await stadt.web.inject({ url: "/amt/sammel?leistung=fuehrerscheinumtausch&art=entscheiden&alle=1", headers });
    assert.equal(alle.payload.match(/checked/g)?.length, 6);

    const nichts = await stadt.web.inject({ url: `/amt/sammel/bestaetigen?${felder([])}`, headers });
    assert.match(String(nichts.headers.location), /leer=1/);
    const seite = await stadt.web.inject({ url: `/amt/sammel/bestaetigen?${felder(akten)}`, headers });
    assert.match(seite.payload, /6 Anträge freigeben\?/);
    for (const { id } of akten) assert.equal((await akte(id)).stand.phase, "beiSachbearbeitung", "asked, not done");
    const schluessel = /name="schluessel" value="([0-9a-f-]{36})"/.exec(seite.payload)?.[1] ?? "";

    // The impatient second click arrives while the first is at work.
    const [eins, zwei] = await Promise.all([
      sende("/amt/sammel/freigeben", felder(akten, { schluessel }), headers),
      sende("/amt/sammel/freigeben", felder(akten, { schluessel }), headers),
    ]);
    assert.deepEqual([eins.statusCode, zwei.statusCode, eins.headers.location], [303, 303, zwei.headers.location]);
    const ergebnis = await stadt.web.inject({ url: String(eins.headers.location), headers });
    assert.match(ergebnis.payload, /6 von 6 Anträge freigegeben/);
    for (const { id } of akten) {
      const fertig = await inPhase(id, "zugestellt");
      assert.deepEqual([zaehle(fertig, "entschieden"), zaehle(fertig, "beschieden")], [1, 1]);
      assert.equal(fertig.stand.automatisch, false);
    }
    // The back button: the page is opened anew, has the same key, and tells what came of it.
    assert.ok(
      (await stadt.web.inject({ url: `/amt/sammel/bestaetigen?${felder(akten)}`, headers })).payload.includes(schluessel),
    );
    const wieder = await sende("/amt/sammel/freigeben", felder(akten, { schluessel }), headers);
    assert.match((await stadt.web.inject({ url: String(wieder.headers.location), headers })).payload, /6 von 6/);
    assert.equal(zaehle(await akte(akten[0]?.id ?? ""), "entschieden"), 1);
    assert.match((await stadt.web.inject({ url: "/amt/sammel", headers })).payload, /wartet gerade nichts/);
  });

  test("one that was overtaken, taken by a colleague, noted on or of another Leistung hinders no other", async () => {
    const akten = await bereite(5);
    const [ueberholt, genommen, notiert, geaendert, frei] = akten as [Akte, Akte, Akte, Akte, Akte];
    const { bearbeitung } = stadt.system;
    const handlung = ({ id, nummer }: Akte) => ({
      mandantId: stadt.musterstadt.id,
      vorgangId: id,
      nummer,
      transaktion: randomUUID(),
      von: { art: "amt", kennung: "gustav", name: "Gustav" } as const,
    });
    await bearbeitung.notiere(handlung(ueberholt), "Bitte warten.");
    await bearbeitung.uebernimm(handlung(genommen));
    await bearbeitung.notiere(handlung(notiert), "Bild ansehen.");
    await bearbeitung.fordereNach(handlung(geaendert), "Bitte ein neues Bild.", "2026-12-10");
    const neu = await Promise.all([genommen, notiert, geaendert].map(({ id }) => akte(id)));
    const lauf = auftrag([ueberholt, ...neu, frei, { id: randomUUID(), nummer: 3 }]);
    assert.equal(await gibFrei(lauf), true);
    const gelesen = await ausgaenge(lauf.id);
    assert.match(gelesen[ueberholt.id] ?? "", /^ueberholt/);
    assert.match(gelesen[genommen.id] ?? "", /bei Gustav/);
    assert.match(gelesen[notiert.id] ?? "", /einzeln angesehen/);
    assert.match(gelesen[geaendert.id] ?? "", /einzeln angesehen/);
    assert.equal(gelesen[frei.id], "freigegeben");
    assert.match(gelesen[lauf.auswahl.at(-1)?.vorgangId ?? ""] ?? "", /gibt es hier nicht/);
    await inPhase(frei.id, "zugestellt");
    const liste = await stadt.web.inject({ url: "/amt/sammel", headers: await kopf("frieda") });
    for (const { id } of [genommen, notiert, geaendert]) assert.ok(!liste.payload.includes(id));
    const seine = await stadt.web.inject({ url: "/amt/sammel", headers: await kopf("gustav") });
    assert.ok(seine.payload.includes(genommen.id), "whoever took it may release it");
  });

  test("broken off half way: what is left stands on the page and goes on under the same key", async () => {
    const akten = await bereite(3);
    const lauf = auftrag(akten);
    // The process ended behind the intent and the first case.
    const erster = { ...lauf, auswahl: lauf.auswahl.slice(0, 1) };
    await gibFrei({ ...erster, id: randomUUID() });
    await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      tx.query(
        "insert into sammelfreigabe (mandant_id, id, leistung, art, akteur, auswahl, begonnen_am) values ($1, $2, $3, $4, $5, $6, now())",
        [tx.mandantId, lauf.id, lauf.leistung, lauf.art, JSON.stringify(lauf.akteur), JSON.stringify(lauf.auswahl)],
      ),
    );
    const headers = await kopf("frieda");
    const halb = await stadt.web.inject({ url: `/amt/sammel/lauf/${lauf.id}`, headers });
    assert.match(halb.payload, /Die übrigen 3 fortsetzen/);
    await sende("/amt/sammel/freigeben", felder(akten, { schluessel: lauf.id }), headers);
    const gelesen = await ausgaenge(lauf.id);
    assert.match(gelesen[akten[0]?.id ?? ""] ?? "", /^ueberholt/, "released under another key: nothing happens twice");
    assert.equal(Object.values(gelesen).filter((each) => each === "freigegeben").length, 2);
  });

  test("four eyes: many decided by one, released by another, never by the same", async (t) => {
    const leistung = getLeistung("fuehrerscheinumtausch");
    leistung.vierAugen = true;
    t.after(() => {
      leistung.vierAugen = false;
    });
    const akten = await bereite(3);
    await gibFrei(auftrag(akten));
    const entschieden = await Promise.all(akten.map(({ id }) => akte(id)));
    for (const { stand } of entschieden) assert.equal(stand.phase, "entschieden");
    const selbst = auftrag(entschieden, { art: "freigeben" });
    await gibFrei(selbst);
    for (const ausgang of Object.values(await ausgaenge(selbst.id))) assert.match(ausgang, /andere Person/);
    const frieda = await stadt.web.inject({ url: "/amt/sammel", headers: await kopf("frieda", LEITUNG) });
    for (const { id } of akten) assert.ok(!frieda.payload.includes(id), "not offered to the one who decided");
    const headers = await kopf("leonie", LEITUNG);
    assert.match(
      (await stadt.web.inject({ url: "/amt/sammel?leistung=fuehrerscheinumtausch&art=freigeben", headers })).payload,
      /Zweite Freigabe/i,
    );
    const schluessel = randomUUID();
    await sende("/amt/sammel/freigeben", felder(entschieden, { art: "freigeben", schluessel }), headers);
    assert.deepEqual(Object.values(await ausgaenge(schluessel)), ["freigegeben", "freigegeben", "freigegeben"]);
    for (const { id } of akten) await inPhase(id, "zugestellt");
  });

  test("only with the right, only of this Leistung, only of this Mandant, and nobody goes on with a colleague's form", async () => {
    const akten = await bereite(2);
    const fremd = await kopf("sabine", ["sachbearbeitung:unterhaltsvorschuss"]);
    assert.equal((await stadt.web.inject({ url: `/amt/sammel/bestaetigen?${felder(akten)}`, headers: fremd })).statusCode, 403);
    assert.equal((await sende("/amt/sammel/freigeben", felder(akten, { schluessel: randomUUID() }), fremd)).statusCode, 403);
    const zweite = await sende(
      "/amt/sammel/freigeben",
      felder(akten, { art: "freigeben", schluessel: randomUUID() }),
      await kopf("frieda"),
    );
    assert.equal(zweite.statusCode, 403, "the second pair of eyes is a right of its own");
    const nachbar = await sende(
      "/amt/sammel/freigeben",
      felder(akten, { schluessel: randomUUID() }),
      await kopf("uwe", ROLLE, stadt.beispielkreis),
    );
    assert.equal(nachbar.statusCode, 303);
    for (const { id, stand } of await Promise.all(akten.map(({ id }) => akte(id))))
      assert.equal(stand.phase, "beiSachbearbeitung", id);
    const lauf = auftrag([]);
    await gibFrei(lauf);
    const gekapert = await sende("/amt/sammel/freigeben", felder(akten, { schluessel: lauf.id }), await kopf("gustav"));
    assert.equal(gekapert.statusCode, 409);
    assert.match(gekapert.payload, /schon gesendet/);
    const andereWahl = await sende("/amt/sammel/freigeben", felder(akten, { schluessel: lauf.id }), await kopf("frieda"));
    assert.equal(andereWahl.statusCode, 409, "her own form, with another selection");
    const einsehen = await stadt.web.inject({ url: `/amt/sammel/lauf/${lauf.id}`, headers: await kopf("gustav") });
    assert.equal(einsehen.statusCode, 404);
  });
});
