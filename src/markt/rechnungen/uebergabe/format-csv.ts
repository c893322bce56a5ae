import type { Auftragsantwort, Finanzformat, Zahlungsauftrag, Zahlungsmeldung } from "./contract.ts";
import { Auftragsantwort as Antwort, Zahlungsmeldung as Meldung } from "./contract.ts";

/** One line a share of an order: the columns before the share repeat. */
const kopfAuftrag = [
  "auftrag",
  "mandant",
  "art",
  "eingangsnummer",
  "rechnungsnummer",
  "rechnungsdatum",
  "kreditor",
  "kreditorname",
  "iban",
  "betrag",
  "skonto",
  "zahlbetrag",
  "zahlbar_am",
  "faellig_am",
  "verwendung",
  "amt",
  "kostenstelle",
  "sachkonto",
  "anteil",
] as const;
/** `satz`: `quittung`, `ablehnung` or `zahlung`. */
const kopfMeldung = ["satz", "auftrag", "beleg", "grund", "iban", "betrag", "am", "verwendung"] as const;

/** Cents as `1234,50`: what a German spreadsheet takes for a number. */
const betrag = (cent: number) =>
  `${cent < 0 ? "-" : ""}${Math.floor(Math.abs(cent) / 100)},${String(Math.abs(cent) % 100).padStart(2, "0")}`;
function cent(text: string): number {
  const [, minus, ganz, teil = ""] = /^(-?)(\d{1,13})(?:,(\d{1,2}))?$/.exec(text) ?? [];
  if (ganz === undefined) throw new SyntaxError(`„${text}“ ist kein Betrag.`);
  return (minus ? -1 : 1) * (Number(ganz) * 100 + Number(teil.padEnd(2, "0")));
}

/** Quoted where needed. A cell that begins like a formula is led by an apostrophe: a supplier chooses numbers and purposes, a clerk opens the file. */
function feld(wert: string): string {
  const harmlos = /^[=+\-@\t\r]/.test(wert) && !/^-?\d+,\d{2}$/.test(wert) ? `'${wert}` : wert;
  return /[";\n\r]/.test(harmlos) ? `"${harmlos.replaceAll('"', '""')}"` : harmlos;
}
const zeile = (felder: readonly string[]) => felder.map(feld).join(";");

/** Semicolons, quotes doubled, line ends inside quotes. @throws SyntaxError where a quote is never closed */
export function liesZeilen(text: string): string[][] {
  const zeilen: string[][] = [];
  let felder: string[] = [];
  let wert = "";
  let offen = false;
  const ohneMarke = text.replace(/^\ufeff/, "");
  for (let stelle = 0; stelle < ohneMarke.length; stelle++) {
    const zeichen = ohneMarke[stelle] ?? "";
    if (offen) {
      if (zeichen !== '"') wert += zeichen;
      else if (ohneMarke[stelle + 1] === '"') {
        wert += '"';
        stelle++;
      } else offen = false;
    } else if (zeichen === '"' && wert === "") offen = true;
    else if (zeichen === ";" || zeichen === "\n") {
      felder.push(zeichen === "\n" ? wert.replace(/\r$/, "") : wert);
      wert = "";
      if (zeichen === "\n") {
        zeilen.push(felder);
        felder = [];
      }
    } else wert += zeichen;
  }
  if (offen) throw new SyntaxError("Ein Anführungszeichen wird nicht geschlossen.");
  if (wert !== "" || felder.length > 0) zeilen.push([...felder, wert]);
  return zeilen.filter((each) => each.some((inhalt) => inhalt !== ""));
}

const auftragszeilen = (mandant: string, auftrag: Zahlungsauftrag): string[] =>
  auftrag.kontierung.map((teil) =>
    zeile([
      auftrag.id,
      mandant,
      auftrag.art,
      auftrag.eingangsnummer,
      auftrag.rechnungsnummer,
      auftrag.rechnungsdatum,
      auftrag.kreditor.nummer,
      auftrag.kreditor.name,
      auftrag.iban ?? "",
      betrag(auftrag.betragCent),
      betrag(auftrag.skontoCent),
      betrag(auftrag.zahlbetragCent),
      auftrag.zahlbarAm,
      auftrag.faelligAm,
      auftrag.verwendung,
      auftrag.amt,
      teil.kostenstelle,
      teil.sachkonto ?? "",
      betrag(teil.betragCent),
    ]),
  );

export const csvFormat: Finanzformat = {
  name: "csv",
  endung: "csv",
  medientyp: "text/csv; charset=utf-8",
  schreibe: (mandant, auftraege) =>
    `${[zeile(kopfAuftrag), ...auftraege.flatMap((auftrag) => auftragszeilen(mandant, auftrag))].join("\r\n")}\r\n`,
  lies(text) {
    const [kopf, ...zeilen] = liesZeilen(text);
    if (kopf?.join(";") !== kopfMeldung.join(";"))
      throw new SyntaxError(`Die erste Zeile muss „${kopfMeldung.join(";")}“ heißen.`);
    const antworten: Auftragsantwort[] = [];
    const zahlungen: Zahlungsmeldung[] = [];
    for (const [satz, auftrag = "", beleg = "", grund = "", iban = "", wieviel = "", am = "", verwendung = ""] of zeilen) {
      if (satz === "quittung") antworten.push(Antwort.parse({ id: auftrag, art: "quittiert", beleg }));
      else if (satz === "ablehnung") antworten.push(Antwort.parse({ id: auftrag, art: "abgelehnt", grund }));
      else if (satz === "zahlung")
        zahlungen.push(Meldung.parse({ beleg, auftragId: auftrag || null, iban, betragCent: cent(wieviel), am, verwendung }));
      else throw new SyntaxError(`Den Satz „${satz}“ gibt es nicht.`);
    }
    return { antworten, zahlungen };
  },
};
