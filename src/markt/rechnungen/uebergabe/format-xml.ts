import { SaxesParser } from "saxes";
import { Auftragsantwort, type Finanzformat, type Zahlungsauftrag, Zahlungsmeldung } from "./contract.ts";

const NAMENSRAUM = "urn:fachwerk:zahlungsauftrag:1";
const x = (text: string) =>
  text
    // Characters that XML cannot hold at all, in whatever spelling.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
const betrag = (cent: number) =>
  `${cent < 0 ? "-" : ""}${Math.floor(Math.abs(cent) / 100)}.${String(Math.abs(cent) % 100).padStart(2, "0")}`;
function cent(text: string): number {
  const [, minus, ganz, teil] = /^(-?)(\d{1,13})\.(\d{2})$/.exec(text) ?? [];
  if (ganz === undefined) throw new SyntaxError(`„${text}“ ist kein Betrag.`);
  return (minus ? -1 : 1) * (Number(ganz) * 100 + Number(teil));
}
const element = (name: string, inhalt: string) => `<${name}>${x(inhalt)}</${name}>`;

const auftragText = (auftrag: Zahlungsauftrag): string =>
  `<auftrag id="${auftrag.id}" art="${auftrag.art}">${[
    element("eingangsnummer", auftrag.eingangsnummer),
    element("rechnungsnummer", auftrag.rechnungsnummer),
    element("rechnungsdatum", auftrag.rechnungsdatum),
    `<kreditor nummer="${x(auftrag.kreditor.nummer)}">${x(auftrag.kreditor.name)}</kreditor>`,
    auftrag.iban === null ? "" : element("iban", auftrag.iban),
    element("betrag", betrag(auftrag.betragCent)),
    element("skonto", betrag(auftrag.skontoCent)),
    element("zahlbetrag", betrag(auftrag.zahlbetragCent)),
    element("zahlbarAm", auftrag.zahlbarAm),
    element("faelligAm", auftrag.faelligAm),
    element("verwendung", auftrag.verwendung),
    element("amt", auftrag.amt),
    ...auftrag.kontierung.map(
      ({ kostenstelle, sachkonto, betragCent }) =>
        `<anteil kostenstelle="${x(kostenstelle)}"${sachkonto === undefined ? "" : ` sachkonto="${x(sachkonto)}"`}>${betrag(betragCent)}</anteil>`,
    ),
  ].join("")}</auftrag>`;

export const xmlFormat: Finanzformat = {
  name: "xml",
  endung: "xml",
  medientyp: "application/xml; charset=utf-8",
  schreibe: (mandant, auftraege) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<zahlungsauftraege xmlns="${NAMENSRAUM}" mandant="${x(mandant)}">${auftraege.map(auftragText).join("")}</zahlungsauftraege>\n`,
  lies(text) {
    const ergebnis: ReturnType<Finanzformat["lies"]> = { antworten: [], zahlungen: [] };
    const parser = new SaxesParser({ xmlns: true });
    let tiefe = 0;
    let offen: { name: string; attribute: Record<string, string>; text: string } | undefined;
    parser.on("error", (fehler) => {
      throw new SyntaxError(fehler.message);
    });
    // No document type: whoever needs one wants to make the reader fetch or swell something.
    parser.on("doctype", () => {
      throw new SyntaxError("Eine Dokumenttyp-Angabe ist nicht erlaubt.");
    });
    parser.on("opentag", ({ local, uri, attributes }) => {
      tiefe++;
      if (uri !== NAMENSRAUM || (tiefe === 1) !== (local === "meldungen") || tiefe > 2)
        throw new SyntaxError(`Das Element „${local}“ gehört nicht hierher.`);
      if (tiefe === 2)
        offen = {
          name: local,
          attribute: Object.fromEntries(Object.values(attributes).map((a) => [a.local, a.value])),
          text: "",
        };
    });
    parser.on("text", (stueck) => {
      if (offen) offen.text += stueck;
    });
    parser.on("closetag", () => {
      tiefe--;
      if (!offen) return;
      const { name, attribute, text: inhalt } = offen;
      offen = undefined;
      if (name === "quittung")
        ergebnis.antworten.push(Auftragsantwort.parse({ id: attribute.auftrag, art: "quittiert", beleg: attribute.beleg }));
      else if (name === "ablehnung")
        ergebnis.antworten.push(Auftragsantwort.parse({ id: attribute.auftrag, art: "abgelehnt", grund: inhalt.trim() }));
      else if (name === "zahlung")
        ergebnis.zahlungen.push(
          Zahlungsmeldung.parse({
            beleg: attribute.beleg,
            auftragId: attribute.auftrag ?? null,
            iban: attribute.iban ?? "",
            betragCent: cent(attribute.betrag ?? ""),
            am: attribute.am,
            verwendung: inhalt.trim(),
          }),
        );
      else throw new SyntaxError(`Die Meldung „${name}“ gibt es nicht.`);
    });
    parser.write(text).close();
    return ergebnis;
  },
};
