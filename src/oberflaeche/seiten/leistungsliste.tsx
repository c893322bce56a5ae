import type { VNode } from "preact";
import type { Frame } from "#auth";
import { alleLebenslagen, type Lebenslage, type Leistung, lebenslagen } from "#baukasten";
import type { Mandant } from "#tenants";
import { EmptyState, Seite } from "#ui";

/** A Leistung as the entrance shows it; `haus`: another house has it. */
export type Leistungskarte = { leistung: Leistung; haus?: { name: string; adresse: string } };

export function Leistungskarten({ karten }: { karten: readonly Leistungskarte[] }): VNode {
  return (
    <ul class="karten">
      {karten.map(({ leistung, haus }) => (
        <li class="karte karte--klick" key={leistung.schluessel}>
          <h3>
            <a href={`${haus?.adresse ?? ""}/leistungen/${leistung.schluessel}`}>{leistung.name}</a>
          </h3>
          <p>{leistung.kurzbeschreibung}</p>
          {haus && <p class="leise">Zuständig ist: {haus.name}</p>}
        </li>
      ))}
    </ul>
  );
}

/** The situations under which this house has something to offer. */
export function Lebenslagen({ lagen }: { lagen: readonly Lebenslage[] }): VNode {
  return (
    <ul class="lagen">
      {lagen.map((lage) => (
        <li key={lage}>
          <a href={`/lebenslagen/${lebenslagen[lage].pfad}`}>{lage}</a>
        </li>
      ))}
    </ul>
  );
}
export const lagenVon = (karten: readonly Leistungskarte[]): Lebenslage[] =>
  alleLebenslagen.filter((lage) => karten.some(({ leistung }) => leistung.lebenslagen.includes(lage)));

export function Lebenslagenseite(props: {
  frame: Frame;
  lage: Lebenslage;
  karten: readonly Leistungskarte[];
  andere: readonly Lebenslage[];
}): VNode {
  return (
    <Seite {...props.frame} titel={props.lage} zurueck={{ href: "/", text: "Startseite" }} breite="weit">
      <p class="vorspann">{lebenslagen[props.lage].text}</p>
      <h2>Leistungen</h2>
      {props.karten.length === 0 ? (
        <EmptyState titel="Dazu bietet dieses Haus online noch nichts an." />
      ) : (
        <Leistungskarten karten={props.karten} />
      )}
      <p>
        Sie wissen nicht, was Ihnen zusteht? <a href="/anspruch">Wenige Fragen, und wir sagen Ihnen, was passen könnte.</a>
      </p>
      <h2>Andere Lebenslagen</h2>
      <Lebenslagen lagen={props.andere} />
    </Seite>
  );
}

/** Found nothing: what to try next, without searching again from the beginning. */
export function NichtsGefunden({
  mandant,
  meinten,
  lagen,
}: {
  mandant: Mandant;
  meinten: string | undefined;
  lagen: readonly Lebenslage[];
}): VNode {
  return (
    <EmptyState titel="Dazu haben wir online nichts gefunden.">
      {meinten && (
        <p>
          Meinten Sie <a href={`/?suche=${encodeURIComponent(meinten)}`}>{meinten}</a>?
        </p>
      )}
      <p>Suchen Sie lieber nach dem, was gerade los ist:</p>
      <Lebenslagen lagen={lagen} />
      <p>
        Oder beantworten Sie <a href="/anspruch">wenige Fragen</a>, dann sagen wir Ihnen, was passen könnte. Am Telefon helfen wir
        auch: {mandant.einstellungen.kontakt.telefon}. <a href="/">Alle Leistungen zeigen</a>
      </p>
    </EmptyState>
  );
}
