import { bietetAn } from "#antraege";
import { type Anlass, empfaengerVon, type Leistung, type Tagesangebot } from "#baukasten";
import { plusTage } from "#kalender";
import { findLeistung, leistungen } from "#leistungen";
import type { Mandant } from "#tenants";
import { bieteAn } from "./biete-an.ts";
import { Tagesliste } from "./contract.ts";
import type { EreignisDeps } from "./deps.ts";
import { bieteAnTag } from "./jobs.ts";
import { findLetztenLauf, vermerkeLauf } from "./store.ts";

/** So far back a day on which nothing ran is made up for. */
const NACHHOLEN_TAGE = 30;
/** Stops a register that goes on for ever; at a hundred people a page, more than any Kreis has on one day. */
const HOECHSTENS_SEITEN = 500;

const istTagesangebot = (angebot: { anlass: string }): angebot is Tagesangebot => angebot.anlass !== "geburt";

/** Begins, once a day and Mandant, the look for people whose day has come. Every worker may ask; one begins. @returns how many looks began */
export async function beginneTag(deps: EreignisDeps, mandantId: number): Promise<number> {
  const mandant = await deps.tenants.getById(mandantId);
  const tag = deps.clock.today();
  let begonnen = 0;
  for (const leistung of leistungen.filter((each) => bietetAn(mandant, each)))
    for (const { schluessel } of (leistung.angebote ?? []).filter(istTagesangebot)) {
      const lauf = { leistung: leistung.schluessel, angebot: schluessel };
      await deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
        if (!(await vermerkeLauf(tx, lauf, tag, "begonnen"))) return;
        await deps.jobs.add(tx, bieteAnTag, { mandantId, ...lauf, tag });
        begonnen++;
      });
    }
  return begonnen;
}

/** Asks the register whom the days since the last look concern, and offers to each. One that fails holds up none of the others. */
export async function sucheUndBiete(
  deps: EreignisDeps,
  mandantId: number,
  auftrag: { leistung: string; angebot: string; tag: string },
): Promise<void> {
  const leistung = findLeistung(auftrag.leistung);
  const angebot = leistung?.angebote?.filter(istTagesangebot).find(({ schluessel }) => schluessel === auftrag.angebot);
  const mandant = await deps.tenants.getById(mandantId);
  if (!leistung || !angebot || !bietetAn(mandant, leistung)) return;
  const letzter = await deps.db.inTransaction({ mandant: mandantId }, (tx) => findLetztenLauf(tx, auftrag));
  const fruehester = plusTage(auftrag.tag, -(angebot.liste.rueckschauTage ?? NACHHOLEN_TAGE));
  const von = letzter && letzter >= fruehester ? plusTage(letzter, 1) : fruehester;
  const { liste } = angebot;
  const fehler: unknown[] = [];
  let ab: string | undefined;
  for (let seite = 0; ; seite++) {
    if (seite === HOECHSTENS_SEITEN)
      throw new Error(`${leistung.schluessel}: ${liste.registerName} nennt kein Ende seiner Liste`);
    const gelesen = await frageListe(deps, mandant, leistung, angebot, auftrag.tag, {
      ...liste.anfrage({ von, bis: auftrag.tag }),
      ...(ab !== undefined && { ab }),
    });
    for (const { idnr, ...rest } of gelesen.personen) {
      const anlass: Anlass = { art: angebot.anlass, person: idnr, ...rest };
      for (const empfaenger of empfaengerVon(angebot, anlass))
        await bieteAn(deps, { mandant, leistung, angebot, anlass }, empfaenger).catch((error) => fehler.push(error));
    }
    if (!gelesen.weiter) break;
    if (gelesen.weiter === ab) throw new Error(`${leistung.schluessel}: ${liste.registerName} kommt nicht weiter`);
    ab = gelesen.weiter;
  }
  if (fehler.length > 0) throw fehler[0];
  await deps.db.inTransaction({ mandant: mandantId }, (tx) => vermerkeLauf(tx, auftrag, auftrag.tag, "fertig"));
}

/** One page of the list. Each page is an access of its own, and stands in the Datenschutzcockpit of everybody on it. */
async function frageListe(
  deps: EreignisDeps,
  mandant: Mandant,
  leistung: Leistung,
  { schluessel, liste, zweck, norm }: Tagesangebot,
  tag: string,
  anfrage: Record<string, unknown>,
): Promise<Tagesliste> {
  const antwort = await deps.nachweise.rufeListeAb({
    mandantId: mandant.id,
    behoerde: `${mandant.name}, ${mandant.einstellungen.aemter[leistung.amt]?.name ?? leistung.amt}`,
    register: liste.register,
    auskunft: liste.auskunft,
    zweck,
    norm,
    anfrage: { ...anfrage, gemeinde: mandant.schluessel },
    antwort: Tagesliste,
    schluessel: `${leistung.schluessel}/${schluessel}:${tag}`,
    attribute: liste.attribute,
    betroffene: ({ personen }) =>
      personen.map(({ idnr, vertreter }) => ({
        person: deps.secrets.pseudonym(`idnr:${idnr}`),
        vertreter: vertreter[0] ? deps.secrets.pseudonym(`idnr:${vertreter[0]}`) : null,
      })),
  });
  if (antwort.art === "nichtErreichbar") throw new Error(`${leistung.schluessel}: ${antwort.grund}`);
  return antwort.art === "gefunden" ? Tagesliste.parse(antwort.daten) : { personen: [] };
}
