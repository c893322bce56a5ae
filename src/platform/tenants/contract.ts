import { z } from "zod";

/** What differs between Mandanten. Stored as one document per Mandant. */
export const Einstellungen = z.object({
  anschrift: z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() }),
  kontakt: z.object({ telefon: z.string(), email: z.email(), web: z.url() }),
  /** Colour of the Mandant's look, `#rrggbb`; the pages keep its contrast in bounds by themselves. */
  farbe: z.string().regex(/^#[0-9a-f]{6}$/),
  /** Offices by key, e.g. `jugendamt`. */
  aemter: z.record(z.string(), z.object({ name: z.string(), anschrift: z.string(), telefon: z.string(), email: z.email() })),
  /** Bank connection on letters. */
  bank: z.object({ name: z.string(), iban: z.string() }),
  /**
   * What can be done against a notice: Land law has abolished the Widerspruch for some matters (keys of Leistungen); there the notice says
   * Klage. `gericht`: name and address of the court.
   */
  rechtsbehelf: z.object({ klageStattWiderspruch: z.array(z.string()), gericht: z.string(), widerspruchsbehoerde: z.string() }),
});
export type Einstellungen = z.infer<typeof Einstellungen>;

export type NeuerMandant = { schluessel: string; name: string; land: string; einstellungen: Einstellungen };
export type Mandant = NeuerMandant & { id: number };
