import { dayOf } from "#clock";
import type { Ereignis, Erstattungsweg, NeuesEreignis } from "./contract.ts";
import { folgeRaten, type Ratenplan, zuZahlenCent } from "./raten.ts";

export type Zahlungszustand = "begonnen" | "angelegt" | "gescheitert" | "bezahlt" | "abweichend" | "verworfen";
/** A payment through the provider, under our id. */
export type Onlinezahlung = {
  zahlungId: string;
  betragCent: number;
  zustand: Zahlungszustand;
  rueckkehr: string;
  /** Instant at which it was begun. */
  seit: string;
  weiterUrl?: string;
  /** What of it can still be paid back through the provider. */
  restCent: number;
  /** What the provider says where it differs from what we asked for. */
  abweichung?: { betragCent: number; waehrung: string; referenz: string; am: string };
};
export type Erstattung = {
  erstattungId: string;
  betragCent: number;
  weg: Erstattungsweg;
  grund: string;
  zustand: "wartetAufFreigabe" | "angeordnet" | "erstattet" | "gescheitert" | "abgelehnt";
  /** Who ordered it; somebody else must release it. */
  von: string;
  zahlungId?: string;
  iban?: string;
};
export type Zustand =
  | "offen"
  | "zahlungLaeuft"
  | "teilbezahlt"
  | "bezahlt"
  | "ueberzahlt"
  | "zuKlaeren"
  | "erstattet"
  | "storniert";

/** The folded state of a Sollstellung. Cents. */
export type Sollstand = {
  sollCent: number;
  bezahltCent: number;
  erstattetCent: number;
  zahlungen: Onlinezahlung[];
  erstattungen: Erstattung[];
  storniert: boolean;
  /** A waiver that waits for a second person. */
  storno?: { stornoId: string; grund: string; von: string };
  gemahntAm?: string;
  /** Part of `sollCent`. */
  zuschlag?: { cent: number; monate: number; norm: string };
  ratenplan?: Ratenplan;
};

export const nettoCent = (stand: Sollstand): number => stand.bezahltCent - stand.erstattetCent;
export const offenCent = (stand: Sollstand): number => Math.max(0, stand.sollCent - nettoCent(stand));
export const ueberzahltCent = (stand: Sollstand): number => Math.max(0, nettoCent(stand) - stand.sollCent);
export const laufendeZahlung = (stand: Sollstand): Onlinezahlung | undefined =>
  stand.zahlungen.find(({ zustand }) => zustand === "begonnen" || zustand === "angelegt");
const laufendeErstattung = ({ zustand }: Erstattung) => zustand === "wartetAufFreigabe" || zustand === "angeordnet";
/** Whether a second person must release something. */
export const wartetAufFreigabe = (stand: Sollstand): boolean =>
  stand.storno !== undefined || stand.erstattungen.some(({ zustand }) => zustand === "wartetAufFreigabe");
/** What may still be ordered back: money that is here and that no other order has claimed. */
export const erstattbarCent = (stand: Sollstand): number =>
  nettoCent(stand) - stand.erstattungen.filter(laufendeErstattung).reduce((summe, { betragCent }) => summe + betragCent, 0);

export function zustandAus(stand: Sollstand): Zustand {
  if (stand.zahlungen.some(({ zustand }) => zustand === "abweichend")) return "zuKlaeren";
  if (ueberzahltCent(stand) > 0) return "ueberzahlt";
  if (offenCent(stand) > 0) return laufendeZahlung(stand) ? "zahlungLaeuft" : nettoCent(stand) > 0 ? "teilbezahlt" : "offen";
  if (nettoCent(stand) > 0) return "bezahlt";
  return stand.storniert ? "storniert" : "erstattet";
}

const zahlungMit = (stand: Sollstand, zahlungId: string, aenderung: Partial<Onlinezahlung>): Sollstand => ({
  ...stand,
  zahlungen: stand.zahlungen.map((each) => (each.zahlungId === zahlungId ? { ...each, ...aenderung } : each)),
});
const erstattungMit = (stand: Sollstand, erstattungId: string, zustand: Erstattung["zustand"]): Sollstand => ({
  ...stand,
  erstattungen: stand.erstattungen.map((each) => (each.erstattungId === erstattungId ? { ...each, zustand } : each)),
});

/** One event further, or undefined where it may not follow: then nothing is written, and the caller says why. */
export function folge(stand: Sollstand | undefined, ereignis: NeuesEreignis | Ereignis): Sollstand | undefined {
  if (ereignis.art === "eroeffnet")
    return stand
      ? undefined
      : {
          sollCent: ereignis.daten.betragCent,
          bezahltCent: 0,
          erstattetCent: 0,
          zahlungen: [],
          erstattungen: [],
          storniert: false,
        };
  if (!stand) return undefined;
  const bezug = ereignis.daten as { zahlungId?: string; erstattungId?: string };
  const zahlung = stand.zahlungen.find(({ zahlungId }) => zahlungId === bezug.zahlungId);
  const erstattung = stand.erstattungen.find(({ erstattungId }) => erstattungId === bezug.erstattungId);
  switch (ereignis.art) {
    case "zahlungBegonnen": {
      const { zahlungId, betragCent, rueckkehr } = ereignis.daten;
      // One at a time, and over the whole of what can be paid now: two pages side by side must not take the money twice.
      if (laufendeZahlung(stand) || betragCent !== zuZahlenCent(stand) || betragCent === 0 || zahlung) return undefined;
      const seit = ereignis.zeitpunkt.toISOString();
      const neu = { zahlungId, betragCent, rueckkehr, seit, zustand: "begonnen", restCent: 0 } as const;
      return { ...stand, zahlungen: [...stand.zahlungen, neu] };
    }
    case "zahlungAngelegt":
      if (zahlung?.zustand !== "begonnen") return undefined;
      return zahlungMit(stand, zahlung.zahlungId, { zustand: "angelegt", weiterUrl: ereignis.daten.weiterUrl });
    case "zahlungGescheitert":
      if (!zahlung || !["begonnen", "angelegt"].includes(zahlung.zustand)) return undefined;
      return zahlungMit(stand, zahlung.zahlungId, { zustand: "gescheitert" });
    case "bezahlt": {
      const { betragCent } = ereignis.daten;
      const mehr = { ...stand, bezahltCent: stand.bezahltCent + betragCent };
      if (ereignis.daten.zahlungId === undefined) return mehr;
      // Also after we gave it up: money that arrived is here, whatever we believed.
      if (!zahlung || ["bezahlt", "abweichend", "verworfen"].includes(zahlung.zustand)) return undefined;
      return zahlungMit(mehr, zahlung.zahlungId, { zustand: "bezahlt", restCent: betragCent });
    }
    case "abweichung": {
      if (!zahlung || ["bezahlt", "abweichend", "verworfen"].includes(zahlung.zustand)) return undefined;
      const { zahlungId, ...abweichung } = ereignis.daten;
      return zahlungMit(stand, zahlungId, { zustand: "abweichend", abweichung });
    }
    case "klaerungErledigt": {
      if (zahlung?.zustand !== "abweichend" || !zahlung.abweichung) return undefined;
      const { betragCent, waehrung } = zahlung.abweichung;
      if (!ereignis.daten.verbucht) return zahlungMit(stand, zahlung.zahlungId, { zustand: "verworfen" });
      if (waehrung !== "EUR" || betragCent <= 0) return undefined;
      const mehr = { ...stand, bezahltCent: stand.bezahltCent + betragCent };
      return zahlungMit(mehr, zahlung.zahlungId, { zustand: "bezahlt", restCent: betragCent });
    }
    case "erstattungAngeordnet": {
      const { zweite, zahlungId, iban, ...rest } = ereignis.daten;
      if (erstattung || rest.betragCent > erstattbarCent(stand)) return undefined;
      if ((rest.weg === "anbieter") !== (zahlungId !== undefined)) return undefined;
      if (zahlungId !== undefined && (!zahlung || zahlung.restCent < rest.betragCent)) return undefined;
      const neu: Erstattung = {
        ...rest,
        zustand: zweite ? "wartetAufFreigabe" : "angeordnet",
        von: kennungVon(ereignis),
        ...(zahlungId !== undefined && { zahlungId }),
        ...(iban !== undefined && { iban }),
      };
      const mit = { ...stand, erstattungen: [...stand.erstattungen, neu] };
      return zahlung ? zahlungMit(mit, zahlung.zahlungId, { restCent: zahlung.restCent - rest.betragCent }) : mit;
    }
    case "erstattungFreigegeben":
      if (erstattung?.zustand !== "wartetAufFreigabe") return undefined;
      if (ereignis.akteur.art !== "amt" || ereignis.akteur.kennung === erstattung.von) return undefined;
      return erstattungMit(stand, erstattung.erstattungId, "angeordnet");
    case "erstattungAbgelehnt":
      if (erstattung?.zustand !== "wartetAufFreigabe") return undefined;
      return gibReserveFrei(erstattungMit(stand, erstattung.erstattungId, "abgelehnt"), erstattung);
    case "erstattungGescheitert":
      if (erstattung?.zustand !== "angeordnet") return undefined;
      return gibReserveFrei(erstattungMit(stand, erstattung.erstattungId, "gescheitert"), erstattung);
    case "erstattet": {
      if (erstattung?.zustand !== "angeordnet") return undefined;
      // What goes back beyond an overpayment is no longer owed: a refund must not leave a debt behind.
      const erlass = Math.max(0, erstattung.betragCent - ueberzahltCent(stand));
      return erstattungMit(
        { ...stand, erstattetCent: stand.erstattetCent + erstattung.betragCent, sollCent: Math.max(0, stand.sollCent - erlass) },
        erstattung.erstattungId,
        "erstattet",
      );
    }
    case "storniert":
      // A payment under way is awaited first: the person may be paying at this very moment.
      return storniere(stand);
    case "stornoAngeordnet": {
      if (stand.storniert || stand.storno) return undefined;
      return { ...stand, storno: { ...ereignis.daten, von: kennungVon(ereignis) } };
    }
    case "stornoFreigegeben": {
      const zweite = ereignis.akteur.art === "amt" && ereignis.akteur.kennung !== stand.storno?.von;
      return zweite && stand.storno?.stornoId === ereignis.daten.stornoId ? storniere(stand) : undefined;
    }
    case "stornoAbgelehnt":
      return stand.storno?.stornoId === ereignis.daten.stornoId ? ohneStorno(stand) : undefined;
    case "saeumniszuschlag": {
      const { betragCent, monate, norm } = ereignis.daten;
      const cent = (stand.zuschlag?.cent ?? 0) + betragCent;
      if (stand.storniert || stand.ratenplan || betragCent === 0 || cent < 0 || stand.sollCent + betragCent < 0) return undefined;
      return { ...stand, sollCent: stand.sollCent + betragCent, zuschlag: { cent, monate, norm } };
    }
    case "ratenGewaehrt":
    case "rateGemahnt":
    case "ratenBeendet":
      return folgeRaten(stand, ereignis);
    case "gemahnt":
      return offenCent(stand) > 0 ? { ...stand, gemahntAm: dayOf(ereignis.zeitpunkt) } : undefined;
  }
}

const kennungVon = ({ akteur }: NeuesEreignis | Ereignis): string => (akteur.art === "amt" ? akteur.kennung : akteur.art);
function ohneStorno(stand: Sollstand): Sollstand {
  const { storno: _, ...ohne } = stand;
  return ohne;
}
const storniere = (stand: Sollstand): Sollstand | undefined =>
  stand.storniert || laufendeZahlung(stand) ? undefined : { ...ohneStorno(stand), sollCent: 0, storniert: true };

function gibReserveFrei(stand: Sollstand, erstattung: Erstattung): Sollstand {
  const zahlung = stand.zahlungen.find(({ zahlungId }) => zahlungId === erstattung.zahlungId);
  return zahlung ? zahlungMit(stand, zahlung.zahlungId, { restCent: zahlung.restCent + erstattung.betragCent }) : stand;
}

/** The state of a whole log. @throws where it holds an event that could not follow: such a log was not written by us */
export function sollstandAus(ereignisse: readonly Ereignis[]): Sollstand {
  const stand = ereignisse.reduce<Sollstand | undefined>((bisher, ereignis) => {
    const naechster = folge(bisher, ereignis);
    if (!naechster) throw new Error(`Ereignis ${ereignis.nummer} (${ereignis.art}) kann nicht folgen.`);
    return naechster;
  }, undefined);
  if (!stand) throw new Error("Eine Sollstellung beginnt mit „eroeffnet“.");
  return stand;
}
