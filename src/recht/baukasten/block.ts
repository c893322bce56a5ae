/** A piece of a letter's body. The letter sets it; the service only says what it says. */
export type Block =
  | { art: "absatz"; text: string }
  | { art: "ueberschrift"; text: string; ebene: 1 | 2 }
  | { art: "liste"; punkte: readonly string[] }
  | {
      art: "tabelle";
      titel: string;
      kopf: readonly string[];
      zeilen: readonly (readonly string[])[];
      ausrichtung?: readonly ("links" | "rechts")[];
    }
  | { art: "hervorgehoben"; titel: string; text: string };
