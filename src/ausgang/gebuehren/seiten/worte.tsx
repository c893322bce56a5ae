import type { VNode } from "preact";
import { Badge, type Ton } from "#ui";
import type { Erstattungsweg, Zahlweg } from "../contract.ts";
import { naechsteRate } from "../raten.ts";
import type { Erstattung, Zustand } from "../sollstand.ts";
import type { Sollzeile } from "../store.ts";

export const zahlwege: Record<Zahlweg, string> = {
  online: "online",
  ueberweisung: "Überweisung",
  bar: "bar am Schalter",
  karte: "Karte am Schalter",
};
export const erstattungswege: Record<Erstattungsweg, string> = {
  anbieter: "auf dem Weg der Onlinezahlung",
  ueberweisung: "Überweisung durch die Kasse",
  bar: "bar am Schalter",
};
export const erstattungszustaende: Record<Erstattung["zustand"], { text: string; art: Ton }> = {
  wartetAufFreigabe: { text: "wartet auf eine zweite Person", art: "warnung" },
  angeordnet: { text: "unterwegs", art: "info" },
  erstattet: { text: "erstattet", art: "erfolg" },
  gescheitert: { text: "gescheitert", art: "gefahr" },
  abgelehnt: { text: "abgelehnt", art: "info" },
};

const zustaende: Record<Zustand, { buerger: string; amt: string; art: Ton }> = {
  offen: { buerger: "Offen", amt: "offen", art: "warnung" },
  zahlungLaeuft: { buerger: "Zahlung noch nicht bestätigt", amt: "Onlinezahlung läuft", art: "info" },
  teilbezahlt: { buerger: "Teilweise bezahlt", amt: "teilweise bezahlt", art: "warnung" },
  bezahlt: { buerger: "Bezahlt", amt: "bezahlt", art: "erfolg" },
  ueberzahlt: { buerger: "Zu viel bezahlt, wir zahlen zurück", amt: "zu viel bezahlt", art: "warnung" },
  zuKlaeren: { buerger: "Ihre Zahlung wird geprüft", amt: "zu klären", art: "gefahr" },
  erstattet: { buerger: "Erstattet", amt: "erstattet", art: "info" },
  storniert: { buerger: "Nichts mehr zu zahlen", amt: "storniert", art: "info" },
};
const faelligeZustaende: readonly Zustand[] = ["offen", "teilbezahlt"];
export const istUeberfaellig = ({ zustand, faelligAm, stand }: Sollzeile, heute: string): boolean =>
  faelligeZustaende.includes(zustand) && (naechsteRate(stand)?.faelligAm ?? faelligAm) < heute;

export function Zustandsmarke({ zeile, heute, leser }: { zeile: Sollzeile; heute: string; leser: "buerger" | "amt" }): VNode {
  if (istUeberfaellig(zeile, heute)) return <Badge art="gefahr">{leser === "amt" ? "überfällig" : "Überfällig"}</Badge>;
  const worte = zustaende[zeile.zustand];
  return <Badge art={worte.art}>{worte[leser]}</Badge>;
}
