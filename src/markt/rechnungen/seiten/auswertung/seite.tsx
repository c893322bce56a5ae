import type { VNode } from "preact";
import type { Frame } from "#auth";
import { Button, DataTable, LinkButton, Seite, Select } from "#ui";
import { Diagramm } from "./diagramm.tsx";
import { type Sicht, sichten, sortiere } from "./sichten.ts";
import type { Auswertung, Zelle } from "./zellen.ts";

export type Sichtwahl = { sicht: Sicht; amt: string; monate: number; sortierung: string; seite: number };
export type Auswertungsprops = {
  frame: Frame;
  wahl: Sichtwahl;
  auswertung: Auswertung;
  aemter: readonly { wert: string; text: string }[];
};

export const monatswahl = [3, 6, 12, 24] as const;
const JE_SEITE = 25;

const alsUrl = (wahl: Sichtwahl, aenderung: Record<string, string> = {}): string => {
  const { seite, monate, ...rest } = wahl;
  const alle = {
    ...rest,
    monate: sichten[wahl.sicht].zeitraum ? String(monate) : "",
    seite: seite > 1 ? String(seite) : "",
    ...aenderung,
  };
  return new URLSearchParams(Object.entries(alle).filter(([, wert]) => wert !== "")).toString();
};

/** One question, one picture, one table; all of the choice stands in the address. */
export function Auswertungsseite({ frame, wahl, auswertung, aemter }: Auswertungsprops): VNode {
  const href = (aenderung: Record<string, string>) => `/amt/rechnungen/auswertung?${alsUrl(wahl, aenderung)}`;
  const zeilen = sortiere(auswertung, wahl.sortierung);
  const seiten = zeilen.slice((wahl.seite - 1) * JE_SEITE, wahl.seite * JE_SEITE);
  const { zeitraum } = sichten[wahl.sicht];
  return (
    <Seite {...frame} titel={auswertung.frage} breite="weit" zurueck={{ href: "/amt/rechnungen", text: "Eingehende Rechnungen" }}>
      <nav aria-label="Auswertungen" class="reihe">
        {Object.entries(sichten).map(([name, { titel }]) => (
          <a
            key={name}
            href={`/amt/rechnungen/auswertung?${new URLSearchParams({ sicht: name, ...(wahl.amt && { amt: wahl.amt }) })}`}
            aria-current={name === wahl.sicht ? "page" : undefined}
            class={`kern-btn kern-btn--${name === wahl.sicht ? "primary" : "secondary"}`}
          >
            <span class="kern-label">{titel}</span>
          </a>
        ))}
      </nav>
      {(aemter.length > 1 || zeitraum) && (
        <form method="get" action="/amt/rechnungen/auswertung" class="suche abstand">
          <input type="hidden" name="sicht" value={wahl.sicht} />
          {aemter.length > 1 && (
            <Select name="amt" label="Amt" optionen={[{ wert: "", text: "alle" }, ...aemter]} wert={wahl.amt} />
          )}
          {zeitraum && (
            <Select
              name="monate"
              label="Zeitraum"
              optionen={monatswahl.map((n) => ({ wert: String(n), text: `letzte ${n} Monate` }))}
              wert={String(wahl.monate)}
            />
          )}
          <Button art="secondary">Anzeigen</Button>
        </form>
      )}
      {auswertung.bild && <Diagramm {...auswertung.bild} />}
      <DataTable
        titel={sichten[wahl.sicht].titel}
        leer={auswertung.leer}
        zeilen={seiten}
        schluessel={(zeile) => auswertung.spalten.map(({ name }) => zeile[name]?.text).join("|")}
        sortierung={wahl.sortierung}
        href={href}
        blaettern={{ seite: wahl.seite, jeSeite: JE_SEITE, gesamt: zeilen.length }}
        spalten={auswertung.spalten.map(({ name, titel, zahl }) => ({
          schluessel: name,
          titel,
          ...(zahl && { zahl }),
          sortierung: name,
          zelle: (zeile: Readonly<Record<string, Zelle>>) => {
            const zelle = zeile[name];
            return zelle?.href ? <a href={zelle.href}>{zelle.text}</a> : (zelle?.text ?? "");
          },
        }))}
      />
      {auswertung.hinweis && zeilen.length > 0 && <p class="leise">{auswertung.hinweis}</p>}
      {zeilen.length > 0 && (
        <div class="reihe">
          <LinkButton href={`/amt/rechnungen/auswertung.csv?${alsUrl({ ...wahl, seite: 1 })}`} art="secondary">
            Tabelle als CSV
          </LinkButton>
        </div>
      )}
    </Seite>
  );
}
