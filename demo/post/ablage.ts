import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { liesMail, type Nachricht } from "./nachricht.ts";

/** A demo that is under load for hours must not fill the disk. */
const HOECHSTENS = 2_000;

export type Postablage = {
  lege(von: string, an: string[], roh: Buffer): Promise<Nachricht>;
  /** Newest first. @param an only those to this address, whatever its case */
  liste(an: string | undefined): Nachricht[];
};

type Umschlag = { von: string; an: string[]; am: string };

/** @param daten folder in which mails survive a restart: the mail as it came, and its envelope beside it */
export async function createPostablage(daten: string | undefined, jetzt: () => Date): Promise<Postablage> {
  const ordner = daten && join(daten, "post");
  const nachrichten: Nachricht[] = ordner ? await ladeAlle(ordner) : [];
  let nummer = Number(nachrichten.at(-1)?.id ?? 0);

  return {
    async lege(von, an, roh) {
      const id = String(++nummer).padStart(8, "0");
      const umschlag: Umschlag = { von, an, am: jetzt().toISOString() };
      if (ordner) {
        await writeFile(join(ordner, `${id}.eml`), roh);
        await writeFile(join(ordner, `${id}.json`), JSON.stringify(umschlag));
      }
      const nachricht = { id, ...umschlag, ...liesMail(roh) };
      nachrichten.push(nachricht);
      const alte = nachrichten.length > HOECHSTENS ? nachrichten.shift() : undefined;
      if (alte && ordner) for (const art of ["eml", "json"]) await rm(join(ordner, `${alte.id}.${art}`), { force: true });
      return nachricht;
    },
    liste(an) {
      const gesucht = an?.toLowerCase();
      return nachrichten
        .filter((nachricht) => gesucht === undefined || nachricht.an.some((adresse) => adresse.toLowerCase() === gesucht))
        .reverse();
    },
  };
}

/** A mail whose envelope is missing was never acknowledged: its sender will send it again. */
async function ladeAlle(ordner: string): Promise<Nachricht[]> {
  await mkdir(ordner, { recursive: true });
  const ids = (await readdir(ordner)).flatMap((datei) => /^(\d{8})\.json$/.exec(datei)?.[1] ?? []).sort();
  const geladene = await Promise.all(
    ids.map(async (id) => {
      try {
        const umschlag = JSON.parse(await readFile(join(ordner, `${id}.json`), "utf8")) as Umschlag;
        return [{ id, ...umschlag, ...liesMail(await readFile(join(ordner, `${id}.eml`))) }];
      } catch {
        return [];
      }
    }),
  );
  return geladene.flat();
}
