import type { ComponentChildren, VNode } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import { amtsthemen, buergerthemen, hausschluessel, type Thema } from "../bevoelkerung/index.ts";
import { type Konto, type Kreis, niveaus } from "./konten.ts";

const hausnamen = { musterstadt: "Musterstadt", beispielkreis: "Beispielkreis", familienkasse: "Familienkasse" } as const;

function Rahmen({ titel, children }: { titel: string; children: ComponentChildren }): VNode {
  return (
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${titel} – Anmeldedienst der Demo`}</title>
        <link rel="stylesheet" href="/stil.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <p>Anmeldedienst der Demo</p>
        </header>
        <main>{children}</main>
        <footer>
          <p>Alle Menschen hier sind erfunden. Niemand braucht ein Passwort.</p>
        </footer>
      </body>
    </html>
  );
}

function Personen({ konten, vorgeschlagen = false }: { konten: readonly Konto[]; vorgeschlagen?: boolean }): VNode {
  return (
    <ul class="personen">
      {konten.map((konto) => (
        <li key={konto.sub}>
          <button type="submit" name="person" value={konto.sub} class={vorgeschlagen ? "person vorgeschlagen" : "person"}>
            <strong>{konto.name}</strong> {konto.geschichte}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Suche({ adresse, text }: { adresse: string; text: string }): VNode {
  return (
    <form class="suche" method="get" action={adresse} role="search">
      <div>
        <label for="suche">Jemand anderes: Name oder Identifikationsnummer</label>
        <input id="suche" type="search" name="suche" value={text} maxLength={80} autocomplete="off" />
      </div>
      <button type="submit" class="knopf">
        Suchen
      </button>
    </form>
  );
}

function Niveauwahl(): VNode {
  return (
    <fieldset>
      <legend>Vertrauensniveau der Anmeldung</legend>
      <label>
        <input type="radio" name="niveau" value="" checked /> wie bei der Person üblich
      </label>
      {niveaus.map((niveau) => (
        <label key={niveau}>
          <input type="radio" name="niveau" value={niveau} /> {niveau}
        </label>
      ))}
    </fieldset>
  );
}

export type Auswahl = {
  kreis: Kreis;
  /** Where the person wants to go; staff of other houses cannot. */
  haus: string | undefined;
  /** Where the forms of this page lead. */
  adresse: string;
  konten: readonly Konto[];
  vorgeschlagen: Konto | undefined;
  suche: string;
  gefunden: readonly Konto[];
};

const mitKonten = (themen: readonly Thema[], konten: readonly Konto[]) =>
  themen.map(({ titel, wer }) => ({ titel, eigene: wer.flatMap((sub) => konten.find((konto) => konto.sub === sub) ?? []) }));

const Themen = ({ themen, Titel }: { themen: ReturnType<typeof mitKonten>; Titel: "h2" | "h3" }): VNode => (
  <>
    {themen.map(({ titel, eigene }) => (
      <section key={titel}>
        <Titel class="thema">{titel}</Titel>
        <Personen konten={eigene} />
      </section>
    ))}
  </>
);

export function auswahlseite(auswahl: Auswahl): string {
  const { kreis, adresse, konten, vorgeschlagen, suche, gefunden } = auswahl;
  const titel = kreis === "amt" ? "Als wer arbeiten Sie?" : "Als wer melden Sie sich an?";
  const eigenes = hausschluessel.find((haus) => haus === auswahl.haus);
  const haeuser = [...hausschluessel].sort((a, b) => Number(b === eigenes) - Number(a === eigenes));
  return seite(
    <Rahmen titel={titel}>
      <h1>{titel}</h1>
      <p>Wählen Sie, was Sie ausprobieren möchten, und dann eine Person.</p>
      {kreis === "buerger" && <Suche adresse={adresse} text={suche} />}
      <form method="post" action={adresse}>
        {kreis === "buerger" && <Niveauwahl />}
        {vorgeschlagen && (
          <>
            <h2>Vorgeschlagen</h2>
            <Personen konten={[vorgeschlagen]} vorgeschlagen />
          </>
        )}
        {suche !== "" && (
          <>
            <h2>{gefunden.length === 0 ? "Niemand gefunden" : `Gefunden: ${gefunden.length}`}</h2>
            {gefunden.length === 0 ? (
              <p>Bitte suchen Sie nach einem Teil des Namens oder nach den ersten Ziffern der Identifikationsnummer.</p>
            ) : (
              <Personen konten={gefunden} />
            )}
          </>
        )}
        {kreis === "buerger" && <Themen Titel="h2" themen={mitKonten(buergerthemen, konten)} />}
        {kreis === "amt" &&
          haeuser.map((haus) =>
            haus === eigenes || !eigenes ? (
              <section key={haus}>
                <h2>Verwaltung {hausnamen[haus]}</h2>
                <Themen Titel="h3" themen={mitKonten(amtsthemen(haus), konten)} />
              </section>
            ) : (
              <details key={haus}>
                <summary>Verwaltung {hausnamen[haus]}: gehört zu einem anderen Haus</summary>
                <Themen Titel="h3" themen={mitKonten(amtsthemen(haus), konten)} />
              </details>
            ),
          )}
        <p class="abbruch">
          <button type="submit" name="abbruch" value="ja" class="knopf leise">
            Abbrechen
          </button>
        </p>
      </form>
    </Rahmen>,
  );
}

export function hinweisseite(titel: string, text: string): string {
  return seite(
    <Rahmen titel={titel}>
      <h1>{titel}</h1>
      <p>{text}</p>
    </Rahmen>,
  );
}

const seite = (inhalt: VNode): string => `<!doctype html>\n${renderToStaticMarkup(inhalt)}`;
