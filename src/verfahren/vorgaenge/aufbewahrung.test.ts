import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { pruefeDatei } from "#protokollkette";
import {
  alsStrom,
  anna,
  baueKette,
  type Kettenhaus,
  legeVorgangAn,
  notiz,
  schreibeAllerlei,
} from "../../../test/helpers/kette.ts";
import {
  createAufbewahrung,
  endeDerAufbewahrung,
  eroeffne,
  findStand,
  haengeAn,
  listeBeteiligte,
  listeFuerPerson,
  listeSchritte,
  type NeuerSchritt,
  standAus,
} from "./index.ts";

const zurueckgezogen = (zeitpunkt: string): NeuerSchritt => ({
  art: "zurueckgezogen",
  akteur: { art: "buerger", person: anna },
  zeitpunkt: new Date(zeitpunkt),
  transaktion: randomUUID(),
  daten: { grund: "umgezogen" },
});

describe("when the years of a file are over", () => {
  const grenzen = {
    "six years, on the last day of the sixth year: what ended five years ago stays": [6, "2026-12-31", "2020-01-01"],
    "six years, on New Year's Day: what ended in the seventh year before goes": [6, "2027-01-01", "2021-01-01"],
    "one year": [1, "2026-11-24", "2025-01-01"],
  } as const;
  for (const [name, [jahre, heute, vor]] of Object.entries(grenzen))
    test(name, () =>
      assert.equal(endeDerAufbewahrung(jahre, heute).toISOString(), new Date(`${vor}T00:00:00+01:00`).toISOString()),
    );
  test("none at all: gone from the next day on", () => {
    assert.ok(endeDerAufbewahrung(0, "2026-07-02") > new Date("2026-07-01T21:59:00Z"));
    assert.ok(endeDerAufbewahrung(0, "2026-07-02") <= new Date("2026-07-01T22:00:00Z"));
  });
});

describe("deleting content on a filled database", () => {
  let haus: Kettenhaus;
  let alt: string;
  let jung: string;
  let offen: string;
  const regeln = [{ leistung: "unterhaltsvorschuss", jahre: 2, norm: "Demowert", laufend: true }];
  const aufbewahrung = () => createAufbewahrung({ db: haus.db, clock: haus.uhr, regeln });
  const leser = { wer: "pruefung", anlass: "Test" };
  const inhalte = (id: string) =>
    haus.in_(async (tx) => (await listeSchritte(tx, id)).map(({ art, daten }) => [art, daten !== null]));

  before(async () => {
    haus = await baueKette();
    await haus.in_(async (tx) => {
      [alt, jung, offen] = [await legeVorgangAn(tx, 2), await legeVorgangAn(tx, 1), await legeVorgangAn(tx, 1)];
      await schreibeAllerlei(tx, alt);
      await haengeAn(tx, alt, [zurueckgezogen("2023-06-01T10:00:00Z")], 3);
      await haengeAn(tx, jung, [zurueckgezogen("2024-06-01T10:00:00Z")], 2);
    });
    await haus.kette.schliesse(haus.mandant.id);
  });
  after(() => haus.close());

  test("takes the content of what has ended long enough ago, and nothing else", async () => {
    assert.equal(await aufbewahrung().loesche(haus.mandant.id), 1);
    assert.deepEqual(await inhalte(alt), [
      ["eingegangen", false],
      ["notiz", false],
      ["notiz", false],
      ["zurueckgezogen", false],
      ["inhaltGeloescht", true],
    ]);
    assert.ok((await inhalte(jung)).every(([, da]) => da));
    assert.ok((await inhalte(offen)).every(([, da]) => da));
    assert.equal(await aufbewahrung().loesche(haus.mandant.id), 0, "once");
  });

  test("leaves a state that is the fold of the log, and nobody in it", async () => {
    await haus.in_(async (tx) => {
      const stand = (await findStand(tx, alt))?.stand;
      assert.deepEqual(stand, { phase: "zurueckgezogen", geloescht: true });
      assert.deepEqual(standAus(await listeSchritte(tx, alt)), stand);
      assert.deepEqual(await listeBeteiligte(tx, alt), []);
      assert.deepEqual((await listeFuerPerson(tx, anna, ["antragsteller"])).map(({ id }) => id).sort(), [jung, offen].sort());
    });
    const { rows } = await haus.in_((tx) =>
      tx.query("select from vorgang_stand where stand::text like '%umgezogen%' and vorgang_id = $1", [alt]),
    );
    assert.equal(rows.length, 0);
  });

  test("is written down", async () => {
    const { rows } = await haus.in_((tx) =>
      tx.query<{ daten: unknown }>(
        "select i.daten from protokoll p join protokoll_inhalt i using (mandant_id, id) where p.art = 'inhalt.geloescht'",
      ),
    );
    assert.deepEqual(rows[0]?.daten, {
      wer: "system:aufbewahrung",
      anlass: "Aufbewahrung von 2 Jahren zu Ende (Demowert)",
      vorgaenge: [alt],
      leistung: "unterhaltsvorschuss",
      schritte: 4,
    });
  });

  test("leaves the chain whole, in the database and in every export, and shows in it", async () => {
    assert.deepEqual((await haus.kette.pruefe(haus.mandant.id, {}, leser)).befunde, []);
    const datei = await haus.ausfuhr();
    const ergebnis = await pruefeDatei(alsStrom(datei));
    assert.deepEqual([ergebnis.befunde, ergebnis.ohneInhalt], [[], 4]);
    const auszug = await pruefeDatei(alsStrom(await haus.ausfuhr({ art: "auszug", vorgang: alt })));
    assert.deepEqual([auszug.befunde, auszug.ohneInhalt], [[], 4]);
    assert.match(datei.toString(), /"art":"inhaltGeloescht"/);
    assert.ok(
      !datei.includes("umgezogen") || datei.toString().split("umgezogen").length === 2,
      "only the younger file still says so",
    );
  });

  test("without the step that says so is found out, whoever deleted", async () => {
    await haus.faelsche("delete from vorgang_schritt_inhalt where vorgang_id = $1 and nummer = 2", [offen]);
    const { befunde } = await haus.kette.pruefe(haus.mandant.id, {}, leser);
    assert.equal(befunde.length, 1);
    assert.match(`${befunde[0]?.satz}: ${befunde[0]?.text}`, new RegExp(`${offen}#2 .*: hat keinen Inhalt mehr`));
  });

  test("is refused to the application where no step says so, and for other Mandanten", async () => {
    await assert.rejects(
      haus.in_((tx) => tx.query("select fachwerk.loesche_vorgang_inhalt($1)", [jung])),
      /no step says/,
    );
    await assert.rejects(
      haus.in_((tx) => tx.query("delete from vorgang_schritt_inhalt")),
      /permission denied/,
    );
    const fremd = haus.db.inTransaction({ mandant: haus.mandant.id + 1 }, (tx) =>
      tx.query("select fachwerk.loesche_vorgang_inhalt($1)", [alt]),
    );
    await assert.rejects(fremd, /no step says/);
  });

  test("what somebody wrote into meanwhile is kept anew", async () => {
    haus.uhr.set("2027-01-02T10:00:00+01:00");
    await haus.in_((tx) => haengeAn(tx, jung, [{ ...notiz("noch etwas"), zeitpunkt: haus.uhr.now() } as NeuerSchritt], 3));
    assert.equal(await aufbewahrung().loesche(haus.mandant.id), 0);
  });
});

describe("deleting content of benefits that run", () => {
  let haus: Kettenhaus;
  before(async () => {
    haus = await baueKette();
  });
  after(() => haus.close());
  const regeln = [{ leistung: "unterhaltsvorschuss", jahre: 2, norm: "Demowert", laufend: true }];
  const loesche = () => createAufbewahrung({ db: haus.db, clock: haus.uhr, regeln }).loesche(haus.mandant.id);
  const am = new Date("2023-06-01T10:00:00Z");
  const akteur = { art: "system", teil: "test", version: "1" } as const;
  const schritt = (rest: { art: string; daten: object }) =>
    ({ ...rest, akteur, zeitpunkt: am, transaktion: randomUUID() }) as unknown as NeuerSchritt;
  /** Decided and final. */
  const endgueltig = (ergebnis: "bewilligt" | "abgelehnt"): NeuerSchritt[] => [
    schritt({ art: "entschieden", daten: { ergebnis, automatisch: true, norm: "", entscheidung: { art: ergebnis } } }),
    schritt({
      art: "beschieden",
      daten: { bescheidId: randomUUID(), postfachSha256: "0".repeat(64), akteSha256: "0".repeat(64), massgeblich: "akte" },
    }),
    schritt({ art: "zugestellt", daten: { weg: "brief", am: "2023-06-01", bekanntAm: "2023-06-04", norm: "" } }),
    schritt({ art: "bekanntgegeben", daten: { am: "2023-06-04", norm: "", widerspruchBis: "2023-07-04" } }),
    schritt({ art: "bestandskraeftig", daten: { am: "2023-07-05" } }),
  ];

  test("a refusal that is final goes, and a benefit that runs stays with what changed it, until it is closed", async () => {
    const [abgelehnt, laeuft, aenderung] = await haus.in_(async (tx) => {
      const [nein, ja] = [await legeVorgangAn(tx, 0), await legeVorgangAn(tx, 0)];
      const { vorgangId: wechsel } = await eroeffne(tx, {
        leistung: "unterhaltsvorschuss",
        version: "1",
        kuerzel: "UV",
        beteiligte: [],
        schritt: {
          art: "eingegangen",
          akteur,
          zeitpunkt: am,
          transaktion: randomUUID(),
          daten: {
            kanal: "amtswegen",
            antragsteller: { idnr: null, vornamen: "Anna", nachname: "Beispiel" },
            antworten: {},
            anlagen: [],
            schriftform: { art: "nichtNoetig" },
            einwilligungPostfach: false,
            eingegangenAm: "2023-06-01",
            aenderung: { bezug: ja, anlass: "amt", ab: "2023-07-01", grund: "Anruf", seiten: {} },
          },
        },
      });
      for (const [id, ergebnis] of [
        [nein, "abgelehnt"],
        [ja, "bewilligt"],
        [wechsel, "bewilligt"],
      ] as const)
        assert.equal((await haengeAn(tx, id, endgueltig(ergebnis), 1)).art, "angehaengt");
      return [nein, ja, wechsel] as const;
    });
    const geloescht = (id: string) => haus.in_(async (tx) => (await findStand(tx, id))?.stand.geloescht === true);
    const alle = async () => [await geloescht(abgelehnt), await geloescht(laeuft), await geloescht(aenderung)];
    assert.equal(await loesche(), 1);
    assert.deepEqual(await alle(), [true, false, false]);
    await haus.in_((tx) => haengeAn(tx, laeuft, [schritt({ art: "abgeschlossen", daten: { grund: "geendet" } })], 6));
    await loesche();
    await loesche();
    assert.deepEqual(await alle(), [true, true, true]);
  });
});
