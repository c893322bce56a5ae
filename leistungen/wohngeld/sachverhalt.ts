import type { z } from "zod";
import {
  type BeteiligtePerson,
  type Fakt,
  type Kontext,
  type Nachweisstand,
  type Sachverhalt,
  type Saetze,
  zuletzt,
} from "#baukasten";
import { alterAm } from "#kalender";
import type { Einkuenfte, Person, Unterhalt } from "./fakten.ts";
import { type einkommensarten, nameVon, type WgAntworten } from "./formular.ts";
import { findMietstufe } from "./mietstufen.ts";
import { Bewohner, Einkommen, Leistungsbezug, Mietauskunft } from "./nachweise.ts";
import { arbeitsalter } from "./parameter.ts";

const eigene = { quelle: "Ihre Angabe", stand: null };
const formen = { meldung: Bewohner, jobcenter: Leistungsbezug, einkommen: Einkommen, mietauskunft: Mietauskunft };
type Setze = (name: string, wert: unknown, herkunft?: Fakt["herkunft"]) => void;
type Angabe = NonNullable<NonNullable<WgAntworten["haushalt"]>["personen"]>[number];

function gefunden<T extends z.ZodType>(
  stand: Nachweisstand | undefined,
  form: T,
): { daten: z.infer<T>; stand: string } | undefined {
  if (stand?.art !== "gefunden") return undefined;
  const gelesen = form.safeParse(stand.daten);
  return gelesen.success ? { daten: gelesen.data, stand: stand.stand } : undefined;
}

/** Answers and evidence as facts of the rules. What is unknown is left out; what contradicts is looked at by a person. */
export function sachverhalt(kontext: Kontext, saetze: Saetze): Sachverhalt {
  const a = kontext.antworten as WgAntworten;
  const vonHand: string[] = [];
  const fakten: Record<string, Fakt> = {};
  const setze: Setze = (name, wert, herkunft = eigene) => {
    if (wert !== undefined) fakten[name] = { wert, herkunft };
  };
  ausHaushalt(kontext, a, saetze, setze, vonHand);
  ausMiete(kontext, a, setze, vonHand);
  if ((a.unterhalt?.zahlungen?.length ?? 0) > 0) vonHand.push("Gezahlten Unterhalt belegt ein Dokument, das ein Mensch ansieht.");
  setze("mitbewohner", a.mitbewohner?.anzahl);
  setze("unterhalt", unterhaltAus(a));
  setze("mietstufe", findMietstufe(a.anschrift?.plz), { quelle: "Tabelle der Mietstufen", stand: null });
  setze("vermoegenCent", a.vermoegen?.betrag);
  setze("nurAusbildung", a.ausbildung?.nurAusbildung);
  // Whoever is neither German nor of the Union may have a right of residence all the same: nobody refuses that by a machine.
  setze("deutschOderEu", a.staatsangehoerigkeit?.deutschOderEu || undefined);
  for (const [name, stand] of Object.entries(kontext.nachweise)) {
    if (stand?.art === "nichtErreichbar" || stand?.art === "verweigert")
      vonHand.push(`Nachweis „${name}“ nicht erhalten: ${stand.grund}`);
    const form = Object.hasOwn(formen, name) ? formen[name as keyof typeof formen] : undefined;
    if (form && stand?.art === "gefunden" && !gefunden(stand, form))
      vonHand.push(`Nachweis „${name}“ hat eine Form, die wir nicht lesen können.`);
  }
  return { fakten, vonHand };
}

function ausHaushalt(kontext: Kontext, a: WgAntworten, saetze: Saetze, setze: Setze, vonHand: string[]): void {
  const angaben = a.haushalt?.personen;
  if (!angaben) return;
  const erklaert = angaben.map((each) => personAus(each, a));
  if (new Set(angaben.map(nameVon)).size < angaben.length)
    vonHand.push("Zwei Menschen im Haushalt heißen gleich; wessen Einnahmen es sind, klärt ein Mensch.");
  if (angaben.filter(({ rolle }) => rolle === "ich").length !== 1)
    vonHand.push("Im Haushalt muss die antragstellende Person genau einmal stehen.");
  const bezug = gefunden(kontext.nachweise.jobcenter, Leistungsbezug);
  const ich = angaben.find(({ rolle }) => rolle === "ich");
  if (bezug && ich && bezug.daten.bezieht !== (ich.ausgeschlossen === true))
    vonHand.push(
      bezug.daten.bezieht
        ? "Laut Jobcenter beziehen Sie Bürgergeld, laut Antrag nicht."
        : "Laut Antrag beziehen Sie Bürgergeld oder Sozialhilfe, laut Jobcenter kein Bürgergeld.",
    );
  const register = gefunden(kontext.nachweise.einkommen, Einkommen);
  // A child too young for work needs no confirmation that it has no income.
  const jahre = zuletzt(saetze(arbeitsalter), kontext.eingegangenAm);
  const istZuJung = ({ kind, geburtsdatum }: Person) => kind && alterAm(geburtsdatum, kontext.eingegangenAm) < jahre;
  const belegt = erklaert.map((person, stelle) => mitBelegen(person, angaben[stelle]?.idnr, register?.daten, istZuJung(person)));
  const bestaetigt = belegt.every((each) => each.bestaetigt);
  if (register)
    for (const [stelle, { person }] of belegt.entries())
      if (!gleichesEinkommen(person, erklaert[stelle]))
        vonHand.push(`Das Einkommen von ${angaben[stelle]?.vornamen ?? "einer Person"} weicht von den Angaben im Antrag ab.`);
  const herkunft = register && bestaetigt ? { quelle: "Datenstelle der Rentenversicherung", stand: register.stand } : eigene;
  setze(
    "personen",
    belegt.map(({ person }) => person),
    herkunft,
  );
  if (register || kontext.nachweise.einkommen?.art === "keinEintrag") setze("einkommenBestaetigt", bestaetigt, herkunft);
  vergleicheMeldung(kontext, angaben, a, setze, vonHand);
}

function vergleicheMeldung(kontext: Kontext, angaben: readonly Angabe[], a: WgAntworten, setze: Setze, vonHand: string[]): void {
  const meldung = gefunden(kontext.nachweise.meldung, Bewohner);
  if (kontext.nachweise.meldung?.art === "keinEintrag") vonHand.push("Das Melderegister kennt Sie nicht.");
  if (!meldung) return;
  const sortiert = (tage: readonly (string | undefined)[]) => [...tage].sort().join();
  const gleich =
    sortiert(meldung.daten.personen.map(({ geburtsdatum }) => geburtsdatum)) ===
      sortiert(angaben.map(({ geburtsdatum }) => geburtsdatum)) && a.mitbewohner?.anzahl === 0;
  setze("haushaltBestaetigt", gleich, { quelle: "Melderegister", stand: meldung.stand });
  if (!gleich) vonHand.push("Im Melderegister stehen unter Ihrer Anschrift andere Menschen als im Antrag.");
}

function ausMiete(kontext: Kontext, { miete, heizung }: WgAntworten, setze: Setze, vonHand: string[]): void {
  setze("wohntZurMiete", miete?.wohnung && (miete.wohnung === "heim" ? undefined : miete.wohnung === "miete"));
  if (miete?.wohnung === "heim")
    vonHand.push("Im Heim gilt der Höchstbetrag als Miete (§ 9 Abs. 3 WoGG); das rechnet ein Mensch.");
  if (miete?.mitHeizung && heizung?.kosten === undefined)
    vonHand.push("Die Kosten für Heizung und Warmwasser sind nicht genannt; wie viel abzuziehen ist, klärt ein Mensch.");
  const heizkosten = miete?.mitHeizung === false ? 0 : heizung?.kosten;
  const kalt = miete?.gesamt !== undefined && heizkosten !== undefined ? miete.gesamt - heizkosten : undefined;
  if (kalt !== undefined && kalt < 0)
    vonHand.push("Die Kosten der Heizung sind höher als die Miete. Bitte prüfen Sie die Angaben.");
  const auskunft = gefunden(kontext.nachweise.mietauskunft, Mietauskunft);
  const herkunft = auskunft ? { quelle: "Auskunft der Vermieterin oder des Vermieters", stand: auskunft.stand } : eigene;
  setze(
    "bruttokaltmieteCent",
    auskunft?.daten.bruttokaltmieteCent ?? (kalt !== undefined && kalt >= 0 ? kalt : undefined),
    herkunft,
  );
  setze("heizkostenCent", auskunft?.daten.heizkostenCent ?? heizkosten, herkunft);
  if (kontext.nachweise.mietauskunft?.art === "keinEintrag") setze("mieteBestaetigt", false);
  if (auskunft) setze("mieteBestaetigt", true, herkunft);
  if (auskunft && kalt !== undefined && kalt !== auskunft.daten.bruttokaltmieteCent)
    vonHand.push("Die Miete im Antrag weicht von der Auskunft der Vermieterin oder des Vermieters ab.");
}

/** The applicant's entry carries what is left for all to live on: the law looks at the household as a whole. */
function personAus(angabe: Angabe, a: WgAntworten): Person {
  const name = nameVon(angabe);
  const paar = a.haushalt?.personen?.some(({ rolle }) => rolle === "partner") === true;
  const einnahmen = (a.einnahmen?.liste ?? []).filter(({ wer }) => wer === name);
  const merkmale = (a.merkmale?.liste ?? []).filter(({ wer }) => wer === name).map(({ was }) => was);
  const summe = (art: keyof typeof einkommensarten, mal = 1) =>
    mal * einnahmen.reduce((bisher, each) => bisher + (each.art === art ? (each.betrag ?? 0) : 0), 0);
  return {
    geburtsdatum: angabe.geburtsdatum ?? "",
    kind: angabe.rolle === "kind",
    mitPartner: paar && (angabe.rolle === "ich" || angabe.rolle === "partner"),
    ausgeschlossen: angabe.ausgeschlossen === true,
    einkuenfte: {
      lohnCent: summe("lohn", 12),
      werbungskostenCent: einnahmen.reduce((bisher, each) => bisher + (each.art === "lohn" ? (each.werbungskosten ?? 0) : 0), 0),
      selbstaendigCent: summe("selbstaendig"),
      vermietungCent: summe("vermietung"),
      kapitalCent: summe("kapital"),
      gesetzlicheRenteCent: summe("rente", 12),
      andereRenteCent: summe("andereRente", 12),
      sonstigeCent: summe("sonstige", 12),
    },
    zahlt: {
      steuern: einnahmen.some((each) => each.steuern),
      krankenversicherung: einnahmen.some((each) => each.kranken),
      rentenversicherung: einnahmen.some((each) => each.renten),
    },
    schwerbehindert: merkmale.includes("schwerbehindert"),
    verfolgt: merkmale.includes("verfolgt"),
    grundrentenzeiten: merkmale.includes("grundrente"),
    verfuegbarCent: angabe.rolle === "ich" ? (a.uebrig?.betrag ?? 0) : 0,
  };
}

function mitBelegen(person: Person, idnr: string | undefined, daten: z.infer<typeof Einkommen> | undefined, zuJung: boolean) {
  // No register answers for these traits; who claims one shows a document to a person.
  const ohneNachweispflichtiges = !(
    person.schwerbehindert ||
    person.verfolgt ||
    person.grundrentenzeiten ||
    person.ausgeschlossen
  );
  const beleg = idnr ? daten?.personen.find((each) => each.idnr === idnr) : undefined;
  if (beleg) {
    const { einkuenfte, zahlt, verfuegbarCent } = beleg;
    return { person: { ...person, einkuenfte, zahlt, verfuegbarCent }, bestaetigt: ohneNachweispflichtiges };
  }
  const ohneEinkommen = Object.values(person.einkuenfte).every((cent) => cent === 0);
  return { person, bestaetigt: ohneNachweispflichtiges && ohneEinkommen && daten !== undefined && zuJung };
}

const gleichesEinkommen = (eine: Person, andere: Person | undefined): boolean =>
  andere !== undefined &&
  Object.keys(eine.einkuenfte).every(
    (name) => eine.einkuenfte[name as keyof Einkuenfte] === andere.einkuenfte[name as keyof Einkuenfte],
  ) &&
  eine.zahlt.steuern === andere.zahlt.steuern &&
  eine.zahlt.krankenversicherung === andere.zahlt.krankenversicherung &&
  eine.zahlt.rentenversicherung === andere.zahlt.rentenversicherung;

function unterhaltAus({ unterhalt }: WgAntworten): Unterhalt[] | undefined {
  if (!unterhalt) return undefined;
  return (unterhalt.zahlungen ?? []).map(({ an, betrag, titel }) => ({
    an: an ?? "sonstige",
    betragCent: 12 * (betrag ?? 0),
    titel: titel === true,
  }));
}

/** Who is involved: the applicant and the children of the household. */
export function beteiligte(kontext: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[] {
  const { anschrift: a, haushalt } = kontext.antworten as WgAntworten;
  const { antragsteller } = kontext;
  const gesperrt = gefunden(kontext.nachweise.meldung, Bewohner)?.daten.auskunftssperre ?? false;
  const anschrift = a && { strasse: a.strasse ?? "", hausnummer: a.hausnummer ?? "", plz: a.plz ?? "", ort: a.ort ?? "" };
  const kinder = (haushalt?.personen ?? []).filter(({ rolle }) => rolle === "kind");
  return [
    {
      rolle: "antragsteller",
      vornamen: antragsteller.vornamen,
      nachname: antragsteller.nachname,
      ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
      ...(anschrift && { anschrift }),
      auskunftssperre: gesperrt,
    },
    ...kinder.map(
      (kind): BeteiligtePerson => ({
        rolle: "kind",
        vornamen: kind.vornamen ?? "",
        nachname: kind.nachname ?? "",
        ...(kind.geburtsdatum && { geburtsdatum: kind.geburtsdatum }),
        ...(kind.idnr && { idnr: kind.idnr }),
        ...(anschrift && { anschrift }),
        auskunftssperre: gesperrt,
      }),
    ),
  ];
}
