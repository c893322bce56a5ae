import { z } from "zod";
import { canonical } from "#protokoll";
import { blattAus, digestHex } from "./arithmetik.ts";

const Hex = z.string().regex(/^[0-9a-f]{128}$/);

/** A key that signed heads, as exports and the well-known address name it; a new one is confirmed by the one before it. */
export const Schluessel = z.strictObject({
  kennung: z.string(),
  oeffentlich: z.string(),
  seit: z.string(),
  bestaetigtVon: z.string().optional(),
  bestaetigung: z.string().optional(),
});
export type Schluessel = z.infer<typeof Schluessel>;

export const Umfang = z.strictObject({
  art: z.enum(["alles", "auszug"]),
  von: z.string().optional(),
  bis: z.string().optional(),
  vorgang: z.string().optional(),
  person: z.string().optional(),
  dokumente: z.boolean().optional(),
});
export type Umfang = z.infer<typeof Umfang>;

/** First line of an export. */
const Kopfsatz = z.strictObject({
  typ: z.literal("kopf"),
  form: z.literal("fachwerk-protokoll/1"),
  mandant: z.string(),
  name: z.string(),
  erstellt: z.string(),
  umfang: Umfang,
  schluessel: z.array(Schluessel),
});
/** One log row. Without `kopf` the row is gone from its table; without `salz` its content was deleted. */
const Zeilensatz = z.strictObject({
  typ: z.literal("zeile"),
  stapel: z.int().positive(),
  stelle: z.int().positive(),
  art: z.string(),
  schluessel: z.string(),
  blatt: Hex,
  kopf: z.record(z.string(), z.unknown()).optional(),
  digest: Hex.optional(),
  salz: z.string().optional(),
  inhalt: z.unknown().optional(),
  /** In excerpts: the way to the batch's root without the rows that are left out. */
  pfad: z.array(Hex).optional(),
});
const Dokumentsatz = z.strictObject({
  typ: z.literal("dokument"),
  sha256: z.string(),
  /** Base64; missing: the document is no longer there. */
  inhalt: z.string().optional(),
});
/** Closes a batch: everything its head is made of, and who signed it. */
const Stapelsatz = z.strictObject({
  typ: z.literal("stapel"),
  nummer: z.int().positive(),
  anzahl: z.int().positive(),
  wurzel: Hex,
  geschlossen: z.string(),
  kopf: Hex,
  /** The head before, where an excerpt leaves out the batch before. */
  davor: z.union([Hex, z.literal("")]).optional(),
  unterschriften: z.array(z.strictObject({ schluessel: z.string(), unterschrift: z.string() })),
});
const Endsatz = z.strictObject({
  typ: z.literal("ende"),
  zeilen: z.int().nonnegative(),
  stapel: z.int().nonnegative(),
  /** SHA-512 of all bytes of the file before this line. */
  davor: Hex,
  schluessel: z.string(),
  unterschrift: z.string(),
});

export const Satz = z.discriminatedUnion("typ", [Kopfsatz, Zeilensatz, Dokumentsatz, Stapelsatz, Endsatz]);
export type Satz = z.infer<typeof Satz>;
export type Kopf = z.infer<typeof Kopfsatz>;
export type Zeile = z.infer<typeof Zeilensatz>;
export type Stapel = z.infer<typeof Stapelsatz>;
export type Ende = z.infer<typeof Endsatz>;

/** What the leaf of a row is made of: everything that stays. */
export const blattDerZeile = (zeile: { art: string; schluessel: string; kopf: unknown; digest: string }): string =>
  blattAus(canonical({ art: zeile.art, digest: zeile.digest, kopf: zeile.kopf, schluessel: zeile.schluessel }));

/** The batch as it is hashed into the chain: batch_n. */
export const stapelDigest = (mandant: string, stapel: Pick<Stapel, "nummer" | "anzahl" | "wurzel" | "geschlossen">): string =>
  digestHex(
    `fachwerk-stapel 1\nmandant: ${mandant}\nnummer: ${stapel.nummer}\nanzahl: ${stapel.anzahl}\nwurzel: ${stapel.wurzel}\ngeschlossen: ${stapel.geschlossen}\n`,
  );

/** What is signed of a head. */
export const kopfText = (mandant: string, nummer: number, kopf: string): string =>
  `fachwerk-kettenkopf 1\nmandant: ${mandant}\nnummer: ${nummer}\nkopf: ${kopf}\n`;
/** What the key before signs of a new one. */
export const schluesselText = (neuer: { kennung: string; oeffentlich: string }): string =>
  `fachwerk-schluessel 1\nkennung: ${neuer.kennung}\noeffentlich: ${neuer.oeffentlich}\n`;
/** What is signed of a whole export. */
export const endeText = (mandant: string, ende: Pick<Ende, "zeilen" | "stapel" | "davor">): string =>
  `fachwerk-ausfuhr 1\nmandant: ${mandant}\nzeilen: ${ende.zeilen}\nstapel: ${ende.stapel}\ndavor: ${ende.davor}\n`;
