import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { Leistung } from "#baukasten";
import type { Akte } from "#bearbeitung";
import type { Mandant } from "#tenants";
import { Button, TextArea } from "#ui";

/** What becomes of the person's own words: an objection to what was decided, or words that a person reads before it is decided. */
export type Rueckmeldungsart = "widerspruch" | "ergaenzung" | "nachricht";

/** None where no words help: the court decides, the case is elsewhere, or a question of the office is open and has its own field. */
export function rueckmeldungsart(akte: Akte, leistung: Leistung, mandant: Mandant): Rueckmeldungsart | undefined {
  switch (akte.stand.phase) {
    case "inPruefung":
    case "beiSachbearbeitung":
      return "nachricht";
    case "imWiderspruch":
      return "ergaenzung";
    case "zugestellt":
    case "bekanntgegeben":
    case "bestandskraeftig":
      return kenntWiderspruch(akte, leistung, mandant) ? "widerspruch" : undefined;
    default:
      return undefined;
  }
}

/** Where the Land has done away with the Widerspruch the notice names the court; a record or receipt decides nothing to object to. */
export const kenntWiderspruch = (akte: Akte, leistung: Leistung, mandant: Mandant): boolean =>
  !(leistung.rechtsnatur === "bescheinigung" && akte.stand.ergebnis === "bewilligt") &&
  !mandant.einstellungen.rechtsbehelf.klageStattWiderspruch.includes(leistung.schluessel);

const worte: Record<Rueckmeldungsart, { titel: string; text: string; feld: string; knopf: string }> = {
  nachricht: {
    titel: "Möchten Sie uns noch etwas sagen?",
    text: "Was Sie hier schreiben, liest ein Mensch. Ihr Antrag wird dann nicht automatisch entschieden und kann länger dauern.",
    feld: "Ihre Nachricht",
    knopf: "Nachricht absenden",
  },
  widerspruch: {
    titel: "Stimmt etwas nicht?",
    text: "Schreiben Sie in Ihren Worten, was an diesem Ergebnis falsch ist. Wir behandeln das als Widerspruch: Er kostet nichts, und ein anderer Mensch als bisher prüft Ihren Fall.",
    feld: "Was stimmt nicht?",
    knopf: "An einen Menschen geben",
  },
  ergaenzung: {
    titel: "Möchten Sie Ihren Widerspruch ergänzen?",
    text: "Der Mensch, der Ihren Widerspruch prüft, liest auch das.",
    feld: "Ihre Ergänzung",
    knopf: "Ergänzung absenden",
  },
};

export function Rueckmeldung(props: {
  vorgangId: string;
  art: Rueckmeldungsart;
  text?: string | undefined;
  fehler?: string | undefined;
}): VNode {
  const { titel, text, feld, knopf } = worte[props.art];
  return (
    <section>
      <h2>{titel}</h2>
      <p>{text}</p>
      <form method="post" action={`/vorgang/${props.vorgangId}/rueckmeldung`} noValidate class="abstand">
        <input type="hidden" name="transaktion" value={randomUUID()} />
        <TextArea name="rueckmeldung" label={feld} wert={props.text} fehler={props.fehler} />
        <Button art="secondary">{knopf}</Button>
      </form>
    </section>
  );
}
