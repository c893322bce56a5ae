import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "#clock";
import type { Db } from "#db";
import { beendeZugaenge, findZugang, schreibeZugang } from "./stammdaten/store.ts";

/** What a token may do; `einliefern` is for suppliers and their service providers, `peppol` for the access point. */
export const zugangsrechte = ["einliefern", "lesen", "peppol"] as const;
export type Zugangsrecht = (typeof zugangsrechte)[number];
/** `kennung`: of the token itself; names may be given twice. */
export type Zugang = { kennung: string; bezeichnung: string; rechte: readonly string[] };

const hash = (token: string) => createHash("sha256").update(token).digest();

/** Makes a token for the interface. It is shown once; only its hash is kept. */
export async function legeZugangAn(
  deps: { db: Db; clock: Clock },
  mandantId: number,
  zugang: { bezeichnung: string; rechte: readonly Zugangsrecht[]; tage: number },
): Promise<string> {
  const token = `fwr_${randomBytes(24).toString("base64url")}`;
  const gueltigBis = new Date(deps.clock.now().getTime() + zugang.tage * 86_400_000);
  await deps.db.inTransaction({ mandant: mandantId }, (tx) =>
    schreibeZugang(tx, { tokenSha256: hash(token), ...zugang, gueltigBis }),
  );
  return token;
}

/** Ends every token of this name at once, e.g. because one was lost: which of them it was, nobody can tell. @returns how many it were */
export const entzieheZugang = (deps: { db: Db; clock: Clock }, mandantId: number, bezeichnung: string): Promise<number> =>
  deps.db.inTransaction({ mandant: mandantId }, (tx) => beendeZugaenge(tx, bezeichnung, deps.clock.now()));

export const istZugang = (kopf: string | undefined): boolean => /^Bearer fwr_[\w-]{32}$/.test(kopf ?? "");

export const findeZugang = (
  deps: { db: Db; clock: Clock },
  mandantId: number,
  kopf: string | undefined,
): Promise<Zugang | undefined> => {
  const token = /^Bearer ([\x21-\x7e]{8,200})$/.exec(kopf ?? "")?.[1];
  return token
    ? deps.db.inTransaction({ mandant: mandantId }, (tx) => findZugang(tx, hash(token), deps.clock.now()))
    : Promise.resolve(undefined);
};
