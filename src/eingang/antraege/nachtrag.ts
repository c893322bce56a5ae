import { isDeepStrictEqual } from "node:util";
import { pruefeVorgang } from "#bearbeitung";
import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import type { Gebuehren } from "#gebuehren";
import type { Jobs } from "#jobs";
import {
  type Anlage,
  findSchrittNachTransaktion,
  findStand,
  type GeschriebenerSchritt,
  haengeAn,
  listeFuerPerson,
  type NeuerSchritt,
  type StandZeile,
} from "#vorgaenge";
import { dateiname, erkenneTyp } from "./anlagen.ts";

type Deps = { db: Db; clock: Clock; jobs: Jobs; blobs: Blobs; gebuehren: Gebuehren };
export type Nachtragsergebnis = { art: "erledigt" } | { art: "unzulaessig"; text: string };
/** A form that a person sent: `transaktion` from the page makes a double click harmless. */
export type Nachtrag = { mandantId: number; vorgangId: string; person: string; transaktion: string };

/** The Vorgang, if this person applied in it; whoever else is involved does not get in here. */
export async function findEigenenVorgang(tx: Tx, vorgangId: string, person: string): Promise<StandZeile | undefined> {
  return (await listeFuerPerson(tx, person, ["antragsteller"])).find((zeile) => zeile.id === vorgangId);
}

export const MAX_ANLAGE_BYTES = 10 * 1024 * 1024;

/** Stores what was sent along, by content. @returns the documents, or a sentence naming the first that was not taken */
export async function legeAnlagenAb(
  blobs: Blobs,
  mandantId: number,
  feld: string,
  dateien: readonly { name: string; bytes: Buffer }[],
): Promise<Anlage[] | string> {
  const anlagen: Anlage[] = [];
  for (const { name, bytes } of dateien) {
    const typ = erkenneTyp(bytes);
    if (!typ)
      return `„${name.slice(0, 60)}“ ist weder ein PDF noch ein Foto (JPEG, PNG). Bitte wandeln Sie die Datei um oder fotografieren Sie das Dokument.`;
    if (bytes.byteLength > MAX_ANLAGE_BYTES)
      return `„${name.slice(0, 60)}“ ist größer als 10 MB. Bitte laden Sie eine kleinere Datei hoch.`;
    anlagen.push({ feld, name: dateiname(name, typ), typ, groesse: bytes.byteLength, sha256: await blobs.put(mandantId, bytes) });
  }
  return anlagen;
}

type SchrittDaten = NeuerSchritt extends infer S ? (S extends NeuerSchritt ? Pick<S, "art" | "daten"> : never) : never;

// Whoever reads "we have it" must have told it: other words under the key of an earlier form are not swallowed.
const SCHON_ANDERS =
  "Dieses Formular ist schon gesendet, mit anderem Inhalt, und nur den haben wir. Bitte laden Sie die Seite neu, und schreiben Sie uns, was noch fehlt.";
function sagtDasselbe({ vorgangId, art, daten }: GeschriebenerSchritt, nachtrag: Nachtrag, schritt: SchrittDaten): boolean {
  const inhalt = (each: object | null) => ({ ...each, am: undefined });
  return vorgangId === nachtrag.vorgangId && art === schritt.art && isDeepStrictEqual(inhalt(daten), inhalt(schritt.daten));
}

async function haengeBuergerschrittAn(
  deps: Deps,
  nachtrag: Nachtrag,
  schritt: SchrittDaten,
  danach?: (tx: Tx) => Promise<void>,
  // Before the step: a payment that arrives at this moment takes the same way, first the claim, then the Vorgang.
  zuvor?: (tx: Tx) => Promise<boolean>,
): Promise<Nachtragsergebnis> {
  return deps.db.inTransaction({ mandant: nachtrag.mandantId }, async (tx) => {
    if (!(await findEigenenVorgang(tx, nachtrag.vorgangId, nachtrag.person)))
      return { art: "unzulaessig", text: "Diesen Vorgang gibt es nicht." };
    // Sent twice: the first may have moved the case on, to where this step is not allowed any more.
    const frueher = await findSchrittNachTransaktion(tx, nachtrag.transaktion);
    if (frueher)
      return sagtDasselbe(frueher, nachtrag, schritt) ? { art: "erledigt" } : { art: "unzulaessig", text: SCHON_ANDERS };
    if (zuvor && !(await zuvor(tx)))
      throw new NichtMehr(
        "Sie haben eine Onlinezahlung begonnen. Bitte bezahlen Sie zu Ende oder brechen Sie dort ab, und ziehen Sie danach zurück.",
      );
    const rahmen = {
      akteur: { art: "buerger", person: nachtrag.person } as const,
      zeitpunkt: deps.clock.now(),
      transaktion: nachtrag.transaktion,
    };
    // The person acts on the case as it is, not on a number they have seen: an office's note in between is no conflict for them.
    for (let versuch = 0; versuch < 3; versuch++) {
      const stand = await findStand(tx, nachtrag.vorgangId);
      const ergebnis = await haengeAn(tx, nachtrag.vorgangId, [{ ...schritt, ...rahmen } as NeuerSchritt], stand?.nummer ?? 0);
      if (ergebnis.art === "konflikt") continue;
      if (ergebnis.art === "unzulaessig") {
        const text = "Das ist beim jetzigen Stand Ihres Antrags nicht mehr möglich.";
        if (zuvor) throw new NichtMehr(text);
        return { art: "unzulaessig", text };
      }
      if (ergebnis.art === "angehaengt") await danach?.(tx);
      return { art: "erledigt" };
    }
    if (zuvor) throw new NichtMehr("Gerade arbeitet jemand an Ihrem Antrag. Bitte versuchen Sie es in einer Minute noch einmal.");
    return {
      art: "unzulaessig",
      text: "Gerade arbeitet jemand an Ihrem Antrag. Bitte versuchen Sie es in einer Minute noch einmal.",
    };
  });
}

/** Answer or documents; brings the case back to examination, where a person looks at it. */
export const reicheNach = (deps: Deps, nachtrag: Nachtrag, antwort: string, anlagen: Anlage[]): Promise<Nachtragsergebnis> =>
  haengeBuergerschrittAn(deps, nachtrag, { art: "nachgereicht", daten: { antwort, anlagen } }, (tx) =>
    deps.jobs.add(tx, pruefeVorgang, { mandantId: tx.mandantId, vorgangId: nachtrag.vorgangId }),
  );

/** With the Antrag everything falls that was asked for it: a fee that is open, also one of a notice that is being decided anew. */
export const zieheZurueck = (deps: Deps, nachtrag: Nachtrag, grund: string): Promise<Nachtragsergebnis> =>
  haengeBuergerschrittAn(deps, nachtrag, { art: "zurueckgezogen", daten: { grund } }, undefined, (tx) =>
    deps.gebuehren.hebeAuf(tx, nachtrag.vorgangId, { grund: "Antrag zurückgezogen.", anlass: "zurueckgezogen" }),
  ).catch((error: unknown) => {
    if (error instanceof NichtMehr) return { art: "unzulaessig", text: error.message };
    throw error;
  });

/** Undoes what the transaction has done so far. */
class NichtMehr extends Error {}

/** Objection against the notice (§ 70 VwGO). Whether it is in time is for a person to say. */
export const widersprich = (deps: Deps, nachtrag: Nachtrag, begruendung: string, anlagen: Anlage[]): Promise<Nachtragsergebnis> =>
  haengeBuergerschrittAn(deps, nachtrag, { art: "widersprochen", daten: { begruendung, am: deps.clock.today(), anlagen } });
