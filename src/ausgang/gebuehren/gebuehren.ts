import type { Bescheide } from "#bescheide";
import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import type { Jobs } from "#jobs";
import type { Kasse } from "#kasse";
import type { Postfach } from "#postfach";
import type { Mandant, Tenants } from "#tenants";
import type { Zahlungsanbieter } from "./anbieter.ts";
import { beginneZahlung } from "./beginne-zahlung.ts";
import type { Sollstellung } from "./contract.ts";
import { erhebeSaeumnis } from "./erhebe-saeumnis.ts";
import { gibStornoFrei, lehneStornoAb, storniere } from "./erlasse.ts";
import { bereiteVor, eroeffne, type Forderungsfall } from "./eroeffne.ts";
import { type Erstattungswunsch, fuehreAus, gibErstattungFrei, lehneErstattungAb, ordneErstattungAn } from "./erstatte.ts";
import { fuehreErstattungAus, pruefeZahlung } from "./jobs.ts";
import { klaereZahlung } from "./klaere-zahlung.ts";
import { erledigeUmsatz, nimmAuszugAn } from "./kontoauszug/nimm-auszug-an.ts";
import { mahne } from "./mahne.ts";
import { beendeRaten, gewaehreRaten, pruefeRaten, type Ratenwunsch } from "./ratenzahlung.ts";
import { listeUngeklaerteZahlungen, type Sollzeile } from "./store.ts";
import { type Aufhebung, hebeAuf, loeseKlaerung, nimmZurueck } from "./storniere.ts";
import { type Tat, verbucheAmSchalter, verbucheUeberweisung } from "./verbuche-zahlung.ts";

export type GebuehrenDeps = {
  db: Db;
  clock: Clock;
  jobs: Jobs;
  tenants: Tenants;
  postfach: Postfach;
  kasse: Kasse;
  bescheide: Bescheide;
  anbieter: Zahlungsanbieter;
  /** Seconds after which a begun payment is asked about for the first time; each later wait doubles, up to half an hour. */
  abfrageSekunden: number;
  /** Whoever waits for the money goes on, in the transaction that books it. */
  nachZahlung?(tx: Tx, zeile: Sollzeile): Promise<void>;
};

const LAENGSTE_PAUSE_SEKUNDEN = 1_800;
/** By then the jobs have asked many times; what is open still was forgotten by one. */
const VERGESSEN_NACH_MS = 2 * 3_600_000;

/** What people owe, from the notice to the receipt. */
export function createGebuehren(deps: GebuehrenDeps) {
  const klaere = (mandantId: number, zahlungId: string) => klaereZahlung(deps, mandantId, zahlungId);
  return {
    bereiteVor: (fall: Forderungsfall) => bereiteVor(deps.clock, fall),
    eroeffne: (tx: Tx, sollstellungen: readonly Sollstellung[], anlass: string) => eroeffne(tx, sollstellungen, anlass),
    beginne: (mandant: Mandant, id: string, person: string, rueckkehr: (zahlungId: string) => string) =>
      beginneZahlung(deps, mandant, id, person, rueckkehr),
    klaere,
    /** One look of the job; not final yet: another one later. */
    async pruefe(mandantId: number, zahlungId: string, versuch: number): Promise<void> {
      const ergebnis = await klaere(mandantId, zahlungId);
      if (ergebnis !== "laeuft" && ergebnis !== "nichtErreichbar") return;
      const inSeconds = Math.min(LAENGSTE_PAUSE_SEKUNDEN, deps.abfrageSekunden * 2 ** Math.min(versuch, 20));
      await deps.db.inTransaction({ mandant: mandantId }, (tx) =>
        deps.jobs.add(tx, pruefeZahlung, { mandantId, zahlungId, versuch: versuch + 1 }, { inSeconds }),
      );
    },
    /** The net under the jobs. @returns how many payments became final */
    async klaereVergessene(mandantId: number): Promise<number> {
      const vor = new Date(deps.clock.now().getTime() - VERGESSEN_NACH_MS);
      const vergessene = await deps.db.inTransaction({ mandant: mandantId }, (tx) => listeUngeklaerteZahlungen(tx, vor, 20));
      let geklaert = 0;
      for (const zahlungId of vergessene)
        if (!["laeuft", "nichtErreichbar"].includes(await klaere(mandantId, zahlungId))) geklaert++;
      return geklaert;
    },
    mahne: (mandantId: number) => mahne(deps, mandantId),
    erhebeSaeumnis: (mandantId: number) => erhebeSaeumnis(deps, mandantId),
    pruefeRaten: (mandantId: number) => pruefeRaten(deps, mandantId),
    gewaehreRaten: (tat: Tat, wunsch: Ratenwunsch) => gewaehreRaten(deps, tat, wunsch),
    beendeRaten: (tat: Tat, grund: string) => beendeRaten(deps, tat, grund),
    verbucheAmSchalter: (tat: Tat, zahlung: Parameters<typeof verbucheAmSchalter>[2]) => verbucheAmSchalter(deps, tat, zahlung),
    verbucheUeberweisung: (mandantId: number, eingang: Parameters<typeof verbucheUeberweisung>[2]) =>
      verbucheUeberweisung(deps, mandantId, eingang),
    nimmAuszugAn: (mandantId: number, xml: string) => nimmAuszugAn(deps, mandantId, xml),
    erledigeUmsatz: (mandantId: number, id: string, von: Tat["von"], was: Parameters<typeof erledigeUmsatz>[4]) =>
      erledigeUmsatz(deps, mandantId, id, von, was),
    ordneErstattungAn: (tat: Tat, wunsch: Erstattungswunsch) => ordneErstattungAn(deps, tat, wunsch),
    gibErstattungFrei: (tat: Tat, erstattungId: string) => gibErstattungFrei(deps, tat, erstattungId),
    lehneErstattungAb: (tat: Tat, erstattungId: string, grund: string) => lehneErstattungAb(deps, tat, erstattungId, grund),
    fuehreErstattungAus: (mandantId: number, sollstellungId: string, erstattungId: string) =>
      fuehreAus(deps, mandantId, sollstellungId, erstattungId),
    /** A refund whose job gave up: once more. It is paid out once all the same. */
    stosseErstattungAn: (mandantId: number, sollstellungId: string, erstattungId: string) =>
      deps.db.inTransaction({ mandant: mandantId }, (tx) =>
        deps.jobs.add(tx, fuehreErstattungAus, { mandantId, sollstellungId, erstattungId }),
      ),
    storniere: (tat: Tat, grund: string) => storniere(deps, tat, grund),
    gibStornoFrei: (tat: Tat, stornoId: string) => gibStornoFrei(deps, tat, stornoId),
    lehneStornoAb: (tat: Tat, stornoId: string, grund: string) => lehneStornoAb(deps, tat, stornoId, grund),
    hebeAuf: (tx: Tx, vorgangId: string, aufhebung: Aufhebung) => hebeAuf(deps, tx, vorgangId, aufhebung),
    nimmZurueck: (tx: Tx, vorgangId: string, grund: string, von?: Aufhebung["von"]) =>
      nimmZurueck(deps, tx, vorgangId, grund, von),
    loeseKlaerung: (tat: Tat, klaerung: Parameters<typeof loeseKlaerung>[2]) => loeseKlaerung(deps, tat, klaerung),
  };
}
export type Gebuehren = ReturnType<typeof createGebuehren>;
