import { z } from "zod";
import { Zahltext } from "../kopf.ts";

/** Master data as the finance system or a file hands it over. Everything is taken by its number: the same number again replaces. */
export const Kreditorsatz = z.object({
  nummer: z.string().min(1).max(40),
  name: z.string().min(1).max(200),
  ustId: z.string().nullable().default(null),
  steuernummer: z.string().nullable().default(null),
  email: z.email().nullable().default(null),
  gesperrt: z.boolean().default(false),
  /** Only taken over for a creditor that has none yet: later ones need two people. */
  ibans: z.array(z.string()).default([]),
});
export const Bestellsatz = z.object({
  nummer: z.string().min(1).max(80),
  art: z.enum(["bestellung", "vertrag", "festlegung", "marktplatz"]).default("bestellung"),
  amt: z.string(),
  kreditor: z.string().nullable().default(null),
  kostenstelle: z.string().nullable().default(null),
  summeCent: z.int().nonnegative(),
  abgeschlossen: z.boolean().default(false),
  positionen: z
    .array(
      z.object({
        position: z.string(),
        artikel: z.string(),
        menge: Zahltext,
        preis: Zahltext,
        kostenstelle: z.string().nullable().default(null),
      }),
    )
    .default([]),
});
export const Dauersatz = z.object({
  kreditor: z.string(),
  bezeichnung: z.string().min(1).max(200),
  amt: z.string(),
  vertrag: z.string().nullable().default(null),
  erwartetCent: z.int().positive(),
  toleranzCent: z.int().nonnegative().default(0),
  rhythmusMonate: z.int().positive(),
  beginn: z.iso.date(),
  ende: z.iso.date().nullable().default(null),
});
export const Stammdaten = z.object({
  leitwege: z.array(z.object({ leitwegId: z.string().min(5).max(46), amt: z.string() })).default([]),
  kreditoren: z.array(Kreditorsatz).default([]),
  bestellungen: z.array(Bestellsatz).default([]),
  dauerrechnungen: z.array(Dauersatz).default([]),
  kostenstellen: z.array(z.object({ nummer: z.string().min(1).max(40), bezeichnung: z.string(), amt: z.string() })).default([]),
  /** The whole list, not an addition: whoever it does not name may order nothing any more. Left out, all stays as it is. */
  befugnisse: z
    .array(
      z.object({
        kennung: z.string(),
        name: z.string(),
        email: z.email().nullable().default(null),
        amt: z.string().default("*"),
        bisCent: z.int().nonnegative(),
      }),
    )
    .optional(),
});
export type Stammdaten = z.infer<typeof Stammdaten>;
