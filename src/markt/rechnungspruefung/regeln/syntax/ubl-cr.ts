import type { Dokument, Knoten } from "../../baum.ts";
import type { Regel } from "../../regel.ts";
import { regelnVon } from "../rahmen.ts";
import { fehlt, nach, type Pruefung } from "../weg.ts";
import { attributnamen } from "./attribute.ts";
import { regelnAus } from "./tafel.ts";
import { ublCrKopf, ublCrPosition } from "./ubl-cr-tafel.ts";

const regel = regelnVon("en16931");
const weg = (was: string) =>
  `${was} gehört nicht zu einer Rechnung nach EN 16931 und wird nicht ausgewertet. Lassen Sie es besser weg.`;

/** Nowhere in the document does this element, below these parents, have the attribute. */
const ohneAttribut =
  (attribut: string, element: string, ...eltern: readonly string[]) =>
  (d: Dokument): boolean =>
    !d.alle(element).some((k) => k.attribut(attribut) !== undefined && liegtUnter(k, eltern));
function liegtUnter(k: Knoten, eltern: readonly string[]): boolean {
  let oben = k.eltern;
  for (const name of eltern) {
    if (oben?.name !== name) return false;
    oben = oben.eltern;
  }
  return true;
}
const ohneElement =
  (element: string, ...eltern: readonly string[]) =>
  (d: Dokument): boolean =>
    !d.alle(element).some((k) => liegtUnter(k, eltern));

const art = nach("cbc:DocumentTypeCode");
const objekte = (d: Dokument) =>
  d.alle("cac:AdditionalDocumentReference").filter((k) => art(k).some(({ text }) => text === "130"));
const andere = (d: Dokument) =>
  d.alle("cac:AdditionalDocumentReference").filter((k) => art(k).length === 0 || art(k).some(({ text }) => text !== "130"));

const irgendwo: readonly (readonly [nr: string, was: string, gilt: (d: Dokument) => boolean])[] = [
  ["652", "Das Attribut schemeID an einer Steuernummer", ohneAttribut("schemeID", "cbc:CompanyID", "cac:PartyTaxScheme")],
  ["660", "Das Attribut listID an einem Land", ohneAttribut("listID", "cbc:IdentificationCode", "cac:Country")],
  [
    "662",
    "Das Attribut listID an einem Grund für Nachlass oder Zuschlag",
    ohneAttribut("listID", "cbc:AllowanceChargeReasonCode"),
  ],
  ["663", "Das Attribut unitCodeListID an einer Menge", (d) => !attributnamen(d).has("unitCodeListID")],
  ["664", "Das Element cac:FinancialInstitution", ohneElement("cac:FinancialInstitution")],
  [
    "665",
    "Das Attribut schemeID an der Nummer eines beigefügten Dokuments",
    (d) => !andere(d).some((k) => nach("cbc:ID")(k).some((id) => id.attribut("schemeID") !== undefined)),
  ],
  [
    "667",
    "Das Attribut schemeID an der Artikelnummer des Käufers",
    ohneAttribut("schemeID", "cbc:ID", "cac:BuyersItemIdentification"),
  ],
  [
    "668",
    "Das Attribut schemeID an der Artikelnummer des Verkäufers",
    ohneAttribut("schemeID", "cbc:ID", "cac:SellersItemIdentification"),
  ],
  [
    "669",
    "Der Code für den Grund eines Preisnachlasses",
    ohneElement("cbc:AllowanceChargeReasonCode", "cac:AllowanceCharge", "cac:Price"),
  ],
  ["670", "Der Grund eines Preisnachlasses", ohneElement("cbc:AllowanceChargeReason", "cac:AllowanceCharge", "cac:Price")],
  [
    "671",
    "Der Prozentsatz eines Preisnachlasses",
    ohneElement("cbc:MultiplierFactorNumeric", "cac:AllowanceCharge", "cac:Price"),
  ],
  ["674", "Das Attribut schemeID an der Kartennummer", ohneAttribut("schemeID", "cbc:PrimaryAccountNumberID")],
  ["675", "Das Attribut schemeID am Netz der Karte", ohneAttribut("schemeID", "cbc:NetworkID", "cac:CardAccount")],
  ["676", "Das Attribut schemeID an der Mandatsreferenz", ohneAttribut("schemeID", "cbc:ID", "cac:PaymentMandate")],
  [
    "677",
    "Das Attribut schemeID am Konto des Zahlers",
    ohneAttribut("schemeID", "cbc:ID", "cac:PayerFinancialAccount", "cac:PaymentMandate"),
  ],
  ["678", "Das Attribut schemeID an einer Umsatzsteuerkategorie", ohneAttribut("schemeID", "cbc:ID", "cac:TaxCategory")],
  [
    "679",
    "Das Attribut schemeID an der Umsatzsteuerkategorie einer Position",
    ohneAttribut("schemeID", "cbc:ID", "cac:ClassifiedTaxCategory"),
  ],
  ["680", "Das Konto des Zahlers außerhalb eines Mandats", ohneElement("cac:PayerFinancialAccount", "cac:PaymentMeans")],
];

const keinObjekt =
  (pfad: string): Pruefung =>
  (_, d) =>
    !objekte(d).some((k) => nach(pfad)(k).length > 0);

/** UBL-CR-*: what the norm leaves out of UBL. Nearly all are warnings. */
export const ublCr: readonly Regel[] = [
  ...regelnAus("ubl", "UBL-CR", [
    ["s-rechnung", "warnung", ublCrKopf],
    ["s-position", "warnung", ublCrPosition],
  ]),
  regel("UBL-CR-002", "", "Die Version von UBL muss 2.1 sein, wenn sie angegeben ist. Lassen Sie sie besser weg.", {
    schwere: "warnung",
    ubl: [
      "s-rechnung",
      (k, d) => fehlt("cbc:UBLVersionID")(k, d) || nach("cbc:UBLVersionID")(k).some(({ text }) => text === "2.1"),
    ],
  }),
  regel(
    "UBL-CR-412",
    "BT-9",
    "Die Fälligkeit gehört in einer Rechnung an den Kopf, nicht zur Zahlungsart. Verschieben Sie sie nach cbc:DueDate.",
    {
      schwere: "warnung",
      ubl: ["s-rechnung", (k, d) => k.name === "cn:CreditNote" || fehlt("cac:PaymentMeans/cbc:PaymentDueDate")(k, d)],
    },
  ),
  ...irgendwo.map(([nr, was, gilt]) =>
    regel(`UBL-CR-${nr}`, "", weg(was), { schwere: "warnung", ubl: ["s-rechnung", (_, d) => gilt(d)] }),
  ),
  regel(
    "UBL-CR-666",
    "BT-18",
    "Ein Bezugsobjekt (Dokumentart 130) darf keine Anlage haben. Geben Sie die Anlage als eigenes Dokument an.",
    {
      ubl: ["s-rechnung", keinObjekt("cac:Attachment")],
    },
  ),
  regel("UBL-CR-673", "BT-18", "Ein Bezugsobjekt (Dokumentart 130) darf keine Beschreibung haben. Entfernen Sie sie.", {
    ubl: ["s-rechnung", keinObjekt("cbc:DocumentDescription")],
  }),
];
