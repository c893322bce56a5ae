import { rundeKaufmaennisch } from "#geld";
import { alterAm, ersterTag, monatVon } from "#kalender";
import { andereLeistung, blindBis, blindSeit, geburtsdatum, imHeim, land, merkzeichenBl, r, wohntHier } from "./fakten.ts";
import { anteilImHeim, blindengeldsatz } from "./parameter.ts";

const gesetz = "Blindengeldgesetz des Landes (NW: GHBG, NI: LBlindGG)";

export const geboren = r.knoten("Geboren", "§ 1 BGB", { geburtsdatum }, (f, tag) => f.geburtsdatum <= tag);
const gemeldet = r.knoten("Wohnung im Land", "§ 30 Abs. 3 SGB I", { wohntHier }, (f) => f.wohntHier, {
  ja: "Sie wohnen in diesem Land.",
  nein: "",
});
const aufenthalt = r.eine("Gewöhnlicher Aufenthalt im Land", gesetz, [
  gemeldet,
  r.person("gewoehnlicherAufenthalt", "Gewöhnlicher Aufenthalt ohne Meldung im Land", "§ 30 Abs. 3 SGB I", "beurteilung", {
    ja: "Sie halten sich gewöhnlich in diesem Land auf.",
    nein: "Sie halten sich nicht gewöhnlich in diesem Land auf.",
  }),
]);

// § 152 SGB IX: the mark Bl is the finding that someone is blind. Without it a person reads the doctor's certificate.
const festgestellt = r.knoten("Merkzeichen Bl", "§ 152 Abs. 4 SGB IX", { merkzeichenBl }, (f) => f.merkzeichenBl, {
  ja: "Bei Ihnen ist Blindheit festgestellt (Merkzeichen Bl).",
  nein: "",
});
const schon = r.knoten("Merkzeichen gilt schon", "§ 152 SGB IX", { blindSeit }, (f, tag) => f.blindSeit <= tag, {
  ja: "",
  nein: "Das Merkzeichen Bl galt in diesem Zeitraum noch nicht.",
});
const noch = r.knoten("Merkzeichen gilt noch", "§ 152 SGB IX", { blindBis }, (f, tag) => f.blindBis >= tag, {
  ja: "",
  nein: "Das Merkzeichen Bl ist abgelaufen.",
});
const blind = r.eine("Blind", gesetz, [
  r.alle("Blindheit festgestellt", "§ 152 SGB IX", [festgestellt, schon, noch]),
  r.person("blindNachAttest", "Blind nach augenärztlicher Bescheinigung", gesetz, "beurteilung", {
    ja: "Die augenärztliche Bescheinigung weist Ihre Blindheit nach.",
    nein: "Blindheit ist nicht nachgewiesen.",
  }),
]);
const keineAndere = r.knoten("Keine gleichartige Leistung", gesetz, { andereLeistung }, (f) => !f.andereLeistung, {
  ja: "",
  nein: "Sie bekommen wegen Ihrer Blindheit schon eine gleichartige Leistung.",
});
const anspruch = r.alle("Anspruch auf Blindengeld", gesetz, [geboren, aufenthalt, blind, keineAndere]);

// The age on the first of the month: a birthday changes the amount from the next month on.
const alter = r.rechne("Alter am Ersten des Monats", gesetz, { geburtsdatum }, (f, tag) =>
  Math.max(0, alterAm(f.geburtsdatum, ersterTag(monatVon(tag)))),
);
const satz = r.tafel(blindengeldsatz, gesetz, { land, alter });
const heimanteil = r.parameter(anteilImHeim, gesetz);
const genau = r.rechne(
  "Anteil in einer Einrichtung, in hundertstel Cent",
  gesetz,
  { satz, imHeim, heimanteil },
  (f) => f.satz * (f.imHeim ? f.heimanteil : 100),
);
const auszuzahlen = r.runde("Auszahlung, auf Cent gerundet", gesetz, genau, (hundertstel) =>
  rundeKaufmaennisch(hundertstel, 100),
);

export const regelwerk = r.schliesse({ anspruch, betrag: auszuzahlen, rechenweg: [satz, auszuzahlen] });
