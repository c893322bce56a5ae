import type { VNode } from "preact";
import type { Frame } from "#auth";
import type { Leistung } from "#baukasten";
import { formatiereDatum } from "#kalender";
import { Alert, Button, Checkbox, ErrorSummary, LinkButton, PrintButton, Seite, SummaryList, TextField } from "#ui";
import type { Entwurf } from "../store.ts";

export type PruefseiteProps = {
  frame: Frame;
  leistung: Leistung;
  entwurf: Entwurf;
  heute: string;
  /** `anmelden`: no log-in yet; `zuNiedrig`: logged in, but not with sufficient trust; `genuegt`: may submit. */
  schriftform: "anmelden" | "zuNiedrig" | "genuegt";
  email: string;
  einwilligung?: boolean;
  fehler?: Readonly<Record<string, string>>;
};

export function Pruefseite(props: PruefseiteProps): VNode {
  const { leistung, entwurf, fehler = {} } = props;
  const letzte = leistung.formular.pfad(entwurf.antworten, props.heute).at(-1);
  return (
    <Seite
      {...props.frame}
      titel="Prüfen und absenden"
      zurueck={{ href: `/antrag/${entwurf.id}/seite/${letzte ?? leistung.formular.start}` }}
    >
      <ErrorSummary fehler={Object.entries(fehler).map(([feld, text]) => ({ feld, text }))} />
      <p>Bitte prüfen Sie Ihre Angaben. Über „Ändern“ kommen Sie zur jeweiligen Seite zurück.</p>
      <Angaben {...props} aendern={true} />
      {props.schriftform === "genuegt" ? <Absenden {...props} /> : <OhneAnmeldung {...props} />}
      <details>
        <summary>Antrag verwerfen</summary>
        <form method="post" action={`/antrag/${entwurf.id}/verwerfen`}>
          <p>Alle Angaben dieses Entwurfs werden gelöscht. Das lässt sich nicht rückgängig machen.</p>
          <Button art="secondary">Entwurf endgültig löschen</Button>
        </form>
      </details>
    </Seite>
  );
}

/** Every page on the path with its answers; `ebene`: of the headings. */
export function Angaben({
  leistung,
  entwurf,
  heute,
  aendern,
  ebene = 2,
}: Pick<PruefseiteProps, "leistung" | "entwurf" | "heute"> & { aendern: boolean; ebene?: 2 | 3 }): VNode {
  return (
    <>
      {leistung.formular.zusammenfassung(entwurf.antworten, heute).map(({ seite, titel, zeilen }) => (
        <section key={seite}>
          <div class="kopfzeile">
            {ebene === 2 ? <h2>{titel}</h2> : <h3>{titel}</h3>}
            {aendern && (
              <a href={`/antrag/${entwurf.id}/seite/${seite}`}>
                Ändern<span class="kern-sr-only">: {titel}</span>
              </a>
            )}
          </div>
          <SummaryList zeilen={zeilen.map(({ label, wert }) => ({ label, wert }))} />
        </section>
      ))}
    </>
  );
}

function Absenden({ leistung, entwurf, email, einwilligung, fehler = {} }: PruefseiteProps): VNode {
  const gefragt = Object.values(leistung.nachweise)
    .filter((nachweis) => nachweis.anlass === "antrag")
    .map((nachweis) => `${nachweis.titel} (${nachweis.registerName})`);
  return (
    <form method="post" action={`/antrag/${entwurf.id}/einreichen`} noValidate class="abstand">
      <h2>Erklärungen</h2>
      <Checkbox
        name="erklaerung"
        label="Meine Angaben sind richtig und vollständig. Änderungen teile ich unverzüglich mit."
        fehler={fehler.erklaerung}
      />
      <Checkbox
        name="einwilligung"
        label="Ich möchte den Bescheid elektronisch in mein Postfach bekommen (freiwillig). Ohne dieses Häkchen kommt er als Brief."
        angekreuzt={einwilligung ?? false}
      />
      <TextField
        name="email"
        label="E-Mail-Adresse für Benachrichtigungen"
        pflicht={false}
        hinweis="Wir schreiben nur, dass etwas in Ihrem Postfach liegt, nie was."
        wert={email}
        eingabe="email"
        autocomplete="email"
        fehler={fehler.email}
      />
      {gefragt.length > 0 && (
        <p class="leise">
          Wenn Sie absenden, fragen wir die nötigen Register ab: {gefragt.join(", ")}. Jeden Abruf sehen Sie in Ihrem
          Datenschutzcockpit.
        </p>
      )}
      <div class="reihe">
        <Button>Verbindlich absenden</Button>
      </div>
    </form>
  );
}

function OhneAnmeldung({ leistung, entwurf, schriftform }: PruefseiteProps): VNode {
  return (
    <section>
      <h2>So geben Sie den Antrag ab</h2>
      {schriftform === "zuNiedrig" && (
        <Alert art="warnung" titel="Ihre Anmeldung reicht für diesen Antrag nicht aus">
          <p>
            {leistung.schriftform
              ? `Das Gesetz verlangt für diesen Antrag die Schriftform (${leistung.schriftform.norm}). Mit einer Anmeldung über den Online-Ausweis oder ein Elster-Zertifikat ist sie erfüllt.`
              : `Für diesen Antrag müssen wir sicher wissen, wer Sie sind (${leistung.identitaet?.norm}). Bitte melden Sie sich mit dem Online-Ausweis oder einem Elster-Zertifikat an, oder kommen Sie mit Ihrem Ausweis zu uns.`}
          </p>
        </Alert>
      )}
      <div class="karten">
        <div class="karte">
          <h3>Online absenden</h3>
          <p>Melden Sie sich mit Online-Ausweis oder Elster-Zertifikat an. Ihre Angaben bleiben erhalten.</p>
          <div class="reihe">
            <LinkButton href={`/anmeldung?ziel=${encodeURIComponent(`/antrag/${entwurf.id}/pruefen`)}`}>
              Anmelden und absenden
            </LinkButton>
          </div>
        </div>
        <div class="karte">
          <h3>Ausdrucken und unterschreiben</h3>
          <p>Drucken Sie den Antrag aus, unterschreiben Sie ihn, und schicken oder bringen Sie ihn uns.</p>
          <form method="post" action={`/antrag/${entwurf.id}/drucken`} class="reihe">
            <Button art="secondary">Antrag zum Ausdrucken</Button>
          </form>
        </div>
      </div>
    </section>
  );
}

/** The application on paper. The code lets the office take over what was typed, so that nobody types it again. */
export function Druckseite(
  props: Pick<PruefseiteProps, "frame" | "leistung" | "entwurf" | "heute"> & { code: string; amt: string; anschrift: string },
): VNode {
  return (
    <Seite {...props.frame} titel={`Antrag auf ${props.leistung.name}`} zurueck={{ href: `/antrag/${props.entwurf.id}/pruefen` }}>
      <div class="reihe nicht-drucken">
        <PrintButton />
      </div>
      <p>
        An: {props.amt}, {props.anschrift}
      </p>
      <p>
        Code dieses Antrags: <span class="code">{props.code}</span>
      </p>
      <p class="nicht-drucken">
        Drucken Sie diese Seite über Ihren Browser aus (Strg+P), unterschreiben Sie sie und geben Sie sie bei uns ab. Der Antrag
        gilt mit dem Tag, an dem er unterschrieben bei uns eingeht.
      </p>
      <Angaben {...props} aendern={false} />
      <p>Meine Angaben sind richtig und vollständig. Änderungen teile ich unverzüglich mit.</p>
      <div class="unterschrift">
        <div>Ort, Datum (ausgedruckt am {formatiereDatum(props.heute)})</div>
        <div>Unterschrift</div>
      </div>
    </Seite>
  );
}
