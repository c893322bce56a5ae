import { type Bau, verbinde, verheirate } from "./bau.ts";
import { frau, inBeispielheim, inMusterstadt, kindBei, type Persona, vaterAuswaerts } from "./persona.ts";

function zieheFatma(bau: Bau): Persona[] {
  const fatma = frau(bau, {
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
  verbinde(emre, fatma, vaterAuswaerts(bau, "Murat", "Kaya", "1984-08-15"), "ehe");
  fatma.familienstand = "geschieden";
  return [{ schluessel: "fatma", person: fatma, geschichte: "Emre (13) bekommt Bürgergeld, sie verdient 1.000 Euro im Monat." }];
}

function zieheGerda(bau: Bau): Persona[] {
  const gerda = frau(bau, {
    vornamen: "Gerda",
    nachname: "Nowak",
    geburtsdatum: "1948-02-03",
    anschrift: inMusterstadt("Kirchplatz", "2"),
    einzugsdatum: "1979-06-01",
    familienstand: "verwitwet",
    einkommenCent: 0,
    feststellung: { merkzeichen: ["G", "B", "H", "Bl", "RF"], seit: "2019-03-01", bis: null },
  });
  return [{ schluessel: "gerda", person: gerda, geschichte: "78 Jahre, blind, liest mit einem Screenreader." }];
}

function zieheIlona(bau: Bau): Persona[] {
  const ilona = frau(bau, {
    vornamen: "Ilona",
    nachname: "Schweiger",
    geburtsdatum: "1995-01-12",
    anschrift: inMusterstadt("Waldweg", "16"),
    einzugsdatum: "2022-11-01",
  });
  verbinde(
    kindBei(bau, ilona, "Ben", "m", "2023-07-08"),
    ilona,
    vaterAuswaerts(bau, "Marcel", "Horn", "1993-03-03"),
    "anerkannt",
  );
  return [{ schluessel: "ilona", person: ilona, geschichte: "Zu Ben (3) antwortet das Personenstandsregister nicht." }];
}

function zieheJana(bau: Bau): Persona[] {
  const jana = frau(bau, {
    vornamen: "Jana",
    nachname: "Krüger",
    geburtsdatum: "1985-08-28",
    anschrift: inMusterstadt("Hebbelstraße", "9", "00403"),
    einzugsdatum: "2011-02-01",
    einkommenCent: 0,
  });
  const leon = kindBei(bau, jana, "Leon", "m", "2012-04-11", { sgb2: { berechnung: null } });
  verbinde(leon, jana, vaterAuswaerts(bau, "Sven", "Pohl", "1982-12-24"), "anerkannt");
  return [
    { schluessel: "jana", person: jana, geschichte: "Leon (14) bekommt Bürgergeld, das Jobcenter hat noch nichts berechnet." },
  ];
}

function zieheLea(bau: Bau): Persona[] {
  const lea = frau(bau, {
    vornamen: "Lea",
    nachname: "Adam",
    geburtsdatum: "1984-10-01",
    anschrift: inMusterstadt("Ahornweg", "31"),
    einzugsdatum: "2020-01-01",
  });
  verbinde(kindBei(bau, lea, "Noah", "m", "2018-06-30"), lea, vaterAuswaerts(bau, "Timo", "Adam", "1981-01-01"), "anerkannt");
  return [{ schluessel: "lea", person: lea, geschichte: "Zu Noah (8) verweigert das Personenstandsregister die Auskunft." }];
}

function zieheMaria(bau: Bau): Persona[] {
  const maria = frau(bau, {
    vornamen: "Maria",
    nachname: "Rossi",
    herkunft: "italienisch",
    staatsangehoerigkeit: "italienisch",
    geburtsdatum: "1982-02-20",
    anschrift: inMusterstadt("Am Markt", "17"),
    einzugsdatum: "2010-10-01",
    familienstand: "verwitwet",
  });
  const luca = vaterAuswaerts(bau, "Luca", "Rossi", "1979-09-09", { gestorbenAm: "2025-02-14", anschrift: maria.anschrift });
  verbinde(kindBei(bau, maria, "Giulia", "w", "2017-05-23", { waisenbezuegeCent: 18_000 }), maria, luca, "ehe");
  return [{ schluessel: "maria", person: maria, geschichte: "Verwitwet, Giulia (9) bekommt 180 Euro Halbwaisenrente." }];
}

function zieheOlena(bau: Bau): Persona[] {
  const olena = frau(bau, {
    vornamen: "Olena",
    nachname: "Kowalenko",
    herkunft: "ukrainisch",
    staatsangehoerigkeit: "ukrainisch",
    geburtsdatum: "1993-12-05",
    anschrift: inMusterstadt("Bahnhofstraße", "60", "00402"),
    einzugsdatum: "2026-10-12",
  });
  const taras = vaterAuswaerts(bau, "Taras", "Kowalenko", "1990-06-06", {
    herkunft: "ukrainisch",
    staatsangehoerigkeit: "ukrainisch",
  });
  verheirate(olena, taras);
  olena.getrenntSeit = "2025-08-01";
  taras.getrenntSeit = "2025-08-01";
  verbinde(kindBei(bau, olena, "Sofija", "w", "2020-12-10"), olena, taras, "ehe");
  return [{ schluessel: "olena", person: olena, geschichte: "Ukrainerin, im Oktober zugezogen, getrennt lebend, Sofija (5)." }];
}

function ziehePaula(bau: Bau): Persona[] {
  const paula = frau(
    bau,
    {
      vornamen: "Paula",
      nachname: "Meier",
      geburtsdatum: "1998-04-04",
      anschrift: inBeispielheim("Schulstraße", "8"),
      einzugsdatum: "2023-03-15",
    },
    "beispielkreis",
  );
  verbinde(
    kindBei(bau, paula, "Frieda", "w", "2024-10-19"),
    paula,
    vaterAuswaerts(bau, "Jan", "Stein", "1996-07-07"),
    "anerkannt",
  );
  return [{ schluessel: "paula", person: paula, geschichte: "Wohnt im Beispielkreis, Frieda (2)." }];
}

function zieheLena(bau: Bau): Persona[] {
  const lena = frau(bau, {
    vornamen: "Lena",
    nachname: "Fuchs",
    geburtsdatum: "1992-08-16",
    anschrift: inMusterstadt("Wiesengrund", "3"),
    einzugsdatum: "2019-09-01",
  });
  verbinde(
    kindBei(bau, lena, "Till", "m", "2020-12-10", { unterhaltCent: 10_000 }),
    lena,
    vaterAuswaerts(bau, "Ole", "Franke", "1990-01-20"),
    "anerkannt",
  );
  return [{ schluessel: "lena", person: lena, geschichte: "Till wird im Dezember 2026 sechs, der Vater zahlt 100 Euro." }];
}

/** SGB II, silence and refusal, death, flight, birthdays. */
export const lebenslagen = [
  zieheFatma,
  zieheGerda,
  zieheIlona,
  zieheJana,
  zieheLea,
  zieheMaria,
  zieheOlena,
  ziehePaula,
  zieheLena,
] as const;
