import { rundeKaufmaennisch } from "#geld";
import { geburtstag, monatVon, tageZwischen } from "#kalender";
import { baueEinkommen, vorGeburt } from "./einkommen.ts";
import type { Erwerbe } from "./erwerb.ts";
import { erwerbNach, geburtsdatum, geschwister, mehrlinge, plan, r, satzBeiGeburt } from "./fakten.ts";
import {
  einkommensschritt,
  ersatzrate,
  ersatzrateHoechstens,
  ersatzrateMindestens,
  geschwisteralter,
  geschwisterbonusMindestens,
  geschwisterbonusRate,
  hoechstbetrag,
  hoechstesEinkommen,
  mehrlingszuschlag,
  mindestbetrag,
  obereGrenze,
  untereGrenze,
} from "./parameter.ts";
import { lebensmonatAm, lebensmonatVon, nummern, type Planmonat, planmonat } from "./plan.ts";

export const lebensmonat = r.rechne("Lebensmonat", "§ 4 Abs. 2 Satz 1 BEEG", { geburtsdatum }, (f, tag) =>
  lebensmonatAm(f.geburtsdatum, tag),
);
export const monat = r.rechne("Wie der Lebensmonat beantragt ist", "§ 4 Abs. 1 BEEG", { plan, lebensmonat }, (f) =>
  planmonat(f.plan, f.lebensmonat),
);
const halb = r.rechne(
  "Elterngeld Plus oder Partnerschaftsbonus",
  "§ 4a Abs. 2, § 4b Abs. 1 BEEG",
  { monat },
  (f) => f.monat.art === "plus" || f.monat.art === "bonus",
);

// § 2 Abs. 3: income after the birth, on average of the months with income, separately for Basiselterngeld and Elterngeld Plus.
const inMonaten = (titel: string, ...arten: Planmonat["art"][]) =>
  r.rechne(titel, "§ 2 Abs. 3 Satz 1 und 3 BEEG", { erwerbNach, plan, geburtsdatum }, (f): Erwerbe => {
    const gemeint = new Set(nummern(f.plan, ...arten).map((nummer) => monatVon(lebensmonatVon(f.geburtsdatum, nummer))));
    return f.erwerbNach.map((erwerb) => ({
      ...erwerb,
      monate: erwerb.monate.filter((each) => gemeint.has(each.monat) && each.cent > 0),
    }));
  });
const anzahl = (erwerbe: Erwerbe) => new Set(erwerbe.flatMap(({ monate }) => monate.map((each) => each.monat))).size;
const erwerbInBasis = inMonaten("Einnahmen in Monaten mit Basiselterngeld", "basis");
const erwerbInPlus = inMonaten("Einnahmen in Monaten mit Elterngeld Plus", "plus", "bonus");
const monateInBasis = r.rechne("Monate mit Basiselterngeld und Einnahmen", "§ 2 Abs. 3 BEEG", { erwerbInBasis }, (f) =>
  anzahl(f.erwerbInBasis),
);
const monateInPlus = r.rechne("Monate mit Elterngeld Plus und Einnahmen", "§ 2 Abs. 3 BEEG", { erwerbInPlus }, (f) =>
  anzahl(f.erwerbInPlus),
);
export const inBasis = baueEinkommen("in Monaten mit Basiselterngeld", erwerbInBasis, monateInBasis);
export const inPlus = baueEinkommen("in Monaten mit Elterngeld Plus", erwerbInPlus, monateInPlus);
export const nachher = r.rechne(
  "Einkommen in Monaten dieser Art",
  "§ 2 Abs. 3 Satz 3 BEEG",
  { halb, basis: inBasis.netto, plus: inPlus.netto },
  (f): number => (f.halb ? f.plus : f.basis),
);
const mitEinkommen = r.rechne(
  "Einnahmen in diesem Lebensmonat",
  "§ 2 Abs. 3 Satz 1 BEEG",
  { erwerbNach, geburtsdatum, lebensmonat },
  (f) => {
    const dieser = monatVon(lebensmonatVon(f.geburtsdatum, Math.max(1, f.lebensmonat)));
    return f.erwerbNach.some(({ monate }) => monate.some((each) => each.monat === dieser && each.cent > 0));
  },
);

// § 2 Abs. 1 and 2: the rate.
const rate = satzBeiGeburt(ersatzrate, "§ 2 Abs. 1 Satz 1 BEEG");
const rateMindestens = satzBeiGeburt(ersatzrateMindestens, "§ 2 Abs. 2 Satz 2 BEEG");
const rateHoechstens = satzBeiGeburt(ersatzrateHoechstens, "§ 2 Abs. 2 Satz 1 BEEG");
const unten = satzBeiGeburt(untereGrenze, "§ 2 Abs. 2 Satz 1 BEEG");
const oben = satzBeiGeburt(obereGrenze, "§ 2 Abs. 2 Satz 2 BEEG");
const schritt = satzBeiGeburt(einkommensschritt, "§ 2 Abs. 2 BEEG");
export const satz = r.rechne(
  "Ersatzrate nach dem Einkommen vor der Geburt",
  "§ 2 Abs. 1 Satz 1, Abs. 2 BEEG",
  { netto: vorGeburt.netto, rate, rateMindestens, rateHoechstens, unten, oben, schritt },
  (f): number => {
    // mutiere: same, at either limit the difference is nothing and the rate stays.
    if (f.netto < f.unten) return Math.min(f.rateHoechstens, f.rate + Math.floor((f.unten - f.netto) / f.schritt));
    // mutiere: same.
    if (f.netto > f.oben) return Math.max(f.rateMindestens, f.rate - Math.floor((f.netto - f.oben) / f.schritt));
    return f.rate;
  },
);

// § 2 Abs. 1, 3, 4 and § 4a: the amount of the month before supplements.
const hoechst = satzBeiGeburt(hoechstbetrag, "§ 2 Abs. 1 Satz 2 BEEG");
const mindest = satzBeiGeburt(mindestbetrag, "§ 2 Abs. 4 Satz 1 BEEG");
const deckel = satzBeiGeburt(hoechstesEinkommen, "§ 2 Abs. 3 Satz 2 BEEG");
const cent = (tausendstel: number) => rundeKaufmaennisch(tausendstel, 1000);
const rundung = "§ 2 BEEG (auf Cent; das Gesetz nennt keine andere Rundung)";
const ohneEinkommenGenau = r.rechne(
  "Ersatzrate mal Einkommen vor der Geburt, in Tausendstel Cent",
  "§ 2 Abs. 1 Satz 1 BEEG",
  { netto: vorGeburt.netto, satz },
  (f) => f.netto * f.satz,
);
export const ohneEinkommenRund = r.runde("Elterngeld nach dem Einkommen vor der Geburt", rundung, ohneEinkommenGenau, cent);
export const basisVoll = r.rechne(
  "Basiselterngeld ohne Einkommen nach der Geburt",
  "§ 2 Abs. 1 Satz 2, Abs. 4 Satz 1 BEEG",
  { ohneEinkommenRund, hoechst, mindest },
  (f): number => Math.max(f.mindest, Math.min(f.hoechst, f.ohneEinkommenRund)),
);
const differenzGenau = r.rechne(
  "Ersatzrate mal Unterschied der Einkommen, in Tausendstel Cent",
  "§ 2 Abs. 3 Satz 1 und 2 BEEG",
  { netto: vorGeburt.netto, deckel, nachher, satz },
  (f) => Math.max(0, Math.min(f.netto, f.deckel) - f.nachher) * f.satz,
);
export const mitEinkommenRund = r.runde("Elterngeld nach dem Unterschied der Einkommen", rundung, differenzGenau, cent);
export const basisHaelfte = r.runde(
  "Hälfte des Basiselterngeldes ohne Einkommen",
  "§ 4a Abs. 2 Satz 2 BEEG",
  basisVoll,
  (betrag) => rundeKaufmaennisch(betrag, 2),
);
export const grundbetrag = r.rechne(
  "Elterngeld im Lebensmonat",
  "§ 2 Abs. 1, 3 und 4, § 4a BEEG",
  { halb, mitEinkommen, mitEinkommenRund, ohneEinkommenRund, basisHaelfte, hoechst, mindest },
  (f): number => {
    const nachEinkommen = f.mitEinkommen ? f.mitEinkommenRund : f.ohneEinkommenRund;
    if (!f.halb) return Math.max(f.mindest, Math.min(f.hoechst, nachEinkommen));
    return Math.max(f.mindest / 2, Math.min(f.basisHaelfte, nachEinkommen));
  },
);

// § 2a: siblings and multiple births.
const alter = satzBeiGeburt(geschwisteralter, "§ 2a Abs. 1 und 2 BEEG");
const bonusRate = satzBeiGeburt(geschwisterbonusRate, "§ 2a Abs. 1 Satz 1 BEEG");
const bonusMindestens = satzBeiGeburt(geschwisterbonusMindestens, "§ 2a Abs. 1 Satz 1, § 4a Abs. 2 Satz 3 Nr. 2 BEEG");
const zuschlagJeKind = satzBeiGeburt(mehrlingszuschlag, "§ 2a Abs. 4, § 4a Abs. 2 Satz 3 Nr. 3 BEEG");
export const hatGeschwister = r.rechne(
  "Geschwister im Haushalt unter der Altersgrenze",
  "§ 2a Abs. 1 bis 3 BEEG",
  { geschwister, geburtsdatum, lebensmonat, alter },
  (f): boolean => {
    // Ends with the Lebensmonat in which the condition falls away: its first day counts.
    const tag = lebensmonatVon(f.geburtsdatum, Math.max(1, f.lebensmonat));
    const unter = (jahre: number, kind: (typeof f.geschwister)[number]) =>
      tag < geburtstag(kind.geburtsdatum, kind.behinderung ? f.alter.mitBehinderungUnter : jahre);
    const zahl = (jahre: number) => 1 + f.geschwister.filter((kind) => unter(jahre, kind)).length;
    const { juengere, mehrere } = f.alter;
    return zahl(juengere.unter) >= juengere.kinder || zahl(mehrere.unter) >= mehrere.kinder;
  },
);
export const geschwisterbonus = r.rechne(
  "Geschwisterbonus",
  "§ 2a Abs. 1, § 4a Abs. 2 Satz 3 Nr. 2 BEEG",
  { hatGeschwister, grundbetrag, halb, bonusRate, bonusMindestens },
  (f): number => {
    if (!f.hatGeschwister) return 0;
    const mindestens = f.halb ? f.bonusMindestens / 2 : f.bonusMindestens;
    return Math.max(mindestens, rundeKaufmaennisch(f.grundbetrag * f.bonusRate, 100));
  },
);
export const zuschlag = r.rechne(
  "Mehrlingszuschlag",
  "§ 2a Abs. 4, § 4a Abs. 2 Satz 3 Nr. 3 BEEG",
  { mehrlinge, zuschlagJeKind, halb },
  (f): number => (Math.max(1, f.mehrlinge) - 1) * (f.halb ? f.zuschlagJeKind / 2 : f.zuschlagJeKind),
);
/** Divisible by every length that a Lebensmonat can have, so that a share of days stays a whole number until it is rounded. */
const TEILE = 28 * 29 * 15 * 31;
// § 3 Abs. 1: set off only against the part of the month for which the benefits are due; nothing stays free of it (§ 3 Abs. 2).
const gleichzeitigGenau = r.rechne(
  "Elterngeld für die Tage mit Mutterschaftsleistungen, in Bruchteilen eines Cents",
  "§ 3 Abs. 1 Satz 2 BEEG",
  { monat, grundbetrag, geschwisterbonus, zuschlag, geburtsdatum, lebensmonat },
  (f) => {
    const nummer = Math.max(1, f.lebensmonat);
    const tage = tageZwischen(lebensmonatVon(f.geburtsdatum, nummer), lebensmonatVon(f.geburtsdatum, nummer + 1));
    const betrag = f.grundbetrag + f.geschwisterbonus + f.zuschlag;
    return betrag * Math.min(tage, f.monat.mutterschaftTage) * (TEILE / tage);
  },
);
const gleichzeitig = r.runde(
  "Elterngeld für die Tage mit Mutterschaftsleistungen",
  "§ 3 Abs. 1 Satz 2 BEEG (auf Cent; das Gesetz nennt keine Rundung)",
  gleichzeitigGenau,
  (teile) => rundeKaufmaennisch(teile, TEILE),
);
export const anrechnung = r.rechne(
  "abzüglich Mutterschaftsleistungen für diesen Lebensmonat",
  "§ 3 Abs. 1 Satz 1 Nr. 1 bis 3, Satz 2, Abs. 2 BEEG",
  { monat, gleichzeitig },
  (f): number => 0 - Math.min(f.monat.mutterschaftCent, f.gleichzeitig),
);
export const auszahlung = r.rechne(
  "Auszahlung",
  "§§ 2 bis 4a BEEG",
  { grundbetrag, geschwisterbonus, zuschlag, anrechnung },
  (f) => Math.max(0, f.grundbetrag + f.geschwisterbonus + f.zuschlag + f.anrechnung),
);
