import { formatiereDatum } from "#kalender";
import type { Anlass, Empfaenger } from "../store-betrieb.ts";
import type { VorfallZeile } from "../store-vorfaelle.ts";

export type Nachricht = { betreff: string; text: string };
const ANFANG: Record<Anlass, string> = {
  neu: "Vorfall",
  erinnerung: "Erinnerung: seit drei Tagen kümmert sich niemand um",
  eskalation: "Noch ohne Bearbeitung",
};

/** What is told of an incident: what, where, since when, and the link. Excerpts of logs stay in the house. */
export function fasseNachricht(vorfall: VorfallZeile, anlass: Anlass, adresse: string): Nachricht {
  const wo = [vorfall.system && `System ${vorfall.system}`, vorfall.mandant && `Mandant ${vorfall.mandant}`]
    .filter(Boolean)
    .join(", ");
  const zeilen = vorfall.auffaelligkeiten.slice(0, 5).map(({ satz }) => `- ${satz}`);
  const mehr = vorfall.auffaelligkeiten.length - zeilen.length;
  return {
    betreff: `${ANFANG[anlass]} ${vorfall.art === "job" ? "" : `(${vorfall.auffaelligkeiten.length} Jobs) `}${wo}`.slice(0, 180),
    text: [
      `${wo}, seit ${formatiereDatum(vorfall.eroeffnet)}:`,
      vorfall.satz,
      "",
      ...zeilen,
      ...(mehr > 0 ? [`- und ${mehr} weitere`] : []),
      "",
      `Ansehen und übernehmen: ${adresse}/betrieb/laufwacht/vorfaelle/${vorfall.id}`,
    ].join("\n"),
  };
}

/** The body that each kind of receiver understands; mail has none. */
export function koerperFuer(weg: Empfaenger["weg"], nachricht: Nachricht, vorfall: VorfallZeile, anlass: Anlass): object {
  const zeilen = `**${nachricht.betreff}**\n${nachricht.text}`;
  switch (weg) {
    // Incoming webhook of Mattermost.
    case "mattermost":
      return { username: "Laufwacht", text: zeilen };
    // The generic webhook of Matrix bridges (hookshot).
    case "matrix":
      return { username: "Laufwacht", text: zeilen };
    default:
      return {
        anlass,
        vorfall: {
          id: vorfall.id,
          schluessel: vorfall.schluessel,
          art: vorfall.art,
          mandant: vorfall.mandant,
          system: vorfall.system,
        },
        seit: vorfall.eroeffnet,
        betreff: nachricht.betreff,
        text: nachricht.text,
      };
  }
}
