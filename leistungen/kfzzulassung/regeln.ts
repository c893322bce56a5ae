import { beginneRegelwerk } from "#baukasten";
import type { IsoDatum } from "#kalender";
import type { Vorhaben } from "./formular.ts";
import { gebuehrWunsch, gebuehrZulassung, zulaessigerStand } from "./parameter.ts";

const r = beginneRegelwerk("kfzzulassung", "2026-1");
const ausRegister = (klaertDurch: string) => ({ klaertDurch, quelle: "register" }) as const;
const vonPerson = (klaertDurch: string) => ({ klaertDurch, quelle: "person" }) as const;
const jaNein = [true, false];
const frage = (name: string, titel: string, klaertDurch: string) =>
  r.fakt<boolean>(name, { titel, ...ausRegister(klaertDurch), proben: jaNein });

const art = r.fakt<Vorhaben>("art", { titel: "Vorhaben", ...vonPerson("vorhaben"), proben: ["neu", "halterwechsel", "wieder"] });
r.fakt<string>("fin", { titel: "Fahrzeug-Identifizierungsnummer", ...ausRegister("fahrzeug"), proben: ["-"] });
r.fakt<string>("kennzeichen", { titel: "Kennzeichen", ...ausRegister("kennzeichen"), proben: ["-"] });
const halterSelbst = r.fakt<boolean>("halterSelbst", {
  titel: "Antrag durch den Halter",
  ...vonPerson("halter"),
  proben: jaNein,
});
const wohntHier = frage("wohntHier", "Hier gemeldet", "meldung");
const status = r.fakt<"neu" | "zugelassen" | "ausserBetrieb">("status", {
  titel: "Stand im Fahrzeugregister",
  ...ausRegister("fahrzeug"),
  proben: ["neu", "zugelassen", "ausserBetrieb"],
});
const codeTeil1 = frage("codeTeil1", "Sicherheitscode Teil I stimmt", "fahrzeug");
const codeTeil2 = frage("codeTeil2", "Sicherheitscode Teil II stimmt", "fahrzeug");
const hauptuntersuchungBis = r.fakt<IsoDatum>("hauptuntersuchungBis", {
  titel: "Hauptuntersuchung gültig bis",
  ...ausRegister("fahrzeug"),
  proben: ["2000-01-01", "2999-12-31"],
});
const versichertAb = r.fakt<IsoDatum>("versichertAb", {
  titel: "Versicherungsschutz ab",
  ...ausRegister("versicherung"),
  proben: ["2000-01-01", "2999-12-31"],
});
const mandat = r.fakt<boolean>("mandat", { titel: "SEPA-Lastschriftmandat", ...vonPerson("steuer"), proben: jaNein });
const steuerrueckstand = frage("steuerrueckstand", "Rückstand bei der Kraftfahrzeugsteuer", "rueckstaende");
const gebuehrenrueckstand = frage("gebuehrenrueckstand", "Rückstand bei Gebühren", "rueckstaende");
const wunschkennzeichen = r.fakt<boolean>("wunschkennzeichen", {
  titel: "Wunschkennzeichen",
  ...vonPerson("vorhaben"),
  proben: jaNein,
});

const halter = r.knoten("Antrag durch den Halter selbst", "§ 20 Abs. 1 FZV", { halterSelbst }, (f) => f.halterSelbst, {
  ja: "Sie lassen das Fahrzeug auf sich selbst zu und sind sicher identifiziert.",
  nein: "Online kann ein Fahrzeug nur zulassen, wer selbst Halterin oder Halter wird.",
});
const zustaendig = r.knoten("Zuständige Zulassungsbehörde", "§ 26 Abs. 3 FZV mit Anlage 11", { wohntHier }, (f) => f.wohntHier, {
  ja: "",
  nein: "Sie sind nicht bei uns gemeldet.",
});
const passt = r.tafel(zulaessigerStand, "§§ 27, 29, 30 FZV", { art, status });
const istNeu = r.knoten("Erstzulassung", "§ 27 FZV", { art }, (f) => f.art === "neu", { ja: "", nein: "" });
const teil1 = r.eine("Besitz der Zulassungsbescheinigung Teil I", "§ 26 Abs. 1 Nr. 4 FZV", [
  istNeu,
  r.knoten("Sicherheitscode Teil I", "§ 21 Abs. 1 Nr. 2 FZV", { codeTeil1 }, (f) => f.codeTeil1, {
    ja: "Der Sicherheitscode der Zulassungsbescheinigung Teil I stimmt.",
    nein: "Der Sicherheitscode der Zulassungsbescheinigung Teil I stimmt nicht.",
  }),
]);
const teil2 = r.knoten("Sicherheitscode Teil II", "§ 26 Abs. 1 Nr. 4, § 21 Abs. 1 Nr. 3 FZV", { codeTeil2 }, (f) => f.codeTeil2, {
  ja: "Der Sicherheitscode der Zulassungsbescheinigung Teil II stimmt.",
  nein: "Der Sicherheitscode der Zulassungsbescheinigung Teil II stimmt nicht.",
});
const untersucht = r.eine("Gültige Hauptuntersuchung", "§ 22 FZV, § 29 StVZO", [
  istNeu,
  r.knoten(
    "Hauptuntersuchung nicht abgelaufen",
    "§ 22 FZV, § 29 StVZO",
    { hauptuntersuchungBis },
    (f, tag) => f.hauptuntersuchungBis >= tag,
    { ja: "Die Hauptuntersuchung ist gültig.", nein: "Die Hauptuntersuchung ist abgelaufen." },
  ),
]);
const versichert = r.knoten(
  "Haftpflichtversicherung",
  "§ 26 Abs. 2 FZV, § 1 PflVG",
  { versichertAb },
  (f, tag) => f.versichertAb <= tag,
  { ja: "Ihre Versicherung hat die eVB-Nummer bestätigt.", nein: "Der Versicherungsschutz beginnt erst später." },
);
const steuer = r.alle("Kraftfahrzeugsteuer", "§ 13 KraftStG", [
  r.knoten("Lastschriftmandat", "§ 13 Abs. 1 KraftStG, § 26 Abs. 2 FZV", { mandat }, (f) => f.mandat, {
    ja: "Das Lastschriftmandat für die Steuer ist erteilt.",
    nein: "Es fehlt das Lastschriftmandat für die Steuer.",
  }),
  r.knoten("Kein Steuerrückstand", "§ 13 KraftStG", { steuerrueckstand }, (f) => !f.steuerrueckstand, {
    ja: "Es ist keine Kraftfahrzeugsteuer offen.",
    nein: "Es ist Kraftfahrzeugsteuer offen.",
  }),
]);
const keineGebuehren = r.knoten(
  "Kein Gebührenrückstand",
  "§ 6a Abs. 8 StVG",
  { gebuehrenrueckstand },
  (f) => !f.gebuehrenrueckstand,
  {
    ja: "",
    nein: "Es sind Gebühren aus früheren Zulassungen offen.",
  },
);
const anspruch = r.alle("Zulassung", "§ 3 Abs. 1 FZV", [
  halter,
  zustaendig,
  passt,
  teil1,
  teil2,
  untersucht,
  versichert,
  steuer,
  keineGebuehren,
]);

const grundgebuehr = r.tafel(gebuehrZulassung, "GebOSt", { art });
const zuschlag = r.parameter(gebuehrWunsch, "GebOSt");
const gebuehr = r.rechne(
  "Gebühr für die Zulassung",
  "§ 1 GebOSt",
  { grundgebuehr, wunschkennzeichen, zuschlag },
  (f): number => f.grundgebuehr + (f.wunschkennzeichen ? f.zuschlag : 0),
);

export const regelwerk = r.schliesse({ anspruch, gebuehr, rechenweg: [] });
