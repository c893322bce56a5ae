import { randomUUID } from "node:crypto";
import type { Leistung } from "#baukasten";
import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import type { Tx } from "#db";
import type { Mandant } from "#tenants";
import type { Beteiligter } from "#vorgaenge";
import { type Aenderungsfall, aenderungsInhalt } from "./aenderungstext.ts";
import { type Bescheidfall, bescheidInhalt } from "./bescheidtext.ts";
import { type Briefblock, createBriefsatz } from "./brief.ts";
import type { Bescheid } from "./contract.ts";
import { schreibeBescheide } from "./store.ts";

type Sendeangaben = {
  vorgangId: string;
  aktenzeichen: string;
  empfaenger: Beteiligter;
  /** Into the mailbox, or on paper: decides which file is authoritative, and whether the letter carries an address. */
  weg: "postfach" | "brief";
};
export type Bescheidauftrag = Bescheidfall & Sendeangaben;
export type Aenderungsauftrag = Aenderungsfall & Sendeangaben;
/** A letter that decides nothing, e.g. a hearing. */
export type Mitteilungsauftrag = Sendeangaben & {
  mandant: Mandant;
  leistung: Leistung;
  betreff: string;
  inhalt: readonly Briefblock[];
};

export type Bescheide = {
  /** Sets the letter and stores it; nothing is in the log before `schreibe` commits. Repeating it makes the same file again. */
  setze(auftrag: Bescheidauftrag): Promise<Bescheid>;
  setzeAenderung(auftrag: Aenderungsauftrag): Promise<Bescheid>;
  setzeMitteilung(auftrag: Mitteilungsauftrag): Promise<Bescheid>;
  schreibe(tx: Tx, ...bescheide: readonly Bescheid[]): Promise<void>;
};

const OHNE_UNTERSCHRIFT = "wurde elektronisch erstellt und ist ohne Unterschrift gültig.";

export function createBescheide(deps: { clock: Clock; blobs: Blobs }): Bescheide {
  const { clock, blobs } = deps;
  const briefsatz = createBriefsatz();

  async function setze(auftrag: Mitteilungsauftrag, art: Bescheid["art"], unterschrift: string): Promise<Bescheid> {
    const { mandant, leistung, empfaenger, betreff } = auftrag;
    const datum = clock.today();
    const name = `${empfaenger.vornamen} ${empfaenger.nachname}`;
    const brief = await briefsatz.setze(
      {
        mandant,
        amt: leistung.amt,
        empfaenger: anschriftenfeld(auftrag, name),
        aktenzeichen: auftrag.aktenzeichen,
        datum,
        betreff,
        anrede: `Guten Tag ${name},`,
        inhalt: auftrag.inhalt,
        unterschrift,
      },
      // The day, not the second: the same decision set again the same day gives the same bytes.
      new Date(`${datum}T00:00:00Z`),
    );
    const sha256 = await blobs.put(mandant.id, brief);
    return {
      id: randomUUID(),
      vorgangId: auftrag.vorgangId,
      art,
      empfaenger: "antragsteller",
      betreff,
      datum,
      postfachSha256: sha256,
      akteSha256: sha256,
      massgeblich: auftrag.weg === "postfach" ? "postfach" : "akte",
      erstelltAm: clock.now(),
    };
  }

  return {
    setze(auftrag) {
      const { leistung, entscheidung } = auftrag;
      const bescheinigt = leistung.rechtsnatur === "bescheinigung" && entscheidung.art === "bewilligt";
      const betreff = leistung.bescheid.betreff(auftrag.antworten);
      const was = bescheinigt ? "Diese Bescheinigung" : "Dieser Bescheid";
      return setze({ ...auftrag, betreff, inhalt: bescheidInhalt(auftrag) }, "bescheid", `${was} ${OHNE_UNTERSCHRIFT}`);
    },
    setzeAenderung(auftrag) {
      const betreff = `Änderung: ${auftrag.leistung.bescheid.betreff(auftrag.antworten)}`;
      return setze(
        { ...auftrag, betreff, inhalt: aenderungsInhalt(auftrag) },
        "bescheid",
        `Dieser Bescheid ${OHNE_UNTERSCHRIFT}`,
      );
    },
    setzeMitteilung: (auftrag) => setze(auftrag, "mitteilung", `Dieses Schreiben ${OHNE_UNTERSCHRIFT}`),
    schreibe: schreibeBescheide,
  };
}

function anschriftenfeld(auftrag: Sendeangaben, name: string): string[] {
  const { anschrift } = auftrag.empfaenger;
  if (auftrag.weg === "postfach" || !anschrift) return ["Über Ihr elektronisches Postfach", name];
  return [name, `${anschrift.strasse} ${anschrift.hausnummer}`, `${anschrift.plz} ${anschrift.ort}`];
}
