import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { Frame } from "#auth";
import { Button, FileUpload, Seite } from "#ui";

/** Paper comes in as a scan; its fields are captured on the invoice's page. */
export const Papierseite = ({ frame, fehler }: { frame: Frame; fehler?: string | undefined }): VNode => (
  <Seite
    {...frame}
    titel="Papierrechnung anlegen"
    zurueck={{ href: "/amt/rechnungen?filter=klaeren", text: "Eingang: Zu klären" }}
  >
    <p>
      Laden Sie den Scan hoch. Auf der nächsten Seite tragen Sie neben dem Bild ein, was auf der Rechnung steht. Wer erfasst,
      ordnet die Zahlung nicht an.
    </p>
    <form method="post" action="/amt/rechnungen/papier" encType="multipart/form-data" noValidate class="abstand ablage">
      <input type="hidden" name="transaktion" value={randomUUID()} />
      <FileUpload
        name="scan"
        label="Scan der Rechnung"
        hinweis="Eine Datei: PDF, PNG oder JPEG, höchstens 10 MB"
        typen={["application/pdf", "image/png", "image/jpeg"]}
        fehler={fehler}
        eine={true}
      />
      <Button>Scan anlegen</Button>
    </form>
  </Seite>
);
