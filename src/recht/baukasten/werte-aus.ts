import type { IsoDatum } from "#kalender";
import type { Bauplan, Eintrag, Knotenart } from "./knoten.ts";
import type { Regelwerk } from "./regelwerk.ts";

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
};
export type Auswertung = {
  readonly anspruch: boolean | undefined;
  readonly betragCent: number | undefined;
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
 * @throws {KeinSatz} where a parameter that is needed has no figure for the day
 */
export function werteAus(regelwerk: Regelwerk, fakten: Fakten, tag: IsoDatum, tage = 30, urteile: Urteile = {}): Auswertung {
  const { eintraege } = regelwerk;
  const werte: unknown[] = [];
  for (let nummer = 0; nummer < eintraege.length; nummer++) {
    const { bauplan } = eintraege[nummer] as Eintrag;
    switch (bauplan.art) {
      case "fakt":
        werte.push(fakten[bauplan.name]);
        break;
      case "tag":
        werte.push(tag);
        break;
      case "tage":
        werte.push(tage);
        break;
      case "parameter":
        werte.push(bauplan.parameter.am(tag).wert);
        break;
      case "funktion":
        werte.push(istVollstaendig(bauplan, werte) ? bauplan.funktion(sammle(bauplan, werte) as never, tag) : undefined);
        break;
      case "alle":
        werte.push(verknuepfe(bauplan.eingaben, werte, false));
        break;
      case "eine":
        werte.push(verknuepfe(bauplan.eingaben, werte, true));
        break;
      case "nicht": {
        const teil = werte[bauplan.eingaben[0]];
        werte.push(teil === undefined ? undefined : !teil);
        break;
      }
      case "person":
        werte.push(urteile[bauplan.name]);
        break;
    }
  }
  return new Ausgewertet(regelwerk, werte, tag);
}

/** What every node holds is all that the trace says; its lines are written when somebody reads them. */
class Ausgewertet implements Auswertung {
  readonly anspruch: boolean | undefined;
  readonly betragCent: number | undefined;
  readonly werte: readonly unknown[];
  readonly #regelwerk: Regelwerk;
  readonly #tag: IsoDatum;
  #spur: readonly Spurzeile[] | undefined;

  constructor(regelwerk: Regelwerk, werte: readonly unknown[], tag: IsoDatum) {
    this.anspruch = werte[regelwerk.anspruch.nummer] as boolean | undefined;
    this.betragCent = werte[regelwerk.betrag.nummer] as number | undefined;
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
        eingaben: bauplan.art === "funktion" ? sammle(bauplan, this.werte) : nichts,
      };
      if (bauplan.art === "parameter") zeile.quelle = bauplan.parameter.am(this.#tag).quelle;
      spur.push(zeile);
    }
    return spur;
  }
}

function sammle({ namen, eingaben }: Funktion, werte: readonly unknown[]): Werte {
  const gesammelt: Record<string, unknown> = {};
  for (let stelle = 0; stelle < namen.length; stelle++) gesammelt[namen[stelle] as string] = werte[eingaben[stelle] as number];
  return gesammelt;
}

function istVollstaendig({ eingaben }: Funktion, werte: readonly unknown[]): boolean {
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
