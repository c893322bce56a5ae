import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereDatum } from "#kalender";
import { Alert, Badge, Button, DataTable, ErrorSummary, RadioGroup, Seite, TextField } from "#ui";
import { wanduhr } from "#wachmodell";
import type { UeberwachterJob } from "../contract.ts";
import type { Kalendereintrag } from "../store-betrieb.ts";
import { Unternavigation, WURZEL, wann } from "./teile.tsx";

export type Kalenderprops = {
  frame: Frame;
  eintraege: readonly Kalendereintrag[];
  jobs: ReadonlyMap<number, UeberwachterJob>;
  ical: string;
  fehler?: Readonly<Record<string, string>>;
  eingabe?: Readonly<Record<string, string>>;
};
const arten = { schliessung: "Geschlossen", wartung: "Wartung", wartungWiederkehrend: "Wartung, wiederkehrend" } as const;

export function Kalenderseite({ frame, eintraege, jobs, ical, fehler = {}, eingabe = {} }: Kalenderprops): VNode {
  const vorschlaege = eintraege.filter(({ stand }) => stand === "vorgeschlagen");
  const tun = `${WURZEL}/kalender`;
  return (
    <Seite {...frame} titel="Schließtage und Wartung" breite="weit">
      <Unternavigation pfad={frame.pfad} />
      <ErrorSummary fehler={Object.entries(fehler).map(([feld, text]) => ({ feld, text }))} />
      <p class="vorspann">
        An diesen Tagen und in diesen Zeiten wird weiter aufgezeichnet, aber niemand gerufen. Gelernt wird aus ihnen nichts.
      </p>
      {vorschlaege.length > 0 && (
        <section aria-labelledby="vorschlaege">
          <h2 id="vorschlaege">Vorschläge aus Rückmeldungen</h2>
          <ul class="vorfaelle">
            {vorschlaege.map((e) => (
              <li key={e.id} class="vorfall">
                <strong>{fuerWen(e, jobs)}</strong>
                <span class="vorfall__satz">
                  {zeitVon(e)}: {e.grund}
                </span>
                <span class="leise">vorgeschlagen nach einer Rückmeldung von {e.eingetragenVon}</span>
                <div class="reihe">
                  <form method="post" action={`${tun}/${e.id}/annehmen`}>
                    <Button>Eintragen</Button>
                  </form>
                  <form method="post" action={`${tun}/${e.id}/ablehnen`}>
                    <Button art="secondary">Ablehnen</Button>
                  </form>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <DataTable
        titel="Einträge"
        leer="Noch ist nichts eingetragen."
        zeilen={eintraege.filter(({ stand }) => stand !== "vorgeschlagen")}
        schluessel={({ id }) => String(id)}
        spalten={[
          { schluessel: "fuer", titel: "Für", zelle: (e) => fuerWen(e, jobs) },
          { schluessel: "art", titel: "Art", zelle: (e) => arten[e.art] },
          { schluessel: "zeit", titel: "Wann", zelle: zeitVon },
          { schluessel: "grund", titel: "Grund", zelle: (e) => e.grund },
          {
            schluessel: "stand",
            titel: "Stand",
            zelle: (e) =>
              e.stand === "gilt" ? (
                <>
                  <Badge art="erfolg">gilt</Badge>
                  <form method="post" action={`${tun}/${e.id}/ablehnen`}>
                    <button class="knopf-link" type="submit">
                      Zurücknehmen<span class="kern-sr-only">: {e.grund}</span>
                    </button>
                  </form>
                </>
              ) : (
                <Badge art="info">nicht mehr</Badge>
              ),
          },
        ]}
      />
      <form method="post" action={tun} class="fragen">
        <h2>Neuer Eintrag</h2>
        <RadioGroup
          name="art"
          label="Was ist es?"
          wert={eingabe.art ?? "schliessung"}
          fehler={fehler.art}
          optionen={[
            { wert: "schliessung", text: "Der Mandant hat geschlossen, zum Beispiel zwischen den Jahren" },
            { wert: "wartung", text: "Einmalige Wartung eines Systems" },
            { wert: "wartungWiederkehrend", text: "Wiederkehrende Wartung eines Systems" },
          ]}
        />
        <TextField
          name="mandant"
          label="Mandant"
          hinweis="leer: alle"
          pflicht={false}
          wert={eingabe.mandant}
          fehler={fehler.mandant}
        />
        <TextField
          name="system"
          label="System"
          hinweis="leer: alle"
          pflicht={false}
          wert={eingabe.system}
          fehler={fehler.system}
        />
        <TextField
          name="von"
          label="Von"
          hinweis="Tag, bei Wartung mit Uhrzeit: 24.12.2026 22:00"
          pflicht={false}
          kurz={true}
          wert={eingabe.von}
          fehler={fehler.von}
        />
        <TextField name="bis" label="Bis" pflicht={false} kurz={true} wert={eingabe.bis} fehler={fehler.bis} />
        <TextField
          name="cron"
          label="Zeitplan der wiederkehrenden Wartung"
          hinweis="fünf Felder: Minute Stunde Tag Monat Wochentag, zum Beispiel 0 0 * * SUN"
          pflicht={false}
          wert={eingabe.cron}
          fehler={fehler.cron}
        />
        <TextField
          name="dauerMin"
          label="Dauer der wiederkehrenden Wartung in Minuten"
          pflicht={false}
          kurz={true}
          eingabe="numeric"
          wert={eingabe.dauerMin}
          fehler={fehler.dauerMin}
        />
        <TextField name="grund" label="Grund" wert={eingabe.grund} fehler={fehler.grund} maxLaenge={200} />
        <Button>Eintragen</Button>
      </form>
      <h2>In Ihrem Kalender</h2>
      <Alert art="info" titel="Vorfälle, Schließtage und Wartung als Abonnement (iCalendar)">
        <p>
          Tragen Sie diese Adresse in Ihr Kalenderprogramm ein. Wer sie kennt, kann mitlesen: <span class="umbruch">{ical}</span>
        </p>
      </Alert>
    </Seite>
  );
}

function fuerWen(e: Kalendereintrag, jobs: ReadonlyMap<number, UeberwachterJob>): string {
  const job = e.job === null ? undefined : jobs.get(e.job);
  if (job) return `${job.name}, ${job.mandant}`;
  return [e.mandant ?? "alle Mandanten", e.system ?? "alle Systeme"].join(", ");
}

function zeitVon(e: Kalendereintrag): string {
  if (e.art === "wartungWiederkehrend") return `Zeitplan „${e.cron}“, ${e.dauerMin} Minuten`;
  if (!e.von || !e.bis) return "";
  if (e.art === "wartung") return `${wann(e.von)} bis ${wann(e.bis)}`;
  const [von, bis] = [wanduhr(e.von).tag, wanduhr(e.bis).tag];
  return von === bis ? formatiereDatum(von) : `${formatiereDatum(von)} bis ${formatiereDatum(bis)}`;
}
