import type { Clock } from "#clock";
import type { Dauerleistungen } from "#dauerleistungen";
import type { Db } from "#db";
import type { Jobs } from "#jobs";
import type { Nachweise } from "#nachweise";
import type { Postfach } from "#postfach";
import type { Secrets } from "#secrets";
import type { Tenants } from "#tenants";

export type EreignisDeps = {
  db: Db;
  clock: Clock;
  jobs: Jobs;
  tenants: Tenants;
  secrets: Secrets;
  nachweise: Nachweise;
  postfach: Postfach;
  dauerleistungen: Pick<Dauerleistungen, "meldeAenderung">;
};

/** Which offer an event leads to. */
export type Auftrag = { ereignisId: string; leistung: string; angebot: string };
