import { createHash } from "node:crypto";

/**
 * JSON with sorted keys; undefined does not occur in it. What occurs more than once is written once: a decision names the figures of every
 * month, and large tables made its hash cost more than the decision (Wohngeld, twelve months: four fifths of the time).
 */
export function kanonisch(wert: unknown, geschrieben: Map<object, string> = new Map()): string {
  if (wert === null || typeof wert !== "object") return JSON.stringify(wert) ?? "null";
  let text = geschrieben.get(wert);
  if (text === undefined) {
    text = schreibe(wert, geschrieben);
    geschrieben.set(wert, text);
  }
  return text;
}

function schreibe(wert: object, geschrieben: Map<object, string>): string {
  if (Array.isArray(wert)) return `[${wert.map((each) => kanonisch(each, geschrieben)).join(",")}]`;
  const teile = Object.keys(wert)
    .filter((name) => (wert as Record<string, unknown>)[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${kanonisch((wert as Record<string, unknown>)[name], geschrieben)}`);
  return `{${teile.join(",")}}`;
}

/** SHA-512 in hex over what is said, whatever the order of its keys. */
export const fingerabdruck = (wert: unknown): string => createHash("sha512").update(kanonisch(wert)).digest("hex");
