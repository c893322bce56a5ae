import { z } from "zod";
import type { Angenommen, Eingang } from "./nimm-an.ts";
import { type Ablehnung, nimmDateiAn } from "./nimm-datei-an.ts";

/**
 * What a Peppol access point hands over once it has received a message by AS4: who sent it, to whom, which kind, and the business document.
 * Receiving, decrypting, checking signatures and sending the receipt are the access point's work and are not built here; it needs a
 * certificate of the OpenPeppol PKI and a service agreement.
 */
export const Peppolnachricht = z.object({
  /** Of the AS4 message: repeated, it is the same arrival. */
  nachrichtId: z.string().min(1).max(255),
  /** `0204:…` for a Leitweg-ID as participant. */
  absender: z.string().min(3).max(135),
  empfaenger: z.string().min(3).max(135),
  /** `busdox-docid-qns::…` or `peppol-doctype-wildcard::…` */
  dokumentart: z.string().min(1).max(500),
  prozess: z.string().max(200).optional(),
  /** Base64 of the document, without the SBDH around it. */
  dokument: z.base64().max(30_000_000),
});
export type Peppolnachricht = z.infer<typeof Peppolnachricht>;

/** Kinds of documents that are invoices; anything else the access point should not have been registered for. */
const rechnung = /(Invoice-2|CreditNote-2|CrossIndustryInvoice)/;

export async function nimmPeppolAn(
  nimmAn: (eingang: Eingang) => Promise<Angenommen>,
  mandantId: number,
  nachricht: Peppolnachricht,
): Promise<Angenommen | Ablehnung> {
  if (!rechnung.test(nachricht.dokumentart))
    return { art: "abgelehnt", text: "Diese Art von Dokument nehmen wir über Peppol nicht an." };
  return nimmDateiAn(nimmAn, {
    mandantId,
    bytes: Buffer.from(nachricht.dokument, "base64"),
    dateiname: `${nachricht.nachrichtId.replaceAll(/[^A-Za-z0-9.-]/g, "_").slice(0, 100)}.xml`,
    kanal: "peppol",
    absender: nachricht.absender,
    akteur: { art: "lieferant", weg: "peppol" },
    transaktion: `peppol:${nachricht.nachrichtId}`,
  });
}
