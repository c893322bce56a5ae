import type { Kontext, Mandantenrecht, Nachweisstaende, Nachweisstand } from "#baukasten";
import type { Tx } from "#db";
import type { Land } from "#kalender";
import type { Mandant } from "#tenants";
import { type Beteiligter, findGanzenVorgang, type Inhalt, type Schritt, type StandZeile } from "#vorgaenge";

/** All that is known of a Vorgang: its state, its log, the people involved. */
export type Akte = StandZeile & { schritte: Schritt[]; beteiligte: Beteiligter[]; eingang: Inhalt<"eingegangen"> };

export async function findAkte(tx: Tx, vorgangId: string): Promise<Akte | undefined> {
  const vorgang = await findGanzenVorgang(tx, vorgangId);
  const eingang = vorgang && letzter(vorgang.schritte, "eingegangen");
  // Content deleted by its retention rule: the Vorgang is known, its file is gone.
  return eingang && { ...vorgang, eingang };
}

/** Content of the last step of a kind that still has it. */
export function letzter<A extends Schritt["art"]>(schritte: readonly Schritt[], art: A): Inhalt<A> | undefined {
  const schritt = schritte.findLast((each) => each.art === art && each.daten !== null);
  return schritt ? (schritt.daten as Inhalt<A>) : undefined;
}

/** What the log says of each Nachweis; the latest answer counts. */
export function nachweiseAus(schritte: readonly Schritt[]): Nachweisstaende {
  const staende: Record<string, Nachweisstand> = {};
  for (const { art, daten } of schritte) {
    if (daten === null) continue;
    if (art === "nachweisErhalten")
      staende[daten.nachweis] =
        daten.ergebnis === "gefunden"
          ? { art: "gefunden", daten: daten.daten ?? {}, stand: daten.stand }
          : { art: "keinEintrag", stand: daten.stand };
    if (art === "nachweisVerweigert") staende[daten.nachweis] = { art: "verweigert", grund: daten.grund };
    if (art === "nachweisNichtErreichbar") staende[daten.nachweis] = { art: "nichtErreichbar", grund: daten.grund };
  }
  return staende;
}

/** The Mandant as far as the law of a case depends on it. */
export const mandantenrecht = ({ schluessel, name, land, einstellungen }: Mandant): Mandantenrecht => ({
  schluessel,
  name,
  land: land as Land,
  satzungen: einstellungen.satzungen,
  automatik: einstellungen.automatik,
});

export const kontextAus = (akte: Akte, mandant: Mandant): Kontext => ({
  antworten: akte.eingang.antworten as Kontext["antworten"],
  antragsteller: akte.eingang.antragsteller,
  eingegangenAm: akte.eingang.eingegangenAm,
  nachweise: nachweiseAus(akte.schritte),
  mandant: mandantenrecht(mandant),
});
