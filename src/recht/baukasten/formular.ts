import type { IsoDatum } from "#kalender";
import { type Felder, mitOptionen, type WerteVon } from "./feld.ts";
import { eintraegeVon, type Formulareingaben, istListeVollstaendig, istWaehlbar, liesListe, zeigeEintrag } from "./liste.ts";

export type Seite<F> = { titel: string; einleitung?: string; felder: F };
/** Answers by page and field. A page that was never sent is missing; an optional field left empty as well. */
export type AntwortenVon<S> = { [P in keyof S]?: S[P] extends Seite<infer F> ? WerteVon<F> : never };
export type Antworten = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

export type Uebergang<A, P extends string> =
  | P
  | readonly ({ wenn: (antworten: A, heute: IsoDatum) => boolean; nach: P } | { nach: P })[];

/** Stands for the summary, which follows the last page. */
export const ENDE = "ende";

export type Formular = {
  start: string;
  seiten: Readonly<Record<string, Seite<Felder>>>;
  /** The pages that these answers lead through, from the first to the last that can be known. */
  pfad(antworten: Antworten, heute: IsoDatum): string[];
  /** The path, and beyond the first open page the way it would go on if nothing special is answered: for showing progress. */
  ausblick(antworten: Antworten, heute: IsoDatum): string[];
  /** Only the answers on the path: a decision never uses an answer the person can no longer see. */
  stutze(antworten: Antworten, heute: IsoDatum): Antworten;
  naechste(seite: string, antworten: Antworten, heute: IsoDatum): string | undefined;
  vorherige(seite: string, antworten: Antworten, heute: IsoDatum): string | undefined;
  /** The first page on the path whose answers are missing or wrong; undefined: complete. */
  ersteOffene(antworten: Antworten, heute: IsoDatum): string | undefined;
  pruefeSeite(seite: string, roh: Formulareingaben, bisher: Antworten): Pruefung;
  /** The fields of a page, with the options that follow from earlier answers. */
  felder(seite: string, antworten: Antworten): Felder;
  zusammenfassung(antworten: Antworten, heute: IsoDatum): Zusammenfassung[];
};
export type Pruefung = { ok: true; werte: Record<string, unknown> } | { ok: false; fehler: Record<string, string> };
export type Zusammenfassung = { seite: string; titel: string; zeilen: { feld: string; label: string; wert: string }[] };

/**
 * A form is a graph of pages with guarded transitions; path, progress, back and next, pruning and summary are derived.
 * @throws at definition where a page cannot be reached, a transition leads nowhere, has no last unguarded way, or runs in a circle
 */
export function defineFormular<const S extends Readonly<Record<string, Seite<Felder>>>>(angaben: {
  start: keyof S & string;
  seiten: S;
  uebergaenge: { [P in keyof S]: Uebergang<AntwortenVon<S>, (keyof S & string) | typeof ENDE> };
}): Formular & { typ?: AntwortenVon<S> } {
  const { start, seiten } = angaben;
  const uebergaenge = angaben.uebergaenge as Readonly<Record<string, Uebergang<Antworten, string>>>;
  pruefeGraph(start, seiten, uebergaenge);
  pruefeFelder(seiten);

  const folgt = (seite: string, antworten: Antworten, heute: IsoDatum): string => {
    const uebergang = uebergaenge[seite];
    if (uebergang === undefined) return ENDE;
    if (typeof uebergang === "string") return uebergang;
    return uebergang.find((weg) => !("wenn" in weg) || weg.wenn(antworten, heute))?.nach ?? ENDE;
  };
  const felderDer = (seite: string, antworten: Antworten): Felder =>
    Object.fromEntries(Object.entries(seiten[seite]?.felder ?? {}).map(([name, feld]) => [name, mitOptionen(feld, antworten)]));
  const istVollstaendig = (seite: string, antworten: Antworten) => {
    const werte = antworten[seite];
    if (!werte) return false;
    return Object.entries(felderDer(seite, antworten)).every(([name, feld]) =>
      feld.liste
        ? istListeVollstaendig(feld.liste, werte[name])
        : (!feld.pflicht || istAngegeben(werte[name])) && istWaehlbar(feld, werte[name]),
    );
  };

  /** Guards see only what stands on the path so far: answers of pages left behind must not steer. */
  function gehe(
    antworten: Antworten,
    heute: IsoDatum,
  ): {
    pfad: string[];
    gestutzt: Record<string, Readonly<Record<string, unknown>>>;
    offen: string | undefined;
  } {
    const pfad: string[] = [];
    const gestutzt: Record<string, Readonly<Record<string, unknown>>> = {};
    for (let seite: string = start; seite !== ENDE; seite = folgt(seite, gestutzt, heute)) {
      pfad.push(seite);
      const werte = antworten[seite];
      if (werte) gestutzt[seite] = werte;
      if (!istVollstaendig(seite, antworten)) return { pfad, gestutzt, offen: seite };
    }
    return { pfad, gestutzt, offen: undefined };
  }

  return {
    start,
    seiten,
    felder: felderDer,
    pfad: (antworten, heute) => gehe(antworten, heute).pfad,
    ausblick(antworten, heute) {
      const { pfad, gestutzt } = gehe(antworten, heute);
      const weiter = [...pfad];
      for (let seite = folgt(pfad.at(-1) ?? start, gestutzt, heute); seite !== ENDE; seite = folgt(seite, gestutzt, heute))
        if (!weiter.includes(seite)) weiter.push(seite);
      return weiter;
    },
    stutze: (antworten, heute) => gehe(antworten, heute).gestutzt,
    ersteOffene: (antworten, heute) => gehe(antworten, heute).offen,
    naechste(seite, antworten, heute) {
      const { pfad } = gehe(antworten, heute);
      return pfad[pfad.indexOf(seite) + 1];
    },
    vorherige(seite, antworten, heute) {
      const { pfad } = gehe(antworten, heute);
      const stelle = pfad.indexOf(seite);
      return stelle > 0 ? pfad[stelle - 1] : undefined;
    },
    pruefeSeite(seite, roh, bisher) {
      const werte: Record<string, unknown> = {};
      const fehler: Record<string, string> = {};
      for (const [name, feld] of Object.entries(felderDer(seite, bisher))) {
        if (feld.art === "anlage") {
          const anlagen = bisher[seite]?.[name];
          if (istAngegeben(anlagen)) werte[name] = anlagen;
          else if (feld.pflicht) fehler[name] = "Bitte laden Sie mindestens ein Dokument hoch.";
          continue;
        }
        if (feld.liste) {
          const gelesen = liesListe(name, feld.label, feld.liste, roh);
          Object.assign(fehler, gelesen.fehler);
          werte[name] = gelesen.werte;
          continue;
        }
        const gelesen = feld.lies(roh[name]);
        if (!gelesen.ok) fehler[name] = gelesen.fehler;
        else if (gelesen.wert !== undefined) werte[name] = gelesen.wert;
      }
      return Object.keys(fehler).length > 0 ? { ok: false, fehler } : { ok: true, werte };
    },
    zusammenfassung: (antworten, heute) =>
      gehe(antworten, heute).pfad.map((seite) => {
        const { titel, felder } = seiten[seite] as Seite<Felder>;
        const zeilen = Object.entries(felder).flatMap(([name, feld]) => zeilenFuer(name, feld, antworten[seite]?.[name]));
        return { seite, titel, zeilen };
      }),
  };
}

/** One line a field, and of a list one line an entry. */
function zeilenFuer(name: string, feld: Felder[string], wert: unknown): Zusammenfassung["zeilen"] {
  const { liste, label } = feld;
  const eintraege = liste ? eintraegeVon(wert) : [];
  if (liste && eintraege.length > 0)
    return eintraege.map((werte, nummer) => ({
      feld: name,
      label: `${liste.einzahl} ${nummer + 1}`,
      wert: zeigeEintrag(liste.eintrag, werte) || "Keine Angabe",
    }));
  return [{ feld: name, label, wert: istAngegeben(wert) ? feld.zeige(wert as never) : "Keine Angabe" }];
}

const istAngegeben = (wert: unknown) => wert !== undefined && !(Array.isArray(wert) && wert.length === 0);

/** Names that the buttons of a page have, and the dot that tells the inputs of a list apart. */
const vergeben = new Set(["entferne", "hochladen", "mehr", "weniger"]);
function pruefeFelder(seiten: Readonly<Record<string, Seite<Felder>>>): void {
  for (const [seite, { felder }] of Object.entries(seiten)) {
    const namen = Object.entries(felder).flatMap(([name, { liste }]) => [name, ...Object.keys(liste?.eintrag ?? {})]);
    const falsch = namen.find((name) => vergeben.has(name) || name.includes("."));
    for (const feld of Object.values(felder))
      for (const { aus, label } of [feld, ...Object.values(feld.liste?.eintrag ?? {})])
        if (aus && !seiten[aus.seite]?.felder[aus.liste]?.liste)
          throw new Error(`Formular: „${label}“ wählt aus „${aus.seite}.${aus.liste}“, und das ist keine Liste.`);
    if (falsch) throw new Error(`Formular: ein Feld der Seite „${seite}“ kann nicht „${falsch}“ heißen.`);
    const arten = new Set(Object.values(felder).map(({ art }) => art));
    // Whoever uploads or removes a document comes back to the stored page, and would lose the entries just typed.
    if (arten.has("liste") && arten.has("anlage"))
      throw new Error(`Formular: „${seite}“ hat Liste und Anlage; bitte auf zwei Seiten verteilen.`);
  }
}

function pruefeGraph(
  start: string,
  seiten: Readonly<Record<string, unknown>>,
  uebergaenge: Readonly<Record<string, Uebergang<Antworten, string>>>,
): void {
  const ziele = (seite: string): string[] => {
    const uebergang = uebergaenge[seite];
    if (uebergang === undefined) throw new Error(`Formular: von „${seite}“ führt kein Weg weiter.`);
    if (typeof uebergang === "string") return [uebergang];
    const letzter = uebergang.at(-1);
    if (!letzter || "wenn" in letzter) throw new Error(`Formular: der letzte Weg von „${seite}“ muss ohne Bedingung sein.`);
    if (uebergang.slice(0, -1).some((weg) => !("wenn" in weg)))
      throw new Error(`Formular: hinter einem Weg ohne Bedingung steht bei „${seite}“ noch einer.`);
    return uebergang.map((weg) => weg.nach);
  };
  if (Object.hasOwn(seiten, ENDE)) throw new Error(`Formular: „${ENDE}“ ist keine Seite, sondern ihr Ende.`);
  const fertig = new Set<string>();
  const besuche = (seite: string, weg: readonly string[]): void => {
    if (seite === ENDE) return;
    if (!Object.hasOwn(seiten, seite)) throw new Error(`Formular: die Seite „${seite}“ gibt es nicht.`);
    if (weg.includes(seite)) throw new Error(`Formular: die Seiten laufen im Kreis: ${[...weg, seite].join(" → ")}.`);
    if (fertig.has(seite)) return;
    for (const ziel of ziele(seite)) besuche(ziel, [...weg, seite]);
    fertig.add(seite);
  };
  besuche(start, []);
  const fehlend = Object.keys(seiten).filter((seite) => !fertig.has(seite));
  if (fehlend.length > 0) throw new Error(`Formular: zu diesen Seiten führt kein Weg: ${fehlend.join(", ")}.`);
}
