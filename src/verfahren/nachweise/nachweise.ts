import { createHash, randomUUID } from "node:crypto";
import type { Clock } from "#clock";
import { type Abrufabsicht, listeOffeneAbrufe, vermerkeAbsichten, vermerkeAusgaenge } from "#datenschutzcockpit";
import { createBatcher, type Db, type Tx } from "#db";
import { type Angehaengt, type Anhang, haengeAlleAn, type NeuerSchritt, type Schritt } from "#vorgaenge";
import type { Abgerufen, Abrufauftrag, Abrufwunsch, Auskunft, Listenauftrag, RegisterZugang } from "./contract.ts";
import { type Fristen, frageRegister, kenntRegister, ueblicheFristen } from "./frage-register.ts";
import { createSicherung, type Sicherung } from "./sicherung.ts";

export type Nachweise = {
  /**
   * Commits the intents, asks outside any transaction, commits the outcomes; no other function can reach a register.
   * For a Vorgang both are steps as well. A call repeated after a crash takes up the open intents under their old ids.
   */
  rufeAb(auftrag: Abrufauftrag): Promise<Abgerufen>;
  /**
   * Asks for a list of people. The intent is committed first, of nobody; with the answer, everybody whom it names gets an entry of their
   * own in the Datenschutzcockpit: one for a look, however often a failure made it begin anew.
   */
  rufeListeAb<T extends Record<string, unknown>>(auftrag: Listenauftrag<T>): Promise<Auskunft>;
  /** Settles intents that a crash left without outcome, by asking the register whether it saw them. @returns how many were settled */
  klaereOffene(mandantId: number, aelterAlsMs: number): Promise<number>;
};

/** Stands in the book for whoever a list may name, until it does. */
const NIEMAND_BESTIMMTES = "liste";

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

  /** In one transaction: the intents in the cockpit, and for a Vorgang the step. Open intents of an earlier run keep their ids. */
  const kuendigeAn = createBatcher<Abrufauftrag, Angekuendigt>({
    keyOf: ({ mandantId }) => mandantId,
    run: (auftraege, mandant) => db.inTransaction({ mandant }, (tx) => kuendigeAlleAn(tx, auftraege, clock.now())),
  });

  const frage = (gang: Gang, behoerde: string): Promise<Auskunft> => {
    const zugang = register[gang.register];
    if (!zugang) return Promise.resolve({ art: "nichtErreichbar", grund: "Dieses Register ist hier nicht angeschlossen." });
    return frageRegister(zugang, sicherungFuer(gang.register), gang.abrufId, { ...gang, behoerde }, fristen);
  };

  const vermerke = createBatcher<Beantwortet, Angefuegt | undefined>({
    keyOf: ({ auftrag }) => auftrag.mandantId,
    run: (beantwortete, mandant) => db.inTransaction({ mandant }, (tx) => vermerkeAlle(tx, beantwortete, clock.now())),
  });

  return {
    async rufeAb(auftrag) {
      if (auftrag.wuensche.length === 0) return { auskuenfte: new Map() };
      const { gaenge, nummer, angefragt } = await kuendigeAn(auftrag);
      const antworten = await Promise.all(gaenge.map(async (gang) => ({ gang, auskunft: await frage(gang, auftrag.behoerde) })));
      const beantwortet = await vermerke({ auftrag, nummer, antworten });
      const auskuenfte = new Map(antworten.map(({ gang, auskunft }) => [gang.nachweis, auskunft]));
      if (!beantwortet || !angefragt) return { auskuenfte };
      const schritte = [...angefragt, ...beantwortet.schritte];
      return { auskuenfte, angehaengt: { nummer: beantwortet.nummer, stand: beantwortet.stand, schritte } };
    },

    async rufeListeAb(auftrag) {
      const { mandantId, antwort } = auftrag;
      const zugang = register[auftrag.register];
      if (!zugang) return { art: "nichtErreichbar", grund: "Dieses Register ist hier nicht angeschlossen." };
      const eintrag = (id: string, person: string, vertreter: string | null): Abrufabsicht => ({
        id,
        vorgangId: null,
        person,
        vertreter,
        register: auftrag.register,
        auskunft: auftrag.auskunft,
        zweck: auftrag.zweck,
        norm: auftrag.norm,
        behoerde: auftrag.behoerde,
        attribute: auftrag.attribute,
      });
      const absicht = eintrag(randomUUID(), NIEMAND_BESTIMMTES, null);
      await db.inTransaction({ mandant: mandantId }, (tx) => vermerkeAbsichten(tx, [absicht], clock.now()));
      const auskunft = await frageRegister(zugang, sicherungFuer(auftrag.register), absicht.id, auftrag, fristen);
      await db.inTransaction({ mandant: mandantId }, async (tx) => {
        const genannte = auskunft.art === "gefunden" ? auftrag.betroffene(antwort.parse(auskunft.daten)) : [];
        const eintraege = genannte.map(({ person, vertreter }) =>
          eintrag(uuidAus([mandantId, auftrag.schluessel, person]), person, vertreter),
        );
        await vermerkeAbsichten(tx, eintraege, clock.now());
        const grund = "grund" in auskunft ? auskunft.grund : null;
        const ausgaenge = [absicht, ...eintraege].map(({ id, person, vertreter }) => ({
          id,
          person,
          vertreter,
          ausgang: auskunft.art,
          grund,
        }));
        await vermerkeAusgaenge(tx, ausgaenge, clock.now());
      });
      return auskunft;
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

/** The same parts give the same id: an entry written again is the one that stands there already. */
function uuidAus(teile: readonly unknown[]): string {
  const hex = createHash("sha512").update(JSON.stringify(teile)).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type Gang = Abrufwunsch & { abrufId: string };
type Angefuegt = Extract<Angehaengt, { art: "angehaengt" }>;
/** `angefragt`: the step that announced them; missing where an earlier run had announced some. */
type Angekuendigt = { gaenge: Gang[]; nummer: number; angefragt?: readonly Schritt[] };
type Beantwortet = { auftrag: Abrufauftrag; nummer: number; antworten: readonly { gang: Gang; auskunft: Auskunft }[] };

async function kuendigeAlleAn(tx: Tx, auftraege: readonly Abrufauftrag[], am: Date): Promise<Angekuendigt[]> {
  const vorgangIds = auftraege.flatMap(({ vorgangId }) => vorgangId ?? []);
  const offene = vorgangIds.length > 0 ? await listeOffeneAbrufe(tx, { vorgangIds }) : [];
  const plaene = auftraege.map((auftrag) => {
    const gaenge = auftrag.wuensche.map((wunsch) => {
      const offen = offene.find(
        (each) =>
          each.vorgangId === auftrag.vorgangId &&
          each.register === wunsch.register &&
          each.auskunft === wunsch.auskunft &&
          each.person === wunsch.person,
      );
      return { ...wunsch, abrufId: offen?.id ?? randomUUID(), alt: offen !== undefined };
    });
    return { auftrag, gaenge, neue: gaenge.filter((gang) => !gang.alt) };
  });
  const absichten = plaene.flatMap(({ auftrag, neue }) => neue.map((gang) => absichtAus(gang, auftrag)));
  await vermerkeAbsichten(tx, absichten, am);
  // Against the number the caller has seen: two workers cannot both ask.
  const anhaenge = plaene.flatMap(({ auftrag: { vorgangId, nummer }, neue }) =>
    vorgangId && neue.length > 0 ? [{ vorgangId, schritte: [angefragt(neue, am)], erwarteteNummer: nummer }] : [],
  );
  const angekuendigte = new Map<string, Angefuegt>();
  for (const [index, ergebnis] of (await haengeAlleAn(tx, anhaenge)).entries()) {
    const vorgangId = anhaenge[index]?.vorgangId ?? "";
    if (ergebnis.art !== "angehaengt") throw new Error(`Vorgang ${vorgangId}: ${ergebnis.art} when announcing register requests`);
    angekuendigte.set(vorgangId, ergebnis);
  }
  return plaene.map(({ auftrag, gaenge }) => {
    const angekuendigt = angekuendigte.get(auftrag.vorgangId ?? "");
    if (!angekuendigt) return { gaenge, nummer: auftrag.nummer };
    return { gaenge, nummer: angekuendigt.nummer, angefragt: angekuendigt.schritte };
  });
}

/** @returns what was appended to each; undefined where there is no Vorgang, or somebody else wrote in between */
async function vermerkeAlle(tx: Tx, beantwortete: readonly Beantwortet[], am: Date): Promise<(Angefuegt | undefined)[]> {
  const ausgaenge = beantwortete.flatMap(({ antworten }) =>
    antworten.map(({ gang, auskunft }) => ({
      id: gang.abrufId,
      person: gang.person,
      vertreter: gang.vertreter,
      ausgang: auskunft.art,
      grund: "grund" in auskunft ? auskunft.grund : null,
    })),
  );
  await vermerkeAusgaenge(tx, ausgaenge, am);
  const anhaenge = beantwortete.flatMap(({ auftrag: { vorgangId }, nummer, antworten }) =>
    vorgangId
      ? [{ vorgangId, schritte: antworten.map(({ gang, auskunft }) => schrittAus(gang, auskunft, am)), erwarteteNummer: nummer }]
      : [],
  );
  const ergebnisse = await haengeAlleAn(tx, anhaenge);
  // A note or an answer that came while the register was asked does not make its outcome less true.
  const nochmal = ergebnisse.flatMap((ergebnis, index) =>
    ergebnis.art === "konflikt" ? [{ ...(anhaenge[index] as Anhang), erwarteteNummer: ergebnis.nummer }] : [],
  );
  const uebrige = ergebnisse.filter(({ art }) => art !== "konflikt");
  for (const ergebnis of [...uebrige, ...(await haengeAlleAn(tx, nochmal))])
    if (ergebnis.art === "konflikt" || ergebnis.art === "unzulaessig")
      throw new Error(`answers could not be noted: ${ergebnis.art}`);
  const angefuegt = new Map(anhaenge.map(({ vorgangId }, index) => [vorgangId, ergebnisse[index]]));
  return beantwortete.map(({ auftrag }) => {
    const ergebnis = angefuegt.get(auftrag.vorgangId ?? "");
    return ergebnis?.art === "angehaengt" ? ergebnis : undefined;
  });
}

function angefragt(gaenge: readonly Gang[], zeitpunkt: Date): NeuerSchritt {
  const abrufe = gaenge.map(({ abrufId, nachweis, register }) => ({ abrufId, nachweis, register }));
  return { art: "nachweisAngefragt", daten: { abrufe }, akteur, zeitpunkt, transaktion: `abruf:${gaenge[0]?.abrufId}` };
}

const absichtAus = (gang: Gang, auftrag: Abrufauftrag): Abrufabsicht => ({
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

function schrittAus(gang: Gang, auskunft: Auskunft, zeitpunkt: Date): NeuerSchritt {
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
