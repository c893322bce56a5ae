import type { VNode } from "preact";
import { formatiereEuro, formatiereIban } from "#geld";
import { formatiereDatum } from "#kalender";
import { Alert, Button, DataTable, RadioGroup, Select, TextArea, TextField } from "#ui";
import type { StandZeile } from "../../store.ts";
import { kanalworte, zeit } from "../worte.ts";
import { type Aktenprops, Tatformular } from "./teile.tsx";

const euro = (cent: number | undefined) => (cent === undefined ? "" : formatiereEuro(cent));
const tag = (iso: string | null | undefined) => (iso ? formatiereDatum(iso) : "");

/** Nobody knows whose invoice it is: a person says. */
export function Zuordnung({ zeile, aemter, darf }: Aktenprops): VNode {
  return (
    <section class="aufgabe">
      <h2>Welchem Amt gehört diese Rechnung?</h2>
      <p>{zeile.stand.grund ?? "Leitweg-ID und Bestellnummer führen zu keinem Amt."}</p>
      {darf.klaeren && (
        <Tatformular id={zeile.id} nummer={zeile.nummer} tat="zuordnen">
          <Select
            name="amt"
            label="Amt"
            optionen={[
              { wert: "", text: "Bitte wählen" },
              ...Object.entries(aemter).map(([wert, { name }]) => ({ wert, text: name })),
            ]}
          />
          <Button>Zuordnen</Button>
        </Tatformular>
      )}
    </section>
  );
}

const merkmale: readonly [string, (zeile: StandZeile) => string][] = [
  ["Eingangsnummer", ({ eingangsnummer }) => eingangsnummer],
  ["Eingegangen", ({ eingegangenAm, kanal }) => `${zeit.format(eingegangenAm)}, ${kanalworte[kanal]}`],
  ["Lieferant", ({ stand }) => stand.kopf?.lieferant.name ?? ""],
  ["Rechnungsnummer", ({ stand }) => stand.kopf?.rechnungsnummer ?? ""],
  ["Rechnungsdatum", ({ stand }) => tag(stand.kopf?.rechnungsdatum)],
  ["Zu zahlen", ({ stand }) => euro(stand.kopf?.zahlbarCent)],
  ["Bestellnummer", ({ stand }) => stand.kopf?.bestellnummer ?? ""],
  ["IBAN", ({ stand }) => stand.kopf?.ibans.map(formatiereIban).join(", ") ?? ""],
  [
    "Positionen",
    ({ stand }) => stand.kopf?.positionen.map(({ menge, artikel }) => `${menge ?? ""} ${artikel}`.trim()).join("; ") ?? "",
  ],
  ["Prüfsumme der Datei", ({ sha256 }) => sha256.slice(0, 16)],
];
const sicherheiten = {
  gleicheDatei: "Es ist dieselbe Datei, Byte für Byte.",
  gleicheNummer: "Derselbe Lieferant hat diese Rechnungsnummer in diesem Jahr schon benutzt.",
  aehnlich: "Die beiden Rechnungen ähneln sich.",
} as const;

/** Two invoices beside each other, what differs named; the decision under it. */
export function Dublettenvergleich({ zeile, frueher, darf, eingabe = {} }: Aktenprops): VNode {
  const { dublette } = zeile.stand;
  const zeilen = merkmale.map(([name, lies]) => ({ name, hier: lies(zeile), dort: frueher ? lies(frueher) : "" }));
  return (
    <section class="aufgabe">
      <h2>Ist diese Rechnung schon einmal eingegangen?</h2>
      {dublette && (
        <p>
          {sicherheiten[dublette.sicherheit]} {dublette.sicherheit === "aehnlich" && `Auffällig: ${dublette.gruende.join(", ")}.`}
        </p>
      )}
      {frueher ? (
        <DataTable
          titel="Beide Rechnungen im Vergleich"
          leer=""
          zeilen={zeilen}
          schluessel={({ name }) => name}
          spalten={[
            { schluessel: "name", titel: "Merkmal", zelle: ({ name }) => name },
            { schluessel: "hier", titel: "Diese Rechnung", zelle: ({ hier }) => hier || "–" },
            { schluessel: "dort", titel: "Frühere Rechnung", zelle: ({ dort }) => dort || "–" },
            {
              schluessel: "gleich",
              titel: "Vergleich",
              zelle: ({ name, hier, dort }) =>
                hier === dort ? "gleich" : ["Eingangsnummer", "Eingegangen"].includes(name) ? "" : <strong>verschieden</strong>,
            },
          ]}
        />
      ) : (
        <p>Die frühere Rechnung {dublette?.eingangsnummer} liegt bei einem anderen Amt. Bitte fragen Sie dort nach.</p>
      )}
      {frueher && (
        <p>
          <a href={`/amt/rechnungen/${frueher.id}`}>Frühere Rechnung {frueher.eingangsnummer} ganz ansehen</a>
        </p>
      )}
      {darf.klaeren && (
        <div class="zweierlei">
          <Tatformular id={zeile.id} nummer={zeile.nummer} tat="dublette-ja">
            <h3>Ja, eine Dublette</h3>
            <p>Sie wird nicht bezahlt. Die frühere Rechnung geht weiter ihren Weg.</p>
            <Button>Als Dublette erledigen</Button>
          </Tatformular>
          <Tatformular id={zeile.id} nummer={zeile.nummer} tat="dublette-nein">
            <h3>Nein, eine eigene Rechnung</h3>
            <TextField name="begruendung" label="Warum ist es keine Dublette?" wert={eingabe.begruendung} />
            <Button art="secondary">Keine Dublette, weiter</Button>
          </Tatformular>
        </div>
      )}
    </section>
  );
}

/** Whom do we owe? What the invoice says, and the creditors that may be meant. */
export function Kreditorwahl({ zeile, kreditoren, kreditorsuche, darf }: Aktenprops): VNode {
  const { kopf, grund } = zeile.stand;
  return (
    <section class="aufgabe">
      <h2>Wer ist der Kreditor?</h2>
      <p>{grund}</p>
      <p>
        Auf der Rechnung steht:{" "}
        {[kopf?.lieferant.name, kopf?.lieferant.ustId, kopf?.lieferant.steuernummer, ...(kopf?.ibans.map(formatiereIban) ?? [])]
          .filter(Boolean)
          .join(", ")}
        .
      </p>
      {darf.kreditor && (
        <>
          <form method="get" action={`/amt/rechnungen/${zeile.id}`} class="suche" role="search">
            <TextField name="kreditor" label="Kreditor suchen" hinweis="Nummer oder Teil des Namens" wert={kreditorsuche} />
            <Button art="secondary">Suchen</Button>
          </form>
          {kreditoren.length > 0 && (
            <Tatformular id={zeile.id} nummer={zeile.nummer} tat="kreditor">
              <RadioGroup
                name="kreditorId"
                label={kreditorsuche ? "Gefundene Kreditoren" : "Diese kommen in Frage"}
                optionen={kreditoren.map(({ id, nummer, name, ustId, gesperrt, ibans }) => ({
                  wert: id,
                  text: `${nummer} ${name}${ustId ? `, ${ustId}` : ""}, ${ibans.length > 0 ? ibans.map(formatiereIban).join(", ") : "ohne Konto"}${gesperrt ? " (gesperrt)" : ""}`,
                }))}
              />
              <Button>Diesen Kreditor wählen</Button>
            </Tatformular>
          )}
          {kreditoren.length === 0 && kreditorsuche !== "" && (
            <p>Kein Kreditor passt zu „{kreditorsuche}“. Neue Kreditoren legt die Finanzabteilung in ihrem Verfahren an.</p>
          )}
        </>
      )}
    </section>
  );
}

/** A changed account is how invoices are forged: old and new beside each other, two people. */
export function Ibanpruefung(props: Aktenprops): VNode | null {
  const { zeile, darf, kennung, verlauf, eingabe = {} } = props;
  const { ibanWechsel, kreditor, phase } = zeile.stand;
  if (!ibanWechsel) return null;
  const geprueft = verlauf.findLast(({ titel }) => titel.startsWith("Neue IBAN geprüft"));
  const selbst = ibanWechsel.geprueftVon === kennung;
  return (
    <section class="aufgabe">
      <h2>Neue Bankverbindung von {kreditor?.name}</h2>
      <p>
        Die Rechnung nennt ein Konto, das wir nicht kennen. So werden auch gefälschte Rechnungen untergeschoben. Rufen Sie den
        Lieferanten unter der bisher bekannten Nummer an, nie unter der auf der Rechnung.
      </p>
      <div class="zweierlei">
        <div class="karte">
          <p class="leise">Bisher bekannt</p>
          {ibanWechsel.bekannte.length === 0 && <p>kein Konto</p>}
          {ibanWechsel.bekannte.map((iban) => (
            <p key={iban} class="iban">
              {formatiereIban(iban)}
            </p>
          ))}
        </div>
        <div class="karte">
          <p class="leise">Auf dieser Rechnung</p>
          <p class="iban">
            <strong>{formatiereIban(ibanWechsel.neu)}</strong>
          </p>
        </div>
      </div>
      {phase === "ibanZuPruefen" && darf.kreditor && (
        <Tatformular id={zeile.id} nummer={zeile.nummer} tat="iban-pruefen">
          <TextArea
            name="nachweis"
            label="Wie haben Sie die neue IBAN geprüft?"
            hinweis="Zum Beispiel: Rückruf bei Frau Adler unter der Nummer aus dem Vertrag, IBAN Ziffer für Ziffer verglichen."
            zeilen={3}
            wert={eingabe.nachweis}
          />
          <Button>Geprüft, weiter an die zweite Person</Button>
        </Tatformular>
      )}
      {phase === "ibanZweitePerson" && (
        <>
          <p>
            Geprüft von {geprueft?.wer}: {ibanWechsel.nachweis}
          </p>
          {selbst && (
            <Alert art="info" titel="Jetzt muss eine andere Person freigeben">
              <p>Sie haben diese IBAN selbst geprüft. Bitten Sie jemanden mit dem Recht für Kreditoren um die Freigabe.</p>
            </Alert>
          )}
          {!selbst && darf.kreditor && (
            <Tatformular id={zeile.id} nummer={zeile.nummer} tat="iban-freigeben">
              <Button>Neue IBAN freigeben</Button>
            </Tatformular>
          )}
        </>
      )}
      {darf.kreditor && (
        <details open={eingabe.ibangrund !== undefined}>
          <summary>Die IBAN stimmt nicht</summary>
          <Tatformular id={zeile.id} nummer={zeile.nummer} tat="iban-ablehnen">
            <TextField name="ibangrund" label="Was stimmt nicht?" wert={eingabe.ibangrund} />
            <Button art="secondary">Neue IBAN ablehnen</Button>
          </Tatformular>
        </details>
      )}
    </section>
  );
}
