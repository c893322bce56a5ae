import type { VNode } from "preact";
import type { Frame } from "#auth";
import { gruppiere, type Rechtsdokument } from "#rechtsansicht";
import { Alert, Badge, LinkButton, PrintButton, Seite, SummaryList } from "#ui";
import { type Beruehrungen, type Freigabestand, kurzform } from "#versionen";
import { zeit } from "../seiten/zeit.ts";
import { Aufbau } from "./aufbau.tsx";
import { Knotenabschnitt, Saetze, stellenIn, ueberschrift } from "./knoten.tsx";

export type AnsichtProps = {
  frame: Frame;
  dokument: Rechtsdokument;
  fingerabdruck: string;
  stand: Freigabestand;
  beruehrungen: Beruehrungen | undefined;
  /** Whether the invented population can say something about a change. */
  simulierbar: boolean;
};

export function Freigabemarke({ stand }: { stand: Freigabestand }): VNode {
  if (stand.art === "freigegeben") return <Badge art="erfolg">freigegeben</Badge>;
  return stand.art === "halb" ? (
    <Badge art="warnung">eine Freigabe fehlt</Badge>
  ) : (
    <Badge art="gefahr">{stand.zurueckgenommen ? "zurückgenommen" : "nicht freigegeben"}</Badge>
  );
}

/** The whole law of a Leistung on one page, in the order of the statute. */
export function Rechtsansicht(props: AnsichtProps): VNode {
  const { dokument, fingerabdruck, stand, beruehrungen } = props;
  const stelle = stellenIn(dokument);
  const gruppen = gruppiere(dokument.knoten);
  const gesetze = [...new Set(gruppen.map(({ gesetz }) => gesetz))];
  const pfad = `/amt/leistungen/${dokument.schluessel}`;
  const parameter = new Map(dokument.parameter.map((each) => [each.schluessel, each]));
  const daneben = dokument.parameter.filter((each) => each.daneben);
  const benutztVon = new Map<string, string[]>();
  for (const { schluessel, eingaben } of dokument.knoten)
    for (const { knoten } of eingaben) benutztVon.set(knoten, [...(benutztVon.get(knoten) ?? []), schluessel]);
  return (
    <Seite {...props.frame} titel={dokument.name} breite="weit" zurueck={{ href: "/amt/leistungen", text: "Leistungen" }}>
      <p class="vorspann">So entscheidet diese Fassung: jede Bedingung mit ihrer Norm, in der Reihenfolge des Gesetzes.</p>
      {stand.art !== "freigegeben" && (
        <Alert art="warnung" titel="Diese Fassung entscheidet noch nicht von selbst.">
          <p>Bis zwei Personen sie freigegeben haben, gehen alle Fälle mit einem Vorschlag an einen Menschen.</p>
        </Alert>
      )}
      <SummaryList
        zeilen={[
          { label: "Fassung", wert: dokument.version, hinweis: `Fingerabdruck ${kurzform(fingerabdruck)}` },
          { label: "Freigabe", wert: <Freigabemarke stand={stand} />, hinweis: freigabetext(stand) },
          { label: "Verfahren", wert: dokument.rechtsgebiet, hinweis: `Automatisch: ${dokument.automatik}` },
          { label: "Rechtsgrundlage", wert: dokument.grundlage },
          {
            label: "Umfang",
            wert: `${dokument.knoten.length} Knoten, ${dokument.parameter.length} Parameter, ${dokument.nachweise.length} Nachweise`,
          },
        ]}
      />
      <div class="reihe">
        <LinkButton href={`${pfad}/freigabe`} art="secondary">
          Fassungen und Freigabe
        </LinkButton>
        {props.simulierbar && (
          <LinkButton href={`${pfad}/simulation`} art="secondary">
            Änderung durchrechnen
          </LinkButton>
        )}
        <LinkButton href={`${pfad}/betroffene`} art="secondary">
          Betroffene Bescheide
        </LinkButton>
        <PrintButton />
      </div>
      <nav aria-label="Inhalt dieser Seite" class="nicht-drucken">
        <h2>Inhalt</h2>
        <ul>
          <li>
            <a href="#aufbau">Aufbau der Prüfung</a>
          </li>
          {gesetze.map((gesetz, nummer) => (
            <li key={gesetz}>
              <a href={`#g${nummer + 1}`}>{ueberschrift(gesetz)}</a>
            </li>
          ))}
          {daneben.length > 0 && (
            <li>
              <a href="#weitere">Weitere Sätze</a>
            </li>
          )}
          <li>
            <a href="#nachweise">Nachweise</a>
          </li>
        </ul>
      </nav>
      <section>
        <h2 id="aufbau">Aufbau der Prüfung</h2>
        <Aufbau dokument={dokument} stelle={stelle} />
      </section>
      <Probehinweis beruehrungen={beruehrungen} fingerabdruck={fingerabdruck} />
      {gesetze.map((gesetz, nummer) => (
        <section key={gesetz}>
          <h2 id={`g${nummer + 1}`}>{ueberschrift(gesetz)}</h2>
          {gruppen
            .filter((gruppe) => gruppe.gesetz === gesetz)
            .map((gruppe) => (
              <section key={gruppe.stelle}>
                <h3>{gruppe.stelle === "" ? "Ohne einzelne Vorschrift" : `${gruppe.stelle} ${gesetz}`}</h3>
                {gruppe.knoten.map((knoten) => (
                  <Knotenabschnitt
                    key={knoten.schluessel}
                    knoten={knoten}
                    stelle={stelle}
                    benutztVon={benutztVon.get(knoten.schluessel) ?? []}
                    parameter={knoten.parameter ? parameter.get(knoten.parameter) : undefined}
                    beruehrung={beruehrungen?.knoten[knoten.schluessel]}
                  />
                ))}
              </section>
            ))}
        </section>
      ))}
      {daneben.length > 0 && (
        <section>
          <h2 id="weitere">Weitere Sätze</h2>
          <p>
            Diese Sätze stehen in keinem Knoten: Nach ihnen richtet sich, für welche Zeit und mit welchen Angaben geprüft wird.
          </p>
          {daneben.map((each) => (
            <Saetze key={each.schluessel} parameter={each} />
          ))}
        </section>
      )}
      <section>
        <h2 id="nachweise">Nachweise</h2>
        {dokument.nachweise.length === 0 ? (
          <p>Diese Leistung fragt kein Register.</p>
        ) : (
          <SummaryList
            zeilen={dokument.nachweise.map(({ titel, registerName, zweck, norm }) => ({
              label: titel,
              wert: `${registerName}: ${zweck}`,
              hinweis: norm,
            }))}
          />
        )}
      </section>
    </Seite>
  );
}

function freigabetext(stand: Freigabestand): string {
  if (stand.art === "freigegeben")
    return `${stand.erste.name} am ${zeit.format(stand.erste.am)}, ${stand.zweite.name} am ${zeit.format(stand.zweite.am)}`;
  if (stand.art === "halb") return `${stand.erste.name} am ${zeit.format(stand.erste.am)}`;
  return stand.zurueckgenommen
    ? `${stand.zurueckgenommen.name}: ${stand.zurueckgenommen.grund}`
    : "Zwei Personen müssen sie freigeben.";
}

/** A record of another version is shown, and said to be one. */
function Probehinweis({ beruehrungen, fingerabdruck }: Pick<AnsichtProps, "beruehrungen" | "fingerabdruck">): VNode {
  if (!beruehrungen) return <p class="leise">Die Probefälle dieser Leistung sind noch nicht aufgezeichnet.</p>;
  if (beruehrungen.fingerabdruck === fingerabdruck)
    return <p class="leise">Die Probefälle an den Knoten sind mit genau dieser Fassung gelaufen.</p>;
  return (
    <p class="leise">
      Die Probefälle an den Knoten sind mit der Fassung {kurzform(beruehrungen.fingerabdruck)} aufgezeichnet, nicht mit dieser.
    </p>
  );
}
