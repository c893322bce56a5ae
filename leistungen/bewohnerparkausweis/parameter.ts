import { z } from "zod";
import { defineSatzung } from "#baukasten";
import { Gebiete } from "../strassen.ts";

/** Cents a year for the Ausweis. By law a Gebührenordnung (Rechtsverordnung), not a Satzung: see README. */
export const parkgebuehr = defineSatzung({
  schluessel: "bewohnerparkgebuehr",
  titel: "Gebühr für den Bewohnerparkausweis",
  einheit: "Cent im Jahr",
  form: z.int().nonnegative().max(100_000),
});
/** The quarters with Parkvorrechte, as they are ordered and signposted. */
export const parkzonen = defineSatzung({
  schluessel: "bewohnerparkzonen",
  titel: "Bewohnerparkzonen",
  einheit: "Straßen und Hausnummern",
  form: Gebiete,
});
