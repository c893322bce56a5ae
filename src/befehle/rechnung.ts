import { readFile } from "node:fs/promises";
import { type Bericht, pruefe } from "#rechnungspruefung";
import { type Befehl, Falschaufruf } from "./befehl.ts";

const worte = (bericht: Bericht): string[] => [
  `${bericht.datei}: ${bericht.gueltig ? "angenommen" : "abgewiesen"} (${[bericht.format, bericht.szenario].filter(Boolean).join(", ")})`,
  ...[...bericht.fehler, ...bericht.warnungen, ...bericht.hinweise].map(
    ({ schwere, regel, ort, text }) => `  ${schwere.padEnd(8)} ${regel}: ${text}\n           ${ort}`,
  ),
];

/** Incoming invoices, without a database. */
export const rechnungsbefehle: readonly Befehl[] = [
  {
    name: "rechnung pruefe",
    aufruf: "<dateien…>",
    text: "Prüft E-Rechnungen (XRechnung, ZUGFeRD) nach EN 16931 und XRechnung; Ende 1, wenn eine abgewiesen ist.",
    async fuehreAus(dateien, _optionen, ausgabe) {
      if (dateien.length === 0) throw new Falschaufruf("Es fehlen die Dateien.");
      let abgewiesen = 0;
      for (const datei of dateien) {
        const bericht = await pruefeDatei(datei);
        if (!bericht.gueltig) abgewiesen++;
        for (const zeile of worte(bericht)) ausgabe.text(zeile);
        ausgabe.daten(bericht);
      }
      return abgewiesen > 0 ? 1 : 0;
    },
  },
];

/** A file that cannot be opened is an item of the output like every other: the ones behind it are checked all the same. */
async function pruefeDatei(datei: string): Promise<Bericht> {
  try {
    return pruefe(datei, await readFile(datei));
  } catch (fehler) {
    const text = `Die Datei lässt sich nicht öffnen (${(fehler as { code?: string }).code ?? "unbekannter Grund"}).`;
    return {
      datei,
      format: "unbekannt",
      szenario: null,
      gueltig: false,
      fehler: [{ regel: "FW-DATEI", schwere: "fehler", ort: "/", text }],
      warnungen: [],
      hinweise: [],
    };
  }
}
