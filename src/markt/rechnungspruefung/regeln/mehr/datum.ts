import type { Knoten } from "../../baum.ts";
import type { Rechnung } from "../../modell.ts";
import type { Regel } from "../../regel.ts";
import { tag } from "../../werte.ts";

type Tage = readonly (readonly [name: string, knoten: readonly Knoten[]])[];
const alleTage = (r: Rechnung): Tage => [
  ["Rechnungsdatum", r.rechnungsdatum],
  ["Fälligkeit", r.faelligAm],
  ["Tag der Lieferung", r.lieferung.flatMap((lieferung) => lieferung.tag)],
  ["Beginn des Zeitraums", r.zeitraum.flatMap(({ beginn }) => beginn)],
  ["Ende des Zeitraums", r.zeitraum.flatMap(({ ende }) => ende)],
  ["Beginn des Zeitraums einer Position", r.positionen.flatMap((p) => p.zeitraum.flatMap(({ beginn }) => beginn))],
  ["Ende des Zeitraums einer Position", r.positionen.flatMap((p) => p.zeitraum.flatMap(({ ende }) => ende))],
  ["Datum der vorherigen Rechnung", r.vorherige.flatMap(({ datum }) => datum)],
];
const rechnungstag = ({ rechnungsdatum }: Rechnung): string | undefined => tag(rechnungsdatum[0]);
const deutsch = (iso: string): string => iso.split("-").reverse().join(".");
const jahreSpaeter = (iso: string, jahre: number): string => `${Number(iso.slice(0, 4)) + jahre}${iso.slice(4)}`;

/** Days that stand on the wrong side of the invoice's own. */
const gegen = (r: Rechnung, knoten: readonly Knoten[], falsch: (tag: string, rechnung: string) => boolean) => {
  const bezug = rechnungstag(r);
  return knoten.flatMap((k) => {
    const dieser = tag(k);
    return bezug && dieser && falsch(dieser, bezug)
      ? [{ knoten: k, zusatz: `${deutsch(dieser)}, Rechnung vom ${deutsch(bezug)}.` }]
      : [];
  });
};

/** Days that no calendar has, and days that are hardly meant. Without a clock: what is late or early is said by the invoice itself. */
export const datum: readonly Regel[] = [
  {
    id: "FW-DATUM-01",
    werk: "fachwerk",
    schwere: "warnung",
    bt: ["BT-2", "BT-9", "BT-26", "BT-72", "BT-73", "BT-74", "BT-134", "BT-135"],
    text: "Diesen Tag gibt es nicht, oder er ist falsch geschrieben. Prüfen Sie das Datum:",
    pruefe: (r) =>
      alleTage(r).flatMap(([name, knoten]) =>
        knoten.filter((k) => k.norm !== "" && !tag(k)).map((k) => ({ knoten: k, zusatz: `${name} „${k.norm}“.` })),
      ),
  },
  {
    id: "FW-DATUM-02",
    werk: "fachwerk",
    schwere: "warnung",
    bt: ["BT-2", "BT-9", "BT-72", "BT-73", "BT-74"],
    text: "Ein Datum liegt vor dem Jahr 2000 oder nach 2099. Wahrscheinlich ist es falsch geschrieben:",
    pruefe: (r) =>
      alleTage(r).flatMap(([name, knoten]) =>
        knoten.flatMap((k) => {
          const dieser = tag(k);
          return dieser && (dieser < "2000-01-01" || dieser > "2099-12-31")
            ? [{ knoten: k, zusatz: `${name} ${deutsch(dieser)}.` }]
            : [];
        }),
      ),
  },
  {
    id: "FW-DATUM-03",
    werk: "fachwerk",
    schwere: "warnung",
    bt: ["BT-2", "BT-9"],
    text: "Die Rechnung ist fällig, bevor sie ausgestellt ist. Prüfen Sie beide Tage: fällig am",
    pruefe: (r) => gegen(r, r.faelligAm, (dieser, bezug) => dieser < bezug),
  },
  {
    id: "FW-DATUM-04",
    werk: "fachwerk",
    schwere: "hinweis",
    bt: ["BT-2", "BT-72", "BT-73"],
    text: "Die Lieferung oder Leistung liegt mehr als ein Jahr vor oder nach der Rechnung. Prüfen Sie, ob das stimmt:",
    pruefe: (r) =>
      gegen(
        r,
        [
          ...r.lieferung.flatMap((lieferung) => lieferung.tag),
          ...r.zeitraum.flatMap(({ ende, beginn }) => (ende.length > 0 ? ende : beginn)),
        ],
        (dieser, bezug) => dieser < jahreSpaeter(bezug, -1) || dieser > jahreSpaeter(bezug, 1),
      ),
  },
  {
    id: "FW-DATUM-05",
    werk: "fachwerk",
    schwere: "hinweis",
    bt: ["BT-2", "BT-26"],
    text: "Die vorherige Rechnung ist jünger als diese. Prüfen Sie beide Tage:",
    pruefe: (r) =>
      gegen(
        r,
        r.vorherige.flatMap((vorherige) => vorherige.datum),
        (dieser, bezug) => dieser > bezug,
      ),
  },
];
