import type { z } from "zod";
import type { BeteiligtePerson, Fakt, Kontext, Sachverhalt } from "#baukasten";
import { fahrzeugAus, type KzAntworten } from "./formular.ts";
import { Fahrzeugdaten, Kennzeichen, Meldedaten, nachweise, Rueckstaende, Versicherung } from "./nachweise.ts";

const eigene = { quelle: "Ihre Angabe", stand: null };
type Name = keyof typeof nachweise;
type Gelesen<T> = { daten: T; herkunft: Fakt["herkunft"] } | undefined;

export function sachverhalt(kontext: Kontext): Sachverhalt {
  const a = kontext.antworten as KzAntworten;
  const angaben = fahrzeugAus(a);
  const vonHand: string[] = [];
  const fakten: Record<string, Fakt> = {};
  const setze = (name: string, wert: unknown, herkunft: Fakt["herkunft"] = eigene) => {
    if (wert !== undefined && wert !== null) fakten[name] = { wert, herkunft };
  };
  const lies = <T extends z.ZodType>(name: Name, form: T): Gelesen<z.infer<T>> => liesNachweis(kontext, name, form, vonHand);

  setze("art", angaben.art);
  setze("halterSelbst", a.halter?.selbst);
  setze("mandat", a.steuer?.mandat);
  if (angaben.wahl) setze("wunschkennzeichen", angaben.wahl === "wunsch");
  const meldung = lies("meldung", Meldedaten);
  if (meldung) ausMeldung(kontext, meldung, setze, vonHand);
  const fahrzeug = lies("fahrzeug", Fahrzeugdaten);
  if (fahrzeug) ausFahrzeug(a, fahrzeug, setze, vonHand);
  const versicherung = lies("versicherung", Versicherung);
  if (versicherung) {
    const { gueltigAb, gueltigBis, evb } = versicherung.daten;
    if (gueltigBis && gueltigBis < kontext.eingegangenAm) vonHand.push("Die eVB-Nummer ist abgelaufen.");
    else if (evb !== a.versicherung?.evb?.toUpperCase()) vonHand.push("Die Auskunft gehört zu einer anderen eVB-Nummer.");
    else setze("versichertAb", gueltigAb, versicherung.herkunft);
  }
  const rueckstaende = lies("rueckstaende", Rueckstaende);
  setze("steuerrueckstand", rueckstaende?.daten.kfzSteuer, rueckstaende?.herkunft);
  setze("gebuehrenrueckstand", rueckstaende?.daten.gebuehren, rueckstaende?.herkunft);
  const kennzeichen = angaben.wahl === "behalten" ? undefined : lies("kennzeichen", Kennzeichen);
  if (kennzeichen) setze("kennzeichen", kennzeichen.daten.kennzeichen, kennzeichen.herkunft);
  else if (angaben.wahl === "behalten") setze("kennzeichen", fahrzeug?.daten.kennzeichen, fahrzeug?.herkunft);
  if (!fakten.kennzeichen && fahrzeug) vonHand.push("Ein Kennzeichen steht noch nicht fest.");
  if (a.steuer?.inhaber && !istSelbeName(a.steuer.inhaber, kontext.antragsteller))
    vonHand.push("Das Konto gehört jemand anderem; das Lastschriftmandat braucht dann auch dessen Unterschrift.");
  return { fakten, vonHand };
}

const schweigen: Partial<Record<Name, string>> = {
  meldung: "Das Melderegister kennt die Person nicht.",
  fahrzeug: "Das Fahrzeugregister kennt das Fahrzeug nicht.",
  versicherung: "Zu der eVB-Nummer gibt es keine Versicherungsbestätigung für diese Person.",
  rueckstaende: "Zu Rückständen gibt es keine Auskunft.",
  kennzeichen: "Das gewünschte Kennzeichen ist nicht frei.",
};

/** What a register said of this person, or undefined with the reason for whoever takes over. */
function liesNachweis<T extends z.ZodType>(kontext: Kontext, name: Name, form: T, vonHand: string[]): Gelesen<z.infer<T>> {
  const stand = kontext.nachweise[name];
  const { registerName, titel } = nachweise[name];
  if (stand?.art === "nichtErreichbar" || stand?.art === "verweigert") vonHand.push(`${titel} (${registerName}): ${stand.grund}`);
  if (stand?.art === "keinEintrag") vonHand.push(schweigen[name] ?? `${titel}: kein Eintrag.`);
  if (stand?.art !== "gefunden") return undefined;
  const gelesen = form.safeParse(stand.daten);
  if (!gelesen.success) {
    vonHand.push(`Die Antwort zu „${titel}“ hat eine Form, die wir nicht lesen können.`);
    return undefined;
  }
  const daten = gelesen.data as z.infer<T> & { idnr?: string };
  if (daten.idnr !== undefined && daten.idnr !== kontext.antragsteller.idnr) {
    vonHand.push(`${titel}: Es kamen Angaben zu einer anderen Person.`);
    return undefined;
  }
  return { daten, herkunft: { quelle: registerName, stand: stand.stand } };
}

type Setze = (name: string, wert: unknown, herkunft?: Fakt["herkunft"]) => void;

function ausMeldung(
  { mandant }: Kontext,
  { daten, herkunft }: NonNullable<Gelesen<z.infer<typeof Meldedaten>>>,
  setze: Setze,
  vonHand: string[],
): void {
  if (daten.meldebehoerde && mandant && daten.meldebehoerde !== mandant.schluessel) {
    vonHand.push("Die Person ist bei einer anderen Behörde gemeldet; zuständig ist die dortige Zulassungsbehörde.");
    return;
  }
  setze("wohntHier", daten.anschrift !== null, herkunft);
}

function ausFahrzeug(
  a: KzAntworten,
  { daten, herkunft }: NonNullable<Gelesen<z.infer<typeof Fahrzeugdaten>>>,
  setze: Setze,
  vonHand: string[],
): void {
  const angaben = fahrzeugAus(a);
  if (daten.fin !== angaben.fin) {
    vonHand.push("Das Fahrzeugregister hat Angaben zu einem anderen Fahrzeug geliefert.");
    return;
  }
  setze("fin", daten.fin, herkunft);
  setze("status", daten.status, herkunft);
  setze("codeTeil1", daten.codeTeil1Stimmt, herkunft);
  setze("codeTeil2", daten.codeTeil2Stimmt, herkunft);
  setze("hauptuntersuchungBis", daten.hauptuntersuchungBis, herkunft);
  if (daten.gesucht)
    vonHand.push("Das Fahrzeug ist zur Fahndung ausgeschrieben. Die Person bekommt davon hier nichts mitgeteilt.");
  if (angaben.kennzeichen && daten.kennzeichen && schlicht(angaben.kennzeichen) !== schlicht(daten.kennzeichen))
    vonHand.push(`Das bisherige Kennzeichen ist laut Register ${daten.kennzeichen}, laut Antrag ${angaben.kennzeichen}.`);
  if (angaben.art === "halterwechsel" && daten.halterIstAntragsteller)
    vonHand.push("Das Fahrzeug ist schon auf die antragstellende Person zugelassen.");
}

const schlicht = (kennzeichen: string) => kennzeichen.toUpperCase().replace(/[^A-ZÄÖÜ0-9]/g, "");
const worte = (name: string) =>
  new Set(
    name
      .toLocaleLowerCase("de")
      .split(/[\s-]+/)
      .filter(Boolean),
  );
/** Every word of the shorter way to write it stands in the name. */
function istSelbeName(inhaber: string, { vornamen, nachname }: Kontext["antragsteller"]): boolean {
  const ganzer = worte(`${vornamen} ${nachname}`);
  const geschrieben = worte(inhaber);
  return [...worte(nachname)].every((wort) => geschrieben.has(wort)) && [...geschrieben].every((wort) => ganzer.has(wort));
}

export function beteiligte({
  antragsteller,
  nachweise: staende,
}: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[] {
  const gelesen = staende.meldung?.art === "gefunden" ? Meldedaten.safeParse(staende.meldung.daten) : undefined;
  const daten = gelesen?.success && gelesen.data.idnr === antragsteller.idnr ? gelesen.data : undefined;
  return [
    {
      rolle: "antragsteller",
      vornamen: antragsteller.vornamen,
      nachname: antragsteller.nachname,
      ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
      ...(daten?.anschrift && { anschrift: daten.anschrift }),
      auskunftssperre: daten?.auskunftssperre ?? false,
    },
  ];
}
