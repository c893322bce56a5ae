import { beginneRegelwerk } from "#baukasten";
import type { IsoDatum } from "#kalender";
import { gebuehrAnmeldung } from "./parameter.ts";

const r = beginneRegelwerk("gewerbeanmeldung", "2026-1");
const von = (klaertDurch: string) => ({ klaertDurch, quelle: "person" }) as const;
const text = (name: string, titel: string, seite: string) => r.fakt<string>(name, { titel, ...von(seite), proben: ["-"] });

// What the receipt repeats of the notice.
text("inhaber", "Betriebsinhaber", "person");
text("eintrag", "Eintrag im Handelsregister", "registereintrag");
text("vertretung", "Vertretung", "vertreter");
text("betriebsstaette", "Betriebsstätte", "betrieb");
text("niederlassung", "Angemeldet wird", "niederlassung");
text("beschreibung", "Angemeldete Tätigkeit", "taetigkeit");
r.fakt<IsoDatum>("beginn", { titel: "Beginn", ...von("taetigkeit"), proben: ["2026-01-01"] });
text("erwerb", "Erwerb", "taetigkeit");
text("personal", "Tätige Personen", "personal");
text("hinweis", "Außerdem nötig", "erlaubnis");
const vollstaendig = r.fakt<boolean>("vollstaendig", {
  titel: "Anzeige vollständig",
  ...von("taetigkeit"),
  proben: [true, false],
});
const anzeigepflichtig = r.fakt<boolean>("anzeigepflichtig", {
  titel: "Angezeigt vom Inhaber oder seiner Vertretung",
  ...von("anzeigende"),
  proben: [true, false],
});
const istGewerbe = r.fakt<boolean>("istGewerbe", { titel: "Stehendes Gewerbe", ...von("keinGewerbe"), proben: [true, false] });

const anspruch = r.alle("Empfangsbescheinigung", "§ 15 Abs. 1 GewO", [
  r.knoten("Gewerbe im Sinne der Anzeigepflicht", "§§ 6, 14 Abs. 1 GewO", { istGewerbe }, (f) => f.istGewerbe, {
    ja: "Sie zeigen den Beginn eines stehenden Gewerbes an.",
    nein: "Die Tätigkeit ist kein anzeigepflichtiges Gewerbe.",
  }),
  r.knoten("Anzeige durch den Verpflichteten", "§ 14 Abs. 1 GewO", { anzeigepflichtig }, (f) => f.anzeigepflichtig, {
    ja: "Sie betreiben das Gewerbe selbst oder vertreten die Gesellschaft.",
    nein: "Sie betreiben das Gewerbe nicht selbst und vertreten die Gesellschaft nicht.",
  }),
  r.knoten("Vollständige Anzeige", "§ 14 Abs. 4 GewO, GewAnzV", { vollstaendig }, (f) => f.vollstaendig, {
    ja: "Ihre Anzeige ist vollständig.",
    nein: "In Ihrer Anzeige fehlen Angaben.",
  }),
]);
const satz = r.parameter(gebuehrAnmeldung, "Gebührenordnung des Landes");
const gebuehr = r.rechne("Gebühr für die Gewerbeanmeldung", "Gebührenordnung des Landes", { satz }, (f): number => f.satz);

export const regelwerk = r.schliesse({ anspruch, gebuehr, rechenweg: [] });
