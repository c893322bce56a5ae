import { mal, minus, null0, plus, runde, schreibe, summe } from "../../dezimal.ts";
import type { Regel } from "../../regel.ts";
import * as cii from "../cii.ts";
import { regelnVon } from "../rahmen.ts";
import { hat, istGleich, nach, zahl } from "../weg.ts";
import {
  alle,
  bruttoCii,
  bruttoUbl,
  ersteBetraege,
  erstes,
  faelligCii,
  faelligUbl,
  feld,
  hundertstel,
  nachlaesseCii,
  nachlaesseUbl,
  netto,
  nettoCii,
  nettoGesamtCii,
  nettoGesamtUbl,
  positionenUbl,
  rechnung,
  steuerInWaehrungCii,
  steuerInWaehrungUbl,
  steuerStimmt,
  steuersatzUbl,
  steuerzeilen,
  summenCii,
  summeStimmt,
  zusammen,
} from "./rechnen-teile.ts";

const regel = regelnVon("en16931");

/** What must add up: BR-CO-10 to BR-CO-17. */
export const rechnen: readonly Regel[] = [
  regel(
    "BR-CO-10",
    "BT-106 BT-131",
    "Die Summe der Positionen stimmt nicht. Sie muss die Summe der Nettobeträge aller Positionen sein.",
    {
      ubl: ["summen", (k, d) => istGleich(feld(k, netto), runde(summe(alle(positionenUbl(d), netto)), 2))],
      cii: [
        "summen",
        (k) =>
          istGleich(
            feld(k, "ram:LineTotalAmount"),
            runde(summe(nach(`../../ram:IncludedSupplyChainTradeLineItem/${nettoCii}`)(k).map(zahl)), 2),
          ),
      ],
      rechenweg: (k, d) => {
        const werte =
          d.syntax === "ubl"
            ? alle(positionenUbl(d), netto)
            : nach(`../../ram:IncludedSupplyChainTradeLineItem/${nettoCii}`)(k).map(zahl);
        return rechnung(zusammen(werte), runde(summe(werte), 2), feld(k, d.syntax === "ubl" ? netto : "ram:LineTotalAmount"));
      },
    },
  ),
  ...([false, true] as const).map((zuschlag) => {
    const [ublFeld, ciiFeld] = zuschlag
      ? ["cbc:ChargeTotalAmount", "ram:ChargeTotalAmount"]
      : ["cbc:AllowanceTotalAmount", "ram:AllowanceTotalAmount"];
    const was = zuschlag ? "Zuschläge" : "Nachlässe";
    return regel(
      zuschlag ? "BR-CO-12" : "BR-CO-11",
      zuschlag ? "BT-108 BT-99" : "BT-107 BT-92",
      `Die Summe der ${was} auf die Rechnung stimmt nicht. Sie muss die Summe der einzelnen ${was} sein, und sie darf nicht fehlen, wenn es ${was} gibt.`,
      {
        ubl: [
          "summen",
          (k) => summeStimmt(nach(ublFeld)(k), nachlaesseUbl(k, zuschlag), alle(nachlaesseUbl(k, zuschlag), "cbc:Amount")),
        ],
        cii: [
          "summen",
          (k, d) => summeStimmt(nach(ciiFeld)(k), nachlaesseCii(d, zuschlag), ersteBetraege(nachlaesseCii(d, zuschlag))),
        ],
        rechenweg: (k, d) => {
          const werte =
            d.syntax === "ubl" ? alle(nachlaesseUbl(k, zuschlag), "cbc:Amount") : ersteBetraege(nachlaesseCii(d, zuschlag));
          return rechnung(zusammen(werte), runde(summe(werte), 2), feld(k, d.syntax === "ubl" ? ublFeld : ciiFeld));
        },
      },
    );
  }),
  regel(
    "BR-CO-13",
    "BT-106 BT-107 BT-108 BT-109",
    "Der Gesamtbetrag ohne Umsatzsteuer stimmt nicht. Er muss die Summe der Positionen sein, weniger Nachlässe, zuzüglich Zuschläge.",
    {
      ubl: ["summen", (k) => istGleich(feld(k, "cbc:TaxExclusiveAmount"), nettoGesamtUbl(k).soll)],
      cii: ["summen", (k) => istGleich(erstes(k, "ram:TaxBasisTotalAmount"), nettoGesamtCii(k).soll)],
      rechenweg: (k, d) => {
        const { soll, text } = d.syntax === "ubl" ? nettoGesamtUbl(k) : nettoGesamtCii(k);
        return (
          soll &&
          rechnung(text, soll, d.syntax === "ubl" ? feld(k, "cbc:TaxExclusiveAmount") : erstes(k, "ram:TaxBasisTotalAmount"))
        );
      },
    },
  ),
  regel(
    "BR-CO-14",
    "BT-110 BT-117",
    "Die Summe der Umsatzsteuer stimmt nicht. Sie muss die Summe der Steuerbeträge aus der Aufschlüsselung sein.",
    {
      ubl: [
        "steuersumme",
        (k) =>
          !hat("cac:TaxSubtotal")(k, undefined as never) ||
          istGleich(feld(k, "cbc:TaxAmount"), runde(summe(alle(nach("cac:TaxSubtotal")(k), "cbc:TaxAmount")), 2)),
      ],
      cii: ["steuersumme", (k, d) => istGleich(zahl(k), runde(summe(steuerzeilen(d).map(zahl)), 2))],
      rechenweg: (k, d) => {
        const werte = d.syntax === "ubl" ? alle(nach("cac:TaxSubtotal")(k), "cbc:TaxAmount") : steuerzeilen(d).map(zahl);
        return rechnung(zusammen(werte), runde(summe(werte), 2), d.syntax === "ubl" ? feld(k, "cbc:TaxAmount") : zahl(k));
      },
    },
  ),
  regel(
    "BR-CO-15",
    "BT-109 BT-110 BT-112",
    "Der Gesamtbetrag mit Umsatzsteuer stimmt nicht. Er muss der Gesamtbetrag ohne Umsatzsteuer sein, zuzüglich der Umsatzsteuer in der Währung der Rechnung; diese darf nur einmal angegeben sein.",
    {
      ubl: ["rechnung", (k) => nach("cbc:DocumentCurrencyCode")(k).every(({ text }) => bruttoUbl(k, text))],
      cii: ["rechnung", (k) => nach(`${cii.abrechnung}/ram:InvoiceCurrencyCode`)(k).every(({ text }) => bruttoCii(k, text))],
      rechenweg: (k, d) => {
        const s = d.syntax === "ubl" ? "cac:LegalMonetaryTotal" : summenCii;
        const [ohne, mit] =
          d.syntax === "ubl"
            ? [feld(k, `${s}/cbc:TaxExclusiveAmount`), feld(k, `${s}/cbc:TaxInclusiveAmount`)]
            : [erstes(k, `${s}/ram:TaxBasisTotalAmount`), erstes(k, `${s}/ram:GrandTotalAmount`)];
        const waehrung =
          nach(d.syntax === "ubl" ? "cbc:DocumentCurrencyCode" : `${cii.abrechnung}/ram:InvoiceCurrencyCode`)(k)[0]?.text ?? "";
        const [steuer, weitere] = d.syntax === "ubl" ? steuerInWaehrungUbl(k, waehrung) : steuerInWaehrungCii(k, waehrung);
        if (!ohne || !steuer) return "Ein Betrag fehlt.";
        if (weitere) return `Die Umsatzsteuer in ${waehrung} ist mehrmals angegeben.`;
        return rechnung(`ohne Umsatzsteuer ${schreibe(ohne)} + Umsatzsteuer ${schreibe(steuer)}`, plus(ohne, steuer), mit);
      },
    },
  ),
  regel(
    "BR-CO-16",
    "BT-112 BT-113 BT-114 BT-115",
    "Der Betrag, der zu zahlen ist, stimmt nicht. Er muss der Gesamtbetrag mit Umsatzsteuer sein, weniger schon gezahlter Beträge, zuzüglich der Rundung.",
    {
      ubl: ["summen", faelligUbl],
      cii: ["summen", faelligCii],
      rechenweg: (k, d) => {
        const [brutto, bezahlt, rundung, faellig] = (
          d.syntax === "ubl"
            ? ["cbc:TaxInclusiveAmount", "cbc:PrepaidAmount", "cbc:PayableRoundingAmount", "cbc:PayableAmount"]
            : ["ram:GrandTotalAmount", "ram:TotalPrepaidAmount", "ram:RoundingAmount", "ram:DuePayableAmount"]
        ).map((pfad) => erstes(k, pfad));
        if (!brutto) return "Der Gesamtbetrag mit Umsatzsteuer fehlt.";
        return rechnung(
          `mit Umsatzsteuer ${schreibe(brutto)}${bezahlt ? ` − bezahlt ${schreibe(bezahlt)}` : ""}${rundung ? ` + Rundung ${schreibe(rundung)}` : ""}`,
          plus(minus(brutto, bezahlt ?? null0), rundung ?? null0),
          faellig,
        );
      },
    },
  ),
  regel(
    "BR-CO-17",
    "BT-116 BT-117 BT-119",
    "Ein Steuerbetrag in der Aufschlüsselung stimmt nicht. Er muss der Nettobetrag mal Steuersatz sein, auf Cent gerundet.",
    {
      ubl: ["steuerzeile", (k) => steuerStimmt(feld(k, "cbc:TaxableAmount"), steuersatzUbl(k), feld(k, "cbc:TaxAmount"), true)],
      cii: [
        "steuerzeile",
        (k) =>
          steuerStimmt(
            feld(k, "ram:BasisAmount"),
            cii.istUst(k) ? feld(k, "ram:RateApplicablePercent") : undefined,
            feld(k, "ram:CalculatedAmount"),
            false,
          ),
      ],
      rechenweg: (k, d) => {
        const [basis, satz, steuer] =
          d.syntax === "ubl"
            ? [feld(k, "cbc:TaxableAmount"), steuersatzUbl(k), feld(k, "cbc:TaxAmount")]
            : [feld(k, "ram:BasisAmount"), feld(k, "ram:RateApplicablePercent"), feld(k, "ram:CalculatedAmount")];
        return (
          basis &&
          satz &&
          rechnung(`${schreibe(basis)} × ${schreibe(satz, 0)} %`, runde(mal(mal(basis, satz), hundertstel), 2), steuer)
        );
      },
    },
  ),
];
