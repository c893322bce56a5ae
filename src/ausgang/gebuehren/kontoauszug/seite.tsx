import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { Alert, Button, DataTable, FileUpload, Seite, TextField, type Ton } from "#ui";
import type { Kontoumsatz } from "./store.ts";

export type AuszugProps = {
  frame: Frame;
  zeilen: readonly Kontoumsatz[];
  gesamt: number;
  meldung?: { art: Ton; titel: string } | undefined;
  fehler?: string | undefined;
};

/** A bank statement is read in; what found no claim is settled here. */
export const Auszugseite = ({ frame, zeilen, gesamt, meldung, fehler }: AuszugProps): VNode => (
  <Seite {...frame} titel="Kontoauszug einlesen" breite="weit" zurueck={{ href: "/amt/gebuehren", text: "Gebühren und Abgaben" }}>
    {meldung && <Alert art={meldung.art} titel={meldung.titel} />}
    <form method="post" action="/amt/gebuehren/kontoauszug" encType="multipart/form-data" noValidate class="abstand">
      <FileUpload
        name="auszug"
        label="Kontoauszug Ihrer Bank"
        hinweis="Tagesauszug im Format CAMT.053 (XML). Derselbe Auszug wird nur einmal verbucht."
        typen={[".xml", "application/xml", "text/xml"]}
        fehler={fehler}
      />
      <Button>Einlesen und verbuchen</Button>
    </form>
    <DataTable
      titel={`Offene Zahlungen: ${gesamt}`}
      leer="Alles ist zugeordnet."
      zeilen={zeilen}
      schluessel={(zeile) => zeile.id}
      spalten={[
        { schluessel: "am", titel: "Tag", zelle: (zeile) => formatiereDatum(zeile.am) },
        { schluessel: "betrag", titel: "Betrag", zahl: true, zelle: (zeile) => formatiereEuro(zeile.betragCent) },
        { schluessel: "name", titel: "Von", zelle: (zeile) => zeile.name || "ohne Namen" },
        { schluessel: "zweck", titel: "Verwendungszweck", zelle: (zeile) => zeile.zweck || "leer" },
        { schluessel: "grund", titel: "Warum offen", zelle: (zeile) => zeile.grund },
        { schluessel: "tat", titel: "Erledigen", zelle: (zeile) => <Erledigung zeile={zeile} /> },
      ]}
    />
  </Seite>
);

const Erledigung = ({ zeile }: { zeile: Kontoumsatz }): VNode => (
  <form method="post" action={`/amt/gebuehren/kontoauszug/${zeile.id}`} class="abstand">
    <TextField name={`kassenzeichen.${zeile.id}`} label="Kassenzeichen" pflicht={false} kurz={true} />
    <TextField name={`beiseite.${zeile.id}`} label="Oder: warum es keine Forderung betrifft" pflicht={false} />
    <Button art="secondary">Erledigen</Button>
  </form>
);
