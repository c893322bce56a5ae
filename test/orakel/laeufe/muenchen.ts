// Daily bicycle counts of six Munich stations as a Bestand, and faults that we plant into the judged years.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { plusTage, tageZwischen } from "#kalender";
import type { Bestand, Etikett } from "#wachmodell";
import { zufallszahlen } from "../../helpers/nachtlaeufe.ts";

const BEGINN = "2017-01-01";
export const GELERNT_BIS = tageZwischen(BEGINN, "2022-12-31");
const ENDE = "2024-12-31";
const ANTEIL = 0.02;

export async function liesMuenchen(ordner: string): Promise<Bestand | undefined> {
  const datei = join(ordner, "laeufe/raddauerzaehlstellen-muenchen/rad_tage.csv");
  if (!existsSync(datei)) return undefined;
  const zeilen = (await readFile(datei, "utf8"))
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((zeile) => zeile.split(","));
  const stellen = [...new Set(zeilen.map(([, , , stelle = ""]) => stelle))].sort();
  const letzter = zeilen.reduce(
    (tag, [datum = ""]) => (datum.replaceAll(".", "-") > tag ? datum.replaceAll(".", "-") : tag),
    BEGINN,
  );
  const tage = tageZwischen(BEGINN, letzter < ENDE ? letzter : ENDE) + 1;
  const zahlen = new Float32Array(stellen.length * tage).fill(Number.NaN);
  for (const [datum = "", , , stelle = "", , , gesamt = ""] of zeilen) {
    const t = tageZwischen(BEGINN, datum.replaceAll(".", "-"));
    if (t >= 0 && t < tage && gesamt !== "" && Number.isFinite(Number(gesamt)))
      zahlen[stellen.indexOf(stelle) * tage + t] = Number(gesamt);
  }
  const jobs = stellen.map((id) => ({
    id,
    mandant: id,
    system: "zaehlstellen",
    land: "BY" as const,
    ort: { mariaeHimmelfahrtBayern: true },
  }));
  return { beginn: BEGINN, tage, jobs, zahlen };
}

/**
 * Of the judged station-days every fiftieth is made wrong, by the seed, a quarter each: nothing counted; a fifth to three fifths of the
 * count; twice the count; the count of another day within ten days, where it differs by half at least.
 */
export function pflanzeInMuenchen(bestand: Bestand, saat: number): { bestand: Bestand; etiketten: Etikett[] } {
  const rnd = zufallszahlen(saat);
  const zahlen = bestand.zahlen.slice();
  const etiketten: Etikett[] = [];
  for (let j = 0; j < bestand.jobs.length; j++)
    for (let t = GELERNT_BIS + 1; t < bestand.tage; t++) {
      const i = j * bestand.tage + t;
      const echt = bestand.zahlen[i] ?? Number.NaN;
      if (!(echt > 0) || rnd() >= ANTEIL) continue;
      const wurf = Math.floor(rnd() * 4);
      const anderer =
        bestand.zahlen[j * bestand.tage + Math.min(bestand.tage - 1, t + Math.floor(rnd() * 21) - 10)] ?? Number.NaN;
      if (wurf === 3 && !(Math.abs(Math.log(anderer / echt)) > Math.log(1.5))) continue;
      zahlen[i] = wurf === 0 ? 0 : wurf === 1 ? Math.round(echt * (0.2 + 0.4 * rnd())) : wurf === 2 ? echt * 2 : anderer;
      etiketten.push({ j, t, art: ["nichtsGezaehlt", "teilweise", "doppelt", "andererTag"][wurf] ?? "" });
    }
  return { bestand: { ...bestand, zahlen }, etiketten };
}

export const tagVon = (t: number): string => plusTage(BEGINN, t);
