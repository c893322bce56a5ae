/** A code list: its codes as a set, and as one text with a blank around each code, as the official rules hold it. */
export type Codeliste = { readonly codes: ReadonlySet<string>; readonly text: string; hat(code: string): boolean };

export function liste(...teile: readonly (string | Codeliste)[]): Codeliste {
  const alle = teile.flatMap((teil) =>
    typeof teil === "string" ? teil.split(/\s+/).filter((code) => code !== "") : [...teil.codes],
  );
  const codes = new Set(alle);
  return { codes, text: ` ${[...codes].join(" ")} `, hat: (code) => codes.has(code) };
}

/** The same list without some of its codes. */
export const ohne = (von: Codeliste, ...weg: readonly string[]): Codeliste =>
  liste([...von.codes].filter((code) => !weg.includes(code)).join(" "));
