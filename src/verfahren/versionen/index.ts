/** Versions of a Leistung: known by what they say and run, released by two people of each Mandant before they decide. */
export { type Beruehrung, type Beruehrungen, findBeruehrungen } from "./beruehrungen.ts";
export { type Freigabeeintrag, type Freigabestand, standAus } from "./freigabe.ts";
export { type Freigabeergebnis, type Freigabewunsch, findFreigabestand } from "./gib-frei.ts";
export { findDokument, listeAlleFreigaben, listeFreigaben, listeVersionen, type Versionszeile } from "./store.ts";
export { kurzform, laufendeVersion, type Version } from "./version.ts";
export { createVersionen, type Versionen } from "./versionen.ts";
