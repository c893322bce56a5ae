#!/usr/bin/env node
// The operator's command, `npx fachwerk …`: hands over to src/cli.ts under Node 24. Plain JavaScript, because any Node may run it.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import "./vorbereiten.mjs";
import { findeNode24 } from "./node24.mjs";

const wurzel = dirname(dirname(fileURLToPath(import.meta.url)));
const node = findeNode24();
if (!node) {
  process.stderr.write(
    `Fachwerk braucht Node 24; npm bringt für ${process.platform}/${process.arch} keines mit. Bitte Node 24 installieren.\n`,
  );
  process.exit(1);
}

// Resolved here and not by name: the command keeps the caller's folder, so that file arguments mean what the caller sees.
const tsx = pathToFileURL(createRequire(join(wurzel, "package.json")).resolve("tsx")).href;
const kind = spawn(node, ["--import", tsx, join(wurzel, "src/cli.ts"), ...process.argv.slice(2)], { stdio: "inherit" });

// Ctrl-C reaches the child from the terminal; we only must not die before it. The others are meant for us and handed on.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => kind.kill(signal));
kind.once("error", (fehler) => {
  process.stderr.write(`Fachwerk ließ sich nicht starten: ${fehler.message}\n`);
  process.exit(1);
});
kind.once("exit", (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
