import type { VNode } from "preact";
import { betragstafeln, type Entscheidung, ergebniswort, type Leistung } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { Details, SummaryList } from "#ui";

/** The result in a word, what is paid or owed, why, and behind a fold the facts with origin and the calculation. */
export function Ergebnis({ entscheidung, leistung }: { entscheidung: Entscheidung; leistung: Leistung }): VNode {
  const gewaehrt = (entscheidung.art === "vonHand" ? entscheidung.vorschlag : entscheidung.art) === "bewilligt";
  return (
    <section>
      <h2>{ergebniswort(entscheidung, leistung.bescheid.worte)}</h2>
      {gewaehrt &&
        betragstafeln(entscheidung).map(({ art, titel, imMonat, zeilen }) => (
          <section key={art}>
            <h3>{titel}</h3>
            <SummaryList
              zeilen={zeilen.map(({ wofuer, betragCent }) => ({
                label: wofuer,
                wert: imMonat ? `${formatiereEuro(betragCent)} im Monat` : formatiereEuro(betragCent),
              }))}
            />
          </section>
        ))}
      <h3>Warum</h3>
      <ul>
        {entscheidung.gruende.map((grund) => (
          <li key={grund.text}>
            {grund.text} <span class="leise">({grund.norm})</span>
          </li>
        ))}
      </ul>
      <Details titel="Wovon wir ausgegangen sind und wie wir gerechnet haben">
        <SummaryList
          zeilen={entscheidung.tatsachen.map(({ text, wert, herkunft }) => ({
            label: text,
            wert,
            hinweis: herkunft.stand
              ? `${herkunft.quelle}, Stand ${formatiereDatum(herkunft.stand.slice(0, 10))}`
              : herkunft.quelle,
          }))}
        />
        {entscheidung.rechnung.map((rechnung) => (
          <SummaryList
            key={rechnung.von}
            zeilen={rechnung.schritte.map((schritt) => ({
              label: schritt.text,
              wert: formatiereEuro(schritt.betragCent),
              hinweis: schritt.norm,
            }))}
          />
        ))}
      </Details>
    </section>
  );
}
