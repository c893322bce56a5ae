import {
  type Antworten,
  type Betragstafel,
  type Block,
  betragstafeln,
  type Entscheidung,
  formatiereZeitraum,
  type Leistung,
  type Tatsache,
  type Umstand,
} from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum, type IsoDatum } from "#kalender";
import type { Mandant } from "#tenants";
import type { Briefblock } from "./brief.ts";
import { rechtsbehelfsbelehrung } from "./rechtsbehelf.ts";

export type Bescheidfall = {
  mandant: Mandant;
  leistung: Leistung;
  antworten: Antworten;
  eingegangenAm: IsoDatum;
  entscheidung: Entscheidung;
  /** What would have changed the result. */
  umstaende?: readonly Umstand[];
  /** Words of the person who decided; none where the decision was automatic. */
  begruendung?: string;
  automatisch: boolean;
  /** What permitted the decision without a person, as the log has it. */
  automatiknorm?: string;
  /** How what is owed can be paid; stands under the amounts. */
  zahlung?: readonly Briefblock[];
};

/**
 * The body of a notice: operative part, amounts, reasons with norms, facts with origin, calculation, duties, remedies (§ 35 SGB X, § 39
 * VwVfG, § 9 Abs. 2 UhVorschG). A record or receipt decides nothing: it says what it says, and carries no remedies.
 */
export function bescheidInhalt(fall: Bescheidfall): Briefblock[] {
  const { leistung, entscheidung, antworten } = fall;
  const bewilligt = entscheidung.art === "bewilligt";
  const bescheinigt = bewilligt && leistung.rechtsnatur === "bescheinigung";
  return [
    { art: "absatz", text: leistung.bescheid.einleitung(antworten, fall.eingegangenAm) },
    {
      art: "hervorgehoben",
      titel: bescheinigt ? "Bescheinigung" : "Unsere Entscheidung",
      text: leistung.bescheid.tenor(entscheidung, antworten),
    },
    ...(bewilligt && fall.automatisch && leistung.vorbehalt ? vorbehalt(leistung.vorbehalt) : []),
    ...(bewilligt ? betragstafeln(entscheidung).map(betraege) : []),
    ...(bewilligt ? (fall.zahlung ?? []) : []),
    ...(bescheinigt ? [] : begruendung(fall)),
    ...(entscheidung.tatsachen.length > 0 ? [tatsachen(entscheidung.tatsachen, bescheinigt)] : []),
    ...(bewilligt ? rechenwege(entscheidung) : []),
    ...(bescheinigt ? [] : aenderungen(fall.umstaende ?? [])),
    ...(bewilligt ? leistung.bescheid.hinweise : []),
    ...(bescheinigt ? [] : rechtsbehelfsbelehrung(fall.mandant, leistung.amt, leistung.schluessel)),
    ...(fall.automatisch && !bescheinigt ? [automatikhinweis(fall)] : []),
  ];
}

/** Facts with their origin, and the calculation where something is paid; the notice of a change has them as well. */
export const begruendendeTeile = ({ entscheidung }: Bescheidfall, gezahlt: boolean): Block[] => [
  ...(entscheidung.tatsachen.length > 0 ? [tatsachen(entscheidung.tatsachen, false)] : []),
  ...(gezahlt ? rechenwege(entscheidung) : []),
];

function begruendung({ leistung, entscheidung, begruendung: worte }: Bescheidfall): Block[] {
  return [
    { art: "ueberschrift", text: "Begründung", ebene: 1 },
    { art: "absatz", text: `Rechtsgrundlage: ${leistung.bescheid.grundlage}. Maßgeblich war:` },
    { art: "liste", punkte: entscheidung.gruende.map((grund) => `${grund.text} (${grund.norm})`) },
    ...(worte ? [{ art: "absatz", text: worte } as const] : []),
  ];
}

/** Some acts stay open to review for a while because the statute says so; who relies on one must read that first. */
const vorbehalt = ({ monate, norm, text }: NonNullable<Leistung["vorbehalt"]>): Block[] => [
  { art: "ueberschrift", text: "Vorbehalt der Nachprüfung", ebene: 1 },
  { art: "absatz", text: `${text} Der Vorbehalt gilt ${monate === 1 ? "einen Monat" : `${monate} Monate`} (${norm}).` },
];

const betraege = ({ titel, kopf, zeilen }: Betragstafel): Block => ({
  art: "tabelle",
  titel,
  kopf,
  zeilen: zeilen.map(({ wofuer, betragCent, norm }) => [norm ? `${wofuer} (${norm})` : wofuer, formatiereEuro(betragCent)]),
  ausrichtung: ["links", "rechts"],
});

// Two columns, not three: origin and norm stand behind what they explain, and setting the letter takes a third of the time.
const tatsachen = (liste: readonly Tatsache[], bescheinigt: boolean): Block => ({
  art: "tabelle",
  titel: bescheinigt ? "Angaben" : "Davon sind wir ausgegangen",
  kopf: ["Tatsache und Quelle", "Wert"],
  zeilen: liste.map(({ text, wert, herkunft }) => [`${text} (${quelle(herkunft)})`, wert]),
});
const quelle = ({ quelle: von, stand }: Tatsache["herkunft"]) => (stand ? `${von}, ${formatiereDatum(stand.slice(0, 10))}` : von);

const rechenwege = (entscheidung: Entscheidung): Block[] =>
  entscheidung.rechnung.map(({ von, bis, schritte }) => ({
    art: "tabelle",
    titel: `So haben wir gerechnet: ${formatiereZeitraum(von, bis)}`,
    kopf: ["Schritt und Norm", "Betrag"],
    // A deduction of nothing is no step.
    zeilen: schritte
      .filter(({ betragCent }) => betragCent !== 0)
      .map(({ text, norm, betragCent }) => [`${text} (${norm})`, formatiereEuro(betragCent)]),
    ausrichtung: ["links", "rechts"],
  }));

const ZEILEN = 6;
const ZEICHEN_JE_ZEILE = 85;
/** As many as fit on six lines; all of them stand on the status page. A letter that nobody reads to its end explains nothing. */
function aenderungen(umstaende: readonly Umstand[]): Block[] {
  const punkte: string[] = [];
  let zeilen = 0;
  for (const { text } of umstaende) {
    zeilen += Math.ceil(text.length / ZEICHEN_JE_ZEILE);
    if (zeilen > ZEILEN) break;
    punkte.push(text);
  }
  if (punkte.length === 0) return [];
  return [
    { art: "ueberschrift", text: "Was das Ergebnis ändern würde", ebene: 2 },
    { art: "liste", punkte },
  ];
}

const automatikhinweis = ({ automatiknorm: norm, leistung: { automatik } }: Bescheidfall): Block => ({
  art: "absatz",
  text: `Dieser Bescheid wurde automatisch erlassen (${norm ?? (automatik.erlaubt === true ? automatik.norm : "")}). Wenn Sie meinen, dass ein Umstand Ihres Falles nicht berücksichtigt ist, schreiben Sie uns: Dann prüft ein Mensch.`,
});
