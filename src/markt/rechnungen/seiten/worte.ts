import type { Ton } from "#ui";
import type { Kanal } from "../schritte.ts";
import type { Phase } from "../uebergaenge.ts";

/** What clerks call the stages, and how urgent they look. */
export const phasenworte: Record<Phase, { text: string; art: Ton }> = {
  neu: { text: "neu", art: "info" },
  eingegangen: { text: "eingegangen", art: "info" },
  zuErfassen: { text: "zu erfassen", art: "warnung" },
  geprueft: { text: "formal geprüft", art: "info" },
  zuKlaeren: { text: "Zuständigkeit unklar", art: "warnung" },
  zugeordnet: { text: "zugeordnet", art: "info" },
  moeglicheDublette: { text: "mögliche Dublette", art: "warnung" },
  einmalig: { text: "keine Dublette", art: "info" },
  kreditorUnklar: { text: "Kreditor unklar", art: "warnung" },
  ibanZuPruefen: { text: "neue IBAN zu prüfen", art: "gefahr" },
  ibanZweitePerson: { text: "neue IBAN, zweite Person", art: "gefahr" },
  kreditorBekannt: { text: "Kreditor bekannt", art: "info" },
  zuPruefen: { text: "festzustellen", art: "info" },
  zuAnordnen: { text: "anzuordnen", art: "info" },
  angeordnet: { text: "angeordnet", art: "erfolg" },
  uebergeben: { text: "übergeben", art: "erfolg" },
  quittiert: { text: "zur Zahlung angenommen", art: "erfolg" },
  uebergabeAbgelehnt: { text: "vom Finanzverfahren abgelehnt", art: "gefahr" },
  bezahlt: { text: "bezahlt", art: "erfolg" },
  abgewiesen: { text: "abgewiesen", art: "gefahr" },
  dublette: { text: "Dublette", art: "gefahr" },
  weitergeleitet: { text: "weitergeleitet", art: "info" },
};

export const kanalworte: Record<Kanal, string> = {
  api: "Schnittstelle",
  upload: "Hochladeseite",
  ordner: "überwachter Ordner",
  email: "E-Mail",
  peppol: "Peppol",
  papier: "Papier",
  weitergabe: "andere Verwaltung",
};

/** Lists of the inbox: by what is to do, not by what the machine calls it. */
export const filter = {
  klaeren: {
    titel: "Zu klären",
    phasen: ["zuErfassen", "zuKlaeren", "moeglicheDublette", "kreditorUnklar", "ibanZuPruefen", "ibanZweitePerson"],
  },
  feststellen: { titel: "Festzustellen", phasen: ["zuPruefen"] },
  anordnen: { titel: "Anzuordnen", phasen: ["zuAnordnen"] },
  zahlung: { titel: "In Zahlung", phasen: ["angeordnet", "uebergeben", "quittiert", "uebergabeAbgelehnt"] },
  laufend: { titel: "In Prüfung", phasen: ["eingegangen", "geprueft", "zugeordnet", "einmalig", "kreditorBekannt"] },
  erledigt: { titel: "Erledigt", phasen: ["bezahlt", "abgewiesen", "dublette", "weitergeleitet"] },
  alle: { titel: "Alle", phasen: Object.keys(phasenworte) as Phase[] },
} as const satisfies Record<string, { titel: string; phasen: readonly Phase[] }>;
export type Filter = keyof typeof filter;
export const filterVon = (phase: Phase): Filter =>
  (Object.keys(filter) as Filter[]).find((name) => (filter[name].phasen as readonly Phase[]).includes(phase)) ?? "alle";

/** Date and time as an office writes them. */
export const zeit = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "medium", timeStyle: "short" });
/** How long ago, or how long still: whole days. */
export const tage = (anzahl: number): string => (anzahl === 0 ? "heute" : anzahl === 1 ? "1 Tag" : `${anzahl} Tage`);
