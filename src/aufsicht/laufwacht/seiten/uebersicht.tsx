import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereDatum, plusTage } from "#kalender";
import { Alert, Badge, Button, EmptyState, LinkButton, Seite } from "#ui";
import { type Karte, type Lageart, lagen } from "../sicht/lage.ts";
import type { Lernlauf } from "../store-urteil.ts";
import type { VorfallZeile } from "../store-vorfaelle.ts";
import { Lagemarke, mitFragen, Unternavigation, WURZEL, wann } from "./teile.tsx";

export type Uebersichtprops = {
  frame: Frame;
  morgen: string;
  letzter: string;
  bewertetAm: Date | null;
  zahlen: Readonly<Record<Lageart, number>>;
  karte: Karte;
  nur: "alle" | "auffaellig";
  vorfaelle: readonly VorfallZeile[];
  graue: number;
  lernlauf: Lernlauf | undefined;
  /** When the model in charge was made; null: there is none. */
  modellVom: Date | null;
};

export function Uebersichtsseite(props: Uebersichtprops): VNode {
  const { frame, morgen, letzter, bewertetAm, zahlen, karte, vorfaelle, lernlauf } = props;
  const jobs = Object.values(zahlen).reduce((s, n) => s + n, 0);
  return (
    <Seite {...frame} titel={`Die Nacht zum ${formatiereDatum(morgen)}`} breite="weit">
      <Unternavigation pfad={frame.pfad} />
      {jobs === 0 ? (
        <EmptyState titel="Noch wird kein Job überwacht.">
          <p>Melden Sie Läufe über die Schnittstelle oder laden Sie eine Tabelle hoch. Wie das geht, steht unter „Annahme“.</p>
          <LinkButton href={`${WURZEL}/annahme`}>Zur Annahme</LinkButton>
        </EmptyState>
      ) : (
        <>
          <Modellstand lernlauf={lernlauf} modellVom={props.modellVom} />
          {bewertetAm ? (
            <p class="leise">Bewertet {wann(bewertetAm)}. Es zählt, was seit sechs Uhr am Vortag fällig war.</p>
          ) : (
            <Alert art="warnung" titel="Diese Nacht ist noch nicht bewertet.">
              <p>Das geschieht von selbst nach sechs Uhr. Bleibt es aus, läuft vermutlich kein Worker.</p>
            </Alert>
          )}
          <dl class="kennzahlen">
            {(Object.keys(lagen) as Lageart[]).map((lage) => (
              <div key={lage} class={`kennzahl kennzahl--${lage}`}>
                <dt>
                  <Lagemarke lage={lage} />
                </dt>
                <dd>{zahlen[lage].toLocaleString("de-DE")}</dd>
              </div>
            ))}
          </dl>
          <Vorfallliste vorfaelle={vorfaelle} graue={props.graue} />
          <h2 id="karte">Alle Systeme und Mandanten</h2>
          <p class="reihe karte-wahl">
            {props.nur === "auffaellig" ? (
              <a href={mitFragen(WURZEL, { morgen })}>Alle Mandanten zeigen</a>
            ) : (
              <a href={mitFragen(WURZEL, { morgen, nur: "auffaellig" })}>Nur Mandanten zeigen, bei denen etwas auffällt</a>
            )}
            <a href={mitFragen(WURZEL, { morgen: plusTage(morgen, -1) })}>Eine Nacht zurück</a>
            {morgen < letzter && <a href={mitFragen(WURZEL, { morgen: plusTage(morgen, 1) })}>Eine Nacht vor</a>}
          </p>
          <Kartentabelle karte={karte} morgen={morgen} />
        </>
      )}
    </Seite>
  );
}

function Modellstand({ lernlauf, modellVom }: Pick<Uebersichtprops, "lernlauf" | "modellVom">): VNode {
  if (!lernlauf)
    return (
      <Alert art="info" titel="Es gibt noch kein Modell; die festen Regeln wachen allein.">
        <p>Das Lernen beginnt jede Nacht um vier Uhr von selbst.</p>
      </Alert>
    );
  if (lernlauf.ausgang === "uebernommen")
    return (
      <details class="leise">
        <summary>Modell vom {wann(lernlauf.am)}</summary>
        <p>{lernlauf.satz}</p>
        {lernlauf.guete && (
          <p>
            Abweichung der letzten zwei Wochen: {lernlauf.guete.drift.toFixed(2).replace(".", ",")} Streuungen. Dauer des Lernens:{" "}
            {Math.round(lernlauf.guete.sekunden)} Sekunden.
          </p>
        )}
      </details>
    );
  return (
    <Alert
      art={lernlauf.ausgang === "zuWenig" ? "info" : "warnung"}
      titel={
        lernlauf.ausgang === "zuWenig"
          ? "Zum Lernen ist noch zu wenig bekannt; die festen Regeln wachen."
          : `Das letzte Lernen hat kein neues Modell gebracht (${wann(lernlauf.am)}).`
      }
    >
      <p>{lernlauf.satz}</p>
      {modellVom && <p>Es wacht das Modell vom {wann(modellVom)}.</p>}
    </Alert>
  );
}

function Vorfallliste({ vorfaelle, graue }: { vorfaelle: readonly VorfallZeile[]; graue: number }): VNode {
  const ohne = vorfaelle.filter(({ eigentuemer }) => eigentuemer === null).length;
  return (
    <section aria-labelledby="vorfaelle">
      <h2 id="vorfaelle">Vorfälle</h2>
      {vorfaelle.length === 0 ? (
        <EmptyState titel="Kein offener Vorfall." />
      ) : (
        <ul class="vorfaelle">
          {vorfaelle.map((v) => (
            <li key={v.id} class={v.eigentuemer ? "vorfall" : "vorfall vorfall--offen"}>
              <a href={`${WURZEL}/vorfaelle/${v.id}`}>{titelVon(v)}</a>
              <span class="vorfall__satz">{v.satz}</span>
              <span class="leise">
                {v.auffaelligkeiten.length > 1 && `${v.auffaelligkeiten.length} Befunde · `}seit {formatiereDatum(v.eroeffnet)}
              </span>
              {v.eigentuemer ? <Badge art="info">{v.eigentuemer} kümmert sich</Badge> : <Badge art="gefahr">noch niemand</Badge>}
            </li>
          ))}
        </ul>
      )}
      {graue > 0 && (
        <p>
          <a href={`${WURZEL}/vorfaelle`}>
            {graue === 1 ? "Eine leichtere Auffälligkeit" : `${graue} leichtere Auffälligkeiten`} ansehen
          </a>
          , für die niemand gerufen wurde.
        </p>
      )}
      {ohne > 0 && (
        <form method="post" action={`${WURZEL}/vorfaelle/alle-uebernehmen`}>
          <Button art="secondary">{ohne === 1 ? "Ich kümmere mich" : `Ich kümmere mich um alle ${ohne} offenen`}</Button>
        </form>
      )}
    </section>
  );
}

export function titelVon(v: Pick<VorfallZeile, "art" | "mandant" | "system">): string {
  if (v.art === "system") return `System ${v.system}`;
  if (v.art === "mandant") return v.mandant ?? "Mandant";
  return [v.mandant, v.system].filter(Boolean).join(", ");
}

function Kartentabelle({ karte, morgen }: { karte: Karte; morgen: string }): VNode {
  if (karte.zeilen.length === 0) return <EmptyState titel="In dieser Nacht fällt bei keinem Mandanten etwas auf." />;
  return (
    <section class="tabelle karte-tabelle" aria-label="Karte der Systeme und Mandanten" tabIndex={0}>
      <table class="lagekarte">
        <caption class="kern-sr-only">
          Lage der Jobs je Mandant (Zeilen) und System (Spalten) in der Nacht zum {formatiereDatum(morgen)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Mandant</th>
            {karte.systeme.map((system) => (
              <th key={system} scope="col">
                <a href={mitFragen(`${WURZEL}/jobs`, { system, morgen })}>{system}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {karte.zeilen.map(({ mandant, felder }) => (
            <tr key={mandant}>
              <th scope="row">
                <a href={mitFragen(`${WURZEL}/jobs`, { mandant, morgen })}>{mandant}</a>
              </th>
              {felder.map((feld, n) =>
                feld ? (
                  <td key={karte.systeme[n]} class={`feld feld--${feld.lage}`}>
                    <span aria-hidden="true">
                      {lagen[feld.lage].zeichen}
                      {feld.lage !== "ordnung" && feld.lage !== "ruhe" && feld.von > 1 ? ` ${feld.anzahl}/${feld.von}` : ""}
                    </span>
                    <span class="kern-sr-only">
                      {lagen[feld.lage].wort}
                      {feld.von > 1 ? `, ${feld.anzahl} von ${feld.von}` : ""}
                    </span>
                  </td>
                ) : (
                  <td key={karte.systeme[n]} class="feld feld--leer">
                    <span class="kern-sr-only">kein Job</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
