// Prints the path of the Node 24 that runs Fachwerk: the one that npm brought, else the running one if it is new enough.
// Plain JavaScript, because it must run under Node 20.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const wurzel = dirname(dirname(fileURLToPath(import.meta.url)));

export function findeNode24() {
  const mitgebracht = join(wurzel, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  if (existsSync(mitgebracht)) return mitgebracht;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pfad = findeNode24();
  if (!pfad) {
    process.stderr.write(
      `Fachwerk braucht Node 24. Für ${process.platform}/${process.arch} bringt npm keines mit: bitte Node 24 oder neuer installieren und erneut starten.\n`,
    );
    process.exit(1);
  }
  process.stdout.write(pfad);
}
