import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { listeJobs } from "#laufwacht";
import { amtsperson, baueStadt, type Stadt } from "./helpers/stadt.ts";

const neuer = {
  system: "Finanz",
  mandant: "Stadt A",
  name: "Import",
  land: "NW",
  eigentuemer: "Frau Abel",
  mindestmenge: "25",
  art: "kein",
};

/** Nine o'clock on Tuesday, 24 November 2026. */
describe("a job made and changed by hand", () => {
  let stadt: Stadt;
  before(async () => {
    stadt = await baueStadt();
  });
  after(() => stadt.close());
  const ruf = async (method: "GET" | "POST", url: string, felder: Record<string, string> = {}, rollen = ["betrieb"]) => {
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("dienst", rollen));
    return stadt.web.inject({
      method,
      url: `/betrieb/laufwacht${url}`,
      headers: {
        host: "musterstadt.localhost",
        cookie,
        "sec-fetch-site": "same-origin",
        ...(method === "POST" && { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(method === "POST" && { payload: new URLSearchParams(felder).toString() }),
    });
  };
  const jobs = () => stadt.system.db.inTransaction("betrieb", (tx) => listeJobs(tx));
  const aenderungen = () =>
    stadt.system.db.inTransaction(
      "betrieb",
      async (tx) =>
        (
          await tx.query<{ wer: string; vorher: { system: string } | null; nachher: { system: string } }>(
            "select wer, vorher, nachher from wacht_job_aenderung order by nummer",
          )
        ).rows,
    );

  test("made once; a second one of the same name is refused in words", async () => {
    assert.equal((await ruf("GET", "/jobs/neu")).statusCode, 200);
    const antwort = await ruf("POST", "/jobs/neu", neuer);
    const [job] = await jobs();
    assert.equal(antwort.headers.location, `/betrieb/laufwacht/jobs/${job?.id}`);
    assert.partialDeepStrictEqual(job, { name: "Import", plan: null, frueh: true, eigentuemer: "Frau Abel", mindestmenge: 25 });
    const nochmal = await ruf("POST", "/jobs/neu", neuer);
    assert.equal(nochmal.statusCode, 422);
    assert.match(nochmal.payload, /gibt es bei diesem Mandanten in diesem System schon/);
    assert.equal((await jobs()).length, 1);
  });

  test("what is wrong stands at its field, and what was typed stays", async () => {
    const antwort = await ruf("POST", "/jobs/neu", { ...neuer, name: "Druck", art: "cron", cron: "61 * * * *" });
    assert.equal(antwort.statusCode, 422);
    assert.match(antwort.payload, /value="61 \* \* \* \*"/);
    assert.match(antwort.payload, /Bitte prüfen|href="#cron"/);
    assert.equal((await jobs()).length, 1);
  });

  test("a plan given by hand counts in the next judgement; who changed what is kept; the name cannot be changed by the way", async () => {
    const [job] = await jobs();
    const formular = await ruf("GET", `/jobs/${job?.id}/angaben`);
    assert.match(formular.payload, /Angelegt von/);
    const { laufwacht } = stadt.system;
    assert.equal((await laufwacht.bewerteNacht("2026-11-24")).regeln, 0);
    const antwort = await ruf("POST", `/jobs/${job?.id}/angaben`, {
      ...neuer,
      name: "Fremd",
      system: "Finanz neu",
      mindestmenge: "",
      art: "woechentlich",
      wochentag: "2",
      um: "02:30",
    });
    assert.equal(antwort.statusCode, 303, antwort.payload.slice(0, 300));
    const [anders] = await jobs();
    assert.partialDeepStrictEqual(anders, { id: job?.id, name: "Import", system: "Finanz neu", mindestmenge: null });
    assert.equal((await laufwacht.bewerteNacht("2026-11-24")).regeln, 1, "it did not come on Tuesday");
    assert.deepEqual(
      (await aenderungen()).map(({ vorher, nachher }) => [vorher?.system, nachher.system]),
      [
        [undefined, "Finanz"],
        ["Finanz", "Finanz neu"],
      ],
    );
    assert.ok((await aenderungen()).every(({ wer }) => wer.length > 0));
  });

  test("under the new system its runs are taken in at once", async () => {
    const melde = (system: string) =>
      stadt.system.laufwacht.annahme.nimmAn({ name: "probe", legtAn: false, land: "NW" }, [
        { kennung: system, system, mandant: "Stadt A", job: "Import", beginn: "2026-11-24T02:30:00+01:00" },
      ]);
    assert.deepEqual([(await melde("Finanz")).angenommen, (await melde("Finanz neu")).angenommen], [0, 1]);
  });

  test("nobody but the operator; no job that there is not", async () => {
    const [job] = await jobs();
    for (const url of ["/jobs/neu", `/jobs/${job?.id}/angaben`])
      for (const method of ["GET", "POST"] as const)
        assert.equal((await ruf(method, url, neuer, ["leitung"])).statusCode, 403, `${method} ${url}`);
    assert.equal((await ruf("GET", "/jobs/999999/angaben")).statusCode, 404);
    assert.equal((await ruf("POST", "/jobs/999999/angaben", neuer)).statusCode, 404);
    assert.equal((await aenderungen()).length, 2);
  });
});
