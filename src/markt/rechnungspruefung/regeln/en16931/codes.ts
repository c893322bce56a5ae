import type { Knoten } from "../../baum.ts";
import { normalisiere } from "../../baum.ts";
import { artikelklassen } from "../../codelisten/artikelklassen.ts";
import { betreffe, betreffeUbl } from "../../codelisten/betreffe.ts";
import { dateitypen } from "../../codelisten/dateitypen.ts";
import { einheiten } from "../../codelisten/einheiten.ts";
import { befreiungsgruende, nachlassgruende, zuschlaggruende } from "../../codelisten/gruende.ts";
import { adressarten, kennungsarten } from "../../codelisten/kennungsarten.ts";
import { laenderCii, laenderUbl } from "../../codelisten/laender.ts";
import type { Codeliste } from "../../codelisten/liste.ts";
import { objektarten } from "../../codelisten/objektarten.ts";
import { belegarten, gutschriften, rechnungsarten } from "../../codelisten/rechnungsarten.ts";
import { waehrungen } from "../../codelisten/waehrungen.ts";
import { steuerkategorien, steuerzeitpunkte, zahlungsarten } from "../../codelisten/zahlungsarten.ts";
import type { Regel } from "../../regel.ts";
import { regelnVon } from "../rahmen.ts";
import type { Pruefung } from "../weg.ts";

const regel = regelnVon("en16931");

/** The text of the element, or of its attribute, is a code of the list; outer white space does not count. */
export const inListe =
  (liste: Codeliste, attribut?: string): Pruefung =>
  (k) =>
    liste.hat(attribut ? normalisiere(k.attribut(attribut) ?? "") : k.norm);

/** The creditor id of SEPA stands in the place of an identifier, but only at seller and payee. */
export const istGlaeubigerId = (k: Knoten): boolean => {
  if (normalisiere(k.attribut("schemeID") ?? "") !== "SEPA") return false;
  for (let oben = k.eltern; oben; oben = oben.eltern)
    if (oben.name === "cac:AccountingSupplierParty" || oben.name === "cac:PayeeParty") return true;
  return false;
};

/** A remark of UBL may begin with its subject, `#ADU#`; only where three characters stand between two signs is it taken for one. */
const betreffInBemerkung: Pruefung = ({ text }) => {
  const anfang = text.indexOf("#");
  const ende = anfang < 0 ? -1 : text.indexOf("#", anfang + 1);
  const betreff = ende < 0 ? "" : text.slice(anfang + 1, ende);
  return [...betreff].length !== 3 || betreffeUbl.text.includes(betreff);
};

const unbekannt = (was: string, liste: string, beispiel: string) =>
  `${was} ist kein Code der Liste ${liste}. Prüfen Sie die Schreibweise, zum Beispiel ${beispiel}.`;

const felder: readonly (readonly [nr: string, bt: string, text: string, anlass: string, ubl: Pruefung, cii: Pruefung])[] = [
  [
    "01",
    "BT-3",
    unbekannt("Die Art der Rechnung", "UNTDID 1001", "380 für eine Rechnung, 381 für eine Gutschrift"),
    "c-rechnungsart",
    (k) => (k.name === "cbc:InvoiceTypeCode" ? rechnungsarten : gutschriften).hat(k.norm),
    inListe(belegarten),
  ],
  [
    "03",
    "BT-5 BT-6",
    unbekannt("Die Währung eines Betrags", "ISO 4217", "EUR"),
    "c-betrag",
    inListe(waehrungen, "currencyID"),
    inListe(waehrungen, "currencyID"),
  ],
  [
    "04",
    "BT-5",
    unbekannt("Die Währung der Rechnung", "ISO 4217", "EUR"),
    "c-waehrung",
    inListe(waehrungen),
    inListe(waehrungen),
  ],
  [
    "05",
    "BT-6",
    unbekannt("Die Währung für die Umsatzsteuer", "ISO 4217", "EUR"),
    "c-steuerwaehrung",
    inListe(waehrungen),
    inListe(waehrungen),
  ],
  [
    "06",
    "BT-8",
    unbekannt(
      "Der Code für den Zeitpunkt der Steuer",
      "UNTDID 2005 (UBL) oder 2475 (CII)",
      "35 oder 29 für den Tag der Lieferung",
    ),
    "c-steuerzeitpunkt",
    inListe(steuerzeitpunkte.ubl),
    inListe(steuerzeitpunkte.cii),
  ],
  [
    "07",
    "BT-18 BT-128",
    unbekannt("Die Art eines Bezugsobjekts", "UNTDID 1153", "AVE"),
    "c-objekt",
    inListe(objektarten, "schemeID"),
    inListe(objektarten),
  ],
  [
    "11",
    "BT-30 BT-47 BT-61",
    unbekannt("Die Art einer Registernummer", "ISO/IEC 6523 (ICD)", "0204"),
    "c-register",
    inListe(kennungsarten, "schemeID"),
    inListe(kennungsarten, "schemeID"),
  ],
  [
    "13",
    "BT-158",
    unbekannt("Die Liste, aus der die Einordnung eines Artikels stammt,", "UNTDID 7143", "STI für CPV"),
    "c-artikelklasse",
    inListe(artikelklassen, "listID"),
    inListe(artikelklassen, "listID"),
  ],
  [
    "14",
    "BT-40 BT-55 BT-69 BT-80",
    unbekannt("Das Land einer Anschrift", "ISO 3166-1", "DE"),
    "c-land",
    inListe(laenderUbl),
    inListe(laenderCii),
  ],
  [
    "15",
    "BT-159",
    unbekannt("Das Herkunftsland eines Artikels", "ISO 3166-1", "DE"),
    "c-herkunft",
    inListe(laenderUbl),
    inListe(laenderCii),
  ],
  [
    "16",
    "BT-81",
    unbekannt("Die Art der Zahlung", "UNTDID 4461", "58 für eine SEPA-Überweisung"),
    "c-zahlungsart",
    inListe(zahlungsarten),
    inListe(zahlungsarten),
  ],
  [
    "17",
    "BT-95 BT-102 BT-118",
    unbekannt("Eine Umsatzsteuerkategorie", "UNTDID 5305, soweit EN 16931 sie zulässt", "S"),
    "c-kategorie",
    inListe(steuerkategorien),
    inListe(steuerkategorien),
  ],
  [
    "18",
    "BT-151",
    unbekannt("Die Umsatzsteuerkategorie einer Position", "UNTDID 5305, soweit EN 16931 sie zulässt", "S"),
    "c-kategoriePosition",
    inListe(steuerkategorien),
    inListe(steuerkategorien),
  ],
  [
    "19",
    "BT-98 BT-140",
    unbekannt("Der Grund eines Nachlasses", "UNTDID 5189", "95 für Rabatt"),
    "c-nachlassgrund",
    inListe(nachlassgruende),
    inListe(nachlassgruende),
  ],
  [
    "20",
    "BT-105 BT-145",
    unbekannt("Der Grund eines Zuschlags", "UNTDID 7161", "FC für Fracht"),
    "c-zuschlaggrund",
    inListe(zuschlaggruende),
    inListe(zuschlaggruende),
  ],
  [
    "21",
    "BT-157",
    unbekannt("Die Art einer Artikelkennung", "ISO/IEC 6523 (ICD)", "0160 für eine GTIN"),
    "c-artikelkennung",
    inListe(kennungsarten, "schemeID"),
    inListe(kennungsarten, "schemeID"),
  ],
  [
    "22",
    "BT-121",
    unbekannt("Der Grund einer Steuerbefreiung", "VATEX", "VATEX-EU-AE"),
    "c-befreiung",
    (k) => befreiungsgruende.hat(k.norm.toUpperCase()),
    (k) => befreiungsgruende.hat(k.norm.toUpperCase()),
  ],
  [
    "23",
    "BT-130 BT-150",
    unbekannt("Die Einheit einer Menge", "UN/ECE Rec. 20 und 21", "C62 für Stück, HUR für Stunde"),
    "c-einheit",
    inListe(einheiten, "unitCode"),
    inListe(einheiten, "unitCode"),
  ],
  [
    "25",
    "BT-34 BT-49",
    unbekannt("Die Art einer elektronischen Adresse", "EAS", "EM für E-Mail, 0204 für die Leitweg-ID"),
    "c-elektronischeAdresse",
    inListe(adressarten, "schemeID"),
    inListe(adressarten, "schemeID"),
  ],
  [
    "26",
    "BT-71",
    unbekannt("Die Art der Kennung des Lieferorts", "ISO/IEC 6523 (ICD)", "0088 für eine GLN"),
    "c-lieferort",
    inListe(kennungsarten, "schemeID"),
    inListe(kennungsarten, "schemeID"),
  ],
];

/** BR-CL-*: codes from the lists of EN 16931. */
export const codes: readonly Regel[] = [
  ...felder.map(([nr, bt, text, anlass, ubl, cii]) => regel(`BR-CL-${nr}`, bt, text, { ubl: [anlass, ubl], cii: [anlass, cii] })),
  regel("BR-CL-08", "BT-21", unbekannt("Der Betreff einer Bemerkung", "UNTDID 4451", "AAI"), {
    ubl: ["bemerkung", betreffInBemerkung],
    cii: ["c-betreff", inListe(betreffe)],
  }),
  regel("BR-CL-10", "BT-29 BT-46 BT-60", unbekannt("Die Art einer Kennung", "ISO/IEC 6523 (ICD)", "0088 für eine GLN"), {
    ubl: ["c-partei", (k, d) => inListe(kennungsarten, "schemeID")(k, d) || istGlaeubigerId(k)],
    cii: ["c-partei", inListe(kennungsarten, "schemeID")],
  }),
  regel(
    "BR-CL-24",
    "BT-125",
    `Eine beigefügte Datei hat einen Typ, der in Rechnungen nicht erlaubt ist. Erlaubt sind PDF, PNG, JPEG, CSV, Excel (xlsx) und OpenDocument (ods).`,
    {
      ubl: ["c-dateityp", (k) => dateitypen.hat(k.attribut("mimeCode") ?? "")],
      cii: ["c-dateityp", (k) => dateitypen.hat(k.attribut("mimeCode") ?? "")],
    },
  ),
];
