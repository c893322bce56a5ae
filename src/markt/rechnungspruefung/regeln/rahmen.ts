import type { Dokument, Knoten, Syntax } from "../baum.ts";
import type { Regel, Schwere, Stelle, Werk } from "../regel.ts";
import { gibtEs, knotenFuer } from "./anlass.ts";
import type { Pruefung } from "./weg.ts";

/** Where a rule is asked in one syntax: the name of an Anlass, and what must hold of each of its elements. */
export type Frage = readonly [anlass: string, gilt: Pruefung];

type Angaben = {
  ubl?: Frage | readonly Frage[];
  cii?: Frage | readonly Frage[];
  schwere?: Schwere;
  /** Which figures were added up and what came out; asked only when the rule is broken. */
  rechenweg?: (k: Knoten, d: Dokument) => string | undefined;
};

const istFrage = (wert: Frage | readonly Frage[]): wert is Frage => typeof wert[0] === "string";
const alsListe = (wert: Frage | readonly Frage[] | undefined): readonly Frage[] =>
  wert === undefined ? [] : istFrage(wert) ? [wert] : wert;

/** Declares the rules of one Werk. `bt` is a list of terms separated by blanks. */
export const regelnVon =
  (werk: Werk) =>
  (id: string, bt: string, text: string, { ubl, cii, schwere = "fehler", rechenweg }: Angaben): Regel => {
    const fragen: Record<Syntax, readonly Frage[]> = { ubl: alsListe(ubl), cii: alsListe(cii) };
    for (const syntax of ["ubl", "cii"] as const)
      for (const [anlass] of fragen[syntax])
        if (!gibtEs(syntax, anlass)) throw new Error(`${id} wartet auf ${anlass} (${syntax}), das nie kommt.`);
    return {
      id,
      werk,
      schwere,
      text,
      bt: bt === "" ? [] : bt.split(" "),
      ...(ubl && !cii ? { syntax: "ubl" as const } : {}),
      ...(cii && !ubl ? { syntax: "cii" as const } : {}),
      pruefe: ({ dokument }) => stellen(fragen[dokument.syntax], dokument, rechenweg),
    };
  };

const keine: readonly Stelle[] = [];

function stellen(fragen: readonly Frage[], d: Dokument, rechenweg: Angaben["rechenweg"]): readonly Stelle[] {
  let gefunden: Stelle[] | undefined;
  for (const [anlass, gilt] of fragen)
    for (const knoten of knotenFuer(d, anlass)) {
      if (haelt(gilt, knoten, d)) continue;
      gefunden ??= [];
      const zusatz = rechenweg && rechne(rechenweg, knoten, d);
      gefunden.push(zusatz ? { knoten, zusatz: `Gerechnet: ${zusatz}${zusatz.endsWith(".") ? "" : "."}` } : knoten);
    }
  return gefunden ?? keine;
}

/** Whatever goes wrong while a rule is asked, the rule does not hold: an error of ours must never let an invoice pass. */
function haelt(gilt: Pruefung, k: Knoten, d: Dokument): boolean {
  try {
    return gilt(k, d);
  } catch {
    return false;
  }
}

/** The explanation may fail where the figures are broken; the finding stays. */
function rechne(rechenweg: NonNullable<Angaben["rechenweg"]>, k: Knoten, d: Dokument): string | undefined {
  try {
    return rechenweg(k, d);
  } catch {
    return undefined;
  }
}
