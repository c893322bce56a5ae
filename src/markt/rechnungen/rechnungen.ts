import { doEach } from "#jobs";
import type { Message } from "#mail";
import { loescheAbgelaufene } from "./archiv/loesche-abgelaufene.ts";
import { stelleAkteZusammen } from "./archiv/stelle-akte-zusammen.ts";
import { nimmPostfachAn, type Postfachbericht } from "./eingang/imap.ts";
import { createAnnahme, type Eingang } from "./eingang/nimm-an.ts";
import { nimmDateiAn } from "./eingang/nimm-datei-an.ts";
import { nimmOrdnerAn, type Ordnerbericht } from "./eingang/ordner.ts";
import { nimmPeppolAn, type Peppolnachricht } from "./eingang/peppol.ts";
import { bitteUmFreigabe, ordneUeberLinkAn, pruefeFreigabelink, sendeLink } from "./handlungen/freigabelink.ts";
import type { Handlung } from "./handlungen/handle.ts";
import { createKlaerung } from "./handlungen/klaere.ts";
import { type Anordnungswille, gibZurueck, ordneAn } from "./handlungen/ordne-an.ts";
import { type Feststellung, stelleFest } from "./handlungen/stelle-fest.ts";
import { beendeVertretung, type Vertretungswunsch, vertritt } from "./handlungen/vertritt.ts";
import type { Person } from "./schritte.ts";
import { listeIdsInPhase } from "./sichten/store.ts";
import type { Stammdaten } from "./stammdaten/contract.ts";
import { nimmStammdatenAn } from "./stammdaten/nimm-stammdaten-an.ts";
import type { Deps } from "./teile.ts";
import { gleicheMitFinanzenAb } from "./uebergabe/gleiche-ab.ts";
import { createUebergabe } from "./uebergabe/uebergib.ts";
import { vonSelbst } from "./uebergaenge.ts";
import { createBearbeitung } from "./weg/bearbeite.ts";
import { pruefeSkonto } from "./weg/pruefe-skonto.ts";
import { findAbweisung, teileAbweisungMit } from "./weg/teile-abweisung-mit.ts";
import { entzieheZugang, legeZugangAn } from "./zugang.ts";

const PORTION = 1_000;
/** Longer than a job waits between its first tries. */
const LIEGT_MS = 10 * 60_000;

/** All use cases of the incoming invoice. */
export function createRechnungen(deps: Deps) {
  const nimmAn = createAnnahme(deps);
  const bearbeite = createBearbeitung(deps, nimmAn);
  const uebergib = createUebergabe(deps);
  return {
    nimmAn,
    /** From outside: refuses what cannot be an invoice before it is stored. */
    nimmDateiAn: (eingang: Eingang) => nimmDateiAn(nimmAn, eingang),
    nimmPeppolAn: (mandantId: number, nachricht: Peppolnachricht) => nimmPeppolAn(nimmAn, mandantId, nachricht),
    legeZugangAn: (mandantId: number, zugang: Parameters<typeof legeZugangAn>[2]) => legeZugangAn(deps, mandantId, zugang),
    entzieheZugang: (mandantId: number, bezeichnung: string) => entzieheZugang(deps, mandantId, bezeichnung),
    /** Looks into the watched folder and the mailbox of a Mandant, where it has them. */
    async holeEingaenge(mandantId: number): Promise<{ ordner?: Ordnerbericht; postfach?: Postfachbericht }> {
      const { schluessel, name, einstellungen } = await deps.tenants.getById(mandantId);
      const { eingangsordner, imap } = deps.eingaenge(schluessel);
      const sende = (nachricht: Omit<Message, "from">) =>
        deps.mail.send({ ...nachricht, from: { name, address: einstellungen.kontakt.email } });
      return {
        ...(eingangsordner && { ordner: await nimmOrdnerAn({ nimmAn }, mandantId, eingangsordner) }),
        ...(imap && { postfach: await nimmPostfachAn({ nimmAn, sende }, mandantId, imap) }),
      };
    },
    bearbeite,
    /** What no job works on any more, e.g. because each of its tries met a broken disk. @returns how many were tried */
    async bearbeiteLiegengebliebene(mandantId: number): Promise<number> {
      const vor = new Date(deps.clock.now().getTime() - LIEGT_MS);
      const ids = await deps.db.inTransaction({ mandant: mandantId }, (tx) => listeIdsInPhase(tx, vonSelbst, PORTION, vor));
      await doEach(ids, (rechnungId) => bearbeite({ mandantId, rechnungId }));
      return ids.length;
    },
    klaerung: createKlaerung(deps),
    stelleFest: (handlung: Handlung, feststellung: Feststellung) => stelleFest(deps, handlung, feststellung),
    ordneAn: (handlung: Handlung, wille: Anordnungswille) => ordneAn(deps, handlung, wille),
    gibZurueck: (handlung: Handlung, grund: string) => gibZurueck(deps, handlung, grund),
    vertritt: (mandantId: number, akteur: Person, wunsch: Vertretungswunsch) => vertritt(deps, mandantId, akteur, wunsch),
    beendeVertretung: (mandantId: number, akteur: Person, id: string) => beendeVertretung(deps, mandantId, akteur, id),

    bitteUmFreigabe: (handlung: Handlung, kennung: string) => bitteUmFreigabe(deps, handlung, kennung),
    sendeFreigabelink: (auftrag: Parameters<typeof sendeLink>[1]) => sendeLink(deps, auftrag),
    pruefeFreigabelink: (mandantId: number, token: string) => pruefeFreigabelink(deps, mandantId, token),
    ordneUeberLinkAn: (mandantId: number, token: string) => ordneUeberLinkAn(deps, mandantId, token),

    uebergib,
    /**
     * Everything ordered that has not been handed over, e.g. because the finance system was away for long, and what was handed over and not
     * answered. @param seitMinuten only what has been unanswered for that long @returns how many were tried
     */
    async uebergibOffene(mandantId: number, seitMinuten = 0): Promise<number> {
      const vor = new Date(deps.clock.now().getTime() - seitMinuten * 60_000);
      const ids = await deps.db.inTransaction({ mandant: mandantId }, async (tx) => [
        ...(await listeIdsInPhase(tx, ["angeordnet"], PORTION)),
        ...(await listeIdsInPhase(tx, ["uebergeben"], PORTION, seitMinuten > 0 ? vor : undefined)),
      ]);
      await doEach(ids, (rechnungId) => uebergib({ mandantId, rechnungId }));
      return ids.length;
    },
    gleicheAb: (mandantId: number) => gleicheMitFinanzenAb(deps, mandantId),
    pruefeSkonto: (mandantId: number) => pruefeSkonto(deps, mandantId),
    loescheAbgelaufene: (mandantId: number) => loescheAbgelaufene(deps, mandantId),
    stelleAkteZusammen: (mandantId: number, rechnungId: string) => stelleAkteZusammen(deps, mandantId, rechnungId),
    teileAbweisungMit: (auftrag: Parameters<typeof teileAbweisungMit>[1]) => teileAbweisungMit(deps, auftrag),
    findAbweisung: (mandantId: number, rechnungId: string) => findAbweisung(deps, mandantId, rechnungId),
    nimmStammdatenAn: (mandantId: number, daten: Stammdaten) => nimmStammdatenAn(deps, mandantId, daten),
  };
}
export type Rechnungen = ReturnType<typeof createRechnungen>;
