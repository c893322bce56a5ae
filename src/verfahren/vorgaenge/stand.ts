import type { NeuerSchritt, Schritt } from "./schritte.ts";
import { type Phase, phaseNach } from "./uebergaenge.ts";

/** The folded state of a Vorgang: all that work lists and status pages read. Dates are `yyyy-mm-dd`. */
export type Stand = {
  phase: Phase;
  eingegangenAm?: string;
  /** The Vorgang of the running benefit that this one changes. */
  aendert?: string;
  /** Questions that wait for the person, with the day by which an answer is asked for. */
  nachforderung?: { frage: string; frist: string };
  /** Why a person must decide. */
  gruende?: string[];
  zugewiesenAn?: { kennung: string; name: string };
  ergebnis?: "bewilligt" | "abgelehnt";
  automatisch?: boolean;
  /** The version of the rules was not released when it was proposed. */
  wartetAufFreigabe?: true;
  /** It waits for release only, as the rules propose it: many of these can be released at once. */
  vorbereitet?: true;
  /** What a person still looks at, although it was decided at once. */
  nachsehen?: string[];
  /** Who decided, where it was a person; the second pair of eyes is another one. */
  entschiedenVon?: string;
  bescheidId?: string;
  zustellung?: { weg: "postfach" | "brief"; am: string };
  bekanntgabe?: { am: string; widerspruchBis: string };
  widerspruchAm?: string;
  /** The time of retention is over: only the phase is left. */
  geloescht?: true;
  /** The next day on which something happens by itself: an answer is due, the act is announced, the deadline for objections is over. */
  termin?: string;
};

/** Whether the rules may look at it: it has just come in, or nobody has taken up yet what waits for the release of its rules. */
export const istPruefbar = ({ phase, wartetAufFreigabe, zugewiesenAn }: Stand): boolean =>
  phase === "inPruefung" || (phase === "beiSachbearbeitung" && wartetAufFreigabe === true && zugewiesenAn === undefined);

export const anfang: Stand = { phase: "neu" };

function uebernimm(stand: Stand, schritt: NeuerSchritt | Schritt): Stand {
  if (schritt.art === "inhaltGeloescht") return { phase: stand.phase, geloescht: true };
  // Content deleted: that the step happened still moves the phase, and nothing else is known.
  if (schritt.daten === null) return stand;
  switch (schritt.art) {
    case "eingegangen":
      return {
        ...stand,
        eingegangenAm: schritt.daten.eingegangenAm,
        ...(schritt.daten.aenderung && { aendert: schritt.daten.aenderung.bezug }),
      };
    case "nachgefordert":
      return {
        ...einzeln(stand),
        nachforderung: { frage: schritt.daten.frage, frist: schritt.daten.frist },
        termin: schritt.daten.frist,
      };
    case "angehoert":
      return {
        ...einzeln(stand),
        nachforderung: { frage: schritt.daten.mitteilung, frist: schritt.daten.frist },
        termin: schritt.daten.frist,
      };
    case "nachgereicht": {
      const { nachforderung: _, termin: _termin, ...ohne } = einzeln(stand);
      return ohne;
    }
    case "vorgeschlagen": {
      const { termin: _, ...ohne } = einzeln(stand);
      const { gruende, wartetAufFreigabe, entscheidung } = schritt.daten;
      return { ...ohne, ...vorbereitung(entscheidung), gruende, ...(wartetAufFreigabe && { wartetAufFreigabe }) };
    }
    case "zahlungAngefordert":
      return { ...stand, termin: schritt.daten.frist };
    case "bestandskraeftig":
    case "zahlungEingegangen":
    case "abgeschlossen":
    case "zurueckgezogen": {
      const { termin: _, ...ohne } = stand;
      return ohne;
    }
    case "zugewiesen": {
      const { zugewiesenAn: _, ...ohne } = stand;
      const { an, name } = schritt.daten;
      return an === null ? ohne : { ...ohne, zugewiesenAn: { kennung: an, name: name ?? an } };
    }
    case "entschieden": {
      const { nachforderung: _, termin: _termin, entschiedenVon: _von, ...ohne } = einzeln(stand);
      return {
        ...ohne,
        ...vorbereitung(schritt.daten.entscheidung),
        ...(schritt.daten.automatisch && nachsehenAus(schritt.daten.entscheidung)),
        ...(schritt.akteur.art === "amt" && { entschiedenVon: schritt.akteur.kennung }),
        ergebnis: schritt.daten.ergebnis,
        automatisch: schritt.daten.automatisch,
      };
    }
    case "beschieden":
      return { ...stand, bescheidId: schritt.daten.bescheidId };
    case "zugestellt":
      return { ...stand, zustellung: { weg: schritt.daten.weg, am: schritt.daten.am }, termin: schritt.daten.bekanntAm };
    case "bekanntgegeben":
      return {
        ...stand,
        bekanntgabe: { am: schritt.daten.am, widerspruchBis: schritt.daten.widerspruchBis },
        termin: schritt.daten.widerspruchBis,
      };
    case "widersprochen": {
      const { termin: _, ...ohne } = stand;
      return { ...ohne, widerspruchAm: schritt.daten.am, gruende: widerspruchsgruende(stand, schritt.daten.am) };
    }
    case "nachweisAngefragt":
    case "nachweisErhalten":
    case "nachweisVerweigert":
    case "nachweisNichtErreichbar":
    case "freigegeben":
    case "vorgelegt":
    case "zurueckgewiesen":
    case "geklagt":
    case "abgegeben":
    case "angewiesen":
    case "geaendert":
      return stand;
    // Who wrote into the file had something to say about this case; one that came back is looked at by itself.
    case "notiz": {
      const { nachsehen: _, ...ohne } = stand;
      return einzeln(schritt.daten.nachgesehen ? ohne : stand);
    }
    case "abgeholfen":
    case "aufgehoben":
      return einzeln(stand);
  }
}

/** No longer one of many. */
function einzeln(stand: Stand): Stand {
  const { vorbereitet: _, wartetAufFreigabe: _frei, ...ohne } = stand;
  return ohne;
}
const vorbereitung = ({ vorbereitet }: Readonly<Record<string, unknown>>): Pick<Stand, "vorbereitet"> =>
  vorbereitet === true ? { vorbereitet } : {};

const nachsehenAus = ({ nachsehen }: Readonly<Record<string, unknown>>): Pick<Stand, "nachsehen"> =>
  Array.isArray(nachsehen) && nachsehen.length > 0 ? { nachsehen: nachsehen.map(String) } : {};

function widerspruchsgruende(stand: Stand, am: string): string[] {
  const zuSpaet = stand.bekanntgabe !== undefined && am > stand.bekanntgabe.widerspruchBis;
  return [
    "Gegen den Bescheid liegt ein Widerspruch vor.",
    ...(zuSpaet ? ["Er kam nach Ablauf der Frist; zu prüfen ist auch, ob Wiedereinsetzung zu gewähren ist (§ 60 VwGO)."] : []),
  ];
}

/** One step further, or undefined where the step may not follow. */
export function folge(stand: Stand, schritt: NeuerSchritt | Schritt): Stand | undefined {
  const phase = phaseNach(stand.phase, schritt.art);
  return phase && { ...uebernimm(stand, schritt), phase };
}

/** The state of a whole log. Throws where the log holds a step that could not follow: such a log was not written by us. */
export function standAus(schritte: readonly Schritt[]): Stand {
  return schritte.reduce<Stand>((stand, schritt) => {
    const naechster = folge(stand, schritt);
    if (!naechster) throw new Error(`Schritt ${schritt.nummer} (${schritt.art}) kann auf „${stand.phase}“ nicht folgen.`);
    return naechster;
  }, anfang);
}
