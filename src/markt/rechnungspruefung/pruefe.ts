import { pruefeAufbau } from "./aufbau/pruefe-aufbau.ts";
import type { Knoten } from "./baum.ts";
import { type Format, formatVon } from "./format.ts";
import { grenzen, Unlesbar } from "./grenzen.ts";
import { istPdf, liesAnhang } from "./lies-pdf.ts";
import { liesXml } from "./lies-xml.ts";
import { liesRechnung, type Rechnung } from "./modell.ts";
import type { Regel, Schwere, Werk } from "./regel.ts";
import { regeln } from "./regeln.ts";
import { findSzenario, type Szenario, XRECHNUNG } from "./szenarien.ts";
import { ausgefallen, type Befund, wendeAn } from "./wende-an.ts";

/** What came out of the check of one file. `gueltig` is true only if every step ran and found no Fehler. */
export type Bericht = {
  datei: string;
  /** In a PDF, that of the invoice inside. */
  format: Format;
  /** Name of the invoice inside a PDF. */
  anhang?: string;
  szenario: string | null;
  gueltig: boolean;
  fehler: Befund[];
  warnungen: Befund[];
  hinweise: Befund[];
};

const jeSzenario = new Map<Szenario, Record<"ubl" | "cii", readonly Regel[]>>();
const waehle = (szenario: Szenario, syntax: "ubl" | "cii") =>
  regeln.filter((regel) => szenario.werke.includes(regel.werk) && (regel.syntax ?? syntax) === syntax);

/** The rules of a scenario for a syntax, chosen once. */
export function regelnFuer(szenario: Szenario, syntax: "ubl" | "cii"): readonly Regel[] {
  let gewaehlt = jeSzenario.get(szenario);
  if (!gewaehlt) {
    gewaehlt = { ubl: waehle(szenario, "ubl"), cii: waehle(szenario, "cii") };
    jeSzenario.set(szenario, gewaehlt);
  }
  return gewaehlt[syntax];
}

const fehler = (regel: string, text: string, ort = "/"): Befund => ({ regel, schwere: "fehler", ort, text });

/** Checks one file. Never throws: whatever happens is in the report, and what did not run was not passed. */
export const pruefe = (datei: string, bytes: Uint8Array): Bericht => untersuche(datei, bytes).bericht;

/** The report, and the invoice as far as it could be read at all: what somebody works on need not be accepted. */
export function untersuche(datei: string, bytes: Uint8Array): { bericht: Bericht; rechnung: Rechnung | undefined } {
  const bericht: Bericht = {
    datei,
    format: "unbekannt",
    szenario: null,
    gueltig: false,
    fehler: [],
    warnungen: [],
    hinweise: [],
  };
  let rechnung: Rechnung | undefined;
  try {
    const dokument = liesXml(holeXml(bytes, bericht));
    bericht.format = formatVon(dokument);
    rechnung = liesRechnung(dokument);
    for (const befund of pruefeDokument(rechnung, bericht)) ordneEin(bericht, befund);
    bericht.gueltig = bericht.fehler.length === 0;
  } catch (unglueck) {
    bericht.gueltig = false;
    bericht.fehler.push(
      unglueck instanceof Unlesbar
        ? fehler(unglueck.regel, unglueck.message, unglueck.ort || "/")
        : ausgefallen("der Datei", unglueck),
    );
  }
  return { bericht, rechnung };
}

function holeXml(bytes: Uint8Array, bericht: Bericht): Uint8Array {
  if (bytes.byteLength > grenzen.bytes)
    throw new Unlesbar("FW-XML-04", `Die Datei ist größer als ${grenzen.bytes / 1_000_000} Megabyte.`);
  if (!istPdf(bytes)) return bytes;
  bericht.format = "PDF";
  const anhang = liesAnhang(bytes);
  if (!anhang)
    throw new Unlesbar(
      "FW-PDF-01",
      "Die PDF-Datei enthält keine elektronische Rechnung (eingebettetes XML nach ZUGFeRD oder Factur-X). Bitte senden Sie eine XRechnung oder eine ZUGFeRD-Datei.",
    );
  bericht.anhang = anhang.name;
  return anhang.inhalt;
}

function ordneEin(bericht: Bericht, befund: Befund): void {
  if (befund.schwere === "fehler") bericht.fehler.push(befund);
  else if (befund.schwere === "warnung") bericht.warnungen.push(befund);
  else bericht.hinweise.push(befund);
}

function pruefeDokument(rechnung: Rechnung, bericht: Bericht): Befund[] {
  const { format } = bericht;
  const { dokument } = rechnung;
  if (format === "ZUGFeRD 1.0")
    return [
      fehler(
        "FW-FORMAT",
        "Die Rechnung hat das Format ZUGFeRD 1.0. Es entspricht nicht EN 16931 und wird nicht angenommen. Bitte senden Sie XRechnung oder ZUGFeRD ab Version 2.",
      ),
    ];
  if (format === "Order-X" || format === "unbekannt")
    return [
      fehler(
        "FW-FORMAT",
        format === "Order-X"
          ? "Die Datei ist eine Bestellung (Order-X), keine Rechnung."
          : "Die Datei ist keine elektronische Rechnung: Erwartet wird UBL (Invoice, CreditNote) oder UN/CEFACT CII.",
      ),
    ];
  const szenario = findSzenario(
    dokument.wurzel.name,
    rechnung.spezifikation.map(({ text }) => text),
  );
  bericht.szenario = szenario?.name ?? null;
  if (!szenario) {
    const kennung = rechnung.spezifikation[0]?.norm ?? "";
    const alt = kennung.match(/xrechnung_(\d+\.\d+)$/)?.[1];
    return [
      fehler(
        "FW-SZENARIO",
        `${alt ? `Die Rechnung folgt XRechnung ${alt}; geprüft wird nach XRechnung 3.0.` : `Nach der Spezifikationskennung (BT-24) „${kennung.slice(0, 200)}“ wird hier nicht geprüft.`} Die Kennung einer XRechnung lautet genau: ${XRECHNUNG}`,
        rechnung.spezifikation[0]?.ort,
      ),
    ];
  }
  if (szenario.abgelehnt) return [fehler("FW-SZENARIO", szenario.abgelehnt, rechnung.spezifikation[0]?.ort)];
  const gewaehlt = regelnFuer(szenario, dokument.syntax);
  // A scenario without rules would accept everything.
  if (gewaehlt.length === 0) return [ausgefallen(szenario.name, "es sind keine Regeln hinterlegt")];
  const aufbau = aufbaubefunde(dokument.wurzel, szenario.stufen[AUFBAU]);
  return [...aufbau, ...wendeAn(rechnung, gewaehlt, szenario.stufen)];
}

const AUFBAU = "FW-XSD";
const aufbaubefunde = (wurzel: Knoten, schwere: Schwere = "fehler"): Befund[] =>
  pruefeAufbau(wurzel).map(({ knoten, text }) => ({ regel: AUFBAU, schwere, ort: knoten.ort, text }));

/** The form alone: well-formed, and built as the schema of its syntax prescribes. */
export function dokumentmaengel(bytes: Uint8Array): Befund[] {
  try {
    return aufbaubefunde(liesXml(bytes).wurzel);
  } catch (unglueck) {
    return [unglueck instanceof Unlesbar ? fehler(unglueck.regel, unglueck.message) : ausgefallen("der Datei", unglueck)];
  }
}

/**
 * The rules alone, with the norm's own severities: by what the document says it is, the scenario's levels and the steps before left out. For
 * whoever judges the rules; an invoice that nobody could accept is judged, too.
 */
export function pruefeRegeln(bytes: Uint8Array): Befund[] {
  try {
    const rechnung = liesRechnung(liesXml(bytes));
    const szenario = findSzenario(
      rechnung.dokument.wurzel.name,
      rechnung.spezifikation.map(({ text }) => text),
    );
    const werke = new Set<Werk>(["en16931", "xrechnung", ...(szenario?.werke ?? [])]);
    const { syntax } = rechnung.dokument;
    return wendeAn(
      rechnung,
      regeln.filter((regel) => werke.has(regel.werk) && (regel.syntax ?? syntax) === syntax),
    );
  } catch (unglueck) {
    return [unglueck instanceof Unlesbar ? fehler(unglueck.regel, unglueck.message) : ausgefallen("der Datei", unglueck)];
  }
}
