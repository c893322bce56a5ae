import { alterAm, type IsoDatum } from "#kalender";
import { type Bevoelkerung, haushaltslage, istDeutschOderEu, name, type Person, wirtschaftslage } from "./bevoelkerung/index.ts";

type Antworten = Record<string, Record<string, unknown>>;
const konto = (person: Person) => ({ iban: person.iban, inhaber: name(person).slice(0, 70) });
const deutschOderEu = (person: Person) => ({ deutschOderEu: istDeutschOderEu(person.staatsangehoerigkeit) });

/** What a grown-up would enter in the form of Wohngeld for the whole household. */
export function wohngeldAntworten(bevoelkerung: Bevoelkerung, antragsteller: Person, heute: IsoDatum): Antworten {
  const { personen, wohnung, vermoegenCent, buergergeld } = haushaltslage(bevoelkerung, antragsteller);
  return {
    anschrift: { ...antragsteller.anschrift },
    haushalt: {
      personen: personen.map((person) => ({
        vornamen: person.vornamen,
        nachname: person.nachname,
        geburtsdatum: person.geburtsdatum,
        rolle: rolleVon(bevoelkerung, antragsteller, person),
        idnr: person.idnr,
        ausgeschlossen: buergergeld,
      })),
    },
    einnahmen: { liste: personen.flatMap(einnahmen) },
    uebrig: {
      betrag: personen.reduce(
        (summe, each) => summe + wirtschaftslage(each).verfuegbarCent,
        kindergeld(bevoelkerung, antragsteller, heute),
      ),
    },
    merkmale: { liste: [] },
    mitbewohner: { anzahl: 0 },
    miete: {
      wohnung: wohnung.art,
      gesamt: wohnung.bruttokaltmieteCent + wohnung.heizkostenCent,
      mitHeizung: wohnung.heizkostenCent > 0,
    },
    ...(wohnung.heizkostenCent > 0 && { heizung: { kosten: wohnung.heizkostenCent } }),
    unterhalt: { zahlungen: [] },
    vermoegen: { betrag: vermoegenCent },
    ausbildung: { nurAusbildung: false },
    staatsangehoerigkeit: deutschOderEu(antragsteller),
    konto: konto(antragsteller),
    nachricht: {},
  };
}

function einnahmen(person: Person): Record<string, unknown>[] {
  const { zahlt, ...lage } = wirtschaftslage(person);
  const abzuege = { steuern: zahlt.steuern, kranken: zahlt.krankenversicherung, renten: zahlt.rentenversicherung };
  const eine = (art: string, cent: number, durch = 1) =>
    cent > 0 ? [{ wer: name(person), art, betrag: cent / durch, ...abzuege }] : [];
  return [
    ...eine("lohn", lage.lohnCent, 12),
    ...eine("selbstaendig", lage.selbstaendigCent),
    ...eine("vermietung", lage.vermietungCent),
    ...eine("kapital", lage.kapitalCent),
    ...eine("rente", lage.gesetzlicheRenteCent, 12),
    ...eine("andereRente", lage.andereRenteCent, 12),
    ...eine("sonstige", lage.sonstigeCent, 12),
  ];
}

function rolleVon(bevoelkerung: Bevoelkerung, antragsteller: Person, person: Person): string {
  if (person === antragsteller) return "ich";
  const partner = bevoelkerung
    .haushaltVon(antragsteller)
    .find((each) => each.idnr === antragsteller.ehegatte || each.kinder.some((kind) => antragsteller.kinder.includes(kind)));
  if (person === partner) return "partner";
  return [antragsteller, partner].some((each) => each?.kinder.includes(person.idnr)) ? "kind" : "andere";
}

const KINDERGELD_CENT = 25_900;
const kindergeld = (bevoelkerung: Bevoelkerung, person: Person, heute: IsoDatum): number =>
  person.kinder.filter((idnr) => alterAm(bevoelkerung.getPerson(idnr).geburtsdatum, heute) < 18).length * KINDERGELD_CENT;

/** What a parent would enter in the form of Elterngeld: mothers take twelve months and fathers two, who is alone takes all. */
export function elterngeldAntworten(bevoelkerung: Bevoelkerung, elternteil: Person, kind: Person): Antworten {
  const lage = wirtschaftslage(elternteil);
  const arbeit = lage.taetigkeit === "rente" ? "ohne" : lage.taetigkeit;
  const allein = kind.lebtBei === elternteil.idnr;
  const mutter = kind.mutter === elternteil.idnr;
  const aeltere = elternteil.kinder
    .map(bevoelkerung.getPerson)
    .filter((each) => each.geburtsdatum < kind.geburtsdatum && bevoelkerung.haushaltVon(elternteil).includes(each))
    .filter(({ geburtsdatum }) => alterAm(geburtsdatum, kind.geburtsdatum) < 18);
  const basis = (von: number, bis: number) => ({ abschnitte: [{ art: "basis", von, bis }] });
  return {
    kind: {
      vornamen: kind.vornamen,
      nachname: kind.nachname,
      geburtsdatum: kind.geburtsdatum,
      idnr: kind.idnr,
      geboren: "eines",
    },
    fruehgeburt: { sechsWochen: false },
    anschrift: { ...elternteil.anschrift },
    betreuung: { lebtBeiMir: true, betreueSelbst: true },
    staatsangehoerigkeit: deutschOderEu(elternteil),
    familie: { allein },
    geschwister: { kinder: aeltere.map(({ geburtsdatum }) => ({ geburtsdatum })), behinderung: false },
    einkommensgrenze: { unterGrenze: true },
    arbeitVorher: { art: arbeit },
    ...((arbeit === "angestellt" || arbeit === "minijob") && { lohnbescheinigungen: {} }),
    ...(arbeit === "selbstaendig" && {
      gewinn: { gewinn: lage.selbstaendigCent, kirchensteuer: lage.kirchensteuerpflichtig, belege: [belegDerDemo] },
    }),
    mutterschaft: { bekomme: mutter && arbeit === "angestellt" },
    monate: allein ? basis(1, 14) : mutter ? basis(1, 12) : basis(13, 14),
    ...(!allein && { andererElternteil: { beantragt: true }, monateAnderer: mutter ? basis(13, 14) : basis(1, 12) }),
    arbeitNachher: { arbeite: false },
    konto: konto(elternteil),
    nachricht: {},
  };
}

/** What a person would enter in the form of Blindengeld. @param merkzeichen whether they say that Bl is found */
export const blindengeldAntworten = (person: Person, merkzeichen: boolean): Antworten => ({
  wohnung: { ...person.anschrift, land: person.mandant === "beispielkreis" ? "NI" : "NW", heim: false },
  nachweis: { merkzeichen },
  ...(!merkzeichen && { attest: { datei: [belegDerDemo] } }),
  andere: { bekommt: false, pflege: false },
  konto: konto(person),
  nachricht: {},
});

/** Stands for a document: the rules need the entry, not what is in it. */
const belegDerDemo = { name: "Beleg.pdf", typ: "application/pdf", groesse: 1, sha256: "0".repeat(64) };
