// For the tests: the plain case, what differs from it, and a table of such cases.
import { type Antworten, type Entscheidung, entscheide, type Mandantenrecht, type Nachweisstand, type Urteile } from "#baukasten";
import { formatiereEuro } from "#geld";
import { hundesteuer } from "./leistung.ts";
import type { Hundesteuersatzung } from "./parameter.ts";

export const stand = "2026-11-24T08:00:00Z";
export const gefunden = (daten: Record<string, unknown>): Nachweisstand => ({ art: "gefunden", stand, daten });
export const keinEintrag: Nachweisstand = { art: "keinEintrag", stand };
export const schweigt: Nachweisstand = { art: "nichtErreichbar", grund: "keine Antwort" };
const idnr = "11111111111";
export const meldung = (plz = "00401", mehr: Record<string, unknown> = {}) =>
  gefunden({
    idnr,
    anschrift: { strasse: "Lindenallee", hausnummer: "4", plz, ort: "Musterstadt" },
    auskunftssperre: false,
    ...mehr,
  });
export const mit = (merkzeichen: string[], seit = "2020-01-01", bis: string | null = null) =>
  gefunden({ merkzeichen, seit, bis });

const werte: Hundesteuersatzung = {
  ersterHundCent: 10_800,
  zweiterHundCent: 13_200,
  weitererHundCent: 15_600,
  gefaehrlicherHundCent: 66_000,
  gefaehrlicheRassen: ["Pitbull", "Staffordshire"],
  steuerfreieLebensmonate: 3,
  beginn: "monat",
  beginnNachZuzug: "folgemonat",
  befreitBeiMerkzeichen: ["Bl", "H"],
  ermaessigtAufProzent: { sozialleistung: 50 },
};
const eintrag = (gueltigAb: string, wert: unknown) => ({ gueltigAb, wert, quelle: `Satzung ab ${gueltigAb}` });
export const mandant = (mehr: Partial<Mandantenrecht> = {}, satzung: Partial<Hundesteuersatzung> = {}): Mandantenrecht => ({
  schluessel: "musterstadt",
  name: "Stadt Musterstadt",
  land: "NW",
  satzungen: {
    gemeindegebiet: [eintrag("2000-01-01", ["00401"])],
    hundesteuer: [eintrag("2025-01-01", { ...werte, ersterHundCent: 9_600 }), eintrag("2026-01-01", { ...werte, ...satzung })],
  },
  automatik: { hundesteuer: { norm: "§ 12 KAG NRW", gueltigAb: "2020-01-01" } },
  ...mehr,
});

/** What differs from the plain case: one harmless grown-up dog, taken in on 10 March 2026. */
export type Abweichung = {
  am?: string;
  mandant?: Mandantenrecht;
  antworten?: Record<string, Record<string, unknown>>;
  nachweise?: Record<string, Nachweisstand>;
  urteile?: Urteile;
};
export type Fall = [Abweichung, Entscheidung["art"], string, RegExp?];

function entscheideFall({ am = "2026-11-24", antworten, nachweise, urteile, ...mehr }: Abweichung) {
  const seiten = {
    anliegen: { art: "anmelden" },
    hund: { name: "Bello", rasse: "Dackel", geboren: "2024-05-05" },
    haltung: { seit: "2026-03-10", zugezogen: false },
    andereHunde: { anzahl: 0 },
    gefaehrlich: { antwort: "nein" },
    verguenstigung: { grund: "keine" },
    nachricht: {},
    ...antworten,
  };
  return entscheide(
    hundesteuer,
    {
      eingegangenAm: am,
      antragsteller: { idnr, vornamen: "Maria", nachname: "Beispiel" },
      antworten: seiten as Antworten,
      nachweise: { meldung: meldung(), ...nachweise },
      mandant: mehr.mandant ?? mandant(),
    },
    urteile,
  );
}
const betraege = ({ forderungen = [] }: Entscheidung) =>
  forderungen
    .map(({ von, bis, betragCent }) => `${von} bis ${bis}: ${formatiereEuro(betragCent)}`)
    .join(", ")
    .replaceAll("\u00a0", " ");

/** What comes of a case: the result, the amounts in one line, and every sentence that was said. */
export function befund(abweichung: Abweichung): { art: Entscheidung["art"]; betraege: string; gesagt: string } {
  const entscheidung = entscheideFall(abweichung);
  const gesagt = [...entscheidung.gruende.map((each) => each.text), ...entscheidung.vonHand].join(" | ");
  return { art: entscheidung.art, betraege: betraege(entscheidung), gesagt };
}
export const abMaerz = "2026-03-01 bis 2026-12-31";
export const haltung = (seit: string, zugezogen = false) => ({ haltung: { seit, zugezogen } });
export const hund = (mehr: Record<string, unknown>) => ({
  hund: { name: "Bello", rasse: "Dackel", geboren: "2024-05-05", ...mehr },
});
export const gilt = (antwort: string) => ({ gefaehrlich: { antwort } });
