import { randomUUID } from "node:crypto";
import type { Tx } from "#db";
import { formatiereEuro, pruefeIban } from "#geld";
import { type Land, monatVon, plusTage, werktagAb } from "#kalender";
import { findStand, uebergaenge } from "#vorgaenge";
import type { Erstattungsweg, Inhalt, NeuesEreignis } from "./contract.ts";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { fuehreErstattungAus } from "./jobs.ts";
import { regelnFuer } from "./regeln.ts";
import { schreibe } from "./schreibe.ts";
import { type Erstattung, erstattbarCent } from "./sollstand.ts";
import { findSollstellung, type Sollzeile, sperreStand } from "./store.ts";
import { type Tat, type Tatergebnis, tatergebnis } from "./verbuche-zahlung.ts";

export type Erstattungswunsch = { betragCent: number; weg: Erstattungsweg; grund: string; zahlungId?: string; iban?: string };

const rahmenVon = (deps: GebuehrenDeps, tat: Tat) => ({
  akteur: { art: "amt", ...tat.von } as const,
  zeitpunkt: deps.clock.now(),
  transaktion: tat.transaktion,
});
const UEBERHOLT = "Das ist beim jetzigen Stand nicht mehr möglich. Bitte laden Sie die Seite neu.";

/** Orders a refund, with a reason. Above the Mandant's limit it waits for a second person; below it goes its way at once. */
export async function ordneErstattungAn(deps: GebuehrenDeps, tat: Tat, wunsch: Erstattungswunsch): Promise<Tatergebnis> {
  if (wunsch.weg === "ueberweisung" && pruefeIban(wunsch.iban ?? "").art !== "gueltig")
    return { art: "unzulaessig", text: "Für eine Überweisung fehlt eine gültige IBAN." };
  const mandant = await deps.tenants.getById(tat.mandantId);
  const erstattungId = randomUUID();
  return deps.db.inTransaction({ mandant: tat.mandantId }, async (tx) => {
    // Under the lock, and over all refunds of the claim: else many small ones would go past the second pair of eyes.
    const bisher = (await sperreStand(tx, tat.sollstellungId))?.stand.erstattungen ?? [];
    const zweite = summeCent(bisher) + wunsch.betragCent >= regelnFuer(mandant).erstattungZweiteAbCent;
    const daten: Inhalt<"erstattungAngeordnet"> = { ...wunsch, erstattungId, zweite };
    const geschrieben = await schreibe(tx, tat.sollstellungId, { art: "erstattungAngeordnet", daten, ...rahmenVon(deps, tat) });
    if (geschrieben.art === "geschrieben" && !zweite) await schickeAufDenWeg(deps, tx, tat, erstattungId);
    return tatergebnis(
      geschrieben,
      `Auf diesem Weg lassen sich höchstens ${formatiereEuro(hoechstens(geschrieben, wunsch))} erstatten.`,
    );
  });
}

const summeCent = (erstattungen: readonly Erstattung[]): number =>
  erstattungen
    .filter(({ zustand }) => zustand !== "abgelehnt" && zustand !== "gescheitert")
    .reduce((summe, { betragCent }) => summe + betragCent, 0);

function hoechstens(geschrieben: { stand: Sollzeile["stand"] }, { weg, zahlungId }: Erstattungswunsch): number {
  const frei = erstattbarCent(geschrieben.stand);
  if (weg !== "anbieter") return frei;
  return Math.min(frei, geschrieben.stand.zahlungen.find((each) => each.zahlungId === zahlungId)?.restCent ?? 0);
}

/** The second pair of eyes; never the first again. */
export const gibErstattungFrei = (deps: GebuehrenDeps, tat: Tat, erstattungId: string): Promise<Tatergebnis> =>
  deps.db.inTransaction({ mandant: tat.mandantId }, async (tx) => {
    const ereignis = { art: "erstattungFreigegeben", daten: { erstattungId }, ...rahmenVon(deps, tat) } as const;
    const geschrieben = await schreibe(tx, tat.sollstellungId, ereignis);
    if (geschrieben.art === "geschrieben") await schickeAufDenWeg(deps, tx, tat, erstattungId);
    return tatergebnis(
      geschrieben,
      "Freigeben muss eine andere Person als die, die die Erstattung angeordnet hat, und nur einmal.",
    );
  });

export const lehneErstattungAb = (deps: GebuehrenDeps, tat: Tat, erstattungId: string, grund: string): Promise<Tatergebnis> =>
  deps.db.inTransaction({ mandant: tat.mandantId }, async (tx) =>
    tatergebnis(
      await schreibe(tx, tat.sollstellungId, {
        art: "erstattungAbgelehnt",
        daten: { erstattungId, grund },
        ...rahmenVon(deps, tat),
      }),
      UEBERHOLT,
    ),
  );

async function schickeAufDenWeg(deps: GebuehrenDeps, tx: Tx, tat: Tat, erstattungId: string): Promise<void> {
  const { mandantId, sollstellungId } = tat;
  await deps.jobs.add(tx, fuehreErstattungAus, { mandantId, sollstellungId, erstattungId });
}

/**
 * Does what was ordered, once: at the provider under the refund's id as key, or as an order to the treasury in the same transaction as the
 * note of it. Cash has been handed over by then. @throws when the provider cannot be reached; the job tries again
 */
export async function fuehreAus(
  deps: GebuehrenDeps,
  mandantId: number,
  sollstellungId: string,
  erstattungId: string,
): Promise<void> {
  const zeile = await deps.db.inTransaction({ mandant: mandantId }, (tx) => findSollstellung(tx, sollstellungId));
  const erstattung = zeile?.stand.erstattungen.find((each) => each.erstattungId === erstattungId);
  if (!zeile || erstattung?.zustand !== "angeordnet") return;
  const mandant = await deps.tenants.getById(mandantId);
  const { betragCent, zahlungId = "" } = erstattung;
  const antwort =
    erstattung.weg === "anbieter"
      ? await deps.anbieter.erstatte({ erstattungId, mandant: mandant.schluessel, zahlungId, betragCent })
      : undefined;
  await deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const rahmen = { akteur: { art: "system", teil: "erstattung" } as const, zeitpunkt: deps.clock.now() };
    const transaktion = `erstattung:${erstattungId}`;
    const hindernis = antwort?.art === "abgelehnt" ? antwort.grund : await hindernisDerKasse(tx, zeile, erstattung);
    const ereignis: NeuesEreignis = hindernis
      ? { art: "erstattungGescheitert", daten: { erstattungId, grund: hindernis }, ...rahmen, transaktion }
      : {
          art: "erstattet",
          daten: { erstattungId, referenz: antwort?.art === "erstattet" ? antwort.referenz : "" },
          ...rahmen,
          transaktion,
        };
    const geschrieben = await schreibe(tx, sollstellungId, ereignis);
    if (!hindernis && geschrieben.art === "geschrieben" && erstattung.weg === "ueberweisung")
      await weiseAn(deps, tx, zeile, erstattung, mandant.land as Land);
  });
}

/** An order to pay is a step of the Vorgang; where its procedure allows none, a person must choose another way. */
async function hindernisDerKasse(tx: Tx, zeile: Sollzeile, { weg }: Erstattung): Promise<string | undefined> {
  if (weg !== "ueberweisung") return undefined;
  const phase = (await findStand(tx, zeile.vorgangId))?.stand.phase;
  if (phase && uebergaenge[phase].angewiesen) return undefined;
  return "Beim jetzigen Stand des Vorgangs kann die Kasse keine Auszahlung anordnen. Bitte wählen Sie einen anderen Weg.";
}

async function weiseAn(deps: GebuehrenDeps, tx: Tx, zeile: Sollzeile, erstattung: Erstattung, land: Land): Promise<void> {
  const heute = deps.clock.today();
  const stand = await findStand(tx, zeile.vorgangId);
  await deps.kasse.ordneAn(tx, {
    vorgangId: zeile.vorgangId,
    nummer: stand?.nummer ?? 0,
    aktenzeichen: zeile.aktenzeichen,
    anlass: `erstattung:${erstattung.erstattungId}`,
    art: "neu",
    empfaenger: zeile.schuldner,
    iban: erstattung.iban ?? "",
    plan: [{ monat: monatVon(heute), betragCent: erstattung.betragCent, faelligAm: werktagAb(plusTage(heute, 1), land) }],
  });
}
