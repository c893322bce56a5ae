import { setTimeout as warte } from "node:timers/promises";
import type { Bevoelkerung, Person } from "../bevoelkerung/index.ts";

/** Where a register reports what it enters. */
export type Meldeziel = { url: string; token: string };

/** A Persona by key, one of her children as `anna/mia`, or anybody by Identifikationsnummer. */
export function findeWen(bevoelkerung: Bevoelkerung, wer: unknown): Person | undefined {
  if (typeof wer !== "string") return undefined;
  const [schluessel = "", kind] = wer.toLowerCase().split("/", 2);
  const persona = bevoelkerung.personas.find((each) => each.schluessel === schluessel)?.person;
  if (kind === undefined) return bevoelkerung.findPerson(wer) ?? persona;
  return persona?.kinder
    .map((idnr) => bevoelkerung.getPerson(idnr))
    .find(({ vornamen }) => vornamen.toLowerCase().split(" ")[0] === kind);
}

/** From a fifth of a second to ten seconds, for some two minutes: an authority that is just starting again must not lose a birth. */
const pausenMs = [200, 400, 800, 1_600, 3_200, 6_400, ...Array.from({ length: 12 }, () => 10_000)];

/** Again after a pause, under the same id, until it is taken; a refusal is final. */
export async function sende(url: string, kopf: Record<string, string>, inhalt: unknown): Promise<void> {
  for (const pause of [...pausenMs, 0]) {
    const status = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...kopf },
      body: JSON.stringify(inhalt),
      signal: AbortSignal.timeout(5_000),
    }).then(
      async (antwort) => {
        await antwort.body?.cancel();
        return antwort.status;
      },
      () => 0,
    );
    if (status >= 200 && status < 300) return;
    if (status >= 400 && status < 500 && status !== 429) {
      process.stderr.write(`register: ${url} hat abgelehnt (${status})\n`);
      return;
    }
    await warte(pause, undefined, { ref: false });
  }
  process.stderr.write(`register: ${url} war nicht zu erreichen\n`);
}
