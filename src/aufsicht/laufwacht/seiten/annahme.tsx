import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereDatum, laender } from "#kalender";
import { Alert, Button, DataTable, FileUpload, Seite, Select } from "#ui";
import { type Annahmebefund, type Annahmegrund, annahmegruende } from "../contract.ts";
import type { Annahmezeile } from "../store-laeufe.ts";
import { Unternavigation, WURZEL, wann } from "./teile.tsx";

export type Annahmeprops = {
  frame: Frame;
  zeilen: readonly Annahmezeile[];
  quellen: readonly { quelle: string; laeufe: number; zuletztAm: Date }[];
  befund?: Annahmebefund;
  fehler?: string;
  adresse: string;
};

/** What came in and what was wrong with it: counted and explained, never an alarm. */
export function Annahmeseite({ frame, zeilen, quellen, befund, fehler, adresse }: Annahmeprops): VNode {
  const satz = (grund: string) => annahmegruende[grund as Annahmegrund] ?? grund;
  return (
    <Seite {...frame} titel="Annahme" breite="weit">
      <Unternavigation pfad={frame.pfad} />
      {befund && (
        <Alert
          art={befund.abgewiesen > 0 ? "warnung" : "erfolg"}
          titel={`Läufe: ${befund.angenommen} angenommen, ${befund.wiederholt} schon bekannt, ${befund.abgewiesen} abgewiesen.`}
        >
          {befund.maengel.length > 0 && (
            <ul>
              {befund.maengel.slice(0, 10).map(({ stelle, satz: warum, grund }) => (
                <li key={`${stelle}${grund}`}>
                  Zeile {stelle + 2}: {warum}
                </li>
              ))}
            </ul>
          )}
        </Alert>
      )}
      <p class="vorspann">Was an Meldungen nicht stimmt, wird gezählt und hier erklärt. Es löst keinen Alarm aus.</p>
      <DataTable
        titel="Quellen der letzten sieben Tage"
        leer="In den letzten sieben Tagen hat niemand etwas gemeldet."
        zeilen={quellen}
        schluessel={({ quelle }) => quelle}
        spalten={[
          { schluessel: "quelle", titel: "Quelle", zelle: ({ quelle }) => quelle },
          { schluessel: "laeufe", titel: "Läufe", zahl: true, zelle: ({ laeufe }) => laeufe.toLocaleString("de-DE") },
          { schluessel: "zuletzt", titel: "Zuletzt", zelle: ({ zuletztAm }) => wann(zuletztAm) },
        ]}
      />
      <DataTable
        titel="Was nicht stimmte, die letzten 30 Tage"
        leer="Alle Meldungen waren in Ordnung."
        zeilen={zeilen}
        schluessel={(z) => `${z.tag}${z.quelle}${z.grund}${z.beispiel}`}
        spalten={[
          { schluessel: "tag", titel: "Tag", zelle: ({ tag }) => formatiereDatum(tag) },
          { schluessel: "quelle", titel: "Quelle", zelle: ({ quelle }) => quelle },
          { schluessel: "was", titel: "Wobei", zelle: ({ beispiel }) => beispiel },
          { schluessel: "grund", titel: "Warum", zelle: ({ grund }) => satz(grund) },
          { schluessel: "anzahl", titel: "Anzahl", zahl: true, zelle: ({ anzahl }) => anzahl.toLocaleString("de-DE") },
        ]}
      />
      <form method="post" action={`${WURZEL}/annahme/tabelle`} encType="multipart/form-data" class="fragen">
        <h2>Läufe aus einer Tabelle</h2>
        <FileUpload
          name="datei"
          label="CSV-Datei"
          typen={[".csv", "text/csv"]}
          fehler={fehler}
          hinweis="Kopfzeile: kennung;system;mandant;job;beginn;ende;ausgang;anzahl;betragCent;auszug. Nötig sind system, mandant, job und beginn."
        />
        <Select
          name="land"
          label="Jobs, die noch nicht bekannt sind"
          hinweis="Neue Jobs brauchen ein Land, dessen Feiertage gelten."
          optionen={[
            { wert: "", text: "abweisen" },
            ...laender.map((land) => ({ wert: land, text: `anlegen mit Feiertagen von ${land}` })),
          ]}
        />
        <Button>Tabelle einlesen</Button>
      </form>
      <h2>Andere Wege</h2>
      <ul>
        <li>
          In Stapeln: <span class="umbruch">POST {adresse}/api/laufwacht/laeufe</span> mit Token. Das Token erstellt „fachwerk
          laufwacht quelle“.
        </li>
        <li>Einzeln durch Aufruf einer Adresse: Sie steht auf der Seite jedes Jobs.</li>
        <li>
          Als Metriken nach OpenTelemetry: <span class="umbruch">POST {adresse}/api/laufwacht/v1/metrics</span> (JSON), Metrik
          „laufwacht.anzahl“.
        </li>
      </ul>
    </Seite>
  );
}
