import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { pruefeIban } from "#geld";

/** An order as this finance system understands it. */
export type Auftrag = {
  id: string;
  mandant: string;
  art: string;
  iban: string;
  zahlbetragCent: number;
  zahlbarAm: string;
  verwendung: string;
  anteileCent: number;
  betragCent: number;
};
export type Meldung =
  | { satz: "quittung"; mandant: string; auftrag: string; beleg: string }
  | { satz: "ablehnung"; mandant: string; auftrag: string; grund: string }
  | {
      satz: "zahlung";
      mandant: string;
      auftrag: string;
      beleg: string;
      iban: string;
      betragCent: number;
      am: string;
      verwendung: string;
    };

type Satz =
  | { auftrag: Auftrag; antwort: Exclude<Meldung, { satz: "zahlung" }> }
  | { zahlung: Extract<Meldung, { satz: "zahlung" }> };

export type Finanzbuch = {
  /** The same id gives the same answer, and is booked once, however often it comes; another order under it is refused. */
  nimm(auftrag: Auftrag): Exclude<Meldung, { satz: "zahlung" }>;
  /** Pays what is booked and not paid, on the day it is due; or something that nobody ordered. */
  zahle(mandant: string): number;
  zahleFremd(mandant: string, zahlung: { iban: string; betragCent: number; am: string; verwendung: string }): void;
  meldungen(mandant: string, ab: number): Meldung[];
  auftraege(mandant: string): Auftrag[];
  schliesse(): void;
};

/** @param daten folder in which the book survives a restart */
export function createFinanzbuch(daten: string | undefined): Finanzbuch {
  const datei = daten && join(daten, "finanzverfahren", "buch.jsonl");
  const gebucht = new Map<string, { auftrag: Auftrag; antwort: Exclude<Meldung, { satz: "zahlung" }> }>();
  const bezahlt = new Set<string>();
  const meldungen: Meldung[] = [];
  const merke = (satz: Satz) => {
    if ("zahlung" in satz) {
      meldungen.push(satz.zahlung);
      bezahlt.add(satz.zahlung.auftrag);
    } else {
      gebucht.set(satz.auftrag.id, satz);
      meldungen.push(satz.antwort);
    }
  };
  for (const satz of datei ? lies(datei) : []) merke(satz);
  if (daten) mkdirSync(join(daten, "finanzverfahren"), { recursive: true });
  const griff = datei ? openSync(datei, "a") : undefined;
  // Written before it is told. Led by a line end, so that half a line of an earlier, killed run spoils only itself.
  const schreibe = (satz: Satz) => {
    if (griff !== undefined) writeSync(griff, `\n${JSON.stringify(satz)}`);
    merke(satz);
  };
  let fremde = 0;
  return {
    nimm(auftrag) {
      const { id, mandant } = auftrag;
      const bekannt = gebucht.get(id);
      if (bekannt)
        return JSON.stringify(bekannt.auftrag) === JSON.stringify(auftrag)
          ? bekannt.antwort
          : { satz: "ablehnung", mandant, auftrag: id, grund: "Unter dieser Auftragsnummer ist schon etwas anderes gebucht." };
      const iban = auftrag.iban === "" ? undefined : pruefeIban(auftrag.iban);
      const grund =
        iban?.art === "mangel"
          ? iban.text
          : auftrag.anteileCent !== auftrag.betragCent
            ? "Die Anteile ergeben nicht den Betrag."
            : auftrag.zahlbetragCent <= 0
              ? "Der Zahlbetrag ist nicht größer als null."
              : undefined;
      const antwort = grund
        ? ({ satz: "ablehnung", mandant, auftrag: id, grund } as const)
        : ({ satz: "quittung", mandant, auftrag: id, beleg: `F-${String(gebucht.size + 1).padStart(8, "0")}` } as const);
      schreibe({ auftrag, antwort });
      return antwort;
    },
    zahle(mandant) {
      const offene = [...gebucht.values()].filter(
        ({ auftrag, antwort }) => auftrag.mandant === mandant && antwort.satz === "quittung" && !bezahlt.has(auftrag.id),
      );
      for (const { auftrag, antwort } of offene) {
        if (antwort.satz !== "quittung") continue;
        const { id, iban, zahlbetragCent: betragCent, zahlbarAm: am, verwendung } = auftrag;
        schreibe({
          zahlung: {
            satz: "zahlung",
            mandant,
            auftrag: id,
            beleg: `Z${antwort.beleg.slice(1)}`,
            iban,
            betragCent,
            am,
            verwendung,
          },
        });
      }
      return offene.length;
    },
    zahleFremd(mandant, zahlung) {
      schreibe({
        zahlung: {
          satz: "zahlung",
          mandant,
          auftrag: "",
          beleg: `X-${String(meldungen.length + ++fremde).padStart(8, "0")}`,
          ...zahlung,
        },
      });
    },
    meldungen: (mandant, ab) => meldungen.filter((meldung) => meldung.mandant === mandant).slice(ab, ab + 500),
    auftraege: (mandant) =>
      [...gebucht.values()].filter(({ auftrag }) => auftrag.mandant === mandant).map(({ auftrag }) => auftrag),
    schliesse() {
      if (griff !== undefined) closeSync(griff);
    },
  };
}

function lies(datei: string): Satz[] {
  let text: string;
  try {
    text = readFileSync(datei, "utf8");
  } catch (fehler) {
    if ((fehler as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw fehler;
  }
  return text.split("\n").flatMap((zeile) => {
    try {
      return [JSON.parse(zeile) as Satz];
    } catch {
      return [];
    }
  });
}
