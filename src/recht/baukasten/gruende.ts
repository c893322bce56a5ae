import type { Eintrag } from "./knoten.ts";
import { ausTafel } from "./plan.ts";
import type { Regelwerk } from "./regelwerk.ts";
import { getroffeneZeilen, istStrittig } from "./tafel.ts";
import { type Auswertung, type Fakten, istOffen, type Urteile, werteAus } from "./werte-aus.ts";

/** One reason, as it stands in the notice. */
export type Grund = { text: string; norm: string; schluessel: string };

/**
 * The conditions that carried the result: for a refusal those that failed, for a grant those that held. A branch that did not decide is
 * left out: who is under twelve need not read about the income from twelve on.
 */
export function gruendeFuer(regelwerk: Regelwerk, auswertung: Auswertung): Grund[] {
  const gruende = new Map<string, Grund>();
  sammle(regelwerk, auswertung, regelwerk.anspruch.nummer, gruende);
  return [...gruende.values()];
}

function sammle(regelwerk: Regelwerk, auswertung: Auswertung, nummer: number, gruende: Map<string, Grund>): void {
  const { knoten, bauplan, satz } = regelwerk.eintraege[nummer] as Eintrag;
  const wert = auswertung.werte[nummer];
  if (typeof wert !== "boolean") return;
  if (bauplan.art === "tafel" && !satz) {
    const [zeilen = [], spalten] = ausTafel(bauplan, auswertung.werte);
    for (const zeile of getroffeneZeilen(bauplan.tafel, zeilen, spalten).slice(0, 1)) {
      const { satz: text, norm = knoten.norm } = zeilen[zeile] ?? {};
      if (text) gruende.set(knoten.schluessel, { text, norm, schluessel: knoten.schluessel });
    }
    return;
  }
  if (satz) {
    const text = wert ? satz.ja : satz.nein;
    if (text === "") return;
    gruende.set(knoten.schluessel, { text, norm: knoten.norm, schluessel: knoten.schluessel });
    return;
  }
  if (bauplan.art === "nicht") return sammle(regelwerk, auswertung, bauplan.eingaben[0], gruende);
  if (bauplan.art !== "alle" && bauplan.art !== "eine") return;
  const tragende = bauplan.eingaben.filter((teil) => auswertung.werte[teil] === wert);
  // Where one of several suffices, the first that suffices is the reason.
  const einerReicht = (bauplan.art === "eine") === wert;
  for (const teil of einerReicht && wert ? tragende.slice(0, 1) : tragende) sammle(regelwerk, auswertung, teil, gruende);
}

/** Something unknown that could change the result, and what would settle it. */
export type Offen = { schluessel: string; titel: string; klaertDurch: string; quelle: "register" | "person" | "beurteilung" };

/** What is unknown and matters, in the order that settles most with least: registers before people. */
export function offeneFragen(
  regelwerk: Regelwerk,
  fakten: Fakten,
  tag: string,
  auswertung: Auswertung,
  urteile: Urteile = {},
): Offen[] {
  if (!istOffen(auswertung)) return [];
  const gefragt = new Set<number>();
  for (const ziel of [regelwerk.anspruch, regelwerk.betrag, regelwerk.gebuehr])
    if (ziel) sammleOffene(regelwerk, auswertung, ziel.nummer, gefragt);
  const gewichtet = [...gefragt].map((nummer) => {
    const { knoten, bauplan } = regelwerk.eintraege[nummer] as Eintrag;
    if (bauplan.art !== "fakt")
      return {
        gewicht: -1,
        offen: { schluessel: knoten.schluessel, titel: knoten.titel, klaertDurch: "person", quelle: "beurteilung" as const },
      };
    const { proben, klaertDurch, quelle } = bauplan.angaben;
    const entscheidet = proben.filter(
      (probe) => werteAus(regelwerk, { ...fakten, [bauplan.name]: probe }, tag, 30, urteile).anspruch !== undefined,
    );
    const gewicht = entscheidet.length / Math.max(1, proben.length) + (quelle === "register" ? 0.5 : 0);
    return { gewicht, offen: { schluessel: knoten.schluessel, titel: knoten.titel, klaertDurch, quelle } };
  });
  return gewichtet.sort((a, b) => b.gewicht - a.gewicht).map((each) => each.offen);
}

/** Follows what is unknown down to the facts and judgements. A settled branch asks nothing more. */
function sammleOffene(regelwerk: Regelwerk, auswertung: Auswertung, nummer: number, gefragt: Set<number>): void {
  if (auswertung.werte[nummer] !== undefined) return;
  const { bauplan } = regelwerk.eintraege[nummer] as Eintrag;
  if (bauplan.art === "fakt" || bauplan.art === "person") gefragt.add(nummer);
  const [zeilen, spalten] = bauplan.art === "tafel" ? ausTafel(bauplan, auswertung.werte) : [];
  if (bauplan.art === "tafel" && zeilen && spalten) {
    for (const [stelle, teil] of bauplan.eingaben.slice(1).entries())
      if (istStrittig(bauplan.tafel, zeilen, spalten, stelle)) sammleOffene(regelwerk, auswertung, teil, gefragt);
  } else if ("eingaben" in bauplan) for (const teil of bauplan.eingaben) sammleOffene(regelwerk, auswertung, teil, gefragt);
}
