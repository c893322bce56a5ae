/** Append-only rows with salted digests: what happened, kept so that content can be deleted lawfully and the digest stays. */
export { type Digest, digestOf } from "./digest.ts";
export { type Eintrag, leseProtokoll, type ProtokollZeile, schreibeProtokoll } from "./protokoll.ts";
