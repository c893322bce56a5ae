/** What the codes of an invoice mean to a clerk. What is not here is shown as the code it is. */
type Wortliste = Readonly<Record<string, string>>;

/** UNTDID 1001 */
export const rechnungsarten: Wortliste = {
  "326": "Teilrechnung",
  "380": "Rechnung",
  "381": "Gutschrift",
  "383": "Belastungsanzeige",
  "384": "Korrigierte Rechnung",
  "386": "Vorauszahlungsrechnung",
  "389": "Rechnung, vom Empfänger ausgestellt",
  "875": "Abschlagsrechnung (Bau)",
  "876": "Teilschlussrechnung (Bau)",
  "877": "Schlussrechnung (Bau)",
};

/** UNTDID 4461 */
export const zahlungsarten: Wortliste = {
  "1": "Nicht festgelegt",
  "10": "Bar",
  "20": "Scheck",
  "30": "Überweisung",
  "42": "Zahlung auf ein Konto",
  "48": "Karte",
  "49": "Lastschrift",
  "54": "Kreditkarte",
  "55": "Debitkarte",
  "57": "Dauerauftrag",
  "58": "SEPA-Überweisung",
  "59": "SEPA-Lastschrift",
  "97": "Verrechnung",
  ZZZ: "Nach Vereinbarung",
};

/** UNTDID 5305 */
export const steuerkategorien: Wortliste = {
  S: "Umsatzsteuer",
  Z: "Nullsatz",
  E: "steuerbefreit",
  AE: "Steuerschuld des Empfängers",
  K: "innergemeinschaftliche Lieferung",
  G: "Ausfuhr",
  O: "nicht steuerbar",
  L: "IGIC (Kanarische Inseln)",
  M: "IPSI (Ceuta, Melilla)",
  B: "geteilte Zahlung (Italien)",
};

/** UN/ECE Rec. 20 and 21, those one meets */
export const einheiten: Wortliste = {
  ANN: "Jahr",
  C62: "Stück",
  CMT: "cm",
  DAY: "Tag",
  E49: "Arbeitstag",
  EA: "Stück",
  GRM: "g",
  H87: "Stück",
  HUR: "Std.",
  KGM: "kg",
  KMT: "km",
  KWH: "kWh",
  LS: "pauschal",
  LTR: "l",
  MIN: "Min.",
  MMT: "mm",
  MON: "Monat",
  MTK: "m²",
  MTQ: "m³",
  MTR: "m",
  MWH: "MWh",
  P1: "%",
  PR: "Paar",
  SET: "Satz",
  TNE: "t",
  WEE: "Woche",
  XBX: "Karton",
  XPK: "Packung",
  XPP: "Stück",
  XPX: "Palette",
  ZZ: "Einheit",
};

export const wort = (liste: Wortliste, code: string): string => liste[code] ?? code;
