import type { IsoDatum } from "#kalender";
import { kanonisch } from "./kanonisch.ts";
import { defineParameter, KeinSatz, type Parameter, type Satz } from "./parameter.ts";
import {
  type Bedingung,
  type BedingungFuer,
  bedingungInWorten,
  type Spalte,
  type WertIn,
  type Zerlegt,
  zerlege,
} from "./spalte.ts";

export type Spalten = Readonly<Record<string, Spalte>>;
/** `unique`: exactly one row fits every case. `first`: the first that fits. `collect`: all that fit, in their order. */
export type Trefferregel = "unique" | "first" | "collect";

/** A row: on what, what. A column that `wenn` leaves out may hold anything. */
export type Tafelzeile<A, S extends Spalten = Spalten> = {
  wenn: { readonly [N in keyof S]?: BedingungFuer<S[N]> };
  dann: A;
  norm?: string;
  /** For the person, where the row's yes or no is the reason. */
  satz?: string;
};

/** A decision table of the law. Its rows are a dated figure like any other: with source, in the hash, replaceable by a planned change. */
export type Tafel<S extends Spalten = Spalten, A = unknown, T extends Trefferregel = Trefferregel> = Parameter<
  readonly Tafelzeile<A, S>[]
> & { spalten: S; treffer: T };
type Tafelangaben<S extends Spalten, A, T extends Trefferregel> = {
  schluessel: string;
  titel: string;
  /** Of what it gives, e.g. "Euro im Monat". */
  einheit?: string;
  spalten: S;
  treffer: T;
  saetze: readonly Satz<readonly Tafelzeile<A, S>[]>[];
  geprueftBis: IsoDatum;
};
/** What a table gives: with `collect` a list. */
export type Ausgabe<A, T extends Trefferregel> = T extends "collect" ? readonly A[] : A;
export type Eingabe<S extends Spalten> = { readonly [N in keyof S]: WertIn<S[N]> };

/**
 * @throws at definition: a case that no row fits (the first such cell is named), two rows that fit one case, a row that can never be hit.
 * Exact over the columns: every column is cut at the boundaries that occur, and every cell is looked at.
 */
export function defineTafel<const S extends Spalten, A, const T extends Trefferregel>(
  angaben: Tafelangaben<S, A, T>,
): Tafel<S, A, T> {
  const { spalten, treffer, einheit = "", ...rest } = angaben;
  const tafel: Tafel<S, A, T> = { ...defineParameter<readonly Tafelzeile<A, S>[]>({ ...rest, einheit }), spalten, treffer };
  for (const { gueltigAb, wert } of tafel.saetze) planFuer(tafel, wert, `${tafel.titel}, ab ${gueltigAb}`);
  return tafel;
}

/** Looks up by hand, for values that are all known. @throws {KeinSatz} without a figure for the day, or outside of a column */
export function schlageNach<S extends Spalten, A, T extends Trefferregel>(
  tafel: Tafel<S, A, T>,
  tag: IsoDatum,
  eingabe: Eingabe<S>,
): Ausgabe<A, T> {
  const namen = Object.keys(tafel.spalten);
  const werte = namen.map((name) => eingabe[name]);
  return tafelwert(tafel, tafel.am(tag).wert, werte) as Ausgabe<A, T>;
}

type Zeilen = readonly Tafelzeile<unknown>[];
type Plan = {
  zerlegt: readonly Zerlegt[];
  /** By cell: the rows that are hit, and what they give. Equal outputs are one object, so that two cells can be told apart by `===`. */
  getroffen: readonly (readonly number[])[];
  ausgaben: readonly unknown[];
};
const plaene = new WeakMap<Zeilen, Plan>();
const HOECHSTENS = 200_000;

/** Rows are checked when they are first seen: those of a planned change as well. */
function planFuer(tafel: Tafel, zeilen: Zeilen, wo = tafel.titel): Plan {
  let plan = plaene.get(zeilen);
  if (!plan) {
    plan = baue(tafel, zeilen);
    pruefe(tafel, zeilen, plan, wo);
    plaene.set(zeilen, plan);
  }
  return plan;
}

function baue({ spalten, treffer, titel }: Tafel, zeilen: Zeilen): Plan {
  const fremd = zeilen.flatMap(({ wenn }) => Object.keys(wenn)).find((name) => !Object.hasOwn(spalten, name));
  if (fremd !== undefined) throw new Error(`${titel}: eine Zeile nennt die Spalte „${fremd}“, die es nicht gibt.`);
  const zerlegt = Object.entries(spalten).map(([name, spalte]) =>
    zerlege(
      spalte,
      zeilen.map(({ wenn }) => wenn[name] as Bedingung),
    ),
  );
  const zahl = zerlegt.reduce((produkt, { anzahl }) => produkt * anzahl, 1);
  if (zahl > HOECHSTENS) throw new Error(`${titel}: ${zahl} Zellen sind zu viele für eine Tafel; teilen Sie sie.`);
  const getroffen = Array.from({ length: zahl }, (_, zelle) => {
    const stellen = stellenVon(zerlegt, zelle);
    const passend = zeilen.flatMap((_zeile, nummer) =>
      zerlegt.every(({ gedeckt }, spalte) => gedeckt[nummer]?.[stellen[spalte] as number]) ? [nummer] : [],
    );
    return treffer === "first" ? passend.slice(0, 1) : passend;
  });
  const gleiche = new Map<string, unknown>();
  const ausgaben = getroffen.map((nummern) => {
    if (treffer !== "collect" && nummern.length !== 1) return undefined;
    const alle = nummern.map((nummer) => zeilen[nummer]?.dann);
    const ausgabe = treffer === "collect" ? Object.freeze(alle) : alle[0];
    const schluessel = kanonisch(ausgabe);
    if (!gleiche.has(schluessel)) gleiche.set(schluessel, ausgabe);
    return gleiche.get(schluessel);
  });
  return { zerlegt, getroffen, ausgaben };
}

/** Cells are numbered like the digits of a clock: the last column turns fastest. */
function stellenVon(zerlegt: readonly Zerlegt[], zelle: number): number[] {
  const stellen: number[] = [];
  let rest = zelle;
  for (let spalte = zerlegt.length - 1; spalte >= 0; spalte--) {
    const { anzahl } = zerlegt[spalte] as Zerlegt;
    stellen[spalte] = rest % anzahl;
    rest = Math.floor(rest / anzahl);
  }
  return stellen;
}

function pruefe(tafel: Tafel, zeilen: Zeilen, { zerlegt, getroffen }: Plan, wo: string): void {
  if (zeilen.length === 0) throw new Error(`${wo}: die Tafel hat keine Zeile.`);
  const worte = (zelle: number) =>
    stellenVon(zerlegt, zelle)
      .map((stelle, spalte) => zerlegt[spalte]?.worte(stelle))
      .join(", ");
  const zeile = (nummer: number) => `Zeile ${nummer + 1} (${zeileInWorten(tafel, zeilen[nummer] as Tafelzeile<unknown>)})`;
  if (tafel.treffer !== "collect") {
    const luecke = getroffen.findIndex((nummern) => nummern.length === 0);
    if (luecke >= 0) throw new Error(`${wo}: für keine Zeile passt: ${worte(luecke)}.`);
  }
  if (tafel.treffer === "unique") {
    const doppelt = getroffen.findIndex((nummern) => nummern.length > 1);
    const [eine, andere] = getroffen[doppelt] ?? [];
    if (eine !== undefined && andere !== undefined)
      throw new Error(`${wo}: ${zeile(eine)} und ${zeile(andere)} überschneiden sich bei: ${worte(doppelt)}.`);
  }
  const erreicht = new Set(getroffen.flat());
  const nie = zeilen.findIndex((_, nummer) => !erreicht.has(nummer));
  if (nie >= 0) throw new Error(`${wo}: ${zeile(nie)} wird nie erreicht.`);
}

/** The cells that fit what is known; undefined stands for unknown. @throws {KeinSatz} where a value lies outside of its column */
function zellenFuer(tafel: Tafel, { zerlegt }: Plan, werte: readonly unknown[]): number[] {
  let zellen = [0];
  for (const [spalte, { anzahl, zelleVon }] of zerlegt.entries()) {
    const wert = werte[spalte];
    const bekannt = wert === undefined ? undefined : zelleVon(wert);
    if (bekannt === -1) {
      const { titel } = Object.values(tafel.spalten)[spalte] as Spalte;
      throw new KeinSatz(`„${tafel.titel}“ sagt nichts über „${titel}“ ${String(wert)}.`);
    }
    zellen =
      bekannt === undefined
        ? zellen.flatMap((zelle) => Array.from({ length: anzahl }, (_, stelle) => zelle * anzahl + stelle))
        : zellen.map((zelle) => zelle * anzahl + bekannt);
  }
  return zellen;
}

/** Three-valued: with something unknown the output is known where every row that is still possible gives the same. */
export function tafelwert(tafel: Tafel, zeilen: Zeilen, werte: readonly unknown[]): unknown {
  const plan = planFuer(tafel, zeilen);
  const zellen = zellenFuer(tafel, plan, werte);
  const erste = plan.ausgaben[zellen[0] as number];
  return zellen.every((zelle) => plan.ausgaben[zelle] === erste) ? erste : undefined;
}

/** The rows that were hit, or could be; for the trace. */
export function getroffeneZeilen(tafel: Tafel, zeilen: Zeilen, werte: readonly unknown[]): number[] {
  const plan = planFuer(tafel, zeilen);
  return [...new Set(zellenFuer(tafel, plan, werte).flatMap((zelle) => plan.getroffen[zelle] ?? []))].sort((a, b) => a - b);
}

/** Whether knowing this column could change the output. What cannot is not asked for. */
export function istStrittig(tafel: Tafel, zeilen: Zeilen, werte: readonly unknown[], spalte: number): boolean {
  const plan = planFuer(tafel, zeilen);
  const nach = Array.from({ length: plan.zerlegt[spalte]?.anzahl ?? 0 }, () => [] as unknown[]);
  for (const zelle of zellenFuer(tafel, plan, werte))
    nach[stellenVon(plan.zerlegt, zelle)[spalte] as number]?.push(plan.ausgaben[zelle]);
  return nach.some((ausgaben) => ausgaben.some((ausgabe, stelle) => ausgabe !== nach[0]?.[stelle]));
}

/** A row as people read it. */
export const zeileInWorten = ({ spalten }: Pick<Tafel, "spalten">, { wenn }: Pick<Tafelzeile<unknown>, "wenn">): string =>
  Object.entries(spalten)
    .filter(([name]) => wenn[name] !== undefined)
    .map(([name, spalte]) => bedingungInWorten(spalte, wenn[name] as Bedingung))
    .join(", ") || "in jedem Fall";
