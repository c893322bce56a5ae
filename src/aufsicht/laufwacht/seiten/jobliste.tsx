import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereDatum } from "#kalender";
import { DataTable, Seite } from "#ui";
import type { Joblage } from "../sicht/lage.ts";
import { Lagemarke, mitFragen, Unternavigation, WURZEL } from "./teile.tsx";

export type Joblisteprops = { frame: Frame; morgen: string; wahl: string; lagen: readonly Joblage[] };

/** The jobs of one Mandant, or of one system, on one morning. */
export function Joblisteseite({ frame, morgen, wahl, lagen }: Joblisteprops): VNode {
  return (
    <Seite {...frame} titel={wahl} breite="weit" zurueck={{ href: mitFragen(WURZEL, { morgen }), text: "Zur Übersicht" }}>
      <Unternavigation pfad={frame.pfad} />
      <p>
        <a href={`${WURZEL}/jobs/neu`}>Neuen Job anlegen</a>
      </p>
      <DataTable
        titel={`Jobs in der Nacht zum ${formatiereDatum(morgen)}`}
        leer="Hier gibt es keinen Job. Vielleicht ist der Mandant als beendet eingetragen."
        zeilen={lagen}
        schluessel={({ job }) => String(job.id)}
        spalten={[
          {
            schluessel: "job",
            titel: "Job",
            zelle: ({ job }) => <a href={mitFragen(`${WURZEL}/jobs/${job.id}`, { morgen })}>{job.name}</a>,
          },
          { schluessel: "mandant", titel: "Mandant", zelle: ({ job }) => job.mandant },
          { schluessel: "system", titel: "System", zelle: ({ job }) => job.system },
          { schluessel: "lage", titel: "Lage", zelle: ({ lage }) => <Lagemarke lage={lage} /> },
          { schluessel: "satz", titel: "Warum", zelle: ({ satz }) => satz },
        ]}
      />
    </Seite>
  );
}
