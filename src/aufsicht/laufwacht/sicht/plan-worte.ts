import { alsUhrzeit, leseCron } from "#wachmodell";
import type { Plan } from "../contract.ts";

const TAGE = ["", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const termine = {
  anmeldung: "zum 10. des Monats (Steueranmeldung)",
  einkommensteuer: "zum 10. März, Juni, September, Dezember",
  gewerbesteuer: "zum 15. Februar, Mai, August, November (Gewerbesteuer)",
  grundsteuer: "zum 15. Februar, Mai, August, November (Grundsteuer)",
} as const;

/** When a job is expected, as one would say it. */
export function planInWorten(plan: Plan | null): string {
  if (!plan) return "kein Zeitplan; es wacht das Modell allein";
  const { rhythmus: r } = plan;
  const um = r.art === "cron" ? "" : ` um ${alsUhrzeit(r.um)} Uhr`;
  switch (r.art) {
    case "cron":
      return cronInWorten(r.cron);
    case "woechentlich":
      return `jeden ${TAGE[r.wochentag]}${um}`;
    case "werktag":
      return r.nummer > 0
        ? `am ${r.nummer}. Werktag des Monats${um}`
        : `am ${r.nummer === -1 ? "" : `${-r.nummer}.-`}letzten Werktag des Monats${um}`;
    case "monatstag":
      return `am ${r.tag}. des Monats${um}`;
    case "steuertermin":
      return `${termine[r.termin]}${um}, sonst am folgenden Werktag`;
  }
}

function cronInWorten(text: string): string {
  const { minuten, stunden } = leseCron(text);
  const [, , tag, monat, wochentag] = text.trim().split(/\s+/);
  const [stunde, minute] = [stunden[0], minuten[0]];
  if (
    tag === "*" &&
    monat === "*" &&
    stunden.length === 1 &&
    minuten.length === 1 &&
    stunde !== undefined &&
    minute !== undefined
  ) {
    const um = `um ${alsUhrzeit(stunde * 60 + minute)} Uhr`;
    if (wochentag === "*") return `täglich ${um}`;
    if (wochentag === "1-5" || wochentag === "MON-FRI") return `montags bis freitags ${um}`;
  }
  return `nach Zeitplan „${text}“`;
}
