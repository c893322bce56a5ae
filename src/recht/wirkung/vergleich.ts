import { type Entscheidung, entscheide, type Kontext, type Leistung, saetzeVon } from "#baukasten";
import { type Monat, monateVonBis } from "#kalender";

/** Somebody of a population for whom the facts of a Leistung are known. `einkommenCent`: of the whole household in a month. */
export type Bevoelkerungsfall = { kennung: string; gruppe: string; einkommenCent: number; kontext: Kontext };

/** What the rules say, whoever has to decide in the end. Cents a month: the mean of the months, a twelfth of what is paid in Lebensmonaten; what the person owes counts against. */
export type Rechenergebnis = { art: "bewilligt" | "abgelehnt" | "offen"; monatCent: number };
export type Fallvergleich = {
  kennung: string;
  gruppe: string;
  einkommenCent: number;
  vorher: Rechenergebnis;
  nachher: Rechenergebnis;
};

/** One case under both laws. `abMonat`: months before it do not count, the change is not about them. */
export function vergleicheFall(alt: Leistung, neu: Leistung, fall: Bevoelkerungsfall, abMonat: Monat): Fallvergleich {
  const { kennung, gruppe, einkommenCent, kontext } = fall;
  // The facts are the same under both laws, and read once, unless the change is about a figure that they are read with.
  const sachverhalt = alt.sachverhalt(kontext, saetzeVon(alt));
  const mitFakten = (leistung: Leistung): Leistung =>
    leistung.parameter === alt.parameter ? { ...leistung, sachverhalt: () => sachverhalt } : leistung;
  return {
    kennung,
    gruppe,
    einkommenCent,
    vorher: rechenergebnis(entscheide(mitFakten(alt), kontext), abMonat),
    nachher: rechenergebnis(entscheide(mitFakten(neu), kontext), abMonat),
  };
}

/** A proposal counts as much as a decision: the question is what the law gives, not who signs. */
export function rechenergebnis(entscheidung: Entscheidung, abMonat: Monat): Rechenergebnis {
  const art = entscheidung.art === "vonHand" ? (entscheidung.vorschlag ?? "offen") : entscheidung.art;
  if (art === "offen") return { art, monatCent: 0 };
  const { abschnitte, zeitraeume = [], forderungen = [] } = entscheidung;
  const monate = abschnitte.flatMap(({ von, bis, betragCent }) =>
    monateVonBis(von, bis)
      .filter((monat) => monat >= abMonat)
      .map(() => betragCent),
  );
  // Of Lebensmonate a twelfth of all that is paid: two months of a father are no cost of twelve.
  const fuerKind = zeitraeume.reduce((summe, { betragCent }) => summe + betragCent, 0) / 12;
  const geschuldet = forderungen.reduce(
    (summe, { art: was, betragCent }) => summe + (was === "jahresbetrag" ? betragCent : 0),
    0,
  );
  return { art, monatCent: Math.round(mittel(monate) + fuerKind - geschuldet / 12) };
}

const mittel = (werte: readonly number[]): number =>
  werte.length === 0 ? 0 : werte.reduce((summe, wert) => summe + wert, 0) / werte.length;
