import { bruttokaltmiete, mietstufe, mitbewohner, personen, r } from "./fakten.ts";
import { anteilFest, centAusFest } from "./fest.ts";
import { fuerGroesse, mindestmiete } from "./parameter.ts";
import { ausStaffel, heizkostenentlastung, hoechstbetraege, klimakomponente } from "./parameter-miete.ts";

export const alle = r.rechne("Zahl der Haushaltsmitglieder", "§ 5 WoGG", { personen }, (f): number => f.personen.length);
export const mitglieder = r.rechne("Zu berücksichtigende Haushaltsmitglieder", "§§ 6, 7 WoGG", { personen }, (f) =>
  f.personen.filter((person) => !person.ausgeschlossen),
);
export const anzahl = r.rechne("Zahl, nach der gerechnet wird", "§ 6 WoGG", { mitglieder }, (f): number => f.mitglieder.length);

// § 12 WoGG: what is granted at most, for all members of the household.
const hoechst = r.parameter(hoechstbetraege, "§ 12 Abs. 1, Anlage 1 WoGG");
const klima = r.parameter(klimakomponente, "§ 12 Abs. 7 WoGG");
const heizung = r.parameter(heizkostenentlastung, "§ 12 Abs. 6 WoGG");
export const hoechstbetrag = r.rechne("Höchstbetrag für die Miete", "§ 12 Abs. 1 WoGG", { hoechst, mietstufe, alle }, (f) =>
  ausStaffel(f.hoechst[f.mietstufe], f.alle),
);
export const klimabetrag = r.rechne("zuzüglich Klimakomponente", "§ 12 Abs. 7 WoGG", { klima, alle }, (f) =>
  ausStaffel(f.klima, f.alle),
);
export const heizbetrag = r.rechne("zuzüglich Entlastung bei den Heizkosten", "§ 12 Abs. 6 WoGG", { heizung, alle }, (f) =>
  ausStaffel(f.heizung, f.alle),
);

/** Fixed point: a share of others in the home need not be whole cents. */
const ohneMitbewohner = r.rechne(
  "Miete ohne den Anteil anderer Bewohner",
  "§ 11 Abs. 2 WoGG",
  { bruttokaltmiete, mitbewohner, alle },
  (f) => anteilFest(f.bruttokaltmiete, f.alle, Math.max(1, f.alle + f.mitbewohner)),
);
const begrenzt = r.rechne(
  "Miete bis zum Höchstbetrag mit Entlastung",
  "§ 11 Abs. 1, § 12 WoGG",
  { ohneMitbewohner, hoechstbetrag, klimabetrag, heizbetrag },
  (f) => Math.min(f.ohneMitbewohner, anteilFest(f.hoechstbetrag + f.klimabetrag, 1, 1)) + anteilFest(f.heizbetrag, 1, 1),
);
const mindest = r.parameter(mindestmiete, "Anlage 3 Nr. 1 WoGG");
/** `M` of the formula, fixed point. */
export const miete = r.rechne("M der Formel", "§ 11 Abs. 3 WoGG, Anlage 3 Nr. 1 WoGG", { begrenzt, anzahl, alle, mindest }, (f) =>
  Math.max(anteilVon(f.begrenzt, f.anzahl, f.alle), anteilFest(fuerGroesse(f.mindest, f.anzahl), 1, 1)),
);
/** For reading only: the formula takes `M` as it is. */
export const zuBeruecksichtigendeMiete = r.runde("Zu berücksichtigende Miete", "§ 11 WoGG", miete, centAusFest);

/** Where a member is excluded, rent, cap and relief count by heads. */
const anteilVon = (fest: number, teil: number, ganzes: number): number =>
  teil === ganzes ? fest : Number((BigInt(fest) * BigInt(teil)) / BigInt(ganzes));
