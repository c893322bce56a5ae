import { beginneRegelwerk } from "#baukasten";
import { geburtstag, type IsoDatum } from "#kalender";
import { letzterGeburtstag, type Schulland, schulpflichtalter } from "./parameter.ts";

const r = beginneRegelwerk("schulanmeldung", "2026-1");
const register = { klaertDurch: "meldung", quelle: "register" } as const;
const pflicht = "§ 35 Abs. 1 SchulG NRW, § 64 Abs. 1 NSchG";
const zuordnung = "§ 84 Abs. 1 SchulG NRW, § 63 Abs. 3 NSchG";

const geburtsdatum = r.fakt<IsoDatum>("geburtsdatum", { titel: "Geburtsdatum des Kindes", ...register, proben: ["2020-01-01"] });
const schuljahr = r.fakt<number>("schuljahr", { titel: "Schuljahr, das im August beginnt", ...register, proben: [2027] });
const land = r.fakt<Schulland>("land", { titel: "Land", ...register, proben: ["NW", "NI"] });
const imBezirk = r.fakt<boolean>("imBezirk", { titel: "Wohnung in einem Schulbezirk", ...register, proben: [true, false] });
r.fakt<string>("schule", { titel: "Grundschule der Wohnung", ...register, proben: ["-"] });
const andereSchule = r.fakt<boolean>("andereSchule", {
  titel: "Andere Grundschule gewünscht",
  klaertDurch: "schule",
  quelle: "person",
  proben: [true, false],
});
const zumPflichtbeginn = r.fakt<boolean>("zumPflichtbeginn", {
  titel: "Einschulung mit Beginn der Schulpflicht",
  klaertDurch: "zeitpunkt",
  quelle: "person",
  proben: [true, false],
});

const stichtage = r.parameter(letzterGeburtstag, pflicht);
const stichtag = r.rechne(
  "Letzter Geburtstag für dieses Schuljahr",
  pflicht,
  { stichtage, land, schuljahr },
  (f) => `${f.schuljahr}-${f.stichtage[f.land]}`,
);
const davor = r.rechne(
  "Letzter Geburtstag für das Schuljahr davor",
  pflicht,
  { stichtage, land, schuljahr },
  (f) => `${f.schuljahr - 1}-${f.stichtage[f.land]}`,
);
const alter = r.parameter(schulpflichtalter, pflicht);
const sechs = r.rechne(
  "Geburtstag, mit dem die Schulpflicht beginnt",
  "§ 187 Abs. 2, § 188 Abs. 2 BGB",
  { geburtsdatum, alter },
  (f) => geburtstag(f.geburtsdatum, f.alter),
);
const nachGesetz = r.knoten("Mit Beginn der Schulpflicht", pflicht, { zumPflichtbeginn }, (f) => f.zumPflichtbeginn);
const keinWunsch = r.knoten("Keine andere Schule gewünscht", zuordnung, { andereSchule }, (f) => !f.andereSchule);

/** The rule of one Land: who reads the notice reads the statute that holds for them, and no other. */
function regelfall(schluessel: Schulland, name: string, paragrafen: { pflicht: string; zuordnung: string }) {
  const hier = r.knoten(`In ${name}`, paragrafen.pflicht, { land }, (f) => f.land === schluessel);
  const nicht = (knoten: typeof hier) =>
    r.eine(`${knoten.titel} oder anderes Land`, "", [r.nicht(`Nicht (${knoten.titel})`, "", hier), knoten]);
  const altGenug = r.knoten(
    `Schulpflicht beginnt bis dahin (${name})`,
    paragrafen.pflicht,
    { sechs, stichtag },
    (f) => f.sechs <= f.stichtag,
    {
      ja: "Die Schulpflicht beginnt mit diesem Schuljahr.",
      nein: "Das Kind wird mit diesem Schuljahr noch nicht schulpflichtig.",
    },
  );
  const nichtSchon = r.knoten(
    `Schulpflicht hat nicht schon begonnen (${name})`,
    paragrafen.pflicht,
    { sechs, davor },
    (f) => f.sechs > f.davor,
    {
      ja: "",
      nein: "Die Schulpflicht hat schon früher begonnen.",
    },
  );
  const bezirk = r.knoten(`Wohnung im Schulbezirk (${name})`, paragrafen.zuordnung, { imBezirk }, (f) => f.imBezirk, {
    ja: "Die Wohnung des Kindes gehört zu dieser Grundschule.",
    nein: "Die Wohnung des Kindes liegt in keinem Schulbezirk.",
  });
  return {
    zeitpunkt: r.alle(`Schulpflicht in ${name}`, paragrafen.pflicht, [hier, nachGesetz, nicht(altGenug), nicht(nichtSchon)]),
    schule: r.alle(`Grundschule der Wohnung in ${name}`, paragrafen.zuordnung, [hier, keinWunsch, nicht(bezirk)]),
  };
}
const nw = regelfall("NW", "Nordrhein-Westfalen", { pflicht: "§ 35 Abs. 1 SchulG NRW", zuordnung: "§ 84 Abs. 1 SchulG NRW" });
const ni = regelfall("NI", "Niedersachsen", { pflicht: "§ 64 Abs. 1 NSchG", zuordnung: "§ 63 Abs. 3 NSchG" });

const zeitpunkt = r.eine("Zeitpunkt der Einschulung", pflicht, [
  nw.zeitpunkt,
  ni.zeitpunkt,
  // Whether a child is ready, or not yet, is judged by the head of the school.
  r.person("andererZeitpunkt", "Früher oder später eingeschult", "§ 35 Abs. 2 und 3 SchulG NRW, § 64 NSchG", "beurteilung", {
    ja: "Die Schule hat dem anderen Zeitpunkt zugestimmt.",
    nein: "Die Schule hat dem anderen Zeitpunkt nicht zugestimmt.",
  }),
]);
const schule = r.eine("Grundschule", zuordnung, [
  nw.schule,
  ni.schule,
  r.person("wunschschule", "Besuch einer anderen Grundschule", "§ 46 SchulG NRW, § 63 Abs. 3 Satz 4 NSchG", "ermessen", {
    ja: "Der Besuch der gewünschten Grundschule ist möglich.",
    nein: "Der Besuch der gewünschten Grundschule ist nicht möglich.",
  }),
]);
const anspruch = r.alle("Schulanmeldung", pflicht, [zeitpunkt, schule]);

export const regelwerk = r.schliesse({ anspruch, rechenweg: [] });
