/** A cell that a spreadsheet would run as a formula is led by an apostrophe: names come from people. */
function zelle(wert: string): string {
  const harmlos = /^[=+\-@\t\r]/.test(wert) ? `'${wert}` : wert;
  return /[";\n\r]/.test(harmlos) ? `"${harmlos.replaceAll('"', '""')}"` : harmlos;
}

/** One line as spreadsheets of German offices open it: semicolons. */
export const csvZeile = (werte: readonly string[]): string => `${werte.map(zelle).join(";")}\r\n`;
/** Before the first line: without it umlauts are read in another code. */
export const CSV_ANFANG = "\ufeff";
