import type { Kontext, Mandantenrecht, Nachweisstaende, Nachweisstand } from "#baukasten";
import { createBatcher, type Db, type Tx } from "#db";
import type { Land } from "#kalender";
import type { Mandant } from "#tenants";
import { findGanzeVorgaenge, type GanzerVorgang, type Inhalt, type Schritt } from "#vorgaenge";

/** All that is known of a Vorgang: its state, its log, the people involved. */
export type Akte = GanzerVorgang & { eingang: Inhalt<"eingegangen"> };

export const findAkte = async (tx: Tx, vorgangId: string): Promise<Akte | undefined> =>
  (await findAkten(tx, [vorgangId])).get(vorgangId);

/** Files of many Vorgaenge in one round trip. Missing: unknown, or its content deleted by its retention rule. */
export async function findAkten(tx: Tx, vorgangIds: readonly string[]): Promise<Map<string, Akte>> {
  const akten = new Map<string, Akte>();
  for (const [id, vorgang] of await findGanzeVorgaenge(tx, vorgangIds)) {
    const eingang = letzter(vorgang.schritte, "eingegangen");
    if (eingang) akten.set(id, { ...vorgang, eingang });
  }
  return akten;
}

/** A Vorgang, as jobs name it. */
export type Vorgangsstelle = { mandantId: number; vorgangId: string };

/** Opens files for whoever asks at the same time in one transaction. */
export const createAktenleser = (db: Db) =>
  createBatcher<Vorgangsstelle, Akte | undefined>({
    keyOf: ({ mandantId }) => mandantId,
    run: (stellen, mandant) =>
      db.inTransaction({ mandant }, async (tx) => {
        const vorgangIds = stellen.map(({ vorgangId }) => vorgangId);
        const akten = await findAkten(tx, vorgangIds);
        return vorgangIds.map((id) => akten.get(id));
      }),
  });

/** The file as it is after steps that were appended to it, without reading it again: whoever writes next is held to its number. */
export const mitSchritten = (
  akte: Akte,
  { nummer, stand, schritte }: Pick<Akte, "nummer" | "stand"> & { schritte: readonly Schritt[] },
): Akte => ({
  ...akte,
  nummer,
  stand,
  schritte: [...akte.schritte, ...schritte],
});

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
