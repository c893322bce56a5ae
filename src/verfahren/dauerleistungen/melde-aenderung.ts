import type { Aenderungsgrund } from "#baukasten";
import { type Akte, findAkte, pruefeVorgang } from "#bearbeitung";
import type { Tx } from "#db";
import type { IsoDatum } from "#kalender";
import { type Aenderungsanlass, type Akteur, eroeffne, type Inhalt } from "#vorgaenge";
import { type Bezug, findBezug } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import { gesetztesEnde } from "./ende.ts";
import { kontextAm } from "./entscheide-neu.ts";
import {
  type Dauerzeile,
  findDauerleistungZumSchreiben,
  istGeschlossen,
  schreibeAenderung,
  schreibeDauerleistung,
} from "./store.ts";

/** What changed of a running benefit, whoever says so. */
export type Aenderungsmeldung = {
  anlass: Aenderungsgrund;
  /** The first day on which it counts; of a death, the day of death. */
  ab: IsoDatum;
  /** The day on which the thing itself changed, where it counts from another one. */
  seit?: IsoDatum;
  /** Of an overpayment: the change that it comes from. */
  ursache?: string;
  /** As a sentence: what was reported, or which day it is. */
  grund: string;
  /** New answers by page; null: the page is void. */
  seiten: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  kanal: Inhalt<"eingegangen">["kanal"];
  akteur: Akteur;
  /** Repeating it under the same key opens no second Vorgang. */
  transaktion: string;
  /** Why a person must look at it, whatever the rules make of it. */
  mensch?: string;
  anlagen?: Inhalt<"eingegangen">["anlagen"];
  schriftform?: Inhalt<"eingegangen">["schriftform"];
};

export type Gemeldet =
  | { art: "eroeffnet" | "bereitsGeschehen"; vorgangId: string }
  /** Nothing runs that could change: never granted, or ended. */
  | { art: "laeuftNicht" };

/**
 * Opens the Vorgang of a change in the caller's transaction: a procedure of its own (§ 8 SGB X, § 9 VwVfG), with its own hearing, notice
 * and objection. Called for a report of the person, a register event, a day of the law, or by an office.
 */
export async function meldeAenderung(
  deps: Pick<DauerDeps, "clock" | "jobs" | "tenants" | "leistung">,
  tx: Tx,
  bezugId: string,
  meldung: Aenderungsmeldung,
): Promise<Gemeldet> {
  const zeile = await findDauerleistungZumSchreiben(tx, bezugId);
  const mandant = await deps.tenants.getById(tx.mandantId);
  const bezug = zeile && (await findBezug(tx, deps, mandant, bezugId));
  if (!zeile || !bezug || (meldung.anlass !== "ueberzahlung" && istVorbei(bezug, zeile, meldung.ab)))
    return { art: "laeuftNicht" };
  const { akte, leistung } = bezug;
  const neuerung = { ab: meldung.ab, seiten: meldung.seiten, nachweise: {} };
  const { antworten } = kontextAm(leistung, bezug.kontext, [...bezug.neuerungen, neuerung], meldung.ab);
  const eroeffnet = await eroeffne(tx, {
    leistung: leistung.schluessel,
    version: leistung.version,
    kuerzel: leistung.kuerzel,
    beteiligte: akte.beteiligte,
    schritt: {
      art: "eingegangen",
      akteur: meldung.akteur,
      zeitpunkt: deps.clock.now(),
      transaktion: meldung.transaktion,
      daten: {
        kanal: meldung.kanal,
        antragsteller: akte.eingang.antragsteller,
        antworten,
        anlagen: meldung.anlagen ?? [],
        schriftform: meldung.schriftform ?? { art: "nichtNoetig" },
        einwilligungPostfach: akte.eingang.einwilligungPostfach,
        eingegangenAm: deps.clock.today(),
        aenderung: {
          bezug: bezugId,
          anlass: meldung.anlass,
          ab: meldung.ab,
          grund: meldung.grund,
          seiten: { ...meldung.seiten },
          ...(meldung.seit !== undefined && { seit: meldung.seit }),
          ...(meldung.ursache !== undefined && { ursache: meldung.ursache }),
          ...(meldung.mensch !== undefined && { mensch: meldung.mensch }),
        },
      },
    },
  });
  if (eroeffnet.art === "bereitsGeschehen") return eroeffnet;
  const { vorgangId } = eroeffnet;
  await schreibeAenderung(tx, { vorgangId, bezugId, anlass: meldung.anlass, angelegtAm: deps.clock.now() });
  if (zeile.offeneAenderung === null) await schreibeDauerleistung(tx, { ...zeile, offeneAenderung: vorgangId });
  await deps.jobs.add(tx, pruefeVorgang, { mandantId: tx.mandantId, vorgangId });
  return eroeffnet;
}

/**
 * Until the end that a notice has set, and on its first day, something can still change; what was the case before it can be told later, too: the
 * months before the end were paid. Nothing that comes after the end counts any more.
 */
function istVorbei(bezug: Bezug, zeile: Dauerzeile, ab: IsoDatum): boolean {
  const ende = gesetztesEnde(bezug);
  if (bezug.leistung.dauer?.ablauf && ab > bezug.raster.bis(bezug.stand.bis)) return true;
  return istGeschlossen(zeile) || (ende !== undefined && ab > (ende.endgueltig ? ende.letzterTag : ende.endetAb));
}

/** The file of a Vorgang that changes a running benefit. */
export type Aenderungsakte = Akte & { anlass: Aenderungsanlass };

/** Undefined where the Vorgang is no change. */
export async function findAenderungsakte(tx: Tx, vorgangId: string): Promise<Aenderungsakte | undefined> {
  const akte = await findAkte(tx, vorgangId);
  return akte?.eingang.aenderung && { ...akte, anlass: akte.eingang.aenderung };
}
