import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { listeBescheide } from "#bescheide";
import type { Tx } from "#db";
import { listeAnordnungen } from "#kasse";
import { listeNachrichtenZumVorgang } from "#postfach";
import { findStand, listeSchritte, standAus } from "#vorgaenge";
import { antragFuer, createBevoelkerung } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { stuerzeAb } from "./helpers/absturz.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

const ANZAHL = 12;
const ABSTUERZE = 3;

describe(`a worker killed ${ABSTUERZE} times while ${ANZAHL} running benefits change`, () => {
  let stadt: Stadt;
  let register: AlleRegister;
  const paare: { bewilligung: string; aenderung: string }[] = [];
  const tue = <T>(fn: (tx: Tx) => Promise<T>) => stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);

  before(async () => {
    const bevoelkerung = createBevoelkerung();
    const anna = bevoelkerung.getPersona("anna");
    const lage = antragFuer(bevoelkerung, anna, bevoelkerung.getPerson(anna.kinder[0] ?? ""));
    register = await startRegister({ bevoelkerung });
    stadt = await baueStadt(register.umgebung);
    const { system, musterstadt } = stadt;
    for (let nummer = 0; nummer < ANZAHL; nummer++) {
      const einfach = { ...lage, fuerVormonat: false, umUnterhaltBemueht: false };
      const bewilligung = await tue((tx) => reicheEin(system, tx, einfach, `absturz-laufend:${nummer}`));
      await system.bearbeitung.pruefe(musterstadt.id, bewilligung);
      await system.bearbeitung.fertige(musterstadt.id, bewilligung);
      const gemeldet = await tue((tx) =>
        system.dauerleistungen.meldeAenderung(tx, bewilligung, {
          anlass: "meldung",
          ab: "2026-12-01",
          grund: "Der Vater zahlt Unterhalt.",
          seiten: { unterhalt: { betrag: 5_000 } },
          kanal: "online",
          akteur: { art: "buerger", person: null },
          transaktion: `absturz-meldung:${nummer}`,
        }),
      );
      paare.push({ bewilligung, aenderung: "vorgangId" in gemeldet ? gemeldet.vorgangId : assert.fail(gemeldet.art) });
    }
    const umgebung = {
      ...register.umgebung,
      DATABASE_URL: stadt.urls.ownerUrl,
      DATABASE_URL_APP: stadt.urls.appUrl,
      FACHWERK_DATEN: system.config.daten,
      FACHWERK_KASSE_ORDNER: join(system.config.daten, "kasse"),
      FACHWERK_SMTP: "smtp://127.0.0.1:9",
      FACHWERK_UHR: "2026-11-24T09:00:00+01:00",
    };
    await stuerzeAb(stadt, umgebung, ABSTUERZE);
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });

  test("every change has one notice, one message, one effect on its benefit and one order; both logs fold to their states", () =>
    tue(async (tx) => {
      for (const { bewilligung, aenderung } of paare) {
        const stand = await findStand(tx, aenderung);
        assert.equal(stand?.stand.phase, "zugestellt");
        assert.deepEqual(stand?.stand, standAus(await listeSchritte(tx, aenderung)));
        assert.equal((await listeBescheide(tx, aenderung)).length, 1);
        assert.equal((await listeNachrichtenZumVorgang(tx, aenderung)).length, 1);
        const log = await listeSchritte(tx, bewilligung);
        assert.deepEqual((await findStand(tx, bewilligung))?.stand, standAus(log));
        assert.equal(log.filter(({ art }) => art === "geaendert").length, 1);
        const anordnungen = await listeAnordnungen(tx, bewilligung);
        assert.deepEqual(anordnungen.map(({ art }) => art).sort(), ["aenderung", "neu"]);
        assert.ok(anordnungen.every(({ antwort }) => antwort === "quittiert"));
      }
    }));
});
