import type { Antragsteller, Antworten, Kontext, Leistung, Nachweisstaende, Nachweisstand } from "#baukasten";
import { alterAm, geburtstag, type IsoDatum, jahrVon } from "#kalender";
import type { Bevoelkerungsfall } from "#wirkung";
import type { Registername } from "../src/register.ts";
import { antwortenFuer } from "./antworten.ts";
import { wohngeldAntworten } from "./antworten-soziales.ts";
import {
  type Bevoelkerung,
  createBevoelkerung,
  haushaltslage,
  istDeutschOderEu,
  listeAntragslagen,
  mandantschluessel,
  name,
  type Person,
  wirtschaftslage,
} from "./bevoelkerung/index.ts";
import { demoMandanten } from "./mandanten.ts";
import { createAuskuenfte } from "./register/auskuenfte.ts";
import { antraegeNachGeburten, verschiebe } from "./simulation-geburten.ts";

type Seiten = Record<string, Record<string, unknown>>;
/** `tag`: when it comes in, where that is not the day of the change; `jahre`: how many years later all of it is thought to be. */
type Antrag = { kennung: string; person: Person; antworten: Seiten; tag?: IsoDatum; jahre?: number };

/** Who of the population could apply, by Leistung, with what they would say. */
const antraege: Readonly<Record<string, (bevoelkerung: Bevoelkerung, tag: IsoDatum) => Antrag[]>> = {
  unterhaltsvorschuss: (bevoelkerung, tag) =>
    listeAntragslagen(bevoelkerung, tag).map((lage) => ({
      kennung: lage.kind.idnr,
      person: lage.antragsteller,
      antworten: antwortenFuer({ ...lage, fuerVormonat: false, umUnterhaltBemueht: false }, tag),
    })),
  kindergeld: (bevoelkerung, tag) =>
    minderjaehrige(bevoelkerung, tag).flatMap((kind) => {
      const elternteil = elternteilVon(bevoelkerung, kind);
      return elternteil
        ? [{ kennung: kind.idnr, person: elternteil, antworten: kindergeldAntworten(bevoelkerung, elternteil, kind, tag) }]
        : [];
    }),
  wohngeld: (bevoelkerung, tag) =>
    haushalte(bevoelkerung, tag).map((person) => ({
      kennung: person.idnr,
      person,
      antworten: wohngeldAntworten(bevoelkerung, person, tag),
    })),
  kinderzuschlag: (bevoelkerung, tag) =>
    haushalte(bevoelkerung, tag).flatMap((person) => {
      const antworten = kinderzuschlagAntworten(bevoelkerung, person, tag);
      return antworten ? [{ kennung: person.idnr, person, antworten }] : [];
    }),
  elterngeld: (bevoelkerung, tag) => antraegeNachGeburten(bevoelkerung, tag, alleVon(bevoelkerung)),
};

export const simulierbareLeistungen: readonly string[] = Object.keys(antraege);

let gezogen: Bevoelkerung | undefined;

/** Everybody who could apply for the Leistung on that day; nothing where the population does not carry what it asks. */
export function faelleFuer(leistung: Leistung, tag: IsoDatum): Bevoelkerungsfall[] {
  gezogen ??= createBevoelkerung();
  const bevoelkerung = gezogen;
  const auskuenfte = createAuskuenfte(bevoelkerung);
  return (antraege[leistung.schluessel]?.(bevoelkerung, tag) ?? []).map(
    ({ kennung, person, antworten, jahre = 0, ...antrag }) => {
      const { idnr, vornamen, nachname } = person;
      const eingegangenAm = antrag.tag ?? tag;
      const gefragt = { antworten: antworten as Antworten, antragsteller: { idnr, vornamen, nachname }, eingegangenAm };
      return {
        kennung,
        gruppe: demoMandanten.find(({ schluessel }) => schluessel === person.mandant)?.name ?? "",
        einkommenCent: haushaltslage(bevoelkerung, person).personen.reduce((summe, each) => summe + each.einkommenCent, 0),
        kontext: verschiebe({ ...gefragt, nachweise: nachweiseFuer(leistung, gefragt, auskuenfte) }, jahre),
      };
    },
  );
}

/** As the registers of the demo answer when all of them answer as they should. */
function nachweiseFuer(
  leistung: Leistung,
  kontext: Pick<Kontext, "antworten" | "eingegangenAm"> & { antragsteller: Antragsteller },
  auskuenfte: ReturnType<typeof createAuskuenfte>,
): Nachweisstaende {
  const tag = kontext.eingegangenAm;
  const stand = `${tag}T08:00:00Z`;
  return Object.fromEntries(
    Object.entries(leistung.nachweise).flatMap(([schluessel, nachweis]): [string, Nachweisstand][] => {
      if (nachweis.anlass !== "antrag" || nachweis.noetig?.(kontext) === false) return [];
      const frage = nachweis.anfrage(kontext);
      const befund = frage && auskuenfte[nachweis.register as Registername]?.[nachweis.auskunft]?.(frage.anfrage, tag);
      if (!befund || befund.art === "unverstaendlich") return [];
      if (befund.art === "gefunden") return [[schluessel, { art: "gefunden", stand, daten: befund.daten }]];
      return [[schluessel, befund.art === "keinEintrag" ? { art: "keinEintrag", stand } : befund]];
    }),
  );
}

const alleVon = (bevoelkerung: Bevoelkerung) => mandantschluessel.flatMap((mandant) => bevoelkerung.von(mandant));
const minderjaehrige = (bevoelkerung: Bevoelkerung, tag: IsoDatum) =>
  alleVon(bevoelkerung).filter(({ geburtsdatum }) => geburtsdatum <= tag && alterAm(geburtsdatum, tag) < 18);

/** The parent in whose household the child lives; the mother where both do. */
function elternteilVon(bevoelkerung: Bevoelkerung, kind: Person): Person | undefined {
  const idnr = kind.lebtBei ?? [kind.mutter, kind.vater].find((each) => each && wohntBei(bevoelkerung, kind, each));
  return idnr ? bevoelkerung.getPerson(idnr) : undefined;
}
const wohntBei = (bevoelkerung: Bevoelkerung, kind: Person, idnr: string): boolean =>
  bevoelkerung.haushaltVon(kind).some((each) => each.idnr === idnr);

/** One grown-up for each household, the eldest. */
function haushalte(bevoelkerung: Bevoelkerung, tag: IsoDatum): Person[] {
  const gesehen = new Set<Person>();
  return alleVon(bevoelkerung).flatMap((person) => {
    if (gesehen.has(person)) return [];
    const { personen } = haushaltslage(bevoelkerung, person);
    for (const each of personen) gesehen.add(each);
    const erwachsen = personen.find(({ geburtsdatum }) => alterAm(geburtsdatum, tag) >= 18);
    return erwachsen ? [erwachsen] : [];
  });
}

/** Who comes of age this year goes to school. */
function kindergeldAntworten(bevoelkerung: Bevoelkerung, elternteil: Person, kind: Person, tag: IsoDatum): Seiten {
  const wirdVolljaehrig = geburtstag(kind.geburtsdatum, 18) <= `${jahrVon(tag)}-12-31`;
  const anderer = kind.mutter === elternteil.idnr ? kind.vater : kind.mutter;
  const gemeinsam = anderer !== null && wohntBei(bevoelkerung, kind, anderer);
  const deutsch = elternteil.staatsangehoerigkeit === "deutsch";
  const staat = deutsch ? "deutsch" : istDeutschOderEu(elternteil.staatsangehoerigkeit) ? "union" : "andere";
  return {
    kind: { vornamen: kind.vornamen, nachname: kind.nachname, geburtsdatum: kind.geburtsdatum, idnr: kind.idnr },
    kindschaft: { art: "eigenes" },
    anschrift: { ...elternteil.anschrift },
    zuhause: {
      wo: gemeinsam ? "gemeinsam" : "beiMir",
      seit: kind.einzugsdatum > kind.geburtsdatum ? kind.einzugsdatum : kind.geburtsdatum,
    },
    ...(gemeinsam && { empfaenger: { ich: true } }),
    staatsangehoerigkeit: { staat },
    ...(staat === "union" && { zuzug: { seit: elternteil.einzugsdatum, einkuenfte: elternteil.einkommenCent > 0 } }),
    ausland: { bekommt: false, arbeitet: false },
    ...(wirdVolljaehrig && {
      lage: { art: "ausbildung", von: `${jahrVon(tag) - 2}-08-01`, bis: `${jahrVon(tag) + 2}-07-31`, belege: [belegDerDemo] },
      erwerb: { abgeschlossen: false, stunden: 0, unschaedlich: false },
    }),
    konto: { iban: elternteil.iban, inhaber: name(elternteil).slice(0, 70) },
    nachricht: {},
  };
}

/** A family with children under 25 in the household; Wohngeld is not known to the population and counts as none. */
function kinderzuschlagAntworten(bevoelkerung: Bevoelkerung, elternteil: Person, tag: IsoDatum): Seiten | undefined {
  const { personen, wohnung, vermoegenCent, buergergeld } = haushaltslage(bevoelkerung, elternteil);
  const kinder = personen.filter((each) => elternteil.kinder.includes(each.idnr) && alterAm(each.geburtsdatum, tag) < 18);
  if (kinder.length === 0) return undefined;
  const partner = personen.find(
    (each) => each !== elternteil && (each.idnr === elternteil.ehegatte || kinder.some(({ idnr }) => each.kinder.includes(idnr))),
  );
  const arbeit = (person: Person) => {
    const { taetigkeit, verfuegbarCent } = wirtschaftslage(person);
    const arbeitet = taetigkeit !== "rente" && taetigkeit !== "ohne";
    return { brutto: arbeitet ? person.einkommenCent : 0, netto: arbeitet ? Math.min(verfuegbarCent, person.einkommenCent) : 0 };
  };
  const renten = [elternteil, ...(partner ? [partner] : [])].reduce((summe, person) => {
    const { gesetzlicheRenteCent, andereRenteCent } = wirtschaftslage(person);
    return summe + Math.round((gesetzlicheRenteCent + andereRenteCent) / 12);
  }, 0);
  return {
    familie: { partner: partner ? "mit" : "allein" },
    kinder: {
      liste: kinder.map((kind) => ({
        geburtsdatum: kind.geburtsdatum,
        kindergeld: true,
        verheiratet: false,
        einkommen: kind.unterhaltCent + kind.waisenbezuegeCent,
      })),
    },
    einkommen: arbeit(elternteil),
    ...(partner && { einkommenPartner: arbeit(partner) }),
    anderesEinkommen: { betrag: renten },
    wohnung: { warmmiete: wohnung.bruttokaltmieteCent + wohnung.heizkostenCent, personen: Math.max(2, personen.length) },
    vermoegen: { betrag: vermoegenCent },
    wohngeld: { lage: "nein" },
    sozialleistung: { bezieht: buergergeld },
  };
}

/** Stands for a document: the rules need the entry, not what is in it. */
const belegDerDemo = { name: "Schulbescheinigung.pdf", typ: "application/pdf", groesse: 1, sha256: "0".repeat(64) };
