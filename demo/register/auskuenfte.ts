import { alterAm, type IsoDatum } from "#kalender";
import { type Bevoelkerung, gleicheAnschrift, name, type Person } from "../bevoelkerung/index.ts";

export const registernamen = ["melderegister", "personenstandsregister", "jobcenter", "uvregister"] as const;
export type Registername = (typeof registernamen)[number];

/** What a register finds; `keinEintrag` is a fact, not a failure. */
export type Befund =
  | { art: "gefunden"; daten: Record<string, unknown> }
  | { art: "keinEintrag" }
  | { art: "verweigert"; grund: string }
  | { art: "unverstaendlich"; grund: string };
type Anfrage = Readonly<Record<string, unknown>>;
/** One kind of question to one register. `heute` decides who is still a minor. */
export type Auskunft = (anfrage: Anfrage, heute: IsoDatum) => Befund;

const unverstaendlich = (grund: string): Befund => ({ art: "unverstaendlich", grund });
const keinEintrag: Befund = { art: "keinEintrag" };
const gefunden = (daten: Record<string, unknown>): Befund => ({ art: "gefunden", daten });

/** All Auskuenfte of the four registers over one population, as plain functions; the processes only carry them over HTTP. */
export function createAuskuenfte(bevoelkerung: Bevoelkerung): Record<Registername, Readonly<Record<string, Auskunft>>> {
  const mitPerson =
    (antworte: (person: Person, anfrage: Anfrage, heute: IsoDatum) => Befund): Auskunft =>
    (anfrage, heute) => {
      if (typeof anfrage.idnr !== "string" || !/^\d{11}$/.test(anfrage.idnr))
        return unverstaendlich("Die Identifikationsnummer fehlt.");
      const person = bevoelkerung.findPerson(anfrage.idnr);
      return person ? antworte(person, anfrage, heute) : keinEintrag;
    };
  return {
    melderegister: {
      person: mitPerson((person, _anfrage, heute) =>
        person.mandant ? gefunden(meldedaten(bevoelkerung, person, heute)) : keinEintrag,
      ),
      haushalt: mitPerson((kind, anfrage) => haushalt(bevoelkerung, kind, anfrage)),
    },
    personenstandsregister: { geburt: mitPerson((kind) => geburt(bevoelkerung, kind)) },
    jobcenter: { leistungsbezug: mitPerson((kind, anfrage) => leistungsbezug(kind, anfrage)) },
    uvregister: { laufendeLeistung: mitPerson((kind, _anfrage, heute) => laufendeLeistung(kind, heute)) },
  };
}

function meldedaten(bevoelkerung: Bevoelkerung, person: Person, heute: IsoDatum): Record<string, unknown> {
  const ehegatte = person.ehegatte ? bevoelkerung.getPerson(person.ehegatte) : undefined;
  const minderjaehrige = person.kinder
    .map((idnr) => bevoelkerung.getPerson(idnr))
    .filter((kind) => !kind.gestorbenAm && alterAm(kind.geburtsdatum, heute) < 18);
  return {
    idnr: person.idnr,
    vornamen: person.vornamen,
    nachname: person.nachname,
    geburtsdatum: person.geburtsdatum,
    geschlecht: person.geschlecht,
    familienstand: person.familienstand,
    anschrift: person.anschrift,
    auskunftssperre: person.auskunftssperre,
    einzugsdatum: person.einzugsdatum,
    staatsangehoerigkeit: person.staatsangehoerigkeit,
    kinder: minderjaehrige.map((kind) => ({
      idnr: kind.idnr,
      vornamen: kind.vornamen,
      nachname: kind.nachname,
      geburtsdatum: kind.geburtsdatum,
      // § 51 BMG: the child's home is the hidden home; the parent who lives elsewhere must not find it here.
      anschrift: kind.auskunftssperre && !gleicheAnschrift(kind.anschrift, person.anschrift) ? null : kind.anschrift,
      auskunftssperre: kind.auskunftssperre,
    })),
    ehegatte: ehegatte ? { idnr: ehegatte.idnr, anschriftGleich: gleicheAnschrift(ehegatte.anschrift, person.anschrift) } : null,
  };
}

function haushalt(bevoelkerung: Bevoelkerung, kind: Person, anfrage: Anfrage): Befund {
  const { elternteilIdnr, andererElternteilIdnr } = anfrage;
  if (typeof elternteilIdnr !== "string") return unverstaendlich("Die Identifikationsnummer des Elternteils fehlt.");
  const elternteil = bevoelkerung.findPerson(elternteilIdnr);
  if (!kind.mandant || !elternteil?.mandant) return keinEintrag;
  // The register knows the parents of a minor (§ 3 Abs. 1 Nr. 9 BMG); whoever asks need not know the other one.
  const eingetragen = kind.mutter === elternteilIdnr ? kind.vater : kind.mutter;
  const andere = typeof andererElternteilIdnr === "string" ? andererElternteilIdnr : eingetragen;
  const anderer = andere ? bevoelkerung.findPerson(andere) : undefined;
  return gefunden({
    lebtBeiElternteil: gleicheAnschrift(kind.anschrift, elternteil.anschrift),
    andererElternteilGleicheAnschrift:
      anderer && !anderer.gestorbenAm ? gleicheAnschrift(anderer.anschrift, kind.anschrift) : null,
    auskunftssperre: kind.auskunftssperre,
    seit: kind.einzugsdatum > elternteil.einzugsdatum ? kind.einzugsdatum : elternteil.einzugsdatum,
  });
}

/** Personas whose entry is closed to an authority that asks by machine. */
const gesperrteEintraege: readonly string[] = ["lea"];

function geburt(bevoelkerung: Bevoelkerung, kind: Person): Befund {
  const mutter = kind.mutter ? bevoelkerung.getPerson(kind.mutter) : undefined;
  if (!mutter) return keinEintrag;
  const vater = kind.vater ? bevoelkerung.getPerson(kind.vater) : undefined;
  const gesperrt = gesperrteEintraege.some((persona) => bevoelkerung.getPersona(persona).kinder.includes(kind.idnr));
  if (gesperrt)
    return { art: "verweigert", grund: "Der Eintrag ist gesperrt. Bitte wenden Sie sich schriftlich an das Standesamt." };
  return gefunden({
    kind: { vornamen: kind.vornamen, nachname: kind.nachname, geburtsdatum: kind.geburtsdatum, geburtsort: kind.geburtsort },
    mutter: { idnr: mutter.idnr, name: name(mutter) },
    vater: vater ? { idnr: vater.idnr, name: name(vater) } : null,
    vaterschaft: kind.vaterschaft ?? "ungeklaert",
    eltern: { verheiratet: kind.vaterschaft === "ehe" },
    gestorben: { mutter: mutter.gestorbenAm !== null, vater: vater !== undefined && vater.gestorbenAm !== null },
  });
}

function leistungsbezug(kind: Person, anfrage: Anfrage): Befund {
  const { monat } = anfrage;
  if (monat !== undefined && !(typeof monat === "string" && /^\d{4}-\d{2}$/.test(monat)))
    return unverstaendlich("Der Monat fehlt.");
  if (!kind.sgb2) return keinEintrag;
  const { berechnung } = kind.sgb2;
  return gefunden({ bezieht: true, ...(berechnung && { bedarfsgemeinschaft: berechnung }) });
}

function laufendeLeistung(kind: Person, heute: IsoDatum): Befund {
  if (!kind.uvAnderswo) return keinEintrag;
  const { jugendamt, seit, bis } = kind.uvAnderswo;
  return gefunden({ bezieht: seit <= heute && (bis === null || bis >= heute), jugendamt, seit, bis });
}
