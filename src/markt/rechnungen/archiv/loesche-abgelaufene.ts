import { schreibeProtokoll } from "#protokoll";
import { einstellungenVon } from "../einstellungen.ts";
import { haengeAn } from "../haenge-an.ts";
import { listeAbgelaufeneRechnungen, loescheRechnungsinhalt } from "../sichten/store.ts";
import type { Deps } from "../teile.ts";
import { system } from "../weg/gehe-weiter.ts";
import { AUFBEWAHRUNG_NORM, endeDerRechnungsaufbewahrung } from "./aufbewahrung.ts";

const JE_RUNDE = 100;

/** Deletes content whose time is over; the chain stays whole. Step, deletion and Protokoll in one transaction an invoice. @returns how many */
export async function loescheAbgelaufene({ db, clock, tenants }: Deps, mandantId: number): Promise<number> {
  const { aufbewahrungJahre } = einstellungenVon(await tenants.getById(mandantId));
  const vor = endeDerRechnungsaufbewahrung(aufbewahrungJahre, clock.today());
  const faellige = await db.inTransaction({ mandant: mandantId }, (tx) => listeAbgelaufeneRechnungen(tx, vor, JE_RUNDE));
  let geloescht = 0;
  for (const { id, nummer } of faellige)
    await db.inTransaction({ mandant: mandantId }, async (tx) => {
      const zeitpunkt = clock.now();
      const schritt = {
        art: "inhaltGeloescht",
        daten: {},
        akteur: system,
        zeitpunkt,
        transaktion: `aufbewahrung:${id}:${nummer}`,
      } as const;
      // Somebody wrote into the file meanwhile: its time begins anew.
      if ((await haengeAn(tx, id, [schritt], nummer)).art !== "angehaengt") return;
      const schritte = await loescheRechnungsinhalt(tx, id);
      const anlass = `Aufbewahrung von ${aufbewahrungJahre} Jahren zu Ende (${AUFBEWAHRUNG_NORM})`;
      await schreibeProtokoll(tx, {
        art: "inhalt.geloescht",
        zeitpunkt,
        daten: { wer: "system:aufbewahrung", anlass, rechnungen: [id], schritte },
      });
      geloescht++;
    });
  return geloescht;
}
