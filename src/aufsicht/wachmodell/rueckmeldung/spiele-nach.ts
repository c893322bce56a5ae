import { type IsoDatum, plusTage } from "#kalender";
import type { Bewertung } from "../contract.ts";
import { genugMenge } from "../vorfaelle/falte.ts";

export type Schwellen = { schwelle: number; budget: number; mindestmenge: number };
/** What these thresholds would have brought on each day. */
export type Nachspiel = {
  tage: { tag: IsoDatum; alarme: number; bestaetigt: number; falsch: number; verpasst: number }[];
  alarmeJeTag: number;
  /** Of alarms that people judged, the share they called real. */
  genauigkeit: number | undefined;
  verpasst: number;
};

/** Of a job that has a minimum volume of its own, with it. */
type Punkt = Bewertung & { mindestmenge?: number };

const NACHSPIELTAGE = 90;

/** Plays thresholds on the last 90 days, shown before they are adopted. `urteil`: what people said of the day of a job, if anything. */
export function spieleNach(
  bewertungen: readonly Punkt[],
  schwellen: Schwellen,
  urteil: (job: string, tag: IsoDatum) => "echt" | "erwartet" | undefined,
  tage = NACHSPIELTAGE,
): Nachspiel {
  const letzter = bewertungen.reduce((bisher, { tag }) => (tag > bisher ? tag : bisher), "");
  const ab = letzter === "" ? "" : plusTage(letzter, 1 - tage);
  const jeTag = new Map<IsoDatum, Punkt[]>();
  for (const bewertung of bewertungen)
    if (bewertung.tag >= ab) {
      const liste = jeTag.get(bewertung.tag);
      if (liste) liste.push(bewertung);
      else jeTag.set(bewertung.tag, [bewertung]);
    }
  const zeilen = [...jeTag]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, punkte]) => {
      const alarme = punkte
        .filter((punkt) => punkt.score >= schwellen.schwelle && genugMenge(punkt, punkt.mindestmenge ?? schwellen.mindestmenge))
        .sort((a, b) => b.score - a.score || (a.job < b.job ? -1 : 1))
        .slice(0, schwellen.budget);
      const gesagt = alarme.map(({ job }) => urteil(job, tag));
      const echte = punkte.filter(({ job }) => urteil(job, tag) === "echt").length;
      const bestaetigt = gesagt.filter((wort) => wort === "echt").length;
      return {
        tag,
        alarme: alarme.length,
        bestaetigt,
        falsch: gesagt.filter((wort) => wort === "erwartet").length,
        verpasst: echte - bestaetigt,
      };
    });
  const summe = (was: "alarme" | "bestaetigt" | "falsch" | "verpasst") => zeilen.reduce((s, zeile) => s + zeile[was], 0);
  const beurteilt = summe("bestaetigt") + summe("falsch");
  return {
    tage: zeilen,
    alarmeJeTag: zeilen.length === 0 ? 0 : summe("alarme") / zeilen.length,
    genauigkeit: beurteilt === 0 ? undefined : summe("bestaetigt") / beurteilt,
    verpasst: summe("verpasst"),
  };
}
