import { plusTage } from "#kalender";
import { getLeistung } from "#leistungen";
import { type Ansprache, createAnsprache } from "./ansprache.ts";
import { bieteAn } from "./biete-an.ts";
import { beginneTag, sucheUndBiete } from "./biete-an-tag.ts";
import type { Ereignis } from "./contract.ts";
import type { Auftrag, EreignisDeps } from "./deps.ts";
import { gibWeiter } from "./gib-weiter.ts";
import { type Angenommen, leseInhalt, nimmEreignisAn } from "./nimm-ereignis-an.ts";
import { loescheAlteInhalte } from "./store.ts";

/** So long the content of an event is kept: past the last try of its jobs, and for a question about it. */
export const INHALT_TAGE = 30;

export type Ereignisse = {
  ansprache: Ansprache;
  nimmAn(register: string, ereignis: Ereignis): Promise<Angenommen>;
  bieteNachEreignis(mandantId: number, auftrag: Auftrag): Promise<void>;
  gibWeiter(mandantId: number, auftrag: Auftrag): Promise<void>;
  /** What the calendar brings; called often, done once a day. */
  beginneTag(mandantId: number): Promise<number>;
  bieteAnTag(mandantId: number, auftrag: { leistung: string; angebot: string; tag: string }): Promise<void>;
  loescheAlte(mandantId: number): Promise<number>;
};

export function createEreignisse(deps: EreignisDeps): Ereignisse {
  return {
    ansprache: createAnsprache(deps),
    nimmAn: (register, ereignis) => nimmEreignisAn(deps, register, ereignis),
    async bieteNachEreignis(mandantId, auftrag) {
      const gelesen = await deps.db.inTransaction({ mandant: mandantId }, (tx) => leseInhalt(tx, auftrag.ereignisId));
      const leistung = getLeistung(auftrag.leistung);
      const angebot = leistung.angebote?.find(({ schluessel }) => schluessel === auftrag.angebot);
      if (!gelesen || !angebot) return;
      const { kind, mutter, gemeldetAm } = gelesen.inhalt;
      const mandant = await deps.tenants.getById(mandantId);
      await bieteAn(deps, { mandant, leistung, angebot, anlass: { art: "geburt", gemeldetAm, kind, mutter } }, mutter);
    },
    gibWeiter: (mandantId, auftrag) => gibWeiter(deps, mandantId, auftrag),
    beginneTag: (mandantId) => beginneTag(deps, mandantId),
    bieteAnTag: (mandantId, auftrag) => sucheUndBiete(deps, mandantId, auftrag),
    loescheAlte: (mandantId) =>
      deps.db.inTransaction({ mandant: mandantId }, (tx) =>
        loescheAlteInhalte(tx, new Date(`${plusTage(deps.clock.today(), -INHALT_TAGE)}T00:00:00Z`)),
      ),
  };
}
