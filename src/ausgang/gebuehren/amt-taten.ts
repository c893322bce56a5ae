import { z } from "zod";
import type { Recht } from "#auth";
import { leseEuro } from "#geld";
import { Problem } from "#http";
import { leseDatum } from "#kalender";
import type { Gebuehren } from "./gebuehren.ts";
import type { Tat, Tatergebnis } from "./verbuche-zahlung.ts";

type Felder = Readonly<Record<string, string>>;
/** What a clerk can do with a claim: the right it needs, what is wrong with the form, and the act. */
export type Amtstat = {
  recht: Recht["art"];
  pruefe(felder: Felder): Record<string, string>;
  tu(gebuehren: Gebuehren, tat: Tat, felder: Felder): Promise<Tatergebnis>;
};

const BETRAG = "Bitte geben Sie einen Betrag über null an, zum Beispiel 12,50.";
const betragAus = (eingabe: string | undefined): number | undefined => {
  const cent = leseEuro(eingabe ?? "");
  return cent !== undefined && cent > 0 ? cent : undefined;
};
const pflicht = (felder: Felder, feld: string, text: string) => ((felder[feld] ?? "").trim() ? {} : { [feld]: text });
const text = (felder: Felder, feld: string) => (felder[feld] ?? "").trim().slice(0, 500);
/** An id that the page itself put into the form. */
export function idAus(felder: Felder, feld: string): string {
  const id = z.uuid().safeParse(felder[feld]).data;
  if (!id) throw new Problem(400, "Ungültige Anfrage", "Bitte laden Sie die Seite neu und senden Sie das Formular noch einmal.");
  return id;
}
const nichts = () => ({});
const ratenAus = (eingabe: string | undefined) => z.coerce.number().int().min(2).max(36).safeParse(eingabe).data;

function wohin(wahl: string) {
  if (wahl === "ueberweisung" || wahl === "bar") return { weg: wahl } as const;
  const zahlungId = z.uuid().safeParse(wahl).data;
  return zahlungId === undefined ? undefined : ({ weg: "anbieter", zahlungId } as const);
}

export const amtstaten: Readonly<Record<string, Amtstat>> = {
  annehmen: {
    recht: "gebuehr.annehmen",
    pruefe: (felder) => ({
      ...(betragAus(felder.betrag) === undefined && { betrag: BETRAG }),
      ...(felder.weg !== "bar" && felder.weg !== "karte" && { weg: "Bitte wählen Sie, ob bar oder mit Karte bezahlt wird." }),
    }),
    tu: (gebuehren, tat, felder) =>
      gebuehren.verbucheAmSchalter(tat, {
        weg: felder.weg === "karte" ? "karte" : "bar",
        betragCent: betragAus(felder.betrag) ?? 0,
        referenz: text(felder, "beleg"),
      }),
  },
  erstatten: {
    recht: "gebuehr.erstatten",
    pruefe: (felder) => ({
      ...(betragAus(felder.erstattung) === undefined && { erstattung: BETRAG }),
      ...(!wohin(felder.wohin ?? "") && { wohin: "Bitte wählen Sie, auf welchem Weg das Geld zurückgeht." }),
      ...(felder.wohin === "ueberweisung" && pflicht(felder, "iban", "Bitte geben Sie die IBAN an, auf die überwiesen wird.")),
      ...pflicht(felder, "grund", "Bitte schreiben Sie, warum erstattet wird."),
    }),
    tu: (gebuehren, tat, felder) => {
      const weg = wohin(felder.wohin ?? "");
      if (!weg) throw new Error("checked before");
      const iban = weg.weg === "ueberweisung" ? { iban: text(felder, "iban").replace(/\s/g, "").toUpperCase() } : {};
      const betragCent = betragAus(felder.erstattung) ?? 0;
      return gebuehren.ordneErstattungAn(tat, { ...weg, ...iban, betragCent, grund: text(felder, "grund") });
    },
  },
  freigeben: {
    recht: "gebuehr.freigeben",
    pruefe: nichts,
    tu: (gebuehren, tat, felder) =>
      felder.entscheid === "ja"
        ? gebuehren.gibErstattungFrei(tat, idAus(felder, "erstattungId"))
        : gebuehren.lehneErstattungAb(tat, idAus(felder, "erstattungId"), `Abgelehnt von ${tat.von.name}`),
  },
  nochmals: {
    recht: "gebuehr.erstatten",
    pruefe: nichts,
    async tu(gebuehren, tat, felder) {
      await gebuehren.stosseErstattungAn(tat.mandantId, tat.sollstellungId, idAus(felder, "erstattungId"));
      return { art: "erledigt", neu: true };
    },
  },
  klaeren: {
    recht: "gebuehr.erstatten",
    pruefe: (felder) => pflicht(felder, "klaerungsgrund", "Bitte schreiben Sie, was Sie festgestellt haben."),
    tu: (gebuehren, tat, felder) =>
      gebuehren.loeseKlaerung(tat, {
        zahlungId: idAus(felder, "zahlungId"),
        verbucht: felder.entscheid === "ja",
        grund: text(felder, "klaerungsgrund"),
      }),
  },
  stornieren: {
    recht: "gebuehr.erstatten",
    pruefe: (felder) => pflicht(felder, "stornogrund", "Bitte schreiben Sie, warum nichts mehr zu zahlen ist."),
    tu: (gebuehren, tat, felder) => gebuehren.storniere(tat, text(felder, "stornogrund")),
  },
  raten: {
    recht: "gebuehr.erstatten",
    pruefe: (felder) => ({
      ...(ratenAus(felder.anzahl) === undefined && { anzahl: "Bitte geben Sie 2 bis 36 Raten an." }),
      ...(leseDatum(felder.erste ?? "") === undefined && {
        erste: "Bitte geben Sie den Tag der ersten Rate an, zum Beispiel 15.1.2027.",
      }),
      ...pflicht(felder, "ratengrund", "Bitte schreiben Sie, warum Raten bewilligt werden."),
    }),
    tu: (gebuehren, tat, felder) =>
      gebuehren.gewaehreRaten(tat, {
        anzahl: ratenAus(felder.anzahl) ?? 2,
        erste: leseDatum(felder.erste ?? "") ?? "",
        grund: text(felder, "ratengrund"),
      }),
  },
  "raten-beenden": {
    recht: "gebuehr.erstatten",
    pruefe: (felder) => pflicht(felder, "endegrund", "Bitte schreiben Sie, warum die Ratenzahlung endet."),
    tu: (gebuehren, tat, felder) => gebuehren.beendeRaten(tat, text(felder, "endegrund")),
  },
  "storno-freigeben": {
    recht: "gebuehr.freigeben",
    pruefe: nichts,
    tu: (gebuehren, tat, felder) =>
      felder.entscheid === "ja"
        ? gebuehren.gibStornoFrei(tat, idAus(felder, "stornoId"))
        : gebuehren.lehneStornoAb(tat, idAus(felder, "stornoId"), `Abgelehnt von ${tat.von.name}`),
  },
};
