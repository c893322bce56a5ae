import {
  type Abschnitt,
  type Entscheidung,
  entscheide,
  type Kontext,
  type Leistung,
  mitParametern,
  parameterVon,
  type Urteile,
  wieBekanntAm,
} from "#baukasten";
import { type IsoDatum, type Monat, monateVonBis, plusMonateMonat } from "#kalender";

/** Months in a row in which another amount would be due. Cents a month. */
export type Monatsunterschied = { von: Monat; bis: Monat; bisherCent: number; neuCent: number };
/** A decision that was made by figures that we know better now. */
export type Neuberechnung = {
  /** Whether the decision used another figure than is known now. */
  betroffen: boolean;
  /** Whether the rules as they are, with the figures known then, give the very decision that is stored. */
  nachvollzogen: boolean;
  ergebnisBisher: "bewilligt" | "abgelehnt";
  /** `offen`: the rules cannot say, or a person had decided otherwise than the rules. */
  ergebnisNeu: "bewilligt" | "abgelehnt" | "offen";
  monate: Monatsunterschied[];
  /** All months together: what would have to be paid in addition, or was paid too much. */
  differenzCent: number;
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
  const monate = offen
    ? []
    : vergleicheMonate(
        ergebnisBisher === "bewilligt" ? gespeichert.abschnitte : [],
        neu.vorschlag === "bewilligt" ? neu.abschnitte : [],
      );
  return {
    betroffen,
    nachvollzogen,
    ergebnisBisher,
    ergebnisNeu: offen || neu.vorschlag === undefined ? "offen" : neu.vorschlag,
    monate,
    differenzCent: monate.reduce(
      (summe, { von, bis, bisherCent, neuCent }) => summe + monateVonBis(von, bis).length * (neuCent - bisherCent),
      0,
    ),
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

function vergleicheMonate(alte: readonly Abschnitt[], neue: readonly Abschnitt[]): Monatsunterschied[] {
  const jeMonat = (abschnitte: readonly Abschnitt[]) =>
    new Map(
      abschnitte.flatMap(({ von, bis, betragCent }) =>
        monateVonBis(von, bis).map((monat): [Monat, number] => [monat, betragCent]),
      ),
    );
  const [bisher, dann] = [jeMonat(alte), jeMonat(neue)];
  const unterschiede: Monatsunterschied[] = [];
  for (const monat of [...new Set([...bisher.keys(), ...dann.keys()])].sort()) {
    const [bisherCent, neuCent] = [bisher.get(monat) ?? 0, dann.get(monat) ?? 0];
    if (bisherCent === neuCent) continue;
    const letzter = unterschiede.at(-1);
    if (letzter && letzter.bisherCent === bisherCent && letzter.neuCent === neuCent && plusMonateMonat(letzter.bis, 1) === monat)
      letzter.bis = monat;
    else unterschiede.push({ von: monat, bis: monat, bisherCent, neuCent });
  }
  return unterschiede;
}
