import { ersterTag, type IsoDatum, type Monat, monatVon, plusMonateMonat } from "#kalender";
import type { Rechtsgebiet } from "./gate.ts";
import type { Leistung } from "./leistung.ts";

/** From when a change counts: from the day itself, from the first of its month, or of the next. `auszahlung`: decides nothing. */
export type Wirkung = "tag" | "monat" | "folgemonat" | "auszahlung";

/**
 * Why a running benefit is decided anew. `meldung`: the person reported something. `register`: a register did. `stichtag`: a day that the
 * Leistung names. `saetze`: other figures of the law. `verlaengerung`: the decided months end. `ueberzahlung`: paid months turned out too
 * high. `ende`: the entitled person died. `amt`: an office begins by itself. `abhilfe`: the grant was decided anew, and changes were built on it.
 */
export type Aenderungsgrund =
  | "meldung"
  | "register"
  | "stichtag"
  | "saetze"
  | "verlaengerung"
  | "ueberzahlung"
  | "ende"
  | "amt"
  | "abhilfe";

/** A day on which the law itself changes something. `vorlaufTage`: how long before it is looked at, so that money and notice are in time. */
export type Stichtag = {
  am: IsoDatum;
  titel: string;
  art: "pruefung" | "ende";
  vorlaufTage: number;
  /** Evidence that this day asks for anew; none where only the calendar moves. */
  nachweise: readonly string[];
  /** What only the person can tell: asked before the benefit ends on that day. An answer takes the end away, none is for a person to judge. */
  frage?: string;
};

/** The norms of a change, as the notice names them. */
export type Dauernormen = {
  /** Changed for the future. */
  zukunft: string;
  /** In favour, also for the past. */
  zugunsten: string;
  /** Against the person for the past: only after a judgement. */
  vergangenheit: string;
  /** What was paid without ground is given back. */
  erstattung: string;
  /** The act is spent by itself, e.g. by death or because its time is over. */
  erledigt: string;
};

/** What of the law of running benefits this Leistung declares; the rest follows from its area of law. */
export type Dauer = {
  /** Norms of the field before those of the general part. */
  normen?: Partial<Dauernormen>;
  /** Pages of the form on which something can change, in the order offered, each with when it takes effect, and its own norm of recovery. */
  seiten: Readonly<Record<string, { titel: string; wirkt: Wirkung; erstattung?: Erstattung }>>;
  /** Evidence that can go out of date, and so may be fetched again for a new decision (§ 67a SGB X: what the decision needs, no more). */
  nachweise: readonly string[];
  stichtage?(fakten: Readonly<Record<string, unknown>>): readonly Stichtag[];
  /** The last month that new months are decided up to by what is known now, where that is less than the Leistung decides at once. */
  laengstens?(fakten: Readonly<Record<string, unknown>>, ab: IsoDatum): Monat | undefined;
  /** Days before the end of the decided months on which the next ones are decided. */
  verlaengerungVorlaufTage: number;
  /** § 24 Abs. 2 Nr. 5 SGB X: the amount depends on income and is fitted to it, without hearing. */
  einkommensabhaengig?: boolean;
  /** Days to answer a hearing. */
  anhoerungTage: number;
  /** What a person must judge before money is taken back, as a question with its norm. */
  vertrauensschutz: { frage: string; norm: string };
  /** Who must give back, as the notice says it. */
  erstattungspflichtig: string;
};
/** Who gives back, on which norm, where it differs by what changed. */
export type Erstattung = { norm: string; text: string };

const allgemein: Record<Rechtsgebiet, Dauernormen> = {
  "SGB X": {
    zukunft: "§ 48 Abs. 1 Satz 1 SGB X",
    zugunsten: "§ 48 Abs. 1 Satz 2 Nr. 1 SGB X",
    vergangenheit: "§ 48 Abs. 1 Satz 2 Nr. 2 bis 4 SGB X",
    erstattung: "§ 50 Abs. 1 SGB X",
    erledigt: "§ 39 Abs. 2 SGB X",
  },
  VwVfG: {
    zukunft: "§ 49 Abs. 2 Satz 1 Nr. 3 VwVfG",
    zugunsten: "§ 49 Abs. 1 VwVfG",
    vergangenheit: "§ 48 Abs. 2 VwVfG",
    erstattung: "§ 49a Abs. 1 VwVfG",
    erledigt: "§ 43 Abs. 2 VwVfG",
  },
  AO: {
    zukunft: "§ 131 Abs. 2 Satz 1 Nr. 3 AO",
    zugunsten: "§ 173 Abs. 1 Nr. 2 AO",
    vergangenheit: "§ 173 Abs. 1 Nr. 1 AO",
    erstattung: "§ 37 Abs. 2 AO",
    erledigt: "§ 124 Abs. 2 AO",
  },
};
export const normenFuer = ({ rechtsgebiet, dauer }: Pick<Leistung, "rechtsgebiet" | "dauer">): Dauernormen => ({
  ...allgemein[rechtsgebiet],
  ...dauer?.normen,
});

/** Where hearing stands, and the exemptions that a machine can see; each other one asks for a person. */
const anhoerung: Record<Rechtsgebiet, { norm: string; eigeneAngaben: string; gleichartige?: string; einkommen?: string }> = {
  "SGB X": {
    norm: "§ 24 Abs. 1 SGB X",
    eigeneAngaben: "§ 24 Abs. 2 Nr. 3 SGB X",
    gleichartige: "§ 24 Abs. 2 Nr. 4 SGB X",
    einkommen: "§ 24 Abs. 2 Nr. 5 SGB X",
  },
  VwVfG: { norm: "§ 28 Abs. 1 VwVfG", eigeneAngaben: "§ 28 Abs. 2 Nr. 3 VwVfG", gleichartige: "§ 28 Abs. 2 Nr. 4 VwVfG" },
  AO: { norm: "§ 91 Abs. 1 AO", eigeneAngaben: "§ 91 Abs. 2 Nr. 3 AO", gleichartige: "§ 91 Abs. 2 Nr. 4 AO" },
};

export type Anhoerungspflicht = { noetig: true; norm: string } | { noetig: false; norm: string };

/**
 * Whether the person must be heard before a change against them. What was paid already is never taken back unheard: whether the person
 * could rely on it is a question only they can answer.
 */
export function anhoerungspflicht(
  leistung: Pick<Leistung, "rechtsgebiet" | "dauer">,
  anlass: Aenderungsgrund,
  bezahltesBetroffen: boolean,
): Anhoerungspflicht {
  const recht = anhoerung[leistung.rechtsgebiet];
  const noetig = { noetig: true, norm: recht.norm } as const;
  if (bezahltesBetroffen) return noetig;
  if (anlass === "meldung") return { noetig: false, norm: recht.eigeneAngaben };
  if (anlass === "ende") return { noetig: false, norm: normenFuer(leistung).erledigt };
  if (anlass === "saetze" && recht.gleichartige) return { noetig: false, norm: recht.gleichartige };
  if (leistung.dauer?.einkommensabhaengig && recht.einkommen) return { noetig: false, norm: recht.einkommen };
  return noetig;
}

/** The first day on which a change on this page counts. */
export function wirktAb(wirkung: Wirkung, seit: IsoDatum): IsoDatum {
  if (wirkung === "monat") return ersterTag(monatVon(seit));
  if (wirkung === "folgemonat") return ersterTag(plusMonateMonat(monatVon(seit), 1));
  return seit;
}

/** @throws where a running benefit names pages or evidence that the Leistung does not have, or is not reckoned in months */
export function pruefeDauer({ name, ergebnis = "monatlich", formular, nachweise, dauer }: Leistung): void {
  if (!dauer) return;
  if (ergebnis !== "monatlich") throw new Error(`${name}: laufend wird nur, was in Monaten gezahlt wird.`);
  for (const seite of Object.keys(dauer.seiten)) {
    const felder = formular.seiten[seite]?.felder;
    if (!felder) throw new Error(`${name}: die Seite „${seite}“, auf der sich etwas ändern kann, gibt es nicht.`);
    if (Object.values(felder).some(({ art }) => art === "liste"))
      throw new Error(`${name}: „${seite}“ hat eine Liste; Änderungen daran gehen noch nicht über die Statusseite.`);
  }
  for (const nachweis of dauer.nachweise)
    if (nachweise[nachweis]?.anlass !== "antrag")
      throw new Error(`${name}: „${nachweis}“ ist kein Nachweis, der zu einem Antrag abgerufen wird.`);
}
