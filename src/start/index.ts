/** Everything `npm start` needs on one machine: database, demo counterparts, server and worker, started and stopped together. */
export { type Anmeldung, datenordner, type Optionen, starteAlles } from "./starte-alles.ts";
