import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "#clock";

/** A file between its check and the decision to hand it in. */
export type Abgelegt = { dateiname: string; bytes: Buffer };

const MINUTEN = 30;
const PLATZ = 200 * 1024 * 1024;
const form = /^([0-9a-z]{8,10})-[A-Za-z0-9_-]{22}$/;

/**
 * Keeps what was checked for half an hour, so that handing it in needs no second upload. Not in the blobs: what nobody hands in is nothing that
 * an administration may keep. A folder that all processes share; who has the token has the file.
 */
export function createZwischenablage(ordner: string, clock: Pick<Clock, "now">) {
  const vonMandant = (mandantId: number) => join(ordner, String(mandantId));
  const gilt = (token: string): boolean => {
    const [, zeit] = form.exec(token) ?? [];
    const alter = zeit === undefined ? Number.NaN : clock.now().getTime() - Number.parseInt(zeit, 36);
    return alter >= 0 && alter < MINUTEN * 60_000;
  };

  /** Removes what is over. @returns the bytes that the rest takes */
  async function raeumeAuf(mandantId: number): Promise<number> {
    const pfad = vonMandant(mandantId);
    let belegt = 0;
    for (const name of await readdir(pfad).catch(() => []))
      if (gilt(name.replace(/\.neu$/, ""))) belegt += (await stat(join(pfad, name)).catch(() => ({ size: 0 }))).size;
      else await unlink(join(pfad, name)).catch(() => {});
    return belegt;
  }

  return {
    /** @returns the token, or undefined where there is no room for now */
    async lege(mandantId: number, { dateiname, bytes }: { dateiname: string; bytes: Uint8Array }): Promise<string | undefined> {
      await mkdir(vonMandant(mandantId), { recursive: true, mode: 0o700 });
      if ((await raeumeAuf(mandantId)) + bytes.byteLength > PLATZ) return undefined;
      const token = `${clock.now().getTime().toString(36)}-${randomBytes(16).toString("base64url")}`;
      const pfad = join(vonMandant(mandantId), token);
      const kopf = Buffer.from(`${JSON.stringify(dateiname.slice(0, 200))}\n`);
      await writeFile(`${pfad}.neu`, Buffer.concat([kopf, bytes]), { mode: 0o600 });
      await rename(`${pfad}.neu`, pfad);
      return token;
    },
    async hole(mandantId: number, token: string): Promise<Abgelegt | undefined> {
      if (!gilt(token)) {
        await raeumeAuf(mandantId);
        return undefined;
      }
      const inhalt = await readFile(join(vonMandant(mandantId), token)).catch(() => undefined);
      const ende = inhalt?.indexOf("\n") ?? -1;
      if (!inhalt || ende < 0) return undefined;
      return { dateiname: JSON.parse(inhalt.subarray(0, ende).toString()) as string, bytes: inhalt.subarray(ende + 1) };
    },
  };
}
export type Zwischenablage = ReturnType<typeof createZwischenablage>;
