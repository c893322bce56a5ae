import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { addUp, seconds, type Totals } from "./report.ts";

/** The JavaScript file behind a package's command: a `.bin` link would start the Node that happens to be first on the path. */
function commandOf(name: string, command: string): string {
  const require = createRequire(import.meta.url);
  const file = require.resolve(`${name}/package.json`);
  const { bin } = require(file) as { bin: string | Record<string, string> };
  return join(dirname(file), typeof bin === "string" ? bin : (bin[command] ?? ""));
}

function check(root: string, title: string, args: string[], say: (text: string) => void): Promise<Totals> {
  const begin = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (part: Buffer) => (output += part);
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => (output += error.message));
    child.on("close", (code) => {
      const ok = code === 0;
      say(`${ok ? "✔" : "✖"} ${title} (${seconds(performance.now() - begin)})${ok ? "" : `\n${output.trimEnd()}\n`}`);
      resolve({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
    });
  });
}

/** Type check and lint, side by side; each counts as one test. */
export async function checks(root: string, say: (text: string) => void): Promise<Totals> {
  return addUp(
    ...(await Promise.all([
      check(root, "Typen (tsc)", [commandOf("typescript", "tsc"), "--noEmit", "--pretty", "false"], say),
      check(root, "Stil (biome)", [commandOf("@biomejs/biome", "biome"), "check", "--colors=off"], say),
    ])),
  );
}
