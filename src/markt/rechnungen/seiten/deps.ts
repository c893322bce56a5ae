import type { Auth } from "#auth";
import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import type { Db } from "#db";
import type { Secrets } from "#secrets";
import type { Tenants } from "#tenants";
import type { Rechnungen } from "../rechnungen.ts";

/** What the pages need. */
export type SeitenDeps = {
  auth: Auth;
  db: Db;
  clock: Clock;
  blobs: Blobs;
  tenants: Tenants;
  secrets: Secrets;
  rechnungen: Rechnungen;
  /** Folder for files between check and hand-in; shared by all processes. */
  zwischenablage: string;
};
