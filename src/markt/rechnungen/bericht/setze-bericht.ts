import { join } from "node:path";
import { createPdf } from "#pdf";
import type { Pruefbericht } from "./fasse-bericht.ts";

/** Sets reports as PDF: the same file for the mailbox (PDF/UA-1) and for the record (PDF/A-2a). */
export type Berichtsatz = { setze(bericht: Pruefbericht, absender: Absender, zeitpunkt: Date): Promise<Buffer> };
/** Who sends the report, and when, as it is to stand there. */
export type Absender = { readonly name: string; readonly farbe: string; readonly datum: string };

export function createBerichtsatz(): Berichtsatz {
  const pdf = createPdf(join(import.meta.dirname, "bericht.typ"));
  return { setze: (bericht, absender, zeitpunkt) => pdf.render({ ...bericht, absender }, zeitpunkt) };
}
