import { type Block, type Dauernormen, formatiereZeitraum } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum, formatiereMonat, type IsoDatum, type Monat } from "#kalender";
import { type Bescheidfall, begruendendeTeile } from "./bescheidtext.ts";
import { rechtsbehelfsbelehrung } from "./rechtsbehelf.ts";

/** Months in a row with the same amounts before and after, Lebensmonate by their days. `vorherCent` null: nothing was decided for them yet. */
export type Vergleichszeile = { von: Monat | IsoDatum; bis: Monat | IsoDatum; vorherCent: number | null; nachherCent: number };

/** What is taken back, with what justifies it. */
export type Rueckforderung = { betragCent: number; monate: readonly (Monat | IsoDatum)[]; norm: string; wer: string };

/** Everything that the notice of a change says. */
export type Aenderungsfall = Bescheidfall & {
  /** Aktenzeichen of the running benefit. */
  bezugszeichen: string;
  ab: IsoDatum;
  /** What happened, as a sentence. */
  anlass: string;
  /** The benefit ends; the change is a benefit's end in the notice as well. */
  endet: boolean;
  /** Nothing is paid from then on. */
  aufgehoben: boolean;
  vergleich: readonly Vergleichszeile[];
  nachzahlungCent: number;
  rueckforderung: Rueckforderung | undefined;
  normen: Dauernormen;
  /** Why nobody was heard, where somebody loses by it; and that somebody was. */
  anhoerung: { noetig: false; norm: string } | { noetig: true } | undefined;
};

/** The body of the notice of a change: what changes from when, before and after, why, what is to be given back, what can be done. */
export function aenderungsInhalt(fall: Aenderungsfall): Block[] {
  const { leistung, entscheidung, rueckforderung } = fall;
  const zahltWeiter = (fall.vergleich.at(-1)?.nachherCent ?? 0) > 0;
  return [
    { art: "absatz", text: `zu Ihrem Aktenzeichen ${fall.bezugszeichen} entscheiden wir neu.` },
    { art: "hervorgehoben", titel: "Unsere Entscheidung", text: tenor(fall) },
    ...(fall.vergleich.length > 0 ? [vergleichstafel(fall.vergleich)] : []),
    { art: "ueberschrift", text: "Begründung", ebene: 1 },
    { art: "absatz", text: `${fall.anlass} Rechtsgrundlage der Änderung: ${aenderungsnorm(fall)}.` },
    ...(entscheidung.gruende.length > 0
      ? [
          { art: "absatz", text: `Rechtsgrundlage der Leistung: ${leistung.bescheid.grundlage}. Maßgeblich ist:` } as const,
          { art: "liste", punkte: entscheidung.gruende.map(({ text, norm }) => `${text} (${norm})`) } as const,
        ]
      : []),
    ...(fall.begruendung && !rueckforderung ? [{ art: "absatz", text: fall.begruendung } as const] : []),
    ...anhoerungssatz(fall),
    ...(rueckforderung ? erstattung(fall, rueckforderung) : []),
    ...begruendendeTeile(fall, zahltWeiter),
    ...(zahltWeiter ? leistung.bescheid.hinweise : []),
    ...rechtsbehelfsbelehrung(fall.mandant, leistung.amt, leistung.schluessel),
    ...(fall.automatisch ? [automatik(fall)] : []),
  ];
}

function tenor({
  leistung,
  vergleich,
  endet,
  aufgehoben,
  ab,
  nachzahlungCent,
  rueckforderung,
  antworten,
}: Aenderungsfall): string {
  const was = leistung.bescheid.betreff(antworten);
  const bezahlte = vergleich.filter(({ nachherCent }) => nachherCent > 0);
  const saetze: string[] = [];
  if (endet) saetze.push(`${was}: Die Leistung endet am ${formatiereDatum(ab)}.`);
  else if (aufgehoben || (vergleich.at(-1)?.vorherCent === null && bezahlte.length === 0))
    saetze.push(`${was}: Die Leistung wird ab ${formatiereDatum(ab)} aufgehoben und nicht weiter gezahlt.`);
  else if (bezahlte.length === 1 && bezahlte[0])
    saetze.push(
      istMonat(bezahlte[0].von)
        ? `${was}: Ab ${formatiereMonat(bezahlte[0].von)} werden monatlich ${formatiereEuro(bezahlte[0].nachherCent, "kurz")} gezahlt.`
        : `${was}: Ab dem ${formatiereDatum(bezahlte[0].von)} werden ${formatiereEuro(bezahlte[0].nachherCent, "kurz")} für jeden Lebensmonat gezahlt.`,
    );
  else if (bezahlte.length > 1) saetze.push(`${was}: Gezahlt wird ab ${formatiereDatum(ab)} in der unten genannten Höhe.`);
  const vorbehalt = leistung.bescheid.vorbehalt?.(antworten);
  if (vorbehalt && bezahlte.length > 0) saetze.push(vorbehalt);
  if (nachzahlungCent > 0) saetze.push(`Für zurückliegende Monate zahlen wir ${formatiereEuro(nachzahlungCent)} nach.`);
  if (rueckforderung) saetze.push(`Zu viel gezahlte ${formatiereEuro(rueckforderung.betragCent)} sind zu erstatten.`);
  return saetze.join(" ");
}

const istMonat = (tag: Monat | IsoDatum): boolean => tag.length === "yyyy-mm".length;

/** What the act rests on, by what it does: new months are a grant, an end is spent by itself, more is in favour, less is for the future. */
function aenderungsnorm({ leistung, vergleich, endet, normen, rueckforderung }: Aenderungsfall): string {
  if (endet) return normen.erledigt;
  if (rueckforderung) return normen.vergangenheit;
  const weniger = vergleich.some(({ vorherCent, nachherCent }) => vorherCent !== null && nachherCent < vorherCent);
  if (weniger) return normen.zukunft;
  return vergleich.some(({ vorherCent, nachherCent }) => vorherCent !== null && nachherCent > vorherCent)
    ? normen.zugunsten
    : leistung.bescheid.grundlage;
}

function anhoerungssatz({ anhoerung }: Aenderungsfall): Block[] {
  if (!anhoerung) return [];
  return [
    {
      art: "absatz",
      text: anhoerung.noetig
        ? "Sie hatten vorher Gelegenheit, sich zu äußern."
        : `Eine vorherige Anhörung war nicht nötig (${anhoerung.norm}).`,
    },
  ];
}

function erstattung({ begruendung }: Aenderungsfall, { betragCent, monate, norm, wer }: Rueckforderung): Block[] {
  const erster = monate[0] ?? "";
  const letzter = monate.at(-1) ?? erster;
  return [
    { art: "ueberschrift", text: "Erstattung", ebene: 1 },
    {
      art: "absatz",
      text: `Für ${formatiereZeitraum(erster, letzter)} wurden ${formatiereEuro(betragCent)} gezahlt, auf die kein Anspruch bestand. ${wer} Rechtsgrundlage: ${norm}.`,
    },
    ...(begruendung ? [{ art: "absatz", text: begruendung } as const] : []),
    {
      art: "absatz",
      text: "Bitte warten Sie mit der Zahlung: Sobald dieser Bescheid endgültig ist, bekommen Sie eine Zahlungsaufforderung der Kasse. Legen Sie rechtzeitig Widerspruch oder Klage ein, müssen Sie bis zur Entscheidung darüber nichts zahlen. Können Sie den Betrag nicht auf einmal zahlen, rufen Sie uns bitte an: Raten sind möglich.",
    },
  ];
}

/** Before and after. */
export const vergleichstafel = (zeilen: readonly Vergleichszeile[]): Block => ({
  art: "tabelle",
  titel: zeilen[0] && !istMonat(zeilen[0].von) ? "Bisher und neu, je Lebensmonat" : "Bisher und neu, im Monat",
  kopf: ["Zeitraum", "Bisher", "Neu"],
  zeilen: zeilen.map(({ von, bis, vorherCent, nachherCent }) => [
    formatiereZeitraum(von, bis),
    vorherCent === null ? (istMonat(von) ? "noch offen" : "nicht beantragt") : formatiereEuro(vorherCent),
    formatiereEuro(nachherCent),
  ]),
  ausrichtung: ["links", "rechts", "rechts"],
});

const automatik = ({ automatiknorm }: Aenderungsfall): Block => ({
  art: "absatz",
  text: `Dieser Bescheid wurde automatisch erlassen (${automatiknorm ?? ""}). Wenn Sie meinen, dass ein Umstand Ihres Falles nicht berücksichtigt ist, schreiben Sie uns: Dann prüft ein Mensch.`,
});
