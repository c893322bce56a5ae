import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** One case of a suite: judged, or skipped with a reason that names the difference. */
export type Urteil = { art: "richtig" } | { art: "falsch"; text: string } | { art: "uebersprungen"; grund: string };
export type Fall = { name: string; urteile(): Urteil };
/** Discovers its cases in the folder; undefined where this suite's data are not there. */
export type Suite = { name: string; finde(ordner: string): Promise<Fall[] | undefined> };

/** A case that its own collection does not stand by (`skip`) is judged all the same; only where it departs it is left, with what departs. */
export function mitVorbehalt(skip: boolean | undefined, urteil: Urteil): Urteil {
  if (!skip || urteil.art !== "falsch") return urteil;
  return { art: "uebersprungen", grund: `the collection itself does not stand by the case, and it departs: ${urteil.text}` };
}

/** The folder with data that others wrote. */
export const orakelOrdner = (): string => process.env.FACHWERK_ORAKEL ?? join(import.meta.dirname, "../../../shared/daten");

export async function findeSuiten(): Promise<Suite[]> {
  const dateien = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".orakel.ts")).sort();
  return Promise.all(dateien.map(async (datei) => ((await import(join(import.meta.dirname, datei))) as { suite: Suite }).suite));
}
