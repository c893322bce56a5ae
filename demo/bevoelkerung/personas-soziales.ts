import { type Bau, verbinde, verheirate } from "./bau.ts";
import type { Person } from "./person.ts";
import { frau, inBeispielheim, inMusterstadt, kindBei, mann, type Persona, type Rest, vaterAuswaerts } from "./persona.ts";

/** A child who lives with both. */
function gemeinsamesKind(
  bau: Bau,
  eltern: readonly [Person, Person],
  vornamen: string,
  geschlecht: "w" | "m",
  geburtsdatum: string,
  mehr: Rest<Person> = {},
): void {
  const [mutter, vater] = eltern;
  const kind = kindBei(bau, mutter, vornamen, geschlecht, geburtsdatum, { ...mehr, lebtBei: null });
  verbinde(kind, mutter, vater, mutter.ehegatte === vater.idnr ? "ehe" : "anerkannt");
}

const wenigGespart = { vermoegenCent: 300_000, kapitalCent: 0, vermietungCent: 0, kirchensteuerpflichtig: false } as const;
const angestellt = { taetigkeit: "angestellt", ...wenigGespart } as const;

function zieheWanda(bau: Bau): Persona[] {
  const wanda = frau(bau, {
    vornamen: "Wanda",
    nachname: "Berger",
    geburtsdatum: "1979-04-22",
    anschrift: inMusterstadt("Mühlenstraße", "28", "00402"),
    einzugsdatum: "2020-08-01",
    einkommenCent: 158_000,
    wirtschaft: { ...angestellt, verfuegbarCent: 121_700 },
    wohnung: { art: "miete", quadratmeter: 46, bruttokaltmieteCent: 48_000, heizkostenCent: 7_000 },
  });
  return [{ schluessel: "wanda", person: wanda, geschichte: "Allein, verdient 1.580 Euro brutto, zahlt 550 Euro Miete." }];
}

function zieheHilde(bau: Bau): Persona[] {
  const hilde = frau(bau, {
    vornamen: "Hilde",
    nachname: "Kramer",
    geburtsdatum: "1951-09-09",
    anschrift: inMusterstadt("Am Hang", "5", "00403"),
    einzugsdatum: "1998-02-01",
    familienstand: "verwitwet",
    einkommenCent: 0,
    wirtschaft: {
      taetigkeit: "rente",
      ...wenigGespart,
      gesetzlicheRenteCent: 12 * 124_000,
      andereRenteCent: 0,
      zahlt: { steuern: false, krankenversicherung: true, rentenversicherung: false },
      verfuegbarCent: 110_300,
    },
    wohnung: { art: "miete", quadratmeter: 52, bruttokaltmieteCent: 44_000, heizkostenCent: 8_000 },
  });
  return [{ schluessel: "hilde", person: hilde, geschichte: "75 Jahre, 1.240 Euro Rente, zahlt 520 Euro Miete." }];
}

function zieheZeynep(bau: Bau): Persona[] {
  const anschrift = inBeispielheim("Gartenstraße", "19");
  const gemeinsam = { nachname: "Arslan", herkunft: "tuerkisch", anschrift, einzugsdatum: "2019-05-01" } as const;
  const wohnung = { art: "miete", quadratmeter: 84, bruttokaltmieteCent: 68_000, heizkostenCent: 11_000 } as const;
  const zeynep = frau(
    bau,
    {
      ...gemeinsam,
      vornamen: "Zeynep",
      geburtsdatum: "1990-03-12",
      einkommenCent: 0,
      wirtschaft: {
        taetigkeit: "ohne",
        ...wenigGespart,
        zahlt: { steuern: false, krankenversicherung: false, rentenversicherung: false },
      },
      wohnung,
    },
    "beispielkreis",
  );
  const kerem = mann(
    bau,
    {
      ...gemeinsam,
      vornamen: "Kerem",
      geburtsdatum: "1988-07-01",
      einkommenCent: 295_000,
      wirtschaft: { ...angestellt, verfuegbarCent: 226_000 },
    },
    "beispielkreis",
  );
  verheirate(zeynep, kerem);
  gemeinsamesKind(bau, [zeynep, kerem], "Defne", "w", "2018-02-02");
  gemeinsamesKind(bau, [zeynep, kerem], "Kaan", "m", "2021-11-15");
  return [
    { schluessel: "zeynep", person: zeynep, geschichte: "Zwei Kinder, ihr Mann Kerem verdient 2.950 Euro, 790 Euro Miete." },
  ];
}

function zieheViktor(bau: Bau): Persona[] {
  const viktor = mann(bau, {
    vornamen: "Viktor",
    nachname: "Lange",
    geburtsdatum: "1984-12-03",
    anschrift: inMusterstadt("Ringstraße", "71"),
    einzugsdatum: "2023-04-01",
    einkommenCent: 110_000,
    wirtschaft: { taetigkeit: "selbstaendig", ...wenigGespart, verfuegbarCent: 76_000 },
    wohnung: { art: "miete", quadratmeter: 40, bruttokaltmieteCent: 43_000, heizkostenCent: 6_000 },
  });
  return [
    {
      schluessel: "viktor",
      person: viktor,
      geschichte: "Selbstständig mit wenig Gewinn; ob er davon leben kann, beurteilt ein Mensch.",
    },
  ];
}

function zieheNele(bau: Bau): Persona[] {
  const anschrift = inMusterstadt("Ahornweg", "44", "00402");
  const gemeinsam = { nachname: "Hartmann", anschrift, einzugsdatum: "2022-02-01" };
  const nele = frau(bau, {
    ...gemeinsam,
    vornamen: "Nele",
    geburtsdatum: "1993-05-19",
    einkommenCent: 310_000,
    wirtschaft: { ...angestellt, verfuegbarCent: 208_000 },
  });
  const jakob = mann(bau, {
    ...gemeinsam,
    vornamen: "Jakob",
    geburtsdatum: "1991-10-30",
    einkommenCent: 342_000,
    wirtschaft: { ...angestellt, verfuegbarCent: 226_000 },
  });
  verheirate(nele, jakob);
  gemeinsamesKind(bau, [nele, jakob], "Ida", "w", "2026-10-05");
  return [
    {
      schluessel: "nele",
      person: nele,
      geschichte: "Ida ist im Oktober 2026 geboren; Nele verdiente 3.100 Euro und bekommt Mutterschaftsgeld.",
    },
    { schluessel: "jakob", person: jakob, geschichte: "Vater von Ida, verdient 3.420 Euro, möchte zwei Monate Elterngeld." },
  ];
}

function zieheSvenja(bau: Bau): Persona[] {
  const svenja = frau(bau, {
    vornamen: "Svenja",
    nachname: "Petri",
    geburtsdatum: "1996-01-08",
    anschrift: inMusterstadt("Parkstraße", "6", "00403"),
    einzugsdatum: "2024-03-01",
    einkommenCent: 0,
    wirtschaft: { taetigkeit: "ohne", ...wenigGespart },
  });
  const vater = vaterAuswaerts(bau, "Lars", "Döring", "1994-06-06");
  verbinde(kindBei(bau, svenja, "Mats", "m", "2024-08-20"), svenja, vater, "anerkannt");
  verbinde(kindBei(bau, svenja, "Lotta", "w", "2026-09-14"), svenja, vater, "anerkannt");
  return [
    {
      schluessel: "svenja",
      person: svenja,
      geschichte: "Allein mit Mats (2) und Lotta, geboren im September 2026; hatte kein Einkommen.",
    },
  ];
}

function zieheRicarda(bau: Bau): Persona[] {
  const ricarda = frau(bau, {
    vornamen: "Ricarda",
    nachname: "Voss",
    geburtsdatum: "1989-02-27",
    anschrift: inMusterstadt("Fliederweg", "13"),
    einzugsdatum: "2021-06-01",
    einkommenCent: 260_000,
    wirtschaft: { taetigkeit: "selbstaendig", ...wenigGespart },
  });
  verbinde(
    kindBei(bau, ricarda, "Jule", "w", "2026-08-30"),
    ricarda,
    vaterAuswaerts(bau, "Arne", "Witt", "1987-11-11"),
    "anerkannt",
  );
  return [{ schluessel: "ricarda", person: ricarda, geschichte: "Selbstständig, Jule ist im August 2026 geboren." }];
}

function zieheBruno(bau: Bau): Persona[] {
  const bruno = mann(
    bau,
    {
      vornamen: "Bruno",
      nachname: "Schäfer",
      geburtsdatum: "1991-07-14",
      anschrift: inBeispielheim("Kirchplatz", "4"),
      einzugsdatum: "2017-10-01",
      feststellung: { merkzeichen: ["G", "B", "H", "Bl", "RF"], seit: "2009-05-01", bis: null },
    },
    "beispielkreis",
  );
  const ute = frau(bau, {
    vornamen: "Ute",
    nachname: "Franzen",
    geburtsdatum: "1972-03-05",
    anschrift: inMusterstadt("Brunnengasse", "9"),
    einzugsdatum: "2004-09-01",
    feststellung: { merkzeichen: ["G"], seit: "2025-02-01", bis: null },
  });
  return [
    { schluessel: "bruno", person: bruno, geschichte: "35 Jahre, Merkzeichen Bl, wohnt im Beispielkreis." },
    { schluessel: "ute", person: ute, geschichte: "Sieht fast nichts mehr; das Merkzeichen Bl ist noch nicht festgestellt." },
  ];
}

/** Wohngeld, Elterngeld, Blindengeld. */
export const soziales = [zieheWanda, zieheHilde, zieheZeynep, zieheViktor, zieheNele, zieheSvenja, zieheRicarda, zieheBruno];
