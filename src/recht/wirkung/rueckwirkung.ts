import {
  type Entscheidung,
  entscheide,
  type Kontext,
  type Leistung,
  mitParametern,
  parameterVon,
  type Urteile,
  wieBekanntAm,
} from "#baukasten";
import type { IsoDatum } from "#kalender";
import { summen, type Unterschied, vergleicheBetraege } from "./betraege.ts";

/** A decision that was made by figures that we know better now. */
export type Neuberechnung = {
  /** Whether the decision used another figure than is known now. */
  betroffen: boolean;
  /** Whether the rules as they are, with the figures known then, give the very decision that is stored. */
  nachvollzogen: boolean;
  ergebnisBisher: "bewilligt" | "abgelehnt";
  /** `offen`: the rules cannot say, or a person had decided otherwise than the rules. */
  ergebnisNeu: "bewilligt" | "abgelehnt" | "offen";
  unterschiede: Unterschied[];
  /** All together: what would have to be paid in addition, or was paid too much. */
  differenzCent: number;
  /** What the person would owe in addition, or owed too much. */
  forderungCent: number;
};

/** The Leistung with the figures as they were known on a day. The same object where none has come to be known since. */
export function leistungWieBekanntAm(leistung: Leistung, tag: IsoDatum): Leistung {
  const ersatz = parameterVon(leistung).flatMap((parameter) => {
    const damals = wieBekanntAm(parameter, tag);
    return damals === parameter ? [] : [[parameter.schluessel, damals] as const];
  });
  return ersatz.length > 0 ? mitParametern(leistung, Object.fromEntries(ersatz)) : leistung;
}

/** Judgements of people stand in the trace, as values of nodes that have no function. */
export const urteileAus = ({ spur }: Pick<Entscheidung, "spur">): Urteile =>
  Object.fromEntries(
    spur.flatMap(({ schluessel, art, wert }) =>
      (art === "ermessen" || art === "beurteilung") && typeof wert === "boolean" ? [[schluessel, wert]] : [],
    ),
  );

/**
 * Decides a stored case again, with the figures known then and with those known now.
 *
 * @param damals the Leistung with the figures as they were known when it was decided
 * @param jetzt the Leistung with the figures as they are known now, or would be
 */
export function berechneNeu(
  damals: Leistung,
  jetzt: Leistung,
  kontext: Kontext,
  gespeichert: Entscheidung,
  ergebnisBisher: "bewilligt" | "abgelehnt",
): Neuberechnung {
  const urteile = urteileAus(gespeichert);
  const wiederholt = entscheide(damals, kontext, urteile);
  const neu = entscheide(jetzt, kontext, urteile);
  const nachvollzogen = wiederholt.hash === gespeichert.hash;
  // The hash covers every figure of every month, so two runs differ in it exactly where a figure or what follows of it does.
  const betroffen = wiederholt.hash !== neu.hash || (!nachvollzogen && andereSaetze(gespeichert, neu));
  const abgewichen = gespeichert.vorschlag !== undefined && gespeichert.vorschlag !== ergebnisBisher;
  const offen = abgewichen || neu.vorschlag === undefined;
  const unterschiede = offen
    ? []
    : vergleicheBetraege(
        ergebnisBisher === "bewilligt" ? gespeichert : undefined,
        neu.vorschlag === "bewilligt" ? neu : undefined,
      );
  return {
    betroffen,
    nachvollzogen,
    ergebnisBisher,
    ergebnisNeu: offen || neu.vorschlag === undefined ? "offen" : neu.vorschlag,
    unterschiede,
    ...summen(unterschiede),
  };
}

/** For what was decided by rules that are no more: the figures of the month that the stored trace tells of. */
const andereSaetze = (gespeichert: Entscheidung, neu: Entscheidung): boolean => {
  const nach = new Map(
    neu.spur.filter(({ art }) => art === "parameter").map(({ schluessel, wert }) => [schluessel, JSON.stringify(wert)]),
  );
  return gespeichert.spur.some(
    ({ art, schluessel, wert }) => art === "parameter" && nach.has(schluessel) && nach.get(schluessel) !== JSON.stringify(wert),
  );
};
