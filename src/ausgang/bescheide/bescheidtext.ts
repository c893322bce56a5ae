import type { Antworten, Block, Entscheidung, Leistung, Tatsache } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum, formatiereMonat, type IsoDatum } from "#kalender";
import type { Mandant } from "#tenants";
import { rechtsbehelfsbelehrung } from "./rechtsbehelf.ts";

export type Bescheidfall = {
  mandant: Mandant;
  leistung: Leistung;
  antworten: Antworten;
  eingegangenAm: IsoDatum;
  entscheidung: Entscheidung;
  /** Words of the person who decided; none where the decision was automatic. */
  begruendung?: string;
  automatisch: boolean;
};

/** The body of a notice: operative part, amounts, reasons with norms, facts with origin, calculation, duties, remedies (§ 35 SGB X, § 9 Abs. 2 UhVorschG). */
export function bescheidInhalt(fall: Bescheidfall): Block[] {
  const { leistung, entscheidung, antworten } = fall;
  const bewilligt = entscheidung.art === "bewilligt";
  return [
    { art: "absatz", text: leistung.bescheid.einleitung(antworten, fall.eingegangenAm) },
    { art: "hervorgehoben", titel: "Unsere Entscheidung", text: leistung.bescheid.tenor(entscheidung, antworten) },
    ...(bewilligt ? [betraege(entscheidung)] : []),
    { art: "ueberschrift", text: "Begründung", ebene: 1 },
    { art: "absatz", text: `Rechtsgrundlage ist das ${leistung.bescheid.grundlage}. Maßgeblich war:` },
    { art: "liste", punkte: entscheidung.gruende.map((grund) => `${grund.text} (${grund.norm})`) },
    ...(fall.begruendung ? [{ art: "absatz", text: fall.begruendung } as const] : []),
    ...(entscheidung.tatsachen.length > 0 ? [tatsachen(entscheidung.tatsachen)] : []),
    ...(bewilligt ? rechenwege(entscheidung) : []),
    ...(bewilligt ? leistung.bescheid.hinweise : []),
    ...rechtsbehelfsbelehrung(fall.mandant, leistung.amt, leistung.schluessel),
    ...(fall.automatisch ? [automatikhinweis(leistung)] : []),
  ];
}

const zeitraum = (von: string, bis: string) =>
  von === bis ? formatiereMonat(von) : `${formatiereMonat(von)} bis ${formatiereMonat(bis)}`;

const betraege = (entscheidung: Entscheidung): Block => ({
  art: "tabelle",
  titel: "So viel zahlen wir",
  kopf: ["Zeitraum", "Betrag im Monat"],
  zeilen: entscheidung.abschnitte.map(({ von, bis, betragCent }) => [zeitraum(von, bis), formatiereEuro(betragCent)]),
  ausrichtung: ["links", "rechts"],
});

// Two columns, not three: origin and norm stand behind what they explain, and setting the letter takes a third of the time.
const tatsachen = (liste: readonly Tatsache[]): Block => ({
  art: "tabelle",
  titel: "Davon sind wir ausgegangen",
  kopf: ["Tatsache und Quelle", "Wert"],
  zeilen: liste.map(({ text, wert, herkunft }) => [`${text} (${quelle(herkunft)})`, wert]),
});
const quelle = ({ quelle: von, stand }: Tatsache["herkunft"]) => (stand ? `${von}, ${formatiereDatum(stand.slice(0, 10))}` : von);

const rechenwege = (entscheidung: Entscheidung): Block[] =>
  entscheidung.rechnung.map(({ von, bis, schritte }) => ({
    art: "tabelle",
    titel: `So haben wir gerechnet: ${zeitraum(von, bis)}`,
    kopf: ["Schritt und Norm", "Betrag"],
    // A deduction of nothing is no step.
    zeilen: schritte
      .filter(({ betragCent }) => betragCent !== 0)
      .map(({ text, norm, betragCent }) => [`${text} (${norm})`, formatiereEuro(betragCent)]),
    ausrichtung: ["links", "rechts"],
  }));

const automatikhinweis = (leistung: Leistung): Block => ({
  art: "absatz",
  text: `Dieser Bescheid wurde automatisch erlassen (${leistung.automatik.erlaubt ? leistung.automatik.norm : ""}). Wenn Sie meinen, dass ein Umstand Ihres Falles nicht berücksichtigt ist, schreiben Sie uns: Dann prüft ein Mensch.`,
});
