import { beginneRegelwerk } from "#baukasten";
import type { IsoDatum } from "#kalender";
import { gebuehrPapier } from "./parameter.ts";

const r = beginneRegelwerk("meldebescheinigung", "2026-1");
const register = { klaertDurch: "meldung", quelle: "register" } as const;
const text = (name: string, titel: string) => r.fakt<string>(name, { titel, ...register, proben: ["-"] });

const gemeldet = r.fakt<boolean>("gemeldet", { titel: "Hier gemeldet", ...register, proben: [true, false] });
// What the record says. None of it is judged: it stands in the register, or it does not stand in the record.
text("nachname", "Familienname");
text("vornamen", "Vornamen");
text("doktorgrad", "Doktorgrad");
r.fakt<IsoDatum>("geburtsdatum", { titel: "Geburtsdatum", ...register, proben: ["1990-01-01"] });
text("geburtsort", "Geburtsort");
text("geschlecht", "Geschlecht");
text("staatsangehoerigkeit", "Staatsangehörigkeit");
text("anschrift", "Derzeitige Anschrift (alleinige Wohnung)");
r.fakt<IsoDatum>("einzugsdatum", { titel: "Einzugsdatum", ...register, proben: ["2020-01-01"] });
text("familienstand", "Familienstand");
text("kinder", "Minderjährige Kinder");
text("lebend", "Sterbedatum");
const aufPapier = r.fakt<boolean>("aufPapier", {
  titel: "Auf Papier gewünscht",
  klaertDurch: "form",
  quelle: "person",
  proben: [true, false],
});

const anspruch = r.knoten("Im Melderegister gespeichert", "§ 18 Abs. 1 BMG", { gemeldet }, (f) => f.gemeldet, {
  ja: "Sie sind bei uns gemeldet.",
  nein: "Sie sind bei uns nicht gemeldet.",
});
const satz = r.parameter(gebuehrPapier, "Gebührenordnung des Landes oder Satzung");
const gebuehr = r.rechne(
  "Gebühr für die Meldebescheinigung auf Papier",
  "Gebührenordnung des Landes oder Satzung; elektronisch unentgeltlich, § 18 Abs. 3 BMG",
  { aufPapier, satz },
  (f): number => (f.aufPapier ? f.satz : 0),
);

export const regelwerk = r.schliesse({ anspruch, gebuehr, rechenweg: [] });
