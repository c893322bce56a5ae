import { createHash, randomInt } from "node:crypto";

const zeichen = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Sixteen drawn characters in groups of four, e.g. `K7QP-2M9X-R4TN-H8WC`: easy to copy from paper, 80 bits against guessing. */
export const zieheCode = (): string =>
  Array.from({ length: 16 }, () => zeichen[randomInt(zeichen.length)])
    .join("")
    .replace(/(.{4})(?=.)/g, "$1-");

/** Of the code as people write it: small letters, blanks and hyphens do not matter. */
export const codeHash = (code: string): Buffer =>
  createHash("sha256")
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ""))
    .digest();
