import { type IsoDatum, jahrVon, plusTage, tageZwischen, wochentag } from "#kalender";

const STUNDE = 3_600_000;
const TAG = 24 * STUNDE;
const EPOCHE = "1970-01-01";

const letzterSonntag = (jahr: number, monatsende: string) => {
  const tag = `${jahr}-${monatsende}`;
  return plusTage(tag, -(wochentag(tag) % 7));
};

/** Summer time in Germany: from the last Sunday of March to the last Sunday of October, 1:00 UTC (Directive 2000/84/EC). */
export function istSommerzeit(zeitpunkt: Date): boolean {
  const ms = zeitpunkt.getTime();
  const jahr = zeitpunkt.getUTCFullYear();
  const um = (tag: IsoDatum) => tageZwischen(EPOCHE, tag) * TAG + STUNDE;
  return ms >= um(letzterSonntag(jahr, "03-31")) && ms < um(letzterSonntag(jahr, "10-31"));
}

/**
 * The instant of a local time in Europe/Berlin. A time that the night in March leaves out is an hour later (2:30 is 3:30); one that the
 * night in October has twice is the first.
 */
export function ortszeit(tag: IsoDatum, minuten: number): Date {
  const wanduhr = tageZwischen(EPOCHE, tag) * TAG + minuten * 60_000;
  const sommer = new Date(wanduhr - 2 * STUNDE);
  return istSommerzeit(sommer) ? sommer : new Date(wanduhr - STUNDE);
}

/** Day and minute of the day on the wall clock in Europe/Berlin. */
export function wanduhr(zeitpunkt: Date): { tag: IsoDatum; minuten: number } {
  const ms = zeitpunkt.getTime() + (istSommerzeit(zeitpunkt) ? 2 : 1) * STUNDE;
  const tage = Math.floor(ms / TAG);
  return { tag: plusTage(EPOCHE, tage), minuten: Math.floor((ms - tage * TAG) / 60_000) };
}

/** `02:05` */
export const alsUhrzeit = (minuten: number): string =>
  `${String(Math.floor(minuten / 60)).padStart(2, "0")}:${String(minuten % 60).padStart(2, "0")}`;

/** Whether the clocks change in the night that begins or ends on this day: 23 or 25 hours. */
export const istUmstellung = (tag: IsoDatum): boolean =>
  tag === letzterSonntag(jahrVon(tag), "03-31") || tag === letzterSonntag(jahrVon(tag), "10-31");
