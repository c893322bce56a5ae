import type { Knoten } from "../../baum.ts";
import type { Regel } from "../../regel.ts";
import { abrechnung } from "../cii.ts";
import { ibanPruefzifferStimmt } from "../iban-rest.ts";
import { regelnVon } from "../rahmen.ts";
import { eins, fehlt, hat, nach, oder, type Pruefung, und } from "../weg.ts";

const regel = regelnVon("xrechnung");
const iban =
  (pfad: string, art: string, code: string): Pruefung =>
  (k) =>
    (eins(nach(art)(k))?.norm ?? "") !== code || ibanPruefzifferStimmt(eins(nach(pfad)(k))?.text ?? "");

const mandat = "ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID";
const vonWurzel = (pfad: string): Pruefung => {
  const hin = nach(`${abrechnung}/${pfad}`);
  return (_, d) => hin(d.wurzel).length > 0;
};
/** In CII a direct debit shows in any of three places. */
const lastschriftCii = oder(
  vonWurzel(mandat),
  vonWurzel("ram:CreditorReferenceID"),
  hat("ram:PayerPartyDebtorFinancialAccount/ram:IBANID"),
);
const keineLastschriftCii: Pruefung = (k, d) => !lastschriftCii(k, d);
const mandatsteile = [
  `${abrechnung}/${mandat}`,
  `${abrechnung}/ram:CreditorReferenceID`,
  `${abrechnung}/ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerPartyDebtorFinancialAccount/ram:IBANID`,
].map(nach);
const teileDesMandats = (k: Knoten) => mandatsteile.map((hin) => hin(k).length > 0);

const skonto = /^#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(?:#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/;

/** The first remark of each payment term: its lines that begin with # must be cash discounts, and a line break must follow the last. */
const skontoStimmt = (bedingungen: string, bemerkung: string): Pruefung => {
  const hin = nach(bedingungen);
  return (k) => {
    const texte = hin(k).flatMap((bedingung) => {
      const [erste] = nach(bemerkung)(bedingung);
      return erste ? [erste.text] : [];
    });
    const angaben = texte
      .flatMap((text) => text.split(/\r?\n/))
      .map((zeile) => zeile.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, ""))
      .filter((zeile) => zeile.startsWith("#"));
    if (angaben.length === 0) return true;
    if (texte.length !== 1) return false;
    const danach = texte[0]?.split(/#.+#/).at(-1) ?? "";
    return angaben.every((zeile) => skonto.test(zeile)) && /^\s*\n/.test(danach);
  };
};

/** BR-DE-1, 18 to 20, 23 to 25, 30, 31: how the invoice is to be paid. */
export const deZahlung: readonly Regel[] = [
  regel(
    "BR-DE-1",
    "BG-16",
    "Die Angaben zur Zahlung fehlen. Geben Sie an, wie gezahlt werden soll, zum Beispiel durch SEPA-Überweisung (58) mit der IBAN.",
    {
      ubl: ["x-rechnung", hat("cac:PaymentMeans")],
      cii: ["x-rechnung", hat(`${abrechnung}/ram:SpecifiedTradeSettlementPaymentMeans`)],
    },
  ),
  regel(
    "BR-DE-18",
    "BT-20",
    "Die Angabe zum Skonto ist nicht richtig geschrieben. Schreiben Sie sie genau so, in einer eigenen Zeile mit Zeilenumbruch am Ende: #SKONTO#TAGE=14#PROZENT=2.25# (bei einem anderen Grundbetrag #SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=100.00#).",
    {
      ubl: ["x-rechnung", skontoStimmt("cac:PaymentTerms", "cbc:Note")],
      cii: ["x-rechnung", skontoStimmt(`${abrechnung}/ram:SpecifiedTradePaymentTerms`, "ram:Description")],
    },
  ),
  regel(
    "BR-DE-19",
    "BT-84",
    "Die IBAN des Zahlungsempfängers fehlt oder ist nicht richtig; ihre Prüfziffer passt nicht. Prüfen Sie sie.",
    {
      schwere: "warnung",
      ubl: ["x-ueberweisung", iban("cac:PayeeFinancialAccount/cbc:ID", "cbc:PaymentMeansCode", "58")],
      cii: ["x-ueberweisung", iban("ram:PayeePartyCreditorFinancialAccount/ram:IBANID", "ram:TypeCode", "58")],
    },
  ),
  regel("BR-DE-20", "BT-91", "Die IBAN des Zahlers fehlt oder ist nicht richtig; ihre Prüfziffer passt nicht. Prüfen Sie sie.", {
    schwere: "warnung",
    ubl: ["x-lastschrift", iban("cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID", "cbc:PaymentMeansCode", "59")],
    cii: ["x-lastschrift", iban("ram:PayerPartyDebtorFinancialAccount/ram:IBANID", "ram:TypeCode", "59")],
  }),
  regel("BR-DE-23-a", "BG-17 BT-81", "Bei einer Überweisung (30, 58) fehlt das Konto. Geben Sie die IBAN an.", {
    ubl: ["x-ueberweisung", hat("cac:PayeeFinancialAccount")],
    cii: ["x-ueberweisung", hat("ram:PayeePartyCreditorFinancialAccount")],
  }),
  regel(
    "BR-DE-23-b",
    "BG-18 BG-19 BT-81",
    "Bei einer Überweisung (30, 58) darf weder eine Karte noch eine Lastschrift angegeben sein. Entfernen Sie diese Angaben.",
    {
      ubl: ["x-ueberweisung", und(fehlt("cac:CardAccount"), fehlt("cac:PaymentMandate"))],
      cii: ["x-ueberweisung", und(fehlt("ram:ApplicableTradeSettlementFinancialCard"), keineLastschriftCii)],
    },
  ),
  regel(
    "BR-DE-24-a",
    "BG-18 BT-81",
    "Bei einer Kartenzahlung (48, 54, 55) fehlt die Karte. Geben Sie die letzten Ziffern der Kartennummer an.",
    {
      ubl: ["x-karte", hat("cac:CardAccount")],
      cii: ["x-karte", hat("ram:ApplicableTradeSettlementFinancialCard")],
    },
  ),
  regel(
    "BR-DE-24-b",
    "BG-17 BG-19 BT-81",
    "Bei einer Kartenzahlung (48, 54, 55) darf weder eine Überweisung noch eine Lastschrift angegeben sein. Entfernen Sie diese Angaben.",
    {
      ubl: ["x-karte", und(fehlt("cac:PayeeFinancialAccount"), fehlt("cac:PaymentMandate"))],
      cii: ["x-karte", und(fehlt("ram:PayeePartyCreditorFinancialAccount"), keineLastschriftCii)],
    },
  ),
  regel("BR-DE-25-a", "BG-19 BT-81", "Bei einer Lastschrift (59) fehlen die Angaben zum Mandat. Geben Sie sie an.", {
    ubl: ["x-lastschrift", hat("cac:PaymentMandate")],
    cii: ["x-lastschrift", lastschriftCii],
  }),
  regel(
    "BR-DE-25-b",
    "BG-17 BG-18 BT-81",
    "Bei einer Lastschrift (59) darf weder eine Überweisung noch eine Karte angegeben sein. Entfernen Sie diese Angaben.",
    {
      ubl: ["x-lastschrift", und(fehlt("cac:PayeeFinancialAccount"), fehlt("cac:CardAccount"))],
      cii: [
        "x-lastschrift",
        und(
          fehlt("ram:PayeePartyCreditorFinancialAccount"),
          fehlt("ram:PayeeSpecifiedCreditorFinancialInstitution"),
          fehlt("ram:PayerSpecifiedDebtorFinancialInstitution"),
          fehlt("ram:ApplicableTradeSettlementFinancialCard"),
        ),
      ],
    },
  ),
  regel("BR-DE-30", "BT-90 BG-19", "Bei einer Lastschrift fehlt die Gläubiger-Identifikationsnummer. Geben Sie sie an.", {
    ubl: [
      "x-rechnung",
      (k) =>
        nach("cac:PaymentMeans/cac:PaymentMandate")(k).length === 0 ||
        [
          ...nach("cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID")(k),
          ...nach("cac:PayeeParty/cac:PartyIdentification/cbc:ID")(k),
        ].some((id) => id.attribut("schemeID") === "SEPA"),
    ],
    cii: [
      "x-rechnung",
      (k) => {
        const [referenz, glaeubiger, konto] = teileDesMandats(k);
        return ((referenz || konto) && glaeubiger) || !(referenz || glaeubiger || konto);
      },
    ],
  }),
  regel("BR-DE-31", "BT-91 BG-19", "Bei einer Lastschrift fehlt das Konto des Zahlers. Geben Sie die IBAN an.", {
    ubl: [
      "x-rechnung",
      oder(
        fehlt("cac:PaymentMeans/cac:PaymentMandate"),
        hat("cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID"),
      ),
    ],
    cii: [
      "x-rechnung",
      (k) => {
        const [referenz, glaeubiger, konto] = teileDesMandats(k);
        return ((referenz || glaeubiger) && konto) || !(referenz || glaeubiger || konto);
      },
    ],
  }),
];
