import { randomUUID } from "node:crypto";
import { dayOf } from "#clock";
import { createBatcher, lockKeys } from "#db";
import { digestOf } from "#protokoll";
import { bearbeiteRechnung } from "../jobs.ts";
import { sauber } from "../kopf.ts";
import { type Akteur, inhalte, type Kanal, type NeuerSchritt } from "../schritte.ts";
import { anfang, folge } from "../stand.ts";
import { findNachTransaktion, legeAn, zieheEingangsnummern } from "../store.ts";
import type { Deps } from "../teile.ts";
import { sha256Von } from "./sha256.ts";

/** What arrived, whatever the way. `transaktion`: the same key again is the same arrival, not a second invoice. */
export type Eingang = {
  mandantId: number;
  bytes: Uint8Array;
  dateiname: string;
  kanal: Kanal;
  /** Mail address, name of the token, participant. */
  absender: string | null;
  akteur: Akteur;
  transaktion: string;
};
export type Angenommen = {
  art: "angenommen" | "bekannt";
  rechnungId: string;
  eingangsnummer: string;
  /** Known by its key, but with other bytes: what was sent now was not taken in. */
  andereDatei?: true;
};

/**
 * Takes an invoice in. The bytes are on disk under their hash before anything is said about them: whatever goes wrong later, the original is
 * there. Arrivals of the same moment share a transaction.
 */
export function createAnnahme({ db, clock, jobs, blobs }: Pick<Deps, "db" | "clock" | "jobs" | "blobs">) {
  type Abgelegt = Omit<Eingang, "bytes"> & { sha256: string; groesse: number };
  const schreibe = createBatcher<Abgelegt, Angenommen>({
    keyOf: ({ mandantId }) => mandantId,
    run: (eingaenge, mandant) =>
      db.inTransaction({ mandant }, async (tx) => {
        const jetzt = clock.now();
        const transaktionen = eingaenge.map(({ transaktion }) => transaktion);
        await lockKeys(tx, transaktionen);
        const nummern = await zieheEingangsnummern(tx, eingaenge.length);
        const neue = eingaenge.map((eingang, stelle) => bereite(eingang, jetzt, nummern[stelle] ?? 0));
        const geschrieben = await legeAn(tx, neue);
        await jobs.addAll(
          tx,
          bearbeiteRechnung,
          [...geschrieben].map((rechnungId) => ({ mandantId: mandant, rechnungId })),
        );
        const alle = await findNachTransaktion(tx, transaktionen);
        return eingaenge.map(({ transaktion, sha256 }, stelle): Angenommen => {
          const da = alle.get(transaktion);
          if (!da) throw new Error("an arrival was not written");
          const art = da.id === neue[stelle]?.rechnung.id ? "angenommen" : "bekannt";
          return {
            art,
            rechnungId: da.id,
            eingangsnummer: da.eingangsnummer,
            ...(da.sha256 !== sha256 && { andereDatei: true as const }),
          };
        });
      }),
  });
  return async ({ bytes, ...rest }: Eingang): Promise<Angenommen> => {
    if (bytes.byteLength === 0) throw new Error("an empty file is no invoice");
    const sha256 = await blobs.put(rest.mandantId, bytes);
    const { absender, transaktion } = rest;
    return schreibe({
      ...rest,
      absender: absender && sauber(absender, 200),
      transaktion: alsSchluessel(transaktion),
      sha256,
      groesse: bytes.byteLength,
    });
  };
}

/** Others choose the names of their messages: what no index could carry is known by its hash. */
const alsSchluessel = (transaktion: string): string =>
  sauber(transaktion, 300) === transaktion ? transaktion : `sha256:${sha256Von(Buffer.from(transaktion))}`;

function bereite(
  {
    dateiname,
    kanal,
    absender,
    akteur,
    transaktion,
    sha256,
    groesse,
  }: Omit<Eingang, "bytes"> & { sha256: string; groesse: number },
  zeitpunkt: Date,
  lfd: number,
) {
  const id = randomUUID();
  const name = sauber(dateiname, 200).trim() || "rechnung";
  const daten = inhalte.eingegangen.parse({ kanal, dateiname: name, groesse, sha256, absender });
  const schritt: NeuerSchritt = { art: "eingegangen", daten, akteur, zeitpunkt, transaktion };
  const stand = folge(anfang, schritt);
  if (!stand) throw new Error("an invoice begins with „eingegangen“");
  const { salt, digest } = digestOf(daten);
  const eingangsnummer = `RE-${dayOf(zeitpunkt).slice(0, 4)}-${String(lfd).padStart(6, "0")}`;
  return {
    rechnung: { id, eingangsnummer, sha256, dateiname: name, groesse, kanal, eingegangenAm: zeitpunkt },
    schritt: { ...schritt, rechnungId: id, nummer: 1, digest, salz: salt },
    stand,
  };
}
