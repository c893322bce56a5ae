import { z } from "zod";

const Tag = z.iso.date();

/**
 * Text as the database can hold it and an index can carry: no control characters, no half characters of UTF-16, no longer than `laenge`. What a
 * document says beyond that stands in the original.
 */
export const sauber = (text: string, laenge = 300): string =>
  text
    .slice(0, laenge)
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ");
const Cent = z.int();

/** Quantity or unit price: an exact decimal as text, `12.5`. */
export const Zahltext = z.string().regex(/^-?\d{1,18}(\.\d{1,10})?$/);

export const Rechnungsposition = z.object({
  /** BT-126 */
  nummer: z.string(),
  /** BT-132 */
  bestellposition: z.string().nullable(),
  /** BT-153 */
  artikel: z.string(),
  /** BT-129 */
  menge: Zahltext.nullable(),
  /** BT-146 for one unit: BT-149 is reckoned in */
  preis: Zahltext.nullable(),
  /** BT-131 */
  nettoCent: Cent.nullable(),
});
export type Rechnungsposition = z.infer<typeof Rechnungsposition>;

/** What the workflow needs of an invoice; read from the document, or captured by a person from paper. */
export const Kopf = z.object({
  art: z.enum(["rechnung", "gutschrift"]),
  /** BT-1 */
  rechnungsnummer: z.string().min(1),
  /** BT-2 */
  rechnungsdatum: Tag,
  /** BT-9 */
  faelligAm: Tag.nullable(),
  /** BT-5 */
  waehrung: z.string(),
  /** BT-10 */
  leitwegId: z.string().nullable(),
  /** BT-13 */
  bestellnummer: z.string().nullable(),
  /** BT-12 */
  vertrag: z.string().nullable(),
  /** BT-25 */
  bezug: z.string().nullable(),
  lieferant: z.object({
    /** BT-27 */
    name: z.string().min(1),
    /** BT-31 */
    ustId: z.string().nullable(),
    /** BT-32 */
    steuernummer: z.string().nullable(),
    /** BT-43, else BT-34 where it is a mail address */
    email: z.string().nullable(),
  }),
  /** BT-84 */
  ibans: z.array(z.string()),
  /** BT-109 */
  nettoCent: Cent,
  /** BT-112 */
  bruttoCent: Cent,
  /** BT-115: what is to be paid */
  zahlbarCent: Cent,
  /** BT-20 */
  zahlungsbedingungen: z.string(),
  /** BT-83 */
  verwendungszweck: z.string().nullable(),
  positionen: z.array(Rechnungsposition),
});
export type Kopf = z.infer<typeof Kopf>;

const umlaute: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
const rechtsformen = /\b(gmbh|mbh|co|kg|ag|ug|haftungsbeschraenkt|ohg|gbr|ek|e k|ev|e v|se|kgaa|inh|inhaber|und)\b/g;

/** Names in one spelling: without case, umlauts, signs and legal forms. Two firms may share it, so a name alone never pays anybody. */
export const normName = (name: string): string => {
  const ohneZeichen = name
    .toLowerCase()
    .replace(/[äöüß]/g, (zeichen) => umlaute[zeichen] ?? zeichen)
    .replace(/[^a-z0-9]+/g, " ");
  const kurz = ohneZeichen.replace(rechtsformen, " ").replace(/\s+/g, " ").trim();
  return kurz || ohneZeichen.trim();
};
export const normKennung = (kennung: string | null): string | null => kennung?.replace(/[^A-Za-z0-9]/g, "").toUpperCase() || null;
export const normIban = (iban: string): string => iban.replace(/\s/g, "").toUpperCase();
/** `RE-0012/26` and `re 12 26` are one number to whoever types it. */
export const normNummer = (nummer: string): string =>
  nummer
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, " ")
    .trim()
    .split(" ")
    .map((teil) => teil.replace(/^0+(?=\d)/, ""))
    .join("");

/** Under what a supplier is known before the creditor is: by the strongest that the invoice names. */
export const lieferantenschluessel = ({ ustId, steuernummer, name }: Kopf["lieferant"]): string => {
  const [ust, steuer] = [normKennung(ustId), normKennung(steuernummer)];
  return ust ? `ust:${ust}` : steuer ? `stnr:${steuer}` : `name:${normName(name)}`;
};
