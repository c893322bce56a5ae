import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import type { Parameterblatt } from "#rechtsansicht";
import { Alert, Button, DataTable, Seite, SummaryList, TextField } from "#ui";
import type { Band, Wirkung } from "#wirkung";
import { Parameterwahl } from "./parameterwahl.tsx";
import { Wirkungsbild } from "./wirkungsbild.tsx";

export type Simulationsergebnis = { inWorten: string; fortgeschrieben: readonly string[]; wirkung: Wirkung };
export type SimulationProps = {
  frame: Frame;
  leistung: { schluessel: string; name: string; ergebnis?: string | undefined };
  parameter: readonly Parameterblatt[];
  eingabe: { parameter: string; wert: string; ab: string };
  fehler?: string | undefined;
  ergebnis?: Simulationsergebnis | undefined;
};

const euro = (cent: number) => formatiereEuro(cent, "kurz");
const hoechstens = (cent: number) => (cent === 0 ? undefined : `höchstens ${euro(Math.abs(cent))} im Monat`);
const mitVorzeichen = (cent: number) => `${cent > 0 ? "+" : cent < 0 ? "−" : ""}${euro(Math.abs(cent))}`;

/** A planned change over the invented population, before anybody releases it. */
export function Simulationsseite({ frame, leistung, parameter, eingabe, fehler, ergebnis }: SimulationProps): VNode {
  return (
    <Seite
      {...frame}
      titel={`${leistung.name}: Änderung durchrechnen`}
      breite="weit"
      zurueck={{ href: `/amt/leistungen/${leistung.schluessel}`, text: leistung.name }}
    >
      <p>
        Was würde ein anderer Satz bedeuten? Gerechnet wird mit der erfundenen Bevölkerung der Demo, 5.000 Menschen je Mandant.
        Das Ergebnis zeigt die Richtung, es ist keine Schätzung für einen wirklichen Ort. Nichts wird gespeichert.
      </p>
      {leistung.ergebnis === "jeLebensmonat" && (
        <p>
          Welches Recht gilt, richtet sich nach der Geburt. Gerechnet wird deshalb mit den Geburten vom Tag der Änderung bis zum
          Ende des Jahres, je Elternteil; als Betrag im Monat zählt ein Zwölftel dessen, was für das Kind insgesamt gezahlt wird.
        </p>
      )}
      {fehler && <Alert art="gefahr" titel={fehler} />}
      <form method="get" action={`/amt/leistungen/${leistung.schluessel}/simulation`} class="abstand" noValidate>
        <Parameterwahl parameter={parameter} gewaehlt={eingabe.parameter} />
        <TextField
          name="wert"
          label="Neuer Wert"
          hinweis="Ein Betrag („650“), eine Veränderung („+3 %“) oder JSON in der Form des jetzigen Werts, Beträge in Cent."
          wert={eingabe.wert}
        />
        <TextField name="ab" label="Gilt ab" kurz={true} wert={formatiereDatum(eingabe.ab)} />
        <Button>Durchrechnen</Button>
      </form>
      {ergebnis && <Ergebnis {...ergebnis} />}
    </Seite>
  );
}

function Ergebnis({ inWorten, fortgeschrieben, wirkung }: Simulationsergebnis): VNode {
  const { gesamt, jeZehntel, jeGruppe, jeBetrag } = wirkung;
  return (
    <section>
      <h2>Ergebnis</h2>
      <p>{inWorten}</p>
      {fortgeschrieben.length > 0 && (
        <Alert art="warnung" titel="Für dieses Jahr hat noch niemand alle Sätze geprüft.">
          <p>Auf beiden Seiten weiter gerechnet mit dem letzten Satz: {fortgeschrieben.join(", ")}.</p>
        </Alert>
      )}
      <SummaryList
        zeilen={[
          {
            label: "Fälle",
            wert: zahl(gesamt.faelle),
            hinweis: `${zahl(gesamt.offen)} davon lassen sich nicht berechnen und zählen nicht mit`,
          },
          { label: "Bekommen mehr", wert: zahl(gesamt.mehr), hinweis: hoechstens(wirkung.hoechsterGewinnCent) },
          {
            label: "Bekommen weniger",
            wert: zahl(gesamt.weniger),
            hinweis: hoechstens(wirkung.hoechsterVerlustCent),
          },
          { label: "Unverändert", wert: zahl(gesamt.gleich) },
          { label: "Neu bewilligt", wert: zahl(wirkung.neuBewilligt) },
          { label: "Nicht mehr bewilligt", wert: zahl(wirkung.neuAbgelehnt) },
          {
            label: "Kosten im Jahr",
            wert: mitVorzeichen(gesamt.differenzJahrCent),
            hinweis: `${euro(12 * gesamt.vorherMonatCent)} bisher, ${euro(12 * gesamt.nachherMonatCent)} danach`,
          },
        ]}
      />
      <h3>Wen es trifft, nach dem Einkommen des Haushalts</h3>
      <Wirkungsbild baender={jeZehntel} />
      <Bandtabelle titel="Zehntel nach Einkommen im Monat" baender={jeZehntel} />
      <Bandtabelle titel="Nach Mandant" baender={jeGruppe} />
      <DataTable
        titel="Änderung im Monat"
        leer="Keine Fälle."
        zeilen={jeBetrag.filter(({ faelle }) => faelle > 0)}
        schluessel={({ titel }) => titel}
        spalten={[
          { schluessel: "titel", titel: "Wie viel", zelle: ({ titel }) => titel },
          { schluessel: "faelle", titel: "Fälle", zahl: true, zelle: ({ faelle }) => zahl(faelle) },
          {
            schluessel: "jahr",
            titel: "Im Jahr",
            zahl: true,
            zelle: ({ differenzJahrCent }) => mitVorzeichen(differenzJahrCent),
          },
        ]}
      />
    </section>
  );
}

const Bandtabelle = ({ titel, baender }: { titel: string; baender: readonly Band[] }): VNode => (
  <DataTable
    titel={titel}
    leer="Keine Fälle."
    zeilen={baender}
    schluessel={(band) => band.titel}
    spalten={[
      { schluessel: "titel", titel: "Gruppe", zelle: (band) => band.titel },
      { schluessel: "faelle", titel: "Fälle", zahl: true, zelle: ({ faelle }) => zahl(faelle) },
      { schluessel: "mehr", titel: "Mehr", zahl: true, zelle: ({ mehr }) => zahl(mehr) },
      { schluessel: "weniger", titel: "Weniger", zahl: true, zelle: ({ weniger }) => zahl(weniger) },
      { schluessel: "gleich", titel: "Gleich", zahl: true, zelle: ({ gleich }) => zahl(gleich) },
      { schluessel: "jahr", titel: "Im Jahr", zahl: true, zelle: ({ differenzJahrCent }) => mitVorzeichen(differenzJahrCent) },
    ]}
  />
);

const ganze = new Intl.NumberFormat("de-DE");
const zahl = (anzahl: number) => ganze.format(anzahl);
