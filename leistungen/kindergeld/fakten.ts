import { beginneRegelwerk } from "#baukasten";
import type { IsoDatum } from "#kalender";

/** The graph of this service's rules; its parts are facts, the child's age and situation, who gets it. */
export const r = beginneRegelwerk("kindergeld", "2026-1");
const jaNein = [true, false] as const;
const frueher = ["2000-01-01"] as const;

/** What a child of age does; § 32 Abs. 4 Satz 1 EStG. */
export type Lage = "ausbildung" | "uebergang" | "ohnePlatz" | "freiwilligendienst" | "arbeitsuchend" | "behinderung" | "nichts";
/** § 32 Abs. 1, § 63 Abs. 1 EStG: whose child it is. */
export type Kindschaft = "eigenes" | "haushalt" | "pflege" | "anderes";
export type Staat = "deutsch" | "union" | "andere";

export const geburtsdatum = r.fakt<IsoDatum>("geburtsdatum", {
  titel: "Geburtsdatum des Kindes",
  klaertDurch: "geburt",
  quelle: "register",
  proben: ["2020-01-01", "2004-01-01"],
});
export const kindschaft = r.fakt<Kindschaft>("kindschaft", {
  titel: "Verhältnis zum Kind",
  klaertDurch: "geburt",
  quelle: "register",
  proben: ["eigenes", "anderes"],
});
export const lebtImHaushalt = r.fakt<boolean>("lebtImHaushalt", {
  titel: "Das Kind lebt in Ihrem Haushalt",
  klaertDurch: "haushalt",
  quelle: "register",
  proben: jaNein,
  aenderbar: true,
});
export const lebtDortSeit = r.fakt<IsoDatum>("lebtDortSeit", {
  titel: "Das Kind lebt dort seit",
  klaertDurch: "haushalt",
  quelle: "register",
  proben: frueher,
});
export const lebtBeimAnderen = r.fakt<boolean>("lebtBeimAnderen", {
  titel: "Das Kind lebt im Haushalt einer anderen berechtigten Person",
  klaertDurch: "zuhause",
  quelle: "person",
  proben: jaNein,
});
export const andererImHaushalt = r.fakt<boolean>("andererImHaushalt", {
  titel: "Eine weitere berechtigte Person lebt mit dem Kind im selben Haushalt",
  klaertDurch: "haushalt",
  quelle: "register",
  proben: jaNein,
});
export const bestimmt = r.fakt<boolean>("bestimmt", {
  titel: "Als Empfängerin oder Empfänger bestimmt",
  klaertDurch: "empfaenger",
  quelle: "person",
  proben: jaNein,
});
export const hoechsterUnterhalt = r.fakt<boolean>("hoechsterUnterhalt", {
  titel: "Zahlt dem Kind den höchsten Unterhalt",
  klaertDurch: "unterhalt",
  quelle: "person",
  proben: jaNein,
});
export const wohntInDeutschland = r.fakt<boolean>("wohntInDeutschland", {
  titel: "Wohnsitz in Deutschland",
  klaertDurch: "meldung",
  quelle: "register",
  proben: jaNein,
  aenderbar: true,
});
export const staat = r.fakt<Staat>("staat", {
  titel: "Staatsangehörigkeit",
  klaertDurch: "meldung",
  quelle: "register",
  proben: ["deutsch", "union"],
});
export const inDeutschlandSeit = r.fakt<IsoDatum>("inDeutschlandSeit", {
  titel: "In Deutschland seit",
  klaertDurch: "zuzug",
  quelle: "person",
  proben: frueher,
});
export const einkuenfteImInland = r.fakt<boolean>("einkuenfteImInland", {
  titel: "Einkünfte aus Arbeit oder Betrieb im Inland",
  klaertDurch: "zuzug",
  quelle: "person",
  proben: jaNein,
});
export const andereLeistung = r.fakt<boolean>("andereLeistung", {
  titel: "Vergleichbare Leistung aus dem Ausland",
  klaertDurch: "ausland",
  quelle: "person",
  proben: jaNein,
});

// A child of age.
export const lage = r.fakt<Lage>("lage", {
  titel: "Was das Kind macht",
  klaertDurch: "lage",
  quelle: "person",
  proben: ["ausbildung", "nichts"],
  aenderbar: ["ausbildung", "nichts"],
});
export const lageVon = r.fakt<IsoDatum>("lageVon", { titel: "Seit", klaertDurch: "lage", quelle: "person", proben: frueher });
export const lageBis = r.fakt<IsoDatum>("lageBis", {
  titel: "Voraussichtlich bis",
  klaertDurch: "lage",
  quelle: "person",
  proben: ["2099-12-31"],
  aenderbar: true,
});
export const ersteAusbildungFertig = r.fakt<boolean>("ersteAusbildungFertig", {
  titel: "Erste Berufsausbildung oder erstes Studium abgeschlossen",
  klaertDurch: "erwerb",
  quelle: "person",
  proben: jaNein,
});
export const wochenstunden = r.fakt<number>("wochenstunden", {
  titel: "Arbeitszeit in der Woche",
  klaertDurch: "erwerb",
  quelle: "person",
  proben: [0, 40],
});
export const nurUnschaedlich = r.fakt<boolean>("nurUnschaedlich", {
  titel: "Nur Minijob oder Ausbildungsdienstverhältnis",
  klaertDurch: "erwerb",
  quelle: "person",
  proben: jaNein,
});

// How the case came about.
export const beantragt = r.fakt<boolean>("beantragt", {
  titel: "Kindergeld ist beantragt",
  klaertDurch: "kind",
  quelle: "person",
  proben: jaNein,
  aenderbar: false,
});
export const weiteresKind = r.fakt<boolean>("weiteresKind", {
  titel: "Für ein älteres Kind wird schon Kindergeld gezahlt",
  klaertDurch: "familienkasse",
  quelle: "register",
  proben: jaNein,
});
export const ibanBekannt = r.fakt<boolean>("ibanBekannt", {
  titel: "Eine Bankverbindung ist bekannt",
  klaertDurch: "familienkasse",
  quelle: "register",
  proben: jaNein,
});
export const elternArbeitenImInland = r.fakt<boolean>("elternArbeitenImInland", {
  titel: "Mindestens ein Elternteil arbeitet im Inland",
  klaertDurch: "familienkasse",
  quelle: "register",
  proben: jaNein,
});
