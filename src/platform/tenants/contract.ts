import { z } from "zod";

const Tag = z.iso.date();
/** 29 February is none: it is not in every year. */
const Jahrestag = z
  .string()
  .refine((text) => /^\d\d-\d\d$/.test(text) && Tag.safeParse(`2027-${text}`).success, "kein Tag im Jahr");
/** What a Satzung says from a day on; it holds until the next entry, or until `gueltigBis`. The shape of `wert` is the Leistung's. */
const Satzungseintrag = z.object({
  gueltigAb: Tag,
  gueltigBis: Tag.optional(),
  quelle: z.string().trim().min(1),
  wert: z.json(),
});
const Satzung = z
  .array(Satzungseintrag)
  .min(1)
  .refine(
    (eintraege) =>
      eintraege.every(({ gueltigAb, gueltigBis }, stelle) => {
        const naechster = eintraege[stelle + 1]?.gueltigAb ?? "9999-99-99";
        return gueltigAb < naechster && (gueltigBis === undefined || (gueltigAb <= gueltigBis && gueltigBis < naechster));
      }),
    "Einträge überschneiden sich, enden vor ihrem Beginn oder stehen in falscher Reihenfolge.",
  );

/** What differs between Mandanten. Stored as one document per Mandant. */
export const Einstellungen = z.object({
  anschrift: z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() }),
  kontakt: z.object({ telefon: z.string(), email: z.email(), web: z.url() }),
  /** Colour of the Mandant's look, `#rrggbb`; the pages keep its contrast in bounds by themselves. */
  farbe: z.string().regex(/^#[0-9a-f]{6}$/),
  /** Offices by key, e.g. `jugendamt`. */
  aemter: z.record(z.string(), z.object({ name: z.string(), anschrift: z.string(), telefon: z.string(), email: z.email() })),
  /** Headline of the entrance, where the house is no town hall. */
  begruessung: z.string().max(120).optional(),
  /** Offices that this house does not have, and the key of the Mandant that has them: search leads there, register events are handed on. */
  andereHaeuser: z.record(z.string(), z.string()).optional(),
  /** Bank connection on letters. */
  bank: z.object({ name: z.string(), iban: z.string() }),
  /**
   * What can be done against a notice: Land law has abolished the Widerspruch for some matters (keys of Leistungen); there the notice says
   * Klage. `gericht`: name and address of the court.
   */
  rechtsbehelf: z.object({ klageStattWiderspruch: z.array(z.string()), gericht: z.string(), widerspruchsbehoerde: z.string() }),
  /** By key of the Satzung: fees, rates, zones, catchments. Rows from before there were any have none. */
  satzungen: z.record(z.string(), Satzung).default({}),
  /** By key of the Leistung: the norm that lets this Mandant decide automatically what the law leaves to Land or Satzung. */
  automatik: z.record(z.string(), z.object({ norm: z.string().trim().min(1), gueltigAb: Tag })).default({}),
  /**
   * What people owe: days until it is due, from which amount on a refund needs a second person, whether it can be paid online. Missing in
   * the rows of Mandanten created before there were fees: `#gebuehren` knows what holds then.
   */
  gebuehren: z
    .object({
      zahlungsfristTage: z.int().positive(),
      erstattungZweiteAbCent: z.int().nonnegative(),
      /** From which amount on a waiver (Erlass, Storno) needs a second person; missing: as with refunds. */
      erlassZweiteAbCent: z.int().nonnegative().optional(),
      onlinezahlung: z.boolean(),
      /** Days after which what is overdue is reminded of; missing: nobody is reminded by itself. */
      mahnungNachTagen: z.int().positive().optional(),
      /** By key of the Leistung: days of the year (`MM-TT`) on which a year's levy is due in equal parts, and where that stands. */
      faelligkeiten: z
        .record(z.string(), z.object({ stichtage: z.array(Jahrestag).min(1), quelle: z.string().trim().min(1) }))
        .optional(),
      /** By key of the Leistung: the surcharge for lateness, where a law lets this Mandant take one; missing: none is taken. */
      saeumnis: z
        .record(
          z.string(),
          z.object({
            norm: z.string().trim().min(1),
            promilleJeMonat: z.int().positive().max(50),
            abrundenAufCent: z.int().positive(),
            schonfristTage: z.int().nonnegative().max(31),
          }),
        )
        .optional(),
    })
    .optional(),
  /** Incoming invoices; what is missing holds as `#rechnungen` says. Percentages in hundredths: 200 is 2 %. */
  rechnungen: z
    .object({
      toleranz: z
        .object({ preisProzent: z.int().nonnegative(), mengeProzent: z.int().nonnegative(), cent: z.int().nonnegative() })
        .optional(),
      /** From when the days of a Skonto count where the invoice does not say. */
      skontoAb: z.enum(["rechnungsdatum", "eingang"]).optional(),
      skontoWarnungTage: z.int().nonnegative().optional(),
      vorlaufTage: z.int().nonnegative().optional(),
      pdfErfassen: z.boolean().optional(),
      /** From which amount on two different people order payment. */
      zweiteAnordnungAbCent: z.int().positive().optional(),
      /** Never below what § 147 Abs. 3 AO and § 14b Abs. 1 UStG ask for. */
      aufbewahrungJahre: z.int().min(8).optional(),
      freigabelinkStunden: z.int().positive().optional(),
    })
    .optional(),
});
export type Einstellungen = z.infer<typeof Einstellungen>;

export type NeuerMandant = { schluessel: string; name: string; land: string; einstellungen: z.input<typeof Einstellungen> };
export type Mandant = Omit<NeuerMandant, "einstellungen"> & { id: number; einstellungen: Einstellungen };
