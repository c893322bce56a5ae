import type { Knoten } from "../baum.ts";

/** What an element without elements may hold: its text, and its attributes (`!`: must be there). */
export type Gestalt = { attribute: ReadonlyMap<string, boolean>; passt(text: string): boolean; was: string };

const liste = (worte: string): ReadonlyMap<string, boolean> =>
  new Map(
    worte
      .split(" ")
      .filter(Boolean)
      .map((wort) => [wort.replace("!", ""), wort.endsWith("!")] as const),
  );
const alles = () => true;
const eng = (text: string) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
const dezimal = (text: string) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(eng(text));
const zone = "(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?";
const tagesgestalt = new RegExp(`^-?(\\d{4,9})-(\\d\\d)-(\\d\\d)${zone}$`);
const zeitgestalt = new RegExp(`^(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)${zone}$`);

function tag(text: string): boolean {
  const [, jahr = "", monat = "", tagDesMonats = ""] = eng(text).match(tagesgestalt) ?? [];
  const [j, m, t] = [Number(jahr), Number(monat), Number(tagDesMonats)];
  if (j === 0 || (jahr.length > 4 && jahr.startsWith("0")) || m < 1 || m > 12 || t < 1) return false;
  const schaltjahr = (j % 4 === 0 && j % 100 !== 0) || j % 400 === 0;
  return t <= (m === 2 ? (schaltjahr ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31);
}
function zeitpunkt(text: string): boolean {
  const [vorne = "", hinten = ""] = eng(text).split("T", 2);
  return tag(vorne) && zeitgestalt.test(hinten);
}
/**
 * Attachments are most of the bytes of an invoice. The decoder of the platform is many times faster than a regular expression and skips what is no
 * Base64: so it has skipped something exactly if fewer bytes come out than the characters promise. Only `-` and `_` it takes for others.
 */
function datei(text: string): boolean {
  let laenge = text.length;
  for (const leerzeichen of [" ", "\t", "\r", "\n"])
    for (let stelle = text.indexOf(leerzeichen); stelle >= 0; stelle = text.indexOf(leerzeichen, stelle + 1)) laenge--;
  if (laenge % 4 !== 0 || text.includes("-") || text.includes("_")) return false;
  const fuellung = text.indexOf("=");
  const schluss = fuellung < 0 ? "" : text.slice(fuellung).replace(/[ \t\r\n]+/g, "");
  if (schluss !== "" && schluss !== "=" && schluss !== "==") return false;
  return Buffer.from(text, "base64").length === (laenge / 4) * 3 - schluss.length;
}

const kennung = "schemeID schemeName schemeAgencyID schemeAgencyName schemeVersionID schemeDataURI schemeURI";
const code = "listID listAgencyID listAgencyName listName listVersionID name languageID listURI listSchemeURI";
const dateiattribute = "format encodingCode characterSetCode uri filename";
const gestalt = (attribute: string, passt: (text: string) => boolean, was: string): Gestalt => ({
  attribute: liste(attribute),
  passt,
  was,
});

const gemeinsam = {
  text: gestalt("languageID languageLocaleID", alles, "ein Text"),
  kennung: gestalt(kennung, alles, "eine Kennung"),
  code: gestalt(code, alles, "ein Code"),
  zahl: gestalt("format", dezimal, "eine Zahl wie 19.00"),
  menge: gestalt("unitCode unitCodeListID unitCodeListAgencyID unitCodeListAgencyName", dezimal, "eine Zahl wie 2.5"),
  tag: gestalt("", tag, "ein Datum wie 2026-01-31"),
  zeit: gestalt("", (text) => zeitgestalt.test(eng(text)), "eine Uhrzeit wie 08:30:00"),
  wahl: gestalt("", (text) => /^(?:true|false|1|0)$/.test(eng(text)), "true oder false"),
};

export const gestalten = {
  ubl: {
    ...gemeinsam,
    betrag: gestalt("currencyID! currencyCodeListVersionID", dezimal, "ein Betrag wie 100.00"),
    mass: gestalt("unitCode! unitCodeListVersionID", dezimal, "eine Zahl wie 2.5"),
    datei: gestalt(`mimeCode! ${dateiattribute}`, datei, "eine Datei in Base64"),
  },
  cii: {
    ...gemeinsam,
    kennungKurz: gestalt("schemeID schemeAgencyID schemeVersionID", alles, "eine Kennung"),
    codeUri: gestalt("listID listAgencyID listVersionID listURI", alles, "ein Code"),
    codeName: gestalt("listID listAgencyID listVersionID name", alles, "ein Code"),
    codeNameUri: gestalt("listID listAgencyID listVersionID name listURI", alles, "ein Code"),
    codeKurz: gestalt("listID listAgencyID listVersionID", alles, "ein Code"),
    betrag: gestalt("currencyID currencyCodeListVersionID", dezimal, "ein Betrag wie 100.00"),
    mass: gestalt("unitCode unitCodeListVersionID", dezimal, "eine Zahl wie 2.5"),
    datei: gestalt(`mimeCode ${dateiattribute}`, datei, "eine Datei in Base64"),
    textMitFormat: gestalt("format", alles, "ein Text"),
    zeitpunkt: gestalt("", zeitpunkt, "ein Zeitpunkt wie 2026-01-31T08:30:00"),
  },
} as const satisfies Record<string, Record<string, Gestalt>>;

/** Attributes that every element may carry. */
export const ueberall = new Set(["xsi:schemaLocation", "xsi:noNamespaceSchemaLocation"]);

/** What is wrong with a simple element, in words; undefined if nothing. */
export function mangelDer({ attribute, passt, was }: Gestalt, knoten: Knoten): string | undefined {
  for (const name in knoten.attribute)
    if (!attribute.has(name) && !ueberall.has(name)) return `Das Attribut ${name} ist hier nicht vorgesehen.`;
  for (const [name, pflicht] of attribute)
    if (pflicht && knoten.attribut(name) === undefined) return `Das Attribut ${name} fehlt.`;
  const sprache = knoten.attribut("languageID");
  if (sprache !== undefined && !/^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(eng(sprache)))
    return `„${sprache.slice(0, 40)}“ ist kein Sprachcode.`;
  if (passt(knoten.text)) return undefined;
  const steht = knoten.norm.length > 40 ? `${knoten.norm.slice(0, 40)}…` : knoten.norm;
  return knoten.norm === "" ? `Der Wert fehlt; erwartet wird ${was}.` : `„${steht}“ ist nicht lesbar; erwartet wird ${was}.`;
}
