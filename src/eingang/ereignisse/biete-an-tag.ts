import { bietetAn } from "#antraege";
import { type Anlass, empfaengerVon, type Tagesangebot } from "#baukasten";
import { plusTage } from "#kalender";
import { findLeistung, leistungen } from "#leistungen";
import { bieteAn } from "./biete-an.ts";
import { Tagesliste } from "./contract.ts";
import type { EreignisDeps } from "./deps.ts";
import { bieteAnTag } from "./jobs.ts";
import { findLetztenLauf, vermerkeLauf } from "./store.ts";

/** So far back a day on which nothing ran is made up for. */
const NACHHOLEN_TAGE = 30;

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
  const fruehester = plusTage(auftrag.tag, -NACHHOLEN_TAGE);
  const von = letzter && letzter >= fruehester ? plusTage(letzter, 1) : fruehester;
  const { register, auskunft, anfrage } = angebot.liste;
  const antwort = await deps.nachweise.rufeListeAb({
    mandantId,
    behoerde: `${mandant.name}, ${mandant.einstellungen.aemter[leistung.amt]?.name ?? leistung.amt}`,
    register,
    auskunft,
    zweck: angebot.zweck,
    norm: angebot.norm,
    anfrage: { ...anfrage({ von, bis: auftrag.tag }), gemeinde: mandant.schluessel },
    antwort: Tagesliste,
    betroffene: ({ personen }) =>
      personen.map(({ idnr, vertreter }) => ({
        person: deps.secrets.pseudonym(`idnr:${idnr}`),
        vertreter: vertreter[0] ? deps.secrets.pseudonym(`idnr:${vertreter[0]}`) : null,
      })),
  });
  if (antwort.art === "nichtErreichbar") throw new Error(`${leistung.schluessel}: ${antwort.grund}`);
  if (antwort.art === "gefunden") {
    const fehler: unknown[] = [];
    for (const { idnr, ...rest } of Tagesliste.parse(antwort.daten).personen) {
      const anlass: Anlass = { art: angebot.anlass, person: idnr, ...rest };
      for (const empfaenger of empfaengerVon(angebot, anlass))
        await bieteAn(deps, { mandant, leistung, angebot, anlass }, empfaenger).catch((error) => fehler.push(error));
    }
    if (fehler.length > 0) throw fehler[0];
  }
  await deps.db.inTransaction({ mandant: mandantId }, (tx) => vermerkeLauf(tx, auftrag, auftrag.tag, "fertig"));
}
