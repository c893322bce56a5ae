import { timingSafeEqual } from "node:crypto";
import type { Secrets } from "#secrets";

// Without letters that are taken for figures: the code is read from paper, too.
const zeichen = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const STELLEN = 16;

/**
 * What the receipt of an upload carries beside its number, which is easily guessed. It follows from the secret of the installation, so that it
 * lies nowhere: 80 bits, in groups of four.
 */
export function belegcode(secrets: Secrets, mandantId: number, rechnungId: string): string {
  const bytes = Buffer.from(secrets.sign("rechnungen.beleg", `${mandantId}:${rechnungId}`), "base64url");
  const code = [...bytes.subarray(0, STELLEN)].map((byte) => zeichen[byte % 32]).join("");
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

const norm = (code: string) =>
  code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");

export function stimmtBelegcode(secrets: Secrets, mandantId: number, rechnungId: string, eingabe: string): boolean {
  const soll = Buffer.from(norm(belegcode(secrets, mandantId, rechnungId)));
  const ist = Buffer.from(norm(eingabe));
  return soll.length === ist.length && timingSafeEqual(soll, ist);
}
