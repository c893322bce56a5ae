import type { VNode } from "preact";
import type { Frame } from "#auth";
import type { Abruf, Einsicht, Weitergabe } from "#datenschutzcockpit";
import { Badge, DataTable, EmptyState, LinkButton, Seite, SummaryList, type Ton } from "#ui";
import { zeit } from "./zeit.ts";

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
  weitergaben: readonly Weitergabe[];
  seite: number;
  gesamt: number;
  mandantName: string;
  kopf: { nummer: number; kopf: string; geschlossen: string } | undefined;
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
      {props.weitergaben.length > 0 && (
        <DataTable
          titel="Von selbst weitergegeben"
          leer=""
          zeilen={props.weitergaben}
          schluessel={(zeile) => `${zeile.id}${zeile.anlass}${zeile.person}`}
          spalten={[
            { schluessel: "zeit", titel: "Wann", zelle: (zeile) => zeit.format(zeile.am) },
            { schluessel: "von", titel: "Wer", zelle: (zeile) => zeile.von },
            { schluessel: "an", titel: "An wen", zelle: (zeile) => zeile.an },
            {
              schluessel: "wofuer",
              titel: "Wofür",
              zelle: (zeile) => (
                <>
                  {zeile.zweck} <span class="leise">({zeile.norm})</span>
                </>
              ),
            },
            {
              schluessel: "daten",
              titel: "Welche Angaben",
              zelle: (zeile) => zeile.attribute.map((attribut) => attributnamen[attribut] ?? attribut).join(", "),
            },
            { schluessel: "ueber", titel: "Über wen", zelle: (zeile) => (zeile.person === props.person ? "Sie" : "Ihr Kind") },
          ]}
        />
      )}
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
      <Unversehrtheit {...props} />
      <p>
        Meinen Sie, ein Abruf war nicht in Ordnung? Wenden Sie sich an die Datenschutzbeauftragten der genannten Stelle; die
        Anschrift steht in der <a href="/datenschutzerklaerung">Datenschutzerklärung</a>.
      </p>
    </Seite>
  );
}

/** The head over the person's entries, and the proof to keep: only what others hold proves something against the keeper. */
function Unversehrtheit({ kopf, mandantName }: { kopf: Parameters<typeof Cockpitseite>[0]["kopf"]; mandantName: string }): VNode {
  return (
    <section>
      <h2>Damit niemand diese Liste ändern kann</h2>
      <p>
        Alle Einträge sind wie Glieder einer Kette verbunden und unterschrieben. Wenn Sie den Nachweis aufheben, kann niemand Ihre
        Einträge unbemerkt ändern oder löschen, auch wir nicht. Er gilt für Ihre Einträge bei {mandantName}.
      </p>
      {kopf && (
        <SummaryList
          zeilen={[
            { label: "Letzter Kopf der Kette", wert: `Nummer ${kopf.nummer}`, hinweis: zeit.format(new Date(kopf.geschlossen)) },
            {
              label: "Fingerabdruck",
              wert: <span class="fingerabdruck">{kopf.kopf.replace(/(.{8})(?=.)/g, "$1 ")}</span>,
              hinweis: (
                <>
                  Dieselbe Zeichenfolge steht für alle sichtbar unter{" "}
                  <a href="/.well-known/fachwerk-protokoll">Köpfe und Schlüssel</a>.
                </>
              ),
            },
          ]}
        />
      )}
      <p>
        <LinkButton href="/datenschutz/nachweis" art="secondary">
          Meinen Nachweis herunterladen
        </LinkButton>
      </p>
    </section>
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
  geburtKind: "Geburt eines Kindes",
  personen: "Name, Geburtstag, Eltern",
  fuehrerscheinnummer: "Nummer des Führerscheins",
  ausgestelltAm: "Tag der Ausstellung",
  ausstellendeBehoerde: "ausstellende Behörde",
  geburtsjahr: "Geburtsjahr",
  umtauschBis: "Tag, bis zu dem umzutauschen ist",
  zahltFuerAelteresKind: "Kindergeld für ein älteres Kind",
  empfaengerIdnr: "wer es bekommt",
  iban: "Bankverbindung",
  elternteilArbeitetImInland: "Arbeit in Deutschland",
  vergleichbareLeistung: "vergleichbare Leistung",
  schonFestgesetzt: "schon festgesetzt",
  staatsangehoerigkeit: "Staatsangehörigkeit",
  mutter: "Mutter",
  vater: "Vater",
  gestorben: "Sterbefall eines Elternteils",
  bezieht: "Leistungsbezug",
  bedarfsgemeinschaft: "Einkommen der Bedarfsgemeinschaft",
  jugendamt: "zahlende Stelle",
  bis: "Ende der Leistung",
};
