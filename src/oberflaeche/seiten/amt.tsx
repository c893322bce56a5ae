import { randomUUID } from "node:crypto";
import type { ComponentChildren, VNode } from "preact";
import type { Frame } from "#auth";
import type { Entscheidung, Leistung } from "#baukasten";
import type { Akte } from "#bearbeitung";
import type { Bescheid } from "#bescheide";
import { formatiereEuro } from "#geld";
import { formatiereDatum, formatiereMonat } from "#kalender";
import type { AnordnungMitAntwort } from "#kasse";
import { getLeistung } from "#leistungen";
import {
  Alert,
  Badge,
  Button,
  DataTable,
  Details,
  ErrorSummary,
  RadioGroup,
  Seite,
  SummaryList,
  TextArea,
  TextField,
  type Ton,
} from "#ui";
import { oeffentlicherStatus, type Phase, type StandZeile } from "#vorgaenge";

export const zeit = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "medium", timeStyle: "short" });

export const filter = {
  offen: { titel: "Zu bearbeiten", phasen: ["beiSachbearbeitung", "imWiderspruch"] },
  freigabe: { titel: "Zur Freigabe", phasen: ["entschieden"] },
  wartet: { titel: "Wartet auf Antwort", phasen: ["wartetAufBuerger"] },
  laufend: { titel: "In Prüfung", phasen: ["inPruefung", "freigegeben", "beschieden"] },
  erledigt: {
    titel: "Entschieden",
    phasen: [
      "zugestellt",
      "bekanntgegeben",
      "bestandskraeftig",
      "zurueckgezogen",
      "abgegeben",
      "abgeschlossen",
      "vorgelegt",
      "beklagt",
    ],
  },
} as const satisfies Record<string, { titel: string; phasen: readonly Phase[] }>;
export type Filter = keyof typeof filter;

export type ListenProps = {
  frame: Frame;
  gewaehlt: Filter;
  zeilen: readonly StandZeile[];
  gesamt: number;
  seite: number;
  jeSeite: number;
  sortierung: string;
  anzahl: Record<Filter, number>;
  kennung: string;
};

export function Arbeitsliste(props: ListenProps): VNode {
  const href = (aenderung: Record<string, string>) =>
    `/amt?${new URLSearchParams({ filter: props.gewaehlt, sortierung: props.sortierung, seite: String(props.seite), ...aenderung })}`;
  return (
    <Seite {...props.frame} titel="Vorgänge" breite="weit">
      <nav aria-label="Auswahl" class="reihe">
        {Object.entries(filter).map(([key, { titel }]) => (
          <a
            key={key}
            href={href({ filter: key, seite: "1" })}
            aria-current={key === props.gewaehlt ? "true" : undefined}
            class={`kern-btn kern-btn--${key === props.gewaehlt ? "primary" : "secondary"}`}
          >
            <span class="kern-label">
              {titel} ({props.anzahl[key as Filter]})
            </span>
          </a>
        ))}
      </nav>
      <form method="get" action="/amt/suche" class="suche abstand" role="search">
        <TextField name="aktenzeichen" label="Aktenzeichen" hinweis="Zum Beispiel UV-26-7K3M-9QPX" />
        <Button art="secondary">Öffnen</Button>
      </form>
      <DataTable
        titel={filter[props.gewaehlt].titel}
        leer={
          props.gewaehlt === "offen"
            ? "Hier ist gerade nichts zu tun. Neue Fälle erscheinen von selbst."
            : "Keine Vorgänge in dieser Auswahl."
        }
        zeilen={props.zeilen}
        schluessel={(zeile) => zeile.id}
        sortierung={props.sortierung}
        href={href}
        blaettern={{ seite: props.seite, jeSeite: props.jeSeite, gesamt: props.gesamt }}
        spalten={[
          {
            schluessel: "aktenzeichen",
            titel: "Aktenzeichen",
            zelle: (zeile) => <a href={`/amt/vorgang/${zeile.id}`}>{zeile.aktenzeichen}</a>,
          },
          { schluessel: "leistung", titel: "Leistung", zelle: (zeile) => getLeistung(zeile.leistung).name },
          {
            schluessel: "grund",
            titel: "Warum",
            zelle: (zeile) => zeile.stand.gruende?.[0] ?? oeffentlicherStatus(zeile.stand).text,
          },
          { schluessel: "alter", titel: "Eingegangen", sortierung: "aelteste", zelle: (zeile) => zeit.format(zeile.eroeffnetAm) },
          {
            schluessel: "frist",
            titel: "Nächster Termin",
            sortierung: "frist",
            zelle: (zeile) => (zeile.stand.termin ? formatiereDatum(zeile.stand.termin) : "–"),
          },
          {
            schluessel: "wer",
            titel: "Bei",
            zelle: (zeile) =>
              zeile.stand.zugewiesenAn
                ? zeile.stand.zugewiesenAn.kennung === props.kennung
                  ? "mir"
                  : zeile.stand.zugewiesenAn.name
                : "–",
          },
        ]}
      />
    </Seite>
  );
}

export type FallProps = {
  frame: Frame;
  akte: Akte;
  leistung: Leistung;
  vorschlag: Entscheidung;
  bescheide: readonly Bescheid[];
  anordnungen: readonly AnordnungMitAntwort[];
  kennung: string;
  darfFreigeben: boolean;
  fehler?: Readonly<Record<string, string>>;
  eingabe?: Readonly<Record<string, string>>;
  meldung?: { art: Ton; titel: string } | undefined;
  fristVorschlag: string;
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
            Die Anschrift darf dem anderen Elternteil auf keinem Weg bekannt werden. Geben Sie sie auch am Telefon nicht weiter.
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
          <Vorschlag vorschlag={props.vorschlag} />
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

function Kopfdaten({ akte, bescheide, anordnungen, kennung }: FallProps): VNode {
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
} as const;

export function Vorschlag({ vorschlag }: { vorschlag: Entscheidung }): VNode {
  const wort = vorschlag.vorschlag ?? vorschlag.art;
  const text = wort === "bewilligt" ? "Bewilligen" : wort === "abgelehnt" ? "Ablehnen" : "Noch nicht entscheidbar";
  const art: Ton = wort === "bewilligt" ? "erfolg" : wort === "abgelehnt" ? "gefahr" : "warnung";
  return (
    <section>
      <h2>
        Vorschlag der Regeln: <Badge art={art}>{text}</Badge>
      </h2>
      <SummaryList
        zeilen={vorschlag.abschnitte.map(({ von, bis, betragCent }) => ({
          label: von === bis ? formatiereMonat(von) : `${formatiereMonat(von)} bis ${formatiereMonat(bis)}`,
          wert: `${formatiereEuro(betragCent)} im Monat`,
        }))}
      />
      <ul>
        {vorschlag.gruende.map((grund) => (
          <li key={grund.text}>
            {grund.text} <span class="leise">({grund.norm})</span>
          </li>
        ))}
      </ul>
      {vorschlag.offen.length > 0 && (
        <p>Offen, in dieser Reihenfolge zu klären: {vorschlag.offen.map((frage) => frage.titel).join("; ")}.</p>
      )}
      <Details titel="Jeder Schritt der Regeln">
        <section class="tabelle" aria-label="Spur der Auswertung" tabIndex={0}>
          <table>
            <caption>Spur der Auswertung</caption>
            <thead>
              <tr>
                <th scope="col">Knoten</th>
                <th scope="col">Norm</th>
                <th scope="col">Wert</th>
              </tr>
            </thead>
            <tbody>
              {vorschlag.spur.map((zeile) => (
                <tr key={zeile.schluessel}>
                  <th scope="row">{zeile.titel}</th>
                  <td>{zeile.norm || "–"}</td>
                  <td>{wertText(zeile.wert)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Details>
    </section>
  );
}

function wertText(wert: unknown): string {
  if (wert === undefined || wert === null) return "unbekannt";
  if (typeof wert === "boolean") return wert ? "ja" : "nein";
  return Array.isArray(wert) ? wert.join(" / ") : String(wert);
}

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

const schrittText: Partial<Record<Akte["schritte"][number]["art"], (daten: never) => ComponentChildren>> = {
  notiz: (daten: { text: string }) => daten.text,
  nachgefordert: (daten: { frage: string }) => daten.frage,
  nachgereicht: (daten: { antwort: string }) => daten.antwort,
  widersprochen: (daten: { begruendung: string }) => daten.begruendung,
  abgeholfen: (daten: { begruendung: string }) => daten.begruendung,
  zurueckgezogen: (daten: { grund: string }) => daten.grund,
};

function Verlauf({ akte }: { akte: Akte }): VNode {
  return (
    <section>
      <h2>Akte</h2>
      <ol class="verlauf">
        {akte.schritte.map((schritt) => (
          <li key={schritt.nummer} class="erledigt">
            <strong>{schritt.art}</strong>
            <span class="leise">
              {zeit.format(schritt.zeitpunkt)},{" "}
              {schritt.akteur.art === "amt"
                ? schritt.akteur.name
                : schritt.akteur.art === "system"
                  ? schritt.akteur.teil
                  : "Antragstellende Person"}
            </span>
            {schritt.daten && schrittText[schritt.art] && <p>{schrittText[schritt.art]?.(schritt.daten as never)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Number and key travel with the form: who decides on an outdated state, or twice, is told so. */
function Formular({ akte, ziel, children }: { akte: Akte; ziel: string; children: ComponentChildren }): VNode {
  return (
    <form method="post" action={`/amt/vorgang/${akte.id}/${ziel}`} noValidate class="abstand">
      <input type="hidden" name="nummer" value={akte.nummer} />
      <input type="hidden" name="transaktion" value={randomUUID()} />
      {children}
    </form>
  );
}

function Handlungen(props: FallProps): VNode {
  const { akte, fehler = {}, eingabe = {}, leistung } = props;
  const { phase } = akte.stand;
  const personen = leistung.regelwerk.eintraege.filter(({ bauplan }) => bauplan.art === "person");
  return (
    <section>
      <h2>Bearbeiten</h2>
      <div class="reihe">
        {akte.stand.zugewiesenAn?.kennung === props.kennung ? (
          <Formular akte={akte} ziel="zurueckgeben">
            <Button art="tertiary">Zurückgeben</Button>
          </Formular>
        ) : (
          <Formular akte={akte} ziel="uebernehmen">
            <Button art="secondary">Übernehmen</Button>
          </Formular>
        )}
      </div>
      {phase === "beiSachbearbeitung" && (
        <>
          <h3>Entscheiden</h3>
          <Formular akte={akte} ziel="entscheiden">
            {personen.map(({ knoten }) => (
              <RadioGroup
                key={knoten.schluessel}
                name={`urteil.${knoten.schluessel}`}
                label={`${knoten.titel} (${knoten.norm}, ${knoten.art})`}
                pflicht={false}
                optionen={[
                  { wert: "ja", text: "Ja" },
                  { wert: "nein", text: "Nein" },
                  { wert: "", text: "Nicht beurteilt" },
                ]}
                wert={eingabe[`urteil.${knoten.schluessel}`] ?? ""}
              />
            ))}
            <RadioGroup
              name="ergebnis"
              label="Entscheidung"
              optionen={[
                { wert: "bewilligt", text: "Bewilligen, in der von den Regeln berechneten Höhe" },
                { wert: "abgelehnt", text: "Ablehnen" },
              ]}
              wert={eingabe.ergebnis}
              fehler={fehler.ergebnis}
            />
            <TextArea
              name="begruendung"
              label="Begründung für den Bescheid"
              hinweis="Die Person liest diesen Text. Bitte nennen Sie, was Sie geprüft haben und warum Sie so entscheiden."
              wert={eingabe.begruendung}
              fehler={fehler.begruendung}
            />
            <Button>Entscheiden und Bescheid erstellen</Button>
          </Formular>
        </>
      )}
      {phase === "entschieden" && leistung.vierAugen && props.darfFreigeben && (
        <Formular akte={akte} ziel="freigeben">
          <Button>Freigeben</Button>
        </Formular>
      )}
      {phase === "imWiderspruch" && (
        <>
          <h3>Widerspruch</h3>
          <Formular akte={akte} ziel="abhelfen">
            <TextArea
              name="begruendung"
              label="Warum wird abgeholfen?"
              hinweis="Danach entscheiden Sie neu."
              wert={eingabe.begruendung}
              fehler={fehler.begruendung}
            />
            <Button>Abhelfen und neu entscheiden</Button>
          </Formular>
          <Formular akte={akte} ziel="vorlegen">
            <Button art="secondary">Der Widerspruchsbehörde vorlegen</Button>
          </Formular>
        </>
      )}
      {(phase === "beiSachbearbeitung" || phase === "inPruefung") && (
        <>
          <h3>Rückfrage</h3>
          <Formular akte={akte} ziel="nachfordern">
            <TextArea name="frage" label="Frage an die Person" wert={eingabe.frage} fehler={fehler.frage} zeilen={4} />
            <TextField
              name="frist"
              label="Antwort bis"
              kurz={true}
              wert={eingabe.frist ?? formatiereDatum(props.fristVorschlag)}
              fehler={fehler.frist}
            />
            <Button art="secondary">Frage stellen</Button>
          </Formular>
        </>
      )}
      <h3>Notiz</h3>
      <Formular akte={akte} ziel="notiz">
        <TextArea name="text" label="Notiz für die Akte" wert={eingabe.text} fehler={fehler.text} zeilen={3} />
        <Button art="secondary">Notiz ablegen</Button>
      </Formular>
    </section>
  );
}
