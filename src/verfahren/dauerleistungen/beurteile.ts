import { type Aenderungsgrund, anhoerungspflicht, type Entscheidung, type Leistung } from "#baukasten";
import { bleibtGleich, type Gegenueberstellung, wenigerInZukunft } from "./gegenueberstellung.ts";

/**
 * How a change goes on. `selbst` with `zukunft`: the months to come are changed now, and what was paid too much is a matter of its own,
 * for which the person is heard.
 */
export type Weg =
  | { art: "nichts" }
  | { art: "selbst"; umfang: "ganz" | "zukunft"; ohneAnhoerung?: string }
  | { art: "anhoeren"; norm: string }
  | { art: "mensch"; gruende: string[] };

export type Aenderungsfall = {
  leistung: Leistung;
  anlass: Aenderungsgrund;
  entscheidung: Entscheidung;
  gegenueberstellung: Gegenueberstellung;
  /** What was paid a month before the new months began. */
  zuletztCent: number;
  /** A notice is made although no amount moves: the benefit ends as decided, and the person must know. */
  endet: boolean;
  /** By law it ends with what was told: nothing is decided against anybody for the time to come. */
  beendet: boolean;
  /** The person was heard in this matter already. */
  gehoert: boolean;
};

/** The way that the law leaves: in favour by itself, against the person never without hearing or norm, the past only by a person. */
export function beurteile(fall: Aenderungsfall): Weg {
  const { leistung, anlass, entscheidung, gegenueberstellung } = fall;
  if (entscheidung.art === "vonHand" && !fall.beendet) return { art: "mensch", gruende: entscheidung.vonHand };
  if (bleibtGleich(gegenueberstellung)) return fall.endet ? { art: "selbst", umfang: "ganz" } : { art: "nichts" };
  const neueMonate = gegenueberstellung.zeilen.filter(({ vorherCent }) => vorherCent === null);
  if (neueMonate.length > 0 && fall.zuletztCent > 0 && neueMonate.every(({ nachherCent }) => nachherCent === 0))
    return { art: "mensch", gruende: ["Für die neuen Monate ergäbe sich keine Leistung mehr; das prüft ein Mensch."] };
  const bezahltes = gegenueberstellung.ueberzahlungCent > 0;
  const kuenftiges = wenigerInZukunft(gegenueberstellung);
  if (!bezahltes && !kuenftiges) return { art: "selbst", umfang: "ganz" };
  if (fall.gehoert) return { art: "mensch", gruende: ["Die Person ist angehört; über die Änderung entscheidet ein Mensch."] };
  const zukunft = anhoerungspflicht(leistung, fall.beendet ? "ende" : anlass, false);
  if (kuenftiges && !zukunft.noetig)
    return { art: "selbst", umfang: bezahltes ? "zukunft" : "ganz", ohneAnhoerung: zukunft.norm };
  return { art: "anhoeren", norm: anhoerungspflicht(leistung, anlass, bezahltes).norm };
}
