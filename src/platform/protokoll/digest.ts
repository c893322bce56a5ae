import { createHash, randomBytes } from "node:crypto";

export type Digest = { salt: Buffer; digest: Buffer };

/** JSON with sorted keys: `jsonb` gives keys back in another order than it took them, and the digest must not notice. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value instanceof Date) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

/** SHA-512 over salt and canonical content. Give the stored salt to check, none to make a new one. */
export function digestOf(content: unknown, salt: Buffer = randomBytes(16)): Digest {
  return { salt, digest: createHash("sha512").update(salt).update(canonical(content)).digest() };
}
