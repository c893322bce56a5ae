import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { paths } from "./assets.ts";
import { type Sprache, texte } from "./texte.ts";

export type Seitenmandant = { name: string; schluessel: string };
/** `bereiche`: where this person of the office may go. */
export type Seitennutzer =
  | { name: string; art: "buerger" }
  | { name: string; art: "amt"; bereiche: readonly { pfad: string; titel: string }[] };
export type SeiteProps = {
  titel: string;
  /** Whose town hall; null on the installation's own pages. */
  mandant: Seitenmandant | null;
  nutzer?: Seitennutzer | undefined;
  /** Path of this page: marks the place in the navigation and is where a log-in returns to. */
  pfad: string;
  zurueck?: { href: string; text?: string } | undefined;
  breite?: "text" | "weit";
  /** False where the page brings its own h1. */
  mitTitel?: boolean;
  sprache?: Sprache;
  children: ComponentChildren;
};

const navigation = {
  gast: [["/", "Leistungen"]],
  buerger: [
    ["/", "Leistungen"],
    ["/mein", "Mein Bereich"],
    ["/postfach", "Postfach"],
    ["/datenschutz", "Datenschutzcockpit"],
  ],
} as const;
const punkteFuer = (nutzer: Seitennutzer | undefined): readonly (readonly [string, string])[] =>
  nutzer?.art === "amt" ? nutzer.bereiche.map(({ pfad, titel }) => [pfad, titel] as const) : navigation[nutzer?.art ?? "gast"];

/** The frame of every page: everything in it works without JavaScript, and no style or script stands in the page itself. */
export function Seite(props: SeiteProps): VNode {
  const { titel, mandant, nutzer, pfad, breite = "text", mitTitel = true, sprache = "de" } = props;
  const t = texte(sprache);
  return (
    <html lang={sprache === "en" ? "en" : "de"}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${titel} – ${mandant?.name ?? "Fachwerk"}`}</title>
        <link rel="stylesheet" href={paths.style} />
        {mandant && <link rel="stylesheet" href="/mandant.css" />}
        <link rel="icon" href={paths.favicon} type="image/svg+xml" />
        <script src={paths.script} type="module" />
      </head>
      <body>
        <a class="sprungmarke" href="#inhalt">
          {t.zumInhalt}
        </a>
        <Kopf mandant={mandant} nutzer={nutzer} pfad={pfad} sprache={sprache} />
        <main id="inhalt" class={`huelle inhalt inhalt--${breite}`} tabIndex={-1}>
          {props.zurueck && (
            <a class="zurueck" href={props.zurueck.href}>
              <span aria-hidden="true">← </span>
              {props.zurueck.text ?? t.zurueck}
            </a>
          )}
          {mitTitel && <h1>{titel}</h1>}
          {props.children}
        </main>
        <footer class="fuss">
          <div class="huelle">
            <span>{mandant?.name ?? "Fachwerk"}</span>
            {mandant && (
              <nav aria-label={t.fusszeile}>
                <ul>
                  <li>
                    <a href="/impressum">{t.impressum}</a>
                  </li>
                  <li>
                    <a href="/datenschutzerklaerung">{t.datenschutz}</a>
                  </li>
                  <li>
                    <a href="/barrierefreiheit">{t.barrierefreiheit}</a>
                  </li>
                </ul>
              </nav>
            )}
          </div>
        </footer>
      </body>
    </html>
  );
}

function Kopf({ mandant, nutzer, pfad, sprache }: Pick<SeiteProps, "mandant" | "nutzer" | "pfad" | "sprache">): VNode {
  const t = texte(sprache);
  const punkte = punkteFuer(nutzer);
  const name = mandant?.name ?? "Fachwerk";
  return (
    <header class="kopf">
      <div class="huelle">
        <div class="kopf__oben">
          <a class="kopf__marke" href={nutzer?.art === "amt" ? "/amt" : "/"}>
            <svg viewBox="0 0 36 42" aria-hidden="true" focusable="false">
              <path class="wappen" d="M2 2h32v20c0 10-7 16-16 18C9 38 2 32 2 22z" />
              <text class="wappen-text" x="18" y="26">
                {name.split(" ").at(-1)?.slice(0, 1)}
              </text>
            </svg>
            {name}
          </a>
          {mandant && (
            <div class="kopf__nutzer">
              {nutzer ? (
                <>
                  <span>
                    {t.angemeldetAls} <strong>{nutzer.name}</strong>
                  </span>
                  <form method="post" action="/abmelden">
                    <button class="knopf-link" type="submit">
                      {t.abmelden}
                    </button>
                  </form>
                </>
              ) : (
                <a href={`/anmeldung?ziel=${encodeURIComponent(pfad)}`}>{t.anmelden}</a>
              )}
            </div>
          )}
        </div>
        {mandant && (
          <nav aria-label={t.hauptnavigation}>
            <ul>
              {punkte.map(([href, text]) => (
                <li key={href}>
                  <a
                    href={href}
                    aria-current={
                      pfad === href ? "page" : pfad.startsWith(`${href}/`) && href !== "/" && href !== "/amt" ? "true" : undefined
                    }
                  >
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
