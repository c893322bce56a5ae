import { createHash } from "node:crypto";

/** JSON with sorted keys; undefined does not occur in it. */
export function kanonisch(wert: unknown): string {
  if (wert === null || typeof wert !== "object") return JSON.stringify(wert) ?? "null";
  if (Array.isArray(wert)) return `[${wert.map(kanonisch).join(",")}]`;
  const teile = Object.keys(wert)
    .filter((name) => (wert as Record<string, unknown>)[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${kanonisch((wert as Record<string, unknown>)[name])}`);
  return `{${teile.join(",")}}`;
}

/** SHA-512 in hex over what is said, whatever the order of its keys. */
export const fingerabdruck = (wert: unknown): string => createHash("sha512").update(kanonisch(wert)).digest("hex");
