import { type Dauer, zuletzt } from "#baukasten";
import { geburtstag, type IsoDatum } from "#kalender";
import { altersgrenzen, altersstufen } from "./parameter.ts";

/** Income of the child that came after the application: the child gives back, whoever is to blame. */
const vomKind = {
  norm: "§ 5 Abs. 2 UhVorschG",
  text: "Das Kind hat in diesen Monaten eigene Einkünfte gehabt. Den Betrag zahlt das Kind zurück, vertreten durch Sie.",
};

/** How Unterhaltsvorschuss lives on until the eighteenth birthday. */
export const dauer: Dauer = {
  normen: {
    // § 5 comes before §§ 45 to 50 SGB X: it asks for negligence already, and names who must give back.
    vergangenheit: "§ 5 Abs. 1 UhVorschG, § 48 Abs. 1 Satz 2 Nr. 2 bis 4 SGB X",
    erstattung: "§ 5 Abs. 1 UhVorschG, § 50 Abs. 1 SGB X",
  },
  // Whether somebody lives here counts by the day (§ 2 Abs. 1 Satz 3: part of a month); what is paid to the child counts in its month.
  seiten: {
    zuhause: { titel: "Das Kind wohnt nicht mehr bei mir, oder wieder bei mir", wirkt: "tag" },
    familienstand: { titel: "Mein Familienstand hat sich geändert: Heirat, Trennung, Scheidung", wirkt: "tag" },
    angabenElternteil: { titel: "Der andere Elternteil ist zu mir gezogen, oder wieder ausgezogen", wirkt: "tag" },
    andererElternteil: { titel: "Ich weiß jetzt, wer der andere Elternteil ist, oder er ist verstorben", wirkt: "tag" },
    unterhalt: {
      titel: "Der andere Elternteil zahlt Unterhalt, oder zahlt anders als bisher",
      wirkt: "monat",
      erstattung: vomKind,
    },
    waisenbezuege: { titel: "Die Waisenrente hat sich geändert", wirkt: "monat", erstattung: vomKind },
    kindergeld: { titel: "Das Kindergeld bekommt jetzt jemand anderes", wirkt: "monat" },
    sgb2: { titel: "Das Kind bekommt jetzt Bürgergeld oder keines mehr, oder mein Einkommen hat sich geändert", wirkt: "monat" },
    schule: { titel: "Das Kind geht nicht mehr zur Schule, oder verdient eigenes Geld", wirkt: "monat" },
    anschrift: { titel: "Wir sind umgezogen", wirkt: "tag" },
    konto: { titel: "Meine Bankverbindung hat sich geändert", wirkt: "auszahlung" },
  },
  // The entry of birth does not change; everything else can.
  nachweise: ["familienstand", "haushalt", "jobcenter", "andereJugendaemter"],
  stichtage(fakten) {
    const geboren = fakten.geburtsdatum as IsoDatum | undefined;
    if (!geboren) return [];
    // By the registered figures of the day of birth: a day to look at the case, the rules decide what comes of it.
    const [zweiteStufe] = zuletzt(altersstufen, geboren);
    const { ohneWeiteres, hoechstens } = zuletzt(altersgrenzen, geboren);
    return [
      {
        am: geburtstag(geboren, zweiteStufe),
        titel: `${zweiteStufe}. Geburtstag: höhere Altersstufe`,
        art: "pruefung",
        vorlaufTage: 0,
        nachweise: [],
      },
      // From twelve on it depends on SGB II: asked early enough to hear the parent before the money would stop.
      {
        am: geburtstag(geboren, ohneWeiteres),
        titel: `${ohneWeiteres}. Geburtstag: andere Voraussetzungen`,
        art: "pruefung",
        vorlaufTage: 60,
        nachweise: ["jobcenter"],
      },
      {
        am: geburtstag(geboren, hoechstens),
        titel: `${hoechstens}. Geburtstag: Ende der Leistung`,
        art: "ende",
        vorlaufTage: 42,
        nachweise: [],
      },
    ];
  },
  verlaengerungVorlaufTage: 31,
  anhoerungTage: 21,
  vertrauensschutz: {
    frage:
      "Hat der Elternteil vorsätzlich oder fahrlässig falsche Angaben gemacht, eine Änderung nicht unverzüglich mitgeteilt, oder hätte er wissen müssen, dass die Voraussetzungen nicht mehr erfüllt sind?",
    norm: "§ 5 Abs. 1, § 6 Abs. 4 UhVorschG",
  },
  erstattungspflichtig: "Sie haben das Geld für das Kind bekommen und müssen den Betrag selbst ersetzen.",
};
