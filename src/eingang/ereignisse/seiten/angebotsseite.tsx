import type { VNode } from "preact";
import type { Entwurf } from "#antraege";
import type { Frame } from "#auth";
import type { Leistung } from "#baukasten";
import { formatiereDatum } from "#kalender";
import { Alert, Button, Checkbox, LinkButton, Seite, SummaryList } from "#ui";
import type { GemachtesAngebot } from "../contract.ts";

export type AngebotsseiteProps = {
  frame: Frame;
  leistung: Leistung;
  angebot: GemachtesAngebot;
  entwurf: Entwurf | undefined;
  vorgangId: string | null;
  art: string;
  titel: string;
  ohneAntwort: string | undefined;
  heute: string;
  /** Nothing is left to fill in, and the log-in suffices: one click sends it. */
  vollstaendig: boolean;
  widersprochen: boolean;
};

export function Angebotsseite(props: AngebotsseiteProps): VNode {
  const { angebot, leistung, entwurf, vorgangId } = props;
  return (
    <Seite {...props.frame} titel={`${leistung.name} für Sie`} zurueck={{ href: "/mein", text: "Mein Bereich" }}>
      <p class="vorspann">{angebot.grund}</p>
      {angebot.weg === "entwurf" && entwurf && !vorgangId && <Vorbereitet {...props} entwurf={entwurf} />}
      {angebot.weg === "entwurf" && !entwurf && !vorgangId && (
        <Alert art="info" titel="Der vorbereitete Antrag ist nicht mehr da">
          <p>
            Er wurde gelöscht, weil er lange liegen blieb oder weil Sie ihn verworfen haben. Sie können jederzeit{" "}
            <a href={`/leistungen/${leistung.schluessel}`}>selbst einen Antrag beginnen</a>.
          </p>
        </Alert>
      )}
      {vorgangId && (
        <div class="reihe">
          <LinkButton href={`/vorgang/${vorgangId}`}>Stand ansehen</LinkButton>
        </div>
      )}
      <Warum {...props} />
    </Seite>
  );
}

function Vorbereitet(props: AngebotsseiteProps & { entwurf: Entwurf }): VNode {
  const { leistung, entwurf, angebot, heute, vollstaendig, ohneAntwort } = props;
  // The summary goes on to the first page that is open; nobody has filled in that one.
  const ausgefuellt = leistung.formular
    .zusammenfassung(entwurf.antworten, heute)
    .filter(({ seite }) => entwurf.antworten[seite] !== undefined);
  return (
    <>
      <h2>Was wir eingetragen haben</h2>
      {ausgefuellt.map(({ seite, titel, zeilen }) => (
        <section key={seite}>
          <div class="kopfzeile">
            <h3>{titel}</h3>
            <a href={`/antrag/${entwurf.id}/seite/${seite}`}>
              Ändern<span class="kern-sr-only">: {titel}</span>
            </a>
          </div>
          <SummaryList zeilen={zeilen.map(({ label, wert }) => ({ label, wert }))} />
        </section>
      ))}
      {vollstaendig ? (
        <form method="post" action={`/angebot/${angebot.id}/annehmen`} class="abstand">
          <h2>Stimmt alles?</h2>
          <Checkbox
            name="einwilligung"
            label="Ich möchte den Bescheid elektronisch in mein Postfach bekommen (freiwillig). Ohne dieses Häkchen kommt er als Brief."
          />
          <p>
            Mit dem Absenden erklären Sie, dass die Angaben richtig und vollständig sind und dass Sie Änderungen unverzüglich
            mitteilen. Wir fragen dann die nötigen Register ab; jeden Abruf sehen Sie in Ihrem Datenschutzcockpit.
          </p>
          <div class="reihe">
            <Button>Alles richtig: Antrag absenden</Button>
          </div>
        </form>
      ) : (
        <div class="reihe">
          <LinkButton href={`/antrag/${entwurf.id}/pruefen`}>Antrag weiter ausfüllen</LinkButton>
        </div>
      )}
      <p class={ohneAntwort ? "abstand" : "leise abstand"}>
        {ohneAntwort ??
          "Wenn Sie nichts tun, passiert nichts: Was Sie nicht absenden, löschen wir nach sechzig Tagen. Sie müssen nichts beantragen."}
      </p>
    </>
  );
}

function Warum({ angebot, art, titel, widersprochen }: AngebotsseiteProps): VNode {
  return (
    <section class="abstand" id="warum">
      <h2>Warum Sie von uns hören</h2>
      <SummaryList
        zeilen={[
          { label: "Anlass", wert: angebot.warum },
          { label: "Rechtsgrundlage", wert: angebot.norm },
          { label: "Vorbereitet am", wert: formatiereDatum(angebot.am.toISOString().slice(0, 10)) },
          { label: "Ihre Daten", wert: "Welche Register wir gefragt haben, steht in Ihrem Datenschutzcockpit." },
        ]}
      />
      {widersprochen ? (
        <p>
          Sie haben Nachrichten dieser Art widersprochen. <a href="/mein/ansprache">Einstellungen ändern</a>
        </p>
      ) : (
        <form method="post" action="/mein/ansprache" class="reihe">
          <input type="hidden" name="art" value={art} />
          <input type="hidden" name="erwuenscht" value="nein" />
          <Button art="secondary">Solche Nachrichten nicht mehr: {titel}</Button>
          <LinkButton href="/mein/ansprache" art="tertiary">
            Alle Einstellungen dazu
          </LinkButton>
        </form>
      )}
    </section>
  );
}
