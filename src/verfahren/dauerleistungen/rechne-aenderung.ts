import { type Entscheidung, saetzeVon, type Urteile } from "#baukasten";
import { letzter, nachweiseAus } from "#bearbeitung";
import type { IsoDatum, Monat } from "#kalender";
import type { Aenderungsanlass } from "#vorgaenge";
import { beurteile, type Weg } from "./beurteile.ts";
import { type Bezug, faktenAm, verbleibend, type Wirksam } from "./bezug.ts";
import { betragVor, dauerstandAus } from "./dauerstand.ts";
import { gesetztesEnde, istStichtagEntfallen } from "./ende.ts";
import { entscheideNeu, type NeueEntscheidung, urteileAus } from "./entscheide-neu.ts";
import { beendendeSeite, beschiedene, letzterTagVor, messe, wirdGemessen } from "./erheblich.ts";
import { type Gegenueberstellung, stelleGegenueber } from "./gegenueberstellung.ts";
import type { Aenderungsakte } from "./melde-aenderung.ts";
import { letzterMonat } from "./naechster-termin.ts";

/** What a change comes to, as of today. */
export type Rechnung = {
  anlass: Aenderungsanlass;
  entscheidung: Entscheidung;
  gegenueberstellung: Gegenueberstellung;
  weg: Weg;
  /** It ends the benefit. */
  endet: boolean;
  gehoert: boolean;
  /** What the person is asked before it ends. */
  frage: string | undefined;
  /** Why what was decided stays, although something changed. */
  sonst: string | undefined;
  /** By this the benefit would go on beyond an end that a notice has set. */
  lebtAuf: boolean;
};

const LEBT_AUF: Weg = {
  art: "mensch",
  gruende: [
    "Über das Ende ist schon beschieden. Nach dieser Änderung könnte die Leistung weitergehen; das entscheidet ein Mensch.",
  ],
};

const KEIN_MONAT: Entscheidung = {
  art: "bewilligt",
  leistung: "",
  version: "",
  vorschlag: "bewilligt",
  abschnitte: [],
  gruende: [],
  tatsachen: [],
  rechnung: [],
  vonHand: [],
  offen: [],
  spur: [],
  hash: "",
};

/**
 * Decides a change anew from the logs: what the grant and the changes before said, and what this one adds.
 */
export function rechneAenderung(
  bezug: Bezug,
  aenderung: Pick<Aenderungsakte, "id" | "schritte" | "anlass">,
  heute: IsoDatum,
  optionen: { urteile?: Urteile } = {},
): Rechnung {
  const { leistung, stand, raster } = bezug;
  const { anlass } = aenderung;
  const { ab } = anlass;
  const neuerungen = neuerungenMit(bezug, aenderung);
  const fakten = faktenAm({ leistung, kontext: bezug.kontext, neuerungen }, ab);
  const gehoert = aenderung.schritte.some(({ art }) => art === "angehoert");
  const stichtag = leistung.dauer?.stichtage?.(fakten).find(({ am }) => am === ab);
  const beendet = beendendeSeite(leistung, anlass);
  const endet = beendet !== undefined || anlass.anlass === "ende" || (anlass.anlass === "stichtag" && stichtag?.art === "ende");
  const frage = anlass.anlass === "stichtag" ? stichtag?.frage : undefined;
  const { von, bis } = monateFuer(bezug, anlass, fakten);

  const gesetzt = gesetztesEnde(bezug, aenderung.id);
  const offenesEnde = gesetzt && !gesetzt.endgueltig && anlass.anlass !== "ueberzahlung" ? gesetzt : undefined;
  const stichtagEntfallen = offenesEnde !== undefined && istStichtagEntfallen(bezug, offenesEnde, neuerungen);
  const gemeinsam = { anlass, endet, gehoert, frage };

  // Months that nobody has decided yet come with the next decision: what is reported for them is kept until then.
  if (bis === undefined || von > bis) {
    const leer = { ab, zeilen: [], nachzahlungCent: 0, ueberzahlungCent: 0 };
    return {
      ...gemeinsam,
      entscheidung: KEIN_MONAT,
      gegenueberstellung: leer,
      weg: stichtagEntfallen ? LEBT_AUF : endet ? { art: "selbst", umfang: "ganz" } : { art: "nichts" },
      sonst: undefined,
      lebtAuf: stichtagEntfallen,
    };
  }
  // A judgement holds for the months it was made for; for new ones a person judges anew.
  const frueher =
    anlass.anlass === "verlaengerung"
      ? {}
      : urteileAus(letzter(bezug.akte.schritte, "entschieden")?.entscheidung as Entscheidung);
  const urteile = { ...frueher, ...optionen.urteile };
  const mit = (womit: readonly Wirksam[], ende?: IsoDatum): NeueEntscheidung =>
    entscheideNeu(leistung, raster, { kontext: bezug.kontext, neuerungen: womit }, { von, bis }, urteile, ende);
  const ohneEnde = offenesEnde && mit(neuerungen);
  const lebtAuf =
    stichtagEntfallen ||
    [...(ohneEnde?.betraege ?? [])].some(([monat, cent]) => cent > 0 && raster.von(monat) >= (offenesEnde?.endetAb ?? ""));
  const eigenesEnde = beendet !== undefined || anlass.anlass === "ende" ? letzterTagVor(anlass.anlass, ab) : undefined;
  const neu = lebtAuf && ohneEnde ? ohneEnde : mit(neuerungen, eigenesEnde ?? gesetzt?.letzterTag);
  const { betraege } = neu;
  const entscheidung = beendet ? beendeteEntscheidung(neu.entscheidung, beendet) : neu.entscheidung;
  const messung =
    !endet && !lebtAuf && wirdGemessen(leistung, anlass)
      ? messe(
          bezug,
          mit(beschiedene(bezug.neuerungen, [aenderung.id, anlass.ursache])).entscheidung,
          entscheidung,
          betraege,
          tageFuer(aenderung, heute),
        )
      : undefined;
  const grund = dauerstandAus(leistung, bezug.akte.schritte, raster, aenderung.id);
  const gegenueberstellung = stelleGegenueber(
    ab,
    stand.plan,
    betraege,
    verbleibend(bezug, aenderung.id),
    heute,
    raster,
    grund?.plan,
  );
  const fall = {
    leistung,
    anlass: anlass.anlass,
    entscheidung,
    gegenueberstellung,
    endet,
    gehoert,
    beendet: beendet !== undefined,
  };
  const weg = lebtAuf
    ? LEBT_AUF
    : messung?.mensch !== undefined
      ? { art: "mensch" as const, gruende: [messung.mensch, ...entscheidung.vonHand] }
      : beurteile({ ...fall, zuletztCent: betragVor(stand, von) });
  return { ...gemeinsam, entscheidung, gegenueberstellung, weg, lebtAuf, sonst: messung?.sonst };
}

/** What was told before, and what this change adds. Where changes are measured, those too small for a notice do not count by themselves. */
function neuerungenMit(bezug: Bezug, { id, anlass, schritte }: Pick<Aenderungsakte, "id" | "schritte" | "anlass">): Wirksam[] {
  const gemessen = wirdGemessen(bezug.leistung, anlass) && anlass.anlass !== "ueberzahlung";
  const frueher =
    gemessen || !bezug.leistung.dauer?.erheblich
      ? bezug.neuerungen.filter(({ durch }) => durch !== id)
      : beschiedene(bezug.neuerungen, [id]);
  const neu = { ab: anlass.ab, seiten: anlass.seiten, nachweise: nachweiseAus(schritte) };
  return [...frueher, { ...neu, durch: id, anlass: anlass.anlass, beschieden: false, zurueck: new Map() }];
}

/** The months that are decided anew. A page that says what held when concerns all of them; one that asks for more months reaches beyond. */
function monateFuer(
  { leistung, stand, raster }: Bezug,
  { anlass, ab, seiten }: Aenderungsanlass,
  fakten: Readonly<Record<string, unknown>>,
): { von: Monat; bis: Monat | undefined } {
  const alle = Object.keys(seiten).some((seite) => leistung.dauer?.seiten[seite]?.gesamt);
  const ersterNeue = raster.monatAm(ab);
  // Lebensmonate before the first one can be asked for later; months of the calendar before the grant cannot.
  const vorher = raster.zaehltAb === undefined && ersterNeue < stand.von;
  const von = vorher || (alle && ersterNeue > stand.von) ? stand.von : ersterNeue;
  if (anlass === "verlaengerung") return { von, bis: letzterMonat(leistung, fakten, ab) };
  if (leistung.ergebnis !== "jeLebensmonat") return { von, bis: stand.bis };
  const geplante = leistung.zeitraum(fakten, ab, saetzeVon(leistung)).map((zeitraum) => raster.monatAm(zeitraum.von));
  return { von, bis: [stand.bis, ...geplante].sort().at(-1) };
}

const tageFuer = ({ anlass, schritte }: Pick<Aenderungsakte, "schritte" | "anlass">, heute: IsoDatum) => ({
  seit: anlass.seit ?? anlass.ab,
  gemeldetAm: letzter(schritte, "eingegangen")?.eingegangenAm ?? heute,
});

/** It ended by itself: why a claim held, and how it was reckoned, is no reason for that, and nothing is left to find out. */
const beendeteEntscheidung = (entscheidung: Entscheidung, { text, norm }: { text: string; norm: string }): Entscheidung => ({
  ...entscheidung,
  gruende: [{ schluessel: "beendet", text, norm }],
  tatsachen: [],
  rechnung: [],
  vonHand: [],
  offen: [],
});
