import { formatiereDatum, type IsoDatum, istDatum, plusTage } from "#kalender";

/** A column of a decision table: what may stand in it. The ends of numbers and days count; without one the column goes on for ever. */
export type Spalte =
  | { art: "zahl" | "dezimal"; titel: string; ab?: number; bis?: number; zeige?: (wert: number) => string }
  | { art: "datum"; titel: string; ab?: IsoDatum; bis?: IsoDatum }
  | { art: "auswahl"; titel: string; werte: readonly string[]; worte?: Readonly<Record<string, string>> }
  | { art: "jaNein"; titel: string };

export type WertIn<S extends Spalte> = S extends { art: "zahl" | "dezimal" }
  ? number
  : S extends { art: "datum" }
    ? IsoDatum
    : S extends { art: "auswahl"; werte: readonly (infer W)[] }
      ? W
      : boolean;

type Zahlgrenzen = { ab?: number; ueber?: number; bis?: number; unter?: number };
type Datumsgrenzen = { ab?: IsoDatum; nach?: IsoDatum; bis?: IsoDatum; vor?: IsoDatum };
/** What a row asks of a column: one value, several, or a range. `ab` and `bis` count, `ueber`, `unter`, `nach`, `vor` do not. */
export type BedingungFuer<S extends Spalte> = S extends { art: "zahl" | "dezimal" }
  ? number | Zahlgrenzen
  : S extends { art: "datum" }
    ? IsoDatum | Datumsgrenzen
    : WertIn<S> | readonly WertIn<S>[];
export type Bedingung = BedingungFuer<Spalte> | undefined;

/** A column cut at every boundary that occurs in it: inside a cell no row tells two values apart. */
export type Zerlegt = {
  anzahl: number;
  /** The cell of a value, -1 where it lies outside of the column. */
  zelleVon(wert: unknown): number;
  worte(zelle: number): string;
  /** For each row the cells that it covers. */
  gedeckt: readonly (readonly boolean[])[];
};

/** A place between two values: before `wert`, or behind it. */
type Schnitt = { wert: number | string; danach: boolean };
type Strecke = { von: Schnitt | undefined; bis: Schnitt | undefined };
type Geordnet = Extract<Spalte, { art: "zahl" | "dezimal" | "datum" }>;

const istGeordnet = (spalte: Spalte): spalte is Geordnet => spalte.art !== "auswahl" && spalte.art !== "jaNein";

/** @throws where a row asks for what the column cannot hold */
export function zerlege(spalte: Spalte, bedingungen: readonly Bedingung[]): Zerlegt {
  if (istGeordnet(spalte)) return zerlegeStrecke(spalte, bedingungen);
  const werte: readonly unknown[] = spalte.art === "jaNein" ? [true, false] : spalte.werte;
  if (new Set(werte).size !== werte.length) throw new Error(`„${spalte.titel}“ nennt einen Wert zweimal.`);
  const gedeckt = bedingungen.map((bedingung) => {
    const gemeint: readonly unknown[] = bedingung === undefined ? werte : Array.isArray(bedingung) ? bedingung : [bedingung];
    const fremd = gemeint.find((wert) => !werte.includes(wert));
    if (fremd !== undefined) throw new Error(`„${spalte.titel}“ kennt „${String(fremd)}“ nicht.`);
    return werte.map((wert) => gemeint.includes(wert));
  });
  return {
    anzahl: werte.length,
    zelleVon: (wert) => werte.indexOf(wert),
    worte: (zelle) => `${spalte.titel}: ${wertInWorten(spalte, werte[zelle])}`,
    gedeckt,
  };
}

function zerlegeStrecke(spalte: Geordnet, bedingungen: readonly Bedingung[]): Zerlegt {
  const ganz = streckeAus(spalte, { ab: spalte.ab, bis: spalte.bis } as Bedingung);
  const strecken = bedingungen.map((bedingung) => streckeAus(spalte, bedingung));
  for (const { von, bis } of strecken)
    if (von && bis && vergleiche(von, bis) >= 0) throw new Error(`„${spalte.titel}“: ein Bereich endet, bevor er beginnt.`);
  const innen = strecken
    .flatMap(({ von, bis }) => [von, bis])
    .filter((schnitt): schnitt is Schnitt => schnitt !== undefined && liegtIn(schnitt, ganz))
    .sort(vergleiche);
  const schnitte = innen.filter((schnitt, stelle) => stelle === 0 || vergleiche(schnitt, innen[stelle - 1] as Schnitt) !== 0);
  const anfang = (zelle: number) => (zelle === 0 ? ganz.von : schnitte[zelle - 1]);
  const ende = (zelle: number) => schnitte[zelle] ?? ganz.bis;
  return {
    anzahl: schnitte.length + 1,
    zelleVon(wert) {
      if (!istWert(spalte, wert)) return -1;
      if ((ganz.von && !istHinter(wert, ganz.von)) || (ganz.bis && istHinter(wert, ganz.bis))) return -1;
      let zelle = 0;
      while (zelle < schnitte.length && istHinter(wert, schnitte[zelle] as Schnitt)) zelle++;
      return zelle;
    },
    worte: (zelle) => streckeInWorten(spalte, { von: anfang(zelle), bis: ende(zelle) }),
    gedeckt: strecken.map(({ von, bis }) =>
      Array.from({ length: schnitte.length + 1 }, (_, zelle) => {
        const [beginnt, endet] = [anfang(zelle), ende(zelle)];
        return (
          (von === undefined || (beginnt !== undefined && vergleiche(von, beginnt) <= 0)) &&
          (bis === undefined || (endet !== undefined && vergleiche(endet, bis) <= 0))
        );
      }),
    ),
  };
}

const istHinter = (wert: number | string, schnitt: Schnitt) => (schnitt.danach ? wert > schnitt.wert : wert >= schnitt.wert);
const vergleiche = (a: Schnitt, b: Schnitt) => (a.wert < b.wert ? -1 : a.wert > b.wert ? 1 : Number(a.danach) - Number(b.danach));
const liegtIn = (schnitt: Schnitt, { von, bis }: Strecke) =>
  (!von || vergleiche(von, schnitt) < 0) && (!bis || vergleiche(schnitt, bis) < 0);

function istWert(spalte: Geordnet, wert: unknown): wert is number | string {
  if (spalte.art === "datum") return typeof wert === "string" && istDatum(wert);
  return spalte.art === "zahl" ? Number.isSafeInteger(wert) : Number.isFinite(wert);
}

function streckeAus(spalte: Geordnet, bedingung: Bedingung): Strecke {
  const grenzen = typeof bedingung === "object" ? bedingung : bedingung === undefined ? {} : { ab: bedingung, bis: bedingung };
  const { ab, ueber, nach = ueber, bis, unter, vor = unter } = grenzen as Record<string, number | string | undefined>;
  for (const wert of [ab, nach, bis, vor])
    if (wert !== undefined && !istWert(spalte, wert)) throw new Error(`„${spalte.titel}“ kennt „${String(wert)}“ nicht.`);
  if ((ab !== undefined && nach !== undefined) || (bis !== undefined && vor !== undefined))
    throw new Error(`„${spalte.titel}“: ein Bereich hat zwei Anfänge oder zwei Enden.`);
  const hinter = (wert: number | string): Schnitt => {
    // Whole numbers and days have a next one: "up to 5" and "from 6 on" leave nothing between them.
    if (typeof wert === "string") {
      const tag = plusTage(wert, 1);
      if (!istDatum(tag))
        throw new Error(`„${spalte.titel}“: nach dem ${formatiereDatum(wert)} kommt kein Tag; lassen Sie das Ende weg.`);
      return { wert: tag, danach: false };
    }
    return spalte.art === "zahl" ? { wert: wert + 1, danach: false } : { wert, danach: true };
  };
  const davor = (wert: number | string): Schnitt => ({ wert, danach: false });
  return {
    von: ab !== undefined ? davor(ab) : nach !== undefined ? hinter(nach) : undefined,
    bis: vor !== undefined ? davor(vor) : bis !== undefined ? hinter(bis) : undefined,
  };
}

function streckeInWorten(spalte: Geordnet, { von, bis }: Strecke): string {
  const wert = (schnitt: Schnitt) => wertInWorten(spalte, schnitt.wert);
  const [hinter, vor] = spalte.art === "datum" ? ["nach", "vor"] : ["über", "unter"];
  const anfang = von && `${von.danach ? hinter : "ab"} ${wert(von)}`;
  const ende = bis && `${bis.danach ? "bis" : vor} ${wert(bis)}`;
  return `${spalte.titel} ${[anfang, ende].filter(Boolean).join(" und ") || "beliebig"}`;
}

function wertInWorten(spalte: Spalte, wert: unknown): string {
  if (spalte.art === "datum") return formatiereDatum(wert as IsoDatum);
  if (spalte.art === "jaNein") return wert ? "ja" : "nein";
  if (spalte.art === "auswahl") return spalte.worte?.[wert as string] ?? String(wert);
  return spalte.zeige?.(wert as number) ?? String(wert);
}

/** What a row asks of a column, as people read it. */
export function bedingungInWorten(spalte: Spalte, bedingung: Bedingung): string {
  if (bedingung === undefined) return `${spalte.titel} beliebig`;
  if (spalte.art === "auswahl" || spalte.art === "jaNein") {
    const werte: readonly unknown[] = Array.isArray(bedingung) ? bedingung : [bedingung];
    return `${spalte.titel}: ${werte.map((wert) => wertInWorten(spalte, wert)).join(" oder ")}`;
  }
  if (typeof bedingung !== "object") return `${spalte.titel}: ${wertInWorten(spalte, bedingung)}`;
  const worte = { ab: "ab", ueber: "über", nach: "nach", bis: "bis", unter: "unter", vor: "vor" };
  const teile = Object.entries(worte).flatMap(([grenze, wort]) => {
    const wert = (bedingung as Record<string, unknown>)[grenze];
    return wert === undefined ? [] : [`${wort} ${wertInWorten(spalte, wert)}`];
  });
  return `${spalte.titel} ${teile.join(" ") || "beliebig"}`;
}
