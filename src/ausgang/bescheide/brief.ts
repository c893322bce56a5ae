import { join } from "node:path";
import type { Block } from "#baukasten";
import { formatiereIban } from "#geld";
import { formatiereDatum, type IsoDatum } from "#kalender";
import { createPdf, qrSvg } from "#pdf";
import type { Mandant } from "#tenants";

/** A Block of a letter, or a GiroCode beside the words that say the same to whoever pays by hand. */
export type Briefblock = Block | { art: "girocode"; code: string; angaben: readonly (readonly [string, string])[] };

/** A letter of the house. `empfaenger`: the lines of the address field; without them the letter goes to a mailbox only. */
export type Brief = {
  mandant: Mandant;
  /** Key of the office that writes. */
  amt: string;
  empfaenger: readonly string[];
  aktenzeichen: string;
  datum: IsoDatum;
  betreff: string;
  anrede: string;
  inhalt: readonly Briefblock[];
  unterschrift: string;
};

/** Sets a letter: one file for the mailbox (read aloud, PDF/UA-1) and for file and print (PDF/A-2a). */
export type Briefsatz = { setze(brief: Brief, zeitpunkt: Date): Promise<Buffer> };

export function createBriefsatz(): Briefsatz {
  const pdf = createPdf(join(import.meta.dirname, "brief.typ"));
  return { setze: (brief, zeitpunkt) => pdf.render(datenFuer(brief), zeitpunkt) };
}

function datenFuer(brief: Brief) {
  const { name, einstellungen } = brief.mandant;
  const { anschrift, kontakt, bank } = einstellungen;
  const amt = einstellungen.aemter[brief.amt];
  const strasse = `${anschrift.strasse} ${anschrift.hausnummer}`;
  const ort = `${anschrift.plz} ${anschrift.ort}`;
  return {
    mandant: {
      name,
      initiale: anschrift.ort.slice(0, 1),
      farbe: einstellungen.farbe,
      strasse,
      ort,
      ...kontakt,
      web: kontakt.web.replace(/^https?:\/\//, ""),
      bank: bank.name,
      iban: formatiereIban(bank.iban),
    },
    amt: amt?.name ?? name,
    ruecksendung: `${name} · ${strasse} · ${ort}`,
    empfaenger: brief.empfaenger,
    angaben: [
      ["Aktenzeichen", brief.aktenzeichen],
      ["Datum", formatiereDatum(brief.datum)],
      ["Telefon", amt?.telefon ?? kontakt.telefon],
      ["E-Mail", amt?.email ?? kontakt.email],
    ],
    datum: brief.datum,
    betreff: brief.betreff,
    anrede: brief.anrede,
    inhalt: brief.inhalt.map((block) => (block.art === "girocode" ? { ...block, svg: qrSvg(block.code) } : block)),
    unterschrift: brief.unterschrift,
  };
}
