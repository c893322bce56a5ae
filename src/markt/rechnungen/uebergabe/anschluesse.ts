import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, readFile, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { ask } from "#ask";
import type { Finanzanschluss, Finanzformat } from "./contract.ts";
import { csvFormat } from "./format-csv.ts";
import { xmlFormat } from "./format-xml.ts";

export const finanzformate: Readonly<Record<string, Finanzformat>> = { csv: csvFormat, xml: xmlFormat };

const GROESSTE_ANTWORT = 16 * 1024 * 1024;
const FRIST_MS = 15_000;

/**
 * A finance system with an interface over HTTP: `POST /auftraege` takes orders and answers them, `GET /meldungen?ab=` reports. The body's
 * header `idempotency-key` is the hash of the ids in it; what counts are the ids themselves.
 */
export const finanzenUeberHttp = (format: Finanzformat, url: string, token: string, fristMs = FRIST_MS): Finanzanschluss => {
  const kopf = { authorization: `Bearer ${token}`, accept: format.medientyp };
  return {
    name: `http-${format.name}`,
    async uebermittle(mandant, auftraege) {
      const schluessel = createHash("sha256")
        .update(auftraege.map(({ id }) => id).join(" "))
        .digest("hex");
      const { status, text } = await ask(`${url}/auftraege?mandant=${encodeURIComponent(mandant)}`, {
        method: "POST",
        headers: { ...kopf, "content-type": format.medientyp, "idempotency-key": schluessel },
        body: format.schreibe(mandant, auftraege),
        timeoutMs: fristMs,
        maxBytes: GROESSTE_ANTWORT,
      });
      if (status !== 200 && status !== 202) throw new Error(`the finance system answered ${status}`);
      return text.trim() === "" ? [] : format.lies(text).antworten;
    },
    async hole(mandant, ab) {
      const frage = new URLSearchParams({ mandant, ab: ab ?? "0" });
      const { status, text } = await ask(`${url}/meldungen?${frage}`, {
        method: "GET",
        headers: kopf,
        timeoutMs: fristMs,
        maxBytes: GROESSTE_ANTWORT,
      });
      if (status !== 200) throw new Error(`the finance system answered ${status}`);
      const gelesen = format.lies(text);
      const anzahl = gelesen.antworten.length + gelesen.zahlungen.length;
      return { ...gelesen, weiter: anzahl === 0 ? null : String(Number(ab ?? 0) + anzahl) };
    },
  };
};

/**
 * A finance system that fetches files: orders in `<ordner>/<mandant>/auftraege/`, its reports in `…/meldungen/`, read in order of their names.
 * A file is complete or not there.
 */
export const finanzenUeberOrdner = (format: Finanzformat, ordner: string): Finanzanschluss => ({
  name: `ordner-${format.name}`,
  async uebermittle(mandant, auftraege) {
    // One file an order: a repetition finds the name taken and leaves the first file, which may already be read, as it is.
    const ziel = join(ordner, mandant, "auftraege");
    await mkdir(ziel, { recursive: true });
    for (const auftrag of auftraege) await legeAb(ziel, `${auftrag.id}.${format.endung}`, format.schreibe(mandant, [auftrag]));
    return [];
  },
  async hole(mandant, ab) {
    const quelle = join(ordner, mandant, "meldungen");
    const namen = (await readdir(quelle).catch(() => []))
      .filter((name) => name.endsWith(`.${format.endung}`) && !name.startsWith("."))
      .sort();
    const naechste = namen.find((name) => ab === null || name > ab);
    if (naechste === undefined) return { antworten: [], zahlungen: [], weiter: null };
    return { ...format.lies(await readFile(join(quelle, naechste), "utf8")), weiter: naechste };
  },
});

async function legeAb(ordner: string, name: string, inhalt: string): Promise<void> {
  if (await stat(join(ordner, name)).catch(() => undefined)) return;
  const entwurf = join(ordner, `.${randomUUID()}`);
  const datei = await open(entwurf, "wx", 0o640);
  try {
    await datei.writeFile(inhalt);
    await datei.datasync();
  } finally {
    await datei.close();
  }
  await link(entwurf, join(ordner, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await unlink(entwurf);
}
