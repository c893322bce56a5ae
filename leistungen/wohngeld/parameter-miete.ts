import { defineParameter } from "#baukasten";
import { euro } from "#geld";

const geprueftBis = "2026-12-31";
const plusGesetz = "Wohngeld-Plus-Gesetz, BGBl. 2022 I S. 2160";
const fortschreibung2022 = "V. v. 03.06.2021, BGBl. I S. 1369";
const fortschreibung2025 = "V. v. 21.10.2024, BGBl. 2024 I Nr. 314";

/** Cents a month for one to five members, and for each further one. */
export type Staffel = { bisFuenf: readonly [number, number, number, number, number]; jedesWeitere: number };
export const ausStaffel = ({ bisFuenf, jedesWeitere }: Staffel, personen: number): number =>
  (bisFuenf[Math.min(personen, 5) - 1] ?? 0) + Math.max(0, personen - 5) * jedesWeitere;
const staffel = (eins: number, zwei: number, drei: number, vier: number, fuenf: number, weitere: number): Staffel => ({
  bisFuenf: [euro(eins), euro(zwei), euro(drei), euro(vier), euro(fuenf)],
  jedesWeitere: euro(weitere),
});

export const mietstufen = [1, 2, 3, 4, 5, 6, 7] as const;
export type Mietstufe = (typeof mietstufen)[number];
export type Hoechstbetraege = Record<Mietstufe, Staffel>;

export const hoechstbetraege = defineParameter<Hoechstbetraege>({
  schluessel: "hoechstbetraege",
  titel: "Höchstbeträge für Miete",
  einheit: "Euro im Monat, nach Mietstufe und Zahl der Haushaltsmitglieder",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: {
        1: staffel(347, 420, 501, 584, 667, 79),
        2: staffel(392, 474, 564, 659, 752, 90),
        3: staffel(438, 530, 631, 736, 841, 102),
        4: staffel(491, 595, 708, 825, 944, 114),
        5: staffel(540, 654, 778, 909, 1038, 124),
        6: staffel(591, 716, 853, 995, 1137, 143),
        7: staffel(651, 788, 937, 1095, 1251, 157),
      },
      quelle: `§ 12 Abs. 1, Anlage 1 WoGG i. d. F. der ${fortschreibung2022} (gilt seit 2022)`,
    },
    {
      gueltigAb: "2025-01-01",
      wert: {
        1: staffel(361, 437, 521, 608, 694, 82),
        2: staffel(408, 493, 587, 686, 782, 94),
        3: staffel(456, 551, 657, 766, 875, 106),
        4: staffel(511, 619, 737, 858, 982, 119),
        5: staffel(562, 680, 809, 946, 1080, 129),
        6: staffel(615, 745, 887, 1035, 1183, 149),
        7: staffel(677, 820, 975, 1139, 1302, 163),
      },
      quelle: `§ 12 Abs. 1, § 43, Anlage 1 WoGG i. d. F. der ${fortschreibung2025}`,
    },
  ],
  geprueftBis,
});

export const heizkostenentlastung = defineParameter<Staffel>({
  schluessel: "heizkostenentlastung",
  titel: "Betrag zur Entlastung bei den Heizkosten",
  einheit: "Euro im Monat, nach Zahl der Haushaltsmitglieder",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      // The relief for the CO2 price of 2021 (14.40 for one person) and the lasting component of 2023 (96) are one amount since then.
      wert: staffel(110.4, 142.6, 170.2, 197.8, 225.4, 27.6),
      quelle: `§ 12 Abs. 6 WoGG i. d. F. des ${plusGesetz}`,
    },
  ],
  geprueftBis,
});

export const klimakomponente = defineParameter<Staffel>({
  schluessel: "klimakomponente",
  titel: "Klimakomponente",
  einheit: "Euro im Monat, nach Zahl der Haushaltsmitglieder",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: staffel(19.2, 24.8, 29.6, 34.4, 39.2, 4.8),
      quelle: `§ 12 Abs. 7 WoGG i. d. F. des ${plusGesetz}`,
    },
  ],
  geprueftBis,
});
