import type { Parameter, Satz } from "#baukasten";
import { istDatum, plusTage } from "#kalender";

/** One small change of the law as the service states it. `setze` makes it in memory; what it returns takes it back. */
export type Mutant = { art: "Satz" | "Geltung" | "Quelle"; name: string; setze(): Promise<() => void> | (() => void) };

type Offen<T> = { -readonly [N in keyof T]: T[N] };
type Tafelartig = Parameter<readonly Zeile[]> & { spalten: Record<string, { art: string }> };
type Zeile = { wenn: Record<string, unknown>; dann: unknown };
export type Weg = readonly (string | number)[];

/**
 * Moves every figure by one step up and down, every day on which one begins, and the day up to which it was checked. Done in place, in
 * the very objects that the rules hold: whoever asks the parameter, node or function, gets the changed figure.
 *
 * @param fremde values that belong to another part, which proves them itself
 */
export const mutantenVon = (parameter: Parameter<unknown>, fremde: ReadonlySet<unknown> = new Set()): Mutant[] => [
  ...parameter.saetze.flatMap((satz) => [
    ...(fremde.has(satz.wert) ? [] : wertmutanten(parameter, satz)),
    ...[1, -1].map((tage) =>
      feldmutant("Geltung", `${parameter.schluessel} gilt ab`, satz, "gueltigAb", plusTage(satz.gueltigAb, tage)),
    ),
  ]),
  ...[1, -1].map((tage) => pruefmutant(parameter, tage)),
];

function feldmutant<K extends "wert" | "gueltigAb">(
  art: Mutant["art"],
  name: string,
  satz: Satz<unknown>,
  feld: K,
  neu: Satz<unknown>[K],
  zeige = `${String(satz[feld])} → ${String(neu)}`,
): Mutant {
  const offen = satz as Offen<Satz<unknown>>;
  return {
    art,
    name: `${name} ${zeige}`,
    setze() {
      const alt = offen[feld];
      (offen as Record<string, unknown>)[feld] = neu;
      return () => void ((offen as Record<string, unknown>)[feld] = alt);
    },
  };
}

function pruefmutant(parameter: Parameter<unknown>, tage: number): Mutant {
  const geprueftBis = plusTage(parameter.geprueftBis, tage);
  return {
    art: "Geltung",
    name: `${parameter.schluessel} geprüft bis ${parameter.geprueftBis} → ${geprueftBis}`,
    setze() {
      const { am } = parameter;
      parameter.am = (tag) => {
        // One day later the last figure is still given; one day earlier the last day has none: asked as the day beyond it.
        if (tage > 0) return am.call(parameter, tag > parameter.geprueftBis && tag <= geprueftBis ? parameter.geprueftBis : tag);
        return am.call(parameter, tag > geprueftBis ? plusTage(parameter.geprueftBis, 1) : tag);
      };
      return () => void (parameter.am = am);
    },
  };
}

function wertmutanten(parameter: Parameter<unknown>, satz: Satz<unknown>): Mutant[] {
  const name = `${parameter.schluessel} ab ${satz.gueltigAb}`;
  const geld = parameter.einheit.startsWith("Euro");
  const mutant = (weg: Weg, neu: unknown, alt: unknown) =>
    feldmutant(
      "Satz",
      `${name} ${weg.join(".")}`.trim(),
      satz,
      "wert",
      mit(satz.wert, weg, neu),
      `${String(alt)} → ${String(neu)}`,
    );
  if (!("spalten" in parameter))
    return blaetter(satz.wert).flatMap(({ weg, wert }) => schritte(wert, geld).map((neu) => mutant(weg, neu, wert)));
  const tafel = parameter as Tafelartig;
  const zeilen = satz.wert as readonly Zeile[];
  const ausgaben = zeilen.flatMap(({ dann }, nummer) =>
    blaetter(dann).flatMap(({ weg, wert }) => schritte(wert, geld).map((neu) => mutant([nummer, "dann", ...weg], neu, wert))),
  );
  return [...ausgaben, ...grenzmutanten(name, tafel, satz, zeilen)];
}

/** A boundary of a table stands in the rows on both of its sides; moved in one alone, the table would not even be defined. */
function grenzmutanten(name: string, { spalten }: Tafelartig, satz: Satz<unknown>, zeilen: readonly Zeile[]): Mutant[] {
  return Object.entries(spalten).flatMap(([spalte, { art }]) => {
    if (art === "auswahl" || art === "jaNein") return [];
    const grenzen = zeilen.flatMap(({ wenn }, nummer) =>
      blaetter(wenn[spalte]).map(({ weg, wert }) => ({
        weg: [nummer, "wenn", spalte, ...weg] as Weg,
        wert,
        schnitt: schnitt(art, weg.at(-1), wert),
      })),
    );
    return [...new Set(grenzen.map((grenze) => grenze.schnitt))].flatMap((gemeint) =>
      [1, -1].map((schritt) => {
        const betroffen = grenzen.filter((grenze) => grenze.schnitt === gemeint);
        const neu = betroffen.reduce((wert, grenze) => mit(wert, grenze.weg, verschiebe(grenze.wert, schritt)), satz.wert);
        return feldmutant("Satz", `${name} ${spalte}`, satz, "wert", neu, `Grenze ${String(gemeint)} um ${schritt}`);
      }),
    );
  });
}

/** The same place between two values, however it is written: up to 5, from 6 on. A single value has a place on either side. */
function schnitt(art: string, grenze: string | number | undefined, wert: unknown): string {
  const dahinter = grenze === "bis" || grenze === "ueber" || grenze === "nach";
  return art === "dezimal" ? `${String(wert)}${dahinter ? "+" : ""}` : String(dahinter ? verschiebe(wert, 1) : wert);
}
const verschiebe = (wert: unknown, schritt: number): unknown =>
  typeof wert === "string" ? plusTage(wert, schritt) : (wert as number) + schritt;

export function schritte(wert: unknown, geld: boolean): unknown[] {
  // Where the law speaks of whole euros a cent vanishes in its rounding; its step is the euro.
  if (typeof wert === "number") {
    const schritt = geld && wert % 100 === 0 && wert >= 100 ? 100 : 1;
    return [wert + schritt, wert - schritt];
  }
  if (typeof wert === "boolean") return [!wert];
  return typeof wert === "string" && istDatum(wert) ? [plusTage(wert, 1), plusTage(wert, -1)] : [];
}

export function blaetter(wert: unknown, weg: Weg = []): { weg: Weg; wert: unknown }[] {
  if (wert === null || wert === undefined) return [];
  if (typeof wert !== "object") return [{ weg, wert }];
  return Object.entries(wert).flatMap(([name, teil]) => blaetter(teil, [...weg, name]));
}

export function mit(wert: unknown, [erster, ...rest]: Weg, neu: unknown): unknown {
  if (erster === undefined) return neu;
  const kopie = (Array.isArray(wert) ? [...wert] : { ...(wert as object) }) as Record<string, unknown>;
  kopie[erster] = mit(kopie[erster], rest, neu);
  return kopie;
}
