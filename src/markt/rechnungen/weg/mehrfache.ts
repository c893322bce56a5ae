import type { Tx } from "#db";
import type { Kopf } from "../kopf.ts";
import type { Stand } from "../stand.ts";
import type { RechnungZeile } from "../store.ts";
import { type Dublettenbefund, nummernmerkmal } from "./dubletten.ts";
import type { Kreditorbefund } from "./kreditor.ts";
import { belegeMerkmale, type Merkmal } from "./store.ts";

type Bekannter = { gang: { rechnung: RechnungZeile; stand: Stand }; kopf: Kopf; befund: Kreditorbefund };

/**
 * The same invoice on paper, or by another program, names its supplier by other marks; only under its creditor are both one. So the number is
 * claimed again there. What a person said about an earlier one stays said.
 */
export async function findMehrfache<B extends Bekannter>(
  tx: Tx,
  bekannte: readonly B[],
): Promise<Map<B["gang"], Dublettenbefund>> {
  const merkmale = bekannte.flatMap(({ gang, kopf, befund }): (Merkmal & { gang: B["gang"] })[] =>
    befund.art === "unklar"
      ? []
      : [{ art: "nummer", wert: nummernmerkmal(kopf, `kreditor:${befund.kreditor.id}`), rechnungId: gang.rechnung.id, gang }],
  );
  const mehrfache = new Map<B["gang"], Dublettenbefund>();
  if (merkmale.length === 0) return mehrfache;
  const vergeben = await belegeMerkmale(tx, merkmale);
  for (const { gang, art, wert, rechnungId } of merkmale) {
    const gleich = vergeben.get(`${art}:${wert}`);
    if (!gleich || gleich.id === rechnungId || (gang.stand.dubletteVerneint && gang.stand.dublette?.zu === gleich.id)) continue;
    mehrfache.set(gang, {
      zu: gleich.id,
      eingangsnummer: gleich.eingangsnummer,
      sicherheit: "gleicheNummer",
      gruende: ["derselbe Kreditor, dieselbe Rechnungsnummer, dasselbe Jahr"],
    });
  }
  return mehrfache;
}
