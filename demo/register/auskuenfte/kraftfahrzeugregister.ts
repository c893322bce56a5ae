import {
  type Bevoelkerung,
  type Fahrzeug,
  fahrzeugVon,
  freiesKennzeichen,
  halterlageVon,
  neufahrzeuge,
  type Person,
} from "../../bevoelkerung/index.ts";
import { type Anfrage, type Auskuenfte, type Befund, gefunden, keinEintrag, ueberPerson, unverstaendlich } from "../auskunft.ts";

type Eintrag = { fahrzeug: Fahrzeug; halter: Person | null };

/** The Zentrales Fahrzeugregister with what it asks behind it: insurers, customs office, plates of the authority. */
export function kraftfahrzeugregister(bevoelkerung: Bevoelkerung): Auskuenfte {
  const frage = ueberPerson(bevoelkerung);
  let nachFin: Map<string, Eintrag> | undefined;
  let vergeben: Set<string> | undefined;
  const eintraege = () => {
    nachFin ??= new Map([
      ...neufahrzeuge.map((fahrzeug): [string, Eintrag] => [fahrzeug.fin, { fahrzeug, halter: null }]),
      ...bevoelkerung.personen.flatMap((halter): [string, Eintrag][] => {
        const fahrzeug = fahrzeugVon(halter);
        return fahrzeug ? [[fahrzeug.fin, { fahrzeug, halter }]] : [];
      }),
    ]);
    return nachFin;
  };
  const alleKennzeichen = () => {
    vergeben ??= new Set(
      [...eintraege().values()].flatMap(({ fahrzeug }) => (fahrzeug.kennzeichen ? [schlicht(fahrzeug.kennzeichen)] : [])),
    );
    return vergeben;
  };
  return {
    fahrzeug: frage((person, anfrage) => fahrzeugauskunft(eintraege().get(text(anfrage.fin)), person, anfrage)),
    versicherung: frage((person, anfrage) => {
      const { evb } = halterlageVon(person);
      if (text(anfrage.evb) !== evb) return keinEintrag;
      return gefunden({ idnr: person.idnr, evb, versicherer: "Musterversicherung", gueltigAb: "2026-01-01", gueltigBis: null });
    }),
    rueckstaende: frage((person) => {
      const { kfzSteuer, gebuehren } = halterlageVon(person);
      return gefunden({ idnr: person.idnr, kfzSteuer, gebuehren });
    }),
    kennzeichen: frage((person, anfrage) => {
      const wunsch = text(anfrage.wunsch);
      if (wunsch && alleKennzeichen().has(schlicht(wunsch))) return keinEintrag;
      return gefunden({ idnr: person.idnr, kennzeichen: wunsch || freiesKennzeichen(person, text(anfrage.fin)) });
    }),
  };
}

/** Codes are compared, never told: they prove who holds the papers. */
function fahrzeugauskunft(eintrag: Eintrag | undefined, person: Person, anfrage: Anfrage): Befund {
  if (!text(anfrage.fin)) return unverstaendlich("Die Fahrzeug-Identifizierungsnummer fehlt.");
  if (!eintrag) return keinEintrag;
  const { fahrzeug, halter } = eintrag;
  return gefunden({
    fin: fahrzeug.fin,
    kennzeichen: fahrzeug.kennzeichen,
    status: fahrzeug.status,
    codeTeil1Stimmt: fahrzeug.codeTeil1 === null ? null : text(anfrage.codeTeil1) === fahrzeug.codeTeil1,
    codeTeil2Stimmt: text(anfrage.codeTeil2) === fahrzeug.codeTeil2,
    hauptuntersuchungBis: fahrzeug.hauptuntersuchungBis,
    gesucht: fahrzeug.gesucht,
    halterIstAntragsteller: halter?.idnr === person.idnr,
  });
}

const text = (wert: unknown) => (typeof wert === "string" ? wert.toUpperCase().trim() : "");
const schlicht = (kennzeichen: string) => kennzeichen.toUpperCase().replace(/[^A-ZÄÖÜ0-9]/g, "");
