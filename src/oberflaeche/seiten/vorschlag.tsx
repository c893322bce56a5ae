import type { VNode } from "preact";
import { betragstafeln, type Entscheidung } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { Badge, Details, SummaryList, type Ton } from "#ui";

/** What the rules would do, why, and every step of theirs. */
export function Vorschlag({ vorschlag, bejaht }: { vorschlag: Entscheidung; bejaht?: Entscheidung | undefined }): VNode {
  const wort = vorschlag.vorschlag ?? vorschlag.art;
  const text = wort === "bewilligt" ? "Bewilligen" : wort === "abgelehnt" ? "Ablehnen" : "Noch nicht entscheidbar";
  const art: Ton = wort === "bewilligt" ? "erfolg" : wort === "abgelehnt" ? "gefahr" : "warnung";
  return (
    <section>
      <h2>
        Vorschlag der Regeln: <Badge art={art}>{text}</Badge>
      </h2>
      {/* Months that nobody can reckon yet would read as nothing to pay. */}
      {vorschlag.vorschlag && <Betraege entscheidung={vorschlag} />}
      <ul>
        {vorschlag.gruende.map((grund) => (
          <li key={grund.text}>
            {grund.text} <span class="leise">({grund.norm})</span>
          </li>
        ))}
      </ul>
      {vorschlag.offen.length > 0 && (
        <p>Offen, in dieser Reihenfolge zu klären: {vorschlag.offen.map((frage) => frage.titel).join("; ")}.</p>
      )}
      {bejaht && (
        <section>
          <h3>Wenn Sie alles Offene mit Ja beurteilen</h3>
          <Betraege entscheidung={bejaht} />
        </section>
      )}
      {vorschlag.tatsachen.length > 0 && (
        <section>
          <h3>Davon gehen die Regeln aus</h3>
          <SummaryList
            zeilen={vorschlag.tatsachen.map(({ text: label, wert, herkunft }) => ({
              label,
              wert,
              hinweis: herkunft.stand ? `${herkunft.quelle}, ${formatiereDatum(herkunft.stand.slice(0, 10))}` : herkunft.quelle,
            }))}
          />
        </section>
      )}
      <Details titel="Jeder Schritt der Regeln">
        <section class="tabelle" aria-label="Spur der Auswertung" tabIndex={0}>
          <table>
            <caption>Spur der Auswertung</caption>
            <thead>
              <tr>
                <th scope="col">Knoten</th>
                <th scope="col">Norm</th>
                <th scope="col">Wert</th>
              </tr>
            </thead>
            <tbody>
              {vorschlag.spur.map((zeile) => (
                <tr key={zeile.schluessel}>
                  <th scope="row">{zeile.titel}</th>
                  <td>{zeile.norm || "–"}</td>
                  <td>{wertText(zeile.wert)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Details>
    </section>
  );
}

const Betraege = ({ entscheidung }: { entscheidung: Entscheidung }): VNode => (
  <>
    {betragstafeln(entscheidung).map(({ titel, imMonat, zeilen }) => (
      <section key={titel}>
        <h3>{titel}</h3>
        <SummaryList
          zeilen={zeilen.map(({ wofuer, betragCent, norm }) => ({
            label: wofuer,
            wert: imMonat ? `${formatiereEuro(betragCent)} im Monat` : formatiereEuro(betragCent),
            hinweis: norm,
          }))}
        />
      </section>
    ))}
  </>
);

function wertText(wert: unknown): string {
  if (wert === undefined || wert === null) return "unbekannt";
  if (typeof wert === "boolean") return wert ? "ja" : "nein";
  if (Array.isArray(wert)) return wert.length === 0 ? "keine" : wert.map(wertText).join(" / ");
  if (typeof wert !== "object") return String(wert);
  return Object.entries(wert)
    .map(([name, teil]) => `${name}: ${wertText(teil)}`)
    .join(", ");
}
