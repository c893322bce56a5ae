import type { Entscheidung, Leistung } from "#baukasten";
import { type Akte, findAkten, kontextAus } from "#bearbeitung";
import { type Clock, dayOf } from "#clock";
import { vermerkeEinsichten } from "#datenschutzcockpit";
import type { Db, Tx } from "#db";
import type { IsoDatum } from "#kalender";
import { schreibeProtokoll } from "#protokoll";
import type { Mandant } from "#tenants";
import { listeIdsDerLeistung } from "#vorgaenge";
import { berechneNeu, leistungWieBekanntAm, type Neuberechnung } from "#wirkung";

export type BetroffeneDeps = { db: Db; clock: Clock };
/** `jetzt`: the Leistung with the figures as they are known now, or would be. `anlass`: why files are opened, for the log. */
export type Betroffenenwunsch = {
  mandant: Mandant;
  leistung: Leistung;
  jetzt: Leistung;
  anlass: string;
  wer: string;
  /** Goes on after this Vorgang: where an earlier search stopped. */
  nach?: string | null;
  /** Asked before each portion; false ends the search. For a page that somebody waits for: a house has a hundred thousand files. */
  weiter?(): boolean;
};
/** A decided Vorgang whose decision used another figure than is known now. */
export type Betroffener = Neuberechnung & {
  mandant: string;
  vorgangId: string;
  aktenzeichen: string;
  entschiedenAm: IsoDatum;
  /** Decided anew before: the first facts are not all that counted, so a person compares. */
  schonGeaendert: boolean;
};

const JE_PORTION = 100;
/** `letzte`: where the next one goes on; null: there is none. */
type Portion = { betroffene: Betroffener[]; letzte: string | null };

/** One page: at most so many, and where the next one goes on; null: nothing is left. */
export type Betroffenenseite = { betroffene: Betroffener[]; nach: string | null };

/**
 * One page of those that a retroactive change strikes. It may hold fewer than asked for where the time is over (`weiter`); then it goes on
 * after the last file that was opened.
 */
export async function findeSeite(deps: BetroffeneDeps, wunsch: Betroffenenwunsch, jeSeite: number): Promise<Betroffenenseite> {
  const betroffene: Betroffener[] = [];
  let nach = wunsch.nach ?? null;
  while (wunsch.weiter?.() !== false) {
    const portion = await liesPortion(deps, wunsch, nach);
    for (const each of portion.betroffene) {
      betroffene.push(each);
      if (betroffene.length < jeSeite) continue;
      const warDerLetzte = portion.letzte === null && each === portion.betroffene.at(-1);
      return { betroffene, nach: warDerLetzte ? null : each.vorgangId };
    }
    if (portion.letzte === null) return { betroffene, nach: null };
    nach = portion.letzte;
  }
  return { betroffene, nach };
}

/**
 * Lists the decided Vorgaenge of the Mandant that a retroactive change strikes, and what would be due. Reads in portions, each in a
 * transaction of its own that also logs which files were opened; changes nothing. @yields in the order of the Vorgaenge' ids
 */
export async function* findeBetroffene(deps: BetroffeneDeps, wunsch: Betroffenenwunsch): AsyncGenerator<Betroffener> {
  let nach = wunsch.nach ?? null;
  do {
    if (wunsch.weiter?.() === false) return;
    const portion: Portion = await liesPortion(deps, wunsch, nach);
    yield* portion.betroffene;
    nach = portion.letzte;
  } while (nach !== null);
}

const liesPortion = (deps: BetroffeneDeps, wunsch: Betroffenenwunsch, nach: string | null): Promise<Portion> =>
  deps.db.inTransaction({ mandant: wunsch.mandant.id }, (tx) => wertePortionAus(deps, tx, wunsch, nach));

async function wertePortionAus(
  { clock }: BetroffeneDeps,
  tx: Tx,
  { mandant, leistung, jetzt, anlass, wer }: Betroffenenwunsch,
  nach: string | null,
): Promise<Portion> {
  const ids = await listeIdsDerLeistung(tx, leistung.schluessel, nach, JE_PORTION);
  const betroffene: Betroffener[] = [];
  const geoeffnet: Akte[] = [];
  const akten = await findAkten(tx, ids);
  for (const id of ids) {
    const akte = akten.get(id);
    const stand = akte && letzteEntscheidung(akte);
    if (!akte || !stand) continue;
    geoeffnet.push(akte);
    const betroffener = pruefeAkte(akte, stand, mandant, jetzt);
    if (betroffener) betroffene.push(betroffener);
  }
  if (geoeffnet.length > 0)
    await schreibeProtokoll(tx, {
      art: "akten.ausgewertet",
      zeitpunkt: clock.now(),
      daten: { wer, anlass, vorgaenge: geoeffnet.map(({ id }) => id) },
    });
  await vermerkeEinsichten(
    tx,
    geoeffnet.flatMap((akte) => einsichtIn(akte, mandant, leistung, anlass, clock.now())),
  );
  return { betroffene, letzte: ids.length === JE_PORTION ? (ids.at(-1) ?? null) : null };
}

/** Whose file was opened reads it in the Datenschutzcockpit, whether or not it was struck: it was read all the same. */
function einsichtIn(akte: Akte, mandant: Mandant, leistung: Leistung, anlass: string, am: Date) {
  const person = akte.beteiligte.find(({ rolle }) => rolle === "antragsteller")?.person;
  const stelle = mandant.einstellungen.aemter[leistung.amt]?.name ?? leistung.amt;
  return person
    ? [{ vorgangId: akte.id, person, vertreter: null, stelle, anlass: `${anlass}; Akte ${akte.aktenzeichen}`, am }]
    : [];
}

type Entschieden = Extract<Akte["schritte"][number], { art: "entschieden" }>;
const letzteEntscheidung = ({ schritte }: Akte): Entschieden | undefined =>
  schritte.findLast((schritt): schritt is Entschieden => schritt.art === "entschieden" && schritt.daten !== null);

function pruefeAkte(akte: Akte, schritt: Entschieden, mandant: Mandant, jetzt: Leistung): Betroffener | undefined {
  if (schritt.daten === null) return undefined;
  const entschiedenAm = dayOf(schritt.zeitpunkt);
  // Evidence that came later did not count then.
  const bisDahin = { ...akte, schritte: akte.schritte.filter(({ nummer }) => nummer <= schritt.nummer) };
  const entscheidung = schritt.daten.entscheidung as Entscheidung;
  const neu = berechneNeu(
    leistungWieBekanntAm(jetzt, entschiedenAm),
    jetzt,
    kontextAus(bisDahin, mandant),
    entscheidung,
    schritt.daten.ergebnis,
  );
  if (!neu.betroffen) return undefined;
  const schonGeaendert = akte.schritte.filter(({ art }) => art === "entschieden").length > 1;
  return {
    ...neu,
    mandant: mandant.schluessel,
    vorgangId: akte.id,
    aktenzeichen: akte.aktenzeichen,
    entschiedenAm,
    schonGeaendert,
  };
}
