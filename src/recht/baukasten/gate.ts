import type { Rechtsnatur } from "./entscheidung.ts";
import type { Eintrag } from "./knoten.ts";
import type { Regelwerk } from "./regelwerk.ts";

/**
 * `jeMandant`: Land law or a Satzung permits it to some; the Mandant names the norm, and without one a person decides. `ablehnung`: why only
 * grants are automatic, where a statute leaves to a person what the machine cannot grant.
 */
export type Automatik = { erlaubt: true; norm: string; ablehnung?: string } | { erlaubt: "jeMandant" } | { erlaubt: false };
export type Rechtsgebiet = "SGB X" | "VwVfG" | "AO";

/** What permits a fully automatic act by itself. Under the VwVfG a statute of the field must (§ 35a VwVfG). */
const erlaubtVonSichAus: Record<Rechtsgebiet, string | undefined> = {
  "SGB X": "§ 31a SGB X",
  AO: "§ 155 Abs. 4 AO",
  VwVfG: undefined,
};

/** Whether a norm can permit it at all. § 35a VwVfG speaks of administrative acts and permits none; a record or a receipt is none. */
export function normErlaubtAutomatik(
  rechtsgebiet: Rechtsgebiet,
  norm: string,
  rechtsnatur: Rechtsnatur = "verwaltungsakt",
): boolean {
  const genannt = norm.replace(/\s+/g, " ").trim();
  const vonSichAus = rechtsnatur === "bescheinigung" || erlaubtVonSichAus[rechtsgebiet] !== undefined;
  return genannt !== "" && (vonSichAus || !genannt.includes("35a VwVfG"));
}

/** @throws where a service that calls itself automatic may not be, naming the node and the norm */
export function pruefeGate(
  name: string,
  rechtsgebiet: Rechtsgebiet,
  automatik: Automatik,
  regelwerk: Regelwerk,
  rechtsnatur: Rechtsnatur = "verwaltungsakt",
): void {
  if (!automatik.erlaubt) return;
  if (rechtsnatur === "hinweis") throw new Error(`${name}: ein Hinweis entscheidet nichts, auch nicht automatisch.`);
  if (automatik.erlaubt === true && !normErlaubtAutomatik(rechtsgebiet, automatik.norm, rechtsnatur))
    throw new Error(
      rechtsnatur === "verwaltungsakt" && erlaubtVonSichAus[rechtsgebiet] === undefined
        ? `${name}: § 35a VwVfG erlaubt einen vollautomatischen Bescheid nur, wenn ein Fachgesetz ihn zulässt; keines ist genannt.`
        : `${name}: will automatisch entscheiden und nennt keine Norm, die das erlaubt.`,
    );
  const sperre = [regelwerk.anspruch, regelwerk.betrag, regelwerk.gebuehr]
    .map((ziel) => ziel && sperrtAllePfade(regelwerk, ziel.nummer, true))
    .find((each) => each !== undefined);
  if (sperre)
    throw new Error(
      `${name}: darf nicht automatisch entscheiden. Jeder Weg zur Bewilligung braucht „${sperre.knoten.titel}“ (${sperre.knoten.art}, ${sperre.knoten.norm}), und das entscheidet ein Mensch.`,
    );
}

/** The node of discretion or judgement without which this one can never reach the wanted value; undefined where a way without exists. */
function sperrtAllePfade(regelwerk: Regelwerk, nummer: number, gewollt: boolean): Eintrag | undefined {
  const eintrag = regelwerk.eintraege[nummer] as Eintrag;
  const { bauplan } = eintrag;
  if (bauplan.art === "person") return eintrag;
  if (bauplan.art === "nicht") return sperrtAllePfade(regelwerk, bauplan.eingaben[0], !gewollt);
  if (!("eingaben" in bauplan)) return undefined;
  // A function takes what it is given: an input blocks it only where neither of its values comes about without a person.
  const nimmt = bauplan.art !== "alle" && bauplan.art !== "eine";
  const sperren = bauplan.eingaben.map((teil) => {
    const sperre = sperrtAllePfade(regelwerk, teil, gewollt);
    return nimmt && sperre ? sperrtAllePfade(regelwerk, teil, !gewollt) && sperre : sperre;
  });
  const brauchtAlle = nimmt || (bauplan.art === "alle") === gewollt;
  return brauchtAlle
    ? sperren.find((sperre) => sperre !== undefined)
    : sperren.every((sperre) => sperre !== undefined)
      ? sperren[0]
      : undefined;
}
