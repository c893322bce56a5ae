/** All log rows of a Mandant in one chain with signed heads: closed in batches, handed out, exported, verified. */
export { digestHex, naechsterKopf } from "./arithmetik.ts";
export { schliesseKette } from "./jobs.ts";
export { createProtokollkette, type Leser, type Protokollkette } from "./kette.ts";
export { pruefeDatei } from "./pruefe-datei.ts";
export type { Bekannter, Ergebnis, Kettenbefund, Vorgaben } from "./pruefer.ts";
export { registerKette } from "./routes.ts";
export type { Umfang } from "./saetze.ts";
