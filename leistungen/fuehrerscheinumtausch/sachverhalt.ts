import type { z } from "zod";
import {
  type BeteiligtePerson,
  type Fakt,
  KeinSatz,
  type Kontext,
  type Nachweisstand,
  type Sachverhalt,
  type Saetze,
  schlageNach,
} from "#baukasten";
import { formatiereDatum, type IsoDatum, jahrVon } from "#kalender";
import type { FuAntworten } from "./formular.ts";
import { Fahrerlaubnis, Meldedaten } from "./nachweise.ts";
import { umtauschfrist } from "./parameter.ts";

const eigene = { quelle: "Ihre Angabe", stand: null };
const titel = { meldung: "Melderegister", fahrerlaubnis: "Zentrales Fahrerlaubnisregister" } as const;
/** Lorries and buses: what they may still drive depends on age, dates and certificates (§ 24, § 76 Nr. 9 FeV). */
const schwereKlassen = ["C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE"];

type Sammlung = { fakten: Record<string, Fakt>; vonHand: string[] };

export function sachverhalt(kontext: Kontext, saetze: Saetze): Sachverhalt {
  const sammlung: Sammlung = { fakten: {}, vonHand: [] };
  const a = kontext.antworten as FuAntworten;
  sammlung.fakten.lichtbild = { wert: (a.lichtbild?.bild ?? []).length > 0, herkunft: eigene };
  const meldung = lies(kontext, "meldung", Meldedaten, sammlung.vonHand);
  const schein = lies(kontext, "fahrerlaubnis", Fahrerlaubnis, sammlung.vonHand);
  if (meldung) ausMeldung(kontext, meldung, sammlung);
  if (schein) ausFahrerlaubnis(a, schein, sammlung);
  if (kontext.nachweise.meldung?.art === "keinEintrag") sammlung.vonHand.push("Das Melderegister kennt die Person nicht.");
  if (kontext.nachweise.fahrerlaubnis?.art === "keinEintrag")
    sammlung.vonHand.push(
      "Das Fahrerlaubnisregister kennt den Führerschein nicht: Bei der ausstellenden Behörde ist eine Karteikartenabschrift anzufordern.",
    );
  const geboren = sammlung.fakten.geburtsdatum?.wert as IsoDatum | undefined;
  if (geboren && schein) zeigeFrist(saetze(umtauschfrist), kontext.eingegangenAm, geboren, schein.daten.ausgestelltAm, sammlung);
  return sammlung;
}

type Gelesen<T extends z.ZodType> = { daten: z.infer<T>; herkunft: Fakt["herkunft"] };

/** What a register said about this person, or undefined with the reason for whoever takes over. */
function lies<T extends typeof Meldedaten | typeof Fahrerlaubnis>(
  kontext: Kontext,
  name: keyof typeof titel,
  form: T,
  vonHand: string[],
): Gelesen<T> | undefined {
  const stand: Nachweisstand | undefined = kontext.nachweise[name];
  if (stand?.art === "nichtErreichbar" || stand?.art === "verweigert") vonHand.push(`${titel[name]}: ${stand.grund}`);
  if (stand?.art !== "gefunden") return undefined;
  const gelesen = form.safeParse(stand.daten);
  if (!gelesen.success) vonHand.push(`Die Antwort (${titel[name]}) hat eine Form, die wir nicht lesen können.`);
  else if (gelesen.data.idnr !== kontext.antragsteller.idnr)
    vonHand.push(`${titel[name]}: Es kamen Angaben zu einer anderen Person.`);
  else return { daten: gelesen.data as z.infer<T>, herkunft: { quelle: titel[name], stand: stand.stand } };
  return undefined;
}

function ausMeldung({ mandant }: Kontext, { daten, herkunft }: Gelesen<typeof Meldedaten>, { fakten, vonHand }: Sammlung): void {
  fakten.geburtsdatum = { wert: daten.geburtsdatum, herkunft };
  if (daten.meldebehoerde && mandant && daten.meldebehoerde !== mandant.schluessel)
    vonHand.push("Die Person ist bei einer anderen Behörde gemeldet; zuständig ist die dortige Fahrerlaubnisbehörde.");
  else fakten.wohntHier = { wert: daten.anschrift !== null, herkunft };
  if (!daten.anschrift) vonHand.push("Im Melderegister ist keine derzeitige Anschrift gespeichert.");
}

function ausFahrerlaubnis(
  a: FuAntworten,
  { daten, herkunft }: Gelesen<typeof Fahrerlaubnis>,
  { fakten, vonHand }: Sammlung,
): void {
  const setze = (name: string, wert: unknown) => {
    fakten[name] = { wert, herkunft };
  };
  setze("nummer", daten.nummer);
  setze("ausgestelltAm", daten.ausgestelltAm);
  setze("behoerde", daten.behoerde);
  setze("klassen", daten.klassen.join(", "));
  setze("fahrerlaubnis", !daten.entzogen);
  if (daten.entzogen) vonHand.push("Laut Register ist die Fahrerlaubnis entzogen.");
  if (daten.fahrverbotBis) vonHand.push(`Es besteht ein Fahrverbot bis ${formatiereDatum(daten.fahrverbotBis)}.`);
  const { nummer, ausgestelltAm } = a.fuehrerschein ?? {};
  if (nummer && ohneTrenner(nummer) !== ohneTrenner(daten.nummer))
    vonHand.push(`Die Nummer im Antrag (${nummer}) ist nicht die im Register (${daten.nummer}).`);
  if (ausgestelltAm && ausgestelltAm !== daten.ausgestelltAm)
    vonHand.push(
      `Ausgestellt ist der Führerschein laut Register am ${formatiereDatum(daten.ausgestelltAm)}, laut Antrag am ${formatiereDatum(ausgestelltAm)}.`,
    );
  if (daten.klassen.some((klasse) => schwereKlassen.includes(klasse)))
    vonHand.push(
      "Die Fahrerlaubnis umfasst Lkw- oder Busklassen; Umfang und Befristung prüft ein Mensch (§ 24, § 76 Nr. 9 FeV).",
    );
}

/** For the reader only: what is judged is the table in the rules. */
function zeigeFrist(
  tafel: typeof umtauschfrist,
  tag: IsoDatum,
  geboren: IsoDatum,
  ausgestelltAm: IsoDatum,
  { fakten }: Sammlung,
): void {
  try {
    const frist = schlageNach(tafel, tag, { ausgestelltAm, geburtsjahr: Number(jahrVon(geboren)) });
    if (frist === "keine") return;
    const vorbei = frist < tag ? ", abgelaufen" : "";
    fakten.umtauschBis = { wert: `${formatiereDatum(frist)}${vorbei}`, herkunft: { quelle: "Anlage 8e FeV", stand: null } };
  } catch (error) {
    // The rules meet the same gap and say so.
    if (!(error instanceof KeinSatz)) throw error;
  }
}

const ohneTrenner = (nummer: string) => nummer.toUpperCase().replace(/[^0-9A-ZÄÖÜ]/g, "");

export function beteiligte({
  antragsteller,
  nachweise,
}: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[] {
  const gelesen = nachweise.meldung?.art === "gefunden" ? Meldedaten.safeParse(nachweise.meldung.daten) : undefined;
  const daten = gelesen?.success && gelesen.data.idnr === antragsteller.idnr ? gelesen.data : undefined;
  return [
    {
      rolle: "antragsteller",
      vornamen: antragsteller.vornamen,
      nachname: antragsteller.nachname,
      ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
      ...(daten && { geburtsdatum: daten.geburtsdatum }),
      ...(daten?.anschrift && { anschrift: daten.anschrift }),
      auskunftssperre: daten?.auskunftssperre ?? false,
    },
  ];
}
