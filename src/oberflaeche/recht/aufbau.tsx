import type { VNode } from "preact";
import type { Knotenblatt, Rechtsdokument } from "#rechtsansicht";
import { artwort, type Stelle } from "./knoten.tsx";

/**
 * The claim as a tree: what must hold together, where one is enough, down to the single conditions. A nested list, because a drawn graph
 * of fifty nodes is read by nobody: the list prints, works without scripts, by keyboard and in a screen reader, and lines make it a picture.
 */
export function Aufbau({ dokument, stelle }: { dokument: Rechtsdokument; stelle: Stelle }): VNode | null {
  const nach = new Map(dokument.knoten.map((knoten) => [knoten.schluessel, knoten]));
  const wurzeln = dokument.knoten.filter(({ rolle }) => rolle !== undefined);
  if (wurzeln.length === 0) return null;
  return (
    <ul class="baum">
      {wurzeln.map((knoten) => (
        <Ast key={knoten.schluessel} knoten={knoten} nach={nach} stelle={stelle} tiefe={0} gesehen={new Set()} />
      ))}
    </ul>
  );
}

type AstProps = {
  knoten: Knotenblatt;
  nach: ReadonlyMap<string, Knotenblatt>;
  stelle: Stelle;
  tiefe: number;
  gesehen: Set<string>;
};

/** Below a calculation the way in is told once: figures feed many steps, and the same branch five times hides the picture. */
function Ast({ knoten, nach, stelle, tiefe, gesehen }: AstProps): VNode {
  const schon = gesehen.has(knoten.schluessel);
  gesehen.add(knoten.schluessel);
  const zweige = schon ? [] : knoten.eingaben.flatMap(({ knoten: schluessel }) => nach.get(schluessel) ?? []);
  const { href, titel } = stelle(knoten.schluessel);
  return (
    <li class={`baum__${knoten.art}`}>
      <a href={href}>{titel}</a>{" "}
      <span class="leise">
        {artwort[knoten.art]}
        {schon && zweigeVon(knoten) ? ", siehe oben" : ""}
      </span>
      {zweige.length > 0 && (
        <ul>
          {zweige.map((zweig) => (
            <Ast key={zweig.schluessel} knoten={zweig} nach={nach} stelle={stelle} tiefe={tiefe + 1} gesehen={gesehen} />
          ))}
        </ul>
      )}
    </li>
  );
}

const zweigeVon = ({ eingaben }: Knotenblatt): boolean => eingaben.length > 0;
