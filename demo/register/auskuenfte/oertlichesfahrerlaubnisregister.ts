import { type IsoDatum, jahrVon } from "#kalender";
import { type Bevoelkerung, FREMDE_BEHOERDE, fuehrerscheinVon, mandantschluessel } from "../../bevoelkerung/index.ts";
import { type Anfrage, type Auskuenfte, type Befund, gefunden, keinEintrag, unverstaendlich } from "../auskunft.ts";

/** People on a page; who asks may want fewer. */
const HOECHSTENS = 100;

/** What a Fahrerlaubnisbehoerde keeps of the licences that it made out itself (§ 48 Abs. 1 StVG). Others are not in it. */
export const oertlichesfahrerlaubnisregister = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  umtausch: (anfrage) => umtausch(bevoelkerung, anfrage),
});

/** Whose licence must be exchanged by one of these days, page by page in the order of the numbers. */
function umtausch(bevoelkerung: Bevoelkerung, { von, bis, gemeinde, ab = "", hoechstens = HOECHSTENS }: Anfrage): Befund {
  const mandant = mandantschluessel.find((each) => each === gemeinde);
  if (typeof von !== "string" || typeof bis !== "string") return unverstaendlich("Es fehlen erster und letzter Tag.");
  if (typeof ab !== "string" || typeof hoechstens !== "number" || !(hoechstens >= 1))
    return unverstaendlich("Anfang oder Länge der Liste sind nicht zu verstehen.");
  if (!mandant) return keinEintrag;
  const alle = bevoelkerung.von(mandant).flatMap((person) => {
    const schein = fuehrerscheinVon(person);
    if (!schein || schein.entzogen || schein.behoerde === FREMDE_BEHOERDE || person.gestorbenAm) return [];
    const geburtsjahr = Number(jahrVon(person.geburtsdatum));
    const { nummer, ausgestelltAm, behoerde } = schein;
    const tag = umtauschBis(ausgestelltAm, geburtsjahr);
    if (!tag || tag < von || tag > bis || nummer <= ab) return [];
    return [{ idnr: person.idnr, vertreter: [], tag, sache: nummer, angaben: { nummer, ausgestelltAm, behoerde, geburtsjahr } }];
  });
  alle.sort((eines, anderes) => (eines.sache < anderes.sache ? -1 : 1));
  const personen = alle.slice(0, Math.min(hoechstens, HOECHSTENS));
  return gefunden({ personen, weiter: personen.length < alle.length ? personen.at(-1)?.sache : null });
}

/** Anlage 8e FeV as this register reads it; whoever asks reads it again. null: not one of those to be exchanged. */
function umtauschBis(ausgestelltAm: IsoDatum, geburtsjahr: number): IsoDatum | null {
  if (ausgestelltAm >= "2013-01-19") return null;
  if (geburtsjahr < 1953) return "2033-01-19";
  if (ausgestelltAm < "1999-01-01") {
    if (geburtsjahr < 1959) return "2022-07-19";
    return `${geburtsjahr < 1965 ? 2023 : geburtsjahr < 1971 ? 2024 : 2025}-01-19`;
  }
  const jahr = Number(jahrVon(ausgestelltAm));
  if (jahr < 2008) return `${jahr < 2002 ? 2026 : jahr < 2005 ? 2027 : 2028}-01-19`;
  return `${Math.min(jahr, 2012) + 21}-01-19`;
}
