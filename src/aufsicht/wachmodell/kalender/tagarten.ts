import { feiertage, type IsoDatum, jahrVon, type Land, type Ortsrecht, plusTage, wochentag } from "#kalender";

/** What the calendar of a Land says of every day from `beginn` on. */
export type Tagarten = {
  beginn: IsoDatum;
  tage: number;
  /** 0 Monday … 6 Sunday. */
  wochentag: Uint8Array;
  /** Saturday, Sunday or holiday. */
  ruht: Uint8Array;
  feiertag: Uint8Array;
  /** Closed days directly before and behind. */
  davorRuhend: Uint8Array;
  danachRuhend: Uint8Array;
  /** Which working day of the month, counted from its begin and from its end; on closed days those until then. */
  werktagVonVorn: Uint8Array;
  werktagVonHinten: Uint8Array;
  tag: Uint8Array;
  monat: Uint8Array;
  bruecke: Uint8Array;
  /** Share of the year that is over. */
  jahresanteil: Float32Array;
};

// Long enough for a month and the longest row of closed days on both sides.
const RAND = 40;
const bekannt = new Map<string, Tagarten>();

/** @throws where the calendar of a year was never checked */
export function tagarten(land: Land, ort: Ortsrecht | undefined, beginn: IsoDatum, tage: number): Tagarten {
  const schluessel = JSON.stringify([land, ort, beginn, tage]);
  const alt = bekannt.get(schluessel);
  if (alt) return alt;
  if (bekannt.size > 400) bekannt.clear();
  const neu = berechne(land, ort, beginn, tage);
  bekannt.set(schluessel, neu);
  return neu;
}

function berechne(land: Land, ort: Ortsrecht | undefined, beginn: IsoDatum, tage: number): Tagarten {
  const alle = Array.from({ length: tage + 2 * RAND }, (_, i) => plusTage(beginn, i - RAND));
  const wd = alle.map((tag) => wochentag(tag) - 1);
  const ft = alle.map((tag) => istFeiertag(tag, land, ort));
  const ruht = alle.map((_, i) => (wd[i] ?? 0) >= 5 || ft[i] === true);
  const bytes = () => new Uint8Array(tage);
  const arten: Tagarten = {
    beginn,
    tage,
    wochentag: bytes(),
    ruht: bytes(),
    feiertag: bytes(),
    davorRuhend: bytes(),
    danachRuhend: bytes(),
    werktagVonVorn: bytes(),
    werktagVonHinten: bytes(),
    tag: bytes(),
    monat: bytes(),
    bruecke: bytes(),
    jahresanteil: new Float32Array(tage),
  };
  const zaehle = (von: number, schritt: number, monat: string) => {
    let werktage = 0;
    for (let i = von; alle[i]?.startsWith(monat); i += schritt) if (!ruht[i]) werktage++;
    return werktage;
  };
  for (let t = 0; t < tage; t++) {
    const i = t + RAND;
    const tag = alle[i] ?? beginn;
    arten.wochentag[t] = wd[i] ?? 0;
    arten.ruht[t] = ruht[i] ? 1 : 0;
    arten.feiertag[t] = ft[i] ? 1 : 0;
    let k = 0;
    while (ruht[i - 1 - k]) k++;
    arten.davorRuhend[t] = k;
    k = 0;
    while (ruht[i + 1 + k]) k++;
    arten.danachRuhend[t] = k;
    arten.tag[t] = Number(tag.slice(8));
    arten.monat[t] = Number(tag.slice(5, 7));
    arten.werktagVonVorn[t] = zaehle(i, -1, tag.slice(0, 7));
    arten.werktagVonHinten[t] = zaehle(i, 1, tag.slice(0, 7));
    arten.bruecke[t] = !ruht[i] && ((ft[i - 1] && ruht[i + 1]) || (ft[i + 1] && ruht[i - 1])) ? 1 : 0;
    arten.jahresanteil[t] = ((Number(tag.slice(5, 7)) - 1) * 30.44 + Number(tag.slice(8))) / 365.25;
  }
  return arten;
}

// The margin may reach into a year that nobody checked; there only weekdays are known, and nothing is judged there.
function istFeiertag(tag: IsoDatum, land: Land, ort: Ortsrecht | undefined): boolean {
  const jahr = jahrVon(tag);
  return jahr >= 2017 && jahr <= 2030 && feiertage(jahr, land, ort).has(tag);
}
