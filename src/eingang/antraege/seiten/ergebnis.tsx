import type { VNode } from "preact";
import { betragstafeln, type Entscheidung, ergebniswort, formatiereZeitraum, type Leistung, type Umstand } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { Details, SummaryList } from "#ui";

/**
 * The result in a word, what is paid or owed, why, the facts with origin, what would have changed it, and behind a fold the calculation
 * step by step. `umstaende` missing: a hint, which nobody decided.
 */
export function Ergebnis(props: { entscheidung: Entscheidung; leistung: Leistung; umstaende?: readonly Umstand[] }): VNode {
  const { entscheidung, leistung, umstaende = [] } = props;
  const gewaehrt = (entscheidung.art === "vonHand" ? entscheidung.vorschlag : entscheidung.art) === "bewilligt";
  // A record decides nothing: there is no why, and nothing that would have changed it.
  const bescheinigt = gewaehrt && leistung.rechtsnatur === "bescheinigung";
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
      {!bescheinigt && (
        <>
          <h3>Warum</h3>
          <ul>
            {entscheidung.gruende.map((grund) => (
              <li key={grund.text}>
                {grund.text} <span class="leise">({grund.norm})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {entscheidung.tatsachen.length > 0 && <h3>{bescheinigt ? "Angaben" : "Davon sind wir ausgegangen"}</h3>}
      <SummaryList
        zeilen={entscheidung.tatsachen.map(({ text, wert, herkunft }) => ({
          label: text,
          wert,
          hinweis: herkunft.stand ? `${herkunft.quelle}, Stand ${formatiereDatum(herkunft.stand.slice(0, 10))}` : herkunft.quelle,
        }))}
      />
      {entscheidung.rechnung.length > 0 && (
        <Details titel="So haben wir gerechnet, Schritt für Schritt">
          {entscheidung.rechnung.map(({ von, bis, schritte }) => (
            <section key={von}>
              <h4>{formatiereZeitraum(von, bis)}</h4>
              <SummaryList
                zeilen={schritte.map(({ text, betragCent, norm }) => ({
                  label: text,
                  wert: formatiereEuro(betragCent),
                  hinweis: norm,
                }))}
              />
            </section>
          ))}
        </Details>
      )}
      {!bescheinigt && umstaende.length > 0 && (
        <>
          <h3>Was das Ergebnis ändern würde</h3>
          <ul>
            {umstaende.map(({ text, norm }) => (
              <li key={text}>
                {text} {norm && <span class="leise">({norm})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
