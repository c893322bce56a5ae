import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readPostmaster } from "./embedded-process.ts";

// A shell, not a node process: it costs nothing while it waits, and it outlives the process whose death it watches for.
const scripts = {
  parent: `read -r _; kill -INT "$1" 2>/dev/null`,
  idle: `while kill -0 "$1" 2>/dev/null; do
           sleep 20
           [ -n "$(find "$2" -mmin -5 2>/dev/null)" ] || kill -INT "$1" 2>/dev/null
         done`,
};

/** Ends a test's database when nobody needs it any more, also when the test process was killed. */
export async function watchOver(dir: string, dataFolder: string, until: "parent" | "idle"): Promise<{ release(): void }> {
  const mark = join(dir, "benutzt");
  await writeFile(mark, "");
  const server = await readPostmaster(dataFolder);
  if (!server) return { release: () => {} };
  const child = spawn("/bin/sh", ["-c", scripts[until], "fachwerk-waechter", String(server.pid), mark], {
    detached: true,
    stdio: [until === "parent" ? "pipe" : "ignore", "ignore", "ignore"],
  });
  child.on("error", () => {});
  child.unref();
  // An open pipe would keep this process alive.
  if (child.stdin && "unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
  return { release: () => child.kill("SIGKILL") };
}
