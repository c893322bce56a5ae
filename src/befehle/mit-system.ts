import type { System } from "../app.ts";

/** Runs with the assembled system and takes it apart again. */
export async function mitSystem<T>(fn: (system: System) => Promise<T>): Promise<T> {
  const [{ createSystem }, { liesConfig }, { brauchtDatenbank }] = await Promise.all([
    import("../app.ts"),
    import("../config.ts"),
    import("../einstieg.ts"),
  ]);
  const config = liesConfig();
  const system = await createSystem(config, await brauchtDatenbank(config), { name: "fachwerk-befehl" });
  try {
    return await fn(system);
  } finally {
    await system.close();
  }
}
