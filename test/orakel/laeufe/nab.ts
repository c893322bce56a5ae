// The part of the Numenta Anomaly Benchmark that lies in the folder, as rows and windows of truth.
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { NabProfil, Wahrfenster } from "#wachmodell";

export type NabDatei = { name: string; satz: string; zeiten: Date[]; werte: number[]; fenster: Wahrfenster[] };
export type Nab = {
  profile: Record<string, NabProfil>;
  schwellen: Record<string, Record<string, { score: number; threshold: number }>>;
  ergebnisse: Record<string, Record<string, number>>;
  fensterGesamt: number;
  dateien: NabDatei[];
};

const alsZeit = (text: string) => new Date(`${text.slice(0, 19).replace(" ", "T")}Z`);

export async function liesNab(ordner: string): Promise<Nab | undefined> {
  const wurzel = join(ordner, "laeufe/nab");
  if (!existsSync(wurzel)) return undefined;
  const json = async <T>(datei: string) => JSON.parse(await readFile(join(wurzel, datei), "utf8")) as T;
  const fenster = await json<Record<string, [string, string][]>>("labels/combined_windows.json");
  const roh =
    await json<Record<string, { CostMatrix: { tpWeight: number; fpWeight: number; fnWeight: number } }>>("config/profiles.json");
  const dateien: NabDatei[] = [];
  for (const satz of (await readdir(join(wurzel, "data"))).sort())
    for (const datei of (await readdir(join(wurzel, "data", satz))).sort()) {
      const zeilen = (await readFile(join(wurzel, "data", satz, datei), "utf8"))
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((zeile) => zeile.split(","));
      const zeiten = zeilen.map(([zeit = ""]) => alsZeit(zeit));
      const stelle = (text: string) => zeiten.findIndex((zeit) => zeit.getTime() === alsZeit(text).getTime());
      const paare = fenster[`${satz}/${datei}`] ?? [];
      dateien.push({
        name: datei,
        satz,
        zeiten,
        werte: zeilen.map(([, wert]) => Number(wert)),
        fenster: paare.map(([von, bis]) => ({ von: stelle(von), bis: stelle(bis) })),
      });
    }
  return {
    profile: Object.fromEntries(
      Object.entries(roh).map(([name, { CostMatrix: m }]) => [name, { tp: m.tpWeight, fp: m.fpWeight, fn: m.fnWeight }]),
    ),
    schwellen: await json("config/thresholds.json"),
    ergebnisse: await json("results/final_results.json"),
    fensterGesamt: Object.values(fenster).reduce((summe, liste) => summe + liste.length, 0),
    dateien,
  };
}
