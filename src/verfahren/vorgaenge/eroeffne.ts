import { randomUUID } from "node:crypto";
import { lockKeys, type Tx } from "#db";
import { digestOf } from "#protokoll";
import { zieheAktenzeichen } from "./aktenzeichen.ts";
import { Beteiligter } from "./beteiligte.ts";
import { inhalte, type NeuerSchritt } from "./schritte.ts";
import { anfang, folge } from "./stand.ts";
import { legeAn, type NeuerVorgang } from "./store.ts";
import { findVorgaengeNachTransaktion } from "./store-transaktion.ts";

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
 * Opens Vorgaenge with their first steps, all in one statement. The same transaction key again opens nothing and names the Vorgang of the
 * first time: a double click, a repeated request and a restored tab all end at one Vorgang.
 *
 * @returns one result each, in the same order
 */
export async function eroeffneViele(tx: Tx, eroeffnungen: readonly Eroeffnung[]): Promise<Eroeffnet[]> {
  const transaktionen = eroeffnungen.map(({ schritt }) => schritt.transaktion);
  const ergebnis = new Map<string, Eroeffnet>();
  // Not left to the unique key: its violation would abort the caller's transaction.
  await lockKeys(tx, transaktionen);
  let offen = new Map(eroeffnungen.map((eroeffnung) => [eroeffnung.schritt.transaktion, eroeffnung]));
  for (let versuch = 0; versuch < 5 && offen.size > 0; versuch++) {
    const neue = [...offen.values()].map(bereite);
    const geschrieben = await legeAn(tx, neue);
    for (const { vorgang, schritt } of neue)
      if (geschrieben.has(vorgang.id)) ergebnis.set(schritt.transaktion, { art: "eroeffnet", vorgangId: vorgang.id });
    const uebrig = [...offen.keys()].filter((transaktion) => !ergebnis.has(transaktion));
    for (const [transaktion, vorgangId] of uebrig.length > 0 ? await findVorgaengeNachTransaktion(tx, uebrig) : [])
      ergebnis.set(transaktion, { art: "bereitsGeschehen", vorgangId });
    // What is left drew an Aktenzeichen that another has.
    offen = new Map([...offen].filter(([transaktion]) => !ergebnis.has(transaktion)));
  }
  const genannt = new Set<string>();
  return transaktionen.map((transaktion) => {
    const eroeffnet = ergebnis.get(transaktion);
    if (!eroeffnet) throw new Error("no free Aktenzeichen found");
    const zweites = genannt.has(transaktion);
    genannt.add(transaktion);
    return zweites ? { ...eroeffnet, art: "bereitsGeschehen" } : eroeffnet;
  });
}

/** One Vorgang; see `eroeffneViele`. */
export async function eroeffne(tx: Tx, eroeffnung: Eroeffnung): Promise<Eroeffnet> {
  return (await eroeffneViele(tx, [eroeffnung]))[0] as Eroeffnet;
}

function bereite({ schritt, leistung, version, kuerzel, beteiligte }: Eroeffnung): NeuerVorgang {
  const daten = inhalte.eingegangen.parse(schritt.daten);
  const stand = folge(anfang, { ...schritt, daten });
  if (!stand) throw new Error("a Vorgang begins with „eingegangen“");
  const { salt, digest } = digestOf(daten);
  return {
    vorgang: {
      id: randomUUID(),
      aktenzeichen: zieheAktenzeichen(kuerzel, daten.eingegangenAm),
      leistung,
      leistungVersion: version,
      eroeffnetAm: schritt.zeitpunkt,
    },
    schritt: { ...schritt, nummer: 1, daten, digest, salz: salt },
    stand,
    beteiligte: beteiligte.map((each) => Beteiligter.parse(each)),
  };
}
