import type { VNode } from "preact";
import type { Frame } from "#auth";
import { DataTable, Seite } from "#ui";
import { type Freigabestand, kurzform, type Version } from "#versionen";
import { Freigabemarke } from "./ansicht.tsx";

export type Listenzeile = { version: Version; stand: Freigabestand };

export function Rechtsliste({ frame, zeilen }: { frame: Frame; zeilen: readonly Listenzeile[] }): VNode {
  return (
    <Seite {...frame} titel="Leistungen und ihre Regeln" breite="weit">
      <p>
        Hier steht, wie jede Leistung entscheidet, mit Normen, Sätzen und Quellen. Eine Fassung entscheidet erst von selbst, wenn
        zwei Personen sie freigegeben haben.
      </p>
      <DataTable
        titel="Leistungen"
        leer="Es gibt keine Leistungen."
        zeilen={zeilen}
        schluessel={({ version }) => version.leistung}
        spalten={[
          {
            schluessel: "name",
            titel: "Leistung",
            zelle: ({ version }) => <a href={`/amt/leistungen/${version.leistung}`}>{version.dokument.name}</a>,
          },
          { schluessel: "recht", titel: "Verfahren", zelle: ({ version }) => version.dokument.rechtsgebiet },
          { schluessel: "automatik", titel: "Automatisch", zelle: ({ version }) => version.dokument.automatik },
          {
            schluessel: "fassung",
            titel: "Fassung",
            zelle: ({ version }) => `${version.version} (${kurzform(version.fingerabdruck)})`,
          },
          {
            schluessel: "freigabe",
            titel: "Freigabe",
            zelle: ({ version, stand }) => (
              <a href={`/amt/leistungen/${version.leistung}/freigabe`}>
                <Freigabemarke stand={stand} />
              </a>
            ),
          },
        ]}
      />
    </Seite>
  );
}
