import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import type { Db } from "#db";
import type { Jobs } from "#jobs";
import type { Mail } from "#mail";
import type { Tenants } from "#tenants";
import type { Postfachzugang } from "./eingang/imap.ts";
import type { Texterkennung } from "./eingang/texterkennung.ts";
import type { Finanzanschluss } from "./uebergabe/contract.ts";

/** What every use case of this part may need. */
export type Deps = {
  db: Db;
  clock: Clock;
  jobs: Jobs;
  blobs: Blobs;
  tenants: Tenants;
  mail: Mail;
  /** Address of a Mandant's town hall, for links in mails. */
  adresse: (schluessel: string) => string;
  /** Reads scans; undefined where no machine does. */
  texterkennung?: Texterkennung | undefined;
  /** Folder and mailbox of a Mandant, by its key. */
  eingaenge: (schluessel: string) => { eingangsordner?: string | undefined; imap?: Postfachzugang | undefined };
  /** The finance system of a Mandant, by its key; undefined where none is connected: orders wait. */
  finanzen: (schluessel: string) => Finanzanschluss | undefined;
};

/** What came of an act by hand. Every `text` is a German sentence for the person who acted. */
export type Handlungsergebnis =
  | { art: "erledigt"; nummer: number }
  /** Done before, by the same click. */
  | { art: "bereitsGeschehen"; nummer: number }
  | { art: "konflikt"; text: string }
  | { art: "verweigert"; text: string };
