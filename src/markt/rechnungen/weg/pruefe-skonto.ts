import { formatiereEuro } from "#geld";
import { formatiereDatum, plusTage } from "#kalender";
import { einstellungenVon } from "../einstellungen.ts";
import { haengeAn } from "../haenge-an.ts";
import type { NeuerSchritt } from "../schritte.ts";
import { listeSkontofristen } from "../sichten/store.ts";
import type { StandZeile } from "../store.ts";
import type { Deps } from "../teile.ts";
import type { Phase } from "../uebergaenge.ts";
import { system } from "./gehe-weiter.ts";

/** Where Skonto can still be lost: from the hand-over on, the order says until when it is paid. */
const offene: readonly Phase[] = [
  "zuKlaeren",
  "moeglicheDublette",
  "kreditorUnklar",
  "ibanZuPruefen",
  "ibanZweitePerson",
  "zuPruefen",
  "zuAnordnen",
  "angeordnet",
  "uebergabeAbgelehnt",
];
const PORTION = 500;

/** Once a day and as often as one likes: writes down what was lost, and warns of what will be. @returns how many of each */
export async function pruefeSkonto(deps: Deps, mandantId: number): Promise<{ verfallen: number; gewarnt: number }> {
  const { db, clock, tenants, mail } = deps;
  const mandant = await tenants.getById(mandantId);
  const { skontoWarnungTage, vorlaufTage } = einstellungenVon(mandant);
  const heute = clock.today();
  const in_ = <T>(fn: Parameters<typeof db.inTransaction<T>>[1]) => db.inTransaction({ mandant: mandantId }, fn);
  let verfallen = 0;
  for (;;) {
    const vorbei = await in_((tx) => listeSkontofristen(tx, offene, plusTage(heute, -1), PORTION));
    let geschrieben = 0;
    for (const zeile of vorbei) {
      const schritt = verfall(zeile, clock.now());
      if (schritt && (await in_((tx) => haengeAn(tx, zeile.id, [schritt], zeile.nummer))).art === "angehaengt") geschrieben++;
    }
    verfallen += geschrieben;
    // Nothing written: others are at it, or nothing is left.
    if (geschrieben === 0) break;
  }
  const bald = await in_((tx) =>
    listeSkontofristen(tx, offene, plusTage(heute, skontoWarnungTage + vorlaufTage), PORTION, "ungewarnte"),
  );
  const gewarnte: StandZeile[] = [];
  for (const zeile of bald) {
    const erste = zeile.stand.zahlung?.skonto[0];
    if (!erste) continue;
    const schritt: NeuerSchritt = {
      art: "skontoGewarnt",
      daten: { bis: erste.bis, ersparnisCent: erste.ersparnisCent },
      akteur: system,
      zeitpunkt: clock.now(),
      transaktion: `skontoGewarnt:${zeile.id}:${erste.bis}`,
    };
    if ((await in_((tx) => haengeAn(tx, zeile.id, [schritt], zeile.nummer))).art === "angehaengt") gewarnte.push(zeile);
  }
  for (const [amt, zeilen] of Map.groupBy(gewarnte, ({ stand }) => stand.amt ?? "")) {
    const summe = zeilen.reduce((bisher, { stand }) => bisher + (stand.zahlung?.skonto[0]?.ersparnisCent ?? 0), 0);
    // A warning that is lost is no money lost: the queue shows it all the same. So it is sent after its steps, and not repeated.
    await mail
      .send({
        id: `skonto-${mandant.schluessel}-${amt || "haus"}-${heute}`,
        to: mandant.einstellungen.aemter[amt]?.email ?? mandant.einstellungen.kontakt.email,
        from: { name: mandant.name, address: mandant.einstellungen.kontakt.email },
        subject: `Skonto läuft ab: ${formatiereEuro(summe)} bei ${zeilen.length} Rechnungen`,
        text: zeilen
          .map(({ eingangsnummer, stand }) => {
            const erste = stand.zahlung?.skonto[0];
            return `${eingangsnummer}  ${stand.kopf?.lieferant.name}: ${formatiereEuro(erste?.ersparnisCent ?? 0)} bis ${formatiereDatum(erste?.bis ?? heute)}`;
          })
          .join("\n"),
      })
      .catch((error: Error) =>
        process.stderr.write(`rechnungen: Skontowarnung ${mandant.schluessel} ${amt}: ${error.message}\n`),
      );
  }
  return { verfallen, gewarnt: gewarnte.length };
}

function verfall({ id, stand }: StandZeile, zeitpunkt: Date): NeuerSchritt | undefined {
  const [erste, naechste] = stand.zahlung?.skonto ?? [];
  if (!erste) return undefined;
  // What the next terms still give is not lost.
  const verlorenCent = Math.max(0, erste.ersparnisCent - (naechste?.ersparnisCent ?? 0));
  return {
    art: "skontoVerfallen",
    daten: { bis: erste.bis, verlorenCent },
    akteur: system,
    zeitpunkt,
    transaktion: `skontoVerfallen:${id}:${erste.bis}:${erste.prozent}`,
  };
}
