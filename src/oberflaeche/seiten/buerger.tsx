import type { VNode } from "preact";
import type { Entwurf } from "#antraege";
import type { Frame } from "#auth";
import type { Bescheid } from "#bescheide";
import type { GemachtesAngebot } from "#ereignisse";
import { Gebuehrentafel, type Sollzeile } from "#gebuehren";
import { getLeistung } from "#leistungen";
import type { Nachricht } from "#postfach";
import { Alert, Badge, DataTable, EmptyState, LinkButton, Seite, type Ton } from "#ui";
import { oeffentlicherStatus, type StandZeile } from "#vorgaenge";
import { zeit } from "./zeit.ts";

const ton: Record<string, Ton> = { ACTION_REQUIRED: "warnung", COMPLETED: "erfolg" };

/** What the house prepared, wherever it was: the person sees it from every town hall. */
export type Angebotszeile = GemachtesAngebot & { href: string; haus: string | undefined };

export function MeinBereich(props: {
  frame: Frame;
  vorgaenge: readonly StandZeile[];
  entwuerfe: readonly Entwurf[];
  ungelesen: number;
  angebote: readonly Angebotszeile[];
  gebuehren: readonly Sollzeile[];
  heute: string;
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
      {props.angebote.length > 0 && (
        <>
          <h2>Für Sie vorbereitet</h2>
          <ul class="dateien">
            {props.angebote.map((angebot) => (
              <li key={angebot.id}>
                <a href={angebot.href}>{getLeistung(angebot.leistung).name}</a>
                <span class="leise">
                  {angebot.weg === "vorgang" ? "wir prüfen ohne Ihren Antrag" : "vorbereiteter Antrag"}, {zeit.format(angebot.am)}
                  {angebot.haus && `, ${angebot.haus}`}
                </span>
              </li>
            ))}
          </ul>
        </>
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
            zelle: (zeile) => <a href={`/vorgang/${zeile.id}`}>{leistungsname(zeile)}</a>,
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
      {props.gebuehren.length > 0 && (
        <>
          <Gebuehrentafel
            titel="Noch zu bezahlen"
            zeilen={props.gebuehren.filter(({ offenCent }) => offenCent > 0)}
            heute={props.heute}
          />
          <p>
            <a href="/gebuehren">Alle Gebühren und Abgaben</a>
          </p>
        </>
      )}
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
        <LinkButton href="/mein/ansprache" art="tertiary">
          Wann wir von selbst schreiben
        </LinkButton>
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
        {bescheid && (
          <LinkButton href={`/postfach/${nachricht.id}/bescheid.pdf`}>
            {bescheid.art === "bescheid" ? "Bescheid öffnen (PDF)" : "Schreiben öffnen (PDF)"}
          </LinkButton>
        )}
        {nachricht.ziel && <LinkButton href={nachricht.ziel}>Angebot ansehen</LinkButton>}
        {nachricht.vorgangId && (
          <LinkButton href={`/vorgang/${nachricht.vorgangId}`} art="secondary">
            Zum Vorgang
          </LinkButton>
        )}
        {bescheid?.art === "bescheid" && (
          <LinkButton href={`/vorgang/${nachricht.vorgangId}/widerspruch`} art="tertiary">
            Widerspruch einlegen
          </LinkButton>
        )}
      </div>
    </Seite>
  );
}

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

const leistungsname = ({ leistung, stand }: StandZeile): string =>
  `${getLeistung(leistung).name}${stand.aendert ? " (Änderung)" : ""}`;
