/** PDF from Typst templates: tagged, deterministic, one source for several standards. */
export { createPdf, type Pdf, type PdfStandard } from "./pdf.ts";
