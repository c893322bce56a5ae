import type { VNode } from "preact";
import { Alert, Details, SummaryList } from "#ui";
import type { Mangel, Pruefbericht } from "./fasse-bericht.ts";

/** The report as a part of a page: the verdict, then what to mend, gravest first. */
export function Berichtsansicht({ bericht }: { bericht: Pruefbericht }): VNode {
  const { angenommen, titel, urteil, angaben, fehler, warnungen, hinweise } = bericht;
  return (
    <>
      <Alert art={angenommen ? "erfolg" : "gefahr"} titel={titel}>
        <p>{urteil}</p>
      </Alert>
      <SummaryList zeilen={angaben.map(({ name, wert }) => ({ label: name, wert }))} />
      {fehler.length > 0 && (
        <section aria-labelledby="fehler">
          <h2 id="fehler">Das müssen Sie beheben</h2>
          <Maengel maengel={fehler} />
        </section>
      )}
      {warnungen.length > 0 && (
        <section aria-labelledby="warnungen">
          <h2 id="warnungen">Das sollten Sie prüfen</h2>
          <p>Diese Punkte verhindern die Annahme nicht.</p>
          <Maengel maengel={warnungen} />
        </section>
      )}
      {hinweise.length > 0 && (
        <Details titel={hinweise.length === 1 ? "Ein Hinweis" : `${hinweise.length} Hinweise`}>
          <Maengel maengel={hinweise} />
        </Details>
      )}
    </>
  );
}

function Maengel({ maengel }: { maengel: readonly Mangel[] }): VNode {
  return (
    <ol class="maengel">
      {maengel.map(({ text, wo, begriffe, regel, ort }) => (
        <li key={`${regel} ${ort} ${text}`}>
          <p class="maengel__text">{text}</p>
          <dl class="knoten__daten">
            <div>
              <dt>Wo</dt>
              <dd>{wo}</dd>
            </div>
            {begriffe.length > 0 && (
              <div>
                <dt>Angaben</dt>
                <dd>{begriffe.join(", ")}</dd>
              </div>
            )}
          </dl>
          <details>
            <summary>Für Ihre Software</summary>
            <p class="leise">
              Regel <code>{regel}</code>, Stelle <code>{ort}</code>
            </p>
          </details>
        </li>
      ))}
    </ol>
  );
}
