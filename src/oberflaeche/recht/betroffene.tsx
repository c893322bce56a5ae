import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereZeitraum } from "#baukasten";
import type { Betroffener } from "#betroffene";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import type { Parameterblatt } from "#rechtsansicht";
import { Alert, Badge, Button, DataTable, Seite, TextField } from "#ui";
import { Parameterwahl } from "./parameterwahl.tsx";

export type BetroffeneProps = {
  frame: Frame;
  leistung: { schluessel: string; name: string };
  parameter: readonly Parameterblatt[];
  eingabe: { parameter: string; wert: string; ab: string };
  fehler?: string | undefined;
  /** `weitere`: there are more than are shown. */
  ergebnis?: { anlass: string; betroffene: readonly Betroffener[]; weitere: boolean } | undefined;
};

/** Decisions made by a figure that is known better now, and what would be due. */
export function Betroffenenseite({ frame, leistung, parameter, eingabe, fehler, ergebnis }: BetroffeneProps): VNode {
  return (
    <Seite
      {...frame}
      titel={`${leistung.name}: betroffene Bescheide`}
      breite="weit"
      zurueck={{ href: `/amt/leistungen/${leistung.schluessel}`, text: leistung.name }}
    >
      <p>
        Ändert sich ein Satz rückwirkend, nennt diese Seite die Bescheide, die mit dem früheren Satz ergangen sind, und was jetzt
        herauskäme. Sie ändert nichts. Welche Akten dafür gelesen werden, steht im Protokoll.
      </p>
      {fehler && <Alert art="gefahr" titel={fehler} />}
      <form method="get" action={`/amt/leistungen/${leistung.schluessel}/betroffene`} class="abstand" noValidate>
        <Parameterwahl parameter={parameter} gewaehlt={eingabe.parameter} />
        <TextField
          name="wert"
          label="Gedachter Wert"
          pflicht={false}
          hinweis="Leer: der Satz, der im Gesetz mit „bekannt seit“ steht. Sonst ein Betrag, „+3 %“ oder JSON."
          wert={eingabe.wert}
        />
        <TextField
          name="ab"
          label="Gilt rückwirkend ab"
          kurz={true}
          pflicht={false}
          wert={eingabe.ab && formatiereDatum(eingabe.ab)}
        />
        <Button>Bescheide suchen</Button>
      </form>
      {ergebnis && <Liste {...ergebnis} />}
    </Seite>
  );
}

const euro = (cent: number) => formatiereEuro(cent);
function Liste({ anlass, betroffene, weitere }: NonNullable<BetroffeneProps["ergebnis"]>): VNode {
  const summe = betroffene.reduce((bisher, { differenzCent }) => bisher + differenzCent, 0);
  return (
    <section>
      <h2>Ergebnis</h2>
      <p>{anlass}</p>
      <p>
        <strong>{betroffene.length}</strong> {betroffene.length === 1 ? "Bescheid" : "Bescheide"}, zusammen {euro(summe)}.
        {weitere &&
          " Es kann mehr geben: Diese Seite sucht nur einige Sekunden und zeigt höchstens 200. Die ganze Liste gibt der Befehl „fachwerk leistung betroffen“ aus."}
      </p>
      <DataTable
        titel="Betroffene Bescheide"
        leer="Kein Bescheid ist betroffen."
        zeilen={betroffene}
        schluessel={({ vorgangId }) => vorgangId}
        spalten={[
          {
            schluessel: "az",
            titel: "Aktenzeichen",
            zelle: ({ vorgangId, aktenzeichen }) => <a href={`/amt/vorgang/${vorgangId}`}>{aktenzeichen}</a>,
          },
          { schluessel: "am", titel: "Entschieden", zelle: ({ entschiedenAm }) => formatiereDatum(entschiedenAm) },
          { schluessel: "monate", titel: "Monatlich bisher und neu", zelle: monate },
          { schluessel: "summe", titel: "Zusammen", zahl: true, zelle: ({ differenzCent }) => euro(differenzCent) },
          { schluessel: "hinweis", titel: "Hinweis", zelle: hinweis },
        ]}
      />
    </section>
  );
}

function monate({ monate: unterschiede }: Betroffener): VNode {
  if (unterschiede.length === 0) return <>kein anderer Betrag</>;
  return (
    <ul class="knoten__faelle">
      {unterschiede.map(({ von, bis, bisherCent, neuCent }) => (
        <li key={von}>
          {formatiereZeitraum(von, bis)}: {euro(bisherCent)}, neu {euro(neuCent)}
        </li>
      ))}
    </ul>
  );
}

function hinweis({ ergebnisBisher, ergebnisNeu, nachvollzogen, schonGeaendert }: Betroffener): VNode {
  return (
    <>
      {ergebnisNeu === "offen" && <Badge art="warnung">Mensch prüft</Badge>}
      {ergebnisNeu !== "offen" && ergebnisNeu !== ergebnisBisher && <Badge art="info">jetzt {ergebnisNeu}</Badge>}
      {!nachvollzogen && <Badge art="warnung">mit anderer Fassung entschieden</Badge>}
      {schonGeaendert && <Badge art="warnung">schon einmal geändert</Badge>}
    </>
  );
}
