import { existsSync } from "node:fs";
import { join } from "node:path";

/** A process of its own that prints `bereit <name> <port>` when it can be used. */
export type Dienst = {
  name: string;
  /** From the root of the checkout. */
  datei: string;
  /** The port it listens on; `variable` chooses another. A Dienst without one (the worker) serves no port. */
  port?: number;
  variable?: string;
  /** A demo counterpart starts beside the migration; server and worker wait for the filled database. */
  brauchtDatenbank: boolean;
};

export const WEB_PORT = 2030;

/** Order of stopping: the server first, so that nobody submits to a system that is about to end; the counterparts last. */
const tabelle: readonly Dienst[] = [
  { name: "server", datei: "src/server.ts", port: WEB_PORT, variable: "FACHWERK_PORT_WEB", brauchtDatenbank: true },
  { name: "worker", datei: "src/worker.ts", brauchtDatenbank: true },
  { name: "identitaet", datei: "demo/identitaet/server.ts", port: 2031, variable: "FACHWERK_IDP_PORT", brauchtDatenbank: false },
  {
    name: "melderegister",
    datei: "demo/register/melderegister.ts",
    port: 2041,
    variable: "FACHWERK_PORT_MELDEREGISTER",
    brauchtDatenbank: false,
  },
  {
    name: "personenstandsregister",
    datei: "demo/register/personenstandsregister.ts",
    port: 2042,
    variable: "FACHWERK_PORT_PERSONENSTANDSREGISTER",
    brauchtDatenbank: false,
  },
  {
    name: "jobcenter",
    datei: "demo/register/jobcenter.ts",
    port: 2043,
    variable: "FACHWERK_PORT_JOBCENTER",
    brauchtDatenbank: false,
  },
  {
    name: "uvregister",
    datei: "demo/register/uvregister.ts",
    port: 2044,
    variable: "FACHWERK_PORT_UVREGISTER",
    brauchtDatenbank: false,
  },
  { name: "kasse", datei: "demo/kasse/server.ts", port: 2045, variable: "FACHWERK_PORT_KASSE", brauchtDatenbank: false },
  { name: "post", datei: "demo/post/server.ts", port: 2046, variable: "FACHWERK_PORT_POST", brauchtDatenbank: false },
];

/** The table with the ports of this machine's environment; `--port` wins over `FACHWERK_PORT_WEB`. */
export function alleDienste(wurzel: string, webPort: number | undefined, env: NodeJS.ProcessEnv): Dienst[] {
  return tabelle
    .filter((dienst) => existsSync(join(wurzel, dienst.datei)))
    .map((dienst) => {
      if (dienst.port === undefined || dienst.variable === undefined) return dienst;
      const gewaehlt = dienst.name === "server" && webPort !== undefined ? String(webPort) : env[dienst.variable];
      return { ...dienst, port: gewaehlt ? pruefePort(gewaehlt, dienst.variable) : dienst.port };
    });
}

function pruefePort(wert: string, variable: string): number {
  const port = Number(wert);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${variable} ist kein Port: „${wert}“. Bitte eine Zahl von 1 bis 65535 angeben.`);
}

/** What every child is told about its neighbours. */
export const portVariablen = (dienste: readonly Dienst[]): Record<string, string> =>
  Object.fromEntries(dienste.flatMap(({ variable, port }) => (variable && port ? [[variable, String(port)]] : [])));
