import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";

export type Blobs = {
  /** Stores the bytes and returns their SHA-256 (64 hex digits). The bytes are on disk when it resolves. */
  put(mandantId: number, bytes: Uint8Array): Promise<string>;
  /** @throws when the blob is missing or its bytes no longer match its name */
  get(mandantId: number, sha256: string): Promise<Buffer>;
};

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export function createBlobs(folder: string): Blobs {
  const madeFolders = new Set<string>();
  // Keyed by Mandant and hash: one shared store would tell by its speed what others hold.
  const pathOf = (mandantId: number, sha256: string) => {
    if (!Number.isSafeInteger(mandantId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a blob's name");
    return join(folder, String(mandantId), sha256.slice(0, 2), sha256);
  };

  return {
    async put(mandantId, bytes) {
      const sha256 = sha256Of(bytes);
      const path = pathOf(mandantId, sha256);
      const known = await stat(path).catch(() => undefined);
      if (known?.size === bytes.byteLength) return sha256;
      if (!madeFolders.has(dirname(path))) {
        await mkdir(dirname(path), { recursive: true });
        madeFolders.add(dirname(path));
      }
      // Written aside and renamed: a process killed in the middle leaves no half document under a full name.
      const draft = `${path}.${randomUUID()}`;
      try {
        const file = await open(draft, "wx", 0o640);
        try {
          await file.writeFile(bytes);
          await file.datasync();
        } finally {
          await file.close();
        }
        await rename(draft, path);
      } catch (error) {
        await unlink(draft).catch(() => {});
        throw error;
      }
      return sha256;
    },
    async get(mandantId, sha256) {
      const bytes = await readFile(pathOf(mandantId, sha256));
      if (sha256Of(bytes) !== sha256) throw new Error(`blob ${sha256} is damaged`);
      return bytes;
    },
  };
}
