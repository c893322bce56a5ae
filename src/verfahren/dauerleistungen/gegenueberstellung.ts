import { z } from "zod";
import { type Raster, rasterAb } from "#baukasten";
import { type IsoDatum, type Monat, plusMonateMonat } from "#kalender";

/** What a change moves, month by month. `vorherCent` null: nothing was decided for the month yet. */
export const Gegenueberstellung = z.object({
  ab: z.iso.date(),
  /** The birth from which its months count; missing: months of the calendar. */
  zaehltAb: z.iso.date().optional(),
  zeilen: z.array(
    z.object({
      monat: z.string(),
      vorherCent: z.int().nullable(),
      nachherCent: z.int(),
      bezahltCent: z.int(),
      /** What would be decided without this change; missing: the same as before. */
      grundCent: z.int().optional(),
    }),
  ),
  /** Owed to the person for months that fell due already. */
  nachzahlungCent: z.int(),
  /** Paid for months to which less, or nothing, is due. */
  ueberzahlungCent: z.int(),
  /** Of a change for the future only: what a second procedure must look at. */
  offeneUeberzahlungCent: z.int().optional(),
  /** The benefit ends with it. */
  endet: z.boolean().optional(),
  /** It takes back an end that an earlier notice had set. */
  weiter: z.boolean().optional(),
  /** It takes back what this change did before, e.g. after an objection. */
  zurueckgenommen: z.boolean().optional(),
});
export type Gegenueberstellung = z.infer<typeof Gegenueberstellung>;

const summe = (zahlen: readonly number[]) => zahlen.reduce((bisher, zahl) => bisher + zahl, 0);

/** Compares what runs with what is decided anew, over the months of the new decision. */
export function stelleGegenueber(
  ab: IsoDatum,
  laufend: ReadonlyMap<Monat, number>,
  neu: ReadonlyMap<Monat, number>,
  bezahlt: ReadonlyMap<Monat, number>,
  heute: IsoDatum,
  raster: Raster,
  grund: ReadonlyMap<Monat, number> = laufend,
): Gegenueberstellung {
  const zeilen = [...neu]
    // Of Lebensmonate only some are applied for: one that never was is no refusal.
    .filter(([monat, cent]) => raster.zaehltAb === undefined || cent > 0 || laufend.has(monat))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([monat, nachherCent]) => ({
      monat,
      vorherCent: laufend.get(monat) ?? null,
      nachherCent,
      bezahltCent: bezahlt.get(monat) ?? 0,
      ...(grund.get(monat) !== laufend.get(monat) && { grundCent: grund.get(monat) ?? 0 }),
    }));
  return {
    ab,
    ...(raster.zaehltAb !== undefined && { zaehltAb: raster.zaehltAb }),
    zeilen,
    nachzahlungCent: summe(
      zeilen.map((z) => (z.monat <= raster.monatAm(heute) ? Math.max(0, z.nachherCent - z.bezahltCent) : 0)),
    ),
    ueberzahlungCent: summe(zeilen.map((z) => Math.max(0, z.bezahltCent - z.nachherCent))),
  };
}

/** The same change for the future only: what was paid stays the person's. */
export function nurZukunft(ganz: Gegenueberstellung): Gegenueberstellung {
  const zeilen = ganz.zeilen.map((zeile) => ({
    ...zeile,
    nachherCent: Math.max(zeile.nachherCent, Math.min(zeile.bezahltCent, zeile.grundCent ?? zeile.vorherCent ?? 0)),
  }));
  return { ...ganz, zeilen, ueberzahlungCent: 0 };
}

/** The same change taken back: what was decided without it holds again. */
export const zurueckgenommen = (ganz: Gegenueberstellung): Gegenueberstellung => ({
  ...ganz,
  zeilen: ganz.zeilen.map((zeile) => ({ ...zeile, nachherCent: zeile.grundCent ?? zeile.nachherCent })),
  ueberzahlungCent: 0,
  zurueckgenommen: true,
});

export const bleibtGleich = ({ zeilen, ueberzahlungCent }: Gegenueberstellung): boolean =>
  ueberzahlungCent === 0 && zeilen.every(({ vorherCent, nachherCent }) => vorherCent === nachherCent);

/** Months without payment yet in which less is due than was decided. */
export const wenigerInZukunft = ({ zeilen }: Gegenueberstellung): boolean =>
  zeilen.some(
    ({ vorherCent, nachherCent, bezahltCent }) => vorherCent !== null && nachherCent < vorherCent && bezahltCent < vorherCent,
  );

/** What it asks back for each month; nothing where it leaves the person what was paid. */
export const zurueckVerlangt = ({ zeilen, ueberzahlungCent }: Gegenueberstellung): Map<Monat, number> =>
  new Map(
    ueberzahlungCent > 0
      ? zeilen.flatMap(({ monat, nachherCent, bezahltCent }) =>
          bezahltCent > nachherCent ? [[monat, bezahltCent - nachherCent] as const] : [],
        )
      : [],
  );

/** What remains of the benefit in these months, in the words of a decision. */
export const ergebnisVon = ({ zeilen }: Gegenueberstellung): "bewilligt" | "abgelehnt" =>
  zeilen.some(({ nachherCent }) => nachherCent > 0) ? "bewilligt" : "abgelehnt";

/**
 * Nothing to the end of the decided months, where there was something: the benefit is repealed. Of Lebensmonate single ones can fall away,
 * and others come instead: it is repealed where none is left from the day on.
 */
export function hoertAuf({ zeilen, zaehltAb, ab, endet }: Gegenueberstellung): boolean {
  if (endet) return true;
  const raster = rasterAb(zaehltAb);
  const betroffene = zaehltAb === undefined ? zeilen.slice(-1) : zeilen.filter(({ monat }) => monat >= raster.monatAm(ab));
  return (
    betroffene.length > 0 &&
    betroffene.every(({ nachherCent }) => nachherCent === 0) &&
    betroffene.some(({ vorherCent }) => (vorherCent ?? 0) > 0)
  );
}

export const planAusZeilen = ({ zeilen }: Gegenueberstellung): Map<Monat, number> =>
  new Map(zeilen.map(({ monat, nachherCent }) => [monat, nachherCent]));

/** Months in a row with the same amounts before and after, for table and screen; Lebensmonate by their days. */
export type Zeilengruppe = { von: Monat | IsoDatum; bis: Monat | IsoDatum; vorherCent: number | null; nachherCent: number };
export function gruppiere({ zeilen, zaehltAb }: Pick<Gegenueberstellung, "zeilen" | "zaehltAb">): Zeilengruppe[] {
  const gruppen: Zeilengruppe[] = [];
  for (const { monat, vorherCent, nachherCent } of zeilen) {
    const letzte = gruppen.at(-1);
    const folgt = letzte !== undefined && plusMonateMonat(letzte.bis, 1) === monat;
    if (folgt && letzte.vorherCent === vorherCent && letzte.nachherCent === nachherCent) letzte.bis = monat;
    else gruppen.push({ von: monat, bis: monat, vorherCent, nachherCent });
  }
  if (zaehltAb === undefined) return gruppen;
  const raster = rasterAb(zaehltAb);
  return gruppen.map((gruppe) => ({ ...gruppe, von: raster.von(gruppe.von), bis: raster.bis(gruppe.bis) }));
}
