import type { VNode } from "preact";
import type { Frame } from "#auth";
import { laender } from "#kalender";
import { Button, ErrorSummary, FieldGroup, RadioGroup, Seite, Select, TextField } from "#ui";
import type { UeberwachterJob } from "../contract.ts";
import type { Felder } from "../sicht/lies-angaben.ts";
import type { Jobaenderung } from "../store-jobs.ts";
import { Unternavigation, WURZEL, wann } from "./teile.tsx";

export type Jobformularprops = {
  frame: Frame;
  job?: UeberwachterJob;
  eingabe: Felder;
  fehler?: Felder;
  aenderungen?: readonly Jobaenderung[];
};
const rhythmen = {
  kein: "Kein Zeitplan; es wacht das Modell allein",
  cron: "Nach Zeitplan (cron)",
  woechentlich: "Jede Woche an einem Wochentag",
  werktag: "An einem bestimmten Werktag des Monats",
  monatstag: "An einem bestimmten Tag des Monats",
  steuertermin: "Zu einem Steuertermin, sonst am folgenden Werktag",
} as const;
const tage = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const verschiebungen = {
  bleibt: "Er läuft trotzdem",
  folgenderWerktag: "Am folgenden Werktag",
  vorherigerWerktag: "Am vorherigen Werktag",
  entfaellt: "Er entfällt",
};
const termine = {
  anmeldung: "Steueranmeldung, zum 10. des Monats",
  einkommensteuer: "Einkommensteuer, zum 10. März, Juni, September, Dezember",
  gewerbesteuer: "Gewerbesteuer, zum 15. Februar, Mai, August, November",
  grundsteuer: "Grundsteuer, zum 15. Februar, Mai, August, November",
};
const schliessungen = { laeuft: "Er läuft trotzdem", entfaellt: "Er entfällt", folgenderWerktag: "Am folgenden Werktag" };
const alsWahl = (worte: Readonly<Record<string, string>>) => Object.entries(worte).map(([wert, text]) => ({ wert, text }));

export function Jobformularseite({ frame, job, eingabe, fehler = {}, aenderungen = [] }: Jobformularprops): VNode {
  const hier = job ? `${WURZEL}/jobs/${job.id}` : WURZEL;
  const feld = (name: string) => ({ name, wert: eingabe[name], fehler: fehler[name] });
  return (
    <Seite
      {...frame}
      titel={job ? `${job.name}, ${job.mandant}: Angaben ändern` : "Neuer Job"}
      zurueck={{ href: hier, text: job ? "Zurück zum Job" : "Zur Übersicht" }}
    >
      <Unternavigation pfad={frame.pfad} />
      <ErrorSummary fehler={Object.entries(fehler).map(([name, text]) => ({ feld: name, text }))} />
      <form method="post" action={job ? `${hier}/angaben` : `${WURZEL}/jobs/neu`} class="fragen">
        <TextField
          {...feld("system")}
          label="System"
          maxLaenge={100}
          hinweis={job && "Meldungen unter dem bisherigen System werden danach nicht mehr zu diesem Job gezählt."}
        />
        {job ? (
          <>
            <input type="hidden" name="mandant" value={job.mandant} />
            <input type="hidden" name="name" value={job.name} />
          </>
        ) : (
          <>
            <TextField {...feld("mandant")} label="Mandant" maxLaenge={100} />
            <TextField {...feld("name")} label="Name des Jobs" hinweis="genau so, wie das System ihn meldet" maxLaenge={100} />
          </>
        )}
        <Select
          {...feld("land")}
          label="Feiertage des Landes"
          optionen={[{ wert: "", text: "Bitte wählen" }, ...laender.map((land) => ({ wert: land, text: land }))]}
        />
        <TextField {...feld("eigentuemer")} label="Zuständig" pflicht={false} maxLaenge={100} />
        <TextField
          {...feld("mindestmenge")}
          label="Mindestmenge dieses Jobs"
          hinweis="Kommen und erwartet werden weniger Datensätze, schweigt das Modell. Leer: wie unter „Schwellen“."
          pflicht={false}
          kurz={true}
          eingabe="numeric"
        />
        <RadioGroup {...feld("art")} wert={eingabe.art ?? "kein"} label="Wann soll er laufen?" optionen={alsWahl(rhythmen)} />
        <p class="leise">Füllen Sie nur aus, was zu Ihrer Wahl gehört. Alles andere wird nicht beachtet.</p>
        <TextField
          {...feld("cron")}
          label="Zeitplan (cron)"
          hinweis="fünf Felder: Minute Stunde Tag Monat Wochentag, zum Beispiel 30 2 * * 1-5"
          pflicht={false}
        />
        <Select
          {...feld("wochentag")}
          wert={eingabe.wochentag ?? "1"}
          label="Wochentag"
          optionen={tage.map((text, n) => ({ wert: String(n + 1), text }))}
        />
        <TextField
          {...feld("werktag")}
          label="Der wievielte Werktag"
          hinweis="1 ist der erste, -1 der letzte, -2 der vorletzte"
          pflicht={false}
          kurz={true}
        />
        <TextField {...feld("tag")} label="Tag des Monats" pflicht={false} kurz={true} eingabe="numeric" />
        <TextField
          {...feld("monate")}
          label="Nur in diesen Monaten"
          hinweis="als Zahlen, zum Beispiel 3, 6, 9, 12; leer: jeden Monat"
          pflicht={false}
          kurz={true}
        />
        <Select {...feld("termin")} label="Steuertermin" optionen={alsWahl(termine)} />
        <TextField
          {...feld("um")}
          label="Uhrzeit"
          hinweis="zum Beispiel 02:30; nicht beim Zeitplan (cron)"
          pflicht={false}
          kurz={true}
        />
        <Select
          {...feld("verschiebung")}
          label="Fällt der Tag auf ein Wochenende oder einen Feiertag"
          optionen={alsWahl(verschiebungen)}
        />
        <Select {...feld("beiSchliessung")} label="Hat der Mandant geschlossen" optionen={alsWahl(schliessungen)} />
        <FieldGroup name="fristen" label="Ab wann wird gemeldet?">
          <TextField
            {...feld("karenzMin")}
            wert={eingabe.karenzMin ?? "30"}
            label="Verspätet nach Minuten"
            kurz={true}
            eingabe="numeric"
          />
          <TextField
            {...feld("fehltNachMin")}
            wert={eingabe.fehltNachMin ?? "120"}
            label="Fehlt nach Minuten"
            kurz={true}
            eingabe="numeric"
          />
          <TextField
            {...feld("hoechstdauerMin")}
            label="Läuft zu lang nach Minuten"
            hinweis="leer: darüber wacht das Modell"
            pflicht={false}
            kurz={true}
            eingabe="numeric"
          />
        </FieldGroup>
        <Button>{job ? "Angaben speichern" : "Job anlegen"}</Button>
      </form>
      {aenderungen.length > 0 && (
        <section aria-labelledby="aenderungen">
          <h2 id="aenderungen">Bisherige Änderungen</h2>
          <ul>
            {aenderungen.map(({ nummer, am, wer, vorher }) => (
              <li key={nummer}>
                {vorher ? "Geändert" : "Angelegt"} von {wer}, {wann(am)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Seite>
  );
}
