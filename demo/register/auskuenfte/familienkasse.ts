import { alterAm, type IsoDatum } from "#kalender";
import { type Bevoelkerung, type Person, zufallVon } from "../../bevoelkerung/index.ts";
import { type Auskuenfte, gefunden, ueberPerson } from "../auskunft.ts";

/** What the Familienkasse has on file of a parent. Our own shape: see the open points of Kindergeld. */
export const familienkasse = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  stammdaten: ueberPerson(bevoelkerung)((person, _anfrage, heute) => gefunden(stammdaten(bevoelkerung, person, heute))),
});

function stammdaten(bevoelkerung: Bevoelkerung, person: Person, heute: IsoDatum): Record<string, unknown> {
  const kinder = person.kinder.map((idnr) => bevoelkerung.getPerson(idnr));
  const bezahlte = kinder.filter(
    (kind) =>
      !kind.gestorbenAm &&
      !bevoelkerung.istNeugeboren(kind.idnr) &&
      alterAm(kind.geburtsdatum, heute) < 18 &&
      kind.mandant !== null,
  );
  const [kind] = bezahlte;
  const empfaenger = kind ? empfaengerFuer(bevoelkerung, kind) : undefined;
  const anderer = kind && [kind.mutter, kind.vater].find((idnr) => idnr && idnr !== person.idnr);
  const eltern = [person, ...(anderer ? [bevoelkerung.getPerson(anderer)] : [])];
  // Whoever is paid is known by account; of the others seven in ten told theirs to the tax office (§ 139b Abs. 3a AO).
  const bekannt = empfaenger?.idnr === person.idnr || (!empfaenger && zufallVon(person.idnr).mit(0.7));
  return {
    zahltFuerAelteresKind: empfaenger !== undefined,
    empfaengerIdnr: empfaenger?.idnr ?? null,
    iban: bekannt ? person.iban : null,
    elternteilArbeitetImInland: eltern.some(({ einkommenCent }) => einkommenCent > 0),
    vergleichbareLeistung: false,
    schonFestgesetzt: false,
  };
}

/** The one with whom the child lives; of two, mostly the mother. */
function empfaengerFuer(bevoelkerung: Bevoelkerung, kind: Person): Person | undefined {
  if (kind.lebtBei) return bevoelkerung.getPerson(kind.lebtBei);
  const mutter = kind.mutter ? bevoelkerung.getPerson(kind.mutter) : undefined;
  const vater = kind.vater ? bevoelkerung.getPerson(kind.vater) : undefined;
  return vater && (!mutter || zufallVon(mutter.idnr).mit(0.2)) ? vater : mutter;
}
