import type { IsoDatum, Monat } from "#kalender";
import { plusMonateMonat } from "#kalender";
import type { Saetze } from "./ersatz.ts";
import type { Antworten } from "./formular.ts";
import type { Rechtsgebiet } from "./gate.ts";
import type { Knoten } from "./knoten.ts";
import type { Leistung } from "./leistung.ts";
import { kalendermonate, type Raster } from "./raster.ts";

/**
 * From when a change counts: from the day itself, from the first of its month, or of the next. `monatserster`: from the day if it is a first,
 * else from the next first. `auszahlung`: decides nothing. Months are those that the benefit counts in.
 */
export type Wirkung = "tag" | "monat" | "folgemonat" | "monatserster" | "auszahlung";

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
  /** Pages of the form on which something can change, in the order offered. */
  seiten: Readonly<Record<string, Aenderungsseite>>;
  /** Evidence that can go out of date, and so may be fetched again for a new decision (§ 67a SGB X: what the decision needs, no more). */
  nachweise: readonly string[];
  stichtage?(fakten: Readonly<Record<string, unknown>>): readonly Stichtag[];
  /** The last month that new months are decided up to by what is known now, where that is less than the Leistung decides at once. */
  laengstens?(fakten: Readonly<Record<string, unknown>>, ab: IsoDatum): Monat | undefined;
  /** Days before the end of the decided months on which the next ones are decided. */
  verlaengerungVorlaufTage?: number;
  /** Instead: after the decided months there is nothing without a new Antrag. */
  ablauf?: Ablauf;
  /** The birth from which the months of a Leistung `jeLebensmonat` count. */
  zaehltAb?(fakten: Readonly<Record<string, unknown>>): IsoDatum | undefined;
  /** From which size a change inside of the decided months counts, and from when. Missing: every change counts, from its day. */
  erheblich?(
    vorher: Knotenwerte,
    nachher: Knotenwerte,
    tage: { seit: IsoDatum; gemeldetAm: IsoDatum },
    saetze: Saetze,
  ): Erheblichkeit;
  /** § 24 Abs. 2 Nr. 5 SGB X: the amount depends on income and is fitted to it, without hearing. */
  einkommensabhaengig?: boolean;
  /** Days to answer a hearing. */
  anhoerungTage: number;
  /** What a person must judge before money is taken back, as a question with its norm. */
  vertrauensschutz: { frage: string; norm: string };
  /** Who must give back, as the notice says it. */
  erstattungspflichtig: string;
};

/** A page on which something can change. */
export type Aenderungsseite = {
  titel: string;
  wirkt: Wirkung;
  /** What stands above the page where its own title speaks of the application. */
  frage?: string;
  /** How the day is asked for; default: since when it holds. */
  seit?: { label: string; hinweis: string };
  /** Its own norm of recovery. */
  erstattung?: Erstattung;
  /** Pages that change together with it, on the same form. */
  mit?: readonly string[];
  /** Offered only where this holds. */
  wenn?(antworten: Antworten): boolean;
  /** Telling it ends the benefit: the act is spent by law from the day on which it takes effect, and who tells of it hears so. */
  beendet?: { norm: string; text: string };
  /** The page says itself what held when, so it counts for all days of the benefit. */
  gesamt?: true;
  /** What stands on the page afterwards: what holds from `ab` on, joined with what was said before. */
  verbinde?(bisher: Werte | undefined, neu: Werte, ab: IsoDatum, antworten: Antworten): Werte;
  /** How far back it can be told, as the law has it, with the sentence for who goes further. */
  fruehestens?(fakten: Readonly<Record<string, unknown>>, heute: IsoDatum): { tag: IsoDatum; text: string } | undefined;
};
type Werte = Readonly<Record<string, unknown>>;

/** The decided months end by themselves. `vorlaufTage`: how long before their last day the person is written to. */
export type Ablauf = {
  titel: string;
  vorlaufTage: number;
  /** What they read: what ends, and what to do. Undefined: nothing need be said. */
  nachricht?(
    fakten: Readonly<Record<string, unknown>>,
    letzterTag: IsoDatum,
  ): { betreff: string; absaetze: string[] } | undefined;
};

/** What a node came to. */
export type Knotenwerte = <T>(knoten: Knoten<T>) => T | undefined;

/** A direction without a day does not count: what was decided stays. */
export type Erheblichkeit = {
  mehrAb?: IsoDatum;
  wenigerAb?: IsoDatum;
  /** Why a person must look, whatever comes of it. */
  mensch?: string;
  /** Why what was decided stays, for who told of it. */
  sonst: string;
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
export function wirktAb(wirkung: Wirkung, seit: IsoDatum, raster: Raster = kalendermonate): IsoDatum {
  const monat = raster.monatAm(seit);
  if (wirkung === "monat") return raster.von(monat);
  if (wirkung === "folgemonat" || (wirkung === "monatserster" && raster.von(monat) !== seit))
    return raster.von(plusMonateMonat(monat, 1));
  return seit;
}

/** @throws where a running benefit names pages or evidence that the Leistung does not have, or is not reckoned in months */
export function pruefeDauer({ name, ergebnis = "monatlich", formular, nachweise, dauer }: Leistung): void {
  if (!dauer) return;
  if (ergebnis !== "monatlich" && ergebnis !== "jeLebensmonat")
    throw new Error(`${name}: laufend wird nur, was in Monaten gezahlt wird.`);
  if ((ergebnis === "jeLebensmonat") !== (dauer.zaehltAb !== undefined))
    throw new Error(`${name}: von welchem Tag an die Lebensmonate zählen, sagt \`zaehltAb\`, und nur dann.`);
  if ((dauer.verlaengerungVorlaufTage === undefined) !== (dauer.ablauf !== undefined))
    throw new Error(
      `${name}: nach den beschiedenen Monaten geht es weiter (\`verlaengerungVorlaufTage\`) oder endet (\`ablauf\`).`,
    );
  if (ergebnis === "jeLebensmonat" && !dauer.ablauf) throw new Error(`${name}: Lebensmonate enden mit den beantragten.`);
  for (const [seite, { mit = [] }] of Object.entries(dauer.seiten))
    for (const each of [seite, ...mit])
      if (!formular.seiten[each]) throw new Error(`${name}: die Seite „${each}“, auf der sich etwas ändern kann, gibt es nicht.`);
  for (const nachweis of dauer.nachweise)
    if (nachweise[nachweis]?.anlass !== "antrag")
      throw new Error(`${name}: „${nachweis}“ ist kein Nachweis, der zu einem Antrag abgerufen wird.`);
}
