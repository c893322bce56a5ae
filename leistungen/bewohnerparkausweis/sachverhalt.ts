import { type BeteiligtePerson, type Fakt, type Kontext, type Sachverhalt, satzungAm } from "#baukasten";
import { plusMonate } from "#kalender";
import { gebietVon, gleicheAdresse } from "../strassen.ts";
import type { BpAntworten } from "./formular.ts";
import { Meldedaten } from "./nachweise.ts";
import { parkzonen } from "./parameter.ts";

const eigene = { quelle: "Ihre Angabe", stand: null };

/** What the register said of whoever applies, or why a person must look. */
function meldungAus({ nachweise: { meldung }, antragsteller }: Pick<Kontext, "nachweise" | "antragsteller">) {
  if (meldung?.art === "nichtErreichbar" || meldung?.art === "verweigert") return { grund: `Melderegister: ${meldung.grund}` };
  if (meldung?.art === "keinEintrag") return { grund: "Das Melderegister kennt die Person nicht." };
  if (meldung?.art !== "gefunden") return {};
  const gelesen = Meldedaten.safeParse(meldung.daten);
  if (!gelesen.success) return { grund: "Die Antwort des Melderegisters können wir nicht lesen." };
  if (gelesen.data.idnr !== antragsteller.idnr)
    return { grund: "Das Melderegister hat Angaben zu einer anderen Person geliefert." };
  return { daten: gelesen.data, stand: meldung.stand };
}

export function sachverhalt(kontext: Kontext): Sachverhalt {
  const a = kontext.antworten as BpAntworten;
  const fakten: Record<string, Fakt> = {};
  const vonHand: string[] = [];
  const setze = (name: string, wert: unknown, herkunft: Fakt["herkunft"] = eigene) => {
    if (wert !== undefined) fakten[name] = { wert, herkunft };
  };
  const { daten, stand, grund } = meldungAus(kontext);
  if (grund) vonHand.push(grund);
  const zonen = satzungAm(kontext.mandant, parkzonen, kontext.eingegangenAm);
  if (daten && !daten.anschrift) vonHand.push("Im Melderegister steht keine derzeitige Anschrift.");
  if (daten?.anschrift && zonen) {
    const zone = gebietVon(daten.anschrift, zonen.wert);
    const herkunft = { quelle: `Melderegister, ${zonen.quelle}`, stand: stand ?? null };
    if (zone) setze("inZone", zone !== "keines", herkunft);
    else vonHand.push("Die Zone hängt von der Hausnummer ab, und im Melderegister steht keine.");
    if (zone && zone !== "keines") setze("zone", `${zone.schluessel} (${zone.name})`, herkunft);
    if (
      a.wohnung?.strasse &&
      !gleicheAdresse({ strasse: a.wohnung.strasse, hausnummer: a.wohnung.hausnummer ?? "" }, daten.anschrift)
    )
      vonHand.push("Die Anschrift im Antrag ist eine andere als im Melderegister.");
  }
  if (a.fahrzeug?.kennzeichen) setze("kennzeichen", a.fahrzeug.kennzeichen.toUpperCase());
  setze("istHalter", a.fahrzeug?.istHalter);
  setze("hatSchon", a.weitere?.hat);
  if (a.beginn?.ab) {
    // An Ausweis never holds for days gone by.
    setze("ab", a.beginn.ab < kontext.eingegangenAm ? kontext.eingegangenAm : a.beginn.ab);
    if (a.beginn.ab > plusMonate(kontext.eingegangenAm, 3))
      vonHand.push("Der Ausweis soll erst in mehr als drei Monaten gelten.");
  }
  return { fakten, vonHand };
}

export function beteiligte(kontext: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[] {
  const { daten } = meldungAus(kontext);
  const { antragsteller } = kontext;
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
