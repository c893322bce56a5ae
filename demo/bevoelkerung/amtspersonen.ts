import { type Mandantschluessel, mandantschluessel } from "./person.ts";

/** Somebody who works for a Mandant; `rollen` as the platform's log-in reads them. */
export type Amtsperson = {
  kennung: string;
  mandant: Mandantschluessel;
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
  ],
};

export const amtspersonen: readonly Amtsperson[] = mandantschluessel.flatMap((mandant) =>
  stellen.map(({ kurz, funktion, rollen }, stelle) => ({
    kennung: `${mandant}-${kurz}`,
    mandant,
    name: namen[mandant][stelle] ?? "",
    funktion,
    email: `${kurz}@${mandant}.example`,
    rollen,
  })),
);

export const findAmtsperson = (kennung: string): Amtsperson | undefined =>
  amtspersonen.find((person) => person.kennung === kennung);
