import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { startEmbedded } from "#db";

const KENNZEICHEN = "LIESMICH.txt";
const TEXT = `Dieser Ordner enthält die Daten von Fachwerk (Datenbank, Dokumente, Geheimnis).
„npm start -- --frisch“ löscht ihn; Ordner mit „beschaedigt“ im Namen bleiben dabei stehen.
`;

/** Marks a data folder as ours when it is new: only a marked one is ever emptied. */
export function kennzeichne(dir: string): void {
  const datei = join(dir, KENNZEICHEN);
  if (!existsSync(datei) && (basename(dir) === ".fachwerk" || readdirSync(dir).length === 0)) writeFileSync(datei, TEXT);
}

/**
 * Empties the data folder. Databases that were moved aside as damaged stay: they may be the only copy of something.
 * @throws when the folder is not one of ours, so that a wrong FACHWERK_DATEN costs nobody their files
 */
export async function beginneNeu(dir: string, melde: (text: string) => void): Promise<void> {
  if (!existsSync(dir)) return;
  if (!existsSync(join(dir, KENNZEICHEN)) && basename(dir) !== ".fachwerk") {
    throw new Error(`${dir} ist kein Datenordner von Fachwerk (${KENNZEICHEN} fehlt); gelöscht wurde nichts.`);
  }
  if (existsSync(join(dir, "postgres", "postmaster.pid"))) {
    // Left over by a killed run: adopted only to be stopped. One that no longer starts is no reason to keep it.
    await startEmbedded({ dir }).then(
      (server) => server.stop(),
      () => {},
    );
  }
  for (const name of readdirSync(dir)) {
    if (name.includes(".beschaedigt-") || name === KENNZEICHEN) continue;
    rmSync(join(dir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  melde("Die bisherigen Daten wurden gelöscht, Fachwerk beginnt neu.");
}
