import {
  ersterTag,
  type IsoDatum,
  istWerktag,
  type Land,
  letzterTag,
  type Monat,
  monatVon,
  type Ortsrecht,
  plusTage,
  tageImMonat,
  wochentag,
} from "#kalender";
import { leseCron, minutenDesTages, trifftTag } from "./cron.ts";
import { ortszeit } from "./ortszeit.ts";

/** What becomes of a run whose day is a day of rest. */
export type Verschiebung = "bleibt" | "folgenderWerktag" | "vorherigerWerktag" | "entfaellt";

/** When a job should run. Times are minutes of the day on the clock in Berlin; the n-th working day from behind is negative. */
export type Rhythmus =
  | { art: "cron"; cron: string; verschiebung: Verschiebung }
  | { art: "werktag"; nummer: number; monate?: readonly number[]; um: number }
  | { art: "monatstag"; tag: number; monate?: readonly number[]; um: number; verschiebung: Verschiebung }
  | { art: "woechentlich"; wochentag: number; um: number; verschiebung: Verschiebung }
  | { art: "steuertermin"; termin: Steuertermin; um: number };

/**
 * Due dates of the tax acts, shifted by § 108 Abs. 3 AO to the next working day: advance returns of turnover tax (§ 18 Abs. 1 UStG) and wage
 * tax (§ 41a EStG) on the 10th, advance payments of income tax (§ 37 EStG) on 10 March, June, September, December, of trade tax (§ 19
 * GewStG) and land tax (§ 28 GrStG) on 15 February, May, August, November.
 */
export const steuertermine = {
  anmeldung: { tag: 10 },
  einkommensteuer: { tag: 10, monate: [3, 6, 9, 12] },
  gewerbesteuer: { tag: 15, monate: [2, 5, 8, 11] },
  grundsteuer: { tag: 15, monate: [2, 5, 8, 11] },
} as const satisfies Record<string, { tag: number; monate?: readonly number[] }>;
export type Steuertermin = keyof typeof steuertermine;

/** Days of a Mandant on which it rests though the Land does not. */
export type Schliessung = { von: IsoDatum; bis: IsoDatum; grund: string };
/** A maintenance window; recording goes on in it, alarms do not. */
export type Wartung =
  | { art: "einmal"; von: Date; bis: Date; grund: string }
  | { art: "wiederkehrend"; cron: string; dauerMin: number; grund: string };
export type Betriebskalender = {
  land: Land;
  ort?: Ortsrecht;
  schliessungen: readonly Schliessung[];
  wartungen: readonly Wartung[];
};

export type Laufplan = {
  job: string;
  rhythmus: Rhythmus;
  /** A run may begin that much later without a word. */
  karenzMin: number;
  /** After that it is missing. */
  fehltNachMin: number;
  hoechstdauerMin?: number;
  /** Whether it runs while its Mandant is closed. */
  beiSchliessung: "laeuft" | "entfaellt" | "folgenderWerktag";
};

export const findSchliessung = ({ schliessungen }: Betriebskalender, tag: IsoDatum): Schliessung | undefined =>
  schliessungen.find(({ von, bis }) => von <= tag && tag <= bis);

/** The instants at which the job should begin on a day. */
export function faelligAm(plan: Laufplan, kalender: Betriebskalender, tag: IsoDatum): Date[] {
  const { rhythmus } = plan;
  const minuten = rhythmus.art === "cron" ? minutenDesTages(leseCron(rhythmus.cron)) : [rhythmus.um];
  return ursprungstage(plan, kalender, tag) ? minuten.map((um) => ortszeit(tag, um)) : [];
}

/** Whether a day that the rhythm names ends up on `tag` once days of rest have moved it. Looks back and ahead as far as rest can last. */
function ursprungstage(plan: Laufplan, kalender: Betriebskalender, tag: IsoDatum): boolean {
  const weit = 14 + kalender.schliessungen.length * 7;
  if (verschoben(plan, kalender, tag) === tag && nennt(plan.rhythmus, kalender, tag)) return true;
  for (let n = 1; n <= weit; n++) {
    const davor = plusTage(tag, -n);
    if (nennt(plan.rhythmus, kalender, davor) && verschoben(plan, kalender, davor) === tag) return true;
    const danach = plusTage(tag, n);
    if (nennt(plan.rhythmus, kalender, danach) && verschoben(plan, kalender, danach) === tag) return true;
    if (istOffen(kalender, davor) && istOffen(kalender, danach)) return false;
  }
  return false;
}

const istOffen = (kalender: Betriebskalender, tag: IsoDatum) =>
  istWerktag(tag, kalender.land, kalender.ort) && !findSchliessung(kalender, tag);

function nennt(rhythmus: Rhythmus, { land, ort }: Betriebskalender, tag: IsoDatum): boolean {
  const monat = Number(tag.slice(5, 7));
  switch (rhythmus.art) {
    case "cron":
      return trifftTag(leseCron(rhythmus.cron), tag);
    case "woechentlich":
      return wochentag(tag) === rhythmus.wochentag;
    case "werktag":
      return (rhythmus.monate?.includes(monat) ?? true) && werktagDesMonats(monatVon(tag), rhythmus.nummer, land, ort) === tag;
    case "monatstag":
      return (
        (rhythmus.monate?.includes(monat) ?? true) && Number(tag.slice(8)) === Math.min(rhythmus.tag, tageImMonat(monatVon(tag)))
      );
    case "steuertermin": {
      const termin: { tag: number; monate?: readonly number[] } = steuertermine[rhythmus.termin];
      return (termin.monate?.includes(monat) ?? true) && Number(tag.slice(8)) === termin.tag;
    }
  }
}

/** The day on which a run of that day takes place; undefined: not at all. */
function verschoben({ rhythmus, beiSchliessung }: Laufplan, kalender: Betriebskalender, tag: IsoDatum): IsoDatum | undefined {
  const { land, ort } = kalender;
  const wie: Verschiebung =
    rhythmus.art === "werktag" ? "bleibt" : rhythmus.art === "steuertermin" ? "folgenderWerktag" : rhythmus.verschiebung;
  let ziel = tag;
  if (wie !== "bleibt" && !istWerktag(tag, land, ort)) {
    if (wie === "entfaellt") return undefined;
    const schritt = wie === "folgenderWerktag" ? 1 : -1;
    while (!istWerktag(ziel, land, ort)) ziel = plusTage(ziel, schritt);
  }
  if (beiSchliessung === "laeuft" || !findSchliessung(kalender, ziel)) return ziel;
  if (beiSchliessung === "entfaellt") return undefined;
  while (!istOffen(kalender, ziel)) ziel = plusTage(ziel, 1);
  return ziel;
}

/** The n-th working day of a month, the last one is -1; undefined where the month has not as many. */
export function werktagDesMonats(monat: Monat, nummer: number, land: Land, ort?: Ortsrecht): IsoDatum | undefined {
  const schritt = nummer > 0 ? 1 : -1;
  let noch = Math.abs(nummer);
  for (let tag = nummer > 0 ? ersterTag(monat) : letzterTag(monat); monatVon(tag) === monat; tag = plusTage(tag, schritt))
    if (istWerktag(tag, land, ort) && --noch === 0) return tag;
  return undefined;
}
