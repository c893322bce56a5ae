import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereDatum } from "#kalender";
import { getLeistung } from "#leistungen";
import { Button, DataTable, Seite, TextField } from "#ui";
import { oeffentlicherStatus, type Phase, type StandZeile } from "#vorgaenge";
import { zeit } from "./zeit.ts";

export const filter = {
  offen: { titel: "Zu bearbeiten", phasen: ["beiSachbearbeitung", "imWiderspruch"] },
  freigabe: { titel: "Zur Freigabe", phasen: ["entschieden"] },
  // Whatever the phase: these are read from another place (`listeNachzusehende`).
  nachsehen: { titel: "Nachzusehen", phasen: [] },
  wartet: { titel: "Wartet auf Antwort", phasen: ["wartetAufBuerger", "wartetAufZahlung"] },
  laufend: { titel: "In Prüfung", phasen: ["inPruefung", "freigegeben", "beschieden"] },
  erledigt: {
    titel: "Entschieden",
    phasen: [
      "zugestellt",
      "bekanntgegeben",
      "bestandskraeftig",
      "zurueckgezogen",
      "abgegeben",
      "abgeschlossen",
      "vorgelegt",
      "beklagt",
    ],
  },
} as const satisfies Record<string, { titel: string; phasen: readonly Phase[] }>;
export type Filter = keyof typeof filter;

export type ListenProps = {
  frame: Frame;
  gewaehlt: Filter;
  zeilen: readonly StandZeile[];
  gesamt: number;
  /** How many wait for release only, together with others. */
  gemeinsam: number;
  seite: number;
  jeSeite: number;
  sortierung: string;
  anzahl: Record<Filter, number>;
  kennung: string;
};

export function Arbeitsliste(props: ListenProps): VNode {
  const href = (aenderung: Record<string, string>) =>
    `/amt?${new URLSearchParams({ filter: props.gewaehlt, sortierung: props.sortierung, seite: String(props.seite), ...aenderung })}`;
  return (
    <Seite {...props.frame} titel="Vorgänge" breite="weit">
      <nav aria-label="Auswahl" class="reihe">
        {Object.entries(filter).map(([key, { titel }]) => (
          <a
            key={key}
            href={href({ filter: key, seite: "1" })}
            aria-current={key === props.gewaehlt ? "true" : undefined}
            class={`kern-btn kern-btn--${key === props.gewaehlt ? "primary" : "secondary"}`}
          >
            <span class="kern-label">
              {titel} ({props.anzahl[key as Filter]})
            </span>
          </a>
        ))}
      </nav>
      {props.gemeinsam > 0 && (
        <p class="abstand">
          <a href="/amt/sammel">
            {props.gemeinsam === 1
              ? "1 vorbereiteten Antrag freigeben"
              : `${props.gemeinsam} vorbereitete Anträge gemeinsam freigeben`}
          </a>
        </p>
      )}
      <form method="get" action="/amt/suche" class="suche abstand" role="search">
        <TextField name="aktenzeichen" label="Aktenzeichen" hinweis="Zum Beispiel UV-26-7K3M-9QPX" />
        <Button art="secondary">Öffnen</Button>
      </form>
      <DataTable
        titel={filter[props.gewaehlt].titel}
        leer={
          props.gewaehlt === "offen"
            ? "Hier ist gerade nichts zu tun. Neue Fälle erscheinen von selbst."
            : "Keine Vorgänge in dieser Auswahl."
        }
        zeilen={props.zeilen}
        schluessel={(zeile) => zeile.id}
        sortierung={props.sortierung}
        href={href}
        blaettern={{ seite: props.seite, jeSeite: props.jeSeite, gesamt: props.gesamt }}
        spalten={[
          {
            schluessel: "aktenzeichen",
            titel: "Aktenzeichen",
            zelle: (zeile) => <a href={`/amt/vorgang/${zeile.id}`}>{zeile.aktenzeichen}</a>,
          },
          {
            schluessel: "leistung",
            titel: "Leistung",
            zelle: (zeile) => `${getLeistung(zeile.leistung).name}${zeile.stand.aendert ? " (Änderung)" : ""}`,
          },
          {
            schluessel: "grund",
            titel: "Warum",
            zelle: (zeile) =>
              (props.gewaehlt === "nachsehen" ? zeile.stand.nachsehen?.[0] : zeile.stand.gruende?.[0]) ??
              oeffentlicherStatus(zeile.stand).text,
          },
          { schluessel: "alter", titel: "Eingegangen", sortierung: "aelteste", zelle: (zeile) => zeit.format(zeile.eroeffnetAm) },
          {
            schluessel: "frist",
            titel: "Nächster Termin",
            sortierung: "frist",
            zelle: (zeile) => (zeile.stand.termin ? formatiereDatum(zeile.stand.termin) : "–"),
          },
          {
            schluessel: "wer",
            titel: "Bei",
            zelle: (zeile) =>
              zeile.stand.zugewiesenAn
                ? zeile.stand.zugewiesenAn.kennung === props.kennung
                  ? "mir"
                  : zeile.stand.zugewiesenAn.name
                : "–",
          },
        ]}
      />
    </Seite>
  );
}
