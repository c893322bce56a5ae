import { SaxesParser } from "saxes";

type Element = { name: string; attribute: Record<string, string>; kinder: (Element | string)[] };

/**
 * Writes a Schematron without abstract patterns and includes as the XSLT that a processor of Schematron would make of it: a mode a pattern,
 * a template a rule, the first that fits wins. The result is a list of `<f id="…" flag="…" ort="…"/>`, one for every assertion that failed.
 * With `einzeln` an assertion whose evaluation fails counts as failed alone, as `flag="ausfall"`, instead of ending the whole run.
 */
export function alsXslt(schematron: string, einzeln = false): string {
  const wurzel = liesBaum(schematron);
  const nur = (name: string, in_: Element = wurzel) =>
    in_.kinder.filter((kind): kind is Element => typeof kind === "object" && kind.name === name);
  const raeume = nur("ns").map(({ attribute }) => `xmlns:${attribute.prefix}="${attribute.uri}"`);
  if (!raeume.some((raum) => raum.startsWith("xmlns:xs="))) raeume.push('xmlns:xs="http://www.w3.org/2001/XMLSchema"');
  const muster = nur("pattern");
  const variable = ({ attribute }: Element) =>
    `<xsl:variable name="${attribute.name}" select="${maskiere(attribute.value ?? "")}"/>`;
  const behauptung = ({ attribute }: Element) => {
    const flag = attribute.flag ?? attribute.role ?? "error";
    const gescheitert = (wie: string) => `<f id="${attribute.id}" flag="${wie}" ort="{path()}"/>`;
    const pruefung = `<xsl:if test="not(${maskiere(attribute.test ?? "")})">${gescheitert(flag)}</xsl:if>`;
    return einzeln ? `<xsl:try>${pruefung}<xsl:catch>${gescheitert("ausfall")}</xsl:catch></xsl:try>` : pruefung;
  };
  const regel = (nummer: number) => (element: Element, stelle: number) =>
    `<xsl:template match="${maskiere(element.attribute.context ?? "")}" mode="m${nummer}" priority="${10_000 - stelle}">` +
    nur("let", element).map(variable).join("") +
    nur("assert", element).map(behauptung).join("") +
    `<xsl:apply-templates select="@*|*" mode="m${nummer}"/></xsl:template>`;
  return [
    `<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0" exclude-result-prefixes="#all" ${raeume.join(" ")}>`,
    '<xsl:output method="xml"/>',
    ...nur("let").map(variable),
    ...muster.flatMap((each) => nur("let", each).map(variable)),
    ...wurzel.kinder
      .filter((kind): kind is Element => typeof kind === "object" && /^(xsl:)?function$/.test(kind.name))
      .map(alsFunktion),
    '<xsl:template match="/"><befunde>',
    ...muster.map((_, nummer) => `<xsl:apply-templates select="/" mode="m${nummer}"/>`),
    "</befunde></xsl:template>",
    ...muster.flatMap((each, nummer) => [
      ...nur("rule", each).map(regel(nummer)),
      `<xsl:template match="/|*|@*" mode="m${nummer}" priority="-5"><xsl:apply-templates select="@*|*" mode="m${nummer}"/></xsl:template>`,
    ]),
    "</xsl:stylesheet>",
  ].join("\n");
}

const maskiere = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\n", "&#10;");

function alsFunktion(knoten: Element | string): string {
  if (typeof knoten === "string") return knoten.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const name = knoten.name.startsWith("xsl:") ? knoten.name : `xsl:${knoten.name}`;
  const attribute = Object.entries(knoten.attribute).filter(([schluessel]) => schluessel !== "xmlns");
  return `<${name}${attribute.map(([schluessel, wert]) => ` ${schluessel}="${maskiere(wert)}"`).join("")}>${knoten.kinder.map(alsFunktion).join("")}</${name}>`;
}

function liesBaum(text: string): Element {
  const dokument: Element = { name: "", attribute: {}, kinder: [] };
  const offen = [dokument];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (fehler) => {
    throw fehler;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attribute: { ...attributes }, kinder: [] };
    offen.at(-1)?.kinder.push(element);
    offen.push(element);
  });
  parser.on("text", (teil) => void offen.at(-1)?.kinder.push(teil));
  parser.on("closetag", () => void offen.pop());
  parser.write(text).close();
  const wurzel = dokument.kinder.find((kind): kind is Element => typeof kind === "object");
  if (!wurzel) throw new Error("no element");
  return wurzel;
}
