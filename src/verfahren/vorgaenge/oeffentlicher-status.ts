import type { Stand } from "./stand.ts";
import type { Phase } from "./uebergaenge.ts";

/** The six states that a citizen sees, as the federal mailbox names them. */
export type OeffentlicherStatus = "INITIATED" | "SUBMITTED" | "RECEIVED" | "PROCESSING" | "ACTION_REQUIRED" | "COMPLETED";

/** At most 50 characters each. */
const jePhase: Record<Phase, { status: OeffentlicherStatus; text: string }> = {
  neu: { status: "INITIATED", text: "Begonnen" },
  inPruefung: { status: "RECEIVED", text: "Eingegangen, wird geprüft" },
  wartetAufBuerger: { status: "ACTION_REQUIRED", text: "Wir brauchen noch etwas von Ihnen" },
  beiSachbearbeitung: { status: "PROCESSING", text: "In Bearbeitung" },
  entschieden: { status: "PROCESSING", text: "Entschieden, der Bescheid wird erstellt" },
  freigegeben: { status: "PROCESSING", text: "Entschieden, der Bescheid wird erstellt" },
  wartetAufZahlung: { status: "ACTION_REQUIRED", text: "Bitte bezahlen Sie die Gebühr" },
  beschieden: { status: "PROCESSING", text: "Der Bescheid wird zugestellt" },
  zugestellt: { status: "COMPLETED", text: "Der Bescheid liegt für Sie bereit" },
  bekanntgegeben: { status: "COMPLETED", text: "Abgeschlossen mit Bescheid" },
  imWiderspruch: { status: "PROCESSING", text: "Ihr Widerspruch wird geprüft" },
  vorgelegt: { status: "PROCESSING", text: "Ihr Widerspruch liegt der nächsten Behörde vor" },
  beklagt: { status: "PROCESSING", text: "Bei Gericht" },
  bestandskraeftig: { status: "COMPLETED", text: "Abgeschlossen" },
  abgegeben: { status: "COMPLETED", text: "An eine andere Behörde abgegeben" },
  zurueckgezogen: { status: "COMPLETED", text: "Von Ihnen zurückgezogen" },
  abgeschlossen: { status: "COMPLETED", text: "Abgeschlossen" },
};

export const oeffentlicherStatus = (stand: Pick<Stand, "phase">) => jePhase[stand.phase];
