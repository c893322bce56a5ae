import { alterAm, type IsoDatum } from "#kalender";
import { type Bevoelkerung, gleicheAnschrift, type Person } from "../../bevoelkerung/index.ts";
import { type Anfrage, type Auskuenfte, type Befund, gefunden, keinEintrag, ueberPerson, unverstaendlich } from "../auskunft.ts";

export function melderegister(bevoelkerung: Bevoelkerung): Auskuenfte {
  const frage = ueberPerson(bevoelkerung);
  return {
    person: frage((person, _anfrage, heute) =>
      person.mandant ? gefunden(meldedaten(bevoelkerung, person, heute)) : keinEintrag,
    ),
    bewohner: frage((person) => bewohner(bevoelkerung, person)),
    haushalt: frage((kind, anfrage) => haushalt(bevoelkerung, kind, anfrage)),
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
    geburtsort: person.geburtsort,
    geschlecht: person.geschlecht,
    familienstand: person.familienstand,
    anschrift: person.anschrift,
    auskunftssperre: person.auskunftssperre,
    einzugsdatum: person.einzugsdatum,
    meldebehoerde: person.mandant,
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

/** Who is registered for the same home. */
function bewohner(bevoelkerung: Bevoelkerung, person: Person): Befund {
  const personen = bevoelkerung.haushaltVon(person);
  if (personen.length === 0) return keinEintrag;
  return gefunden({
    auskunftssperre: personen.some(({ auskunftssperre }) => auskunftssperre),
    personen: personen.map(({ geburtsdatum }) => ({ geburtsdatum })),
  });
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
