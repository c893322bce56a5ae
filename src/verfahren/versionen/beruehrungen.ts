import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Of one node: what came out of it, in how many of the Leistung's own cases, and which. */
const Beruehrungen = z.object({
  /** Of the version that the cases were run on. */
  fingerabdruck: z.string(),
  knoten: z.record(z.string(), z.array(z.object({ wert: z.string(), anzahl: z.int(), faelle: z.array(z.string()) }))),
});
export type Beruehrungen = z.infer<typeof Beruehrungen>;
export type Beruehrung = Beruehrungen["knoten"][string];

const ordner = join(import.meta.dirname, "../../../leistungen");

/** What `npm run beruehrungen` recorded while the tests of the folder ran; undefined where nobody has recorded it. */
export function findBeruehrungen(leistung: string): Beruehrungen | undefined {
  const datei = join(ordner, leistung, "beruehrungen.json");
  return existsSync(datei) ? Beruehrungen.parse(JSON.parse(readFileSync(datei, "utf8"))) : undefined;
}
