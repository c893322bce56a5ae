import { type Angaben, type Bau, verbinde, verheirate } from "./bau.ts";
import type { Anschrift, Person } from "./person.ts";

/** A person with a name that demos, tests and documents speak of. `geschichte` is what the log-in page tells about them. */
export type Persona = { schluessel: string; person: Person; geschichte: string };

const inMusterstadt = (strasse: string, hausnummer: string, plz = "00401"): Anschrift => ({
  strasse,
  hausnummer,
  plz,
  ort: "Musterstadt",
});
const inBeispielheim = (strasse: string, hausnummer: string): Anschrift => ({
  strasse,
  hausnummer,
  plz: "00611",
  ort: "Beispielheim",
});

/** Nothing of a Persona is left to chance but the numbers. */
const fest = {
  herkunft: "deutsch",
  staatsangehoerigkeit: "deutsch",
  auskunftssperre: false,
  vertrauensniveau: "substantiell",
  geburtsort: "Musterstadt",
  einkommenCent: 240_000,
} as const;
type Rest<T> = Partial<Omit<T, "mandant" | "geschlecht" | "geburtsdatum">>;
type Wer = Rest<Person> & {
  vornamen: string;
  nachname: string;
  geburtsdatum: string;
  anschrift: Anschrift;
  einzugsdatum: string;
};

function ziehe(bau: Bau, geschlecht: "w" | "m", wer: Wer, mandant: Angaben["mandant"]): Person {
  return bau.fuegeHinzu({
    ...fest,
    email: `${wer.vornamen.split(" ")[0]?.toLowerCase()}@post.example`,
    ...wer,
    geschlecht,
    mandant,
  });
}

const kindBei = (
  bau: Bau,
  elternteil: Person,
  vornamen: string,
  geschlecht: "w" | "m",
  geburtsdatum: string,
  mehr: Rest<Person> = {},
) =>
  bau.fuegeHinzu({
    ...fest,
    einkommenCent: 0,
    nachname: elternteil.nachname,
    herkunft: elternteil.herkunft,
    staatsangehoerigkeit: elternteil.staatsangehoerigkeit,
    anschrift: elternteil.anschrift,
    auskunftssperre: elternteil.auskunftssperre,
    lebtBei: elternteil.idnr,
    einzugsdatum: geburtsdatum > elternteil.einzugsdatum ? geburtsdatum : elternteil.einzugsdatum,
    ...mehr,
    vornamen,
    geburtsdatum,
    geschlecht,
    mandant: elternteil.mandant,
  });

/** Drawn before everybody else, so that their numbers never change as long as this list only grows at its end. */
export function zieheTrennungspersonas(bau: Bau): Persona[] {
  const frau = (wer: Wer) => ziehe(bau, "w", wer, "musterstadt");
  const mann = (wer: Wer, mandant: Angaben["mandant"] = "musterstadt") => ziehe(bau, "m", wer, mandant);

  const anna = frau({
    vornamen: "Anna",
    nachname: "Beispiel",
    geburtsdatum: "1994-06-17",
    anschrift: inMusterstadt("Lindenallee", "12"),
    einzugsdatum: "2021-03-01",
  });
  const tobias = mann(
    {
      vornamen: "Tobias",
      nachname: "Vogt",
      geburtsdatum: "1992-01-30",
      anschrift: inBeispielheim("Am Markt", "3"),
      einzugsdatum: "2024-09-15",
    },
    "beispielkreis",
  );
  verbinde(kindBei(bau, anna, "Mia", "w", "2022-03-24"), anna, tobias, "anerkannt");

  const berta = frau({
    vornamen: "Berta",
    nachname: "Schulte",
    geburtsdatum: "1988-11-02",
    anschrift: inMusterstadt("Birkenweg", "7"),
    einzugsdatum: "2018-05-01",
    vertrauensniveau: "niedrig",
  });
  const rolf = mann({
    vornamen: "Rolf",
    nachname: "Schulte",
    geburtsdatum: "1985-02-11",
    anschrift: inMusterstadt("Nordwall", "51", "00403"),
    einzugsdatum: "2023-01-15",
  });
  berta.familienstand = "geschieden";
  rolf.familienstand = "geschieden";
  verbinde(kindBei(bau, berta, "Emil", "m", "2019-08-05"), berta, rolf, "ehe");

  const carla = frau({
    vornamen: "Carla",
    nachname: "Sommer",
    geburtsdatum: "1991-09-09",
    anschrift: inMusterstadt("Rosenweg", "23", "00402"),
    einzugsdatum: "2025-12-01",
    auskunftssperre: true,
  });
  const kai = mann({
    vornamen: "Kai",
    nachname: "Brandt",
    geburtsdatum: "1987-04-22",
    anschrift: inMusterstadt("Südring", "88", "00403"),
    einzugsdatum: "2019-07-01",
  });
  verbinde(kindBei(bau, carla, "Lina", "w", "2021-05-14"), carla, kai, "anerkannt");

  const dieter = mann({
    vornamen: "Dieter",
    nachname: "Hoffmann",
    geburtsdatum: "1983-12-19",
    anschrift: inMusterstadt("Gartenstraße", "5"),
    einzugsdatum: "2016-10-01",
  });
  const nadine = frau({
    vornamen: "Nadine",
    nachname: "Keller",
    geburtsdatum: "1986-03-08",
    anschrift: dieter.anschrift,
    einzugsdatum: "2016-10-01",
  });
  verbinde(kindBei(bau, dieter, "Ole", "m", "2018-01-27"), nadine, dieter, "anerkannt");

  const eva = frau({
    vornamen: "Eva",
    nachname: "Lindner",
    geburtsdatum: "1990-07-30",
    anschrift: inMusterstadt("Am Rathaus", "1"),
    einzugsdatum: "2026-09-01",
  });
  const jens = mann(
    { vornamen: "Jens", nachname: "Albrecht", geburtsdatum: "1989-10-10", anschrift: auswaerts("4"), einzugsdatum: "2015-01-01" },
    null,
  );
  const uv = { jugendamt: "Jugendamt Fernhausen", seit: "2024-04-01", bis: null };
  verbinde(kindBei(bau, eva, "Jonas", "m", "2020-02-18", { uvAnderswo: uv }), eva, jens, "anerkannt");

  return [
    { schluessel: "anna", person: anna, geschichte: "Mia (4) lebt bei ihr, der Vater wohnt im Beispielkreis und zahlt nicht." },
    {
      schluessel: "berta",
      person: berta,
      geschichte: "Meldet sich nur mit Benutzername und Passwort an (Niveau niedrig). Emil (7).",
    },
    {
      schluessel: "carla",
      person: carla,
      geschichte: "Auskunftssperre: Kai Brandt, der Vater von Lina (5), darf ihre Anschrift nicht erfahren.",
    },
    { schluessel: "kai", person: kai, geschichte: "Vater von Lina, hat selbst ein Konto." },
    {
      schluessel: "dieter",
      person: dieter,
      geschichte: "Laut Melderegister wohnt die Mutter von Ole (8) unter derselben Anschrift.",
    },
    { schluessel: "eva", person: eva, geschichte: "Für Jonas (6) zahlt schon das Jugendamt Fernhausen." },
    { schluessel: "tobias", person: tobias, geschichte: "Vater von Mia, wohnt im Beispielkreis." },
  ];
}

const auswaerts = (hausnummer: string): Anschrift => ({ strasse: "Uferstraße", hausnummer, plz: "00901", ort: "Fernhausen" });

/** What the registers must know to put the second group in their special positions. */
export function zieheSonderpersonas(bau: Bau): Persona[] {
  const frau = (wer: Wer, mandant: Angaben["mandant"] = "musterstadt") => ziehe(bau, "w", wer, mandant);
  const vaterAuswaerts = (vornamen: string, nachname: string, geburtsdatum: string, mehr: Rest<Person> = {}) =>
    ziehe(bau, "m", { vornamen, nachname, geburtsdatum, anschrift: auswaerts("30"), einzugsdatum: "2012-02-01", ...mehr }, null);

  const fatma = frau({
    vornamen: "Fatma",
    nachname: "Yıldız",
    herkunft: "tuerkisch",
    geburtsdatum: "1987-05-05",
    anschrift: inMusterstadt("Poststraße", "44", "00402"),
    einzugsdatum: "2014-04-01",
    einkommenCent: 100_000,
  });
  const berechnung = { einkommenElternteilCent: 100_000, hilfebeduerftigkeitDurchUvVermeidbar: false };
  const emre = kindBei(bau, fatma, "Emre", "m", "2013-06-21", { sgb2: { berechnung } });
  verbinde(emre, fatma, vaterAuswaerts("Murat", "Kaya", "1984-08-15"), "ehe");
  fatma.familienstand = "geschieden";

  const gerda = frau({
    vornamen: "Gerda",
    nachname: "Nowak",
    geburtsdatum: "1948-02-03",
    anschrift: inMusterstadt("Kirchplatz", "2"),
    einzugsdatum: "1979-06-01",
    familienstand: "verwitwet",
    einkommenCent: 0,
  });
  const ilona = frau({
    vornamen: "Ilona",
    nachname: "Schweiger",
    geburtsdatum: "1995-01-12",
    anschrift: inMusterstadt("Waldweg", "16"),
    einzugsdatum: "2022-11-01",
  });
  verbinde(kindBei(bau, ilona, "Ben", "m", "2023-07-08"), ilona, vaterAuswaerts("Marcel", "Horn", "1993-03-03"), "anerkannt");

  const jana = frau({
    vornamen: "Jana",
    nachname: "Krüger",
    geburtsdatum: "1985-08-28",
    anschrift: inMusterstadt("Hebbelstraße", "9", "00403"),
    einzugsdatum: "2011-02-01",
    einkommenCent: 0,
  });
  const leon = kindBei(bau, jana, "Leon", "m", "2012-04-11", { sgb2: { berechnung: null } });
  verbinde(leon, jana, vaterAuswaerts("Sven", "Pohl", "1982-12-24"), "anerkannt");

  const lea = frau({
    vornamen: "Lea",
    nachname: "Adam",
    geburtsdatum: "1984-10-01",
    anschrift: inMusterstadt("Ahornweg", "31"),
    einzugsdatum: "2020-01-01",
  });
  verbinde(kindBei(bau, lea, "Noah", "m", "2018-06-30"), lea, vaterAuswaerts("Timo", "Adam", "1981-01-01"), "anerkannt");

  return [
    { schluessel: "fatma", person: fatma, geschichte: "Emre (13) bekommt Bürgergeld, sie verdient 1.000 Euro im Monat." },
    { schluessel: "gerda", person: gerda, geschichte: "78 Jahre, blind, liest mit einem Screenreader." },
    { schluessel: "ilona", person: ilona, geschichte: "Zu Ben (3) antwortet das Personenstandsregister nicht." },
    { schluessel: "jana", person: jana, geschichte: "Leon (14) bekommt Bürgergeld, das Jobcenter hat noch nichts berechnet." },
    { schluessel: "lea", person: lea, geschichte: "Zu Noah (8) verweigert das Personenstandsregister die Auskunft." },
    ...zieheLebenslagen(bau, frau, vaterAuswaerts),
  ];
}

function zieheLebenslagen(
  bau: Bau,
  frau: (wer: Wer, mandant?: Angaben["mandant"]) => Person,
  vaterAuswaerts: (vornamen: string, nachname: string, geburtsdatum: string, mehr?: Rest<Person>) => Person,
): Persona[] {
  const maria = frau({
    vornamen: "Maria",
    nachname: "Rossi",
    herkunft: "italienisch",
    staatsangehoerigkeit: "italienisch",
    geburtsdatum: "1982-02-20",
    anschrift: inMusterstadt("Am Markt", "17"),
    einzugsdatum: "2010-10-01",
    familienstand: "verwitwet",
  });
  const luca = vaterAuswaerts("Luca", "Rossi", "1979-09-09", { gestorbenAm: "2025-02-14", anschrift: maria.anschrift });
  verbinde(kindBei(bau, maria, "Giulia", "w", "2017-05-23", { waisenbezuegeCent: 18_000 }), maria, luca, "ehe");

  const olena = frau({
    vornamen: "Olena",
    nachname: "Kowalenko",
    herkunft: "ukrainisch",
    staatsangehoerigkeit: "ukrainisch",
    geburtsdatum: "1993-12-05",
    anschrift: inMusterstadt("Bahnhofstraße", "60", "00402"),
    einzugsdatum: "2026-10-12",
  });
  const taras = vaterAuswaerts("Taras", "Kowalenko", "1990-06-06", {
    herkunft: "ukrainisch",
    staatsangehoerigkeit: "ukrainisch",
  });
  verheirate(olena, taras);
  olena.getrenntSeit = "2025-08-01";
  taras.getrenntSeit = "2025-08-01";
  verbinde(kindBei(bau, olena, "Sofija", "w", "2020-12-10"), olena, taras, "ehe");

  const paula = frau(
    {
      vornamen: "Paula",
      nachname: "Meier",
      geburtsdatum: "1998-04-04",
      anschrift: inBeispielheim("Schulstraße", "8"),
      einzugsdatum: "2023-03-15",
    },
    "beispielkreis",
  );
  verbinde(kindBei(bau, paula, "Frieda", "w", "2024-10-19"), paula, vaterAuswaerts("Jan", "Stein", "1996-07-07"), "anerkannt");

  const lena = frau({
    vornamen: "Lena",
    nachname: "Fuchs",
    geburtsdatum: "1992-08-16",
    anschrift: inMusterstadt("Wiesengrund", "3"),
    einzugsdatum: "2019-09-01",
  });
  verbinde(
    kindBei(bau, lena, "Till", "m", "2020-12-10", { unterhaltCent: 10_000 }),
    lena,
    vaterAuswaerts("Ole", "Franke", "1990-01-20"),
    "anerkannt",
  );
  return [
    { schluessel: "lena", person: lena, geschichte: "Till wird im Dezember 2026 sechs, der Vater zahlt 100 Euro." },
    { schluessel: "maria", person: maria, geschichte: "Verwitwet, Giulia (9) bekommt 180 Euro Halbwaisenrente." },
    { schluessel: "olena", person: olena, geschichte: "Ukrainerin, im Oktober zugezogen, getrennt lebend, Sofija (5)." },
    { schluessel: "paula", person: paula, geschichte: "Wohnt im Beispielkreis, Frieda (2)." },
  ];
}
