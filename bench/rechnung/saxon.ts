import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { alsXslt } from "./schematron.ts";

export type Gescheitert = { id: string; flag: string; ort: string };
/** The official rules of a syntax, compiled; a call runs both sets over one document and gives what failed. */
export type Schematron = (xml: string) => Gescheitert[];

type Saxon = {
  transform(auftrag: Record<string, unknown>): { principalResult: string };
  getResource(auftrag: { text: string; type: "xml" }): Promise<unknown>;
};

/**
 * Fetches saxon-js by npm into the folder given (its licence is not open, so it is no dependency), compiles the Schematron of the oracle
 * folder there, and runs it. What is compiled already is kept.
 */
export function ladeSchematron(orakel: string, ordner: string, einzeln = false) {
  mkdirSync(ordner, { recursive: true });
  const npm = join(dirname(process.execPath), "npm");
  if (!existsSync(join(ordner, "node_modules/saxon-js")))
    execFileSync(
      existsSync(npm) ? npm : "npm",
      ["install", "--prefix", ordner, "--no-audit", "--no-fund", "saxon-js@2.7.0", "xslt3@2.7.0"],
      {
        stdio: ["ignore", "ignore", "inherit"],
      },
    );
  const listen = liesListen(
    readFileSync(join(orakel, "rechnungen", "regeln-en16931/EN16931-UBL-validation-preprocessed.sch"), "utf8"),
  );
  const saxon = createRequire(join(ordner, "node_modules/"))("saxon-js") as Saxon;
  const uebersetze = (datei: string) => {
    const name = join(ordner, `${datei.replaceAll("/", "-")}${einzeln ? "-einzeln" : ""}`);
    if (!existsSync(`${name}.sef.json`)) {
      const schematron = mitVariablen(readFileSync(join(orakel, "rechnungen", datei), "utf8"), listen);
      writeFileSync(`${name}.xsl`, alsXslt(schematron, einzeln));
      const xslt3 = join(ordner, "node_modules/xslt3/xslt3.js");
      execFileSync(process.execPath, [xslt3, `-xsl:${name}.xsl`, `-export:${name}.sef.json`, "-nogo", "-t"], {
        stdio: ["ignore", "ignore", "inherit"],
      });
    }
    return JSON.parse(readFileSync(`${name}.sef.json`, "utf8")) as unknown;
  };
  const fuer = (syntax: "UBL" | "CII"): Schematron => {
    const regelwerke = [
      `regeln-en16931/EN16931-${syntax}-validation-preprocessed.sch`,
      `regeln-xrechnung/XR-${syntax}-merged.sch`,
    ].map(uebersetze);
    return (xml) =>
      regelwerke.flatMap((stylesheetInternal) => {
        const { principalResult } = saxon.transform({ stylesheetInternal, sourceText: xml, destination: "serialized" });
        return [...principalResult.matchAll(/<f id="([^"]*)" flag="([^"]*)" ort="([^"]*)"\/>/g)].map(
          ([, id = "", flag = "", ort = ""]) => ({ id, flag, ort }),
        );
      });
  };
  return { ubl: fuer("UBL"), cii: fuer("CII") };
}

/** Code lists as the rules of the norm name them, by the id of the rule. */
const liesListen = (norm: string) => (regel: string) =>
  norm
    .match(new RegExp(`contains\\(\\s*'([^']{50,})'[^<>]*id="${regel}"|id="${regel}"[^<>]*contains\\(\\s*'([^']{50,})'`))
    ?.slice(1)
    .find(Boolean) ?? "";

/** The pattern of variables lies in a file of its own, which the oracle does not have: their values are those of XRechnung 3.0. */
function mitVariablen(schematron: string, liste: (regel: string) => string): string {
  const cius = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
  const text = (wert: string) => `'${wert}'`;
  const diga = " XR01 XR02 XR03 ";
  const variablen: Record<string, string> = {
    "XR-MAJOR-MINOR-VERSION": text("3.0"),
    "XR-CIUS-ID": text(cius),
    "XR-EXTENSION-ID": text(`${cius}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`),
    "XR-CVD-ID": text(`${cius}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9`),
    "XR-SKONTO-REGEX": text("(^|\\r?\\n)#(SKONTO)#TAGE=([0-9]+#PROZENT=[0-9]+\\.[0-9]{2})(#BASISBETRAG=-?[0-9]+\\.[0-9]{2})?#$"),
    "XR-EMAIL-REGEX": text("^[^@\\s]+@([^@.\\s]+\\.)+[^@.\\s]+$"),
    "XR-TELEPHONE-REGEX": text(".*([0-9].*){3,}.*"),
    "XR-URL-REGEX": text("^([a-zA-Z])([a-zA-Z0-9+.-])+:.*"),
    "DIGA-CODES": text(diga),
    "ISO-6523-ICD-EXT-CODES": text(liste("BR-CL-10") + diga),
    "CEF-EAS-EXT-CODES": text(liste("BR-CL-25") + diga),
    "UNTDID-7143-CVD-CODES": text(`${liste("BR-CL-13")} CVD `),
    "CVD-VEHICLE-CATEGORY": "('M1', 'M2', 'M3', 'N1', 'N2', 'N3')",
    "CVA-CODES": "('clean', 'zero-emission', 'other')",
  };
  const fehlende = Object.entries(variablen)
    .filter(([name]) => schematron.includes(`$${name}`) && !schematron.includes(`let name="${name}"`))
    .map(([name, wert]) => `<let name="${name}" value="${wert}"/>`);
  return schematron.replace(/<pattern\b/, (anfang) => fehlende.join("") + anfang);
}
