import { randomUUID } from "node:crypto";
import type { Forderung } from "#baukasten";
import type { Clock } from "#clock";
import type { Tx } from "#db";
import { type Land, plusTage } from "#kalender";
import type { Mandant } from "#tenants";
import type { Posten, Sollstellung } from "./contract.ts";
import { verteile } from "./faelligkeit.ts";
import { zieheKassenzeichen } from "./kassenzeichen.ts";
import { regelnFuer } from "./regeln.ts";
import { folge } from "./sollstand.ts";
import { schreibeEreignis, schreibeSollstellung, schreibeStand } from "./store.ts";

/** A decision that makes somebody owe something. */
export type Forderungsfall = {
  mandant: Mandant;
  vorgang: { id: string; aktenzeichen: string; leistung: string };
  /** What it is called on letters and pages, e.g. the name of the Leistung. */
  bezeichnung: string;
  schuldner: { person: string | null; vornamen: string; nachname: string };
  ueberPostfach: boolean;
  forderungen: readonly Forderung[];
};

/**
 * Draws Kassenzeichen and due day before the notice is set, because they stand in it. Positions with the same due day become one
 * Sollstellung: a year that begins later is due no earlier than it begins.
 */
export function bereiteVor(clock: Clock, fall: Forderungsfall): Sollstellung[] {
  const { mandant, vorgang, schuldner } = fall;
  const frist = plusTage(clock.today(), regelnFuer(mandant).zahlungsfristTage);
  const { faelligkeiten } = regelnFuer(mandant);
  const jeTag = new Map<string, Posten[]>();
  for (const forderung of fall.forderungen.filter(({ betragCent }) => betragCent > 0))
    for (const { faelligAm, posten } of verteile(
      forderung,
      frist,
      mandant.land as Land,
      faelligkeiten?.[vorgang.leistung]?.stichtage,
    ))
      jeTag.set(faelligAm, [...(jeTag.get(faelligAm) ?? []), posten]);
  return [...jeTag].sort().map(([faelligAm, posten]) => ({
    id: randomUUID(),
    vorgangId: vorgang.id,
    aktenzeichen: vorgang.aktenzeichen,
    leistung: vorgang.leistung,
    bezeichnung: fall.bezeichnung,
    kassenzeichen: zieheKassenzeichen(),
    person: schuldner.person,
    schuldner: `${schuldner.vornamen} ${schuldner.nachname}`,
    ueberPostfach: fall.ueberPostfach,
    posten,
    betragCent: posten.reduce((summe, { betragCent }) => summe + betragCent, 0),
    faelligAm,
    eroeffnetAm: clock.now(),
  }));
}

/** In the transaction of the notice: the claim and the notice exist together or not at all. The same occasion again opens nothing. */
export async function eroeffne(tx: Tx, sollstellungen: readonly Sollstellung[], anlass: string): Promise<void> {
  for (const soll of sollstellungen) {
    if (!(await schreibeSollstellung(tx, soll, `${anlass}:${soll.faelligAm}`))) continue;
    const ereignis = {
      art: "eroeffnet",
      daten: { betragCent: soll.betragCent },
      akteur: { art: "system", teil: "gebuehren" },
      zeitpunkt: soll.eroeffnetAm,
      transaktion: `eroeffnet:${soll.id}`,
    } as const;
    const stand = folge(undefined, ereignis);
    if (!stand) throw new Error("a Sollstellung begins with „eroeffnet“");
    await schreibeEreignis(tx, soll.id, 1, ereignis);
    await schreibeStand(tx, soll.id, 1, stand, soll.eroeffnetAm);
  }
}
