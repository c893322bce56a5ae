import { bietetAn } from "#antraege";
import { vermerkeWeitergaben } from "#datenschutzcockpit";
import { getLeistung } from "#leistungen";
import { digestOf } from "#protokoll";
import { artVon, istErwuenscht } from "./ansprache.ts";
import type { Auftrag, EreignisDeps } from "./deps.ts";
import { bieteNachEreignis } from "./jobs.ts";
import { leseInhalt } from "./nimm-ereignis-an.ts";
import { schreibeEreignis } from "./store.ts";

/**
 * Hands an event to the Mandant whose office it concerns. Written down for the people concerned before the other side has it; done twice it
 * changes nothing. The other Mandant gets the event itself, and nothing else that this one knows.
 */
export async function gibWeiter(deps: EreignisDeps, mandantId: number, auftrag: Auftrag): Promise<void> {
  const { db, clock, tenants, secrets } = deps;
  const leistung = getLeistung(auftrag.leistung);
  const angebot = leistung.angebote?.find(({ schluessel }) => schluessel === auftrag.angebot);
  const mandant = await tenants.getById(mandantId);
  const ziel = await tenants.findBySchluessel(mandant.einstellungen.andereHaeuser?.[leistung.amt] ?? "");
  const weitergabe = angebot?.anlass === "geburt" ? angebot.weitergabe : undefined;
  if (!angebot || !weitergabe) return;
  if (!ziel || !bietetAn(ziel, leistung))
    throw new Error(`${mandant.schluessel}: für „${leistung.amt}“ ist kein Mandant eingetragen, der es hat`);

  const gelesen = await db.inTransaction({ mandant: mandantId }, (tx) => leseInhalt(tx, auftrag.ereignisId));
  if (!gelesen) return;
  const { inhalt, register } = gelesen;
  const mutter = secrets.pseudonym(`idnr:${inhalt.mutter}`);
  const angesagt = await db.inTransaction({ mandant: mandantId, person: mutter }, async (tx) => {
    // Who does not want to be addressed does not want their data sent about for it, either.
    if (!(await istErwuenscht(tx, mutter, artVon(leistung.schluessel, angebot.schluessel)))) return false;
    const gemeinsam = {
      id: inhalt.id,
      anlass: artVon(leistung.schluessel, angebot.schluessel),
      von: mandant.name,
      an: ziel.name,
      ...weitergabe,
    };
    await vermerkeWeitergaben(
      tx,
      [
        { ...gemeinsam, person: mutter, vertreter: null, attribute: ["idnr", "geburtKind"] },
        {
          ...gemeinsam,
          person: secrets.pseudonym(`idnr:${inhalt.kind.idnr}`),
          vertreter: mutter,
          attribute: ["idnr", "vornamen", "nachname", "geburtsdatum", "mutter"],
        },
      ],
      clock.now(),
    );
    return true;
  });
  if (!angesagt) return;
  await db.inTransaction({ mandant: ziel.id }, async (tx) => {
    const { gemeldetAm: _, ...ereignis } = inhalt;
    const { salt, digest } = digestOf(ereignis);
    await schreibeEreignis(tx, { register, empfangenAm: clock.now(), digest, salz: salt, inhalt });
    await deps.jobs.add(tx, bieteNachEreignis, { mandantId: ziel.id, ...auftrag });
  });
}
