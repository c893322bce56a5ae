import type { IsoDatum } from "#kalender";
import type { Eintrag } from "./knoten.ts";
import type { Leistung } from "./leistung.ts";
import { defineParameter, type Parameter, type Satz } from "./parameter.ts";

/**
 * The same Leistung with other figures: a planned change, a figure put right afterwards, a mutant. The registered Leistung stays as it
 * is: what the house decides by can be changed by a release only, never by somebody who tries something out.
 *
 * @param ersatz by the key under which the Regelwerk names the parameter
 * @throws where the Regelwerk has no such parameter: a change that changes nothing would be read as "nobody is affected"
 */
export function mitParametern(leistung: Leistung, ersatz: Readonly<Record<string, Parameter<unknown>>>): Leistung {
  const offen = new Set(Object.keys(ersatz));
  const eintraege = leistung.regelwerk.eintraege.map((eintrag): Eintrag => {
    const { bauplan } = eintrag;
    const neu = bauplan.art === "parameter" ? ersatz[bauplan.parameter.schluessel] : undefined;
    if (bauplan.art !== "parameter" || !neu) return eintrag;
    offen.delete(bauplan.parameter.schluessel);
    const { satzung: _, ...plan } = bauplan;
    return { ...eintrag, bauplan: { ...plan, parameter: neu } };
  });
  const parameter = leistung.parameter?.map((each) => {
    offen.delete(each.schluessel);
    return ersatz[each.schluessel] ?? each;
  });
  if (offen.size > 0) throw new Error(`${leistung.name}: den Parameter „${[...offen].join("“, „")}“ gibt es hier nicht.`);
  return { ...leistung, regelwerk: { ...leistung.regelwerk, eintraege }, ...(parameter && { parameter }) };
}

/** The parameters of a Leistung, each once: those of the graph in its order, then those that only stand beside it. */
export function parameterVon({ regelwerk, parameter = [] }: Pick<Leistung, "regelwerk" | "parameter">): Parameter<unknown>[] {
  const alle = regelwerk.eintraege.flatMap(({ bauplan }) => (bauplan.art === "parameter" ? [bauplan.parameter] : []));
  return [...new Map([...alle, ...parameter].map((each) => [each.schluessel, each])).values()];
}

/** Gives a parameter as this copy of the Leistung has it. */
export type Saetze = <P extends Parameter<unknown>>(parameter: P) => P;
/**
 * For what reads a figure beside the graph (which months, which facts, the days of a running benefit): a planned change must reach it, and
 * the file that wrote it knows only the registered figure.
 */
export const saetzeVon =
  ({ parameter = [] }: Pick<Leistung, "parameter">): Saetze =>
  (gemeint) => {
    const hier = parameter.find(({ schluessel }) => schluessel === gemeint.schluessel);
    if (!hier) return gemeint;
    const { saetze, geprueftBis, am } = hier;
    return { ...gemeint, saetze, geprueftBis, am };
  };

/**
 * The parameter with one figure more, or with another one from the same day. Figures of later days stay: a change in July says nothing
 * of what the law already says for January. A figure with `bekanntSeit` stands beside the one it corrects.
 *
 * @param geprueftBis how far the new figure is taken to hold; default: as far as the parameter was checked, at least its own day
 */
export function mitSatz<T>(parameter: Parameter<T>, satz: Satz<T>, geprueftBis: IsoDatum = parameter.geprueftBis): Parameter<T> {
  const { am: _am, ...angaben } = parameter;
  const stelle = ({ gueltigAb, bekanntSeit = "" }: Satz<T>) => `${gueltigAb}|${bekanntSeit}`;
  const andere = parameter.saetze.filter((each) => stelle(each) !== stelle(satz));
  const saetze = [...andere, satz].sort((a, b) => (stelle(a) < stelle(b) ? -1 : 1));
  return defineParameter({ ...angaben, saetze, geprueftBis: geprueftBis < satz.gueltigAb ? satz.gueltigAb : geprueftBis });
}
