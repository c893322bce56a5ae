import { rundeKaufmaennisch } from "#geld";
import { alterAm, type IsoDatum } from "#kalender";
import { regelbedarf } from "../kinderzuschlag/parameter.ts";
import { type Einkuenfte, type Person, personen, r, unterhalt } from "./fakten.ts";
import { anteilFest, centAusFest } from "./fest.ts";
import { anzahl, mitglieder } from "./miete.ts";
import { fuerGroesse, mindesteinkommen } from "./parameter.ts";
import {
  type Freibetraege,
  freibetraege,
  grundrentenfreibetrag,
  pauschalerAbzug,
  unterhaltsgrenzen,
  werbungskosten,
} from "./parameter-einkommen.ts";

// §§ 14, 15 WoGG: what each member takes in, less what it costs to earn it.
const pauschbetraege = r.parameter(werbungskosten, "§ 14 Abs. 1 WoGG, § 9a EStG");
const einnahmen = r.rechne("Einkünfte der Mitglieder im Jahr", "§§ 14, 15 WoGG", { mitglieder, pauschbetraege }, (f) =>
  f.mitglieder.map(({ einkuenfte }) => summeVon(einkuenfte, f.pauschbetraege)),
);
export const einkuenfteSumme = r.rechne("Einkünfte im Jahr", "§§ 14, 15 WoGG", { einnahmen }, (f) =>
  f.einnahmen.reduce((summe, each) => summe + each, 0),
);

// § 16 WoGG: tenths for taxes, health and pension insurance.
const abzug = r.parameter(pauschalerAbzug, "§ 16 WoGG");
/** Hundredths of cents: a tenth of a cent must not be lost. */
const jahreseinkommen = r.rechne(
  "Jahreseinkommen aller Mitglieder in Hundertstel Cent",
  "§ 14 Abs. 1, § 16 WoGG",
  { einnahmen, mitglieder, abzug },
  (f) => f.einnahmen.reduce((summe, each, stelle) => summe + each * (100 - f.abzug * zahlungen(f.mitglieder[stelle])), 0),
);
export const pauschal = r.rechne(
  "abzüglich Pauschalen für Steuern und Versicherungen",
  "§ 16 WoGG",
  { einkuenfteSumme, jahreseinkommen },
  (f) => rundeKaufmaennisch(f.jahreseinkommen, 100) - f.einkuenfteSumme,
);

// §§ 17, 17a WoGG
const saetze = r.parameter(freibetraege, "§ 17 WoGG");
const nachPersonen = r.rechne("Freibeträge der Mitglieder", "§ 17 Nr. 1, 2, 4 WoGG", { mitglieder, saetze }, (f, tag) =>
  f.mitglieder.reduce((summe, each) => summe + freibetragFuer(each, f.saetze, tag), 0),
);
const alleinerziehend = r.knoten(
  "Lebt nur mit Kindern zusammen, eines ist minderjährig",
  "§ 17 Nr. 3 WoGG",
  { personen, mitglieder, saetze },
  (f, tag) =>
    f.personen.filter((person) => !person.kind).length === 1 &&
    f.mitglieder.some((person) => istKindUnter(person, f.saetze.alleinerziehendKindUnter, tag)),
);
const fuerAlleinerziehende = r.rechne(
  "Freibetrag für Alleinerziehende",
  "§ 17 Nr. 3 WoGG",
  { alleinerziehend, saetze },
  (f): number => (f.alleinerziehend ? f.saetze.alleinerziehend : 0),
);
const grundrente = r.parameter(grundrentenfreibetrag, "§ 17a WoGG");
export const regelbedarfe = r.parameter(regelbedarf, "§ 20 SGB II, Anlage zu § 28 SGB XII");
const fuerGrundrente = r.rechne("Grundrentenfreibetrag", "§ 17a WoGG", { mitglieder, grundrente, regelbedarfe }, (f) =>
  f.mitglieder.reduce((summe, { grundrentenzeiten, einkuenfte: { gesetzlicheRenteCent: rente } }) => {
    if (!grundrentenzeiten) return summe;
    const { sockel, prozent, hoechstProzent } = f.grundrente;
    const mehr = rundeKaufmaennisch(Math.max(0, rente - sockel) * prozent, 100);
    const hoechstens = rundeKaufmaennisch(12 * f.regelbedarfe.alleinstehend * hoechstProzent, 100);
    return summe + Math.min(rente, sockel + mehr, hoechstens);
  }, 0),
);
export const freibetraegeSumme = r.rechne(
  "abzüglich Freibeträge",
  "§§ 17, 17a WoGG",
  { nachPersonen, fuerAlleinerziehende, fuerGrundrente },
  (f) => 0 - (f.nachPersonen + f.fuerAlleinerziehende + f.fuerGrundrente),
);

// § 18 WoGG
const grenzen = r.parameter(unterhaltsgrenzen, "§ 18 WoGG");
export const unterhaltSumme = r.rechne("abzüglich gezahlter Unterhalt", "§ 18 WoGG", { unterhalt, grenzen }, (f) =>
  f.unterhalt.reduce((summe, { an, betragCent, titel }) => summe - (titel ? betragCent : Math.min(betragCent, f.grenzen[an])), 0),
);

// § 13 WoGG: a twelfth of all together.
export const gesamteinkommen = r.rechne(
  "Gesamteinkommen im Jahr in Hundertstel Cent",
  "§ 13 WoGG",
  { jahreseinkommen, freibetraegeSumme, unterhaltSumme },
  (f) => Math.max(0, f.jahreseinkommen + 100 * (f.freibetraegeSumme + f.unterhaltSumme)),
);
const zwoelftel = r.rechne("Monatliches Gesamteinkommen, ungerundet", "§ 13 Abs. 2 WoGG", { gesamteinkommen }, (f) =>
  anteilFest(f.gesamteinkommen, 1, 1200),
);
export const gesamteinkommenImMonat = r.runde(
  "Gesamteinkommen im Monat",
  "§ 13 Abs. 2 WoGG",
  zwoelftel,
  // For reading only: the formula takes the twelfth with ten decimals.
  centAusFest,
);
const mindest = r.parameter(mindesteinkommen, "Anlage 3 Nr. 1 WoGG");
/** `Y` of the formula, fixed point. */
export const einkommen = r.rechne("Y der Formel", "Anlage 3 Nr. 1 WoGG", { zwoelftel, mindest, anzahl }, (f) =>
  Math.max(f.zwoelftel, anteilFest(fuerGroesse(f.mindest, f.anzahl), 1, 1)),
);

function summeVon(e: Einkuenfte, pauschbetraege: { lohn: number; rente: number; kapital: number }): number {
  const lohn = Math.max(0, e.lohnCent - Math.max(e.werbungskostenCent, pauschbetraege.lohn));
  const rente = Math.max(0, e.gesetzlicheRenteCent + e.andereRenteCent - pauschbetraege.rente);
  const kapital = Math.max(0, e.kapitalCent - pauschbetraege.kapital);
  return lohn + rente + kapital + Math.max(0, e.selbstaendigCent) + Math.max(0, e.vermietungCent) + e.sonstigeCent;
}
const zahlungen = (person: Person | undefined): number =>
  person ? Number(person.zahlt.steuern) + Number(person.zahlt.krankenversicherung) + Number(person.zahlt.rentenversicherung) : 0;
const istKindUnter = ({ kind, geburtsdatum }: Person, jahre: number, tag: IsoDatum): boolean =>
  kind && alterAm(geburtsdatum, tag) < jahre;

function freibetragFuer(person: Person, saetze: Freibetraege, tag: IsoDatum): number {
  const { lohnCent, selbstaendigCent } = person.einkuenfte;
  const verdient = lohnCent + Math.max(0, selbstaendigCent);
  return (
    (person.schwerbehindert ? saetze.schwerbehindert : 0) +
    (person.verfolgt ? saetze.verfolgt : 0) +
    (istKindUnter(person, saetze.arbeitendesKindUnter, tag) ? Math.min(verdient, saetze.arbeitendesKind) : 0)
  );
}
