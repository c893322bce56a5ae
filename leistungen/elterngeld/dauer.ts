import type { Antworten, Dauer } from "#baukasten";
import { formatiereDatum, type IsoDatum } from "#kalender";
import type { Erwerbsstand } from "./erwerbsverlauf.ts";
import type { EgAntworten } from "./formular.ts";
import { rueckwirkung } from "./parameter.ts";
import { lebensmonatAm, lebensmonatVon } from "./plan.ts";

type Werte = Readonly<Record<string, unknown>>;
type Abschnitt = NonNullable<NonNullable<EgAntworten["monate"]>["abschnitte"]>[number];

const geburtstagAus = (antworten: Antworten): IsoDatum | undefined => (antworten as EgAntworten).kind?.geburtsdatum;
const arbeitet = (antworten: Antworten) => (antworten as EgAntworten).arbeitNachher?.arbeite === true;

/** Months that began before the change stay as they were: nobody can undo what was received, to have it once more later. */
function verbindeMonate(bisher: Werte | undefined, neu: Werte, ab: IsoDatum, antworten: Antworten): Werte {
  const geboren = geburtstagAus(antworten);
  if (!geboren) return neu;
  const erster = lebensmonatAm(geboren, ab);
  const einzeln = (werte: Werte | undefined) =>
    ((werte?.abschnitte ?? []) as readonly Abschnitt[]).flatMap(({ art, von = 0, bis = -1 }) =>
      Array.from({ length: Math.max(0, bis - von + 1) }, (_, stelle) => ({ art, von: von + stelle, bis: von + stelle })),
    );
  const frueher = einzeln(bisher).filter(({ von }) => von < erster);
  return { ...neu, abschnitte: [...frueher, ...einzeln(neu).filter(({ von }) => von >= erster)] };
}

/** What was earned and worked since when: income counts on the average of all months with income (§ 2 Abs. 3 BEEG), not month by month. */
function verbindeErwerb(bisher: Werte | undefined, neu: Werte, ab: IsoDatum): Werte {
  const { verlauf, ...alt } = (bisher ?? {}) as Werte & { verlauf?: readonly Erwerbsstand[] };
  const { stunden, brutto, minijob } = neu as Omit<Erwerbsstand, "ab">;
  const frueher = verlauf ?? (bisher ? [{ ...(alt as Omit<Erwerbsstand, "ab">), ab: "" }] : []);
  return { ...neu, verlauf: [...frueher.filter((each) => each.ab < ab), { ab, stunden, brutto, minijob }] };
}

const dreiMonate = (fakten: Readonly<Record<string, unknown>>, heute: IsoDatum) => {
  const geboren = fakten.geburtsdatum as IsoDatum | undefined;
  if (!geboren) return undefined;
  const tag = lebensmonatVon(geboren, Math.max(1, lebensmonatAm(geboren, heute) - rueckwirkung.am(geboren).wert));
  return {
    tag,
    text: `Monate lassen sich nur für die letzten drei Lebensmonate ändern (§ 7 Abs. 2 BEEG). Bitte geben Sie einen Tag ab dem ${formatiereDatum(tag)} an.`,
  };
};

/** How Elterngeld lives on, Lebensmonat by Lebensmonat, to the last one that was applied for. */
export const dauer: Dauer = {
  normen: { zugunsten: "§ 48 Abs. 1 Satz 2 Nr. 1 SGB X, § 7 Abs. 2 BEEG" },
  seiten: {
    arbeitNachher: {
      titel: "Ich arbeite jetzt, während ich Elterngeld bekomme",
      wirkt: "monat",
      gesamt: true,
      wenn: (antworten) => !arbeitet(antworten),
    },
    arbeitgeberbescheinigung: {
      titel: "Ich arbeite oder verdiene mehr, weniger oder gar nicht mehr",
      wirkt: "monat",
      gesamt: true,
      wenn: arbeitet,
      verbinde: verbindeErwerb,
    },
    monate: {
      titel: "Ich möchte Monate tauschen oder anders aufteilen",
      seit: {
        label: "Ab welchem Tag soll das gelten?",
        hinweis:
          "Ein Tag im ersten Lebensmonat, der sich ändert. Lebensmonate davor bleiben, wie sie sind. Zum Beispiel 24.11.2026",
      },
      wirkt: "monat",
      verbinde: verbindeMonate,
      fruehestens: dreiMonate,
    },
    monateAnderer: { titel: "Der andere Elternteil nimmt andere Monate", wirkt: "monat" },
    // § 4 Abs. 2 Satz 2: the claim ends with the Lebensmonat in which a condition falls away.
    betreuung: { titel: "Das Kind lebt nicht mehr bei mir, oder ich betreue es nicht mehr selbst", wirkt: "folgemonat" },
    anschrift: { titel: "Wir sind umgezogen", wirkt: "folgemonat" },
    konto: { titel: "Meine Bankverbindung hat sich geändert", wirkt: "auszahlung" },
  },
  // The child's entry of birth and the income before it do not change.
  nachweise: ["haushalt", "wohnsitz"],
  zaehltAb: (fakten) => fakten.geburtsdatum as IsoDatum | undefined,
  ablauf: {
    titel: "Das ist der letzte beantragte Lebensmonat; danach endet das Elterngeld.",
    vorlaufTage: 0,
    nachricht: ({ erwerbNach }, letzterTag) =>
      Array.isArray(erwerbNach) && erwerbNach.length > 0
        ? {
            betreff: "Elterngeld: bitte weisen Sie Ihr Einkommen nach",
            absaetze: [
              `Ihr Elterngeld endet am ${formatiereDatum(letzterTag)}. Weil Sie in dieser Zeit gearbeitet haben, ist seine Höhe vorläufig, bis Ihr Einkommen nachgewiesen ist (§ 8 Abs. 3 BEEG).`,
              "Bitte melden Sie uns jetzt, wie viel Sie gearbeitet und verdient haben, und fügen Sie die Bescheinigung Ihres Arbeitgebers bei: unter „Mein Bereich“ bei Ihrem Elterngeld mit „Änderung melden“. Danach entscheiden wir endgültig. Dabei kann eine Nachzahlung herauskommen, oder ein Betrag, den Sie erstatten müssen.",
            ],
          }
        : undefined,
  },
  anhoerungTage: 21,
  vertrauensschutz: {
    frage:
      "Stand die Zahlung unter dem Vorbehalt des Widerrufs oder war sie vorläufig? Wenn nicht: Hat die Person eine Änderung vorsätzlich oder grob fahrlässig nicht mitgeteilt, hat sie nachher Einkommen erzielt, das den Anspruch mindert, oder wusste sie, dass ihr das Geld nicht zusteht?",
    norm: "§ 8 Abs. 2 und 3 BEEG, § 48 Abs. 1 Satz 2 Nr. 2 bis 4 SGB X",
  },
  erstattungspflichtig: "Sie haben das Elterngeld bekommen und müssen es erstatten.",
};
