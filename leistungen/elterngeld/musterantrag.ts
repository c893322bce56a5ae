import { type Antworten, type Entscheidung, entscheide, type Kontext, type Nachweisstand, type Urteile } from "#baukasten";
import { euro, formatiereEuro } from "#geld";
import { elterngeld } from "./leistung.ts";
import { monateVor } from "./musterfall.ts";

// The plain Antrag: Anna, employed, applies for Ben; the father takes two months. What differs is named by each case.
export const geboren = "2026-03-10";
export const stand = "2026-04-01T08:00:00Z";
export const gefunden = (daten: Record<string, unknown>): Nachweisstand => ({ art: "gefunden", stand, daten });
export const keinEintrag: Nachweisstand = { art: "keinEintrag", stand };
export const schweigt: Nachweisstand = { art: "nichtErreichbar", grund: "keine Antwort" };
export const anna = { idnr: "11111111111", vornamen: "Anna", nachname: "Beispiel" };
export const anschrift = { strasse: "Lindenweg", hausnummer: "3", plz: "12345", ort: "Musterstadt" };

export const geburt = (mehr: Record<string, unknown> = {}) =>
  gefunden({
    kind: { vornamen: "Ben", nachname: "Beispiel", geburtsdatum: geboren },
    mutter: { idnr: anna.idnr, name: "Anna Beispiel" },
    vater: { idnr: "22222222222", name: "Paul Beispiel" },
    gestorben: { mutter: false, vater: false },
    ...mehr,
  });
export const meldung = (kinder: string[] = [], mehr: Record<string, unknown> = {}) =>
  gefunden({
    ...anna,
    geburtsdatum: "1994-05-06",
    anschrift,
    auskunftssperre: false,
    kinder: kinder.map((geburtsdatum, index) => ({
      idnr: `3333333333${index}`,
      vornamen: "K",
      nachname: "Beispiel",
      geburtsdatum,
      auskunftssperre: false,
    })),
    ...mehr,
  });
export const haushalt = (mehr: Record<string, unknown> = {}) =>
  gefunden({ lebtBeiElternteil: true, andererElternteilGleicheAnschrift: true, auskunftssperre: false, seit: geboren, ...mehr });
export const lohndaten = (brutto: number, mehr: Record<string, unknown> = {}, monate = monateVor(geboren)) =>
  gefunden({
    beschaeftigungen: [
      {
        minijob: false,
        monate: monate.map((monat) => ({ monat, cent: euro(brutto) })),
        versicherungspflichtig: { kranken: true, renten: true, arbeit: true },
      },
    ],
    steuerklasse: 1,
    faktorTausendstel: 1000,
    halbeKinderfreibetraege: 0,
    kirchensteuerpflichtig: false,
    ...mehr,
  });

export type Abweichung = {
  antworten?: Record<string, unknown>;
  nachweise?: Record<string, Nachweisstand | undefined>;
  eingegangenAm?: string;
  urteile?: Urteile;
};
export function kontextFuer({ antworten, nachweise, eingegangenAm = "2026-04-01" }: Abweichung): Kontext {
  const seiten = {
    kind: { vornamen: "Ben", nachname: "Beispiel", geburtsdatum: geboren, idnr: "33333333333", geboren: "eines" },
    fruehgeburt: { sechsWochen: false },
    anschrift,
    betreuung: { lebtBeiMir: true, betreueSelbst: true },
    staatsangehoerigkeit: { deutschOderEu: true },
    familie: { allein: false },
    geschwister: { kinder: [], behinderung: false },
    einkommensgrenze: { unterGrenze: true },
    arbeitVorher: { art: "angestellt" },
    lohnbescheinigungen: {},
    mutterschaft: { bekomme: false },
    monate: { abschnitte: [{ art: "basis", von: 1, bis: 12 }] },
    andererElternteil: { beantragt: true },
    monateAnderer: { abschnitte: [{ art: "basis", von: 13, bis: 14 }] },
    arbeitNachher: { arbeite: false },
    konto: { iban: "DE02120300000000202051", inhaber: "Anna Beispiel" },
    nachricht: {},
    ...antworten,
  };
  return {
    eingegangenAm,
    antragsteller: anna,
    antworten: seiten as Antworten,
    nachweise: {
      geburt: geburt(),
      haushalt: haushalt(),
      wohnsitz: meldung([geboren]),
      lohndaten: lohndaten(3000),
      jobcenter: keinEintrag,
      ...nachweise,
    },
  };
}
export const lies = (abweichung: Abweichung): Entscheidung =>
  entscheide(elterngeld, kontextFuer(abweichung), abweichung.urteile ?? {});
export const text = ({ zeitraeume = [] }: Entscheidung) =>
  [...new Set(zeitraeume.map(({ betragCent }) => formatiereEuro(betragCent, "kurz").replaceAll("\u00a0", " ")))].join(", ");
