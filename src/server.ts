import { createSystem } from "./app.ts";
import { liesConfig } from "./config.ts";
import { brauchtDatenbank } from "./einstieg.ts";
import { createWeb } from "./web.ts";

const config = liesConfig();
const system = await createSystem(config, await brauchtDatenbank(config), { name: "fachwerk-server" });
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
