import { type Databases, findEmbedded } from "#db";
import type { Config } from "./config.ts";

/** Server, worker and operator's command need a database that somebody started: `npm start`, or the operator. */
export async function brauchtDatenbank(config: Config): Promise<Databases> {
  // In a second terminal beside `npm start`, its database is the one that is meant.
  const urls = config.datenbanken ?? (await findEmbedded(config.daten));
  if (urls) return urls;
  process.stderr.write(
    "Es ist keine Datenbank angegeben. Bitte DATABASE_URL setzen, zum Beispiel postgresql://fachwerk@localhost/fachwerk, oder alles mit „npm start“ starten.\n",
  );
  process.exit(1);
}
