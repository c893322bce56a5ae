import type { Databases } from "#db";
import type { Config } from "./config.ts";

/** Server, worker and operator's command need a database that somebody started: `npm start`, or the operator. */
export function brauchtDatenbank(config: Config): Databases {
  if (config.datenbanken) return config.datenbanken;
  process.stderr.write(
    "Es ist keine Datenbank angegeben. Bitte DATABASE_URL setzen, zum Beispiel postgresql://fachwerk@localhost/fachwerk, oder alles mit „npm start“ starten.\n",
  );
  process.exit(1);
}
