import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leseEuro, pruefeIban } from "#geld";
import { leseDatum } from "#kalender";

/** Reads the text of a picture; undefined: nothing could be read, a person types. */
export type Texterkennung = { name: string; lies(bytes: Uint8Array): Promise<string | undefined> };

const FRIST_MS = 30_000;

/** Debian's command. A machine without it reads nothing, which is no error: then a person types everything. */
export const tesseract = (befehl = "tesseract"): Texterkennung => ({
  name: "tesseract",
  async lies(bytes) {
    const ordner = await mkdtemp(join(tmpdir(), "fachwerk-scan-"));
    try {
      const bild = join(ordner, "bild");
      await writeFile(bild, bytes);
      return await new Promise<string | undefined>((fertig) => {
        execFile(
          befehl,
          [bild, "stdout", "-l", "deu"],
          { timeout: FRIST_MS, maxBuffer: 4 * 1024 * 1024, killSignal: "SIGKILL" },
          (fehler, text) => fertig(fehler ? undefined : text.trim() || undefined),
        );
      });
    } finally {
      await rm(ordner, { recursive: true, force: true });
    }
  },
});

const betragNach = (text: string, worte: RegExp): string | undefined => {
  const treffer = [...text.matchAll(new RegExp(`(?:${worte.source})[^\\d\\n]{0,40}([\\d.]+,\\d{2})`, "gi"))].at(-1)?.[1];
  return treffer !== undefined && leseEuro(treffer) !== undefined ? treffer : undefined;
};

/**
 * What a scan seems to say, for a person to confirm: nothing of it counts by itself. Only what checks itself, or stands behind its own word, is
 * proposed; a wrong proposal is confirmed more easily than an empty field is filled.
 */
export function schlageFelderVor(text: string): Record<string, string> {
  const vorschlag: Record<string, string | undefined> = {
    iban: [...text.matchAll(/\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b/g)]
      .map(([roh]) => pruefeIban(roh))
      .find((befund) => befund.art === "gueltig")?.iban,
    rechnungsnummer: /Rechnungs?(?:nummer|-?\s?Nr\.?)\s*[:.]?\s*([A-Z0-9][A-Z0-9/.-]{2,30})/i.exec(text)?.[1],
    rechnungsdatum:
      leseDatum(/(?:Rechnungsdatum|Datum|vom)\s*[:.]?\s*(\d{1,2}\.\s?\d{1,2}\.\s?\d{4})/i.exec(text)?.[1] ?? "") ?? undefined,
    ustId: /\bDE\s?\d{9}\b/.exec(text)?.[0].replace(/\s/g, ""),
    brutto: betragNach(text, /Gesamtbetrag|Rechnungsbetrag|Endbetrag|zu zahlen|Bruttobetrag/),
    leitwegId: /\b\d{2,12}-[A-Z0-9]{1,30}-\d{2}\b/.exec(text)?.[0],
    bestellnummer: /Bestell(?:nummer|-?\s?Nr\.?|ung)\s*[:.]?\s*([A-Z0-9][A-Z0-9/-]{2,30})/i.exec(text)?.[1],
  };
  return Object.fromEntries(Object.entries(vorschlag).filter((eintrag): eintrag is [string, string] => eintrag[1] !== undefined));
}
