import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `key`: SPKI in base64. `id`: the first 16 hex digits of its SHA-256. */
export type PublicKey = { id: string; key: string };
export type Signer = PublicKey & {
  /** Ed25519, base64. */
  sign(text: string): string;
};

const FILE = "signierschluessel.pem";
const publicOf = (key: KeyObject): PublicKey => {
  const spki = (key.type === "public" ? key : createPublicKey(key)).export({ type: "spki", format: "der" });
  return { id: createHash("sha256").update(spki).digest("hex").slice(0, 16), key: spki.toString("base64") };
};

function signerOf(pem: string): Signer {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== "ed25519") throw new Error("Der Signierschlüssel ist kein Ed25519-Schlüssel.");
  return { ...publicOf(key), sign: (text) => sign(null, Buffer.from(text), key).toString("base64") };
}
const newPem = () => generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/** From `FACHWERK_SIGNIERSCHLUESSEL` (PEM), else from a file in the data folder, which the first process to need it creates. */
export function loadSigner(folder: string, env: NodeJS.ProcessEnv = process.env): Signer {
  if (env.FACHWERK_SIGNIERSCHLUESSEL) return signerOf(env.FACHWERK_SIGNIERSCHLUESSEL.replaceAll("\\n", "\n"));
  const file = join(folder, FILE);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    // Written aside and linked: another process that starts at the same moment must not read half a key.
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, newPem(), { flag: "wx", mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return signerOf(readFileSync(file, "utf8"));
}

/**
 * Replaces the key in the data folder. The old one is laid aside under its id: what it signed stays checkable by its public half, and
 * whoever holds it may go on signing until it is destroyed.
 * @param confirm makes the new key known before anybody signs with it
 */
export async function rotateSigner(
  folder: string,
  confirm: (before: Signer, after: Signer) => Promise<void>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  if (env.FACHWERK_SIGNIERSCHLUESSEL)
    throw new Error("Der Signierschlüssel kommt aus FACHWERK_SIGNIERSCHLUESSEL und wird dort gewechselt.");
  const before = loadSigner(folder, env);
  const file = join(folder, FILE);
  const pem = newPem();
  await confirm(before, signerOf(pem));
  writeFileSync(`${file}.neu`, pem, { mode: 0o600 });
  writeFileSync(join(folder, `signierschluessel-${before.id}.pem`), readFileSync(file), { mode: 0o600 });
  renameSync(`${file}.neu`, file);
}

/** An Ed25519 public key in PEM or as base64 of its SPKI. @throws where it is neither */
export function readPublicKey(text: string): PublicKey {
  const key = text.includes("-----BEGIN")
    ? createPublicKey(text)
    : createPublicKey({ key: Buffer.from(text.trim(), "base64"), format: "der", type: "spki" });
  if (key.asymmetricKeyType !== "ed25519") throw new Error("Das ist kein öffentlicher Ed25519-Schlüssel.");
  return publicOf(key);
}

/** Whether the key's holder signed this text. What is no signature, or no key, did not. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    const bytes = Buffer.from(signature, "base64");
    // Base64 has several spellings of the same bytes; only one of them is ours.
    return bytes.toString("base64") === signature && verify(null, Buffer.from(text), key, bytes);
  } catch {
    return false;
  }
}
