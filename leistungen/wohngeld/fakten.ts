import { beginneRegelwerk } from "#baukasten";
import { euro } from "#geld";
import type { IsoDatum } from "#kalender";
import type { Mietstufe } from "./parameter-miete.ts";

/** The graph of this service's rules; its parts are facts, rent, income, amount, conditions. */
export const r = beginneRegelwerk("wohngeld", "2026-1");
const jaNein = [true, false] as const;

/** Cents a year, as expected for the twelve months from the application (§ 15 WoGG), before any deduction. */
export type Einkuenfte = {
  lohnCent: number;
  /** Receipts; the flat amount counts where it is more. */
  werbungskostenCent: number;
  /** Profit of business, self-employment, farming; a loss counts as nothing. */
  selbstaendigCent: number;
  vermietungCent: number;
  kapitalCent: number;
  /** Gross pension of the statutory insurance, its tax-free part included (§ 14 Abs. 2 Nr. 1). */
  gesetzlicheRenteCent: number;
  andereRenteCent: number;
  /** Wages of a Minijob taxed flat, maintenance, Arbeitslosengeld, Elterngeld above the free amount, all else of § 14 Abs. 2. */
  sonstigeCent: number;
};
/** A member of the household (§§ 5, 6 WoGG). */
export type Person = {
  geburtsdatum: IsoDatum;
  /** A child of another member. */
  kind: boolean;
  /** Lives here with spouse or partner. */
  mitPartner: boolean;
  /** § 7 WoGG: draws SGB II, Grundsicherung, Sozialhilfe or the like, with the cost of the home in it. */
  ausgeschlossen: boolean;
  einkuenfte: Einkuenfte;
  /** § 16 WoGG: what is to be paid in the twelve months. */
  zahlt: { steuern: boolean; krankenversicherung: boolean; rentenversicherung: boolean };
  /** § 17 Nr. 1 WoGG: degree 100, or less and cared for at home. */
  schwerbehindert: boolean;
  /** § 17 Nr. 2 WoGG. */
  verfolgt: boolean;
  /** § 17a WoGG: 33 years of Grundrentenzeiten. */
  grundrentenzeiten: boolean;
  /** Cents a month that are left after taxes and contributions, with Kindergeld; for the plausibility only. */
  verfuegbarCent: number;
};
/** Maintenance that a member pays (§ 18 WoGG), cents a year. `titel`: fixed by agreement before a notary, judgement or notice. */
export type Unterhalt = {
  an: "auswaerts" | "getrennteEltern" | "frueherePartner" | "sonstige";
  betragCent: number;
  titel: boolean;
};

export const keineEinkuenfte: Einkuenfte = {
  lohnCent: 0,
  werbungskostenCent: 0,
  selbstaendigCent: 0,
  vermietungCent: 0,
  kapitalCent: 0,
  gesetzlicheRenteCent: 0,
  andereRenteCent: 0,
  sonstigeCent: 0,
};
const alleinLebend: Person = {
  geburtsdatum: "1980-01-01",
  kind: false,
  mitPartner: false,
  ausgeschlossen: false,
  einkuenfte: { ...keineEinkuenfte, lohnCent: euro(16_800) },
  zahlt: { steuern: true, krankenversicherung: true, rentenversicherung: true },
  schwerbehindert: false,
  verfolgt: false,
  grundrentenzeiten: false,
  verfuegbarCent: euro(1200),
};
const reich: Person = { ...alleinLebend, einkuenfte: { ...keineEinkuenfte, lohnCent: euro(200_000) } };

export const personen = r.fakt<readonly Person[]>("personen", {
  titel: "Menschen im Haushalt",
  klaertDurch: "haushalt",
  quelle: "person",
  proben: [[alleinLebend], [reich]],
});
export const unterhalt = r.fakt<readonly Unterhalt[]>("unterhalt", {
  titel: "Unterhalt, den der Haushalt zahlt",
  klaertDurch: "unterhalt",
  quelle: "person",
  proben: [[]],
});
/** For the whole home, without heating and hot water. */
export const bruttokaltmiete = r.fakt<number>("bruttokaltmieteCent", {
  titel: "Miete ohne Heizung und Warmwasser",
  klaertDurch: "miete",
  quelle: "person",
  proben: [euro(600)],
});
export const heizkosten = r.fakt<number>("heizkostenCent", {
  titel: "Heizung und Warmwasser",
  klaertDurch: "miete",
  quelle: "person",
  proben: [0],
});
/** People who live in the home without being members of the household. */
export const mitbewohner = r.fakt<number>("mitbewohner", {
  titel: "Andere Menschen in der Wohnung",
  klaertDurch: "mitbewohner",
  quelle: "person",
  proben: [0],
  aenderbar: false,
});
export const mietstufe = r.fakt<Mietstufe>("mietstufe", {
  titel: "Mietstufe der Gemeinde",
  klaertDurch: "anschrift",
  quelle: "person",
  proben: [1, 7],
  aenderbar: false,
});
export const vermoegen = r.fakt<number>("vermoegenCent", {
  titel: "Vermögen des Haushalts",
  klaertDurch: "vermoegen",
  quelle: "person",
  proben: [0, euro(5_000_000)],
});
export const wohntZurMiete = r.fakt<boolean>("wohntZurMiete", {
  titel: "Wohnt dort zur Miete",
  klaertDurch: "miete",
  quelle: "person",
  proben: jaNein,
});
export const deutschOderEu = r.fakt<boolean>("deutschOderEu", {
  titel: "Deutsch, freizügigkeitsberechtigt oder mit Aufenthaltsrecht",
  klaertDurch: "staatsangehoerigkeit",
  quelle: "person",
  proben: jaNein,
  aenderbar: false,
});
export const nurAusbildung = r.fakt<boolean>("nurAusbildung", {
  titel: "Allen im Haushalt steht Ausbildungsförderung zu",
  klaertDurch: "ausbildung",
  quelle: "person",
  proben: jaNein,
});
export const haushaltBestaetigt = r.fakt<boolean>("haushaltBestaetigt", {
  titel: "Haushalt von der Meldebehörde bestätigt",
  klaertDurch: "meldung",
  quelle: "register",
  proben: jaNein,
});
export const einkommenBestaetigt = r.fakt<boolean>("einkommenBestaetigt", {
  titel: "Einkommen von Registern bestätigt",
  klaertDurch: "einkommen",
  quelle: "register",
  proben: jaNein,
});
export const mieteBestaetigt = r.fakt<boolean>("mieteBestaetigt", {
  titel: "Miete vom Vermieter bestätigt",
  klaertDurch: "mietauskunft",
  quelle: "register",
  proben: jaNein,
});
