import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { Button, DataTable, LinkButton, Seite, Select, TextField } from "#ui";
import type { StandZeile } from "../../store.ts";
import { type Filter, filter, zeit } from "../worte.ts";
import { Phasenmarke } from "./teile.tsx";

export type Listenwahl = { filter: Filter; sortierung: string; suche: string; amt: string; meine: string; seite: number };
export type Listenprops = {
  frame: Frame;
  wahl: Listenwahl;
  zahlen: Readonly<Record<Filter, number>>;
  zeilen: readonly StandZeile[];
  gesamt: number;
  jeSeite: number;
  heute: string;
  /** Offices that this person sees. */
  aemter: readonly { wert: string; text: string }[];
  darfErfassen: boolean;
};

export const alsUrl = ({ seite, ...wahl }: Listenwahl, aenderung: Record<string, string> = {}): string => {
  const alle = { ...wahl, seite: String(seite), ...aenderung };
  const gesetzt = Object.entries(alle).filter(([name, wert]) => wert !== "" && !(name === "seite" && wert === "1"));
  return new URLSearchParams(gesetzt).toString();
};

/** The inbox by what is to do. */
export function Eingangsliste(props: Listenprops): VNode {
  const { wahl, zeilen, heute } = props;
  const href = (aenderung: Record<string, string>) => `/amt/rechnungen?${alsUrl(wahl, aenderung)}`;
  return (
    <Seite {...props.frame} titel="Eingehende Rechnungen" breite="weit">
      <nav aria-label="Auswahl" class="reihe">
        {Object.entries(filter).map(([name, { titel }]) => (
          <a
            key={name}
            href={href({ filter: name, seite: "1" })}
            aria-current={name === wahl.filter ? "true" : undefined}
            class={`kern-btn kern-btn--${name === wahl.filter ? "primary" : "secondary"}`}
          >
            <span class="kern-label">
              {titel} ({props.zahlen[name as Filter]})
            </span>
          </a>
        ))}
      </nav>
      <form method="get" action="/amt/rechnungen" class="suche suche--weit abstand" role="search">
        <input type="hidden" name="filter" value={wahl.filter} />
        <input type="hidden" name="sortierung" value={wahl.sortierung} />
        <TextField name="suche" label="Lieferant, Rechnungs- oder Eingangsnummer" wert={wahl.suche} />
        {props.aemter.length > 1 && (
          <Select name="amt" label="Amt" optionen={[{ wert: "", text: "alle" }, ...props.aemter]} wert={wahl.amt} />
        )}
        <Select
          name="meine"
          label="Liegt bei"
          optionen={[
            { wert: "", text: "allen" },
            { wert: "ja", text: "mir" },
          ]}
          wert={wahl.meine}
        />
        <Button art="secondary">Anzeigen</Button>
      </form>
      <DataTable
        titel={`${filter[wahl.filter].titel}: ${props.gesamt} ${props.gesamt === 1 ? "Rechnung" : "Rechnungen"}`}
        leer={wahl.suche || wahl.amt || wahl.meine ? "Nichts passt zu dieser Auswahl." : "Hier ist nichts zu tun."}
        zeilen={zeilen}
        schluessel={({ id }) => id}
        sortierung={wahl.sortierung}
        href={href}
        blaettern={{ seite: wahl.seite, jeSeite: props.jeSeite, gesamt: props.gesamt }}
        spalten={[
          {
            schluessel: "lieferant",
            titel: "Lieferant und Nummer",
            zelle: ({ id, stand, dateiname }) => (
              <>
                <a href={`/amt/rechnungen/${id}`}>{stand.kopf?.lieferant.name ?? dateiname}</a>
                {stand.kopf && <span class="leise rechnung__zusatz">{stand.kopf.rechnungsnummer}</span>}
              </>
            ),
          },
          {
            schluessel: "eingang",
            titel: "Eingang",
            sortierung: wahl.sortierung === "aelteste" ? "neueste" : "aelteste",
            zelle: ({ eingegangenAm, eingangsnummer }) => (
              <>
                {zeit.format(eingegangenAm).split(",")[0]}
                <span class="leise rechnung__zusatz">{eingangsnummer}</span>
              </>
            ),
          },
          {
            schluessel: "faellig",
            titel: "Fällig",
            sortierung: "faellig",
            zelle: ({ stand: { zahlung, bezahlt } }) =>
              zahlung ? (
                <>
                  {formatiereDatum(zahlung.faelligAm)}
                  {zahlung.faelligAm < heute && !bezahlt && <strong class="wert-nein rechnung__zusatz">überfällig</strong>}
                </>
              ) : (
                "–"
              ),
          },
          {
            schluessel: "skonto",
            titel: "Skonto",
            sortierung: "skonto",
            zelle: ({ stand: { zahlung } }) => {
              const [erste] = zahlung?.skonto ?? [];
              return erste && erste.bis >= heute ? (
                <>
                  {formatiereEuro(erste.ersparnisCent)}
                  <span class="leise rechnung__zusatz">bis {formatiereDatum(erste.bis)}</span>
                </>
              ) : (
                "–"
              );
            },
          },
          {
            schluessel: "betrag",
            titel: "Betrag",
            zahl: true,
            sortierung: "betrag",
            zelle: ({ stand: { kopf } }) => (kopf ? formatiereEuro(kopf.zahlbarCent) : "–"),
          },
          {
            schluessel: "stand",
            titel: "Stand",
            zelle: ({ stand: { phase, zustaendig } }) => (
              <>
                <Phasenmarke phase={phase} />
                {zustaendig && <span class="leise rechnung__zusatz">bei {zustaendig.name ?? zustaendig.kennung}</span>}
              </>
            ),
          },
        ]}
      />
      <div class="reihe">
        <LinkButton href={`/amt/rechnungen.csv?${alsUrl({ ...wahl, seite: 1 })}`} art="secondary">
          Liste als CSV
        </LinkButton>
        <LinkButton href="/amt/rechnungen/auswertung" art="secondary">
          Auswertungen
        </LinkButton>
        {props.darfErfassen && (
          <LinkButton href="/amt/rechnungen/papier" art="secondary">
            Papierrechnung anlegen
          </LinkButton>
        )}
      </div>
    </Seite>
  );
}
