import type { VNode } from "preact";
import type { Frame } from "#auth";
import type { Entscheidung, Leistung } from "#baukasten";
import type { Akte } from "#bearbeitung";
import type { Bescheid } from "#bescheide";
import type { Aenderungsansicht, LaufendeLeistung } from "#dauerleistungen";
import { formatiereKassenzeichen, type Sollzeile } from "#gebuehren";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import type { AnordnungMitAntwort } from "#kasse";
import { Alert, Badge, Details, ErrorSummary, Seite, SummaryList, type Ton } from "#ui";
import { oeffentlicherStatus } from "#vorgaenge";
import { Handlungen } from "./fall-handlungen.tsx";
import { Aenderungsvorschlag, Laufendes } from "./fall-laufend.tsx";
import { Verlauf } from "./fall-verlauf.tsx";
import { Vorschlag } from "./vorschlag.tsx";
import { zeit } from "./zeit.ts";

export type FallProps = {
  frame: Frame;
  akte: Akte;
  leistung: Leistung;
  vorschlag: Entscheidung;
  bescheide: readonly Bescheid[];
  anordnungen: readonly AnordnungMitAntwort[];
  sollstellungen: readonly Sollzeile[];
  kennung: string;
  darfFreigeben: boolean;
  fehler?: Readonly<Record<string, string>>;
  eingabe?: Readonly<Record<string, string>>;
  meldung?: { art: Ton; titel: string } | undefined;
  fristVorschlag: string;
  /** How a granted benefit runs. */
  laufend?: LaufendeLeistung | undefined;
  /** Of a Vorgang that changes one: what it comes to. */
  ansicht?: Aenderungsansicht | undefined;
  /** What would be granted if all that is left to judgement were answered yes. */
  bejaht?: Entscheidung | undefined;
};

/** One case on one page: why it is here, what the rules propose, all facts, and what can be done. */
export function Fallseite(props: FallProps): VNode {
  const { akte, leistung, fehler = {} } = props;
  const gesperrt = akte.beteiligte.some((each) => each.auskunftssperre);
  return (
    <Seite
      {...props.frame}
      titel={`${akte.aktenzeichen} · ${leistung.name}`}
      breite="weit"
      zurueck={{ href: "/amt", text: "Vorgänge" }}
    >
      <ErrorSummary fehler={Object.entries(fehler).map(([feld, text]) => ({ feld, text }))} />
      {props.meldung && <Alert art={props.meldung.art} titel={props.meldung.titel} />}
      {gesperrt && (
        <Alert art="gefahr" titel="Auskunftssperre (§ 51 BMG)">
          <p>
            Die Anschrift darf niemandem sonst bekannt werden, auch nicht dem anderen Elternteil. Geben Sie sie auch am Telefon
            nicht weiter.
          </p>
        </Alert>
      )}
      <div class="spalten">
        <div>
          {(akte.stand.gruende?.length ?? 0) > 0 && ["beiSachbearbeitung", "imWiderspruch"].includes(akte.stand.phase) && (
            <Alert art="warnung" titel="Warum ein Mensch entscheidet">
              <ul>
                {akte.stand.gruende?.map((grund) => (
                  <li key={grund}>{grund}</li>
                ))}
              </ul>
            </Alert>
          )}
          {akte.stand.nachsehen && (
            <Alert art="warnung" titel="Nachzusehen, obwohl schon entschieden">
              <ul>
                {akte.stand.nachsehen.map((grund) => (
                  <li key={grund}>{grund}</li>
                ))}
              </ul>
            </Alert>
          )}
          {props.laufend && <Laufendes laufend={props.laufend} />}
          {props.ansicht ? (
            <Aenderungsvorschlag ansicht={props.ansicht} />
          ) : (
            <Vorschlag vorschlag={props.vorschlag} bejaht={props.bejaht} />
          )}
          <Angaben {...props} />
          <Nachweisliste akte={akte} leistung={leistung} />
          <Verlauf akte={akte} />
        </div>
        <div>
          <Kopfdaten {...props} />
          <Handlungen {...props} />
        </div>
      </div>
    </Seite>
  );
}

function Kopfdaten({ akte, bescheide, anordnungen, sollstellungen, kennung }: FallProps): VNode {
  const bei = akte.stand.zugewiesenAn;
  return (
    <>
      <SummaryList
        zeilen={[
          { label: "Stand", wert: oeffentlicherStatus(akte.stand).text },
          { label: "Eingegangen", wert: `${formatiereDatum(akte.eingang.eingegangenAm)} (${akte.eingang.kanal})` },
          { label: "Bei", wert: bei ? (bei.kennung === kennung ? "mir" : bei.name) : "niemandem" },
          { label: "Bescheid", wert: akte.eingang.einwilligungPostfach ? "elektronisch gewünscht" : "per Brief" },
          ...bescheide.map((bescheid) => ({
            label: `Bescheid vom ${formatiereDatum(bescheid.datum)}`,
            wert: <a href={`/amt/vorgang/${akte.id}/bescheid/${bescheid.id}.pdf`}>Akte öffnen (PDF)</a>,
          })),
          ...sollstellungen.map((soll) => ({
            label: "Zu bezahlen",
            wert: (
              <a href={`/amt/gebuehren/${soll.id}`}>
                {formatiereEuro(soll.betragCent)}, Kassenzeichen {formatiereKassenzeichen(soll.kassenzeichen)}
              </a>
            ),
            hinweis: soll.offenCent > 0 ? `noch offen: ${formatiereEuro(soll.offenCent)}` : "nichts mehr offen",
          })),
          ...anordnungen.map((anordnung) => ({
            label: "Zahlung",
            wert: `${formatiereEuro(anordnung.summeCent)} in ${anordnung.plan.length} Raten`,
            hinweis:
              anordnung.antwort === "quittiert"
                ? `Beleg ${anordnung.belegnummer}`
                : anordnung.antwort === "abgelehnt"
                  ? `Von der Kasse abgelehnt: ${anordnung.grund}`
                  : "wird übermittelt",
          })),
        ]}
      />
      <h2>Beteiligte</h2>
      <SummaryList
        zeilen={akte.beteiligte.map((person) => ({
          label: rollen[person.rolle],
          wert: `${person.vornamen} ${person.nachname}${person.geburtsdatum ? `, geb. ${formatiereDatum(person.geburtsdatum)}` : ""}`,
          hinweis: person.anschrift
            ? `${person.anschrift.strasse} ${person.anschrift.hausnummer}, ${person.anschrift.plz} ${person.anschrift.ort}`
            : undefined,
        }))}
      />
    </>
  );
}

const rollen = {
  antragsteller: "Antrag stellt",
  kind: "Kind",
  andererElternteil: "Anderer Elternteil",
  vertreter: "Vertretung",
  betrieb: "Betrieb",
} as const;

function Angaben({ akte, leistung }: FallProps): VNode {
  const seiten = leistung.formular.zusammenfassung(akte.eingang.antworten as never, akte.eingang.eingegangenAm);
  return (
    <section>
      <h2>Angaben im Antrag</h2>
      {seiten.map(({ seite, titel, zeilen }) => (
        <Details key={seite} titel={titel} offen={seite === "nachricht"}>
          <SummaryList zeilen={zeilen.map(({ label, wert }) => ({ label, wert }))} />
        </Details>
      ))}
      {dokumente(akte).length > 0 && (
        <>
          <h3>Dokumente</h3>
          <ul class="dateien">
            {dokumente(akte).map((anlage) => (
              <li key={anlage.sha256}>
                <a href={`/amt/vorgang/${akte.id}/dokument/${anlage.sha256}`}>{anlage.name}</a>
                <span class="leise">{Math.ceil(anlage.groesse / 1024)} KB</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Everything the person sent, with the application and later. */
export const dokumente = (akte: Akte) =>
  akte.schritte.flatMap((schritt) =>
    (schritt.art === "eingegangen" || schritt.art === "nachgereicht" || schritt.art === "widersprochen") && schritt.daten
      ? schritt.daten.anlagen
      : [],
  );

function Nachweisliste({ akte, leistung }: Pick<FallProps, "akte" | "leistung">): VNode {
  const titel = (name: string) => leistung.nachweise[name]?.titel ?? name;
  const zeilen = akte.schritte.flatMap((schritt): { name: string; text: string; art: Ton; stand: string }[] => {
    if (schritt.art === "nachweisErhalten" && schritt.daten)
      return [
        {
          name: titel(schritt.daten.nachweis),
          text: schritt.daten.ergebnis === "gefunden" ? "erhalten" : "kein Eintrag",
          art: schritt.daten.ergebnis === "gefunden" ? "erfolg" : "info",
          stand: zeit.format(schritt.zeitpunkt),
        },
      ];
    if (schritt.art === "nachweisNichtErreichbar" && schritt.daten)
      return [
        {
          name: titel(schritt.daten.nachweis),
          text: `nicht erreichbar: ${schritt.daten.grund}`,
          art: "warnung",
          stand: zeit.format(schritt.zeitpunkt),
        },
      ];
    if (schritt.art === "nachweisVerweigert" && schritt.daten)
      return [
        {
          name: titel(schritt.daten.nachweis),
          text: `verweigert: ${schritt.daten.grund}`,
          art: "gefahr",
          stand: zeit.format(schritt.zeitpunkt),
        },
      ];
    return [];
  });
  return (
    <section>
      <h2>Nachweise aus Registern</h2>
      {zeilen.length === 0 ? (
        <p>Keine abgefragt.</p>
      ) : (
        <SummaryList
          zeilen={zeilen.map(({ name, text, art, stand }) => ({
            label: name,
            wert: <Badge art={art}>{text}</Badge>,
            hinweis: stand,
          }))}
        />
      )}
    </section>
  );
}
