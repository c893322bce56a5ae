import { liste } from "./liste.ts";

/** Kinds of files that EN 16931 lets an invoice carry (BR-CL-24). */
export const dateitypen = liste(`
application/pdf image/png image/jpeg text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
application/vnd.oasis.opendocument.spreadsheet
`);

/** The XRechnung extension also takes XML (BR-DEX-01). */
export const dateitypenErweiterung = liste(dateitypen, "application/xml");
