import type { Syntax } from "../baum.ts";
import { ciiErsterTeil } from "./cii-a-o.ts";
import { ciiZweiterTeil } from "./cii-p-z.ts";
import { type Gestalt, gestalten } from "./gestalt.ts";
import { ublErsterTeil } from "./ubl-a-l.ts";
import { ublZweiterTeil } from "./ubl-m-z.ts";

/** An element with elements: which ones, where in their order, how often. */
export type Verbund = { art: "verbund"; auswahl: boolean; teile: Map<string, Teil>; pflicht: Teil[] };
export type Teil = { name: string; stelle: number; mehrfach: boolean; typ: Typ };
/** `beliebig`: what stands below is none of our business (extensions of UBL). */
export type Typ = Verbund | ({ art: "wert" } & Gestalt) | { art: "beliebig" };

const nachEndung: readonly [RegExp, string][] = [
  [/Code$/, "code"],
  [/Amount$/, "betrag"],
  [/Quantity$/, "menge"],
  [/Measure$/, "mass"],
  [/(?:Percent|Numeric|Rate)$/, "zahl"],
  [/Object$/, "datei"],
];
const nurUbl: readonly [RegExp, string][] = [
  [/(?:ID|URI)$/, "kennung"],
  [/Date$/, "tag"],
  [/Time$/, "zeit"],
  [/Indicator$/, "wahl"],
];
const nurCii: readonly [RegExp, string][] = [
  [/ID$/, "kennung"],
  [/DateTime$/, "DateTime"],
  [/Indicator$/, "Indicator"],
];
const endung = (lokal: string, syntax: Syntax) =>
  [...(syntax === "ubl" ? nurUbl : nurCii), ...nachEndung].find(([muster]) => muster.test(lokal))?.[1] ?? "text";

function kompiliere(tabelle: string, syntax: Syntax): Map<string, Typ> {
  const werte: Record<string, Gestalt> = gestalten[syntax];
  const zeilen = tabelle
    .trim()
    .split(/\n(?! )/)
    .map((zeile) => zeile.match(/^(\w+)(?:\s+\(([^)]*)\))?:\s+([^]*)$/))
    .map((treffer) => ({ name: treffer?.[1] ?? "", rollen: worte(treffer?.[2]), teile: worte(treffer?.[3]) }));
  const typen = new Map<string, Typ>(Object.entries(werte).map(([name, gestalt]) => [name, { art: "wert", ...gestalt }]));
  const nachRolle = new Map<string, string>();
  for (const { name, rollen, teile } of zeilen) {
    typen.set(
      name,
      teile[0] === "beliebig"
        ? { art: "beliebig" }
        : { art: "verbund", auswahl: teile[0] === "|", teile: new Map(), pflicht: [] },
    );
    for (const rolle of rollen) nachRolle.set(rolle, name);
  }
  const typVon = (element: string, genannt: string | undefined): Typ => {
    const [vorsatz, lokal = ""] = element.split(":");
    const einfach = syntax === "ubl" ? vorsatz === "cbc" || (vorsatz === "ext" && !typen.has(lokal)) : genannt === undefined;
    const name = einfach ? endung(lokal, syntax) : genannt || nachRolle.get(element) || lokal;
    const typ = typen.get(name);
    if (!typ) throw new Error(`Den Typ ${name} von ${element} gibt es nicht.`);
    return typ;
  };
  for (const { name, teile } of zeilen) {
    const verbund = typen.get(name);
    if (verbund?.art !== "verbund") continue;
    for (const wort of teile.filter((each) => each !== "|")) {
      const [, element = "", anzahl, genannt] = wort.match(/^(\w+:\w+)([?*+]?)(?::(\w*))?$/) ?? [];
      const teil: Teil = {
        name: element,
        stelle: verbund.teile.size,
        mehrfach: anzahl === "*" || anzahl === "+",
        typ: typVon(element, genannt),
      };
      verbund.teile.set(element, teil);
      if (anzahl === "" || anzahl === "+") verbund.pflicht.push(teil);
    }
  }
  return typen;
}

const worte = (text = "") => text.split(/\s+/).filter(Boolean);
const ubl = kompiliere(ublErsterTeil + ublZweiterTeil.trimStart(), "ubl");
const cii = kompiliere(ciiErsterTeil + ciiZweiterTeil.trimStart(), "cii");

export const wurzeltypen: ReadonlyMap<string, Typ | undefined> = new Map([
  ["ubl:Invoice", ubl.get("Invoice")],
  ["cn:CreditNote", ubl.get("CreditNote")],
  ["rsm:CrossIndustryInvoice", cii.get("CrossIndustryInvoice")],
]);
