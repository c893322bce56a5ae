import type { ComponentChildren, VNode } from "preact";
import { texte } from "./texte.ts";

const t = texte();

export function ErrorSummary({ fehler }: { fehler: readonly { feld: string; text: string }[] }): VNode | null {
  if (fehler.length === 0) return null;
  return (
    <div class="fehlerliste" role="alert" tabIndex={-1} data-fehlerliste="">
      <h2>{t.fehlerTitel(fehler.length)}</h2>
      <ul>
        {fehler.map(({ feld, text }) => (
          <li key={feld}>
            <a href={`#${feld}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export type Ton = "info" | "erfolg" | "warnung" | "gefahr";
const tonwort: Record<Ton, string> = { info: "Hinweis", erfolg: "Erfolg", warnung: "Achtung", gefahr: "Wichtig" };

export function Alert({ art, titel, children }: { art: Ton; titel: string; children?: ComponentChildren }): VNode {
  return (
    <div class={`hinweis hinweis--${art}`} role={art === "gefahr" ? "alert" : "status"}>
      <h2>
        <span class="kern-sr-only">{tonwort[art]}: </span>
        {titel}
      </h2>
      {children}
    </div>
  );
}

const zeichen: Record<Ton, string> = { info: "●", erfolg: "✓", warnung: "▲", gefahr: "✕" };
/** A state in words and with a sign: colour is never the only cue. */
export function Badge({ art, children }: { art: Ton; children: ComponentChildren }): VNode {
  return (
    <span class={`marke marke--${art}`}>
      <span aria-hidden="true">{zeichen[art]}</span>
      {children}
    </span>
  );
}

export function Button(props: {
  art?: "primary" | "secondary" | "tertiary";
  name?: string;
  wert?: string;
  form?: string;
  children: ComponentChildren;
}): VNode {
  return (
    <button
      class={`kern-btn kern-btn--${props.art ?? "primary"}`}
      type="submit"
      name={props.name}
      value={props.wert}
      form={props.form}
    >
      <span class="kern-label">{props.children}</span>
    </button>
  );
}

export function LinkButton({
  href,
  art = "primary",
  children,
}: {
  href: string;
  art?: "primary" | "secondary" | "tertiary";
  children: ComponentChildren;
}): VNode {
  return (
    <a class={`kern-btn kern-btn--${art}`} href={href}>
      <span class="kern-label">{children}</span>
    </a>
  );
}

export function PrintButton(): VNode {
  return (
    <button class="kern-btn kern-btn--secondary" type="button" data-drucken="" hidden>
      <span class="kern-label">{t.drucken}</span>
    </button>
  );
}

export type Schritt = { titel: string; status: "erledigt" | "aktuell" | "offen"; href?: string };
/** Where the person is in a form; the whole list only on request, so that small screens show the question first. */
export function Stepper({ schritte }: { schritte: readonly Schritt[] }): VNode {
  const stelle = schritte.findIndex((schritt) => schritt.status === "aktuell") + 1;
  return (
    <div class="schritte">
      <div id="fortschritt">{t.schritt(stelle, schritte.length)}</div>
      <progress aria-labelledby="fortschritt" max={schritte.length} value={stelle} />
      <details>
        <summary>{t.alleSchritte}</summary>
        <ol>
          {schritte.map((schritt) => (
            <li key={schritt.titel} aria-current={schritt.status === "aktuell" ? "step" : undefined}>
              {schritt.href && schritt.status === "erledigt" ? <a href={schritt.href}>{schritt.titel}</a> : schritt.titel}{" "}
              <span class="leise">({t[schritt.status]})</span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

export type Verlaufspunkt = { titel: string; datum?: string; text?: ComponentChildren; status: "erledigt" | "aktuell" | "offen" };
export function StatusTimeline({ punkte }: { punkte: readonly Verlaufspunkt[] }): VNode {
  return (
    <ol class="verlauf">
      {punkte.map((punkt, stelle) => (
        <li key={`${stelle}-${punkt.titel}`} class={punkt.status} aria-current={punkt.status === "aktuell" ? "step" : undefined}>
          <strong>
            {punkt.titel}
            <span class="kern-sr-only"> ({t[punkt.status]})</span>
          </strong>
          {punkt.datum && <span class="leise">{punkt.datum}</span>}
          {punkt.text && <p>{punkt.text}</p>}
        </li>
      ))}
    </ol>
  );
}

export type Zeile = { label: string; wert: ComponentChildren; hinweis?: ComponentChildren; aendernHref?: string };
export function SummaryList({ zeilen }: { zeilen: readonly Zeile[] }): VNode {
  return (
    <dl class="liste">
      {zeilen.map((zeile) => (
        <div key={zeile.label}>
          <dt>{zeile.label}</dt>
          <dd>
            {zeile.wert}
            {zeile.aendernHref && (
              <>
                {" "}
                <a href={zeile.aendernHref}>
                  {t.aendern}
                  <span class="kern-sr-only">: {zeile.label}</span>
                </a>
              </>
            )}
          </dd>
          {zeile.hinweis && <dd class="leise">{zeile.hinweis}</dd>}
        </div>
      ))}
    </dl>
  );
}

export type Aufgabe = { titel: string; href?: string; status: string; art: Ton };
export function TaskList({ aufgaben }: { aufgaben: readonly Aufgabe[] }): VNode {
  return (
    <ul class="dateien">
      {aufgaben.map((aufgabe) => (
        <li key={aufgabe.titel}>
          {aufgabe.href ? <a href={aufgabe.href}>{aufgabe.titel}</a> : <span>{aufgabe.titel}</span>}
          <Badge art={aufgabe.art}>{aufgabe.status}</Badge>
        </li>
      ))}
    </ul>
  );
}

export function EmptyState({ titel, children }: { titel: string; children?: ComponentChildren }): VNode {
  return (
    <div class="leer">
      <p>
        <strong>{titel}</strong>
      </p>
      {children}
    </div>
  );
}

export function Details({
  titel,
  children,
  offen = false,
}: {
  titel: string;
  children: ComponentChildren;
  offen?: boolean;
}): VNode {
  return (
    <details open={offen}>
      <summary>{titel}</summary>
      {children}
    </details>
  );
}

/** From where a value was filled in, and as of when. */
export function SourceNote({ quelle, stand }: { quelle: string; stand: string | null }): VNode {
  return (
    <span class="leise">
      {t.quelle} {quelle}
      {stand ? `, Stand ${stand}` : ""}
    </span>
  );
}
