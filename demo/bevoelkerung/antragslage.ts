import { alterAm, type IsoDatum } from "#kalender";
import type { Bevoelkerung } from "./bevoelkerung.ts";
import { istDeutschOderEu } from "./namen.ts";
import { zufallVon } from "./nummern.ts";
import { type Mandantschluessel, mandantschluessel, type Person } from "./person.ts";

/** What a parent would say in an Antrag on Unterhaltsvorschuss for one child, apart from any form. Amounts in cents a month. */
export type Antragslage = {
  mandant: Mandantschluessel;
  antragsteller: Person;
  kind: Person;
  lebtBeiAntragsteller: boolean;
  kindLebtHierSeit: IsoDatum;
  familienstand: "ledig" | "geschieden" | "verwitwet" | "getrennt" | "zusammen";
  getrenntSeit: IsoDatum | null;
  andererElternteil: { lage: "bekannt" | "unbekannt" | "verstorben"; person: Person | null };
  zusammenMitAnderemElternteil: boolean;
  unterhaltCent: number;
  waisenbezuegeCent: number;
  kindergeld: "ich" | "andererElternteil";
  deutschOderEu: boolean;
  kindBeziehtSgb2: boolean;
  einkommenCent: number;
  besuchtSchule: boolean;
  eigeneEinkuenfteKindCent: number;
  fuerVormonat: boolean;
  umUnterhaltBemueht: boolean;
  iban: string;
  kontoinhaber: string;
};

/** The facts for one child of the applicant. @throws where it is not their child */
export function antragFuer(bevoelkerung: Bevoelkerung, antragsteller: Person, kind: Person): Antragslage {
  if (!antragsteller.mandant || !antragsteller.kinder.includes(kind.idnr))
    throw new Error(`${kind.vornamen} ist kein Kind von ${antragsteller.vornamen} ${antragsteller.nachname}.`);
  const zufall = zufallVon(kind.idnr);
  const andere = kind.mutter === antragsteller.idnr ? kind.vater : kind.mutter;
  const anderer = andere ? bevoelkerung.getPerson(andere) : null;
  const fuerVormonat = zufall.mit(0.4);
  return {
    mandant: antragsteller.mandant,
    antragsteller,
    kind,
    lebtBeiAntragsteller: kind.lebtBei === antragsteller.idnr,
    kindLebtHierSeit: kind.einzugsdatum,
    familienstand: erklaerterStand(antragsteller),
    getrenntSeit: antragsteller.getrenntSeit,
    andererElternteil: {
      lage: anderer === null ? "unbekannt" : anderer.gestorbenAm ? "verstorben" : "bekannt",
      person: anderer,
    },
    zusammenMitAnderemElternteil: false,
    unterhaltCent: kind.unterhaltCent,
    waisenbezuegeCent: kind.waisenbezuegeCent,
    kindergeld: zufall.mit(0.01) ? "andererElternteil" : "ich",
    deutschOderEu: [kind, antragsteller].some((person) => istDeutschOderEu(person.staatsangehoerigkeit)),
    kindBeziehtSgb2: kind.sgb2 !== null,
    einkommenCent: antragsteller.einkommenCent,
    besuchtSchule: true,
    eigeneEinkuenfteKindCent: 0,
    fuerVormonat,
    umUnterhaltBemueht: fuerVormonat ? zufall.mit(0.85) : false,
    iban: antragsteller.iban,
    kontoinhaber: `${antragsteller.vornamen} ${antragsteller.nachname}`,
  };
}

function erklaerterStand(person: Person): Antragslage["familienstand"] {
  const { familienstand, getrenntSeit } = person;
  if (familienstand === "ledig" || familienstand === "geschieden" || familienstand === "verwitwet") return familienstand;
  return getrenntSeit ? "getrennt" : "zusammen";
}

/** Everybody who could apply on that day: each child under 18 that one parent raises alone. */
export function listeAntragslagen(
  bevoelkerung: Bevoelkerung,
  stichtag: IsoDatum,
  mandanten: readonly Mandantschluessel[] = mandantschluessel,
): Antragslage[] {
  return mandanten.flatMap((mandant) =>
    bevoelkerung.von(mandant).flatMap((kind) => {
      const alter = alterAm(kind.geburtsdatum, stichtag);
      if (kind.lebtBei === null || alter < 0 || alter > 17) return [];
      return [antragFuer(bevoelkerung, bevoelkerung.getPerson(kind.lebtBei), kind)];
    }),
  );
}
