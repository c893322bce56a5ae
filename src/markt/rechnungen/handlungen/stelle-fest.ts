import { formatiereEuro } from "#geld";
import type { Kontierung } from "../schritte.ts";
import type { Deps, Handlungsergebnis } from "../teile.ts";
import { fremdeWaehrung, type Handlung, handle, tue, verweigert } from "./handle.ts";
import { findUnbekannteKostenstellen } from "./store.ts";

export type Feststellung = {
  /** What is found right; less than the invoice asks for is a partial approval and needs a reason. */
  betragCent: number;
  /** Adds up to `betragCent`, to the cent. */
  kontierung: readonly Kontierung[];
  grund: string | null;
};

/** Sachliche und rechnerische Feststellung: a person says that the invoice is right, for how much, and which cost centres bear it. */
export const stelleFest = (
  deps: Pick<Deps, "db" | "clock" | "jobs">,
  handlung: Handlung,
  feststellung: Feststellung,
): Promise<Handlungsergebnis> =>
  handle(deps, handlung, async ({ kopf, abgleich, phase }, tx) => {
    const { betragCent, kontierung } = feststellung;
    const grund = feststellung.grund?.trim() || null;
    if (phase !== "zuPruefen" || !kopf) return verweigert("Diese Rechnung ist gerade nicht zu prüfen.");
    if (kopf.waehrung !== "EUR") return verweigert(fremdeWaehrung(kopf.waehrung));
    if (!Number.isSafeInteger(betragCent) || betragCent <= 0)
      return verweigert("Bitte geben Sie den Betrag an, den Sie feststellen.");
    if (betragCent > kopf.zahlbarCent)
      return verweigert(`Mehr als der Rechnungsbetrag (${formatiereEuro(kopf.zahlbarCent)}) kann nicht festgestellt werden.`);
    if (betragCent < kopf.zahlbarCent && !grund) return verweigert("Sie kürzen die Rechnung. Bitte schreiben Sie, warum.");
    if (!grund && abgleich?.abweichungen.some(({ inToleranz }) => !inToleranz))
      return verweigert("Die Rechnung weicht außerhalb der Toleranz ab. Bitte schreiben Sie, warum sie trotzdem richtig ist.");
    if (kontierung.length === 0) return verweigert("Bitte nennen Sie mindestens eine Kostenstelle.");
    if (kontierung.some((teil) => !Number.isSafeInteger(teil.betragCent) || teil.betragCent <= 0))
      return verweigert("Jeder Anteil muss größer als null sein.");
    const summe = kontierung.reduce((bisher, teil) => bisher + teil.betragCent, 0);
    if (summe !== betragCent)
      return verweigert(
        `Die Anteile ergeben ${formatiereEuro(summe)}, festgestellt werden ${formatiereEuro(betragCent)}. Bitte gleichen Sie die Aufteilung aus.`,
      );
    const unbekannte = await findUnbekannteKostenstellen(
      tx,
      kontierung.map(({ kostenstelle }) => kostenstelle),
    );
    if (unbekannte.length > 0) return verweigert(`Diese Kostenstelle gibt es nicht: ${unbekannte.join(", ")}.`);
    return tue({
      art: "festgestellt",
      daten: {
        betragCent,
        gekuerztCent: kopf.zahlbarCent - betragCent,
        grund,
        kontierung: kontierung.map((teil) => ({ ...teil })),
      },
    });
  });
