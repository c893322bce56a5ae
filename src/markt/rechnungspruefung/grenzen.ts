/**
 * What a document may cost. Far above every real invoice (the largest carry scans as attachments), far below what hurts a process; beyond it
 * the document is refused with a finding.
 */
export const grenzen = {
  /** Bytes of a file, and of an XML taken out of a PDF. */
  bytes: 60_000_000,
  tiefe: 60,
  /** Some 15,000 plain lines: more take longer than the second within which every report is there. */
  elemente: 200_000,
  attribute: 40,
  /** Rows of the VAT breakdown times lines: real invoices have five rates at most. */
  vergleiche: 500_000,
  /** Characters of one text; attachments are base64 in one text. */
  text: 40_000_000,
  /** Characters of one attribute or name. */
  attribut: 10_000,
  /** Findings of one rule that are written down. */
  stellenJeRegel: 100,
} as const;

/** Why a file was not even read; told to the supplier as a finding. */
export class Unlesbar extends Error {
  readonly regel: string;
  readonly ort: string;
  constructor(regel: string, text: string, ort = "") {
    super(text);
    this.regel = regel;
    this.ort = ort;
  }
}
