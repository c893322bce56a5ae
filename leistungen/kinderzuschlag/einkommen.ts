import { rundeKaufmaennisch } from "#geld";
import { alterAm } from "#kalender";
import { familienkinder } from "./bedarf.ts";
import { alleinerziehend, anderesEinkommen, type Erwerb, erwerb, r } from "./fakten.ts";
import { type Absetzung, absetzung, mindesteinkommen } from "./parameter.ts";

// § 6a Abs. 1 Nr. 2 BKGG: gross, without deductions.
const mindestsatz = r.parameter(mindesteinkommen, "§ 6a Abs. 1 Nr. 2 BKGG");
const brutto = r.rechne("Bruttoeinkommen der Eltern", "§ 6a Abs. 1 Nr. 2 BKGG", { erwerb, anderesEinkommen }, (f) =>
  f.erwerb.reduce((summe, each) => summe + each.bruttoCent, f.anderesEinkommen),
);
export const genugEinkommen = r.knoten(
  "Mindesteinkommen erreicht",
  "§ 6a Abs. 1 Nr. 2 BKGG",
  { brutto, mindestsatz, alleinerziehend },
  (f) => f.brutto >= (f.alleinerziehend ? f.mindestsatz.alleinerziehend : f.mindestsatz.paar),
  {
    ja: "Ihr Einkommen erreicht das Mindesteinkommen (Paare 900 Euro, Alleinerziehende 600 Euro brutto im Monat).",
    nein: "Ihr Einkommen liegt unter dem Mindesteinkommen (Paare 900 Euro, Alleinerziehende 600 Euro brutto im Monat). Fragen Sie beim Jobcenter nach Grundsicherung.",
  },
);

// §§ 11, 11b SGB II: what counts of it.
const absetzsaetze = r.parameter(absetzung, "§ 11b Abs. 2 und 3 SGB II");
const mitMinderjaehrigem = r.knoten(
  "Mit minderjährigem Kind",
  "§ 11b Abs. 3 Satz 3 SGB II",
  { familienkinder, absetzsaetze },
  (f, tag) => f.familienkinder.some((kind) => alterAm(kind.geburtsdatum, tag) < f.absetzsaetze.minderjaehrigUnter),
);
const absetzungen = r.rechne("Absetzbeträge", "§ 11b Abs. 2 und 3 SGB II", { erwerb, absetzsaetze, mitMinderjaehrigem }, (f) =>
  f.erwerb.map((each) => each.absetzungenCent ?? absetzungenVon(each, f.absetzsaetze, f.mitMinderjaehrigem)),
);
export const absetzbetraege = r.rechne("Summe der Absetzbeträge", "§ 11b Abs. 2 und 3 SGB II", { absetzungen }, (f) =>
  f.absetzungen.reduce((summe, each) => summe + each, 0),
);
export const erwerbseinkommen = r.rechne(
  "Erwerbseinkommen nach Absetzbeträgen",
  "§ 6a Abs. 5 BKGG, §§ 11, 11b SGB II",
  { erwerb, absetzungen },
  (f) => f.erwerb.reduce((summe, each, stelle) => summe + Math.max(0, each.nettoCent - (f.absetzungen[stelle] ?? 0)), 0),
);
export const einkommenEltern = r.rechne(
  "Einkommen der Eltern",
  "§ 6a Abs. 5 BKGG",
  { erwerbseinkommen, anderesEinkommen },
  (f) => f.erwerbseinkommen + f.anderesEinkommen,
);

/** The base, then of each step's part of the gross wage its share; a minor child lifts the last limit. */
function absetzungenVon({ bruttoCent }: Erwerb, saetze: Absetzung, mitMinderjaehrigem: boolean): number {
  let von = saetze.grundCent;
  let hundertstel = 0;
  for (const [stelle, stufe] of saetze.stufen.entries()) {
    const letzte = stelle === saetze.stufen.length - 1;
    const bis = letzte && mitMinderjaehrigem ? saetze.letzteMitKindCent : stufe.bisCent;
    hundertstel += Math.max(0, Math.min(bruttoCent, bis) - von) * stufe.prozent;
    von = bis;
  }
  return Math.min(bruttoCent, saetze.grundCent) + rundeKaufmaennisch(hundertstel, 100);
}
