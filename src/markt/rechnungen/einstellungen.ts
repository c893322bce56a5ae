import type { Mandant } from "#tenants";

/** What holds where a Mandant has settled nothing. */
export const vorgabe = {
  toleranz: { preisProzent: 0, mengeProzent: 0, cent: 0 },
  skontoAb: "rechnungsdatum",
  skontoWarnungTage: 3,
  /** Days between hand-over and the money leaving the account. */
  vorlaufTage: 1,
  pdfErfassen: false,
  /** § 147 Abs. 3 AO, § 14b Abs. 1 UStG: eight years. Budget law of the Land may ask for more. */
  aufbewahrungJahre: 8,
  freigabelinkStunden: 72,
} as const;

export type Rechnungseinstellungen = {
  toleranz: { preisProzent: number; mengeProzent: number; cent: number };
  skontoAb: "rechnungsdatum" | "eingang";
  skontoWarnungTage: number;
  vorlaufTage: number;
  /** Whether a PDF without an invoice inside is captured like paper; else it is rejected. */
  pdfErfassen: boolean;
  /** From which amount on two people order payment; undefined: one is enough. */
  zweiteAnordnungAbCent?: number | undefined;
  aufbewahrungJahre: number;
  freigabelinkStunden: number;
};

export const einstellungenVon = ({ einstellungen }: Mandant): Rechnungseinstellungen => ({
  ...vorgabe,
  ...Object.fromEntries(Object.entries(einstellungen.rechnungen ?? {}).filter(([, wert]) => wert !== undefined)),
});
