import { mkdir, readdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Angenommen, Eingang } from "./nimm-an.ts";
import { type Ablehnung, GROESSTE_DATEI, nimmDateiAn } from "./nimm-datei-an.ts";
import { sha256Von } from "./sha256.ts";

export type Ordnerbericht = { angenommen: number; bekannt: number; abgelehnt: string[]; wartend: number };

/** With a mark before it, a name as long as the file system allows would be too long, and the file would never leave the folder. */
const kurz = (name: string): string => {
  let rest = name;
  while (Buffer.byteLength(rest) > 200) rest = [...rest].slice(1).join("");
  return rest;
};

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
    // Not even read: a file of gigabytes would take the process with it.
    const zuGross = vorher.size > GROESSTE_DATEI;
    const bytes = zuGross ? Buffer.alloc(0) : await readFile(pfad).catch(() => undefined);
    if (!bytes) {
      // Not ours to read, or gone: it must not keep the others waiting.
      bericht.wartend++;
      continue;
    }
    const nachher = await stat(pfad).catch(() => undefined);
    if (nachher?.size !== (zuGross ? vorher.size : bytes.byteLength) || nachher.mtimeMs !== vorher.mtimeMs) {
      bericht.wartend++;
      continue;
    }
    const eingang: Eingang = {
      mandantId,
      bytes,
      dateiname: name,
      kanal: "ordner",
      absender: null,
      akteur: { art: "system", teil: "rechnungen.ordner", version: "1" },
      // By name, time and content: the same file put there again later is a new arrival, and then a duplicate.
      transaktion: `ordner:${name}:${Math.round(vorher.mtimeMs)}:${sha256Von(bytes)}`,
    };
    const ergebnis: Angenommen | Ablehnung = zuGross
      ? { art: "abgelehnt", text: `Die Datei „${name.slice(0, 60)}“ ist größer als 20 Megabyte.` }
      : await nimmDateiAn(deps.nimmAn, eingang);
    if (ergebnis.art === "abgelehnt") bericht.abgelehnt.push(ergebnis.text);
    else bericht[ergebnis.art]++;
    const ziel = join(ordner, ergebnis.art === "abgelehnt" ? "abgelehnt" : "angenommen");
    await mkdir(ziel, { recursive: true });
    const marke =
      ergebnis.art === "abgelehnt" ? sha256Von(Buffer.from(eingang.transaktion)).slice(0, 12) : ergebnis.eingangsnummer;
    await rename(pfad, join(ziel, `${marke}-${kurz(name)}`));
  }
  return bericht;
}
