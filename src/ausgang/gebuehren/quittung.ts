import { type Briefsatz, createBriefsatz } from "#bescheide";
import { dayOf } from "#clock";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { getLeistung } from "#leistungen";
import type { Mandant } from "#tenants";
import type { Ereignis } from "./contract.ts";
import { formatiereKassenzeichen } from "./kassenzeichen.ts";
import { erstattungswege, zahlwege } from "./seiten/worte.tsx";
import type { Sollzeile } from "./store.ts";

export type Bewegung = { am: string; text: string; betragCent: number };

/** Money that came and went, in the order of the log; amounts that went are negative. */
export function bewegungen(zeile: Sollzeile, ereignisse: readonly Ereignis[]): Bewegung[] {
  return ereignisse.flatMap(({ art, daten, zeitpunkt }): Bewegung[] => {
    if (art === "bezahlt") {
      const womit = daten.mittel ? `${zahlwege[daten.weg]} (${daten.mittel})` : zahlwege[daten.weg];
      return [{ am: daten.am, text: `Bezahlt, ${womit}`, betragCent: daten.betragCent }];
    }
    if (art === "klaerungErledigt" && daten.verbucht) {
      const geklaert = zeile.stand.zahlungen.find(({ zahlungId }) => zahlungId === daten.zahlungId)?.abweichung;
      return geklaert ? [{ am: geklaert.am, text: "Bezahlt, online", betragCent: geklaert.betragCent }] : [];
    }
    if (art !== "erstattet") return [];
    const erstattung = zeile.stand.erstattungen.find(({ erstattungId }) => erstattungId === daten.erstattungId);
    if (!erstattung) return [];
    const am = dayOf(zeitpunkt);
    return [{ am, text: `Erstattet, ${erstattungswege[erstattung.weg]}`, betragCent: -erstattung.betragCent }];
  });
}

let briefsatz: Briefsatz | undefined;

/** The receipt: a letter over what the log says. The same log gives the same bytes. */
export function setzeQuittung(mandant: Mandant, zeile: Sollzeile, ereignisse: readonly Ereignis[]): Promise<Buffer> {
  briefsatz ??= createBriefsatz();
  const liste = bewegungen(zeile, ereignisse);
  const datum =
    liste
      .map(({ am }) => am)
      .sort()
      .at(-1) ?? zeile.faelligAm;
  const summe = liste.reduce((bisher, { betragCent }) => bisher + betragCent, 0);
  return briefsatz.setze(
    {
      mandant,
      amt: getLeistung(zeile.leistung).amt,
      empfaenger: [zeile.schuldner],
      aktenzeichen: zeile.aktenzeichen,
      datum,
      betreff: `Quittung zum Kassenzeichen ${formatiereKassenzeichen(zeile.kassenzeichen)}`,
      anrede: `Guten Tag ${zeile.schuldner},`,
      inhalt: [
        {
          art: "absatz",
          text: `wir bestätigen, dass wir zu „${zeile.bezeichnung}“ insgesamt ${formatiereEuro(summe)} erhalten haben.`,
        },
        {
          art: "tabelle",
          titel: "Zu zahlen war",
          kopf: ["Wofür", "Betrag"],
          zeilen: zeile.posten.map(({ titel, norm, betragCent }) => [`${titel} (${norm})`, formatiereEuro(betragCent)]),
          ausrichtung: ["links", "rechts"],
        },
        {
          art: "tabelle",
          titel: "Zahlungen",
          kopf: ["Tag und Weg", "Betrag"],
          zeilen: [
            ...liste.map(({ am, text, betragCent }) => [`${formatiereDatum(am)}: ${text}`, formatiereEuro(betragCent)]),
            ["Summe", formatiereEuro(summe)],
          ],
          ausrichtung: ["links", "rechts"],
        },
        ...(zeile.offenCent > 0
          ? [
              {
                art: "absatz",
                text: `Noch offen sind ${formatiereEuro(zeile.offenCent)}, zu zahlen bis ${formatiereDatum(zeile.faelligAm)}.`,
              } as const,
            ]
          : []),
      ],
      unterschrift: "Diese Quittung wurde elektronisch erstellt und ist ohne Unterschrift gültig.",
    },
    new Date(`${datum}T00:00:00Z`),
  );
}
