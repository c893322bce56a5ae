import type { VNode } from "preact";
import type { Frame } from "#auth";
import { Badge, Button, DataTable, ErrorSummary, RadioGroup, Seite, TextField } from "#ui";
import type { Empfaenger } from "../store-betrieb.ts";
import { Unternavigation, WURZEL } from "./teile.tsx";

const wegworte = { mail: "E-Mail", webhook: "Webhook", matrix: "Matrix (Webhook)", mattermost: "Mattermost (Webhook)" } as const;
export type Empfaengerprops = {
  frame: Frame;
  empfaenger: readonly Empfaenger[];
  fehler?: Readonly<Record<string, string>>;
  eingabe?: Readonly<Record<string, string>>;
};

export function Empfaengerseite({ frame, empfaenger, fehler = {}, eingabe = {} }: Empfaengerprops): VNode {
  const tun = `${WURZEL}/empfaenger`;
  return (
    <Seite {...frame} titel="Wer wird benachrichtigt" breite="weit">
      <Unternavigation pfad={frame.pfad} />
      <ErrorSummary fehler={Object.entries(fehler).map(([feld, text]) => ({ feld, text }))} />
      <p class="vorspann">
        Je Vorfall geht an jeden Empfänger eine Nachricht, nach drei Tagen ohne Bearbeitung eine stille Erinnerung. Die zweite
        Stufe erfährt davon, wenn sich nach einem Tag niemand kümmert.
      </p>
      <DataTable
        titel="Empfänger"
        leer="Noch wird niemand benachrichtigt. Bitte tragen Sie mindestens einen Empfänger ein."
        zeilen={empfaenger}
        schluessel={({ id }) => String(id)}
        spalten={[
          { schluessel: "name", titel: "Name", zelle: ({ name }) => name },
          { schluessel: "weg", titel: "Weg", zelle: ({ weg }) => wegworte[weg] },
          { schluessel: "ziel", titel: "Ziel", zelle: ({ ziel }) => <span class="umbruch">{ziel}</span> },
          { schluessel: "wofuer", titel: "Wofür", zelle: (e) => [e.mandant, e.system].filter(Boolean).join(", ") || "alles" },
          { schluessel: "stufe", titel: "Stufe", zelle: ({ stufe }) => (stufe === 1 ? "sofort" : "nach einem Tag") },
          {
            schluessel: "aktiv",
            titel: "Stand",
            zelle: (e) => (
              <>
                <Badge art={e.aktiv ? "erfolg" : "info"}>{e.aktiv ? "aktiv" : "aus"}</Badge>
                <form method="post" action={`${tun}/${e.id}/${e.aktiv ? "aus" : "an"}`}>
                  <button class="knopf-link" type="submit">
                    {e.aktiv ? "Abschalten" : "Einschalten"}
                    <span class="kern-sr-only">: {e.name}</span>
                  </button>
                </form>
              </>
            ),
          },
        ]}
      />
      <form method="post" action={tun} class="fragen">
        <h2>Neuer Empfänger</h2>
        <TextField name="name" label="Name" wert={eingabe.name} fehler={fehler.name} maxLaenge={100} />
        <RadioGroup
          name="weg"
          label="Auf welchem Weg?"
          wert={eingabe.weg ?? "mail"}
          fehler={fehler.weg}
          optionen={Object.entries(wegworte).map(([wert, text]) => ({ wert, text }))}
        />
        <TextField
          name="ziel"
          label="E-Mail-Adresse oder Webhook-Adresse"
          wert={eingabe.ziel}
          fehler={fehler.ziel}
          maxLaenge={500}
        />
        <TextField name="mandant" label="Nur für diesen Mandanten" pflicht={false} wert={eingabe.mandant} />
        <TextField name="system" label="Nur für dieses System" pflicht={false} wert={eingabe.system} />
        <RadioGroup
          name="stufe"
          label="Wann?"
          wert={eingabe.stufe ?? "1"}
          optionen={[
            { wert: "1", text: "sofort" },
            { wert: "2", text: "erst wenn sich nach einem Tag niemand kümmert" },
          ]}
        />
        <Button>Empfänger eintragen</Button>
      </form>
    </Seite>
  );
}
