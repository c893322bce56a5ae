import { randomUUID } from "node:crypto";
import type { ComponentChildren, VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { Alert, Badge, Button, ErrorSummary, MoneyField, RadioGroup, Seite, SummaryList, TextField, type Ton } from "#ui";
import { formatiereKassenzeichen } from "../kassenzeichen.ts";
import type { Bewegung } from "../quittung.ts";
import { erstattbarCent, laufendeZahlung } from "../sollstand.ts";
import type { Sollzeile } from "../store.ts";
import { Ratenformular, Ratentafel } from "./amt-raten.tsx";
import { Storno, Stornofreigabe } from "./amt-storno.tsx";
import { erstattungswege, erstattungszustaende, Zustandsmarke } from "./worte.tsx";

export type AmtGebuehrProps = {
  frame: Frame;
  zeile: Sollzeile;
  bewegungen: readonly Bewegung[];
  heute: string;
  kennung: string;
  /** `akte`: opening the file it belongs to. */
  darf: { annehmen: boolean; erstatten: boolean; freigeben: boolean; akte: boolean };
  zweiteAbCent: number;
  erlassZweiteAbCent: number;
  fehler?: Readonly<Record<string, string>>;
  eingabe?: Readonly<Record<string, string>>;
  meldung?: { art: Ton; titel: string };
};

/** One claim at the counter: what is owed, what came and went, and every act that is possible now. */
export function AmtGebuehrseite(props: AmtGebuehrProps): VNode {
  const { zeile, fehler = {}, darf } = props;
  return (
    <Seite
      {...props.frame}
      titel={`Kassenzeichen ${formatiereKassenzeichen(zeile.kassenzeichen)}`}
      breite="weit"
      zurueck={{ href: "/amt/gebuehren", text: "Gebühren und Abgaben" }}
    >
      {props.meldung && <Alert art={props.meldung.art} titel={props.meldung.titel} />}
      <ErrorSummary fehler={Object.entries(fehler).map(([feld, text]) => ({ feld, text }))} />
      <div class="spalten">
        <div>
          <SummaryList
            zeilen={[
              { label: "Stand", wert: <Zustandsmarke zeile={zeile} heute={props.heute} leser="amt" /> },
              { label: "Zahlt", wert: zeile.schuldner },
              { label: "Wofür", wert: zeile.bezeichnung },
              ...zeile.posten.map(({ titel, norm, betragCent }) => ({
                label: titel,
                wert: formatiereEuro(betragCent),
                hinweis: norm,
              })),
              ...zuschlagszeile(zeile),
              { label: "Noch offen", wert: <strong>{formatiereEuro(zeile.offenCent)}</strong> },
              { label: "Fällig am", wert: formatiereDatum(zeile.faelligAm) },
              {
                label: "Aktenzeichen",
                wert: darf.akte ? <a href={`/amt/vorgang/${zeile.vorgangId}`}>{zeile.aktenzeichen}</a> : zeile.aktenzeichen,
              },
            ]}
          />
          <Ratentafel zeile={zeile} />
          <Verlauf {...props} />
        </div>
        <div>
          <Klaerungen {...props} />
          <Freigaben {...props} />
          <Stornofreigabe {...props} />
          <Ratenformular {...props} />
          {darf.annehmen && zeile.offenCent > 0 && <Annahme {...props} />}
          {darf.erstatten && erstattbarCent(zeile.stand) > 0 && <Erstattungsformular {...props} />}
          {darf.erstatten && !zeile.stand.storniert && !zeile.stand.storno && !laufendeZahlung(zeile.stand) && (
            <Storno {...props} />
          )}
        </div>
      </div>
    </Seite>
  );
}

/** What lateness has added, with its norm. */
export const zuschlagszeile = ({ stand: { zuschlag } }: Sollzeile) =>
  zuschlag && zuschlag.cent > 0
    ? [{ label: "Säumniszuschlag", wert: formatiereEuro(zuschlag.cent), hinweis: zuschlag.norm }]
    : [];

function Verlauf({ zeile, bewegungen }: AmtGebuehrProps): VNode {
  return (
    <>
      <h2>Zahlungen</h2>
      {bewegungen.length === 0 && <p>Noch ist nichts eingegangen.</p>}
      {bewegungen.length > 0 && (
        <>
          <SummaryList
            zeilen={bewegungen.map(({ am, text, betragCent }, stelle) => ({
              label: `${stelle + 1}. ${formatiereDatum(am)}`,
              wert: formatiereEuro(betragCent),
              hinweis: text,
            }))}
          />
          <p>
            <a href={`/amt/gebuehren/${zeile.id}/quittung.pdf`}>Quittung drucken (PDF)</a>
          </p>
        </>
      )}
      {zeile.stand.erstattungen.length > 0 && (
        <>
          <h2>Erstattungen</h2>
          <SummaryList
            zeilen={zeile.stand.erstattungen.map((erstattung, stelle) => ({
              label: `${stelle + 1}. ${formatiereEuro(erstattung.betragCent)}`,
              wert: (
                <Badge art={erstattungszustaende[erstattung.zustand].art}>{erstattungszustaende[erstattung.zustand].text}</Badge>
              ),
              hinweis: `${erstattungswege[erstattung.weg]}, Grund: ${erstattung.grund}`,
            }))}
          />
        </>
      )}
    </>
  );
}

/** Every form carries a key of its own: sent twice, it acts once. */
export function Formular({
  id,
  tat,
  titel,
  children,
}: {
  id: string;
  tat: string;
  titel: string;
  children: ComponentChildren;
}): VNode {
  return (
    <section>
      <h2>{titel}</h2>
      <form method="post" action={`/amt/gebuehren/${id}/${tat}`} noValidate class="abstand">
        <input type="hidden" name="transaktion" value={randomUUID()} />
        {children}
      </form>
    </section>
  );
}

const euroText = (cent: number) => formatiereEuro(cent).replace(/\s*€/, "");

function Annahme({ zeile, fehler = {}, eingabe = {} }: AmtGebuehrProps): VNode {
  return (
    <Formular id={zeile.id} tat="annehmen" titel="Zahlung annehmen">
      {laufendeZahlung(zeile.stand) && (
        <Alert art="warnung" titel="Die Person hat eine Onlinezahlung begonnen">
          <p>Fragen Sie, ob sie schon online bezahlt hat, bevor Sie Geld annehmen.</p>
        </Alert>
      )}
      <MoneyField name="betrag" label="Betrag" wert={eingabe.betrag ?? euroText(zeile.offenCent)} fehler={fehler.betrag} />
      <RadioGroup
        name="weg"
        label="Womit?"
        wert={eingabe.weg}
        fehler={fehler.weg}
        optionen={[
          { wert: "bar", text: "Bar" },
          { wert: "karte", text: "Karte" },
        ]}
      />
      <TextField name="beleg" label="Nummer des Kartenbelegs" pflicht={false} kurz={true} wert={eingabe.beleg} />
      <Button>Zahlung verbuchen</Button>
    </Formular>
  );
}

function Erstattungsformular({ zeile, fehler = {}, eingabe = {}, zweiteAbCent }: AmtGebuehrProps): VNode {
  const online = zeile.stand.zahlungen.filter(({ restCent }) => restCent > 0);
  return (
    <Formular id={zeile.id} tat="erstatten" titel="Geld erstatten">
      <p>
        Höchstens {formatiereEuro(erstattbarCent(zeile.stand))}. Ab {formatiereEuro(zweiteAbCent)} gibt eine zweite Person frei.
      </p>
      <MoneyField name="erstattung" label="Betrag der Erstattung" wert={eingabe.erstattung} fehler={fehler.erstattung} />
      <RadioGroup
        name="wohin"
        label="Auf welchem Weg?"
        wert={eingabe.wohin}
        fehler={fehler.wohin}
        optionen={[
          ...online.map(({ zahlungId, restCent }) => ({
            wert: zahlungId,
            text: `Zurück auf dem Weg der Onlinezahlung (höchstens ${formatiereEuro(restCent)})`,
          })),
          { wert: "ueberweisung", text: "Überweisung durch die Kasse" },
          { wert: "bar", text: "Bar am Schalter" },
        ]}
      />
      <TextField name="iban" label="IBAN, bei Überweisung" pflicht={false} wert={eingabe.iban} fehler={fehler.iban} />
      <TextField name="grund" label="Grund" wert={eingabe.grund} fehler={fehler.grund} />
      <Button art="secondary">Erstattung anordnen</Button>
    </Formular>
  );
}

function Freigaben({ zeile, darf, kennung }: AmtGebuehrProps): VNode {
  const wartende = zeile.stand.erstattungen.filter(({ zustand }) => zustand === "wartetAufFreigabe");
  const haengende = zeile.stand.erstattungen.filter(({ zustand }) => zustand === "angeordnet");
  return (
    <>
      {wartende.map((erstattung) => (
        <Formular
          key={erstattung.erstattungId}
          id={zeile.id}
          tat="freigeben"
          titel={`Erstattung über ${formatiereEuro(erstattung.betragCent)} freigeben`}
        >
          <p>
            {erstattungswege[erstattung.weg]}. Grund: {erstattung.grund}
          </p>
          <input type="hidden" name="erstattungId" value={erstattung.erstattungId} />
          {darf.freigeben && erstattung.von !== kennung ? (
            <div class="reihe">
              <Button name="entscheid" wert="ja">
                Freigeben
              </Button>
              <Button art="secondary" name="entscheid" wert="nein">
                Ablehnen
              </Button>
            </div>
          ) : (
            <p>Das muss eine andere Person mit dem Recht zur Freigabe tun.</p>
          )}
        </Formular>
      ))}
      {darf.erstatten &&
        haengende.map((erstattung) => (
          <Formular
            key={erstattung.erstattungId}
            id={zeile.id}
            tat="nochmals"
            titel={`Erstattung über ${formatiereEuro(erstattung.betragCent)} ist unterwegs`}
          >
            <p>Dauert das länger als einen Tag, stoßen Sie sie noch einmal an. Sie wird trotzdem nur einmal ausgezahlt.</p>
            <input type="hidden" name="erstattungId" value={erstattung.erstattungId} />
            <Button art="tertiary">Noch einmal anstoßen</Button>
          </Formular>
        ))}
    </>
  );
}

function Klaerungen({ zeile, darf, fehler = {} }: AmtGebuehrProps): VNode {
  const abweichende = zeile.stand.zahlungen.flatMap(({ zahlungId, betragCent, abweichung }) =>
    abweichung && zeile.zustand === "zuKlaeren" ? [{ zahlungId, betragCent, abweichung }] : [],
  );
  return (
    <>
      {abweichende.map(({ zahlungId, betragCent, abweichung }) => (
        <Formular key={zahlungId} id={zeile.id} tat="klaeren" titel="Abweichende Onlinezahlung klären">
          <p>
            Vereinbart waren {formatiereEuro(betragCent)}. Der Zahlungsdienst meldet {euroText(abweichung.betragCent)}{" "}
            {abweichung.waehrung} am {formatiereDatum(abweichung.am)} (Beleg {abweichung.referenz}). Vergleichen Sie mit dem
            Kontoauszug.
          </p>
          <input type="hidden" name="zahlungId" value={zahlungId} />
          <TextField name="klaerungsgrund" label="Was haben Sie festgestellt?" fehler={fehler.klaerungsgrund} />
          {darf.erstatten && (
            <div class="reihe">
              {abweichung.waehrung === "EUR" && (
                <Button name="entscheid" wert="ja">
                  Als bezahlt verbuchen
                </Button>
              )}
              <Button art="secondary" name="entscheid" wert="nein">
                Nicht verbuchen
              </Button>
            </div>
          )}
        </Formular>
      ))}
    </>
  );
}
