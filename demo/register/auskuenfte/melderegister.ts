import { alterAm, geburtstag, type IsoDatum } from "#kalender";
import { type Bevoelkerung, gleicheAnschrift, mandantschluessel, type Person } from "../../bevoelkerung/index.ts";
import { type Anfrage, type Auskuenfte, type Befund, gefunden, keinEintrag, ueberPerson, unverstaendlich } from "../auskunft.ts";

export function melderegister(bevoelkerung: Bevoelkerung): Auskuenfte {
  const frage = ueberPerson(bevoelkerung);
  return {
    person: frage((person, _anfrage, heute) =>
      person.mandant ? gefunden(meldedaten(bevoelkerung, person, heute)) : keinEintrag,
    ),
    bewohner: frage((person) => bewohner(bevoelkerung, person)),
    geburtstage: (anfrage, heute) => geburtstage(bevoelkerung, anfrage, heute),
    haushalt: frage((kind, anfrage) => haushalt(bevoelkerung, kind, anfrage)),
  };
}

/** Who of a municipality reaches an age on one of these days, and who acts for them. */
function geburtstage(bevoelkerung: Bevoelkerung, anfrage: Anfrage, heute: IsoDatum): Befund {
  const { alter, von, bis, gemeinde } = anfrage;
  const mandant = mandantschluessel.find((each) => each === gemeinde);
  if (typeof alter !== "number" || typeof von !== "string" || typeof bis !== "string")
    return unverstaendlich("Es fehlen Alter, erster und letzter Tag.");
  if (!mandant) return keinEintrag;
  const personen = bevoelkerung.von(mandant).flatMap((person) => {
    const tag = geburtstag(person.geburtsdatum, alter);
    if (person.gestorbenAm || tag < von || tag > bis || alterAm(person.geburtsdatum, heute) > alter) return [];
    const eltern = [person.mutter, person.vater]
      .flatMap((idnr) => (idnr ? bevoelkerung.getPerson(idnr) : []))
      // Whoever lives with the child; where an address is hidden, the other parent learns nothing (§ 51 BMG).
      .filter((each) => each.mandant && !each.gestorbenAm && gleicheAnschrift(each.anschrift, person.anschrift));
    const angaben = { vornamen: person.vornamen, nachname: person.nachname, geburtsdatum: person.geburtsdatum };
    return [{ idnr: person.idnr, vertreter: eltern.map(({ idnr }) => idnr), tag, angaben }];
  });
  return gefunden({ personen });
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
