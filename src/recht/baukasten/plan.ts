import type { IsoDatum } from "#kalender";
import { type Bauplan, type Knoten, type Parameterplan, TAG_DES_SATZES } from "./knoten.ts";
import type { Parameter } from "./parameter.ts";
import type { Regelwerk } from "./regelwerk.ts";
import { getroffeneZeilen, type Tafelzeile, tafelwert, zeileInWorten } from "./tafel.ts";
import type { Fakten, Spurzeile, Urteile } from "./werte-aus.ts";

/** A Regelwerk as two functions without loops and look-ups: what every node holds, and the lines that tell it. */
export type Plan = {
  werte(fakten: Fakten, tag: IsoDatum, tage: number, urteile: Urteile, bis: IsoDatum): readonly unknown[];
  spur(werte: readonly unknown[], tag: IsoDatum): readonly Spurzeile[];
};
type Bau = (eintraege: Regelwerk["eintraege"], hilfen: object) => Plan;
const bekannte = new WeakMap<Regelwerk, Plan>();
/** A copy with other figures (another Mandant, a planned change) has the nodes of its original, and needs no compiling. */
const gebaute = new WeakMap<Knoten<unknown>, { laenge: number; bau: Bau }>();

export function planFuer(regelwerk: Regelwerk): Plan {
  let plan = bekannte.get(regelwerk);
  if (!plan) {
    const laenge = regelwerk.eintraege.length;
    let gebaut = gebaute.get(regelwerk.anspruch);
    if (gebaut?.laenge !== laenge) {
      gebaut = { laenge, bau: schreibePlan(regelwerk) };
      gebaute.set(regelwerk.anspruch, gebaut);
    }
    plan = gebaut.bau(regelwerk.eintraege, { tafelwert, zeilen: zeilenVon, jeTag, quellen });
    bekannte.set(regelwerk, plan);
  }
  return plan;
}

/**
 * Written out as source and compiled once: an interpreter spent a third of its time on putting named inputs into objects whose names it
 * had to look up, and missed the goal of traced evaluations (bench/README.md). Nothing of a case comes into the source, only the numbers
 * of nodes and, quoted, the names that the author of the rules gave.
 */
function schreibePlan({ eintraege }: Regelwerk): Bau {
  const zeilen = eintraege.map(({ bauplan }, nummer) => `const w${nummer} = ${ausdruck(bauplan, nummer)};`);
  const werte = eintraege.map((_, nummer) => `w${nummer}`);
  const spur = eintraege.map(({ knoten, bauplan }, nummer) => {
    const { schluessel, titel, norm, art } = knoten;
    const fest = Object.entries({ schluessel, titel, norm, art }).map(([name, wert]) => `${name}: ${JSON.stringify(wert)}`);
    const quelle = bauplan.art === "parameter" ? `, ${quelleVon(bauplan, nummer)}` : "";
    const getroffen = bauplan.art === "tafel" ? `, zeilen: h.zeilen(e[${nummer}].bauplan, w)` : "";
    return `{ ${fest.join(", ")}, wert: w[${nummer}], eingaben: ${eingabenVon(bauplan)}${quelle}${getroffen} }`;
  });
  const kopf = eintraege.flatMap(({ bauplan }, nummer) =>
    bauplan.art === "funktion" ? [`const f${nummer} = e[${nummer}].bauplan.funktion;`] : [],
  );
  const quelltext = `"use strict"; const nichts = Object.freeze({}); ${kopf.join("\n")}
    return {
      werte(fakten, tag, tage, urteile, bis) { ${zeilen.join("\n")} return [${werte.join(", ")}]; },
      spur(w, tag) { return [${spur.join(",\n")}]; },
    };`;
  return new Function("e", "h", quelltext) as Bau;
}

const objekt = (namen: readonly string[], nummern: readonly number[], wert: (nummer: number) => string): string =>
  `{ ${namen.map((name, stelle) => `${JSON.stringify(name)}: ${wert(nummern[stelle] as number)}`).join(", ")} }`;

function ausdruck(bauplan: Bauplan, nummer: number): string {
  switch (bauplan.art) {
    case "fakt":
      return `fakten[${JSON.stringify(bauplan.name)}]`;
    case "person":
      return `urteile[${JSON.stringify(bauplan.name)}]`;
    case "tag":
    case "tage":
    case "bis":
      return bauplan.art;
    case "parameter": {
      const [tag] = bauplan.eingaben;
      const parameter = `e[${nummer}].bauplan.parameter`;
      if (tag === undefined) return `${parameter}.am(tag).wert`;
      const wert = bauplan.jeTag ? `h.jeTag(${parameter}, w${tag})` : `${parameter}.am(w${tag}).wert`;
      return `w${tag} === undefined ? undefined : ${wert}`;
    }
    case "funktion": {
      const unbekannt = bauplan.eingaben.map((eingabe) => `w${eingabe} === undefined`).join(" || ") || "false";
      return `${unbekannt} ? undefined : f${nummer}(${objekt(bauplan.namen, bauplan.eingaben, (eingabe) => `w${eingabe}`)}, tag)`;
    }
    case "tafel": {
      const [zeilen, ...spalten] = bauplan.eingaben.map((eingabe) => `w${eingabe}`);
      return `${zeilen} === undefined ? undefined : h.tafelwert(e[${nummer}].bauplan.tafel, ${zeilen}, [${spalten.join(", ")}])`;
    }
    case "alle":
    case "eine": {
      // Kleene: the deciding value settles it whatever else is unknown.
      const entscheidend = bauplan.art === "eine";
      const einer = (wert: unknown) => bauplan.eingaben.map((eingabe) => `w${eingabe} === ${wert}`).join(" || ") || "false";
      return `${einer(entscheidend)} ? ${entscheidend} : ${einer(undefined)} ? undefined : ${!entscheidend}`;
    }
    case "nicht":
      return `w${bauplan.eingaben[0]} === undefined ? undefined : !w${bauplan.eingaben[0]}`;
  }
}

function eingabenVon(bauplan: Bauplan): string {
  const wert = (nummer: number) => `w[${nummer}]`;
  if (bauplan.art === "parameter" && bauplan.eingaben.length > 0) return objekt([TAG_DES_SATZES], bauplan.eingaben, wert);
  if (bauplan.art === "funktion") return objekt(bauplan.namen, bauplan.eingaben, wert);
  return bauplan.art === "tafel" ? objekt(bauplan.namen, bauplan.eingaben.slice(1), wert) : "nichts";
}

function quelleVon({ eingaben: [tag], jeTag: mehrere }: Parameterplan, nummer: number): string {
  const parameter = `e[${nummer}].bauplan.parameter`;
  if (tag === undefined) return `quelle: ${parameter}.am(tag).quelle`;
  const quelle = mehrere ? `h.quellen(${parameter}, w[${tag}])` : `${parameter}.am(w[${tag}]).quelle`;
  return `...(w[${tag}] !== undefined && { quelle: ${quelle} })`;
}
function jeTag(parameter: Parameter<unknown>, tage: readonly IsoDatum[]): Record<IsoDatum, unknown> {
  const werte: Record<IsoDatum, unknown> = {};
  for (const tag of tage) werte[tag] = parameter.am(tag).wert;
  return werte;
}
const quellen = (parameter: Parameter<unknown>, tage: readonly IsoDatum[]): string =>
  [...new Set(tage.map((tag) => parameter.am(tag).quelle))].join("; ");

type Tafelplan = Extract<Bauplan, { art: "tafel" }>;
type Zeilen = readonly Tafelzeile<unknown>[];
/** The rows of the day, undefined where that day is not known, and what the columns hold. */
export const ausTafel = (
  { eingaben }: Pick<Tafelplan, "eingaben">,
  werte: readonly unknown[],
): [Zeilen | undefined, unknown[]] => [
  werte[eingaben[0] as number] as Zeilen | undefined,
  eingaben.slice(1).map((nummer) => werte[nummer]),
];

function zeilenVon(bauplan: Tafelplan, werte: readonly unknown[]): NonNullable<Spurzeile["zeilen"]> {
  const [zeilen, spalten] = ausTafel(bauplan, werte);
  if (zeilen === undefined) return [];
  return getroffeneZeilen(bauplan.tafel, zeilen, spalten).map((nummer) => {
    const zeile = zeilen[nummer] as Tafelzeile<unknown>;
    return { nummer: nummer + 1, text: zeileInWorten(bauplan.tafel, zeile), ...(zeile.norm && { norm: zeile.norm }) };
  });
}
