import { type IsoDatum, wochentag } from "#kalender";

/** Five fields, read: minute, hour, day of the month, month, day of the week (0 and 7 Sunday). */
export type Cron = {
  minuten: readonly number[];
  stunden: readonly number[];
  tage: ReadonlySet<number>;
  monate: ReadonlySet<number>;
  wochentage: ReadonlySet<number>;
  /** Both days restricted: either suffices, as every cron has it. */
  einerGenuegt: boolean;
};

const MONATE = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const TAGE = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const KURZ: Readonly<Record<string, string>> = {
  "@hourly": "0 * * * *",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@weekly": "0 0 * * 0",
  "@monthly": "0 0 1 * *",
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
};

// Ten thousand plans are asked about every day around each night, and hardly any is unlike the others.
const gelesen = new Map<string, Cron>();
const HOECHSTENS = 5000;

/** @throws with a German sentence that names the field */
export function leseCron(text: string): Cron {
  const bekannt = gelesen.get(text);
  if (bekannt) return bekannt;
  const cron = lies(text);
  if (gelesen.size >= HOECHSTENS) gelesen.clear();
  gelesen.set(text, cron);
  return cron;
}

function lies(text: string): Cron {
  const felder = (KURZ[text.trim().toLowerCase()] ?? text).trim().split(/\s+/);
  if (felder.length !== 5)
    throw new Error(`„${text}“ ist kein Zeitplan: Es braucht fünf Felder (Minute Stunde Tag Monat Wochentag).`);
  const [minute = "", stunde = "", tag = "", monat = "", wtag = ""] = felder;
  const wochentage = leseFeld(wtag, 0, 7, "Wochentag", TAGE, 0);
  return {
    minuten: leseFeld(minute, 0, 59, "Minute"),
    stunden: leseFeld(stunde, 0, 23, "Stunde"),
    tage: new Set(leseFeld(tag, 1, 31, "Tag")),
    monate: new Set(leseFeld(monat, 1, 12, "Monat", MONATE, 1)),
    wochentage: new Set(wochentage.map((d) => d % 7)),
    einerGenuegt: !tag.startsWith("*") && !wtag.startsWith("*"),
  };
}

function leseFeld(feld: string, von: number, bis: number, name: string, worte: readonly string[] = [], erstes = 0): number[] {
  const falsch = () => new Error(`Im Zeitplan ist das Feld „${name}“ falsch: „${feld}“ (erlaubt ${von} bis ${bis}).`);
  const zahl = (text: string) => {
    const wort = worte.indexOf(text.toUpperCase());
    if (wort >= 0) return wort + erstes;
    if (!/^\d{1,2}$/.test(text)) throw falsch();
    return Number(text);
  };
  const werte = new Set<number>();
  for (const teil of feld.split(",")) {
    const [bereich = "", schrittText, zuViel] = teil.split("/");
    const schritt = schrittText === undefined ? 1 : zahl(schrittText);
    const [a = "", b, nochEins] = bereich.split("-");
    if (schritt < 1 || zuViel !== undefined || nochEins !== undefined) throw falsch();
    const beginn = bereich === "*" ? von : zahl(a);
    const ende = bereich === "*" ? bis : b !== undefined ? zahl(b) : schrittText === undefined ? beginn : bis;
    if (beginn < von || ende > bis || beginn > ende) throw falsch();
    for (let wert = beginn; wert <= ende; wert += schritt) werte.add(wert);
  }
  return [...werte].sort((x, y) => x - y);
}

export function trifftTag(cron: Cron, tag: IsoDatum): boolean {
  if (!cron.monate.has(Number(tag.slice(5, 7)))) return false;
  const imMonat = cron.tage.has(Number(tag.slice(8)));
  const inDerWoche = cron.wochentage.has(wochentag(tag) % 7);
  return cron.einerGenuegt ? imMonat || inDerWoche : imMonat && inDerWoche;
}

/** Minutes of the day. */
export const minutenDesTages = (cron: Cron): number[] =>
  cron.stunden.flatMap((stunde) => cron.minuten.map((minute) => stunde * 60 + minute));
