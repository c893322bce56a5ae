import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { Frame } from "#auth";
import type { Entscheidung, Leistung, Umstand } from "#baukasten";
import type { Akte } from "#bearbeitung";
import type { LaufendeLeistung } from "#dauerleistungen";
import { Gebuehrentafel, type Sollzeile } from "#gebuehren";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import type { Nachricht } from "#postfach";
import type { Mandant } from "#tenants";
import { Alert, Button, ErrorSummary, LinkButton, Seite, StatusTimeline, SummaryList, TextArea, type Verlaufspunkt } from "#ui";
import { oeffentlicherStatus } from "#vorgaenge";
import { Ergebnis } from "./ergebnis.tsx";
import { Laufend, Vergleich } from "./laufend.tsx";
import { kenntWiderspruch, Rueckmeldung, rueckmeldungsart } from "./rueckmeldung.tsx";

export type StatusseiteProps = {
  frame: Frame;
  mandant: Mandant;
  leistung: Leistung;
  akte: Akte;
  /** What was decided, once the notice is out. */
  entscheidung: Entscheidung | undefined;
  umstaende: readonly Umstand[];
  nachrichten: readonly Nachricht[];
  gebuehren: readonly Sollzeile[];
  heute: string;
  /** How a granted benefit runs; undefined where nothing runs. */
  laufend: LaufendeLeistung | undefined;
  neu: boolean;
  /** Another account was just given. */
  neuesKonto?: boolean;
  fehler?: string | undefined;
  antwort?: string;
  rueckmeldung?: { text: string; fehler: string };
};

const tag = (zeit: Date) =>
  new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", day: "2-digit", month: "2-digit", year: "numeric" }).format(zeit);

/** What the person sees of their Vorgang: where it stands, what comes next and when, what they can do, and why it was decided so. */
export function Statusseite(props: StatusseiteProps): VNode {
  const { akte, leistung, frame, mandant } = props;
  const { aenderung } = akte.eingang;
  const status = oeffentlicherStatus(akte.stand);
  const art = rueckmeldungsart(akte, leistung, mandant);
  const { fehler, rueckmeldung } = props;
  const amt = mandant.einstellungen.aemter[leistung.amt];
  return (
    <Seite
      {...frame}
      titel={`${aenderung ? "Änderung: " : ""}${leistung.bescheid.betreff(akte.eingang.antworten as never)}`}
      zurueck={
        aenderung ? { href: `/vorgang/${aenderung.bezug}`, text: "Ihre Leistung" } : { href: "/mein", text: "Mein Bereich" }
      }
    >
      <ErrorSummary
        fehler={[
          ...(fehler ? [{ feld: "antwort", text: fehler }] : []),
          ...(rueckmeldung ? [{ feld: "rueckmeldung", text: rueckmeldung.fehler }] : []),
        ]}
      />
      {props.neu && (
        <Alert art="erfolg" titel={aenderung ? "Ihre Meldung ist eingegangen" : "Ihr Antrag ist eingegangen"}>
          <p>Aktenzeichen: {akte.aktenzeichen}. Sie müssen jetzt nichts tun. Diese Seite zeigt Ihnen jederzeit den Stand.</p>
        </Alert>
      )}
      {props.neuesKonto && (
        <Alert art="erfolg" titel="Die neue Bankverbindung ist gespeichert">
          <p>Sie bekommen eine Nachricht darüber in Ihr Postfach.</p>
        </Alert>
      )}
      {akte.stand.phase === "wartetAufBuerger" && <Rueckfrage {...props} />}
      {akte.stand.phase === "wartetAufZahlung" && <Bezahlhinweis {...props} />}
      <SummaryList
        zeilen={[
          { label: "Stand", wert: <strong>{status.text}</strong>, hinweis: naechstes(props) },
          { label: "Aktenzeichen", wert: akte.aktenzeichen },
          ...(aenderung
            ? [{ label: "Worum es geht", wert: aenderung.grund, hinweis: `Ab ${formatiereDatum(aenderung.ab)}` }]
            : []),
          { label: "Eingegangen am", wert: formatiereDatum(akte.eingang.eingegangenAm) },
          {
            label: "Zuständig",
            wert: amt?.name ?? mandant.name,
            hinweis: amt ? `Telefon ${amt.telefon}, ${amt.email}` : undefined,
          },
        ]}
      />
      {props.gebuehren.length > 0 && <Gebuehrentafel titel="Zu bezahlen" zeilen={props.gebuehren} heute={props.heute} />}
      {props.laufend && <Laufend laufend={props.laufend} vorgangId={akte.id} />}
      <Nachrichten nachrichten={props.nachrichten} />
      {props.entscheidung && aenderung && <Vergleich akte={akte} />}
      {props.entscheidung && !aenderung && (
        <Ergebnis entscheidung={props.entscheidung} leistung={leistung} umstaende={props.umstaende} />
      )}
      <h2>Verlauf</h2>
      <StatusTimeline punkte={verlauf(akte)} />
      {art && <Rueckmeldung vorgangId={akte.id} art={art} {...rueckmeldung} />}
      <Moeglichkeiten akte={akte} mitWiderspruch={kenntWiderspruch(akte, leistung, mandant)} />
    </Seite>
  );
}

const istBescheinigt = ({ akte, leistung }: Pick<StatusseiteProps, "akte" | "leistung">) =>
  leistung.rechtsnatur === "bescheinigung" && akte.stand.ergebnis === "bewilligt";

function naechstes({ akte, leistung }: StatusseiteProps): string {
  const { stand } = akte;
  if (istBescheinigt({ akte, leistung }) && (stand.phase === "zugestellt" || stand.phase === "bekanntgegeben")) return "";
  switch (stand.phase) {
    case "inPruefung":
      return `Nächster Schritt: die Prüfung. ${leistung.bearbeitungsdauer}`;
    case "beiSachbearbeitung":
      return "Ein Mensch prüft Ihren Antrag. Das dauert meist etwa zwei Wochen.";
    case "wartetAufBuerger":
      return stand.nachforderung ? `Bitte antworten Sie bis zum ${formatiereDatum(stand.nachforderung.frist)}.` : "";
    case "wartetAufZahlung":
      return stand.termin ? `Bitte bezahlen Sie bis zum ${formatiereDatum(stand.termin)}. Danach geht es von selbst weiter.` : "";
    case "entschieden":
    case "freigegeben":
    case "beschieden":
      return "Der Bescheid kommt in wenigen Minuten, als Brief in wenigen Tagen.";
    case "zugestellt":
      return stand.termin ? `Gilt als bekannt gegeben am ${formatiereDatum(stand.termin)}.` : "";
    case "bekanntgegeben":
      return stand.bekanntgabe
        ? `Widerspruch oder Klage sind möglich bis zum ${formatiereDatum(stand.bekanntgabe.widerspruchBis)}, je nach Rechtsbehelfsbelehrung.`
        : "";
    default:
      return "";
  }
}

function Nachrichten({ nachrichten }: { nachrichten: readonly Nachricht[] }): VNode | null {
  if (nachrichten.length === 0) return null;
  return (
    <>
      <h2>Nachrichten zu diesem Antrag</h2>
      <ul class="dateien">
        {nachrichten.map((nachricht) => (
          <li key={nachricht.id}>
            <a href={`/postfach/${nachricht.id}`}>{nachricht.betreff}</a>
            <span class="leise">{tag(nachricht.bereitgestelltAm)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Only what concerns the person; an office's notes and assignments stay inside. */
const worte: Partial<Record<Akte["schritte"][number]["art"], string>> = {
  eingegangen: "Antrag eingegangen",
  nachweisAngefragt: "Register abgefragt",
  vorgeschlagen: "Zur Prüfung an einen Menschen gegeben",
  nachgefordert: "Rückfrage an Sie",
  nachgereicht: "Ihre Antwort eingegangen",
  angehoert: "Sie werden angehört",
  geaendert: "Leistung geändert",
  aufgehoben: "Leistung beendet",
  abgeschlossen: "Geprüft und abgeschlossen",
  entschieden: "Entschieden",
  zahlungAngefordert: "Um die Gebühr gebeten",
  zahlungEingegangen: "Gebühr bezahlt",
  zugestellt: "Bescheid zugestellt",
  bekanntgegeben: "Bescheid bekannt gegeben",
  widersprochen: "Widerspruch eingegangen",
  abgeholfen: "Ihrem Widerspruch wird abgeholfen",
  vorgelegt: "Widerspruch an die nächste Behörde gegeben",
  angewiesen: "Zahlung angewiesen",
  bestandskraeftig: "Frist abgelaufen, Bescheid ist endgültig",
  zurueckgezogen: "Antrag zurückgezogen",
  abgegeben: "An eine andere Behörde abgegeben",
};

function anfang({ eingang }: Akte): string | undefined {
  const vonSelbst = eingang.kanal === "amtswegen";
  if (eingang.aenderung) return vonSelbst ? "Prüfung begonnen" : "Ihre Meldung eingegangen";
  return vonSelbst ? "Ohne Antrag begonnen" : worte.eingegangen;
}

function verlauf(akte: Akte): Verlaufspunkt[] {
  const punkte = akte.schritte.flatMap(({ art, zeitpunkt }): Verlaufspunkt[] => {
    const titel = art === "eingegangen" ? anfang(akte) : worte[art];
    return titel ? [{ titel, datum: tag(zeitpunkt), status: "erledigt" }] : [];
  });
  const status = oeffentlicherStatus(akte.stand);
  return status.status === "COMPLETED" ? punkte : [...punkte, { titel: status.text, status: "aktuell" }];
}

function Rueckfrage({ akte, antwort, fehler }: StatusseiteProps): VNode | null {
  const frage = akte.stand.nachforderung;
  if (!frage) return null;
  return (
    <section>
      <Alert
        art="warnung"
        titel={`${akte.eingang.aenderung ? "Bitte äußern Sie sich dazu" : "Wir brauchen noch etwas von Ihnen"}, bis zum ${formatiereDatum(frage.frist)}`}
      >
        {frage.frage.split("\n\n").map((absatz) => (
          <p key={absatz}>{absatz}</p>
        ))}
      </Alert>
      <form method="post" action={`/vorgang/${akte.id}/antwort`} enctype="multipart/form-data" noValidate class="abstand">
        <input type="hidden" name="transaktion" value={randomUUID()} />
        <TextArea name="antwort" label="Ihre Antwort" wert={antwort} fehler={fehler} />
        <div class="kern-form-input">
          <label class="kern-label" for="dokumente">
            Dokumente (freiwillig)
          </label>
          <div class="kern-hint" id="dokumente-hinweis">
            PDF oder Foto (JPEG, PNG), höchstens 10 MB je Datei
          </div>
          <input
            class="kern-form-input__input"
            id="dokumente"
            name="dokumente"
            type="file"
            multiple
            accept="application/pdf,image/jpeg,image/png"
            aria-describedby="dokumente-hinweis"
          />
          <div class="leise" id="dokumente-auswahl" aria-live="polite" />
        </div>
        <Button>Antwort absenden</Button>
      </form>
    </section>
  );
}

function Bezahlhinweis({ gebuehren }: StatusseiteProps): VNode | null {
  const offene = gebuehren.find(({ offenCent }) => offenCent > 0);
  if (!offene) return null;
  return (
    <Alert
      art="warnung"
      titel={`Bitte bezahlen Sie ${formatiereEuro(offene.offenCent)} bis zum ${formatiereDatum(offene.faelligAm)}`}
    >
      <p>Ihr Antrag ist geprüft. Es fehlt nur noch die Gebühr; danach geht es von selbst weiter.</p>
      <p>
        <a href={`/gebuehren/${offene.id}`}>Jetzt bezahlen</a>
      </p>
    </Alert>
  );
}

function Moeglichkeiten({ akte, mitWiderspruch }: { akte: Akte; mitWiderspruch: boolean }): VNode | null {
  const { phase } = akte.stand;
  const zurueckziehbar =
    !akte.eingang.aenderung && ["inPruefung", "wartetAufBuerger", "beiSachbearbeitung", "wartetAufZahlung"].includes(phase);
  const widerspruch = mitWiderspruch && ["zugestellt", "bekanntgegeben", "bestandskraeftig"].includes(phase);
  if (!zurueckziehbar && !widerspruch) return null;
  return (
    <>
      <h2>Was Sie tun können</h2>
      <div class="reihe">
        {widerspruch && (
          <LinkButton href={`/vorgang/${akte.id}/widerspruch`} art="secondary">
            Widerspruch einlegen
          </LinkButton>
        )}
        {zurueckziehbar && (
          <LinkButton href={`/vorgang/${akte.id}/zurueckziehen`} art="secondary">
            Antrag zurückziehen
          </LinkButton>
        )}
      </div>
    </>
  );
}
