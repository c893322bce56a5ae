import { type Mandantschluessel, mandantschluessel } from "./person.ts";

/** A Mandant with staff: the town halls, and the Familienkasse, which has no people of its own. */
export const hausschluessel = [...mandantschluessel, "familienkasse"] as const;
export type Hausschluessel = (typeof hausschluessel)[number];

/** Somebody who works for a Mandant; `rollen` as the platform's log-in reads them. */
export type Amtsperson = {
  kennung: string;
  mandant: Hausschluessel;
  name: string;
  funktion: string;
  email: string;
  rollen: readonly string[];
};

const stellen = [
  { kurz: "sachbearbeitung", funktion: "Sachbearbeitung Unterhaltsvorschuss", rollen: ["sachbearbeitung:unterhaltsvorschuss"] },
  { kurz: "sachbearbeitung2", funktion: "Sachbearbeitung Unterhaltsvorschuss", rollen: ["sachbearbeitung:unterhaltsvorschuss"] },
  { kurz: "leitung", funktion: "Leitung des Jugendamts", rollen: ["leitung:jugendamt"] },
  { kurz: "datenschutz", funktion: "Datenschutzbeauftragte", rollen: ["datenschutz"] },
  { kurz: "betrieb", funktion: "Betrieb", rollen: ["betrieb"] },
  { kurz: "wohngeld", funktion: "Sachbearbeitung Wohngeld", rollen: ["sachbearbeitung:wohngeld"] },
  { kurz: "elterngeld", funktion: "Sachbearbeitung Elterngeld", rollen: ["sachbearbeitung:elterngeld"] },
  { kurz: "sozialamt", funktion: "Sachbearbeitung Blindengeld", rollen: ["sachbearbeitung:blindengeld"] },
  { kurz: "fachaufsicht", funktion: "Fachaufsicht, gibt Regeln frei", rollen: ["fachaufsicht:*"] },
  { kurz: "fachaufsicht2", funktion: "Rechtsamt, gibt Regeln frei", rollen: ["fachaufsicht:*"] },
  { kurz: "fuehrerschein", funktion: "Sachbearbeitung Führerscheine", rollen: ["sachbearbeitung:fuehrerscheinumtausch"] },
  { kurz: "zulassung", funktion: "Sachbearbeitung Kfz-Zulassung", rollen: ["sachbearbeitung:kfzzulassung"] },
  { kurz: "gewerbe", funktion: "Sachbearbeitung Gewerbe", rollen: ["sachbearbeitung:gewerbeanmeldung"] },
  { kurz: "buergeramt", funktion: "Sachbearbeitung Meldewesen", rollen: ["sachbearbeitung:meldebescheinigung"] },
  { kurz: "kasse", funktion: "Kasse, nimmt Zahlungen an", rollen: ["kasse"] },
  { kurz: "steueramt", funktion: "Sachbearbeitung Hundesteuer", rollen: ["sachbearbeitung:hundesteuer"] },
  { kurz: "verkehr", funktion: "Sachbearbeitung Bewohnerparken", rollen: ["sachbearbeitung:bewohnerparkausweis"] },
  { kurz: "schule", funktion: "Sachbearbeitung Schulanmeldung", rollen: ["sachbearbeitung:schulanmeldung"] },
  { kurz: "rechnungseingang", funktion: "Rechnungseingang, klärt", rollen: ["rechnungseingang"] },
  { kurz: "feststellung", funktion: "Stellt Rechnungen fest", rollen: ["feststellung:*"] },
  { kurz: "anordnung", funktion: "Ordnet Zahlungen bis 50.000 € an", rollen: ["anordnung:*"] },
  { kurz: "anordnung2", funktion: "Ordnet Zahlungen bis 500.000 € an", rollen: ["anordnung:*"] },
  { kurz: "kreditoren", funktion: "Kreditoren, zweite Person bei neuer IBAN", rollen: ["kreditoren", "finanzen"] },
] as const;

const namen: Record<Mandantschluessel, readonly string[]> = {
  musterstadt: [
    "Sabine Sandmann",
    "Emre Aydın",
    "Renate Köhler",
    "Dr. Ines Roth",
    "Björn Petersen",
    "Martina Engel",
    "Can Demir",
    "Helga Busch",
    "Miriam Okafor",
    "Jürgen Thalheim",
    "Frieda Kessler",
    "Orhan Yalçın",
    "Petra Lindemann",
    "Tomasz Wójcik",
    "Ruth Abraham",
    "Gudrun Zander",
    "Mehmet Korkmaz",
    "Beate Lüders",
    "Lisa Vogt",
    "Selma Hoffmann",
    "Henriette Falkenberg",
    "Dr. Yusuf Kaplan",
    "Grit Neumann",
  ],
  beispielkreis: [
    "Katrin Wolters",
    "Jonas Behrens",
    "Uwe Harms",
    "Meike Thiele",
    "Thuy Nguyễn",
    "Silke Ahrens",
    "Tim Lohmann",
    "Antje Brandes",
    "Henrike Saathoff",
    "Levent Şahin",
    "Imke Janssen",
    "Rolf Detmers",
    "Anke Folkerts",
    "Nele Harders",
    "Paul Petersen",
    "Heiko Bruns",
    "Wiebke Tammen",
    "Ali Rahimi",
    "Enno Wilken",
    "Maike Post",
    "Insa Tjarks",
    "Dr. Okke Brunken",
    "Hilke Rolfs",
  ],
};

const amtspersonenDerRathaeuser: readonly Amtsperson[] = mandantschluessel.flatMap((mandant) =>
  stellen.map(({ kurz, funktion, rollen }, stelle) => ({
    kennung: `${mandant}-${kurz}`,
    mandant,
    name: namen[mandant][stelle] ?? "",
    funktion,
    email: `${kurz}@${mandant}.example`,
    rollen,
  })),
);

const amtspersonenDerFamilienkasse: readonly Amtsperson[] = [
  {
    kurz: "sachbearbeitung",
    name: "Nina Kaluza",
    funktion: "Sachbearbeitung Kindergeld",
    rollen: ["sachbearbeitung:kindergeld"],
  },
  { kurz: "leitung", name: "Peter Ohlsen", funktion: "Leitung der Familienkasse", rollen: ["leitung:familienkasse"] },
].map(({ kurz, ...person }) => ({
  ...person,
  kennung: `familienkasse-${kurz}`,
  mandant: "familienkasse",
  email: `${kurz}@familienkasse.example`,
}));

export const amtspersonen: readonly Amtsperson[] = [...amtspersonenDerRathaeuser, ...amtspersonenDerFamilienkasse];

export const findAmtsperson = (kennung: string): Amtsperson | undefined =>
  amtspersonen.find((person) => person.kennung === kennung);
