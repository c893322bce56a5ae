import type { IsoDatum } from "#kalender";
import type { Eintrag, Knotenart } from "./knoten.ts";
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
  anspruch: boolean | undefined;
  betragCent: number | undefined;
  /** One line a node, in the order of the graph. */
  spur: readonly Spurzeile[];
};

const nichts: Readonly<Record<string, unknown>> = Object.freeze({});

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
  const werte: unknown[] = new Array(eintraege.length);
  const spur: Spurzeile[] = new Array(eintraege.length);
  for (let nummer = 0; nummer < eintraege.length; nummer++) {
    const eintrag = eintraege[nummer] as Eintrag;
    const { knoten, bauplan } = eintrag;
    let wert: unknown;
    let eingaben = nichts;
    let quelle: string | undefined;
    switch (bauplan.art) {
      case "fakt":
        wert = fakten[bauplan.name];
        break;
      case "tag":
        wert = tag;
        break;
      case "tage":
        wert = tage;
        break;
      case "parameter": {
        const satz = bauplan.parameter.am(tag);
        wert = satz.wert;
        quelle = satz.quelle;
        break;
      }
      case "funktion": {
        const gesammelt = sammle(bauplan.namen, bauplan.eingaben, werte);
        eingaben = gesammelt.eingaben;
        wert = gesammelt.vollstaendig ? bauplan.funktion(eingaben as never, tag) : undefined;
        break;
      }
      case "alle":
        wert = verknuepfe(bauplan.eingaben, werte, false);
        break;
      case "eine":
        wert = verknuepfe(bauplan.eingaben, werte, true);
        break;
      case "nicht": {
        const teil = werte[bauplan.eingaben[0]];
        wert = teil === undefined ? undefined : !teil;
        break;
      }
      case "person":
        wert = urteile[bauplan.name];
        break;
    }
    werte[nummer] = wert;
    spur[nummer] =
      quelle === undefined
        ? { schluessel: knoten.schluessel, titel: knoten.titel, norm: knoten.norm, art: knoten.art, wert, eingaben }
        : { schluessel: knoten.schluessel, titel: knoten.titel, norm: knoten.norm, art: knoten.art, wert, eingaben, quelle };
  }
  return {
    anspruch: werte[regelwerk.anspruch.nummer] as boolean | undefined,
    betragCent: werte[regelwerk.betrag.nummer] as number | undefined,
    spur,
  };
}

function sammle(namen: readonly string[], nummern: readonly number[], werte: readonly unknown[]) {
  const eingaben: Record<string, unknown> = {};
  let vollstaendig = true;
  for (let stelle = 0; stelle < namen.length; stelle++) {
    const wert = werte[nummern[stelle] as number];
    eingaben[namen[stelle] as string] = wert;
    if (wert === undefined) vollstaendig = false;
  }
  return { eingaben, vollstaendig };
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
