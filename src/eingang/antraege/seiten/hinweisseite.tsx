import type { VNode } from "preact";
import type { Frame } from "#auth";
import type { Block, Entscheidung, Leistung } from "#baukasten";
import { Alert, Button, PrintButton, Seite, SummaryList } from "#ui";
import type { Entwurf } from "../store.ts";
import { Ergebnis } from "./ergebnis.tsx";
import { Angaben } from "./pruefseite.tsx";

export type HinweisseiteProps = {
  frame: Frame;
  leistung: Leistung;
  entwurf: Entwurf;
  heute: string;
  entscheidung: Entscheidung;
};

/** Where the form of a hint ends: what the rules say to these answers. Nothing is submitted, nobody decides. */
export function Hinweisseite(props: HinweisseiteProps): VNode {
  const { frame, leistung, entwurf, heute, entscheidung } = props;
  const letzte = leistung.formular.pfad(entwurf.antworten, heute).at(-1);
  return (
    <Seite
      {...frame}
      titel={leistung.bescheid.betreff(entwurf.antworten)}
      zurueck={{ href: `/antrag/${entwurf.id}/seite/${letzte ?? leistung.formular.start}` }}
    >
      <Alert art="info" titel={leistung.bescheid.tenor(entscheidung, entwurf.antworten)}>
        <p>Das ist ein Hinweis und keine Entscheidung. Wir geben Ihre Angaben nicht weiter.</p>
      </Alert>
      <Ergebnis entscheidung={entscheidung} leistung={leistung} />
      {entscheidung.vonHand.length > 0 && (
        <section>
          <h3>Das können wir hier nicht klären</h3>
          <ul>
            {entscheidung.vonHand.map((grund) => (
              <li key={grund}>{grund}</li>
            ))}
          </ul>
        </section>
      )}
      {leistung.bescheid.hinweise.map((block) => (
        <Hinweisblock key={JSON.stringify(block)} block={block} />
      ))}
      <div class="reihe nicht-drucken">
        <PrintButton />
      </div>
      <h2>Ihre Angaben</h2>
      <Angaben leistung={leistung} entwurf={entwurf} heute={heute} aendern={true} ebene={3} />
      <form method="post" action={`/antrag/${entwurf.id}/verwerfen`} class="nicht-drucken">
        <p>Wenn Sie fertig sind, können Sie Ihre Angaben löschen. Sonst löschen wir sie nach 60 Tagen.</p>
        <Button art="secondary">Angaben löschen</Button>
      </form>
    </Seite>
  );
}

function Hinweisblock({ block }: { block: Block }): VNode {
  switch (block.art) {
    case "ueberschrift":
      return <h2>{block.text}</h2>;
    case "absatz":
      return <p>{block.text}</p>;
    case "hervorgehoben":
      return <Alert art="info" titel={`${block.titel}: ${block.text}`} />;
    case "liste":
      return (
        <ul>
          {block.punkte.map((punkt) => (
            <li key={punkt}>{punkt}</li>
          ))}
        </ul>
      );
    case "tabelle":
      return <SummaryList zeilen={block.zeilen.map(([label = "", ...werte]) => ({ label, wert: werte.join(", ") }))} />;
  }
}
