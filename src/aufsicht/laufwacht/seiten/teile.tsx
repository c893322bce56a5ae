import type { VNode } from "preact";
import { type Lageart, lagen } from "../sicht/lage.ts";

export const WURZEL = "/betrieb/laufwacht";
const punkte = [
  ["", "Übersicht"],
  ["/bericht", "Morgenbericht"],
  ["/kalender", "Kalender"],
  ["/schwellen", "Schwellen"],
  ["/empfaenger", "Empfänger"],
  ["/annahme", "Annahme"],
] as const;

export function Unternavigation({ pfad }: { pfad: string }): VNode {
  return (
    <nav class="unternavigation" aria-label="Laufwacht">
      <ul class="lagen">
        {punkte.map(([ende, text]) => (
          <li key={ende}>
            <a href={`${WURZEL}${ende}`} aria-current={pfad === `${WURZEL}${ende}` ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How a job stands, as sign and word; the colour only repeats it. */
export function Lagemarke({ lage, mehr }: { lage: Lageart; mehr?: string | undefined }): VNode {
  const { zeichen, wort } = lagen[lage];
  return (
    <span class={`lagemarke lagemarke--${lage}`}>
      <span aria-hidden="true">{zeichen}</span> {wort}
      {mehr}
    </span>
  );
}

const zeitform = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "medium", timeStyle: "short" });
export const wann = (zeit: Date): string => `${zeitform.format(zeit)} Uhr`;
export const uhrzeit = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", timeStyle: "short" });
export const ganz = (wert: number): string => Math.round(wert).toLocaleString("de-DE");
export const mitFragen = (pfad: string, werte: Readonly<Record<string, string | undefined>>): string => {
  const fragen = new URLSearchParams(
    Object.entries(werte).filter((each): each is [string, string] => each[1] !== undefined && each[1] !== ""),
  );
  return fragen.size > 0 ? `${pfad}?${fragen}` : pfad;
};
