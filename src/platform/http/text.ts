/**
 * Whether every text in what was sent can be stored: no NUL and no half of a surrogate pair. Neither comes from a keyboard, and the database
 * takes neither. Bytes are no text.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\u0000") && value.isWellFormed();
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return true;
  return Object.entries(value).every(([name, inner]) => isStorable(name) && isStorable(inner));
}
