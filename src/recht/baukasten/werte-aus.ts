import type { IsoDatum } from "#kalender";
import type { Bauplan, Knotenart } from "./knoten.ts";
import type { Parameter } from "./parameter.ts";
import type { Regelwerk } from "./regelwerk.ts";
import { getroffeneZeilen, type Tafel, type Tafelzeile, tafelwert, zeileInWorten } from "./tafel.ts";

/** Facts by name; a fact that is missing or undefined is unknown. */
export type Fakten = Readonly<Record<string, unknown>>;
export type Urteile = Readonly<Record<string, boolean>>;
export type Spurzeile = {
  schluessel: string;
  titel: string;
  norm: string;
  art: Knotenart;
  /** undefined: unknown. */
  wert: unknown;
  /** The values that went in, by name. */
  eingaben: Readonly<Record<string, unknown>>;
  quelle?: string;
  /** Of a decision table: the rows that were hit, or could be as long as something is unknown. */
  zeilen?: { nummer: number; text: string; norm?: string }[];
};
export type Auswertung = {
  readonly anspruch: boolean | undefined;
  /** 0 where the rules know no amount. */
  readonly betragCent: number | undefined;
  /** 0 where the rules know no fee. */
  readonly gebuehrCent: number | undefined;
  /** What every node holds, in the order of the graph. */
  readonly werte: readonly unknown[];
  /** One line a node, in the order of the graph. */
  readonly spur: readonly Spurzeile[];
};

type Werte = Readonly<Record<string, unknown>>;
type Funktion = Extract<Bauplan, { art: "funktion" }>;
const nichts: Werte = Object.freeze({});

/**
 * Evaluates every node once, in order. Three-valued: a function whose input is unknown is unknown; `alle`, `eine`, `nicht` follow
 * Kleene's logic, so that one known condition can settle what another leaves open.
 *
 * @param tag the day that is judged: parameters are taken as of this day
 * @param tage days of the month with a claim, 30 for a whole month
 * @param bis last day of the period that is judged
 * @throws {KeinSatz} where a parameter that is needed has no figure for the day
 */
export function werteAus(
  regelwerk: Regelwerk,
  fakten: Fakten,
  tag: IsoDatum,
  tage = 30,
  urteile: Urteile = {},
  bis: IsoDatum = tag,
): Auswertung {
  const schritte = schritteFuer(regelwerk);
  const werte: unknown[] = new Array(schritte.length);
  for (let nummer = 0; nummer < schritte.length; nummer++) {
    const schritt = schritte[nummer] as Schritt;
    switch (schritt.art) {
      case FAKT:
        werte[nummer] = fakten[schritt.name];
        break;
      case FUNKTION:
        werte[nummer] = istVollstaendig(schritt, werte) ? schritt.funktion(sammle(schritt, werte) as never, tag) : undefined;
        break;
      case VERKNUEPFUNG:
        werte[nummer] = verknuepfe(schritt.eingaben, werte, schritt.entscheidend);
        break;
      case NICHT: {
        const teil = werte[schritt.eingaben[0] as number];
        werte[nummer] = teil === undefined ? undefined : !teil;
        break;
      }
      case PARAMETER:
        werte[nummer] = schritt.parameter?.am(tag).wert;
        break;
      case TAFEL:
        werte[nummer] = tafelwert(schritt.tafel as Tafel, ...ausTafel(schritt, werte));
        break;
      case PERSON:
        werte[nummer] = urteile[schritt.name];
        break;
      case TAGE:
        werte[nummer] = tage;
        break;
      case BIS:
        werte[nummer] = bis;
        break;
      default:
        werte[nummer] = tag;
    }
  }
  return new Ausgewertet(regelwerk, werte, tag);
}

const [FAKT, FUNKTION, VERKNUEPFUNG, NICHT, PARAMETER, PERSON, TAGE, BIS, TAFEL, TAG] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * A Bauplan with every field there is: steps of one shape run a third faster than the union, whose shapes the engine has to tell apart
 * at each access (bench/regeln.ts).
 */
type Schritt = {
  art: number;
  name: string;
  namen: readonly string[];
  eingaben: readonly number[];
  entscheidend: boolean;
  funktion: Funktion["funktion"];
  parameter: Parameter<unknown> | undefined;
  tafel: Tafel | undefined;
};
const leer: Schritt = {
  art: TAG,
  name: "",
  namen: [],
  eingaben: [],
  entscheidend: false,
  funktion: () => undefined,
  parameter: undefined,
  tafel: undefined,
};
const bekannte = new WeakMap<Regelwerk, readonly Schritt[]>();

function schritteFuer(regelwerk: Regelwerk): readonly Schritt[] {
  let schritte = bekannte.get(regelwerk);
  if (!schritte) {
    schritte = regelwerk.eintraege.map(({ bauplan }) => schrittFuer(bauplan));
    bekannte.set(regelwerk, schritte);
  }
  return schritte;
}

function schrittFuer(bauplan: Bauplan): Schritt {
  switch (bauplan.art) {
    case "fakt":
      return { ...leer, art: FAKT, name: bauplan.name };
    case "person":
      return { ...leer, art: PERSON, name: bauplan.name };
    case "tag":
      return { ...leer };
    case "tage":
      return { ...leer, art: TAGE };
    case "bis":
      return { ...leer, art: BIS };
    case "parameter":
      return { ...leer, art: PARAMETER, parameter: bauplan.parameter };
    case "funktion":
      return { ...leer, art: FUNKTION, namen: bauplan.namen, eingaben: bauplan.eingaben, funktion: bauplan.funktion };
    case "tafel":
      return { ...leer, art: TAFEL, eingaben: bauplan.eingaben, tafel: bauplan.tafel };
    case "alle":
    case "eine":
      return { ...leer, art: VERKNUEPFUNG, eingaben: bauplan.eingaben, entscheidend: bauplan.art === "eine" };
    case "nicht":
      return { ...leer, art: NICHT, eingaben: bauplan.eingaben };
  }
}

/** What every node holds is all that the trace says; its lines are written when somebody reads them. */
class Ausgewertet implements Auswertung {
  readonly anspruch: boolean | undefined;
  readonly betragCent: number | undefined;
  readonly gebuehrCent: number | undefined;
  readonly werte: readonly unknown[];
  readonly #regelwerk: Regelwerk;
  readonly #tag: IsoDatum;
  #spur: readonly Spurzeile[] | undefined;

  constructor(regelwerk: Regelwerk, werte: readonly unknown[], tag: IsoDatum) {
    this.anspruch = werte[regelwerk.anspruch.nummer] as boolean | undefined;
    this.betragCent = regelwerk.betrag ? (werte[regelwerk.betrag.nummer] as number | undefined) : 0;
    this.gebuehrCent = regelwerk.gebuehr ? (werte[regelwerk.gebuehr.nummer] as number | undefined) : 0;
    this.werte = werte;
    this.#regelwerk = regelwerk;
    this.#tag = tag;
  }

  get spur(): readonly Spurzeile[] {
    this.#spur ??= this.#schreibeSpur();
    return this.#spur;
  }

  #schreibeSpur(): Spurzeile[] {
    const spur: Spurzeile[] = [];
    for (const { knoten, bauplan } of this.#regelwerk.eintraege) {
      const { schluessel, titel, norm, art, nummer } = knoten;
      const zeile: Spurzeile = {
        schluessel,
        titel,
        norm,
        art,
        wert: this.werte[nummer],
        eingaben: eingabenVon(bauplan, this.werte),
      };
      if (bauplan.art === "parameter") zeile.quelle = bauplan.parameter.am(this.#tag).quelle;
      if (bauplan.art === "tafel") zeile.zeilen = zeilenVon(bauplan, this.werte);
      spur.push(zeile);
    }
    return spur;
  }
}

type Tafelplan = Extract<Bauplan, { art: "tafel" }>;
type Zeilen = readonly Tafelzeile<unknown>[];
/** The rows of the day, and what the columns hold. */
export const ausTafel = ({ eingaben }: Pick<Tafelplan, "eingaben">, werte: readonly unknown[]): [Zeilen, unknown[]] => [
  werte[eingaben[0] as number] as Zeilen,
  eingaben.slice(1).map((nummer) => werte[nummer]),
];

function zeilenVon(bauplan: Tafelplan, werte: readonly unknown[]): NonNullable<Spurzeile["zeilen"]> {
  const [zeilen, spalten] = ausTafel(bauplan, werte);
  return getroffeneZeilen(bauplan.tafel, zeilen, spalten).map((nummer) => {
    const zeile = zeilen[nummer] as Tafelzeile<unknown>;
    return { nummer: nummer + 1, text: zeileInWorten(bauplan.tafel, zeile), ...(zeile.norm && { norm: zeile.norm }) };
  });
}

function eingabenVon(bauplan: Bauplan, werte: readonly unknown[]): Werte {
  if (bauplan.art === "funktion") return sammle(bauplan, werte);
  return bauplan.art === "tafel" ? sammle({ namen: bauplan.namen, eingaben: bauplan.eingaben.slice(1) }, werte) : nichts;
}

function sammle({ namen, eingaben }: Pick<Funktion, "namen" | "eingaben">, werte: readonly unknown[]): Werte {
  const gesammelt: Record<string, unknown> = {};
  for (let stelle = 0; stelle < namen.length; stelle++) gesammelt[namen[stelle] as string] = werte[eingaben[stelle] as number];
  return gesammelt;
}

function istVollstaendig({ eingaben }: Pick<Funktion, "eingaben">, werte: readonly unknown[]): boolean {
  for (let stelle = 0; stelle < eingaben.length; stelle++) if (werte[eingaben[stelle] as number] === undefined) return false;
  return true;
}

/** `entscheidend` false: all must hold. True: one must hold. The deciding value settles it whatever else is unknown. */
function verknuepfe(nummern: readonly number[], werte: readonly unknown[], entscheidend: boolean): boolean | undefined {
  let offen = false;
  for (const nummer of nummern) {
    const wert = werte[nummer];
    if (wert === entscheidend) return entscheidend;
    if (wert === undefined) offen = true;
  }
  return offen ? undefined : !entscheidend;
}

/** Whether something unknown leaves the result, or what is paid or owed with it, open. */
export const istOffen = ({ anspruch, betragCent, gebuehrCent }: Auswertung): boolean =>
  anspruch === undefined || (anspruch && (betragCent === undefined || gebuehrCent === undefined));
