import { pruefeIban } from "#geld";
import { normIban, normKennung, normName } from "../kopf.ts";
import type { Deps } from "../teile.ts";
import type { Stammdaten } from "./contract.ts";
import {
  ersetzeBefugnisse,
  schreibeBestellungen,
  schreibeDauerrechnungen,
  schreibeKostenstellen,
  schreibeKreditoren,
  schreibeLeitwege,
} from "./store.ts";

export type Annahmebericht = { angenommen: Record<keyof Stammdaten, number>; abgelehnt: string[] };

/**
 * Takes over master data, in one transaction. An account is taken over only for a creditor that has none: after that it changes by two people
 * and never by a file, because a forged file would be the easier way.
 */
export const nimmStammdatenAn = (
  deps: Pick<Deps, "db" | "clock">,
  mandantId: number,
  daten: Stammdaten,
): Promise<Annahmebericht> =>
  deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const abgelehnt: string[] = [];
    const kreditoren = daten.kreditoren.map((kreditor) => ({
      ...kreditor,
      nameNorm: normName(kreditor.name),
      ustId: normKennung(kreditor.ustId),
      steuernummer: normKennung(kreditor.steuernummer),
      ibans: kreditor.ibans.flatMap((roh) => {
        const befund = pruefeIban(normIban(roh));
        if (befund.art === "gueltig") return [befund.iban];
        abgelehnt.push(`Kreditor ${kreditor.nummer}: ${befund.text}`);
        return [];
      }),
    }));
    const fremde = await schreibeLeitwege(tx, daten.leitwege);
    abgelehnt.push(...fremde.map((leitwegId) => `Die Leitweg-ID ${leitwegId} gehört schon zu einer anderen Verwaltung.`));
    await schreibeKreditoren(tx, kreditoren, deps.clock.now());
    abgelehnt.push(...(await schreibeBestellungen(tx, daten.bestellungen)));
    abgelehnt.push(...(await schreibeDauerrechnungen(tx, daten.dauerrechnungen)));
    await schreibeKostenstellen(tx, daten.kostenstellen);
    if (daten.befugnisse) await ersetzeBefugnisse(tx, daten.befugnisse);
    const anzahl = Object.fromEntries(Object.entries(daten).map(([name, liste]) => [name, liste?.length ?? 0]));
    return { angenommen: anzahl as Annahmebericht["angenommen"], abgelehnt };
  });
