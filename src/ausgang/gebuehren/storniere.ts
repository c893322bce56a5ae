import type { GebuehrenDeps } from "./gebuehren.ts";
import { meldeZahlungseingang } from "./melde-eingang.ts";
import { schreibe } from "./schreibe.ts";
import { findSollstellung } from "./store.ts";
import { type Tat, type Tatergebnis, tatergebnis } from "./verbuche-zahlung.ts";

/** Nothing is owed any more, for a reason. What was paid already must then be refunded. */
export const storniere = (deps: GebuehrenDeps, tat: Tat, grund: string): Promise<Tatergebnis> =>
  deps.db.inTransaction({ mandant: tat.mandantId }, async (tx) =>
    tatergebnis(
      await schreibe(tx, tat.sollstellungId, {
        art: "storniert",
        daten: { grund },
        akteur: { art: "amt", ...tat.von },
        zeitpunkt: deps.clock.now(),
        transaktion: tat.transaktion,
      }),
      "Gerade bezahlt die Person online, oder die Forderung ist schon storniert. Bitte laden Sie die Seite neu.",
    ),
  );

/** A person has looked at what the provider booked otherwise than asked for: it is taken as paid, or dismissed. */
export const loeseKlaerung = (
  deps: GebuehrenDeps,
  tat: Tat,
  klaerung: { zahlungId: string; verbucht: boolean; grund: string },
): Promise<Tatergebnis> =>
  deps.db.inTransaction({ mandant: tat.mandantId }, async (tx) => {
    const geschrieben = await schreibe(tx, tat.sollstellungId, {
      art: "klaerungErledigt",
      daten: klaerung,
      akteur: { art: "amt", ...tat.von },
      zeitpunkt: deps.clock.now(),
      transaktion: tat.transaktion,
    });
    const jetzt =
      geschrieben.art === "geschrieben" && klaerung.verbucht ? await findSollstellung(tx, tat.sollstellungId) : undefined;
    if (jetzt) await meldeZahlungseingang(deps, tx, jetzt);
    return tatergebnis(geschrieben, "In einer fremden Währung lässt sich das nicht verbuchen, oder es ist schon geklärt.");
  });
