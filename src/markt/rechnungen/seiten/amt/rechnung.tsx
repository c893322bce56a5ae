import type { VNode } from "preact";
import { formatiereEuro, formatiereIban } from "#geld";
import { formatiereDatum } from "#kalender";
import { Alert, Button, Details, Seite, StatusTimeline, SummaryList, TextArea } from "#ui";
import { Rechnungsansicht } from "../../ansicht/ansicht.tsx";
import { Berichtsansicht } from "../../bericht/bericht.tsx";
import { endphasen } from "../../uebergaenge.ts";
import { Erfassung } from "../papier/erfassung.tsx";
import { filter, filterVon, kanalworte, zeit } from "../worte.ts";
import { Ablehnung, Anordnungsformular } from "./anordnung.tsx";
import { Abgleichsbild, Feststellungsformular } from "./feststellung.tsx";
import { Dublettenvergleich, Ibanpruefung, Kreditorwahl, Zuordnung } from "./klaerung.tsx";
import { type Aktenprops, Phasenmarke, Tatformular } from "./teile.tsx";
import { Weiteres } from "./weiteres.tsx";

/** One invoice: what is to do with it first, then what it says, then what happened. */
export function Rechnungsseite(props: Aktenprops): VNode {
  const { frame, zeile, meldung, bild, bericht, tat } = props;
  const { phase, kopf } = zeile.stand;
  const liste = filterVon(phase);
  return (
    <Seite
      {...frame}
      titel={
        kopf
          ? `${kopf.lieferant.name}: ${kopf.art === "gutschrift" ? "Gutschrift" : "Rechnung"} ${kopf.rechnungsnummer}`
          : `Rechnung ${zeile.eingangsnummer}`
      }
      breite="weit"
      zurueck={{ href: `/amt/rechnungen?filter=${liste}`, text: `Eingang: ${filter[liste].titel}` }}
    >
      {meldung && !(tat === "feststellen" && phase === "zuPruefen" && meldung.art === "gefahr") && (
        <Alert art={meldung.art} titel={meldung.titel} />
      )}
      <p class="knoten__kopf">
        <Phasenmarke phase={phase} />
        {kopf && <strong class="betrag-gross">{formatiereEuro(kopf.zahlbarCent)}</strong>}
        <span>{zeile.eingangsnummer}</span>
      </p>
      <Aufgabe {...props} />
      <div class="spalten">
        <div>
          <Abgleichsbild {...props} />
          {bild && (
            <>
              <h2>Die Rechnung</h2>
              <Rechnungsansicht bild={bild} />
            </>
          )}
          <Dateien {...props} />
          {bericht && (
            <Details titel={`Prüfbericht: ${bericht.titel}`} offen={!bericht.angenommen}>
              <Berichtsansicht bericht={bericht} />
            </Details>
          )}
        </div>
        <div>
          <Eckdaten {...props} />
          <Kommentar {...props} />
          <Weiteres {...props} />
          <h2>Verlauf</h2>
          <StatusTimeline
            punkte={props.verlauf.toReversed().map(({ nummer, titel, text, wer, wann }, stelle) => ({
              titel: `${nummer}. ${titel}`,
              datum: `${zeit.format(wann)}, ${wer}`,
              text,
              status: stelle === 0 && !endphasen.includes(phase) ? "aktuell" : "erledigt",
            }))}
          />
        </div>
      </div>
    </Seite>
  );
}

/** What this stage asks of a person; nothing where the system goes on by itself. */
function Aufgabe(props: Aktenprops): VNode | null {
  const { zeile, darf } = props;
  switch (zeile.stand.phase) {
    case "zuErfassen":
      return <Erfassung {...props} />;
    case "zuKlaeren":
      return <Zuordnung {...props} />;
    case "moeglicheDublette":
      return <Dublettenvergleich {...props} />;
    case "kreditorUnklar":
      return <Kreditorwahl {...props} />;
    case "ibanZuPruefen":
    case "ibanZweitePerson":
      return <Ibanpruefung {...props} />;
    case "zuPruefen":
      return darf.feststellen ? <Feststellungsformular {...props} /> : null;
    case "zuAnordnen":
      return <Anordnungsformular {...props} />;
    case "uebergabeAbgelehnt":
      return <Ablehnung {...props} />;
    case "eingegangen":
    case "geprueft":
    case "zugeordnet":
    case "einmalig":
    case "kreditorBekannt":
      return <p>Die Rechnung wird gerade automatisch geprüft. Bitte laden Sie die Seite gleich noch einmal.</p>;
    case "abgewiesen":
      return <Alert art="warnung" titel={`Abgewiesen: ${zeile.stand.grund ?? "der Grund steht im Verlauf"}`} />;
    case "dublette":
      return (
        <p>
          Doppelt eingegangen. Bezahlt wird nur{" "}
          <a href={`/amt/rechnungen/${zeile.stand.dublette?.zu}`}>die frühere Rechnung {zeile.stand.dublette?.eingangsnummer}</a>.
        </p>
      );
    default:
      return null;
  }
}

function Eckdaten({ zeile, aemter, heute }: Aktenprops): VNode {
  const { stand } = zeile;
  const { kopf, kreditor, zahlung, uebergabe, bezahlt } = stand;
  const [skonto] = zahlung?.skonto ?? [];
  const iban = kreditor?.iban;
  return (
    <SummaryList
      zeilen={[
        {
          label: "Eingegangen",
          wert: zeit.format(zeile.eingegangenAm),
          hinweis: [kanalworte[zeile.kanal], stand.absender].filter(Boolean).join(", "),
        },
        ...(stand.amt ? [{ label: "Amt", wert: aemter[stand.amt]?.name ?? stand.amt }] : []),
        ...(stand.zustaendig ? [{ label: "Liegt bei", wert: stand.zustaendig.name ?? stand.zustaendig.kennung }] : []),
        ...(kreditor ? [{ label: "Kreditor", wert: `${kreditor.nummer} ${kreditor.name}` }] : []),
        ...(iban ? [{ label: "Konto", wert: formatiereIban(iban) }] : []),
        ...(kopf ? [{ label: "Rechnungsdatum", wert: formatiereDatum(kopf.rechnungsdatum) }] : []),
        ...(zahlung
          ? [
              {
                label: "Fällig",
                wert: formatiereDatum(zahlung.faelligAm),
                hinweis: zahlung.faelligAm < heute && !bezahlt ? "überfällig" : zahlung.quelle,
              },
            ]
          : []),
        ...(skonto
          ? [
              {
                label: "Skonto",
                wert: `${formatiereEuro(skonto.ersparnisCent)} bis ${formatiereDatum(skonto.bis)}`,
                hinweis: zahlung?.hinweise.join(" "),
              },
            ]
          : []),
        ...(uebergabe
          ? [
              {
                label: "Auszahlung",
                wert: `${formatiereEuro(uebergabe.zahlbetragCent)} am ${formatiereDatum(uebergabe.zahlbarAm)}`,
                hinweis: uebergabe.skontoCent > 0 ? `nach ${formatiereEuro(uebergabe.skontoCent)} Skonto` : "",
              },
            ]
          : []),
        ...(bezahlt
          ? [
              {
                label: "Bezahlt",
                wert: `${formatiereEuro(bezahlt.betragCent)} am ${formatiereDatum(bezahlt.am)}`,
                hinweis: `Beleg ${bezahlt.beleg}`,
              },
            ]
          : []),
      ]}
    />
  );
}

function Dateien({ zeile, bild, bericht }: Aktenprops): VNode {
  const anlagen = bild?.anlagen ?? [];
  return (
    <section>
      <h2>Dateien</h2>
      <ul class="dateien">
        <li>
          <a href={`/amt/rechnungen/${zeile.id}/original`}>Original: {zeile.dateiname}</a>
          <span class="leise">
            {Math.max(1, Math.round(zeile.groesse / 1024))} KB, Prüfsumme {zeile.sha256.slice(0, 12)}
          </span>
        </li>
        {bericht && (
          <li>
            <a href={`/amt/rechnungen/${zeile.id}/bericht.pdf`}>Prüfbericht (PDF)</a>
          </li>
        )}
        {anlagen.map(({ nummer, beschreibung, datei, adresse }, stelle) => (
          <li key={`${nummer} ${datei}`}>
            {datei ? (
              <a href={`/amt/rechnungen/${zeile.id}/anlage/${stelle + 1}`}>Anlage: {beschreibung || datei || nummer}</a>
            ) : (
              <span>
                Anlage: {beschreibung || nummer} {adresse && <span class="leise umbruch">{adresse}</span>}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const Kommentar = ({ zeile, eingabe = {} }: Aktenprops): VNode => (
  <Tatformular id={zeile.id} nummer={zeile.nummer} tat="kommentieren">
    <TextArea name="kommentar" label="Kommentar" zeilen={2} wert={eingabe.kommentar} />
    <Button art="secondary">Kommentar speichern</Button>
  </Tatformular>
);
