import { automatiknorm, type Entscheidung, entscheide, type Kontext, type Leistung } from "#baukasten";
import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import type { Jobs } from "#jobs";
import { getLeistung } from "#leistungen";
import type { Abrufwunsch, Nachweise } from "#nachweise";
import type { Secrets } from "#secrets";
import type { Mandant, Tenants } from "#tenants";
import { kurzform, laufendeVersion, type Versionen } from "#versionen";
import { haengeAn, type NeuerSchritt, schreibeBeteiligte } from "#vorgaenge";
import { type Akte, findAkte, kontextAus, letzter } from "./akte.ts";
import { fertigeBescheid } from "./jobs.ts";

export type PruefDeps = {
  db: Db;
  clock: Clock;
  jobs: Jobs;
  nachweise: Nachweise;
  secrets: Secrets;
  tenants: Tenants;
  versionen: Versionen;
};

/**
 * Examines a Vorgang: fetches the evidence that is still missing, lets the rules decide, and appends the decision, or a proposal for a
 * person. May run twice: what is known is not asked again, and a Vorgang that has moved on is left alone.
 */
export async function pruefe(deps: PruefDeps, mandantId: number, vorgangId: string): Promise<void> {
  const { db } = deps;
  const akte = await db.inTransaction({ mandant: mandantId }, (tx) => findAkte(tx, vorgangId));
  if (akte?.stand.phase !== "inPruefung") return;
  const leistung = getLeistung(akte.leistung);
  const mandant = await deps.tenants.getById(mandantId);
  const behoerde = `${mandant.name}, ${mandant.einstellungen.aemter[leistung.amt]?.name ?? leistung.amt}`;
  await deps.nachweise.rufeAb({
    mandantId,
    behoerde,
    vorgangId,
    nummer: akte.nummer,
    wuensche: fehlendeNachweise(leistung, akte, mandant, deps.secrets),
  });
  await db.inTransaction({ mandant: mandantId }, async (tx) => {
    const frisch = await findAkte(tx, vorgangId);
    if (frisch?.stand.phase === "inPruefung") await entscheideUndVermerke(deps, tx, leistung, mandant, frisch);
  });
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

async function entscheideUndVermerke(deps: PruefDeps, tx: Tx, leistung: Leistung, mandant: Mandant, akte: Akte): Promise<void> {
  const kontext = kontextAus(akte, mandant);
  await ergaenzeBeteiligte(tx, leistung, akte, kontext, deps.secrets);
  const vorgeschichte = mitVorgeschichte(entscheide(leistung, kontext), leistung, akte, kontext);
  const entscheidung = mitHindernis(vorgeschichte, await deps.versionen.hindernis(tx, leistung));
  const zeitpunkt = deps.clock.now();
  const rahmen = {
    akteur: {
      art: "system",
      teil: leistung.schluessel,
      version: `${leistung.version} (${kurzform(laufendeVersion(leistung).fingerabdruck)})`,
    },
    zeitpunkt,
    transaktion: `pruefung:${akte.id}:${akte.nummer}`,
  } as const;
  const schritt: NeuerSchritt =
    entscheidung.art === "vonHand"
      ? { ...rahmen, art: "vorgeschlagen", daten: { entscheidung, gruende: entscheidung.vonHand } }
      : {
          ...rahmen,
          art: "entschieden",
          daten: {
            ergebnis: entscheidung.art,
            automatisch: true,
            norm: automatiknorm(leistung, kontext.mandant, kontext.eingegangenAm) ?? "",
            entscheidung,
          },
        };
  const ergebnis = await haengeAn(tx, akte.id, [schritt], akte.nummer);
  if (ergebnis.art === "konflikt" || ergebnis.art === "unzulaessig")
    throw new Error(`Vorgang ${akte.id}: ${ergebnis.art} when noting the decision`);
  if (schritt.art === "entschieden") await deps.jobs.add(tx, fertigeBescheid, { mandantId: tx.mandantId, vorgangId: akte.id });
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
async function ergaenzeBeteiligte(tx: Tx, leistung: Leistung, akte: Akte, kontext: Kontext, secrets: Secrets): Promise<void> {
  const neue = leistung.beteiligte(kontext).flatMap(({ idnr, ...angaben }) => {
    const bisher = akte.beteiligte.find((each) => each.rolle === angaben.rolle);
    // An address that the person gave stays; where none was asked for, the register's is the one a letter needs.
    const neueAnschrift = !bisher?.anschrift && angaben.anschrift !== undefined;
    const neu = {
      ...bisher,
      ...angaben,
      // Who logged in stays who they are; a register only names those who were not known yet.
      person: bisher?.person ?? (idnr ? secrets.pseudonym(`idnr:${idnr}`) : null),
      auskunftssperre: angaben.auskunftssperre || (bisher?.auskunftssperre ?? false),
    };
    const gleich = bisher?.person === neu.person && bisher.auskunftssperre === neu.auskunftssperre && !neueAnschrift;
    return gleich ? [] : [neu];
  });
  await schreibeBeteiligte(tx, akte.id, neue);
}
