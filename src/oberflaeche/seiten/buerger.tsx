import type { VNode } from "preact";
import type { Entwurf } from "#antraege";
import type { Frame } from "#auth";
import type { Bescheid } from "#bescheide";
import type { Abruf, Einsicht } from "#datenschutzcockpit";
import { getLeistung } from "#leistungen";
import type { Nachricht } from "#postfach";
import { Alert, Badge, DataTable, EmptyState, LinkButton, Seite, SummaryList, type Ton } from "#ui";
import { oeffentlicherStatus, type StandZeile } from "#vorgaenge";
import { zeit } from "./zeit.ts";

const ton: Record<string, Ton> = { ACTION_REQUIRED: "warnung", COMPLETED: "erfolg" };

export function MeinBereich(props: {
  frame: Frame;
  vorgaenge: readonly StandZeile[];
  entwuerfe: readonly Entwurf[];
  ungelesen: number;
}): VNode {
  return (
    <Seite {...props.frame} titel="Mein Bereich" breite="weit">
      {props.ungelesen > 0 && (
        <Alert
          art="info"
          titel={props.ungelesen === 1 ? "Eine ungelesene Nachricht" : `${props.ungelesen} ungelesene Nachrichten`}
        >
          <p>
            <a href="/postfach">Zum Postfach</a>
          </p>
        </Alert>
      )}
      <DataTable
        titel="Meine Anträge"
        leer="Sie haben noch keinen Antrag gestellt."
        zeilen={props.vorgaenge}
        schluessel={(zeile) => zeile.id}
        spalten={[
          {
            schluessel: "leistung",
            titel: "Leistung",
            zelle: (zeile) => <a href={`/vorgang/${zeile.id}`}>{getLeistung(zeile.leistung).name}</a>,
          },
          { schluessel: "aktenzeichen", titel: "Aktenzeichen", zelle: (zeile) => zeile.aktenzeichen },
          {
            schluessel: "stand",
            titel: "Stand",
            zelle: (zeile) => {
              const { status, text } = oeffentlicherStatus(zeile.stand);
              return <Badge art={ton[status] ?? "info"}>{text}</Badge>;
            },
          },
          { schluessel: "eingang", titel: "Eingegangen", zelle: (zeile) => zeit.format(zeile.eroeffnetAm) },
        ]}
      />
      {props.entwuerfe.length > 0 && (
        <>
          <h2>Angefangene Anträge</h2>
          <ul class="dateien">
            {props.entwuerfe.map((entwurf) => (
              <li key={entwurf.id}>
                <a href={`/antrag/${entwurf.id}/pruefen`}>{getLeistung(entwurf.leistung).name} weiter ausfüllen</a>
                <span class="leise">zuletzt gespeichert am {zeit.format(entwurf.geaendertAm)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="reihe">
        <LinkButton href="/">Neuen Antrag stellen</LinkButton>
      </div>
    </Seite>
  );
}

export function Postfachseite({
  frame,
  nachrichten,
  seite,
  gesamt,
}: {
  frame: Frame;
  nachrichten: readonly Nachricht[];
  seite: number;
  gesamt: number;
}): VNode {
  return (
    <Seite {...frame} titel="Postfach" breite="weit">
      <DataTable
        titel="Nachrichten"
        leer="Ihr Postfach ist leer. Bescheide und Rückfragen zu Ihren Anträgen erscheinen hier."
        zeilen={nachrichten}
        schluessel={(nachricht) => nachricht.id}
        spalten={[
          {
            schluessel: "betreff",
            titel: "Betreff",
            zelle: (nachricht) => <a href={`/postfach/${nachricht.id}`}>{nachricht.betreff}</a>,
          },
          { schluessel: "datum", titel: "Bereitgestellt", zelle: (nachricht) => zeit.format(nachricht.bereitgestelltAm) },
          {
            schluessel: "gelesen",
            titel: "Gelesen",
            zelle: (nachricht) =>
              nachricht.abgerufenAm ? zeit.format(nachricht.abgerufenAm) : <Badge art="info">ungelesen</Badge>,
          },
        ]}
        blaettern={{ seite, jeSeite: 20, gesamt }}
        href={(aenderung) => `/postfach?seite=${aenderung.seite ?? seite}`}
      />
    </Seite>
  );
}

export function Nachrichtseite({
  frame,
  nachricht,
  bescheid,
}: {
  frame: Frame;
  nachricht: Nachricht;
  bescheid: Bescheid | undefined;
}): VNode {
  return (
    <Seite {...frame} titel={nachricht.betreff} zurueck={{ href: "/postfach", text: "Postfach" }}>
      <p class="leise">Bereitgestellt am {zeit.format(nachricht.bereitgestelltAm)}</p>
      {nachricht.text.split("\n\n").map((absatz) => (
        <p key={absatz}>{absatz}</p>
      ))}
      <div class="reihe">
        {bescheid && <LinkButton href={`/postfach/${nachricht.id}/bescheid.pdf`}>Bescheid öffnen (PDF)</LinkButton>}
        <LinkButton href={`/vorgang/${nachricht.vorgangId}`} art="secondary">
          Zum Antrag
        </LinkButton>
        {bescheid && (
          <LinkButton href={`/vorgang/${nachricht.vorgangId}/widerspruch`} art="tertiary">
            Widerspruch einlegen
          </LinkButton>
        )}
      </div>
    </Seite>
  );
}

const ausgaenge: Record<NonNullable<Abruf["ausgang"]> | "ungewiss", { text: string; art: Ton }> = {
  gefunden: { text: "Auskunft erteilt", art: "erfolg" },
  keinEintrag: { text: "Kein Eintrag", art: "info" },
  verweigert: { text: "Verweigert", art: "gefahr" },
  nichtErreichbar: { text: "Register nicht erreichbar", art: "warnung" },
  nichtAusgefuehrt: { text: "Nicht ausgeführt", art: "info" },
  antwortVerloren: { text: "Erteilt, Antwort verloren", art: "warnung" },
  ungewiss: { text: "Ausgang ungewiss", art: "warnung" },
};

export function Cockpitseite(props: {
  frame: Frame;
  person: string;
  abrufe: readonly (Abruf & { registerName: string })[];
  einsichten: readonly (Einsicht & { mandantName: string })[];
  seite: number;
  gesamt: number;
}): VNode {
  return (
    <Seite {...props.frame} titel="Datenschutzcockpit" breite="weit">
      <p class="vorspann">
        Hier sehen Sie, wer wann welche Ihrer Daten wofür abgefragt hat, bei allen Verwaltungen auf dieser Plattform. Auch
        verweigerte und ungewisse Abrufe stehen hier.
      </p>
      <DataTable
        titel="Abrufe aus Registern"
        leer="Bisher hat niemand Daten über Sie abgefragt."
        zeilen={props.abrufe}
        schluessel={(abruf) => abruf.id}
        spalten={[
          { schluessel: "zeit", titel: "Wann", zelle: (abruf) => zeit.format(abruf.angefragtAm) },
          { schluessel: "register", titel: "Register", zelle: (abruf) => abruf.registerName },
          { schluessel: "wer", titel: "Wer hat gefragt", zelle: (abruf) => abruf.behoerde },
          {
            schluessel: "wofuer",
            titel: "Wofür",
            zelle: (abruf) => (
              <>
                {abruf.zweck} <span class="leise">({abruf.norm})</span>
              </>
            ),
          },
          {
            schluessel: "daten",
            titel: "Welche Angaben",
            zelle: (abruf) => abruf.attribute.map((attribut) => attributnamen[attribut] ?? attribut).join(", "),
          },
          { schluessel: "ueber", titel: "Über wen", zelle: (abruf) => (abruf.person === props.person ? "Sie" : "Ihr Kind") },
          {
            schluessel: "ergebnis",
            titel: "Ergebnis",
            zelle: (abruf) => {
              const { text, art } = ausgaenge[abruf.ausgang ?? "ungewiss"];
              return <Badge art={art}>{text}</Badge>;
            },
          },
        ]}
        blaettern={{ seite: props.seite, jeSeite: 25, gesamt: props.gesamt }}
        href={(aenderung) => `/datenschutz?seite=${aenderung.seite ?? props.seite}`}
      />
      <h2>Wer hat Ihre Akte geöffnet</h2>
      {props.einsichten.length === 0 ? (
        <EmptyState titel="Bisher hat kein Mensch Ihre Akte geöffnet." />
      ) : (
        <SummaryList
          zeilen={props.einsichten.map((einsicht) => ({
            label: zeit.format(einsicht.am),
            wert: `${einsicht.mandantName}, ${einsicht.stelle}`,
            hinweis: einsicht.anlass,
          }))}
        />
      )}
      <p>
        Meinen Sie, ein Abruf war nicht in Ordnung? Wenden Sie sich an die Datenschutzbeauftragten der genannten Stelle; die
        Anschrift steht in der <a href="/datenschutzerklaerung">Datenschutzerklärung</a>.
      </p>
    </Seite>
  );
}

const attributnamen: Record<string, string> = {
  idnr: "Identifikationsnummer",
  vornamen: "Vornamen",
  nachname: "Nachname",
  geburtsdatum: "Geburtsdatum",
  familienstand: "Familienstand",
  anschrift: "Anschrift",
  auskunftssperre: "Auskunftssperre",
  kinder: "minderjährige Kinder",
  lebtBeiElternteil: "lebt beim Elternteil",
  andererElternteilGleicheAnschrift: "andere Person an derselben Anschrift",
  seit: "Einzugsdatum",
  kind: "Kind",
  mutter: "Mutter",
  vater: "Vater",
  gestorben: "Sterbefall eines Elternteils",
  bezieht: "Leistungsbezug",
  bedarfsgemeinschaft: "Einkommen der Bedarfsgemeinschaft",
  jugendamt: "zahlende Stelle",
  bis: "Ende der Leistung",
};

export type DemoMail = { an: string; betreff: string; text: string; am: string };
export function DemoPostseite({
  frame,
  mails,
  erreichbar,
}: {
  frame: Frame;
  mails: readonly DemoMail[];
  erreichbar: boolean;
}): VNode {
  return (
    <Seite {...frame} titel="E-Mails der Demo">
      <p class="vorspann">In der Demo verlässt keine E-Mail diesen Rechner. Was die Plattform verschickt hätte, steht hier.</p>
      {!erreichbar && <Alert art="warnung" titel="Der Mailfang der Demo antwortet gerade nicht." />}
      {erreichbar && mails.length === 0 && <EmptyState titel="Noch keine E-Mails." />}
      {mails.map((mail) => (
        <article class="karte" key={`${mail.am}${mail.an}${mail.betreff}`}>
          <h2>{mail.betreff}</h2>
          <p class="leise">
            An {mail.an}, {zeit.format(new Date(mail.am))}
          </p>
          {mail.text.split("\n\n").map((absatz) => (
            <p key={absatz}>{absatz}</p>
          ))}
        </article>
      ))}
    </Seite>
  );
}
