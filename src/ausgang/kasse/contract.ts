import { z } from "zod";

/** One month's payment. `monat` is `yyyy-mm`, amounts are cents, `faelligAm` a working day. */
export const Rate = z.object({ monat: z.string(), betragCent: z.int().positive(), faelligAm: z.iso.date() });
export type Rate = z.infer<typeof Rate>;

export const Anordnung = z.object({
  id: z.uuid(),
  vorgangId: z.uuid(),
  aktenzeichen: z.string(),
  /** `aenderung`, `einstellung`: replaces what is due from `wirksamAb` on. */
  art: z.enum(["neu", "aenderung", "einstellung"]),
  empfaenger: z.string(),
  iban: z.string(),
  plan: z.array(Rate),
  summeCent: z.int().nonnegative(),
  wirksamAb: z.iso.date().nullish(),
  erstelltAm: z.date(),
});
export type Anordnung = z.infer<typeof Anordnung>;

/** What the treasury said: a receipt with its own number, or a refusal that a person must look at. */
export type Kassenantwort = { art: "quittiert"; belegnummer: string } | { art: "abgelehnt"; grund: string };

/** The treasury's system, as this house sees it. An order repeated under its id must not be booked twice. */
export type Kassenanschluss = {
  /** @throws when the treasury cannot be reached; the job tries again */
  uebermittle(mandant: string, anordnung: Anordnung): Promise<Kassenantwort>;
};
