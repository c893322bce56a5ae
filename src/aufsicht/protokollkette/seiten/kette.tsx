import type { VNode } from "preact";
import type { Frame } from "#auth";
import { Alert, Badge, Button, Checkbox, DataTable, ErrorSummary, Seite, SummaryList, TextField } from "#ui";
import type { Ergebnis } from "../pruefer.ts";
import type { Schluessel, Stapel } from "../saetze.ts";

const zeit = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "medium", timeStyle: "short" });
const zahl = new Intl.NumberFormat("de-DE");
const wann = (iso: string) => zeit.format(new Date(iso));

/** Whole minutes, hours or days: what a person would say. */
export function alter(ms: number): string {
  const minuten = Math.max(0, Math.floor(ms / 60_000));
  if (minuten < 1) return "vor weniger als einer Minute";
  if (minuten < 120) return `vor ${minuten} ${minuten === 1 ? "Minute" : "Minuten"}`;
  const stunden = Math.floor(minuten / 60);
  return stunden < 48 ? `vor ${stunden} Stunden` : `vor ${Math.floor(stunden / 24)} Tagen`;
}
/** Rows wait for a batch this long at most, where a worker runs. */
export const STILL_MS = 15 * 60_000;

export function Fingerabdruck({ hex }: { hex: string }): VNode {
  return <span class="fingerabdruck">{hex.replace(/(.{8})(?=.)/g, "$1 ")}</span>;
}

export type Kettenseitenprops = {
  frame: Frame;
  jetzt: Date;
  koepfe: readonly Stapel[];
  zeilen: readonly { titel: string; anzahl: number }[];
  offen: boolean;
  schluessel: readonly Schluessel[];
  ergebnis?: (Ergebnis & { ab: number }) | undefined;
  fehler?: Readonly<Record<string, string>> | undefined;
  eingabe?: Readonly<Record<string, string>> | undefined;
};

export function Kettenseite(props: Kettenseitenprops): VNode {
  const { frame, jetzt, koepfe, zeilen, offen, fehler = {}, eingabe = {} } = props;
  const [letzter] = koepfe;
  const still = letzter ? jetzt.getTime() - new Date(letzter.geschlossen).getTime() : Number.POSITIVE_INFINITY;
  return (
    <Seite
      {...frame}
      titel="Unversehrtheit des Protokolls"
      breite="weit"
      zurueck={{ href: "/amt/protokoll", text: "Zum Protokoll" }}
    >
      <ErrorSummary fehler={Object.entries(fehler).map(([feld, text]) => ({ feld, text }))} />
      {props.ergebnis && <Pruefergebnis ergebnis={props.ergebnis} />}
      {offen && letzter && still > STILL_MS && (
        <Alert art="warnung" titel="Es warten Einträge, aber seit einiger Zeit wurde kein Stapel geschlossen.">
          <p>Bitte geben Sie dem Betrieb Bescheid: Vermutlich läuft kein Worker.</p>
        </Alert>
      )}
      <p class="vorspann">
        Jeder Eintrag wird in einen Stapel aufgenommen, und jeder Stapel baut auf dem vorigen auf. Wer einen alten Eintrag ändert,
        löscht oder einschiebt, müsste alle späteren Köpfe neu schreiben. Das fällt auf, sobald jemand anderes einen Kopf kennt.
      </p>
      <h2>Stand der Kette</h2>
      {letzter ? (
        <SummaryList
          zeilen={[
            {
              label: "Letzter Kopf",
              wert: `Nummer ${zahl.format(letzter.nummer)}, ${alter(still)}`,
              hinweis: wann(letzter.geschlossen),
            },
            { label: "Fingerabdruck", wert: <Fingerabdruck hex={letzter.kopf} /> },
            { label: "Unterschrieben mit", wert: letzter.unterschriften.map(({ schluessel }) => schluessel).join(", ") },
            {
              label: "Neue Einträge",
              wert: (
                <Badge art={offen ? "info" : "erfolg"}>{offen ? "warten auf den nächsten Stapel" : "alle aufgenommen"}</Badge>
              ),
            },
          ]}
        />
      ) : (
        <Alert art="info" titel="Noch ist kein Stapel geschlossen.">
          <p>Der erste entsteht von selbst, etwa eine Minute nach dem ersten Eintrag.</p>
        </Alert>
      )}
      <p class="leise">
        Hier werden die neuesten zwölf Stapel geprüft, höchstens rund 49.000 Einträge. Die ganze Kette prüft der Betrieb mit
        „fachwerk protokoll pruefe --gegen-datenbank“.
      </p>
      <form method="post" action="/amt/protokoll/kette/pruefung" class="abstand">
        <Button art="secondary">Neueste Stapel jetzt prüfen</Button>
      </form>
      <Ausfuhr fehler={fehler} eingabe={eingabe} />
      <DataTable
        titel="Was in der Kette ist"
        leer="Noch nichts."
        zeilen={zeilen}
        schluessel={(zeile) => zeile.titel}
        spalten={[
          { schluessel: "titel", titel: "Art", zelle: (zeile) => zeile.titel },
          { schluessel: "anzahl", titel: "Einträge", zahl: true, zelle: (zeile) => zahl.format(zeile.anzahl) },
        ]}
      />
      <Koepfe koepfe={koepfe} />
      <Schluesselliste schluessel={props.schluessel} />
    </Seite>
  );
}

function Pruefergebnis({ ergebnis }: { ergebnis: Ergebnis & { ab: number } }): VNode {
  const ganz = ergebnis.ab > 0 ? `ab Stapel ${ergebnis.ab + 1}` : "die ganze Kette";
  const geloescht = `Bei ${zahl.format(ergebnis.ohneInhalt)} davon ist der Inhalt nach Ablauf der Aufbewahrung gelöscht.`;
  const umfang = `Geprüft: ${zahl.format(ergebnis.zeilen)} Einträge in ${zahl.format(ergebnis.stapel)} Stapeln, ${ganz}. ${ergebnis.ohneInhalt > 0 ? geloescht : ""}`;
  if (ergebnis.gueltig)
    return (
      <Alert art="erfolg" titel="Das Protokoll ist unversehrt.">
        <p>{umfang}</p>
      </Alert>
    );
  return (
    <Alert art="gefahr" titel="Das Protokoll ist nicht unversehrt.">
      <p>{umfang}</p>
      <ul>
        {ergebnis.befunde.slice(0, 20).map(({ satz, text }) => (
          <li key={`${satz}${text}`} class="umbruch">
            {satz}: {text}
          </li>
        ))}
      </ul>
      <p>Bitte ändern Sie nichts, und verständigen Sie Betrieb und Rechnungsprüfung. Eine Ausfuhr sichert den jetzigen Stand.</p>
    </Alert>
  );
}

function Ausfuhr({
  fehler,
  eingabe,
}: {
  fehler: Readonly<Record<string, string>>;
  eingabe: Readonly<Record<string, string>>;
}): VNode {
  return (
    <section>
      <h2>Ausführen</h2>
      <p>
        Die Datei lässt sich ohne dieses System prüfen („fachwerk protokoll pruefe“). Sie enthält personenbezogene Daten. Wer sie
        wann geholt hat, steht im Protokoll. Ohne Tage kommt alles mit.
      </p>
      <form method="post" action="/amt/protokoll/kette/ausfuhr" noValidate class="abstand">
        <TextField
          name="von"
          label="Einträge ab"
          hinweis="zum Beispiel 01.01.2026"
          kurz={true}
          pflicht={false}
          wert={eingabe.von}
          fehler={fehler.von}
        />
        <TextField name="bis" label="Einträge bis" kurz={true} pflicht={false} wert={eingabe.bis} fehler={fehler.bis} />
        <TextField
          name="anlass"
          label="Anlass"
          hinweis="zum Beispiel: Prüfung der Jahresrechnung"
          wert={eingabe.anlass}
          fehler={fehler.anlass}
        />
        <Checkbox name="dokumente" label="Auch die Dokumente selbst, nicht nur ihre Prüfsummen" />
        <Button>Datei holen</Button>
      </form>
    </section>
  );
}

function Koepfe({ koepfe }: { koepfe: readonly Stapel[] }): VNode {
  return (
    <>
      <DataTable
        titel="Die letzten Köpfe"
        leer="Noch keine."
        zeilen={koepfe}
        schluessel={(stapel) => String(stapel.nummer)}
        spalten={[
          { schluessel: "nummer", titel: "Nummer", zelle: (stapel) => zahl.format(stapel.nummer) },
          { schluessel: "wann", titel: "Geschlossen", zelle: (stapel) => wann(stapel.geschlossen) },
          { schluessel: "anzahl", titel: "Einträge", zahl: true, zelle: (stapel) => zahl.format(stapel.anzahl) },
          {
            schluessel: "kopf",
            titel: "Fingerabdruck (Anfang)",
            zelle: (stapel) => <Fingerabdruck hex={stapel.kopf.slice(0, 32)} />,
          },
        ]}
      />
      <p>
        Eine Kette, die nur wir selbst führen, beweist nichts gegen uns. Bitte lassen Sie eine andere Stelle, etwa das
        Rechnungsprüfungsamt, täglich den <a href="/.well-known/fachwerk-protokoll">aktuellen Kopf</a> abholen und aufheben.
      </p>
    </>
  );
}

function Schluesselliste({ schluessel }: { schluessel: readonly Schluessel[] }): VNode {
  return (
    <DataTable
      titel="Öffentliche Schlüssel"
      leer="Noch keine."
      zeilen={schluessel}
      schluessel={(each) => each.kennung}
      spalten={[
        { schluessel: "kennung", titel: "Kennung", zelle: (each) => each.kennung },
        { schluessel: "seit", titel: "Seit", zelle: (each) => wann(each.seit) },
        {
          schluessel: "bestaetigt",
          titel: "Bestätigt von",
          zelle: (each) => each.bestaetigtVon ?? "dem ersten Schlüssel geht keiner voraus",
        },
        {
          schluessel: "wert",
          titel: "Schlüssel (Ed25519)",
          zelle: (each) => <span class="fingerabdruck">{each.oeffentlich}</span>,
        },
      ]}
    />
  );
}
