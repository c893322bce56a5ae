import type { UeberwachterJob } from "../contract.ts";
import type { BefundZeile, BewertungZeile } from "../store-urteil.ts";

/** How a job stands on a morning, worst first. */
export const lagen = {
  fehler: { zeichen: "✕", wort: "Fehler", ton: "gefahr" },
  auffaellig: { zeichen: "▲", wort: "auffällig", ton: "warnung" },
  wartung: { zeichen: "‖", wort: "Wartung", ton: "info" },
  beobachtet: { zeichen: "◦", wort: "leicht auffällig", ton: "info" },
  ruhe: { zeichen: "–", wort: "nichts zu beurteilen", ton: "info" },
  ordnung: { zeichen: "✓", wort: "in Ordnung", ton: "erfolg" },
} as const;
export type Lageart = keyof typeof lagen;
const reihenfolge = Object.keys(lagen) as Lageart[];

export type Joblage = {
  job: UeberwachterJob;
  lage: Lageart;
  satz: string;
  bewertung: BewertungZeile | undefined;
  befunde: readonly BefundZeile[];
};
const MITTEL = 0.15;

export function lageVon(
  job: UeberwachterJob,
  befunde: readonly BefundZeile[],
  bewertung: BewertungZeile | undefined,
  schwelle: number,
): Joblage {
  const [lage, satz] = bestimme(befunde, bewertung, schwelle);
  return { job, lage, satz, bewertung, befunde };
}

function bestimme(befunde: readonly BefundZeile[], bewertung: BewertungZeile | undefined, schwelle: number): [Lageart, string] {
  const laut = befunde.filter(({ stumm }) => stumm === null);
  const schlimm = laut.find(({ art }) => art === "fehlt" || art === "fehlgeschlagen");
  if (schlimm) return ["fehler", schlimm.satz];
  const mild = laut.find(({ art }) => art === "zuLang" || art === "verspaetet");
  if (mild) return ["auffaellig", mild.satz];
  const score = Math.max(bewertung?.score ?? 0, bewertung?.dauer?.score ?? 0);
  const [stumm] = befunde.filter((each) => each.stumm !== null);
  if (stumm) return ["wartung", `${stumm.stumm}. ${stumm.satz}`];
  if (!bewertung) return laut[0] ? ["beobachtet", laut[0].satz] : ["ruhe", "Für diesen Tag gibt es noch kein Urteil."];
  const zahl = (wert: number) => Math.round(wert).toLocaleString("de-DE");
  const satz = `erwartet ${zahl(bewertung.erwartet)} ± ${zahl(Math.max(1, bewertung.streuung))}, gekommen ${zahl(bewertung.wert)}`;
  if (score >= schwelle) return ["auffaellig", bewertung.erklaerung?.satz ?? satz];
  if (score >= MITTEL || laut[0]) return ["beobachtet", laut[0]?.satz ?? satz];
  if (bewertung.laeuft < MITTEL && bewertung.wert === 0) return ["ruhe", "Kein Lauf erwartet, keiner gekommen."];
  return ["ordnung", satz];
}

export const schlimmste = (alle: readonly Lageart[]): Lageart =>
  reihenfolge.find((lage) => lage !== "ruhe" && alle.includes(lage)) ?? "ruhe";

/** One cell of the map: all jobs of a Mandant on a system. */
export type Feld = { lage: Lageart; anzahl: number; von: number };
export type Karte = { systeme: string[]; zeilen: { mandant: string; lage: Lageart; felder: (Feld | undefined)[] }[] };

/** Systems across, Mandanten down; what needs eyes stands first. */
export function zeichneKarte(alle: readonly Joblage[]): Karte {
  const systeme = [...new Set(alle.map(({ job }) => job.system))].sort((a, b) => a.localeCompare(b, "de"));
  const spalte = new Map(systeme.map((name, n) => [name, n]));
  const nach = new Map<string, Joblage[][]>();
  for (const each of alle) {
    const zeile = nach.get(each.job.mandant) ?? systeme.map(() => []);
    nach.set(each.job.mandant, zeile);
    zeile[spalte.get(each.job.system) as number]?.push(each);
  }
  const zeilen = [...nach].map(([mandant, spalten]) => {
    const felder = spalten.map((jobs): Feld | undefined => {
      if (jobs.length === 0) return undefined;
      const lage = schlimmste(jobs.map((each) => each.lage));
      return { lage, anzahl: jobs.filter((each) => each.lage === lage).length, von: jobs.length };
    });
    return { mandant, lage: schlimmste(felder.flatMap((feld) => (feld ? [feld.lage] : []))), felder };
  });
  return {
    systeme,
    zeilen: zeilen.sort(
      (a, b) => reihenfolge.indexOf(a.lage) - reihenfolge.indexOf(b.lage) || a.mandant.localeCompare(b.mandant, "de"),
    ),
  };
}
