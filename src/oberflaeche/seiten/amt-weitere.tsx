import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereDatum } from "#kalender";
import type { Sendung } from "#kuvertierung";
import type { ProtokollZeile } from "#protokoll";
import { Alert, Button, DataTable, ErrorSummary, Seite, TextField } from "#ui";
import { zeit } from "./zeit.ts";

export function Postausgang({
  frame,
  sendungen,
  meldung,
}: {
  frame: Frame;
  sendungen: readonly Sendung[];
  meldung?: string | undefined;
}): VNode {
  return (
    <Seite {...frame} titel="Postausgang" breite="weit">
      {meldung && <Alert art="erfolg" titel={meldung} />}
      <p>
        Diese Briefe müssen auf Papier hinaus. Drucken Sie sie, und bestätigen Sie die Aufgabe zur Post: Ab diesem Tag zählt die
        Bekanntgabe.
      </p>
      <DataTable
        titel="Zu versendende Briefe"
        leer="Es liegt nichts zum Versand bereit."
        zeilen={sendungen}
        schluessel={(sendung) => sendung.id}
        spalten={[
          {
            schluessel: "aktenzeichen",
            titel: "Aktenzeichen",
            zelle: (sendung) => <a href={`/amt/vorgang/${sendung.vorgangId}`}>{sendung.aktenzeichen}</a>,
          },
          { schluessel: "betreff", titel: "Betreff", zelle: (sendung) => sendung.betreff },
          { schluessel: "seit", titel: "Bereit seit", zelle: (sendung) => zeit.format(sendung.angelegtAm) },
          {
            schluessel: "brief",
            titel: "Brief",
            zelle: (sendung) => <a href={`/amt/post/${sendung.id}/brief.pdf`}>Drucken (PDF)</a>,
          },
          {
            schluessel: "versand",
            titel: "Versand",
            zelle: (sendung) => (
              <form method="post" action={`/amt/post/${sendung.id}/versandt`}>
                <Button art="secondary">Heute zur Post gegeben</Button>
              </form>
            ),
          },
        ]}
      />
    </Seite>
  );
}

export type PapierProps = {
  frame: Frame;
  fehler?: Readonly<Record<string, string>>;
  eingabe?: Readonly<Record<string, string>>;
  heute: string;
};

export function Papierseite({ frame, fehler = {}, eingabe = {}, heute }: PapierProps): VNode {
  return (
    <Seite {...frame} titel="Unterschriebenen Antrag annehmen">
      <ErrorSummary fehler={Object.entries(fehler).map(([feld, text]) => ({ feld, text }))} />
      <p>
        Der Code oben auf dem Ausdruck holt die Angaben, die online eingegeben wurden. Vergleichen Sie sie danach mit dem Papier.
      </p>
      <form method="post" action="/amt/papier" noValidate class="abstand">
        <TextField name="code" label="Code des Ausdrucks" hinweis="Sechzehn Zeichen" wert={eingabe.code} fehler={fehler.code} />
        <TextField
          name="vornamen"
          label="Vornamen der antragstellenden Person"
          wert={eingabe.vornamen}
          fehler={fehler.vornamen}
        />
        <TextField
          name="nachname"
          label="Nachname der antragstellenden Person"
          wert={eingabe.nachname}
          fehler={fehler.nachname}
        />
        <TextField
          name="idnr"
          label="Identifikationsnummer der antragstellenden Person"
          hinweis="Elf Ziffern, nach Prüfung des Ausweises"
          pflicht={false}
          wert={eingabe.idnr}
          fehler={fehler.idnr}
        />
        <TextField
          name="eingang"
          label="Eingegangen am"
          kurz={true}
          wert={eingabe.eingang ?? formatiereDatum(heute)}
          fehler={fehler.eingang}
        />
        <Button>Antrag annehmen</Button>
      </form>
    </Seite>
  );
}

export function Protokollseite({ frame, zeilen }: { frame: Frame; zeilen: readonly ProtokollZeile[] }): VNode {
  return (
    <Seite {...frame} titel="Zugriffsprotokoll" breite="weit">
      <p>
        Jedes Öffnen einer Akte und jede Suche steht hier, mit der Person, dem Anlass und den gefundenen Vorgängen. Einträge
        lassen sich nicht ändern. <a href="/amt/protokoll/kette">Unversehrtheit prüfen und ausführen</a>
      </p>
      <DataTable
        titel="Die letzten Zugriffe"
        leer="Noch keine Zugriffe."
        zeilen={zeilen}
        schluessel={(zeile) => String(zeile.id)}
        spalten={[
          { schluessel: "zeit", titel: "Wann", zelle: (zeile) => zeit.format(zeile.zeitpunkt) },
          { schluessel: "art", titel: "Was", zelle: (zeile) => zeile.art },
          { schluessel: "wer", titel: "Wer", zelle: (zeile) => String(zeile.daten.wer ?? "") },
          { schluessel: "anlass", titel: "Anlass", zelle: (zeile) => String(zeile.daten.anlass ?? "") },
          { schluessel: "vorgaenge", titel: "Vorgänge", zelle: (zeile) => [zeile.daten.vorgaenge ?? []].flat().length },
        ]}
      />
    </Seite>
  );
}
