import { randomUUID } from "node:crypto";
import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import type { Jobs } from "#jobs";
import type { Mail } from "#mail";
import type { Mandant } from "#tenants";
import { kuendigeNachrichtAn } from "./jobs.ts";
import { findNachricht, schreibeNachricht, vermerkeEreignis } from "./store.ts";

export type NeueNachricht = {
  vorgangId: string;
  person: string;
  betreff: string;
  text: string;
  bescheidId: string | null;
  /** Mail address for the announcement; null: the person gave none and looks by themselves. */
  ankuendigenAn: string | null;
};

export type Postfach = {
  /** Message and the job that announces it, in the caller's transaction. */
  stelleBereit(tx: Tx, nachricht: NeueNachricht): Promise<string>;
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
  return {
    async stelleBereit(tx, neu) {
      const id = randomUUID();
      await schreibeNachricht(tx, { id, ...neu, bereitgestelltAm: clock.now() });
      if (neu.ankuendigenAn) await jobs.add(tx, kuendigeNachrichtAn, { mandantId: tx.mandantId, nachrichtId: id });
      return id;
    },

    async kuendigeAn(mandant, nachrichtId) {
      const nachricht = await db.inTransaction({ mandant: mandant.id }, (tx) => findNachricht(tx, nachrichtId));
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
      await db.inTransaction({ mandant: mandant.id }, (tx) => vermerkeEreignis(tx, nachrichtId, "angekuendigt", clock.now()));
    },

    vermerkeAbruf: (tx, nachrichtId) => vermerkeEreignis(tx, nachrichtId, "abgerufen", clock.now()),
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
