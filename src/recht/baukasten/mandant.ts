import type { IsoDatum } from "#kalender";
import { normErlaubtAutomatik } from "./gate.ts";
import type { Eintrag } from "./knoten.ts";
import type { Leistung } from "./leistung.ts";
import { type Mandantenrecht, maengelDerSatzung, parameterVonMandant } from "./satzung.ts";

const gebunden = new WeakMap<Leistung, WeakMap<Mandantenrecht["satzungen"], Leistung>>();

/**
 * The Leistung with the figures that this Mandant's Satzungen set, in the place of nodes that have none. The evaluator never asks whose
 * case it is: what it runs is a graph of parameters like any other, and as fast.
 */
export function fuerMandant(leistung: Leistung, mandant: Mandantenrecht | undefined): Leistung {
  if (!mandant || !leistung.satzungen || leistung.satzungen.length === 0) return leistung;
  let jeSatzungen = gebunden.get(leistung);
  if (!jeSatzungen) gebunden.set(leistung, (jeSatzungen = new WeakMap()));
  const bekannt = jeSatzungen.get(mandant.satzungen);
  if (bekannt) return bekannt;
  const eintraege = leistung.regelwerk.eintraege.map((eintrag): Eintrag => {
    const { bauplan } = eintrag;
    if (bauplan.art !== "parameter" || !bauplan.satzung) return eintrag;
    const { satzung, ...plan } = bauplan;
    return { ...eintrag, bauplan: { ...plan, parameter: parameterVonMandant(satzung, mandant) } };
  });
  const neu = { ...leistung, regelwerk: { ...leistung.regelwerk, eintraege } };
  jeSatzungen.set(mandant.satzungen, neu);
  return neu;
}

/** The norm that permits this decision automatically, or undefined: then a person decides. `jeMandant`: the Mandant names it. */
export function automatiknorm(leistung: Leistung, mandant: Mandantenrecht | undefined, tag: IsoDatum): string | undefined {
  const { automatik, rechtsgebiet, rechtsnatur, schluessel } = leistung;
  if (automatik.erlaubt === true) return automatik.norm;
  if (automatik.erlaubt === false) return undefined;
  const eigene = mandant?.automatik[schluessel];
  if (!eigene || eigene.gueltigAb > tag || !normErlaubtAutomatik(rechtsgebiet, eigene.norm, rechtsnatur)) return undefined;
  return eigene.norm;
}

/** Whether the Mandant can offer the Leistung: it has the office that decides (a hint needs none), and every Satzung that the rules need. */
export const wirdAngeboten = (
  leistung: Leistung,
  mandant: Pick<Mandantenrecht, "satzungen">,
  aemter: readonly string[],
): boolean =>
  (leistung.rechtsnatur === "hinweis" || aemter.includes(leistung.amt)) &&
  (leistung.satzungen ?? []).every(({ schluessel }) => (mandant.satzungen[schluessel] ?? []).length > 0);

/**
 * What is wrong with a Mandant's Satzungen and permits to automate, as sentences: figures that no Leistung asks for (a slip of the key would
 * be found when a case comes), shapes, overlaps, and norms that do not permit.
 */
export function maengelDesMandanten(
  leistungen: readonly Leistung[],
  mandant: Pick<Mandantenrecht, "satzungen" | "automatik">,
): string[] {
  const bekannte = new Map(leistungen.flatMap(({ satzungen = [] }) => satzungen).map((each) => [each.schluessel, each]));
  const satzungen = Object.entries(mandant.satzungen).flatMap(([schluessel, eintraege]) => {
    const satzung = bekannte.get(schluessel);
    if (satzung) return maengelDerSatzung(satzung, eintraege);
    return [`Satzung „${schluessel}“: keine Leistung braucht sie. Bekannt sind: ${[...bekannte.keys()].sort().join(", ")}.`];
  });
  const automatik = Object.entries(mandant.automatik).flatMap(([schluessel, { norm }]) => {
    const leistung = leistungen.find((each) => each.schluessel === schluessel);
    if (!leistung) return [`Automatik „${schluessel}“: diese Leistung gibt es nicht.`];
    if (leistung.automatik.erlaubt !== "jeMandant")
      return [`Automatik „${schluessel}“: darüber bestimmt die Leistung, nicht der Mandant.`];
    if (normErlaubtAutomatik(leistung.rechtsgebiet, norm, leistung.rechtsnatur)) return [];
    return [`Automatik „${schluessel}“: „${norm}“ erlaubt keine automatische Entscheidung.`];
  });
  return [...satzungen, ...automatik];
}
