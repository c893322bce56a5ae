import type { Knoten } from "#baukasten";
import { rundeKaufmaennisch } from "#geld";
import { type IsoDatum, jahrVon } from "#kalender";
import { berechneLohnsteuer } from "#lohnsteuer";
import { beitragspflichtig, type Erwerbe, ersteTage, monateMitLohn, summe, ueberwiegend } from "./erwerb.ts";
import {
  erwerbVor,
  faktor,
  geburtsdatum,
  kinderfreibetraege,
  kirchensteuerpflichtig,
  r,
  satzBeiGeburt,
  steuerklasse,
} from "./fakten.ts";
import { beitragssaetze, bemessungszeitraum, kirchensteuersatz, lohnsteuerstand, uebergangsbereich } from "./parameter.ts";

// §§ 2c to 2f: from gross to net with flat deductions, the same way before and after the birth.
const saetze = satzBeiGeburt(beitragssaetze, "§ 2f Abs. 1 Satz 2 BEEG");
const kirchensteuer = satzBeiGeburt(kirchensteuersatz, "§ 2e Abs. 5 BEEG");
const erster = r.rechne(
  "1. Januar des Jahres vor der Geburt",
  "§ 2e Abs. 1 Satz 2, § 2c Abs. 1 BEEG",
  { geburtsdatum },
  (f): IsoDatum => `${jahrVon(f.geburtsdatum) - 1}-01-01`,
);
const stand = r.parameter(lohnsteuerstand, "§ 2e Abs. 1 Satz 2, § 2c Abs. 1 BEEG", erster);
const versicherung = r.rechne(
  "Versicherungspflicht überwiegend im Bemessungszeitraum",
  "§ 2c Abs. 3 Satz 2, § 2f Abs. 1 BEEG",
  { erwerbVor },
  (f) => ({
    kranken: ueberwiegend(f.erwerbVor, "kranken"),
    renten: ueberwiegend(f.erwerbVor, "renten"),
    arbeit: ueberwiegend(f.erwerbVor, "arbeit"),
  }),
);

/** The name of a class (§ 2e Abs. 3 BEEG, § 38b EStG), no figure. */
const KLASSE_VIER = 4;

/**
 * The nodes that lead from occupations to the monthly net income of §§ 2c to 2f.
 * @param zeit names the period in the titles, e.g. "vor der Geburt"
 * @param durch by how many months the sums are divided; no month, no income
 */
export function baueEinkommen(zeit: string, erwerb: Knoten<Erwerbe>, durch: Knoten<number>) {
  const imMittel = (cent: number, monate: number) => (monate === 0 ? 0 : rundeKaufmaennisch(cent, monate));
  const brutto = r.rechne(
    `Einnahmen ${zeit} ohne ein Zwölftel des Arbeitnehmer-Pauschbetrags`,
    "§ 2c Abs. 1 Satz 1, § 2d Abs. 1 BEEG",
    { erwerb, durch, stand },
    (f) => {
      const zwoelftel = rundeKaufmaennisch(f.stand.arbeitnehmerPauschbetrag * 100, 12);
      const alles = summe(f.erwerb, "angestellt", "minijob", "selbstaendig");
      return Math.max(0, imMittel(alles - zwoelftel * monateMitLohn(f.erwerb), f.durch));
    },
  );
  const steuern = r.rechne(
    `abzüglich Steuern ${zeit}`,
    "§ 2e BEEG, § 39b Abs. 2 EStG",
    { erwerb, durch, stand, steuerklasse, faktor, kinderfreibetraege, kirchensteuerpflichtig, kirchensteuer, versicherung },
    (f): number => {
      const zwoelftel = rundeKaufmaennisch(f.stand.arbeitnehmerPauschbetrag * 100, 12);
      const ueberschuss = summe(f.erwerb, "angestellt", "minijob") - zwoelftel * monateMitLohn(f.erwerb);
      // § 2e Abs. 3: who earns more from self-employment is taxed as in class IV without a factor.
      const vorwiegendSelbstaendig = summe(f.erwerb, "selbstaendig") > ueberschuss;
      const mitLohn = summe(f.erwerb, "angestellt") > 0;
      const { lohnsteuerCent, soliCent, massstabCent } = berechneLohnsteuer(f.stand, {
        monatCent: imMittel(Math.max(0, summe(f.erwerb, "angestellt", "selbstaendig")), f.durch),
        steuerklasse: vorwiegendSelbstaendig ? KLASSE_VIER : f.steuerklasse,
        ...(!vorwiegendSelbstaendig && { faktorTausendstel: f.faktor }),
        halbeKinderfreibetraege: f.kinderfreibetraege,
        mitPauschbetrag: mitLohn,
        mitRentenversicherung: !mitLohn || f.versicherung.renten,
      });
      const kirche = f.kirchensteuerpflichtig ? Math.floor((massstabCent * f.kirchensteuer) / 100) : 0;
      return 0 - (lohnsteuerCent + soliCent + kirche);
    },
  );
  const monate = r.rechne(`Monate mit Lohn ${zeit}`, "§ 2f Abs. 2 BEEG", { erwerb }, (f) => ersteTage(f.erwerb));
  const bereiche = r.parameterJeTag(
    `Übergangsbereich ${zeit}`,
    uebergangsbereich,
    "§ 2f Abs. 2 BEEG, § 20 Abs. 2 SGB IV",
    monate,
  );
  const saetzeJeMonat = r.parameterJeTag(`Beitragssatzpauschalen ${zeit}`, beitragssaetze, "§ 2f Abs. 1 Satz 2 BEEG", monate);
  const sozialabgaben = r.rechne(
    `abzüglich Sozialabgaben ${zeit}`,
    "§ 2f BEEG",
    { erwerb, durch, saetze, versicherung, bereiche, saetzeJeMonat },
    (f): number => {
      const grundlage = imMittel(Math.max(0, beitragspflichtig(f.erwerb, f.bereiche, f.saetzeJeMonat)), f.durch);
      const { kranken, renten, arbeit } = f.versicherung;
      const teile = [kranken && f.saetze.kranken, renten && f.saetze.renten, arbeit && f.saetze.arbeit];
      return 0 - teile.reduce<number>((bisher, satz) => bisher + (satz ? rundeKaufmaennisch(grundlage * satz, 100) : 0), 0);
    },
  );
  const netto = r.rechne(`Einkommen ${zeit}`, "§ 2 Abs. 1 Satz 3 BEEG", { brutto, steuern, sozialabgaben }, (f) =>
    Math.max(0, f.brutto + f.steuern + f.sozialabgaben),
  );
  return { brutto, steuern, sozialabgaben, netto };
}

const zwoelf = satzBeiGeburt(bemessungszeitraum, "§ 2b Abs. 1 und 2 BEEG");
export const vorGeburt = baueEinkommen("vor der Geburt", erwerbVor, zwoelf);
