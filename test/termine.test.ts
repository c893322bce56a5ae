import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import { findAkte, letzter } from "#bearbeitung";
import { getLeistung } from "#leistungen";
import { antworten, baueStadt, buerger, type Stadt } from "./helpers/stadt.ts";

/** What the days bring by themselves: announcement, the end of the deadline, a question that stays without answer. */
describe("a notice put into the mailbox on Tuesday, 24 November 2026", () => {
  let stadt: Stadt;
  let beschieden: string;
  let gefragt: string;
  const von = { art: "amt", kennung: "sabine", name: "Sabine" } as const;
  const reiche = (schluessel: string) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, async (tx) => {
      const person = { person: "a".repeat(64), idnr: "02168744932", vornamen: "Anna", nachname: "Beispiel", email: null };
      const einreichung = {
        kanal: "online",
        person,
        schriftform: { art: "anmeldung", vertrauensniveau: "substantiell" },
        einwilligungPostfach: true,
      } as const;
      return (
        await eroeffneAntrag(stadt.system, tx, {
          leistung: getLeistung("unterhaltsvorschuss"),
          antworten: antworten(),
          einreichung,
          transaktion: schluessel,
        })
      ).vorgangId;
    });
  const akte = (id: string) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, async (tx) => (await findAkte(tx, id)) ?? assert.fail());
  const am = async (tag: string) => {
    stadt.uhr.set(`${tag}T08:00:00+01:00`);
    return stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
  };
  const beiPerson = (id: string) =>
    stadt.warteBis("with a person", async () => {
      const gelesen = await akte(id);
      return gelesen.stand.phase === "beiSachbearbeitung" && gelesen;
    });

  before(async () => {
    stadt = await baueStadt();
    const { bearbeitung } = stadt.system;
    const worker = await stadt.arbeite();
    beschieden = await reiche("t-1");
    gefragt = await reiche("t-2");
    const handlung = {
      mandantId: stadt.musterstadt.id,
      vorgangId: beschieden,
      nummer: (await beiPerson(beschieden)).nummer,
      transaktion: "h-1",
      von,
    };
    assert.equal((await bearbeitung.entscheideVonHand(handlung, "bewilligt", "Glaubhaft.", {})).art, "erledigt");
    await stadt.warteBis("delivered", async () => (await akte(beschieden)).stand.phase === "zugestellt");
    const frage = { ...handlung, vorgangId: gefragt, nummer: (await beiPerson(gefragt)).nummer, transaktion: "h-2" };
    assert.equal((await bearbeitung.fordereNach(frage, "Wo wohnt das Kind?", "2026-12-08")).art, "erledigt");
    await worker.stop();
  });
  after(() => stadt.close());

  test("counts as announced on the fourth day, a Saturday, and not before (§ 37 Abs. 2a SGB X)", async () => {
    assert.equal(await am("2026-11-27"), 0);
    assert.equal(await am("2026-11-28"), 1);
    const bekannt = letzter((await akte(beschieden)).schritte, "bekanntgegeben");
    // A month from Saturday 28 November ends on Monday 28 December: the day itself is a working day.
    assert.deepEqual(bekannt, { am: "2026-11-28", norm: "§ 37 Abs. 2a SGB X", widerspruchBis: "2026-12-28" });
    assert.equal(await am("2026-11-28"), 0, "running again changes nothing");
  });

  test("a question without answer comes back to the office when its day is over, with the reason", async () => {
    assert.equal(await am("2026-12-08"), 0);
    assert.equal(await am("2026-12-09"), 1);
    const { stand } = await akte(gefragt);
    assert.equal(stand.phase, "beiSachbearbeitung");
    assert.match(stand.gruende?.[0] ?? "", /Wo wohnt das Kind\?.*keine Antwort/);
  });

  test("is final on the day after the deadline for objections", async () => {
    assert.equal(await am("2026-12-28"), 0);
    assert.equal(await am("2026-12-29"), 1);
    assert.equal((await akte(beschieden)).stand.phase, "bestandskraeftig");
  });

  test("a late objection is taken in; a person sees that it is late, and says what follows", async () => {
    const cookie = await stadt.melde(stadt.musterstadt, buerger("a".repeat(64)));
    const antwort = await stadt.web.inject({
      method: "POST",
      url: `/vorgang/${beschieden}/widerspruch`,
      headers: {
        host: "musterstadt.localhost",
        cookie,
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      },
      payload: "transaktion=00000000-0000-4000-8000-000000000001&text=Nein",
    });
    assert.equal(antwort.statusCode, 303);
    const { stand } = await akte(beschieden);
    assert.equal(stand.phase, "imWiderspruch");
    assert.match(stand.gruende?.join(" ") ?? "", /nach Ablauf der Frist.*Wiedereinsetzung/);
  });
});
