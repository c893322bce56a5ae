import { defineFormular, ENDE, feld } from "#baukasten";

const fin = () =>
  feld.text({
    label: "Fahrzeug-Identifizierungsnummer",
    hinweis: "17 Zeichen, in der Zulassungsbescheinigung im Feld E.",
    max: 17,
  });
const codeTeil2 = () =>
  feld.text({
    label: "Sicherheitscode der Zulassungsbescheinigung Teil II",
    hinweis: "Unter dem Rubbelfeld des Fahrzeugbriefs. Legen Sie ihn erst jetzt frei.",
    max: 12,
  });

export const formular = defineFormular({
  start: "vorhaben",
  seiten: {
    vorhaben: {
      titel: "Was möchten Sie tun?",
      einleitung:
        "Für alles brauchen Sie die Papiere des Fahrzeugs, eine eVB-Nummer Ihrer Versicherung und die IBAN für die Kraftfahrzeugsteuer.",
      felder: {
        art: feld.auswahl({
          label: "Vorhaben",
          optionen: {
            neu: "Ein fabrikneues Fahrzeug zulassen",
            halterwechsel: "Ein gebrauchtes Fahrzeug auf mich ummelden",
            wieder: "Ein abgemeldetes Fahrzeug wieder zulassen",
          },
        }),
      },
    },
    neufahrzeug: { titel: "Welches Fahrzeug?", felder: { fin: fin(), codeTeil2: codeTeil2() } },
    fahrzeug: {
      titel: "Welches Fahrzeug?",
      felder: {
        kennzeichen: feld.text({ label: "Bisheriges Kennzeichen", max: 12 }),
        fin: fin(),
        codeTeil1: feld.text({
          label: "Sicherheitscode der Zulassungsbescheinigung Teil I",
          hinweis: "Unter dem Rubbelfeld des Fahrzeugscheins. Danach gilt der alte Schein nicht mehr.",
          max: 7,
        }),
        codeTeil2: codeTeil2(),
      },
    },
    halter: {
      titel: "Wer wird Halterin oder Halter?",
      einleitung: "Online zulassen kann nur, wer selbst Halterin oder Halter wird.",
      felder: { selbst: feld.jaNein({ label: "Das Fahrzeug soll auf mich zugelassen werden" }) },
    },
    versicherung: {
      titel: "Ihre Versicherung",
      felder: {
        evb: feld.text({ label: "eVB-Nummer", hinweis: "Sieben Zeichen. Sie bekommen sie von Ihrer Versicherung.", max: 7 }),
      },
    },
    kennzeichen: {
      titel: "Welches Kennzeichen?",
      felder: {
        wahl: feld.auswahl({
          label: "Kennzeichen",
          optionen: { behalten: "Das bisherige behalten", naechstes: "Das nächste freie", wunsch: "Ein Wunschkennzeichen" },
        }),
      },
    },
    kennzeichenNeu: {
      titel: "Welches Kennzeichen?",
      felder: {
        wahl: feld.auswahl({
          label: "Kennzeichen",
          optionen: { naechstes: "Das nächste freie", wunsch: "Ein Wunschkennzeichen" },
        }),
      },
    },
    wunsch: {
      titel: "Ihr Wunschkennzeichen",
      einleitung: "Ist es schon vergeben, meldet sich ein Mensch bei Ihnen; ein anderes teilen wir nicht von selbst zu.",
      felder: { kennzeichen: feld.text({ label: "Wunschkennzeichen", hinweis: "Zum Beispiel ZZM-AB 123", max: 12 }) },
    },
    steuer: {
      titel: "Kraftfahrzeugsteuer",
      einleitung: "Ohne Lastschriftmandat darf kein Fahrzeug zugelassen werden. Die Steuer bucht das Hauptzollamt ab, nicht wir.",
      felder: {
        iban: feld.iban({ label: "IBAN" }),
        inhaber: feld.text({ label: "Kontoinhaberin oder Kontoinhaber", autocomplete: "name", max: 70 }),
        mandat: feld.haken({
          label:
            "Ich ermächtige die Zollverwaltung, die Kraftfahrzeugsteuer von diesem Konto einzuziehen (SEPA-Lastschriftmandat).",
          muss: "Bitte erteilen Sie das Lastschriftmandat. Ohne Mandat ist keine Zulassung möglich.",
        }),
      },
    },
    nachricht: {
      titel: "Möchten Sie uns noch etwas mitteilen?",
      einleitung: "Wenn Sie hier etwas schreiben, liest es ein Mensch. Die Zulassung dauert dann einige Tage.",
      felder: { text: feld.freitext({ label: "Ihre Nachricht (freiwillig)" }) },
    },
  },
  uebergaenge: {
    vorhaben: [{ wenn: (a) => a.vorhaben?.art === "neu", nach: "neufahrzeug" }, { nach: "fahrzeug" }],
    neufahrzeug: "halter",
    fahrzeug: "halter",
    halter: "versicherung",
    versicherung: [{ wenn: (a) => a.vorhaben?.art === "neu", nach: "kennzeichenNeu" }, { nach: "kennzeichen" }],
    kennzeichen: [{ wenn: (a) => a.kennzeichen?.wahl === "wunsch", nach: "wunsch" }, { nach: "steuer" }],
    kennzeichenNeu: [{ wenn: (a) => a.kennzeichenNeu?.wahl === "wunsch", nach: "wunsch" }, { nach: "steuer" }],
    wunsch: "steuer",
    steuer: "nachricht",
    nachricht: ENDE,
  },
});

export type KzAntworten = NonNullable<typeof formular.typ>;
export type Vorhaben = "neu" | "halterwechsel" | "wieder";

/** The answers that count, whichever way through the form they were given on. */
export const fahrzeugAus = (a: KzAntworten) => {
  const neu = a.vorhaben?.art === "neu";
  const bisher = neu ? undefined : a.fahrzeug;
  return {
    art: a.vorhaben?.art,
    fin: (neu ? a.neufahrzeug?.fin : a.fahrzeug?.fin)?.toUpperCase(),
    kennzeichen: bisher?.kennzeichen,
    codeTeil1: bisher?.codeTeil1,
    codeTeil2: neu ? a.neufahrzeug?.codeTeil2 : a.fahrzeug?.codeTeil2,
    wahl: neu ? a.kennzeichenNeu?.wahl : a.kennzeichen?.wahl,
  };
};
