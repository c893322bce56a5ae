import { createSystem } from "./app.ts";
import { liesConfig } from "./config.ts";
import { brauchtDatenbank } from "./einstieg.ts";
import { createWeb } from "./web.ts";

const config = liesConfig();
const system = await createSystem(config, await brauchtDatenbank(config), { name: "fachwerk-server" });
// Not fatal: what is not written down is not released, and a person decides until it is.
await system.versionen.erfasse().catch((error: Error) => process.stderr.write(`server: Versionen: ${error.message}\n`));
const web = await createWeb(system);
// On all addresses of this machine: containers and other hosts reach it through the operator's proxy.
await web.listen({ port: config.webPort, host: "::" });

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, async () => {
    await web.close();
    await system.close();
    process.exit(0);
  });
console.log(`bereit server ${config.webPort}`);
