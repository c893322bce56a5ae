import { randomUUID } from "node:crypto";
import { type IsoDatum, istDatum } from "#kalender";
import { type Bevoelkerung, type Neugeborenes, planeGeburt } from "../bevoelkerung/index.ts";
import { istObjekt } from "../dienst.ts";
import { findeWen, type Meldeziel, sende } from "./melde.ts";

export type Geburtsbericht = { ereignis: string; kind: Neugeborenes; behoerde: string };

/** @returns the child, or a sentence that says what is wrong with the command */
export function trageEin(bevoelkerung: Bevoelkerung, befehl: unknown, heute: IsoDatum): Geburtsbericht | string {
  if (!istObjekt(befehl)) return "Es fehlt die Mutter: { mutter, vater?, vornamen?, geburtsdatum? }.";
  const finde = (wer: unknown) => findeWen(bevoelkerung, wer);
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

export const istNeugeborenes = (wert: unknown): wert is Neugeborenes =>
  istObjekt(wert) &&
  ["idnr", "vornamen", "nachname", "geschlecht", "geburtsdatum", "mutter"].every((name) => typeof wert[name] === "string");
