import { type IsoDatum, plusMonate } from "#kalender";
import { STICHTAG } from "./bau.ts";
import { feststellungFuer } from "./behinderung.ts";
import { zufallVon } from "./nummern.ts";
import type { Person } from "./person.ts";
import { createZufall, type Zufall } from "./zufall.ts";

export type Fahrzeug = {
  fin: string;
  /** null: never registered. */
  kennzeichen: string | null;
  status: "zugelassen" | "ausserBetrieb" | "neu";
  codeTeil1: string | null;
  codeTeil2: string;
  hauptuntersuchungBis: IsoDatum | null;
  gesucht: boolean;
};
/** What the insurers and the customs office hold of somebody. */
export type Halterlage = { evb: string; kfzSteuer: boolean; gebuehren: boolean };

// Neither I, O nor Q: they are mistaken for digits.
const ZEICHEN = [..."0123456789ABCDEFGHJKLMNPRSTUVWXYZ"];
const BUCHSTABEN = [..."ABCDEFGHJKLMNPRSTUVWXYZ"];
const wort = (zufall: Zufall, laenge: number, zeichen: readonly string[] = ZEICHEN) =>
  Array.from({ length: laenge }, () => zufall.aus(zeichen)).join("");

/** "ZZ" is no place: these plates exist nowhere. */
const ort = (person: Person) => (person.mandant === "beispielkreis" ? "ZZB" : "ZZM");

/** The car of a grown-up, or null; the same in every process. */
export function fahrzeugVon(person: Person): Fahrzeug | null {
  if (!person.mandant || person.geburtsdatum > "2008-01-01" || feststellungFuer(person)?.merkzeichen.includes("Bl")) return null;
  const zufall = zufallVon(person.idnr, "fahrzeug");
  if (zufall.mit(0.35)) return null;
  return {
    fin: `WFW${wort(zufall, 14)}`,
    kennzeichen: `${ort(person)}-${wort(zufall, 2, BUCHSTABEN)} ${zufall.zwischen(10, 999)}`,
    status: zufall.mit(0.2) ? "ausserBetrieb" : "zugelassen",
    codeTeil1: wort(zufall, 7),
    codeTeil2: wort(zufall, 12),
    hauptuntersuchungBis: plusMonate(STICHTAG, zufall.zwischen(-3, 24)),
    gesucht: zufall.mit(0.003),
  };
}

/** Cars that a dealer has in the yard. */
export const neufahrzeuge: readonly Fahrzeug[] = Array.from({ length: 200 }, (_, nummer) => {
  const zufall = createZufall(7_300_000 + nummer);
  const nie = { kennzeichen: null, codeTeil1: null, hauptuntersuchungBis: null, gesucht: false } as const;
  return { fin: `WFN${wort(zufall, 14)}`, status: "neu" as const, codeTeil2: wort(zufall, 12), ...nie };
});

export function halterlageVon(person: Person): Halterlage {
  const zufall = zufallVon(person.idnr, "halter");
  return { evb: wort(zufall, 7), kfzSteuer: zufall.mit(0.02), gebuehren: zufall.mit(0.015) };
}

/** A plate that nobody else gets, for one car. */
export const freiesKennzeichen = (person: Person, fin: string): string => {
  const zufall = createZufall([...fin].reduce((summe, zeichen) => (summe * 31 + (zeichen.codePointAt(0) ?? 0)) >>> 0, 17));
  return `${ort(person)}-${wort(zufall, 2, BUCHSTABEN)} ${zufall.zwischen(1000, 9999)}`;
};
