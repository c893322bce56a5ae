import type { ComponentChildren, VNode } from "preact";
import { Vergleichstabelle } from "#antraege";
import { type Aenderungsansicht, erstattungFuer, istBeendet, type LaufendeLeistung, zuBeurteilen } from "#dauerleistungen";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { Alert, Button, DataTable, Details, RadioGroup, SummaryList, TextArea, TextField } from "#ui";
import { Aktenformular } from "./aktenformular.tsx";
import type { FallProps } from "./fall.tsx";

/** How a granted benefit runs: decided and paid month by month, the next day and why, what changed it. */
export function Laufendes({ laufend }: { laufend: LaufendeLeistung }): VNode {
  const { raster, stand, zahlstand, termin, aenderungen } = laufend;
  const faellig = new Map(zahlstand.offen.map(({ monat, faelligAm }) => [monat, faelligAm]));
  const monate = [...stand.plan].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <section>
      <h2>Laufende Leistung</h2>
      <SummaryList
        zeilen={[
          stand.endetAb
            ? {
                label: istBeendet(laufend) ? "Beendet" : "Endet",
                wert: `ab ${formatiereDatum(stand.endetAb)} wird nichts mehr gezahlt`,
              }
            : { label: "Entschieden bis", wert: formatiereDatum(raster.bis(stand.bis)) },
          termin
            ? {
                label: "Nächster Termin",
                wert: formatiereDatum(termin.am),
                hinweis: `${termin.titel} (${formatiereDatum(termin.tag)})`,
              }
            : { label: "Nächster Termin", wert: "keiner" },
          ...(stand.konto
            ? [{ label: "Konto", wert: `${stand.konto.empfaenger}, endet auf ${stand.konto.iban.slice(-4)}` }]
            : []),
          ...aenderungen.map((each) => ({
            label: "Änderung",
            wert: <a href={`/amt/vorgang/${each.vorgangId}`}>{each.aktenzeichen}</a>,
            hinweis: `${anlaesse[each.anlass] ?? each.anlass}, ${each.offen ? "offen" : "entschieden"}${each.rueckforderungCent > 0 ? `, zu erstatten ${formatiereEuro(each.rueckforderungCent)}` : ""}`,
          })),
        ]}
      />
      <Details titel="Monat für Monat">
        <DataTable
          titel="Beschlossen und gezahlt"
          leer="Nichts beschlossen."
          schluessel={([monat]: [string, number]) => monat}
          zeilen={monate}
          spalten={[
            {
              schluessel: "monat",
              titel: raster.zaehltAb === undefined ? "Monat" : "Lebensmonat",
              zelle: ([monat]: [string, number]) => raster.name(monat),
            },
            { schluessel: "soll", titel: "Beschlossen", zahl: true, zelle: ([, cent]: [string, number]) => formatiereEuro(cent) },
            {
              schluessel: "ist",
              titel: "Gezahlt",
              zahl: true,
              zelle: ([monat]: [string, number]) => formatiereEuro(zahlstand.bezahlt.get(monat) ?? 0),
            },
            {
              schluessel: "faellig",
              titel: "Fällig",
              zelle: ([monat]: [string, number]) => {
                const tag = faellig.get(monat);
                return tag ? formatiereDatum(tag) : "–";
              },
            },
          ]}
        />
      </Details>
    </section>
  );
}

const anlaesse: Readonly<Record<string, string>> = {
  meldung: "Meldung der Person",
  register: "Meldung eines Registers",
  stichtag: "Stichtag",
  saetze: "Neue gesetzliche Beträge",
  verlaengerung: "Zeit nach dem Bewilligten",
  ueberzahlung: "Überzahlung",
  ende: "Todesfall",
  amt: "Von Amts wegen",
  abhilfe: "Neu entschieden nach Widerspruch",
};

/** The office begins a change by itself. */
export function AenderungEinleiten({
  akte,
  laufend,
  fehler = {},
  eingabe = {},
}: FallProps & { laufend: LaufendeLeistung }): VNode | null {
  if (istBeendet(laufend)) return null;
  const beendend = Object.values(laufend.leistung.dauer?.seiten ?? {}).find(({ beendet }) => beendet);
  return (
    <>
      <h3>Änderung einleiten</h3>
      <Aktenformular akte={akte} ziel="aendern">
        <RadioGroup
          name="anlass"
          label="Warum"
          optionen={[
            { wert: "amt", text: "Überprüfen: Register neu abfragen und neu entscheiden" },
            { wert: "ende", text: "Die berechtigte Person ist gestorben" },
            ...(beendend ? [{ wert: "beendet", text: beendend.titel }] : []),
          ]}
          wert={eingabe.anlass}
          fehler={fehler.anlass}
        />
        <TextField name="ab" label="Ab wann (bei Tod: Todestag)" kurz={true} wert={eingabe.ab} fehler={fehler.ab} />
        <TextArea
          name="grund"
          label="Was ist geschehen?"
          hinweis="Die Person liest diesen Satz in der Anhörung und im Bescheid."
          wert={eingabe.grund}
          fehler={fehler.grund}
          zeilen={3}
        />
        <Button art="secondary">Änderung einleiten</Button>
      </Aktenformular>
    </>
  );
}

/** What a change comes to today: before and after, what was paid, and on which norm it goes which way. */
export function Aenderungsvorschlag({ ansicht }: { ansicht: Aenderungsansicht }): VNode {
  const { bezug, rechnung } = ansicht;
  const { gegenueberstellung, entscheidung, anlass } = rechnung;
  return (
    <section>
      <h2>Änderung einer laufenden Leistung</h2>
      <SummaryList
        zeilen={[
          { label: "Leistung", wert: <a href={`/amt/vorgang/${bezug.akte.id}`}>{bezug.akte.aktenzeichen}</a> },
          { label: "Anlass", wert: anlaesse[anlass.anlass] ?? anlass.anlass, hinweis: anlass.grund },
          { label: "Gilt ab", wert: formatiereDatum(anlass.ab) },
          ...(gegenueberstellung.nachzahlungCent > 0
            ? [{ label: "Nachzuzahlen", wert: formatiereEuro(gegenueberstellung.nachzahlungCent) }]
            : []),
          ...(gegenueberstellung.ueberzahlungCent > 0
            ? [
                {
                  label: "Zu viel gezahlt",
                  wert: <strong>{formatiereEuro(gegenueberstellung.ueberzahlungCent)}</strong>,
                  hinweis: erstattungFuer(bezug.leistung, anlass).norm,
                },
              ]
            : []),
        ]}
      />
      <Vergleichstabelle gegenueberstellung={gegenueberstellung} />
      <ul>
        {entscheidung.gruende.map((grund) => (
          <li key={grund.text}>
            {grund.text} <span class="leise">({grund.norm})</span>
          </li>
        ))}
      </ul>
      {entscheidung.offen.length > 0 && <p>Offen: {entscheidung.offen.map((frage) => frage.titel).join("; ")}.</p>}
    </section>
  );
}

/** Hearing and decision of a change. */
export function Aenderungshandlungen({
  akte,
  ansicht,
  fehler = {},
  eingabe = {},
  children,
}: FallProps & { ansicht: Aenderungsansicht; children?: ComponentChildren }): VNode | null {
  if (akte.stand.phase !== "beiSachbearbeitung") return null;
  const { rechnung, bezug } = ansicht;
  return (
    <>
      {!rechnung.gehoert && (
        <>
          <h3>Anhören</h3>
          <p class="leise">Die Tatsachen, die Tabelle und die Frist stehen schon im Schreiben.</p>
          <Aktenformular akte={akte} ziel="anhoeren">
            <TextArea name="worte" label="Was möchten Sie ergänzen?" pflicht={false} wert={eingabe.worte} zeilen={3} />
            <TextField
              name="frist"
              label="Antwort bis"
              kurz={true}
              wert={eingabe.frist ?? formatiereDatum(ansicht.frist)}
              fehler={fehler.frist}
            />
            <Button art="secondary">Anhörung senden</Button>
          </Aktenformular>
        </>
      )}
      <h3>Entscheiden</h3>
      {rechnung.gegenueberstellung.ueberzahlungCent > 0 && (
        <Alert art="info" titel="Vor einer Erstattung zu beurteilen">
          <p>{zuBeurteilen(bezug.leistung, rechnung.anlass)}</p>
        </Alert>
      )}
      <Aktenformular akte={akte} ziel="aenderung-entscheiden">
        {children}
        <RadioGroup
          name="umfang"
          label="Entscheidung"
          optionen={[
            { wert: "ganz", text: `Ändern ab ${formatiereDatum(rechnung.anlass.ab)}, auch für gezahlte Monate` },
            { wert: "zukunft", text: "Nur für die Zukunft ändern; Gezahltes bleibt" },
            { wert: "keine", text: "Nichts ändern" },
          ]}
          wert={eingabe.umfang}
          fehler={fehler.umfang}
        />
        <TextArea
          name="begruendung"
          label="Begründung"
          hinweis="Die Person liest diesen Text im Bescheid. Bitte gehen Sie auf das ein, was sie geschrieben hat."
          wert={eingabe.begruendung}
          fehler={fehler.begruendung}
        />
        <Button>Entscheiden</Button>
      </Aktenformular>
    </>
  );
}
