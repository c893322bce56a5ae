import type { Formular } from "./formular.ts";
import type { Nachweis } from "./nachweis.ts";

/** Where a piece of evidence can come from. `kuenftig`: a register that exists or is planned in Germany but is not connected here yet. */
export type Belegweg =
  | { art: "register"; nachweis: string }
  | { art: "kuenftig"; register: string }
  | { art: "hochladen"; seite: string }
  | { art: "angabe"; seite: string };

/** A piece of evidence that the law can demand, e.g. the Geburtsurkunde, and who could deliver it, the best way first. */
export type Beleg = { titel: string; wofuer: string; norm: string; wege: readonly Belegweg[] };

/** @throws where a way leads to no Nachweis of the Leistung, to no page, or to a page on which nothing can be uploaded */
export function pruefeBelege(
  leistung: string,
  belege: Readonly<Record<string, Beleg>>,
  nachweise: Readonly<Record<string, Nachweis>>,
  { seiten }: Formular,
): void {
  for (const { titel, wege } of Object.values(belege)) {
    const falsch = (was: string) => new Error(`${leistung}: der Beleg „${titel}“ ${was}.`);
    if (wege.length === 0) throw falsch("hat keinen Weg zu uns");
    for (const weg of wege) {
      if (weg.art === "register" && !Object.hasOwn(nachweise, weg.nachweis))
        throw falsch(`kommt aus „${weg.nachweis}“, das ist kein Nachweis`);
      if ("seite" in weg && !Object.hasOwn(seiten, weg.seite)) throw falsch(`steht auf „${weg.seite}“, das ist keine Seite`);
      if (weg.art === "hochladen" && !Object.values(seiten[weg.seite]?.felder ?? {}).some((feld) => feld.art === "anlage"))
        throw falsch(`wird auf „${weg.seite}“ hochgeladen, dort geht das nicht`);
    }
  }
}

/** The ways in words, the best first. */
export function belegwege({ wege }: Beleg, nachweise: Readonly<Record<string, Nachweis>>, { seiten }: Formular): string[] {
  return wege.map((weg) => {
    switch (weg.art) {
      case "register":
        return `Wir fragen: ${nachweise[weg.nachweis]?.registerName ?? weg.nachweis}.`;
      case "kuenftig":
        return `Noch nicht angeschlossen: ${weg.register}.`;
      case "hochladen":
        return `Sie laden ihn hoch, auf der Seite „${seiten[weg.seite]?.titel ?? weg.seite}“.`;
      case "angabe":
        return "Ihre Angabe reicht.";
    }
  });
}
