import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { euroText } from "../amt/aufteilung.ts";
import type { Diagrammdaten } from "./diagramm.tsx";

/** A cell as people read it; `roh` is what a spreadsheet reckons with, `mass` what the list is sorted by. */
export type Zelle = { text: string; roh?: string; mass?: number | string; href?: string };
export type Spaltenkopf = { name: string; titel: string; zahl?: true };
export type Auswertung = {
  frage: string;
  leer: string;
  spalten: readonly Spaltenkopf[];
  zeilen: readonly Readonly<Record<string, Zelle>>[];
  bild: Diagrammdaten | undefined;
  /** What the figures mean, where that is not plain. */
  hinweis?: string;
};
export type Sichtwunsch = { heute: string; aemter: readonly string[] | null; monate: number };

export const euro = (cent: number): Zelle => ({ text: formatiereEuro(cent), roh: euroText(cent), mass: cent });
export const zahl = (wert: number): Zelle => ({ text: String(wert), mass: wert });
export const tag = (iso: string): Zelle => ({ text: formatiereDatum(iso), mass: iso });
export const MEISTE = 500;
