import { type Anspruchscheck, angenommenerGeburtstag } from "#baukasten";

export const check: Anspruchscheck = ({ heute, kinderalter, kindErwartet, allein, deutschOderEu }) =>
  [...(kindErwartet ? [undefined] : []), ...kinderalter].map((alter) => {
    const geburtsdatum = alter === undefined ? heute : angenommenerGeburtstag(heute, alter);
    return {
      fuer: alter === undefined ? "für das Kind, wenn es da ist" : `für das Kind mit ${alter} ${alter === 1 ? "Jahr" : "Jahren"}`,
      fakten: {
        beantragt: true,
        geburtsdatum,
        kindschaft: "eigenes",
        lebtImHaushalt: true,
        lebtDortSeit: geburtsdatum,
        andererImHaushalt: allein === undefined ? undefined : !allein,
        bestimmt: true,
        wohntInDeutschland: true,
        staat: deutschOderEu ? "deutsch" : undefined,
        andereLeistung: false,
      },
      annahmen: [
        "Es ist Ihr eigenes Kind und lebt bei Ihnen in Deutschland.",
        "Niemand sonst bekommt für das Kind Kindergeld oder etwas Vergleichbares aus dem Ausland.",
      ],
    };
  });
