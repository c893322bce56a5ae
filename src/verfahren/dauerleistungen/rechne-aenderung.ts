import type { Entscheidung, Urteile } from "#baukasten";
import { letzter, nachweiseAus } from "#bearbeitung";
import { ersterTag, type IsoDatum, letzterTag, monatVon } from "#kalender";
import type { Aenderungsanlass } from "#vorgaenge";
import { beurteile, type Weg } from "./beurteile.ts";
import { type Bezug, faktenAm, verbleibend, type Wirksam } from "./bezug.ts";
import { betragVor, dauerstandAus } from "./dauerstand.ts";
import { gesetztesEnde, istStichtagEntfallen } from "./ende.ts";
import { entscheideNeu, urteileAus } from "./entscheide-neu.ts";
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
  const { leistung, stand } = bezug;
  const { anlass } = aenderung;
  const { ab } = anlass;
  const neuerungen: Wirksam[] = bezug.neuerungen.filter(({ durch }) => durch !== aenderung.id);
  const neu = { ab, seiten: anlass.seiten, nachweise: nachweiseAus(aenderung.schritte) };
  neuerungen.push({ ...neu, durch: aenderung.id, anlass: anlass.anlass, zurueck: new Map() });
  const grundlage = { kontext: bezug.kontext, neuerungen };
  const fakten = faktenAm({ leistung, kontext: bezug.kontext, neuerungen }, ab);
  const von = monatVon(ab) > stand.von ? monatVon(ab) : stand.von;
  const bis = anlass.anlass === "verlaengerung" ? letzterMonat(leistung, fakten, ab) : stand.bis;
  const gehoert = aenderung.schritte.some(({ art }) => art === "angehoert");
  const stichtag = leistung.dauer?.stichtage?.(fakten).find(({ am }) => am === ab);
  const endet = anlass.anlass === "ende" || (anlass.anlass === "stichtag" && stichtag?.art === "ende");

  const frage = anlass.anlass === "stichtag" ? stichtag?.frage : undefined;

  const gesetzt = gesetztesEnde(bezug, aenderung.id);
  const offenesEnde = gesetzt && !gesetzt.endgueltig && anlass.anlass !== "ueberzahlung" ? gesetzt : undefined;
  const stichtagEntfallen = offenesEnde !== undefined && istStichtagEntfallen(bezug, offenesEnde, neuerungen);

  // Months that nobody has decided yet come with the next decision: what is reported for them is kept until then.
  if (bis === undefined || von > bis) {
    const leer = { ab, zeilen: [], nachzahlungCent: 0, ueberzahlungCent: 0 };
    return {
      anlass,
      entscheidung: KEIN_MONAT,
      gegenueberstellung: leer,
      weg: stichtagEntfallen ? LEBT_AUF : endet ? { art: "selbst", umfang: "ganz" } : { art: "nichts" },
      endet,
      gehoert,
      frage,
      lebtAuf: stichtagEntfallen,
    };
  }
  // A judgement holds for the months it was made for; for new ones a person judges anew.
  const frueher =
    anlass.anlass === "verlaengerung"
      ? {}
      : urteileAus(letzter(bezug.akte.schritte, "entschieden")?.entscheidung as Entscheidung);
  const bisTag = (ende: IsoDatum | undefined) =>
    entscheideNeu(leistung, grundlage, { von, bis }, letzterTag(bis), { ...frueher, ...optionen.urteile }, ende);
  const ohneEnde = offenesEnde && bisTag(undefined);
  const lebtAuf =
    stichtagEntfallen ||
    (offenesEnde !== undefined &&
      [...(ohneEnde?.betraege ?? [])].some(([monat, cent]) => cent > 0 && ersterTag(monat) >= offenesEnde.endetAb));
  const { entscheidung, betraege } =
    lebtAuf && ohneEnde
      ? ohneEnde
      : bisTag(anlass.anlass === "ende" ? ab : gesetzt && frueheres(gesetzt.letzterTag, letzterTag(bis)));
  const grund = dauerstandAus(leistung, bezug.akte.schritte, aenderung.id);
  const bezahlt = verbleibend(bezug, aenderung.id);
  const gegenueberstellung = stelleGegenueber(ab, stand.plan, betraege, bezahlt, heute, grund?.plan);
  const zuletztCent = betragVor(stand, ersterTag(von));
  const weg = lebtAuf
    ? LEBT_AUF
    : beurteile({ leistung, anlass: anlass.anlass, entscheidung, gegenueberstellung, zuletztCent, endet, gehoert });
  return { anlass, entscheidung, gegenueberstellung, weg, endet, gehoert, frage, lebtAuf };
}

const frueheres = (a: IsoDatum, b: IsoDatum): IsoDatum => (a < b ? a : b);
