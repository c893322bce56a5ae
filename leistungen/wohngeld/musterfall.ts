import {
  type Antworten,
  type Auswertung,
  type Fakten,
  type Kontext,
  type Nachweisstand,
  type Urteile,
  werteAus,
} from "#baukasten";
import { euro } from "#geld";
import type { IsoDatum } from "#kalender";
import { keineEinkuenfte, type Person, type Unterhalt } from "./fakten.ts";
import { regelwerk } from "./regeln.ts";

type Traeger = Partial<Omit<Person, "einkuenfte" | "zahlt">>;
/** Wages in euros a year after costs; taxes and both insurances are paid unless said otherwise. */
export function person(lohn = 0, mehr: Traeger = {}, einkuenfte: Partial<Person["einkuenfte"]> = {}, abzuege = 3): Person {
  return {
    geburtsdatum: "1980-06-15",
    kind: false,
    mitPartner: false,
    ausgeschlossen: false,
    einkuenfte: { ...keineEinkuenfte, lohnCent: lohn > 0 ? euro(lohn + 1230) : 0, ...einkuenfte },
    zahlt: { steuern: abzuege > 0, krankenversicherung: abzuege > 1, rentenversicherung: abzuege > 2 },
    schwerbehindert: false,
    verfolgt: false,
    grundrentenzeiten: false,
    verfuegbarCent: euro(2000),
    ...mehr,
  };
}
export const kind = (geburtsdatum: IsoDatum, mehr: Traeger = {}, lohnCent = 0): Person =>
  person(0, { geburtsdatum, kind: true, verfuegbarCent: 0, ...mehr }, { lohnCent }, 0);
export const haushalt = (groesse: number, erste: Person = person()): Person[] => [
  erste,
  ...Array.from({ length: groesse - 1 }, () => person()),
];

export type Lage = {
  personen?: readonly Person[];
  miete?: number;
  heizung?: number;
  stufe?: number;
  mitbewohner?: number;
  vermoegen?: number;
  unterhalt?: readonly Unterhalt[];
  mehr?: Fakten;
};
export const fakten = (lage: Lage): Fakten => ({
  personen: lage.personen ?? [person(15_570)],
  unterhalt: lage.unterhalt ?? [],
  bruttokaltmieteCent: euro(lage.miete ?? 600),
  heizkostenCent: euro(lage.heizung ?? 50),
  mitbewohner: lage.mitbewohner ?? 0,
  mietstufe: lage.stufe ?? 5,
  vermoegenCent: euro(lage.vermoegen ?? 0),
  wohntZurMiete: true,
  deutschOderEu: true,
  nurAusbildung: false,
  haushaltBestaetigt: true,
  einkommenBestaetigt: true,
  mieteBestaetigt: true,
  ...lage.mehr,
});
export const rechne = (lage: Lage, tag: IsoDatum = "2025-06-01", urteile: Urteile = {}): Auswertung =>
  werteAus(regelwerk, fakten(lage), tag, 30, urteile);
export function wert(auswertung: Auswertung, titel: string): unknown {
  const zeile = auswertung.spur.find((each) => each.titel === titel);
  if (!zeile) throw new Error(`Den Knoten „${titel}“ gibt es nicht.`);
  return zeile.wert;
}

const idnr = "12345678903";
type Abweichung = {
  am?: IsoDatum;
  seiten?: Antworten;
  ich?: Record<string, unknown>;
  /** Of the applicant. */
  merkmale?: readonly string[];
  weitere?: readonly Record<string, unknown>[];
  nachweise?: Record<string, Nachweisstand | undefined>;
};
const ichImAntrag = {
  vornamen: "Maria",
  nachname: "Beispiel",
  geburtsdatum: "1967-06-15",
  rolle: "ich",
  idnr,
  ausgeschlossen: false,
};
const lohnImAntrag = { wer: "Maria Beispiel", art: "lohn", betrag: euro(1400), steuern: true, kranken: true, renten: true };
export const gefunden = (daten: Record<string, unknown>, stand: IsoDatum = "2025-06-10"): Nachweisstand => ({
  art: "gefunden",
  stand,
  daten,
});
export const einkommensauskunft = (lohn: number) => ({
  idnr,
  einkuenfte: { ...keineEinkuenfte, lohnCent: euro(lohn) },
  zahlt: { steuern: true, krankenversicherung: true, rentenversicherung: true },
  verfuegbarCent: euro(1250),
});

/** One person alone, 1,400 euros gross, 600 euros of rent in Musterstadt, everything confirmed. */
export const kontextFuer = ({
  am = "2025-06-10",
  seiten = {},
  ich = {},
  merkmale = [],
  weitere = [],
  nachweise = {},
}: Abweichung): Kontext => ({
  eingegangenAm: am,
  antragsteller: { idnr, vornamen: "Maria", nachname: "Beispiel" },
  antworten: {
    anschrift: { strasse: "Ring", hausnummer: "1", plz: "00001", ort: "Musterstadt" },
    haushalt: { personen: [{ ...ichImAntrag, ...ich }, ...weitere] },
    einnahmen: { liste: [lohnImAntrag] },
    uebrig: { betrag: euro(1250) },
    merkmale: { liste: merkmale.map((was) => ({ wer: "Maria Beispiel", was })) },
    mitbewohner: { anzahl: 0 },
    miete: { wohnung: "miete", gesamt: euro(600), mitHeizung: false },
    unterhalt: { zahlungen: [] },
    vermoegen: { betrag: 0 },
    ausbildung: { nurAusbildung: false },
    staatsangehoerigkeit: { deutschOderEu: true },
    konto: { inhaber: "Maria Beispiel", iban: "DE02120300000000202051" },
    ...seiten,
  } as Antworten,
  nachweise: {
    meldung: gefunden({ auskunftssperre: false, personen: [{ geburtsdatum: "1967-06-15" }] }),
    jobcenter: { art: "keinEintrag", stand: am },
    einkommen: gefunden({ personen: [einkommensauskunft(16_800)] }),
    mietauskunft: gefunden({ bruttokaltmieteCent: euro(600), heizkostenCent: 0, seit: "2020-01-01" }),
    ...nachweise,
  },
});
