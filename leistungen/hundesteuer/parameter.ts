import { z } from "zod";
import { defineParameter, defineSatzung } from "#baukasten";

const Cent = z.int().nonnegative().max(1_000_000);
const Beginn = z.enum(["monat", "folgemonat"]);
/** Reductions that need a paper which a person reads. */
export const Ermaessigung = z.enum(["sozialleistung", "rettungshund"]);
export type Ermaessigung = z.infer<typeof Ermaessigung>;

/** What a Hundesteuersatzung must say so that its tax can be reckoned. Cents a year. */
export const Hundesteuersatzung = z.object({
  ersterHundCent: Cent,
  zweiterHundCent: Cent,
  weitererHundCent: Cent,
  gefaehrlicherHundCent: Cent,
  /** Breeds that the Satzung counts as dangerous, as people write them. */
  gefaehrlicheRassen: z.array(z.string().min(3)),
  /** Months of life before which a dog is not taxed. */
  steuerfreieLebensmonate: z.int().min(0).max(12),
  /** From which month on: that of the reason for it, or the one after. */
  beginn: Beginn,
  beginnNachZuzug: Beginn,
  /** Any of these marks of the Schwerbehindertenausweis frees the dog that helps its keeper. */
  befreitBeiMerkzeichen: z.array(z.string().min(1)),
  /** Percent of the rate that remain. What is not named is no reduction here. */
  ermaessigtAufProzent: z.partialRecord(Ermaessigung, z.int().min(0).max(100)),
});
export type Hundesteuersatzung = z.infer<typeof Hundesteuersatzung>;

export const hundesteuersatzung = defineSatzung<Hundesteuersatzung>({
  schluessel: "hundesteuer",
  titel: "Hundesteuersatzung",
  einheit: "Cent im Jahr",
  form: Hundesteuersatzung,
});

/** Whether the KAG of a Land takes it over for the Hundesteuer is an open point of the README; here it only decides who looks. */
export const festsetzungsfrist = defineParameter<number>({
  schluessel: "festsetzungsfrist",
  titel: "Festsetzungsfrist",
  einheit: "Jahre",
  saetze: [{ gueltigAb: "2000-01-01", wert: 4, quelle: "§ 169 Abs. 2 Satz 1 Nr. 2 AO" }],
  geprueftBis: "2026-12-31",
});
