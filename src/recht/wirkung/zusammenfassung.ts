import type { Fallvergleich } from "./vergleich.ts";

/** How a change strikes a group. Cents; `jahrCent` is twelve times what the months differ by. */
export type Band = {
  titel: string;
  faelle: number;
  mehr: number;
  weniger: number;
  gleich: number;
  /** Cannot be calculated under one of both laws: left out of all sums. */
  offen: number;
  vorherMonatCent: number;
  nachherMonatCent: number;
  differenzJahrCent: number;
};
export type Wirkung = {
  gesamt: Band;
  neuBewilligt: number;
  neuAbgelehnt: number;
  /** The largest gain and the largest loss in a month. */
  hoechsterGewinnCent: number;
  hoechsterVerlustCent: number;
  jeGruppe: Band[];
  /** By income of the household, tenths with as many cases each, the poorest first. */
  jeZehntel: Band[];
  /** By what changes in a month, from the largest loss to the largest gain. */
  jeBetrag: { titel: string; faelle: number; differenzJahrCent: number }[];
};

const differenz = ({ vorher, nachher }: Fallvergleich) => nachher.monatCent - vorher.monatCent;
const istOffen = ({ vorher, nachher }: Fallvergleich) => vorher.art === "offen" || nachher.art === "offen";
const euro = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 0 });
const alsEuro = (cent: number) => `${euro.format(Math.round(cent / 100))} €`;

export function fasseZusammen(faelle: readonly Fallvergleich[]): Wirkung {
  const bestimmt = faelle.filter((fall) => !istOffen(fall));
  const gruppen = [...new Set(faelle.map(({ gruppe }) => gruppe))].sort();
  return {
    gesamt: band("Alle", faelle),
    neuBewilligt: bestimmt.filter(({ vorher, nachher }) => vorher.art === "abgelehnt" && nachher.art === "bewilligt").length,
    neuAbgelehnt: bestimmt.filter(({ vorher, nachher }) => vorher.art === "bewilligt" && nachher.art === "abgelehnt").length,
    hoechsterGewinnCent: bestimmt.reduce((bisher, fall) => Math.max(bisher, differenz(fall)), 0),
    hoechsterVerlustCent: bestimmt.reduce((bisher, fall) => Math.min(bisher, differenz(fall)), 0),
    jeGruppe: gruppen.map((gruppe) =>
      band(
        gruppe,
        faelle.filter((fall) => fall.gruppe === gruppe),
      ),
    ),
    jeZehntel: zehntel(faelle),
    jeBetrag: betragsbaender(bestimmt),
  };
}

function band(titel: string, faelle: readonly Fallvergleich[]): Band {
  const bestimmt = faelle.filter((fall) => !istOffen(fall));
  const summe = (wert: (fall: Fallvergleich) => number) => bestimmt.reduce((bisher, fall) => bisher + wert(fall), 0);
  const mehr = bestimmt.filter((fall) => differenz(fall) > 0).length;
  const weniger = bestimmt.filter((fall) => differenz(fall) < 0).length;
  return {
    titel,
    faelle: faelle.length,
    mehr,
    weniger,
    gleich: bestimmt.length - mehr - weniger,
    offen: faelle.length - bestimmt.length,
    vorherMonatCent: summe(({ vorher }) => vorher.monatCent),
    nachherMonatCent: summe(({ nachher }) => nachher.monatCent),
    differenzJahrCent: 12 * summe(differenz),
  };
}

/** Cases of equal income stay in their order, so that the same population gives the same tenths. */
function zehntel(faelle: readonly Fallvergleich[]): Band[] {
  const geordnet = faelle.toSorted((a, b) => a.einkommenCent - b.einkommenCent || (a.kennung < b.kennung ? -1 : 1));
  const teile = Math.min(10, geordnet.length);
  return Array.from({ length: teile }, (_, nummer) => {
    const teil = geordnet.slice(
      Math.round((nummer * geordnet.length) / teile),
      Math.round(((nummer + 1) * geordnet.length) / teile),
    );
    const [von, bis] = [teil[0]?.einkommenCent ?? 0, teil.at(-1)?.einkommenCent ?? 0];
    return band(`${nummer + 1}. Zehntel, ${alsEuro(von)} bis ${alsEuro(bis)}`, teil);
  });
}

const grenzen = [-10_000, -5_000, -2_000, -1_000, 0, 1_000, 2_000, 5_000, 10_000] as const;

function betragsbaender(bestimmt: readonly Fallvergleich[]): Wirkung["jeBetrag"] {
  const baender = [
    { titel: "mehr als 100 € weniger", passt: (cent: number) => cent < grenzen[0] },
    ...grenzen.slice(0, 4).map((von, nummer) => {
      const bis = grenzen[nummer + 1] ?? 0;
      return {
        titel: `${bis === 0 ? "bis" : `über ${alsEuro(-bis)} bis`} ${alsEuro(-von)} weniger`,
        passt: (cent: number) => cent >= von && cent < bis,
      };
    }),
    { titel: "unverändert", passt: (cent: number) => cent === 0 },
    ...grenzen.slice(4, 8).map((von, nummer) => {
      const bis = grenzen[nummer + 5] ?? 0;
      return {
        titel: `${von === 0 ? "bis" : `über ${alsEuro(von)} bis`} ${alsEuro(bis)} mehr`,
        passt: (cent: number) => cent > von && cent <= bis,
      };
    }),
    { titel: "mehr als 100 € mehr", passt: (cent: number) => cent > (grenzen[8] ?? 0) },
  ];
  return baender.map(({ titel, passt }) => {
    const darin = bestimmt.filter((fall) => passt(differenz(fall)));
    return { titel, faelle: darin.length, differenzJahrCent: 12 * darin.reduce((summe, fall) => summe + differenz(fall), 0) };
  });
}
