// Every bench, one after the other: they would disturb each other side by side.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const self = import.meta.filename;
const benches = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join(import.meta.dirname, name))
  .filter((file) => file !== self);
let failed = 0;
for (const file of benches) {
  console.log(`\n${file.slice(import.meta.dirname.length + 1)}`);
  const { status } = spawnSync(process.execPath, [...process.execArgv, file], { stdio: "inherit" });
  if (status !== 0) failed++;
}
process.exit(failed > 0 ? 1 : 0);
