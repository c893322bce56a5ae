import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type Bescheid, listeBescheide } from "#bescheide";
import { listeAnordnungen } from "#kasse";
import { listeNachrichtenZumVorgang } from "#postfach";
import { findStand, listeSchritte, standAus } from "#vorgaenge";
import { createBevoelkerung, listeAntragslagen } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { stuerzeAb } from "./helpers/absturz.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

const ANZAHL = 60;
const ABSTUERZE = 5;

describe(`a worker killed ${ABSTUERZE} times while ${ANZAHL} Vorgaenge are under way`, () => {
  let stadt: Stadt;
  let register: AlleRegister;
  let kassenordner: string;
  let ids: string[];
  let umgebung: Record<string, string>;

  before(async () => {
    register = await startRegister({});
    umgebung = register.umgebung;
    stadt = await baueStadt(umgebung);
    const { config } = stadt.system;
    kassenordner = join(config.daten, "kasse");
    umgebung = {
      ...umgebung,
      DATABASE_URL: stadt.urls.ownerUrl,
      DATABASE_URL_APP: stadt.urls.appUrl,
      FACHWERK_DATEN: config.daten,
      FACHWERK_KASSE_ORDNER: kassenordner,
      FACHWERK_SMTP: "smtp://127.0.0.1:9",
      FACHWERK_UHR: "2026-11-24T09:00:00+01:00",
    };
    const lagen = listeAntragslagen(createBevoelkerung(), "2026-11-24", ["musterstadt"]);
    ids = await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, async (tx) => {
      const neue: string[] = [];
      for (let nummer = 0; nummer < ANZAHL; nummer++) {
        const lage = lagen[nummer % lagen.length];
        if (lage) neue.push(await reicheEin(stadt.system, tx, lage, `absturz:${nummer}`));
      }
      return neue;
    });
    await stuerzeAb(stadt, umgebung, ABSTUERZE);
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });

  const jeVorgang = async (
    pruefe: (id: string, tx: Parameters<Parameters<Stadt["system"]["db"]["inTransaction"]>[1]>[0]) => Promise<void>,
  ) => {
    for (const id of ids) await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) => pruefe(id, tx));
  };

  test("every Vorgang came to a notice or to a person, and its state is the fold of its log", async () => {
    let beschieden = 0;
    await jeVorgang(async (id, tx) => {
      const stand = await findStand(tx, id);
      assert.ok(["zugestellt", "beiSachbearbeitung"].includes(stand?.stand.phase ?? ""), `${id}: ${stand?.stand.phase}`);
      if (stand?.stand.phase === "zugestellt") beschieden++;
      assert.deepEqual(stand?.stand, standAus(await listeSchritte(tx, id)));
    });
    assert.ok(beschieden > ANZAHL / 2, `only ${beschieden} notices: the run proves too little`);
  });

  test("no Vorgang has two notices, two messages or two orders; every order is there where something was granted", async () => {
    await jeVorgang(async (id, tx) => {
      const stand = await findStand(tx, id);
      const bescheide: Bescheid[] = await listeBescheide(tx, id);
      const soll = stand?.stand.phase === "zugestellt" ? 1 : 0;
      assert.equal(bescheide.length, soll, id);
      assert.equal((await listeNachrichtenZumVorgang(tx, id)).length, soll, id);
      assert.equal((await listeAnordnungen(tx, id)).length, stand?.stand.ergebnis === "bewilligt" ? 1 : 0, id);
    });
  });

  test("both files of every notice are there, whole", () =>
    jeVorgang(async (id, tx) => {
      for (const bescheid of await listeBescheide(tx, id))
        for (const hash of [bescheid.postfachSha256, bescheid.akteSha256])
          assert.ok((await stadt.system.blobs.get(stadt.musterstadt.id, hash)).subarray(0, 5).toString() === "%PDF-");
    }));

  test("the treasury has each order once, and every order is acknowledged", async () => {
    const anordnungen: string[] = [];
    await jeVorgang(async (id, tx) => {
      for (const anordnung of await listeAnordnungen(tx, id)) {
        anordnungen.push(`${anordnung.id}.json`);
        assert.equal(anordnung.antwort, "quittiert");
      }
    });
    const dateien = (await readdir(join(kassenordner, "musterstadt"))).filter((name) => !name.startsWith("."));
    assert.deepEqual(dateien.sort(), anordnungen.sort());
  });

  test("no register request stays without outcome", async () => {
    await stadt.system.nachweise.klaereOffene(stadt.musterstadt.id, -60_000);
    const offen = await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, (tx) =>
      tx.query("select from abruf a left join abruf_ausgang g using (mandant_id, id) where g.id is null"),
    );
    assert.equal(offen.rowCount, 0);
  });
});
