import { z } from "zod";
import { defineSatzung } from "#baukasten";

/**
 * Where the Mandant's law holds, as postal codes. A postal code may reach over a boundary; then the Mandant needs a finer list, which is an
 * open point of each Leistung that asks.
 */
export const gemeindegebiet = defineSatzung({
  schluessel: "gemeindegebiet",
  titel: "Gemeindegebiet",
  einheit: "Postleitzahlen",
  form: z.array(z.string().regex(/^\d{5}$/)).min(1),
});
