import type { IsoDatum } from "#kalender";
import type { Antworten } from "./formular.ts";
import type { Antragsteller, Nachweisstaende } from "./nachweis.ts";

/** A child was born: what the Personenstandsregister reports by itself. Persons by Identifikationsnummer. */
export type Geburtsanlass = {
  art: "geburt";
  gemeldetAm: IsoDatum;
  kind: { idnr: string; vornamen: string; nachname: string; geburtsdatum: IsoDatum };
  mutter: string;
};
/** Somebody whom a register names because a day has come: a birthday, the end of a document. `vertreter`: who acts for them. */
export type Tagesanlass = {
  art: "geburtstag" | "ablauf";
  /** The day it is about, not the day of asking: the same birthday leads to one offer however often it is looked for. */
  tag: IsoDatum;
  person: string;
  vertreter: readonly string[];
  /** What the day is about where it is a thing, e.g. the number of a document. About the same thing there is one offer, even if its day is moved. */
  sache?: string | undefined;
  angaben: Readonly<Record<string, unknown>>;
};
export type Anlass = Geburtsanlass | Tagesanlass;

export type Angebotslage<A extends Anlass = Anlass> = {
  anlass: A;
  heute: IsoDatum;
  /** Who would be addressed. */
  idnr: string;
  /** What registers have answered so far. */
  nachweise: Nachweisstaende;
};

/** What comes of an Anlass for one person. */
export type Angebotsweg =
  /** These are needed to say more, and only these; `antworten` is what their questions are made of. */
  | { art: "braucht"; nachweise: readonly string[]; antworten: Antworten }
  | { art: "keines"; grund: string }
  /** Not this person, but another one is to be addressed. */
  | { art: "anderePerson"; idnr: string }
  /** An Antrag filled in as far as registers may tell; the person looks at it and sends it, or not. `grund` is for them. */
  | { art: "entwurf"; antworten: Antworten; grund: string }
  /** The law lets us begin without an Antrag; `norm` says which, another one than lets us address people. */
  | { art: "vorgang"; antworten: Antworten; antragsteller: Antragsteller; grund: string; norm: string };

type Gemeinsam = {
  /** Within the Leistung. Leistung and key together are a kind of address that a person can object to. */
  schluessel: string;
  titel: string;
  /** Why the person hears from us, as a sentence for them. */
  warum: string;
  /** For what data are looked at, and on which norm the person is addressed; both stand in the Datenschutzcockpit. */
  zweck: string;
  norm: string;
  /** What follows if the person does nothing, as sentences for them. Without it, nothing does; a duty must say so. */
  ohneAntwort?: string;
};
export type Geburtsangebot = Gemeinsam & {
  anlass: "geburt";
  /** On which norm the birth is passed on where another Mandant has the office. Without it, it is not. */
  weitergabe?: { zweck: string; norm: string };
  plane(lage: Angebotslage<Geburtsanlass>): Angebotsweg;
};
export type Tagesangebot = Gemeinsam & {
  anlass: "geburtstag" | "ablauf";
  /**
   * Asked once a day whom the days since the last look concern, mostly one day; whoever is to hear before the day shifts them. The
   * answer is `{ personen: [{ idnr, vertreter, tag, sache?, angaben }], weiter? }`; with `weiter` there is more, which is asked for with it as
   * `ab`. The asking Mandant is added as `gemeinde`.
   */
  liste: {
    register: string;
    registerName: string;
    auskunft: string;
    /** Keys of what the list tells about each person, as the Datenschutzcockpit names them. */
    attribute: readonly string[];
    anfrage(tage: { von: IsoDatum; bis: IsoDatum }): Record<string, unknown>;
    /** So many days back the first look goes, and a gap is made up for; 30 where not said. */
    rueckschauTage?: number;
  };
  /** Not offered to whoever began the same Leistung so many days ago or fewer: they know. */
  pauseNachAntragTage?: number;
  /** Who is addressed: the person, or who acts for them. */
  wer(anlass: Tagesanlass): readonly string[];
  plane(lage: Angebotslage<Tagesanlass>): Angebotsweg;
};
/** What a Leistung offers unasked, and when. Pure: the registers are asked by whoever evaluates it. */
export type Angebot = Geburtsangebot | Tagesangebot;

/** Whom an Anlass leads to. After a birth it is the mother: whoever else it may be, the Leistung says so. */
export const empfaengerVon = (angebot: Angebot, anlass: Anlass): readonly string[] =>
  anlass.art === "geburt" ? [anlass.mutter] : angebot.anlass === "geburt" ? [] : angebot.wer(anlass);

/** @throws where offer and Anlass are not of one kind */
export function planeAngebot(angebot: Angebot, lage: Angebotslage): Angebotsweg {
  const { anlass } = lage;
  if (angebot.anlass === "geburt" && anlass.art === "geburt") return angebot.plane({ ...lage, anlass });
  if (angebot.anlass !== "geburt" && anlass.art === angebot.anlass) return angebot.plane({ ...lage, anlass });
  throw new Error(`${angebot.schluessel}: ein Angebot für „${angebot.anlass}“ passt nicht zu „${anlass.art}“.`);
}

/** @throws at definition where two offers share a key */
export function pruefeAngebote(name: string, angebote: readonly Angebot[]): void {
  const schluessel = angebote.map((each) => each.schluessel);
  const doppelt = schluessel.find((each, stelle) => schluessel.indexOf(each) !== stelle);
  if (doppelt) throw new Error(`${name}: zwei Angebote heißen „${doppelt}“.`);
}
