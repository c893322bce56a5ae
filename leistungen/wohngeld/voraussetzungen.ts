import { anteilig } from "#geld";
import { alterAm, type IsoDatum } from "#kalender";
import type { Regelbedarf } from "../kinderzuschlag/parameter.ts";
import { regelbedarfe } from "./einkommen.ts";
import {
  bruttokaltmiete,
  deutschOderEu,
  einkommenBestaetigt,
  haushaltBestaetigt,
  heizkosten,
  mieteBestaetigt,
  mitbewohner,
  nurAusbildung,
  type Person,
  r,
  vermoegen,
  wohntZurMiete,
} from "./fakten.ts";
import { wohngeld } from "./hoehe.ts";
import { alle, anzahl, mitglieder } from "./miete.ts";
import { kinderImHaushaltUnter, mindestbetrag, vermoegensgrenze } from "./parameter.ts";

export const mieter = r.knoten("Mieter der bewohnten Wohnung", "§ 3 Abs. 1 WoGG", { wohntZurMiete }, (f) => f.wohntZurMiete, {
  ja: "Sie wohnen zur Miete und nutzen die Wohnung selbst.",
  nein: "Mietzuschuss gibt es nur für eine Wohnung, die Sie gemietet haben und selbst bewohnen. Für Eigentum gibt es den Lastenzuschuss.",
});
export const aufenthalt = r.knoten("Aufenthaltsrecht", "§ 3 Abs. 5 WoGG", { deutschOderEu }, (f) => f.deutschOderEu, {
  ja: "",
  nein: "Wohngeld setzt voraus, dass Sie sich mit einem Aufenthaltsrecht in Deutschland aufhalten.",
});
export const nichtAusgeschlossen = r.knoten(
  "Nicht alle ausgeschlossen",
  "§ 7, § 21 Nr. 2 WoGG",
  { anzahl },
  (f) => f.anzahl > 0,
  {
    ja: "",
    nein: "Alle in Ihrem Haushalt bekommen eine Leistung, in der die Kosten der Wohnung schon enthalten sind. Daneben gibt es kein Wohngeld.",
  },
);
export const nichtNurAusbildung = r.knoten(
  "Nicht nur Ausbildungsförderung",
  "§ 20 Abs. 2 WoGG",
  { nurAusbildung },
  (f) => !f.nurAusbildung,
  {
    ja: "",
    nein: "Allen in Ihrem Haushalt steht dem Grunde nach Ausbildungsförderung zu. Dann gibt es kein Wohngeld.",
  },
);

// § 21 Nr. 3 WoGG: abuse, above all by considerable wealth; above the line of the Verwaltungsvorschrift a person looks at the case.
const grenze = r.parameter(vermoegensgrenze, "§ 21 Nr. 3 WoGG, Nr. 21.37 WoGVwV");
const unterGrenze = r.knoten(
  "Vermögen nicht erheblich",
  "§ 21 Nr. 3 WoGG, Nr. 21.37 WoGVwV",
  { vermoegen, grenze, anzahl },
  (f) => f.vermoegen <= f.grenze.erstes + Math.max(0, f.anzahl - 1) * f.grenze.weiteres,
  {
    ja: "Ihr Vermögen liegt nicht über der Grenze.",
    nein: "Ihr Vermögen ist erheblich.",
  },
);
const trotzdemNichtMissbraeuchlich = r.person(
  "trotzVermoegen",
  "Trotz des Vermögens nicht missbräuchlich",
  "§ 21 Nr. 3 WoGG",
  "beurteilung",
  {
    ja: "Nach den Umständen Ihres Falls steht das Vermögen dem Wohngeld nicht entgegen.",
    nein: "Wohngeld neben diesem Vermögen wäre missbräuchlich.",
  },
);
export const vermoegenStehtNichtEntgegen = r.eine("Vermögen steht nicht entgegen", "§ 21 Nr. 3 WoGG", [
  unterGrenze,
  trotzdemNichtMissbraeuchlich,
]);

const kleinster = r.parameter(mindestbetrag, "§ 21 Nr. 1 WoGG");
export const genug = r.knoten(
  "Mindestens der kleinste Betrag",
  "§ 21 Nr. 1 WoGG",
  { wohngeld, kleinster },
  (f) => f.wohngeld >= f.kleinster,
  {
    ja: "",
    nein: "Nach Miete, Einkommen und Zahl der Menschen im Haushalt ergibt sich weniger als 10 Euro Wohngeld im Monat.",
  },
);

const volljaehrigUnter = r.parameter(kinderImHaushaltUnter, "§ 7 Abs. 3 Nr. 4 SGB II");
/** What the household needs to live on, as a first look at whether the stated income can be all of it. */
export const bedarf = r.rechne(
  "Bedarf für den Lebensunterhalt",
  "§ 15 WoGG, Nr. 15.01 WoGVwV",
  { mitglieder, regelbedarfe, volljaehrigUnter, bruttokaltmiete, heizkosten, anzahl, alle, mitbewohner },
  (f, tag) =>
    f.mitglieder.reduce((summe, each) => summe + regelbedarfFuer(each, f.regelbedarfe, f.volljaehrigUnter, tag), 0) +
    anteilig(f.bruttokaltmiete + f.heizkosten, f.anzahl, Math.max(1, f.alle + f.mitbewohner)),
);
export const verfuegbar = r.rechne("Verfügbares Einkommen", "§ 15 WoGG, Nr. 15.01 WoGVwV", { mitglieder }, (f) =>
  f.mitglieder.reduce((summe, each) => summe + each.verfuegbarCent, 0),
);
const deckt = r.knoten(
  "Einkommen deckt den Lebensunterhalt",
  "§ 15 WoGG, Nr. 15.01 WoGVwV",
  { verfuegbar, bedarf },
  (f) => f.verfuegbar >= f.bedarf,
);
const vonRegistern = r.alle(
  "Von Registern bestätigt und ausreichend",
  "§ 15 WoGG, § 21 SGB X",
  [haushaltBestaetigt, einkommenBestaetigt, mieteBestaetigt, deckt],
  { ja: "Haushalt, Einkommen und Miete sind bestätigt.", nein: "" },
);
const beurteilt = r.person("angabenPlausibel", "Angaben sind vollständig und plausibel", "§ 15 WoGG, § 20 SGB X", "beurteilung", {
  ja: "Ihre Angaben zu Haushalt, Einkommen und Miete sind nachvollziehbar.",
  nein: "Ihre Angaben zu Haushalt, Einkommen und Miete sind nicht nachvollziehbar.",
});
export const nachgewiesen = r.eine("Angaben nachgewiesen", "§ 15 WoGG, §§ 20, 21 SGB X", [vonRegistern, beurteilt]);

function regelbedarfFuer({ kind, mitPartner, geburtsdatum }: Person, saetze: Regelbedarf, unter: number, tag: IsoDatum): number {
  const alter = alterAm(geburtsdatum, tag);
  const bisAlter = saetze.kinder.find(({ unter }) => alter < unter);
  if (kind && bisAlter) return bisAlter.cent;
  if (kind && alter < unter) return saetze.volljaehrigesKind;
  return mitPartner ? saetze.partner : saetze.alleinstehend;
}
