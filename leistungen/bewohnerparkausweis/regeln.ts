import { beginneRegelwerk } from "#baukasten";
import type { IsoDatum } from "#kalender";
import { parkgebuehr } from "./parameter.ts";

const r = beginneRegelwerk("bewohnerparkausweis", "2026-1");
const norm = "§ 45 Abs. 1b Satz 1 Nr. 2a StVO";
const jaNein = [true, false] as const;
const vonPerson = { quelle: "person", proben: jaNein } as const;

const inZone = r.fakt<boolean>("inZone", {
  titel: "Wohnung in einer Bewohnerparkzone",
  klaertDurch: "meldung",
  quelle: "register",
  proben: jaNein,
});
r.fakt<string>("zone", { titel: "Bewohnerparkzone", klaertDurch: "meldung", quelle: "register", proben: ["-"] });
r.fakt<string>("kennzeichen", { titel: "Kennzeichen", klaertDurch: "fahrzeug", quelle: "person", proben: ["-"] });
r.fakt<IsoDatum>("ab", { titel: "Gültig ab", klaertDurch: "beginn", quelle: "person", proben: ["2026-01-01"] });
const istHalter = r.fakt<boolean>("istHalter", {
  titel: "Fahrzeug auf die Person zugelassen",
  klaertDurch: "fahrzeug",
  ...vonPerson,
});
const hatSchon = r.fakt<boolean>("hatSchon", { titel: "Hat schon einen Ausweis", klaertDurch: "weitere", ...vonPerson });

const bewohner = r.knoten("Bewohner der Zone", norm, { inZone }, (f) => f.inZone, {
  ja: "Sie sind in der Bewohnerparkzone gemeldet.",
  nein: "Ihre gemeldete Wohnung liegt in keiner Bewohnerparkzone.",
});
const halter = r.knoten("Halter des Fahrzeugs", norm, { istHalter }, (f) => f.istHalter, {
  ja: "Das Fahrzeug ist auf Sie zugelassen.",
  nein: "Das Fahrzeug ist nicht auf Sie zugelassen.",
});
const nutztDauernd = r.person("nutztDauernd", "Nutzt das Fahrzeug dauernd", norm, "beurteilung", {
  ja: "Sie nutzen das Fahrzeug dauernd.",
  nein: "Dass Sie das Fahrzeug dauernd nutzen, ist nicht nachgewiesen.",
});
const ersterAusweis = r.knoten("Noch kein Ausweis", norm, { hatSchon }, (f) => !f.hatSchon, {
  ja: "",
  nein: "Sie haben schon einen Bewohnerparkausweis.",
});
const regelfall = r.alle("Regelfall", norm, [bewohner, r.eine("Fahrzeug", norm, [halter, nutztDauernd]), ersterAusweis]);
// What the rule does not give, the authority may give in its discretion; so no rule refuses.
const ausnahme = r.person("ausnahme", "Ausnahme im Einzelfall", "§ 46 Abs. 1 Satz 1 Nr. 11 StVO", "ermessen", {
  ja: "Wir lassen in Ihrem Fall eine Ausnahme zu.",
  nein: "Gründe für eine Ausnahme liegen nicht vor.",
});
const anspruch = r.eine("Bewohnerparkausweis", norm, [regelfall, ausnahme]);

const satz = r.satzung(parkgebuehr, "§ 6a Abs. 5a StVG");
const gebuehr = r.rechne("Gebühr für den Bewohnerparkausweis, ein Jahr", "§ 6a Abs. 5a StVG", { satz }, (f): number => f.satz);

export const regelwerk = r.schliesse({ anspruch, gebuehr, rechenweg: [] });
