import type { Anlage, Antworten, Leistung, Nachweisstaende } from "#baukasten";
import { pruefeVorgang } from "#bearbeitung";
import type { Tx } from "#db";
import { getLeistung } from "#leistungen";
import { type Beteiligter, type Eroeffnet, type Eroeffnung, eroeffneViele } from "#vorgaenge";
import type { AntraegeDeps, Einreichung } from "./antraege.ts";
import { findEntwurfZumSchreiben, loescheEntwurf } from "./store.ts";

/** Whoever applies: as the log-in vouches for them, or as a clerk read it from an identity card. */
export type Antragsperson = {
  person: string | null;
  idnr: string | null;
  vornamen: string;
  nachname: string;
  email: string | null;
};

export type Eingereicht = { art: "eingereicht"; vorgangId: string } | { art: "unvollstaendig"; seite: string } | { art: "fort" };

type Deps = Pick<AntraegeDeps, "db" | "clock" | "jobs" | "secrets">;
const schluesselVon = (entwurfId: string) => `entwurf:${entwurfId}`;

/**
 * Vorgang, end of the draft and the job of examination in one transaction. The draft's id is the transaction key: a double click, a second
 * tab and a repeated request end at the same Vorgang.
 */
export function reicheEin(deps: Deps, mandantId: number, entwurfId: string, einreichung: Einreichung): Promise<Eingereicht> {
  return deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const entwurf = await findEntwurfZumSchreiben(tx, entwurfId);
    if (!entwurf) return { art: "fort" };
    const leistung = getLeistung(entwurf.leistung);
    const offen = leistung.formular.ersteOffene(entwurf.antworten, deps.clock.today());
    if (offen) return { art: "unvollstaendig", seite: offen };
    const eroeffnet = await eroeffneAntrag(deps, tx, {
      leistung,
      antworten: entwurf.antworten,
      einreichung,
      transaktion: schluesselVon(entwurfId),
    });
    await loescheEntwurf(tx, entwurfId);
    return { art: "eingereicht", vorgangId: eroeffnet.vorgangId };
  });
}

/** An application as it will become a Vorgang; `transaktion` makes it happen once. */
export type Antrag = {
  leistung: Leistung;
  antworten: Antworten;
  einreichung: Einreichung;
  transaktion: string;
  /** What registers have said already, where proceedings begin without an Antrag. */
  nachweise?: Nachweisstaende;
};

/** Opens the Vorgaenge of applications, each with its job of examination, in the caller's transaction. @returns in the same order */
export async function eroeffneAntraege(deps: Omit<Deps, "db">, tx: Tx, antraege: readonly Antrag[]): Promise<Eroeffnet[]> {
  const eroeffnet = await eroeffneViele(
    tx,
    antraege.map((antrag) => eroeffnungVon(deps, antrag)),
  );
  const neue = eroeffnet.filter(({ art }) => art === "eroeffnet");
  await deps.jobs.addAll(
    tx,
    pruefeVorgang,
    neue.map(({ vorgangId }) => ({ mandantId: tx.mandantId, vorgangId })),
  );
  return eroeffnet;
}

export async function eroeffneAntrag(deps: Omit<Deps, "db">, tx: Tx, antrag: Antrag): Promise<Eroeffnet> {
  return (await eroeffneAntraege(deps, tx, [antrag]))[0] as Eroeffnet;
}

function eroeffnungVon(deps: Pick<Deps, "clock" | "secrets">, antrag: Antrag): Eroeffnung {
  const { leistung, antworten, einreichung, transaktion, nachweise = {} } = antrag;
  if (leistung.rechtsnatur === "hinweis") throw new Error(`${leistung.name} ist ein Hinweis: daraus wird kein Vorgang.`);
  const heute = deps.clock.today();
  const vonSelbst = einreichung.kanal === "amtswegen";
  // A decision never uses an answer the person can no longer see. Where nobody answered anything, there is no way through the form.
  const gestutzt = vonSelbst ? antworten : leistung.formular.stutze(antworten, heute);
  const { person } = einreichung;
  const antragsteller = { idnr: person.idnr, vornamen: person.vornamen, nachname: person.nachname };
  const beteiligte = leistung.beteiligte({ antworten: gestutzt, antragsteller, nachweise }).map(
    ({ idnr, ...angaben }): Beteiligter => ({
      ...angaben,
      person: angaben.rolle === "antragsteller" ? person.person : idnr ? deps.secrets.pseudonym(`idnr:${idnr}`) : null,
      ...(angaben.rolle === "antragsteller" && person.email && { email: person.email }),
    }),
  );
  return {
    leistung: leistung.schluessel,
    version: leistung.version,
    kuerzel: leistung.kuerzel,
    beteiligte,
    schritt: {
      art: "eingegangen",
      akteur: vonSelbst
        ? { art: "system", teil: leistung.schluessel, version: leistung.version }
        : { art: "buerger", person: person.person },
      zeitpunkt: deps.clock.now(),
      transaktion,
      daten: {
        kanal: einreichung.kanal,
        antragsteller,
        antworten: gestutzt,
        anlagen: anlagenAus(leistung, gestutzt),
        schriftform: einreichung.schriftform,
        einwilligungPostfach: einreichung.einwilligungPostfach,
        eingegangenAm: einreichung.schriftform.art === "unterschrift" ? einreichung.schriftform.eingegangenAm : heute,
      },
    },
  };
}

function anlagenAus(leistung: Leistung, antworten: Antworten) {
  return Object.entries(leistung.formular.seiten).flatMap(([seite, { felder }]) =>
    Object.entries(felder).flatMap(([name, feld]) =>
      feld.art === "anlage"
        ? ((antworten[seite]?.[name] ?? []) as Anlage[]).map((anlage) => ({ feld: `${seite}.${name}`, ...anlage }))
        : [],
    ),
  );
}

/** The Vorgang that a draft became, for whoever comes back to a draft that is gone. */
export const transaktionVon = schluesselVon;
