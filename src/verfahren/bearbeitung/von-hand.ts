import { isDeepStrictEqual } from "node:util";
import { type Entscheidung, entscheide, istBewilligbar, type Rechtsgebiet, type Urteile } from "#baukasten";
import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import type { Jobs } from "#jobs";
import { getLeistung } from "#leistungen";
import type { Postfach } from "#postfach";
import type { Mandant, Tenants } from "#tenants";
import { type Akteur, type Art, findSchrittNachTransaktion, haengeAn, type Inhalt, type NeuerSchritt } from "#vorgaenge";
import { type Akte, findAkte, kontextAus } from "./akte.ts";
import { fertigeBescheid, pruefeVorgang } from "./jobs.ts";

export type HandDeps = { db: Db; clock: Clock; jobs: Jobs; postfach: Postfach; tenants: Tenants };
export type Person = Extract<Akteur, { art: "amt" }>;

/** What came of a clerk's act. `ueberholt`: somebody else, or the person applying, was faster. */
export type Ergebnis = { art: "erledigt" } | { art: "ueberholt" } | { art: "unzulaessig"; text: string };

/** A step by hand: which Vorgang, the number of the last step the clerk has seen, and the key of the form that was sent. */
export type Handlung = { mandantId: number; vorgangId: string; nummer: number; transaktion: string; von: Person };

/** What the clerk put in, as far as the step carries it. Not what the system worked out of it: that may differ a moment later. */
export type Eingabe = { art: Art; teil?: Readonly<Record<string, unknown>> };
type SchrittDaten = NeuerSchritt extends infer S ? (S extends NeuerSchritt ? Pick<S, "art" | "daten"> : never) : never;

export async function handle(
  deps: HandDeps,
  handlung: Handlung,
  eingabe: Eingabe,
  machSchritt: (akte: Akte, mandant: Mandant) => SchrittDaten | { unzulaessig: string },
  danach?: (tx: Tx, akte: Akte) => Promise<void>,
): Promise<Ergebnis> {
  const mandant = await deps.tenants.getById(handlung.mandantId);
  return deps.db.inTransaction({ mandant: handlung.mandantId }, async (tx) => {
    const akte = await findAkte(tx, handlung.vorgangId);
    if (!akte) return { art: "unzulaessig", text: "Diesen Vorgang gibt es nicht." };
    const frueher = await findFrueheres(tx, handlung, eingabe);
    if (frueher) return frueher;
    const schritt = machSchritt(akte, mandant);
    if ("unzulaessig" in schritt) return { art: "unzulaessig", text: schritt.unzulaessig };
    const rahmen = { akteur: handlung.von, zeitpunkt: deps.clock.now(), transaktion: handlung.transaktion };
    const ergebnis = await haengeAn(tx, akte.id, [{ ...schritt, ...rahmen } as NeuerSchritt], handlung.nummer);
    if (ergebnis.art === "bereitsGeschehen") return (await findFrueheres(tx, handlung, eingabe)) ?? { art: "ueberholt" };
    if (ergebnis.art === "konflikt") return { art: "ueberholt" };
    if (ergebnis.art === "unzulaessig")
      return { art: "unzulaessig", text: "Dieser Schritt ist beim jetzigen Stand nicht möglich." };
    await danach?.(tx, akte);
    return { art: "erledigt" };
  });
}

/**
 * What came of the same form before. The back button and other words in it: whoever reads "saved" would believe that these words are in the
 * file, so only the same act of the same person counts as done.
 * @param eingaben as it may have been written down
 */
export async function findFrueheres(
  tx: Tx,
  { vorgangId, transaktion, von }: Handlung,
  ...eingaben: readonly Eingabe[]
): Promise<Ergebnis | undefined> {
  const frueher = await findSchrittNachTransaktion(tx, transaktion);
  if (!frueher) return undefined;
  const { daten, akteur } = frueher;
  const gleich =
    frueher.vorgangId === vorgangId &&
    akteur.art === "amt" &&
    akteur.kennung === von.kennung &&
    daten !== null &&
    eingaben.some(
      ({ art, teil = {} }) =>
        frueher.art === art && Object.entries(teil).every(([name, wert]) => isDeepStrictEqual(daten[name], wert)),
    );
  return gleich ? ({ art: "erledigt" } as const) : ({ art: "unzulaessig", text: SCHON_ANDERS } as const);
}
export const SCHON_ANDERS =
  "Dieses Formular ist schon gesendet, mit anderem Inhalt, und nur der steht in der Akte. Bitte prüfen Sie den Stand, und geben Sie neu ein, was noch fehlt.";

/** Where it stands that people help to find the facts. */
const mitwirkung: Record<Rechtsgebiet, string> = {
  "SGB X": "§ 60 Abs. 1 SGB I",
  VwVfG: "§ 26 Abs. 2 VwVfG",
  AO: "§ 90 Abs. 1 AO",
};

/** Asks the person a question; the answer, or the day, brings the Vorgang back. */
export const fordereNach = (deps: HandDeps, handlung: Handlung, frage: string, frist: string): Promise<Ergebnis> =>
  handle(
    deps,
    handlung,
    { art: "nachgefordert", teil: { frage, frist } },
    (akte) => ({ art: "nachgefordert", daten: { frage, frist, norm: mitwirkung[getLeistung(akte.leistung).rechtsgebiet] } }),
    async (tx, akte) => {
      const antragsteller = akte.beteiligte.find((each) => each.rolle === "antragsteller");
      if (!antragsteller?.person || !akte.eingang.einwilligungPostfach) return;
      const text = `Zu Ihrem Antrag (${akte.aktenzeichen}) haben wir eine Frage:\n\n${frage}\n\nBitte antworten Sie auf der Seite Ihres Antrags.`;
      await deps.postfach.stelleBereit(tx, {
        vorgangId: akte.id,
        person: antragsteller.person,
        betreff: "Frage zu Ihrem Antrag",
        text,
        bescheidId: null,
        ankuendigenAn: antragsteller.email ?? null,
      });
    },
  );

/** The proposal as it would be with these judgements of the person. */
export function vorschlagMit(akte: Akte, mandant: Mandant, urteile: Urteile): Entscheidung {
  return entscheide(getLeistung(akte.leistung), kontextAus(akte, mandant), urteile);
}

/**
 * Grants or refuses. Amounts come from the rules, never from the hand: a grant that the rules cannot calculate is not possible here, because
 * nobody could explain it.
 */
export const entscheideVonHand = (
  deps: HandDeps,
  handlung: Handlung,
  ergebnis: "bewilligt" | "abgelehnt",
  begruendung: string,
  urteile: Urteile,
): Promise<Ergebnis> =>
  handle(
    deps,
    handlung,
    { art: "entschieden", teil: { ergebnis, begruendung, urteile } },
    (akte, mandant) => {
      if (akte.eingang.aenderung)
        return { unzulaessig: "Das ist eine Änderung. Bitte entscheiden Sie sie auf der Seite der Änderung." };
      const entscheidung = vorschlagMit(akte, mandant, urteile);
      if (ergebnis === "bewilligt" && !istBewilligbar(entscheidung))
        return {
          unzulaessig:
            "Nach den vorliegenden Tatsachen lässt sich nichts bewilligen. Bitte klären Sie zuerst die offenen Punkte oder fragen Sie bei der Person nach.",
        };
      const leistung = getLeistung(akte.leistung);
      const { vorbereitet, ...rest } = entscheidung;
      const wieVorgeschlagen = ergebnis === entscheidung.vorschlag;
      const daten = {
        ergebnis,
        automatisch: false,
        norm: leistung.bescheid.grundlage,
        entscheidung: {
          ...rest,
          art: ergebnis,
          gruende: wieVorgeschlagen ? entscheidung.gruende : [],
          ...(wieVorgeschlagen && vorbereitet && { vorbereitet }),
        },
        begruendung,
        urteile: { ...urteile },
      };
      return { art: "entschieden", daten };
    },
    async (tx, akte) => {
      if (!getLeistung(akte.leistung).vierAugen)
        await deps.jobs.add(tx, fertigeBescheid, { mandantId: tx.mandantId, vorgangId: akte.id });
    },
  );

/** The second pair of eyes; never the first again. */
export const gebeFrei = (deps: HandDeps, handlung: Handlung): Promise<Ergebnis> =>
  handle(
    deps,
    handlung,
    { art: "freigegeben" },
    (akte) => {
      const entschieden = akte.schritte.findLast((schritt) => schritt.art === "entschieden");
      if (entschieden?.akteur.art === "amt" && entschieden.akteur.kennung === handlung.von.kennung)
        return { unzulaessig: "Freigeben muss eine andere Person als die, die entschieden hat." };
      return { art: "freigegeben", daten: {} };
    },
    (tx, akte) => deps.jobs.add(tx, fertigeBescheid, { mandantId: tx.mandantId, vorgangId: akte.id }),
  );

export const uebernimm = (deps: HandDeps, handlung: Handlung): Promise<Ergebnis> =>
  weiseZu(deps, handlung, { an: handlung.von.kennung, name: handlung.von.name });
export const gibZurueck = (deps: HandDeps, handlung: Handlung): Promise<Ergebnis> =>
  weiseZu(deps, handlung, { an: null, name: null });
const weiseZu = (deps: HandDeps, handlung: Handlung, daten: Inhalt<"zugewiesen">): Promise<Ergebnis> =>
  handle(deps, handlung, { art: "zugewiesen", teil: daten }, () => ({ art: "zugewiesen", daten }));
export const notiere = (deps: HandDeps, handlung: Handlung, text: string): Promise<Ergebnis> =>
  handle(deps, handlung, { art: "notiz", teil: { text, nachgesehen: undefined } }, () => ({ art: "notiz", daten: { text } }));

/** Somebody looked at what was left to a person after the decision. */
export const seheNach = (deps: HandDeps, handlung: Handlung, text: string): Promise<Ergebnis> =>
  handle(deps, handlung, { art: "notiz", teil: { text, nachgesehen: true } }, (akte) =>
    akte.stand.nachsehen
      ? { art: "notiz", daten: { text, nachgesehen: true } }
      : { unzulaessig: "Hier ist nichts mehr nachzusehen." },
  );

/** Objection: remedied by a different person than the one who decided (§ 72 VwGO asks for a second look; a fresh one is better). */
export const hilfAb = (deps: HandDeps, handlung: Handlung, begruendung: string): Promise<Ergebnis> =>
  handle(deps, handlung, { art: "abgeholfen", teil: { begruendung } }, (akte) => {
    const entschieden = akte.schritte.findLast((schritt) => schritt.art === "entschieden");
    if (entschieden?.akteur.art === "amt" && entschieden.akteur.kennung === handlung.von.kennung)
      return { unzulaessig: "Über den Widerspruch entscheidet eine andere Person als die, die den Bescheid erlassen hat." };
    return { art: "abgeholfen", daten: { begruendung } };
  });
export const legeVor = (deps: HandDeps, handlung: Handlung, an: string): Promise<Ergebnis> =>
  handle(deps, handlung, { art: "vorgelegt", teil: { an } }, () => ({ art: "vorgelegt", daten: { an } }));

/** A person's answer or document: back to examination. Shared with `antraege`, which takes it in. */
export const pruefeErneut = (jobs: Jobs, tx: Tx, vorgangId: string): Promise<void> =>
  jobs.add(tx, pruefeVorgang, { mandantId: tx.mandantId, vorgangId });
