import { randomUUID } from "node:crypto";
import type { Tx } from "#db";
import { digestOf } from "#protokoll";
import { zieheAktenzeichen } from "./aktenzeichen.ts";
import { Beteiligter } from "./beteiligte.ts";
import { inhalte, type NeuerSchritt } from "./schritte.ts";
import { anfang, folge } from "./stand.ts";
import { legeAn, sperreTransaktion } from "./store.ts";
import { findSchrittNachTransaktion } from "./store-transaktion.ts";

export type Eroeffnung = {
  leistung: string;
  /** The version of the Leistung this Vorgang begins and stays with. */
  version: string;
  /** Prefix of the Aktenzeichen, e.g. `UV`. */
  kuerzel: string;
  beteiligte: readonly Beteiligter[];
  schritt: Extract<NeuerSchritt, { art: "eingegangen" }>;
};
export type Eroeffnet = { art: "eroeffnet" | "bereitsGeschehen"; vorgangId: string };

/**
 * Opens a Vorgang with its first step. The same transaction key again opens nothing and names the Vorgang of the first time:
 * a double click, a repeated request and a restored tab all end at one Vorgang.
 */
export async function eroeffne(tx: Tx, eroeffnung: Eroeffnung): Promise<Eroeffnet> {
  const { schritt } = eroeffnung;
  const daten = inhalte.eingegangen.parse(schritt.daten);
  const beteiligte = eroeffnung.beteiligte.map((each) => Beteiligter.parse(each));
  const stand = folge(anfang, { ...schritt, daten });
  if (!stand) throw new Error("a Vorgang begins with „eingegangen“");
  const { salt, digest } = digestOf(daten);
  const zeile = { ...schritt, nummer: 1, daten, digest, salz: salt };

  // Not left to the unique key: its violation would abort the caller's transaction.
  await sperreTransaktion(tx, schritt.transaktion);
  for (let versuch = 0; versuch < 5; versuch++) {
    const id = randomUUID();
    const vorgang = {
      id,
      aktenzeichen: zieheAktenzeichen(eroeffnung.kuerzel, daten.eingegangenAm),
      leistung: eroeffnung.leistung,
      leistungVersion: eroeffnung.version,
      eroeffnetAm: schritt.zeitpunkt,
    };
    if (await legeAn(tx, vorgang, zeile, stand, beteiligte)) return { art: "eroeffnet", vorgangId: id };
    const frueher = await findSchrittNachTransaktion(tx, schritt.transaktion);
    if (frueher) return { art: "bereitsGeschehen", vorgangId: frueher.vorgangId };
  }
  throw new Error("no free Aktenzeichen found");
}
