/** One verb of the operator's command. Exit: 0 done, 1 refused (the reason on stderr), 2 wrong usage. */
export type Befehl = {
  /** As typed, e.g. `leistung entscheide`. */
  name: string;
  /** What follows the name. */
  aufruf: string;
  text: string;
  optionen?: Readonly<Record<string, { type: "string" | "boolean"; text: string }>>;
  fuehreAus(
    argumente: readonly string[],
    optionen: Readonly<Record<string, string | boolean | undefined>>,
    ausgabe: Ausgabe,
  ): Promise<number | undefined>;
};

/** `--json`: one JSON document, or one line an item, and nothing else on stdout. */
export type Ausgabe = {
  json: boolean;
  /** For people; silent under --json. */
  text(zeile: string): void;
  /** For programs; silent without --json. */
  daten(wert: unknown): void;
};

/** An expected refusal: the sentence goes to stderr, exit 1. */
export class Verweigert extends Error {
  override name = "Verweigert";
}
/** Called the wrong way: the sentence and the usage go to stderr, exit 2. */
export class Falschaufruf extends Error {
  override name = "Falschaufruf";
}
