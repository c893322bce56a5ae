import type { ComponentChildren, VNode } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import { formatiereEuro } from "#geld";
import { stil } from "../identitaet/stil.ts";

export const mittel = { karte: "Kreditkarte oder Debitkarte", wero: "Wero, direkt vom Girokonto" } as const;
export type Mittel = keyof typeof mittel;

export const zahlungsstil = `${stil}
dl { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: 0.5rem 1.5rem; margin: 1rem 0 1.5rem; }
dt { color: var(--leise); }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
dd.betrag { font-size: 1.5rem; }
fieldset { display: grid; }
.knoepfe { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.5rem; }
`;

function Rahmen({ titel, children }: { titel: string; children: ComponentChildren }): VNode {
  return (
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${titel} – Zahlungsdienst der Demo`}</title>
        <link rel="stylesheet" href="/stil.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <p>Zahlungsdienst der Demo</p>
        </header>
        <main>
          <h1>{titel}</h1>
          {children}
        </main>
        <footer>
          <p>Hier fließt kein Geld. Niemand braucht eine Karte.</p>
        </footer>
      </body>
    </html>
  );
}

export function bezahlseite(zahlung: {
  id: string;
  empfaenger: string;
  zweck: string;
  kassenzeichen: string;
  betragCent: number;
}): string {
  return seite(
    <Rahmen titel="Bezahlen">
      <dl>
        <dt>Betrag</dt>
        <dd class="betrag">{formatiereEuro(zahlung.betragCent)}</dd>
        <dt>Empfänger</dt>
        <dd>{zahlung.empfaenger}</dd>
        <dt>Wofür</dt>
        <dd>{zahlung.zweck}</dd>
        <dt>Kassenzeichen</dt>
        <dd>{zahlung.kassenzeichen.replace(/(.{4})(?=.)/g, "$1 ")}</dd>
      </dl>
      <form method="post" action={`/bezahlen/${zahlung.id}`}>
        <fieldset>
          <legend>Womit möchten Sie bezahlen?</legend>
          {Object.entries(mittel).map(([wert, text], stelle) => (
            <label key={wert}>
              <input type="radio" name="mittel" value={wert} checked={stelle === 0} /> {text}
            </label>
          ))}
        </fieldset>
        <div class="knoepfe">
          <button type="submit" class="knopf" name="tat" value="bezahlen">
            Bezahlen
          </button>
          <button type="submit" class="knopf leise" name="tat" value="abbrechen">
            Abbrechen
          </button>
          <button type="submit" class="knopf leise" name="tat" value="fehlschlag">
            Fehlschlag ausprobieren
          </button>
        </div>
      </form>
    </Rahmen>,
  );
}

export const hinweisseite = (titel: string, text: string, zurueck?: string): string =>
  seite(
    <Rahmen titel={titel}>
      <p>{text}</p>
      {zurueck && (
        <p>
          <a href={zurueck}>Zurück zur Verwaltung</a>
        </p>
      )}
    </Rahmen>,
  );

const seite = (inhalt: VNode): string => `<!doctype html>\n${renderToStaticMarkup(inhalt)}`;
