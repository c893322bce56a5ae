import type { VNode } from "preact";
import type { Frame } from "#auth";
import type { Angebot } from "#baukasten";
import { getLeistung } from "#leistungen";
import { Alert, Badge, Button, Seite } from "#ui";
import { ALLE_ARTEN } from "../store.ts";

export function Anspracheseite({
  frame,
  arten,
  unerwuenscht,
}: {
  frame: Frame;
  arten: readonly { art: string; leistung: string; angebot: Angebot }[];
  unerwuenscht: readonly string[];
}): VNode {
  const keine = unerwuenscht.includes(ALLE_ARTEN);
  return (
    <Seite {...frame} titel="Wann wir von selbst schreiben" zurueck={{ href: "/mein", text: "Mein Bereich" }}>
      <p class="vorspann">
        Manchmal wissen wir aus einem Register, dass Ihnen etwas zustehen oder etwas fällig sein kann, und bereiten es für Sie
        vor. Sie entscheiden, ob Sie das möchten. Ihre Wahl gilt in allen Häusern dieser Plattform. Anträge stellen können Sie
        immer.
      </p>
      {keine && (
        <Alert art="info" titel="Sie bekommen keine solchen Nachrichten">
          <p>
            Wir schreiben Ihnen nur noch zu Anträgen, die Sie selbst stellen. Auch Leistungen ohne Antrag beginnen wir nicht mehr
            von selbst.
          </p>
        </Alert>
      )}
      <Schalter art={ALLE_ARTEN} an={!keine} text={keine ? "Wieder ansprechen" : "Gar nicht mehr ansprechen"} primaer={keine} />
      <h2>Einzeln</h2>
      <ul class="karten">
        {arten.map(({ art, leistung, angebot }) => {
          const an = !keine && !unerwuenscht.includes(art);
          return (
            <li class="karte" key={art}>
              <h3>{angebot.titel}</h3>
              <p>
                <Badge art={an ? "erfolg" : "info"}>{an ? "Wir schreiben Ihnen" : "Wir schreiben Ihnen nicht"}</Badge>
              </p>
              <p>
                {getLeistung(leistung).name}. Rechtsgrundlage: {angebot.norm}
              </p>
              {!keine && (
                <Schalter art={art} an={an} text={`${an ? "Nicht mehr ansprechen" : "Wieder ansprechen"}`} zu={angebot.titel} />
              )}
            </li>
          );
        })}
      </ul>
    </Seite>
  );
}

function Schalter({
  art,
  an,
  text,
  zu,
  primaer,
}: {
  art: string;
  an: boolean;
  text: string;
  zu?: string;
  primaer?: boolean;
}): VNode {
  return (
    <form method="post" action="/mein/ansprache" class="reihe">
      <input type="hidden" name="art" value={art} />
      <input type="hidden" name="erwuenscht" value={an ? "nein" : "ja"} />
      <Button art={primaer ? "primary" : "secondary"}>
        {text}
        {zu && <span class="kern-sr-only">: {zu}</span>}
      </Button>
    </form>
  );
}
