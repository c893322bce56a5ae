import type { Art } from "./schritte.ts";

/** Where an invoice stands. */
export type Phase =
  | "neu"
  | "eingegangen"
  | "zuErfassen"
  | "geprueft"
  | "zuKlaeren"
  | "zugeordnet"
  | "moeglicheDublette"
  | "einmalig"
  | "kreditorUnklar"
  | "ibanZuPruefen"
  | "ibanZweitePerson"
  | "kreditorBekannt"
  | "zuPruefen"
  | "zuAnordnen"
  | "angeordnet"
  | "uebergeben"
  | "quittiert"
  | "uebergabeAbgelehnt"
  | "bezahlt"
  | "abgewiesen"
  | "dublette"
  | "weitergeleitet";

const akte = { kommentiert: "bleibt", zugewiesen: "bleibt" } as const;
const ende = { ...akte, inhaltGeloescht: "bleibt" } as const;
const skonto = { skontoGewarnt: "bleibt", skontoVerfallen: "bleibt" } as const;
/** Whatever a person finds out, as long as nothing is ordered, may end it; and what was paid on another way is paid. */
const offen = { ...akte, ...skonto, abgewiesen: "abgewiesen", dubletteBestaetigt: "dublette", bezahlt: "bezahlt" } as const;

/**
 * What may follow, and where it leads; what is not named here may not happen. The order is that of the procedure: received, formally
 * checked, terms of payment reckoned, assigned to an office, not there twice, creditor and account known, held against the order; then
 * people: found right in substance and arithmetic (sachliche und rechnerische Feststellung), ordered by somebody else (Anordnung), handed to
 * the treasury's system, acknowledged, paid.
 */
export const uebergaenge: Record<Phase, Partial<Record<Art, Phase | "bleibt">>> = {
  neu: { eingegangen: "eingegangen" },
  eingegangen: { ...akte, geprueft: "geprueft", gescannt: "zuErfassen" },
  // Paper has no form that could be checked: a person captures it, and answers for that.
  zuErfassen: { ...offen, erfasst: "geprueft" },
  // The terms of payment run whatever else is unclear, so they are reckoned first.
  geprueft: {
    ...akte,
    terminiert: "bleibt",
    abgewiesen: "abgewiesen",
    zugeordnet: "zugeordnet",
    unzustellbar: "zuKlaeren",
    weitergeleitet: "weitergeleitet",
  },
  zuKlaeren: { ...offen, zugeordnet: "zugeordnet", weitergeleitet: "weitergeleitet" },
  zugeordnet: { ...akte, dublettenGeprueft: "einmalig", dubletteErkannt: "moeglicheDublette" },
  moeglicheDublette: { ...offen, dubletteVerneint: "einmalig" },
  // Under its creditor an invoice may turn out to be known that named its supplier otherwise.
  einmalig: {
    ...akte,
    dubletteErkannt: "moeglicheDublette",
    kreditorGefunden: "kreditorBekannt",
    kreditorUnklar: "kreditorUnklar",
    ibanGeaendert: "ibanZuPruefen",
  },
  // Who is assigned by hand is looked at again: the account must be known there, too.
  kreditorUnklar: { ...offen, kreditorZugewiesen: "einmalig" },
  ibanZuPruefen: { ...offen, ibanGeprueft: "ibanZweitePerson", ibanAbgelehnt: "kreditorUnklar" },
  ibanZweitePerson: { ...offen, ibanFreigegeben: "kreditorBekannt", ibanAbgelehnt: "kreditorUnklar" },
  kreditorBekannt: { ...akte, abgeglichen: "zuPruefen" },
  zuPruefen: { ...offen, festgestellt: "zuAnordnen", zugeordnet: "bleibt" },
  zuAnordnen: {
    ...akte,
    ...skonto,
    freigabeErbeten: "bleibt",
    mitgezeichnet: "bleibt",
    angeordnet: "angeordnet",
    zurueckgegeben: "zuPruefen",
  },
  angeordnet: { ...akte, ...skonto, uebergeben: "uebergeben", bezahlt: "bezahlt" },
  uebergeben: { ...akte, ...skonto, quittiert: "quittiert", uebergabeAbgelehnt: "uebergabeAbgelehnt", bezahlt: "bezahlt" },
  quittiert: { ...akte, ...skonto, bezahlt: "bezahlt" },
  uebergabeAbgelehnt: { ...akte, ...skonto, zurueckgegeben: "zuPruefen", bezahlt: "bezahlt" },
  bezahlt: { ...ende, skontoGewonnen: "bleibt", skontoVerfallen: "bleibt" },
  abgewiesen: ende,
  dublette: ende,
  weitergeleitet: ende,
};

/** Phases from which the system goes on by itself. */
export const vonSelbst: readonly Phase[] = ["eingegangen", "geprueft", "zugeordnet", "einmalig", "kreditorBekannt"];
/** Phases in which nothing more happens. */
export const endphasen: readonly Phase[] = ["bezahlt", "abgewiesen", "dublette", "weitergeleitet"];

/** The phase after a step, or undefined where the step may not follow. */
export function phaseNach(phase: Phase, art: Art): Phase | undefined {
  const ziel = uebergaenge[phase][art];
  return ziel === "bleibt" ? phase : ziel;
}
