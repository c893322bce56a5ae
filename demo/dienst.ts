import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";

/** A running counterpart. `port`: the one asked for, or the free one that was found for 0. */
export type Dienst = { port: number; url: string; schliesse(): Promise<void> };

const groessterRumpf = 1024 * 1024;

/** HTTP on both addresses that `localhost` may mean, and on no other: these counterparts obey whoever can reach them. */
export async function starteHttp(antworte: RequestListener, port: number): Promise<Dienst> {
  const erster = await lausche(antworte, port, "127.0.0.1");
  const adresse = erster.address();
  if (adresse === null || typeof adresse === "string") throw new Error("Der Server hat keinen Port.");
  // A machine without IPv6 is fine; there, localhost is 127.0.0.1 alone.
  const zweiter = await lausche(antworte, adresse.port, "::1").catch(() => undefined);
  return {
    port: adresse.port,
    url: `http://localhost:${adresse.port}`,
    async schliesse() {
      await Promise.all([erster, zweiter].map((server) => server && beende(server)));
    },
  };
}

function lausche(antworte: RequestListener, port: number, host: string): Promise<Server> {
  // Longer than any client keeps an idle connection: else a request meets the closing of its connection.
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 66_000 }, antworte);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

function beende(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** The port from the environment, else the usual one; 0 finds a free one. */
export function portAus(variable: string, sonst: number, env: NodeJS.ProcessEnv = process.env): number {
  const port = Number(env[variable] || sonst);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`${variable} ist kein Port: „${env[variable]}“. Bitte eine Zahl von 1 bis 65535 angeben.`);
}

/** For the entry point of a process: says that it can be used, and ends with a signal or with its parent. */
export async function laeuftAlsProzess(name: string, starte: () => Promise<Dienst>): Promise<void> {
  const dienst = await starte().catch((error: unknown) => {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  });
  let endet = false;
  const ende = () => {
    if (endet) return;
    endet = true;
    dienst.schliesse().finally(() => process.exit(0));
  };
  process.once("SIGTERM", ende);
  process.once("SIGINT", ende);
  // The parent's channel closes however the parent dies; without a channel there is no parent to follow.
  if (process.send) {
    process.once("disconnect", ende);
    process.channel?.unref();
  }
  process.stdout.write(`bereit ${name} ${dienst.port}\n`);
}

/** The whole body as text. @throws {SyntaxError} where it is larger than a megabyte; the rest is read and dropped, so that the answer arrives */
function liesRumpf(anfrage: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const teile: Buffer[] = [];
    let groesse = 0;
    anfrage.on("data", (teil: Buffer) => {
      groesse += teil.length;
      if (groesse <= groessterRumpf) teile.push(teil);
      else reject(new SyntaxError("body too large"));
    });
    anfrage.once("end", () => resolve(teile.length === 1 ? String(teile[0]) : Buffer.concat(teile).toString("utf8")));
    anfrage.once("error", reject);
  });
}

export const liesText = liesRumpf;

/** @throws {SyntaxError} where the body is no JSON, or too large */
export const liesJson = async (anfrage: IncomingMessage): Promise<unknown> => JSON.parse(await liesRumpf(anfrage));

/** Fields of a form as the browser sends them without JavaScript. */
export const liesFormular = async (anfrage: IncomingMessage): Promise<URLSearchParams> =>
  new URLSearchParams(await liesRumpf(anfrage));

export function schreibeJson(antwort: ServerResponse, status: number, inhalt: unknown): void {
  const text = JSON.stringify(inhalt);
  antwort.writeHead(status, { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(text) });
  antwort.end(text);
}

export const istObjekt = (wert: unknown): wert is Record<string, unknown> =>
  typeof wert === "object" && wert !== null && !Array.isArray(wert);
