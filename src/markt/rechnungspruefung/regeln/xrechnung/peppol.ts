import { durch, mal, minus, null0, runde, schreibe } from "../../dezimal.ts";
import type { Regel } from "../../regel.ts";
import { regelnVon } from "../rahmen.ts";
import { fehlt, hat, nach, nie, oder } from "../weg.ts";
import {
  angabeGilt,
  angabeText,
  betrag,
  ersterNachlass,
  felder,
  hundert,
  preisStimmt,
  prozentRechnung,
  steuersummen,
  textOderNichts,
  vorzeichenCii,
  vorzeichenUbl,
  waehrungenVon,
  zeilenweg,
  zeileStimmt,
  zeitraumCii,
  zeitraumUbl,
} from "./peppol-rechnen.ts";

const regel = regelnVon("xrechnung");

/** The rules of Peppol BIS Billing that KoSIT gives out with XRechnung. */
export const peppol: readonly Regel[] = [
  regel(
    "PEPPOL-EN16931-R001",
    "BT-23",
    "Der Geschäftsprozess fehlt. Geben Sie ihn an: urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.",
    {
      ubl: ["p-rechnung", hat("cbc:ProfileID")],
      cii: ["p-kontext", hat("ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID")],
    },
  ),
  regel(
    "PEPPOL-EN16931-R005",
    "BT-5 BT-6",
    "Die Währung für die Umsatzsteuer ist dieselbe wie die der Rechnung. Lassen Sie sie weg.",
    {
      ubl: ["p-steuerwaehrung", (k) => k.norm !== textOderNichts(k, "../cbc:DocumentCurrencyCode")],
      cii: [
        "p-abrechnung",
        (k, d) =>
          fehlt("ram:TaxCurrencyCode")(k, d) ||
          textOderNichts(k, "ram:TaxCurrencyCode") !== textOderNichts(k, "ram:InvoiceCurrencyCode"),
      ],
    },
  ),
  regel("PEPPOL-EN16931-R008", "", "Ein Element ist leer. Füllen Sie es aus oder lassen Sie es weg.", {
    ubl: ["p-leer", nie],
    cii: ["p-leer", nie],
  }),
  regel(
    "PEPPOL-EN16931-R010",
    "BT-49",
    "Die elektronische Adresse des Käufers fehlt. Geben Sie sie an, zum Beispiel die Leitweg-ID mit dem Schema 0204.",
    {
      ubl: ["p-kaeufer", hat("cbc:EndpointID")],
      cii: ["p-kaeufer", hat("ram:URIUniversalCommunication/ram:URIID")],
    },
  ),
  regel(
    "PEPPOL-EN16931-R020",
    "BT-34",
    "Die elektronische Adresse des Verkäufers fehlt. Geben Sie sie an, zum Beispiel Ihre E-Mail-Adresse mit dem Schema EM.",
    {
      ubl: ["p-verkaeufer", hat("cbc:EndpointID")],
      cii: ["p-verkaeufer", hat("ram:URIUniversalCommunication/ram:URIID")],
    },
  ),
  regel(
    "PEPPOL-EN16931-R040",
    "BT-92 BT-93 BT-94 BT-99 BT-100 BT-101 BT-136 BT-137 BT-138 BT-141 BT-142 BT-143",
    "Der Betrag eines Nachlasses oder Zuschlags stimmt nicht. Er muss der Grundbetrag mal Prozentsatz sein.",
    {
      ubl: ["p-nachlass", prozentRechnung],
      cii: ["p-nachlass", prozentRechnung],
      rechenweg: (k, d) => {
        const f = felder(d);
        const [basis, prozent] = [betrag(k, f.basis), betrag(k, f.prozent)];
        return (
          basis &&
          prozent &&
          `${schreibe(basis)} × ${schreibe(prozent, 0)} % = ${schreibe(runde(durch(mal(basis, prozent), hundert), 4))}; angegeben ${schreibe(betrag(k, f.betrag) ?? null0)}`
        );
      },
    },
  ),
  regel(
    "PEPPOL-EN16931-R041",
    "BT-93 BT-100 BT-137 BT-142",
    "Ein Nachlass oder Zuschlag nennt einen Prozentsatz, aber nicht den Grundbetrag. Geben Sie ihn an.",
    { ubl: ["p-ohneGrundbetrag", nie], cii: ["p-ohneGrundbetrag", nie] },
  ),
  regel(
    "PEPPOL-EN16931-R042",
    "BT-94 BT-101 BT-138 BT-143",
    "Ein Nachlass oder Zuschlag nennt einen Grundbetrag, aber nicht den Prozentsatz. Geben Sie ihn an.",
    { ubl: ["p-ohneProzent", nie], cii: ["p-ohneProzent", nie] },
  ),
  regel("PEPPOL-EN16931-R043", "", angabeText, { ubl: ["p-nachlass", angabeGilt("cbc:ChargeIndicator")] }),
  regel("PEPPOL-EN16931-R043-1", "", angabeText, { cii: ["p-nachlass", angabeGilt("ram:ChargeIndicator/udt:Indicator")] }),
  regel("PEPPOL-EN16931-R043-2", "BT-147", angabeText, {
    cii: ["p-preisnachlass", angabeGilt("ram:ChargeIndicator/udt:Indicator")],
  }),
  regel(
    "PEPPOL-EN16931-R044",
    "BT-147",
    "Auf einen Preis ist ein Zuschlag berechnet. Erlaubt ist hier nur ein Nachlass; geben Sie einen höheren Preis an.",
    {
      ubl: ["p-preisnachlass", (k) => textOderNichts(k, "cbc:ChargeIndicator") === "false"],
      cii: [
        "p-bruttopreis",
        (k, d) =>
          fehlt("ram:AppliedTradeAllowanceCharge/ram:ActualAmount")(k, d) ||
          nach("ram:AppliedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator")(k).some(({ text }) => text === "false"),
      ],
    },
  ),
  regel(
    "PEPPOL-EN16931-R046",
    "BT-146 BT-147 BT-148",
    "Der Nettopreis stimmt nicht. Er muss der Bruttopreis weniger Preisnachlass sein.",
    {
      ubl: [
        "p-preisnachlass",
        (k) => preisStimmt(betrag(k, "cbc:BaseAmount"), betrag(k, "cbc:Amount"), betrag(k, "../cbc:PriceAmount")),
      ],
      cii: [
        "p-bruttopreis",
        (k) =>
          preisStimmt(
            betrag(k, "ram:ChargeAmount"),
            ersterNachlass(k),
            betrag(k, "../ram:NetPriceProductTradePrice/ram:ChargeAmount"),
          ),
      ],
      rechenweg: (k, d) => {
        const [brutto, ab, netto] =
          d.syntax === "ubl"
            ? [betrag(k, "cbc:BaseAmount"), betrag(k, "cbc:Amount"), betrag(k, "../cbc:PriceAmount")]
            : [betrag(k, "ram:ChargeAmount"), ersterNachlass(k), betrag(k, "../ram:NetPriceProductTradePrice/ram:ChargeAmount")];
        return (
          brutto &&
          ab &&
          `brutto ${schreibe(brutto)} − Nachlass ${schreibe(ab)} = ${schreibe(minus(brutto, ab))}; angegeben ${netto ? schreibe(netto) : "nichts"}`
        );
      },
    },
  ),
  regel(
    "PEPPOL-EN16931-R053",
    "BT-110",
    "Die Umsatzsteuer muss genau einmal in der Währung der Rechnung mit ihrer Aufschlüsselung angegeben sein.",
    {
      ubl: ["p-rechnung", (k) => nach("cac:TaxTotal")(k).filter((t) => nach("cac:TaxSubtotal")(t).length > 0).length === 1],
      cii: [
        "p-abrechnung",
        (k, d) => steuersummen(k).filter((b) => waehrungenVon(d).includes(b.attribut("currencyID") ?? "\u0000")).length <= 1,
      ],
    },
  ),
  regel(
    "PEPPOL-EN16931-R054",
    "BT-111",
    "Die Umsatzsteuer in der Währung für die Steuer muss genau einmal angegeben sein, wenn es eine solche Währung gibt, und sonst gar nicht.",
    {
      ubl: [
        "p-rechnung",
        (k) =>
          nach("cac:TaxTotal")(k).filter((t) => nach("cac:TaxSubtotal")(t).length === 0).length ===
          (nach("cbc:TaxCurrencyCode")(k).length > 0 ? 1 : 0),
      ],
      cii: [
        "p-abrechnung",
        (k, d) =>
          steuersummen(k).filter(
            (b) => b.attribut("currencyID") !== undefined && waehrungenVon(d).some((w) => w !== b.attribut("currencyID")),
          ).length === (nach("ram:TaxCurrencyCode")(k).length > 0 ? 1 : 0),
      ],
    },
  ),
  regel(
    "PEPPOL-EN16931-R055",
    "BT-110 BT-111",
    "Die Umsatzsteuer in den beiden Währungen hat verschiedene Vorzeichen. Prüfen Sie die Beträge.",
    { ubl: ["p-rechnung", vorzeichenUbl], cii: ["p-abrechnung", vorzeichenCii] },
  ),
  regel("PEPPOL-EN16931-R061", "BT-89", "Bei einer Lastschrift (49, 59) fehlt die Mandatsreferenz. Geben Sie sie an.", {
    ubl: ["p-lastschrift", hat("cac:PaymentMandate/cbc:ID")],
    cii: ["p-lastschrift", hat("../ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID")],
  }),
  regel(
    "PEPPOL-EN16931-R101",
    "BT-128",
    "Ein Dokument an einer Position hat nicht die Art 130. An einer Position ist nur ein Bezugsobjekt erlaubt.",
    {
      ubl: [
        "p-position",
        (k, d) =>
          fehlt("cac:DocumentReference")(k, d) ||
          nach("cac:DocumentReference/cbc:DocumentTypeCode")(k).some(({ text }) => text === "130"),
      ],
      cii: [
        "p-position",
        (k, d) =>
          fehlt("ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument")(k, d) ||
          nach("ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument/ram:TypeCode")(k).some(
            ({ text }) => text === "130",
          ),
      ],
    },
  ),
  regel(
    "PEPPOL-EN16931-R110",
    "BT-73 BT-134",
    "Der Zeitraum einer Position beginnt vor dem Abrechnungszeitraum der Rechnung. Prüfen Sie beide.",
    {
      ubl: ["p-positionsbeginn", zeitraumUbl("cbc:StartDate", true)],
      cii: ["p-positionsbeginn", zeitraumCii("ram:StartDateTime", true)],
    },
  ),
  regel(
    "PEPPOL-EN16931-R111",
    "BT-74 BT-135",
    "Der Zeitraum einer Position endet nach dem Abrechnungszeitraum der Rechnung. Prüfen Sie beide.",
    {
      ubl: ["p-positionsende", zeitraumUbl("cbc:EndDate", false)],
      cii: ["p-positionsende", zeitraumCii("ram:EndDateTime", false)],
    },
  ),
  regel(
    "PEPPOL-EN16931-R120",
    "BT-129 BT-131 BT-146 BT-149",
    "Der Nettobetrag einer Position stimmt nicht. Er muss Menge mal Preis sein, zuzüglich Zuschläge, weniger Nachlässe.",
    {
      schwere: "warnung",
      ubl: ["p-position", zeileStimmt],
      cii: ["p-position", zeileStimmt],
      rechenweg: zeilenweg,
    },
  ),
  regel(
    "PEPPOL-EN16931-R121",
    "BT-149",
    "Die Menge, auf die sich ein Preis bezieht, ist nicht größer als 0. Geben Sie eine Menge über 0 an.",
    {
      ubl: [
        "p-position",
        oder(fehlt("cac:Price/cbc:BaseQuantity"), (k) => (betrag(k, "cac:Price/cbc:BaseQuantity")?.ganz ?? 0n) > 0n),
      ],
      cii: ["p-preis", oder(fehlt("ram:BasisQuantity"), (k) => (betrag(k, "ram:BasisQuantity")?.ganz ?? 0n) > 0n)],
    },
  ),
  regel(
    "PEPPOL-EN16931-R130",
    "BT-130 BT-150",
    "Die Einheit der Preismenge ist eine andere als die der gelieferten Menge. Verwenden Sie dieselbe.",
    {
      ubl: [
        "p-basismenge",
        (k, d) =>
          fehlt("../../(cbc:InvoicedQuantity|cbc:CreditedQuantity)")(k, d) ||
          nach(d.wurzel.name === "ubl:Invoice" ? "../../cbc:InvoicedQuantity" : "../../cbc:CreditedQuantity")(k).some(
            (m) => m.attribut("unitCode") === k.attribut("unitCode"),
          ),
      ],
      cii: [
        "p-basismenge",
        (k) =>
          nach("../../../ram:SpecifiedLineTradeDelivery/ram:BilledQuantity")(k).some(
            (m) => m.attribut("unitCode") === k.attribut("unitCode"),
          ),
      ],
    },
  ),
];
