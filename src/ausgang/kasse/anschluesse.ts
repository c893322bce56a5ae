import { randomUUID } from "node:crypto";
import { link, mkdir, open, unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ask } from "#ask";
import type { Anordnung, Kassenanschluss } from "./contract.ts";

const GROESSTE_ANTWORT = 64 * 1024;
const Quittung = z.object({ belegnummer: z.string().min(1) });
const Ablehnung = z.object({ grund: z.string() });

const nutzlast = (mandant: string, anordnung: Anordnung) => ({
  anordnungId: anordnung.id,
  mandant,
  aktenzeichen: anordnung.aktenzeichen,
  empfaenger: anordnung.empfaenger,
  iban: anordnung.iban,
  art: anordnung.art,
  ...(anordnung.wirksamAb && { wirksamAb: anordnung.wirksamAb }),
  plan: anordnung.plan,
});

/** A treasury with an interface over HTTP: the order's id is the idempotency key. */
export const kasseUeberHttp = (url: string, fristMs = 5_000): Kassenanschluss => ({
  async uebermittle(mandant, anordnung) {
    const { status, text } = await ask(`${url}/anordnungen`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": anordnung.id },
      body: JSON.stringify(nutzlast(mandant, anordnung)),
      timeoutMs: fristMs,
      maxBytes: GROESSTE_ANTWORT,
    });
    const inhalt: unknown = JSON.parse(text);
    if (status === 202) return { art: "quittiert", belegnummer: Quittung.parse(inhalt).belegnummer };
    if (status === 422) return { art: "abgelehnt", grund: Ablehnung.parse(inhalt).grund };
    throw new Error(`the treasury answered ${status}`);
  },
});

/** A treasury that fetches files: one JSON file an order, named by its id, complete or not there. The file's name is the receipt. */
export const kasseUeberOrdner = (ordner: string): Kassenanschluss => ({
  async uebermittle(mandant, anordnung) {
    await mkdir(join(ordner, mandant), { recursive: true });
    const name = `${anordnung.id}.json`;
    const entwurf = join(ordner, mandant, `.${randomUUID()}`);
    const datei = await open(entwurf, "wx", 0o640);
    try {
      await datei.writeFile(`${JSON.stringify(nutzlast(mandant, anordnung))}\n`);
      await datei.datasync();
    } finally {
      await datei.close();
    }
    // A link refuses an existing name, so a repetition leaves the first file, which may already be read, as it is.
    await link(entwurf, join(ordner, mandant, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    await unlink(entwurf);
    return { art: "quittiert", belegnummer: name };
  },
});
