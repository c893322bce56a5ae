import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

const under = (root: string, folder: string): string[] => {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
};

export const browserFiles = (root: string): string[] => under(root, "test/browser");

/** Everything but the browser. The map first: who broke a wall should read that before anything else. */
export function testFiles(root: string): string[] {
  const all = ["test", "src", "leistungen", "demo", "bench"].flatMap((folder) => under(root, folder));
  const first = "test/architecture.test.ts";
  const others = all.filter((file) => !file.startsWith("test/browser/") && file !== first);
  return all.includes(first) ? [first, ...others] : others;
}
