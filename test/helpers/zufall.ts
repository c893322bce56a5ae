import fc from "fast-check";
import { defineFormular, ENDE, feld, type Kontext, type Leistung, type Mandantenrecht, saetzeVon } from "#baukasten";
import { mandantenrecht } from "#bearbeitung";
import { istDatum, plusTage } from "#kalender";
import type { Mandant } from "#tenants";
import { demoMandanten } from "../../demo/mandanten.ts";

/** The town hall of the demo, for Leistungen whose figures or permits are the Mandant's. */
export const musterstadt = { id: 1, ...demoMandanten[0] } as Mandant;
export const recht: Mandantenrecht = mandantenrecht(musterstadt);

const leer = defineFormular({
  start: "seite",
  seiten: { seite: { titel: "Seite", felder: { nichts: feld.jaNein({ label: "Nichts" }) } } },
  uebergaenge: { seite: ENDE },
});

/**
 * The Leistung judged by facts alone: no form, no evidence that somebody would have to ask for. What the facts are is the case's business
 * (`kontextMit`); rules, periods, figures and gate are those of the Leistung.
 */
export const nurRegeln = (leistung: Leistung): Leistung => ({
  ...leistung,
  formular: leer,
  nachweise: {},
  sachverhalt: ({ antworten }) => ({
    fakten: Object.fromEntries(
      Object.entries(antworten.fakten ?? {}).map(([name, wert]) => [
        name,
        { wert, herkunft: { quelle: "Ihre Angabe", stand: null } },
      ]),
    ),
    vonHand: [],
  }),
});

export const kontextMit = (fakten: Readonly<Record<string, unknown>>, eingegangenAm = "2026-03-10"): Kontext => ({
  antworten: { fakten },
  nachweise: {},
  antragsteller: { idnr: "12345678911", vornamen: "Anna", nachname: "Beispiel" },
  eingegangenAm,
  mandant: recht,
});

/** Any facts of the rules, by what their samples look like; what has no simple type takes its samples. */
export function faktenVon({ regelwerk }: Leistung): fc.Arbitrary<Record<string, unknown>> {
  const felder = regelwerk.eintraege.flatMap(({ bauplan }): [string, fc.Arbitrary<unknown>][] =>
    bauplan.art === "fakt" ? [[bauplan.name, wertWie(bauplan.name, bauplan.angaben.proben, bauplan.angaben.aenderbar)]] : [],
  );
  return fc.record(Object.fromEntries(felder), { noNullPrototype: true }) as fc.Arbitrary<Record<string, unknown>>;
}

const tag = fc.oneof(
  fc.integer({ min: 0, max: 36_000 }).map((tage) => plusTage("1930-01-01", tage)),
  fc.integer({ min: 0, max: 1_500 }).map((tage) => plusTage("2023-01-01", tage)),
);

function wertWie(name: string, proben: readonly unknown[], aenderbar: unknown): fc.Arbitrary<unknown> {
  const andere = Array.isArray(aenderbar) ? aenderbar : [];
  const feste = fc.constantFrom(...proben, ...andere);
  const [erste] = proben;
  if (typeof erste === "boolean") return fc.boolean();
  if (typeof erste === "string" && istDatum(erste)) return fc.oneof(feste, tag);
  // A number is an amount by its name; any other may be a code that only its samples know.
  if (typeof erste === "number" && name.endsWith("Cent")) return fc.oneof(feste, fc.integer({ min: 0, max: 1_000_000 }));
  return feste;
}

/** The facts that the period, or the day that is judged, is taken from: those that the Leistung looks at to find it. */
export function zeitfakten(
  leistung: Leistung,
  fakten: Readonly<Record<string, unknown>>,
  eingegangenAm = "2026-03-10",
): Set<string> {
  const gelesen = new Set<string>();
  const beobachtet = new Proxy(fakten, {
    get: (ziel, name) => {
      if (typeof name === "string") gelesen.add(name);
      return Reflect.get(ziel, name);
    },
  });
  if (leistung.ergebnis === "einmalig") leistung.stichtag?.(beobachtet, eingegangenAm);
  else leistung.zeitraum(beobachtet, eingegangenAm, saetzeVon(leistung));
  return gelesen;
}
