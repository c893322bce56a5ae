import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereDatum } from "#kalender";
import { Alert, Badge, Button, DataTable, EmptyState, Seite, StatusTimeline, SummaryList, TextArea, TextField } from "#ui";
import type { UeberwachterJob } from "../contract.ts";
import type { VorfallSchritt, VorfallZeile } from "../store-vorfaelle.ts";
import { Unternavigation, WURZEL, wann } from "./teile.tsx";
import { titelVon } from "./uebersicht.tsx";

export type Vorfallprops = {
  frame: Frame;
  vorfall: VorfallZeile;
  jobs: ReadonlyMap<string, UeberwachterJob>;
  schritte: readonly VorfallSchritt[];
  ich: string;
  fehler?: Readonly<Record<string, string>>;
};

export function Vorfallseite({ frame, vorfall: v, jobs, schritte, ich, fehler = {} }: Vorfallprops): VNode {
  const offen = v.geschlossenAm === null;
  const tun = `${WURZEL}/vorfaelle/${v.id}`;
  return (
    <Seite {...frame} titel={titelVon(v)} breite="weit" zurueck={{ href: WURZEL, text: "Zur Übersicht" }}>
      <Unternavigation pfad={frame.pfad} />
      <p class="vorspann">{v.satz}</p>
      {!offen && <Alert art="erfolg" titel={`Abgeschlossen ${v.geschlossenAm ? wann(v.geschlossenAm) : ""}`} />}
      <SummaryList
        zeilen={[
          { label: "Seit", wert: `Nacht zum ${formatiereDatum(v.eroeffnet)}` },
          { label: "Zuletzt", wert: `Nacht zum ${formatiereDatum(v.zuletzt)}` },
          {
            label: "Dringlichkeit",
            wert: v.stufe === "alarm" ? <Badge art="gefahr">Alarm</Badge> : <Badge art="info">leichtere Auffälligkeit</Badge>,
          },
          { label: "Es kümmert sich", wert: v.eigentuemer ?? <Badge art="gefahr">noch niemand</Badge> },
          ...(v.stillBis ? [{ label: "Still bis", wert: formatiereDatum(v.stillBis) }] : []),
        ]}
      />
      {offen && v.eigentuemer !== ich && (
        <form method="post" action={`${tun}/uebernehmen`} class="abstand">
          <Button>Ich kümmere mich</Button>
        </form>
      )}
      <DataTable
        titel="Was auffällt"
        leer="Nichts mehr."
        zeilen={v.auffaelligkeiten.map((each, n) => ({ ...each, n }))}
        schluessel={({ n }) => String(n)}
        spalten={[
          {
            schluessel: "job",
            titel: "Job",
            zelle: ({ job }) => <a href={`${WURZEL}/jobs/${job}?morgen=${v.zuletzt}`}>{jobs.get(job)?.name ?? `Job ${job}`}</a>,
          },
          {
            schluessel: "wo",
            titel: "Wo",
            zelle: ({ job }) => `${jobs.get(job)?.mandant ?? ""}, ${jobs.get(job)?.system ?? ""}`,
          },
          { schluessel: "satz", titel: "Warum", zelle: ({ satz }) => satz },
          { schluessel: "quelle", titel: "Wer das sagt", zelle: ({ quelle }) => (quelle === "regel" ? "feste Regel" : "Modell") },
        ]}
      />
      {offen && <Handlungen tun={tun} vorfall={v} ich={ich} fehler={fehler} />}
      <h2>Verlauf</h2>
      <StatusTimeline
        punkte={schritte.map(({ am, art, wer, text }) => ({
          titel: text || art,
          datum: `${wann(am)}, ${wer}`,
          status: "erledigt" as const,
        }))}
      />
    </Seite>
  );
}

function Handlungen({
  tun,
  vorfall,
  ich,
  fehler,
}: {
  tun: string;
  vorfall: VorfallZeile;
  ich: string;
  fehler: Readonly<Record<string, string>>;
}): VNode {
  return (
    <div class="handlungen">
      <form method="post" action={`${tun}/kommentieren`} class="abstand">
        <h2>Bemerkung</h2>
        <TextArea name="text" label="Was ist bekannt?" zeilen={3} fehler={fehler.text} />
        <Button art="secondary">Bemerkung eintragen</Button>
      </form>
      <form method="post" action={`${tun}/ruhen`} class="abstand">
        <h2>Ruhen lassen</h2>
        <TextField
          name="bis"
          label="Bis wann?"
          hinweis="Bis dahin kommt keine Nachricht dazu, zum Beispiel 30.11.2026."
          kurz={true}
          fehler={fehler.bis}
        />
        <Button art="secondary">Ruhen lassen</Button>
      </form>
      <div class="reihe">
        {vorfall.eigentuemer === ich && (
          <form method="post" action={`${tun}/abgeben`}>
            <Button art="secondary">Wieder abgeben</Button>
          </form>
        )}
        <form method="post" action={`${tun}/abschliessen`}>
          <Button art="secondary">Vorfall abschließen</Button>
        </form>
      </div>
    </div>
  );
}

export function Vorfaelleseite({
  frame,
  offene,
  geschlossene,
}: {
  frame: Frame;
  offene: readonly VorfallZeile[];
  geschlossene: readonly VorfallZeile[];
}): VNode {
  const liste = (titel: string, zeilen: readonly VorfallZeile[], leer: string) => (
    <DataTable
      titel={titel}
      leer={leer}
      zeilen={zeilen}
      schluessel={({ id }) => String(id)}
      spalten={[
        { schluessel: "wo", titel: "Wo", zelle: (v) => <a href={`${WURZEL}/vorfaelle/${v.id}`}>{titelVon(v)}</a> },
        { schluessel: "satz", titel: "Was", zelle: (v) => v.satz },
        { schluessel: "seit", titel: "Seit", zelle: (v) => formatiereDatum(v.eroeffnet) },
        { schluessel: "wer", titel: "Wer", zelle: (v) => v.eigentuemer ?? "niemand" },
      ]}
    />
  );
  return (
    <Seite {...frame} titel="Vorfälle" breite="weit" zurueck={{ href: WURZEL, text: "Zur Übersicht" }}>
      <Unternavigation pfad={frame.pfad} />
      {offene.length + geschlossene.length === 0 && <EmptyState titel="Bisher gab es keinen Vorfall." />}
      {liste(
        "Alarme",
        offene.filter(({ stufe }) => stufe === "alarm"),
        "Kein offener Alarm.",
      )}
      {liste(
        "Leichtere Auffälligkeiten",
        offene.filter(({ stufe }) => stufe === "grau"),
        "Keine.",
      )}
      {liste("Abgeschlossen", geschlossene, "Noch keiner.")}
    </Seite>
  );
}
