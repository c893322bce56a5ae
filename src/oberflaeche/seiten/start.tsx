import type { VNode } from "preact";
import type { Frame } from "#auth";
import { belegwege, type Lebenslage, type Leistung } from "#baukasten";
import type { Problem } from "#http";
import type { Mandant } from "#tenants";
import { Alert, Button, Details, EmptyState, LinkButton, Seite, SummaryList, TextField } from "#ui";
import { Lebenslagen, type Leistungskarte, Leistungskarten, NichtsGefunden } from "./leistungsliste.tsx";

export type StartseiteProps = {
  frame: Frame;
  mandant: Mandant;
  suche: string;
  treffer: readonly Leistungskarte[];
  lagen: readonly Lebenslage[];
  /** Situations that the search words speak of. */
  gemeinte: readonly Lebenslage[];
  meinten: string | undefined;
};

export function Startseite({ frame, mandant, treffer, suche, lagen, gemeinte, meinten }: StartseiteProps): VNode {
  const { begruessung, anschrift } = mandant.einstellungen;
  return (
    <Seite {...frame} titel={begruessung ?? `Willkommen im Rathaus von ${anschrift.ort}`} breite="weit">
      <p class="vorspann">
        Beantragen Sie Leistungen online, Tag und Nacht. Was die Verwaltung schon weiß, müssen Sie nicht noch einmal nachweisen.
      </p>
      <form class="suche" method="get" action="/" role="search">
        <TextField name="suche" label="Was brauchen Sie?" hinweis="Zum Beispiel: Unterhalt, Kind, Trennung" wert={suche} />
        <Button>Suchen</Button>
      </form>
      {suche === "" && (
        <>
          <h2>Was ist gerade bei Ihnen los?</h2>
          <Lebenslagen lagen={lagen} />
          <p>
            Sie wissen nicht, was Ihnen zusteht? <a href="/anspruch">Wenige Fragen, und wir sagen Ihnen, was passen könnte.</a>{" "}
            Dabei wird nichts gespeichert.
          </p>
        </>
      )}
      <h2>{suche ? `Leistungen zu „${suche}“` : "Alle Leistungen"}</h2>
      {suche !== "" && gemeinte.length > 0 && (
        <>
          <p>Alles zum Thema:</p>
          <Lebenslagen lagen={gemeinte} />
        </>
      )}
      {treffer.length === 0 ? (
        <NichtsGefunden mandant={mandant} meinten={meinten} lagen={lagen} />
      ) : (
        <Leistungskarten karten={treffer} />
      )}
      <h2>Schon begonnen?</h2>
      <div class="reihe">
        <LinkButton href="/antrag/weiter" art="secondary">
          Antrag mit Code fortsetzen
        </LinkButton>
        <LinkButton href="/mein" art="secondary">
          Mein Bereich
        </LinkButton>
      </div>
      <h2>Für Unternehmen</h2>
      <p>
        Sie haben für uns gearbeitet? <a href="/rechnungen">Elektronische Rechnung prüfen und einreichen</a>, ohne Anmeldung.
      </p>
    </Seite>
  );
}

export function Leistungsseite({ frame, mandant, leistung }: { frame: Frame; mandant: Mandant; leistung: Leistung }): VNode {
  const amt = mandant.einstellungen.aemter[leistung.amt];
  const belege = Object.values(leistung.nachweise).filter((nachweis) => nachweis.anlass === "antrag");
  return (
    <Seite {...frame} titel={leistung.name} zurueck={{ href: "/", text: "Alle Leistungen" }}>
      <p class="vorspann">{leistung.kurzbeschreibung}</p>
      <form method="post" action="/antrag">
        <input type="hidden" name="leistung" value={leistung.schluessel} />
        <Button>Antrag beginnen</Button>
      </form>
      <h2>Gut zu wissen</h2>
      <SummaryList
        zeilen={[
          { label: "Dauer", wert: leistung.bearbeitungsdauer },
          { label: "Kosten", wert: "Keine" },
          {
            label: "Anmeldung",
            wert: leistung.schriftform
              ? "Ausfüllen geht ohne. Zum Absenden brauchen Sie Online-Ausweis oder Elster-Zertifikat, oder Sie unterschreiben auf Papier."
              : "Nicht nötig.",
          },
          { label: "Rechtsgrundlage", wert: leistung.bescheid.grundlage },
          {
            label: "Zuständig",
            wert: amt?.name ?? mandant.name,
            hinweis: amt ? `${amt.anschrift}, Telefon ${amt.telefon}` : undefined,
          },
        ]}
      />
      <h2>Was Sie nicht einreichen müssen</h2>
      <p>Diese Nachweise holen wir nach dem Absenden selbst, wenn das Gesetz es erlaubt und Ihr Fall sie braucht:</p>
      <ul>
        {belege.map((nachweis) => (
          <li key={nachweis.titel}>
            {nachweis.titel}, {nachweis.registerName} <span class="leise">({nachweis.norm})</span>
          </li>
        ))}
      </ul>
      <Belegliste leistung={leistung} />
      <p>
        Lieber mit Menschen sprechen? Wir helfen am Telefon ({amt?.telefon ?? mandant.einstellungen.kontakt.telefon}) und im Haus,{" "}
        {amt?.anschrift ?? mandant.einstellungen.anschrift.strasse}.
      </p>
    </Seite>
  );
}

/** Every piece of evidence that the law can demand, and how few of them anybody has to bring. */
function Belegliste({ leistung }: { leistung: Leistung }): VNode | null {
  const alle = Object.values(leistung.belege ?? {});
  if (alle.length === 0) return null;
  const mitzubringen = alle.filter(({ wege }) => wege.every(({ art }) => art === "hochladen" || art === "kuenftig"));
  return (
    <>
      <h2>Was Sie vielleicht hochladen müssen</h2>
      <p>
        {mitzubringen.length === 0
          ? `Nichts. Alle ${alle.length} Nachweise, die das Gesetz kennt, holen wir selbst.`
          : `Das Gesetz kennt ${alle.length} Nachweise. Hochladen müssen Sie davon höchstens ${mitzubringen.length}, und nur wenn es auf Sie zutrifft:`}
      </p>
      {mitzubringen.length > 0 && (
        <ul>
          {mitzubringen.map(({ titel, wofuer }) => (
            <li key={titel}>
              {titel} <span class="leise">({wofuer})</span>
            </li>
          ))}
        </ul>
      )}
      <Details titel={`Alle ${alle.length} Nachweise, und woher sie kommen`}>
        <SummaryList
          zeilen={alle.map((beleg) => ({
            label: beleg.titel,
            wert: belegwege(beleg, leistung.nachweise, leistung.formular).join(" Oder: "),
            hinweis: `${beleg.wofuer} (${beleg.norm})`,
          }))}
        />
      </Details>
    </>
  );
}

/** The installation's own first page, where names under localhost do not resolve or nobody has chosen a town hall yet. */
export function Mandantenseite({
  frame,
  mandanten,
  gewaehlt,
}: {
  frame: Frame;
  mandanten: readonly (Mandant & { adresse: string })[];
  gewaehlt: string | undefined;
}): VNode {
  return (
    <Seite {...frame} titel="Welches Rathaus möchten Sie betreten?">
      {mandanten.length === 0 && (
        <EmptyState titel="Hier ist noch kein Rathaus eingerichtet.">
          <p>Der Betreiber legt eines mit „fachwerk mandant anlegen“ an.</p>
        </EmptyState>
      )}
      <ul class="karten">
        {mandanten.map((mandant) => (
          <li class="karte" key={mandant.schluessel}>
            <h2>{mandant.name}</h2>
            <p>
              <a href={mandant.adresse}>{mandant.adresse.replace("http://", "")}</a>
            </p>
            <form method="post" action="/rathaus" class="reihe">
              <input type="hidden" name="mandant" value={mandant.schluessel} />
              <Button art={gewaehlt === mandant.schluessel ? "primary" : "secondary"}>In diesem Browser öffnen</Button>
            </form>
          </li>
        ))}
      </ul>
    </Seite>
  );
}

export function Fehlerseite({ frame, problem }: { frame: Frame; problem: Problem }): VNode {
  return (
    <Seite {...frame} titel={problem.title}>
      <p>{problem.detail}</p>
      <div class="reihe">
        <LinkButton href="/">Zur Startseite</LinkButton>
      </div>
      <p class="leise abstand">Fehler {problem.status}</p>
    </Seite>
  );
}

export function Abgemeldetseite({ frame, kreis }: { frame: Frame; kreis: string }): VNode {
  return (
    <Seite {...frame} titel="Sie sind abgemeldet">
      <Alert art="erfolg" titel="Ihre Sitzung bei uns ist beendet." />
      <p>Beim Anmeldedienst selbst können Sie noch angemeldet sein. An einem fremden Gerät melden Sie sich bitte auch dort ab.</p>
      <div class="reihe">
        <LinkButton href={`/abmelden/anmeldedienst?kreis=${kreis}`} art="secondary">
          Auch beim Anmeldedienst abmelden
        </LinkButton>
        <LinkButton href="/" art="tertiary">
          Zur Startseite
        </LinkButton>
      </div>
    </Seite>
  );
}

export function Textseite({ frame, titel, absaetze }: { frame: Frame; titel: string; absaetze: readonly string[] }): VNode {
  return (
    <Seite {...frame} titel={titel}>
      {absaetze.map((absatz) => (
        <p key={absatz}>{absatz}</p>
      ))}
    </Seite>
  );
}
