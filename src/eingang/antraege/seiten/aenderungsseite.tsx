import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { Frame } from "#auth";
import type { Antworten, Leistung } from "#baukasten";
import type { IsoDatum } from "#kalender";
import { Alert, Button, DateField, ErrorSummary, LinkButton, Seite } from "#ui";
import { feldname } from "../lies-aenderung.ts";
import { FeldEingabe } from "./feld-eingabe.tsx";

/** What changed? One thing at a time, in the words of the person. */
export function Aenderungswahl({
  frame,
  vorgangId,
  leistung,
  antworten,
  bald,
}: {
  frame: Frame;
  vorgangId: string;
  leistung: Leistung;
  antworten: Antworten;
  /** As far ahead as a change can be reported: what is asked by then can be answered now. */
  bald: IsoDatum;
}): VNode {
  const weg = leistung.formular.ausblick(antworten, bald);
  const seiten = Object.entries(leistung.dauer?.seiten ?? {}).filter(
    ([seite, { wenn }]) => (antworten[seite] !== undefined || weg.includes(seite)) && wenn?.(antworten) !== false,
  );
  return (
    <Seite {...frame} titel="Was hat sich geändert?" zurueck={{ href: `/vorgang/${vorgangId}`, text: "Ihre Leistung" }}>
      <p>
        Bitte wählen Sie aus, was sich geändert hat. Sie sehen dann Ihre bisherige Angabe und schreiben, was jetzt gilt und seit
        wann. Haben sich mehrere Dinge geändert, melden Sie bitte jedes einzeln.
      </p>
      <ul class="auswahlliste">
        {seiten.map(([seite, { titel }]) => (
          <li key={seite}>
            <a href={`/vorgang/${vorgangId}/aenderung/${seite}`}>{titel}</a>
          </li>
        ))}
      </ul>
      <p>Passt nichts davon? Dann rufen Sie uns bitte an. Die Telefonnummer steht auf der Seite Ihrer Leistung.</p>
    </Seite>
  );
}

export type AenderungsformularProps = {
  frame: Frame;
  vorgangId: string;
  leistung: Leistung;
  /** The chosen page first, then those that only now have to be answered. */
  seiten: readonly string[];
  antworten: Antworten;
  roh?: Readonly<Record<string, string | undefined>>;
  fehler?: Readonly<Record<string, string>>;
  /** The log-in is not sure enough for another account. */
  zuNiedrig?: boolean;
};

/** The old answer, to be corrected, and the day from which the new one holds. */
export function Aenderungsformular(props: AenderungsformularProps): VNode {
  const { frame, vorgangId, leistung, seiten, antworten, roh = {}, fehler = {} } = props;
  const erste = seiten[0] ?? "";
  const regel = leistung.dauer?.seiten[erste];
  const auszahlung = regel?.wirkt === "auszahlung";
  const hatAnlage = seiten.some((seite) =>
    Object.values(leistung.formular.seiten[seite]?.felder ?? {}).some(({ art }) => art === "anlage"),
  );
  return (
    <Seite
      {...frame}
      titel={auszahlung ? "Neue Bankverbindung" : "Änderung melden"}
      zurueck={{ href: `/vorgang/${vorgangId}/aenderung` }}
    >
      <ErrorSummary fehler={Object.entries(fehler).map(([feld, text]) => ({ feld, text }))} />
      {seiten.length > 1 && Object.keys(fehler).length > 0 && (
        <Alert art="info" titel="Dazu brauchen wir noch eine Angabe">
          <p>Nach Ihrer Änderung kommt es auf etwas an, wonach wir bisher nicht gefragt hatten.</p>
          {hatAnlage && <p>Bitte wählen Sie auch den Nachweis noch einmal aus. Wir haben ihn noch nicht gespeichert.</p>}
        </Alert>
      )}
      {!auszahlung && <p>{regel?.titel}</p>}
      {regel?.beendet && (
        <Alert art="info" titel="Damit endet die Leistung">
          <p>
            {regel.beendet.text} ({regel.beendet.norm})
          </p>
        </Alert>
      )}
      {auszahlung && <Kontohinweis vorgangId={vorgangId} zuNiedrig={props.zuNiedrig ?? false} />}
      {!props.zuNiedrig && (
        <form
          method="post"
          action={`/vorgang/${vorgangId}/aenderung/${erste}`}
          enctype={hatAnlage ? "multipart/form-data" : undefined}
          noValidate
          class="abstand"
        >
          <input type="hidden" name="transaktion" value={randomUUID()} />
          {seiten.map((seite) => {
            const { titel, einleitung } = leistung.formular.seiten[seite] ?? { titel: "" };
            const felder = leistung.formular.felder(seite, antworten);
            return (
              <section key={seite}>
                <h2>{(seite === erste && regel?.frage) || titel}</h2>
                {einleitung && !auszahlung && seite !== erste && <p>{einleitung}</p>}
                {Object.entries(felder).map(([name, feld]) => (
                  <FeldEingabe
                    key={name}
                    name={feldname(seite, name)}
                    feld={feld}
                    roh={roh}
                    wert={antworten[seite]?.[name]}
                    fehler={fehler}
                  />
                ))}
              </section>
            );
          })}
          {!auszahlung && (
            <DateField
              name="seit"
              label={regel?.seit?.label ?? "Seit wann gilt das?"}
              hinweis={
                regel?.seit?.hinweis ??
                "Der Tag, an dem sich die Sache geändert hat, auch wenn er schon länger zurückliegt. Zum Beispiel 24.11.2026"
              }
              wert={roh.seit}
              fehler={fehler.seit}
              pflicht={true}
            />
          )}
          <div class="reihe">
            <Button>{auszahlung ? "Bankverbindung ändern" : "Änderung verbindlich melden"}</Button>
            <LinkButton href={`/vorgang/${vorgangId}`} art="tertiary">
              Abbrechen
            </LinkButton>
          </div>
        </form>
      )}
      {!auszahlung && (
        <p class="leise abstand">
          Wir prüfen Ihre Meldung und fragen dazu, wenn nötig, dieselben Register wie bei Ihrem Antrag. Jeden Abruf sehen Sie in
          Ihrem Datenschutzcockpit.
        </p>
      )}
    </Seite>
  );
}

function Kontohinweis({ vorgangId, zuNiedrig }: { vorgangId: string; zuNiedrig: boolean }): VNode {
  if (zuNiedrig)
    return (
      <Alert art="warnung" titel="Dafür reicht Ihre Anmeldung nicht aus">
        <p>
          Damit niemand anderes Ihr Geld umleitet, ändern wir eine Bankverbindung nur nach einer Anmeldung mit Online-Ausweis oder
          Elster-Zertifikat. Oder kommen Sie mit Ihrem Ausweis zu uns.
        </p>
        <p>
          <a href={`/anmeldung?ziel=${encodeURIComponent(`/vorgang/${vorgangId}/aenderung/konto`)}`}>Neu anmelden</a>
        </p>
      </Alert>
    );
  return (
    <p>
      Zahlungen, die in den nächsten drei Tagen fällig sind, gehen noch auf das bisherige Konto. Sie bekommen eine Nachricht in
      Ihr Postfach, damit Sie sehen, wenn jemand anderes die Bankverbindung ändert.
    </p>
  );
}
