import type { IsoDatum } from "#kalender";
import type { Bauplan, Eingaben, Eintrag, FaktAngaben, Knoten, Knotenart, Parameterplan, Satzpaar, Werte } from "./knoten.ts";
import type { Parameter } from "./parameter.ts";
import { parameterOhneMandant, type Satzung } from "./satzung.ts";
import type { WertIn } from "./spalte.ts";
import type { Ausgabe, Spalten, Tafel, Trefferregel } from "./tafel.ts";

/** A finished graph: nodes in an order in which each stands after its inputs. */
export type Regelwerk = {
  name: string;
  version: string;
  eintraege: readonly Eintrag[];
  /** True: granted, false: refused, unknown: open. */
  anspruch: Knoten<boolean>;
  /** Cents for the period that is judged, for periods with a claim; none where the Leistung is not about an amount. */
  betrag?: Knoten<number>;
  /** Cents that the person owes for what is granted. Its title and norm are those of the demand. */
  gebuehr?: Knoten<number>;
  /** The nodes that the calculation in the notice shows, in this order. */
  rechenweg: readonly Knoten<number>[];
};

/**
 * Builds a graph of rules. A node can only name nodes that exist already, so the graph has no circles, and it combines others only
 * through `alle`, `eine`, `nicht`: a free `||` inside a function would demand evidence that the law does not need.
 */
export function beginneRegelwerk(name: string, version: string) {
  const eintraege: Eintrag[] = [];
  const schluessel = new Set<string>();

  function neu<T>(titel: string, norm: string, art: Knotenart, bauplan: Bauplan, satz?: Satzpaar, eigener?: string): Knoten<T> {
    const key = eigener ?? titel;
    // Facts and judgements are looked up by name in plain objects, which inherit these.
    if (key in Object.prototype) throw new Error(`Regelwerk ${name}: „${key}“ kann kein Knoten heißen.`);
    if (schluessel.has(key)) throw new Error(`Regelwerk ${name}: den Knoten „${key}“ gibt es schon.`);
    schluessel.add(key);
    const knoten: Knoten<T> = { nummer: eintraege.length, schluessel: key, titel, norm, art };
    eintraege.push({ knoten, bauplan, ...(satz && { satz }) });
    return knoten;
  }
  function pruefeEingaben(titel: string, eingaben: readonly Knoten<unknown>[]): number[] {
    return eingaben.map((eingabe) => {
      if (eintraege[eingabe.nummer]?.knoten !== eingabe)
        throw new Error(`Regelwerk ${name}: „${titel}“ greift auf einen Knoten eines anderen Regelwerks zu.`);
      return eingabe.nummer;
    });
  }
  function funktion<E extends Eingaben>(titel: string, eingaben: E, fn: (werte: Werte<E>, tag: IsoDatum) => unknown): Bauplan {
    const namen = Object.keys(eingaben);
    return { art: "funktion", namen, eingaben: pruefeEingaben(titel, Object.values(eingaben)), funktion: fn };
  }

  /** On `tag`: the node that holds the day of the figure; default: the day that is judged. */
  function parameterknoten<T>(
    titel: string,
    norm: string,
    bauplan: Pick<Parameterplan, "satzung" | "jeTag"> & { parameter: Parameter<T> },
    tag: Knoten<unknown> | undefined,
    schluessel = bauplan.parameter.schluessel,
  ): Knoten<T> {
    const [eingabe] = tag ? pruefeEingaben(titel, [tag]) : [];
    const plan = { ...bauplan, parameter: bauplan.parameter as Parameter<unknown> };
    return neu(
      titel,
      norm,
      "parameter",
      { art: "parameter", ...plan, eingaben: eingabe === undefined ? [] : [eingabe] },
      undefined,
      schluessel,
    );
  }

  return {
    /** A fact from outside, by the name under which `fakten` delivers it. */
    fakt: <T>(faktName: string, angaben: FaktAngaben<T>): Knoten<T> =>
      neu(angaben.titel, "", "fakt", { art: "fakt", name: faktName, angaben }, undefined, faktName),
    /** The day that is judged. */
    tag: (): Knoten<IsoDatum> => neu("Tag der Beurteilung", "", "fakt", { art: "tag" }),
    /** How many of the 30 days of a month the claim holds. */
    tage: (): Knoten<number> => neu("Tage mit Anspruch im Monat", "", "fakt", { art: "tage" }),
    /** The last day of the period that is judged; for a single day the day itself. */
    bis: (): Knoten<IsoDatum> => neu("Letzter Tag des Zeitraums", "", "fakt", { art: "bis" }),
    /**
     * A dated figure of the law, on the day that is judged, or on the one that `tag` holds: which law holds can follow the day of birth,
     * the day of the application, the first of a year. A function that asked the parameter itself would hide the figure from the
     * lawyer's view, from a planned change and from the hash.
     */
    parameter: <T>(parameter: Parameter<T>, norm: string, tag?: Knoten<IsoDatum>): Knoten<T> =>
      parameterknoten(parameter.titel, norm, { parameter }, tag),
    /** A figure for each of several days, by day: for what came in month by month. */
    parameterJeTag: <T>(
      titel: string,
      parameter: Parameter<T>,
      norm: string,
      tage: Knoten<readonly IsoDatum[]>,
    ): Knoten<Readonly<Record<IsoDatum, T>>> => {
      const knoten = parameterknoten(titel, norm, { parameter, jeTag: true }, tage, titel);
      return knoten as Knoten<unknown> as Knoten<Readonly<Record<IsoDatum, T>>>;
    },
    /** A figure that a Satzung of the Mandant sets, on the day that is judged, or on the one that `tag` holds. */
    satzung: <T>(satzung: Satzung<T>, norm: string, tag?: Knoten<IsoDatum>): Knoten<T> =>
      parameterknoten(
        satzung.titel,
        norm,
        { parameter: parameterOhneMandant(satzung), satzung: satzung as Satzung<unknown> },
        tag,
      ),
    /** A decision table on the day that is judged, or on the one that `tag` holds. Its rows are a parameter; with `collect` it holds a list. */
    tafel: <S extends Spalten, A, T extends Trefferregel>(
      tafel: Tafel<S, A, T>,
      norm: string,
      eingaben: { readonly [N in keyof S]: Knoten<WertIn<S[N]>> },
      satz?: Satzpaar,
      tag?: Knoten<IsoDatum>,
    ): Knoten<Ausgabe<A, T>> => {
      const namen = Object.keys(tafel.spalten);
      const spalten = namen.map((spalte) => eingaben[spalte] as Knoten<unknown>);
      const zeilen = parameterknoten(`Zeilen der Tafel „${tafel.titel}“`, norm, { parameter: tafel }, tag);
      const nummern = pruefeEingaben(tafel.titel, [zeilen, ...spalten]);
      const bauplan: Bauplan = { art: "tafel", tafel: tafel as unknown as Tafel, namen, eingaben: nummern };
      return neu(tafel.titel, norm, "tafel", bauplan, satz);
    },
    /** One comparison. */
    knoten: <E extends Eingaben>(
      titel: string,
      norm: string,
      eingaben: E,
      fn: (werte: Werte<E>, tag: IsoDatum) => boolean,
      satz?: Satzpaar,
    ): Knoten<boolean> => neu(titel, norm, "bedingung", funktion(titel, eingaben, fn), satz),
    /** One step of calculation. */
    rechne: <E extends Eingaben, T>(
      titel: string,
      norm: string,
      eingaben: E,
      fn: (werte: Werte<E>, tag: IsoDatum) => T,
    ): Knoten<T> => neu(titel, norm, "rechnung", funktion(titel, eingaben, fn)),
    /** Rounding is a rule of its own, with its norm. */
    runde: (titel: string, norm: string, betrag: Knoten<number>, fn: (cent: number) => number): Knoten<number> =>
      neu(
        titel,
        norm,
        "rundung",
        funktion(titel, { betrag }, (werte) => fn(werte.betrag)),
      ),
    alle: (titel: string, norm: string, teile: readonly Knoten<boolean>[], satz?: Satzpaar): Knoten<boolean> =>
      neu(titel, norm, "alle", { art: "alle", eingaben: pruefeEingaben(titel, teile) }, satz),
    eine: (titel: string, norm: string, teile: readonly Knoten<boolean>[], satz?: Satzpaar): Knoten<boolean> =>
      neu(titel, norm, "eine", { art: "eine", eingaben: pruefeEingaben(titel, teile) }, satz),
    nicht: (titel: string, norm: string, teil: Knoten<boolean>, satz?: Satzpaar): Knoten<boolean> =>
      neu(titel, norm, "nicht", { art: "nicht", eingaben: [pruefeEingaben(titel, [teil])[0] ?? 0] }, satz),
    /** Discretion or judgement: no function at all, the value comes from a person. */
    person: (
      personName: string,
      titel: string,
      norm: string,
      art: "ermessen" | "beurteilung",
      satz?: Satzpaar,
    ): Knoten<boolean> => neu(titel, norm, art, { art: "person", name: personName }, satz, personName),
    schliesse: (ende: Omit<Regelwerk, "name" | "version" | "eintraege">): Regelwerk => ({
      name,
      version,
      eintraege: [...eintraege],
      ...ende,
    }),
  };
}
