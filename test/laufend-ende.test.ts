import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { letzter } from "#bearbeitung";
import { baueLaufendenhaus, beiDerKasse, type Laufendenhaus } from "./helpers/laufend.ts";
import { buerger } from "./helpers/stadt.ts";

/** What comes between the notice of an end and the end, after it, and between a grant and its second decision. */
describe("a benefit whose end is announced", () => {
  let haus: Laufendenhaus;
  before(async () => {
    haus = await baueLaufendenhaus("2026-03-02T09:00:00+01:00");
  });
  after(() => haus.close());

  /** Granted in March, and told in July that it ends on the eighteenth birthday, 20 August. */
  async function mitAngekuendigtemEnde(): Promise<string> {
    haus.am("2026-03-02");
    const id = await haus.unterhaltsvorschuss("2008-08-20");
    haus.am("2026-07-09");
    assert.equal(await haus.runde(), 1);
    await haus.neueste(id);
    assert.equal((await haus.lies(id)).stand.endetAb, "2026-08-20");
    return id;
  }

  test("what is reported between the notice and the end counts to the end, and the end stays", async () => {
    const id = await mitAngekuendigtemEnde();
    const vorher = await haus.plan(id);
    assert.equal((await haus.melde(id, { ab: "2026-08-01", seiten: { unterhalt: { betrag: 10_000 } } })).art, "eroeffnet");
    const akte = await haus.neueste(id);
    assert.equal(akte.stand.phase, "zugestellt", JSON.stringify(akte.stand));
    const nachher = await haus.plan(id);
    assert.equal(nachher["2026-07"], vorher["2026-07"]);
    assert.ok((nachher["2026-08"] ?? 0) > 0 && (nachher["2026-08"] ?? 0) < (vorher["2026-08"] ?? 0), JSON.stringify(nachher));
    const { stand, termin } = await haus.lies(id);
    assert.deepEqual([stand.endetAb, termin], ["2026-08-20", undefined]);
    assert.deepEqual((await haus.anordnungen(id)).at(-1)?.art, "aenderung");
  });

  test("the person finds the way to report until the end, and no more after it", async () => {
    const id = await mitAngekuendigtemEnde();
    const anna = haus.bevoelkerung.getPersona("anna");
    const melde = () =>
      haus.stadt.melde(haus.stadt.musterstadt, buerger(haus.stadt.system.secrets.pseudonym(`idnr:${anna.idnr}`)));
    let cookie = await melde();
    const hole = (url: string) =>
      haus.stadt.web.inject({ url, headers: { host: "musterstadt.localhost", cookie, accept: "text/html" } });
    assert.equal((await hole(`/vorgang/${id}/aenderung`)).statusCode, 200);
    const seite = (await hole(`/vorgang/${id}`)).payload;
    assert.match(seite, /Endet[\s\S]*20\.08\.2026[\s\S]*Änderung melden/);
    haus.am("2026-08-20");
    cookie = await melde();
    assert.equal((await hole(`/vorgang/${id}/aenderung`)).statusCode, 404);
    assert.doesNotMatch((await hole(`/vorgang/${id}`)).payload, /Änderung melden/);
  });

  test("what a register tells late of a day before the end is looked at after the end as well; what comes after the end is not", async () => {
    const id = await mitAngekuendigtemEnde();
    haus.am("2026-09-10");
    assert.equal((await haus.melde(id, { ab: "2026-08-21" })).art, "laeuftNicht");
    assert.equal((await haus.melde(id, { anlass: "ende", ab: "2026-07-15", grund: "Das Kind ist gestorben." })).art, "eroeffnet");
    await haus.neueste(id);
    const folge = await haus.akteVon((await haus.lies(id)).aenderungen.at(-1)?.vorgangId ?? "");
    assert.equal(folge.stand.phase, "wartetAufBuerger", "what was paid after the death is heard about");
  });

  test("after a death nothing is paid again, whatever is looked at later", async () => {
    haus.am("2026-03-02");
    const id = await haus.unterhaltsvorschuss("2022-03-04");
    haus.am("2026-05-11");
    await haus.melde(id, { anlass: "ende", ab: "2026-05-08", grund: "Das Kind ist am 08.05.2026 gestorben." });
    await haus.neueste(id);
    const folge = await haus.neueste(id);
    assert.equal(folge.eingang.aenderung?.anlass, "ueberzahlung");
    assert.equal(folge.stand.phase, "wartetAufBuerger");
    // The second half of what was paid for May: 8 of 30 days are the child's.
    const rechnung = await haus.tue((tx) => haus.dauer.liesAenderung(tx, folge.id));
    assert.deepEqual(
      rechnung?.rechnung.gegenueberstellung.zeilen.map(({ nachherCent }) => nachherCent > 0),
      rechnung?.rechnung.gegenueberstellung.zeilen.map((_, stelle) => stelle === 0),
    );
    haus.am("2026-06-08");
    await haus.termine();
    assert.deepEqual(await haus.dauer.entscheide(await haus.handlung(folge.id), "ganz", "Zu erstatten.", {}), {
      art: "erledigt",
    });
    await haus.stadt.system.bearbeitung.fertige(haus.stadt.musterstadt.id, folge.id);
    assert.deepEqual(Object.keys(beiDerKasse(await haus.anordnungen(id))), ["2026-03", "2026-04", "2026-05"]);
    assert.ok((await haus.lies(id)).stand.endetAb, "it stays ended");
  });
});

describe("a grant decided anew after an objection", () => {
  let haus: Laufendenhaus;
  before(async () => {
    haus = await baueLaufendenhaus("2026-03-02T09:00:00+01:00");
  });
  after(() => haus.close());

  test("keeps what a notice of its own has changed since, and that change is reckoned again", async () => {
    haus.am("2026-03-02");
    const id = await haus.unterhaltsvorschuss("2022-03-04");
    haus.am("2026-05-11");
    await haus.melde(id, { ab: "2026-06-01", seiten: { unterhalt: { betrag: 10_000 } } });
    await haus.neueste(id);
    const vorher = await haus.plan(id);
    assert.deepEqual([vorher["2026-05"], vorher["2026-06"], vorher["2026-12"]], [227, 127, 127]);
    haus.am("2026-05-20");
    await haus.entscheideNeu(id);
    for (let mal = 0; mal < 2; mal++) await haus.stadt.system.bearbeitung.fertige(haus.stadt.musterstadt.id, id);
    assert.deepEqual(await haus.plan(id), vorher);
    assert.equal(beiDerKasse(await haus.anordnungen(id))["2026-07"], 127);
    const spaetere = await haus.neueste(id);
    assert.equal(spaetere.eingang.aenderung?.anlass, "abhilfe");
    assert.equal(letzter(spaetere.schritte, "nachweisAngefragt"), undefined, "nobody is asked again about what is known");
    assert.equal(spaetere.stand.phase, "abgeschlossen", "the same amounts come of it");
    assert.deepEqual(await haus.plan(id), vorher);
  });

  test("and a change of the same benefit at the same moment wait for each other in one order: neither fails", async () => {
    const ids: string[] = [];
    haus.am("2026-03-02");
    for (let mal = 0; mal < 3; mal++) ids.push(await haus.unterhaltsvorschuss("2022-03-04"));
    haus.am("2026-05-11");
    const aenderungen: string[] = [];
    for (const id of ids) {
      await haus.melde(id, { ab: "2026-06-01", seiten: { unterhalt: { betrag: 10_000 } } });
      const [aenderung] = (await haus.lies(id)).aenderungen;
      await haus.dauer.pruefe(haus.stadt.musterstadt.id, aenderung?.vorgangId ?? "");
      aenderungen.push(aenderung?.vorgangId ?? "");
      await haus.entscheideNeu(id);
    }
    const mandant = haus.stadt.musterstadt.id;
    const { bearbeitung } = haus.stadt.system;
    // A job that finds the log gone on fails, and comes again; a deadlock would be another matter.
    const wieEinJob = async (tu: () => Promise<void>) => {
      for (let mal = 0; mal < 5; mal++) {
        const fehler = await tu().then(
          () => undefined,
          (error: Error) => error,
        );
        if (!fehler) return;
        assert.match(fehler.message, /konflikt/);
      }
      assert.fail("still failing");
    };
    await Promise.all([
      ...ids.map((id) => wieEinJob(() => bearbeitung.fertige(mandant, id))),
      ...aenderungen.map((id) => wieEinJob(() => haus.dauer.fertige(mandant, id))),
    ]);
    for (const id of [...ids, ...aenderungen]) assert.equal((await haus.akteVon(id)).stand.phase, "zugestellt");
    for (const id of ids) assert.equal(beiDerKasse(await haus.anordnungen(id))["2026-07"], 127);
  });

  test("waits for a change that is under way before it touches the log: the change goes on, and both are done", async () => {
    haus.am("2026-03-02");
    const id = await haus.unterhaltsvorschuss("2022-03-04");
    haus.am("2026-05-11");
    await haus.entscheideNeu(id);
    const mandant = haus.stadt.musterstadt.id;
    let neu: Promise<void> = Promise.resolve();
    await haus.tue(async (tx) => {
      // As every change does: the benefit first, then the log of the grant.
      await tx.query("select from dauerleistung where mandant_id = $1 and vorgang_id = $2 for update", [mandant, id]);
      neu = haus.stadt.system.bearbeitung.fertige(mandant, id);
      await haus.stadt.warteBis("the new decision waits", async () => {
        const { rows } = await haus.tue((anderes) =>
          anderes.query("select from pg_locks where not granted and locktype in ('transactionid', 'tuple')"),
        );
        return rows.length > 0;
      });
      await tx.query("select from vorgang_stand where mandant_id = $1 and vorgang_id = $2 for update nowait", [mandant, id]);
    });
    await neu;
    assert.equal((await haus.akteVon(id)).stand.phase, "zugestellt");
  });
});
