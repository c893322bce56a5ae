import { join } from "node:path";
import { formatiereDatum } from "#kalender";
import { createPdf } from "#pdf";
import { lagen } from "../sicht/lage.ts";
import { type Morgenbericht, ort } from "./fasse-bericht.ts";

const zeit = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "medium", timeStyle: "short" });
const pdf = createPdf(join(import.meta.dirname, "bericht.typ"));

/** The report as PDF for the file: what was seen, and by whom. */
export const setzeBericht = (bericht: Morgenbericht, am: Date): Promise<Buffer> =>
  pdf.render(
    {
      titel: bericht.titel,
      stand: bericht.bewertetAm ? `Bewertet am ${zeit.format(bericht.bewertetAm)} Uhr` : "Noch nicht bewertet",
      urteil: bericht.urteil,
      gut: bericht.vorfaelle.length === 0,
      umfang: `${bericht.jobs} Jobs von ${bericht.mandanten} Mandanten`,
      zahlen: bericht.zahlen.map(({ name, anzahl, lage }) => ({
        name: `${lagen[lage].zeichen} ${name}`,
        anzahl: String(anzahl),
      })),
      vorfaelle: bericht.vorfaelle.map((v) => ({
        ort: ort(v),
        seit: formatiereDatum(v.eroeffnet),
        satz: v.satz,
        wer: v.eigentuemer ?? "niemand",
        jobs: v.auffaelligkeiten.slice(0, 4).map(({ satz }) => satz),
      })),
      graue: bericht.graue,
      modell: bericht.modell,
      abzeichnungen: bericht.abzeichnungen.map((a) => ({ name: a.name, am: `${zeit.format(a.am)} Uhr`, bemerkung: a.bemerkung })),
    },
    am,
  );
