import type { Clock } from "#clock";
import type { Db } from "#db";
import { plusTage, tageZwischen } from "#kalender";
import { ausBytes, bewertePunkt, oeffneBlick } from "#wachmodell";
import { findErstenTag } from "../store-reihen.ts";
import { findModell, schreibeBewertungen, tageOhneBewertung } from "../store-urteil.ts";
import { LERNTAGE, ladeBestand } from "./lade-bestand.ts";

/**
 * Judges past days that nobody has judged, so that series have their band and thresholds can be played on what was. What was judged on its
 * morning stays as it was said then.
 */
export async function blickeZurueck({ db, clock }: { db: Db; clock: Clock }, tage: number): Promise<number> {
  const heute = clock.today();
  return db.inTransaction("betrieb", async (tx) => {
    const gespeichert = await findModell(tx);
    const erster = await findErstenTag(tx);
    if (!gespeichert || !erster) return 0;
    const offen = await tageOhneBewertung(
      tx,
      plusTage(heute, -tage) > erster ? plusTage(heute, -tage) : erster,
      plusTage(heute, -1),
    );
    if (offen.size === 0) return 0;
    const weite = Math.min(LERNTAGE, tageZwischen(erster, heute) + 1);
    const { bestand, jobs } = await ladeBestand(tx, heute, weite, heute);
    const von = Math.max(0, weite - tage);
    const blick = oeffneBlick(ausBytes(gespeichert.bytes), bestand, von, weite - 1);
    const neue = jobs.flatMap((_, j) =>
      Array.from({ length: weite - 1 - von }, (_, n) => von + n).flatMap((t) => {
        const bewertung = offen.has(plusTage(bestand.beginn, t)) ? bewertePunkt(blick, j, t) : undefined;
        return bewertung ? [bewertung] : [];
      }),
    );
    for (let n = 0; n < neue.length; n += 20_000) await schreibeBewertungen(tx, neue.slice(n, n + 20_000), gespeichert.nummer);
    return neue.length;
  });
}
