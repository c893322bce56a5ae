import { automatiknorm, type Entscheidung, entscheide, type Kontext, type Leistung } from "#baukasten";
import type { Clock } from "#clock";
import { createBatcher, type Db, type Tx } from "#db";
import { getLeistung } from "#leistungen";
import type { Abrufwunsch, Nachweise } from "#nachweise";
import type { Secrets } from "#secrets";
import type { Mandant, Tenants } from "#tenants";
import { kurzform, laufendeVersion, type Versionen } from "#versionen";
import { haengeAlleAn, istPruefbar, type NeuerSchritt, schreibeBeteiligte } from "#vorgaenge";
import { type Aenderungswege, istAenderung } from "./aenderungswege.ts";
import { type Akte, createAktenleser, kontextAus, letzter, mitSchritten } from "./akte.ts";

export type PruefDeps = {
  db: Db;
  clock: Clock;
  nachweise: Nachweise;
  secrets: Secrets;
  tenants: Tenants;
  versionen: Versionen;
  aenderungen: Aenderungswege;
};

/**
 * Examines a Vorgang: fetches the evidence that is still missing, lets the rules decide, and appends the decision, or a proposal for a
 * person. May run twice: what is known is not asked again, and a Vorgang that has moved on is left alone; one that waits for the release
 * of its rules is left as it is until there is one. Under load Vorgaenge that are at the same point share a transaction.
 * @returns the file as it is then, as far as this process knows it
 */
export function createPruefung(deps: PruefDeps) {
  const leseAkte = createAktenleser(deps.db);
  const entscheideGemeinsam = createBatcher<Fall, Akte | undefined>({
    keyOf: ({ mandant }) => mandant.id,
    run: (faelle, mandantId) => deps.db.inTransaction({ mandant: mandantId }, (tx) => entscheideAlle(deps, tx, faelle)),
  });
  return async (mandantId: number, vorgangId: string): Promise<Akte | undefined> => {
    const akte = await leseAkte({ mandantId, vorgangId });
    if (!akte || !istPruefbar(akte.stand)) return akte;
    if (istAenderung(akte)) {
      await deps.aenderungen.pruefe(mandantId, vorgangId);
      return undefined;
    }
    const leistung = getLeistung(akte.leistung);
    const mandant = await deps.tenants.getById(mandantId);
    const behoerde = `${mandant.name}, ${mandant.einstellungen.aemter[leistung.amt]?.name ?? leistung.amt}`;
    const wuensche = fehlendeNachweise(leistung, akte, mandant, deps.secrets);
    const { angehaengt } = await deps.nachweise.rufeAb({ mandantId, behoerde, vorgangId, nummer: akte.nummer, wuensche });
    const allein = wuensche.length === 0 || angehaengt !== undefined;
    const belegt = allein ? (angehaengt ? mitSchritten(akte, angehaengt) : akte) : await leseAkte({ mandantId, vorgangId });
    if (!belegt || !istPruefbar(belegt.stand)) return belegt;
    return entscheideGemeinsam({ akte: belegt, leistung, mandant, kontext: kontextAus(belegt, mandant) });
  };
}

/** Evidence that the rules could need, that the law lets us fetch, and that nobody has answered yet. */
export function fehlendeNachweise(leistung: Leistung, akte: Akte, mandant: Mandant, secrets: Secrets): Abrufwunsch[] {
  const kontext = kontextAus(akte, mandant);
  const vertreter = akte.beteiligte.find((each) => each.rolle === "antragsteller")?.person ?? null;
  return Object.entries(leistung.nachweise).flatMap(([name, nachweis]) => {
    if (nachweis.anlass !== "antrag" || kontext.nachweise[name]) return [];
    if (nachweis.noetig && !nachweis.noetig(kontext)) return [];
    const frage = nachweis.anfrage(kontext);
    if (!frage) return [];
    const { register, auskunft, zweck, norm, antwort, betroffen } = nachweis;
    const wunsch = {
      nachweis: name,
      register,
      auskunft,
      zweck,
      norm,
      antwort,
      person: secrets.pseudonym(`idnr:${frage.idnr}`),
      anfrage: frage.anfrage,
    };
    return [{ ...wunsch, vertreter: betroffen === "kind" ? vertreter : null }];
  });
}

/** A file with what its decision may look at. */
type Fall = { akte: Akte; leistung: Leistung; mandant: Mandant; kontext: Kontext };

/** @returns the files with the decisions in them; undefined where another worker wrote the same decision */
async function entscheideAlle(deps: PruefDeps, tx: Tx, alle: readonly Fall[]): Promise<(Akte | undefined)[]> {
  const hindernisse = new Map<Leistung, string | undefined>();
  for (const leistung of new Set(alle.map((fall) => fall.leistung)))
    hindernisse.set(leistung, await deps.versionen.hindernis(tx, leistung));
  const wartetWeiter = ({ akte, leistung }: Fall) => akte.stand.wartetAufFreigabe === true && !!hindernisse.get(leistung);
  const faelle = alle.filter((fall) => !wartetWeiter(fall));
  const entschieden = new Map(zip(faelle, await schreibeEntscheidungen(deps, tx, faelle, hindernisse)));
  return alle.map((fall) => (wartetWeiter(fall) ? fall.akte : entschieden.get(fall)));
}
const zip = <A, B>(links: readonly A[], rechts: readonly B[]): [A, B][] =>
  links.map((each, stelle) => [each, rechts[stelle] as B]);

async function schreibeEntscheidungen(
  deps: PruefDeps,
  tx: Tx,
  faelle: readonly Fall[],
  hindernisse: ReadonlyMap<Leistung, string | undefined>,
): Promise<(Akte | undefined)[]> {
  const beteiligte = faelle.map((fall) => neueBeteiligte(fall, deps.secrets));
  await schreibeBeteiligte(tx, beteiligte.flat());
  const anhaenge = faelle.map((fall) => ({
    vorgangId: fall.akte.id,
    schritte: [entscheidungsschritt(fall, hindernisse.get(fall.leistung), deps.clock.now())],
    erwarteteNummer: fall.akte.nummer,
  }));
  const ergebnisse = await haengeAlleAn(tx, anhaenge);
  return faelle.map(({ akte }, index) => {
    const ergebnis = ergebnisse[index];
    // Another worker was faster with the same decision. It may be dead by now: what is in the file then is read by whoever goes on with it.
    if (ergebnis?.art === "bereitsGeschehen") return undefined;
    // Somebody wrote in between: the job comes again and reads what there is then.
    if (ergebnis?.art !== "angehaengt") throw new Error(`Vorgang ${akte.id}: ${ergebnis?.art} when noting the decision`);
    const neue = beteiligte[index] ?? [];
    const bisherige = akte.beteiligte.filter(({ rolle }) => !neue.some((each) => each.rolle === rolle));
    return mitSchritten({ ...akte, beteiligte: [...bisherige, ...neue] }, ergebnis);
  });
}

function entscheidungsschritt({ akte, leistung, kontext }: Fall, hindernis: string | undefined, zeitpunkt: Date): NeuerSchritt {
  const entscheidung = mitHindernis(mitVorgeschichte(entscheide(leistung, kontext), akte), hindernis);
  const rahmen = {
    akteur: {
      art: "system",
      teil: leistung.schluessel,
      version: `${leistung.version} (${kurzform(laufendeVersion(leistung).fingerabdruck)})`,
    },
    zeitpunkt,
    transaktion: `pruefung:${akte.id}:${akte.nummer}`,
  } as const;
  if (entscheidung.art === "vonHand") {
    const wartet = hindernis !== undefined && { wartetAufFreigabe: true as const };
    return { ...rahmen, art: "vorgeschlagen", daten: { entscheidung, gruende: entscheidung.vonHand, ...wartet } };
  }
  const norm = automatiknorm(leistung, kontext.mandant, kontext.eingegangenAm) ?? "";
  return { ...rahmen, art: "entschieden", daten: { ergebnis: entscheidung.art, automatisch: true, norm, entscheidung } };
}

/** Words that came later are for a person: the rules do not see them. */
function mitVorgeschichte(entscheidung: Entscheidung, akte: Akte): Entscheidung {
  if (!letzter(akte.schritte, "nachgereicht")) return entscheidung;
  const { vorbereitet: _, ...rest } = entscheidung;
  const grund = "Die Person hat geantwortet oder Unterlagen nachgereicht; ein Mensch muss sie ansehen.";
  return { ...rest, art: "vonHand", vonHand: [...entscheidung.vonHand, grund] };
}

/** A version that nobody has released proposes, and decides nothing. */
const mitHindernis = (entscheidung: Entscheidung, hindernis: string | undefined): Entscheidung =>
  hindernis ? { ...entscheidung, art: "vonHand", vonHand: [...entscheidung.vonHand, hindernis] } : entscheidung;

/** What the registers told of the people involved: their pseudonym, and whether an address must stay hidden. A lock once seen stays. */
function neueBeteiligte({ akte, leistung, kontext }: Fall, secrets: Secrets) {
  return leistung.beteiligte(kontext).flatMap(({ idnr, ...angaben }) => {
    const bisher = akte.beteiligte.find((each) => each.rolle === angaben.rolle);
    // An address that the person gave stays; where none was asked for, the register's is the one a letter needs.
    const neueAnschrift = !bisher?.anschrift && angaben.anschrift !== undefined;
    const neu = {
      ...bisher,
      ...angaben,
      // Who logged in stays who they are; a register only names those who were not known yet.
      person: bisher?.person ?? (idnr ? secrets.pseudonym(`idnr:${idnr}`) : null),
      auskunftssperre: angaben.auskunftssperre || (bisher?.auskunftssperre ?? false),
      vorgangId: akte.id,
    };
    const gleich = bisher?.person === neu.person && bisher.auskunftssperre === neu.auskunftssperre && !neueAnschrift;
    return gleich ? [] : [neu];
  });
}
