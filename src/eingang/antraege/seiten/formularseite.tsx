import type { VNode } from "preact";
import type { Frame } from "#auth";
import type { Formulareingaben, Leistung } from "#baukasten";
import { formatiereDatum } from "#kalender";
import { Alert, Button, ErrorSummary, LinkButton, Seite, SourceNote, Stepper } from "#ui";
import type { Entwurf } from "../store.ts";
import { FeldEingabe } from "./feld-eingabe.tsx";

export type FormularseiteProps = {
  frame: Frame;
  leistung: Leistung;
  entwurf: Entwurf;
  seite: string;
  heute: string;
  /** What was typed and is wrong; empty where the page is shown fresh. */
  roh?: Formulareingaben;
  fehler?: Readonly<Record<string, string>>;
  meldung?: string | undefined;
  /** Whether a register can be asked for this person. */
  kannVorbefuellen: boolean;
  /** Shown once to a guest. */
  code?: string | undefined;
};

export function Formularseite(props: FormularseiteProps): VNode {
  const { leistung, entwurf, seite, fehler = {}, roh = {} } = props;
  const { formular } = leistung;
  const { titel, einleitung } = formular.seiten[seite] ?? { titel: "" };
  const felder = formular.felder(seite, entwurf.antworten);
  const vorherige = formular.vorherige(seite, entwurf.antworten, props.heute);
  const basis = `/antrag/${entwurf.id}/seite/${seite}`;
  const hatAnlage = Object.values(felder).some((feld) => feld.art === "anlage");
  return (
    <Seite
      {...props.frame}
      titel={titel}
      mitTitel={false}
      zurueck={{ href: vorherige ? `/antrag/${entwurf.id}/seite/${vorherige}` : `/leistungen/${leistung.schluessel}` }}
    >
      <Stepper schritte={schritteFuer(props)} />
      <ErrorSummary fehler={Object.entries(fehler).map(([feld, text]) => ({ feld, text }))} />
      <h1>{titel}</h1>
      {einleitung && <p>{einleitung}</p>}
      {props.code && <CodeHinweis code={props.code} />}
      {props.meldung && <Alert art="warnung" titel={props.meldung} />}
      <Vorbefuellung {...props} basis={basis} />
      <form method="post" action={basis} enctype={hatAnlage ? "multipart/form-data" : undefined} noValidate class="abstand">
        {/* The Enter key presses the first button of a form: it must be this one, not one that removes something. */}
        <button type="submit" class="kern-sr-only" tabIndex={-1} aria-hidden="true">
          Speichern und weiter
        </button>
        {Object.entries(felder).map(([name, feld]) => (
          <FeldEingabe key={name} name={name} feld={feld} roh={roh} wert={entwurf.antworten[seite]?.[name]} fehler={fehler} />
        ))}
        <div class="reihe">
          <Button>Speichern und weiter</Button>
          {hatAnlage && (
            <Button art="secondary" name="hochladen" wert="ja">
              Nur hochladen
            </Button>
          )}
        </div>
      </form>
      <p class="leise abstand">
        {entwurf.person
          ? "Ihre Angaben werden mit jeder Seite gespeichert. Sie können jederzeit aufhören und später weitermachen, auch auf einem anderen Gerät."
          : "Ihre Angaben werden mit jeder Seite gespeichert. Mit Ihrem Code können Sie später weitermachen, auch auf einem anderen Gerät."}
      </p>
    </Seite>
  );
}

function schritteFuer({ leistung, entwurf, seite, heute }: FormularseiteProps) {
  const { formular } = leistung;
  const pfad = formular.ausblick(entwurf.antworten, heute);
  const schritte = pfad.map((key) => ({
    titel: formular.seiten[key]?.titel ?? key,
    status: key === seite ? ("aktuell" as const) : entwurf.antworten[key] ? ("erledigt" as const) : ("offen" as const),
    href: `/antrag/${entwurf.id}/seite/${key}`,
  }));
  const letzter = leistung.rechtsnatur === "hinweis" ? "Ergebnis" : "Prüfen und absenden";
  return [...schritte, { titel: letzter, status: "offen" as const }];
}

function CodeHinweis({ code }: { code: string }): VNode {
  return (
    <Alert art="info" titel="Ihr Code zum Weitermachen">
      <p>
        <span class="code">{code}</span>
      </p>
      <p>Bitte notieren Sie ihn. Er wird nur dieses eine Mal angezeigt. Mit einer Anmeldung brauchen Sie keinen Code.</p>
    </Alert>
  );
}

/** Asks a register only when the person presses the button; then they choose, and can correct what was taken over. */
function Vorbefuellung({
  leistung,
  entwurf,
  seite,
  kannVorbefuellen,
  basis,
}: FormularseiteProps & { basis: string }): VNode | null {
  const vorbefuellung = leistung.vorbefuellung[seite];
  const nachweis = vorbefuellung && leistung.nachweise[vorbefuellung.nachweis];
  if (!vorbefuellung || !nachweis) return null;
  const angebot = entwurf.vorschlaege[seite];
  if (angebot)
    return (
      <Alert art="info" titel={`Aus dem ${angebot.herkunft.quelle}`}>
        <p>Bitte wählen Sie aus, was wir übernehmen sollen. Sie können alles danach noch ändern.</p>
        <form method="post" action={`${basis}/vorschlag`}>
          <div class="abstand">
            {angebot.liste.map((vorschlag, nummer) => (
              <Button key={vorschlag.titel} art="secondary" name="nummer" wert={String(nummer)}>
                {vorschlag.titel}
              </Button>
            ))}
          </div>
        </form>
      </Alert>
    );
  const herkunft = entwurf.herkunft[seite];
  if (herkunft)
    return (
      <p>
        <SourceNote
          quelle={`dem ${herkunft.quelle} übernommen`}
          stand={herkunft.stand ? formatiereDatum(herkunft.stand.slice(0, 10)) : null}
        />
        . Bitte prüfen Sie die Angaben und ändern Sie, was nicht stimmt.
      </p>
    );
  if (!kannVorbefuellen)
    return entwurf.person ? null : (
      <p class="leise">
        Wenn Sie sich <a href={`/anmeldung?ziel=${encodeURIComponent(basis)}`}>anmelden</a>, können wir diese Seite aus dem{" "}
        {nachweis.registerName} ausfüllen.
      </p>
    );
  return (
    <form method="post" action={`${basis}/vorbefuellen`} class="abstand">
      <Button art="secondary">Aus dem {nachweis.registerName} ausfüllen</Button>
      <p class="leise">
        Wir fragen dann: {nachweis.titel}. Zweck: {nachweis.zweck} ({nachweis.norm}). Sie sehen den Abruf in Ihrem
        Datenschutzcockpit.
      </p>
    </form>
  );
}

export function Weitermachseite({ frame, fehler, code }: { frame: Frame; fehler?: string | undefined; code?: string }): VNode {
  return (
    <Seite {...frame} titel="Antrag fortsetzen" zurueck={{ href: "/" }}>
      <ErrorSummary fehler={fehler ? [{ feld: "code", text: fehler }] : []} />
      <p>
        Geben Sie den Code ein, den Sie zu Beginn Ihres Antrags bekommen haben. Haben Sie sich damals angemeldet, finden Sie Ihren
        Antrag nach der Anmeldung unter „Mein Bereich“.
      </p>
      <form method="post" action="/antrag/weiter" class="abstand" noValidate>
        <div class={`kern-form-input${fehler ? " kern-form-input--error" : ""}`}>
          <label class="kern-label" for="code">
            Code
          </label>
          <div class="kern-hint" id="code-hinweis">
            Sechzehn Zeichen, zum Beispiel K7QP-2M9X-R4TN-H8WC
          </div>
          <input
            class="kern-form-input__input"
            id="code"
            name="code"
            type="text"
            autocomplete="off"
            value={code ?? ""}
            aria-describedby="code-hinweis"
            aria-invalid={fehler ? "true" : undefined}
          />
        </div>
        <div class="reihe">
          <Button>Weiter</Button>
          <LinkButton href="/mein" art="tertiary">
            Anmelden
          </LinkButton>
        </div>
      </form>
    </Seite>
  );
}
