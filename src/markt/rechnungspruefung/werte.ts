import type { Knoten } from "./baum.ts";
import type { Dezimal } from "./dezimal.ts";

/** Something stands there: at least one of them has text that is not white space. */
export const gefuellt = (werte: readonly Knoten[]): boolean => werte.some(({ norm }) => norm !== "");
/** The element is there, filled or not. */
export const vorhanden = (werte: readonly unknown[]): boolean => werte.length > 0;
/** The normalised text of the first; empty where there is none. */
export const text = (werte: readonly Knoten[]): string => werte[0]?.norm ?? "";
export const attribut = (werte: readonly Knoten[], name: string): string | undefined => werte[0]?.attribut(name);

/** Undefined where the element is missing or is no decimal: what cannot be reckoned with never counts as right. */
export const zahl = (werte: readonly Knoten[]): Dezimal | undefined => werte[0]?.dezimal;
/** All of them as decimals; undefined as soon as one is none. */
export function zahlen(werte: readonly Knoten[]): Dezimal[] | undefined {
  const gelesen: Dezimal[] = [];
  for (const { dezimal: eine } of werte) {
    if (!eine) return undefined;
    gelesen.push(eine);
  }
  return gelesen;
}

/** Number of characters after the first point, as written: trailing zeros and white space count, as in the official rules. */
export function nachkommastellen({ text }: Knoten): number {
  const komma = text.indexOf(".");
  return komma < 0 ? 0 : [...text.slice(komma + 1)].length;
}

/** Calendar day as `2026-11-28`: UBL writes it so (perhaps with a time zone), CII as `20261128` with format 102. Undefined where it is none. */
export function tag(knoten: Knoten | undefined): string | undefined {
  if (!knoten) return undefined;
  const cii = knoten.name === "udt:DateTimeString" || knoten.name === "qdt:DateTimeString";
  if (cii && knoten.attribut("format") !== "102") return undefined;
  const [, jahr, monat, tagDesMonats] =
    knoten.norm.match(cii ? /^(\d{4})(\d{2})(\d{2})$/ : /^(\d{4})-(\d{2})-(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/) ?? [];
  const iso = `${jahr}-${monat}-${tagDesMonats}`;
  return jahr && istTag(iso) ? iso : undefined;
}

function istTag(iso: string): boolean {
  const zeit = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(zeit) && new Date(zeit).toISOString().slice(0, 10) === iso;
}
