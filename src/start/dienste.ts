import { existsSync } from "node:fs";
import { join } from "node:path";
import { portVariable, register, registerprozesse } from "../register.ts";

/** Where a Dienst listens; `variable` chooses another port. */
export type Tuer = { port: number; variable: string };

/** A process of its own that prints `bereit <name>` when it can be used. */
export type Dienst = {
  name: string;
  /** From the root of the checkout. */
  datei: string;
  /** None for the worker; the first is the one that people know. */
  tueren: readonly Tuer[];
  /** A demo counterpart starts beside the migration; server and worker wait for the filled database. */
  brauchtDatenbank: boolean;
};

export const WEB_PORT = 2030;

const gegenstelle = (name: string, datei: string, ...tueren: Tuer[]): Dienst => ({
  name,
  datei,
  tueren,
  brauchtDatenbank: false,
});
const tabelle: readonly Dienst[] = [
  { name: "server", datei: "src/server.ts", tueren: [{ port: WEB_PORT, variable: "FACHWERK_PORT_WEB" }], brauchtDatenbank: true },
  { name: "worker", datei: "src/worker.ts", tueren: [], brauchtDatenbank: true },
  gegenstelle("identitaet", "demo/identitaet/server.ts", { port: 2031, variable: "FACHWERK_IDP_PORT" }),
  ...[...registerprozesse].map(([prozess, namen]) =>
    gegenstelle(
      prozess,
      `demo/register/${prozess}.ts`,
      ...namen.map((name) => ({ port: register[name].port, variable: portVariable(name) })),
    ),
  ),
  gegenstelle("kasse", "demo/kasse/server.ts", { port: 2045, variable: "FACHWERK_PORT_KASSE" }),
  gegenstelle("zahlung", "demo/zahlung/server.ts", { port: 2050, variable: "FACHWERK_PORT_ZAHLUNG" }),
  gegenstelle("finanzverfahren", "demo/finanzverfahren/server.ts", { port: 2051, variable: "FACHWERK_PORT_FINANZEN" }),
  gegenstelle(
    "post",
    "demo/post/server.ts",
    { port: 2046, variable: "FACHWERK_PORT_POST" },
    { port: 2047, variable: "FACHWERK_PORT_POST_HTTP" },
  ),
];

/** The table with the ports of this machine's environment; `--port` wins over `FACHWERK_PORT_WEB`. */
export function alleDienste(wurzel: string, webPort: number | undefined, env: NodeJS.ProcessEnv): Dienst[] {
  const gewaehlt = (name: string, { port, variable }: Tuer): Tuer => {
    const wert = name === "server" && webPort !== undefined ? String(webPort) : env[variable];
    return { variable, port: wert ? pruefePort(wert, variable) : port };
  };
  return tabelle
    .filter((dienst) => existsSync(join(wurzel, dienst.datei)))
    .map((dienst) => ({ ...dienst, tueren: dienst.tueren.map((tuer) => gewaehlt(dienst.name, tuer)) }));
}

export const webPortVon = (dienste: readonly Dienst[]): number =>
  dienste.find(({ name }) => name === "server")?.tueren[0]?.port ?? WEB_PORT;

function pruefePort(wert: string, variable: string): number {
  const port = Number(wert);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${variable} ist kein Port: „${wert}“. Bitte eine Zahl von 1 bis 65535 angeben.`);
}

/** What every child is told about its neighbours. */
export const portVariablen = (dienste: readonly Dienst[]): Record<string, string> =>
  Object.fromEntries(dienste.flatMap(({ tueren }) => tueren.map(({ variable, port }) => [variable, String(port)])));
