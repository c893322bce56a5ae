import { randomUUID } from "node:crypto";
import { setTimeout as warte } from "node:timers/promises";
import { type IsoDatum, istDatum } from "#kalender";
import { type Bevoelkerung, type Neugeborenes, planeGeburt } from "../bevoelkerung/index.ts";
import { istObjekt } from "../dienst.ts";

/** Where the Personenstandsregister reports births. */
export type Meldeziel = { url: string; token: string };
export type Geburtsbericht = { ereignis: string; kind: Neugeborenes; behoerde: string };

/** From a fifth of a second to ten seconds, for some two minutes: an authority that is just starting again must not lose a birth. */
const pausenMs = [200, 400, 800, 1_600, 3_200, 6_400, ...Array.from({ length: 12 }, () => 10_000)];

/** @returns the child, or a sentence that says what is wrong with the command */
export function trageEin(bevoelkerung: Bevoelkerung, befehl: unknown, heute: IsoDatum): Geburtsbericht | string {
  if (!istObjekt(befehl)) return "Es fehlt die Mutter: { mutter, vater?, vornamen?, geburtsdatum? }.";
  const finde = (wer: unknown) =>
    typeof wer === "string"
      ? (bevoelkerung.findPerson(wer) ?? bevoelkerung.personas.find(({ schluessel }) => schluessel === wer)?.person)
      : undefined;
  const mutter = finde(befehl.mutter);
  if (!mutter?.mandant || mutter.geschlecht !== "w") return "Diese Mutter kennt das Standesamt nicht.";
  const vater = befehl.vater === undefined ? undefined : befehl.vater === null ? null : finde(befehl.vater);
  if (befehl.vater && !vater) return "Diesen Vater kennt das Standesamt nicht.";
  const geburtsdatum = befehl.geburtsdatum ?? heute;
  if (typeof geburtsdatum !== "string" || !istDatum(geburtsdatum) || geburtsdatum > heute)
    return "Das Geburtsdatum ist kein Tag bis heute.";
  const wunsch = {
    mutter,
    geburtsdatum,
    ...(vater !== undefined && { vater }),
    ...(typeof befehl.vornamen === "string" && { vornamen: befehl.vornamen.slice(0, 60) }),
  };
  const kind = planeGeburt(bevoelkerung, wunsch);
  bevoelkerung.nimmAuf(kind);
  return { ereignis: randomUUID(), kind, behoerde: mutter.mandant };
}

/** Tells the other registers first: whoever hears of the event asks them at once. */
export async function verbreite(
  bericht: Geburtsbericht,
  nachbarn: readonly string[],
  ziel: Meldeziel | undefined,
): Promise<void> {
  await Promise.all(nachbarn.map((url) => sende(`${url}/geburten/uebernahme`, {}, bericht.kind)));
  if (!ziel) return;
  const { idnr, vornamen, nachname, geburtsdatum, mutter } = bericht.kind;
  const { ereignis: id, behoerde } = bericht;
  const kind = { idnr, vornamen, nachname, geburtsdatum };
  await sende(ziel.url, { authorization: `Bearer ${ziel.token}` }, { id, art: "geburt", behoerde, kind, mutter });
}

/** Again after a pause, under the same id, until it is taken; a refusal is final. */
async function sende(url: string, kopf: Record<string, string>, inhalt: unknown): Promise<void> {
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
      process.stderr.write(`personenstandsregister: ${url} hat abgelehnt (${status})\n`);
      return;
    }
    await warte(pause, undefined, { ref: false });
  }
  process.stderr.write(`personenstandsregister: ${url} war nicht zu erreichen\n`);
}

export const istNeugeborenes = (wert: unknown): wert is Neugeborenes =>
  istObjekt(wert) &&
  ["idnr", "vornamen", "nachname", "geschlecht", "geburtsdatum", "mutter"].every((name) => typeof wert[name] === "string");
