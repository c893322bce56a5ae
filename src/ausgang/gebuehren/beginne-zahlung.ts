import { randomUUID } from "node:crypto";
import type { Mandant } from "#tenants";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { pruefeZahlung } from "./jobs.ts";
import { vermerkeStand } from "./klaere-zahlung.ts";
import { zuZahlenCent } from "./raten.ts";
import { regelnFuer } from "./regeln.ts";
import { schreibe } from "./schreibe.ts";
import { laufendeZahlung, type Onlinezahlung, type Sollstand } from "./sollstand.ts";
import { findSollstellung, type Sollzeile } from "./store.ts";

export type Beginn =
  | { art: "weiter"; zahlungId: string; weiterUrl: string }
  | { art: "nichtsOffen" }
  | { art: "nichtDa" }
  | { art: "nichtErreichbar"; zahlungId: string };

/**
 * Begins to pay online, or goes on with what was begun. The intent is committed first, with the job that asks what came of it; only then is the
 * provider asked, under the intent's id. So a crash anywhere leaves a payment that the job, or the next click, takes up: never a second one.
 * @param rueckkehr the page to come back to, given the payment's id
 */
export async function beginneZahlung(
  deps: GebuehrenDeps,
  mandant: Mandant,
  sollstellungId: string,
  person: string,
  rueckkehr: (zahlungId: string) => string,
): Promise<Beginn> {
  // Twice at most: a running payment may turn out to be over, then a new one begins.
  for (let versuch = 0; versuch < 2; versuch++) {
    const absicht = await halteAbsichtFest(deps, mandant, sollstellungId, person, rueckkehr);
    if ("art" in absicht) return absicht;
    const { zeile, zahlung } = absicht;
    const { zahlungId, betragCent } = zahlung;
    const auftrag = {
      zahlungId,
      mandant: mandant.schluessel,
      betragCent,
      kassenzeichen: zeile.kassenzeichen,
      zweck: zeile.bezeichnung.slice(0, 140),
      rueckkehr: zahlung.rueckkehr,
    };
    const gesagt = await deps.anbieter.beginne(auftrag).catch((error: Error) => error);
    if (gesagt instanceof Error) return { art: "nichtErreichbar", zahlungId };
    await deps.db.inTransaction({ mandant: mandant.id }, (tx) => vermerkeStand(deps, tx, zeile, zahlung, gesagt));
    if (gesagt.art === "offen") return { art: "weiter", zahlungId, weiterUrl: gesagt.weiterUrl };
  }
  return { art: "nichtsOffen" };
}

type Absicht = { zeile: Sollzeile; zahlung: Onlinezahlung };

function halteAbsichtFest(
  deps: GebuehrenDeps,
  mandant: Mandant,
  id: string,
  person: string,
  rueckkehr: (zahlungId: string) => string,
): Promise<Absicht | Extract<Beginn, { art: "nichtsOffen" | "nichtDa" }>> {
  return deps.db.inTransaction({ mandant: mandant.id }, async (tx) => {
    const zeile = await findSollstellung(tx, id);
    if (zeile?.person !== person || !regelnFuer(mandant).onlinezahlung) return { art: "nichtDa" };
    if (laufendeZahlung(zeile.stand)) return weiterMit(zeile, zeile.stand);
    const zahlungId = randomUUID();
    const ergebnis = await schreibe(tx, id, {
      art: "zahlungBegonnen",
      daten: { zahlungId, betragCent: zuZahlenCent(zeile.stand) || 1, rueckkehr: rueckkehr(zahlungId) },
      akteur: { art: "buerger" },
      zeitpunkt: deps.clock.now(),
      transaktion: `zahlung:${zahlungId}`,
    });
    if (ergebnis.art === "geschrieben")
      await deps.jobs.add(
        tx,
        pruefeZahlung,
        { mandantId: mandant.id, zahlungId, versuch: 0 },
        { inSeconds: deps.abfrageSekunden },
      );
    // Not allowed: the other tab began in the meantime, or nothing is open any more.
    return weiterMit(zeile, ergebnis.stand);
  });
}

function weiterMit(zeile: Sollzeile, stand: Sollstand): Absicht | { art: "nichtsOffen" } {
  const zahlung = laufendeZahlung(stand);
  return zahlung ? { zeile, zahlung } : { art: "nichtsOffen" };
}
