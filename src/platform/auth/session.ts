import { createHash, randomBytes } from "node:crypto";
import type { Db } from "#db";

export const niveaus = ["niedrig", "substantiell", "hoch"] as const;
export type Vertrauensniveau = (typeof niveaus)[number];
export const erreichtNiveau = (ist: Vertrauensniveau, soll: Vertrauensniveau) => niveaus.indexOf(ist) >= niveaus.indexOf(soll);

export type Anschrift = { strasse: string; hausnummer: string; plz: string; ort: string };
export type Buerger = {
  art: "buerger";
  /** Pseudonym of this person in this installation. */
  person: string;
  idnr: string | null;
  vornamen: string;
  nachname: string;
  geburtsdatum: string | null;
  email: string | null;
  anschrift: Anschrift | null;
  vertrauensniveau: Vertrauensniveau;
};
export type Amtsperson = { art: "amt"; kennung: string; name: string; email: string | null; rollen: string[] };
/** `merkt` holds small things for this browser, such as the drafts a guest began; it survives the log-in. */
export type Sitzung = ({ art: "gast" } | Buerger | Amtsperson) & { merkt: Record<string, string> };

/** A session ends this long after the last request; a saved draft does not end with it. */
export const IDLE_MINUTES = 120;
const sha256 = (token: string) => createHash("sha256").update(token).digest();

export type Sessions = {
  find(mandantId: number, token: string, now: Date): Promise<Sitzung | undefined>;
  /** @returns the token for the cookie; only its hash is stored */
  create(mandantId: number, sitzung: Sitzung, now: Date): Promise<string>;
  update(mandantId: number, token: string, sitzung: Sitzung, now: Date): Promise<void>;
  end(mandantId: number, token: string): Promise<void>;
};

export function createSessions(db: Db): Sessions {
  const until = (now: Date) => new Date(now.getTime() + IDLE_MINUTES * 60_000);
  return {
    find: (mandantId, token, now) =>
      db.inTransaction({ mandant: mandantId }, async (tx) => {
        const { rows } = await tx.query<{ daten: Sitzung; gueltigBis: Date }>(
          `select daten, gueltig_bis as "gueltigBis" from sitzung where mandant_id = $1 and token_sha256 = $2 and gueltig_bis > $3`,
          [mandantId, sha256(token), now],
        );
        const row = rows[0];
        // Moved on at most every ten minutes: not every page view is a write.
        if (row && until(now).getTime() - row.gueltigBis.getTime() > 600_000)
          await tx.query("update sitzung set gueltig_bis = $3 where mandant_id = $1 and token_sha256 = $2", [
            mandantId,
            sha256(token),
            until(now),
          ]);
        return row?.daten;
      }),
    create: (mandantId, sitzung, now) =>
      db.inTransaction({ mandant: mandantId }, async (tx) => {
        const token = randomBytes(32).toString("base64url");
        await tx.query("insert into sitzung (mandant_id, token_sha256, art, daten, gueltig_bis) values ($1, $2, $3, $4, $5)", [
          mandantId,
          sha256(token),
          sitzung.art,
          JSON.stringify(sitzung),
          until(now),
        ]);
        await tx.query("delete from sitzung where mandant_id = $1 and gueltig_bis < $2", [mandantId, now]);
        return token;
      }),
    update: (mandantId, token, sitzung, now) =>
      db.inTransaction({ mandant: mandantId }, async (tx) => {
        await tx.query("update sitzung set art = $3, daten = $4, gueltig_bis = $5 where mandant_id = $1 and token_sha256 = $2", [
          mandantId,
          sha256(token),
          sitzung.art,
          JSON.stringify(sitzung),
          until(now),
        ]);
      }),
    end: (mandantId, token) =>
      db.inTransaction({ mandant: mandantId }, async (tx) => {
        await tx.query("delete from sitzung where mandant_id = $1 and token_sha256 = $2", [mandantId, sha256(token)]);
      }),
  };
}
