import { SaxesParser } from "saxes";

/** One assertion of a unit test file about one piece of an invoice. */
export type Einheit = {
  nummer: number;
  rechnung: string;
  erwartet: "success" | "warning" | "error";
  regel: string;
  anzahl: number | undefined;
};

/** Cuts the pieces out of the text as they stand, so that the reader under test reads what somebody wrote. A file without tests has none. */
export function liesEinheiten(text: string): Einheit[] {
  const einheiten: Einheit[] = [];
  let pfad: string[] = [];
  let nummer = 0;
  let behauptungen: Omit<Einheit, "rechnung">[] = [];
  let offene: Omit<Einheit, "rechnung"> | undefined;
  let anfang = 0;
  let geerbt: Record<string, string> = {};
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on("error", (fehler) => {
    throw fehler;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const wo = pfad.join("/");
    pfad.push(name);
    if (wo === "" || wo === "testSet") geerbt = { ...geerbt, ...nurNamensraeume(attributes) };
    if (wo === "testSet" && name === "test") {
      nummer++;
      behauptungen = [];
    } else if (wo === "testSet/test/assert" && (name === "success" || name === "error" || name === "warning")) {
      offene = { nummer, erwartet: name, regel: "", anzahl: attributes.number ? Number(attributes.number) : undefined };
    } else if (wo === "testSet/test" && name !== "assert") {
      anfang = text.lastIndexOf("<", parser.position - 1);
    }
  });
  parser.on("text", (teil) => {
    if (offene) offene.regel += teil.trim();
  });
  parser.on("closetag", ({ name }) => {
    pfad = pfad.slice(0, -1);
    const wo = pfad.join("/");
    if (wo === "testSet/test/assert" && offene) {
      behauptungen.push(offene);
      offene = undefined;
    } else if (wo === "testSet/test" && name !== "assert") {
      const rechnung = mitNamensraeumen(text.slice(anfang, parser.position), geerbt);
      einheiten.push(...behauptungen.map((behauptung) => ({ ...behauptung, rechnung })));
    }
  });
  parser.write(text).close();
  return einheiten;
}

const nurNamensraeume = (attribute: Record<string, string>) =>
  Object.fromEntries(Object.entries(attribute).filter(([name]) => name.startsWith("xmlns")));

/** A piece may use prefixes that the file around it declares. */
function mitNamensraeumen(stueck: string, geerbt: Record<string, string>): string {
  const marke = stueck.match(/^<[^\s/>]+[^>]*/)?.[0] ?? "";
  const fehlende = Object.entries(geerbt).filter(([name]) => !new RegExp(`\\s${name}\\s*=`).test(marke));
  const name = marke.match(/^<[^\s/>]+/)?.[0] ?? "";
  return name + fehlende.map(([schluessel, uri]) => ` ${schluessel}="${uri}"`).join("") + stueck.slice(name.length);
}
