import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import { type Ergebnis, findAkte, type Handlung } from "#bearbeitung";
import { getLeistung } from "#leistungen";
import { amtsperson, antworten, baueStadt, type Stadt } from "./helpers/stadt.ts";

const sabine = { art: "amt", kennung: "sabine", name: "Sabine" } as const;
const emre = { art: "amt", kennung: "emre", name: "Emre" } as const;

/** A clerk's form sent again: with the same in it, done; with something else in it, refused, because it is nowhere. */
describe("the same key of a clerk's form", () => {
  let stadt: Stadt;
  before(async () => {
    stadt = await baueStadt();
  });
  after(() => stadt.close());
  const tue = <T>(fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  /** At a clerk's desk, because no register answers. */
  async function vorgang(): Promise<string> {
    const person = { person: "a".repeat(64), idnr: null, vornamen: "Anna", nachname: "Beispiel", email: null };
    const schriftform = { art: "anmeldung", vertrauensniveau: "substantiell" } as const;
    const einreichung = { kanal: "online", person, schriftform, einwilligungPostfach: true } as const;
    const { vorgangId } = await tue((tx) =>
      eroeffneAntrag(stadt.system, tx, {
        leistung: getLeistung("unterhaltsvorschuss"),
        antworten: antworten(),
        einreichung,
        transaktion: randomUUID(),
      }),
    );
    await stadt.system.bearbeitung.pruefe(stadt.musterstadt.id, vorgangId);
    return vorgangId;
  }
  const akte = async (id: string) => (await tue((tx) => findAkte(tx, id))) ?? assert.fail();
  const formular = async (vorgangId: string, mehr: Partial<Handlung> = {}): Promise<Handlung> => ({
    mandantId: stadt.musterstadt.id,
    vorgangId,
    nummer: (await akte(vorgangId)).nummer,
    transaktion: randomUUID(),
    von: sabine,
    ...mehr,
  });
  const verweigert = (ergebnis: Ergebnis) => {
    assert.equal(ergebnis.art, "unzulaessig");
    assert.match(ergebnis.art === "unzulaessig" ? ergebnis.text : "", /schon gesendet, mit anderem Inhalt/);
  };

  type Tat = (handlung: Handlung) => Promise<Ergebnis>;
  const b = () => stadt.system.bearbeitung;
  const taten: Record<string, [Tat, Tat]> = {
    Notiz: [(h) => b().notiere(h, "Anruf am Montag"), (h) => b().notiere(h, "Anruf am Dienstag")],
    "Frage: andere Worte": [(h) => b().fordereNach(h, "Wo?", "2026-12-10"), (h) => b().fordereNach(h, "Wann?", "2026-12-10")],
    "Frage: anderer Tag": [(h) => b().fordereNach(h, "Wo?", "2026-12-10"), (h) => b().fordereNach(h, "Wo?", "2026-12-11")],
    "Übernahme, dann Rückgabe": [(h) => b().uebernimm(h), (h) => b().gibZurueck(h)],
    "Entscheidung: andere Begründung": [
      (h) => b().entscheideVonHand(h, "abgelehnt", "Kein Kind", {}),
      (h) => b().entscheideVonHand(h, "abgelehnt", "Kein Anspruch", {}),
    ],
    "Entscheidung: andere Beurteilung": [
      (h) => b().entscheideVonHand(h, "abgelehnt", "Kein Kind", {}),
      (h) => b().entscheideVonHand(h, "abgelehnt", "Kein Kind", { glaubhaft: true }),
    ],
    "Notiz, dann Frage": [(h) => b().notiere(h, "Wo?"), (h) => b().fordereNach(h, "Wo?", "2026-12-10")],
    "Notiz einer anderen Person": [(h) => b().notiere(h, "Wo?"), (h) => b().notiere({ ...h, von: emre }, "Wo?")],
  };
  for (const [name, [erst, dann]] of Object.entries(taten))
    test(`${name}: refused; the same once more: done, and nothing is written twice`, async () => {
      const id = await vorgang();
      const handlung = await formular(id);
      assert.deepEqual(await erst(handlung), { art: "erledigt" });
      const { nummer } = await akte(id);
      assert.deepEqual(await erst(handlung), { art: "erledigt" });
      verweigert(await dann(handlung));
      // The page was loaded anew in between, and the browser filled the old key in again.
      verweigert(await dann({ ...handlung, nummer }));
      assert.equal((await akte(id)).nummer, nummer);
    });

  test("the key of another Vorgang: refused, not tripped over", async () => {
    const [eins, zwei] = [await vorgang(), await vorgang()];
    const handlung = await formular(eins);
    await b().notiere(handlung, "x");
    verweigert(await b().notiere(await formular(zwei, { transaktion: handlung.transaktion }), "x"));
  });

  test("two at the same moment with different words: one is written, the other refused", async () => {
    const handlung = await formular(await vorgang());
    const beide = await Promise.all(["a", "b"].map((text) => b().notiere(handlung, text)));
    assert.deepEqual(beide.map(({ art }) => art).sort(), ["erledigt", "unzulaessig"]);
  });

  test("on the page: 409, the reason, and what was typed is still there", async () => {
    const id = await vorgang();
    const { nummer, transaktion } = await formular(id);
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("sabine", ["sachbearbeitung:unterhaltsvorschuss"]));
    const sende = (text: string) =>
      stadt.web.inject({
        method: "POST",
        url: `/amt/vorgang/${id}/notiz`,
        headers: {
          host: "musterstadt.localhost",
          cookie,
          "sec-fetch-site": "same-origin",
          "content-type": "application/x-www-form-urlencoded",
        },
        payload: new URLSearchParams({ text, nummer: String(nummer), transaktion }).toString(),
      });
    assert.deepEqual([(await sende("Eins")).statusCode, (await sende("Eins")).statusCode], [303, 303]);
    const andere = await sende("Ganz etwas anderes");
    assert.equal(andere.statusCode, 409);
    assert.match(andere.payload, /schon gesendet, mit anderem Inhalt/);
    assert.match(andere.payload, /Ganz etwas anderes/);
    assert.ok(!andere.payload.includes(transaktion), "with a key of its own it can be sent now");
  });
});
