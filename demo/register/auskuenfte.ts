import { type Registername, registernamen } from "../../src/register.ts";
import type { Bevoelkerung } from "../bevoelkerung/index.ts";
import { entgeltbescheinigungen } from "./auskuenfte/entgeltbescheinigungen.ts";
import { fahrerlaubnisregister } from "./auskuenfte/fahrerlaubnisregister.ts";
import { familienkasse } from "./auskuenfte/familienkasse.ts";
import { finanzamt } from "./auskuenfte/finanzamt.ts";
import { jobcenter } from "./auskuenfte/jobcenter.ts";
import { kraftfahrzeugregister } from "./auskuenfte/kraftfahrzeugregister.ts";
import { krankenkasse } from "./auskuenfte/krankenkasse.ts";
import { melderegister } from "./auskuenfte/melderegister.ts";
import { oertlichesfahrerlaubnisregister } from "./auskuenfte/oertlichesfahrerlaubnisregister.ts";
import { personenstandsregister } from "./auskuenfte/personenstandsregister.ts";
import { uvregister } from "./auskuenfte/uvregister.ts";
import { vermieterauskunft } from "./auskuenfte/vermieterauskunft.ts";
import { versorgungsverwaltung } from "./auskuenfte/versorgungsverwaltung.ts";
import type { Auskuenfte } from "./auskunft.ts";

/** What each register answers, as plain functions over one population; the processes only carry them over HTTP. */
export const auskuenfteVon: Readonly<Record<Registername, (bevoelkerung: Bevoelkerung) => Auskuenfte>> = {
  melderegister,
  personenstandsregister,
  jobcenter,
  uvregister,
  entgeltbescheinigungen,
  finanzamt,
  krankenkasse,
  vermieterauskunft,
  versorgungsverwaltung,
  familienkasse,
  kraftfahrzeugregister,
  fahrerlaubnisregister,
  oertlichesfahrerlaubnisregister,
};

/** All of them over one population, for tests and whatever asks without HTTP. */
export const createAuskuenfte = (bevoelkerung: Bevoelkerung) =>
  Object.fromEntries(registernamen.map((name) => [name, auskuenfteVon[name](bevoelkerung)])) as Record<Registername, Auskuenfte>;
