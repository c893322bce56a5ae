import { formatiereEuro, formatiereIban } from "#geld";
import { formatiereDatum } from "#kalender";
import type { Akteur, Schritt } from "../../schritte.ts";
import { kanalworte } from "../worte.ts";

export type Verlaufszeile = { nummer: number; titel: string; text: string; wer: string; wann: Date };

export const nenneAkteur = (akteur: Akteur): string =>
  akteur.art === "amt" ? akteur.name || akteur.kennung : akteur.art === "lieferant" ? "Lieferant" : "automatisch";

const fuer = (wen: string | null) => (wen ? `in Vertretung für ${wen}` : "");
const quellen = { leitwegId: "Leitweg-ID", bestellung: "Bestellung", vertrag: "Vertrag", person: "Entscheidung" } as const;

/** A step in the words of the office; `aemter` gives the names of offices. */
export function erzaehle(schritt: Schritt, aemter: Readonly<Record<string, { name: string }>>): Verlaufszeile {
  const [titel, text] =
    schritt.daten === null ? [schritt.art, "Inhalt gelöscht nach Ablauf der Aufbewahrung."] : worte(schritt, aemter);
  return { nummer: schritt.nummer, titel, text, wer: nenneAkteur(schritt.akteur), wann: schritt.zeitpunkt };
}

function worte(schritt: Schritt, aemter: Readonly<Record<string, { name: string }>>): [string, string] {
  if (schritt.daten === null) return [schritt.art, ""];
  switch (schritt.art) {
    case "eingegangen":
      return [
        "Eingegangen",
        [kanalworte[schritt.daten.kanal], schritt.daten.absender, schritt.daten.dateiname].filter(Boolean).join(", "),
      ];
    case "gescannt":
      return ["Scan angelegt", schritt.daten.werkzeug ? `vorgelesen von ${schritt.daten.werkzeug}` : ""];
    case "erfasst":
      return [
        "Vom Papier erfasst",
        `Rechnung ${schritt.daten.kopf.rechnungsnummer}, ${formatiereEuro(schritt.daten.kopf.zahlbarCent)}`,
      ];
    case "geprueft":
      return [
        schritt.daten.gueltig ? "Formal in Ordnung" : "Formal fehlerhaft",
        `${schritt.daten.fehler.length} Fehler, ${schritt.daten.warnungen.length} Warnungen (${schritt.daten.szenario ?? schritt.daten.format})`,
      ];
    case "abgewiesen":
      return ["Abgewiesen", `${schritt.daten.text}${schritt.daten.an ? ` Mitgeteilt an ${schritt.daten.an}.` : ""}`];
    case "zugeordnet":
      return ["Zugeordnet", `${aemter[schritt.daten.amt]?.name ?? schritt.daten.amt}, über ${quellen[schritt.daten.ueber]}`];
    case "unzustellbar":
      return ["Zuständigkeit unklar", schritt.daten.grund];
    case "weitergeleitet":
      return ["Weitergeleitet", schritt.daten.mandant];
    case "dublettenGeprueft":
      return ["Keine Dublette gefunden", `mit ${schritt.daten.verglichen} früheren Rechnungen verglichen`];
    case "dubletteErkannt":
      return ["Mögliche Dublette", `zu ${schritt.daten.eingangsnummer}: ${schritt.daten.gruende.join(", ")}`];
    case "dubletteVerneint":
      return ["Keine Dublette", schritt.daten.begruendung];
    case "dubletteBestaetigt":
      return ["Als Dublette erledigt", ""];
    case "kreditorGefunden":
      return ["Kreditor erkannt", `${schritt.daten.nummer} ${schritt.daten.name}, über ${schritt.daten.ueber.join(", ")}`];
    case "kreditorUnklar":
      return ["Kreditor unklar", schritt.daten.grund];
    case "kreditorZugewiesen":
      return ["Kreditor gewählt", `${schritt.daten.nummer} ${schritt.daten.name}`];
    case "ibanGeaendert":
      return ["Neue IBAN erkannt", formatiereIban(schritt.daten.neu)];
    case "ibanGeprueft":
      return ["Neue IBAN geprüft (erste Person)", schritt.daten.nachweis];
    case "ibanFreigegeben":
      return ["Neue IBAN freigegeben (zweite Person)", formatiereIban(schritt.daten.iban)];
    case "ibanAbgelehnt":
      return ["Neue IBAN abgelehnt", schritt.daten.grund];
    case "abgeglichen": {
      const gegen = schritt.daten.gegen.map(({ nummer }) => nummer).join(", ");
      const anzahl = schritt.daten.abweichungen.length;
      const womit = gegen ? `mit ${gegen}` : "ohne Bestellung";
      return [
        "Abgeglichen",
        `${womit}, ${anzahl === 0 ? "keine Abweichung" : anzahl === 1 ? "eine Abweichung" : `${anzahl} Abweichungen`}`,
      ];
    }
    case "terminiert":
      return ["Fristen berechnet", `fällig am ${formatiereDatum(schritt.daten.faelligAm)}`];
    case "zugewiesen":
      return schritt.daten.an ? ["Übernommen", schritt.daten.name ?? schritt.daten.an] : ["Zurück in den Eingang gelegt", ""];
    case "festgestellt":
      return [
        "Sachlich und rechnerisch richtig",
        [
          formatiereEuro(schritt.daten.betragCent),
          schritt.daten.gekuerztCent > 0 ? `gekürzt um ${formatiereEuro(schritt.daten.gekuerztCent)}` : "",
          schritt.daten.kontierung
            .map(({ kostenstelle, betragCent }) => `${kostenstelle}: ${formatiereEuro(betragCent)}`)
            .join(", "),
          schritt.daten.grund ?? "",
        ]
          .filter(Boolean)
          .join("; "),
      ];
    case "zurueckgegeben":
      return ["Zurückgegeben", schritt.daten.grund];
    case "freigabeErbeten":
      return ["Um die Anordnung gebeten", `${schritt.daten.name}, per E-Mail`];
    case "mitgezeichnet":
      return [
        "Erste Unterschrift",
        [formatiereEuro(schritt.daten.betragCent), fuer(schritt.daten.fuer)].filter(Boolean).join(", "),
      ];
    case "angeordnet":
      return [
        "Zahlung angeordnet",
        [
          formatiereEuro(schritt.daten.betragCent),
          fuer(schritt.daten.fuer),
          schritt.daten.weg === "link" ? "über den Link in der E-Mail" : "",
        ]
          .filter(Boolean)
          .join(", "),
      ];
    case "uebergeben":
      return [
        "An das Finanzverfahren übergeben",
        `${formatiereEuro(schritt.daten.zahlbetragCent)}, zahlbar am ${formatiereDatum(schritt.daten.zahlbarAm)}${schritt.daten.skontoCent > 0 ? `, Skonto ${formatiereEuro(schritt.daten.skontoCent)}` : ""}`,
      ];
    case "quittiert":
      return ["Vom Finanzverfahren angenommen", `Beleg ${schritt.daten.beleg}`];
    case "uebergabeAbgelehnt":
      return ["Vom Finanzverfahren abgelehnt", schritt.daten.grund];
    case "bezahlt":
      return [
        "Bezahlt",
        `${formatiereEuro(schritt.daten.betragCent)} am ${formatiereDatum(schritt.daten.am)}, Beleg ${schritt.daten.beleg}`,
      ];
    case "skontoGewarnt":
      return ["Skonto läuft ab", `${formatiereEuro(schritt.daten.ersparnisCent)} bis ${formatiereDatum(schritt.daten.bis)}`];
    case "skontoVerfallen":
      return ["Skonto verloren", formatiereEuro(schritt.daten.verlorenCent)];
    case "skontoGewonnen":
      return ["Skonto gewonnen", formatiereEuro(schritt.daten.ersparnisCent)];
    case "inhaltGeloescht":
      return ["Inhalt gelöscht", "nach Ablauf der Aufbewahrung"];
    case "kommentiert":
      return ["Kommentar", schritt.daten.text];
  }
}
