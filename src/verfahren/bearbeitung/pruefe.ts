import { automatiknorm, type Entscheidung, entscheide, type Kontext, type Leistung } from "#baukasten";
import type { Clock } from "#clock";
import { createBatcher, type Db } from "#db";
import { getLeistung } from "#leistungen";
import type { Abrufwunsch, Nachweise } from "#nachweise";
import type { Secrets } from "#secrets";
import type { Mandant, Tenants } from "#tenants";
import { kurzform, laufendeVersion, type Versionen } from "#versionen";
import { haengeAlleAn, type NeuerSchritt, schreibeBeteiligte } from "#vorgaenge";
import { type Aenderungswege, istAenderung } from "./aenderungswege.ts";
import { type Akte, createAktenleser, findAkten, kontextAus, letzter, type Vorgangsstelle } from "./akte.ts";

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
 * person. May run twice: what is known is not asked again, and a Vorgang that has moved on is left alone. Under load Vorgaenge that are
 * at the same point share a transaction.
 */
export function createPruefung(deps: PruefDeps) {
  const leseAkte = createAktenleser(deps.db);
  const entscheideGemeinsam = createBatcher<Vorgangsstelle, void>({
    keyOf: ({ mandantId }) => mandantId,
    run: (auftraege, mandant) =>
      entscheideAlle(
        deps,
        mandant,
        auftraege.map(({ vorgangId }) => vorgangId),
      ),
  });
  return async (mandantId: number, vorgangId: string): Promise<void> => {
    const akte = await leseAkte({ mandantId, vorgangId });
    if (akte?.stand.phase !== "inPruefung") return;
    if (istAenderung(akte)) return deps.aenderungen.pruefe(mandantId, vorgangId);
    const leistung = getLeistung(akte.leistung);
    const mandant = await deps.tenants.getById(mandantId);
    const behoerde = `${mandant.name}, ${mandant.einstellungen.aemter[leistung.amt]?.name ?? leistung.amt}`;
    const wuensche = fehlendeNachweise(leistung, akte, mandant, deps.secrets);
    await deps.nachweise.rufeAb({ mandantId, behoerde, vorgangId, nummer: akte.nummer, wuensche });
    await entscheideGemeinsam({ mandantId, vorgangId });
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

async function entscheideAlle(deps: PruefDeps, mandantId: number, vorgangIds: readonly string[]): Promise<undefined[]> {
  const mandant = await deps.tenants.getById(mandantId);
  await deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const akten = [...(await findAkten(tx, vorgangIds)).values()].filter(({ stand }) => stand.phase === "inPruefung");
    const faelle = akten.map((akte) => ({ akte, leistung: getLeistung(akte.leistung), kontext: kontextAus(akte, mandant) }));
    await schreibeBeteiligte(
      tx,
      faelle.flatMap((fall) => neueBeteiligte(fall, deps.secrets)),
    );
    const hindernisse = new Map<Leistung, string | undefined>();
    for (const leistung of new Set(faelle.map((fall) => fall.leistung)))
      hindernisse.set(leistung, await deps.versionen.hindernis(tx, leistung));
    const anhaenge = faelle.map((fall) => ({
      vorgangId: fall.akte.id,
      schritte: [entscheidungsschritt(fall, hindernisse.get(fall.leistung), deps.clock.now())],
      erwarteteNummer: fall.akte.nummer,
    }));
    for (const [index, { art }] of (await haengeAlleAn(tx, anhaenge)).entries())
      if (art === "konflikt" || art === "unzulaessig")
        throw new Error(`Vorgang ${anhaenge[index]?.vorgangId}: ${art} when noting the decision`);
  });
  return vorgangIds.map(() => undefined);
}

/** A file with what its decision may look at. */
type Fall = { akte: Akte; leistung: Leistung; kontext: Kontext };

function entscheidungsschritt({ akte, leistung, kontext }: Fall, hindernis: string | undefined, zeitpunkt: Date): NeuerSchritt {
  const entscheidung = mitHindernis(mitVorgeschichte(entscheide(leistung, kontext), leistung, akte, kontext), hindernis);
  const rahmen = {
    akteur: {
      art: "system",
      teil: leistung.schluessel,
      version: `${leistung.version} (${kurzform(laufendeVersion(leistung).fingerabdruck)})`,
    },
    zeitpunkt,
    transaktion: `pruefung:${akte.id}:${akte.nummer}`,
  } as const;
  if (entscheidung.art === "vonHand")
    return { ...rahmen, art: "vorgeschlagen", daten: { entscheidung, gruende: entscheidung.vonHand } };
  const norm = automatiknorm(leistung, kontext.mandant, kontext.eingegangenAm) ?? "";
  return { ...rahmen, art: "entschieden", daten: { ergebnis: entscheidung.art, automatisch: true, norm, entscheidung } };
}

/** Evidence that nobody could ask for, and words that came later, are for a person: the rules see neither. */
function mitVorgeschichte(entscheidung: Entscheidung, leistung: Leistung, akte: Akte, kontext: Kontext): Entscheidung {
  const ungefragt = Object.entries(leistung.nachweise).filter(
    ([name, nachweis]) => nachweis.anlass === "antrag" && !kontext.nachweise[name] && (nachweis.noetig?.(kontext) ?? true),
  );
  const gruende = ungefragt.map(
    ([, { titel, registerName }]) => `Nicht abgefragt: ${titel} (${registerName}), weil Angaben zur Person fehlen.`,
  );
  const nachgereicht = letzter(akte.schritte, "nachgereicht");
  if (nachgereicht) gruende.push("Die Person hat geantwortet oder Unterlagen nachgereicht; ein Mensch muss sie ansehen.");
  if (gruende.length === 0) return entscheidung;
  const { vorbereitet: _, ...rest } = entscheidung;
  return { ...rest, art: "vonHand", vonHand: [...entscheidung.vonHand, ...gruende] };
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
