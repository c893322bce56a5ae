import { type Dezimal, liesDezimal } from "./dezimal.ts";

/** The two syntaxes that EN 16931 binds; the UBL credit note counts as UBL. */
export type Syntax = "ubl" | "cii";

const inhalt = /[^ \t\r\n]/;
const keine: Readonly<Record<string, string>> = Object.freeze(Object.create(null) as Record<string, string>);

/**
 * An element as it stands in the document. It is the value of the model at the same time: rules judge broken documents, and what is wrong
 * with a value (empty, twice, badly written, wrong list) is lost in anything more refined.
 */
export class Knoten {
  /** With the canonical prefix of its namespace (`cbc:ID`, `ram:ID`, `ubl:Invoice`, `cn:CreditNote`); a foreign one is `Q{uri}name`. */
  readonly name: string;
  readonly eltern: Knoten | undefined;
  readonly attribute: Readonly<Record<string, string>>;
  readonly kinder: Knoten[] = [];
  /** The text directly in the element, exactly as written. */
  text = "";
  #norm: string | undefined;
  #dezimal: Dezimal | null | undefined;
  #stellen: Map<Knoten, string> | undefined;

  constructor(name: string, eltern?: Knoten, attribute: Readonly<Record<string, string>> = keine) {
    this.name = name;
    this.eltern = eltern;
    this.attribute = attribute;
  }

  /** The text with outer white space gone and inner runs made one space (XPath `normalize-space`). */
  get norm(): string {
    this.#norm ??= normalisiere(this.text);
    return this.#norm;
  }

  /** The figure in it, read once however many rules reckon with it; undefined where it is none. */
  get dezimal(): Dezimal | undefined {
    if (this.#dezimal === undefined) this.#dezimal = liesDezimal(this.text) ?? null;
    return this.#dezimal ?? undefined;
  }

  /** Nothing but white space. Looks no further than the first letter, for an attachment may follow. */
  get leer(): boolean {
    return !inhalt.test(this.text);
  }

  attribut(name: string): string | undefined {
    return this.attribute[name];
  }

  /** The children of this name, in order. */
  alle(name: string): Knoten[] {
    return this.kinder.filter((kind) => kind.name === name);
  }

  erstes(name: string): Knoten | undefined {
    return this.kinder.find((kind) => kind.name === name);
  }

  /** Where it stands, as an XPath that a person can follow; counted only where a sibling has the same name. */
  get ort(): string {
    if (!this.eltern) return `/${this.name}`;
    return `${this.eltern.ort}/${this.name}${this.eltern.#zaehlung().get(this) ?? ""}`;
  }

  /** `[2]` for children that are not alone. Counted once for all of them: a document may have a hundred thousand, and a finding for each. */
  #zaehlung(): ReadonlyMap<Knoten, string> {
    if (!this.#stellen) {
      const jeName = Map.groupBy(this.kinder, ({ name }) => name);
      this.#stellen = new Map(
        [...jeName.values()].flatMap((gleiche) =>
          gleiche.length > 1 ? gleiche.map((kind, stelle) => [kind, `[${stelle + 1}]`] as const) : [],
        ),
      );
    }
    return this.#stellen;
  }
}

/** Only the four characters that XML calls white space: a non-breaking space is text. */
export function normalisiere(text: string): string {
  // Nearly every value is in order as it stands.
  if (!/[\t\r\n]|^ | $| {2}/.test(text)) return text;
  return text.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
}

/** The whole document: its elements in order, and by name. */
export class Dokument {
  readonly syntax: Syntax;
  readonly wurzel: Knoten;
  /** Every element in document order. */
  readonly elemente: readonly Knoten[];
  #nachName: Map<string, Knoten[]> | undefined;

  constructor(syntax: Syntax, wurzel: Knoten, elemente: readonly Knoten[]) {
    this.syntax = syntax;
    this.wurzel = wurzel;
    this.elemente = elemente;
  }

  /** XPath `//name`. */
  alle(name: string): readonly Knoten[] {
    if (!this.#nachName) {
      this.#nachName = new Map();
      for (const knoten of this.elemente) {
        const bisher = this.#nachName.get(knoten.name);
        if (bisher) bisher.push(knoten);
        else this.#nachName.set(knoten.name, [knoten]);
      }
    }
    return this.#nachName.get(name) ?? [];
  }
}
