import { leseEuro } from "#geld";
import type { Kontierung } from "../../schritte.ts";

type Felder = Readonly<Record<string, string>>;
export type Anteil = { kostenstelle: string; sachkonto: string; betrag: string };
export type Aufteilung = {
  anteile: Anteil[];
  /** What is found right; undefined where the entry is no amount. */
  betragCent: number | undefined;
  kontierung: Kontierung[];
  summeCent: number;
  /** What the shares lack (or, below zero, have too much). */
  restCent: number;
  fehler: Record<string, string>;
};

export const HOECHSTENS = 20;
export const euroText = (cent: number): string => {
  const [ganz, teil] = [Math.floor(cent / 100), String(cent % 100).padStart(2, "0")];
  return `${String(ganz).replace(/\B(?=(\d{3})+$)/g, ".")},${teil}`;
};

/** The shares that a form starts with: what order or contract say, else one line for the whole. */
export const anfangsfelder = (vorschlag: readonly Kontierung[], zahlbarCent: number): Record<string, string> => ({
  betrag: euroText(zahlbarCent),
  zeilen: String(Math.max(2, vorschlag.length + 1)),
  ...Object.fromEntries(
    vorschlag.flatMap(({ kostenstelle, sachkonto, betragCent }, stelle) => [
      [`kostenstelle.${stelle}`, kostenstelle],
      [`sachkonto.${stelle}`, sachkonto ?? ""],
      [`anteil.${stelle}`, euroText(betragCent)],
    ]),
  ),
});

/**
 * Reads the split over cost centres as a person typed it. One line without an amount takes what is left: whoever splits a bill in three types
 * two figures and needs no calculator. Lines that are wholly empty are none.
 */
export function liesAufteilung(felder: Felder): Aufteilung {
  const zeilen = Math.min(HOECHSTENS, Math.max(1, Number.parseInt(felder.zeilen ?? "1", 10) || 1));
  const anteile = Array.from({ length: zeilen }, (_, stelle) => ({
    kostenstelle: (felder[`kostenstelle.${stelle}`] ?? "").trim(),
    sachkonto: (felder[`sachkonto.${stelle}`] ?? "").trim().slice(0, 40),
    betrag: (felder[`anteil.${stelle}`] ?? "").trim(),
  }));
  const fehler: Record<string, string> = {};
  const gelesen = leseEuro(felder.betrag ?? "");
  const betragCent = gelesen !== undefined && gelesen > 0 ? gelesen : undefined;
  if (betragCent === undefined) fehler.betrag = "Bitte geben Sie einen Betrag über null an, zum Beispiel 1.234,56.";
  const gelesene: { stelle: number; cent: number | undefined }[] = [];
  for (const [stelle, { kostenstelle, sachkonto, betrag }] of anteile.entries()) {
    if (kostenstelle === "" && betrag === "" && sachkonto === "") continue;
    if (kostenstelle === "") fehler[`kostenstelle.${stelle}`] = `Bitte wählen Sie für Anteil ${stelle + 1} eine Kostenstelle.`;
    const cent = betrag === "" ? undefined : leseEuro(betrag);
    if (betrag === "" || (cent !== undefined && cent > 0)) gelesene.push({ stelle, cent });
    else fehler[`anteil.${stelle}`] = `Anteil ${stelle + 1}: „${betrag}“ ist kein Betrag über null.`;
  }
  const rest = (betragCent ?? 0) - gelesene.reduce((summe, { cent = 0 }) => summe + cent, 0);
  const [offen, ...weitere] = gelesene.filter(({ cent }) => cent === undefined);
  for (const { stelle } of weitere)
    fehler[`anteil.${stelle}`] = "Nur ein Anteil kann den Rest bekommen. Bitte tragen Sie hier einen Betrag ein.";
  if (offen && Object.keys(fehler).length === 0) {
    if (rest <= 0) fehler[`anteil.${offen.stelle}`] = "Für diesen Anteil bleibt nichts übrig.";
    else {
      offen.cent = rest;
      const anteil = anteile[offen.stelle];
      if (anteil) anteil.betrag = euroText(rest);
    }
  }
  const kontierung = gelesene.flatMap(({ stelle, cent }): Kontierung[] => {
    const { kostenstelle = "", sachkonto = "" } = anteile[stelle] ?? {};
    return cent === undefined ? [] : [{ kostenstelle, ...(sachkonto && { sachkonto }), betragCent: cent }];
  });
  const summeCent = kontierung.reduce((summe, { betragCent: cent }) => summe + cent, 0);
  return { anteile, betragCent, kontierung, summeCent, restCent: (betragCent ?? 0) - summeCent, fehler };
}
