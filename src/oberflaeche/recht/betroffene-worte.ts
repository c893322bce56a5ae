import type { Betroffener } from "#betroffene";

/** What another amount is, as people read it. */
export const zahlungsart: Record<Betroffener["unterschiede"][number]["art"], string> = {
  monat: "Zahlung im Monat",
  zeitraum: "Zahlung für den Zeitraum",
  jahr: "Forderung für das Jahr",
  gebuehr: "Gebühr",
};
