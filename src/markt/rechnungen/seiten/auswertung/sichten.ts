import { dayOf } from "#clock";
import type { Tx } from "#db";
import { formatiereEuro } from "#geld";
import { formatiereMonat, plusMonate, tageZwischen } from "#kalender";
import {
  listeAbweisungen,
  listeAltersstruktur,
  listeDurchlauf,
  listeSkonto,
  listeSkontobilanz,
  zaehleStufen,
} from "../../sichten/store.ts";
import { filterVon, phasenworte, tage } from "../worte.ts";
import { ausgebliebene, fremde } from "./luecken.ts";
import { type Auswertung, euro, MEISTE, type Sichtwunsch, tag, type Zelle, zahl } from "./zellen.ts";

/** In the picture; the table has all. */
const IM_BILD = 12;
const anzahl = (n: number) => (n === 1 ? "1 Rechnung" : `${n} Rechnungen`);
const seit = ({ heute, monate }: Sichtwunsch) => plusMonate(heute, -monate);
const prozent = (teil: number, ganzes: number) => Math.round((teil * 1000) / Math.max(1, ganzes)) / 10;
const alsProzent = (wert: number) => `${String(wert).replace(".", ",")} %`;

async function tafel(tx: Tx, { aemter, heute }: Sichtwunsch): Promise<Auswertung> {
  const reihenfolge = Object.keys(phasenworte);
  const stufen = (await zaehleStufen(tx, aemter)).toSorted((a, b) => reihenfolge.indexOf(a.phase) - reihenfolge.indexOf(b.phase));
  return {
    frage: "Wo stehen unsere Rechnungen?",
    leer: "Es sind noch keine Rechnungen eingegangen.",
    spalten: [
      { name: "stufe", titel: "Stufe" },
      { name: "anzahl", titel: "Anzahl", zahl: true },
      { name: "summe", titel: "Summe", zahl: true },
      { name: "aelteste", titel: "Älteste seit", zahl: true },
    ],
    zeilen: stufen.map(({ phase, anzahl: n, summeCent, aeltesteVom }) => ({
      stufe: {
        text: phasenworte[phase].text,
        mass: reihenfolge.indexOf(phase),
        href: `/amt/rechnungen?filter=${filterVon(phase)}`,
      },
      anzahl: zahl(n),
      summe: euro(summeCent),
      aelteste: { text: tage(Math.max(0, tageZwischen(dayOf(aeltesteVom), heute))), mass: -aeltesteVom.getTime() },
    })),
    bild: {
      titel: "Rechnungen je Stufe",
      balken: stufen.map(({ phase, anzahl: n, summeCent }) => ({
        name: phasenworte[phase].text,
        werte: [{ wert: n, text: `${n} (${formatiereEuro(summeCent)})`, art: "eins" }],
      })),
    },
  };
}

const klassen = {
  nichtFaellig: "noch nicht fällig",
  bis7: "1 bis 7 Tage überfällig",
  bis30: "8 bis 30 Tage überfällig",
  bis60: "31 bis 60 Tage überfällig",
  ueber60: "mehr als 60 Tage überfällig",
} as const;

async function alter(tx: Tx, { aemter, heute }: Sichtwunsch): Promise<Auswertung> {
  const zeilen = await listeAltersstruktur(tx, heute, aemter);
  const reihenfolge = Object.keys(klassen);
  return {
    frage: "Was ist offen, und seit wann überfällig?",
    leer: "Es ist nichts offen.",
    spalten: [
      { name: "klasse", titel: "Fälligkeit" },
      { name: "anzahl", titel: "Anzahl", zahl: true },
      { name: "summe", titel: "Summe", zahl: true },
    ],
    zeilen: zeilen.map(({ klasse, anzahl: n, summeCent }) => ({
      klasse: { text: klassen[klasse], mass: reihenfolge.indexOf(klasse) },
      anzahl: zahl(n),
      summe: euro(summeCent),
    })),
    bild: {
      titel: "Offene Beträge nach Fälligkeit",
      balken: zeilen.map(({ klasse, anzahl: n, summeCent }) => ({
        name: klassen[klasse],
        werte: [
          {
            wert: Math.max(0, summeCent),
            text: `${formatiereEuro(summeCent)}, ${n}`,
            art: klasse === "nichtFaellig" ? "eins" : "zwei",
          },
        ],
      })),
    },
  };
}

async function skonto(tx: Tx, { aemter, heute }: Sichtwunsch): Promise<Auswertung> {
  const zeilen = await listeSkonto(tx, heute, aemter, MEISTE);
  const fristen = zeilen.flatMap((zeile) => {
    const [erste] = zeile.stand.zahlung?.skonto ?? [];
    return erste ? [{ zeile, erste }] : [];
  });
  return {
    frage: "Wo ist noch Skonto zu holen?",
    leer: "Gerade läuft keine Skontofrist.",
    spalten: [
      { name: "rechnung", titel: "Rechnung" },
      { name: "skonto", titel: "Skonto", zahl: true },
      { name: "bis", titel: "Bis" },
      { name: "rest", titel: "Noch", zahl: true },
      { name: "betrag", titel: "Betrag", zahl: true },
      { name: "stand", titel: "Stand" },
    ],
    zeilen: fristen.map(({ zeile, erste }) => ({
      rechnung: {
        text: `${zeile.stand.kopf?.lieferant.name}, ${zeile.stand.kopf?.rechnungsnummer}`,
        mass: zeile.stand.kopf?.lieferant.name ?? "",
        href: `/amt/rechnungen/${zeile.id}`,
      },
      skonto: euro(erste.ersparnisCent),
      bis: tag(erste.bis),
      rest: { text: tage(tageZwischen(heute, erste.bis)), mass: -tageZwischen(heute, erste.bis) },
      betrag: euro(zeile.stand.kopf?.zahlbarCent ?? 0),
      stand: { text: phasenworte[zeile.stand.phase].text },
    })),
    bild: {
      titel: "Euro, die auf dem Spiel stehen",
      balken: fristen.slice(0, IM_BILD).map(({ zeile, erste }) => ({
        name: `${zeile.stand.kopf?.lieferant.name}`,
        werte: [
          {
            wert: erste.ersparnisCent,
            text: `${formatiereEuro(erste.ersparnisCent)}, ${tage(tageZwischen(heute, erste.bis))}`,
            art: "eins",
          },
        ],
      })),
    },
  };
}

async function skontobilanz(tx: Tx, wunsch: Sichtwunsch): Promise<Auswertung> {
  const monate = await listeSkontobilanz(tx, seit(wunsch), wunsch.aemter);
  return {
    frage: "Wie viel Skonto haben wir gewonnen und verloren?",
    leer: "In diesem Zeitraum wurde über kein Skonto entschieden.",
    spalten: [
      { name: "monat", titel: "Monat" },
      { name: "gewonnen", titel: "Gewonnen", zahl: true },
      { name: "verloren", titel: "Verloren", zahl: true },
      { name: "quote", titel: "Anteil gewonnen", zahl: true },
    ],
    zeilen: monate.map(({ monat, gewonnenCent, verlorenCent }) => {
      const quote = prozent(gewonnenCent, gewonnenCent + verlorenCent);
      return {
        monat: { text: formatiereMonat(monat), roh: monat, mass: monat },
        gewonnen: euro(gewonnenCent),
        verloren: euro(verlorenCent),
        quote: { text: alsProzent(quote), mass: quote },
      };
    }),
    bild: {
      titel: "Skonto gewonnen und verloren, je Monat",
      balken: monate.map(({ monat, gewonnenCent, verlorenCent }) => ({
        name: formatiereMonat(monat),
        werte: [
          { wert: gewonnenCent, text: `${formatiereEuro(gewonnenCent)} gewonnen`, art: "gut" },
          { wert: verlorenCent, text: `${formatiereEuro(verlorenCent)} verloren`, art: "zwei" },
        ],
      })),
    },
  };
}

async function abweisungen(tx: Tx, wunsch: Sichtwunsch): Promise<Auswertung> {
  const zeilen = await listeAbweisungen(tx, seit(wunsch), wunsch.aemter, MEISTE);
  return {
    frage: "Wessen Rechnungen weisen wir am häufigsten ab?",
    leer: "In diesem Zeitraum wurde keine Rechnung abgewiesen.",
    spalten: [
      { name: "name", titel: "Lieferant" },
      { name: "abgewiesen", titel: "Abgewiesen", zahl: true },
      { name: "eingegangen", titel: "Eingegangen", zahl: true },
      { name: "quote", titel: "Anteil", zahl: true },
    ],
    zeilen: zeilen.map(({ name, lieferant, abgewiesen, eingegangen }) => {
      const quote = prozent(abgewiesen, eingegangen);
      const titel = name ?? lieferant;
      return {
        name: { text: titel, mass: titel, href: `/amt/rechnungen?${new URLSearchParams({ filter: "alle", suche: titel })}` },
        abgewiesen: zahl(abgewiesen),
        eingegangen: zahl(eingegangen),
        quote: { text: alsProzent(quote), mass: quote },
      };
    }),
    bild: {
      titel: "Abgewiesene Rechnungen je Lieferant",
      balken: zeilen.slice(0, IM_BILD).map(({ name, lieferant, abgewiesen, eingegangen }) => ({
        name: name ?? lieferant,
        werte: [{ wert: abgewiesen, text: `${abgewiesen} von ${eingegangen}`, art: "zwei" }],
      })),
    },
    hinweis: "Ein Lieferant mit vielen Abweisungen braucht meist einen Anruf: Oft fehlt seiner Software eine Einstellung.",
  };
}

const marken: Record<string, string> = {
  festgestellt: "bis festgestellt",
  angeordnet: "bis angeordnet",
  quittiert: "bis angenommen",
  bezahlt: "bis bezahlt",
};
const dauer = (stunden: number): string => {
  if (stunden < 1) return `${Math.round(stunden * 60)} Min.`;
  return stunden < 48
    ? `${Math.round(stunden * 10) / 10} Std.`.replace(".", ",").replace("Std,", "Std.")
    : tage(Math.round(stunden / 24));
};

async function durchlauf(tx: Tx, wunsch: Sichtwunsch): Promise<Auswertung> {
  const reihenfolge = Object.keys(marken);
  const zeilen = (await listeDurchlauf(tx, seit(wunsch), wunsch.aemter)).toSorted(
    (a, b) => reihenfolge.indexOf(a.von) - reihenfolge.indexOf(b.von),
  );
  const stunden = (wert: number): Zelle => ({
    text: dauer(wert),
    roh: (Math.round(wert * 10) / 10).toFixed(1).replace(".", ","),
    mass: wert,
  });
  return {
    frage: "Wie lange braucht eine Rechnung bei uns?",
    leer: "In diesem Zeitraum ist noch keine Rechnung so weit gekommen.",
    spalten: [
      { name: "marke", titel: "Vom Eingang" },
      { name: "anzahl", titel: "Anzahl", zahl: true },
      { name: "median", titel: "Die Hälfte in", zahl: true },
      { name: "p90", titel: "Neun von zehn in", zahl: true },
    ],
    zeilen: zeilen.map(({ von, anzahl: n, medianStunden, p90Stunden }) => ({
      marke: { text: marken[von] ?? von, mass: reihenfolge.indexOf(von) },
      anzahl: zahl(n),
      median: stunden(medianStunden),
      p90: stunden(p90Stunden),
    })),
    bild: {
      titel: "Zeit vom Eingang bis zu jeder Marke",
      balken: zeilen.map(({ von, medianStunden, p90Stunden, anzahl: n }) => ({
        name: `${marken[von] ?? von} (${anzahl(n)})`,
        werte: [
          { wert: medianStunden, text: `die Hälfte in ${dauer(medianStunden)}`, art: "eins" },
          { wert: p90Stunden, text: `neun von zehn in ${dauer(p90Stunden)}`, art: "gut" },
        ],
      })),
    },
  };
}

/** The views of the finance department, by the last part of their address. */
export const sichten = {
  tafel: { titel: "Stufen", zeitraum: false, lies: tafel },
  alter: { titel: "Fälligkeit", zeitraum: false, lies: alter },
  skonto: { titel: "Skonto in Gefahr", zeitraum: false, lies: skonto },
  skontobilanz: { titel: "Skonto gewonnen, verloren", zeitraum: true, lies: skontobilanz },
  abweisungen: { titel: "Abweisungen", zeitraum: true, lies: abweisungen },
  durchlauf: { titel: "Durchlauf", zeitraum: true, lies: durchlauf },
  ausgeblieben: { titel: "Ausgebliebene", zeitraum: false, lies: ausgebliebene },
  fremde: { titel: "Unbekannte Zahlungen", zeitraum: false, lies: fremde },
} as const;
export type Sicht = keyof typeof sichten;

/** By a column, numbers downwards and words upwards, as each is looked for. */
export function sortiere({ zeilen, spalten }: Auswertung, name: string): readonly Readonly<Record<string, Zelle>>[] {
  const spalte = spalten.find((each) => each.name === name);
  if (!spalte) return zeilen;
  const mass = (zeile: Readonly<Record<string, Zelle>>) => zeile[name]?.mass ?? zeile[name]?.text ?? "";
  return zeilen.toSorted((a, b) => {
    const [links, rechts] = [mass(a), mass(b)];
    return typeof links === "number" && typeof rechts === "number" && spalte.zahl
      ? rechts - links
      : typeof links === "number" && typeof rechts === "number"
        ? links - rechts
        : String(links).localeCompare(String(rechts), "de");
  });
}
