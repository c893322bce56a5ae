/** The one door to PostgreSQL: a transaction always belongs to a Mandant, to a person, or openly to the installation. */
export { createBatcher } from "./batcher.ts";
export { createDb, type Db, DbUnavailable, type Scope, type Tx } from "./db.ts";
export { type Embedded, type EmbeddedOptions, findEmbedded, startEmbedded } from "./embedded.ts";
export { requireWritable } from "./embedded-folders.ts";
export { lockKeys } from "./lock-keys.ts";
export { type MigrationReport, migrate } from "./migrate.ts";
export { type Databases, findDatabases } from "./urls.ts";
