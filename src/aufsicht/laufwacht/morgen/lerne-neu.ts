import type { Clock } from "#clock";
import type { Db } from "#db";
import { tageZwischen } from "#kalender";
import { type Lernumfang, lerneImFaden, type Modellguete } from "#wachmodell";
import { beendeTagwerk } from "../store-betrieb.ts";
import { summiereTage } from "../store-laeufe.ts";
import { findErstenTag } from "../store-reihen.ts";
import { findModell, type Lernlauf, loescheAlteModelle, schreibeLernlauf, schreibeModell } from "../store-urteil.ts";
import { LERNTAGE, ladeBestand } from "./lade-bestand.ts";

/** Little for a demo or a test: seconds instead of minutes, and a model that shows how it works rather than how good it is. */
export const KLEIN: Partial<Lernumfang> = { ganze: 20_000, gestoerte: 6_000, durchgaenge: 3, richter: 1, netzproben: 30_000 };

/** `hoechstensMs`: when it takes longer, it has failed. */
export type Lernwahl = { klein?: boolean | undefined; hoechstensMs?: number };

/** Learns from all that is known. Whatever goes wrong is written down, and the old model stays in charge. */
export async function lerneNeu({ db, clock }: { db: Db; clock: Clock }, wahl: Lernwahl = {}): Promise<Lernlauf> {
  const heute = clock.today();
  const { bestand, bisheriges } = await db.inTransaction("betrieb", async (tx) => {
    await summiereTage(tx);
    // Days before anybody reported anything would only be empty columns.
    const erster = await findErstenTag(tx);
    const tage = erster ? Math.min(LERNTAGE, tageZwischen(erster, heute) + 1) : 1;
    const { bestand: alles } = await ladeBestand(tx, heute, tage, heute);
    return { bestand: alles, bisheriges: (await findModell(tx))?.bytes };
  });
  // The day that runs is judged, not learnt from.
  const antwort = await lerneImFaden(
    {
      bestand,
      wunsch: { bis: bestand.tage - 1, saat: 7, ...(wahl.klein && { umfang: KLEIN }) },
      ...(bisheriges && { bisheriges }),
    },
    wahl.hoechstensMs,
  );
  return db.inTransaction("betrieb", async (tx) => {
    const am = clock.now();
    const guete: Modellguete | null = antwort.guete ?? null;
    const modell = antwort.art === "uebernommen" ? await schreibeModell(tx, antwort.bytes, antwort.guete, am) : null;
    const lauf: Lernlauf = {
      am,
      ausgang: antwort.art === "uebernommen" ? "uebernommen" : antwort.grund,
      satz: antwort.satz,
      guete,
      modell,
    };
    await schreibeLernlauf(tx, lauf);
    await loescheAlteModelle(tx);
    await beendeTagwerk(tx, heute, "lernen", am);
    return lauf;
  });
}
