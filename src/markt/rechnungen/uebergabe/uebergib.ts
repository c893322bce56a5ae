import { createBatcher, type Tx } from "#db";
import type { Land } from "#kalender";
import { einstellungenVon } from "../einstellungen.ts";
import { type Anhang, haengeGesperrteAn, type Stelle } from "../haenge-an.ts";
import type { NeuerSchritt } from "../schritte.ts";
import { findRechnungen, findStaendeZumSchreiben } from "../store.ts";
import type { Deps } from "../teile.ts";
import { system } from "../weg/gehe-weiter.ts";
import { planeAuftrag } from "./auftrag.ts";
import type { Auftragsantwort, Zahlungsauftrag } from "./contract.ts";
import { findAuftraege, schreibeAntworten, schreibeAuftraege } from "./store.ts";

type Eine = { mandantId: number; rechnungId: string };

/**
 * Hand-over in three parts, each repeatable: the order is written down and its step committed; it is sent, outside any transaction; the answer
 * is written down. Killed anywhere in between, the next run sends the same order under the same id, and the finance system knows it.
 */
export function createUebergabe(deps: Deps) {
  const { db, clock, tenants, finanzen } = deps;

  const bereite = createBatcher<Eine, { auftrag: Zahlungsauftrag } | undefined>({
    keyOf: ({ mandantId }) => mandantId,
    async run(stellen, mandant) {
      const haus = await tenants.getById(mandant);
      const { schluessel, land } = haus;
      const anschluss = finanzen(schluessel);
      if (!anschluss) return stellen.map(() => undefined);
      const einstellungen = einstellungenVon(haus);
      const ids = stellen.map(({ rechnungId }) => rechnungId);
      return db.inTransaction({ mandant }, async (tx) => {
        const staende = await findStaendeZumSchreiben(tx, ids);
        const nummern = new Map((await findRechnungen(tx, ids)).map(({ id, eingangsnummer }) => [id, eingangsnummer]));
        const neue = [...staende].flatMap(([rechnungId, { stand, nummer }]) => {
          if (stand.phase !== "angeordnet") return [];
          const plan = planeAuftrag(stand, nummern.get(rechnungId) ?? "", clock.today(), {
            ...einstellungen,
            land: land as Land,
          });
          return plan ? [{ rechnungId, nummer, ...plan }] : [];
        });
        await schreibeAuftraege(tx, neue, clock.now());
        const anhaenge = neue.map(({ rechnungId, nummer, auftrag, skontoBis }): Anhang => {
          const { id: auftragId, zahlbetragCent, skontoCent, zahlbarAm } = auftrag;
          const daten = { auftragId, zahlbetragCent, skontoCent, skontoBis, zahlbarAm, anschluss: anschluss.name };
          const schritt: NeuerSchritt = {
            art: "uebergeben",
            daten,
            akteur: system,
            zeitpunkt: clock.now(),
            transaktion: `uebergeben:${auftragId}`,
          };
          return { rechnungId, schritte: [schritt], erwarteteNummer: nummer };
        });
        await alleAngehaengt(tx, anhaenge, staende);
        const auftragIds = [...staende.values()].flatMap(({ stand }) =>
          stand.phase === "uebergeben" ? (stand.uebergabe?.auftragId ?? []) : [],
        );
        const auftraege = new Map((await findAuftraege(tx, auftragIds)).map((zeile) => [zeile.rechnungId, zeile]));
        return ids.map((id) => {
          const zeile = auftraege.get(id);
          return zeile && zeile.antwort === null ? { auftrag: zeile.auftrag } : undefined;
        });
      });
    },
  });

  const sende = createBatcher<Eine & { auftrag: Zahlungsauftrag }, Auftragsantwort | undefined>({
    keyOf: ({ mandantId }) => mandantId,
    async run(sendungen, mandant) {
      const { schluessel } = await tenants.getById(mandant);
      // Two jobs for one invoice may meet here: an order stands in a message once.
      const einmal = new Map(sendungen.map(({ auftrag }) => [auftrag.id, auftrag]));
      const antworten = await finanzen(schluessel)?.uebermittle(schluessel, [...einmal.values()]);
      return sendungen.map(({ auftrag }) => antworten?.find(({ id }) => id === auftrag.id));
    },
  });

  const vermerke = createBatcher<{ mandantId: number; antwort: Auftragsantwort }, void>({
    keyOf: ({ mandantId }) => mandantId,
    async run(stellen, mandant) {
      await db.inTransaction({ mandant }, (tx) =>
        vermerkeAntworten(
          tx,
          stellen.map(({ antwort }) => antwort),
          clock.now(),
        ),
      );
      return stellen.map(() => undefined);
    },
  });

  return async (eine: Eine): Promise<void> => {
    const bereit = await bereite(eine);
    if (!bereit) return;
    const antwort = await sende({ ...eine, ...bereit });
    if (antwort) await vermerke({ mandantId: eine.mandantId, antwort });
  };
}

async function alleAngehaengt(tx: Tx, anhaenge: readonly Anhang[], stellen: Map<string, Stelle>): Promise<void> {
  for (const [index, { art }] of (await haengeGesperrteAn(tx, anhaenge, stellen)).entries())
    if (art !== "angehaengt") throw new Error(`${anhaenge[index]?.schritte[0]?.art}: ${art} although the row was locked`);
}

/** Keeps answers and moves the invoices on. An answer to what is answered, or to an order nobody gave, changes nothing. */
export async function vermerkeAntworten(tx: Tx, antworten: readonly Auftragsantwort[], am: Date): Promise<number> {
  const zeilen = new Map(
    (
      await findAuftraege(
        tx,
        antworten.map(({ id }) => id),
      )
    ).map((zeile) => [zeile.auftrag.id, zeile]),
  );
  const eigene = antworten.filter(({ id }) => zeilen.has(id));
  await schreibeAntworten(tx, eigene, am);
  const stellen = await findStaendeZumSchreiben(tx, [...new Set([...zeilen.values()].map(({ rechnungId }) => rechnungId))]);
  const genannt = new Set<string>();
  const anhaenge = eigene.flatMap((antwort): Anhang[] => {
    const rechnungId = zeilen.get(antwort.id)?.rechnungId ?? "";
    const stelle = stellen.get(rechnungId);
    if (stelle?.stand.phase !== "uebergeben" || stelle.stand.uebergabe?.auftragId !== antwort.id || genannt.has(antwort.id))
      return [];
    genannt.add(antwort.id);
    const rahmen = { akteur: system, zeitpunkt: am, transaktion: `antwort:${antwort.id}` } as const;
    const schritt: NeuerSchritt =
      antwort.art === "quittiert"
        ? { ...rahmen, art: "quittiert", daten: { auftragId: antwort.id, beleg: antwort.beleg } }
        : { ...rahmen, art: "uebergabeAbgelehnt", daten: { auftragId: antwort.id, grund: antwort.grund } };
    return [{ rechnungId, schritte: [schritt], erwarteteNummer: stelle.nummer }];
  });
  await alleAngehaengt(tx, anhaenge, stellen);
  return anhaenge.length;
}
