import { defineParameter } from "#baukasten";
import { euro } from "#geld";
import type { IsoDatum } from "#kalender";

const geprueftBis = "2027-12-31";

/** Cents a month and child, the same for every child since 2023. */
export const kindergeldsatz = defineParameter<number>({
  schluessel: "kindergeldsatz",
  titel: "Kindergeld für ein Kind",
  einheit: "Euro im Monat",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: euro(250),
      quelle: "§ 66 Abs. 1 EStG i. d. F. des Art. 6 G. v. 08.12.2022, BGBl. I S. 2230",
    },
    {
      gueltigAb: "2025-01-01",
      wert: euro(255),
      quelle: "§ 66 Abs. 1 EStG i. d. F. des Art. 5 Steuerfortentwicklungsgesetz, BGBl. 2024 I Nr. 449",
    },
    {
      gueltigAb: "2026-01-01",
      wert: euro(259),
      quelle: "§ 66 Abs. 1 EStG i. d. F. des Art. 6 Steuerfortentwicklungsgesetz, BGBl. 2024 I Nr. 449",
    },
    {
      gueltigAb: "2027-01-01",
      wert: euro(259),
      quelle: "Demodaten: der Satz von 2026, fortgeschrieben; ob für 2027 ein neuer beschlossen ist, ist nicht geprüft",
    },
  ],
  geprueftBis,
});

/** Age below which a child counts without further conditions. */
export const altersgrenze = defineParameter<number>({
  schluessel: "altersgrenze",
  titel: "Altersgrenze ohne weitere Voraussetzungen",
  einheit: "vollendete Lebensjahre",
  saetze: [{ gueltigAb: "2023-01-01", wert: 18, quelle: "§ 32 Abs. 3 EStG" }],
  geprueftBis,
});
export const altersgrenzeArbeitsuchend = defineParameter<number>({
  schluessel: "altersgrenzeArbeitsuchend",
  titel: "Altersgrenze für Arbeitsuchende",
  einheit: "vollendete Lebensjahre",
  saetze: [{ gueltigAb: "2023-01-01", wert: 21, quelle: "§ 32 Abs. 4 Satz 1 Nr. 1 EStG" }],
  geprueftBis,
});
export const altersgrenzeAusbildung = defineParameter<number>({
  schluessel: "altersgrenzeAusbildung",
  titel: "Altersgrenze in Ausbildung",
  einheit: "vollendete Lebensjahre",
  saetze: [
    {
      gueltigAb: "2007-01-01",
      wert: 25,
      quelle: "§ 32 Abs. 4 Satz 1 Nr. 2 EStG i. d. F. des Art. 1 G. v. 19.07.2006, BGBl. I S. 1652",
    },
  ],
  geprueftBis,
});

/** Hours a week that do no harm after a first training. */
export const wochenstundengrenze = defineParameter<number>({
  schluessel: "wochenstundengrenze",
  titel: "Unschädliche Arbeitszeit",
  einheit: "Stunden in der Woche",
  saetze: [
    {
      gueltigAb: "2012-01-01",
      wert: 20,
      quelle: "§ 32 Abs. 4 Satz 3 EStG i. d. F. des Art. 1 G. v. 01.11.2011, BGBl. I S. 2131",
    },
  ],
  geprueftBis,
});

export const uebergangszeit = defineParameter<number>({
  schluessel: "uebergangszeit",
  titel: "Längste Übergangszeit zwischen zwei Abschnitten",
  einheit: "volle Kalendermonate",
  saetze: [{ gueltigAb: "2023-01-01", wert: 4, quelle: "§ 32 Abs. 4 Satz 1 Nr. 2 Buchst. b EStG" }],
  geprueftBis,
});

export const wartezeitUnion = defineParameter<number>({
  schluessel: "wartezeitUnion",
  titel: "Wartezeit nach Zuzug aus der EU ohne Einkünfte im Inland",
  einheit: "Monate",
  saetze: [{ gueltigAb: "2023-01-01", wert: 3, quelle: "§ 62 Abs. 1a Satz 1 EStG" }],
  geprueftBis,
});

/** How many months before the month of the Antrag are still paid. */
export const rueckwirkung = defineParameter<number>({
  schluessel: "rueckwirkung",
  titel: "Rückwirkende Auszahlung",
  einheit: "Monate vor dem Monat des Antrags",
  saetze: [{ gueltigAb: "2023-01-01", wert: 6, quelle: "§ 70 Abs. 1 Satz 2 EStG" }],
  geprueftBis,
});

/** From which day of birth Kindergeld is paid without an Antrag: for a further child of a family, for every child. Null: not at all. */
export type OhneAntrag = { weitereKinderAb: IsoDatum | null; alleKinderAb: IsoDatum | null };
const geplant = "Planung, nicht geltendes Recht: Gesetzentwurf des BMF von 2026";
export const ohneAntrag = defineParameter<OhneAntrag>({
  schluessel: "ohneAntrag",
  titel: "Kindergeld ohne Antrag",
  einheit: "für Kinder, die von diesem Tag an geboren sind",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: { weitereKinderAb: null, alleKinderAb: null },
      quelle: "§ 67 Satz 1 EStG: Kindergeld ist zu beantragen",
    },
    {
      gueltigAb: "2027-03-01",
      wert: { weitereKinderAb: "2027-03-01", alleKinderAb: null },
      quelle: `${geplant}, erste Stufe; siehe README, Open points`,
    },
    {
      gueltigAb: "2027-11-01",
      wert: { weitereKinderAb: "2027-03-01", alleKinderAb: "2027-11-01" },
      quelle: `${geplant}, zweite Stufe; siehe README, Open points`,
    },
  ],
  geprueftBis,
});

export const geborenSeit = (ab: IsoDatum | null, geboren: IsoDatum): boolean => ab !== null && geboren >= ab;
/** Whether a child born on that day is paid for unasked. */
export const ohneAntragErlaubt = (stufe: OhneAntrag, geboren: IsoDatum, weiteresKind: boolean): boolean =>
  geborenSeit(stufe.alleKinderAb, geboren) || (weiteresKind && geborenSeit(stufe.weitereKinderAb, geboren));
