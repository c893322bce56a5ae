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
import type { Aenderungswege } from "./aenderungswege.ts";
import { createFertigung } from "./fertige.ts";
import { gibVieleFrei } from "./gib-viele-frei.ts";
import { createPruefung } from "./pruefe.ts";
import { pruefeTermine } from "./termine.ts";
import {
  entscheideVonHand,
  fordereNach,
  gebeFrei,
  gibZurueck,
  type HandDeps,
  hilfAb,
  legeVor,
  notiere,
  seheNach,
  uebernimm,
} from "./von-hand.ts";

export type BearbeitungDeps = {
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
  aenderungen: Aenderungswege;
};

type Hand<F> = F extends (deps: HandDeps, ...rest: infer R) => infer E ? (...rest: R) => E : never;
const mit = <F extends (deps: HandDeps, ...rest: never[]) => unknown>(deps: HandDeps, fn: F) =>
  ((...rest: never[]) => fn(deps, ...rest)) as Hand<F>;

/** From arrival to notice: what the system does by itself, and what people do. */
export const createBearbeitung = (deps: BearbeitungDeps) => ({
  pruefe: createPruefung(deps),
  fertige: createFertigung(deps),
  pruefeTermine: (mandantId: number) => pruefeTermine(deps, mandantId),
  entscheideVonHand: mit(deps, entscheideVonHand),
  fordereNach: mit(deps, fordereNach),
  gebeFrei: mit(deps, gebeFrei),
  gibVieleFrei: mit(deps, gibVieleFrei),
  uebernimm: mit(deps, uebernimm),
  gibZurueck: mit(deps, gibZurueck),
  notiere: mit(deps, notiere),
  seheNach: mit(deps, seheNach),
  hilfAb: mit(deps, hilfAb),
  legeVor: mit(deps, legeVor),
});
export type Bearbeitung = ReturnType<typeof createBearbeitung>;
