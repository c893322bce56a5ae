import { randomUUID } from "node:crypto";
import { findRechnung, type Rechnungszeile } from "#rechnungen";
import { besondere } from "../../demo/rechnungen/erzeuge.ts";
import { demoStammdaten } from "../../demo/rechnungen/lieferanten.ts";
import type { Stadt } from "./stadt.ts";

const person = (kennung: string) => ({ art: "amt", kennung, name: `Frau ${kennung}` }) as const;

/** Rows of Musterstadt in every table of the incoming invoice. @returns the id of an invoice */
export async function fuelleRechnungen({ system, musterstadt, uhr }: Stadt): Promise<string> {
  const { rechnungen, db } = system;
  const mandantId = musterstadt.id;
  const lies = async (id: string): Promise<Rechnungszeile> => {
    const zeile = await db.inTransaction({ mandant: mandantId }, (tx) => findRechnung(tx, id));
    if (!zeile) throw new Error(`no invoice ${id}`);
    return zeile;
  };
  await rechnungen.nimmStammdatenAn(mandantId, demoStammdaten("musterstadt"));
  const { einwandfrei } = besondere(uhr.today());
  if (!einwandfrei) throw new Error("no invoice");
  const { rechnungId } = await rechnungen.nimmAn({
    mandantId,
    bytes: einwandfrei.bytes,
    dateiname: "Geheimweg.xml",
    kanal: "upload",
    absender: null,
    akteur: { art: "lieferant", weg: "upload" },
    transaktion: "mandanten",
  });
  await rechnungen.bearbeite({ mandantId, rechnungId });
  const tat = async (kennung: string) => {
    const { nummer } = await lies(rechnungId);
    return { mandantId, rechnungId, nummer, transaktion: randomUUID(), von: person(kennung) };
  };
  const { stand } = await lies(rechnungId);
  const betragCent = stand.kopf?.zahlbarCent ?? 0;
  await rechnungen.stelleFest(await tat("prueferin"), { betragCent, kontierung: stand.abgleich?.kontierung ?? [], grund: null });
  const vertretung = await rechnungen.vertritt(mandantId, person("musterstadt-anordnung"), {
    durch: { kennung: "vertreterin", name: "Frau Vertreterin" },
    von: uhr.today(),
    bis: uhr.today(),
  });
  if (vertretung.art === "erledigt") await rechnungen.beendeVertretung(mandantId, person("vertreterin"), vertretung.id);
  await rechnungen.ordneAn(await tat("musterstadt-anordnung2"), { betragCent });
  // What only a counterpart, or a mail that is read, can bring about is written as it would be: nobody answers here.
  await db.inTransaction({ mandant: mandantId }, async (tx) => {
    const auftrag = randomUUID();
    for (const [sql, ...werte] of [
      [`insert into rechnung_zugang values ($1, '\\x01', 'Probe', '{}', now())`],
      [`insert into rechnung_freigabelink values ($1, '\\x01', $2, 1, 'x', 'x', 1, now(), now())`, rechnungId],
      [`insert into rechnung_freigabelink_verbrauch values ($1, '\\x01', now())`],
      [
        `insert into zahlungsauftrag values ($1, $2, $3, 1, 'zahlung', '{}', 1, now()) on conflict do nothing`,
        auftrag,
        rechnungId,
      ],
      [`insert into zahlungsauftrag_antwort values ($1, $2, 'quittiert', 'B-1', null, now())`, auftrag],
      [`insert into zahlungsmeldung values ($1, 'Z-1', null, 'DE00', 1, '2026-11-24', 'x', now())`],
      [`insert into finanzmarke values ($1, 'probe', '1')`],
    ] as const)
      await tx.query(sql, [mandantId, ...werte]);
  });
  return rechnungId;
}
