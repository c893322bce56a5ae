import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import type { Antworten } from "#baukasten";
import { letzter } from "#bearbeitung";
import { listeNachrichtenZumVorgang } from "#postfach";
import { elterngeldAntworten } from "../demo/antworten-soziales.ts";
import type { Person } from "../demo/bevoelkerung/index.ts";
import { baueLaufendenhaus, beiDerKasse, type Laufendenhaus } from "./helpers/laufend.ts";

/** Jakob, employed, for Ida, here born on 5 March 2026: the Lebensmonate begin on the 5th. */
describe("Elterngeld lives on, Lebensmonat by Lebensmonat", () => {
  let haus: Laufendenhaus;
  let jakob: Person;
  let ida: Person;
  before(async () => {
    haus = await baueLaufendenhaus("2026-04-24T09:00:00+01:00");
    jakob = haus.bevoelkerung.getPersona("jakob");
    ida = haus.bevoelkerung.getPerson(jakob.kinder.at(-1) ?? "");
    // Income after a birth is reckoned with figures of its months: those of 2027 nobody knows yet.
    Object.assign(ida, { geburtsdatum: "2026-03-05", einzugsdatum: "2026-03-05" });
  });
  after(() => haus.close());

  /** Months three to eight. */
  async function bewilligt(seiten: Antworten = {}): Promise<string> {
    haus.am("2026-04-24");
    const id = await haus.reiche("elterngeld", jakob, {
      ...elterngeldAntworten(haus.bevoelkerung, jakob, ida),
      monate: { abschnitte: [{ art: "basis", von: 3, bis: 8 }] },
      monateAnderer: { abschnitte: [{ art: "basis", von: 1, bis: 2 }] },
      ...seiten,
    });
    assert.equal((await haus.akteVon(id)).stand.phase, "zugestellt", JSON.stringify((await haus.akteVon(id)).stand.gruende));
    return id;
  }
  const botschaften = async (id: string) =>
    (await haus.tue((tx) => listeNachrichtenZumVorgang(tx, id))).map(({ text }) => text).join("\n");
  const letzterPlan = async (id: string) =>
    ((await haus.anordnungen(id)).at(-1)?.plan ?? []).map(({ monat, faelligAm }) => [monat, faelligAm]);

  test("the treasury pays within each Lebensmonat, on its first working day, and the page says which it is", async () => {
    const id = await bewilligt();
    assert.deepEqual(await letzterPlan(id), [
      ["2026-05", "2026-05-05"],
      ["2026-06", "2026-06-05"],
      ["2026-07", "2026-07-06"],
      ["2026-08", "2026-08-05"],
      ["2026-09", "2026-09-07"],
      ["2026-10", "2026-10-05"],
    ]);
    haus.am("2026-06-04");
    const { raster, monat, stand } = await haus.lies(id);
    assert.deepEqual([raster.name(monat), raster.bis(stand.bis)], ["3. Lebensmonat", "2026-11-04"]);
    haus.am("2026-06-05");
    assert.equal((await haus.lies(id)).raster.name((await haus.lies(id)).monat), "4. Lebensmonat");
  });

  test("the child moves out in the middle of a Lebensmonat: the claim lasts to its end, nothing after it (§ 4 Abs. 2 Satz 2 BEEG)", async () => {
    const id = await bewilligt();
    const voll = await haus.plan(id);
    haus.am("2026-07-10");
    Object.assign(ida, { lebtBei: ida.mutter });
    const seiten = { betreuung: { lebtBeiMir: false, betreueSelbst: false } };
    await haus.melde(id, { ab: "2026-08-05", seit: "2026-07-08", seiten });
    const vorgeschlagen = await haus.neueste(id);
    // The register still has them at one address: a contradiction is for a person.
    if (vorgeschlagen.stand.phase === "beiSachbearbeitung")
      assert.deepEqual(await haus.dauer.entscheide(await haus.handlung(vorgeschlagen.id), "ganz", "Ida lebt bei Nele.", {}), {
        art: "erledigt",
      });
    await haus.dauer.fertige(haus.stadt.musterstadt.id, vorgeschlagen.id);
    assert.deepEqual(await haus.plan(id), { ...voll, "2026-08": 0, "2026-09": 0, "2026-10": 0 });
    assert.deepEqual(Object.keys(beiDerKasse(await haus.anordnungen(id))), ["2026-05", "2026-06", "2026-07"]);
    assert.equal((await haus.lies(id)).stand.endetAb, "2026-08-05");
    Object.assign(ida, { lebtBei: null });
  });

  test("work taken up in a Lebensmonat: a person reads the certificate; it counts for this month and those after it, and the notice is provisional", async () => {
    const id = await bewilligt();
    const voll = await haus.plan(id);
    haus.am("2026-07-10");
    const seiten = {
      arbeitNachher: { arbeite: true },
      arbeitgeberbescheinigung: { stunden: 20, brutto: 150_000, minijob: false, belege: [] },
    };
    await haus.melde(id, { ab: "2026-08-05", seit: "2026-08-15", grund: "Ich arbeite ab 15. August.", seiten });
    const akte = await haus.neueste(id);
    assert.equal(akte.stand.phase, "beiSachbearbeitung");
    assert.match(akte.stand.gruende?.join(" ") ?? "", /§ 9 BEEG/);
    const entschieden = await haus.dauer.entscheide(await haus.handlung(akte.id), "ganz", "Bescheinigung vom 01.07.2026.", {});
    assert.deepEqual(entschieden, { art: "erledigt" });
    await haus.dauer.fertige(haus.stadt.musterstadt.id, akte.id);
    const nachher = await haus.plan(id);
    for (const monat of ["2026-05", "2026-06", "2026-07"]) assert.equal(nachher[monat], voll[monat]);
    for (const monat of ["2026-08", "2026-09", "2026-10"]) assert.ok((nachher[monat] ?? 0) < (voll[monat] ?? 0), monat);
    assert.equal(beiDerKasse(await haus.anordnungen(id))["2026-09"], nachher["2026-09"]);
    assert.match(JSON.stringify(letzter(akte.schritte, "eingegangen")?.antworten), /"verlauf"/);

    // Then more pay: reckoned on the average of all months with income, also those before (§ 2 Abs. 3 BEEG).
    haus.am("2026-08-10");
    const mehr = { arbeitgeberbescheinigung: { stunden: 30, brutto: 250_000, minijob: false, belege: [] } };
    await haus.melde(id, { ab: "2026-10-05", seit: "2026-10-05", grund: "Mehr Stunden ab Oktober.", seiten: mehr });
    const zweite = await haus.neueste(id);
    const zeilen = (await haus.tue((tx) => haus.dauer.liesAenderung(tx, zweite.id)))?.rechnung.gegenueberstellung.zeilen ?? [];
    const neu = Object.fromEntries(zeilen.map(({ monat, nachherCent }) => [monat, nachherCent / 100]));
    assert.equal(neu["2026-07"], voll["2026-07"], "before the work nothing moves");
    assert.ok((neu["2026-08"] ?? 0) < (nachher["2026-08"] ?? 0) && neu["2026-08"] === neu["2026-10"], JSON.stringify(neu));

    // At the end the person is asked to show what it came to.
    haus.am("2026-11-04");
    await haus.dauer.entscheide(await haus.handlung(zweite.id), "keine", "Noch nicht belegt.", {});
    await haus.runde();
    assert.match(await botschaften(id), /endet am 04\.11\.2026.*vorläufig.*§ 8 Abs\. 3 BEEG/s);
  });

  test("months swapped: what is paid stays, the new months come, the plan of the treasury follows", async () => {
    const id = await bewilligt();
    const voll = await haus.plan(id);
    haus.am("2026-07-10");
    // Instead of the months seven and eight the months ten and eleven; the list tries to leave out the received third month.
    const seiten = {
      monate: {
        abschnitte: [
          { art: "basis", von: 4, bis: 6 },
          { art: "basis", von: 10, bis: 11 },
        ],
      },
    };
    await haus.melde(id, { ab: "2026-09-05", seit: "2026-09-05", grund: "Monate getauscht.", seiten });
    const akte = await haus.neueste(id);
    if (akte.stand.phase !== "zugestellt") {
      assert.equal(akte.stand.phase, "beiSachbearbeitung", JSON.stringify(akte.stand));
      assert.deepEqual(await haus.dauer.entscheide(await haus.handlung(akte.id), "ganz", "Getauscht.", {}), { art: "erledigt" });
      await haus.dauer.fertige(haus.stadt.musterstadt.id, akte.id);
    }
    const betrag = voll["2026-05"];
    assert.deepEqual(await haus.plan(id), {
      "2026-05": betrag,
      "2026-06": betrag,
      "2026-07": betrag,
      "2026-08": betrag,
      "2026-09": 0,
      "2026-10": 0,
      "2026-12": betrag,
      "2027-01": betrag,
    });
    assert.deepEqual(await letzterPlan(id), [
      ["2026-08", "2026-08-05"],
      ["2026-12", "2026-12-07"],
      ["2027-01", "2027-01-05"],
    ]);
    assert.equal((await haus.lies(id)).stand.endetAb, undefined);
  });

  test("the last Lebensmonat is over: ended by itself, nobody is written to who did not work, and new months need a new Antrag", async () => {
    const id = await bewilligt();
    const vorher = await botschaften(id);
    haus.am("2026-11-05");
    await haus.runde();
    assert.equal(await botschaften(id), vorher);
    assert.equal((await haus.lies(id)).aenderungen.length, 0);
    assert.equal((await haus.melde(id, { ab: "2026-11-05" })).art, "laeuftNicht");
    assert.equal((await haus.melde(id, { ab: "2026-10-05", seiten: {} })).art, "eroeffnet");
  });

  test("decided anew after an objection: Lebensmonate that went out are not paid twice", async () => {
    const id = await bewilligt();
    const vorher = beiDerKasse(await haus.anordnungen(id));
    haus.am("2026-05-20");
    await haus.entscheideNeu(id);
    for (let mal = 0; mal < 2; mal++) await haus.stadt.system.bearbeitung.fertige(haus.stadt.musterstadt.id, id);
    assert.deepEqual(beiDerKasse(await haus.anordnungen(id)), vorher);
  });

  test("granted by a version that knew nothing of this: the migration brings it in, and what was never ordered is ordered, once", async () => {
    const id = await bewilligt();
    const vorher = beiDerKasse(await haus.anordnungen(id));
    const owner = new pg.Client({ connectionString: haus.stadt.urls.ownerUrl });
    await owner.connect();
    try {
      await owner.query("delete from dauerleistung where vorgang_id = $1", [id]);
      await owner.query("delete from anordnung where vorgang_id = $1", [id]);
      const datei = join(import.meta.dirname, "../db/migrations/0025-laufendes-wohngeld-elterngeld.sql");
      for (let mal = 0; mal < 2; mal++) await owner.query(readFileSync(datei, "utf8"));
    } finally {
      await owner.end();
    }
    await Promise.all([haus.runde(), haus.runde()]);
    await haus.runde();
    assert.deepEqual(beiDerKasse(await haus.anordnungen(id)), vorher);
    assert.equal((await haus.anordnungen(id)).length, 1);
    assert.equal((await haus.lies(id)).termin?.tag, "2026-11-05");
  });
});
