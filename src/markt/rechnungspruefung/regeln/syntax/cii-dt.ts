import type { Knoten } from "../../baum.ts";
import type { Regel } from "../../regel.ts";
import { regelnVon } from "../rahmen.ts";
import { fehlt, nach, type Pruefung } from "../weg.ts";

const regel = regelnVon("en16931");
const weg = (was: string) => `${was} gehört nicht zu einer Rechnung nach EN 16931. Entfernen Sie die Angabe.`;

const istZusatz = (k: Knoten, ...arten: string[]): boolean =>
  k.name === "ram:AdditionalReferencedDocument" && nach("ram:TypeCode")(k).some(({ text }) => arten.includes(text));
const inKopf = (k: Knoten): boolean => {
  for (let oben = k.eltern; oben; oben = oben.eltern) if (oben.name === "ram:ApplicableHeaderTradeSettlement") return true;
  return false;
};
const nurWenn =
  (pfad: string, erlaubt: (k: Knoten) => boolean): Pruefung =>
  (k, d) =>
    fehlt(pfad)(k, d) || erlaubt(k);
/** A day in format 102: eight digits, month and day in their ranges; white space around it is forgiven. */
const tag = /^[ \t\r\n]*\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ \t\r\n]*$/;
const mengeDerPosition = nach(
  "rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity",
);

const verweise: readonly (readonly [nr: string, was: string, pfad: string, erlaubt: (k: Knoten) => boolean])[] = [
  ["015", "Eine Internetadresse an einem Verweis, der keine Anlage ist,", "ram:URIID", (k) => istZusatz(k, "916")],
  ["018", "Eine Dokumentart außer 50, 130 und 916", "ram:TypeCode", (k) => istZusatz(k, "50", "130", "916")],
  ["021", "Ein Name an einem Verweis, der keine Anlage ist,", "ram:Name", (k) => istZusatz(k, "916")],
  ["022", "Eine Datei an einem Verweis, der keine Anlage ist,", "ram:AttachmentBinaryObject", (k) => istZusatz(k, "916")],
  ["024", "Eine Bezugsart an einem Verweis, der kein Bezugsobjekt ist,", "ram:ReferenceTypeCode", (k) => istZusatz(k, "130")],
  [
    "027",
    "Ein Datum an einem Verweis, der keine vorherige Rechnung ist,",
    "ram:FormattedIssueDateTime",
    (k) => k.name === "ram:InvoiceReferencedDocument",
  ],
];
const steuern: readonly (readonly [nr: string, was: string, pfad: string, erlaubt: (k: Knoten) => boolean])[] = [
  ["041", "Ein Nettobetrag an der Umsatzsteuer einer Position", "ram:BasisAmount", inKopf],
  [
    "052",
    "Der Code eines Befreiungsgrunds an einem Nachlass oder Zuschlag",
    "ram:ExemptionReasonCode",
    (k) => k.name === "ram:ApplicableTradeTax",
  ],
  [
    "098",
    "Ein Befreiungsgrund an einem Nachlass oder Zuschlag",
    "ram:ExemptionReason",
    (k) => k.name === "ram:ApplicableTradeTax",
  ],
  ["054", "Der Zeitpunkt der Steuer an einer Position", "ram:TaxPointDate", inKopf],
  ["058", "Der Code für den Zeitpunkt der Steuer an einer Position", "ram:DueDateTypeCode", inKopf],
];

/** CII-DT-*: how values are written in CII, as far as no table says it. */
export const ciiDt: readonly Regel[] = [
  ...verweise.map(([nr, was, pfad, erlaubt]) =>
    regel(`CII-DT-${nr}`, "", weg(was), { cii: ["s-verweis", nurWenn(pfad, erlaubt)] }),
  ),
  ...steuern.map(([nr, was, pfad, erlaubt]) =>
    regel(`CII-DT-${nr}`, "", weg(was), { schwere: "warnung", cii: ["s-steuer", nurWenn(pfad, erlaubt)] }),
  ),
  regel("CII-DT-033", "BT-130", weg("Eine Einheit an einer Menge, wenn keine Position eine hat,"), {
    cii: [
      "s-menge",
      (k, d) =>
        k.attribut("unitCode") === undefined ||
        mengeDerPosition(d.wurzel).some((menge) => menge.attribut("unitCode") !== undefined),
    ],
  }),
  regel("CII-DT-037", "", "Die Art der Steuer muss VAT (Umsatzsteuer) sein.", {
    cii: ["s-steuer", nurWenn("ram:TypeCode", (k) => nach("ram:TypeCode")(k).some(({ text }) => text === "VAT"))],
  }),
  regel(
    "CII-DT-097",
    "",
    "Ein Datum ist nicht richtig geschrieben. Schreiben Sie es als acht Ziffern: Jahr, Monat, Tag, zum Beispiel 20261128.",
    {
      cii: ["s-datum", (k) => tag.test(k.text)],
    },
  ),
];
