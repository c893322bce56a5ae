import { type Knoten, normalisiere } from "../../baum.ts";
import { antriebe, artikelklassenFahrzeuge, fahrzeugklassen } from "../../codelisten/artikelklassen.ts";
import type { Regel } from "../../regel.ts";
import { regelnVon } from "../rahmen.ts";
import { einesVoll, eins, nach, type Pruefung } from "../weg.ts";

const regel = regelnVon("xrechnung-cvd");

const klassen = {
  ubl: nach("cac:CommodityClassification/cbc:ItemClassificationCode"),
  cii: nach("ram:DesignatedProductClassification/ram:ClassCode"),
};
const eigenschaften = {
  ubl: (k: Knoten) => nach("cac:AdditionalItemProperty")(k).filter((e) => nach("cbc:Name")(e).some(({ text }) => text === "cva")),
  cii: (k: Knoten) =>
    nach("ram:ApplicableProductCharacteristic")(k).filter((e) => nach("ram:Description")(e).some(({ text }) => text === "cva")),
};
const fahrzeuge = (syntax: "ubl" | "cii") => (k: Knoten) =>
  klassen[syntax](k).filter((klasse) => klasse.attribut("listID") === "CVD");
const genauEine =
  (wenn: (k: Knoten) => readonly unknown[], dann: (k: Knoten) => readonly unknown[]): Pruefung =>
  (k) =>
    wenn(k).length === 0 || dann(k).length === 1;
const einFahrzeug = (artikel: readonly Knoten[], syntax: "ubl" | "cii") =>
  artikel.some((a) => fahrzeuge(syntax)(a).length > 0 && eigenschaften[syntax](a).length > 0);

const liste: Pruefung = (k) => artikelklassenFahrzeuge.hat(normalisiere(k.attribut("listID") ?? ""));
const klasse: Pruefung = (k) => normalisiere(k.attribut("listID") ?? "") !== "CVD" || fahrzeugklassen.hat(k.norm);
const antrieb =
  (pfad: string): Pruefung =>
  (k) =>
    antriebe.hat(eins(nach(pfad)(k))?.norm ?? "");

/** BR-DE-CVD-*: invoices for vehicles under the law on clean vehicles (SaubFahrzeugBeschG). */
export const cvd: readonly Regel[] = [
  regel("BR-DE-CVD-01", "BT-12", "Die Vertragsnummer fehlt. Bei der Beschaffung von Fahrzeugen muss sie angegeben sein.", {
    ubl: ["v-rechnung", einesVoll("cac:ContractDocumentReference/cbc:ID")],
    cii: ["v-vertrag", einesVoll("ram:ContractReferencedDocument/ram:IssuerAssignedID")],
  }),
  regel("BR-DE-CVD-02", "BT-17", "Die Vergabenummer fehlt. Bei der Beschaffung von Fahrzeugen muss sie angegeben sein.", {
    ubl: ["v-rechnung", einesVoll("cac:OriginatorDocumentReference/cbc:ID")],
    cii: [
      "v-vertrag",
      (k) =>
        nach("ram:AdditionalReferencedDocument")(k).some(
          (v) => eins(nach("ram:TypeCode")(v))?.norm === "50" && (eins(nach("ram:IssuerAssignedID")(v))?.norm ?? "") !== "",
        ),
    ],
  }),
  regel(
    "BR-DE-CVD-03",
    "BT-158 BT-160",
    "Die Rechnung enthält kein Fahrzeug. Geben Sie mindestens zu einem Artikel die Fahrzeugklasse (CVD) und den Antrieb (cva) an.",
    {
      ubl: ["v-rechnung", (k) => einFahrzeug(nach("(cac:InvoiceLine|cac:CreditNoteLine)/cac:Item")(k), "ubl")],
      cii: ["v-handel", (k) => einFahrzeug(nach("ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct")(k), "cii")],
    },
  ),
  regel("BR-DE-CVD-04", "BT-158", "Diese Fahrzeugklasse gibt es nicht. Erlaubt sind M1, M2, M3, N1, N2 und N3.", {
    ubl: ["v-artikelklasse", klasse],
    cii: ["v-artikelklasse", klasse],
  }),
  regel("BR-DE-CVD-05", "BT-161", "Diesen Antrieb (cva) gibt es nicht. Erlaubt sind clean, zero-emission und other.", {
    ubl: ["v-antrieb", antrieb("cbc:Value")],
    cii: ["v-antrieb", antrieb("ram:Value")],
  }),
  regel(
    "BR-DE-CVD-06-a",
    "BT-158 BT-160",
    "Zu einem Fahrzeug fehlt der Antrieb (cva), oder er ist mehrmals angegeben. Geben Sie ihn genau einmal an.",
    {
      ubl: ["v-artikel", genauEine(fahrzeuge("ubl"), eigenschaften.ubl)],
      cii: ["v-artikel", genauEine(fahrzeuge("cii"), eigenschaften.cii)],
    },
  ),
  regel(
    "BR-DE-CVD-06-b",
    "BT-158 BT-160",
    "Zu einem Antrieb (cva) fehlt die Fahrzeugklasse (CVD), oder sie ist mehrmals angegeben. Geben Sie sie genau einmal an.",
    {
      ubl: ["v-artikel", genauEine(eigenschaften.ubl, fahrzeuge("ubl"))],
      cii: ["v-artikel", genauEine(eigenschaften.cii, fahrzeuge("cii"))],
    },
  ),
  regel(
    "BR-TMP-CVD-01",
    "BT-158",
    "Die Liste, aus der die Einordnung eines Artikels stammt, ist kein Code der Liste UNTDID 7143 und nicht CVD.",
    { ubl: ["v-artikelklasse", liste], cii: ["v-artikelklasse", liste] },
  ),
];
