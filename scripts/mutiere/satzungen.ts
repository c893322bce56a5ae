import type { Leistung, Satzung } from "#baukasten";
import { blaetter, type Mutant, mit, schritte, type Weg } from "./mutanten.ts";

type Form = Satzung<unknown>["form"];
type Offen = { form: Form };
/** A Satzung, as `r.satzung` and the facts read it: whatever a case says passes through its form. */
type Beobachtet = { satzung: Satzung<unknown>; wege: Map<string, { weg: Weg; wert: unknown; ganz: unknown }> };

/** Reads what a case says, and hands on what `aendere` makes of it. The form itself stays: a mutant need not be one it would accept. */
function mitForm(satzung: Satzung<unknown>, aendere: (wert: unknown) => unknown): () => void {
  const offen = satzung as Offen;
  const echt = offen.form;
  offen.form = {
    parse: (wert: unknown) => aendere(echt.parse(wert)),
    safeParse(wert: unknown) {
      const gelesen = echt.safeParse(wert);
      return gelesen.success ? { ...gelesen, data: aendere(gelesen.data) } : gelesen;
    },
  } as Form;
  return () => void (offen.form = echt);
}

/** Notes while the cases run which figures their Satzungen hold. */
export function beobachteSatzungen(leistung: Pick<Leistung, "satzungen"> | undefined): {
  mutanten(): Mutant[];
} {
  const beobachtet = (leistung?.satzungen ?? []).map((satzung) => {
    const wege: Beobachtet["wege"] = new Map();
    const zurueck = mitForm(satzung, (wert) => {
      for (const blatt of blaetter(wert)) wege.set(blatt.weg.join("."), { ...blatt, ganz: wert });
      return wert;
    });
    return { satzung, wege, zurueck };
  });
  return {
    mutanten() {
      for (const { zurueck } of beobachtet) zurueck();
      return beobachtet.flatMap(mutantenDerSatzung);
    },
  };
}

/**
 * One figure by one step, wherever a case says it. What the form refuses (two zones that overlap) is no mutant: whoever writes it into the
 * settings of a Mandant is told at once.
 */
function mutantenDerSatzung({ satzung, wege }: Beobachtet): Mutant[] {
  const geld = /^(Euro|Cent)/.test(satzung.einheit);
  return [...wege.values()].flatMap(({ weg, wert, ganz: beispiel }) => {
    const moeglich = schritte(wert, geld).map((neu, stelle) => ({ neu, stelle }));
    const denkbar = moeglich.filter(({ neu }) => satzung.form.safeParse(mit(beispiel, weg, neu)).success);
    return denkbar.map(
      ({ neu: gezeigt, stelle }): Mutant => ({
        art: "Satz",
        name: `${[satzung.schluessel, ...weg].join(".")} der Satzung: ${String(wert)} → ${String(gezeigt)}`,
        setze: () =>
          mitForm(satzung, (ganz) => {
            const blatt = blaetter(ganz).find((each) => each.weg.join(".") === weg.join("."));
            const neu = blatt && schritte(blatt.wert, geld)[stelle];
            return neu === undefined ? ganz : mit(ganz, weg, neu);
          }),
      }),
    );
  });
}
