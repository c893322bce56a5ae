import type { Tx } from "#db";
import { formatiereIban } from "#geld";
import { formatiereDatum } from "#kalender";
import { listeAusgebliebene } from "../../sichten/ausgebliebene.ts";
import { listeFremdeZahlungen } from "../../uebergabe/store.ts";
import { type Auswertung, euro, MEISTE, type Sichtwunsch, tag } from "./zellen.ts";

/** Rents, power, leases: what was expected and has not come. Nobody misses an invoice by themselves. */
export async function ausgebliebene(tx: Tx, { aemter, heute }: Sichtwunsch): Promise<Auswertung> {
  const zeilen = (await listeAusgebliebene(tx, heute)).filter(({ amt }) => aemter === null || aemter.includes(amt));
  return {
    frage: "Welche erwarteten Rechnungen sind nicht gekommen?",
    leer: "Jede erwartete Rechnung ist gekommen.",
    spalten: [
      { name: "wofuer", titel: "Wofür" },
      { name: "zeitraum", titel: "Zeitraum" },
      { name: "amt", titel: "Amt" },
      { name: "erwartet", titel: "Erwartet", zahl: true },
    ],
    zeilen: zeilen.map(({ bezeichnung, amt, von, bis, erwartetCent }) => ({
      wofuer: { text: bezeichnung },
      zeitraum: { text: `${formatiereDatum(von)} bis ${formatiereDatum(bis)}`, mass: von },
      amt: { text: amt },
      erwartet: euro(erwartetCent),
    })),
    bild: undefined,
  };
}

/** Money that left without an order of ours: for whoever sees the whole house, because nobody knows whose it is. */
export async function fremde(tx: Tx, { aemter }: Sichtwunsch): Promise<Auswertung> {
  const zeilen = aemter === null ? await listeFremdeZahlungen(tx, MEISTE) : [];
  return {
    frage: "Welche Zahlungen kennen wir nicht?",
    leer:
      aemter === null
        ? "Jede gemeldete Zahlung gehört zu einer Anordnung."
        : "Eine Zahlung ohne Anordnung gehört noch keinem Amt. Diese Liste sieht nur, wer alle Ämter sieht.",
    spalten: [
      { name: "beleg", titel: "Beleg" },
      { name: "am", titel: "Bezahlt am" },
      { name: "betrag", titel: "Betrag", zahl: true },
      { name: "iban", titel: "An" },
      { name: "verwendung", titel: "Verwendung" },
      { name: "passt", titel: "Passt vielleicht zu" },
    ],
    zeilen: zeilen.map(({ beleg, am, betragCent, iban, verwendung, rechnungId, eingangsnummer }) => ({
      beleg: { text: beleg },
      am: tag(am),
      betrag: euro(betragCent),
      iban: { text: formatiereIban(iban) },
      verwendung: { text: verwendung },
      passt: rechnungId ? { text: eingangsnummer ?? "", href: `/amt/rechnungen/${rechnungId}` } : { text: "" },
    })),
    bild: undefined,
    hinweis:
      "Gehört eine davon zu einer Rechnung, vermerken Sie dort „Auf anderem Weg bezahlt“, damit nicht zweimal gezahlt wird. Auch was anders bezahlt wurde als angeordnet, steht hier, bis es bei der Rechnung geklärt ist.",
  };
}
