import { bietetAn } from "#antraege";
import type { Tx } from "#db";
import { leistungen } from "#leistungen";
import { digestOf } from "#protokoll";
import type { Mandant } from "#tenants";
import { aendereLaufende } from "./aendere-laufende.ts";
import { type Ereignis, Ereignisinhalt } from "./contract.ts";
import type { EreignisDeps } from "./deps.ts";
import { bieteNachEreignis, gibEreignisWeiter } from "./jobs.ts";
import { findEreignis, schreibeEreignis } from "./store.ts";

export type Angenommen =
  | { art: "angenommen" }
  | { art: "bekannt" }
  | { art: "inZukunft" }
  | { art: "unbekannteBehoerde" }
  | { art: "widerspruechlich" };

/**
 * Stores an event and enqueues what it may lead to, in one transaction. Sent again under its id it changes nothing; sent again with another
 * content it is refused, because one of the two is wrong and nobody here knows which.
 */
export async function nimmEreignisAn(deps: EreignisDeps, register: string, ereignis: Ereignis): Promise<Angenommen> {
  const mandant = await deps.tenants.findBySchluessel(ereignis.behoerde);
  if (!mandant) return { art: "unbekannteBehoerde" };
  const { behoerde: _, ...rest } = ereignis;
  if (rest.art !== "geburt" && rest.am > deps.clock.today()) return { art: "inZukunft" };
  return deps.db.inTransaction({ mandant: mandant.id }, async (tx) => {
    const inhalt = { ...rest, gemeldetAm: deps.clock.today() };
    const { salt, digest } = digestOf(rest);
    const neu = await schreibeEreignis(tx, { register, empfangenAm: deps.clock.now(), digest, salz: salt, inhalt });
    if (!neu) return (await stimmtUeberein(tx, rest)) ? { art: "bekannt" } : { art: "widerspruechlich" };
    if (inhalt.art === "geburt") await verteile(deps, tx, mandant, inhalt);
    else await aendereLaufende(deps, tx, inhalt, register);
    return { art: "angenommen" };
  });
}

/** Where the content has gone, nobody can compare; then the id decides. */
async function stimmtUeberein(tx: Tx, ereignis: Omit<Ereignis, "behoerde">): Promise<boolean> {
  const bekannt = await findEreignis(tx, ereignis.id);
  if (!bekannt?.salz) return true;
  return digestOf(ereignis, bekannt.salz).digest.equals(bekannt.digest);
}

/** A job an offer: one that fails holds no other up. */
async function verteile(deps: EreignisDeps, tx: Tx, mandant: Mandant, { id, art }: Ereignisinhalt): Promise<void> {
  for (const leistung of leistungen)
    for (const angebot of leistung.angebote ?? []) {
      if (angebot.anlass !== art) continue;
      const auftrag = {
        mandantId: mandant.id,
        ereignisId: id,
        leistung: leistung.schluessel,
        angebot: angebot.schluessel,
      };
      if (bietetAn(mandant, leistung)) await deps.jobs.add(tx, bieteNachEreignis, auftrag);
      else if (angebot.weitergabe && mandant.einstellungen.andereHaeuser?.[leistung.amt])
        await deps.jobs.add(tx, gibEreignisWeiter, auftrag);
    }
}

/** The stored content, or undefined where it has gone. */
export async function leseInhalt(tx: Tx, ereignisId: string): Promise<{ inhalt: Ereignisinhalt; register: string } | undefined> {
  const gefunden = await findEreignis(tx, ereignisId);
  return gefunden?.daten ? { inhalt: Ereignisinhalt.parse(gefunden.daten), register: gefunden.register } : undefined;
}
