import { type Anspruchscheck, angenommenerGeburtstag } from "#baukasten";
import { monatVon } from "#kalender";

export const check: Anspruchscheck = (
  { heute, kinderalter, allein, warmmieteCent, beziehtSgb, bruttoCent: band },
  bruttoCent,
) => {
  if (kinderalter.length === 0) return [];
  // What is left of a wage after tax and insurance, at the two ends: more is left of less.
  const anteil = bruttoCent === band?.[0] ? 80 : 60;
  return [
    {
      fakten: {
        mitPartner: allein === undefined ? undefined : !allein,
        alleinerziehend: allein,
        kinder: kinderalter.map((alter) => ({
          geburtsdatum: angenommenerGeburtstag(heute, alter),
          verheiratet: false,
          mitKindergeld: true,
          einkommenCent: 0,
        })),
        erwerb:
          bruttoCent === undefined
            ? undefined
            : [{ bruttoCent, nettoCent: Math.round((bruttoCent * anteil) / 100), absetzungenCent: null }],
        anderesEinkommenCent: 0,
        warmmieteCent,
        personenInWohnung: allein === undefined ? undefined : kinderalter.length + (allein ? 1 : 2),
        bescheinigterMehrbedarfCent: null,
        vermoegenCent: 0,
        wohngeldCent: undefined,
        beziehtSgb,
        ersterMonat: monatVon(heute),
      },
      annahmen: [
        "Vom Bruttolohn bleiben zwischen 60 und 80 Prozent; anderes Einkommen und größeres Vermögen haben Sie nicht.",
        "Die Kinder haben kein eigenes Einkommen.",
      ],
    },
  ];
};
