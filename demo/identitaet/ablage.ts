import type { Adapter, AdapterPayload } from "oidc-provider";

/** Far more than a demo has log-ins under way; what is older than these is forgotten. */
const HOECHSTENS = 20_000;

type Eintrag = { inhalt: AdapterPayload; bis: number };

/** Memory for the provider's tokens and sessions, bounded, gone with the process: whoever logs in after a restart begins anew. */
export function createAblage(jetzt: () => number = Date.now): (art: string) => Adapter {
  const eintraege = new Map<string, Eintrag>();
  const jeErlaubnis = new Map<string, Set<string>>();

  function vergiss(schluessel: string): void {
    const grantId = eintraege.get(schluessel)?.inhalt.grantId;
    eintraege.delete(schluessel);
    if (!grantId) return;
    const andere = jeErlaubnis.get(grantId);
    andere?.delete(schluessel);
    if (andere?.size === 0) jeErlaubnis.delete(grantId);
  }
  function lies(schluessel: string): AdapterPayload | undefined {
    const eintrag = eintraege.get(schluessel);
    if (!eintrag || eintrag.bis >= jetzt()) return eintrag?.inhalt;
    vergiss(schluessel);
    return undefined;
  }
  const suche = (art: string, passt: (inhalt: AdapterPayload) => boolean) => {
    for (const schluessel of eintraege.keys()) {
      const inhalt = schluessel.startsWith(`${art}:`) ? lies(schluessel) : undefined;
      if (inhalt && passt(inhalt)) return inhalt;
    }
    return undefined;
  };

  return (art) => ({
    async upsert(id, inhalt, gueltigSekunden) {
      const schluessel = `${art}:${id}`;
      vergiss(schluessel);
      eintraege.set(schluessel, { inhalt, bis: gueltigSekunden ? jetzt() + gueltigSekunden * 1000 : Number.POSITIVE_INFINITY });
      if (inhalt.grantId) {
        const andere = jeErlaubnis.get(inhalt.grantId) ?? new Set();
        jeErlaubnis.set(inhalt.grantId, andere.add(schluessel));
      }
      for (const aeltester of eintraege.keys()) {
        if (eintraege.size <= HOECHSTENS) break;
        vergiss(aeltester);
      }
    },
    find: async (id) => lies(`${art}:${id}`),
    findByUid: async (uid) => suche(art, (inhalt) => inhalt.uid === uid),
    findByUserCode: async (userCode) => suche(art, (inhalt) => inhalt.userCode === userCode),
    async consume(id) {
      const inhalt = lies(`${art}:${id}`);
      if (inhalt) inhalt.consumed = Math.floor(jetzt() / 1000);
    },
    destroy: async (id) => vergiss(`${art}:${id}`),
    async revokeByGrantId(grantId) {
      for (const schluessel of [...(jeErlaubnis.get(grantId) ?? [])]) vergiss(schluessel);
    },
  });
}
