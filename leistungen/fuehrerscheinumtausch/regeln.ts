import { beginneRegelwerk } from "#baukasten";
import { type IsoDatum, jahrVon } from "#kalender";
import { gebuehrUmtausch, umtauschfrist } from "./parameter.ts";

const r = beginneRegelwerk("fuehrerscheinumtausch", "2026-1");
const melderegister = { klaertDurch: "meldung", quelle: "register" } as const;
const fahrerlaubnisregister = { klaertDurch: "fahrerlaubnis", quelle: "register" } as const;

const geburtsdatum = r.fakt<IsoDatum>("geburtsdatum", {
  titel: "Geburtsdatum",
  ...melderegister,
  proben: ["1948-01-01", "1975-01-01"],
});
const wohntHier = r.fakt<boolean>("wohntHier", { titel: "Hier gemeldet", ...melderegister, proben: [true, false] });
r.fakt<string>("nummer", { titel: "Nummer des Führerscheins", ...fahrerlaubnisregister, proben: ["-"] });
const ausgestelltAm = r.fakt<IsoDatum>("ausgestelltAm", {
  titel: "Ausgestellt am",
  ...fahrerlaubnisregister,
  proben: ["1995-01-01", "2003-01-01", "2015-01-01"],
});
r.fakt<string>("behoerde", { titel: "Ausgestellt von", ...fahrerlaubnisregister, proben: ["-"] });
r.fakt<string>("klassen", { titel: "Klassen", ...fahrerlaubnisregister, proben: ["B"] });
r.fakt<string>("umtauschBis", { titel: "Umzutauschen bis", ...fahrerlaubnisregister, proben: ["-"] });
const besitzt = r.fakt<boolean>("fahrerlaubnis", { titel: "Fahrerlaubnis", ...fahrerlaubnisregister, proben: [true, false] });
const lichtbild = r.fakt<boolean>("lichtbild", {
  titel: "Lichtbild",
  klaertDurch: "lichtbild",
  quelle: "person",
  proben: [true, false],
});

const zustaendig = r.knoten("Zuständige Behörde", "§ 73 Abs. 2 FeV", { wohntHier }, (f) => f.wohntHier, {
  ja: "",
  nein: "Sie sind nicht bei uns gemeldet.",
});
const inhaber = r.knoten("Inhaber einer Fahrerlaubnis", "§ 24a Abs. 2 FeV", { besitzt }, (f) => f.besitzt, {
  ja: "Sie haben eine Fahrerlaubnis.",
  nein: "Sie haben keine Fahrerlaubnis.",
});
const geburtsjahr = r.rechne("Geburtsjahr", "Anlage 8e FeV", { geburtsdatum }, (f) => Number(jahrVon(f.geburtsdatum)));
const frist = r.tafel(umtauschfrist, "§ 24a Abs. 2 FeV mit Anlage 8e", { ausgestelltAm, geburtsjahr });
const pflichtig = r.knoten("Umzutauschender Führerschein", "§ 24a Abs. 2 Satz 1 FeV", { frist }, (f) => f.frist !== "keine", {
  ja: "Ihr Führerschein ist vor dem 19. Januar 2013 ausgestellt und muss umgetauscht werden.",
  nein: "Ihr Führerschein gehört nicht zu denen, die umgetauscht werden müssen.",
});
const mitBild = r.knoten("Lichtbild liegt vor", "§ 21 Abs. 3 FeV", { lichtbild }, (f) => f.lichtbild, {
  ja: "",
  nein: "Es fehlt ein Lichtbild.",
});
const anspruch = r.alle("Umtausch", "§ 24a Abs. 2 FeV", [zustaendig, inhaber, pflichtig, mitBild]);

const satz = r.parameter(gebuehrUmtausch, "GebOSt");
const gebuehr = r.rechne("Gebühr für den Umtausch des Führerscheins", "§ 1 GebOSt", { satz }, (f): number => f.satz);

export const regelwerk = r.schliesse({ anspruch, gebuehr, rechenweg: [] });
