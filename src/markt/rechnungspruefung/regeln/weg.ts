import type { Dokument, Knoten } from "../baum.ts";
import { type Dezimal, vergleiche } from "../dezimal.ts";

/** What a rule demands of the element it speaks about. Pure: it sees the document and nothing else. */
export type Pruefung = (k: Knoten, d: Dokument) => boolean;
export type Weg = (von: Knoten) => readonly Knoten[];

const nichts: readonly Knoten[] = [];

/** The official engine stops with an error where one value is needed and two stand there, or a figure is none. Then no rule is kept. */
export class Unlesbar extends Error {}

/** Compiles `a/(b|c)/d` and `../a`. Followed on every document of the day: no string is split twice. */
export function weg(pfad: string): Weg {
  const schritte = pfad.split("/").map((schritt) => (schritt.startsWith("(") ? schritt.slice(1, -1).split("|") : schritt));
  const [erster] = schritte;
  if (schritte.length === 1 && typeof erster === "string" && erster !== "..") return (von) => kinder(von, erster);
  return (von) => {
    let hier: readonly Knoten[] = [von];
    for (const schritt of schritte) {
      const dort: Knoten[] = [];
      for (const k of hier) {
        if (schritt === "..") {
          if (k.eltern && !dort.includes(k.eltern)) dort.push(k.eltern);
        } else {
          for (const kind of k.kinder)
            if (typeof schritt === "string" ? kind.name === schritt : schritt.includes(kind.name)) dort.push(kind);
        }
      }
      if (dort.length === 0) return nichts;
      hier = dort;
    }
    return hier;
  };
}

function kinder(von: Knoten, name: string): readonly Knoten[] {
  let gefunden: Knoten[] | undefined;
  for (const kind of von.kinder) {
    if (kind.name !== name) continue;
    if (gefunden) gefunden.push(kind);
    else gefunden = [kind];
  }
  return gefunden ?? nichts;
}

const gemerkt = new Map<string, Weg>();
/** The same path is compiled once, however many rules name it. */
export function nach(pfad: string): Weg {
  let fertig = gemerkt.get(pfad);
  if (!fertig) {
    fertig = weg(pfad);
    gemerkt.set(pfad, fertig);
  }
  return fertig;
}

/** At most one, as the official engine demands where it takes text or a figure from a path. */
export function eins(knoten: readonly Knoten[]): Knoten | undefined {
  if (knoten.length > 1) throw new Unlesbar(`${knoten.length} mal ${knoten[0]?.name}`);
  return knoten[0];
}

/** The figure of an element. */
export function zahl(k: Knoten): Dezimal {
  const gelesen = k.dezimal;
  if (!gelesen) throw new Unlesbar(`${k.name} ist keine Zahl`);
  return gelesen;
}

/** The figure at a path, nothing where the path leads nowhere. */
export const betragVon = (pfad: string) => {
  const hin = nach(pfad);
  return (k: Knoten): Dezimal | undefined => {
    const ziel = eins(hin(k));
    return ziel && zahl(ziel);
  };
};

/** As in XPath, a comparison with nothing is never true. */
export const istGleich = (a: Dezimal | undefined, b: Dezimal | undefined): boolean => !!a && !!b && vergleiche(a, b) === 0;

export const hat = (pfad: string): Pruefung => {
  const hin = nach(pfad);
  return (k) => hin(k).length > 0;
};
export const fehlt = (pfad: string): Pruefung => {
  const hin = nach(pfad);
  return (k) => hin(k).length === 0;
};
/** One element with text in it. */
export const voll = (pfad: string): Pruefung => {
  const hin = nach(pfad);
  return (k) => (eins(hin(k))?.norm ?? "") !== "";
};
/** Among them at least one with text in it. */
export const einesVoll = (pfad: string): Pruefung => {
  const hin = nach(pfad);
  return (k) => hin(k).some(({ norm }) => norm !== "");
};
export const hoechstens = (pfad: string, anzahl = 1): Pruefung => {
  const hin = nach(pfad);
  return (k) => hin(k).length <= anzahl;
};
export const genauEins = (pfad: string): Pruefung => {
  const hin = nach(pfad);
  return (k) => hin(k).length === 1;
};
export const hatAttribut = (pfad: string, attribut: string): Pruefung => {
  const hin = nach(pfad);
  return (k) => hin(k).some((ziel) => ziel.attribut(attribut) !== undefined);
};
export const eigenesAttribut =
  (attribut: string): Pruefung =>
  (k) =>
    k.attribut(attribut) !== undefined;
/** At most two characters after the point; white space and trailing zeros count as written. */
export const zweiStellen = (pfad: string): Pruefung => {
  const hin = nach(pfad);
  return (k) => nachPunkt(eins(hin(k))?.text ?? "") <= 2;
};
export const nachPunkt = (text: string): number => {
  const punkt = text.indexOf(".");
  return punkt < 0 ? 0 : [...text.slice(punkt + 1)].length;
};

export const nicht =
  (p: Pruefung): Pruefung =>
  (k, d) =>
    !p(k, d);
export const und =
  (...alle: Pruefung[]): Pruefung =>
  (k, d) =>
    alle.every((p) => p(k, d));
export const oder =
  (...alle: Pruefung[]): Pruefung =>
  (k, d) =>
    alle.some((p) => p(k, d));
export const immer: Pruefung = () => true;
export const nie: Pruefung = () => false;
