import type { VNode } from "preact";
import type { Frame } from "#auth";
import { Alert, Button, FileUpload, LinkButton, PrintButton, Seite, StatusTimeline, TextField, type Verlaufspunkt } from "#ui";
import { Berichtsansicht } from "../../bericht/bericht.tsx";
import type { Pruefbericht } from "../../bericht/fasse-bericht.ts";

const zurueck = { href: "/rechnungen", text: "Rechnung einreichen" };
export const MAX_MB = 10;

/** The front door for suppliers: no account, one file. */
export const Einreichseite = ({ frame, fehler }: { frame: Frame; fehler?: string | undefined }): VNode => (
  <Seite {...frame} titel="Rechnung einreichen">
    <p class="vorspann">
      Laden Sie Ihre elektronische Rechnung hoch. Sie sehen sofort, ob sie in Ordnung ist, und reichen sie danach mit einem Klick
      ein. Eine Anmeldung brauchen Sie nicht.
    </p>
    <form method="post" action="/rechnungen/pruefung" encType="multipart/form-data" noValidate class="abstand ablage">
      <FileUpload
        name="datei"
        label="Ihre Rechnung"
        hinweis={`Eine Datei: XRechnung (XML) oder ZUGFeRD (PDF), höchstens ${MAX_MB} MB. Sie können die Datei auch auf das Feld ziehen.`}
        typen={[".xml", ".pdf", "application/xml", "text/xml", "application/pdf"]}
        fehler={fehler}
        eine={true}
      />
      <Button>Rechnung prüfen</Button>
    </form>
    <p class="leise abstand">
      Beim Prüfen wird die Datei höchstens 30 Minuten zwischengespeichert. Erst wenn Sie sie einreichen, geht sie bei uns ein.
    </p>
    <h2>Schon eingereicht?</h2>
    <Standformular />
    <h2>Gut zu wissen</h2>
    <ul>
      <li>
        Die Leitweg-ID aus unserem Auftrag gehört in das Feld „Käuferreferenz“ (BT-10). Sie bringt die Rechnung ins richtige Amt.
      </li>
      <li>Nennen Sie unsere Bestellnummer (BT-13). Dann geht die Prüfung schneller.</li>
      <li>
        Skonto lesen wir maschinell, wenn es so geschrieben ist: <code class="umbruch">#SKONTO#TAGE=14#PROZENT=2.25#</code>
      </li>
    </ul>
  </Seite>
);

const Standformular = ({ nummer, code }: { nummer?: string; code?: string }): VNode => (
  <form method="get" action="/rechnungen/stand" class="abstand">
    <TextField name="nummer" label="Eingangsnummer" hinweis="Zum Beispiel RE-2026-000123" wert={nummer} kurz={true} />
    <TextField name="code" label="Code vom Beleg" hinweis="16 Zeichen, in vier Gruppen" wert={code} kurz={true} />
    <Button art="secondary">Stand ansehen</Button>
  </form>
);

export type Pruefergebnis = { frame: Frame; token: string; bericht: Pruefbericht };

/** The report on the file that was just sent, and the one click that is left where it is right. */
export const Ergebnisseite = ({ frame, token, bericht }: Pruefergebnis): VNode => (
  <Seite {...frame} titel="Ergebnis der Prüfung" zurueck={zurueck}>
    {bericht.angenommen && (
      <form method="post" action={`/rechnungen/pruefung/${token}/einreichen`} class="abstand nicht-drucken">
        <p>Die Rechnung ist geprüft, aber noch nicht eingereicht.</p>
        <Button>Rechnung jetzt einreichen</Button>
      </form>
    )}
    <div class="abstand">
      <Berichtsansicht bericht={bericht} />
    </div>
    <div class="reihe">
      <LinkButton href={`/rechnungen/pruefung/${token}/bericht.pdf`} art="secondary">
        Bericht als PDF
      </LinkButton>
      <PrintButton />
      <LinkButton href="/rechnungen" art="secondary">
        {bericht.angenommen ? "Andere Rechnung prüfen" : "Berichtigte Rechnung prüfen"}
      </LinkButton>
    </div>
  </Seite>
);

export type Standprops = {
  frame: Frame;
  nummer: string;
  code: string;
  neu: boolean;
  punkte: readonly Verlaufspunkt[];
  abweisung: string | undefined;
};

/** The receipt, and ever after the state of this one invoice. */
export const Standseite = ({ frame, nummer, code, neu, punkte, abweisung }: Standprops): VNode => (
  <Seite {...frame} titel={neu ? "Ihre Rechnung ist eingegangen" : `Rechnung ${nummer}`} zurueck={zurueck}>
    {neu && (
      <Alert art="erfolg" titel="Bitte bewahren Sie diesen Beleg auf">
        <p>Mit Eingangsnummer und Code sehen Sie jederzeit, wie weit Ihre Rechnung ist. Wer beides hat, sieht das auch.</p>
      </Alert>
    )}
    <dl class="liste">
      <div>
        <dt>Eingangsnummer</dt>
        <dd>
          <strong>{nummer}</strong>
        </dd>
      </div>
      <div>
        <dt>Code</dt>
        <dd>
          <strong>{code}</strong>
        </dd>
      </div>
    </dl>
    {abweisung && (
      <Alert art="gefahr" titel="Diese Rechnung nehmen wir nicht an">
        <p class="rechnung__text">{abweisung}</p>
      </Alert>
    )}
    <h2>So weit ist sie</h2>
    <StatusTimeline punkte={punkte} />
    <div class="reihe">
      <PrintButton />
      <LinkButton href="/rechnungen" art="secondary">
        Weitere Rechnung einreichen
      </LinkButton>
    </div>
  </Seite>
);

export const Standsuche = ({ frame, nummer, code }: { frame: Frame; nummer: string; code: string }): VNode => (
  <Seite {...frame} titel="Stand einer Rechnung" zurueck={zurueck}>
    {(nummer !== "" || code !== "") && (
      <Alert art="gefahr" titel="Dazu finden wir nichts">
        <p>Eingangsnummer und Code passen nicht zusammen. Bitte prüfen Sie beide auf Ihrem Beleg.</p>
      </Alert>
    )}
    <Standformular nummer={nummer} code={code} />
  </Seite>
);
