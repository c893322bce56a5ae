import type { Werk } from "./regel.ts";
import type { Stufen } from "./wende-an.ts";

/** Which rules apply to a document of this kind, and with which severity. */
export type Szenario = {
  readonly name: string;
  readonly werke: readonly Werk[];
  readonly stufen: Stufen;
  /** Why a document of this kind is never accepted, whatever the rules say. */
  readonly abgelehnt?: string;
};
type Wurzel = "ubl:Invoice" | "cn:CreditNote" | "rsm:CrossIndustryInvoice";
const alle: readonly Wurzel[] = ["ubl:Invoice", "cn:CreditNote", "rsm:CrossIndustryInvoice"];

export const XRECHNUNG = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
export const EXTENSION = `${XRECHNUNG}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`;
export const CVD = `${XRECHNUNG}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9`;
export const EN16931 = "urn:cen.eu:en16931:2017";

// Levels as KoSIT's configuration of its validator states them (validator-configuration-xrechnung, scenarios.xml).
const einheitUndArtikel: Stufen = { "BR-CL-23": "warnung", "BR-CL-21": "warnung" };
const ohneUnterpositionen: Stufen = { "UBL-CR-646": "fehler" };
const ohneDoppeltesInCii: Stufen = { "CII-SR-452": "fehler", "CII-SR-453": "fehler", "CII-SR-454": "fehler" };
const digaKennungen: Stufen = {
  "BR-CL-10": "hinweis",
  "BR-CL-11": "hinweis",
  "BR-CL-21": "hinweis",
  "BR-CL-23": "warnung",
  "BR-CL-24": "hinweis",
  "BR-CL-25": "hinweis",
  "BR-CL-26": "hinweis",
};
const fahrzeugklassen: Stufen = { ...einheitUndArtikel, "BR-CL-13": "hinweis" };

const nurNorm: readonly Werk[] = ["en16931", "fachwerk"];
const mitXrechnung: readonly Werk[] = ["en16931", "xrechnung", "fachwerk"];
const mitErweiterung: readonly Werk[] = ["en16931", "xrechnung", "xrechnung-extension", "fachwerk"];
const mitCvd: readonly Werk[] = ["en16931", "xrechnung", "xrechnung-cvd", "fachwerk"];

const tabelle: readonly (Szenario & { kennungen: readonly string[]; wurzeln: readonly Wurzel[] })[] = [
  {
    name: "XRechnung 3.0",
    kennungen: [XRECHNUNG],
    wurzeln: ["ubl:Invoice"],
    werke: mitXrechnung,
    stufen: { ...einheitUndArtikel, ...ohneUnterpositionen },
  },
  { name: "XRechnung 3.0", kennungen: [XRECHNUNG], wurzeln: ["cn:CreditNote"], werke: mitXrechnung, stufen: einheitUndArtikel },
  {
    name: "XRechnung 3.0",
    kennungen: [XRECHNUNG],
    wurzeln: ["rsm:CrossIndustryInvoice"],
    werke: mitXrechnung,
    stufen: { ...einheitUndArtikel, ...ohneDoppeltesInCii },
  },
  {
    name: "XRechnung 3.0 Extension",
    kennungen: [EXTENSION],
    wurzeln: ["ubl:Invoice"],
    werke: mitErweiterung,
    stufen: { ...digaKennungen, "BR-CO-16": "hinweis", "UBL-CR-470": "hinweis", "UBL-CR-646": "hinweis" },
  },
  {
    name: "XRechnung 3.0 Extension",
    kennungen: [EXTENSION],
    wurzeln: ["rsm:CrossIndustryInvoice"],
    werke: mitErweiterung,
    stufen: { ...digaKennungen, ...ohneDoppeltesInCii },
  },
  {
    name: "XRechnung CVD 0.9",
    kennungen: [CVD],
    wurzeln: ["ubl:Invoice", "cn:CreditNote"],
    werke: mitCvd,
    stufen: { ...fahrzeugklassen, ...ohneUnterpositionen },
  },
  {
    name: "XRechnung CVD 0.9",
    kennungen: [CVD],
    wurzeln: ["rsm:CrossIndustryInvoice"],
    werke: mitCvd,
    stufen: { ...fahrzeugklassen, ...ohneDoppeltesInCii },
  },
  { name: "EN 16931", kennungen: [EN16931], wurzeln: alle, werke: nurNorm, stufen: {} },
  {
    name: "Peppol BIS Billing 3.0",
    kennungen: [`${EN16931}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0`],
    wurzeln: alle,
    werke: nurNorm,
    stufen: {},
  },
  {
    name: "Factur-X/ZUGFeRD BASIC",
    kennungen: [`${EN16931}#compliant#urn:factur-x.eu:1p0:basic`, `${EN16931}#compliant#urn:zugferd.de:2p0:basic`],
    wurzeln: ["rsm:CrossIndustryInvoice"],
    werke: nurNorm,
    stufen: {},
  },
  {
    // The profile follows newer editions of CII than the one checked here, so that an element unknown to it is no fault of the supplier.
    name: "Factur-X/ZUGFeRD EXTENDED",
    kennungen: [`${EN16931}#conformant#urn:factur-x.eu:1p0:extended`, `${EN16931}#conformant#urn:zugferd.de:2p0:extended`],
    wurzeln: ["rsm:CrossIndustryInvoice"],
    werke: nurNorm,
    stufen: { "FW-XSD": "warnung" },
  },
  {
    name: "Factur-X/ZUGFeRD MINIMUM oder BASIC WL",
    kennungen: [
      "urn:factur-x.eu:1p0:minimum",
      "urn:factur-x.eu:1p0:basicwl",
      "urn:zugferd.de:2p0:minimum",
      "urn:zugferd.de:2p0:basicwl",
    ],
    wurzeln: ["rsm:CrossIndustryInvoice"],
    werke: [],
    stufen: {},
    abgelehnt:
      "Die Datei hat das Profil MINIMUM oder BASIC WL. Es enthält keine Rechnungspositionen und ist keine elektronische Rechnung nach EN 16931. Bitte senden Sie die Rechnung im Profil EN 16931, EXTENDED oder XRECHNUNG.",
  },
];

const nachKennung = new Map<string, Szenario>(
  tabelle.flatMap((szenario) =>
    szenario.kennungen.flatMap((kennung) => szenario.wurzeln.map((wurzel) => [`${wurzel} ${kennung}`, szenario] as const)),
  ),
);

/** By the exact identifier: KoSIT's validator compares the text as it stands, with no white space forgiven. */
export const findSzenario = (wurzel: string, kennungen: readonly string[]): Szenario | undefined => {
  for (const kennung of kennungen) {
    const szenario = nachKennung.get(`${wurzel} ${kennung}`);
    if (szenario) return szenario;
  }
  return undefined;
};
