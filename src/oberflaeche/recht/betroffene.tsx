import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereZeitraum } from "#baukasten";
import type { Betroffener } from "#betroffene";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import type { Parameterblatt } from "#rechtsansicht";
import { Alert, Badge, Button, DataTable, LinkButton, Seite, TextField } from "#ui";
import { Parameterwahl } from "./parameterwahl.tsx";

export type BetroffeneProps = {
  frame: Frame;
  leistung: { schluessel: string; name: string };
  parameter: readonly Parameterblatt[];
  eingabe: { parameter: string; wert: string; ab: string };
  fehler?: string | undefined;
  /** One page; `nach`: the Vorgang after which the next one goes on. */
  ergebnis?: { anlass: string; betroffene: readonly Betroffener[]; seite: number; nach: string | null } | undefined;
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
        herauskäme. Sie ändert nichts. Welche Akten dafür gelesen werden, steht im Protokoll, und die betroffenen Menschen sehen
        es in ihrem Datenschutzcockpit.
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
      {ergebnis && <Liste {...ergebnis} pfad={`/amt/leistungen/${leistung.schluessel}/betroffene`} eingabe={eingabe} />}
    </Seite>
  );
}

const euro = (cent: number) => formatiereEuro(cent);
type ListeProps = NonNullable<BetroffeneProps["ergebnis"]> & { pfad: string; eingabe: BetroffeneProps["eingabe"] };
function Liste({ anlass, betroffene, seite, nach, pfad, eingabe }: ListeProps): VNode {
  const summe = (feld: "differenzCent" | "forderungCent") => betroffene.reduce((bisher, each) => bisher + each[feld], 0);
  const adresse = (mehr: Record<string, string>) => `?${new URLSearchParams({ ...eingabe, ...mehr })}`;
  const ganz = seite === 1 && nach === null;
  const summen = [
    ...(summe("differenzCent") !== 0 ? [`zu zahlen ${mitVorzeichen(summe("differenzCent"))}`] : []),
    ...(summe("forderungCent") !== 0 ? [`zu fordern ${mitVorzeichen(summe("forderungCent"))}`] : []),
  ];
  return (
    <section>
      <h2>{ganz ? "Ergebnis" : `Ergebnis, Seite ${seite}`}</h2>
      <p>{anlass}</p>
      <p>
        <strong>{betroffene.length}</strong> {betroffene.length === 1 ? "Bescheid" : "Bescheide"}
        {ganz ? "" : " auf dieser Seite"}
        {summen.length > 0 && `: ${summen.join(", ")}`}.
        {nach !== null && " Es kann mehr geben: Die Suche geht auf der nächsten Seite weiter."}
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
          { schluessel: "betraege", titel: "Bisher und neu", zelle: betraege },
          { schluessel: "zahlung", titel: "Zu zahlen", zahl: true, zelle: ({ differenzCent }) => mitVorzeichen(differenzCent) },
          {
            schluessel: "forderung",
            titel: "Zu fordern",
            zahl: true,
            zelle: ({ forderungCent }) => mitVorzeichen(forderungCent),
          },
          { schluessel: "hinweis", titel: "Hinweis", zelle: hinweis },
        ]}
      />
      <nav aria-label="Seiten der Liste" class="reihe nicht-drucken">
        {seite > 1 && (
          <LinkButton href={adresse({})} art="secondary">
            Zur ersten Seite
          </LinkButton>
        )}
        {nach !== null && (
          <LinkButton href={adresse({ nach, seite: String(seite + 1) })} art="secondary">
            Nächste Seite
          </LinkButton>
        )}
        <LinkButton href={`${pfad}.csv${adresse({})}`} art="secondary">
          Ganze Liste als Datei (CSV)
        </LinkButton>
      </nav>
    </section>
  );
}

const mitVorzeichen = (cent: number) => `${cent > 0 ? "+" : cent < 0 ? "−" : ""}${euro(Math.abs(cent))}`;
function betraege({ unterschiede }: Betroffener): VNode {
  if (unterschiede.length === 0) return <>kein anderer Betrag</>;
  return (
    <ul class="knoten__faelle">
      {unterschiede.map((unterschied) => (
        <li key={`${unterschied.name} ${unterschied.von}`}>{inWorten(unterschied)}</li>
      ))}
    </ul>
  );
}
const inWorten = ({ art, name, von, bis, bisherCent, neuCent }: Betroffener["unterschiede"][number]): string => {
  const tage = von && formatiereZeitraum(von, bis);
  const wofuer = name ? `${name}${tage && ` (${tage})`}` : tage;
  return `${wofuer}: ${euro(bisherCent)}, neu ${euro(neuCent)}${art === "monat" && von !== bis ? " im Monat" : ""}`;
};

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
