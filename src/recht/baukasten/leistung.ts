import type { IsoDatum, Monat } from "#kalender";
import { type Angebot, pruefeAngebote } from "./angebot.ts";
import type { Anspruchscheck } from "./anspruchscheck.ts";
import { type Beleg, pruefeBelege } from "./beleg.ts";
import type { Block } from "./block.ts";
import { type Dauer, pruefeDauer } from "./dauer.ts";
import type { Entscheidung, Herkunft, Rechtsnatur, Zeitraum } from "./entscheidung.ts";
import type { Saetze } from "./ersatz.ts";
import type { Antworten, Formular } from "./formular.ts";
import { type Automatik, pruefeGate, type Rechtsgebiet } from "./gate.ts";
import type { Lebenslage } from "./lebenslage.ts";
import type { Antragsteller, Nachweis, Nachweisstaende } from "./nachweis.ts";
import type { Parameter } from "./parameter.ts";
import type { Regelwerk } from "./regelwerk.ts";
import type { Mandantenrecht, Satzung } from "./satzung.ts";

export type Fakt = { wert: unknown; herkunft: Herkunft };

/** All that a decision may look at. Without `mandant` there is no figure of a Satzung, and nothing that only some Mandanten may automate. */
export type Kontext = {
  antworten: Antworten;
  nachweise: Nachweisstaende;
  antragsteller: Antragsteller;
  eingegangenAm: IsoDatum;
  mandant?: Mandantenrecht;
  /** Only these days are judged, of Lebensmonate those that begin in them: a running benefit is decided anew from the day on which something changed. */
  zeitraum?: { von: IsoDatum; bis: IsoDatum };
};

export type Sachverhalt = {
  /** Known facts by name; what is unknown is left out. */
  fakten: Readonly<Record<string, Fakt>>;
  /** Why a person must look: contradictions, free text, a register that was silent. */
  vonHand: readonly string[];
  /** What a person looks at afterwards, although it can be decided at once: the receipt is due, the licence is another matter. */
  nachsehen?: readonly string[];
};

export type BeteiligtePerson = {
  rolle: "antragsteller" | "kind" | "andererElternteil" | "vertreter" | "betrieb";
  /** Empty for a `betrieb`: its name is the `nachname`. */
  vornamen: string;
  nachname: string;
  geburtsdatum?: IsoDatum;
  idnr?: string;
  anschrift?: { strasse: string; hausnummer: string; plz: string; ort: string };
  auskunftssperre: boolean;
};

export type Vorbefuellung = {
  nachweis: string;
  vorschlaege(daten: Readonly<Record<string, unknown>>): { titel: string; werte: Record<string, unknown> }[];
};

/** Periods of days, in order and without overlap; each is judged at its first day. */
type Zeitraeume<E> = {
  ergebnis: E;
  zeitraum(fakten: Readonly<Record<string, unknown>>, eingegangenAm: IsoDatum, saetze: Saetze): readonly Zeitraum[];
};
/** What is judged, and what comes of it. */
type Zeitbezug =
  | {
      /** Money for months of the calendar. */
      ergebnis?: "monatlich";
      /** First and last month to decide on, and the days within at which a claim may begin or end. */
      zeitraum(
        fakten: Readonly<Record<string, unknown>>,
        eingegangenAm: IsoDatum,
        saetze: Saetze,
      ): { von: Monat; bis: Monat; wechsel: readonly IsoDatum[] };
    }
  /** Money for months of a child's life. */
  | Zeitraeume<"jeLebensmonat">
  /** An amount that the person owes for a year or a part of it. */
  | Zeitraeume<"jaehrlich">
  | {
      /** One result on one day, without an amount: permit, registration, record, receipt, hand-over. */
      ergebnis: "einmalig";
      /** The day that is judged. Default: the day the application came in. */
      stichtag?(fakten: Readonly<Record<string, unknown>>, eingegangenAm: IsoDatum): IsoDatum;
    };

export type Leistung = Zeitbezug & {
  schluessel: string;
  /** Key of the federal catalogue of services; undefined: an open point of the service's README. */
  leika?: string;
  version: string;
  name: string;
  /** Prefix of the Aktenzeichen. */
  kuerzel: string;
  kurzbeschreibung: string;
  suchworte: readonly string[];
  lebenslagen: readonly Lebenslage[];
  /** Key of the office among the Mandant's. */
  amt: string;
  rechtsgebiet: Rechtsgebiet;
  automatik: Automatik;
  /** Default: verwaltungsakt. */
  rechtsnatur?: Rechtsnatur;
  /** What is granted automatically stays open to review for some months, as the statute says; the notice states `text`. */
  vorbehalt?: { monate: number; norm: string; text: string };
  /** Decisions made by hand need a second person before the notice is made. */
  vierAugen: boolean;
  /** Years that the file is kept after its end, and where that stands. */
  aufbewahrung: { jahre: number; norm: string };
  bearbeitungsdauer: string;
  /** The written form: without a log-in of this trust the summary is printed and signed. */
  schriftform?: { norm: string; vertrauensniveau: "substantiell" | "hoch" };
  /** How surely somebody must be known where no written form is asked for: by a log-in of this trust, or at the office. */
  identitaet?: { norm: string; vertrauensniveau: "substantiell" | "hoch" };
  /** Whether the person asked for paper, although they have a mailbox. */
  aufPapier?(antworten: Antworten): boolean;
  formular: Formular;
  nachweise: Readonly<Record<string, Nachweis>>;
  /** All evidence that the law can demand, whoever delivers it; for a Leistung of which people fear the pile of paper. */
  belege?: Readonly<Record<string, Beleg>>;
  regelwerk: Regelwerk;
  /** What the Mandant's Satzungen must say, in the rules or in the facts. A Mandant that lacks one does not offer the Leistung. */
  satzungen?: readonly Satzung<unknown>[];
  /**
   * Figures that are read beside the graph as well, or only there: for the period, the facts, the days of a running benefit, an offer.
   * Who reads them takes them from `saetze`, so that a planned change reaches there, too.
   */
  parameter?: readonly Parameter<unknown>[];
  sachverhalt(kontext: Kontext, saetze: Saetze): Sachverhalt;
  /** The facts that a person reads first, by name, in this order, with how they read. */
  tatsachen: Readonly<Record<string, (wert: never) => string>>;
  /** Pages that a register could fill in, if the person asks for it: suggestions to choose from, each correctable. */
  vorbefuellung: Readonly<Record<string, Vorbefuellung>>;
  /** Who is involved, as far as answers and evidence tell. */
  beteiligte(kontext: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[];
  /** What the person owes is due before the notice is made, where they are known and can pay online. Default: with the notice. */
  gebuehr?: "vorher";
  zahlung?(antworten: Antworten): { empfaenger: string; iban: string } | undefined;
  bescheid: Bescheidtexte;
  /** What is offered unasked: after a birth, on a birthday, before something ends. */
  angebote?: readonly Angebot[];
  /** How a few answers of somebody who only wants to know become facts of these rules. */
  check?: Anspruchscheck;
  /** How a grant lives on; none: it is decided once. */
  dauer?: Dauer;
};

/** What the notice says beyond what the kit derives from the decision. */
export type Bescheidtexte = {
  betreff(antworten: Antworten): string;
  einleitung(antworten: Antworten, eingegangenAm: IsoDatum): string;
  /** The operative part in one sentence. */
  tenor(entscheidung: Entscheidung, antworten: Antworten): string;
  /** What the amounts stand under, e.g. that they are provisional, where the statute says so; the notice of a change says it as well. */
  vorbehalt?(antworten: Antworten): string;
  /** What the person must know and do afterwards, e.g. report changes. */
  hinweise: readonly Block[];
  /** Name of the norm that grants. */
  grundlage: string;
  /** How the result reads where "Bewilligt" and "Abgelehnt" do not fit, e.g. "Festgesetzt". */
  worte?: { bewilligt: string; abgelehnt: string };
};

/** @throws where the gate refuses the service, an amount is missing or has no place, a Satzung is not named, or nothing settles a fact */
export function defineLeistung(leistung: Leistung): Leistung {
  pruefeGate(leistung.name, leistung.rechtsgebiet, leistung.automatik, leistung.regelwerk, leistung.rechtsnatur);
  pruefeBelege(leistung.name, leistung.belege ?? {}, leistung.nachweise, leistung.formular);
  pruefeAngebote(leistung.name, leistung.angebote ?? []);
  const { ergebnis = "monatlich", regelwerk } = leistung;
  if (ergebnis === "einmalig" && regelwerk.betrag)
    throw new Error(`${leistung.name}: ein einmaliges Ergebnis hat keinen Betrag; was die Person zahlt, ist eine Gebühr.`);
  if (ergebnis !== "einmalig" && !regelwerk.betrag) throw new Error(`${leistung.name}: dem Regelwerk fehlt der Betrag.`);
  for (const { bauplan } of leistung.regelwerk.eintraege) {
    if (bauplan.art === "parameter" && bauplan.satzung && !leistung.satzungen?.includes(bauplan.satzung))
      throw new Error(
        `${leistung.name}: die Regeln brauchen die Satzung „${bauplan.satzung.titel}“; unter \`satzungen\` steht sie nicht.`,
      );
    if (bauplan.art !== "fakt") continue;
    const { klaertDurch } = bauplan.angaben;
    if (!Object.hasOwn(leistung.nachweise, klaertDurch) && !Object.hasOwn(leistung.formular.seiten, klaertDurch))
      throw new Error(
        `${leistung.name}: „${bauplan.angaben.titel}“ klärt sich durch „${klaertDurch}“; das ist weder Nachweis noch Seite des Formulars.`,
      );
  }
  pruefeDauer(leistung);
  pruefeParameter(leistung);
  return leistung;
}

/** @throws where two figures go by one name: a change of the one would be taken for a change of the other */
function pruefeParameter({ name, regelwerk, parameter = [] }: Leistung): void {
  const bekannt = new Map<string, Parameter<unknown>>();
  const imGraph = regelwerk.eintraege.flatMap(({ bauplan }) => (bauplan.art === "parameter" ? [bauplan.parameter] : []));
  for (const each of [...imGraph, ...parameter]) {
    if ((bekannt.get(each.schluessel) ?? each) !== each) throw new Error(`${name}: zwei Parameter heißen „${each.schluessel}“.`);
    bekannt.set(each.schluessel, each);
  }
}
