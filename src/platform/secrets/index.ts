/** The installation's secret and what is derived from it: pseudonyms of people and signatures of links; and the key that signs heads of the log. */
export { createSecrets, type Secrets } from "./secrets.ts";
export { isSignedBy, loadSigner, type PublicKey, readPublicKey, rotateSigner, type Signer } from "./signer.ts";
