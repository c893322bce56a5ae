import type { Leistung } from "#baukasten";
import type { Bescheide } from "#bescheide";
import type { Clock } from "#clock";
import type { Db } from "#db";
import type { Gebuehren } from "#gebuehren";
import type { Jobs } from "#jobs";
import type { Kasse } from "#kasse";
import type { Nachweise } from "#nachweise";
import type { Postfach } from "#postfach";
import type { Secrets } from "#secrets";
import type { Tenants } from "#tenants";
import type { Versionen } from "#versionen";

export type DauerDeps = {
  db: Db;
  clock: Clock;
  jobs: Jobs;
  tenants: Tenants;
  secrets: Secrets;
  nachweise: Nachweise;
  bescheide: Bescheide;
  postfach: Postfach;
  kasse: Kasse;
  versionen: Versionen;
  gebuehren: Gebuehren;
  /** The Leistung with the figures of the law that hold: given, so that a change of figures can be played through. */
  leistung(schluessel: string): Leistung;
  /** Keys of the Leistungen whose grants live on. */
  laufende: readonly string[];
};

export const systemakteur = { art: "system", teil: "dauerleistungen", version: "1" } as const;
