import type { Antworten, Kontext, Nachweisstand } from "#baukasten";

const stand = "2026-04-01T08:00:00Z";
const gefunden = (daten: Record<string, unknown>): Nachweisstand => ({ art: "gefunden", stand, daten });
const anna = { idnr: "11111111111", vornamen: "Anna", nachname: "Beispiel" };
const anschrift = { strasse: "Lindenweg", hausnummer: "3", plz: "12345", ort: "Musterstadt" };
const geboren = "2026-03-10";
const vorher = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((monat) => `2025-${String(monat).padStart(2, "0")}`);

/** Employed at 3,000 euros, child born on 10 March 2026, twelve months of Basiselterngeld: granted without a person. */
export const elterngeldKontext = (): Kontext => ({
  eingegangenAm: "2026-04-01",
  antragsteller: anna,
  antworten: {
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
  } as Antworten,
  nachweise: {
    geburt: gefunden({
      kind: { vornamen: "Ben", nachname: "Beispiel", geburtsdatum: geboren },
      mutter: { idnr: anna.idnr, name: "Anna Beispiel" },
      vater: { idnr: "22222222222", name: "Paul Beispiel" },
      gestorben: { mutter: false, vater: false },
    }),
    haushalt: gefunden({
      lebtBeiElternteil: true,
      andererElternteilGleicheAnschrift: true,
      auskunftssperre: false,
      seit: geboren,
    }),
    wohnsitz: gefunden({
      ...anna,
      geburtsdatum: "1994-05-06",
      anschrift,
      auskunftssperre: false,
      kinder: [{ idnr: "33333333330", vornamen: "Ben", nachname: "Beispiel", geburtsdatum: geboren, auskunftssperre: false }],
    }),
    lohndaten: gefunden({
      beschaeftigungen: [
        {
          minijob: false,
          monate: [...vorher, "2026-01", "2026-02"].map((monat) => ({ monat, cent: 300_000 })),
          versicherungspflichtig: { kranken: true, renten: true, arbeit: true },
        },
      ],
      steuerklasse: 1,
      faktorTausendstel: 1000,
      halbeKinderfreibetraege: 0,
      kirchensteuerpflichtig: false,
    }),
    jobcenter: { art: "keinEintrag", stand },
  },
});
