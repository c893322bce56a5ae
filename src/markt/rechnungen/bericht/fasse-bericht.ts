import { type Befund, type Bericht, begriffeDer, begriffsname, type Rechnung } from "#rechnungspruefung";
import { type Angabe, liesBild } from "../ansicht/lies-bild.ts";
import { nenneOrt } from "./nenne-ort.ts";

/** One thing to mend, as the supplier reads it. */
export type Mangel = {
  readonly text: string;
  readonly wo: string;
  /** Names of the business terms, each with its number. */
  readonly begriffe: readonly string[];
  readonly regel: string;
  /** For the supplier's software: where in the file. */
  readonly ort: string;
};

/** The report on one file, for a supplier who does not know the standard. */
export type Pruefbericht = {
  readonly angenommen: boolean;
  readonly titel: string;
  readonly urteil: string;
  readonly angaben: readonly Angabe[];
  readonly fehler: readonly Mangel[];
  readonly warnungen: readonly Mangel[];
  readonly hinweise: readonly Mangel[];
};

const anzahl = (n: number, eines: string, mehrere: string): string => (n === 1 ? `einen ${eines}` : `${n} ${mehrere}`);

const parteien = ["Verkäufer", "Käufer", "Steuervertreter", "Zahlungsempfänger"];
/** A rule may touch the same term of several parties; at one of them the others' only confuse. */
const gehoertHierher = (wo: string) => (name: string) =>
  !parteien.includes(wo) || name.includes(wo) || !parteien.some((partei) => name.includes(partei));

function mangel({ regel, text, ort }: Befund): Mangel {
  const wo = nenneOrt(ort);
  const begriffe = begriffeDer(regel).flatMap((bt) => {
    const name = begriffsname(bt);
    // The number of a term is not torn at its hyphen.
    return name && gehoertHierher(wo)(name) ? [`${name} (${bt.replaceAll("-", "\u2011")})`] : [];
  });
  return { text, wo, begriffe, regel, ort };
}

/** Sums up what the check found. `rechnung` may be missing: a file that cannot be read has no number and no supplier. */
export function fasseBericht(bericht: Bericht, rechnung: Rechnung | undefined): Pruefbericht {
  const bild = rechnung && liesBild(rechnung);
  const { fehler, warnungen, hinweise } = bericht;
  const angaben: [string, string][] = [
    ["Datei", bericht.datei],
    ["Format", bericht.format],
    ["Geprüft nach", bericht.szenario ?? "keinem bekannten Standard"],
    ["Rechnung", bild?.titel ?? ""],
    ["Verkäufer", bild?.verkaeufer.name ?? ""],
  ];
  return {
    angenommen: bericht.gueltig,
    titel: bericht.gueltig ? "Die Rechnung ist formal in Ordnung" : "Die Rechnung kann so nicht angenommen werden",
    urteil: bericht.gueltig
      ? `Sie entspricht den Regeln, nach denen wir elektronische Rechnungen annehmen.${warnungen.length > 0 ? ` Wir haben ${anzahl(warnungen.length, "Punkt", "Punkte")} gefunden, die Sie prüfen sollten; angenommen wird die Rechnung trotzdem.` : ""}`
      : `Die Prüfung hat ${anzahl(fehler.length, "Fehler", "Fehler")} gefunden. Bitte beheben Sie ${fehler.length === 1 ? "ihn" : "alle"} und senden Sie die Rechnung neu.`,
    angaben: angaben.filter(([, wert]) => wert !== "").map(([name, wert]) => ({ name, wert })),
    fehler: fehler.map(mangel),
    warnungen: warnungen.map(mangel),
    hinweise: hinweise.map(mangel),
  };
}
