import { SaxesParser } from "saxes";

/** One variant of a document, made by an instruction `<?xmute …?>` that stands before the element it changes. */
export type Mutation = { name: string; text: string; gilt: string[]; giltNicht: string[] };
type Anweisung = { rumpf: string; ziel: Stelle | undefined };
/** Offsets in the text: the start tag, and where the end tag begins and ends (both the same as `nachStart` if the element is empty). */
type Stelle = { start: number; nachStart: number; vorEnde: number; ende: number; leer: boolean };

/** Every instruction of the document, each applied alone to the document as it stands. */
export function mutiere(text: string): Mutation[] {
  return liesAnweisungen(text).flatMap(({ rumpf, ziel }) => {
    const felder = new Map(
      [...rumpf.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = "", a, b]) => [name, a ?? b ?? ""]),
    );
    const regeln = (feld: string) =>
      (felder.get(feld) ?? "")
        .split(/[\s,]+/)
        .filter((wort) => wort !== "")
        .map((wort) => wort.replace(/^[^:]*:/, ""));
    const wie = { gilt: regeln("schematron-valid"), giltNicht: regeln("schematron-invalid") };
    const id = felder.get("id") ?? rumpf.slice(0, 40);
    return wendeAn(text, felder, ziel).map(([name, geaendert]) => ({
      name: name ? `${id} (${name})` : id,
      text: geaendert,
      ...wie,
    }));
  });
}

function wendeAn(text: string, felder: Map<string, string>, ziel: Stelle | undefined): [string, string][] {
  const mutator = felder.get("mutator");
  if (mutator === "identity") return [["", text]];
  if (!ziel) throw new Error(`Nach ${mutator} folgt kein Element.`);
  const { start, nachStart, vorEnde, ende, leer } = ziel;
  const mitInhalt = (inhalt: string) => {
    if (!leer) return text.slice(0, nachStart) + inhalt + text.slice(vorEnde);
    const name = text.slice(start + 1, nachStart).match(/^[^\s/>]+/)?.[0] ?? "";
    return `${text.slice(0, nachStart).replace(/\/\s*>$/, ">")}${inhalt}</${name}>${text.slice(ende)}`;
  };
  switch (mutator) {
    case "remove": {
      const attribut = felder.get("attribute");
      return [["", attribut ? mitAttribut(text, ziel, attribut, undefined) : text.slice(0, start) + text.slice(ende)]];
    }
    case "empty": {
      const attribut = felder.get("attribute");
      return [["", attribut ? mitAttribut(text, ziel, attribut, "") : mitInhalt("")]];
    }
    case "code":
      return (felder.get("values") ?? "").split(",").map((roh) => {
        const wert = roh.trim();
        const attribut = felder.get("attribute");
        return [wert, attribut ? mitAttribut(text, ziel, attribut, wert) : mitInhalt(maskiere(wert))];
      });
    default:
      throw new Error(`Den Mutator ${mutator} kennt dieses Orakel nicht.`);
  }
}

const maskiere = (wert: string) => wert.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function mitAttribut(text: string, { start, nachStart }: Stelle, name: string, wert: string | undefined): string {
  const marke = text.slice(start, nachStart).replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`), "");
  const neu = wert === undefined ? marke : marke.replace(/\s*\/?>$/, (schluss) => ` ${name}="${maskiere(wert)}"${schluss}`);
  return text.slice(0, start) + neu + text.slice(nachStart);
}

function liesAnweisungen(text: string): Anweisung[] {
  const anweisungen: Anweisung[] = [];
  let wartend: Anweisung[] = [];
  const offen: { stelle: Stelle; fuer: Anweisung[]; aufgehoben: Anweisung[] }[] = [];
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on("error", (fehler) => {
    throw fehler;
  });
  parser.on("processinginstruction", ({ target, body }) => {
    if (target !== "xmute") return;
    const anweisung: Anweisung = { rumpf: body, ziel: undefined };
    anweisungen.push(anweisung);
    wartend.push(anweisung);
  });
  parser.on("opentag", (tag) => {
    const nachStart = parser.position;
    const start = text.lastIndexOf("<", nachStart - 1);
    const leer = tag.isSelfClosing;
    offen.push({ stelle: { start, nachStart, vorEnde: nachStart, ende: nachStart, leer }, fuer: wartend, aufgehoben: [] });
    wartend = [];
  });
  parser.on("closetag", () => {
    const element = offen.pop();
    if (!element) return;
    const { stelle, fuer } = element;
    if (!stelle.leer) {
      stelle.ende = parser.position;
      stelle.vorEnde = text.lastIndexOf("</", stelle.ende - 1);
    }
    for (const anweisung of fuer) anweisung.ziel = stelle;
    // An instruction with no element after it among its siblings changes nothing.
    wartend = [];
  });
  parser.write(text).close();
  return anweisungen;
}
