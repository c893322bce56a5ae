import { randomUUID } from "node:crypto";
import type { Clock } from "#clock";
import { createBatcher, type Db, type Tx } from "#db";
import type { Jobs } from "#jobs";
import type { Mail } from "#mail";
import type { Mandant } from "#tenants";
import { kuendigeNachrichtenAn } from "./jobs.ts";
import { findNachrichten, type Nachricht, schreibeNachrichten, vermerkeEreignisse } from "./store.ts";

export type NeueNachricht = {
  /** null: about no Vorgang; then `ziel` says where it leads. */
  vorgangId: string | null;
  person: string;
  betreff: string;
  text: string;
  bescheidId: string | null;
  /** Page of this house that the message leads to. Default: none but the Vorgang. */
  ziel?: string;
  /** Mail address for the announcement; null: the person gave none and looks by themselves. */
  ankuendigenAn: string | null;
};

export type Postfach = {
  /** Messages and the jobs that announce them, in the caller's transaction. */
  stelleBereit(tx: Tx, ...nachrichten: readonly NeueNachricht[]): Promise<void>;
  /** Sends the announcement: it says that something is there, never what. */
  kuendigeAn(mandant: Mandant, nachrichtId: string): Promise<void>;
  /** Read receipt. @returns whether this was the first retrieval */
  vermerkeAbruf(tx: Tx, nachrichtId: string): Promise<boolean>;
};

export function createPostfach(deps: {
  db: Db;
  clock: Clock;
  jobs: Jobs;
  mail: Mail;
  adresse(mandant: Mandant): string;
}): Postfach {
  const { db, clock, jobs, mail, adresse } = deps;
  type Stelle = { mandantId: number; nachrichtId: string };
  const keyOf = ({ mandantId }: Stelle) => mandantId;
  const ids = (stellen: readonly Stelle[]) => stellen.map(({ nachrichtId }) => nachrichtId);
  const liesNachricht = createBatcher<Stelle, Nachricht | undefined>({
    keyOf,
    async run(stellen, mandant) {
      const gefunden = await db.inTransaction({ mandant }, (tx) => findNachrichten(tx, ids(stellen)));
      return stellen.map(({ nachrichtId }) => gefunden.find(({ id }) => id === nachrichtId));
    },
  });
  const vermerkeAnkuendigung = createBatcher<Stelle, void>({
    keyOf,
    async run(stellen, mandant) {
      await db.inTransaction({ mandant }, (tx) => vermerkeEreignisse(tx, ids(stellen), "angekuendigt", clock.now()));
      return stellen.map(() => undefined);
    },
  });
  return {
    async stelleBereit(tx, ...neue) {
      const nachrichten = neue.map((neu) => ({ id: randomUUID(), ziel: null, ...neu, bereitgestelltAm: clock.now() }));
      await schreibeNachrichten(tx, nachrichten);
      const anzukuendigen = nachrichten.filter(({ ankuendigenAn }) => ankuendigenAn);
      if (anzukuendigen.length === 0) return;
      const nachrichtIds = anzukuendigen.map(({ id }) => id);
      await jobs.add(tx, kuendigeNachrichtenAn, { mandantId: tx.mandantId, nachrichtIds });
    },

    async kuendigeAn(mandant, nachrichtId) {
      const nachricht = await liesNachricht({ mandantId: mandant.id, nachrichtId });
      if (!nachricht) throw new Error(`Nachricht ${nachrichtId} gibt es nicht.`);
      if (nachricht.angekuendigtAm || !nachricht.ankuendigenAn) return;
      const { email } = mandant.einstellungen.kontakt;
      await mail.send({
        id: nachrichtId,
        to: nachricht.ankuendigenAn,
        from: { name: mandant.name, address: email },
        subject: `${mandant.name}: neue Nachricht in Ihrem Postfach`,
        text: ankuendigung(mandant.name, adresse(mandant)),
      });
      // A crash between sending and this note announces twice, under the same message id: better than never.
      await vermerkeAnkuendigung({ mandantId: mandant.id, nachrichtId });
    },

    vermerkeAbruf: async (tx, nachrichtId) =>
      (await vermerkeEreignisse(tx, [nachrichtId], "abgerufen", clock.now())).has(nachrichtId),
  };
}

const ankuendigung = (name: string, adresse: string) => `Guten Tag,

in Ihrem Postfach bei der Verwaltung „${name}“ liegt eine neue Nachricht.

Bitte öffnen Sie ${adresse}/postfach und melden Sie sich an.

Aus Gründen des Datenschutzes steht der Inhalt nicht in dieser E-Mail.
Wir fragen Sie niemals per E-Mail nach Passwörtern oder Kontodaten.

Mit freundlichen Grüßen
${name}
`;
