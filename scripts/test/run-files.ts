import { join, relative } from "node:path";
import { run } from "node:test";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { seconds, type Totals } from "./report.ts";

const ende = pathToFileURL(join(import.meta.dirname, "ende.mjs")).href;

export type RunOptions = { concurrency: number; timeout: number; signal: AbortSignal; say: (text: string) => void };

/** What one file has said so far. */
type FileReport = {
  names: string[];
  output: string[];
  failures: string[];
  passed: number;
  failed: number;
  skipped: number;
  ms: number;
};

const emptyReport = (): FileReport => ({ names: [], output: [], failures: [], passed: 0, failed: 0, skipped: 0, ms: 0 });

function explain(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const text = typeof cause === "string" ? cause : inspect(cause, { depth: 8, colors: false });
  // Frames of the runner itself say nothing about the failure.
  const own = text.split("\n").filter((line) => !/^\s+at .*(node:internal|node:async_hooks|<anonymous>\))/.test(line));
  return own.join("\n").replaceAll(/^/gm, "      ");
}

function printFile(file: string, report: FileReport, say: (text: string) => void): void {
  const skipped = report.skipped > 0 ? `, ${report.skipped} übersprungen` : "";
  if (report.failed === 0) return say(`  ✔ ${file}  ${report.passed}${skipped} (${seconds(report.ms)})`);
  say(`  ✖ ${file}  ${report.passed} von ${report.passed + report.failed} bestanden${skipped} (${seconds(report.ms)})`);
  for (const failure of report.failures) say(failure);
  // A file's own output helps only where something failed; long logs would bury the failure.
  const output = report.output.join("").trimEnd().split("\n");
  if (output.join("") !== "") say(`    Ausgabe:\n${output.slice(-60).join("\n").replaceAll(/^/gm, "      | ")}`);
}

/**
 * Runs test files in processes of their own. A file is printed as one line when it is done; failures with name, error and output.
 * Counted are tests, not the suites around them; a file that dies or hangs counts as one failed test.
 */
export async function runFiles(files: string[], options: RunOptions): Promise<Totals> {
  const reports = new Map<string, FileReport>();
  const reportOf = (file: string | undefined): FileReport => {
    const key = relative(process.cwd(), file ?? "?");
    const known = reports.get(key);
    if (known) return known;
    const fresh = emptyReport();
    reports.set(key, fresh);
    return fresh;
  };
  const printed = new Set<string>();
  const stream = run({
    files,
    concurrency: options.concurrency,
    timeout: options.timeout,
    signal: options.signal,
    execArgv: ["--import", "tsx", "--import", ende, "--test-force-exit"],
  });
  const settle = (file: string | undefined) => {
    const key = relative(process.cwd(), file ?? "?");
    if (printed.has(key)) return;
    printed.add(key);
    printFile(key, reportOf(file), options.say);
  };
  for await (const { type, data } of stream) {
    if (type === "test:start") {
      const { names } = reportOf(data.file);
      names.length = data.nesting;
      names.push(data.name);
    } else if (type === "test:pass" && data.details.type !== "suite") {
      const report = reportOf(data.file);
      if (data.skip !== undefined || data.todo !== undefined) report.skipped += 1;
      else report.passed += 1;
    } else if (type === "test:fail" && !isEcho(data.details)) {
      const report = reportOf(data.file);
      report.failed += 1;
      const path = [...report.names.slice(0, data.nesting), data.name].join(" › ");
      report.failures.push(`    ✖ ${path}\n${explain(data.details.error)}`);
    } else if ((type === "test:stdout" || type === "test:stderr") && data.file) {
      reportOf(data.file).output.push(data.message);
    } else if (type === "test:summary" && data.file) {
      reportOf(data.file).ms = data.duration_ms;
      settle(data.file);
    }
  }
  for (const file of files) settle(file);
  const all = [...reports.values()];
  const sum = (key: "passed" | "failed" | "skipped") => all.reduce((total, report) => total + report[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** A suite fails because a test in it failed: that test has been counted already. A suite whose hook failed has not. */
function isEcho(details: { type?: string | undefined; error: Error }): boolean {
  return "failureType" in details.error && details.error.failureType === "subtestsFailed";
}
