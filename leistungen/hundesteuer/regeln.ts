import { monateVonBis, monatVon } from "#kalender";
import { beginn, ende, gefaehrlich, merkzeichen, r, rang, verguenstigung, wohntHier } from "./fakten.ts";
import { hundesteuersatzung } from "./parameter.ts";

const norm = "Hundesteuersatzung";
const satzung = r.satzung(hundesteuersatzung, norm);
const bis = r.bis();

const gehalten = r.knoten("Hund im Gemeindegebiet", norm, { wohntHier }, (f) => f.wohntHier, {
  ja: "Sie wohnen in der Gemeinde und halten hier einen Hund.",
  nein: "Sie wohnen nicht in der Gemeinde. Die Steuer erhebt die Gemeinde, in der Sie wohnen.",
});
const hilft = r.knoten("Befreiung beantragt", norm, { verguenstigung }, (f) => f.verguenstigung === "assistenzhund");
const mitMerkzeichen = r.knoten("Merkzeichen genügt", norm, { merkzeichen, satzung }, (f) =>
  f.merkzeichen.some((each) => f.satzung.befreitBeiMerkzeichen.includes(each)),
);
const mitAusweis = r.person("ausweisGenuegt", "Der hochgeladene Ausweis belegt das Merkzeichen", norm, "beurteilung");
const befreit = r.alle("Befreiung", norm, [hilft, r.eine("Hilfsbedürftig", norm, [mitMerkzeichen, mitAusweis])], {
  ja: "Der Hund hilft Ihnen, und Sie haben ein Merkzeichen, das von der Steuer befreit.",
  nein: "",
});
const ermaessigungBeantragt = r.knoten(
  "Ermäßigung, die die Satzung kennt, beantragt",
  norm,
  { verguenstigung, satzung },
  (f) =>
    f.verguenstigung !== "keine" &&
    f.verguenstigung !== "assistenzhund" &&
    f.satzung.ermaessigtAufProzent[f.verguenstigung] !== undefined,
);
// A dangerous dog is never cheaper: what the Satzungen have in common that we know.
const ungefaehrlich = r.knoten("Kein gefährlicher Hund", norm, { gefaehrlich }, (f) => !f.gefaehrlich);
const belegt = r.person("belegGenuegt", "Der Nachweis belegt die Ermäßigung", norm, "beurteilung");
const ermaessigt = r.alle("Ermäßigung", norm, [ermaessigungBeantragt, ungefaehrlich, belegt], {
  ja: "Ihr Nachweis belegt die Ermäßigung.",
  nein: "",
});
const voll = r.nicht("Voller Satz", norm, r.eine("Vergünstigung", norm, [befreit, ermaessigt]), {
  ja: "Es gilt der volle Satz.",
  nein: "",
});
const anspruch = r.alle("Hundesteuer", norm, [gehalten, r.eine("Satz geklärt", norm, [befreit, ermaessigt, voll])]);

const jahressatz = r.rechne("Satz im Jahr", norm, { satzung, gefaehrlich, rang }, (f): number => {
  if (f.gefaehrlich) return f.satzung.gefaehrlicherHundCent;
  if (f.rang === 1) return f.satzung.ersterHundCent;
  return f.rang === 2 ? f.satzung.zweiterHundCent : f.satzung.weitererHundCent;
});
const prozent = r.rechne(
  "Anteil des Satzes in Prozent",
  norm,
  { satzung, befreit, ermaessigt, verguenstigung },
  ({ satzung: s, ...f }): number => {
    if (f.befreit) return 0;
    if (!f.ermaessigt || f.verguenstigung === "keine" || f.verguenstigung === "assistenzhund") return 100;
    return s.ermaessigtAufProzent[f.verguenstigung] ?? 100;
  },
);
const imJahr = r.rechne(
  "Steuer für ein ganzes Jahr, in hundertstel Cent",
  norm,
  { jahressatz, prozent },
  (f) => f.jahressatz * f.prozent,
);
const monate = r.rechne("Monate", norm, { beginn, ende, bis }, (f, tag) => {
  const [, erster = tag] = [f.beginn, tag].sort();
  const [letzter = f.bis] = [f.ende, f.bis].sort();
  return monateVonBis(monatVon(erster), monatVon(letzter)).length;
});
const anteilig = r.rechne("Anteil der Monate, in zwölfhundertstel Cent", norm, { imJahr, monate }, (f) => f.imJahr * f.monate);
// The Satzung names a tax for the year and parts by months; no fraction of a cent is ever asked for.
const steuer = r.runde("Steuer, abgerundet auf Cent", norm, anteilig, (teile) => Math.floor(teile / 1200));

export const regelwerk = r.schliesse({ anspruch, betrag: steuer, rechenweg: [jahressatz, steuer] });
