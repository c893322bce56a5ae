import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { legeJobsAn, leseCsv, listeJobs, schreibeQuelle, type UeberwachterJob } from "#laufwacht";
import { amtsperson, baueStadt, type Stadt } from "./helpers/stadt.ts";

const TOKEN = "probe-token-der-laufwacht";
const job = { system: "Finanzkern", mandant: "Stadt Ahorn", job: "Zahlungen" };
const lauf = (kennung: string, mehr: object = {}) => ({
  kennung,
  ...job,
  beginn: "2026-11-24T01:30:00+01:00",
  ende: "2026-11-24T01:42:00+01:00",
  ausgang: "erfolg",
  anzahl: 412,
  ...mehr,
});

/** The clock stands at nine o'clock on 24 November 2026. */
describe("runs that come in", () => {
  let stadt: Stadt;
  let zahlungen: UeberwachterJob;
  before(async () => {
    stadt = await baueStadt();
    const { db, clock } = stadt.system;
    await db.inTransaction("betrieb", async (tx) => {
      await legeJobsAn(
        tx,
        [{ system: job.system, mandant: job.mandant, name: job.job, land: "NW", eigentuemer: "" }],
        clock.now(),
      );
      const token = (text: string) => createHash("sha256").update(text).digest();
      await schreibeQuelle(tx, { name: "probe", token: token(TOKEN), legtAn: false, land: "NW" }, clock.now());
      await schreibeQuelle(tx, { name: "neuling", token: token(`${TOKEN}-neu`), legtAn: true, land: "BY" }, clock.now());
      zahlungen = (await listeJobs(tx))[0] ?? assert.fail();
    });
  });
  after(() => stadt.close());

  const melde = async (laeufe: unknown, token = TOKEN) => {
    const antwort = await stadt.web.inject({
      method: "POST",
      url: "/api/laufwacht/laeufe",
      headers: { host: "localhost", authorization: `Bearer ${token}` },
      payload: { laeufe } as object,
    });
    return { status: antwort.statusCode, ...antwort.json() };
  };
  const frage = <R extends object>(sql: string, werte: unknown[] = []) =>
    stadt.system.db.inTransaction("betrieb", async (tx) => (await tx.query<R>(sql, werte)).rows);
  const zeile = async (kennung: string) =>
    (
      await frage<Record<string, unknown>>("select beginn, ende, ausgang, anzahl, auszug from wacht_lauf where kennung = $1", [
        kennung,
      ])
    )[0];

  const faelle: [string, object, { angenommen: number; grund?: string }, object?][] = [
    ["a run as it should be", lauf("gut"), { angenommen: 1 }, { anzahl: 412, ausgang: "erfolg" }],
    [
      "a negative count: the run counts, the count does not",
      lauf("negativ", { anzahl: -3 }),
      { angenommen: 1, grund: "negativeZahl" },
      { anzahl: null },
    ],
    ["an absurd count", lauf("absurd", { anzahl: 9e15 }), { angenommen: 1, grund: "absurdeZahl" }, { anzahl: null }],
    ["half a record", lauf("halb", { anzahl: 1.5 }), { angenommen: 1, grund: "negativeZahl" }, { anzahl: null }],
    [
      "an end before its beginning",
      lauf("rueckwaerts", { ende: "2026-11-24T01:10:00+01:00" }),
      { angenommen: 1, grund: "endeVorBeginn" },
      {},
    ],
    ["from tomorrow", lauf("morgen", { beginn: "2026-11-25T01:30:00+01:00" }), { angenommen: 0, grund: "zukunft" }],
    [
      "a clock five minutes fast is no future",
      lauf("uhr", { beginn: "2026-11-24T09:05:00+01:00", ende: undefined }),
      { angenommen: 1 },
      { ende: null },
    ],
    ["from ten years ago", lauf("alt", { beginn: "2016-11-24T01:30:00+01:00" }), { angenommen: 0, grund: "zuAlt" }],
    ["of a job nobody knows", lauf("fremd", { job: "Altlast" }), { angenommen: 0, grund: "unbekannterJob" }],
    ["a day that is none", lauf("tag", { beginn: "2026-13-45T00:00:00Z" }), { angenommen: 0, grund: "unlesbar" }],
    ["a time without a zone", lauf("zone", { beginn: "2026-11-24T01:30:00" }), { angenommen: 0, grund: "unlesbar" }],
    ["no object at all", 42 as unknown as object, { angenommen: 0, grund: "unlesbar" }],
    ["an excerpt of a megabyte keeps its end", lauf("lang", { auszug: `${"x".repeat(1_000_000)}ENDE` }), { angenommen: 1 }, {}],
  ];
  for (const [name, meldung, { angenommen, grund }, erwartet] of faelle)
    test(name, async () => {
      const antwort = await melde([meldung]);
      assert.equal(antwort.status, 200);
      assert.equal(antwort.angenommen, angenommen);
      assert.equal(antwort.maengel[0]?.grund, grund);
      if (erwartet) assert.partialDeepStrictEqual(await zeile((meldung as { kennung: string }).kennung), erwartet);
      if (grund)
        assert.ok((await frage("select from wacht_annahme where grund = $1", [grund])).length > 0, "it is counted for the page");
    });

  test("single runs go after two years, once a day, however many workers look; their days stay, and none can be written over", async () => {
    const { laufwacht, db } = stadt.system;
    await db.inTransaction("betrieb", (tx) =>
      tx.query(
        `insert into wacht_lauf (quelle, kennung, job, tag, beginn, ende, ausgang, anzahl, empfangen_am)
         select 'probe', 'frueher-' || t, $1, t::date, t, t + interval '10 min', 'erfolg', 100, t
           from generate_series('2024-11-20 01:00+01'::timestamptz, '2024-11-28 01:00+01', '1 day') t`,
        [zahlungen.id],
      ),
    );
    await frage("insert into wacht_beruehrt (job, tag) select job, tag from wacht_lauf where kennung like 'frueher-%'");
    await Promise.all([1, 2, 3].map(() => laufwacht.plane()));
    const tage = (von: string) =>
      frage<{ tag: string }>(`select tag from ${von} where job = $1 and tag < '2025-01-01' order by tag`, [zahlungen.id]);
    assert.deepEqual(
      (await tage("wacht_lauf")).map(({ tag }) => tag),
      ["2024-11-24", "2024-11-25", "2024-11-26", "2024-11-27", "2024-11-28"],
    );
    assert.equal((await tage("wacht_tageswert")).length, 9);

    const antwort = await melde([
      lauf("nachzuegler", { beginn: "2024-11-21T01:30:00+01:00", ende: undefined, anzahl: 1 }),
      lauf("gerade-noch", { beginn: "2024-11-26T05:00:00+01:00", ende: undefined, anzahl: 7 }),
    ]);
    assert.deepEqual([antwort.angenommen, antwort.maengel[0].grund], [1, "zuAlt"]);
    stadt.uhr.set("2026-11-25T03:00:00+01:00");
    await laufwacht.plane();
    stadt.uhr.set("2026-11-24T09:00:00+01:00");
    const werte = await frage<{ anzahl: number }>(
      "select anzahl from wacht_tageswert where job = $1 and tag in ('2024-11-21', '2024-11-24', '2024-11-26') order by tag",
      [zahlungen.id],
    );
    assert.deepEqual(
      werte.map(({ anzahl }) => anzahl),
      [100, 100, 107],
    );
    assert.equal((await tage("wacht_lauf")).filter(({ tag }) => tag <= "2024-11-24").length, 0);
  });

  test("one bad run of a batch costs no other", async () => {
    const antwort = await melde([lauf("b1"), { kaputt: true }, lauf("b2")]);
    assert.deepEqual([antwort.angenommen, antwort.abgewiesen, antwort.maengel[0].stelle], [2, 1, 1]);
  });

  test("twice, and twice within a batch, it stays one run; the same end in any order", async () => {
    const start = lauf("ordnung", { ende: undefined, ausgang: undefined, anzahl: undefined });
    const ende = lauf("ordnung", { beginn: "2026-11-24T01:31:00+01:00" });
    assert.equal((await melde([ende])).angenommen, 1);
    assert.equal((await melde([start])).angenommen, 1, "the earlier beginning is news");
    assert.deepEqual(await melde([ende, start, ende]).then(({ angenommen, wiederholt }) => [angenommen, wiederholt]), [0, 3]);
    const { beginn, ende: gespeichert, anzahl } = (await zeile("ordnung")) ?? assert.fail();
    assert.deepEqual(
      [beginn, gespeichert, anzahl],
      [new Date("2026-11-24T01:30:00+01:00"), new Date("2026-11-24T01:42:00+01:00"), 412],
    );
  });

  test("side by side, batches that meet in the same runs neither lock each other out nor lose one", async () => {
    const kennungen = Array.from({ length: 300 }, (_, n) => `neben-${n}`);
    const stapel = [kennungen, [...kennungen].reverse(), kennungen].map((liste) => melde(liste.map((k) => lauf(k))));
    const antworten = await Promise.all(stapel);
    assert.equal(
      antworten.reduce((s, { angenommen }) => s + angenommen, 0),
      300,
    );
    assert.equal((await frage("select from wacht_lauf where kennung like 'neben-%'")).length, 300);
  });

  test("a tenant joins by a source that may bring jobs, and leaves: later runs are counted, not taken", async () => {
    const neu = { ...lauf("neu-1"), mandant: "Stadt Zuzug", job: "Erstlauf" };
    assert.equal((await melde([neu], `${TOKEN}-neu`)).angenommen, 1);
    const da = await frage<{ land: string; plan: unknown }>("select land, plan from wacht_job where mandant = 'Stadt Zuzug'");
    assert.deepEqual(da, [{ land: "BY", plan: null }]);
    await frage("update wacht_job set beendet_am = '2026-11-20' where mandant = 'Stadt Zuzug'");
    stadt.system.laufwacht.annahme.vergiss();
    const antwort = await melde([{ ...neu, kennung: "neu-2" }], `${TOKEN}-neu`);
    assert.deepEqual([antwort.angenommen, antwort.maengel[0].grund], [0, "beendeterJob"]);
  });

  test("without a token, with a wrong one, and with no batch: refused", async () => {
    assert.equal((await melde([lauf("x")], "ein-anderes-token-als-das")).status, 401);
    assert.equal((await melde("nichts")).status, 400);
    assert.equal((await melde(Array.from({ length: 20_001 }, () => 1))).status, 400);
  });

  test("ping: start, end with excerpt and count, failure; GET and POST; an unknown address is a 404", async () => {
    const pinge = (art: string, method: "GET" | "POST" = "GET", payload?: string, ping = zahlungen.ping) =>
      stadt.web.inject({
        method,
        url: `/ping/${ping}/${art}`,
        headers: { host: "localhost" },
        ...(payload !== undefined && { payload }),
      });
    assert.equal((await pinge("start")).payload, "ok\n");
    stadt.uhr.set("2026-11-24T09:20:00+01:00");
    assert.equal((await pinge("ende?anzahl=17", "POST", "alles\ngut")).statusCode, 200);
    assert.equal((await pinge("fehler", "POST", "Platte voll")).statusCode, 200);
    stadt.uhr.set("2026-11-24T09:00:00+01:00");
    const zeilen = await frage<Record<string, unknown>>(
      "select ausgang, anzahl, auszug, extract(epoch from ende - beginn)::int as dauer from wacht_lauf where quelle = 'ping' order by dauer desc",
    );
    assert.deepEqual(zeilen, [
      { ausgang: "erfolg", anzahl: 17, auszug: "alles\ngut", dauer: 1200 },
      { ausgang: "fehler", anzahl: null, auszug: "Platte voll", dauer: 0 },
    ]);
    assert.equal((await pinge("ende", "GET", undefined, "00000000-0000-4000-8000-000000000000")).statusCode, 404);
    assert.equal((await pinge("explodiert")).statusCode, 400);
  });

  test("OpenTelemetry metrics become runs", async () => {
    const attribut = (key: string, stringValue: string) => ({ key, value: { stringValue } });
    const antwort = await stadt.web.inject({
      method: "POST",
      url: "/api/laufwacht/v1/metrics",
      headers: { host: "localhost", authorization: `Bearer ${TOKEN}` },
      payload: {
        resourceMetrics: [
          {
            resource: { attributes: [attribut("laufwacht.system", job.system), attribut("laufwacht.mandant", job.mandant)] },
            scopeMetrics: [
              {
                metrics: [
                  { name: "andere", gauge: { dataPoints: [{ timeUnixNano: "1", asInt: "1" }] } },
                  {
                    name: "laufwacht.anzahl",
                    gauge: {
                      dataPoints: [
                        {
                          attributes: [attribut("laufwacht.job", job.job), attribut("laufwacht.kennung", "otlp")],
                          startTimeUnixNano: "1795048200000000000",
                          timeUnixNano: "1795048800000000000",
                          asInt: "55",
                        },
                      ],
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
    });
    assert.deepEqual(antwort.json(), {});
    assert.partialDeepStrictEqual(await zeile("otlp"), { anzahl: 55, ausgang: "erfolg" });
  });

  test("CSV: times are those of Berlin, also in the night of the change; the same file twice is the same runs", () => {
    const text = 'system;mandant;job;beginn;ende;anzahl\r\nF;"A;B";J;2026-03-29 02:30;2026-03-29 03:45;7\r\n';
    const [eins] = leseCsv(text);
    assert.deepEqual(eins, {
      system: "F",
      mandant: "A;B",
      job: "J",
      beginn: "2026-03-29T01:30:00.000Z",
      ende: "2026-03-29T01:45:00.000Z",
      anzahl: 7,
      kennung: "F/A;B/J/2026-03-29T01:30:00.000Z",
    });
    assert.deepEqual(leseCsv(text), leseCsv(text));
    assert.throws(() => leseCsv("a;b\n1;2"), /Kopfzeile fehlt: system, mandant, job, beginn/);
    assert.throws(() => leseCsv(""), /leer/);
  });

  test("a transaction of a Mandant or of the installation sees none of it, and nobody of an office gets in", async () => {
    const { db } = stadt.system;
    for (const bereich of [{ mandant: stadt.musterstadt.id }, "installation", { person: "a".repeat(64) }] as const)
      await assert.rejects(
        db.inTransaction(bereich, (tx) => tx.query("select * from wacht_lauf")),
        /not a transaction of the operator/,
      );
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson("x", ["leitung", "datenschutz", "kasse"]));
    const antwort = await stadt.web.inject({ url: "/betrieb/laufwacht", headers: { host: "musterstadt.localhost", cookie } });
    assert.ok([403, 404].includes(antwort.statusCode));
  });
});
