import { formatiereDatum, formatiereMonat, type IsoDatum, type Monat } from "#kalender";
import type { Entscheidung } from "./entscheidung.ts";

/** What is paid, or what is owed, as lines to show; the same in the notice, to the person and at the workplace. */
export type Betragstafel = {
  art: "wirZahlen" | "zuZahlen";
  titel: string;
  /** What stands above the lines and above the amounts. */
  kopf: readonly [string, string];
  /** Whether each amount is one of every month. */
  imMonat: boolean;
  zeilen: { wofuer: string; betragCent: number; norm?: string }[];
};

/** One table of what we pay, one of what the person owes; none where there is neither. */
export function betragstafeln(entscheidung: Entscheidung): Betragstafel[] {
  const { abschnitte, zeitraeume = [], forderungen = [], rechtsnatur } = entscheidung;
  // A hint pays nothing, and often it is another authority that would.
  const titel = rechtsnatur === "hinweis" ? "So viel könnte es sein" : "So viel zahlen wir";
  const monate = abschnitte.map(({ von, bis, betragCent }) => ({ wofuer: formatiereZeitraum(von, bis), betragCent }));
  const tage = zeitraeume.map(({ von, bis, name, betragCent }) => ({
    wofuer: `${name} (${formatiereZeitraum(von, bis)})`,
    betragCent,
  }));
  const geschuldet = forderungen.map(({ titel, norm, betragCent, von, bis }) => ({
    wofuer: von && bis ? `${titel} (${formatiereZeitraum(von, bis)})` : titel,
    betragCent,
    norm,
  }));
  const tafeln: Betragstafel[] = [
    { art: "wirZahlen", titel, kopf: ["Zeitraum", "Betrag im Monat"], imMonat: true, zeilen: monate },
    { art: "wirZahlen", titel, kopf: ["Lebensmonat", "Betrag"], imMonat: false, zeilen: tage },
    { art: "zuZahlen", titel: "So viel ist zu zahlen", kopf: ["Wofür", "Betrag"], imMonat: false, zeilen: geschuldet },
  ];
  return tafeln.filter(({ zeilen }) => zeilen.length > 0);
}

/** Whether the rules have worked out something that a person could grant: an amount to pay, or all conditions of what has none. */
export function istBewilligbar({ ergebnis = "monatlich", abschnitte, zeitraeume = [], vorschlag }: Entscheidung): boolean {
  if (ergebnis === "einmalig" || ergebnis === "jaehrlich") return vorschlag === "bewilligt";
  return [...abschnitte, ...zeitraeume].some(({ betragCent }) => betragCent > 0);
}

/** Months (`yyyy-mm`) or days (`yyyy-mm-dd`), as people write them. */
export function formatiereZeitraum(von: Monat | IsoDatum, bis: Monat | IsoDatum): string {
  const zeige = (each: string) => (each.length === "yyyy-mm".length ? formatiereMonat(each) : formatiereDatum(each));
  return von === bis ? zeige(von) : `${zeige(von)} bis ${zeige(bis)}`;
}

/** The result in one word, as the person reads it. */
export function ergebniswort(
  entscheidung: Pick<Entscheidung, "art" | "vorschlag" | "rechtsnatur">,
  worte: { bewilligt: string; abgelehnt: string } | undefined,
): string {
  const art = entscheidung.art === "vonHand" ? entscheidung.vorschlag : entscheidung.art;
  if (!art) return "Noch offen";
  const ueblich =
    entscheidung.rechtsnatur === "bescheinigung"
      ? { bewilligt: "Ausgestellt", abgelehnt: "Abgelehnt" }
      : { bewilligt: "Bewilligt", abgelehnt: "Abgelehnt" };
  return (worte ?? ueblich)[art];
}
