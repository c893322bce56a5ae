import type { Knoten } from "../../baum.ts";
import { normalisiere } from "../../baum.ts";
import { dateitypenErweiterung } from "../../codelisten/dateitypen.ts";
import { adressartenErweiterung, kennungsartenErweiterung } from "../../codelisten/kennungsarten.ts";
import type { Codeliste } from "../../codelisten/liste.ts";
import { type Dezimal, minus, null0, plus, runde, schreibe, summe } from "../../dezimal.ts";
import type { Regel } from "../../regel.ts";
import { istGlaeubigerId } from "../en16931/codes.ts";
import { regelnVon } from "../rahmen.ts";
import { betragVon, einesVoll, istGleich, nach, type Pruefung, zahl, zweiStellen } from "../weg.ts";

const regel = regelnVon("xrechnung-extension");
const schema =
  (liste: Codeliste): Pruefung =>
  (k) =>
    liste.hat(normalisiere(k.attribut("schemeID") ?? ""));
const dateityp: Pruefung = (k) => dateitypenErweiterung.hat(k.attribut("mimeCode") ?? "");
const betrag = (k: Knoten, pfad: string): Dezimal | undefined => betragVon(pfad)(k);

const netto = "cbc:LineExtensionAmount";
const unterpositionen = nach("cac:SubInvoiceLine");
/** A line with lines in it is worth what they are worth together. */
const summeDerUnteren = (k: Knoten): boolean =>
  unterpositionen(k).length === 0 ||
  istGleich(betrag(k, netto), summe(unterpositionen(k).flatMap((u) => betrag(u, netto) ?? [])));

const drittzahlungen = (k: Knoten): Dezimal => {
  const zahlungen = nach("../cac:PrepaidPayment")(k);
  if (!zahlungen.some((z) => nach("cbc:PaidAmount")(z).some(({ norm }) => norm !== ""))) return null0;
  return summe(zahlungen.flatMap((z) => nach("cbc:PaidAmount")(z).map(zahl)));
};
const faellig = (k: Knoten): { links: Dezimal | undefined; rechts: Dezimal | undefined } => {
  const [zuZahlen, brutto] = [betrag(k, "cbc:PayableAmount"), betrag(k, "cbc:TaxInclusiveAmount")];
  return {
    links: zuZahlen && runde(minus(zuZahlen, betrag(k, "cbc:PayableRoundingAmount") ?? null0), 2),
    rechts: brutto && runde(plus(minus(brutto, betrag(k, "cbc:PrepaidAmount") ?? null0), drittzahlungen(k)), 2),
  };
};
const kennung = (was: string) =>
  `Die Art ${was} ist kein Code der Liste, die für die Erweiterung von XRechnung gilt. Prüfen Sie das Schema.`;
const drittzahlung = (nr: string, bt: string, was: string, pfad: string) =>
  regel(`BR-DEX-${nr}`, bt, `Bei einer Zahlung Dritter fehlt ${was}. Ergänzen Sie die Angabe.`, {
    ubl: ["d-drittzahlung", einesVoll(pfad)],
  });

/** BR-DEX-*: the XRechnung extension. */
export const dex: readonly Regel[] = [
  regel(
    "BR-DEX-01",
    "BT-125",
    "Eine beigefügte Datei hat einen Typ, der in Rechnungen nicht erlaubt ist. Erlaubt sind PDF, PNG, JPEG, CSV, Excel (xlsx), OpenDocument (ods) und XML.",
    { ubl: ["d-datei", dateityp], cii: ["d-datei", dateityp] },
  ),
  regel(
    "BR-DEX-02",
    "BT-131 BG-DEX-01",
    "Der Nettobetrag einer Position mit Unterpositionen stimmt nicht. Er muss die Summe der Unterpositionen sein.",
    {
      schwere: "warnung",
      ubl: [
        "d-rechnung",
        (k, d) => nach("cac:InvoiceLine")(k).every(summeDerUnteren) && d.alle("cac:SubInvoiceLine").every(summeDerUnteren),
      ],
    },
  ),
  regel("BR-DEX-03", "BG-DEX-06", "Eine Unterposition muss genau eine Umsatzsteuerkategorie haben. Geben Sie sie an.", {
    ubl: [
      "d-rechnung",
      (_, d) =>
        d
          .alle("cac:SubInvoiceLine")
          .every((u) => nach("cac:Item")(u).every((artikel) => nach("cac:ClassifiedTaxCategory")(artikel).length === 1)),
    ],
  }),
  regel("BR-DEX-04", "BT-29 BT-46 BT-60", kennung("der Kennung eines Beteiligten"), {
    ubl: ["d-partei", (k, d) => schema(kennungsartenErweiterung)(k, d) || istGlaeubigerId(k)],
    cii: ["d-partei", schema(kennungsartenErweiterung)],
  }),
  regel("BR-DEX-05", "BT-30 BT-47 BT-61", kennung("einer Registernummer"), {
    ubl: ["d-register", schema(kennungsartenErweiterung)],
    cii: ["d-register", schema(kennungsartenErweiterung)],
  }),
  regel("BR-DEX-06", "BT-157", kennung("einer Artikelkennung"), {
    ubl: ["d-artikelkennung", schema(kennungsartenErweiterung)],
    cii: ["d-artikelkennung", schema(kennungsartenErweiterung)],
  }),
  regel("BR-DEX-07", "BT-34 BT-49", kennung("einer elektronischen Adresse"), {
    ubl: ["d-elektronischeAdresse", schema(adressartenErweiterung)],
    cii: ["d-elektronischeAdresse", schema(adressartenErweiterung)],
  }),
  regel("BR-DEX-08", "BT-71", kennung("der Kennung des Lieferorts"), {
    ubl: ["d-lieferort", schema(kennungsartenErweiterung)],
    cii: ["d-lieferort", schema(kennungsartenErweiterung)],
  }),
  regel(
    "BR-DEX-09",
    "BT-112 BT-113 BT-114 BT-115 BT-DEX-002",
    "Der Betrag, der zu zahlen ist, stimmt nicht. Er muss der Gesamtbetrag mit Umsatzsteuer sein, weniger schon gezahlter Beträge, zuzüglich der Rundung und der Zahlungen für Dritte.",
    {
      ubl: ["d-summen", (k) => istGleich(faellig(k).links, faellig(k).rechts)],
      rechenweg: (k) => {
        const { links, rechts } = faellig(k);
        return links && rechts && `nach der Rechnung ${schreibe(rechts)}; angegeben, ohne Rundung, ${schreibe(links)}`;
      },
    },
  ),
  drittzahlung("10", "BT-DEX-001", "die Art", "cbc:ID"),
  drittzahlung("11", "BT-DEX-002", "der Betrag", "cbc:PaidAmount"),
  drittzahlung("12", "BT-DEX-003", "die Beschreibung", "cbc:InstructionID"),
  regel(
    "BR-DEX-13",
    "BT-DEX-002",
    "Der Betrag einer Zahlung Dritter hat mehr als zwei Stellen nach dem Komma. Runden Sie ihn auf Cent.",
    { ubl: ["d-drittzahlung", zweiStellen("cbc:PaidAmount")] },
  ),
  regel(
    "BR-DEX-14",
    "BT-5 BT-DEX-002",
    "Eine Zahlung Dritter ist in einer anderen Währung als die Rechnung angegeben. Verwenden Sie die Währung der Rechnung.",
    {
      ubl: [
        "d-drittzahlung",
        (k) =>
          nach("cbc:PaidAmount")(k).some((b) =>
            nach("../cbc:DocumentCurrencyCode")(k).some(({ text }) => text === b.attribut("currencyID")),
          ),
      ],
    },
  ),
  regel("BR-DEX-15", "BG-DEX-01", "Unterpositionen gibt es in CII nicht. Fassen Sie sie zu Positionen zusammen.", {
    schwere: "warnung",
    cii: ["d-positionskopf", (_, d) => d.alle("ram:ParentLineID").length === 0],
  }),
];
