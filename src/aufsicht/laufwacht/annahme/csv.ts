import { tageZwischen } from "#kalender";
import { ortszeit } from "#wachmodell";

const SPALTEN = ["kennung", "system", "mandant", "job", "beginn", "ende", "ausgang", "anzahl", "betragCent", "auszug"] as const;
const PFLICHT = ["system", "mandant", "job", "beginn"] as const;

/** A file that is no table of runs; the sentence says what it lacks. */
export class DateiUnlesbar extends Error {
  override name = "DateiUnlesbar";
}

/**
 * Runs from a table with a head line, semicolons or commas. Without a column `kennung` a run is named by what it is, so that the same file
 * twice is the same runs. Times without an offset are those of the clock in Berlin.
 */
export function leseCsv(text: string): Record<string, unknown>[] {
  const zeilen = text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .filter((zeile) => zeile.trim() !== "");
  const [kopf, ...rest] = zeilen;
  if (!kopf) throw new DateiUnlesbar("Die Datei ist leer.");
  const trenner = kopf.includes(";") ? ";" : ",";
  const namen = felderVon(kopf, trenner).map((name) =>
    SPALTEN.find((spalte) => spalte.toLowerCase() === name.trim().toLowerCase()),
  );
  const fehlend = PFLICHT.filter((spalte) => !namen.includes(spalte));
  if (fehlend.length > 0)
    throw new DateiUnlesbar(`In der Kopfzeile fehlt: ${fehlend.join(", ")}. Bekannt sind: ${SPALTEN.join(", ")}.`);
  return rest.map((zeile) => {
    const felder = felderVon(zeile, trenner);
    const lauf: Record<string, unknown> = {};
    namen.forEach((name, n) => {
      const wert = felder[n]?.trim();
      if (!name || wert === undefined || wert === "") return;
      if (name === "anzahl" || name === "betragCent") lauf[name] = Number(wert);
      else if (name === "beginn" || name === "ende") lauf[name] = zeitAus(wert);
      else lauf[name] = wert;
    });
    lauf.kennung ??= `${lauf.system}/${lauf.mandant}/${lauf.job}/${lauf.beginn}`.slice(0, 200);
    return lauf;
  });
}

function zeitAus(wert: string): string {
  const ort = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(wert);
  if (!ort) return wert;
  const [, tag = "", stunde, minute, sekunde = "0"] = ort;
  if (Number.isNaN(tageZwischen("1970-01-01", tag))) return wert;
  return new Date(ortszeit(tag, Number(stunde) * 60 + Number(minute)).getTime() + Number(sekunde) * 1000).toISOString();
}

function felderVon(zeile: string, trenner: string): string[] {
  const felder: string[] = [];
  let feld = "";
  let zitat = false;
  for (let n = 0; n < zeile.length; n++) {
    const z = zeile[n] as string;
    if (zitat && z === '"' && zeile[n + 1] === '"') {
      feld += '"';
      n++;
    } else if (z === '"') zitat = !zitat;
    else if (z === trenner && !zitat) {
      felder.push(feld);
      feld = "";
    } else feld += z;
  }
  return [...felder, feld];
}
