import { type BeteiligtePerson, defineLeistung, formatiereZeitraum, type Kontext } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum, type IsoDatum } from "#kalender";
import { gefunden } from "./akte.ts";
import { nachGeburt } from "./angebot.ts";
import { belege } from "./belege.ts";
import { bescheid } from "./bescheid.ts";
import { check } from "./check.ts";
import { dauer } from "./dauer.ts";
import type { Erwerbe } from "./erwerb.ts";
import { type EgAntworten, formular } from "./formular.ts";
import { Haushalt, Meldedaten, nachweise } from "./nachweise.ts";
import { bemessungszeitraum, einkommensgrenze, geschwisteralter } from "./parameter.ts";
import { lebensmonatBis, lebensmonatVon, nummern, type Planmonat } from "./plan.ts";
import { regelwerk } from "./regeln.ts";
import { sachverhalt } from "./sachverhalt.ts";

export const elterngeld = defineLeistung({
  schluessel: "elterngeld",
  version: "2026-1",
  name: "Elterngeld",
  kuerzel: "EG",
  kurzbeschreibung: "Geld für Eltern, die nach der Geburt weniger oder gar nicht arbeiten, um ihr Kind zu betreuen.",
  suchworte: [
    "Geburt",
    "Baby",
    "Elternzeit",
    "Basiselterngeld",
    "Elterngeld Plus",
    "Partnerschaftsbonus",
    "Neugeborenes",
    "Elterngeldstelle",
  ],
  lebenslagen: ["Geburt", "Familie und Kind"],
  amt: "elterngeldstelle",
  rechtsgebiet: "SGB X",
  automatik: { erlaubt: true, norm: "§ 31a SGB X" },
  vierAugen: false,
  aufbewahrung: { jahre: 6, norm: "offener Punkt: Aufbewahrungsordnung des Mandanten" },
  bearbeitungsdauer: "Meist wenige Minuten, wenn die Register antworten. Prüft ein Mensch, etwa vier Wochen.",
  schriftform: { norm: "§ 7 Abs. 1 Satz 1 BEEG, § 36a Abs. 2 SGB I", vertrauensniveau: "substantiell" },
  formular,
  nachweise,
  belege,
  regelwerk,
  parameter: [einkommensgrenze, geschwisteralter, bemessungszeitraum],
  sachverhalt,
  beteiligte,
  bescheid,
  check,
  dauer,
  angebote: [nachGeburt],
  ergebnis: "jeLebensmonat",
  zeitraum(fakten, eingegangenAm) {
    const geboren = typeof fakten.geburtsdatum === "string" ? fakten.geburtsdatum : eingegangenAm;
    const plan = (fakten.plan as readonly Planmonat[] | undefined) ?? [];
    const beantragt = nummern(plan, "basis", "plus", "bonus");
    // Without a plan the first Lebensmonat stands for all, so that conditions which fail are told.
    return (beantragt.length > 0 ? beantragt : [1]).map((nummer) => ({
      von: lebensmonatVon(geboren, nummer),
      bis: lebensmonatBis(geboren, nummer),
      name: `${nummer}. Lebensmonat`,
    }));
  },
  tatsachen: {
    geburtsdatum: (wert: IsoDatum) => formatiereDatum(wert),
    lebtImHaushalt: (wert: boolean) => (wert ? "Ja" : "Nein"),
    wohntInDeutschland: (wert: boolean) => (wert ? "Ja" : "Nein"),
    geschwister: (wert: readonly unknown[]) => String(wert.length),
    zuVersteuerndesEinkommenCent: (wert: number) => `höchstens ${formatiereEuro(wert, "kurz")}`,
    erwerbVor: (wert: Erwerbe) => bruttoVorGeburt(wert),
    steuerklasse: (wert: number) => String(wert),
    plan: (wert: readonly Planmonat[]) => planInWorten(wert),
  },
  zahlung(antworten) {
    const { konto } = antworten as EgAntworten;
    return konto?.iban && konto.inhaber ? { iban: konto.iban, empfaenger: konto.inhaber } : undefined;
  },
  vorbefuellung: {
    kind: {
      nachweis: "eigeneMeldedaten",
      vorschlaege: (daten) =>
        Meldedaten.parse(daten).kinder.map(({ vornamen, nachname, geburtsdatum, idnr }) => ({
          titel: `${vornamen} ${nachname}, geboren am ${formatiereDatum(geburtsdatum)}`,
          werte: { vornamen, nachname, geburtsdatum, idnr, geboren: "eines" },
        })),
    },
    anschrift: {
      nachweis: "eigeneMeldedaten",
      vorschlaege(daten) {
        const { anschrift } = Meldedaten.parse(daten);
        return anschrift
          ? [{ titel: `${anschrift.strasse} ${anschrift.hausnummer}, ${anschrift.plz} ${anschrift.ort}`, werte: anschrift }]
          : [];
      },
    },
  },
});

function bruttoVorGeburt(erwerbe: Erwerbe): string {
  const monate = erwerbe.flatMap((each) => each.monate);
  const [erster, ...weitere] = monate.map(({ monat }) => monat).sort();
  if (!erster) return "keine";
  const summe = formatiereEuro(monate.reduce((bisher, { cent }) => bisher + cent, 0));
  return `${summe} brutto, ${formatiereZeitraum(erster, weitere.at(-1) ?? erster)}`;
}

const artnamen = { basis: "Basiselterngeld", plus: "Elterngeld Plus", bonus: "Partnerschaftsbonus" } as const;
function planInWorten(plan: readonly Planmonat[]): string {
  const arten = (["basis", "plus", "bonus"] as const).flatMap((art) => {
    const zahl = nummern(plan, art).length;
    return zahl > 0 ? [`${zahl} Lebensmonate ${artnamen[art]}`] : [];
  });
  const leistungen = plan.flatMap(({ mutterschaftCent, mutterschaftTage }, stelle) =>
    mutterschaftCent > 0
      ? [`im ${stelle + 1}. Lebensmonat ${formatiereEuro(mutterschaftCent)} Mutterschaftsleistungen für ${mutterschaftTage} Tage`]
      : [],
  );
  return [...arten, ...leistungen].join("; ");
}

/** Who is involved: whoever gets it, and the child. */
function beteiligte({
  antworten,
  antragsteller,
  nachweise: staende,
}: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[] {
  const { kind, anschrift: angegeben } = antworten as EgAntworten;
  const gesperrt = gefunden(staende.haushalt, Haushalt)?.daten.auskunftssperre ?? false;
  const selbstGesperrt = gefunden(staende.wohnsitz, Meldedaten)?.daten.auskunftssperre ?? false;
  const anschrift = angegeben && {
    strasse: angegeben.strasse ?? "",
    hausnummer: angegeben.hausnummer ?? "",
    plz: angegeben.plz ?? "",
    ort: angegeben.ort ?? "",
  };
  // One home: a lock on the child's address locks the parent's as well.
  const gemeinsam = { ...(anschrift && { anschrift }), auskunftssperre: gesperrt || selbstGesperrt };
  return [
    {
      rolle: "antragsteller",
      vornamen: antragsteller.vornamen,
      nachname: antragsteller.nachname,
      ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
      ...gemeinsam,
    },
    {
      rolle: "kind",
      vornamen: kind?.vornamen ?? "",
      nachname: kind?.nachname ?? "",
      ...(kind?.geburtsdatum && { geburtsdatum: kind.geburtsdatum }),
      ...(kind?.idnr && { idnr: kind.idnr }),
      ...gemeinsam,
    },
  ];
}
