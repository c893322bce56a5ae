import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { isSignedBy, loadSigner, readPublicKey, rotateSigner } from "./index.ts";

describe("the key that signs heads", () => {
  const folder = mkdtempSync(join(tmpdir(), "fachwerk-signer-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test("is made once, kept, and readable by its owner only", () => {
    const first = loadSigner(folder, {});
    assert.equal(loadSigner(folder, {}).id, first.id);
    assert.equal(statSync(join(folder, "signierschluessel.pem")).mode & 0o777, 0o600);
  });

  test("signs what only its public half confirms", () => {
    const signer = loadSigner(folder, {});
    const signature = signer.sign("Kopf 1");
    assert.ok(isSignedBy(signer.key, "Kopf 1", signature));
    assert.ok(!isSignedBy(signer.key, "Kopf 2", signature));
    assert.ok(!isSignedBy(signer.key, "Kopf 1", `${signature} `));
    assert.ok(!isSignedBy(signer.key, "Kopf 1", ""));
    assert.ok(!isSignedBy("kein Schlüssel", "Kopf 1", signature));
  });

  test("comes from the environment where that has one, and must be Ed25519", () => {
    const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const env = { FACHWERK_SIGNIERSCHLUESSEL: pem.trim().replaceAll("\n", "\\n") };
    const public_ = createPublicKey(pem).export({ type: "spki", format: "pem" }).toString();
    assert.equal(loadSigner(folder, env).id, readPublicKey(public_).id);
    assert.equal(readPublicKey(loadSigner(folder, env).key).id, readPublicKey(public_).id);
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 })
      .privateKey.export({ type: "pkcs8", format: "pem" })
      .toString();
    assert.throws(() => loadSigner(folder, { FACHWERK_SIGNIERSCHLUESSEL: rsa }), /kein Ed25519/);
  });

  test("is replaced only when the new one is made known, and the old one is laid aside", async () => {
    const before = loadSigner(folder, {});
    await assert.rejects(
      rotateSigner(folder, () => Promise.reject(new Error("database away")), {}),
      /database away/,
    );
    assert.equal(loadSigner(folder, {}).id, before.id);
    let known = "";
    await rotateSigner(
      folder,
      async (old, next) => {
        assert.equal(old.id, before.id);
        known = next.id;
      },
      {},
    );
    assert.equal(loadSigner(folder, {}).id, known);
    assert.notEqual(known, before.id);
    assert.match(readFileSync(join(folder, `signierschluessel-${before.id}.pem`), "utf8"), /PRIVATE KEY/);
  });
});
