import { type Anspruchscheck, angenommenerGeburtstag } from "#baukasten";
import { keineEinkuenfte, type Person } from "./fakten.ts";
import { findMietstufe } from "./mietstufen.ts";

/** Of a warm rent, about a seventh is for heating and hot water: only for this first look. */
const HEIZANTEIL = 7;

export const check: Anspruchscheck = (angaben, bruttoCent) => {
  const { heute, kinderalter, allein, warmmieteCent, beziehtSgb, deutschOderEu, plz } = angaben;
  const heizkosten = warmmieteCent === undefined ? undefined : Math.round(warmmieteCent / HEIZANTEIL);
  const erwachsen: Person = {
    geburtsdatum: angenommenerGeburtstag(heute, 40),
    kind: false,
    mitPartner: allein === false,
    ausgeschlossen: beziehtSgb === true,
    einkuenfte: keineEinkuenfte,
    zahlt: { steuern: true, krankenversicherung: true, rentenversicherung: true },
    schwerbehindert: false,
    verfolgt: false,
    grundrentenzeiten: false,
    // High enough that the look at plausibility, which is a person's, does not stand in the way.
    verfuegbarCent: 100_000_00,
  };
  const lohn = { ...keineEinkuenfte, lohnCent: 12 * (bruttoCent ?? 0) };
  const kinder = kinderalter.map((alter) => ({
    ...erwachsen,
    geburtsdatum: angenommenerGeburtstag(heute, alter),
    kind: true,
    mitPartner: false,
  }));
  const personen = [{ ...erwachsen, einkuenfte: lohn }, ...(allein === false ? [erwachsen] : []), ...kinder];
  return [
    {
      fakten: {
        personen: bruttoCent === undefined || allein === undefined || beziehtSgb === undefined ? undefined : personen,
        unterhalt: [],
        bruttokaltmieteCent: warmmieteCent === undefined ? undefined : warmmieteCent - (heizkosten ?? 0),
        heizkostenCent: heizkosten,
        mitbewohner: 0,
        mietstufe: findMietstufe(plz),
        vermoegenCent: 0,
        wohntZurMiete: warmmieteCent === undefined ? undefined : true,
        deutschOderEu: deutschOderEu || undefined,
        nurAusbildung: false,
        haushaltBestaetigt: true,
        einkommenBestaetigt: true,
        mieteBestaetigt: true,
      },
      annahmen: [
        "Ihr Einkommen ist Lohn einer Person, und davon gehen Steuern, Kranken- und Rentenversicherung ab.",
        "Von der Warmmiete ist etwa ein Siebtel für Heizung und Warmwasser. Größeres Vermögen haben Sie nicht.",
      ],
      antworten: { ...(deutschOderEu !== undefined && { staatsangehoerigkeit: { deutschOderEu } }) },
    },
  ];
};
