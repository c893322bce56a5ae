export type Clock = {
  /** The instant, for time stamps. */
  now(): Date;
  /** The calendar day in Germany, `yyyy-mm-dd`: deadlines and rates follow the wall calendar, not UTC. */
  today(): string;
};

const berlin = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Berlin",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar day in Germany at an instant. */
export const dayOf = (instant: Date): string => berlin.format(instant);

const clockFrom = (now: () => Date): Clock => ({ now, today: () => dayOf(now()) });

/** The machine's clock, moved by `FACHWERK_UHR` (an ISO instant at which the process is to believe it started) where a demo needs another day. */
export const systemClock: Clock = (() => {
  const wanted = process.env.FACHWERK_UHR;
  if (!wanted) return clockFrom(() => new Date());
  const start = Date.parse(wanted);
  if (Number.isNaN(start)) throw new Error(`FACHWERK_UHR ist kein Zeitpunkt: ${wanted}. Beispiel: 2026-11-24T08:00:00+01:00`);
  const offset = start - Date.now();
  return clockFrom(() => new Date(Date.now() + offset));
})();

/** A clock that stands still until it is set: for tests and for replays. */
export function fixedClock(iso: string): Clock & { set(iso: string): void } {
  let current = new Date(iso);
  return {
    ...clockFrom(() => new Date(current)),
    set: (next) => {
      current = new Date(next);
    },
  };
}
