import type { z } from "zod";
import {
  type BeteiligtePerson,
  type Fakt,
  type Kontext,
  type Nachweisstand,
  type Sachverhalt,
  type Saetze,
  satzungAm,
  zuletzt,
} from "#baukasten";
import { ersterTag, type IsoDatum, letzterTag, monatVon, plusMonate, plusMonateMonat } from "#kalender";
import { gemeindegebiet } from "../gemeindegebiet.ts";
import type { HuAntworten } from "./formular.ts";
import { Feststellung, Meldedaten } from "./nachweise.ts";
import { festsetzungsfrist, type Hundesteuersatzung, hundesteuersatzung } from "./parameter.ts";

const eigene = { quelle: "Ihre Angabe", stand: null };
const offenesEnde = "9999-12-31";

/** What a register said, in its shape, or undefined. */
export function gefunden<T extends z.ZodType>(
  stand: Nachweisstand | undefined,
  form: T,
): { daten: z.infer<T>; stand: string } | undefined {
  const gelesen = stand?.art === "gefunden" ? form.safeParse(stand.daten) : undefined;
  return stand?.art === "gefunden" && gelesen?.success ? { daten: gelesen.data, stand: stand.stand } : undefined;
}

type Setze = (name: string, wert: unknown, herkunft?: Fakt["herkunft"]) => void;

export function sachverhalt(kontext: Kontext, saetze: Saetze): Sachverhalt {
  const a = kontext.antworten as HuAntworten;
  const vonHand: string[] = [];
  const fakten: Record<string, Fakt> = {};
  const setze: Setze = (name, wert, herkunft = eigene) => {
    if (wert !== undefined) fakten[name] = { wert, herkunft };
  };
  ausMeldung(kontext, setze, vonHand);
  ausFeststellung(kontext, a, setze, vonHand);
  ausZeit(kontext, a, setze, vonHand);
  ausFrist(kontext, a, zuletzt(saetze(festsetzungsfrist), kontext.eingegangenAm), vonHand);
  if (a.andereHunde?.anzahl !== undefined) setze("rang", a.andereHunde.anzahl + 1);
  if (a.verguenstigung?.grund) setze("verguenstigung", a.verguenstigung.grund);
  ausRasse(kontext, a, setze, vonHand);
  ausVerguenstigung(kontext, a, vonHand);
  if (a.anliegen?.art === "aendern" || a.anliegen?.art === "abmelden")
    vonHand.push("Ein früherer Bescheid ist zu ändern. Was er festgesetzt hat und was gezahlt ist, sehen die Regeln nicht.");
  return { fakten, vonHand };
}

function ausMeldung(kontext: Kontext, setze: Setze, vonHand: string[]): void {
  const stand = kontext.nachweise.meldung;
  if (stand?.art === "nichtErreichbar" || stand?.art === "verweigert") vonHand.push(`Melderegister: ${stand.grund}`);
  if (stand?.art === "keinEintrag") vonHand.push("Das Melderegister kennt die Person nicht.");
  const meldung = gefunden(stand, Meldedaten);
  if (stand?.art === "gefunden" && !meldung) vonHand.push("Die Antwort des Melderegisters können wir nicht lesen.");
  if (!meldung) return;
  if (meldung.daten.idnr !== kontext.antragsteller.idnr) {
    vonHand.push("Das Melderegister hat Angaben zu einer anderen Person geliefert.");
    return;
  }
  const gebiet = satzungAm(kontext.mandant, gemeindegebiet, kontext.eingegangenAm);
  const { anschrift } = meldung.daten;
  if (gebiet && anschrift)
    setze("wohntHier", gebiet.wert.includes(anschrift.plz), { quelle: "Melderegister", stand: meldung.stand });
  if (!anschrift) vonHand.push("Im Melderegister steht keine derzeitige Anschrift.");
}

function ausFeststellung(kontext: Kontext, a: HuAntworten, setze: Setze, vonHand: string[]): void {
  const stand = kontext.nachweise.feststellung;
  if (a.verguenstigung?.grund !== "assistenzhund") return;
  if (stand?.art === "nichtErreichbar" || stand?.art === "verweigert") vonHand.push(`Versorgungsverwaltung: ${stand.grund}`);
  const herkunft = { quelle: "Versorgungsverwaltung", stand: stand && "stand" in stand ? stand.stand : null };
  const feststellung = gefunden(stand, Feststellung)?.daten;
  if (stand?.art === "gefunden" && !feststellung) vonHand.push("Die Antwort der Versorgungsverwaltung können wir nicht lesen.");
  // Who chose to be looked up and is not found may still hold a card: that is for a person, not a refusal.
  if (stand?.art === "keinEintrag") vonHand.push("Bei der Versorgungsverwaltung ist kein Merkzeichen gespeichert.");
  if (!feststellung) return;
  const gilt = feststellung.seit <= kontext.eingegangenAm && (feststellung.bis ?? offenesEnde) >= kontext.eingegangenAm;
  setze("merkzeichen", gilt ? feststellung.merkzeichen : [], herkunft);
}

/** When the tax begins and ends, as the Satzung of the day counts months. */
function ausZeit(kontext: Kontext, a: HuAntworten, setze: Setze, vonHand: string[]): void {
  const art = a.anliegen?.art;
  const satzung = satzungAm(kontext.mandant, hundesteuersatzung, kontext.eingegangenAm);
  const herkunft = { quelle: `Ihre Angabe, ${satzung?.quelle ?? ""}`, stand: null };
  if (art === "abmelden" && a.haltungsende?.am) {
    setze("beginn", `${a.haltungsende.am.slice(0, 4)}-01-01`, herkunft);
    setze("ende", letzterTag(monatVon(a.haltungsende.am)), herkunft);
    if (a.haltungsende.am > kontext.eingegangenAm) vonHand.push("Der letzte Tag der Haltung liegt in der Zukunft.");
  }
  if (art === "aendern" && a.aenderung?.seit) {
    setze("beginn", ersterTag(monatVon(a.aenderung.seit)), herkunft);
    setze("ende", offenesEnde);
  }
  if (art !== "anmelden" || !a.haltung?.seit || !a.hund?.geboren || !satzung) return;
  if (a.haltung.seit < a.hund.geboren) vonHand.push("Laut Antrag wird der Hund gehalten, bevor er geboren ist.");
  if (a.haltung.seit > kontext.eingegangenAm) vonHand.push("Der Beginn der Haltung liegt in der Zukunft.");
  setze("beginn", beginnNach(satzung.wert, a.haltung.seit, a.haltung.zugezogen === true, a.hund.geboren), herkunft);
  setze("ende", offenesEnde);
}

/** The period ends with a year and can be longer (§§ 169, 170 AO): whoever comes near it is looked at by a person. */
function ausFrist({ eingegangenAm }: Kontext, { anliegen, haltung }: HuAntworten, jahre: number, vonHand: string[]): void {
  if (anliegen?.art !== "anmelden" || !haltung?.seit || plusMonate(haltung.seit, 12 * jahre) > eingegangenAm) return;
  vonHand.push(`Die Haltung begann vor mehr als ${jahre} Jahren: Ob noch festgesetzt werden darf, prüft ein Mensch.`);
}

export function beginnNach(satzung: Hundesteuersatzung, seit: IsoDatum, zugezogen: boolean, geboren: IsoDatum): IsoDatum {
  const regel = zugezogen ? satzung.beginnNachZuzug : satzung.beginn;
  const anlass = monatVon(seit);
  const nachHaltung = ersterTag(regel === "folgemonat" ? plusMonateMonat(anlass, 1) : anlass);
  // The month in which the dog becomes old enough counts like the month in which it was taken in.
  const altGenug = monatVon(plusMonate(geboren, satzung.steuerfreieLebensmonate));
  const nachAlter = ersterTag(satzung.beginn === "folgemonat" ? plusMonateMonat(altGenug, 1) : altGenug);
  return satzung.steuerfreieLebensmonate > 0 && nachAlter > nachHaltung ? nachAlter : nachHaltung;
}

/** A reduction that was asked for and is not given is not left out in silence: a person says so, and why. */
function ausVerguenstigung(kontext: Kontext, a: HuAntworten, vonHand: string[]): void {
  const grund = a.verguenstigung?.grund;
  if (grund !== "sozialleistung" && grund !== "rettungshund") return;
  const satzung = satzungAm(kontext.mandant, hundesteuersatzung, kontext.eingegangenAm)?.wert;
  if (a.gefaehrlich?.antwort === "ja") vonHand.push("Eine Ermäßigung ist beantragt; für gefährliche Hunde gibt es keine.");
  else if (satzung && satzung.ermaessigtAufProzent[grund] === undefined)
    vonHand.push("Eine Ermäßigung ist beantragt, die die Satzung nicht kennt.");
}

const falte = (text: string) => text.toLowerCase().replace(/[^a-zäöüß]+/g, " ");

/** "I do not know" stays unknown; a breed of the list that is said to be harmless is a contradiction. */
function ausRasse(kontext: Kontext, a: HuAntworten, setze: Setze, vonHand: string[]): void {
  const antwort = a.gefaehrlich?.antwort;
  if (antwort === "ja" || antwort === "nein") setze("gefaehrlich", antwort === "ja");
  const satzung = satzungAm(kontext.mandant, hundesteuersatzung, kontext.eingegangenAm)?.wert;
  const rasse = falte(a.hund?.rasse ?? "");
  const gelistet = satzung?.gefaehrlicheRassen.find((each) => rasse.includes(falte(each)));
  if (gelistet && antwort !== "ja")
    vonHand.push(`Die Rasse „${a.hund?.rasse}“ zählt nach der Satzung zu den gefährlichen (${gelistet}), laut Antrag nicht.`);
}

export function beteiligte({
  antragsteller,
  nachweise,
}: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[] {
  const meldung = gefunden(nachweise.meldung, Meldedaten)?.daten;
  const eigeneMeldung = meldung?.idnr === antragsteller.idnr ? meldung : undefined;
  return [
    {
      rolle: "antragsteller",
      vornamen: antragsteller.vornamen,
      nachname: antragsteller.nachname,
      ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
      ...(eigeneMeldung?.anschrift && { anschrift: eigeneMeldung.anschrift }),
      auskunftssperre: eigeneMeldung?.auskunftssperre ?? false,
    },
  ];
}
