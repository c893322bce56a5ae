import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { Button, DataTable, LinkButton, Seite, TextField } from "#ui";
import { formatiereKassenzeichen } from "../kassenzeichen.ts";
import type { Zustand } from "../sollstand.ts";
import type { Sollzeile } from "../store.ts";
import { Zustandsmarke } from "./worte.tsx";

export const filter = {
  offen: { titel: "Offen", zustaende: ["offen", "teilbezahlt", "zahlungLaeuft"] },
  ueberfaellig: { titel: "Überfällig", zustaende: ["offen", "teilbezahlt"], ueberfaellig: true },
  klaeren: { titel: "Zu klären", zustaende: ["zuKlaeren", "ueberzahlt"] },
  freigeben: { titel: "Freizugeben", zustaende: undefined, freizugeben: true },
  erledigt: { titel: "Erledigt", zustaende: ["bezahlt", "erstattet", "storniert"] },
  alle: { titel: "Alle", zustaende: undefined },
} as const satisfies Record<
  string,
  { titel: string; zustaende: readonly Zustand[] | undefined; ueberfaellig?: true; freizugeben?: true }
>;
export type Filter = keyof typeof filter;

export type SolllistenProps = {
  frame: Frame;
  gewaehlt: Filter;
  zeilen: readonly Sollzeile[];
  gesamt: number;
  summeCent: number;
  seite: number;
  jeSeite: number;
  sortierung: string;
  heute: string;
  mitKontoauszug: boolean;
};

export function Sollliste(props: SolllistenProps): VNode {
  const stand = { filter: props.gewaehlt, sortierung: props.sortierung };
  const href = (aenderung: Record<string, string>) =>
    `/amt/gebuehren?${new URLSearchParams({ ...stand, seite: String(props.seite), ...aenderung })}`;
  return (
    <Seite {...props.frame} titel="Gebühren und Abgaben" breite="weit">
      <nav aria-label="Auswahl" class="reihe">
        {Object.entries(filter).map(([key, { titel }]) => (
          <a
            key={key}
            href={href({ filter: key, seite: "1" })}
            aria-current={key === props.gewaehlt ? "true" : undefined}
            class={`kern-btn kern-btn--${key === props.gewaehlt ? "primary" : "secondary"}`}
          >
            <span class="kern-label">{titel}</span>
          </a>
        ))}
      </nav>
      <form method="get" action="/amt/gebuehren/suche" class="suche abstand" role="search">
        <TextField name="kassenzeichen" label="Kassenzeichen" hinweis="Zwölf Ziffern, steht im Bescheid" />
        <Button art="secondary">Öffnen</Button>
      </form>
      <DataTable
        titel={`${filter[props.gewaehlt].titel}: ${props.gesamt}, noch zu zahlen ${formatiereEuro(props.summeCent)}`}
        leer="Keine Forderungen in dieser Auswahl."
        zeilen={props.zeilen}
        schluessel={(zeile) => zeile.id}
        sortierung={props.sortierung}
        href={href}
        blaettern={{ seite: props.seite, jeSeite: props.jeSeite, gesamt: props.gesamt }}
        spalten={[
          {
            schluessel: "kassenzeichen",
            titel: "Kassenzeichen",
            zelle: (zeile) => <a href={`/amt/gebuehren/${zeile.id}`}>{formatiereKassenzeichen(zeile.kassenzeichen)}</a>,
          },
          { schluessel: "wofuer", titel: "Wofür", zelle: (zeile) => zeile.bezeichnung },
          { schluessel: "wer", titel: "Zahlt", zelle: (zeile) => zeile.schuldner },
          {
            schluessel: "seit",
            titel: "Erhoben",
            sortierung: "neueste",
            zelle: (zeile) => formatiereDatum(tagVon(zeile.eroeffnetAm)),
          },
          { schluessel: "bis", titel: "Fällig", sortierung: "faellig", zelle: (zeile) => formatiereDatum(zeile.faelligAm) },
          {
            schluessel: "stand",
            titel: "Stand",
            zelle: (zeile) => <Zustandsmarke zeile={zeile} heute={props.heute} leser="amt" />,
          },
          {
            schluessel: "offen",
            titel: "Offen",
            zahl: true,
            sortierung: "betrag",
            zelle: (zeile) => formatiereEuro(zeile.offenCent),
          },
        ]}
      />
      <div class="reihe">
        <LinkButton href={`/amt/gebuehren.csv?${new URLSearchParams(stand)}`} art="secondary">
          Liste als CSV
        </LinkButton>
        {props.mitKontoauszug && (
          <LinkButton href="/amt/gebuehren/kontoauszug" art="secondary">
            Kontoauszug einlesen
          </LinkButton>
        )}
      </div>
    </Seite>
  );
}

const berlin = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin", year: "numeric", month: "2-digit", day: "2-digit" });
const tagVon = (zeit: Date) => berlin.format(zeit);
