import { generateKeyPair, randomBytes, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { JWK } from "oidc-provider";
import { istObjekt } from "../dienst.ts";

/** What signs the provider's tokens and cookies. */
export type Schluessel = { jwks: { keys: JWK[] }; cookies: string[] };

async function erzeuge(): Promise<Schluessel> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" } as JWK;
  return { jwks: { keys: [jwk] }, cookies: [randomBytes(32).toString("base64url")] };
}

/** @param daten where keys survive a restart; without it they end with the process */
export async function holeSchluessel(daten: string | undefined): Promise<Schluessel> {
  if (!daten) return erzeuge();
  const ordner = join(daten, "identitaet");
  const datei = join(ordner, "schluessel.json");
  const vorhandene = await readFile(datei, "utf8").then(deute, () => undefined);
  if (vorhandene) return vorhandene;
  const neue = await erzeuge();
  await mkdir(ordner, { recursive: true, mode: 0o700 });
  // Renamed when complete: a start that is killed half way must not leave half a key.
  const entwurf = join(ordner, `.${randomUUID()}`);
  await writeFile(entwurf, JSON.stringify(neue), { mode: 0o600 });
  await rename(entwurf, datei);
  return neue;
}

/** @returns undefined where the file is damaged: new keys cost the demo nothing but a new log-in */
function deute(text: string): Schluessel | undefined {
  try {
    const inhalt: unknown = JSON.parse(text);
    const ganz = istObjekt(inhalt) && istObjekt(inhalt.jwks) && Array.isArray(inhalt.jwks.keys) && Array.isArray(inhalt.cookies);
    return ganz ? (inhalt as Schluessel) : undefined;
  } catch {
    return undefined;
  }
}
