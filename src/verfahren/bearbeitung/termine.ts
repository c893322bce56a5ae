import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import type { Gebuehren } from "#gebuehren";
import { inTurn } from "#jobs";
import { formatiereDatum, type Land, monatsfrist, plusTage } from "#kalender";
import type { Postfach } from "#postfach";
import type { Mandant, Tenants } from "#tenants";
import { haengeAn, listeFaelligeTermine, listeSchritte, type NeuerSchritt, type Phase, type StandZeile } from "#vorgaenge";
import { type Aenderungswege, istAenderung } from "./aenderungswege.ts";
import { findAkte, letzter } from "./akte.ts";
import { vorschlagMit } from "./von-hand.ts";
import { beendeOhneZahlung } from "./vorkasse.ts";

const akteur = { art: "system", teil: "termine", version: "1" } as const;
const PORTION = 200;

/**
 * What happens by itself when a day has come: a notice counts as announced, a deadline for objections is over, a question stayed without
 * answer. Each Vorgang in a transaction of its own; running twice changes nothing, and one that fails holds up none of the others.
 * @returns how many Vorgaenge moved
 */
export async function pruefeTermine(
  deps: { db: Db; clock: Clock; tenants: Tenants; aenderungen: Aenderungswege; gebuehren: Gebuehren; postfach: Postfach },
  mandantId: number,
): Promise<number> {
  const mandant = await deps.tenants.getById(mandantId);
  const heute = deps.clock.today();
  const reihe = inTurn();
  let bewegt = 0;
  for (const [phase, tag, machSchritt] of arbeiten(heute, mandant, deps)) {
    const faellige = await deps.db.inTransaction({ mandant: mandantId }, (tx) => listeFaelligeTermine(tx, [phase], tag, PORTION));
    const bewege = (zeile: StandZeile) =>
      deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
        const schritt = await machSchritt(tx, zeile);
        if (!schritt) return;
        const rahmen = { akteur, zeitpunkt: deps.clock.now(), transaktion: `termin:${zeile.id}:${zeile.nummer}` };
        const ergebnis = await haengeAn(tx, zeile.id, [{ ...schritt, ...rahmen } as NeuerSchritt], zeile.nummer);
        if (ergebnis.art === "angehaengt") bewegt++;
        // What was done beside the step goes back with it.
        else if (phase === "wartetAufZahlung") throw new Error(`Vorgang ${zeile.id}: ${ergebnis.art} when its fee stayed unpaid`);
      });
    for (const zeile of faellige) await reihe.take(() => bewege(zeile));
  }
  reihe.finish();
  return bewegt;
}

type Arbeit = readonly [Phase, string, (tx: Tx, zeile: StandZeile) => Promise<Pick<NeuerSchritt, "art" | "daten"> | undefined>];

function arbeiten(
  heute: string,
  mandant: Mandant,
  deps: { aenderungen: Aenderungswege; gebuehren: Gebuehren; postfach: Postfach },
): Arbeit[] {
  const { aenderungen } = deps;
  const land = mandant.land as Land;
  // A day that must be over before anything happens: yesterday's terms.
  const gestern = plusTage(heute, -1);
  return [
    [
      "zugestellt",
      heute,
      async (tx, zeile) => {
        const zustellung = letzter(await listeSchritte(tx, zeile.id), "zugestellt");
        if (!zustellung) return undefined;
        const am = zustellung.bekanntAm;
        return { art: "bekanntgegeben", daten: { am, norm: zustellung.norm, widerspruchBis: monatsfrist(am, 1, land) } };
      },
    ],
    [
      "wartetAufZahlung",
      gestern,
      async (tx, zeile) => {
        const akte = await findAkte(tx, zeile.id);
        const grund = `Die Gebühr wurde bis zum ${formatiereDatum(zeile.stand.termin ?? gestern)} nicht bezahlt.`;
        // Somebody who is paying at this moment is waited for: asked again in the next round.
        if (!akte || !(await beendeOhneZahlung(deps, tx, akte, grund))) return undefined;
        return { art: "abgeschlossen", daten: { grund } };
      },
    ],
    ["bekanntgegeben", gestern, async () => ({ art: "bestandskraeftig", daten: { am: heute } })],
    [
      "wartetAufBuerger",
      gestern,
      async (tx, zeile) => {
        const akte = await findAkte(tx, zeile.id);
        if (!akte) return undefined;
        const vorschlag = istAenderung(akte) ? await aenderungen.vorschlag(tx, akte.id) : vorschlagMit(akte, mandant, {});
        if (!vorschlag) return undefined;
        const { vorbereitet: _, ...entscheidung } = vorschlag;
        const frage = zeile.stand.nachforderung?.frage ?? "";
        const grund = istAenderung(akte)
          ? "Auf die Anhörung kam bis zum Ende der Frist keine Antwort."
          : `Auf die Frage „${frage}“ kam bis zum Ende der Frist keine Antwort.`;
        return { art: "vorgeschlagen", daten: { entscheidung, gruende: [grund, ...entscheidung.vonHand] } };
      },
    ],
  ];
}
