import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { dokumentmaengel } from "#rechnungspruefung";
import { veraendere, zufall } from "../../helpers/rechnung-mutation.ts";
import type { Fall, Suite, Urteil } from "../suite.ts";
import { findeDateien } from "./dateien.ts";
import { mutiere } from "./mutator.ts";

const schemata = {
  Invoice: "xsd-ubl/maindoc/UBL-Invoice-2.1.xsd",
  CreditNote: "xsd-ubl/maindoc/UBL-CreditNote-2.1.xsd",
  CrossIndustryInvoice: "xsd-cii/data/standard/CrossIndustryInvoice_100pD16B.xsd",
};
type Wurzel = keyof typeof schemata;
/** Changed documents for every document of the oracle, by a seed: the same on every machine. */
const veraenderte = Number(process.env.FACHWERK_XSD_JE_DOKUMENT ?? 4);

/** Our check of order, number and form of elements says what libxml2 says by the published schemas, document by document. */
export const suite: Suite = {
  name: "rechnungen/xsd",
  async finde(ordner) {
    const gruppen = await Promise.all(
      ["kosit-testsuite", "kosit-mutationen", "zugferd-korpus"].map((unterordner) => findeDateien(ordner, unterordner, /\.xml$/)),
    );
    const dateien = gruppen.flatMap((gruppe) => gruppe ?? []);
    if (dateien.length === 0 || !(await findeDateien(ordner, "xsd-ubl", /\.xsd$/))) return undefined;
    const wuerfel = zufall(2026);
    const urteile = richter(ordner);
    return dateien.flatMap(({ name, pfad }): Fall[] => {
      const text = readFileSync(pfad, "utf8").replace(/^\ufeff/, "");
      if (text.length > 100_000) return [];
      const veraendert = Array.from({ length: veraenderte }, () => veraendere(text, wuerfel));
      return [text, ...mutiere(text).map((mutation) => mutation.text), ...veraendert].map((fassung, nummer) => ({
        name: `${name} ${nummer}`,
        urteile: () => urteile(fassung),
      }));
    });
  },
};

function richter(ordner: string): (text: string) => Urteil {
  const gebaut = new Map<Wurzel, XsdValidator>();
  xmlRegisterFsInputProviders();
  const schemaFuer = (wurzel: Wurzel) => {
    const vorhanden = gebaut.get(wurzel);
    if (vorhanden) return vorhanden;
    const pfad = join(ordner, "rechnungen", schemata[wurzel]);
    const dokument = XmlDocument.fromBuffer(readFileSync(pfad), { url: pfad });
    const schema = XsdValidator.fromDoc(dokument);
    gebaut.set(wurzel, schema);
    return schema;
  };
  return (text) => {
    const wurzel = (/<(?:[\w.-]+:)?(Invoice|CreditNote|CrossIndustryInvoice)[\s>]/.exec(text)?.[1] ?? "Invoice") as Wurzel;
    const maengel = dokumentmaengel(Buffer.from(text));
    const dokument = XmlDocument.fromBuffer(Buffer.from(text));
    try {
      let grund = "";
      try {
        schemaFuer(wurzel).validate(dokument);
      } catch (fehler) {
        grund = (fehler as Error).message.split("\n")[0] ?? "invalid";
      }
      if ((grund === "") === (maengel.length === 0)) return { art: "richtig" };
      return {
        art: "falsch",
        text: grund ? `libxml2 refuses: ${grund}` : `only we refuse: ${maengel[0]?.ort} ${maengel[0]?.text}`,
      };
    } finally {
      dokument.dispose();
    }
  };
}
