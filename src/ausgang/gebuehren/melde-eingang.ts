import type { Tx } from "#db";
import { formatiereEuro } from "#geld";
import { listeBeteiligte } from "#vorgaenge";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { formatiereKassenzeichen } from "./kassenzeichen.ts";
import { ueberzahltCent } from "./sollstand.ts";
import type { Sollzeile } from "./store.ts";

/** In the transaction of the booking: the person learns that the money is here, and whoever waited for it goes on. */
export async function meldeZahlungseingang(deps: GebuehrenDeps, tx: Tx, zeile: Sollzeile): Promise<void> {
  if (zeile.offenCent === 0) await deps.nachZahlung?.(tx, zeile);
  if (!zeile.ueberPostfach || !zeile.person) return;
  const antragsteller = (await listeBeteiligte(tx, zeile.vorgangId)).find(({ rolle }) => rolle === "antragsteller");
  const rest =
    zeile.offenCent > 0
      ? `Es fehlen noch ${formatiereEuro(zeile.offenCent)}.`
      : ueberzahltCent(zeile.stand) > 0
        ? "Sie haben mehr bezahlt als nötig. Wir prüfen das und zahlen den Rest zurück."
        : "Damit ist alles bezahlt. Die Quittung finden Sie in „Mein Bereich“ unter „Gebühren und Abgaben“.";
  await deps.postfach.stelleBereit(tx, {
    vorgangId: zeile.vorgangId,
    person: zeile.person,
    betreff: "Ihre Zahlung ist eingegangen",
    text: `Ihre Zahlung zum Kassenzeichen ${formatiereKassenzeichen(zeile.kassenzeichen)} (${zeile.bezeichnung}) ist bei uns eingegangen.\n\n${rest}`,
    bescheidId: null,
    ankuendigenAn: antragsteller?.email ?? null,
  });
}
