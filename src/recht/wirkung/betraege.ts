import type { Entscheidung } from "#baukasten";
import { type IsoDatum, type Monat, monateVonBis, plusMonateMonat } from "#kalender";

/**
 * What another amount is due for. `monat`: each month from `von` to `bis`; `zeitraum`: a Lebensmonat; both we pay. `jahr` and `gebuehr`: the
 * person owes it.
 */
export type Unterschied = {
  art: "monat" | "zeitraum" | "jahr" | "gebuehr";
  /** Empty for months, which their days name. */
  name: string;
  von: Monat | IsoDatum | "";
  bis: Monat | IsoDatum | "";
  bisherCent: number;
  neuCent: number;
};
type Betraege = Pick<Entscheidung, "abschnitte" | "zeitraeume" | "forderungen">;
type Posten = Omit<Unterschied, "bisherCent" | "neuCent"> & { betragCent: number };

/** Nothing is paid, and nothing owed, of what is not granted. */
export function vergleicheBetraege(alt: Betraege | undefined, neu: Betraege | undefined): Unterschied[] {
  const [bisher, dann] = [nachSchluessel(alt), nachSchluessel(neu)];
  const alle = [...new Map([...bisher, ...dann]).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const unterschiede: Unterschied[] = [];
  for (const [schluessel, { betragCent: _, ...posten }] of alle) {
    const [bisherCent, neuCent] = [bisher.get(schluessel)?.betragCent ?? 0, dann.get(schluessel)?.betragCent ?? 0];
    if (bisherCent === neuCent) continue;
    const letzter = unterschiede.at(-1);
    const gleich = letzter?.art === "monat" && letzter.bisherCent === bisherCent && letzter.neuCent === neuCent;
    if (gleich && posten.art === "monat" && plusMonateMonat(letzter.bis, 1) === posten.von) letzter.bis = posten.bis;
    else unterschiede.push({ ...posten, bisherCent, neuCent });
  }
  return unterschiede;
}

/** What we would pay more, and what the person would owe more. Cents; negative: less. */
export function summen(unterschiede: readonly Unterschied[]): { differenzCent: number; forderungCent: number } {
  const mehr = (arten: readonly Unterschied["art"][]) =>
    unterschiede
      .filter(({ art }) => arten.includes(art))
      .reduce((summe, { art, von, bis, bisherCent, neuCent }) => {
        const anzahl = art === "monat" ? monateVonBis(von, bis).length : 1;
        return summe + anzahl * (neuCent - bisherCent);
      }, 0);
  return { differenzCent: mehr(["monat", "zeitraum"]), forderungCent: mehr(["jahr", "gebuehr"]) };
}

/** Ordered as they are told: months, Lebensmonate, years, fees. */
function nachSchluessel(betraege: Betraege | undefined): Map<string, Posten> {
  const posten = new Map<string, Posten>();
  if (!betraege) return posten;
  const { abschnitte, zeitraeume = [], forderungen = [] } = betraege;
  for (const { von, bis, betragCent } of abschnitte)
    for (const monat of monateVonBis(von, bis))
      posten.set(`1 ${monat}`, { art: "monat", name: "", von: monat, bis: monat, betragCent });
  for (const { von, bis, name, betragCent } of zeitraeume)
    posten.set(`2 ${von}`, { art: "zeitraum", name, von, bis, betragCent });
  for (const { art, titel, betragCent, von = "", bis = "" } of forderungen)
    if (art === "jahresbetrag") posten.set(`3 ${von}`, { art: "jahr", name: titel, von, bis, betragCent });
    else if (art === "gebuehr") posten.set(`4 ${titel}`, { art, name: titel, von, bis, betragCent });
  return posten;
}
