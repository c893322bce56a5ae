/** How the rate must be in a category. */
export type Satz = "groesserNull" | "nichtNegativ" | "null" | "keiner";
/** Who must show a tax number for it. */
export type Nummern = "verkaeufer" | "verkaeuferUstId" | "verkaeuferUndKaeufer" | "beideUstId" | "keine";

/** A VAT category (UNTDID 5305 as EN 16931 uses it) and what its family of rules demands; the table is the statute of them all. */
export type Kategorie = {
  readonly code: string;
  /** As the rules are called: BR-S-01, BR-IC-01 … */
  readonly kurz: string;
  readonly name: string;
  readonly satz: Satz;
  readonly nummern: Nummern;
  /** The breakdown is by rate, and its tax is reckoned; else one row, and no tax. */
  readonly jeSatz: boolean;
  /** Whether the breakdown must give a reason for the exemption, or must not. */
  readonly grund: "noetig" | "verboten";
};

export const kategorien = [
  {
    code: "AE",
    kurz: "AE",
    name: "Steuerschuld des Käufers, Reverse Charge",
    satz: "null",
    nummern: "verkaeuferUndKaeufer",
    jeSatz: false,
    grund: "noetig",
  },
  { code: "E", kurz: "E", name: "steuerbefreit", satz: "null", nummern: "verkaeufer", jeSatz: false, grund: "noetig" },
  { code: "G", kurz: "G", name: "Ausfuhr", satz: "null", nummern: "verkaeuferUstId", jeSatz: false, grund: "noetig" },
  {
    code: "K",
    kurz: "IC",
    name: "innergemeinschaftliche Lieferung",
    satz: "null",
    nummern: "beideUstId",
    jeSatz: false,
    grund: "noetig",
  },
  {
    code: "L",
    kurz: "AF",
    name: "IGIC, Kanarische Inseln",
    satz: "nichtNegativ",
    nummern: "verkaeufer",
    jeSatz: true,
    grund: "verboten",
  },
  {
    code: "M",
    kurz: "AG",
    name: "IPSI, Ceuta und Melilla",
    satz: "nichtNegativ",
    nummern: "verkaeufer",
    jeSatz: true,
    grund: "verboten",
  },
  { code: "O", kurz: "O", name: "nicht steuerbar", satz: "keiner", nummern: "keine", jeSatz: false, grund: "noetig" },
  {
    code: "S",
    kurz: "S",
    name: "normaler oder ermäßigter Satz",
    satz: "groesserNull",
    nummern: "verkaeufer",
    jeSatz: true,
    grund: "verboten",
  },
  { code: "Z", kurz: "Z", name: "Nullsatz", satz: "null", nummern: "verkaeufer", jeSatz: false, grund: "verboten" },
] as const satisfies readonly Kategorie[];

/** How the family of a category is called. */
export const kurzZuCode: ReadonlyMap<string, string> = new Map(kategorien.map(({ code, kurz }) => [code, kurz]));
