import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereDatum } from "#kalender";
import { Alert, Button, DataTable, ErrorSummary, Seite, SummaryList, TextField } from "#ui";
import type { Nachspiel } from "#wachmodell";
import type { Einstellung } from "../store-betrieb.ts";
import { Unternavigation, WURZEL, wann } from "./teile.tsx";

export type Schwellenprops = {
  frame: Frame;
  jetzt: Einstellung & { wer?: string; am?: Date };
  neu?: { einstellung: Einstellung; bisher: Nachspiel; kuenftig: Nachspiel };
  fehler?: Readonly<Record<string, string>>;
  eingabe?: Readonly<Record<string, string>>;
};
const komma = (wert: number, stellen = 1) => wert.toFixed(stellen).replace(".", ",");

export function Schwellenseite({ frame, jetzt, neu, fehler = {}, eingabe = {} }: Schwellenprops): VNode {
  const tun = `${WURZEL}/schwellen`;
  const wert = (name: keyof Einstellung, einstellung: Einstellung) =>
    name === "schwelle" ? String(Math.round(einstellung.schwelle * 100)) : String(einstellung[name]);
  const vorgabe = neu?.einstellung ?? jetzt;
  return (
    <Seite {...frame} titel="Schwellen" breite="weit">
      <Unternavigation pfad={frame.pfad} />
      <ErrorSummary fehler={Object.entries(fehler).map(([feld, text]) => ({ feld, text }))} />
      <p class="vorspann">
        Diese drei Zahlen bestimmen, wofür jemand gerufen wird. Was eine feste Regel sagt, bleibt davon unberührt. Vor jeder
        Änderung sehen Sie, was sie in den letzten 90 Tagen bewirkt hätte.
      </p>
      <h2>Es gilt</h2>
      <SummaryList
        zeilen={[
          {
            label: "Schwelle",
            wert: `${Math.round(jetzt.schwelle * 100)} %`,
            hinweis: "so sicher muss das Modell mindestens sein",
          },
          { label: "Höchstens", wert: `${jetzt.budget} Alarme je Morgen`, hinweis: "der Rest steht grau in der Liste" },
          { label: "Mindestmenge", wert: `${jetzt.mindestmenge} Datensätze`, hinweis: "darunter schweigt das Modell" },
          ...(jetzt.am ? [{ label: "Zuletzt geändert", wert: `${jetzt.wer}, ${wann(jetzt.am)}` }] : []),
        ]}
      />
      {neu && <Vergleich tun={tun} neu={neu} />}
      <form method="post" action={`${tun}/probe`} class="fragen">
        <h2>Ändern</h2>
        <TextField
          name="schwelle"
          label="Schwelle in Prozent"
          kurz={true}
          eingabe="numeric"
          wert={eingabe.schwelle ?? wert("schwelle", vorgabe)}
          fehler={fehler.schwelle}
        />
        <TextField
          name="budget"
          label="Alarme je Morgen höchstens"
          kurz={true}
          eingabe="numeric"
          wert={eingabe.budget ?? wert("budget", vorgabe)}
          fehler={fehler.budget}
        />
        <TextField
          name="mindestmenge"
          label="Mindestmenge"
          kurz={true}
          eingabe="numeric"
          wert={eingabe.mindestmenge ?? wert("mindestmenge", vorgabe)}
          fehler={fehler.mindestmenge}
        />
        <Button art="secondary">An den letzten 90 Tagen durchspielen</Button>
      </form>
    </Seite>
  );
}

function Vergleich({ tun, neu }: { tun: string; neu: NonNullable<Schwellenprops["neu"]> }): VNode {
  const { bisher, kuenftig, einstellung } = neu;
  const zeilen = [
    { was: "Alarme je Tag", alt: komma(bisher.alarmeJeTag), neu: komma(kuenftig.alarmeJeTag) },
    { was: "davon von Ihnen bestätigt", alt: anteil(bisher), neu: anteil(kuenftig) },
    {
      was: "bestätigte Störungen, die nicht gemeldet worden wären",
      alt: String(bisher.verpasst),
      neu: String(kuenftig.verpasst),
    },
  ];
  const anders = kuenftig.tage.filter(({ tag, alarme }) => bisher.tage.find((each) => each.tag === tag)?.alarme !== alarme);
  return (
    <section aria-labelledby="probe">
      <h2 id="probe">So wäre es gewesen</h2>
      {kuenftig.verpasst > bisher.verpasst && (
        <Alert
          art="warnung"
          titel={`Mit den neuen Zahlen wären ${kuenftig.verpasst - bisher.verpasst} bestätigte Störungen mehr unbemerkt geblieben.`}
        />
      )}
      <DataTable
        titel={`Die letzten ${kuenftig.tage.length} bewerteten Tage`}
        leer="Es gibt noch keine bewerteten Tage."
        zeilen={zeilen}
        schluessel={({ was }) => was}
        spalten={[
          { schluessel: "was", titel: "Was", zelle: ({ was }) => was },
          { schluessel: "alt", titel: "bisher", zahl: true, zelle: ({ alt }) => alt },
          { schluessel: "neu", titel: "neu", zahl: true, zelle: (z) => z.neu },
        ]}
      />
      <details>
        <summary>Tage, an denen es anders gewesen wäre ({anders.length})</summary>
        <ul>
          {anders.slice(-30).map(({ tag, alarme }) => (
            <li key={tag}>
              {formatiereDatum(tag)}: {alarme} statt {bisher.tage.find((each) => each.tag === tag)?.alarme ?? 0} Alarme
            </li>
          ))}
        </ul>
      </details>
      <form method="post" action={tun} class="abstand">
        <input type="hidden" name="schwelle" value={String(Math.round(einstellung.schwelle * 100))} />
        <input type="hidden" name="budget" value={String(einstellung.budget)} />
        <input type="hidden" name="mindestmenge" value={String(einstellung.mindestmenge)} />
        <Button>Diese Schwellen ab jetzt verwenden</Button>
      </form>
    </section>
  );
}

const anteil = ({ genauigkeit }: Nachspiel) =>
  genauigkeit === undefined ? "noch keine Rückmeldung" : `${Math.round(genauigkeit * 100)} %`;
