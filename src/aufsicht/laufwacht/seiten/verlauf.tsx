import type { VNode } from "preact";
import { formatiereDatum } from "#kalender";
import { DataTable, paths } from "#ui";
import { Reihenbild } from "./bilder.tsx";
import type { Jobseiteprops } from "./job.tsx";
import { ganz, mitFragen } from "./teile.tsx";

export const worte = {
  erwartet: "war so zu erwarten",
  echt: "war eine echte Störung",
  neuesNiveau: "neues Niveau ab diesem Tag",
} as const;
export const zeitraeume = { "90": "90 Tage", "365": "ein Jahr", "730": "zwei Jahre" } as const;

/** The server's picture; a script puts one in its place that can be panned and zoomed. */
export function Verlaufsbild({ job, morgen, zeitraum, punkte, hier }: Jobseiteprops & { hier: string }): VNode {
  const taten = { frueher: "Früher", spaeter: "Später", naeher: "Näher", weiter: "Weiter weg", alles: "Alles" };
  return (
    <div data-skript={paths.reihe} data-quelle={mitFragen(`${hier}/reihe`, { morgen })} data-tage={zeitraum}>
      <div data-teil="bild">
        <Reihenbild punkte={punkte} titel={`${job.name}, ${job.mandant}: Anzahl je Tag, ${zeitraeume[zeitraum]}`} />
      </div>
      <div class="leinwand" data-teil="beweglich" hidden>
        <canvas
          data-teil="leinwand"
          tabIndex={0}
          role="application"
          aria-label={`${job.name}, ${job.mandant}: Anzahl je Tag, verschiebbar`}
          aria-describedby="leinwand-hilfe"
        />
        <p class="leinwand__tag" data-teil="tag" aria-live="polite" />
        <div class="reihe" role="group" aria-label="Ausschnitt wählen">
          {Object.entries(taten).map(([tat, text]) => (
            <button key={tat} type="button" data-tat={tat}>
              {text}
            </button>
          ))}
          <output class="leise" data-teil="ansage" />
        </div>
        <p class="leise" id="leinwand-hilfe">
          Ziehen verschiebt, Strg und Mausrad vergrößert. Tasten: ← und → verschieben, + und − vergrößern, 0 zeigt alles, Umschalt
          mit ← und → liest Tag für Tag.
        </p>
      </div>
    </div>
  );
}

export function Zahlentabelle({ zahlen, hier, morgen, zeitraum }: Jobseiteprops & { hier: string }): VNode {
  return (
    <DataTable
      titel="Anzahl je Tag, die neuesten zuerst"
      leer="Noch keine Zahlen."
      zeilen={zahlen.zeilen}
      schluessel={({ tag }) => tag}
      blaettern={zahlen.blaettern}
      href={({ seite = "1" }) => `${mitFragen(hier, { morgen, zeitraum, seite })}#zahlen`}
      spalten={[
        { schluessel: "tag", titel: "Tag", zelle: ({ tag }) => formatiereDatum(tag) },
        { schluessel: "wert", titel: "Gekommen", zahl: true, zelle: ({ wert }) => ganz(wert) },
        {
          schluessel: "erwartet",
          titel: "Erwartet",
          zahl: true,
          zelle: ({ erwartet }) => (erwartet === undefined ? "–" : ganz(erwartet)),
        },
        {
          schluessel: "streuung",
          titel: "Streuung",
          zahl: true,
          zelle: ({ streuung }) => (streuung === undefined ? "–" : `± ${ganz(streuung)}`),
        },
        {
          schluessel: "marke",
          titel: "Vermerk",
          zelle: ({ marke }) => (marke === "auffaellig" ? "auffällig" : marke ? worte[marke] : ""),
        },
      ]}
    />
  );
}
