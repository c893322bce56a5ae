import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { qrSvg } from "#pdf";
import type { Mandant } from "#tenants";
import { Alert, Button, DataTable, LinkButton, Seite, SummaryList } from "#ui";
import { formatiereKassenzeichen } from "../kassenzeichen.ts";
import type { Klaerung } from "../klaere-zahlung.ts";
import { naechsteRate, zuZahlenCent } from "../raten.ts";
import { regelnFuer } from "../regeln.ts";
import { laufendeZahlung } from "../sollstand.ts";
import type { Sollzeile } from "../store.ts";
import { girocodeFuer, ueberweisungsangaben } from "../zahlungshinweis.ts";
import { zuschlagszeile } from "./amt-gebuehr.tsx";
import { Ratentafel } from "./amt-raten.tsx";
import { Zustandsmarke } from "./worte.tsx";

/** What a person owes and owed, as a table; also part of other pages. */
export function Gebuehrentafel({ zeilen, heute, titel }: { zeilen: readonly Sollzeile[]; heute: string; titel: string }): VNode {
  return (
    <DataTable
      titel={titel}
      leer="Sie haben nichts zu bezahlen."
      zeilen={zeilen}
      schluessel={(zeile) => zeile.id}
      spalten={[
        { schluessel: "wofuer", titel: "Wofür", zelle: (zeile) => <a href={`/gebuehren/${zeile.id}`}>{zeile.bezeichnung}</a> },
        { schluessel: "bis", titel: "Zu zahlen bis", zelle: (zeile) => formatiereDatum(zeile.faelligAm) },
        { schluessel: "stand", titel: "Stand", zelle: (zeile) => <Zustandsmarke zeile={zeile} heute={heute} leser="buerger" /> },
        { schluessel: "betrag", titel: "Betrag", zahl: true, zelle: (zeile) => formatiereEuro(zeile.betragCent) },
      ]}
    />
  );
}

export const Gebuehrenseite = (props: { frame: Frame; zeilen: readonly Sollzeile[]; heute: string }): VNode => (
  <Seite {...props.frame} titel="Gebühren und Abgaben" breite="weit" zurueck={{ href: "/mein", text: "Mein Bereich" }}>
    <p class="vorspann">Was Sie zu bezahlen haben und was schon bezahlt ist.</p>
    <Gebuehrentafel zeilen={props.zeilen} heute={props.heute} titel="Meine Gebühren und Abgaben" />
  </Seite>
);

export type GebuehrProps = {
  frame: Frame;
  mandant: Mandant;
  zeile: Sollzeile;
  heute: string;
  amt: { name: string; anschrift: string };
};

export function Gebuehrseite({ frame, mandant, zeile, heute, amt }: GebuehrProps): VNode {
  const { offenCent, stand } = zeile;
  return (
    <Seite {...frame} titel={zeile.bezeichnung} zurueck={{ href: "/gebuehren", text: "Gebühren und Abgaben" }}>
      <SummaryList
        zeilen={[
          { label: "Stand", wert: <Zustandsmarke zeile={zeile} heute={heute} leser="buerger" />, hinweis: naechstes(zeile) },
          ...zeile.posten.map(({ titel, norm, betragCent }) => ({
            label: titel,
            wert: formatiereEuro(betragCent),
            hinweis: norm,
          })),
          ...zuschlagszeile(zeile),
          ...(stand.bezahltCent > 0 ? [{ label: "Bezahlt", wert: formatiereEuro(stand.bezahltCent) }] : []),
          ...(stand.erstattetCent > 0 ? [{ label: "Erstattet", wert: formatiereEuro(stand.erstattetCent) }] : []),
          ...(offenCent > 0 && offenCent !== zeile.betragCent ? [{ label: "Noch offen", wert: formatiereEuro(offenCent) }] : []),
          { label: "Zu zahlen bis", wert: formatiereDatum(faelligJetzt(zeile).faelligAm) },
          { label: "Aktenzeichen", wert: <a href={`/vorgang/${zeile.vorgangId}`}>{zeile.aktenzeichen}</a> },
        ]}
      />
      <Ratentafel zeile={zeile} />
      {stand.bezahltCent > 0 && (
        <p>
          <a href={`/gebuehren/${zeile.id}/quittung.pdf`}>Quittung öffnen (PDF)</a>
        </p>
      )}
      {offenCent > 0 && zeile.zustand !== "zuKlaeren" && (
        <>
          {regelnFuer(mandant).onlinezahlung && <Online zeile={zeile} />}
          <Ueberweisung mandant={mandant} zeile={zeile} />
          <h2>Am Schalter bezahlen</h2>
          <p>
            Bar oder mit Karte: {amt.name}, {amt.anschrift}. Nennen Sie das Kassenzeichen. Sie bekommen sofort eine Quittung.
          </p>
        </>
      )}
    </Seite>
  );
}

function naechstes({ zustand }: Sollzeile): string {
  switch (zustand) {
    case "zahlungLaeuft":
      return "Sie haben eine Onlinezahlung begonnen. Sobald wir die Bestätigung haben, steht sie hier; Sie müssen dafür nichts tun.";
    case "zuKlaeren":
      return "Der Zahlungsdienst meldet einen anderen Betrag als vereinbart. Ein Mensch prüft das. Bitte bezahlen Sie nicht noch einmal.";
    case "ueberzahlt":
      return "Wir melden uns bei Ihnen, wohin wir den Rest zurückzahlen.";
    default:
      return "";
  }
}

function Online({ zeile }: { zeile: Sollzeile }): VNode {
  const laeuft = laufendeZahlung(zeile.stand) !== undefined;
  return (
    <>
      <h2>Online bezahlen</h2>
      <p>
        {laeuft
          ? "Haben Sie die Bezahlseite geschlossen? Sie können dort weitermachen. Es wird nichts doppelt abgebucht."
          : "Mit Karte oder direkt vom Girokonto, sofort erledigt."}
      </p>
      <form method="post" action={`/gebuehren/${zeile.id}/bezahlen`}>
        <Button>
          {laeuft ? "Mit der Zahlung weitermachen" : `${formatiereEuro(zuZahlenCent(zeile.stand))} online bezahlen`}
        </Button>
      </form>
    </>
  );
}

/** With instalments the day is that of the next one. */
const faelligJetzt = (zeile: Sollzeile) => ({ ...zeile, faelligAm: naechsteRate(zeile.stand)?.faelligAm ?? zeile.faelligAm });

function Ueberweisung({ mandant, zeile }: { mandant: Mandant; zeile: Sollzeile }): VNode {
  const code = qrSvg(girocodeFuer(mandant, zeile, zuZahlenCent(zeile.stand)));
  return (
    <>
      <h2>Überweisen</h2>
      <p>Geben Sie als Verwendungszweck nur das Kassenzeichen an. Eine Überweisung ist nach ein bis zwei Werktagen bei uns.</p>
      <div class="girocode">
        <img
          src={`data:image/svg+xml;base64,${Buffer.from(code).toString("base64")}`}
          width="180"
          height="180"
          alt="GiroCode: In der App Ihrer Bank füllt er die Überweisung mit den Angaben aus, die daneben stehen."
        />
        <SummaryList
          zeilen={ueberweisungsangaben(mandant, faelligJetzt(zeile), zuZahlenCent(zeile.stand)).map(([label, wert]) => ({
            label,
            wert,
          }))}
        />
      </div>
    </>
  );
}

/** A link, not a form, leads to the provider: under form-action 'self' some browsers block a form whose answer leads elsewhere. */
export const Weiterseite = (props: { frame: Frame; zeile: Sollzeile; weiterUrl: string; anbieter: string }): VNode => (
  <Seite {...props.frame} titel="Weiter zur Bezahlung" zurueck={{ href: `/gebuehren/${props.zeile.id}`, text: "Zurück" }}>
    <p>
      Sie bezahlen auf den Seiten des Dienstes „{props.anbieter}“. Danach kommen Sie hierher zurück. Wenn Sie die Seite vorher
      schließen, geht nichts verloren.
    </p>
    <SummaryList
      zeilen={[
        { label: "Wofür", wert: props.zeile.bezeichnung },
        { label: "Betrag", wert: <strong>{formatiereEuro(props.zeile.offenCent)}</strong> },
        { label: "Kassenzeichen", wert: formatiereKassenzeichen(props.zeile.kassenzeichen) },
      ]}
    />
    <div class="reihe">
      <LinkButton href={props.weiterUrl}>Zur Bezahlseite</LinkButton>
    </div>
  </Seite>
);

const ergebnisse: Record<Klaerung, { art: "erfolg" | "info" | "warnung"; titel: string; text: string }> = {
  bezahlt: { art: "erfolg", titel: "Bezahlt", text: "Vielen Dank. Ihre Zahlung ist bei uns verbucht." },
  laeuft: {
    art: "info",
    titel: "Wir warten auf die Bestätigung",
    text: "Der Zahlungsdienst hat Ihre Zahlung noch nicht bestätigt. Das dauert meist nur wenige Sekunden. Laden Sie die Seite neu, oder schließen Sie sie: Wir fragen von selbst weiter nach. Bitte bezahlen Sie nicht noch einmal.",
  },
  nichtErreichbar: {
    art: "info",
    titel: "Wir warten auf die Bestätigung",
    text: "Der Zahlungsdienst antwortet uns gerade nicht. Wenn Sie bezahlt haben, ist Ihr Geld nicht verloren: Wir fragen von selbst weiter nach. Bitte bezahlen Sie nicht noch einmal.",
  },
  gescheitert: {
    art: "warnung",
    titel: "Nicht bezahlt",
    text: "Die Zahlung wurde abgebrochen oder hat nicht geklappt. Es wurde nichts abgebucht. Sie können es noch einmal versuchen oder einen anderen Weg wählen.",
  },
  zuKlaeren: {
    art: "warnung",
    titel: "Ihre Zahlung wird geprüft",
    text: "Der Zahlungsdienst meldet einen anderen Betrag als vereinbart. Ein Mensch prüft das. Bitte bezahlen Sie nicht noch einmal.",
  },
  unbekannt: { art: "warnung", titel: "Keine Zahlung gefunden", text: "Zu dieser Seite gibt es keine Zahlung." },
};

/** What became of a payment, as far as the provider has said it; coming back from its page proves nothing. */
export function Zahlungsergebnis(props: { frame: Frame; zeile: Sollzeile; ergebnis: Klaerung; hier: string }): VNode {
  const { art, titel, text } = ergebnisse[props.ergebnis];
  const offen = props.ergebnis === "laeuft" || props.ergebnis === "nichtErreichbar";
  return (
    <Seite {...props.frame} titel="Ihre Zahlung" zurueck={{ href: "/gebuehren", text: "Gebühren und Abgaben" }}>
      <Alert art={art} titel={titel}>
        <p>{text}</p>
      </Alert>
      <SummaryList
        zeilen={[
          { label: "Wofür", wert: props.zeile.bezeichnung },
          { label: "Betrag", wert: formatiereEuro(props.zeile.betragCent) },
          { label: "Kassenzeichen", wert: formatiereKassenzeichen(props.zeile.kassenzeichen) },
        ]}
      />
      <div class="reihe">
        {props.ergebnis === "bezahlt" && (
          <LinkButton href={`/gebuehren/${props.zeile.id}/quittung.pdf`}>Quittung öffnen (PDF)</LinkButton>
        )}
        {offen && <LinkButton href={props.hier}>Seite neu laden</LinkButton>}
        <LinkButton href={`/gebuehren/${props.zeile.id}`} art={props.ergebnis === "gescheitert" ? "primary" : "secondary"}>
          {props.ergebnis === "gescheitert" ? "Noch einmal versuchen" : "Zur Gebühr"}
        </LinkButton>
      </div>
    </Seite>
  );
}
