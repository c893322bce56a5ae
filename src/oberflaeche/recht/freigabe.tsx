import type { VNode } from "preact";
import type { Frame } from "#auth";
import type { Unterschied } from "#rechtsansicht";
import { Alert, Badge, Button, DataTable, Seite, TextArea, type Ton } from "#ui";
import { type Freigabeeintrag, type Freigabestand, kurzform, type Version, type Versionszeile } from "#versionen";
import { zeit } from "../seiten/zeit.ts";
import { Freigabemarke } from "./ansicht.tsx";

export type FreigabeProps = {
  frame: Frame;
  laufende: Version;
  stand: Freigabestand;
  eintraege: readonly Freigabeeintrag[];
  /** All that the installation has run, newest first, with what this Mandant has said to it. */
  versionen: readonly (Versionszeile & { stand: Freigabestand })[];
  /** The version it is compared with; undefined: it is the first. */
  vergleich: Versionszeile | undefined;
  unterschiede: readonly Unterschied[];
  darf: boolean;
  kennung: string;
  meldung?: { art: Ton; titel: string } | undefined;
  /** Cases that wait for the release of this Leistung, and how many did when it was given. */
  wartende: { jetzt: number; beiFreigabe: number };
};

/** The difference first, then one click each by two people. */
export function Freigabeseite(props: FreigabeProps): VNode {
  const { laufende, stand, vergleich, unterschiede } = props;
  const pfad = `/amt/leistungen/${laufende.leistung}`;
  return (
    <Seite
      {...props.frame}
      titel={`${laufende.dokument.name}: Fassungen und Freigabe`}
      breite="weit"
      zurueck={{ href: pfad, text: laufende.dokument.name }}
    >
      {props.meldung && <Alert art={props.meldung.art} titel={props.meldung.titel} />}
      <p>
        Fassung <strong>{laufende.version}</strong>, Fingerabdruck {kurzform(laufende.fingerabdruck)}.{" "}
        <Freigabemarke stand={stand} />
      </p>
      <Wartende stand={stand} {...props.wartende} />
      <section>
        <h2>Was ist anders?</h2>
        {vergleich ? (
          <>
            <p>
              Verglichen mit der Fassung {vergleich.version} ({kurzform(vergleich.fingerabdruck)}), erfasst am{" "}
              {zeit.format(vergleich.erfasstAm)}.
            </p>
            <Unterschiede unterschiede={unterschiede} />
          </>
        ) : (
          <p>
            Dies ist die erste Fassung, die diese Installation kennt. Bitte lesen Sie die ganze Leistung, bevor Sie sie freigeben.
          </p>
        )}
      </section>
      <Handlung {...props} />
      <section>
        <h2>Was bisher geschah</h2>
        <DataTable
          titel="Freigaben dieser Fassung"
          leer="Noch hat niemand diese Fassung freigegeben."
          zeilen={props.eintraege}
          schluessel={({ nummer }) => String(nummer)}
          spalten={[
            { schluessel: "am", titel: "Wann", zelle: ({ am }) => zeit.format(am) },
            { schluessel: "name", titel: "Wer", zelle: ({ name }) => name },
            {
              schluessel: "art",
              titel: "Was",
              zelle: ({ art }) => (art === "freigegeben" ? "Freigegeben" : "Freigabe zurückgenommen"),
            },
            { schluessel: "grund", titel: "Grund", zelle: ({ grund }) => grund },
          ]}
        />
        <DataTable
          titel="Fassungen dieser Installation"
          leer="Keine."
          zeilen={props.versionen}
          schluessel={({ fingerabdruck }) => fingerabdruck}
          spalten={[
            {
              schluessel: "version",
              titel: "Fassung",
              zelle: ({ version, fingerabdruck }) => `${version} (${kurzform(fingerabdruck)})`,
            },
            { schluessel: "am", titel: "Erfasst", zelle: ({ erfasstAm }) => zeit.format(erfasstAm) },
            { schluessel: "stand", titel: "Freigabe", zelle: (zeile) => <Freigabemarke stand={zeile.stand} /> },
            {
              schluessel: "vergleich",
              titel: "Unterschied",
              zelle: ({ fingerabdruck }) =>
                fingerabdruck === laufende.fingerabdruck ? (
                  "läuft"
                ) : (
                  <a href={`${pfad}/freigabe?vergleich=${kurzform(fingerabdruck)}`}>
                    Mit der laufenden vergleichen<span class="kern-sr-only"> ({kurzform(fingerabdruck)})</span>
                  </a>
                ),
            },
          ]}
        />
      </section>
    </Seite>
  );
}

const faelle = (zahl: number) => (zahl === 1 ? "Ein Fall" : `${zahl} Fälle`);
/** What the release is worth today, and afterwards how far the house has come. */
function Wartende({ stand, jetzt, beiFreigabe }: FreigabeProps["wartende"] & { stand: Freigabestand }): VNode | null {
  if (stand.art !== "freigegeben")
    return jetzt === 0 ? null : (
      <p>
        <strong>{faelle(jetzt)}</strong> {jetzt === 1 ? "wartet" : "warten"} bei der Sachbearbeitung auf diese Freigabe. Sobald
        zwei Personen freigegeben haben, wird jeder von selbst neu geprüft, den bis dahin niemand übernommen hat.
      </p>
    );
  const alle = Math.max(beiFreigabe, jetzt);
  if (alle === 0) return null;
  return (
    <p>
      <label>
        Neu geprüft nach der Freigabe: <strong>{alle - jetzt}</strong> von {alle} wartenden Fällen.{" "}
        <progress max={alle} value={alle - jetzt} />
      </label>
      {jetzt > 0 && " Es geht von selbst weiter; laden Sie die Seite neu, um den Stand zu sehen."}
    </p>
  );
}

export function Unterschiede({ unterschiede }: { unterschiede: readonly Unterschied[] }): VNode {
  if (unterschiede.length === 0) return <p>Kein Unterschied.</p>;
  const nurQuellen = unterschiede.every(({ bereich }) => bereich === "Quelltext");
  return (
    <>
      {nurQuellen && (
        <p>
          Regeln, Sätze, Nachweise und Formular stehen wie bisher. Nur der Quelltext hat sich geändert: Ob das eine Entscheidung
          ändert, zeigen die Probefälle und „Änderung durchrechnen“.
        </p>
      )}
      <ul class="unterschiede">
        {unterschiede.map(({ bereich, gewicht, text }) => (
          <li key={`${bereich}${text}`}>
            <Badge art={gewicht === "entscheidung" ? "warnung" : "info"}>{bereich}</Badge> <span>{text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Handlung({ laufende, stand, darf, kennung }: FreigabeProps): VNode {
  const pfad = `/amt/leistungen/${laufende.leistung}/freigabe`;
  const seins = stand.art === "halb" && stand.erste.kennung === kennung;
  if (!darf) return <p>Freigeben darf die Leitung oder die Fachaufsicht dieser Leistung.</p>;
  return (
    <section>
      <h2>Freigabe</h2>
      {stand.art === "freigegeben" ? (
        <p>
          Freigegeben von {stand.erste.name} und {stand.zweite.name}. Diese Fassung entscheidet, soweit das Gesetz es erlaubt.
        </p>
      ) : seins ? (
        <p>Sie haben diese Fassung freigegeben. Jetzt fehlt eine zweite Person.</p>
      ) : (
        <form method="post" action={pfad}>
          <input type="hidden" name="fingerabdruck" value={laufende.fingerabdruck} />
          <p>
            {stand.art === "halb"
              ? `${stand.erste.name} hat diese Fassung freigegeben. Mit Ihrer Freigabe entscheidet sie.`
              : "Sie sind die erste von zwei Personen. Erst mit der zweiten Freigabe entscheidet diese Fassung."}
          </p>
          <Button>Diese Fassung freigeben</Button>
        </form>
      )}
      {stand.art !== "offen" && (
        <form method="post" action={`${pfad}/zuruecknehmen`} class="abstand" noValidate>
          <input type="hidden" name="fingerabdruck" value={laufende.fingerabdruck} />
          <TextArea
            name="grund"
            label="Freigabe zurücknehmen: warum?"
            hinweis="Danach entscheidet wieder ein Mensch, bis zwei Personen neu freigeben."
          />
          <Button art="secondary">Freigabe zurücknehmen</Button>
        </form>
      )}
    </section>
  );
}
