import { randomUUID } from "node:crypto";
import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import type { Tx } from "#db";
import type { Beteiligter } from "#vorgaenge";
import { type Bescheidfall, bescheidInhalt } from "./bescheidtext.ts";
import { createBriefsatz } from "./brief.ts";
import type { Bescheid } from "./contract.ts";
import { schreibeBescheide } from "./store.ts";

export type Bescheidauftrag = Bescheidfall & {
  vorgangId: string;
  aktenzeichen: string;
  empfaenger: Beteiligter;
  /** Into the mailbox, or on paper: decides which file is authoritative, and whether the letter carries an address. */
  weg: "postfach" | "brief";
};

export type Bescheide = {
  /** Sets the letter and stores it; nothing is in the log before `schreibe` commits. Repeating it makes the same file again. */
  setze(auftrag: Bescheidauftrag): Promise<Bescheid>;
  schreibe(tx: Tx, ...bescheide: readonly Bescheid[]): Promise<void>;
};

export function createBescheide(deps: { clock: Clock; blobs: Blobs }): Bescheide {
  const { clock, blobs } = deps;
  const briefsatz = createBriefsatz();
  return {
    async setze(auftrag) {
      const { mandant, leistung, empfaenger } = auftrag;
      const datum = clock.today();
      const betreff = leistung.bescheid.betreff(auftrag.antworten);
      const name = `${empfaenger.vornamen} ${empfaenger.nachname}`;
      const bescheinigt = leistung.rechtsnatur === "bescheinigung" && auftrag.entscheidung.art === "bewilligt";
      const brief = await briefsatz.setze(
        {
          mandant,
          amt: leistung.amt,
          empfaenger: anschriftenfeld(auftrag, name),
          aktenzeichen: auftrag.aktenzeichen,
          datum,
          betreff,
          anrede: `Guten Tag ${name},`,
          inhalt: bescheidInhalt(auftrag),
          unterschrift: `${bescheinigt ? "Diese Bescheinigung" : "Dieser Bescheid"} wurde elektronisch erstellt und ist ohne Unterschrift gültig.`,
        },
        // The day, not the second: the same decision set again the same day gives the same bytes.
        new Date(`${datum}T00:00:00Z`),
      );
      const sha256 = await blobs.put(mandant.id, brief);
      return {
        id: randomUUID(),
        vorgangId: auftrag.vorgangId,
        art: "bescheid",
        empfaenger: "antragsteller",
        betreff,
        datum,
        postfachSha256: sha256,
        akteSha256: sha256,
        massgeblich: auftrag.weg === "postfach" ? "postfach" : "akte",
        erstelltAm: clock.now(),
      };
    },
    schreibe: schreibeBescheide,
  };
}

function anschriftenfeld(auftrag: Bescheidauftrag, name: string): string[] {
  const { anschrift } = auftrag.empfaenger;
  if (auftrag.weg === "postfach" || !anschrift) return ["Über Ihr elektronisches Postfach", name];
  return [name, `${anschrift.strasse} ${anschrift.hausnummer}`, `${anschrift.plz} ${anschrift.ort}`];
}
