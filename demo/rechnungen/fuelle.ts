import type { System } from "../../src/app.ts";
import { besondere, erzeuge } from "./erzeuge.ts";
import { demoStammdaten } from "./lieferanten.ts";

/** Ordinary invoices beside the special ones. */
const GEWOEHNLICHE = 20;

/** Master data of both town halls and some invoices in the inbox of Musterstadt. Repeating it adds nothing. */
export async function fuelleRechnungseingang({ tenants, rechnungen, clock }: System): Promise<void> {
  for (const schluessel of ["musterstadt", "beispielkreis"] as const) {
    const mandant = await tenants.findBySchluessel(schluessel);
    if (!mandant) continue;
    await rechnungen.nimmStammdatenAn(mandant.id, demoStammdaten(schluessel));
    if (schluessel !== "musterstadt") continue;
    const heute = clock.today();
    const dateien = [
      ...Object.entries(besondere(heute)),
      ...Array.from({ length: GEWOEHNLICHE }, (_, n) => [String(n), erzeuge(n, heute)] as const),
    ];
    // One after the other where it matters: a duplicate is a duplicate of what came before.
    for (const [name, { bytes, dateiname }] of dateien)
      await rechnungen.nimmAn({
        mandantId: mandant.id,
        bytes,
        dateiname,
        kanal: "upload",
        absender: null,
        akteur: { art: "lieferant", weg: "demo" },
        transaktion: `demo:rechnung:${name}`,
      });
  }
}
