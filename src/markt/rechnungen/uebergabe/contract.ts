import { z } from "zod";
import { Kontierung } from "../schritte.ts";

const Tag = z.iso.date();

/** What is handed to the finance system. Written down before it is sent, and never changed: a repetition is the same to the byte. */
export const Zahlungsauftrag = z.object({
  /** From the log; the finance system recognises a repetition by it. */
  id: z.uuid(),
  art: z.enum(["zahlung", "gutschrift"]),
  eingangsnummer: z.string(),
  rechnungsnummer: z.string(),
  rechnungsdatum: Tag,
  kreditor: z.object({ nummer: z.string(), name: z.string() }),
  /** Null: the creditor's account in the finance system. */
  iban: z.string().nullable(),
  /** Ordered, and less the Skonto: what is to be paid. */
  betragCent: z.int().positive(),
  skontoCent: z.int().nonnegative(),
  zahlbetragCent: z.int().positive(),
  /** The day on which the money is to leave. */
  zahlbarAm: Tag,
  faelligAm: Tag,
  verwendung: z.string(),
  amt: z.string(),
  kontierung: z.array(Kontierung).min(1),
});
export type Zahlungsauftrag = z.infer<typeof Zahlungsauftrag>;

export const Auftragsantwort = z.discriminatedUnion("art", [
  z.object({ id: z.uuid(), art: z.literal("quittiert"), beleg: z.string().min(1).max(100) }),
  z.object({ id: z.uuid(), art: z.literal("abgelehnt"), grund: z.string().min(1).max(1000) }),
]);
export type Auftragsantwort = z.infer<typeof Auftragsantwort>;

/** Money that left, whoever ordered it. */
export const Zahlungsmeldung = z.object({
  beleg: z.string().min(1).max(100),
  auftragId: z.uuid().nullable(),
  iban: z.string().max(34),
  betragCent: z.int(),
  am: Tag,
  verwendung: z.string().max(500),
});
export type Zahlungsmeldung = z.infer<typeof Zahlungsmeldung>;

/** What the finance system has to say since the last time. `weiter`: where to go on; null: nothing read. */
export type Meldungen = { antworten: Auftragsantwort[]; zahlungen: Zahlungsmeldung[]; weiter: string | null };

/** The finance system of a Mandant, as this house sees it. */
export type Finanzanschluss = {
  name: string;
  /**
   * Hands orders over. An order for which no answer comes back is handed over, and answered later.
   * @throws when the system cannot be reached; the job tries again with the same ids
   */
  uebermittle(mandant: string, auftraege: readonly Zahlungsauftrag[]): Promise<Auftragsantwort[]>;
  /** Late answers and payments, from a mark on. */
  hole(mandant: string, ab: string | null): Promise<Meldungen>;
};

/** How orders and reports are written; two are built in. */
export type Finanzformat = {
  name: string;
  endung: string;
  medientyp: string;
  schreibe(mandant: string, auftraege: readonly Zahlungsauftrag[]): string;
  /** @throws where the text is not of this format */
  lies(text: string): Omit<Meldungen, "weiter">;
};
