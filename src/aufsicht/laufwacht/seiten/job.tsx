import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereDatum, plusMonateMonat } from "#kalender";
import { Alert, Button, DataTable, RadioGroup, Seite, SummaryList, TextField } from "#ui";
import { tagMitWert } from "#wachmodell";
import type { UeberwachterJob } from "../contract.ts";
import type { Joblage } from "../sicht/lage.ts";
import { planInWorten } from "../sicht/plan-worte.ts";
import type { Rueckmeldungszeile } from "../store-betrieb.ts";
import type { Lauf } from "../store-laeufe.ts";
import { Beitragsbild, Monatsbild, type Punkt } from "./bilder.tsx";
import { ganz, Lagemarke, mitFragen, Unternavigation, uhrzeit, WURZEL, wann } from "./teile.tsx";
import { Verlaufsbild, worte, Zahlentabelle, zeitraeume } from "./verlauf.tsx";

export type Jobseiteprops = {
  frame: Frame;
  job: UeberwachterJob;
  morgen: string;
  tag: string;
  lage: Joblage;
  punkte: readonly Punkt[];
  zahlen: { zeilen: readonly Punkt[]; blaettern: { seite: number; jeSeite: number; gesamt: number } };
  geblaettert: boolean;
  zeitraum: "90" | "365" | "730";
  laeufe: readonly Lauf[];
  rueckmeldungen: readonly Rueckmeldungszeile[];
  monat: string;
  monatstage: Parameters<typeof Monatsbild>[0]["tage"];
  adresse: string;
  gemeldet: boolean;
};

export function Jobseite(props: Jobseiteprops): VNode {
  const { frame, job, morgen, tag, lage } = props;
  const hier = `${WURZEL}/jobs/${job.id}`;
  return (
    <Seite
      {...frame}
      titel={`${job.name}, ${job.mandant}`}
      breite="weit"
      zurueck={{ href: mitFragen(`${WURZEL}/jobs`, { mandant: job.mandant, morgen }), text: `Alle Jobs von ${job.mandant}` }}
    >
      <Unternavigation pfad={frame.pfad} />
      {props.gemeldet && (
        <Alert art="erfolg" titel="Danke, das ist vermerkt.">
          <p>
            Beim nächsten Lernen wird es berücksichtigt. Ein vorgeschlagener Eintrag wartet unter „Kalender“ auf Ihre Zustimmung.
          </p>
        </Alert>
      )}
      <p class="lage-gross">
        <Lagemarke lage={lage.lage} /> am {formatiereDatum(tag)}
      </p>
      <Erklaerungsteil lage={lage} />
      <h2 id="verlauf">Verlauf</h2>
      <p class="karte-wahl reihe">
        {(Object.keys(zeitraeume) as (keyof typeof zeitraeume)[]).map((zeitraum) => (
          <a
            key={zeitraum}
            href={`${mitFragen(hier, { morgen, zeitraum })}#verlauf`}
            aria-current={zeitraum === props.zeitraum ? "true" : undefined}
          >
            {zeitraeume[zeitraum]}
          </a>
        ))}
      </p>
      <Verlaufsbild {...props} hier={hier} />
      <p class="leise">
        Linie: gekommen. Fläche: erwartet (zwei Streuungen). ▲ auffällig, ✕ als Störung gemeldet, ○ als erwartet gemeldet.
      </p>
      <details id="zahlen" open={props.geblaettert}>
        <summary>Die Zahlen als Tabelle</summary>
        <Zahlentabelle {...props} hier={hier} />
      </details>
      <Monatsteil {...props} hier={hier} />
      <Laeufeteil laeufe={props.laeufe} tag={tag} />
      <Rueckmeldeteil {...props} hier={hier} />
      <h2 id="angaben">Angaben zum Job</h2>
      <SummaryList
        zeilen={[
          { label: "System", wert: job.system },
          { label: "Erwartet", wert: planInWorten(job.plan) },
          { label: "Kalender", wert: `Feiertage des Landes ${job.land}` },
          { label: "Zuständig", wert: job.eigentuemer || "nicht eingetragen" },
          { label: "Mindestmenge", wert: job.mindestmenge === null ? "wie unter „Schwellen“" : ganz(job.mindestmenge) },
          {
            label: "Ping-Adresse",
            wert: <span class="umbruch">{`${props.adresse}/ping/${job.ping}/start`}</span>,
            hinweis: "ebenso …/ende und …/fehler; wer die Adresse kennt, kann melden",
          },
        ]}
      />
      <p class="abstand">
        <a href={`${hier}/angaben`}>Angaben ändern</a>
      </p>
    </Seite>
  );
}

function Erklaerungsteil({ lage }: { lage: Joblage }): VNode {
  const { bewertung, befunde } = lage;
  const e = bewertung?.erklaerung;
  return (
    <section aria-labelledby="warum">
      <h2 id="warum">Warum</h2>
      {befunde.length > 0 && (
        <ul>
          {befunde.map(({ satz, art, stumm }) => (
            <li key={`${art}${satz}`}>
              {satz} {stumm && `(${stumm}; niemand wird gerufen) `}
              <span class="leise">Gesagt hat das eine feste Regel.</span>
            </li>
          ))}
        </ul>
      )}
      {bewertung && (
        <p class="erwartung">
          {e?.satz ?? lage.satz}
          {bewertung.dauer && bewertung.dauer.score >= 0.15 && (
            <>
              <br />
              Dauer {ganz(bewertung.dauer.wert / 60)} Minuten, erwartet {ganz(bewertung.dauer.erwartet / 60)} ±{" "}
              {ganz(bewertung.dauer.streuung / 60)}
            </>
          )}
        </p>
      )}
      {!bewertung && befunde.length === 0 && <p>{lage.satz}</p>}
      {e && bewertung && (
        <div class="spalten">
          <Beitragsbild beitraege={e.beitraege} />
          <div>
            <h3>Die letzten Tage dieser Art</h3>
            {e.gleicheTage.length === 0 ? (
              <p>Einen solchen Tag gab es noch nicht.</p>
            ) : (
              <ul>
                {e.gleicheTage.map((each) => (
                  <li key={each.tag}>{tagMitWert(each)}</li>
                ))}
              </ul>
            )}
            <p class="leise">
              Gesprochen hat {e.sprecher}; es hält den Tag zu {Math.round(bewertung.score * 100)} % für gestört.
            </p>
          </div>
        </div>
      )}
    </section>
  );
}

function Monatsteil({ monat, monatstage, hier, morgen }: Jobseiteprops & { hier: string }): VNode {
  return (
    <section aria-labelledby="monat">
      <h2 id="monat">Kalenderansicht</h2>
      <p class="reihe karte-wahl">
        <a href={`${mitFragen(hier, { morgen, monat: plusMonateMonat(monat, -1) })}#monat`}>Vorheriger Monat</a>
        <a href={`${mitFragen(hier, { morgen, monat: plusMonateMonat(monat, 1) })}#monat`}>Nächster Monat</a>
      </p>
      <section class="tabelle" aria-label="Monat als Tabelle" tabIndex={0}>
        <Monatsbild monat={monat} tage={monatstage} />
      </section>
    </section>
  );
}

function Laeufeteil({ laeufe, tag }: { laeufe: readonly Lauf[]; tag: string }): VNode {
  return (
    <section aria-labelledby="laeufe">
      <h2 id="laeufe">Läufe</h2>
      <DataTable
        titel={`Läufe bis ${formatiereDatum(tag)}, die letzten 14 Tage`}
        leer="Aus diesen Tagen sind keine einzelnen Läufe bekannt."
        zeilen={[...laeufe].reverse()}
        schluessel={({ kennung }) => kennung}
        spalten={[
          { schluessel: "beginn", titel: "Beginn", zelle: ({ beginn }) => wann(beginn) },
          { schluessel: "ende", titel: "Ende", zelle: ({ ende }) => (ende ? uhrzeit.format(ende) : "läuft noch") },
          {
            schluessel: "ausgang",
            titel: "Ausgang",
            zelle: ({ ausgang, auszug }) =>
              ausgang === "fehler" ? (
                <>
                  ✕ Fehler
                  {auszug && (
                    <details>
                      <summary>Auszug</summary>
                      <pre class="auszug">{auszug}</pre>
                    </details>
                  )}
                </>
              ) : ausgang === "erfolg" ? (
                "✓ Erfolg"
              ) : (
                "offen"
              ),
          },
          { schluessel: "anzahl", titel: "Anzahl", zahl: true, zelle: ({ anzahl }) => (anzahl === null ? "–" : ganz(anzahl)) },
        ]}
      />
    </section>
  );
}

function Rueckmeldeteil({ hier, tag, morgen, rueckmeldungen }: Jobseiteprops & { hier: string }): VNode {
  return (
    <section aria-labelledby="rueckmeldung">
      <h2 id="rueckmeldung">Was sagen Sie zu diesem Tag?</h2>
      <form method="post" action={`${hier}/rueckmeldung`} class="abstand">
        <input type="hidden" name="tag" value={tag} />
        <input type="hidden" name="morgen" value={morgen} />
        <RadioGroup
          name="art"
          label={`Der ${formatiereDatum(tag)} …`}
          wert="erwartet"
          hinweis="Sie ändern damit keinen Alarm von heute. Sie sagen der Laufwacht, woraus sie lernen darf."
          optionen={[
            {
              wert: "erwartet",
              text: "… war so zu erwarten. Der Tag wird nicht gelernt; ein Kalendereintrag wird vorgeschlagen.",
            },
            { wert: "echt", text: "… war eine echte Störung. Der Tag wird nicht gelernt." },
            { wert: "neuesNiveau", text: "… ist der Anfang eines neuen Niveaus. Ab diesem Tag wird neu gelernt." },
          ]}
        />
        <TextField
          name="grund"
          label="Grund"
          hinweis="zum Beispiel: Brückentag, Umstellung auf neue Version"
          pflicht={false}
          maxLaenge={200}
        />
        <Button art="secondary">Rückmeldung geben</Button>
      </form>
      {rueckmeldungen.length > 0 && (
        <ul>
          {rueckmeldungen.slice(0, 10).map((r) => (
            <li key={r.nummer}>
              {formatiereDatum(r.tag)}: {worte[r.art]}
              {r.grund && `, ${r.grund}`}{" "}
              <span class="leise">
                ({r.wer}, {wann(r.am)})
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
