/** Append-only rows with salted digests: what happened, kept so that content can be deleted lawfully and the digest stays. */
export { canonical, type Digest, digestOf } from "./digest.ts";
export { isoSql, type LogKind, type LogRow } from "./log-kind.ts";
export { type Eintrag, leseProtokoll, type ProtokollZeile, schreibeProtokoll } from "./protokoll.ts";
export { protokollKind } from "./protokoll-kind.ts";
export { tableKind } from "./table-kind.ts";
