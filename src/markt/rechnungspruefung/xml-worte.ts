const worte: readonly [RegExp, string][] = [
  [/unclosed tag|unexpected end/, "ein Element ist nicht geschlossen, die Datei ist vermutlich abgeschnitten"],
  [/unexpected close tag|unmatched closing tag|mismatch/, "ein Element wird geschlossen, das nicht offen ist"],
  [/undefined entity|entity/, "ein Zeichen ist mit & umschrieben, das XML nicht kennt; ein einfaches & heißt &amp;"],
  [/duplicate attribute/, "ein Attribut steht zweimal in einem Element"],
  [/encoding value/, "die Angabe der Zeichenkodierung ist falsch geschrieben"],
  [/only one root|outside of root/, "vor oder nach der Rechnung steht weiterer Text"],
  [/document must contain a root/, "es enthält keine Rechnung"],
  [/declaration/, "die erste Zeile (XML-Deklaration) ist falsch geschrieben"],
  [/attribute|quoted|whitespace/, "ein Attribut ist falsch geschrieben"],
  [/disallowed character/, "ein Zeichen ist an dieser Stelle nicht erlaubt"],
];

/** What the parser found, in words a supplier can hand to whoever makes the invoices. */
export const inWorten = (meldung: string): string =>
  worte.find(([muster]) => muster.test(meldung))?.[1] ?? "ein Zeichen oder eine Klammer steht an falscher Stelle";
