import type { IsoDatum } from "#kalender";
import type { Bevoelkerung, Person } from "../bevoelkerung/index.ts";

/** What a register finds; `keinEintrag` is a fact, not a failure. */
export type Befund =
  | { art: "gefunden"; daten: Record<string, unknown> }
  | { art: "keinEintrag" }
  | { art: "verweigert"; grund: string }
  | { art: "unverstaendlich"; grund: string };
export type Anfrage = Readonly<Record<string, unknown>>;
/** One kind of question to one register. `heute` decides who is still a minor. */
export type Auskunft = (anfrage: Anfrage, heute: IsoDatum) => Befund;
/** All kinds of question that one register answers, by name. */
export type Auskuenfte = Readonly<Record<string, Auskunft>>;

export const unverstaendlich = (grund: string): Befund => ({ art: "unverstaendlich", grund });
export const keinEintrag: Befund = { art: "keinEintrag" };
export const gefunden = (daten: Record<string, unknown>): Befund => ({ art: "gefunden", daten });

/** For questions about one person, named by `idnr`; whom nobody knows has no entry. */
export const ueberPerson =
  (bevoelkerung: Bevoelkerung) =>
  (antworte: (person: Person, anfrage: Anfrage, heute: IsoDatum) => Befund): Auskunft =>
  (anfrage, heute) => {
    if (typeof anfrage.idnr !== "string" || !/^\d{11}$/.test(anfrage.idnr))
      return unverstaendlich("Die Identifikationsnummer fehlt.");
    const person = bevoelkerung.findPerson(anfrage.idnr);
    return person ? antworte(person, anfrage, heute) : keinEintrag;
  };
