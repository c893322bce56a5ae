/** PDF from Typst templates: tagged, deterministic, for reading aloud and for the file in one. */
export { createPdf, type Pdf } from "./pdf.ts";
export { qrSvg } from "./qr.ts";
