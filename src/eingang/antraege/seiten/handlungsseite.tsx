import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { Frame } from "#auth";
import { Button, ErrorSummary, LinkButton, Seite, TextArea } from "#ui";

/** Objection or withdrawal: what it means, and a word on why. */
export function Handlungsseite(props: {
  frame: Frame;
  vorgangId: string;
  art: "widerspruch" | "zurueckziehen";
  aktenzeichen: string;
  fehler?: string | undefined;
  text?: string;
}): VNode {
  const widerspruch = props.art === "widerspruch";
  return (
    <Seite
      {...props.frame}
      titel={widerspruch ? "Widerspruch einlegen" : "Antrag zurückziehen"}
      zurueck={{ href: `/vorgang/${props.vorgangId}` }}
    >
      <ErrorSummary fehler={props.fehler ? [{ feld: "text", text: props.fehler }] : []} />
      <p>
        {widerspruch
          ? `Sie widersprechen dem Bescheid zum Aktenzeichen ${props.aktenzeichen}. Ein anderer Mensch als bisher prüft den Fall. Das kostet Sie nichts.`
          : `Sie ziehen den Antrag mit dem Aktenzeichen ${props.aktenzeichen} zurück. Er wird dann nicht weiter geprüft, und eine Gebühr, die dafür noch offen ist, müssen Sie nicht bezahlen. Sie können jederzeit einen neuen Antrag stellen.`}
      </p>
      <form method="post" action={`/vorgang/${props.vorgangId}/${props.art}`} noValidate class="abstand">
        <input type="hidden" name="transaktion" value={randomUUID()} />
        <TextArea
          name="text"
          label={widerspruch ? "Begründung" : "Grund"}
          pflicht={false}
          hinweis={widerspruch ? "Was ist aus Ihrer Sicht falsch? Sie können die Begründung auch weglassen." : undefined}
          wert={props.text}
          fehler={props.fehler}
        />
        <div class="reihe">
          <Button>{widerspruch ? "Widerspruch absenden" : "Antrag zurückziehen"}</Button>
          <LinkButton href={`/vorgang/${props.vorgangId}`} art="tertiary">
            Abbrechen
          </LinkButton>
        </div>
      </form>
    </Seite>
  );
}
