import { type Kopf, lieferantenschluessel } from "./kopf.ts";
import type { Abweichung, Kanal, Kontierung, NeuerSchritt, Schritt, Skontozeile } from "./schritte.ts";
import { type Phase, phaseNach } from "./uebergaenge.ts";

export type Zeichnung = { kennung: string; fuer: string | null };

/** What is known after the steps so far; the fold of the log. */
export type Stand = {
  phase: Phase;
  kanal?: Kanal;
  sha256?: string;
  absender?: string | null;
  kopf?: Kopf;
  lieferant?: string;
  formal?: { gueltig: boolean; fehler: number; warnungen: number };
  vorschlag?: Record<string, string>;
  /** Captured from paper by this person, who therefore does not order its payment. */
  erfasstVon?: string;
  amt?: string;
  grund?: string;
  dublette?: { zu: string; eingangsnummer: string; sicherheit: "gleicheDatei" | "gleicheNummer" | "aehnlich"; gruende: string[] };
  dubletteVerneint?: true;
  /** Who said that it is no duplicate, and therefore does not order its payment. */
  dubletteVerneintVon?: string;
  kreditor?: { id: string; nummer: string; name: string; iban: string | null; vonHand?: true };
  ibanWechsel?: { bekannte: string[]; neu: string; geprueftVon?: string; nachweis?: string };
  abgleich?: { gegen: { art: string; id: string; nummer: string }[]; abweichungen: Abweichung[]; kontierung: Kontierung[] };
  zahlung?: { faelligAm: string; quelle: string; skonto: Skontozeile[]; hinweise: string[] };
  skontoGewarnt?: string;
  skontoVerlorenCent?: number;
  skontoGewonnenCent?: number;
  zustaendig?: { kennung: string; name: string | null };
  feststellung?: { von: string; betragCent: number; gekuerztCent: number; grund: string | null; kontierung: Kontierung[] };
  mitgezeichnet?: Zeichnung;
  anordnung?: Zeichnung & { auftragId: string; betragCent: number };
  uebergabe?: { auftragId: string; zahlbetragCent: number; skontoCent: number; skontoBis: string | null; zahlbarAm: string };
  beleg?: string;
  bezahlt?: { am: string; betragCent: number; beleg: string; ueber: "auftrag" | "andererWeg" };
  /** The time of retention is over. */
  geloescht?: true;
  weiter?: { mandant: string; rechnungId: string };
};

export const anfang: Stand = { phase: "neu" };

/** What a step adds. Content that was deleted adds nothing; the phase stays what it led to. */
function aus(stand: Stand, schritt: Pick<NeuerSchritt | Schritt, "art" | "daten" | "akteur">): Partial<Stand> {
  const von = schritt.akteur.art === "amt" ? schritt.akteur.kennung : "";
  if (schritt.daten === null) return {};
  const { art, daten } = schritt as NeuerSchritt;
  switch (art) {
    case "eingegangen":
      return { kanal: daten.kanal, sha256: daten.sha256, absender: daten.absender };
    case "gescannt":
      return { vorschlag: daten.vorschlag };
    case "erfasst":
      return { kopf: daten.kopf, lieferant: lieferantenschluessel(daten.kopf.lieferant), erfasstVon: von };
    case "geprueft":
      return {
        formal: { gueltig: daten.gueltig, fehler: daten.fehler.length, warnungen: daten.warnungen.length },
        ...(daten.kopf && { kopf: daten.kopf, lieferant: lieferantenschluessel(daten.kopf.lieferant) }),
      };
    case "abgewiesen":
      return { grund: daten.text };
    case "zugeordnet":
      return { amt: daten.amt };
    case "unzustellbar":
      return { grund: daten.grund };
    case "weitergeleitet":
      return { weiter: daten };
    case "dubletteErkannt":
      return { dublette: daten };
    case "dubletteVerneint":
      return { dubletteVerneint: true, dubletteVerneintVon: von };
    case "kreditorGefunden":
      return { kreditor: { id: daten.kreditorId, nummer: daten.nummer, name: daten.name, iban: daten.iban } };
    case "kreditorZugewiesen":
      return { kreditor: { id: daten.kreditorId, nummer: daten.nummer, name: daten.name, iban: null, vonHand: true } };
    case "kreditorUnklar":
      return { grund: daten.grund };
    case "ibanGeaendert":
      return {
        kreditor: { id: daten.kreditorId, nummer: daten.nummer, name: daten.name, iban: null },
        ibanWechsel: { bekannte: daten.bekannte, neu: daten.neu },
      };
    case "ibanGeprueft":
      return { ibanWechsel: { bekannte: [], ...stand.ibanWechsel, neu: daten.iban, geprueftVon: von, nachweis: daten.nachweis } };
    case "ibanFreigegeben":
      return stand.kreditor ? { kreditor: { ...stand.kreditor, iban: daten.iban } } : {};
    case "ibanAbgelehnt":
      return { grund: daten.grund };
    case "abgeglichen":
      return { abgleich: daten };
    case "terminiert":
      return { zahlung: daten };
    case "zugewiesen":
      return daten.an === null ? {} : { zustaendig: { kennung: daten.an, name: daten.name } };
    case "festgestellt":
      return { feststellung: { ...daten, von } };
    case "mitgezeichnet":
      return { mitgezeichnet: { kennung: von, fuer: daten.fuer } };
    case "angeordnet":
      return { anordnung: { kennung: von, fuer: daten.fuer, auftragId: daten.auftragId, betragCent: daten.betragCent } };
    case "uebergeben":
      return {
        uebergabe: {
          auftragId: daten.auftragId,
          zahlbetragCent: daten.zahlbetragCent,
          skontoCent: daten.skontoCent,
          skontoBis: daten.skontoBis,
          zahlbarAm: daten.zahlbarAm,
        },
      };
    case "quittiert":
      return { beleg: daten.beleg };
    case "uebergabeAbgelehnt":
    case "zurueckgegeben":
      return { grund: daten.grund };
    case "bezahlt":
      return { bezahlt: daten };
    case "skontoGewarnt":
      return { skontoGewarnt: daten.bis };
    case "skontoVerfallen":
      return { skontoVerlorenCent: (stand.skontoVerlorenCent ?? 0) + daten.verlorenCent, ...ohneVerfallene(stand, daten.bis) };
    case "skontoGewonnen":
      return { skontoGewonnenCent: daten.ersparnisCent, ...ohneVerfallene(stand, "9999-12-31") };
    case "inhaltGeloescht":
      return { geloescht: true };
    case "dublettenGeprueft":
    case "dubletteBestaetigt":
    case "kommentiert":
    case "freigabeErbeten":
      return {};
  }
}

/** The terms that can still be used stay open; the others are history, and stand in the log. */
const ohneVerfallene = ({ zahlung }: Stand, bis: string): Partial<Stand> =>
  zahlung ? { zahlung: { ...zahlung, skonto: zahlung.skonto.filter((zeile) => zeile.bis > bis) } } : {};

/** What a step takes back: signatures go with what was signed. */
function ohne(stand: Stand, schritt: Pick<NeuerSchritt | Schritt, "art" | "daten" | "akteur">): Stand {
  if (schritt.art === "inhaltGeloescht") return { phase: stand.phase };
  if (schritt.art === "zurueckgegeben") {
    const { feststellung: _f, mitgezeichnet: _m, anordnung: _a, uebergabe: _u, ...rest } = stand;
    return rest;
  }
  if (schritt.art === "zugewiesen" && (schritt as Extract<Schritt, { art: "zugewiesen" }>).daten?.an === null) {
    const { zustaendig: _z, ...rest } = stand;
    return rest;
  }
  if (schritt.art === "ibanAbgelehnt") {
    const { kreditor: _k, ibanWechsel: _i, ...rest } = stand;
    return rest;
  }
  return stand;
}

/** The state after one more step, or undefined where the step may not follow. */
export function folge(stand: Stand, schritt: Pick<NeuerSchritt | Schritt, "art" | "daten" | "akteur">): Stand | undefined {
  const phase = phaseNach(stand.phase, schritt.art);
  return phase && { ...ohne(stand, schritt), ...aus(stand, schritt), phase };
}

/** @throws where the log holds a step that may not follow: then it was not written by `haengeAn` */
export function standAus(schritte: readonly Schritt[]): Stand {
  let stand = anfang;
  for (const schritt of schritte) {
    const naechster = folge(stand, schritt);
    if (!naechster) throw new Error(`Schritt ${schritt.nummer} (${schritt.art}) darf auf „${stand.phase}“ nicht folgen.`);
    stand = naechster;
  }
  return stand;
}
