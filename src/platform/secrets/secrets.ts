import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Secrets = {
  /** 64 hex digits; the same value gives the same pseudonym everywhere in this installation, and nobody without the secret can guess it. */
  pseudonym(value: string): string;
  /** A signature for a purpose, base64url; `verify` compares in constant time. */
  sign(purpose: string, value: string): string;
  verify(purpose: string, value: string, signature: string): boolean;
};

/** From `FACHWERK_GEHEIMNIS`, else from a file in the data folder, which the first process to need it creates. */
function loadSecret(folder: string, env: NodeJS.ProcessEnv): string {
  if (env.FACHWERK_GEHEIMNIS) {
    if (env.FACHWERK_GEHEIMNIS.length < 32) throw new Error("FACHWERK_GEHEIMNIS ist zu kurz: mindestens 32 Zeichen.");
    return env.FACHWERK_GEHEIMNIS;
  }
  const file = join(folder, "geheimnis");
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32)
    throw new Error(`Die Datei ${file} ist beschädigt. Ohne sie sind gespeicherte Pseudonyme nicht mehr zuzuordnen.`);
  return secret;
}

export function createSecrets(folder: string, env: NodeJS.ProcessEnv = process.env): Secrets {
  const secret = loadSecret(folder, env);
  const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "fachwerk", purpose, 32));
  const pseudonymKey = keyFor("pseudonym");
  const sign = (purpose: string, value: string) => createHmac("sha256", keyFor(purpose)).update(value).digest("base64url");
  return {
    pseudonym: (value) => createHmac("sha256", pseudonymKey).update(value).digest("hex"),
    sign,
    verify(purpose, value, signature) {
      const expected = Buffer.from(sign(purpose, value));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
