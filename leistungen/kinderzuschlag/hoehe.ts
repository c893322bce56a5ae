import { rundeKaufmaennisch } from "#geld";
import { monatVon } from "#kalender";
import { bedarfEltern, familiengroesse, zuschlagskinder } from "./bedarf.ts";
import { einkommenEltern, erwerbseinkommen } from "./einkommen.ts";
import { ersterMonat, r, vermoegen } from "./fakten.ts";
import { anrechnungEltern, anrechnungKind, hoechstbetrag, vermoegensfreibetrag } from "./parameter.ts";

// § 6a Abs. 2 and 3 BKGG: for each child the maximum, less 45 percent of the child's own income; a child has never less than nothing.
const hoechst = r.parameter(hoechstbetrag, "§ 6a Abs. 2 BKGG");
const satzKind = r.parameter(anrechnungKind, "§ 6a Abs. 3 Satz 3 BKGG");
export const hoechstensFuerAlle = r.rechne(
  "Höchstbetrag für alle Kinder",
  "§ 6a Abs. 2 BKGG",
  { hoechst, zuschlagskinder },
  (f): number => f.hoechst * f.zuschlagskinder.length,
);
export const minderungKinder = r.rechne(
  "abzüglich Einkommen der Kinder (45 Prozent)",
  "§ 6a Abs. 3 BKGG",
  { hoechst, zuschlagskinder, satzKind },
  (f) =>
    0 -
    rundeKaufmaennisch(
      f.zuschlagskinder.reduce((summe, kind) => summe + Math.min(f.hoechst * 100, kind.einkommenCent * f.satzKind), 0),
      100,
    ),
);

// § 6a Abs. 6 BKGG: income above the need counts as earned first, 45 percent of it; other income above counts in full.
const ueberschuss = r.rechne("Einkommen über dem Bedarf der Eltern", "§ 6a Abs. 6 BKGG", { einkommenEltern, bedarfEltern }, (f) =>
  Math.max(0, f.einkommenEltern - f.bedarfEltern),
);
const satzEltern = r.parameter(anrechnungEltern, "§ 6a Abs. 6 Satz 3 BKGG");
export const minderungErwerb = r.rechne(
  "abzüglich Erwerbseinkommen über dem Bedarf (45 Prozent)",
  "§ 6a Abs. 6 Satz 2 und 3 BKGG",
  { ueberschuss, erwerbseinkommen, satzEltern },
  (f) => 0 - rundeKaufmaennisch(Math.min(f.ueberschuss, f.erwerbseinkommen) * f.satzEltern, 100),
);
export const minderungAnderes = r.rechne(
  "abzüglich anderes Einkommen über dem Bedarf",
  "§ 6a Abs. 6 Satz 4 BKGG",
  { ueberschuss, erwerbseinkommen },
  (f) => 0 - Math.max(0, f.ueberschuss - f.erwerbseinkommen),
);
export const nachEinkommen = r.rechne(
  "Kinderzuschlag nach Einkommen",
  "§ 6a Abs. 2 bis 6 BKGG",
  { hoechstensFuerAlle, minderungKinder, minderungErwerb, minderungAnderes },
  (f) => Math.max(0, f.hoechstensFuerAlle + f.minderungKinder + f.minderungErwerb + f.minderungAnderes),
);

// § 6a Abs. 3 Satz 5 to 7, Abs. 6: only considerable wealth counts, and only in the first month; if it is more than the claim, there is none.
const freibetrag = r.parameter(vermoegensfreibetrag, "§ 6a Abs. 3 Satz 5 BKGG, § 12 Abs. 4 SGB II");
const zuVielVermoegen = r.rechne(
  "Vermögen über der Grenze",
  "§ 6a Abs. 3 Satz 5 BKGG",
  { vermoegen, freibetrag, familiengroesse },
  (f) => Math.max(0, f.vermoegen - f.freibetrag.erste - (f.familiengroesse - 1) * f.freibetrag.weitere),
);
export const vermoegenLaesstUebrig = r.knoten(
  "Vermögen unter der Grenze",
  "§ 6a Abs. 3 Satz 6 BKGG",
  { zuVielVermoegen, nachEinkommen },
  (f) => f.zuVielVermoegen <= f.nachEinkommen,
  { ja: "", nein: "Ihr Vermögen ist höher als die Grenze von 40.000 Euro und 15.000 Euro für jede weitere Person." },
);
export const minderungVermoegen = r.rechne(
  "abzüglich Vermögen, im ersten Monat",
  "§ 6a Abs. 3 Satz 7 BKGG",
  { zuVielVermoegen, ersterMonat },
  (f, tag) => (monatVon(tag) === f.ersterMonat ? 0 - f.zuVielVermoegen : 0),
);
export const vorRundung = r.rechne("Kinderzuschlag vor Rundung", "§ 6a BKGG", { nachEinkommen, minderungVermoegen }, (f) =>
  Math.max(0, f.nachEinkommen + f.minderungVermoegen),
);
export const auszuzahlen = r.runde(
  "Kinderzuschlag, auf volle Euro gerundet",
  "§ 11 Abs. 2 BKGG",
  vorRundung,
  (cent) => rundeKaufmaennisch(cent, 100) * 100,
);
export const bleibtEtwas = r.knoten(
  "Kinderzuschlag bleibt übrig",
  "§ 6a Abs. 6 BKGG",
  { nachEinkommen },
  (f) => rundeKaufmaennisch(f.nachEinkommen, 100) > 0,
  {
    ja: "",
    nein: "Ihr Einkommen oder das der Kinder ist dafür zu hoch.",
  },
);
