import type { Tx } from "#db";
import type { Anbieterstand } from "./anbieter.ts";
import type { NeuesEreignis } from "./contract.ts";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { meldeZahlungseingang } from "./melde-eingang.ts";
import { schreibe } from "./schreibe.ts";
import type { Onlinezahlung } from "./sollstand.ts";
import { findNachZahlung, findSollstellung, type Sollzeile } from "./store.ts";

/** What came of asking: the truth as far as it is known. `laeuft`: not decided yet. */
export type Klaerung = "bezahlt" | "gescheitert" | "zuKlaeren" | "laeuft" | "nichtErreichbar" | "unbekannt";

/** A payment that the provider does not know this long after we began it was never created: the request died on its way. */
const NIE_ANGELEGT_NACH_MS = 15 * 60_000;
const akteur = { art: "system", teil: "zahlung" } as const;

/** Asks the provider what became of a payment and writes it down. Asking twice, from two processes at once, changes nothing. */
export async function klaereZahlung(deps: GebuehrenDeps, mandantId: number, zahlungId: string): Promise<Klaerung> {
  const zeile = await deps.db.inTransaction({ mandant: mandantId }, (tx) => findNachZahlung(tx, zahlungId));
  const zahlung = zeile?.stand.zahlungen.find((each) => each.zahlungId === zahlungId);
  if (!zeile || !zahlung) return "unbekannt";
  if (zahlung.zustand === "bezahlt") return "bezahlt";
  if (zahlung.zustand === "abweichend") return "zuKlaeren";
  const mandant = await deps.tenants.getById(mandantId);
  const gesagt = await deps.anbieter.frage(mandant.schluessel, zahlungId).catch((error: Error) => error);
  if (gesagt instanceof Error) return zahlung.zustand === "gescheitert" ? "gescheitert" : "nichtErreichbar";
  return deps.db.inTransaction({ mandant: mandantId }, (tx) => vermerkeStand(deps, tx, zeile, zahlung, gesagt));
}

/** Writes down what the provider said of a payment. */
export async function vermerkeStand(
  deps: GebuehrenDeps,
  tx: Tx,
  zeile: Sollzeile,
  zahlung: Onlinezahlung,
  gesagt: Anbieterstand,
): Promise<Klaerung> {
  const { zahlungId } = zahlung;
  const ereignis = ereignisAus(deps, zahlung, gesagt);
  if (!ereignis) return zahlung.zustand === "gescheitert" ? "gescheitert" : "laeuft";
  const ergebnis = await schreibe(tx, zeile.id, {
    ...ereignis,
    akteur,
    zeitpunkt: deps.clock.now(),
    transaktion: `zahlung:${zahlungId}:${ereignis.art}`,
  } as NeuesEreignis);
  if (ergebnis.art === "geschrieben" && ereignis.art === "bezahlt") {
    const jetzt = await findSollstellung(tx, zeile.id);
    if (jetzt) await meldeZahlungseingang(deps, tx, jetzt);
  }
  const nun = ergebnis.stand.zahlungen.find((each) => each.zahlungId === zahlungId)?.zustand;
  if (nun === "bezahlt" || nun === "gescheitert") return nun;
  return nun === "abweichend" ? "zuKlaeren" : "laeuft";
}

type Kurz = { [A in NeuesEreignis["art"]]: Pick<Extract<NeuesEreignis, { art: A }>, "art" | "daten"> }[NeuesEreignis["art"]];

function ereignisAus(
  deps: GebuehrenDeps,
  { zahlungId, betragCent, seit }: Onlinezahlung,
  gesagt: Anbieterstand,
): Kurz | undefined {
  switch (gesagt.art) {
    case "unbekannt": {
      const alt = deps.clock.now().getTime() - Date.parse(seit) > NIE_ANGELEGT_NACH_MS;
      return alt ? { art: "zahlungGescheitert", daten: { zahlungId, grund: "nieAngelegt" } } : undefined;
    }
    case "offen":
      return { art: "zahlungAngelegt", daten: { zahlungId, anbieterId: gesagt.anbieterId, weiterUrl: gesagt.weiterUrl } };
    case "gescheitert":
      return { art: "zahlungGescheitert", daten: { zahlungId, grund: gesagt.grund } };
    case "bezahlt": {
      const { anbieterId: referenz, waehrung, am, mittel } = gesagt;
      if (gesagt.betragCent !== betragCent || waehrung !== "EUR")
        return { art: "abweichung", daten: { zahlungId, betragCent: gesagt.betragCent, waehrung, referenz, am } };
      return { art: "bezahlt", daten: { weg: "online", betragCent, am, referenz, zahlungId, ...(mittel && { mittel }) } };
    }
  }
}
