import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fuelleLaufwacht } from "../demo/laufwacht/fuelle.ts";
import { startePost } from "../demo/post/post.ts";
import { amtsperson, baueStadt, type Stadt } from "./helpers/stadt.ts";

const MORGEN = "2026-11-24";

/** The demo's town halls, at nine o'clock in the morning: a system down for some, one town hall silent, a count too low, a run too long. */
describe("the night, judged", () => {
  let stadt: Stadt;
  let post: Awaited<ReturnType<typeof startePost>>;
  before(async () => {
    post = await startePost({ smtpPort: 0, httpPort: 0 });
    stadt = await baueStadt({ FACHWERK_SMTP: `smtp://127.0.0.1:${post.smtpPort}` });
    await fuelleLaufwacht(stadt.system, { mandanten: 8, tage: 730 });
  });
  after(async () => {
    await stadt.close();
    await post.schliesse();
  });

  const frage = <R extends object>(sql: string, werte: unknown[] = []) =>
    stadt.system.db.inTransaction("betrieb", async (tx) => (await tx.query<R>(sql, werte)).rows);
  const offene = () =>
    frage<{ schluessel: string; stufe: string; satz: string; n: number }>(
      "select schluessel, stufe, satz, jsonb_array_length(auffaelligkeiten) as n from wacht_vorfall where geschlossen_am is null order by stufe, schluessel",
    );

  test("without a model the rules watch alone, and say so", async () => {
    const befund = await stadt.system.laufwacht.bewerteNacht(MORGEN);
    assert.equal(befund.ohneModell, true);
    const vorfaelle = await offene();
    assert.deepEqual(
      vorfaelle.map(({ schluessel, n, stufe }) => [schluessel.replace(/\d+/, "N"), n, stufe]),
      [
        ["job:N", 1, "alarm"],
        ["mandant:Stadt Immenrode", 4, "alarm"],
        ["system:Steuerwerk", 6, "alarm"],
      ],
    );
    assert.match((await stadt.system.laufwacht.bericht(MORGEN)).modell, /noch kein Modell/);
  });

  test("it learns, and then finds the count that is too low, with the reason in words", async () => {
    const lauf = await stadt.system.laufwacht.lerne({ klein: true });
    assert.equal(lauf.ausgang, "uebernommen", lauf.satz);
    await stadt.system.laufwacht.bewerteNacht(MORGEN);
    const zuWenig = (await offene()).find(({ satz }) => /erwartet .* ± .*: Dienstag/.test(satz));
    assert.ok(zuWenig, JSON.stringify(await offene(), null, 1));
  });

  test("judged again nothing changes: no second incident, no second step", async () => {
    const vorher = await offene();
    const schritte = await frage("select from wacht_vorfall_schritt");
    await stadt.system.laufwacht.bewerteNacht(MORGEN);
    assert.deepEqual(await offene(), vorher);
    assert.equal((await frage("select from wacht_vorfall_schritt")).length, schritte.length);
  });

  test("one message an incident and recipient, however often the morning is gone through; none for what is grey", async () => {
    await stadt.arbeite();
    const alarme = (await offene()).filter(({ stufe }) => stufe === "alarm").length;
    assert.equal(await stadt.system.laufwacht.benachrichtige(MORGEN), alarme);
    assert.equal(await stadt.system.laufwacht.benachrichtige(MORGEN), 0);
    await stadt.warteBis(
      "all sent",
      async () => (await frage("select from wacht_nachricht where gesendet_am is null")).length === 0,
    );
    assert.equal((await frage("select from wacht_vorfall_schritt where art = 'nachricht'")).length, alarme);
  });

  test("a night in which nobody reported anything is one incident, not forty-eight", async () => {
    const vorher = (await offene()).map(({ schluessel }) => schluessel);
    stadt.uhr.set("2026-11-26T09:00:00+01:00");
    const befund = await stadt.system.laufwacht.bewerteNacht("2026-11-26");
    const neue = (await offene()).filter(({ schluessel }) => !vorher.includes(schluessel));
    assert.equal(befund.alarme, 1);
    assert.deepEqual(
      neue.map(({ schluessel, satz }) => [schluessel, /Annahme gestört/.test(satz)]),
      [["system:Annahme", true]],
    );
    stadt.uhr.set("2026-11-24T09:00:00+01:00");
  });

  test("the watch plans its day once, however many workers look", async () => {
    const morgenwerk = "select art from wacht_tagwerk where tag = '2026-11-30' and art in ('lernen', 'morgen') order by art";
    const art = async () => (await frage<{ art: string }>(morgenwerk)).map((z) => z.art);
    stadt.uhr.set("2026-11-30T03:00:00+01:00");
    await stadt.system.laufwacht.plane();
    assert.deepEqual(await art(), []);
    stadt.uhr.set("2026-11-30T06:01:00+01:00");
    await Promise.all([1, 2, 3].map(() => stadt.system.laufwacht.plane()));
    assert.deepEqual(await art(), ["lernen", "morgen"]);
    stadt.uhr.set("2026-11-24T09:00:00+01:00");
  });

  test("a training that fails leaves the old model in charge, and the overview says so", async () => {
    const lauf = await stadt.system.laufwacht.lerne({ klein: true, hoechstensMs: 20 });
    assert.equal(lauf.ausgang, "gescheitert");
    assert.match(lauf.satz, /Das bisherige Modell wacht weiter/);
    assert.equal((await stadt.system.laufwacht.bewerteNacht(MORGEN)).ohneModell, false);
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("dienst", ["betrieb"]));
    const { payload } = await stadt.web.inject({ url: "/betrieb/laufwacht", headers: { host: "musterstadt.localhost", cookie } });
    assert.match(payload, /Das letzte Lernen hat kein neues Modell gebracht/);
  });

  test("a damaged model: the rules go on", async () => {
    await frage("insert into wacht_modell (bytes, guete, gelernt_am) values ('\\x00', '{}', now())");
    const befund = await stadt.system.laufwacht.bewerteNacht(MORGEN);
    assert.equal(befund.ohneModell, true);
    assert.ok(befund.regeln > 0);
  });
});
