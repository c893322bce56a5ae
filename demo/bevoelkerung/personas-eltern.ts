import { type Bau, verbinde } from "./bau.ts";
import { frau, inBeispielheim, inFernhausen, inMusterstadt, kindBei, mann, type Persona } from "./persona.ts";

function zieheAnna(bau: Bau): Persona[] {
  const anna = frau(bau, {
    vornamen: "Anna",
    nachname: "Beispiel",
    geburtsdatum: "1994-06-17",
    anschrift: inMusterstadt("Lindenallee", "12"),
    einzugsdatum: "2021-03-01",
  });
  const tobias = mann(
    bau,
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
  return [
    { schluessel: "anna", person: anna, geschichte: "Mia (4) lebt bei ihr, der Vater wohnt im Beispielkreis und zahlt nicht." },
    { schluessel: "tobias", person: tobias, geschichte: "Vater von Mia, wohnt im Beispielkreis." },
  ];
}

function zieheBerta(bau: Bau): Persona[] {
  const berta = frau(bau, {
    vornamen: "Berta",
    nachname: "Schulte",
    geburtsdatum: "1988-11-02",
    anschrift: inMusterstadt("Birkenweg", "7"),
    einzugsdatum: "2018-05-01",
    vertrauensniveau: "niedrig",
  });
  const rolf = mann(bau, {
    vornamen: "Rolf",
    nachname: "Schulte",
    geburtsdatum: "1985-02-11",
    anschrift: inMusterstadt("Nordwall", "51", "00403"),
    einzugsdatum: "2023-01-15",
  });
  berta.familienstand = "geschieden";
  rolf.familienstand = "geschieden";
  verbinde(kindBei(bau, berta, "Emil", "m", "2019-08-05"), berta, rolf, "ehe");
  return [
    {
      schluessel: "berta",
      person: berta,
      geschichte: "Meldet sich nur mit Benutzername und Passwort an (Niveau niedrig). Emil (7).",
    },
  ];
}

function zieheCarla(bau: Bau): Persona[] {
  const carla = frau(bau, {
    vornamen: "Carla",
    nachname: "Sommer",
    geburtsdatum: "1991-09-09",
    anschrift: inMusterstadt("Rosenweg", "23", "00402"),
    einzugsdatum: "2025-12-01",
    auskunftssperre: true,
  });
  const kai = mann(bau, {
    vornamen: "Kai",
    nachname: "Brandt",
    geburtsdatum: "1987-04-22",
    anschrift: inMusterstadt("Südring", "88", "00403"),
    einzugsdatum: "2019-07-01",
  });
  verbinde(kindBei(bau, carla, "Lina", "w", "2021-05-14"), carla, kai, "anerkannt");
  return [
    {
      schluessel: "carla",
      person: carla,
      geschichte: "Auskunftssperre: Kai Brandt, der Vater von Lina (5), darf ihre Anschrift nicht erfahren.",
    },
    { schluessel: "kai", person: kai, geschichte: "Vater von Lina, hat selbst ein Konto." },
  ];
}

function zieheDieter(bau: Bau): Persona[] {
  const dieter = mann(bau, {
    vornamen: "Dieter",
    nachname: "Hoffmann",
    geburtsdatum: "1983-12-19",
    anschrift: inMusterstadt("Gartenstraße", "5"),
    einzugsdatum: "2016-10-01",
  });
  const nadine = frau(bau, {
    vornamen: "Nadine",
    nachname: "Keller",
    geburtsdatum: "1986-03-08",
    anschrift: dieter.anschrift,
    einzugsdatum: "2016-10-01",
  });
  verbinde(kindBei(bau, dieter, "Ole", "m", "2018-01-27"), nadine, dieter, "anerkannt");
  return [
    {
      schluessel: "dieter",
      person: dieter,
      geschichte: "Laut Melderegister wohnt die Mutter von Ole (8) unter derselben Anschrift.",
    },
  ];
}

function zieheEva(bau: Bau): Persona[] {
  const eva = frau(bau, {
    vornamen: "Eva",
    nachname: "Lindner",
    geburtsdatum: "1990-07-30",
    anschrift: inMusterstadt("Am Rathaus", "1"),
    einzugsdatum: "2026-09-01",
  });
  const jens = mann(
    bau,
    {
      vornamen: "Jens",
      nachname: "Albrecht",
      geburtsdatum: "1989-10-10",
      anschrift: inFernhausen("4"),
      einzugsdatum: "2015-01-01",
    },
    null,
  );
  const uv = { jugendamt: "Jugendamt Fernhausen", seit: "2024-04-01", bis: null };
  verbinde(kindBei(bau, eva, "Jonas", "m", "2020-02-18", { uvAnderswo: uv }), eva, jens, "anerkannt");
  return [{ schluessel: "eva", person: eva, geschichte: "Für Jonas (6) zahlt schon das Jugendamt Fernhausen." }];
}

/** Parents around whom the registers are whole. */
export const eltern = [zieheAnna, zieheBerta, zieheCarla, zieheDieter, zieheEva] as const;
