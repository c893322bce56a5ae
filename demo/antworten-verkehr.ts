import { type Fahrzeug, fuehrerscheinVon, halterlageVon, name, type Person } from "./bevoelkerung/index.ts";

type Antworten = Record<string, Record<string, unknown>>;

/** What somebody would enter who buys this car, or has found theirs in the barn. */
export function kfzAntworten(person: Person, fahrzeug: Fahrzeug, art: "neu" | "halterwechsel" | "wieder"): Antworten {
  const { fin, codeTeil1, codeTeil2, kennzeichen } = fahrzeug;
  return {
    vorhaben: { art },
    ...(art === "neu"
      ? { neufahrzeug: { fin, codeTeil2 }, kennzeichenNeu: { wahl: "naechstes" } }
      : { fahrzeug: { kennzeichen, fin, codeTeil1, codeTeil2 }, kennzeichen: { wahl: "behalten" } }),
    halter: { selbst: true },
    versicherung: { evb: halterlageVon(person).evb },
    steuer: { iban: person.iban, inhaber: name(person), mandat: true },
    nachricht: {},
  };
}

export function umtauschAntworten(person: Person, weg: "abholung" | "versand" = "abholung"): Antworten {
  const schein = fuehrerscheinVon(person);
  if (!schein) throw new Error(`${name(person)} hat keinen Führerschein.`);
  const { nummer, ausgestelltAm, behoerde } = schein;
  return {
    fuehrerschein: { nummer, ausgestelltAm, behoerde },
    lichtbild: { bild: [] },
    unterschrift: { bild: [] },
    empfang: { weg },
    nachricht: {},
  };
}

/** A trade at home; with a company, its managing director reports it. */
export function gewerbeAntworten(person: Person, mehr: Antworten = {}): Antworten {
  return {
    rechtsform: { form: "natuerlich" },
    person: {
      geburtsdatum: person.geburtsdatum,
      geburtsort: `${person.geburtsort}, Deutschland`,
      geschlecht: person.geschlecht,
      staat: "deutsch",
    },
    wohnung: { ...person.anschrift },
    betrieb: { ...person.anschrift },
    niederlassung: { art: "haupt", grund: "neugruendung" },
    taetigkeit: {
      beschreibung: "Einzelhandel mit Fahrrädern und Zubehör",
      art: "handel",
      beginn: "2026-12-01",
      nebenerwerb: false,
    },
    keinGewerbe: { trifftZu: false },
    personal: { vollzeit: 0, teilzeit: 1 },
    erlaubnis: { gewerbe: "keines" },
    ...mehr,
  };
}
