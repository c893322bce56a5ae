import { type IsoDatum, type Land, laender } from "#kalender";
import type { Bestand, WachJob } from "../contract.ts";

const zeilen = (text: string) => text.split(/\r?\n/).filter((zeile) => zeile.trim() !== "");

/**
 * Jobs (`job,mandant,land`, with head) and counts (id, then one count a day) as a Bestand. An empty field is a day of which nothing is known.
 * @throws with a German sentence that names file and line
 */
export function liesNachtlaeufe(jobsCsv: string, zahlenCsv: string, beginn: IsoDatum): Bestand {
  const [kopf = "", ...rest] = zeilen(jobsCsv);
  const spalten = kopf.split(",").map((name) => name.trim());
  const stelle = (name: string) => spalten.indexOf(name);
  for (const name of ["job", "mandant", "land"])
    if (stelle(name) < 0) throw new Error(`In der Datei der Jobs fehlt die Spalte „${name}“.`);
  const jobs = rest.map((zeile, n): WachJob => {
    const felder = zeile.split(",");
    const land = felder[stelle("land")]?.trim() as Land;
    if (!laender.includes(land)) throw new Error(`Jobs, Zeile ${n + 2}: „${land}“ ist kein Land.`);
    return {
      id: felder[stelle("job")]?.trim() ?? "",
      mandant: felder[stelle("mandant")]?.trim() ?? "",
      system: felder[stelle("system")]?.trim() ?? "",
      land,
    };
  });
  const nummer = new Map(jobs.map(({ id }, j) => [id, j]));
  const reihen = zeilen(zahlenCsv);
  const tage = Math.max(0, (reihen[0]?.split(",").length ?? 1) - 1);
  const zahlen = new Float32Array(jobs.length * tage).fill(Number.NaN);
  reihen.forEach((zeile, n) => {
    const [id = "", ...werte] = zeile.split(",");
    const j = nummer.get(id.trim());
    if (j === undefined) throw new Error(`Zahlen, Zeile ${n + 1}: Den Job „${id}“ nennt die Datei der Jobs nicht.`);
    if (werte.length !== tage) throw new Error(`Zahlen, Zeile ${n + 1}: ${werte.length} Tage statt ${tage}.`);
    werte.forEach((wert, t) => (zahlen[j * tage + t] = wert.trim() === "" ? Number.NaN : Number(wert)));
  });
  return { beginn, tage, jobs, zahlen };
}

/** The truth: `job,tag,art`, with head. */
export function liesEtiketten(csv: string, bestand: Bestand): { j: number; t: number; art: string }[] {
  const nummer = new Map(bestand.jobs.map(({ id }, j) => [id, j]));
  return zeilen(csv)
    .slice(1)
    .flatMap((zeile) => {
      const [id = "", tag = "", art = ""] = zeile.split(",");
      const j = nummer.get(id.trim());
      return j === undefined ? [] : [{ j, t: Number(tag), art: art.trim() }];
    });
}
