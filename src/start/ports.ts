import { createServer } from "node:net";
import type { Dienst } from "./dienste.ts";

const UNBEKANNTE_ADRESSE = new Set(["EADDRNOTAVAIL", "EAFNOSUPPORT"]);

/** @returns undefined when the port is free, else the code of the system's refusal */
function belegung(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      resolve(UNBEKANNTE_ADRESSE.has(error.code ?? "") ? undefined : error.code),
    );
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** Asked before anything starts: a clear sentence now instead of a stack trace from the ninth process later. */
export async function pruefePorts(dienste: readonly Dienst[]): Promise<void> {
  const belegt: string[] = [];
  for (const { name, port, variable } of dienste.flatMap((dienst) =>
    dienst.tueren.map((tuer) => ({ name: dienst.name, ...tuer })),
  )) {
    const grund = (await belegung(port, "0.0.0.0")) ?? (await belegung(port, "::1"));
    if (!grund) continue;
    const ausweg = name === "server" ? `npm start -- --port ${port + 1000}` : `${variable}=${port + 1000} npm start`;
    belegt.push(
      grund === "EACCES"
        ? `Port ${port} (${name}) darf dieser Benutzer nicht öffnen. Bitte einen ab 1024 wählen: ${ausweg}`
        : `Port ${port} (${name}) ist schon belegt. Bitte das andere Programm beenden oder einen anderen Port wählen: ${ausweg}`,
    );
  }
  if (belegt.length > 0) throw new Error(belegt.join("\n"));
}
