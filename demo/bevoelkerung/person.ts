import type { IsoDatum } from "#kalender";
import type { Geschlecht, Herkunft } from "./namen.ts";

export const mandantschluessel = ["musterstadt", "beispielkreis"] as const;
export type Mandantschluessel = (typeof mandantschluessel)[number];

export type Anschrift = { strasse: string; hausnummer: string; plz: string; ort: string };
export type Familienstand = "ledig" | "verheiratet" | "geschieden" | "verwitwet" | "lebenspartnerschaft";
export type Vertrauensniveau = "niedrig" | "substantiell" | "hoch";
export type Vaterschaft = "ehe" | "anerkannt" | "festgestellt" | "ungeklaert";

/** What a Jobcenter has calculated for the family of a child that draws SGB II; null: not calculated yet. */
export type Bedarfsgemeinschaft = { einkommenElternteilCent: number; hilfebeduerftigkeitDurchUvVermeidbar: boolean };

/** One invented human being. Everything that a register could say, and what they themselves would say in a form. */
export type Person = {
  idnr: string;
  /** null: lives outside both Mandanten, or is dead; registers of ours know them only as somebody's parent. */
  mandant: Mandantschluessel | null;
  vornamen: string;
  nachname: string;
  geschlecht: Geschlecht;
  herkunft: Herkunft;
  geburtsdatum: IsoDatum;
  geburtsort: string;
  gestorbenAm: IsoDatum | null;
  familienstand: Familienstand;
  /** Married, but no longer under one roof. */
  getrenntSeit: IsoDatum | null;
  ehegatte: string | null;
  anschrift: Anschrift;
  einzugsdatum: IsoDatum;
  /** § 51 BMG */
  auskunftssperre: boolean;
  staatsangehoerigkeit: string;
  mutter: string | null;
  vater: string | null;
  vaterschaft: Vaterschaft | null;
  /** The parent who raises the child alone, whatever a register says; null: lives with both, or is grown up. */
  lebtBei: string | null;
  kinder: string[];
  iban: string;
  email: string;
  vertrauensniveau: Vertrauensniveau;
  /** Gross a month; an adult's own, without Kindergeld. */
  einkommenCent: number;
  /** A child that draws SGB II. */
  sgb2: { berechnung: Bedarfsgemeinschaft | null } | null;
  /** A child for which another Jugendamt pays or paid; `bis` null: still does. */
  uvAnderswo: { jugendamt: string; seit: IsoDatum; bis: IsoDatum | null } | null;
  /** What arrives for the child each month. */
  unterhaltCent: number;
  waisenbezuegeCent: number;
  /** Of Personas only, instead of what `wirtschaft.ts` and `wohnen.ts` would draw. */
  wirtschaft?: Partial<Wirtschaftslage>;
  wohnung?: Partial<Wohnung>;
  /** § 152 SGB IX; `bis` null: without end. Of Personas only, instead of what `behinderung.ts` would draw. */
  feststellung?: Feststellung;
};

export type Feststellung = { merkzeichen: readonly string[]; seit: IsoDatum; bis: IsoDatum | null };

/** What somebody lives on, without Kindergeld and what others pay. Cents a year unless said otherwise. */
export type Wirtschaftslage = {
  taetigkeit: "angestellt" | "minijob" | "selbstaendig" | "rente" | "ohne";
  lohnCent: number;
  /** Only what is above the Arbeitnehmer-Pauschbetrag. */
  werbungskostenCent: number;
  selbstaendigCent: number;
  vermietungCent: number;
  kapitalCent: number;
  gesetzlicheRenteCent: number;
  andereRenteCent: number;
  /** A Minijob taxed at a flat rate. */
  sonstigeCent: number;
  zahlt: { steuern: boolean; krankenversicherung: boolean; rentenversicherung: boolean };
  /** A month, after taxes and contributions: an estimate, no payroll. */
  verfuegbarCent: number;
  vermoegenCent: number;
  steuerklasse: 1 | 4;
  kirchensteuerpflichtig: boolean;
};

/** The home of a whole household; cents a month. */
export type Wohnung = {
  art: "miete" | "eigentum";
  quadratmeter: number;
  bruttokaltmieteCent: number;
  heizkostenCent: number;
  seit: IsoDatum;
};

export const name = (person: Pick<Person, "vornamen" | "nachname">): string => `${person.vornamen} ${person.nachname}`;
