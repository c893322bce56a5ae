import type { Art } from "./schritte.ts";

/** Where a Vorgang stands. */
export type Phase =
  | "neu"
  | "inPruefung"
  | "wartetAufBuerger"
  | "beiSachbearbeitung"
  | "entschieden"
  | "freigegeben"
  | "wartetAufZahlung"
  | "beschieden"
  | "zugestellt"
  | "bekanntgegeben"
  | "imWiderspruch"
  | "vorgelegt"
  | "beklagt"
  | "bestandskraeftig"
  | "abgegeben"
  | "zurueckgezogen"
  | "abgeschlossen";

const register = {
  nachweisAngefragt: "bleibt",
  nachweisErhalten: "bleibt",
  nachweisVerweigert: "bleibt",
  nachweisNichtErreichbar: "bleibt",
} as const;
/** When the time of retention is over, the content goes and the phase stays. */
const ende = { inhaltGeloescht: "bleibt" } as const;
const akte = { notiz: "bleibt", zugewiesen: "bleibt" } as const;
/** Money that came for something that ended without a notice goes back through the treasury. */
const rueckzahlung = { angewiesen: "bleibt" } as const;
/**
 * A benefit lives on whatever becomes of its notice: it is changed (§ 48 SGB X, §§ 48, 49 VwVfG), repealed, and paid anew. An objection
 * against the first notice does not keep a child from growing older; nor does it while the grant is decided anew because of it.
 */
const laufend = { geaendert: "bleibt", aufgehoben: "bleibt", angewiesen: "bleibt" } as const;
/** A change of a benefit that is refused anew meanwhile: not announced yet, and with nothing left to change. */
const hinfaellig = { abgeschlossen: "abgeschlossen" } as const;

/**
 * What may follow, and where it leads; what is not named here may not happen. The order of the phases is the order of the
 * procedure: opened on application (§ 18 SGB X, § 22 VwVfG), facts established (§ 20 SGB X, § 24 VwVfG), the person heard
 * (§ 24 SGB X, § 28 VwVfG), decided, announced (§ 37 SGB X, § 41 VwVfG), objected to (§ 84 SGG, § 70 VwGO), final.
 */
export const uebergaenge: Record<Phase, Partial<Record<Art, Phase | "bleibt">>> = {
  neu: { eingegangen: "inPruefung" },
  inPruefung: {
    ...register,
    ...akte,
    ...laufend,
    nachgereicht: "bleibt",
    vorgeschlagen: "beiSachbearbeitung",
    nachgefordert: "wartetAufBuerger",
    // A change that the rules see: whoever loses by it is heard at once (§ 24 SGB X); where nothing changes, it ends here.
    angehoert: "wartetAufBuerger",
    abgeschlossen: "abgeschlossen",
    entschieden: "entschieden",
    abgegeben: "abgegeben",
    zurueckgezogen: "zurueckgezogen",
  },
  wartetAufBuerger: {
    ...akte,
    ...laufend,
    ...hinfaellig,
    nachgereicht: "inPruefung",
    vorgeschlagen: "beiSachbearbeitung",
    zurueckgezogen: "zurueckgezogen",
  },
  beiSachbearbeitung: {
    ...register,
    ...akte,
    ...laufend,
    vorgeschlagen: "bleibt",
    nachgereicht: "bleibt",
    nachgefordert: "wartetAufBuerger",
    angehoert: "wartetAufBuerger",
    abgeschlossen: "abgeschlossen",
    entschieden: "entschieden",
    abgegeben: "abgegeben",
    zurueckgezogen: "zurueckgezogen",
  },
  entschieden: {
    ...akte,
    ...laufend,
    ...hinfaellig,
    freigegeben: "freigegeben",
    zahlungAngefordert: "wartetAufZahlung",
    beschieden: "beschieden",
  },
  freigegeben: { ...akte, ...laufend, ...hinfaellig, zahlungAngefordert: "wartetAufZahlung", beschieden: "beschieden" },
  // Decided already: once the fee is here, nothing but the notice is missing. Never paid, it ends without one; so does it when the person no
  // longer wants it, which they may say until the act is announced.
  wartetAufZahlung: {
    ...akte,
    zahlungEingegangen: "freigegeben",
    abgeschlossen: "abgeschlossen",
    zurueckgezogen: "zurueckgezogen",
    ...rueckzahlung,
  },
  beschieden: { ...akte, ...laufend, zugestellt: "zugestellt" },
  zugestellt: { ...akte, ...laufend, bekanntgegeben: "bekanntgegeben", widersprochen: "imWiderspruch" },
  bekanntgegeben: {
    ...akte,
    ...laufend,
    widersprochen: "imWiderspruch",
    geklagt: "beklagt",
    bestandskraeftig: "bestandskraeftig",
  },
  imWiderspruch: {
    ...akte,
    ...register,
    ...laufend,
    bekanntgegeben: "bleibt",
    nachgereicht: "bleibt",
    abgeholfen: "beiSachbearbeitung",
    vorgelegt: "vorgelegt",
  },
  vorgelegt: { ...akte, ...laufend, zurueckgewiesen: "bekanntgegeben", abgeholfen: "beiSachbearbeitung" },
  // What a court annuls is decided anew.
  beklagt: { ...akte, ...laufend, aufgehoben: "beiSachbearbeitung", bestandskraeftig: "bestandskraeftig" },
  bestandskraeftig: {
    ...akte,
    // Too late is for a person to say: the deadline can be reinstated (§ 60 VwGO, § 27 SGB X).
    widersprochen: "imWiderspruch",
    ...laufend,
    ...ende,
    abgeschlossen: "abgeschlossen",
  },
  abgegeben: { ...akte, ...ende, ...rueckzahlung, abgeschlossen: "abgeschlossen" },
  zurueckgezogen: { ...akte, ...ende, ...rueckzahlung, abgeschlossen: "abgeschlossen" },
  abgeschlossen: { ...akte, ...ende, ...rueckzahlung },
};

/** The phase after a step, or undefined where the step may not follow. */
export function phaseNach(phase: Phase, art: Art): Phase | undefined {
  const ziel = uebergaenge[phase][art];
  return ziel === "bleibt" ? phase : ziel;
}
