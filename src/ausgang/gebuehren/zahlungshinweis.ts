import type { Briefblock } from "#bescheide";
import { formatiereEuro, formatiereIban, girocode } from "#geld";
import { formatiereDatum } from "#kalender";
import type { Mandant } from "#tenants";
import type { Sollstellung } from "./contract.ts";
import { formatiereKassenzeichen } from "./kassenzeichen.ts";
import { regelnFuer } from "./regeln.ts";

/** The text in the GiroCode of a Sollstellung; `betragCent` where less than the whole is open. */
export const girocodeFuer = (mandant: Mandant, soll: Sollstellung, betragCent = soll.betragCent): string =>
  girocode({
    empfaenger: mandant.name.slice(0, 70),
    iban: mandant.einstellungen.bank.iban,
    betragCent,
    verwendungszweck: formatiereKassenzeichen(soll.kassenzeichen),
  });

export const ueberweisungsangaben = (mandant: Mandant, soll: Sollstellung, betragCent = soll.betragCent) =>
  [
    ["Empfänger", mandant.name],
    ["IBAN", formatiereIban(mandant.einstellungen.bank.iban)],
    ["Bank", mandant.einstellungen.bank.name],
    ["Betrag", formatiereEuro(betragCent)],
    ["Kassenzeichen", formatiereKassenzeichen(soll.kassenzeichen)],
    ["Zu zahlen bis", formatiereDatum(soll.faelligAm)],
  ] as const;

/** What a notice says about paying: until when, how, and a GiroCode for each due day. Nothing where nothing is owed. */
export function zahlungshinweis(mandant: Mandant, amt: string, sollstellungen: readonly Sollstellung[]): Briefblock[] {
  if (sollstellungen.length === 0) return [];
  const stelle = mandant.einstellungen.aemter[amt];
  const online = regelnFuer(mandant).onlinezahlung && sollstellungen.every(({ person }) => person !== null);
  const wege = [
    "Überweisen Sie den Betrag. Geben Sie als Verwendungszweck nur das Kassenzeichen an. Mit der App Ihrer Bank können Sie den GiroCode abfotografieren.",
    ...(online
      ? ["Oder bezahlen Sie online: Melden Sie sich bei uns an und öffnen Sie „Mein Bereich“, dann „Gebühren und Abgaben“."]
      : []),
    `Oder bezahlen Sie bar oder mit Karte am Schalter: ${stelle?.name ?? mandant.name}${stelle ? `, ${stelle.anschrift}` : ""}. Bringen Sie diesen Brief mit.`,
  ];
  return [
    { art: "ueberschrift", text: "So bezahlen Sie", ebene: 1 },
    { art: "liste", punkte: wege },
    ...sollstellungen.map(
      (soll): Briefblock => ({
        art: "girocode",
        code: girocodeFuer(mandant, soll),
        angaben: ueberweisungsangaben(mandant, soll),
      }),
    ),
  ];
}
