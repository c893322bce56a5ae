import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** All files below a folder of the oracle's invoices, by relative name; undefined where the folder is missing. */
export async function findeDateien(
  ordner: string,
  unterordner: string,
  endung: RegExp,
): Promise<{ name: string; pfad: string }[] | undefined> {
  const wurzel = join(ordner, "rechnungen", unterordner);
  if (!existsSync(wurzel)) return undefined;
  return (await readdir(wurzel, { recursive: true }))
    .filter((name) => endung.test(name))
    .sort()
    .map((name) => ({ name, pfad: join(wurzel, name) }));
}
