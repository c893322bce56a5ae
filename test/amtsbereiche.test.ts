import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import { amtsbereiche } from "#auth";
import { schreibeSendungen } from "#kuvertierung";
import { getLeistung } from "#leistungen";
import { leseProtokoll } from "#protokoll";
import { amtspersonen } from "../demo/bevoelkerung/amtspersonen.ts";
import { amtsperson, antworten, baueStadt, type Stadt } from "./helpers/stadt.ts";

/** What a person of the office sees of the house: the doors that open, and behind them only what is of their services. */
describe("the clerk's house", () => {
  let stadt: Stadt;
  before(async () => {
    stadt = await baueStadt();
  });
  after(() => stadt.close());
  const tue = <T>(fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  const als = async (rollen: readonly string[], kennung = "x") => {
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson(kennung, [...rollen]));
    const headers = { host: "musterstadt.localhost", cookie, "sec-fetch-site": "same-origin" };
    return {
      hole: (url: string) => stadt.web.inject({ url, headers }),
      sende: (url: string, felder: Record<string, string> = {}) =>
        stadt.web.inject({
          method: "POST",
          url,
          headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
          payload: new URLSearchParams(felder).toString(),
        }),
    };
  };
  const eroeffne = (leistung: string) =>
    tue((tx) =>
      eroeffneAntrag(stadt.system, tx, {
        leistung: getLeistung(leistung),
        antworten: antworten(),
        einreichung: {
          kanal: "papier",
          person: { person: null, idnr: null, vornamen: "Paula", nachname: "Papier", email: null },
          schriftform: { art: "unterschrift", eingegangenAm: "2026-11-23" },
          einwilligungPostfach: false,
        },
        transaktion: randomUUID(),
      }),
    );

  const eineJeRolle = new Map(amtspersonen.map((each) => [each.rollen.join(), each]));
  for (const { rollen, funktion } of eineJeRolle.values())
    test(`${funktion}: every entry of the navigation opens, and what has none is closed`, async () => {
      const { hole } = await als(rollen);
      const vorn = await hole("/amt");
      const erste = vorn.statusCode === 303 ? await hole(String(vorn.headers.location)) : vorn;
      assert.equal(erste.statusCode, 200, String(vorn.headers.location));
      const navigation = /<nav aria-label="[^"]*">(.*?)<\/nav>/s.exec(erste.payload)?.[1] ?? "";
      const eintraege = [...navigation.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? "");
      assert.ok(eintraege.length > 0);
      for (const { pfad } of Object.values(amtsbereiche)) {
        const { statusCode } = await hole(pfad);
        if (eintraege.includes(pfad)) assert.equal(statusCode, 200, pfad);
        else assert.ok(statusCode === 403 || (pfad === "/amt" && statusCode === 303), `${pfad}: ${statusCode}`);
      }
    });

  test("letters: each clerk sees, prints and posts those of their services only; the post room all; the reading is written down", async () => {
    const { vorgangId } = await eroeffne("unterhaltsvorschuss");
    const id = randomUUID();
    await tue((tx) =>
      schreibeSendungen(tx, {
        id,
        vorgangId,
        bescheidId: randomUUID(),
        empfaenger: "antragsteller",
        aktenzeichen: "UV-26-POST-POST",
        betreff: "Bescheid über Unterhaltsvorschuss",
        akteSha256: "0".repeat(64),
        angelegtAm: stadt.uhr.now(),
      }),
    );
    const sichtbar: Record<string, boolean> = {
      "sachbearbeitung:unterhaltsvorschuss": true,
      "leitung:jugendamt": true,
      poststelle: true,
      "sachbearbeitung:wohngeld": false,
      "leitung:fahrerlaubnisbehoerde": false,
    };
    for (const [rolle, sieht] of Object.entries(sichtbar)) {
      const { hole, sende } = await als([rolle]);
      const liste = await hole("/amt/post");
      assert.deepEqual([liste.statusCode, liste.payload.includes("UV-26-POST-POST")], [200, sieht], rolle);
      if (sieht) continue;
      assert.equal((await hole(`/amt/post/${id}/brief.pdf`)).statusCode, 404);
      assert.equal((await sende(`/amt/post/${id}/versandt`)).statusCode, 404);
    }
    const gelesen = await tue((tx) => leseProtokoll(tx, { limit: 50 }));
    const einsicht = gelesen.find(({ daten }) => daten.anlass === "Postausgang" && [daten.vorgaenge].flat().includes(vorgangId));
    assert.ok(einsicht);
  });

  test("counts: only cases of the clerk's own services", async () => {
    await eroeffne("wohngeld");
    await eroeffne("wohngeld");
    const anzahl = async (rolle: string) => {
      const { payload } = await (await als([rolle])).hole("/amt?filter=alle");
      return [...payload.matchAll(/kern-label">([^<]*) \((\d+)\)/g)].reduce((summe, [, , zahl]) => summe + Number(zahl), 0);
    };
    assert.equal(await anzahl("sachbearbeitung:blindengeld"), 0);
    assert.ok((await anzahl("sachbearbeitung:wohngeld")) >= 2);
  });

  test("the list as a file: more than 20,000 claims, every one of them once, only of the clerk's services", async () => {
    const ANZAHL = 20_050;
    const { vorgangId } = await eroeffne("hundesteuer");
    await tue(async (tx) => {
      await tx.query(
        `insert into sollstellung (mandant_id, id, vorgang_id, anlass, aktenzeichen, leistung, bezeichnung, kassenzeichen, person, schuldner,
           ueber_postfach, posten, betrag_cent, faellig_am, eroeffnet_am)
         select $1::int, gen_random_uuid(), $2::uuid, 'probe:' || n, 'HU-26-AAAA-AAAA', 'hundesteuer', 'Hundesteuer',
                (100000000000 + n)::text, null, 'Anna Beispiel', false, '[]', 12000, date '2026-01-01' + n % 97, now()
           from generate_series(1, $3::int) n`,
        [tx.mandantId, vorgangId, ANZAHL],
      );
      const stand = { sollCent: 12_000, bezahltCent: 0, erstattetCent: 0, zahlungen: [], erstattungen: [], storniert: false };
      await tx.query(
        `insert into sollstellung_stand (mandant_id, sollstellung_id, nummer, zustand, offen_cent, geaendert_am, stand)
         select mandant_id, id, 1, 'offen', betrag_cent, now(), $2::jsonb from sollstellung where mandant_id = $1`,
        [tx.mandantId, JSON.stringify(stand)],
      );
    });
    const { hole } = await als(["sachbearbeitung:hundesteuer"]);
    const datei = await hole("/amt/gebuehren.csv?filter=offen");
    assert.match(String(datei.headers["content-type"]), /text\/csv/);
    const [kopf, ...zeilen] = datei.payload.trimEnd().split("\r\n");
    assert.match(kopf ?? "", /^\ufeffKassenzeichen;/);
    assert.equal(zeilen.length, ANZAHL);
    assert.equal(new Set(zeilen.map((zeile) => zeile.split(";")[0])).size, ANZAHL);
    const fremd = await (await als(["sachbearbeitung:wohngeld"])).hole("/amt/gebuehren.csv?filter=offen");
    assert.equal(fremd.payload.trimEnd().split("\r\n").length, 1);
  });
});
