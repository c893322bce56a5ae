import { type Anspruchscheck, angenommenerGeburtstag } from "#baukasten";

export const check: Anspruchscheck = ({ heute, kinderalter, allein, unterhalt, beziehtSgb, deutschOderEu }, bruttoCent) =>
  kinderalter.map((alter) => {
    const geburtsdatum = angenommenerGeburtstag(heute, alter);
    return {
      fuer: `für das Kind mit ${alter} ${alter === 1 ? "Jahr" : "Jahren"}`,
      fakten: {
        geburtsdatum,
        lebtBeiElternteil: true,
        lebtDortSeit: geburtsdatum,
        familienstand: allein ? "ledig" : undefined,
        zusammenMitAnderem: allein === undefined ? undefined : !allein,
        unterhaltCent: unterhalt === "nichts" ? 0 : undefined,
        waisenbezuegeCent: 0,
        kindergeldBeimAnderen: false,
        deutschOderEu: deutschOderEu || undefined,
        beziehtSgb2: beziehtSgb,
        einkommenCent: bruttoCent,
      },
      annahmen: [
        "Das Kind lebt bei Ihnen, und Sie bekommen das Kindergeld.",
        "Sie sind nicht verheiratet oder leben dauernd getrennt.",
      ],
      antworten: { ...(deutschOderEu !== undefined && { staatsangehoerigkeit: { deutschOderEu } }) },
    };
  });
