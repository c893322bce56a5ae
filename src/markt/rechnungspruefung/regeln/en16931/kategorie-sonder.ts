import type { Knoten } from "../../baum.ts";
import type { Regel } from "../../regel.ts";
import * as cii from "../cii.ts";
import { regelnVon } from "../rahmen.ts";
import * as ubl from "../ubl.ts";
import { eins, hat, nach, type Pruefung } from "../weg.ts";

const regel = regelnVon("en16931");
const zeilen = nach("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory");
const hatZeile = (code: string): ((k: Knoten) => boolean) => {
  const passt = ubl.kategorieUbl(code);
  return (k) => zeilen(k).some(passt);
};
const lang = (k: Knoten, pfad: string): boolean => [...(eins(nach(pfad)(k))?.text ?? "")].length > 1;

/** A VAT category other than O; the id must be there. */
const andereUbl = (k: Knoten): boolean => ubl.istUst(k) && !!nach("cbc:ID")(k)[0] && !ubl.hatKategorie("O")(k);
const nurOUbl =
  (andere: (k: Knoten, alle: (name: string) => readonly Knoten[]) => boolean): Pruefung =>
  (k, d) =>
    !hatZeile("O")(k) || !andere(k, (name) => d.alle(name));
const andereCii = (k: Knoten): boolean => nach("ram:CategoryCode")(k).some(({ text }) => text !== "O");
const nachlassMit = (zuschlag: boolean) => (c: Knoten) =>
  c.eltern?.name === "cac:AllowanceCharge" && (zuschlag ? ubl.istZuschlag : ubl.istNachlass)(c.eltern) && andereUbl(c);

const mischung = "Was nicht steuerbar ist (Kategorie O), darf nicht mit anderen Kategorien in einer Rechnung stehen.";
const code = (knoten: readonly Knoten[], wert: string) => knoten.some((k) => nach("cbc:ID")(k).some(({ text }) => text === wert));

/** What intra-community supplies (K), things outside the scope of VAT (O) and the Italian split payment (B) ask beyond their families. */
export const sonderregeln: readonly Regel[] = [
  regel(
    "BR-IC-11",
    "BT-72 BG-14",
    "Eine innergemeinschaftliche Lieferung braucht den Tag der Lieferung oder den Abrechnungszeitraum. Geben Sie eines davon an.",
    {
      ubl: [
        "rechnung",
        (k) =>
          !hatZeile("K")(k) ||
          lang(k, "cac:Delivery/cbc:ActualDeliveryDate") ||
          nach("cac:InvoicePeriod")(k).some((p) => p.kinder.length > 0),
      ],
      cii: [
        "IC-steuerzeile",
        (k, d) =>
          nach(`${cii.lieferung}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString`)(d.wurzel).length >
            0 ||
          hat("../../ram:BillingSpecifiedPeriod/ram:StartDateTime")(k, d) ||
          hat("../../ram:BillingSpecifiedPeriod/ram:EndDateTime")(k, d),
      ],
    },
  ),
  regel(
    "BR-IC-12",
    "BT-80",
    "Eine innergemeinschaftliche Lieferung braucht das Land, in das geliefert wurde. Geben Sie es in der Lieferanschrift an.",
    {
      ubl: [
        "rechnung",
        (k) => !hatZeile("K")(k) || lang(k, "cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode"),
      ],
      cii: [
        "IC-steuerzeile",
        (_, d) => nach(`${cii.lieferung}/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID`)(d.wurzel).length > 0,
      ],
    },
  ),
  regel("BR-O-11", "BG-23 BT-118", `${mischung} Die Aufschlüsselung der Umsatzsteuer darf dann keine andere Zeile haben.`, {
    ubl: ["rechnung", nurOUbl((k) => zeilen(k).some(andereUbl))],
    cii: ["O-steuerzeile", (_, d) => !d.alle("ram:ApplicableTradeTax").some(andereCii)],
  }),
  regel("BR-O-12", "BG-25 BT-151", `${mischung} Keine Position darf dann eine andere Kategorie haben.`, {
    ubl: ["rechnung", nurOUbl((_, alle) => alle("cac:ClassifiedTaxCategory").some(andereUbl))],
    cii: ["O-steuerzeile", (_, d) => !d.alle("ram:ApplicableTradeTax").some(andereCii)],
  }),
  regel("BR-O-13", "BG-20 BT-95", `${mischung} Kein Nachlass darf dann eine andere Kategorie haben.`, {
    ubl: ["rechnung", nurOUbl((_, alle) => alle("cac:TaxCategory").some(nachlassMit(false)))],
    cii: ["O-steuerzeile", (_, d) => !d.alle("ram:CategoryTradeTax").some(andereCii)],
  }),
  regel("BR-O-14", "BG-21 BT-102", `${mischung} Kein Zuschlag darf dann eine andere Kategorie haben.`, {
    ubl: ["rechnung", nurOUbl((_, alle) => alle("cac:TaxCategory").some(nachlassMit(true)))],
    cii: ["O-steuerzeile", (_, d) => !d.alle("ram:CategoryTradeTax").some(andereCii)],
  }),
  regel(
    "BR-B-01",
    "BT-118 BT-40 BT-55",
    "Die Kategorie B (geteilte Zahlung) gibt es nur für Rechnungen innerhalb Italiens. Wählen Sie eine andere Kategorie.",
    {
      ubl: [
        "rechnung",
        (_, d) =>
          !(code(d.alle("cac:TaxCategory"), "B") || code(d.alle("cac:ClassifiedTaxCategory"), "B")) ||
          !d.alle("cbc:IdentificationCode").some(({ text }) => text !== "IT"),
      ],
      cii: [
        "rechnung",
        (_, d) =>
          !d.alle("ram:CategoryCode").some(({ text }) => text === "B") ||
          !d.alle("ram:CountryID").some(({ text }) => text !== "IT"),
      ],
    },
  ),
  regel(
    "BR-B-02",
    "BT-118 BT-151",
    "Die Kategorien B (geteilte Zahlung) und S (normaler Satz) dürfen nicht in einer Rechnung stehen. Teilen Sie die Rechnung.",
    {
      ubl: [
        "rechnung",
        (k, d) => {
          const gibt = (wert: string) =>
            code([...zeilen(k), ...nach("cac:AllowanceCharge/cac:TaxCategory")(k), ...d.alle("cac:ClassifiedTaxCategory")], wert);
          return !(gibt("B") && gibt("S"));
        },
      ],
      cii: ["rechnung", (_, d) => !["B", "S"].every((wert) => d.alle("ram:CategoryCode").some(({ text }) => text === wert))],
    },
  ),
];
