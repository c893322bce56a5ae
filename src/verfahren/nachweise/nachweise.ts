import { randomUUID } from "node:crypto";
import type { Clock } from "#clock";
import { type Abrufabsicht, listeOffeneAbrufe, vermerkeAbsichten, vermerkeAusgaenge } from "#datenschutzcockpit";
import type { Db } from "#db";
import { haengeAn, type NeuerSchritt } from "#vorgaenge";
import type { Abrufauftrag, Abrufwunsch, Auskunft, RegisterZugang } from "./contract.ts";
import { type Fristen, frageRegister, kenntRegister, ueblicheFristen } from "./frage-register.ts";
import { createSicherung, type Sicherung } from "./sicherung.ts";

export type Nachweise = {
  /**
   * Commits the intents, asks outside any transaction, commits the outcomes; no other function can reach a register.
   * For a Vorgang both are steps as well. A call repeated after a crash takes up the open intents under their old ids.
   * @returns the answer to each wish, by its `nachweis`
   */
  rufeAb(auftrag: Abrufauftrag): Promise<Map<string, Auskunft>>;
  /** Settles intents that a crash left without outcome, by asking the register whether it saw them. @returns how many were settled */
  klaereOffene(mandantId: number, aelterAlsMs: number): Promise<number>;
};

const akteur = { art: "system", teil: "nachweise", version: "1" } as const;

export function createNachweise(deps: {
  db: Db;
  clock: Clock;
  register: Record<string, RegisterZugang>;
  fristen?: Fristen;
}): Nachweise {
  const { db, clock, register } = deps;
  const fristen = deps.fristen ?? ueblicheFristen;
  const sicherungen = new Map<string, Sicherung>();
  const sicherungFuer = (name: string) => {
    const sicherung = sicherungen.get(name) ?? createSicherung(() => performance.now());
    sicherungen.set(name, sicherung);
    return sicherung;
  };

  type Gang = Abrufwunsch & { abrufId: string };

  /** In one transaction: the intents in the cockpit, and for a Vorgang the step. Open intents of an earlier run keep their ids. */
  const kuendigeAn = (auftrag: Abrufauftrag): Promise<{ gaenge: Gang[]; nummer: number }> =>
    db.inTransaction({ mandant: auftrag.mandantId }, async (tx) => {
      const { vorgangId } = auftrag;
      const offene = vorgangId ? await listeOffeneAbrufe(tx, { vorgangId }) : [];
      const gaenge = auftrag.wuensche.map((wunsch) => {
        const offen = offene.find(
          (each) => each.register === wunsch.register && each.auskunft === wunsch.auskunft && each.person === wunsch.person,
        );
        return { ...wunsch, abrufId: offen?.id ?? randomUUID(), alt: offen !== undefined };
      });
      const neue = gaenge.filter((gang) => !gang.alt);
      if (neue.length > 0) {
        await vermerkeAbsichten(
          tx,
          neue.map((gang) => absichtAus(gang, auftrag)),
          clock.now(),
        );
        if (vorgangId) {
          const abrufe = neue.map(({ abrufId, nachweis, register: name }) => ({ abrufId, nachweis, register: name }));
          const schritt: NeuerSchritt = {
            art: "nachweisAngefragt",
            daten: { abrufe },
            akteur,
            zeitpunkt: clock.now(),
            transaktion: `abruf:${neue[0]?.abrufId}`,
          };
          // Against the number the caller has seen: two workers cannot both ask.
          const ergebnis = await haengeAn(tx, vorgangId, [schritt], auftrag.nummer);
          if (ergebnis.art !== "angehaengt")
            throw new Error(`Vorgang ${vorgangId}: ${ergebnis.art} when announcing register requests`);
          return { gaenge, nummer: ergebnis.nummer };
        }
      }
      return { gaenge, nummer: auftrag.nummer };
    });

  const frage = (gang: Gang, behoerde: string): Promise<Auskunft> => {
    const zugang = register[gang.register];
    if (!zugang) return Promise.resolve({ art: "nichtErreichbar", grund: "Dieses Register ist hier nicht angeschlossen." });
    return frageRegister(zugang, sicherungFuer(gang.register), gang.abrufId, { ...gang, behoerde }, fristen);
  };

  const vermerke = (auftrag: Abrufauftrag, nummer: number, antworten: readonly { gang: Gang; auskunft: Auskunft }[]) =>
    db.inTransaction({ mandant: auftrag.mandantId }, async (tx) => {
      const ausgaenge = antworten.map(({ gang, auskunft }) => ({
        id: gang.abrufId,
        person: gang.person,
        vertreter: gang.vertreter,
        ausgang: auskunft.art,
        grund: "grund" in auskunft ? auskunft.grund : null,
      }));
      await vermerkeAusgaenge(tx, ausgaenge, clock.now());
      if (!auftrag.vorgangId) return;
      const schritte = antworten.map(({ gang, auskunft }) => schrittAus(gang, auskunft, clock.now()));
      let ergebnis = await haengeAn(tx, auftrag.vorgangId, schritte, nummer);
      // A note or an answer that came while the register was asked does not make its outcome less true.
      if (ergebnis.art === "konflikt") ergebnis = await haengeAn(tx, auftrag.vorgangId, schritte, ergebnis.nummer);
      if (ergebnis.art === "konflikt" || ergebnis.art === "unzulaessig")
        throw new Error(`Vorgang ${auftrag.vorgangId}: ${ergebnis.art} when noting answers`);
    });

  return {
    async rufeAb(auftrag) {
      if (auftrag.wuensche.length === 0) return new Map();
      const { gaenge, nummer } = await kuendigeAn(auftrag);
      const antworten = await Promise.all(gaenge.map(async (gang) => ({ gang, auskunft: await frage(gang, auftrag.behoerde) })));
      await vermerke(auftrag, nummer, antworten);
      return new Map(antworten.map(({ gang, auskunft }) => [gang.nachweis, auskunft]));
    },

    async klaereOffene(mandantId, aelterAlsMs) {
      const aelterAls = new Date(clock.now().getTime() - aelterAlsMs);
      const offene = await db.inTransaction({ mandant: mandantId }, (tx) =>
        listeOffeneAbrufe(tx, { aelterAls, hoechstens: 100 }),
      );
      let geklaert = 0;
      for (const abruf of offene) {
        const zugang = register[abruf.register];
        const bekannt = zugang ? await kenntRegister(zugang, abruf.id, fristen.jeVersuchMs) : false;
        if (bekannt === undefined) continue;
        const ausgang = bekannt ? ("antwortVerloren" as const) : ("nichtAusgefuehrt" as const);
        const grund = bekannt
          ? "Das Register hat geantwortet, die Antwort kam durch eine Störung nicht an."
          : "Die Anfrage hat das Register nie erreicht.";
        await db.inTransaction({ mandant: mandantId }, (tx) =>
          vermerkeAusgaenge(
            tx,
            [{ id: abruf.id, person: abruf.person, vertreter: abruf.vertreter, ausgang, grund }],
            clock.now(),
          ),
        );
        geklaert++;
      }
      return geklaert;
    },
  };
}

const absichtAus = (gang: Abrufwunsch & { abrufId: string }, auftrag: Abrufauftrag): Abrufabsicht => ({
  id: gang.abrufId,
  vorgangId: auftrag.vorgangId,
  person: gang.person,
  vertreter: gang.vertreter,
  register: gang.register,
  auskunft: gang.auskunft,
  zweck: gang.zweck,
  norm: gang.norm,
  behoerde: auftrag.behoerde,
  attribute: attributeVon(gang.antwort),
});

/** The names of what was asked for, from the shape of the answer. */
function attributeVon(antwort: Abrufwunsch["antwort"]): string[] {
  return "shape" in antwort && typeof antwort.shape === "object" && antwort.shape !== null ? Object.keys(antwort.shape) : [];
}

function schrittAus(gang: Abrufwunsch & { abrufId: string }, auskunft: Auskunft, zeitpunkt: Date): NeuerSchritt {
  const { abrufId, nachweis } = gang;
  const rahmen = { akteur, zeitpunkt, transaktion: `ausgang:${abrufId}` };
  if (auskunft.art === "verweigert")
    return { ...rahmen, art: "nachweisVerweigert", daten: { abrufId, nachweis, grund: auskunft.grund } };
  if (auskunft.art === "nichtErreichbar")
    return { ...rahmen, art: "nachweisNichtErreichbar", daten: { abrufId, nachweis, grund: auskunft.grund } };
  const daten = auskunft.art === "gefunden" ? { daten: auskunft.daten } : {};
  return {
    ...rahmen,
    art: "nachweisErhalten",
    daten: { abrufId, nachweis, ergebnis: auskunft.art, stand: auskunft.stand, ...daten },
  };
}
