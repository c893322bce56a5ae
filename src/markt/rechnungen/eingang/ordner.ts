import { mkdir, readdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Angenommen, Eingang } from "./nimm-an.ts";
import { type Ablehnung, nimmDateiAn } from "./nimm-datei-an.ts";
import { sha256Von } from "./sha256.ts";

export type Ordnerbericht = { angenommen: number; bekannt: number; abgelehnt: string[]; wartend: number };

/** A file that somebody may still be writing to: scanners and copying programs write for some seconds. */
const RUHE_MS = 3_000;

/**
 * Takes in what lies in a watched folder. Each file is moved to `angenommen/` or `abgelehnt/` only after it is committed; killed in between, the
 * next run finds it again and it is the same arrival. A file that has changed within the last seconds, or whose name says that it is not
 * finished (`.part`, `.tmp`, a leading dot), waits.
 */
export async function nimmOrdnerAn(
  deps: { nimmAn: (eingang: Eingang) => Promise<Angenommen>; jetztMs?: () => number },
  mandantId: number,
  ordner: string,
): Promise<Ordnerbericht> {
  const bericht: Ordnerbericht = { angenommen: 0, bekannt: 0, abgelehnt: [], wartend: 0 };
  // The file system's clock, not that of the law: it is compared with the times of files.
  const jetzt = deps.jetztMs?.() ?? Date.now();
  const namen = (await readdir(ordner, { withFileTypes: true })).filter((each) => each.isFile()).map(({ name }) => name);
  for (const name of namen.sort()) {
    const pfad = join(ordner, name);
    const vorher = await stat(pfad).catch(() => undefined);
    if (!vorher) continue;
    if (name.startsWith(".") || /\.(part|tmp|crdownload|filepart)$/i.test(name) || jetzt - vorher.mtimeMs < RUHE_MS) {
      bericht.wartend++;
      continue;
    }
    const bytes = await readFile(pfad);
    const nachher = await stat(pfad).catch(() => undefined);
    if (nachher?.size !== bytes.byteLength || nachher.mtimeMs !== vorher.mtimeMs) {
      bericht.wartend++;
      continue;
    }
    const ergebnis: Angenommen | Ablehnung = await nimmDateiAn(deps.nimmAn, {
      mandantId,
      bytes,
      dateiname: name,
      kanal: "ordner",
      absender: null,
      akteur: { art: "system", teil: "rechnungen.ordner", version: "1" },
      // By name, time and content: the same file put there again later is a new arrival, and then a duplicate.
      transaktion: `ordner:${name}:${Math.round(vorher.mtimeMs)}:${sha256Von(bytes)}`,
    });
    if (ergebnis.art === "abgelehnt") bericht.abgelehnt.push(ergebnis.text);
    else bericht[ergebnis.art]++;
    const ziel = join(ordner, ergebnis.art === "abgelehnt" ? "abgelehnt" : "angenommen");
    await mkdir(ziel, { recursive: true });
    const marke = ergebnis.art === "abgelehnt" ? sha256Von(bytes).slice(0, 12) : ergebnis.eingangsnummer;
    await rename(pfad, join(ziel, `${marke}-${name}`));
  }
  return bericht;
}
