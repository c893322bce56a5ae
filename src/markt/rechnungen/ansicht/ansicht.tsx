import type { VNode } from "preact";
import { DataTable } from "#ui";
import type { Angabe, Parteibild, Rechnungsbild } from "./lies-bild.ts";
import type { Positionsbild } from "./lies-positionen.ts";

/** The invoice as on paper: who to whom, for what, how much, how to pay. */
export function Rechnungsansicht({ bild }: { bild: Rechnungsbild }): VNode {
  return (
    <div class="rechnung">
      <div class="rechnung__parteien">
        <Partei titel="Verkäufer" partei={bild.verkaeufer} />
        <Partei titel="Käufer" partei={bild.kaeufer} />
      </div>
      <h2>Angaben</h2>
      <Angaben angaben={bild.angaben} />
      {bild.bemerkungen.length > 0 && (
        <>
          <h2>Bemerkungen</h2>
          {bild.bemerkungen.map((text) => (
            <p key={text} class="rechnung__text">
              {text}
            </p>
          ))}
        </>
      )}
      <Positionen positionen={bild.positionen} />
      <Summen bild={bild} />
      {bild.steuern.length > 0 && (
        <DataTable
          titel="Umsatzsteuer"
          zeilen={bild.steuern}
          schluessel={({ satz, netto, grund }) => `${satz} ${netto} ${grund}`}
          leer=""
          spalten={[
            {
              schluessel: "satz",
              titel: "Satz",
              zelle: ({ satz, grund }) =>
                grund ? (
                  <>
                    {satz} <span class="leise">{grund}</span>
                  </>
                ) : (
                  satz
                ),
            },
            { schluessel: "netto", titel: "Netto", zahl: true, zelle: ({ netto }) => netto },
            { schluessel: "steuer", titel: "Steuer", zahl: true, zelle: ({ steuer }) => steuer },
          ]}
        />
      )}
      <h2>Zahlung</h2>
      <Angaben angaben={bild.zahlung} />
      {bild.anlagen.length > 0 && (
        <>
          <h2>Anlagen</h2>
          <ul>
            {bild.anlagen.map(({ nummer, beschreibung, datei, adresse }) => (
              <li key={`${nummer} ${datei}`}>
                {[beschreibung || nummer, datei, adresse].filter((teil) => teil !== "").join(", ")}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const Angaben = ({ angaben }: { angaben: readonly Angabe[] }): VNode => (
  <dl class="rechnung__angaben">
    {angaben.map(({ name, wert }) => (
      <div key={`${name} ${wert}`}>
        <dt>{name}</dt>
        <dd class="rechnung__text">{wert}</dd>
      </div>
    ))}
  </dl>
);

function Partei({ titel, partei }: { titel: string; partei: Parteibild }): VNode {
  return (
    <section class="karte" aria-label={titel}>
      <p class="leise">{titel}</p>
      <h2>{partei.name || "ohne Namen"}</h2>
      {partei.zeilen.map((zeile) => (
        <p key={zeile}>{zeile}</p>
      ))}
      <dl class="knoten__daten">
        {partei.angaben.map(({ name, wert }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{wert}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Positionen({ positionen }: { positionen: readonly Positionsbild[] }): VNode {
  return (
    <DataTable
      titel="Positionen"
      zeilen={positionen}
      schluessel={(p) => `${positionen.indexOf(p)}`}
      leer="Die Rechnung hat keine Positionen."
      spalten={[
        { schluessel: "nummer", titel: "Nr.", zelle: ({ nummer }) => nummer },
        {
          schluessel: "was",
          titel: "Bezeichnung",
          zelle: ({ bezeichnung, zusaetze, nachlaesse }) => (
            <>
              {bezeichnung}
              {[...zusaetze, ...nachlaesse.map(({ text, betrag }) => `${text}: ${betrag}`)].map((zeile) => (
                <span key={zeile} class="leise rechnung__zusatz">
                  {zeile}
                </span>
              ))}
            </>
          ),
        },
        { schluessel: "menge", titel: "Menge", zahl: true, zelle: ({ menge }) => menge },
        { schluessel: "preis", titel: "Preis", zahl: true, zelle: ({ preis }) => preis },
        { schluessel: "steuer", titel: "USt", zahl: true, zelle: ({ steuer }) => steuer },
        { schluessel: "netto", titel: "Netto", zahl: true, zelle: ({ netto }) => netto },
      ]}
    />
  );
}

/** What was taken off or put on stands where it is reckoned: after the lines, before the totals. */
function Summen({ bild }: { bild: Rechnungsbild }): VNode {
  const [positionen, ...uebrige] = bild.summen;
  const zeilen = [...(positionen ? [positionen] : []), ...bild.nachlaesse, ...uebrige];
  return (
    <dl class="rechnung__summen">
      {zeilen.map(({ text, betrag, art }, stelle) => (
        <div key={`${stelle}`} class={`rechnung__${art}`}>
          <dt>{text}</dt>
          <dd>{betrag}</dd>
        </div>
      ))}
    </dl>
  );
}
