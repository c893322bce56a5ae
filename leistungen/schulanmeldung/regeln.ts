import { beginneRegelwerk } from "#baukasten";
import { geburtstag, type IsoDatum } from "#kalender";
import { letzterGeburtstag, type Schulland } from "./parameter.ts";

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
const altGenug = r.knoten(
  "Schulpflicht beginnt bis dahin",
  pflicht,
  { geburtsdatum, stichtag },
  (f) => geburtstag(f.geburtsdatum, 6) <= f.stichtag,
  {
    ja: "Die Schulpflicht beginnt mit diesem Schuljahr.",
    nein: "Das Kind wird mit diesem Schuljahr noch nicht schulpflichtig.",
  },
);
const nichtSchon = r.knoten(
  "Schulpflicht hat nicht schon begonnen",
  pflicht,
  { geburtsdatum, stichtage, land, schuljahr },
  (f) => geburtstag(f.geburtsdatum, 6) > `${f.schuljahr - 1}-${f.stichtage[f.land]}`,
  { ja: "", nein: "Die Schulpflicht hat schon früher begonnen." },
);
const nachGesetz = r.knoten("Mit Beginn der Schulpflicht", pflicht, { zumPflichtbeginn }, (f) => f.zumPflichtbeginn);
const zeitpunkt = r.eine("Zeitpunkt der Einschulung", pflicht, [
  r.alle("Regelfall", pflicht, [nachGesetz, altGenug, nichtSchon]),
  // Whether a child is ready, or not yet, is judged by the head of the school.
  r.person("andererZeitpunkt", "Früher oder später eingeschult", "§ 35 Abs. 2 und 3 SchulG NRW, § 64 NSchG", "beurteilung", {
    ja: "Die Schule hat dem anderen Zeitpunkt zugestimmt.",
    nein: "Die Schule hat dem anderen Zeitpunkt nicht zugestimmt.",
  }),
]);
const bezirk = r.knoten("Wohnung im Schulbezirk", zuordnung, { imBezirk }, (f) => f.imBezirk, {
  ja: "Die Wohnung des Kindes gehört zu dieser Grundschule.",
  nein: "Die Wohnung des Kindes liegt in keinem Schulbezirk.",
});
const keinWunsch = r.knoten("Keine andere Schule gewünscht", zuordnung, { andereSchule }, (f) => !f.andereSchule);
const schule = r.eine("Grundschule", zuordnung, [
  r.alle("Grundschule der Wohnung", zuordnung, [bezirk, keinWunsch]),
  r.person("wunschschule", "Besuch einer anderen Grundschule", "§ 46 SchulG NRW, § 63 Abs. 3 Satz 4 NSchG", "ermessen", {
    ja: "Der Besuch der gewünschten Grundschule ist möglich.",
    nein: "Der Besuch der gewünschten Grundschule ist nicht möglich.",
  }),
]);
const anspruch = r.alle("Schulanmeldung", pflicht, [zeitpunkt, schule]);

export const regelwerk = r.schliesse({ anspruch, rechenweg: [] });
